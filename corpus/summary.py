"""Summary: events and article days go in, what a headline may say of them comes out.

Counts only: nothing here judges, explains, or names a cause.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
import pandas as pd

from corpus.indexes import Whole, coded, spans

#: silences longer than this part the story, in days; the chart folds the same ones
SILENCE = 60
#: weeks from which on a period has a fullest one, and how many times as full as others that must be
_LONG, _PEAK = 8, 3


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the story: how many events of each PLOVER type it holds.

    Most frequent first; of types equally frequent the one that is told as more important.
    """

    first: date
    last: date
    counts: tuple[tuple[str, int], ...]
    #: the Monday of the week in which most events dated to a week or better begin, if the period is
    #: long and that week holds far more of them than others
    peak: date | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Periods with the days without an article between them; one gap less than periods."""

    periods: tuple[Period, ...]
    gaps: tuple[int, ...]


def story(events: pd.DataFrame, published: Iterable[date], rows: Whole | None = None) -> Story:
    """Periods parted by long stretches without articles, of the events with a known day.

    Of a whole table, or of some of its ``rows``.

    Events are counted where they begin; one that begins between two articles far apart belongs to
    the articles before it. A period without events is left out, and its silences become one.
    """
    days = sorted(set(published))
    breaks = [(one, two) for one, two in pairwise(days) if (two - one).days > SILENCE]
    rows = np.arange(len(events)) if rows is None else rows
    rows = rows[spans(events).begins[rows] > 0]
    resumed = np.array([two.toordinal() for _, two in breaks], dtype=np.int64)
    parts = resumed.searchsorted(spans(events).begins[rows], side="right")
    held = np.flatnonzero(np.bincount(parts)).tolist()
    periods = tuple(_period(events, rows[parts == part]) for part in held)
    gaps = tuple(
        sum((two - one).days - 1 for one, two in breaks[before:after])
        for before, after in pairwise(held)
    )
    return Story(periods, gaps)


def _period(events: pd.DataFrame, rows: Whole) -> Period:
    types, begins = coded(events, "type"), spans(events).begins[rows]
    numbers, salience = types.numbers[rows], events["salience"].to_numpy()[rows]
    sizes = np.bincount(numbers, minlength=len(types.values)).tolist()
    weights = np.bincount(numbers, salience, len(types.values)).tolist()
    told = [one for one in zip(types.values, sizes, weights, strict=True) if one[1]]
    told.sort(key=lambda one: (-one[1], -one[2], one[0]))
    first, last = (date.fromordinal(int(day)) for day in (begins.min(), begins.max()))
    counts = tuple((kind, n) for kind, n, _ in told)
    return Period(first, last, counts, _peak(events, rows, (last - first).days // 7 + 1))


def _peak(events: pd.DataFrame, rows: Whole, weeks: int) -> date | None:
    """The first day of the fullest of so many weeks, if it stands out."""
    days = spans(events).of(rows)
    # ordinal 1 is a Monday
    begun = (days.begins[days.ends - days.begins < 7] - 1) // 7
    if weeks < _LONG or not len(begun):
        return None
    counts = np.bincount(begun - begun.min())
    fullest = int(counts.argmax())
    if counts[fullest] * weeks < _PEAK * len(begun):
        return None
    return date.fromordinal((fullest + int(begun.min())) * 7 + 1)
