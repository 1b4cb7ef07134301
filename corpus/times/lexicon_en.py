"""The English words about time: kinds of words go in, words and their values come out.

This module must never decide what a word means where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from corpus.lexicon import listed, table
from corpus.times import numerals
from corpus.times.build import events
from corpus.times.grammar import Groups, words
from corpus.times.reading import Event


@cache
def lexicon(*kinds: str) -> Mapping[str, str]:
    """English words of some kinds, in lower case, and their values."""
    return {form.lower(): value for form, value in words("times_en.tsv", *kinds).items()}


@cache
def holidays() -> Mapping[str, str]:
    """English names of feasts, in lower case, and their keys."""
    return {form.lower(): row["key"] for row in table("holidays.tsv") for form in listed(row["en"])}


@cache
def happenings() -> Mapping[str, Event]:
    """English names of what news counts from, in lower case."""
    return {form.lower(): event for form, event in events("en").items()}


def whole(groups: Groups, name: str) -> int | None:
    """The number that a group caught, in figures, words or as an ordinal; None without it."""
    if name not in groups:
        return None
    text = groups[name]
    if not text[0].isdecimal() and (ordinal := lexicon("day-word").get(text.replace("-", " "))):
        return int(ordinal)
    return numerals.english(
        text.rstrip("stndrh") if text[0].isdecimal() else text, lexicon("numeral")
    )
