"""Figures in English: a text goes in, its figures with bounds, unit and what is counted come out.

It must never take a date, a duration, an age, a label or a name for a figure, nor "one" where it
stands for somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus.model import Quantity
from corpus.quantities.bounds import Measured, hedged
from corpus.quantities.numbers import any_of, english, english_forms, english_source, words
from corpus.quantities.units import Counted, context, nouns, unit_at, units

#: how many words may stand between a number and the noun it counts
_REACH = 6
#: any plural is a figure from this number on
_MANY = 10
_CLAUSE_END = re.compile(r"[,.;:!?\n]")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_WORD = re.compile(r" ([A-Za-z][\w'’/-]*)")
_PLURALS = re.compile(
    r"(?: [A-Za-z][\w-]+){0,2} [a-z]{3,}[^s\W]s"
    r"(?=[,.;:)\n]|$| (?:in|at|on|to|from|were|have|across|and)\b)"
)
_OF = re.compile(r" of ((?:[a-z][\w-]*)(?: [a-z][\w-]*){0,2})")


@cache
def _number() -> re.Pattern[str]:
    number, sign = english_source(), units("en", "prefix")[0].pattern
    forms = {"between", *units("en", "prefix")[1], *english_forms()}
    first = "".join(sorted({re.escape(form[0].lower()) for form in forms}))
    return re.compile(
        rf"(?<![\w.,/:'’-])(?=[\s\d{first}])(?:"
        rf"between (?P<sign>{sign})?(?P<low>{number}) and (?:{sign})?(?P<high>{number})"
        rf"|(?P<sign2>{sign})?\s?(?P<first>{number})"
        rf"(?:(?: to |-|–|—| or )(?:{sign})?(?P<second>{number}))?)(?!\d)",
        re.IGNORECASE,
    )


@cache
def _share() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])({any_of(words('en', 'fraction'))})(?= of\b| the\b)", re.IGNORECASE
    )


@cache
def _before(role: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{context(role, 'en')}) $", re.IGNORECASE)


@cache
def _casualty() -> re.Pattern[str]:
    verb = "(?:(?:were|was|had been|have been) )?"
    harm = context("casualty", "en")
    return re.compile(rf"(?: more| other| others| people)? {verb}(?:{harm})\b")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf" (?:{context('stop', 'en')})\b", re.IGNORECASE)


def figures(text: str) -> Iterator[Quantity]:
    """Every figure of a text, shares of a whole among them."""
    for match in _share().finditer(text):
        low, high = words("en", "fraction")[match.group().lower()]
        span = hedged(text, Measured(match.start(), match.end(), low, high), "en")
        yield _quantity(text, span, "percent", _owned(text, span.end))
    for match in _number().finditer(text):
        found = _figure(text, match)
        if found:
            yield found


def _figure(text: str, match: re.Match[str]) -> Quantity | None:
    before = text[max(0, match.start() - 14) : match.start()]
    if _before("label").search(before):
        return None
    sign = match["sign"] or match["sign2"]
    number = _measured(match, bool(sign))
    if sign:
        name = units("en", "prefix")[1][sign.upper()].name
        return _quantity(text, hedged(text, number, "en"), name, _owned(text, number.end))
    at = number.end + (text[number.end : number.end + 1] == " ")
    found = unit_at(text, at, "en")
    if found and found[0].kind == "none":
        return None
    if found:
        unit, end = found
        low, high = ((None if n is None else n * unit.factor) for n in (number.low, number.high))
        span = hedged(text, Measured(number.start, end, low, high), "en")
        return _quantity(text, span, unit.name, _owned(text, span.end))
    return _counted(text, number, match)


def _measured(match: re.Match[str], money: bool) -> Measured:
    """The bounds of the number itself; a short scale (m, b) counts only behind a currency."""
    first, second = match["low"] or match["first"], match["high"] or match["second"]
    last = second or first
    end = match.end()
    if not money and re.search(r"\d\s?[mb]$", last, re.IGNORECASE):
        last, end = last[:-1].strip(), end - len(last) + len(last[:-1].strip())
        first, second = (first, last) if second else (last, second)
    low, high = english(first)
    if second:
        high = english(second)[1]
        scale = re.search(r"[a-z]+$", second, re.IGNORECASE)
        if low and high and low < high and scale and first[-1:].isdigit():
            low *= english("one " + scale.group())[0] or 1.0
    spaced = end - 1 if match.group()[: end - match.start()].endswith(" ") else end
    return Measured(match.start(), spaced, low, high)


def _counted(text: str, number: Measured, match: re.Match[str]) -> Quantity | None:
    """A number and what it counts: a figure if the noun, or how many, makes it one."""
    wide = hedged(text, number, "en")
    size = number.high or number.low or 0.0
    before = text[max(0, wide.start - 14) : wide.start]
    if size < _MANY and _before("definite").search(before):
        return None
    if not wide.hedged and _YEAR.fullmatch(match["first"] or ""):
        return None
    casualty = _casualty().match(text, number.end)
    if casualty:
        span = Measured(number.start, casualty.end(), number.low, number.high)
        return _quantity(text, hedged(text, span, "en"), "person", casualty.group().strip())
    noun = _noun(text, number.end)
    if noun and _enough(text, wide, noun):
        what = text[number.end : noun[1]].strip().removeprefix("of ")
        span = hedged(text, Measured(number.start, noun[1], number.low, number.high), "en")
        return _quantity(text, span, noun[0].unit, what)
    plural = _PLURALS.match(text, number.end) if noun is None and size >= _MANY else None
    if plural and not _stop().search(plural.group()):
        span = hedged(text, Measured(number.start, plural.end(), number.low, number.high), "en")
        return _quantity(text, span, "item", plural.group().strip())
    pauses = _stop().match(text, number.end) or not _WORD.match(text, number.end)
    if noun is None and pauses and _before("harming").search(before):
        return _quantity(text, wide, "person", "")
    return None


def _enough(text: str, number: Measured, noun: tuple[Counted, int]) -> bool:
    """True if so many of the noun are a figure; one person is if something happened to them."""
    size = number.high or number.low or 0.0
    one = noun[0].unit == "person" and size < 2 and not number.hedged
    return size >= noun[0].least and (not one or _harmed(text, noun[1]))


def _harmed(text: str, end: int) -> bool:
    """True if the clause goes on to say what happened to the one person named."""
    stop = _CLAUSE_END.search(text, end, end + 40)
    return bool(_casualty().search(text, end, stop.start() if stop else end + 40))


def _noun(text: str, at: int) -> tuple[Counted, int] | None:
    """The counted noun behind a number with its modifiers, and where it ends."""
    found: tuple[Counted, int] | None = None
    for _ in range(_REACH):
        if found is None and text.startswith(" and ", at):
            at += 4
        word = _WORD.match(text, at)
        if not word or (_stop().match(text, at) and not text.startswith(" of ", at)):
            break
        hits = nouns("en").find(text, word.start(1), min(len(text), word.start(1) + 40))
        if hits and hits[0][0] == word.start(1):
            found, at = (hits[0][2], hits[0][1]), hits[0][1]
        elif found:
            break
        else:
            at = word.end()
    return found


def _owned(text: str, end: int) -> str:
    """wheat in 23,000 tonnes of wheat."""
    match = _OF.match(text, end)
    return match.group(1) if match else ""


def _quantity(text: str, span: Measured, unit: str, what: str) -> Quantity:
    surface = text[span.start : span.end]
    return Quantity(span.start, span.end, surface, span.low, span.high, unit, what, "narration")
