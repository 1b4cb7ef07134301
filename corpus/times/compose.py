"""Expressions that stand together and make one: two readings and their link go in, one comes out.

周五（1月21日） is one day told twice, 去年 + 12月 a month and its year, 1月9日 + 至 + 10日 a range,
Tuesday + evening a part of a day. This module must never join what may as well be two times.
"""

from __future__ import annotations

import re

from corpus.times.build import within_part
from corpus.times.calendar import Span
from corpus.times.reading import Fields, Reading, Step, denotes_day, unit_of


def compose(link: str, left: Reading, right: Reading) -> Reading | None:
    """The one reading that both make, or None if they are two."""
    if left.bound or right.bound:
        return None
    if link == "range":
        return _range(left, right)
    if left.type == right.type == "DURATION":
        return _sum(left, right) if link in ("and", "beside") else None
    if link == "and":
        return None
    return (
        _same_day(left, right)
        or _apposed(left, right)
        or _with_clock(left, right)
        or (_placed(left, right) or _placed(right, left) if link == "beside" else None)
    )


def _same_day(left: Reading, right: Reading) -> Reading | None:
    """3月8日当天."""
    same = right.point == Step("day", 0, "context") and denotes_day(left)
    return left if same and not right.clock else None


def _apposed(left: Reading, right: Reading) -> Reading | None:
    """周五（1月21日）, today (January 7): the fuller telling counts, a weekday checks it."""
    if not (denotes_day(left) and denotes_day(right)):
        return None
    full, other = (left, right) if _dated(left) else (right, left)
    if _dated(other) or (not _dated(full) and not _clashless(full, other)):
        return None
    clock = full.clock or other.clock
    point = full.point
    if isinstance(point, Fields) and isinstance(other.point, Fields) and not point.holiday:
        point = point._replace(weekday=other.point.weekday)
    return full._replace(point=point, clock=clock, type="TIME" if clock else "DATE", loose=False)


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
    if day.type == "SET" and "T" not in day.fixed and day is left:
        return day._replace(fixed=day.fixed + clock.clock) if day.fixed[0] == "X" else day
    if not denotes_day(day) or day.to:
        return None
    told = within_part(clock.clock, day.clock) if ":" in clock.clock else clock.clock
    return day._replace(clock=told, type="TIME", mod=clock.mod or day.mod, loose=False)


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
    if year and point.year is None and (point.number is not None or point.holiday):
        place = where.place if isinstance(where, Span) else where
        to = part.to._replace(year=place) if isinstance(part.to, Fields) else part.to
        return part._replace(point=point._replace(year=place), to=to, loose=False)
    if isinstance(where, Span) or point.number is not None:
        return None
    if month and point.day is not None:
        return part._replace(point=point._replace(number=where))
    if week and point.weekday is not None:
        return part._replace(point=point._replace(week=where))
    return None


def _range(left: Reading, right: Reading) -> Reading | None:
    """From the one to the other, if both are of one kind."""
    start, end = left.point, right.point
    if start is None or end is None or left.to or right.to or left.clock or right.clock:
        return None
    if unit_of(left) is None or unit_of(left) != unit_of(right):
        return None
    if isinstance(start, Fields) and isinstance(end, Fields):
        if start.year is None and isinstance(end.year, int):
            start = start._replace(year=end.year)
        if end.year is None and isinstance(start.year, int) and _order(end) >= _order(start):
            end = end._replace(year=start.year)
    rule = f"range.{left.rule.partition('.')[0]}"
    return left._replace(rule=rule, point=start, to=end, to_third=right.third, loose=False)


def _order(fields: Fields) -> tuple[int, int]:
    number = fields.number if isinstance(fields.number, int) else 13
    return number, fields.day or 0


_COUNTED = re.compile(r"P(T?)(\d+|X)([A-Z]+)")


def _sum(left: Reading, right: Reading) -> Reading | None:
    """两年零三个月 is one length; of two vague ones, the larger unit tells the size."""
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
