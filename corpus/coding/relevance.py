"""What is no event of the story: a reading with its sides goes in, whether it counts comes out.

Opinion, what private people do among themselves, a meeting of nobody with nobody, and happenings
that only say since when something is so. It must never ask what the act is, nor who did it.
"""

from __future__ import annotations

from datetime import date

from corpus.coding.dating import subordinate
from corpus.coding.scene import Sides
from corpus.coding.sentence import Sentence, Span
from corpus.coding.settling import heads_of, is_assembly
from corpus.coding.speech import Saying
from corpus.coding.status import Reading
from corpus.coding.vocabulary import cue, event_types
from corpus.entities.codes import Code, camp, parts
from corpus.times.build import events

#: sectors whose own affairs are no politics, once the article has named somebody who is
_PRIVATE = frozenset(
    ("UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "JRN", "LAB", "MED", "REF", "REL", "SOC")
)
#: types of which that does not hold
_ANYBODY = ("ASSAULT", "PROTEST")
#: how long a happening is news, in days, and how far around a trigger its name reaches
_NEWS, _EPOCH = 92, 40


def commented(sentence: Sentence, voice: Saying, at: Span) -> bool:
    """True for what an expert holds: background and opinion, unless a day is given."""
    if voice.start == voice.end:
        return False
    said = sentence.clauses[sentence.clause_at(voice.start)]
    if sentence.find("comment", said.start, voice.end) is None:
        return False
    clause = sentence.clauses[sentence.clause_at(at.start)]
    return not any(clause.holds(time.start) and time.dated for time in sentence.times)


def foretold(both: Sides, voice: Saying) -> bool:
    """True for what somebody says that others will not do: a forecast and no refusal."""
    mine = heads_of((voice.speaker,)) & heads_of(both.actors)
    return bool(voice.speaker) and parts(voice.speaker).sector != "JRN" and not mine


def political(reading: Reading, both: Sides) -> bool:
    """True unless all of them are private: a company sues another, a stranger praises a student.

    Where people are hurt or take to the street, it is an event whoever they are.
    """
    guessed = both.pattern.endswith(".context")  # whom they may mean does not make it politics
    codes = map(parts, (*both.actors, *(() if guessed else both.recipients)))
    told = tuple(codes)
    if reading.type in _ANYBODY:
        return True
    forceful = event_types()[reading.type, reading.mode].quad_class == 4
    known = forceful or any(code.head or code.name for code in told)
    return known and not all(map(_private, told))


def _private(code: Code) -> bool:
    """True for whoever speaks for no state; a news agency of a state may."""
    return code.sector in _PRIVATE and not (code.sector == "JRN" and code.head)


def met(reading: Reading, both: Sides) -> bool:
    """Several states or organisations have to meet: a government among itself is no event here.

    Neither is an interview: who asks is no party to what is talked about.
    """
    others = (code for code in both.recipients if parts(code).sector != "JRN")
    apart = set(map(camp, others)) - set(map(camp, both.actors))
    return bool(apart) or is_assembly(reading, both)


def epochal(sentence: Sentence, at: Span, published: date | None) -> bool:
    """True for what only says since when: 在俄罗斯入侵乌克兰后, long after the invasion began.

    Such happenings, from which news counts, are listed (``anchors.tsv``).
    """
    if published is None:
        return False
    begins = max(sentence.start, at.start - _EPOCH)
    framed = subordinate(sentence, at)
    for form, event in events(sentence.language).items():
        found = sentence.folded.find(form.lower(), begins, at.end + _EPOCH)
        ends = found + len(form)
        if found < 0 or found > at.start or ends < at.end:
            continue
        behind = cue("adverbial", sentence.language).match(sentence.folded, ends)
        if (framed or behind) and published.toordinal() - event.day > _NEWS:
            return True
    return False
