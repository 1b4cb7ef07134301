"""Who says so: a sentence goes in, its verbs of saying come out with the party that says it.

Outlets quote agencies and agencies quote ministries: for each act the innermost voice is named.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.coding.discourse import Discourse
from corpus.coding.roles import Slot
from corpus.coding.sentence import Sentence

#: how far behind "said" an English sentence may name who said it, in characters
_INVERTED = 12
#: how much may stand around the verb in a closing "he said on Friday", in characters
_CLOSES, _TAIL = 60, 40
#: how far before a verb of saying the article itself may stand that says so
_LEAD = 6


@dataclass(frozen=True, slots=True)
class Saying:
    """One verb of saying with its subject."""

    start: int
    end: int
    speaker: str
    #: as in ``speech.tsv``
    stance: str


def voices(
    sentence: Sentence, filled: tuple[Slot, ...], discourse: Discourse
) -> tuple[Saying, ...]:
    """Every saying of a sentence whose subject is known, in the order of the text."""
    found = []
    for start, end, stance in sentence.spoken:
        if sentence.quoted(start):
            continue
        speaker = _subject(sentence, filled, start, end)
        if sentence.find("text", max(sentence.clause_of(start).start, start - _LEAD), start):
            speaker = ""  # 文章认为: nobody of whom it tells
        elif not speaker and (sentence.quotations or sentence.language == "zh"):
            speaker = discourse.speaker if not sentence.opens or sentence.quotations else ""
        found.append(Saying(start, end, speaker, stance))
    return tuple(found)


def _subject(sentence: Sentence, filled: tuple[Slot, ...], start: int, end: int) -> str:
    clause = sentence.clause_at(start)
    before = [
        slot
        for slot in filled
        if slot.party.end <= start
        and slot.codes
        and slot.role in ("", "and", "of")
        and not sentence.aside(slot.party.start, start)
    ]
    plain = [slot for slot in before if slot.clause == clause and slot.role != "of"]
    if plain:
        return plain[0].codes[0]
    if sentence.language == "en":
        for slot in filled:
            if 0 <= slot.party.start - end <= _INVERTED and slot.codes and slot.role == "":
                return slot.codes[0]
    earlier = [slot for slot in before if slot.clause < clause and slot.role != "of"]
    return earlier[0].codes[0] if earlier else ""


def voice_of(sentence: Sentence, sayings_: tuple[Saying, ...], at: int, carried: str) -> Saying:
    """Who tells what stands at a position; the empty speaker is the article itself.

    ``carried`` is who spoke last: a sentence that is all quotation goes on with that voice.
    """
    told = [saying for saying in sayings_ if saying.end <= at]
    if told:
        return told[-1]
    behind = [saying for saying in sayings_ if saying.start > at]
    if sentence.quoted(at):
        return behind[0] if behind else Saying(at, at, carried, "says")
    if behind and _closing(sentence, behind[-1]):
        return behind[-1]
    return Saying(at, at, "", "")


def _closing(sentence: Sentence, saying: Saying) -> bool:
    """True for a "he said on Friday" that ends an English sentence and tells nothing else."""
    clause = sentence.clauses[-1]
    told = any(start >= saying.start for start, _, _ in sentence.triggers)
    return (
        sentence.language == "en"
        and len(sentence.clauses) > 1
        and clause.holds(saying.start)
        and saying.start - clause.start < _CLOSES
        and sentence.end - saying.end < _TAIL
        and not told
    )
