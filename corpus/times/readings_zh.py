"""What the parts of a Chinese time expression say: a rule's groups go in, a reading comes out.

The words' meanings are in ``corpus/lexicon/times_zh.tsv``. This module must never look at the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import cast

from corpus.han import simplified_table
from corpus.lexicon import listed
from corpus.model import Direction
from corpus.times import numerals
from corpus.times.build import DIRECTIONS, clock_time, named, shift, vague
from corpus.times.calendar import Span, Unit
from corpus.times.grammar import Builder, Groups, words
from corpus.times.reading import Fields, Reading, Step


@cache
def lexicon(*kinds: str) -> Mapping[str, str]:
    """Chinese words of some kinds and their values."""
    return words("times_zh.tsv", *kinds)


@cache
def holidays() -> Mapping[str, str]:
    """Chinese names of feasts and their keys."""
    rows = simplified_table("holidays.tsv")
    return {form: row["key"] for row in rows for form in listed(row["zh"])}


def date(groups: Groups) -> Reading:
    """Year, month and day, or those of them that are given; the right end of a range too."""
    point = Fields(
        year=_whole(groups, "year"), number=_whole(groups, "month"), day=_whole(groups, "day")
    )
    if "listed" in groups:
        point = point._replace(day=_whole(groups, "listed"))
    to_month, to_day = _whole(groups, "to_month"), _whole(groups, "to_day")
    to = None
    if to_month or to_day:
        to = point._replace(number=to_month or point.number, day=to_day)
    return Reading("", point, to=to, third=_third(groups))


def minguo(read: Builder) -> Builder:
    """Reads a year of the Republic of China, of which the first is 1912."""

    def build(groups: Groups) -> Reading | None:
        return read({**groups, "year": str(1911 + int(groups["year"]))})

    return build


def short_year(groups: Groups) -> Reading:
    """08年 is 2008."""
    return Reading("", Span("year", 2000 + (_whole(groups, "year") or 0)), third=_third(groups))


def year(groups: Groups) -> Reading:
    """A year, or a range of years."""
    first, last = _whole(groups, "year") or 0, _whole(groups, "to_year")
    to = None if last is None else Span("year", last)
    return Reading("", Span("year", first), to=to, third=_third(groups))


def decade(groups: Groups) -> Reading:
    """20世纪90年代; without a century, the twentieth."""
    century = _whole(groups, "century") or (21 if "own" in groups else 20)
    index = (century - 1) * 10 + (_whole(groups, "decade") or 0) // 10
    return Reading("", Span("decade", index), third=_third(groups))


def century(groups: Groups) -> Reading:
    """21世纪, 二十世纪."""
    return Reading("", Span("century", (_whole(groups, "century") or 1) - 1), third=_third(groups))


def within_year(unit: Unit) -> Builder:
    """Quarter, season or half, which a year beside them may place."""

    def build(groups: Groups) -> Reading:
        number = lexicon(unit).get(groups[unit]) or str(_whole(groups, unit))
        step = named(f"year {_YEARS[groups['of']]}").point if "of" in groups else None
        return Reading(
            "",
            Fields(year=cast("Step | None", step), unit=unit, number=int(number)),
            loose=unit == "season" and step is None,
        )

    return build


def first_months(groups: Groups) -> Reading:
    """前7个月, 前三季度: they need a year beside them."""
    unit: Unit = "quarter" if groups["unit"].startswith("季") else "month"
    last = Fields(unit=unit, number=_whole(groups, "count"))
    return Reading("", last._replace(number=1), to=last, loose=True)


def weekday(groups: Groups) -> Reading:
    """周五, or 上周五 with the week that it lies in."""
    week: Step | None = None
    if "week" in groups:
        week = cast(Step, named(lexicon("named")[groups["week"].replace("个", "") + "周"]).point)
    number = int(lexicon("weekday")[groups["weekday"]])
    return Reading("", Fields(weekday=number, week=week))


def word(groups: Groups) -> Reading:
    """今天, 上个月, 明年初."""
    return named(lexicon("named")[groups["word"]])._replace(third=_third(groups))


def edge(groups: Groups) -> Reading:
    """年初, 月底: of the year or month of publication, or of the one that stands before."""
    unit, third = lexicon("edge")[groups["word"]].split()
    return named(f"{unit} 0", third=third)


def spoken(groups: Groups) -> Reading:
    """次日, 同月: counted from what was spoken of last."""
    return named(lexicon("spoken")[groups["word"]], "context")


def spoken_day(groups: Groups) -> Reading:
    """同月12日."""
    month = cast(Step, named(lexicon("spoken")[groups["word"]], "context").point)
    return Reading("", Fields(number=month, day=_whole(groups, "day")))


def reference(groups: Groups) -> Reading:
    """现在, 近日, 未来."""
    value = lexicon("vague")[groups["word"]]
    return Reading("", fixed=value, direction=DIRECTIONS[value])


def war(groups: Groups) -> Reading:
    """冷战以来, 战前: a time told by an event without a date."""
    return Reading("", fixed="PAST_REF", direction="past")


def part(groups: Groups) -> Reading:
    """凌晨; 晚 and 早 only beside a day."""
    word = groups["word"]
    short = word in lexicon("part-beside")
    return Reading("", type="TIME", clock=lexicon("part", "part-beside")[word], loose=short)


def clock(groups: Groups) -> Reading | None:
    """晚上8点, 9时30分."""
    minute = 30 if "half" in groups else _whole(groups, "minute") or 0
    part = lexicon("part", "part-beside").get(groups.get("part", ""), "")
    return clock_time(_whole(groups, "hour") or 0, minute, part)


def loose_clock(groups: Groups) -> Reading | None:
    """8:30 is a time beside a day, else a score."""
    reading = clock(groups)
    return reading and reading._replace(loose="part" not in groups)


def holiday(groups: Groups) -> Reading:
    """2022年元旦, 春节: the day or days of a feast."""
    return Reading("", Fields(holiday=holidays()[groups["holiday"]]))


def duration(groups: Groups) -> Reading | None:
    """三年, 一个半小时, 过去两天, 一个月内."""
    length = _length(groups)
    if length is None:
        return None
    way: Direction = ""
    if "rel" in groups:
        way = "past" if groups["rel"] in lexicon("ago") else "future"
    # of a span of counts, the higher bounds the length
    mod = "EQUAL_OR_LESS" if "low" in groups else ""
    if not mod and {"more", "more_of", "more_behind"} & groups.keys():
        mod = "MORE_THAN"
    return Reading("", type="DURATION", fixed=numerals.duration(*length), mod=mod, direction=way)


def plain_duration(groups: Groups) -> Reading | None:
    """A duration with nothing before or behind it: there, 30日 is a date, no duration."""
    day = groups["unit"] == "日" and groups["count"] not in lexicon("few")
    return None if day else duration(groups)


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
    """每天, 逐年, 每晚."""
    value = lexicon("every")[groups["word"]]
    return Reading("", type="SET", fixed=value if value[0] == "P" else "XXXX-XX-XX" + value)


def each_weekday(groups: Groups) -> Reading:
    """每周五."""
    return Reading("", type="SET", fixed=f"XXXX-WXX-{lexicon('weekday')[groups['weekday']]}")


def each_date(groups: Groups) -> Reading:
    """每年5月9日."""
    day = f"-{_whole(groups, 'day'):02d}" if "day" in groups else ""
    return Reading("", type="SET", fixed=f"XXXX-{_whole(groups, 'month'):02d}{day}")


_YEARS = {"今": 0, "去": -1, "明": 1}


def _whole(groups: Groups, name: str) -> int | None:
    return numerals.chinese(groups[name], lexicon("numeral")) if name in groups else None


def _third(groups: Groups) -> str:
    return lexicon("third")[groups["third"]] if "third" in groups else ""


def _length(groups: Groups) -> tuple[int | None, str, bool] | None:
    """Count, TIMEX3 unit and half of a duration; None where the words are none: 三世纪, 3月."""
    unit = lexicon("unit")[groups["unit"]]
    if groups["count"] == "半":
        return None if unit == "M" and "of" not in groups else (0, unit, True)
    if unit in ("M", "CE", "Q") and "of" not in groups:
        return None
    return _whole(groups, "count"), unit, "half" in groups or "half_behind" in groups


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
    if count is None or half:
        return vague(past=True)  # 几天后 goes on with a story, which lies behind
    return shift(count, unit, past, "publication" if past else "context")
