"""Feasts and the Chinese calendar: a rule and a year go in, the day that is kept comes out.

The days of the Chinese calendar are a table, for the years in which its computations agree. This
module must never give a day beyond what its tables and formulas are valid for: it says None.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from corpus.lexicon import table
from corpus.times.calendar import Span, day_of_month

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EASTERS: dict[str, Literal[2, 3]] = {"easter": EASTER_WESTERN, "orthodox": EASTER_ORTHODOX}
#: years for which the computation of Easter is valid
_EASTER_YEARS = range(1583, 4100)
#: months of the Gregorian year in which the terms of the sun lie
_TERMS = {"qingming": 4, "dongzhi": 12}


class ChineseYear(NamedTuple):
    """One year of the Chinese calendar; see ``corpus/lexicon/chinese_years.tsv``."""

    first: int
    #: days of each month, the leap month in its place
    lengths: tuple[int, ...]
    #: the month that is told twice, 0 if none is
    leap: int
    #: day of the month of each term of the sun
    terms: dict[str, int]


def feast(rule: str, year: int) -> Span | None:
    """The day of a feast in a year, by its rule in ``corpus/lexicon/holidays.tsv``.

    ``12-25`` is a date, ``4th thu 11`` a weekday of a month, ``last mon 5`` its last one,
    ``easter -2`` and ``orthodox +0`` count from the Easter Sunday of the West and of the East,
    ``lunar 8-15`` is a day of the Chinese calendar (with a third figure: days added to it),
    ``qingming`` and ``dongzhi`` are terms of the sun. None where the year has no such day.

    >>> from corpus.times.calendar import as_date
    >>> rules = ("4th thu 11", "easter -2", "orthodox +0", "lunar 8-15", "lunar 1-1 -1", "qingming")
    >>> [as_date(feast(rule, 2022).first).strftime("%m-%d") for rule in rules]
    ['11-24', '04-15', '04-24', '09-10', '01-31', '04-05']
    """
    match rule.split():
        case ["easter" | "orthodox" as church, days]:
            if year not in _EASTER_YEARS:
                return None
            return Span("day", easter(year, _EASTERS[church]).toordinal() + int(days))
        case ["lunar", day, *added]:
            month, _, number = day.partition("-")
            return _chinese(year, int(month), int(number), *map(int, added))
        case ["qingming" | "dongzhi" as term]:
            told = _chinese_years().get(year)
            return told and day_of_month(year * 12 + _TERMS[term] - 1, told.terms[term])
        case [place, weekday, number]:
            span = Span("month", year * 12 + int(number) - 1)
            wanted = _WEEKDAYS.index(weekday)
            if place == "last":
                return Span("day", span.last - (span.last - 1 - wanted) % 7)
            first = span.first + (wanted - span.first + 1) % 7
            return Span("day", first + (int(place[0]) - 1) * 7)
    month, _, number = rule.partition("-")
    return day_of_month(year * 12 + int(month) - 1, int(number))


def rule_of(key: str) -> str:
    """The rule of a feast by its key; what is no key is a rule itself."""
    return _rules().get(key, key)


@cache
def _rules() -> dict[str, str]:
    return {row["key"]: row["rule"] for row in table("holidays.tsv")}


def _chinese(year: int, month: int, number: int, added: int = 0) -> Span | None:
    """The day of that date which lies in a Gregorian year, the earlier one where two do.

    The last months of a lunar year lie in the Gregorian year after it.
    """
    whole = Span("year", year)
    for told in filter(None, map(_chinese_years().get, (year - 1, year))):
        place = month - 1 + (0 < told.leap < month)
        if 1 <= month <= 12 and 1 <= number <= told.lengths[place]:
            day = told.first + sum(told.lengths[:place]) + number - 1
            if whole.first <= day <= whole.last:
                return Span("day", day + added)
    return None


@cache
def _chinese_years() -> dict[int, ChineseYear]:
    return {
        int(row["year"]): ChineseYear(
            date.fromisoformat(row["new_year"]).toordinal(),
            tuple({"大": 30, "小": 29}[month] for month in row["months"]),
            int(row["leap"] or 0),
            {term: int(row[term]) for term in _TERMS},
        )
        for row in table("chinese_years.tsv")
    }
