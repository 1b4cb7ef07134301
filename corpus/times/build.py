"""Readings that both languages make from the same parts: named groups go in, a `Reading` comes out.

It must never look at the text, only at what a rule's groups caught and the lexicon's values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import cast

from corpus.han import simplified_table
from corpus.lexicon import listed
from corpus.model import Direction
from corpus.times.calendar import Span, Unit
from corpus.times.grammar import Groups, Modifier
from corpus.times.reading import (
    Base,
    Bound,
    Event,
    Fields,
    Reading,
    Step,
    Then,
    denotes_day,
    unit_of,
)

#: where a TIMEX3 reference lies
DIRECTIONS: dict[str, Direction] = {
    "PAST_REF": "past",
    "PRESENT_REF": "present",
    "FUTURE_REF": "future",
}


def skip(groups: object) -> None:
    """A match that only looks like time: it is passed over, and so is all of it."""


def then(groups: object) -> Reading:
    """Then, at that time: the day that was spoken of last."""
    return Reading("", Then())


def fiscal(year: int | None) -> Reading:
    """A fiscal year: which days it has depends on whose it is, and words seldom say."""
    return Reading("", fixed=f"FY{year:04d}" if year else "FYXXXX")


def named(value: str, base: Base = "publication", third: str = "") -> Reading:
    """A word of the lexicon: unit, steps, and the part of the day if it names one.

    >>> named("day -1 TNI").clock, named("week 0").point
    ('TNI', Step(unit='week', offset=0, base='publication'))
    """
    unit, steps, *clock = value.split()
    point = Step(cast(Unit, unit), int(steps), base)
    rule = f"{'relative' if base == 'publication' else 'context'}.{unit}"
    if clock:
        return Reading(rule, point, "TIME", clock=clock[0])
    return Reading(rule, point, third=third)


def weekend(groups: object) -> Reading:
    """The weekend, 周末: the last one, unless a cue says that it lies ahead."""
    return Reading("", Fields(unit="weekend"))


def shift(count: int, code: str, past: bool, base: Base) -> Reading:
    """So many units before publication or after the context: 三天前, two weeks later.

    Hours and minutes are finer than a publication day, so they only say past or future.
    """
    scale, unit = CALENDAR.get(code, (0, "day"))
    if not scale:
        return vague(past or base == "context")
    point = Step(unit, count * scale * (-1 if past else 1), base)
    return Reading(f"shift.{unit}", point)


def counted(duration: str) -> tuple[int, Unit] | None:
    """How many of which calendar unit a TIMEX3 duration has; None for hours and for what is open.

    >>> counted("P3D"), counted("P2DE"), counted("PT3H"), counted("PXY"), counted("P1Y6M")
    ((3, 'day'), (2, 'decade'), None, None, None)
    """
    told = _COUNTED.fullmatch(duration)
    scale, unit = CALENDAR.get(told[2], (0, "day")) if told else (0, "day")
    return (int(told[1]) * scale, unit) if told and scale else None


def vague(past: bool) -> Reading:
    """A time of which only the direction is said: 几天前, years later."""
    value = "PAST_REF" if past else "FUTURE_REF"
    return Reading("vague", fixed=value, direction=DIRECTIONS[value])


def clock_time(hour: int, minute: int = 0, part: str = "") -> Reading | None:
    """A time of day, within a part of it if one is told; None for what no clock shows.

    >>> clock_time(24, 30) is None, clock_time(8, 15, "TEV").clock
    (True, 'T20:15')
    """
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return Reading("clock", type="TIME", clock=within_part(f"T{hour:02d}:{minute:02d}", part))


def within_part(clock: str, part: str) -> str:
    """The clock time that is meant within a part of the day: 晚上8点 is T20:00.

    >>> within_part("T08:00", "TEV"), within_part("T02:00", "TNI"), within_part("T11:30", "TMI")
    ('T20:00', 'T02:00', 'T11:30')
    >>> within_part("T01:00", "TMI"), within_part("T12:00", "TNI"), within_part("T02:30", "TEV")
    ('T13:00', 'T24:00', 'T02:30')
    """
    first, last = _SECOND_ROUND.get(part, (13, 12))
    hour = int(clock[1:3])
    if part in _NIGHTS and clock == "T12:00":
        return "T24:00"
    return f"T{hour + 12:02d}{clock[3:]}" if first <= hour <= last else clock


@cache
def events(language: str) -> Mapping[str, Event]:
    """Names of the happenings that news counts from."""
    return {
        form: Event(row["key"], date.fromisoformat(row["day"]).toordinal())
        for row in simplified_table("anchors.tsv")
        for form in listed(row[language])
    }


def bounded(bound: Bound) -> Modifier:
    """Makes an open interval of an expression that denotes days: 以来, since, before."""

    def apply(reading: Reading, groups: Groups) -> Reading | None:
        told = reading.point is not None or ":" in reading.clock
        free = told and not reading.bound and reading.to is None
        return reading._replace(bound=bound) if free else None

    return apply


def closed(reading: Reading, groups: Groups) -> Reading | None:
    """The 止 of 从3月1日起至5日止 says of a range what it is."""
    return reading if reading.to is not None else None


def approximate(modifiers: Mapping[str, str]) -> Modifier:
    """Adds the TIMEX3 modifier of words such as 大约 and "more than"."""

    def apply(reading: Reading, groups: Groups) -> Reading | None:
        mod = modifiers[groups["about"]]
        measured = reading.type == "DURATION" or ":" in reading.clock or "shift" in reading.rule
        near = mod == "APPROX" and isinstance(reading.point, Span | Fields)
        if reading.mod or reading.direction or not (measured or near):
            return None
        return reading._replace(mod=mod)

    return apply


def at_clock(parts: Mapping[str, str]) -> Modifier:
    """Narrows a day to a part of it: 周五晚."""

    def apply(reading: Reading, groups: Groups) -> Reading | None:
        if reading.clock or not denotes_day(reading):
            return None
        return reading._replace(clock=parts[groups["part"]], type="TIME")

    return apply


def within(reading: Reading, groups: Groups) -> Reading | None:
    """一个月内 is one expression; 过去两天 is one already, without the 内 behind it."""
    return reading if reading.type == "DURATION" and not reading.direction else None


def part_told(reading: Reading, groups: Groups) -> Reading | None:
    """周三早些时候, 今年晚些时候: some part of that time, TIMEX3 does not say which."""
    parted = ("day", "week", "month", "season", "half", "year")
    return reading if unit_of(reading) in parted else None


def unchanged(reading: Reading, groups: Groups) -> Reading | None:
    """Words that belong to the expression and say nothing that TIMEX3 has a place for."""
    return reading


#: hours of the parts of a day that a clock shows for the second time
_SECOND_ROUND = {"TMI": (1, 3), "TAF": (1, 11), "TEV": (4, 11), "TNI": (6, 11)}
#: parts of the day in which 12 is the end of the day
_NIGHTS = ("TEV", "TNI", "T00:00")
_COUNTED = re.compile(r"P(\d+)([A-Z]+)")
#: TIMEX3 duration unit to calendar unit, and how many of them one is
CALENDAR: dict[str, tuple[int, Unit]] = {
    "D": (1, "day"),
    "W": (1, "week"),
    "M": (1, "month"),
    "Q": (1, "quarter"),
    "Y": (1, "year"),
    "DE": (1, "decade"),
    "CE": (1, "century"),
}
