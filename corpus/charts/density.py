"""Columns for what is too many to draw: days with a class enter, counts by week leave.

A bin is a whole number of weeks, from Monday on, several where one would be narrower than
`_LEAST_PX`; it must never reach across a fold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from corpus.charts.axis import Axis, Stretch
from corpus.charts.records import Count

#: counts by quad class, in the bins of an axis: stretch and number of the bin since year 1
Bins = dict[tuple[Stretch, int], Counter[int]]

_WEEKS = (1, 2, 4, 13, 26, 52, 260, 520, 5200)
_LEAST_PX = 3.0


def weeks_per_bin(axis: Axis) -> int:
    """Number of weeks in one bin."""
    return next(n for n in _WEEKS if 7 * n * axis.day_px >= _LEAST_PX or n == _WEEKS[-1])


def binned(tellings: Iterable[tuple[date, int]], axis: Axis) -> Bins:
    """Counts of tellings, each a day and the class that colours it, in order of time."""
    width = 7 * weeks_per_bin(axis)
    bins: defaultdict[tuple[Stretch, int], Counter[int]] = defaultdict(Counter)
    for (day, quad_class), n in sorted(Counter(tellings).items()):
        stretch = next(part for part in axis.stretches if day <= part.last)
        bins[stretch, (day.toordinal() - 1) // width][quad_class] += n
    return dict(bins)


def tallest(bins: Bins) -> int:
    """The largest number of tellings in one bin; 0 if there are none."""
    return max((counts.total() for counts in bins.values()), default=0)


def columns(bins: Bins, axis: Axis, lane: str, bottom: float, px_each: float) -> tuple[Count, ...]:
    """Stacked columns that stand on ``bottom``, ``px_each`` pixels high for each telling."""
    width = 7 * weeks_per_bin(axis)
    found: list[Count] = []
    for (stretch, number), counts in bins.items():
        first = max(number * width + 1, stretch.first.toordinal())
        last = min((number + 1) * width, stretch.last.toordinal())
        days = date.fromordinal(first), date.fromordinal(last)
        ends = axis.unit(days[0], 0), axis.unit(days[1], 1)
        y = bottom
        for quad_class, count in sorted(counts.items()):
            top = y - count * px_each
            found.append(Count(lane, quad_class, *ends, top, y, count, *days))
            y = top
    return tuple(found)
