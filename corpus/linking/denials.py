"""A denial and a telling go in, whether the one may deny the other comes out.

A denial is put to the act that it denies, and both stay: who is right is not asked.
"""

from __future__ import annotations

from datetime import timedelta

from corpus.coding.tellings import stated
from corpus.han import simplified
from corpus.linking.places import places_meet
from corpus.linking.telling import Traits, close, days_between, turns
from corpus.model import Mention

#: so soon after an act it is denied
DENIED = timedelta(days=14)
#: characters between what is told and its denial
_ANSWER = 200


def may_deny(denial: Traits, act: Traits) -> bool:
    """True if a denial may be of an act: its type and doer, no other topic, place, victim, time."""
    if act.family not in denial.denies or not denial.actors & act.actors:
        return False
    if act.mention.status == "conditional" or _of_else(denial.mention, act.mention):
        return False
    if denial.recipients and act.recipients and not denial.recipients & act.recipients:
        return False
    a, b = denial.mention, act.mention
    if not places_meet(a.place, b.place):
        return False
    if stated(a) and stated(b) and a.precision == b.precision == "day" and not _told_of(a, b):
        return False
    said = denial.telling.published
    if b.first is None and b.last is None:
        return days_between(denial, act) <= DENIED
    day = b.first or b.last
    return said is not None and day is not None and timedelta() <= said - day <= DENIED


def answers(denial: Traits, act: Traits) -> bool:
    """True for who denies in so many words what the article told right before."""
    behind = denial.mention.start - act.mention.end
    plain = denial.turn == "denied" and denial.mention.status != "denied"
    return plain and close(denial, act) and 0 <= behind <= _ANSWER


def _of_else(denial: Mention, act: Mention) -> bool:
    """True if who denies speaks of another subject, of a plan for what was done, or of failure."""
    if denial.topics and act.topics and not set(denial.topics) & set(act.topics):
        return True
    begin = denial.start
    cues = (part for part in denial.parts if (part.role, part.value) == ("status", "denied"))
    told = [denial.quote[max(0, cue.start - begin) : max(0, cue.end - begin)] for cue in cues]
    if any(_said("unable", words, denial.language) for words in told):
        return True
    behind = denial.quote[denial.trigger_end - denial.start :]
    return act.status != "planned" and _said("plan", behind, denial.language)


def _said(kind: str, words: str, language: str) -> bool:
    return turns(kind, language).search(simplified(words).lower()) is not None


def _told_of(denial: Mention, act: Mention) -> bool:
    """True if the day beside a denial is the act's own, or the day on which it was denied after."""
    if denial.first is None or act.first is None:
        return True
    return timedelta() <= denial.first - act.first <= DENIED
