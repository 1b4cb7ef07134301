"""What the parts of an English time expression say: a rule's groups go in, a reading comes out.

The words' meanings are in ``corpus/lexicon/times_en.tsv``. This module must never look at the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from corpus.lexicon import listed, table
from corpus.model import Direction
from corpus.times import numerals
from corpus.times.build import DIRECTIONS, clock_time, named, shift, vague
from corpus.times.calendar import Span, Unit
from corpus.times.grammar import Builder, Groups, words
from corpus.times.reading import Fields, Reading, Step, denotes_day


@cache
def lexicon(*kinds: str) -> Mapping[str, str]:
    """English words of some kinds, in lower case, and their values."""
    return {form.lower(): value for form, value in words("times_en.tsv", *kinds).items()}


@cache
def holidays() -> Mapping[str, str]:
    """English names of feasts, in lower case, and their keys."""
    return {form.lower(): row["key"] for row in table("holidays.tsv") for form in listed(row["en"])}


def date(groups: Groups) -> Reading:
    """Year, month and day, or those of them that are given; the right end of a range too."""
    point = Fields(year=_year(groups), number=_month(groups, "month"), day=_whole(groups, "day"))
    to_month, to_day = _month(groups, "to_month"), _whole(groups, "to_day")
    to = None
    if to_month or to_day:
        to = point._replace(number=to_month or point.number, day=to_day)
    return Reading("", point, to=to)


def month(groups: Groups) -> Reading:
    """February, last December, this May."""
    number = _month(groups, "month")
    return Reading("", _towards(Fields(number=number), groups, "year"))


def year(groups: Groups) -> Reading:
    """2014, 2014-16: the right end of a range may leave out the century."""
    first, last = _year(groups) or 0, _whole(groups, "to_year")
    if last is not None and last < 100:
        last += first // 100 * 100
    return Reading("", Span("year", first), to=None if last is None else Span("year", last))


def decade(groups: Groups) -> Reading:
    """The 1990s, the early '90s, the nineties: the last two of the twentieth century."""
    third = lexicon("third")[groups["third"]] if "third" in groups else ""
    if "word" in groups:
        return Reading("", Span("decade", int(lexicon("decade")[groups["word"]])), third=third)
    number = int(groups["decade"]) // 10
    return Reading("", Span("decade", number if number > 99 else 190 + number), third=third)


def century(groups: Groups) -> Reading:
    """The 21st century, the twentieth century."""
    number = _whole(groups, "century") or int(lexicon("century")[groups["century"]])
    return Reading("", Span("century", number - 1))


def within_year(unit: Unit, *, loose: bool = False) -> Builder:
    """Quarter, season or half: of a year that is given, or that stands beside them."""

    def build(groups: Groups) -> Reading:
        number = lexicon("ordinal", "season").get(groups[unit], groups[unit])
        fields = Fields(year=_year(groups), unit=unit, number=int(number))
        return Reading("", _towards(fields, groups, "year"), loose=loose)

    return build


def weekday(groups: Groups) -> Reading:
    """Friday, last Friday; this Friday is the one of this week."""
    number = int(lexicon("weekday", "short-weekday")[groups["weekday"]])
    return Reading("", _towards(Fields(weekday=number), groups, "week"))


def word(groups: Groups) -> Reading:
    """Today, last night."""
    return named(lexicon("named")[groups["word"]])


def calendar_unit(groups: Groups) -> Reading:
    """Last week, this month, next year; the year alone needs something beside it."""
    unit = lexicon("calendar")[groups["unit"]]
    toward = lexicon("towards")[groups["toward"]] if "toward" in groups else "0"
    return named(f"{unit} {toward}")._replace(loose="toward" not in groups)


def edge(groups: Groups) -> Reading:
    """Year-end, month's end."""
    return named(f"{groups['unit']} 0", third="END")


def spoken(groups: Groups) -> Reading:
    """That day, the following week: counted from what was spoken of last."""
    return named(lexicon("spoken", "spoken-alone")[groups["word"]], "context")


def reference(groups: Groups) -> Reading:
    """Now, recently, soon."""
    value = lexicon("vague")[groups["word"]]
    return Reading("", fixed=value, direction=DIRECTIONS[value])


def part(groups: Groups) -> Reading:
    """Overnight, in the morning."""
    return Reading("", type="TIME", clock=lexicon("part-alone", "part")[groups["word"]])


def part_beside(groups: Groups) -> Reading:
    """Evening, only beside a day."""
    return part(groups)._replace(loose=True)


def clock(groups: Groups) -> Reading | None:
    """6:15 am, 0315 GMT, ten o'clock."""
    hour, minute = _whole(groups, "hour") or 0, _whole(groups, "minute") or 0
    if "meridiem" in groups:
        hour = hour % 12 + (12 if groups["meridiem"].startswith("p") else 0)
    return clock_time(hour, minute)


def clock_beside(groups: Groups) -> Reading | None:
    """15:30 is a time beside a day, else a score."""
    reading = clock(groups)
    return reading and reading._replace(loose=True)


def holiday(groups: Groups) -> Reading:
    """Christmas 2021, the New Year: the day or days of a feast."""
    return Reading("", _towards(Fields(holiday=holidays()[groups["holiday"]]), groups, "year"))


def duration(groups: Groups) -> Reading | None:
    """Three weeks, half an hour, the past two years, week-long, for months."""
    length = _length(groups)
    if length is None:
        return None
    way: Direction = ""
    if "rel" in groups:
        way = "past" if groups["rel"] in lexicon("ago") else "future"
    # of a span of counts, the higher bounds the length
    mod = "EQUAL_OR_LESS" if "low" in groups else ""
    return Reading("", type="DURATION", fixed=numerals.duration(*length), mod=mod, direction=way)


def ago(groups: Groups) -> Reading | None:
    """Two weeks ago: before publication."""
    return _shift(groups, True, from_context=False)


def earlier(groups: Groups) -> Reading | None:
    """A year earlier: before what was spoken of."""
    return _shift(groups, True, from_context=True)


def later(groups: Groups) -> Reading | None:
    """Three days later: after what was spoken of."""
    return _shift(groups, False, from_context=True)


def ahead(groups: Groups) -> Reading | None:
    """Two weeks from now: after publication."""
    return _shift(groups, False, from_context=False)


def each(groups: Groups) -> Reading | None:
    """Every two weeks, each year, every other day."""
    if groups.get("count", "") == "other":
        return Reading("", type="SET", fixed=numerals.duration(2, _unit(groups)))
    length = _length(groups)
    return length and Reading("", type="SET", fixed=numerals.duration(*length))


def each_word(groups: Groups) -> Reading:
    """Daily, annual."""
    return Reading("", type="SET", fixed=lexicon("every")[groups["word"]])


def each_weekday(groups: Groups) -> Reading:
    """Every Friday, Fridays."""
    return Reading("", type="SET", fixed=f"XXXX-WXX-{lexicon('weekday')[groups['weekday']]}")


def narrowed(reading: Reading, groups: Groups) -> Reading | None:
    """Early January, the end of the year; early on Tuesday is a part of the day."""
    name = groups["third"]
    if reading.type == "TIME" and reading.point is None:
        return reading
    if denotes_day(reading):
        clock_part = lexicon("edge-of-day").get(name, "")
        if reading.clock or not clock_part:
            return None
        return reading._replace(clock=clock_part, type="TIME")
    if reading.point is None or reading.third:
        return None
    return reading._replace(third=lexicon("third", "third-of")[name], loose=False)


def told(reading: Reading, groups: Groups) -> Reading | None:
    """Earlier this week, later in the year: the words are part of it, and narrow nothing down."""
    return reading._replace(loose=False) if isinstance(reading.point, Step | Fields) else None


def _whole(groups: Groups, name: str) -> int | None:
    return numerals.english(groups[name], lexicon("numeral")) if name in groups else None


def _month(groups: Groups, name: str) -> int | None:
    if name not in groups or groups[name].isdecimal():
        return _whole(groups, name)
    return int(lexicon("month", "short-month")[groups[name]])


def _year(groups: Groups) -> int | None:
    year = _whole(groups, "year")
    if year is None or year > 99:
        return year
    return year + (2000 if year < 70 else 1900)


def _unit(groups: Groups) -> str:
    return lexicon("unit")[groups["unit"]]


def _towards(fields: Fields, groups: Groups, whole: Unit) -> Fields:
    if "toward" not in groups:
        return fields
    toward = int(lexicon("towards")[groups["toward"]])
    if toward:
        return fields._replace(toward=toward)
    step = Step(whole, 0)
    return fields._replace(week=step) if whole == "week" else fields._replace(year=step)


def _length(groups: Groups) -> tuple[int | None, str, bool] | None:
    """Count, TIMEX3 unit and half; a plural without a number counts as indefinite."""
    unit, plural = _unit(groups), groups["unit"].endswith("s")
    half = "half" in groups
    if "count" not in groups:
        return (0 if half else None if plural else 1), unit, half
    text = groups["count"]
    if "." in text:
        whole, _, tenths = text.partition(".")
        return (int(whole), unit, True) if tenths == "5" else None
    count = numerals.english(text, lexicon("numeral"))
    return count, unit, half


def _shift(groups: Groups, past: bool, *, from_context: bool) -> Reading | None:
    length = _length(groups)
    if length is None:
        return None
    count, unit, half = length
    if half and unit == "Y":
        count, unit, half = (count or 0) * 12 + 6, "M", False
    if count is None or half:
        return vague(past or from_context)
    return shift(count, unit, past, "context" if from_context else "publication")
