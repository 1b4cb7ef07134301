"""What the parts of an English length or set say: a rule's groups go in, a reading comes out.

The words' meanings are in ``corpus/lexicon/times_en.tsv``. This module must never look at the text.
"""

from __future__ import annotations

from corpus.model import Direction
from corpus.times import numerals
from corpus.times.build import shift, vague
from corpus.times.grammar import Groups
from corpus.times.lexicon_en import lexicon
from corpus.times.reading import Reading, Step

#: the finer unit that half a unit is whole numbers of, and how many make one
_HALVES = {"Y": (12, "M"), "DE": (10, "Y"), "CE": (10, "DE"), "W": (7, "D"), "M": (4, "W")}


def duration(groups: Groups) -> Reading:
    """Three weeks, half an hour, the past two years, week-long, for months."""
    way: Direction = ""
    if "rel" in groups:
        way = "past" if groups["rel"] in lexicon("ago") else "future"
    # of a span of counts, the higher bounds the length
    mod = "EQUAL_OR_LESS" if "low" in groups else ""
    fixed = numerals.duration(*_length(groups))
    return Reading("", type="DURATION", fixed=fixed, mod=mod, direction=way)


def in_length(groups: Groups) -> Reading:
    """In three weeks: a length, or a time ahead if that is what the sentence tells of."""
    reading, told = duration(groups), ahead(groups)
    return reading._replace(ahead=told.point if isinstance(told.point, Step) else None)


def beside(groups: Groups) -> Reading:
    """The day after, where what it is counted from may follow."""
    return duration(groups)._replace(loose=True)


def ago(groups: Groups) -> Reading:
    """Two weeks ago: before publication."""
    return _shift(groups, True, from_context=False)


def earlier(groups: Groups) -> Reading:
    """A year earlier: before what was spoken of."""
    return _shift(groups, True, from_context=True)


def later(groups: Groups) -> Reading:
    """Three days later: after what was spoken of."""
    return _shift(groups, False, from_context=True)


def ahead(groups: Groups) -> Reading:
    """Two weeks from now: after publication."""
    return _shift(groups, False, from_context=False)


def year_before(groups: Groups) -> Reading:
    """The year-earlier quarter, year-ago figures."""
    point = Step("quarter", -4, "context") if "unit" in groups else Step("year", -1, "context")
    return Reading("", point)


def each(groups: Groups) -> Reading:
    """Every two weeks, each year, every other day, "a year" behind a plural."""
    if groups.get("count", "") in ("other", "second"):
        return Reading("", type="SET", fixed=numerals.duration(2, _unit(groups)[1]))
    return Reading("", type="SET", fixed=numerals.duration(*_length(groups)))


def each_word(groups: Groups) -> Reading:
    """Daily, annual."""
    return Reading("", type="SET", fixed=lexicon("every")[groups["word"]])


def each_part(groups: Groups) -> Reading:
    """Every morning, on weekend nights."""
    return Reading("", type="SET", fixed=f"XXXX-XX-XX{lexicon('part')[groups['word']]}")


def each_weekday(groups: Groups) -> Reading:
    """Every Friday, Fridays, Friday mornings."""
    part = lexicon("part")[groups["word"]] if "word" in groups else ""
    day = lexicon("weekday")[groups["weekday"]]
    return Reading("", type="SET", fixed=f"XXXX-WXX-{day}{part}")


def each_month(groups: Groups) -> Reading:
    """Every May."""
    return Reading("", type="SET", fixed=f"XXXX-{int(lexicon('month')[groups['month']]):02d}")


def _unit(groups: Groups) -> tuple[int, str]:
    """How many TIMEX3 units one is, and the unit: a fortnight is two weeks."""
    word = groups.get("unit") or groups["whole_unit"]
    value = lexicon("unit", "short-unit", "whole-unit", "quarters")[word]
    unit = value.lstrip("0123456789")
    return int(value.removesuffix(unit) or 1), unit


def _length(groups: Groups) -> tuple[int | float | None, str, bool]:
    """Count, TIMEX3 unit and half; a plural without a number counts as indefinite."""
    times, unit = _unit(groups)
    half = "half" in groups or "half_of" in groups
    text = groups.get("count")
    count: int | float | None
    if text is None:
        plural = groups.get("unit", "").endswith("s") or groups.get("unit") == "centuries"
        count = 0 if half else None if plural else 1
    elif "." in text:
        whole, _, tenths = text.partition(".")
        half = tenths == "5"
        count = int(whole) if half else float(text)
    else:
        few = lexicon("few").get(text, "")
        count = int(few) if few.isdecimal() else numerals.english(text, lexicon("numeral", "an"))
    return count and count * times, unit, half


def _shift(groups: Groups, past: bool, *, from_context: bool) -> Reading:
    count, unit, half = _length(groups)
    if half and unit in _HALVES and not isinstance(count, float):
        times, unit = _HALVES[unit]
        count, half = (count or 0) * times + times // 2, False
    if not isinstance(count, int) or half:
        return vague(past or from_context)
    return shift(count, unit, past, "context" if from_context else "publication")
