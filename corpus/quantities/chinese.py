"""Figures in Chinese: a text goes in, its figures with bounds, unit and what is counted come out.

It must never take a date, a duration, an age, an ordinal or a name for a figure, nor 一 where it
is an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus.model import Quantity
from corpus.quantities.bounds import Measured, hedged
from corpus.quantities.numbers import any_of, chinese, chinese_firsts, chinese_source, one_of, words
from corpus.quantities.units import Counted, Unit, context, nouns, unit_at, units

#: how far behind a measure word the noun may stand, in characters
_REACH = 18
#: without a measure word only numbers from here on are followed by what they count (20万俄军)
_LARGE = 100
#: people are a figure from this number on, whoever they are
_MANY = 10
_PUNCTUATION = re.compile(r"[，。；：、！？.,;:!?\n“”\"'‘’（）()《》]")
#: what may part the nouns of a compound (国民警卫队士兵)
_COMPOUND = re.compile(r"[^\W\d和与及或同]{0,3}")
_JOINED = re.compile(r"[和与及]|以及")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_OF = re.compile(r"的([一-鿿]{1,6})(?=[，。；、（）\s]|并|$)")


@cache
def _number() -> re.Pattern[str]:
    number, scale = chinese_source(), one_of("zh", "scale")
    sign, signs = units("en", "prefix")[0].pattern, {form[0] for form in units("en", "prefix")[1]}
    # to fail at the first character is cheap
    first = "".join(sorted(map(re.escape, chinese_firsts() | signs)))
    return re.compile(
        rf"(?=[\d{first}])(?:(?<![\w.,/:-])|(?<=[一-鿿]))(?:(?P<sign>{sign})\s?)?"
        rf"(?P<first>{number})(?:(?P<more>[多余餘])(?P<scale>[{scale}]*))?\s?"
        rf"(?:(?:至|到|-|–|—|~|～|或)\s?(?P<second>{number})\s?)?"
    )


@cache
def _share() -> re.Pattern[str]:
    number = chinese_source()
    whole = any_of(words("zh", "fraction"))
    return re.compile(
        rf"(?P<whole>百|{number})分之(?P<part>{number})(?:[至到-](?P<upto>{number}))?"
        rf"|(?P<fraction>{whole})(?!时间|以上时间)"
        rf"|(?P<tenths>[一二三四五六七八九])成(?![一-鿿]*[为立功员本长果熟绩千都就]|人)"
    )


@cache
def _shared_out() -> re.Pattern[str]:
    """What every share has in it, which few texts have."""
    return re.compile(rf"分之|成|{any_of(words('zh', 'fraction'))}")


@cache
def _pattern(role: str) -> re.Pattern[str]:
    """``stop`` and ``casualty`` are searched or matched, the others end before a number."""
    inside = context(role, "zh")
    return re.compile(inside if role in ("stop", "casualty") else rf"(?:{inside})$")


def figures(text: str) -> Iterator[Quantity]:
    """Every figure of a text, in order, shares of a whole among them."""
    if _shared_out().search(text):
        for match in _share().finditer(text):
            yield _shared(text, match)
    for match in _number().finditer(text):
        found = _figure(text, match)
        if found:
            yield found


def _shared(text: str, match: re.Match[str]) -> Quantity:
    part, upto = match["part"], match["upto"]
    if match["fraction"]:
        low, high = words("zh", "fraction")[match["fraction"]]
    elif match["tenths"]:
        low = high = (chinese(match["tenths"])[0] or 0.0) * 10
    else:
        whole = 100.0 if match["whole"] == "百" else chinese(match["whole"])[0] or 1.0
        low = round((chinese(part)[0] or 0.0) / whole * 100, 1)
        high = round((chinese(upto)[0] or 0.0) / whole * 100, 1) if upto else low
    span = hedged(text, Measured(match.start(), match.end(), low, high), "zh")
    return _quantity(text, span, "percent", _owned(text, span.end))


def _figure(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.start(), match.end()
    before = text[max(0, start - 6) : start]
    if _pattern("label").search(before):
        return None
    number = _measured(match)
    if number.low is None and number.high is None:
        return None
    if match["sign"]:
        money = Measured(start, _trimmed(text, end), number.low, number.high, number.hedged)
        name = units("en", "prefix")[1][match["sign"]].name
        return _quantity(text, hedged(text, money, "zh"), name, _owned(text, money.end))
    found = unit_at(text, end, "zh")
    if found is None:
        return _uncounted(text, number, end, match["first"])
    unit, reach = found
    number = Measured(number.start, reach, number.low, number.high, number.hedged)
    if unit.kind == "none":
        return None
    if unit.kind == "measure":
        return _measure(text, number, unit)
    definite = _pattern("definite").search(before)
    return None if definite and _size(number) < _MANY else _counted(text, number, unit)


def _measured(match: re.Match[str]) -> Measured:
    """The bounds of the number itself, a range or 多 included."""
    low, high = chinese(match["first"] + (match["scale"] or ""))
    if match["more"]:
        high = None
    if match["second"]:
        scale = re.search(rf"[{one_of('zh', 'scale')}]*$", match["second"])
        if low is not None and scale and not re.search(r"[^\d.,]", match["first"]):
            low *= chinese("一" + scale.group())[0] or 1.0 if scale.group() else 1.0
        high = chinese(match["second"])[1]
    return Measured(match.start(), match.end(), low, high, bool(match["more"]))


def _size(number: Measured) -> float:
    """The number by which it is judged whether few or many are meant."""
    return number.high or number.low or 0.0


def _measure(text: str, number: Measured, unit: Unit) -> Quantity:
    number = _second_unit(text, number, unit)
    scaled = (None if bound is None else bound * unit.factor for bound in (number.low, number.high))
    low, high = scaled
    span = hedged(text, Measured(number.start, number.end, low, high), "zh")
    return _quantity(text, span, unit.name, _owned(text, span.end))


def _second_unit(text: str, number: Measured, unit: Unit) -> Measured:
    """10公里至20公里: the unit is said twice."""
    joint = re.compile(rf"[至到～~–—-]({chinese_source()})").match(text, number.end)
    if joint and number.low == number.high:
        found = unit_at(text, joint.end(), "zh")
        if found and found[0] == unit:
            return Measured(number.start, found[1], number.low, chinese(joint[1])[1])
    return number


def _counted(text: str, number: Measured, unit: Unit) -> Quantity | None:
    """Number and measure word: a figure if what is counted, or how many, makes it one."""
    casualty = _pattern("casualty").match(text, number.end)
    if casualty and unit.name == "person":
        reached = Measured(number.start, casualty.end(), number.low, number.high)
        return _quantity(text, hedged(text, reached, "zh"), "person", casualty.group())
    size = _size(number)
    noun = None if text[number.end - 1] == "人" else _noun(text, number.end)
    if noun and unit.kind == "counter" and noun[0].unit != unit.name:
        noun = None
    if noun:
        kind, end = noun
        span = hedged(text, Measured(number.start, end, number.low, number.high), "zh")
        least = 1.0 if unit.kind == "counter" and unit.name == "item" else kind.least
        alone = kind.unit == "person" and size < 2 and not (span.hedged or _harmed(text, end))
        if size < least or alone or (unit.kind == "generic" and size < 2):
            return None
        return _quantity(text, span, kind.unit, text[number.end : end].removeprefix("的").strip())
    if unit.kind == "generic" or size < (2.0 if unit.name == "item" else _MANY):
        return None
    return _quantity(text, hedged(text, number, "zh"), unit.name, "")


def _harmed(text: str, end: int) -> bool:
    """True if the clause goes on to say what happened to the one person named."""
    stop = _PUNCTUATION.search(text, end, end + _REACH)
    return bool(_pattern("casualty").search(text, end, stop.start() if stop else end + _REACH))


def _uncounted(text: str, number: Measured, at: int, first: str) -> Quantity | None:
    """近十万大军: a large number needs no measure word; nor do 3死5伤, nor 多达12万 at a pause."""
    end = _trimmed(text, at)
    bare = Measured(number.start, end, number.low, number.high)
    casualty = _pattern("casualty").match(text, end)
    if casualty and first.isdecimal() and at == end:
        span = Measured(number.start, casualty.end(), number.low, number.high)
        return _quantity(text, hedged(text, span, "zh"), "person", casualty.group())
    large = _size(number) >= _LARGE or first[0] in words("zh", "several")
    noun = _noun(text, end) if large and not _YEAR.fullmatch(first) else None
    if noun and noun[1] - end <= _REACH // 2:
        span = hedged(text, Measured(number.start, noun[1], number.low, number.high), "zh")
        return _quantity(text, span, noun[0].unit, text[end : noun[1]].strip())
    if large and (span := hedged(text, bare, "zh")).hedged and _PUNCTUATION.match(text, end):
        return _quantity(text, span, "item", "")
    return None


def _noun(text: str, at: int) -> tuple[Counted, int] | None:
    """The counted noun behind a position with its modifiers, and where it ends."""
    limit = at + _REACH
    for boundary in (
        _PUNCTUATION.search(text, at, limit),
        _pattern("stop").search(text, at, limit),
    ):
        limit = min(limit, boundary.start()) if boundary else limit
    found: tuple[Counted, int] | None = None
    # 410具平民的尸体, 两个营的S-400系统: behind 的 comes what is counted
    for start, end, kind in nouns("zh").find(text, at, min(limit, len(text))):
        if text[start:end] == "人" and re.match(context("no_people", "zh"), text[end : end + 1]):
            continue
        compound = found is not None and _COMPOUND.fullmatch(text, found[1], start)
        if found is None or text[found[1]] == "的" or (compound and kind.unit == found[0].unit):
            found = kind, end
        elif _JOINED.fullmatch(text, found[1], start):
            found = found[0], end
    return found


def _owned(text: str, end: int) -> str:
    """领土 in 110平方公里的领土."""
    match = _OF.match(text, end)
    return match.group(1) if match else ""


def _trimmed(text: str, end: int) -> int:
    return end - 1 if end and text[end - 1].isspace() else end


def _quantity(text: str, span: Measured, unit: str, what: str) -> Quantity:
    surface = text[span.start : span.end]
    return Quantity(span.start, span.end, surface, span.low, span.high, unit, what, "narration")
