"""Whether an English word tells an act: a trigger in its sentence goes in, yes or no comes out.

There is no parser: a verb tells an act behind its subject or an auxiliary, a noun where a verb
carries it or says that it took place. It must never judge what the act is.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.coding.sentence import Sentence, Span
from corpus.coding.strangers import strangers
from corpus.coding.vocabulary import Trigger, irregular_pasts, small_words, worded
from corpus.lexicon import table

_HYPHEN = re.compile(r"-[a-z]")
#: how far before a noun the verb that carries it may stand, and behind it the one that says so
_CARRIED, _OCCURS = 64, 64
#: what stands before a word or behind it, with the kinds of words in ``grammar.tsv``
_ADVERB = r"(?: (?:[a-z]+ly|{adverb}))? $"
_GOVERNED = r"\b{governs}$|n['’]t$"
_BY = r" {by} "
_PHRASE = r" (?:{to}|{at}) "
_COMMON = r" (?!(?:{resumes}|{several}|{adverb}) $)[a-z]{3,}(?<!ly) $"
_CARRIES = r"\b{carries}\b"
_NEW = r"\b{fresh}(?: [\w-]+){0,2} $"
_ON = r" {target} "
_POSSIBLE = r" {unreal}\b"
_RESUMED = r"(?:\b{resumes}|[,”\"])$"
#: of which a mere participle only tells what came of something: a law allowing imports
_RESULTS = ("CONCEDE", "COOPERATE", "RETREAT.access", "THREATEN")
#: a plain word before it that is no auxiliary
_WORD = r" (?!{plain}$)[a-z]{3,}$"
_PLURAL = r"\b{several}$"
#: before the last of several who act
_WITH_ANOTHER = r"(?:,|\b(?:and|or)) (?:the )?$"
#: before an -ing form that is a noun
_NOUN = r"(?:\b{nominal}|['’]s?)$"
#: behind an -ing form that is the subject of what it would be or bring: invading it would be
_WEIGHED = r"\b(?:should|would|could|will|may|might|must|can|requires?)\b"
#: before a noun
_MARKED = r"\b(?:{nominal}|{by}|{with}|{of}|{between}|{to}|{at}) $"
#: what makes a verb of a word that may be a noun: will attack, are firing
_AUXILIARY = r"(?:\b{governs}(?: \w+ly)?|n['’]t) $"
_BEING = r"\b{plain}(?: (?:\w+ly|{adverb}))? $"
#: auxiliaries of a finished act: they tell a verb, though its form be a noun's
_FINISHED = r"\b{finished}(?: (?:\w+ly|{adverb}))? $"


def tells(sentence: Sentence, trigger: Trigger, at: Span) -> bool:
    """True if the word may tell an act where it stands; always for other languages."""
    if sentence.language != "en":
        return True
    if _compound(sentence, at) or _reduced(sentence, trigger, at):
        return False
    form = form_of(trigger, sentence.folded[at.start : at.end])
    if "noun" in trigger.traits:
        if _named(sentence, at) or worded(_POSSIBLE).match(sentence.folded, at.end):
            return False
        return _occurs(sentence, at) or (form is not None and _done(sentence, trigger, at, form))
    return form is None or _done(sentence, trigger, at, form)


def _compound(sentence: Sentence, at: Span) -> bool:
    """True for a part of a word (western-supplied arms), and for whoever it is that does so."""
    before = sentence.folded[max(sentence.start, at.start - 12) : at.start]
    if _HYPHEN.match(sentence.folded, at.end):
        return True  # scorched-earth tactics
    return before.endswith("-") or before.rstrip(" ").endswith(small_words("whoever", "en"))


def _reduced(sentence: Sentence, trigger: Trigger, at: Span) -> bool:
    """True for a participle that only says which one: an opposition backed by the president.

    Whom somebody killed is told so as well (civilians killed by shelling).
    """
    word = sentence.folded[at.start : at.end].partition(" ")[0]
    if trigger.type == "ASSAULT" or not (word.endswith("ed") or word in irregular_pasts()):
        return False
    if sentence.block.kind != "paragraph":
        return False
    before = max(sentence.start, at.start - _CARRIED // 2)
    clause = sentence.clauses[sentence.clause_at(at.start)]
    bare = at.start > clause.start + 1 and not sentence.resumes(at.start)
    if not bare or worded(_CARRIES).search(sentence.folded, before, at.start):
        return False
    if worded(_BY).match(sentence.folded, at.end):
        return True
    # goods banned in Russia: an act without an object, of a thing
    objectless = " " not in sentence.folded[at.start : at.end] and worded(_PHRASE).match(
        sentence.folded, at.end
    )
    thing = worded(_COMMON).search(sentence.text, clause.start, at.start)
    return bool(objectless and thing) and not _subject(sentence, clause, at.start - 1)


def form_of(trigger: Trigger, surface: str) -> str | None:
    """Which form of the row's verb a trigger is, or begins with: "support" in "support for"."""
    while surface:
        if surface in trigger.finite:
            return trigger.finite[surface]
        surface = surface.rpartition(" ")[0]
    return None


def verbal(sentence: Sentence, trigger: Trigger, at: Span) -> bool:
    """True for an English verb, though its row lists nouns as well: they attacked, will attack."""
    folded = sentence.folded
    word = folded[at.start : at.end].partition(" ")[0]
    form = form_of(trigger, folded[at.start : at.end])
    past = word.endswith("ed") or word in irregular_pasts() or word in _unchanged()
    if past or form == "bare":
        return True
    near = max(sentence.start, at.start - 24)
    if form == "third":  # due to attacks, of attacks
        return worded(_MARKED).search(sentence.folded, near, at.start) is None
    if form == "ing":
        active = trigger.type != "ASSAULT" and not folded.startswith(" of ", at.end)
        return active or bool(worded(_BEING).search(folded, near, at.start))
    return bool(worded(_AUXILIARY).search(folded, near, at.start))


def _named(sentence: Sentence, at: Span) -> bool:
    """True for a noun in the name of an event: the Battle of Stalingrad."""
    inside = sentence.block.kind == "paragraph" and at.start > sentence.start
    named = sentence.text[at.start].isupper() and sentence.text.startswith(" of ", at.end)
    return inside and named


def _done(sentence: Sentence, trigger: Trigger, at: Span, form: str) -> bool:
    """True for a form of a verb with a subject or an auxiliary before it."""
    clause = sentence.clauses[sentence.clause_at(at.start)]
    if at.start <= clause.start + 1:
        weighed = worded(_WEIGHED).search(sentence.folded, at.end, clause.end)
        if form == "ing" and clause == sentence.clauses[0] and weighed:
            return False
        if form == "ing" and at.start > sentence.start and _key(trigger) in _RESULTS:
            return False
        return form != "bare" or at.start == sentence.start
    adverb = worded(_ADVERB).search(sentence.text, clause.start, at.start)
    end = adverb.start() if adverb else at.start
    if form == "ing":
        if _key(trigger) in _RESULTS and worded(_WORD).search(sentence.text, clause.start, end):
            return _subject(sentence, clause, end)  # a loophole allowing imports
        return not worded(_NOUN).search(sentence.folded, max(sentence.start, end - 12), end)
    near = max(sentence.start, end - 12)
    if form == "bare" and (
        worded(_GOVERNED).search(sentence.folded, near, end)
        or worded(_PLURAL).search(sentence.folded, near, end)
    ):
        return True
    if form == "third" and _inside(sentence, end):
        return False
    if _attributive(sentence, Span(end, at.end), form):
        return False
    if form == "third" and worded(_RESUMED).search(sentence.folded, near, end):
        return True
    return _subject(sentence, clause, end)


def _inside(sentence: Sentence, end: int) -> bool:
    """True behind a party that a preposition marks: in Israeli jails."""
    parties = (party for party in sentence.parties if party.end in (end, end - 1))
    return any(sentence.mark(party.start, "at", "to", "by", "with") for party in parties)


def _attributive(sentence: Sentence, at: Span, form: str) -> bool:
    """True behind what only says whose it is: Russian targets, US support; not Russia targets."""
    party = next((p for p in sentence.parties if p.end in (at.start, at.start - 1)), None)
    if party is None or party.kind != "state" or " " in party.code:
        return False
    if sentence.folded[party.start : party.end].removeprefix("the ") in _adjectives():
        return True
    word = sentence.folded[at.start : at.end].split()[0]
    if form != "bare" or word in _unchanged() or sentence.block.kind != "paragraph":
        return False
    return worded(_WITH_ANOTHER).search(sentence.folded, sentence.start, party.start) is None


@cache
def _unchanged() -> frozenset[str]:
    """Verbs whose past is their base: cut, quit."""
    return frozenset(row["base"] for row in table("verbs_en.tsv") if row["past"] == row["base"])


@cache
def _adjectives() -> frozenset[str]:
    """Adjectives of states, in lower case."""
    return frozenset(row["adjective_en"].lower() for row in table("states.tsv"))


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
    if worded(_FINISHED).search(folded, max(sentence.start, at.start - 16), at.start):
        return True
    if worded(_GOVERNED).search(folded, max(sentence.start, at.start - 12), at.start - 1):
        return True
    clause = sentence.clauses[sentence.clause_at(at.start)]
    if any(clause.holds(time.start) and time.dated for time in sentence.times):
        return True
    before = max(sentence.start, at.start - _CARRIED)
    behind = min(sentence.end, at.end + _OCCURS)
    return bool(
        sentence.find("light", before, at.start)
        or sentence.find("occurs", at.end, behind)
        or (worded(_NEW).search(folded, before, at.start) and worded(_ON).match(folded, at.end))
        or _subject(sentence, clause, at.start - 1)
    )
