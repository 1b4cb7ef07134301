"""Calendar units as integers: a unit's name and an index go in, its first and last day come out.

Days are proleptic Gregorian ordinals (1 is 0001-01-01) and every function is total over the
integers, so that no phrase, however absurd, can raise. It must never read a clock, and never
give a day back that a `datetime.date` cannot hold: `as_date` says None instead.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

Unit = Literal[
    "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"
]

#: from fine to coarse; what is finer can be asked of what is coarser, not the other way round
UNITS: tuple[Unit, ...] = (
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)

#: months in one unit; places of such a unit are counted from the year 0
_MONTHS: dict[Unit, int] = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
_LAST_ORDINAL = date.max.toordinal()
_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


class Span(NamedTuple):
    """One calendar unit, by its place in the count of its kind.

    ``Span("month", 2022 * 12)`` is January 2022, ``Span("decade", 199)`` the 1990s.
    """

    unit: Unit
    place: int

    @property
    def first(self) -> int:
        """Ordinal of the first day.

        >>> date.fromordinal(Span("season", 2022 * 4).first)
        datetime.date(2022, 3, 1)
        """
        if self.unit == "day":
            return self.place
        if self.unit == "week":
            return self.place * 7 + 1
        if self.unit == "weekend":
            return self.place * 7 + 6
        return _month_start(self.place * _MONTHS[self.unit] + _shift(self.unit))

    @property
    def last(self) -> int:
        """Ordinal of the last day.

        >>> date.fromordinal(Span("month", 2024 * 12 + 1).last)
        datetime.date(2024, 2, 29)
        """
        if self.unit == "day":
            return self.place
        return self.first + 1 if self.unit == "weekend" else self.shift(1).first - 1

    def shift(self, count: int) -> Span:
        """The unit ``count`` places later (earlier if negative)."""
        return Span(self.unit, self.place + count)


def containing(unit: Unit, day: int) -> Span:
    """The unit that a day lies in; for a weekend, the one of that day's week.

    >>> containing("season", date(2022, 1, 9).toordinal()) == Span("season", 2021 * 4 + 3)
    True
    """
    if unit == "day":
        return Span("day", day)
    if unit in ("week", "weekend"):
        return Span(unit, (day - 1) // 7)
    when = date.fromordinal(min(max(day, 1), _LAST_ORDINAL))
    return Span(unit, (when.year * 12 + when.month - 1 - _shift(unit)) // _MONTHS[unit])


def within_year(unit: Unit, year: int, number: int) -> Span:
    """The ``number``-th month, quarter, season or half of a year, counted from 1.

    >>> within_year("quarter", 2022, 4) == containing("quarter", date(2022, 12, 1).toordinal())
    True
    """
    return Span(unit, year * 12 // _MONTHS[unit] + number - 1)


def day_of_month(month: int, day: int) -> Span | None:
    """A day of the month at this place, or None if the month has no such day.

    >>> day_of_month(2022 * 12 + 1, 29) is None
    True
    """
    ordinal = _month_start(month) + day - 1
    return Span("day", ordinal) if day >= 1 and ordinal < _month_start(month + 1) else None


def moved(day: int, unit: Unit, count: int) -> int:
    """The day so many units later (earlier if negative); a month that is too short ends it.

    >>> as_date(moved(date(2022, 3, 31).toordinal(), "month", -1)).isoformat()
    '2022-02-28'
    """
    if unit in ("day", "week"):
        return day + count * (7 if unit == "week" else 1)
    start = containing("month", day)
    target = start.shift(count * _MONTHS[unit])
    return min(target.first + day - start.first, target.last)


def day_of_week(week: int, weekday: int) -> Span:
    """Monday is 1 and Sunday 7.

    >>> as_date(day_of_week(containing("week", date(2022, 1, 21).toordinal()).place, 5).first)
    datetime.date(2022, 1, 21)
    """
    return Span("day", week * 7 + weekday)


def as_date(ordinal: int) -> date | None:
    """The day, or None where it lies outside the years 1 to 9999."""
    return date.fromordinal(ordinal) if 1 <= ordinal <= _LAST_ORDINAL else None


def _shift(unit: Unit) -> int:
    """Months by which a unit's first one lies after January: spring begins with March."""
    return 2 if unit == "season" else 0


@lru_cache(maxsize=4096)
def _month_start(month: int) -> int:
    year, number = divmod(month, 12)
    before = year - 1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + _BEFORE_MONTH[number] + (number > 1 and leap) + 1
