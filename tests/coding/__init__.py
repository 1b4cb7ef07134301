"""Tests of the event coder: one module for each step of ``corpus/coding``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from corpus.coding import find_events
from corpus.coding.sentence import Sentence, Span
from corpus.entities import find_parties, find_places
from corpus.lexicon import Row, rows_of
from corpus.model import Block, Mention
from corpus.times import find_times

CASES = Path(__file__).parents[1] / "cases"
GRAMMARS = ("zh", "en")
#: a Wednesday
DAY = date(2022, 6, 15)


def rows(language: str) -> tuple[Row, ...]:
    """The rows of a language's table of examples."""
    return rows_of(CASES / f"events_{language}.tsv")


def only(text: str, trigger: str, published: date | None = DAY) -> Mention:
    """The one mention that a word tells; fails if there is none, or more."""
    [found] = [mention for mention in find_events(text, published) if mention.trigger == trigger]
    return found


def sentence(text: str, language: str = "zh", kind: str = "paragraph") -> Sentence:
    """One sentence as the coder sees it, published on `DAY`."""
    block = Block(kind, 0, len(text), language)
    found = (
        find_parties(text, language, DAY),
        find_places(text, language),
        find_times(text, DAY, language),
    )
    return Sentence(text, text.lower(), block, (0, len(text)), found)


def spanned(text: str, words: str) -> Span:
    """Where some words first stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))
