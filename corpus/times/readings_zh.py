"""What the parts of a Chinese time expression say: a rule's groups go in, a reading comes out.

The words' meanings are in ``corpus/lexicon/times_zh.tsv``. This module must never look at the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import cast

from corpus.han import simplified_table
from corpus.lexicon import listed
from corpus.times import numerals
from corpus.times.build import CALENDAR, DIRECTIONS, events, fiscal, named
from corpus.times.calendar import Span, Unit
from corpus.times.grammar import Builder, Groups, words
from corpus.times.reading import Fields, Nth, Reading, Step


@cache
def lexicon(*kinds: str) -> Mapping[str, str]:
    """Chinese words of some kinds and their values."""
    return words("times_zh.tsv", *kinds)


def kinds() -> set[str]:
    """The kinds of words that the lexicon has."""
    return {row["kind"] for row in simplified_table("times_zh.tsv")}


@cache
def holidays() -> Mapping[str, str]:
    """Chinese names of feasts and their keys."""
    rows = simplified_table("holidays.tsv")
    return {form: row["key"] for row in rows for form in listed(row["zh"])}


def whole(groups: Groups, name: str) -> int | None:
    """Value of a numeral in a named group; None if there is no such group, or a vague number."""
    return numerals.chinese(groups[name], lexicon("numeral")) if name in groups else None


def date(groups: Groups) -> Reading:
    """Year, month and day, or those of them that are given; the right end of a range too."""
    point = Fields(
        year=_year(groups),
        number=whole(groups, "month"),
        day=whole(groups, "listed" if "listed" in groups else "day"),
    )
    if "weekday" in groups:
        point = point._replace(weekday=int(lexicon("weekday")[groups["weekday"]]))
    to_month, to_day = whole(groups, "to_month"), whole(groups, "to_day")
    to = None
    if to_month or to_day:
        to = point._replace(number=to_month or point.number, day=to_day)
    reading = Reading("", point, to=to, third=_third(groups))
    if "clock" in groups:  # 2022-02-24T05:30:00
        return reading._replace(clock="T" + groups["clock"], type="TIME")
    return reading


def month_pair(groups: Groups) -> Reading | None:
    """二三月份: two months, the second of which follows the first."""
    reading = date(groups)
    first, second = whole(groups, "month"), whole(groups, "to_month")
    return reading if first is not None and second == first + 1 else None


def lunar(groups: Groups) -> Reading | None:
    """农历正月十五, 三月初一: a day of the Chinese calendar."""
    month = _MOONS.get(groups["moon"]) or whole(groups, "moon")
    year = whole(groups, "year") or whole(groups, "of")
    if month is None:  # a leap month
        return None
    return Reading("", Fields(year=year, holiday=f"lunar {month}-{whole(groups, 'day')}"))


def reign(groups: Groups) -> Reading:
    """A year of an era, with the month and day beside it: 民国111年2月24日, 令和元年."""
    first = lexicon("era", "era-lunar")[groups["era"]]
    count = 1 if groups["reign"] == "元" else whole(groups, "reign") or 1
    told = int(first) + count - 1
    if "month" in groups:
        return date({**groups, "year": str(told)})
    return Reading("", Span("year", told), third=_third(groups))


def of_era(reading: Reading, groups: Groups) -> Reading | None:
    """The name of the era belongs to a year that was counted in it: 咸丰 is a town too."""
    return reading if reading.rule.endswith((".era", ".bc")) else None


def before_christ(groups: Groups) -> Reading:
    """公元前221年: TIMEX3 has a value for it, the calendar has no days."""
    return Reading("", fixed=f"BC{whole(groups, 'bc'):04d}", direction="past")


def year(groups: Groups) -> Reading:
    """A year, or a range of years."""
    last = whole(groups, "to_year")
    if "to_short" in groups:
        last = int(groups["year"][:2] + groups["to_short"])
    to = None if last is None else Span("year", last)
    return Reading("", Span("year", _year(groups) or 0), to=to, third=_third(groups))


def bare_years(groups: Groups) -> Reading | None:
    """2012-2017, if it goes on and not for long."""
    first, last = int(groups["year"]), int(groups["to_year"])
    return year(groups) if first < last < first + 100 else None


def fiscal_year(groups: Groups) -> Reading:
    """2023财年."""
    return fiscal(whole(groups, "year"))


def decade(groups: Groups) -> Reading:
    """20世纪90年代, 七八十年代, 1990年代; without a century, the twentieth."""
    century = whole(groups, "century") or (21 if "own" in groups else 20)
    tens = [whole(groups, name) or 0 for name in ("decade", "to_decade") if name in groups]
    places = [(century - 1) * 10 + (count if count < 10 else count // 10) for count in tens]
    places = places or [int(groups[name]) // 10 for name in ("year", "to_year") if name in groups]
    first, *last = (Span("decade", place) for place in places)
    third = _third(groups)
    if last:
        return Reading("", first, to=last[0], to_third=third)
    return Reading("", first, third=third)


def century(groups: Groups) -> Reading:
    """21世纪, 二十世纪."""
    return Reading("", Span("century", (whole(groups, "century") or 1) - 1), third=_third(groups))


def within_year(unit: Unit) -> Builder:
    """Season or half, which a year beside them may place."""

    def build(groups: Groups) -> Reading:
        number = lexicon(unit)[groups[unit]]
        step = named(f"year {_YEARS[groups['of']]}").point if "of" in groups else None
        return Reading(
            "",
            Fields(year=cast("Step | None", step), unit=unit, number=int(number)),
            loose=unit == "season" and step is None,
        )

    return build


def quarter(groups: Groups) -> Reading:
    """第一季度末, 2022Q3."""
    number = 1 if "first" in groups else whole(groups, "quarter")
    point = Fields(year=whole(groups, "year"), unit="quarter", number=number)
    return Reading("", point, third=_third(groups))


def quarter_beside(groups: Groups) -> Reading:
    """第二季: of a series of films, but for a year beside it."""
    return quarter(groups)._replace(loose=True)


def nth(groups: Groups) -> Reading:
    """第一周, 最后一个星期一: of the month or year that stands beside it."""
    number = whole(groups, "nth") if "nth" in groups else -1 if "last" in groups else 1
    if "weekday" in groups:
        point = Nth("day", number or 0, int(lexicon("weekday")[groups["weekday"]]))
    else:
        _, unit = CALENDAR[lexicon("unit")[groups["unit"]]]
        point = Nth(unit, number or 0)
    return Reading("", point, loose=True)


def first_months(groups: Groups) -> Reading:
    """前7个月, 前三季度: of the year beside them, or of this one."""
    unit: Unit = "quarter" if groups["unit"].startswith("季") else "month"
    last = Fields(year=Step("year", 0), unit=unit, number=whole(groups, "count"))
    return Reading("", last._replace(number=1), to=last)


def first_months_beside(groups: Groups) -> Reading:
    """前两个月, which may as well be those of a war."""
    return first_months(groups)._replace(loose=True)


def weekday(groups: Groups) -> Reading:
    """周五, or 上周五 with the week that it lies in."""
    week: Step | None = None
    if "week" in groups:
        week = cast(Step, named(lexicon("named")[groups["week"].replace("个", "") + "周"]).point)
    number = int(lexicon("weekday")[groups["weekday"]])
    return Reading("", Fields(weekday=number, week=week))


def word(groups: Groups) -> Reading:
    """今天, 上个月, 明年初."""
    told = lexicon("named", "named-compared")[groups["word"]]
    return named(told)._replace(third=_third(groups))


def pair(groups: Groups) -> Reading:
    """昨今两天, 今明两年."""
    unit: Unit = "day" if "day" in groups else "year"
    left, right = (Step(unit, _PAIRED[each]) for each in groups["pair"])
    return Reading("", left, to=right)


def edge(groups: Groups) -> Reading:
    """年初, 月底, 年内: of the year or month of publication, or of the one that stands before."""
    unit, third = lexicon("edge")[groups["word"]].split()
    return named(f"{unit} 0", third=third.strip("-"))


def spoken(groups: Groups) -> Reading:
    """次日, 同月: counted from what was spoken of last."""
    return named(lexicon("spoken")[groups["word"]], "context")


def spoken_apart(groups: Groups) -> Reading:
    """The day before or after an event that is told with 的 and has no known day."""
    return named(lexicon("spoken").get(groups["word"], "day 0"), "event")


def spoken_day(groups: Groups) -> Reading:
    """同月12日."""
    month = cast(Step, named(lexicon("spoken")[groups["word"]], "context").point)
    return Reading("", Fields(number=month, day=whole(groups, "day")))


def reference(groups: Groups) -> Reading:
    """现在, 近日, 未来."""
    value = lexicon("vague")[groups["word"]]
    return Reading("", fixed=value, direction=DIRECTIONS[value])


def of_our_time(groups: Groups) -> Reading:
    """今天的年轻人: the present, and no day of it."""
    return Reading("", fixed="PRESENT_REF", direction="present")


def war(groups: Groups) -> Reading:
    """冷战以来, 战前: a time told by an event without a date."""
    return Reading("", fixed="PAST_REF", direction="past")


def since(groups: Groups) -> Reading:
    """以来, with nothing before it that denotes a time: it needs an event there."""
    return Reading("", fixed="PAST_REF", direction="past", loose=True)


def since_event(reading: Reading, groups: Groups) -> Reading | None:
    """开战以来, 俄罗斯入侵乌克兰以来."""
    if not (reading.loose and reading.fixed):
        return None
    return Reading(reading.rule, events("zh")[groups["event"]], bound="since")


def holiday(groups: Groups) -> Reading:
    """2022年元旦, 春节: the day or days of a feast."""
    return Reading("", Fields(holiday=holidays()[groups["holiday"]]))


def short_holiday(groups: Groups) -> Reading:
    """国庆 of 国庆假期: the day that it is kept on."""
    return Reading("", Fields(holiday=lexicon("short-feast")[groups["feast"]]))


def holiday_beside(groups: Groups) -> Reading:
    """十一, which is but a number without a year beside it."""
    return short_holiday(groups)._replace(loose=True)


_YEARS = {"今": 0, "去": -1, "明": 1}
_PAIRED = {"昨": -1, "今": 0, "明": 1, "后": 2}
_MOONS = {"正": 1, "冬": 11, "腊": 12}


def _year(groups: Groups) -> int | None:
    """A year of two figures is one of the last fifty or so."""
    if "short" not in groups:
        return whole(groups, "year")
    short = groups["short"]
    count = int("".join(lexicon("numeral").get(figure, figure) for figure in short))
    return count + (2000 if count < 50 else 1900)


def _third(groups: Groups) -> str:
    return lexicon("third")[groups["third"]] if "third" in groups else ""
