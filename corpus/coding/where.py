"""Where it happened: a trigger in its sentence goes in, one place or none comes out."""

from __future__ import annotations

import re

from corpus.coding.discourse import Discourse
from corpus.coding.sentence import Sentence, Span
from corpus.coding.speech import Saying
from corpus.coding.vocabulary import Trigger
from corpus.entities import names
from corpus.entities.places import capitals
from corpus.model import Party, Place

#: between an English trigger and the place right behind it
_BESIDE = re.compile(r" ?(?:(?:in|to|on|at|near|into) (?:the )?)?")
#: types that are done where they are said; a meeting announced is held elsewhere
_SPOKEN = ("THREATEN", "REQUEST", "ACCUSE", "REJECT", "SUPPORT")


def place_of(sentence: Sentence, trigger: Trigger, at: Span, discourse: Discourse) -> Place | None:
    """The place nearest before the trigger in its clause, else behind it.

    Else where forces are sent, or what "there" means.
    """
    clause = sentence.clauses[sentence.clause_at(at.start)]
    inside = [place for place in sentence.places if clause.holds(place.start)]
    before = [place for place in inside if place.end <= at.start]
    behind = [place for place in inside if place.start >= at.end][:1]
    if sentence.language == "en" and behind:  # of two places the one that the act leads to or is in
        before = (
            before if _BESIDE.fullmatch(sentence.folded, at.end, behind[0].start) is None else []
        )
    if before:
        return _whole(sentence, before)
    if inside:
        return (behind or inside)[0]
    if trigger.type == "MOBILIZE":
        here = [party for party in sentence.parties if clause.holds(party.start)]
        sent = [_state(party) for party in here if sentence.mark(party.start, "to")]
        if sent:
            return sent[-1]
    earlier = [place for place in sentence.places if place.end <= clause.start]
    if sentence.find("there", clause.start, clause.end):
        named = [_state(party) for party in sentence.parties if party.end <= clause.start]
        return next(iter([*earlier[-1:], *filter(None, named[-1:])]), discourse.place)
    return None


def said_at(sentence: Sentence, type_: str, voice: Saying) -> Place | None:
    """Where words were said: the place before the verb of saying (在日内瓦的会议上告诉 ...)."""
    if type_ not in _SPOKEN or not voice.speaker or voice.start == voice.end:
        return None
    before = [place for place in sentence.places if place.end <= voice.start]
    return before[-1] if before and not before[-1].name.endswith("'s border") else None


def _whole(sentence: Sentence, places: list[Place]) -> Place:
    """The last place, or the larger one that it lies in: 克里米亚的奥博克军区 is Crimea."""
    last = places[-1]
    for place in places[:-1]:
        if sentence.folded[place.end : last.start] == "的":
            return place
    return last


def _state(party: Party) -> Place | None:
    """A state's name as the place that it also is."""
    point = capitals().get(party.code)
    if party.kind != "state" or point is None:
        return None
    name = names(party.code).en
    return Place(party.start, party.end, party.surface, name, party.code, *point)
