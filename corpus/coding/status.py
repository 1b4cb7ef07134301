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
from corpus.coding.vocabulary import Trigger, cue, irregular_pasts
from corpus.model import Status

#: how far in front of a trigger its auxiliaries and adverbs reach, in characters
_REACH = {"zh": 12, "en": 26}
_NEAR = {"zh": 6, "en": 16}
_GOVERNED = 24
_AHEAD = {"zh": 18, "en": 48}
#: what an act becomes when it is only announced
_ANNOUNCED = {
    "CONSULT": ("AGREE", ""),
    "AID": ("AGREE", ""),
    "RETREAT": ("CONCEDE", ""),
    "SANCTION": ("THREATEN", ""),
    "COERCE": ("THREATEN", ""),
    "PROTEST": ("THREATEN", ""),
}
#: types that are rejected by not doing them, with the mode of the refusal
_REFUSED = {
    "AGREE": "",
    "CONSULT": "meet",
    "SUPPORT": "",
    "COOPERATE": "",
    "AID": "assist",
    "RETREAT": "yield",
    "CONCEDE": "yield",
}
_HARM = {"restrict": "restrict", "seize": "territory", "arrest": "arrest", "expel": "expel"}
#: auxiliaries of what somebody would do
_MODAL = ("would", "could", "may", "might")
_HOSTILE = ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION")

_OBJECT = re.compile(r"[军士领近其该这一两二三四五六七八九十数几多\d]")
_CLOSING = ' "”\n'
_QUESTION = ("？", "?")
#: cues of the phrases that may stand between a Chinese negation and its verb
_PHRASES = ("to", "with")
_BEING = re.compile(r"\b(?:is|are)(?: \w+ly| also| now)?(?P<passive> being)? $")

#: auxiliaries and carriers of event nouns by which an act is told as past, and what undoes it
_PAST = re.compile(r"\b(?:has|have|had|was|were|did|held|began|took|met|opened|launched|staged)\b")
_PASSIVE = " be "
_TO_BE = re.compile(r"\b(?:to|be|is|are|being)(?: \w+ly)? $")

Dated = Literal["", "behind", "ahead"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a trigger is read in its sentence."""

    type: str
    mode: str
    status: Status
    #: True if the speaker alone says so, and says it of the other side: it is then an accusation
    feared: bool = False
    #: True for a harm that would be done: said of the speaker's own side, it is a threat
    vowed: bool = False
    #: the word that plans, denies, goes on or begins the "if", where there is one
    cue: Span | None = None


def read(
    sentence: Sentence, trigger: Trigger, at: Span, told: bool, dated: Dated
) -> Reading | None:
    """Type, mode and status of a trigger; ``None`` if nothing happened and nothing was announced.

    ``told`` is True where somebody is quoted or reported, ``dated`` says where the day of the act
    lies as seen from publication.
    """
    if sentence.supposed(at.start) or _asked(sentence, at):
        return None
    reading = Reading(trigger.type, trigger.mode, "happened")
    clause = sentence.clauses[sentence.clause_at(at.start)]
    reach = max(clause.start, at.start - _REACH[sentence.language])
    only_denied = "denied" in trigger.traits
    near = reach if only_denied else max(clause.start, at.start - _NEAR[sentence.language])
    far = reach if sentence.language == "zh" else near  # 不要向俄罗斯提供武器
    if sentence.find("forbidden", far, at.start) or _infinitive(sentence, at):
        return None
    if trigger.type in _REFUSED and _will_not(sentence, reach, at.start):
        return Reading("REJECT", _REFUSED[trigger.type], "happened")
    negation = refused(sentence, near, at.start) or _negated(sentence, clause.start, at)
    if negation:
        return Reading("REJECT", "", "denied", cue=negation) if told else None
    if only_denied:
        return None
    willing = sentence.find("willing", clause.start, at.start)
    if trigger.type == "CONSULT" and willing:
        status: Status = "planned" if dated == "ahead" else "happened"
        return Reading("AGREE", "", status, cue=Span(*willing.span()))
    ahead = max(_governing(sentence, clause), at.start - _AHEAD[sentence.language])
    plan = _plan(sentence, ahead, at.start)
    planned = dated == "ahead" or plan is not None
    if "standing" in trigger.traits and not dated:
        # what has been massed is there, whoever will watch it
        return replace(reading, status="ongoing")
    if "threat" in trigger.traits:
        conditional = sentence.conditions or planned
        cue_ = _if(sentence) or plan
        return replace(reading, status="conditional", cue=cue_) if conditional else None
    if trigger.type == "THREATEN":
        return replace(reading, status="conditional", cue=_if(sentence))
    if "content" in trigger.traits:
        unreal = sentence.find("irrealis", reach if sentence.language == "zh" else near, at.start)
        meant = trigger.type == "ACCUSE" and sentence.find("intended", clause.start, at.start)
        return None if unreal or meant else reading
    if trigger.type in _HOSTILE and _punished(sentence, clause, at):
        return None
    ongoing = next(iter(_outside(sentence, "ongoing", reach, at.start)), None)
    unreal = next(iter(_outside(sentence, "irrealis", reach, at.start)), None)
    if unreal and unreal.group() == "would" and told and trigger.type not in _HOSTILE:
        # said it would: what lay ahead when it was said
        planned, plan, unreal = True, plan or Span(*unreal.span()), None
    if unreal and ongoing and ongoing.start() <= unreal.start() < ongoing.end():
        unreal = None  # 正试图夺取: what is being tried is under way
    weighed = _weighed(sentence, clause, at) if trigger.mode == "restrict" else None
    if weighed:
        return Reading("THREATEN", "restrict", "conditional", cue=weighed)
    feared = sentence.find("feared", clause.start, at.start)
    if unreal or feared or sentence.find("intended", clause.start, at.start):
        suspected = feared or sentence.find("suspected", reach, at.start)
        hostile = trigger.type in _HOSTILE
        vowed = unreal is not None and not feared and unreal.group() in _MODAL
        if told and hostile and (suspected or vowed):
            cue_ = _span(unreal or feared)
            return replace(reading, feared=bool(suspected), vowed=vowed, cue=cue_)
        return None
    if planned:
        return _announced(reading, sentence, plan)
    during = sentence.folded.startswith("期间", at.end)
    always = sentence.find("always", clause.start, at.start)
    if ongoing or during or always or "lasting" in trigger.traits or _progressive(sentence, at):
        return replace(reading, status="ongoing", cue=_span(ongoing or always))
    return reading


def _span(match: re.Match[str] | None) -> Span | None:
    return Span(*match.span()) if match else None


def _if(sentence: Sentence) -> Span | None:
    """The word that begins the "if" of a sentence."""
    if not sentence.conditions:
        return None
    found = (sentence.find(kind, sentence.start, sentence.end) for kind in ("condition", "any"))
    return next((Span(*match.span()) for match in found if match), None)


def refused(sentence: Sentence, start: int, end: int) -> Span | None:
    """A negation that is no part of another word, as 不 is of 不断."""
    taken = [
        m.span()
        for m in cue("unnegated", sentence.language).finditer(sentence.folded, start - 2, end + 2)
    ]
    found = cue("negation", sentence.language).finditer(sentence.folded, start, end)
    free = (m for m in found if not any(a <= m.start() < b for a, b in taken))
    return _span(next(free, None))


def _governing(sentence: Sentence, clause: Span) -> int:
    """Where what governs a clause may stand: 将访问莫斯科，并会晤普京 is one plan."""
    joined = sentence.find("joins", clause.start, min(clause.start + 2, clause.end))
    here = sentence.clause_at(clause.start)
    if sentence.language != "zh" or here == 0 or joined is None:
        return clause.start
    return sentence.clauses[here - 1].start


def _weighed(sentence: Sentence, clause: Span, at: Span) -> Span | None:
    """The word by which a measure is only considered or prepared, also in the clause before it."""
    here = sentence.clause_at(clause.start)
    opens = cue("to", sentence.language).match(sentence.folded, clause.start, at.start)
    start = sentence.clauses[here - 1].start if here and opens else clause.start
    return _span(sentence.find("weighed", start, at.start))


def _plan(sentence: Sentence, start: int, end: int) -> Span | None:
    """The cue of a plan; 将 before a party or a number marks an object, as 把 does.

    A general (将军) is no plan either.
    """
    ahead = (t for t in sentence.times if t.direction == "future" and not t.dated)
    for time in ahead:
        if start <= time.start and time.end <= end and time.surface[-1] != "后":
            return Span(time.start, time.end)
    for match in _outside(sentence, "planned", start, end):
        objects = any(party.start == match.end() for party in sentence.parties)
        if match.group() != "将" or not (objects or _OBJECT.match(sentence.folded, match.end())):
            return _span(match)
    return None


def _outside(sentence: Sentence, kind: str, start: int, end: int) -> list[re.Match[str]]:
    """The cues of a kind that are no part of a name, as 反对 is of 反对派 and 正 of 金正恩."""
    found = cue(kind, sentence.language).finditer(sentence.folded, start, end)
    named = [range(party.start, party.end) for party in sentence.parties]
    return [match for match in found if not any(match.start() in name for name in named)]


def _asked(sentence: Sentence, at: Span) -> bool:
    """True in a question: who asks whether it happened does not tell that it did."""
    if sentence.language == "en":
        return sentence.folded[at.end : sentence.end].rstrip(_CLOSING).endswith("?")
    clause = sentence.clauses[sentence.clause_at(at.start)]
    return sentence.folded.startswith(_QUESTION, clause.end, sentence.end + 1)


def _will_not(sentence: Sentence, start: int, end: int) -> bool:
    """True for an English refusal: will not meet, is not ready to talk."""
    return sentence.language == "en" and sentence.find("refusal", start, end) is not None


def told_as_past(sentence: Sentence, at: Span) -> bool:
    """True for an English act told in the past tense: whatever its date says, it lies behind."""
    clause = sentence.clauses[sentence.clause_at(at.start)]
    start = max(clause.start, at.start - _AHEAD["en"])
    if sentence.language != "en" or sentence.find("planned", start, at.start):
        return False
    before = sentence.folded[start : at.start]
    word = sentence.folded[at.start : at.end].partition(" ")[0]
    past = word.endswith("ed") or word in irregular_pasts()
    return bool(_PAST.search(before)) or (past and not _TO_BE.search(before))


def _negated(sentence: Sentence, start: int, at: Span) -> Span | None:
    """A negation before the phrase that parts it from its verb: 没有与普京会面."""
    if sentence.language != "zh":
        return None
    begins = max(start, at.start - _AHEAD["zh"])
    phrases = (cue(kind, "zh").finditer(sentence.folded, begins, at.start) for kind in _PHRASES)
    starts = {match.start() for found in phrases for match in found}
    negations = cue("negation", "zh").finditer(sentence.folded, begins, at.start)
    return _span(next((match for match in negations if match.end() in starts), None))


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
    begins = at.start
    if sentence.folded.endswith(_PASSIVE, sentence.start, begins):
        begins -= len(_PASSIVE) - 1  # asked for the ban to be lifted
    if not sentence.mark(begins, "purpose"):
        return False
    start = max(sentence.start, at.start - _GOVERNED)
    return not any(
        sentence.find(kind, start, at.start) for kind in ("planned", "willing", "ongoing")
    )


def threat(reading: Reading) -> Reading:
    """What becomes of a harm that somebody says his side would do."""
    if reading.type == "MOBILIZE":
        return replace(reading, status="planned", feared=False, vowed=False)
    mode = "violence" if reading.type == "ASSAULT" else _HARM.get(reading.mode, "")
    return Reading("THREATEN", mode, "conditional", cue=reading.cue)


def _announced(reading: Reading, sentence: Sentence, plan: Span | None) -> Reading:
    condition = _if(sentence)
    status: Status = "conditional" if sentence.conditions else "planned"
    cue_ = condition or plan
    if reading.type == "ASSAULT" and status == "conditional":
        return Reading("THREATEN", "violence", status, cue=cue_)
    type_, mode = _ANNOUNCED.get(reading.type, (reading.type, reading.mode))
    if reading.type == "RETREAT" and reading.mode in ("release", "access"):
        type_ = "AGREE"  # to let go or through is promised, not conceded
    if type_ == "THREATEN":
        mode = _HARM.get(reading.mode, "")
    return Reading(type_, mode, status, cue=cue_)
