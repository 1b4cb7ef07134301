"""What an expression denotes: a resolved calendar unit goes in, TIMEX3, EDTF and days come out.

TIMEX3 is TimeML 1.2.1's, EDTF is ISO 8601-2:2019 up to level 1. It must never print a part that
was not resolved.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from corpus.times.calendar import UNITS, Span, Unit, as_date, containing, within_year
from corpus.times.reading import Away, Fields, Nth, Point, Reading, Step, unit_of


class Value(NamedTuple):
    """What an expression denotes, ready to print; ``span`` is None while it is unresolved."""

    timex: str
    edtf: str = ""
    first: date | None = None
    last: date | None = None
    precision: str = ""
    mod: str = ""
    #: the unit that was told; of a range, its right end
    span: Span | None = None


_BOUND_MOD = {
    "since": "ON_OR_AFTER",
    "before": "BEFORE",
    "until": "ON_OR_BEFORE",
    "after": "AFTER",
}
_SEASONS = ("SP", "SU", "FA", "WI")
_COARSE_TO_FINE: tuple[Unit, ...] = ("year", "month", "day")
_OPEN_UNIT: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "season": "XXXX-XX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def denoted(span: Span, reading: Reading, to: Span | None = None) -> Value | None:
    """The value of a resolved point, or of a range with its right end.

    None where it would be empty or leave the years 1 to 9999.
    """
    third, bound = reading.third, reading.bound
    if to is None and "" < reading.to_clock < reading.clock and span.unit == "day":
        to = span.shift(1)  # 22时至次日6时
    if span.unit == "day" and to is None and not bound and not reading.to_clock:
        return _day(span, reading)  # most are plain days, and quickly read
    first, last = part_of(span, third)
    if to is not None:
        last = part_of(to, reading.to_third)[1]
    left, right = as_date(first), as_date(last)
    if left is None or right is None or left > right:
        return None
    if bound in ("before", "until"):
        # 年底之前 takes the end in, 3月前 takes nothing of March, 7点前 still is that day
        outside = bound == "before" and third != "END" and not reading.clock
        left, right = None, as_date(first - 1) if outside else right
    elif bound:
        outside = bound == "after" and not reading.clock
        left, right = as_date(last + 1) if outside else left, None
    if left is None and right is None:
        return None
    ends = [span] if to is None and not reading.to_clock else [span, to or span]
    finest = min((each.unit for each in ends), key=UNITS.index)
    printed = edtf(left, right, finest)
    near = reading.mod == "APPROX" and not reading.clock and "/" not in printed
    return Value(
        timex=_clocked(map(timex_of, ends), reading),
        edtf=printed + "~" if near else printed,
        first=left,
        last=right,
        precision="day" if reading.clock else finest,
        mod=reading.mod or (mod_of(third) if to is None else "") or _BOUND_MOD.get(bound, ""),
        span=ends[-1],
    )


def _day(span: Span, reading: Reading) -> Value | None:
    day = as_date(span.place)
    if day is None:
        return None
    printed = day.isoformat()
    near = "~" if reading.mod == "APPROX" and not reading.clock else ""
    mod = reading.mod or mod_of(reading.third)
    return Value(printed + reading.clock, printed + near, day, day, "day", mod, span)


def mod_of(third: str) -> str:
    """TIMEX3 modifier of a part; it knows no halves.

    >>> mod_of("START-HALF")
    'START'
    """
    return third.removesuffix("-HALF")


def part_of(span: Span, third: str) -> tuple[int, int]:
    """First and last day of a unit, or of its early, middle or late part, or of a half.

    A month has its ten days (上旬 中旬 下旬), a week begins with Monday and Tuesday, a year begins
    with its first quarter and is otherwise parted in thirds, as is everything else.

    >>> [as_date(day).isoformat() for day in part_of(Span("month", 2022 * 12), "START")]
    ['2022-01-01', '2022-01-10']
    """
    first, last = span.first, span.last
    if not third or span.unit in ("day", "weekend"):
        return first, last
    if third.endswith("-HALF"):
        middle = first + (15 if span.unit == "month" else (last - first + 1) // 2)
        if span.unit in ("decade", "century"):
            middle = containing("year", first).shift(5 if span.unit == "decade" else 50).first
        return (first, middle - 1) if third == "START-HALF" else (middle, last)
    if span.unit in ("week", "month"):
        early, middle = (2, 4) if span.unit == "week" else (10, 20)
    elif span.unit in ("decade", "century"):
        years = (3, 6) if span.unit == "decade" else (33, 66)
        start = containing("year", first)
        early, middle = (start.shift(count).first - first for count in years)
    elif span.unit == "year":
        start = containing("month", first)
        early, middle = (start.shift(count).first - first for count in (4, 8))
        if third == "START":
            early = start.shift(3).first - first
    else:
        early, middle = (last - first + 1) // 3, 2 * (last - first + 1) // 3
    return {
        "START": (first, first + early - 1),
        "MID": (first + early, first + middle - 1),
        "END": (first + middle, last),
    }[third]


@lru_cache(maxsize=4096)
def timex_of(span: Span) -> str:
    """TIMEX3 value of a calendar unit within the years 1 to 9999.

    >>> timex_of(containing("week", date(2022, 1, 3).toordinal())), timex_of(Span("decade", 199))
    ('2022-W01', '199')
    """
    unit, place = span
    match unit:
        case "day":
            return date.fromordinal(place).isoformat()
        case "week" | "weekend":
            year, week, _ = date.fromordinal(place * 7 + 1).isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
        case "month":
            return f"{place // 12:04d}-{place % 12 + 1:02d}"
        case "quarter":
            return f"{place // 4:04d}-Q{place % 4 + 1}"
        case "season":
            return f"{place // 4:04d}-{_SEASONS[place % 4]}"
        case "half":
            return f"{place // 2:04d}-H{place % 2 + 1}"
        case "decade":
            return f"{place:03d}"
        case "century":
            return f"{place:02d}"
    return f"{place:04d}"


@lru_cache(maxsize=4096)
def edtf(first: date | None, last: date | None, precision: str) -> str:
    """EDTF of a closed interval of days, open where a side is None; empty if both are.

    A unit that EDTF knows is printed as one if the interval is exactly that unit. It has no week,
    quarter or half year at level 1, so these become intervals of days or months.

    >>> edtf(date(2022, 1, 17), date(2022, 1, 23), "week"), edtf(None, date(2023, 2, 28), "month")
    ('2022-01-17/2022-01-23', '../2023-02')
    >>> edtf(date(1990, 1, 1), date(1999, 12, 31), "decade"), edtf(date(2022, 6, 1), None, "day")
    ('199X', '2022-06-01/..')
    """
    if first is None and last is None:
        return ""
    if first is not None and last is not None and precision in UNITS:
        span = containing(precision, first.toordinal())
        if (span.first, span.last) == (first.toordinal(), last.toordinal()):
            match span.unit:
                case "day" | "month" | "year":
                    return timex_of(span)
                case "season":
                    return f"{span.place // 4:04d}-{21 + span.place % 4}"
                case "decade" | "century":
                    return f"{timex_of(span):X<4}"
    finest = precision if precision in UNITS else "day"
    for unit in _COARSE_TO_FINE:
        if UNITS.index(unit) > UNITS.index(finest):
            continue
        left = first and containing(unit, first.toordinal())
        right = last and containing(unit, last.toordinal())
        begins = not left or as_date(left.first) == first
        if begins and (not right or as_date(right.last) == last):
            break
    ends = [timex_of(span) if span else ".." for span in (left, right)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def placeholder(reading: Reading) -> str:
    """TIMEX3 value with an X for each figure that neither the words nor the context give.

    >>> placeholder(Reading("", Fields(number=1, day=21)))
    'XXXX-01-21'
    """
    ends = [point for point in (reading.point, reading.to) if point is not None]
    return _clocked(map(_open_value, ends), reading)


def _clocked(ends: Iterable[str], reading: Reading) -> str:
    """The ends of a range, or the one value, with the time of day that is told of each."""
    *left, right = ends
    if not reading.to_clock:
        return "/".join([*left, right]) + reading.clock
    return f"{left[0] if left else right}{reading.clock}/{right}{reading.to_clock}"


def _open_value(point: Point) -> str:
    match point:
        case Span():
            return timex_of(point)
        case Step(unit=unit):
            return _OPEN_UNIT[unit]
        case Nth() | Away():
            return _OPEN_UNIT[unit_of(Reading("", point)) or "day"]
        case Fields(unit="weekend"):
            return _OPEN_UNIT["weekend"]
        case Fields(number=None, day=None, weekday=int(weekday)):
            return f"XXXX-WXX-{weekday}"
        case Fields():
            year = timex_of(Span("year", point.year)) if isinstance(point.year, int) else "XXXX"
            if point.holiday:
                return f"{year}-XX-XX"
            part = "XX"
            if isinstance(point.number, int):
                part = timex_of(within_year(point.unit, 2000, point.number))[5:]
            return f"{year}-{part}" + (f"-{point.day:02d}" if point.day is not None else "")
    return "PAST_REF"
