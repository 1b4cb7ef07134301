"""What an act is about: a stretch of a sentence goes in, keys of ``topics.tsv`` come out.

It must never take a condition for a topic: "if Russia invades" is no talk of an invasion that is.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from corpus.coding.sentence import Sentence, Span
from corpus.entities.codes import parts
from corpus.han import simplified_table
from corpus.lexicon import Matcher, Row, listed, table

#: how far behind its doer the verb of an "if" may stand, in characters
_REACH = 40
#: between doer and verb, or before it: he does not do it, or it is done to him
_NOT = {
    "zh": ("不", "没", "未", "遭", "受", "被", "免", "停", "止", "放弃", "拒绝"),
    "en": (" not ", "n't ", "never", "under", "from", "stop", "halt", "end", "cease", "without"),
}
#: an "if" turned round: what follows is what must not be left undone
_UNLESS = ("unless", "除非")


def topics_in(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Topics named between two positions, the most telling first."""
    named = [range(party.start, party.end) for party in sentence.parties]
    hits = _forms(sentence.language, False).find(sentence.folded, start, end)
    return _ranked(key for at, _, key in hits if not any(at in name for name in named))


def subjects(
    sentence: Sentence, clause: Span, at: Span, type_: str, recipients: Iterable[str]
) -> tuple[str, ...]:
    """Topics of an act whose trigger stands ``at``; a threat's are followed by its condition."""
    found = topics_in(sentence, clause.start, clause.end)
    if type_ == "ASSAULT":
        named = topics_in(sentence, at.start, at.end)
        return tuple(key for key in found if key in named or topic(key)["kind"] != "war")
    return (*found, *supposed_of(sentence, recipients)) if type_ == "THREATEN" else found


def supposed_of(sentence: Sentence, codes: Iterable[str]) -> tuple[str, ...]:
    """What the conditions of a sentence suppose that one of some parties does.

    The party has to stand before the verb, within the condition, with no other between them.
    """
    doers = {parts(code).head or code for code in codes}
    found = (key for span in sentence.conditions for key in _supposed(sentence, span, doers))
    return _ranked(found)


def contexts_of(keys: Iterable[str]) -> tuple[str, ...]:
    """PLOVER's context tags of some topics."""
    return tuple(sorted({topic(key)["context"] for key in keys} - {""}))


def topic(key: str) -> Row:
    """The row of a topic."""
    return _rows()[key]


def _supposed(sentence: Sentence, span: Span, doers: set[str]) -> Iterable[str]:
    if sentence.folded.startswith(_UNLESS, span.start):
        return
    for at, _, key in _forms(sentence.language, True).find(sentence.folded, span.start, span.end):
        before = [party for party in sentence.parties if span.start <= party.start < at]
        if not before or at - before[-1].end > _REACH or at < before[-1].end:
            continue
        between = sentence.folded[before[-1].end : at]
        denied = any(word in between for word in _NOT.get(sentence.language, ()))
        if not denied and (parts(before[-1].code).head or before[-1].code) in doers:
            yield key


def _ranked(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(keys), key=lambda key: int(topic(key)["rank"])))


@cache
def _rows() -> dict[str, Row]:
    return {row["key"]: row for row in table("topics.tsv")}


@cache
def _forms(language: str, supposed: bool) -> Matcher[str]:
    owners: dict[str, str] = {}
    for row in simplified_table("topics.tsv"):
        if (row["kind"] == "condition") != supposed:
            continue
        for form in listed(row[f"forms_{language}"]):
            # a form of two topics stands for the first: 升级 is escalation before it is an upgrade
            owners.setdefault(form.lower(), row["key"])
    return Matcher(owners.items())
