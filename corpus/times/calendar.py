"""Calendar units as integers: a unit's name and an index go in, its first and last day come out.

Days are proleptic Gregorian ordinals (1 is 0001-01-01) and every function is total over the
integers, so that no phrase, however absurd, can raise. It must never read a clock, and never
give a day back that a `datetime.date` cannot hold: `as_date` says None instead.
"""

from __future__ import annotations

from datetime import date
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
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
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
    span = Span("month", month)
    ordinal = span.first + day - 1
    return Span("day", ordinal) if day >= 1 and ordinal <= span.last else None


def day_of_week(week: int, weekday: int) -> Span:
    """Monday is 1 and Sunday 7.

    >>> as_date(day_of_week(containing("week", date(2022, 1, 21).toordinal()).place, 5).first)
    datetime.date(2022, 1, 21)
    """
    return Span("day", week * 7 + weekday)


def holiday(rule: str, year: int) -> Span | None:
    """The day of a feast in a year, by its rule in ``corpus/lexicon/holidays.tsv``.

    ``12-25`` is a date, ``4th thu 11`` a weekday of a month, ``last mon 5`` its last one,
    ``easter -2`` and ``orthodox +0`` count from the Easter Sunday of the West and of the East.

    >>> [as_date(holiday(rule, 2022).first).isoformat() for rule in ("4th thu 11", "easter -2")]
    ['2022-11-24', '2022-04-15']
    >>> as_date(holiday("orthodox +0", 2022).first)
    datetime.date(2022, 4, 24)
    """
    match rule.replace("-", " -").split() if rule[0].isalpha() else rule.split():
        case ["easter", days]:
            return Span("day", _easter(year) + int(days))
        case ["orthodox", days]:
            return Span("day", _orthodox_easter(year) + int(days))
        case [place, weekday, number]:
            month = Span("month", year * 12 + int(number) - 1)
            wanted = _WEEKDAYS.index(weekday)
            if place == "last":
                return Span("day", month.last - (month.last - 1 - wanted) % 7)
            return Span(
                "day", month.first + (wanted - month.first + 1) % 7 + (int(place[0]) - 1) * 7
            )
    number, _, day = rule.partition("-")
    return day_of_month(year * 12 + int(number) - 1, int(day))


def as_date(ordinal: int) -> date | None:
    """The day, or None where it lies outside the years 1 to 9999."""
    return date.fromordinal(ordinal) if 1 <= ordinal <= _LAST_ORDINAL else None


def _easter(year: int) -> int:
    """Easter Sunday by the anonymous Gregorian computation (Meeus, Astronomical Algorithms, 8)."""
    golden, century = year % 19, year // 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 4) % 7
    moved = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * moved + 114, 31)
    return _month_start(year * 12 + month - 1) + day


def _orthodox_easter(year: int) -> int:
    """Easter Sunday of the Julian calendar (Meeus, the same), as a Gregorian day."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return _month_start(year * 12 + month - 1) + day + year // 100 - year // 400 - 2


def _shift(unit: Unit) -> int:
    """Months by which a unit's first one lies after January: spring begins with March."""
    return 2 if unit == "season" else 0


def _month_start(month: int) -> int:
    year, number = divmod(month, 12)
    before = year - 1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + _BEFORE_MONTH[number] + (number > 1 and leap) + 1
