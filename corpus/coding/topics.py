"""What an act is about: a stretch of a sentence goes in, keys of ``topics.tsv`` come out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from corpus.coding.sentence import Sentence
from corpus.han import simplified_table
from corpus.lexicon import Matcher, Row, listed, table


def topics_in(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Topics named between two positions, the most telling first."""
    hits = _forms(sentence.language).find(sentence.folded, start, end)
    named = [range(party.start, party.end) for party in sentence.parties]
    keys = dict.fromkeys(key for at, _, key in hits if not any(at in name for name in named))
    return tuple(sorted(keys, key=lambda key: int(topic(key)["rank"])))


def contexts_of(keys: Iterable[str]) -> tuple[str, ...]:
    """PLOVER's context tags of some topics."""
    return tuple(sorted({topic(key)["context"] for key in keys} - {""}))


def topic(key: str) -> Row:
    """The row of a topic."""
    return _rows()[key]


@cache
def _rows() -> dict[str, Row]:
    return {row["key"]: row for row in table("topics.tsv")}


@cache
def _forms(language: str) -> Matcher[str]:
    owners: dict[str, str] = {}
    for row in simplified_table("topics.tsv"):
        for form in listed(row[f"forms_{language}"]):
            # a form of two topics stands for the first: 封锁 is about ports before it is about war
            owners.setdefault(form.lower(), row["key"])
    return Matcher(owners.items())
