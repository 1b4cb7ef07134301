"""Expressions that stand together and make one: two readings and their link go in, one comes out.

周五（1月21日） is one day told twice, 去年 + 12月 a month and its year, 1月9日 + 至 + 10日 a range,
Tuesday + evening a part of a day. This module must never join what may as well be two times.
"""

from __future__ import annotations

import re

from corpus.model import TimexType
from corpus.times.build import counted, within_part
from corpus.times.calendar import UNITS, Span, Unit
from corpus.times.reading import Away, Fields, Nth, Point, Reading, Step, denotes_day, unit_of


def compose(link: str, left: Reading, right: Reading) -> Reading | None:
    """The one reading that both make, or None if they are two."""
    if left.bound or right.bound:
        return None
    if link == "range":
        return _range(left, right)
    if link == "from" and isinstance(right.point, Fields) and not right.point.toward:
        right = right._replace(point=right.point._replace(toward=1))
    if link in ("before", "after", "from"):
        return _away(left, right, -1 if link == "before" else 1)
    if left.type == right.type == "DURATION":
        return _sum(left, right) if link in ("and", "beside", "comma") else None
    if left.type == "DURATION" and right.rule.startswith("shift") and link != "bracket":
        return _farther(left, right)
    if link == "and":
        return None
    if link == "hours":
        return _with_clock(left, right) if right.point is None else None
    if link == "beside" and left.to is not None:  # 2022年秋季至2023年 + 冬季
        end = _placed(left._replace(point=left.to, to=None, third="", clock=""), right)
        alike = end is not None and unit_of(end) == unit_of(left)
        if end and alike:
            return left._replace(to=end.point, to_third=end.third)
    return (
        _same_day(left, right)
        or _apposed(left, right)
        or _with_clock(left, right)
        or (
            _nth(left, right) or _nth(right, left) or _placed(left, right) or _placed(right, left)
            if link == "beside"
            else None
        )
    )


def listed(left: Reading, right: Reading) -> tuple[Reading, Reading]:
    """Two dates in a list: January 9 + 10 share the month, March + April 2014 the year."""
    first, second = left.point, right.point
    if not isinstance(first, Fields) or not isinstance(second, Fields) or first.number is None:
        return left, right
    if right.loose and first.day is not None and second.day is not None and second.number is None:
        year = first.year if second.year is None else second.year
        second = second._replace(number=first.number, year=year)
        right = right._replace(point=second, loose=False)
    if first.year is None and isinstance(second.year, int) and _order(first) <= _order(second):
        left = left._replace(point=first._replace(year=second.year))
    return left, right


def _same_day(left: Reading, right: Reading) -> Reading | None:
    """3月8日当天."""
    same = right.point == Step("day", 0, "context") and denotes_day(left)
    return left if same and not right.clock else None


def _apposed(left: Reading, right: Reading) -> Reading | None:
    """周五（1月21日）, today (January 7): the fuller telling counts, a weekday checks it."""
    if not (denotes_day(left) and denotes_day(right)):
        return None
    first = _dated(left) or (isinstance(left.point, Step) and not _dated(right))
    full, other = (left, right) if first else (right, left)
    if _dated(other) or (not _dated(full) and not _clashless(full, other)):
        return None
    clock = full.clock or other.clock
    point = full.point
    if isinstance(point, Fields) and isinstance(other.point, Fields) and not point.holiday:
        point = point._replace(weekday=other.point.weekday)
    kind: TimexType = "TIME" if clock else "DATE"
    return full._replace(point=point, clock=clock, type=kind, beside=other.point, loose=False)


def _dated(reading: Reading) -> bool:
    return isinstance(reading.point, Fields) and reading.point.day is not None


def _clashless(full: Reading, other: Reading) -> bool:
    """Without a date, 今天（周五） still is one day; two weekdays are two."""
    return isinstance(full.point, Step) != isinstance(other.point, Step)


def _with_clock(left: Reading, right: Reading) -> Reading | None:
    """A day and a part of it, a part and the hour in it, or a set and a part: Tuesday evening."""
    day, clock = (left, right) if right.point is None else (right, left)
    if clock.point is not None or not clock.clock:
        return None
    if day.type == "SET" and (day is left or ":" in clock.clock):
        return _recurring(day, clock.clock)
    if not denotes_day(day) or day.to:
        return None
    told = within_part(clock.clock, day.clock) if ":" in clock.clock else clock.clock
    mod, to_clock = clock.mod or day.mod, clock.to_clock and within_part(clock.to_clock, day.clock)
    return day._replace(clock=told, to_clock=to_clock, type="TIME", mod=mod, loose=False)


def _recurring(each: Reading, clock: str) -> Reading | None:
    """Every Friday + morning, every night + at 9; every day + at 7 a.m. is each day's hour."""
    day, _, part = each.fixed.partition("T")
    if day == "P1D" and not part:
        return each._replace(fixed=f"XXXX-XX-XX{clock}") if ":" in clock else each
    if day[0] != "X" or (part and ":" not in clock) or ":" in part:
        return None
    return each._replace(fixed=day + (within_part(clock, f"T{part}") if part else clock))


def _placed(whole: Reading, part: Reading) -> Reading | None:
    """A month, weekday or feast in the year, month or week that stands beside it."""
    point, where = part.point, whole.point
    if whole.third or whole.to or whole.clock:
        return None
    if isinstance(point, Step) and part.third:  # 明年 + 年初
        same = point == Step(point.unit, 0) and point.unit == unit_of(whole)
        return whole._replace(third=part.third) if same else None
    if not isinstance(point, Fields) or point.toward or not isinstance(where, Step | Span):
        return None
    year, month, week = (where.unit == unit for unit in ("year", "month", "week"))
    if (
        year
        and point.year in (None, Step("year", 0))
        and (point.number is not None or point.holiday)
    ):
        place = where.place if isinstance(where, Span) else where
        to = part.to._replace(year=place) if isinstance(part.to, Fields) else part.to
        return part._replace(point=point._replace(year=place), to=to, loose=False)
    if isinstance(where, Span) or point.number is not None:
        return None
    if month and point.day is not None:
        return part._replace(point=point._replace(number=where), loose=False)
    if week and point.weekday is not None:
        return part._replace(point=point._replace(week=where))
    return None


def _nth(left: Reading, right: Reading) -> Reading | None:
    """The first week + of May; the week + of April 10, where the other time is the smaller one."""
    point, unit = left.point, unit_of(right)
    if isinstance(point, Nth) and point.whole:  # the first week of March + last year
        whole = _placed(right, left._replace(point=point.whole, third=""))
        return whole and left._replace(point=point._replace(whole=whole.point))
    if not isinstance(point, Nth) or point.whole or unit is None or right.to or right.clock:
        return None
    finer = UNITS.index(unit) < UNITS.index(point.unit)
    if finer != (not point.number) or isinstance(right.point, Nth):
        return None
    if left.to and unit == point.unit:  # 国庆节前三天 is no part of the day
        return None
    counted = right._replace(rule=left.rule, point=point._replace(whole=right.point), loose=False)
    if isinstance(left.to, Nth):  # the first two weeks
        return counted._replace(to=left.to._replace(whole=right.point))
    return counted


def _away(left: Reading, right: Reading, way: int) -> Reading | None:
    """Two days + after Christmas, a week + from Friday."""
    length = counted(left.fixed) if left.type == "DURATION" else None
    if length is None or left.direction or right.point is None or right.to or right.clock:
        return None
    count, unit = length
    known = unit_of(right)
    if known is None or UNITS.index(known) > UNITS.index(unit):
        return None
    if unit == "week" and known == "day":
        unit, count = "day", count * 7
    point = Away(unit, count * way, right.point)
    return Reading(f"shift.{unit}", point, mod=left.mod)


def _farther(left: Reading, right: Reading) -> Reading | None:
    """A year and + two months ago."""
    counted, point = _COUNTED.fullmatch(left.fixed), right.point
    if counted is None or not isinstance(point, Step) or left.mod or not point.offset:
        return None
    scale = _PER_UNIT.get((counted.group(3), point.unit), 0)
    if not scale or not counted.group(2).isdecimal():
        return None
    more = int(counted.group(2)) * (scale if point.offset > 0 else -scale)
    return right._replace(point=point._replace(offset=point.offset + more))


def _range(left: Reading, right: Reading) -> Reading | None:
    """From the one to the other, if both are of one kind."""
    start, end = left.point, right.point
    if end is None and ":" in left.clock and ":" in right.clock and not left.to_clock:
        return left._replace(to_clock=right.clock, loose=left.loose and right.loose)
    if end == Step("day", 1, "context"):  # 晚8时至次日6时, 1月9日至次日
        if start is None and ":" in left.clock and ":" in right.clock and not left.to_clock:
            return left._replace(to_clock=right.clock)
        end = start and Away("day", 1, start)
    if start is None or end is None or left.to or right.to:
        return None
    if bool(left.clock) != bool(right.clock) or left.to_clock or right.to_clock:
        return None
    alike = unit_of(left) == unit_of(right) or (_in_a_year(start) and _in_a_year(end))
    if unit_of(left) is None or unit_of(right) is None or not alike:
        return None
    if isinstance(start, Fields) and isinstance(end, Fields):
        if start.year is None and isinstance(end.year, int):
            start = start._replace(year=end.year)
        if end.year is None and isinstance(start.year, int) and _order(end) >= _order(start):
            end = end._replace(year=start.year)
    rule = f"range.{left.rule.partition('.')[0]}"
    return left._replace(
        rule=rule, point=start, to=end, to_third=right.third, to_clock=right.clock, loose=False
    )


def _in_a_year(point: Point) -> bool:
    """True for what lies in a year that is known: 2014, May 2018, today."""
    if isinstance(point, Step):
        return point.base == "publication"
    return isinstance(point, Span) or (isinstance(point, Fields) and isinstance(point.year, int))


def _order(fields: Fields) -> tuple[int, int]:
    number = fields.number if isinstance(fields.number, int) else 13
    return number, fields.day or 0


_SUMMED = re.compile(r"(P(?:\d+[YMWD])+)(T?\d+[A-Z])")
#: how many of a calendar unit a larger one has
_PER_UNIT: dict[tuple[str, Unit], int] = {("Y", "month"): 12, ("W", "day"): 7, ("DE", "year"): 10}
_COUNTED = re.compile(r"P(T?)(\d+|X)([A-Z]+)")


def _sum(left: Reading, right: Reading) -> Reading | None:
    """两年零三个月 is one length; of two vague ones, the larger unit tells the size."""
    if summed := _SUMMED.fullmatch(left.fixed):  # two years, three months + and a day
        end = _sum(left._replace(fixed=f"P{summed.group(2)}"), right)
        return end and end._replace(fixed=summed.group(1) + end.fixed[1:])
    first, second = _COUNTED.fullmatch(left.fixed), _COUNTED.fullmatch(right.fixed)
    if first is None or second is None or left.mod or right.mod:
        return None
    if "X" in (first.group(2), second.group(2)):
        return left._replace(fixed=max(left, right, key=lambda each: _size(each.fixed)).fixed)
    if _size(left.fixed) <= _size(right.fixed):
        return None
    rest = right.fixed[1:]
    return left._replace(fixed=left.fixed + (rest.removeprefix("T") if first.group(1) else rest))


def _size(duration: str) -> int:
    match = _COUNTED.fullmatch(duration)
    assert match is not None, "only counted durations are compared"
    return (
        ("S", "M", "H").index(match.group(3))
        if match.group(1)
        else 3 + "DWMQY".find(match.group(3))
    )
