"""Hours: a time expression goes in, the clock time that it tells comes out, and the hours of one.

A clock is TIMEX3's part behind the day: ``05:00``, ``10:30~`` (about then), a part of the day
(``MO MI AF EV NI``), or two of these with a slash between them. It is the time as told, in whatever
zone that was. This module must never make an hour of a part of the day, nor one of a bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from corpus.lexicon import table
from corpus.model import TimeExpression

#: a bare hour or minute, or a part of the day, behind the day that it is of
_TOLD = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d|[A-Z]{2})")
_DAY = 24.0
#: how far about ten o'clock may be from ten o'clock, in hours
_ABOUT = 0.5


class Hours(NamedTuple):
    """Hours from the midnight with which a day begins, both ends included; 30 is six o'clock on the
    next day."""

    first: float
    last: float

    def within(self, other: Hours) -> bool:
        """True if all of it lies in the other, in the same night or day."""
        return any(
            other.first <= self.first + turn <= self.last + turn <= other.last
            for turn in (0.0, _DAY)
        )


def clock_of(time: TimeExpression | None) -> str:
    """The clock time that an expression gives to what it dates; empty where it tells none.

    "Before noon", "from midnight on" bound an act and do not say when it was.

    >>> from datetime import date
    >>> from corpus.times import find_times
    >>> said = "2022年2月24日凌晨5时左右, 24日晚, 24日20时至22时, 24日10点前"
    >>> [clock_of(time) for time in find_times(said, date(2022, 2, 25))]
    ['05:00~', 'EV', '20:00/22:00', '']
    """
    if time is None or time.type != "TIME" or time.mod not in ("", "APPROX"):
        return ""
    ends = [_TOLD.fullmatch(end) for end in time.value.split("/")]
    near = "~" if time.mod else ""
    told = [end[1] + (near if ":" in end[1] else "") for end in ends if end]
    if len(told) < len(ends) or not all(":" in one or one in _parts() for one in told):
        return ""
    # one hour told of several days is none of theirs, but for the night between two
    spans = len(told) > 1 or time.first == time.last or _hours(told[0]).last > _DAY
    return "/".join(told) if spans else ""


def shares(clock: str, days: int) -> tuple[float, float]:
    """What has passed of the first day when something begins, and of the last when it ends.

    ``days`` lie between the two. Equal ones of a single day are a moment.

    >>> shares("06:00", 0), shares("EV/06:00", 1)[1], shares("NI", 0), shares("NI", 1)
    ((0.25, 0.25), 0.25, (0.75, 1.0), (0.75, 0.25))
    """
    begins, ends = hours_of(clock)
    passed = ends.last / _DAY - (0 if "/" in clock else days)
    return begins.first / _DAY, min(passed, 1.0)


def hours_of(clock: str) -> tuple[Hours, Hours]:
    """Hours of the first day in which something begins, and of the last day in which it ends.

    They are one and the same where the clock is no range. Raises `ValueError` for what is none.

    >>> hours_of("05:30")[0], hours_of("EV/02:00~")
    (Hours(first=5.5, last=5.5), (Hours(first=17.0, last=24.0), Hours(first=1.5, last=2.5)))
    """
    begins, slash, ends = clock.partition("/")
    first = _hours(begins)
    return first, _hours(ends) if slash else first


def _hours(told: str) -> Hours:
    if told in _parts():
        return _parts()[told]
    hour, _, minute = told.removesuffix("~").partition(":")
    at = int(hour) + int(minute) / 60
    near = _ABOUT if told.endswith("~") else 0.0
    return Hours(max(at - near, 0.0), at + near)


@cache
def _parts() -> dict[str, Hours]:
    rows = table("day_parts.tsv")
    return {row["part"]: Hours(float(row["from"]), float(row["to"])) for row in rows}


def agreed(clocks: Iterable[str]) -> str:
    """The finest of clocks of one day of which each lies in all coarser ones; else empty.

    >>> agreed(["MO", "05:00", "MO"]), agreed(["05:00", "EV"]), agreed([]), agreed(["02:00", "NI"])
    ('05:00', '', '', '02:00')
    """
    told = sorted(set(clocks), key=lambda clock: (_length(clock), clock))
    spans = [hours_of(clock) for clock in told]
    if not told or not all(
        mine.within(other) for span in spans[1:] for mine, other in zip(spans[0], span, strict=True)
    ):
        return ""
    return told[0]


def _length(clock: str) -> float:
    return sum(span.last - span.first for span in hours_of(clock))
