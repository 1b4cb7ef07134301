"""How a number is meant: its bounds go in, the bounds with 近, 超过, at least, up to come out.

The words are in ``number_bounds.tsv``. It must never close a bound that the words leave open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.han import simplified_table
from corpus.lexicon import listed
from corpus.quantities.numbers import Bounds

#: "nearly" reaches down to this part of the number (a house rule: 近十万 is 90,000 to 100,000)
_NEARLY = 0.9
#: how far before a number its approximators are looked for, in characters
_REACH = 24


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its bounds and the stretch of text that states them."""

    start: int
    end: int
    low: float | None
    high: float | None
    #: True if a word says how the number is meant
    hedged: bool = False


@cache
def _effects(language: str, side: str) -> tuple[re.Pattern[str], dict[str, str]]:
    effects = {
        word: row["effect"]
        for row in simplified_table("number_bounds.tsv")
        if (row["language"], row["side"]) == (language, side)
        for word in listed(row["words"])
    }
    words = "|".join(re.escape(word) for word in sorted(effects, key=len, reverse=True))
    if language == "zh":
        return re.compile(
            rf"(?P<word>{words})\s?$" if side == "before" else rf"(?P<word>{words})"
        ), effects
    pattern = (
        rf"\b(?P<word>{words}) (?:the |a total of )?$"
        if side == "before"
        else rf" ?(?P<word>{words})\b"
    )
    return re.compile(pattern, re.IGNORECASE), effects


def apply(effect: str, low: float | None, high: float | None) -> Bounds:
    """Bounds after one word has moved them.

    >>> apply("near", 100000, 100000), apply("over", 20, 20), apply("under", 60, 60)
    ((90000.0, 100000), (20, None), (None, 60))
    """
    if effect == "near":
        return (None if low is None else low * _NEARLY), high
    if effect == "over":
        return low, None
    if effect == "under":
        return None, high
    return low, high


def hedged(text: str, number: Measured, language: str) -> Measured:
    """The number with the approximators right before and right behind it."""
    start, end, low, high = number.start, number.end, number.low, number.high
    moved = False
    before, effects = _effects(language, "before")
    for _ in range(2):
        match = before.search(text, max(0, start - _REACH), start)
        if not match:
            break
        low, high = apply(effects[match.group("word").lower()], low, high)
        start, moved = match.start(), True
    after, effects = _effects(language, "after")
    match = after.match(text, end)
    if match:
        low, high = apply(effects[match.group("word").lower()], low, high)
        end, moved = match.end(), True
    return Measured(start, end, low, high, number.hedged or moved)
