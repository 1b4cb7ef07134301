"""A row of a trigger table and a place in a sentence go in, whether the row counts comes out.

It must never ask who did it, nor whether it happened: that is decided of what counts.
"""

from __future__ import annotations

import re

from corpus.coding.finite import tells
from corpus.coding.sentence import Sentence, Span
from corpus.coding.turns import turn
from corpus.coding.vocabulary import Context, Trigger, compiled
from corpus.model import Party, Place, TimeExpression

#: types whose nouns (his criticism, the support for him) tell nothing by themselves
_VERBAL = ("SUPPORT", "ACCUSE", "REQUEST", "REJECT", "AGREE", "AID", "COOPERATE")
#: before a Chinese noun that was a verb once, with at most an adjective between them
_OWNED = re.compile(r"(?:的[^，。；：、的和与对“]{0,4}|[对该]|有关|相关|上述|这些|此次|这次)$")
#: what opens and closes a phrase that names what something is about
_ABOUT = re.compile(r"(?<![存现正实])在|关于|[对就]")
_TOPIC = re.compile(r"方面|问题上|议题上|一事上")
#: what it changed is told, not the act that changed it: 受到普京镇压异议的启发, 关于制裁的讨论
_INFLUENCE = re.compile(r"的(?:启发|影响|鼓舞|激励|限制|制约|牵连)")
_UNDER = re.compile(r"受到?|遭到?")
_CONCERNING = re.compile(r"关于[^，。；：“”]*$")
#: how far from its trigger a word that a row asks for may stand, in characters
_SPAN = 64


def applies(trigger: Trigger, sentence: Sentence, at: Span, waived: bool = False) -> bool:
    """True if a row's conditions hold where its trigger stands; ``waived``: but for its needs."""
    off = turn(sentence, trigger, at)  # a meeting called off: no verb has to tell that it was held
    if not (waived or off) and trigger.needs and not _stands(trigger.needs, sentence, at):
        return False
    if trigger.unless and _stands(trigger.unless, sentence, at):
        return False
    if "carried" in trigger.traits and not sentence.find(
        "light", max(sentence.start, at.start - _SPAN), at.start
    ):
        return False
    if off:
        return True
    if not tells(sentence, trigger, at) or _topical(sentence, at):
        return False
    if sentence.describes(at):
        return False
    if "noun" in trigger.traits:
        return not _referred(sentence, at)
    return trigger.type not in _VERBAL or not _nominal(sentence, at)


def _topical(sentence: Sentence, at: Span) -> bool:
    """True for what a Chinese clause is only about: 在向乌克兰提供援助方面."""
    if sentence.language != "zh":
        return False
    clause = sentence.clauses[sentence.clause_at(at.start)]
    start, end = max(clause.start, at.start - _SPAN), min(clause.end, at.end + _SPAN)
    if (
        _CONCERNING.search(sentence.folded, start, at.start)
        and "的" in sentence.folded[at.end : end]
    ):
        return True
    if _INFLUENCE.search(sentence.folded, at.end, end) and _UNDER.search(
        sentence.folded, start, at.start
    ):
        return True
    about = _TOPIC.search(sentence.folded, at.end, end)
    if about is None or _ABOUT.search(sentence.folded, start, at.start) is None:
        return False
    # 乌克兰方面 is a side and no topic
    ends = {party.end for party in sentence.parties} | {place.end for place in sentence.places}
    return about.start() not in ends


def _nominal(sentence: Sentence, at: Span) -> bool:
    """True for a Chinese verb that is a mere noun here: 对他的批评; not in 重申对他的支持."""
    clause = sentence.clauses[sentence.clause_at(at.start)]
    if sentence.language != "zh" or not _OWNED.search(sentence.folded, clause.start, at.start):
        return False
    if sentence.folded.startswith(("了", "过"), at.end) or any(
        party.start == at.end for party in sentence.parties
    ):
        return False
    return sentence.find("giving", max(clause.start, at.start - 16), at.end) is None


def _stands(context: Context, sentence: Sentence, at: Span) -> bool:
    """True if any of the words of a context stands where it has to."""
    folded = sentence.folded
    near = context.beside and (
        folded.endswith(context.lefts, sentence.start, at.start)
        or folded.startswith(context.rights, at.end)
    )
    for left, right in context.beside if near else ():
        if not folded.endswith(left, sentence.start, at.start):
            continue
        stem = right.removesuffix("~")
        begins = at.start - len(left)
        ends = at.end + len(stem)
        inside = (left and _joined(folded, begins)) or (
            stem == right != "" and _joined(folded, ends)
        )
        if folded.startswith(stem, at.end) and not inside:
            return True
    if context.words:
        for word in context.words:
            if folded.find(word, sentence.start, sentence.end) >= 0:
                return True
        if "@person" in context.words and any(p.kind == "person" for p in sentence.parties):
            return True
    words = context.beginnings
    if words and compiled(words).search(folded, sentence.start, sentence.end):
        return True
    if context.behind:
        pattern, end = compiled(context.behind), min(sentence.end, at.end + _SPAN)
        # most stand nowhere near; only where one does is the sentence cut into clauses
        if pattern.search(folded, at.end, end) and pattern.search(
            folded, at.end, min(sentence.clause_of(at.start).end, end)
        ):
            return True
    if context.before:
        start = max(sentence.clause_of(at.start).start, at.start - _SPAN)
        return compiled(context.before).search(folded, start, at.start) is not None
    return False


def _joined(text: str, position: int) -> bool:
    """True inside a word of Latin letters."""
    around = text[max(0, position - 1) : position + 1]
    return len(around) == 2 and around.isascii() and around.isalnum()


def _referred(sentence: Sentence, at: Span) -> bool:
    """True for an event noun that only refers back, or only frames another act.

    ``after the meeting`` tells nothing new; ``after holding talks with Russia`` may.
    """
    clause = sentence.clauses[sentence.clause_at(at.start)]
    reach = 10 if sentence.language == "zh" else 24
    if any(clause.holds(time.start) and time.dated for time in sentence.times):
        return False
    if sentence.find("light", clause.start, at.start):
        return False
    if sentence.find("anaphor", max(clause.start, at.start - reach), at.start):
        return True
    tail = sentence.find("adverbial", at.end, min(sentence.end, at.end + reach // 2))
    return tail is not None and tail.start() - at.end <= 1


def named(sentence: Sentence, at: Span) -> bool:
    """True inside the name of a party or a place, or inside a date: in March."""
    names: tuple[Party | Place | TimeExpression, ...] = (
        *sentence.parties,
        *sentence.places,
        *sentence.times,
    )
    return any(name.start <= at.start and at.end <= name.end for name in names)
