"""Whether it happened: a trigger in its sentence goes in, its status and its code then come out.

PLOVER's manual decides most of it: a meeting announced is AGREE, a harm announced "if" is THREATEN
and never ASSAULT, a withdrawal announced is CONCEDE. An act that is only wished, feared, prevented
or asked for is no event at all (law 6), and neither is one inside an "if".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from corpus.coding.sentence import Sentence, Span
from corpus.coding.vocabulary import Trigger, cue
from corpus.model import Status

#: how far in front of a trigger its auxiliaries and adverbs reach, in characters
_REACH = {"zh": 12, "en": 26}
_NEAR = {"zh": 4, "en": 16}
_GOVERNED = 24
_AHEAD = {"zh": 18, "en": 48}
#: what an act becomes when it is only announced
_ANNOUNCED = {
    "CONSULT": ("AGREE", ""),
    "AID": ("AGREE", ""),
    "RETREAT": ("CONCEDE", ""),
    "SANCTION": ("THREATEN", ""),
    "COERCE": ("THREATEN", ""),
}
_HARM = {"restrict": "restrict", "seize": "territory", "arrest": "arrest", "expel": "expel"}
_HOSTILE = ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION")


#: cues of the phrases that may stand between a Chinese negation and its verb
_PHRASES = ("to", "with")
_BEING = re.compile(r"\b(?:is|are)(?: \w+ly| also| now)?(?P<passive> being)? $")

Dated = Literal["", "behind", "ahead"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a trigger is read in its sentence."""

    type: str
    mode: str
    status: Status
    #: True if the speaker alone says so, and says it of the other side: it is then an accusation
    feared: bool = False


def read(
    sentence: Sentence, trigger: Trigger, at: Span, told: bool, dated: Dated
) -> Reading | None:
    """Type, mode and status of a trigger; ``None`` if nothing happened and nothing was announced.

    ``told`` is True where somebody is quoted or reported, ``dated`` says where the day of the act
    lies as seen from publication.
    """
    if sentence.supposed(at.start):
        return None
    reading = Reading(trigger.type, trigger.mode, "happened")
    clause = sentence.clauses[sentence.clause_at(at.start)]
    reach = max(clause.start, at.start - _REACH[sentence.language])
    only_denied = "denied" in trigger.traits
    near = reach if only_denied else max(clause.start, at.start - _NEAR[sentence.language])
    if sentence.find("forbidden", near, at.start) or _infinitive(sentence, at):
        return None
    if sentence.find("negation", near, at.start) or _negated(sentence, clause.start, at):
        return replace(reading, type="REJECT", mode="", status="denied") if told else None
    if only_denied:
        return None
    willing = sentence.find("willing", clause.start, at.start)
    if trigger.type == "CONSULT" and willing:
        return Reading("AGREE", "", "planned" if dated == "ahead" else "happened")
    ahead = max(clause.start, at.start - _AHEAD[sentence.language])
    planned = dated == "ahead" or sentence.find("planned", ahead, at.start) is not None
    if "standing" in trigger.traits and not dated:
        # what has been massed is there, whoever will watch it
        return replace(reading, status="ongoing")
    if "threat" in trigger.traits:
        conditional = sentence.conditions or planned
        return replace(reading, status="conditional") if conditional else None
    if trigger.type == "THREATEN":
        return replace(reading, status="conditional")
    if "content" in trigger.traits:
        return reading
    if trigger.type in _HOSTILE and _punished(sentence, clause, at):
        return None
    ongoing = sentence.find("ongoing", reach, at.start)
    unreal = sentence.find("irrealis", reach, at.start)
    if unreal and ongoing and ongoing.start() <= unreal.start() < ongoing.end():
        unreal = None  # 正试图夺取: what is being tried is under way
    if unreal or sentence.find("feared", clause.start, at.start):
        return replace(reading, feared=True) if told and trigger.type in _HOSTILE else None
    if planned:
        return _announced(reading, sentence)
    if ongoing or _progressive(sentence, at) or "lasting" in trigger.traits:
        return replace(reading, status="ongoing")
    return reading


def _negated(sentence: Sentence, start: int, at: Span) -> bool:
    """True for a negation before the phrase that parts it from its verb: 没有与普京会面."""
    if sentence.language != "zh":
        return False
    begins = max(start, at.start - _AHEAD["zh"])
    phrases = (cue(kind, "zh").finditer(sentence.folded, begins, at.start) for kind in _PHRASES)
    starts = {match.start() for found in phrases for match in found}
    negations = cue("negation", "zh").finditer(sentence.folded, begins, at.start)
    return any(match.end() in starts for match in negations)


def _progressive(sentence: Sentence, at: Span) -> bool:
    """True for what is being done: is sending, are being sent."""
    before = sentence.folded[max(sentence.start, at.start - _REACH["en"]) : at.start]
    if sentence.language != "en" or not (found := _BEING.search(before)):
        return False
    return bool(found["passive"]) or sentence.folded.endswith("ing", at.start, at.end)


def _punished(sentence: Sentence, clause: Span, at: Span) -> bool:
    """True for an act that a threat is made against: 入侵将付出代价."""
    behind = (rows for start, _, rows in sentence.triggers if at.end <= start < clause.end)
    answer = sentence.find("answer", at.end, clause.end) or sentence.find(
        "planned", at.end, clause.end
    )
    return answer is not None and any(row.type == "THREATEN" for rows in behind for row in rows)


def _infinitive(sentence: Sentence, at: Span) -> bool:
    """True for a mere purpose: 以夺取, or an infinitive that no plan or readiness governs."""
    if not sentence.marked("purpose", at.start):
        return False
    start = max(sentence.start, at.start - _GOVERNED)
    return not any(
        sentence.find(kind, start, at.start) for kind in ("planned", "willing", "ongoing")
    )


def _announced(reading: Reading, sentence: Sentence) -> Reading:
    status: Status = "conditional" if sentence.conditions else "planned"
    if reading.type == "ASSAULT" and status == "conditional":
        return Reading("THREATEN", "violence", status)
    type_, mode = _ANNOUNCED.get(reading.type, (reading.type, reading.mode))
    if type_ == "THREATEN":
        mode = _HARM.get(reading.mode, "")
    return Reading(type_, mode, status)
