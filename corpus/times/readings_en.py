"""What the parts of an English time expression say: a rule's groups go in, a reading comes out.

The words' meanings are in ``corpus/lexicon/times_en.tsv``. This module must never look at the text.
"""

from __future__ import annotations

from typing import cast

from corpus.times import numerals
from corpus.times.build import DIRECTIONS, fiscal, named
from corpus.times.calendar import Span, Unit
from corpus.times.grammar import Builder, Groups
from corpus.times.lexicon_en import happenings, holidays, lexicon, whole
from corpus.times.reading import Bound, Fields, Nth, Reading, Step, denotes_day


def date(groups: Groups) -> Reading:
    """Year, month and day, or those of them that are given; the right end of a range too."""
    point = Fields(year=_year(groups), number=_month(groups, "month"), day=whole(groups, "day"))
    if point.year is None:
        point = _towards(point, groups, "year")
    to_month, to_day = _month(groups, "to_month"), whole(groups, "to_day")
    to = None
    if to_month or to_day:
        to = point._replace(number=to_month or point.number, day=to_day)
        if to_month and isinstance(point.year, int) and to_month < (_month(groups, "month") or 0):
            point = point._replace(year=point.year - 1)  # November to February 2017
    return Reading("", point, to=to)


def day_beside(groups: Groups) -> Reading:
    """13th, which needs a weekday or a month beside it."""
    return date(groups)._replace(loose=True)


def month(groups: Groups) -> Reading:
    """February, last December, this May."""
    number = _month(groups, "month")
    return Reading("", _towards(Fields(number=number), groups, "year"))


def year(groups: Groups) -> Reading | None:
    """2014, 2014-16: the right end of a range may leave out the century; 2016-11 is a month."""
    first, last = _year(groups) or 0, whole(groups, "to_year")
    if last is not None and last < 100:
        if last <= first % 100:
            return Reading("month", Fields(year=first, number=last)) if 0 < last < 13 else None
        last += first // 100 * 100
    return Reading("", Span("year", first), to=None if last is None else Span("year", last))


def fiscal_year(groups: Groups) -> Reading:
    """Fiscal year 2022, FY22."""
    return fiscal(_year(groups))


def decade(groups: Groups) -> Reading:
    """The 1990s, the early '90s, the nineties: the last two of the twentieth century."""
    third = lexicon("third")[groups["third"]] if "third" in groups else ""
    if "word" in groups:
        return Reading("", Span("decade", int(lexicon("decade")[groups["word"]])), third=third)
    number = int(groups["decade"]) // 10
    return Reading("", Span("decade", number if number > 99 else 190 + number), third=third)


def century(groups: Groups) -> Reading:
    """The 21st century, the twentieth century, the late 19th and early 20th centuries."""
    first, last = (
        Span("century", (whole(groups, name) or int(lexicon("century")[groups[name]])) - 1)
        if name in groups
        else None
        for name in ("century", "to_century")
    )
    third, to_third = (
        lexicon("third")[groups[name]] if name in groups else "" for name in ("third", "to_third")
    )
    return Reading("", first, to=last, third=third, to_third=to_third)


def within_year(unit: Unit, *, loose: bool = False) -> Builder:
    """Quarter, season or half: of a year that is given, or that stands beside them."""

    def build(groups: Groups) -> Reading:
        told = groups.get(unit) or groups["of_year"]
        number = lexicon("ordinal", "season").get(told, told)
        fields = Fields(year=_year(groups), unit=unit, number=int(number))
        return Reading("", _towards(fields, groups, "year"), loose=loose)

    return build


def nth(groups: Groups) -> Reading:
    """The first week, the last Friday: nothing without the month or year beside it."""
    number = -1 if groups["nth"] in ("last", "final") else whole(groups, "nth") or 0
    day = lexicon("weekday").get(groups["unit"])
    unit = lexicon("calendar").get(groups["unit"], "day")
    point = Nth(cast(Unit, unit), number, int(day) if day else None)
    return Reading("", point, loose=True)


def week(groups: Groups) -> Reading:
    """Week 12: of a year that is given, or of this one."""
    year = _year(groups)
    whole = Step("year", 0) if year is None else Span("year", year)
    return Reading("", Nth("week", int(groups["number"]), whole=whole))


def around(groups: Groups) -> Reading:
    """The week of, the weekend of, the week ended: the one that the day beside it lies in."""
    return Reading("", Nth(cast(Unit, lexicon("calendar")[groups["unit"]]), 0), loose=True)


def weekday(groups: Groups) -> Reading:
    """Friday, last Friday; this Friday is the one of this week."""
    number = int(lexicon("weekday", "short-weekday")[groups["weekday"]])
    return Reading("", _towards(Fields(weekday=number), groups, "week"))


def told_weekday(groups: Groups) -> Reading:
    """The following Monday: the next one after what was spoken of."""
    number = int(lexicon("weekday")[groups["weekday"]])
    return Reading("", Fields(weekday=number, week=Step("week", 0, "context"), toward=1))


def word(groups: Groups) -> Reading:
    """Today, last night."""
    return named(lexicon("named")[groups["word"]])


def calendar_unit(groups: Groups) -> Reading:
    """Last week, this month, next year; the year alone needs something beside it."""
    unit = lexicon("calendar")[groups["unit"]]
    toward = lexicon("towards")[groups["toward"]] if "toward" in groups else "0"
    if unit == "weekend" and groups.get("toward", "").endswith("coming"):
        return Reading("", Fields(unit="weekend", toward=1))
    return named(f"{unit} {toward}")._replace(loose="toward" not in groups)


def edge(groups: Groups) -> Reading:
    """Year-end, month's end, midweek."""
    return named(f"{groups['unit']} 0", third="END" if groups.get("at") != "mid" else "MID")


def this_unit(groups: Groups) -> Reading:
    """In the quarter, for the year: the one spoken of, else the present one."""
    return named(f"{lexicon('calendar')[groups['unit']]} 0", "context")


def this_day(groups: Groups) -> Reading:
    """Later in the day: the one spoken of, else the present one."""
    return named("day 0", "context")


def unit_beside(groups: Groups) -> Reading:
    """Month, only behind "end of"."""
    return named(f"{lexicon('calendar')[groups['unit']]} 0")._replace(loose=True)


def after_next(groups: Groups) -> Reading:
    """The week after next, the year before last."""
    steps = 2 if groups["way"] == "next" else -2
    if groups["unit"] in lexicon("weekday"):
        number = int(lexicon("weekday")[groups["unit"]])
        return Reading("", Fields(weekday=number, week=Step("week", steps)))
    return named(f"{lexicon('calendar')[groups['unit']]} {steps}")


def spoken(groups: Groups) -> Reading:
    """That day, the following week: counted from what was spoken of last."""
    return named(lexicon("spoken", "spoken-alone")[groups["word"]], "context")


def reference(groups: Groups) -> Reading:
    """Now, recently, soon."""
    value = lexicon("vague")[groups["word"]]
    return Reading("", fixed=value, direction=DIRECTIONS[value])


def since_event(groups: Groups) -> Reading:
    """Since the invasion, since Russia's full-scale war on Ukraine began."""
    return Reading("", happenings()[groups["event"]], bound="since")


def weekend_of(groups: Groups) -> Reading:
    """Labor Day weekend: the one that its Monday ends, or its Thursday begins."""
    return Reading("", Nth("weekend", 0, whole=holiday(groups).point))


def holiday(groups: Groups) -> Reading:
    """Christmas 2021, the New Year: the day or days of a feast."""
    return Reading("", _towards(Fields(holiday=holidays()[groups["holiday"]]), groups, "year"))


def narrowed(reading: Reading, groups: Groups) -> Reading | None:
    """Early January, the end of the year; early on Tuesday is a part of the day."""
    name = groups["third"]
    if reading.type == "TIME" and reading.point is None:
        return reading
    if denotes_day(reading) or reading.to_clock:
        clock_part = lexicon("edge-of-day").get(name, "")
        if reading.clock or not clock_part:
            return None
        return reading._replace(clock=clock_part, type="TIME")
    if reading.point is None or reading.third:
        return None
    return reading._replace(third=lexicon("third", "third-of")[name], loose=False)


def halved(reading: Reading, groups: Groups) -> Reading | None:
    """The second half of March, the first half of the 1990s."""
    if reading.point is None or reading.third or reading.clock or denotes_day(reading):
        return None
    return reading._replace(third=f"{lexicon('half')[groups['half']]}-HALF", loose=False)


def told(reading: Reading, groups: Groups) -> Reading | None:
    """Earlier this week, later in the year: the words are part of it, and narrow nothing down."""
    return reading._replace(loose=False) if isinstance(reading.point, Step | Fields) else None


def onward(reading: Reading, groups: Groups) -> Reading | None:
    """2016 or later, from Monday on."""
    bound = cast(Bound, lexicon("bound")[groups["bound"]])
    return reading._replace(bound=bound) if reading.point and not reading.bound else None


def _month(groups: Groups, name: str) -> int | None:
    if name not in groups or groups[name].isdecimal():
        return whole(groups, name)
    return int(lexicon("month", "short-month")[groups[name]])


def _year(groups: Groups) -> int | None:
    if "year_word" in groups:
        return numerals.english_year(groups["year_word"], lexicon("numeral"))
    names = ("short_year", "whole_year", "year")
    year = whole(groups, next((name for name in names if name in groups), "year"))
    if year is None or year > 99:
        return year
    return year + (2000 if year < 70 else 1900)


def _towards(fields: Fields, groups: Groups, whole: Unit) -> Fields:
    if "toward" not in groups:
        return fields
    toward = int(lexicon("towards")[groups["toward"]])
    if toward:
        return fields._replace(toward=toward)
    step = Step(whole, 0)
    return fields._replace(week=step) if whole == "week" else fields._replace(year=step)
