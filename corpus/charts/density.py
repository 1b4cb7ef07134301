"""Columns for what is too many to draw: days with a class enter, counts by bins of time leave.

A bin is a day where days are wide, else a whole number of weeks from Monday on, several where one
would be narrower than `_LEAST_PX`; it must never reach across a fold. Works on whole arrays: a
million days take some hundredths of a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from corpus.charts.axis import Axis, Bounds
from corpus.charts.records import Count
from corpus.charts.terms import Language, counted, term

#: whole numbers, as ordinals of days; yes or no for each of many things
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

#: days of a bin; one that is wide enough in pixels is taken
_DAYS = (7, 14, 28, 91, 182, 364, 1820, 3640, 36400)
_LEAST_PX, _LEAST_DAY_PX = 3.0, 9.0


@dataclass(frozen=True, slots=True, eq=False)
class Throng:
    """Events, or articles, that are too many to be told apart: one place in each array for each."""

    #: ordinal of the day on which it begins, and of the last day that it may have reached
    days: Whole
    ends: Whole
    #: number of its lane in the order of the lanes
    lanes: Whole
    quad_classes: Whole
    #: of articles, the names of the lanes: their outlets
    names: Sequence[str] = ()

    def only(self, kept: Flags) -> Throng:
        """Those for which ``kept`` says yes."""
        days, ends, lanes = self.days[kept], self.ends[kept], self.lanes[kept]
        return Throng(days, ends, lanes, self.quad_classes[kept], self.names)

    def within(self, bounds: Bounds | None) -> Throng:
        """Those of which a day lies within the bounds; all without."""
        if bounds is None:
            return self
        first, last = (day.toordinal() for day in bounds)
        return self.only((self.days <= last) & (self.ends >= first))

    def __len__(self) -> int:
        return len(self.days)


@dataclass(frozen=True, slots=True, eq=False)
class Bins:
    """Numbers of tellings: a row for each class from 0 on, a column for each bin.

    ``firsts`` and ``lasts`` are the days of the bins as proleptic Gregorian ordinals.
    """

    firsts: Whole
    lasts: Whole
    counts: Whole


def days_per_bin(axis: Axis) -> int:
    """Number of days in one bin."""
    if axis.day_px >= _LEAST_DAY_PX:
        return 1
    return next(n for n in _DAYS if n * axis.day_px >= _LEAST_PX or n == _DAYS[-1])


def bin_words(axis: Axis, language: Language) -> str:
    """How long a bin is, in words.

    >>> from corpus.charts.axis import Stretch
    >>> wide = Axis((Stretch(date(2022, 1, 1), date(2022, 1, 2), 0.0, 2.0, False),), 10.0)
    >>> bin_words(wide, "en")
    'a day'
    """
    days = days_per_bin(axis)
    if days == 1:
        return term("each_day", language)
    return counted("week", "weeks", days // 7, language)


def binned(days: Whole, classes: Whole, axis: Axis) -> Bins:
    """Counts of tellings, each the ordinal of a day on the axis and the class that colours it."""
    firsts: list[int] = []
    width = days_per_bin(axis)
    for stretch in axis.stretches:
        begin, end = stretch.first.toordinal(), stretch.last.toordinal()
        monday = begin - (begin - 1) % width if width > 1 else begin
        firsts += [max(begin, first) for first in range(monday, end + 1, width)]
    starts = np.array(firsts, dtype=np.int64)
    lasts = np.append(starts[1:] - 1, axis.stretches[-1].last.toordinal())
    if len(days):  # one search for each day of the calendar, not for each telling
        begin = int(days.min())
        calendar = np.arange(begin, int(days.max()) + 1)
        at = (np.searchsorted(starts, calendar, side="right") - 1)[days - begin]
    else:
        at = days
    rows = int(classes.max()) + 1 if len(classes) else 1
    counts = np.bincount(classes * len(starts) + at, minlength=rows * len(starts))
    return Bins(starts, lasts, counts.reshape(rows, len(starts)))


def tallest(bins: Bins) -> int:
    """The largest number of tellings in one bin; 0 if there are none."""
    return int(bins.counts.sum(axis=0).max(initial=0))


def columns(
    bins: Bins, axis: Axis, lane: str, bottom: float, px_each: float, least: float = 0.0
) -> tuple[Count, ...]:
    """Stacked columns that stand on ``bottom``, ``px_each`` pixels high for each telling.

    With ``least`` none is lower, so that a single telling is seen.
    """
    found: list[Count] = []
    for at in np.flatnonzero(bins.counts.sum(axis=0)).tolist():
        days = date.fromordinal(int(bins.firsts[at])), date.fromordinal(int(bins.lasts[at]))
        ends = axis.unit(days[0], 0), axis.unit(days[1], 1)
        y = bottom
        for quad_class, count in enumerate(bins.counts[:, at].tolist()):
            if count:
                top = y - max(count * px_each, least)
                found.append(Count(lane, quad_class, *ends, top, y, count, *days))
                y = top
    return tuple(found)


def day_counts(days: Whole) -> tuple[Whole, Whole]:
    """The distinct days in order, and how often each occurs."""
    if not len(days):
        return days, days
    begin = int(days.min())
    counts = np.bincount(days - begin)
    found = np.flatnonzero(counts)
    return found + begin, counts[found]


def ordinals(days: Iterable[date]) -> Whole:
    """Days as an array of ordinals."""
    return np.fromiter((day.toordinal() for day in days), dtype=np.int64)
