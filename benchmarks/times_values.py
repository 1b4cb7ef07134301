"""What a system says about time goes in, one way of writing it comes out, so that answers compare.

A denotation is a string: closed days ``2022-01-01/2022-01-10`` with ``..`` for an open or unknown
end, a length ``P1M``, a repetition ``SET P1W``. Two are the same if the strings are. This module
must never know a system's name for a grammar rule, and imports nothing but the standard library:
it also runs with the Python of the peers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction

_LENGTH = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
    r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
#: months, then seconds, in a unit of the pattern's groups
_MONTHS = (12, 1)
_SECONDS = (604_800, 86_400, 3_600, 60, 1)
_RANGE = re.compile(r"\((?P<first>[^,()]*),(?P<last>[^,()]*),[^,()]*\)")
_NAMED_DAY = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}(?:T[\w:]*)?|[\dX]{4}-WXX-\d(?:T[\w:]*)?")
OPEN = ".."
#: no day is denoted: ``PAST_REF``
UNKNOWN = "../.."


def days(first: str | None, last: str | None) -> str:
    """The closed interval between two days (ISO 8601); None leaves an end open.

    >>> days("2022-01-21", None)
    '2022-01-21/..'
    """
    return f"{first or OPEN}/{last or OPEN}"


def length(timex: str) -> str:
    """A TIMEX3 duration by what it amounts to, in months and seconds; others as they are.

    >>> length("P7D") == length("P1W"), length("P1.5Y"), length("PXD")
    (True, 'P18M', 'PXD')
    """
    match = _LENGTH.fullmatch(timex)
    if not match or not any(match.groups()):
        return timex
    parts = [Fraction(part or 0) for part in match.groups()]
    months = sum(part * size for part, size in zip(parts[:2], _MONTHS, strict=True))
    seconds = sum(part * size for part, size in zip(parts[2:], _SECONDS, strict=True))
    return "P" + (f"{months}M" if months else "") + (f"T{seconds}S" if seconds else "")


def timex3(kind: str, value: str, first: date | None, last: date | None) -> list[str]:
    """The denotations of a TIMEX3: days or nothing of a date or time, else its value.

    A length with days (the past three days) denotes both.
    """
    told = days(*(day.isoformat() if day else None for day in (first, last)))
    if kind == "DURATION":
        return [length(value), *([told] if told != UNKNOWN else [])]
    if kind == "SET":
        return [f"SET {length(value)}"]
    return [told] if told != UNKNOWN else [told, value]


def recognizers(kind: str, resolution: Mapping[str, str]) -> Iterator[str]:
    """All denotations that one ``values`` entry of Recognizers-Text admits.

    Its ends are exclusive. Where its Timex names the end as a day ("from 4 to 6 May", "by
    Friday"), the day itself is admitted as the last one too; after a named day ("after 1 May"),
    the next day is admitted as the first one too. A clock is left out: its day counts.

    >>> told = {"timex": "2022", "start": "2022-01-01", "end": "2023-01-01"}
    >>> list(recognizers("daterange", told))
    ['2022-01-01/2022-12-31']
    >>> list(recognizers("duration", {"timex": "P2Y", "value": "63072000"}))
    ['P24M']
    """
    timex = resolution.get("timex", "")
    if kind == "duration":
        yield length(timex)
        return
    if kind == "set":
        yield f"SET {length(timex)}"
        return
    value, start, end = (resolution.get(name, "") for name in ("value", "start", "end"))
    if value[:1].isdigit():
        yield days(value[:10], value[:10])
    elif start or end:
        named = _RANGE.fullmatch(timex)
        whole = bool(_NAMED_DAY.fullmatch(named["last"] if named else timex))
        firsts, lasts = [start[:10]], [_last(end)]
        if whole and end and (named or not start):
            lasts.append(end[:10])
        if whole and not end and resolution.get("Mod") == "after":
            firsts.append(_moved(start, 1))
        yield from dict.fromkeys(days(first, last) for first in firsts for last in lasts)
    elif timex and "X" not in timex:
        yield timex


def _last(end: str) -> str:
    """The last day before an exclusive end; an end at midnight, or without a clock, ends before."""
    clock = end[11:]
    return end[:10] if clock.strip("0:") else _moved(end, -1)


def _moved(day: str, count: int) -> str:
    try:
        return (date.fromisoformat(day[:10]) + timedelta(count)).isoformat() if day else ""
    except (ValueError, OverflowError):
        return ""
