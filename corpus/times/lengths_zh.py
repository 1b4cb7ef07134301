"""What Chinese lengths, times counted by them, and sets say: groups go in, a reading comes out.

The words' meanings are in ``corpus/lexicon/times_zh.tsv``. This module must never look at the text.
"""

from __future__ import annotations

from corpus.model import Direction
from corpus.times import numerals
from corpus.times.build import CALENDAR, shift, vague
from corpus.times.grammar import Groups
from corpus.times.reading import Nth, Reading, Step
from corpus.times.readings_zh import lexicon, whole

#: a unit that the lexicon has and TIMEX3 has not: so many of another
_QUARTER_HOUR = "TQ"
#: units that are names without 个 (三月 is March, 两月 and 数月 are none), and those without it
_NAMES = ("M", "CE", "Q")
_NEVER_OF = ("D", "Y")


def duration(groups: Groups) -> Reading | None:
    """三年, 一个半小时, 过去两天, 一个月内."""
    length = _length(groups)
    if length is None:
        return None
    way: Direction = ""
    if "rel" in groups:
        way = "past" if groups["rel"] in lexicon("ago") else "future"
    return Reading(
        "", type="DURATION", fixed=numerals.duration(*length), mod=_mod(groups), direction=way
    )


def plain_duration(groups: Groups) -> Reading | None:
    """A duration with nothing before or behind it: there, 30日 is a date, no duration."""
    day = groups["unit"] == "日" and groups["count"] not in lexicon("few")
    return None if day else duration(groups)


def edge_duration(groups: Groups) -> Reading | None:
    """前10天, 最后三个月: a length, and days where it stands beside a year or month."""
    reading = plain_duration(groups)
    length = _length(groups)
    if reading is None or length is None or not isinstance(length[0], int) or length[2]:
        return reading
    scale, unit = CALENDAR.get(length[1], (0, "day"))
    count = length[0] * scale
    if not count:
        return reading
    ends = (-count, -1) if groups["edge"].startswith("最后") else (1, count)
    first, last = (Nth(unit, number) for number in ends)
    return reading._replace(point=first, to=last)


def ago(groups: Groups) -> Reading | None:
    """三天前; 几天之前 only says that it is past."""
    return _shift(groups, past=True)


def later(groups: Groups) -> Reading | None:
    """三天后: after what was spoken of."""
    return _shift(groups, past=False)


def apart_before(groups: Groups) -> Reading | None:
    """通话的两天前: before an event of no known day, so the words give a unit and no day."""
    return _from_event(ago(groups))


def apart_after(groups: Groups) -> Reading | None:
    """访台两周后."""
    return _from_event(later(groups))


def long_word(groups: Groups) -> Reading:
    """近年来, 连日: so long a time that it needs no number."""
    return Reading("", type="DURATION", fixed=lexicon("long")[groups["word"]], direction="past")


def each(groups: Groups) -> Reading | None:
    """每两周."""
    length = _length(groups)
    return length and Reading("", type="SET", fixed=numerals.duration(*length))


def each_word(groups: Groups) -> Reading:
    """每天, 逐年, 每晚, 每逢周末."""
    value = lexicon("every")[groups["word"]]
    return Reading("", type="SET", fixed=value if value[0] in "PX" else "XXXX-XX-XX" + value)


def each_weekday(groups: Groups) -> Reading:
    """每周五, 每周一至周五."""
    names = [groups[name] for name in ("weekday", "to_weekday") if name in groups]
    days = [f"XXXX-WXX-{lexicon('weekday')[name]}" for name in names]
    return Reading("", type="SET", fixed="/".join(days))


def each_date(groups: Groups) -> Reading:
    """每年5月9日, 每月15日."""
    month = f"{whole(groups, 'month'):02d}" if "month" in groups else "XX"
    day = f"-{whole(groups, 'day'):02d}" if "day" in groups else ""
    return Reading("", type="SET", fixed=f"XXXX-{month}{day}")


def each_season(groups: Groups) -> Reading:
    """每年冬天."""
    name = ("SP", "SU", "FA", "WI")[int(lexicon("season")[groups["season"]]) - 1]
    return Reading("", type="SET", fixed=f"XXXX-{name}")


def _length(groups: Groups) -> tuple[int | float | None, str, bool] | None:
    """Count, TIMEX3 unit and half of a duration; None where the words are none: 三世纪, 3月."""
    unit = lexicon("unit", "unit-beside")[groups["unit"]]
    if groups["count"] == "半":
        return None if unit == "M" and "of" not in groups else (0, unit, True)
    if unit in _NAMES and "of" not in groups and groups["count"] not in ("数", "两"):
        return None
    if unit in _NEVER_OF and "of" in groups:
        return None
    told = groups["count"].replace(",", "")
    count = float(told) if "." in told else numerals.chinese(told, lexicon("numeral"))
    if unit == _QUARTER_HOUR:
        return None if count is None else (count * 15, "TM", False)
    return count, unit, "half" in groups or "half_behind" in groups


def _mod(groups: Groups) -> str:
    if "low" in groups:  # of a span of counts, the higher bounds the length
        return "EQUAL_OR_LESS"
    if groups.get("more") == "来":
        return "APPROX"
    return "MORE_THAN" if {"more", "more_of", "more_behind"} & groups.keys() else ""


def _from_event(reading: Reading | None) -> Reading | None:
    if reading is None or not isinstance(reading.point, Step):
        return reading
    return reading._replace(point=reading.point._replace(base="event"))


def _shift(groups: Groups, past: bool) -> Reading | None:
    length = _length(groups)
    if length is None:
        return None
    count, unit, half = length
    if half and unit == "Y":
        count, unit, half = (count or 0) * 12 + 6, "M", False
    if not isinstance(count, int) or half:
        return vague(past=True)  # 几天后 goes on with a story, which lies behind
    return shift(count, unit, past, "publication" if past else "context")
