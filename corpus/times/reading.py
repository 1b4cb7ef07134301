"""What words say about time: grammars make these terms, resolution turns them into days.

Everything that depends on the publication day or on the sentences before is left open here. This
module must never compute a date.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from corpus.model import Direction, TimexType
from corpus.times.calendar import Span, Unit

#: ``event``: counted from something that happened on a day nobody gives
Base = Literal["publication", "context", "event"]
Bound = Literal["since", "before", "until", "after", ""]


class Step(NamedTuple):
    """A unit counted from the day of publication (上周 is week -1) or from the context (次日)."""

    unit: Unit
    offset: int
    base: Base = "publication"


class Fields(NamedTuple):
    """Parts of a calendar date; where the coarser parts are missing it floats until resolved."""

    year: int | Step | None = None
    #: ``month``, ``quarter``, ``season`` or ``half``: what ``number`` counts within the year;
    #: ``weekend`` without a number
    unit: Unit = "month"
    number: int | Step | None = None
    day: int | None = None
    week: Step | None = None
    #: Monday is 1
    weekday: int | None = None
    #: key of a row in ``corpus/lexicon/holidays.tsv``, or a rule as it has them
    holiday: str = ""
    #: what the words themselves demand: -1 the last one before publication, +1 the next one after
    toward: int = 0


class Then(NamedTuple):
    """The time that was spoken of last: 当时, that time, then."""


class Nth(NamedTuple):
    """A unit or weekday counted within another time: the first week of May, the last Friday of it.

    ``number`` counts from 1, from the end with -1; 0 is the unit that the other time lies in (the
    week of April 10).
    """

    unit: Unit
    number: int
    weekday: int | None = None
    #: what it is counted in; None until the words beside it tell
    whole: Point | None = None


class Away(NamedTuple):
    """So many units from another time: two days after Christmas, a week from Friday."""

    unit: Unit
    offset: int
    start: Point


class Event(NamedTuple):
    """A happening whose day everybody knows (``corpus/lexicon/anchors.tsv``): the invasion."""

    key: str
    #: ordinal
    day: int


Point = Event | Span | Step | Fields | Then | Nth | Away


class Reading(NamedTuple):
    """What the words of one expression say, before anything is known about where they stand."""

    #: name of the grammar rule; the engine fills in the rule's own where a builder leaves it empty
    rule: str
    #: what is denoted; None where ``fixed`` says all there is, or where only the clock is given
    point: Point | None = None
    type: TimexType = "DATE"
    #: TIMEX3 value of durations, sets and vague references
    fixed: str = ""
    mod: str = ""
    #: ``START``, ``MID`` or ``END``: the part of the point that is meant; -HALF where it is a half
    third: str = ""
    #: TIMEX3 suffix for a part of the day or a clock time: ``TEV``, ``T06:15``
    clock: str = ""
    #: the same at the right end of a range of clock times
    to_clock: str = ""
    bound: Bound = ""
    #: right end of a range, and the part of it that is meant
    to: Point | None = None
    to_third: str = ""
    #: what the words say themselves: 过去两天 is past, the next two weeks are future
    direction: Direction = ""
    #: what a length denotes if a cue says that it lies ahead: they will meet in three weeks
    ahead: Step | None = None
    #: another telling of the same day, which can bear it out or not: 周五 in 周五（1月21日）
    beside: Point | None = None
    #: means time only beside another expression (``evening`` in "Tuesday evening"), else nothing
    loose: bool = False


def denotes_day(reading: Reading) -> bool:
    """True for one day, or a range of days: 今天, 周五, 1月9日至10日, Christmas."""
    return unit_of(reading) == "day"


def unit_of(reading: Reading) -> Unit | None:
    """The calendar unit that is denoted, None if it is none: durations, sets, 当时, 晚间."""
    match reading.point:
        case Step(unit=unit) | Span(unit=unit) | Away(unit=unit):
            return unit
        case Event():
            return "day"
        case Nth(unit=unit, weekday=weekday):
            return unit if weekday is None else "day"
        case Fields(unit=unit, day=day, weekday=weekday, holiday=name):
            return "day" if name or day is not None or weekday is not None else unit
    return None
