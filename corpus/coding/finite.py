"""Whether an English word tells an act: a trigger in its sentence goes in, yes or no comes out.

There is no parser: a verb tells an act behind its subject or an auxiliary, a noun where a verb
carries it or says that it took place. It must never judge what the act is.
"""

from __future__ import annotations

import re

from corpus.coding.sentence import Sentence, Span
from corpus.coding.strangers import strangers
from corpus.coding.vocabulary import Trigger, irregular_pasts

#: how far before a noun the verb that carries it may stand, and behind it the one that says so
_CARRIED, _OCCURS = 64, 64
_ADVERB = re.compile(r"(?: (?:[a-z]+ly|also|now|still|again|even|then|once|not|never))? $")
#: auxiliaries and particles behind which a base form goes on with a verb
_GOVERNED = re.compile(r"\b(?:to|will|would|shall|did|may|might|could|not|never)$|n't$|’t$")
_BY = (" by ",)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|been|being|be|has|have|had|got|gets?|and|or|but)\b")
#: before an event noun that is told for the first time
_NEW = re.compile(r"\b(?:an?|another|fresh)(?: [\w-]+){0,2} $")
_ON = (" of ", " on ", " against ", " into ")
#: behind an event noun: it has not come yet
_POSSIBLE = re.compile(r" (?:could|may|might|would|can|cannot|should|will never)\b")
#: what may stand before a verb whose subject came earlier
_RESUMED = re.compile(r"(?:\b(?:which|that|who|and|but|it|he|she)|[,”\"])$")
#: of which a mere participle only tells what came of something: a law allowing imports
_RESULTS = ("CONCEDE", "COOPERATE", "RETREAT.access", "THREATEN")
#: a plain word before it that is no auxiliary
_WORD = re.compile(
    r" (?!(?:is|are|was|were|been|being|be|and|or|by|started|began|stopped)$)[a-z]{3,}$"
)
_PLURAL = re.compile(r"\b(?:they|we|who|you|i)$")
#: before an -ing form that is a noun
_NOUN = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|our|this|that|these|those|any|no|more|new|further|recent|some"
    r"|all|such|much|heavy|continued|growing|in|on|with|about|over|at|whose|before|without|of|from|than|when|for|by|consider|considering|avoid)|['’]s?)$"
)
#: auxiliaries of a finished act: they tell a verb, though its form be a noun's
_FINISHED = re.compile(
    r"\b(?:has|have|had|was|were|been|being|is|are)(?: \w+ly| also| again| still| now| already)? $"
)


def tells(sentence: Sentence, trigger: Trigger, at: Span) -> bool:
    """True if the word may tell an act where it stands; always for other languages."""
    if sentence.language != "en":
        return True
    if _compound(sentence, at) or _reduced(sentence, trigger, at):
        return False
    form = _form(trigger, sentence.folded[at.start : at.end])
    if "noun" in trigger.traits:
        if _named(sentence, at) or _POSSIBLE.match(sentence.folded, at.end):
            return False
        return _occurs(sentence, at) or (form is not None and _done(sentence, trigger, at, form))
    return form is None or _done(sentence, trigger, at, form)


def _compound(sentence: Sentence, at: Span) -> bool:
    """True for a part of a word (western-supplied arms), and for whoever it is that does so."""
    before = sentence.folded[max(sentence.start, at.start - 12) : at.start]
    return before.endswith("-") or before.endswith(("those who ", "anyone who "))


def _reduced(sentence: Sentence, trigger: Trigger, at: Span) -> bool:
    """True for a participle that only says which one: an opposition backed by the president.

    Whom somebody killed is told so as well (civilians killed by shelling).
    """
    word = sentence.folded[at.start : at.end].partition(" ")[0]
    if trigger.type == "ASSAULT" or not (word.endswith("ed") or word in irregular_pasts()):
        return False
    if not sentence.folded.startswith(_BY, at.end) or sentence.block.kind != "paragraph":
        return False
    before = max(sentence.start, at.start - _CARRIED // 2)
    clause = sentence.clauses[sentence.clause_at(at.start)]
    bare = at.start > clause.start + 1 and not sentence.resumes(at.start)
    return bare and not _AUXILIARY.search(sentence.folded, before, at.start)


def _form(trigger: Trigger, surface: str) -> str | None:
    """Which form of the row's verb a trigger is, or begins with: "support" in "support for"."""
    while surface:
        if surface in trigger.finite:
            return trigger.finite[surface]
        surface = surface.rpartition(" ")[0]
    return None


def _named(sentence: Sentence, at: Span) -> bool:
    """True for a noun in the name of an event: the Battle of Stalingrad."""
    inside = sentence.block.kind == "paragraph" and at.start > sentence.start
    named = sentence.text[at.start].isupper() and sentence.text.startswith(" of ", at.end)
    return inside and named


def _done(sentence: Sentence, trigger: Trigger, at: Span, form: str) -> bool:
    """True for a form of a verb with a subject or an auxiliary before it."""
    clause = sentence.clauses[sentence.clause_at(at.start)]
    if at.start <= clause.start + 1:
        if form == "ing" and at.start > sentence.start and _key(trigger) in _RESULTS:
            return False
        return form != "bare" or at.start == sentence.start
    adverb = _ADVERB.search(sentence.text, clause.start, at.start)
    end = adverb.start() if adverb else at.start
    if form == "ing":
        if _key(trigger) in _RESULTS and _WORD.search(sentence.text, clause.start, end):
            return _subject(sentence, clause, end)  # a loophole allowing imports
        return not _NOUN.search(sentence.folded, max(sentence.start, end - 12), end)
    near = max(sentence.start, end - 12)
    if form == "bare" and (
        _GOVERNED.search(sentence.folded, near, end) or _PLURAL.search(sentence.folded, near, end)
    ):
        return True
    if form == "third" and _inside(sentence, end):
        return False
    if form == "third" and _RESUMED.search(sentence.folded, near, end):
        return True
    return _subject(sentence, clause, end)


def _inside(sentence: Sentence, end: int) -> bool:
    """True behind a party that a preposition marks: in Israeli jails."""
    parties = (party for party in sentence.parties if party.end in (end, end - 1))
    return any(sentence.mark(party.start, "at", "to", "by", "with") for party in parties)


def _key(trigger: Trigger) -> str:
    return f"{trigger.type}.{trigger.mode}" if trigger.mode else trigger.type


def _subject(sentence: Sentence, clause: Span, end: int) -> bool:
    """True if somebody is named right before a position."""
    for found in (sentence.parties, sentence.places, sentence.times):
        if any(item.end in (end, end - 1) for item in found):
            return True
    start = max(clause.start, end - _CARRIED)
    return any(slot.party.end in (end, end - 1) for slot in strangers(sentence, start, end))


def _occurs(sentence: Sentence, at: Span) -> bool:
    """True for a verb of that form, and for a noun with a date, a carrier or "took place"."""
    folded = sentence.folded
    if folded.endswith("ed", at.start, at.end) or folded[at.start : at.end] in irregular_pasts():
        return True
    if _FINISHED.search(folded, max(sentence.start, at.start - 16), at.start):
        return True
    if _GOVERNED.search(folded, max(sentence.start, at.start - 12), at.start - 1):
        return True
    clause = sentence.clauses[sentence.clause_at(at.start)]
    if any(clause.holds(time.start) and time.dated for time in sentence.times):
        return True
    before = max(sentence.start, at.start - _CARRIED)
    behind = min(sentence.end, at.end + _OCCURS)
    return bool(
        sentence.find("light", before, at.start)
        or sentence.find("occurs", at.end, behind)
        or (_NEW.search(folded, before, at.start) and folded.startswith(_ON, at.end))
        or _subject(sentence, clause, at.start - 1)
    )
