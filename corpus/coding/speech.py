"""Who says so: a sentence goes in, its verbs of saying come out with the party that says it.

Outlets quote agencies and agencies quote ministries: for each act the innermost voice is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.coding.discourse import Discourse
from corpus.coding.roles import Named, Slot
from corpus.coding.sentence import Sentence, Span
from corpus.coding.strangers import strangers
from corpus.coding.vocabulary import cue, small_words, worded
from corpus.entities.codes import compose, parts
from corpus.model import TimeExpression

#: how far behind "said" an English sentence may name who said it, in characters
_INVERTED = 12
#: how much may stand around the verb in a closing "he said on Friday", in characters
_CLOSES, _TAIL = 60, 40
#: how far before a verb of saying the article itself may stand that says so
_LEAD = 6
#: how far behind a verb that quotes its source may begin, and a medium that is told something
_NEAR, _ADDRESSED = 24, 6
#: before who is told to have said it: 据国防部消息
_BY = "据"
#: who is quoted without a name, up to what he said or the verb of saying: 两名官员
_NOBODY_KNOWN = r"(?P<who>[^，。；：、“”「」\s]{0,14}{unnamed})"
#: what parts two voices that have nothing to do with each other
_APART = re.compile(r"[;；]|\b(?:but|while|whereas|meanwhile)\b|[，,](?:而|但)")


@dataclass(frozen=True, slots=True)
class Saying:
    """One verb of saying with its subject."""

    start: int
    end: int
    speaker: str
    #: as in ``speech.tsv``
    stance: str
    #: who passes the words on
    via: str = ""


def voices(
    sentence: Sentence, filled: tuple[Slot, ...], discourse: Discourse
) -> tuple[Saying, ...]:
    """Every saying of a sentence whose subject is known, in the order of the text."""
    found: list[Saying] = []
    carrier = ""
    for start, end, stance in sentence.spoken:
        if sentence.quoted(start):
            continue
        if stance == "carried":
            carrier = _medium(slot for slot in filled if slot.party.start >= end) or carrier
            if found and not any(found[-1].end <= at < start for at, _, _ in sentence.triggers):
                found[-1] = replace(found[-1], via=found[-1].via or carrier)
            continue
        source = _source(sentence, filled, end) if stance == "quotes" else ""
        if source:
            found.append(Saying(start, end, source, "says", _passing(sentence, filled, start)))
            continue
        if found and found[-1].via and _goes_on(filled, found[-1], start):
            found.append(Saying(start, end, found[-1].speaker, _own(stance), found[-1].via))
            continue
        around = found[-1] if found and is_medium(found[-1].speaker) else None
        speaker = _subject(sentence, filled, start, end, around.end if around else 0)
        if sentence.find("text", max(sentence.clause_of(start).start, start - _LEAD), start):
            speaker = ""  # 文章认为: nobody of whom it tells
        elif not speaker and (sentence.quotations or sentence.language == "zh"):
            speaker = discourse.speaker if not sentence.opens or sentence.quotations else ""
        heard = carrier or _asking(sentence, filled, start, end)
        via = heard if speaker and heard != speaker else ""
        found.append(Saying(start, end, speaker, _own(stance), via))
    return tuple(found)


def _own(stance: str) -> str:
    """A verb that quotes nobody who is known, and what goes on with a quotation, only reports."""
    return "reports" if stance == "quotes" else stance


def _source(sentence: Sentence, filled: tuple[Slot, ...], end: int) -> str:
    """Who is quoted: the party right behind the verb, not one that only owns what is cited."""
    clause = sentence.clause_of(end - 1)
    behind = [s for s in filled if s.codes and end <= s.party.start <= min(end + _NEAR, clause.end)]
    for slot in behind[:1]:
        owner = slot.role == "of" or _owner(sentence, slot.party.end)
        return "" if owner and not _worded(sentence, slot) else slot.codes[0]
    found = None
    if sentence.language == "zh":
        found = worded(_NOBODY_KNOWN, "zh").match(sentence.text, end, clause.end)
    if found:
        spoken = any(start >= found.end("who") for start, _, _ in sentence.spoken)
        who = Named(compose("UNK", found["who"]), *found.span("who"))
        return who if spoken else ""
    unnamed = strangers(sentence, end, clause.end)[:1]
    return next((slot.codes[0] for slot in unnamed if slot.party.start - end <= _NEAR), "")


def _worded(sentence: Sentence, slot: Slot) -> bool:
    """True for a party with what it said behind it: 国防部的话, the ministry's statement."""
    end = slot.party.end
    end += len(_owner(sentence, end)) + (sentence.language == "en")
    return cue("words", sentence.language).match(sentence.folded, end) is not None


def _owner(sentence: Sentence, end: int) -> str:
    """The mark of an owner right behind him."""
    marks = small_words("owner", sentence.language)
    return next((mark for mark in marks if sentence.folded.startswith(mark, end)), "")


def _passing(sentence: Sentence, filled: tuple[Slot, ...], start: int) -> str:
    """Who quotes: the medium named last before the verb, however marked, else its subject."""
    before = [slot for slot in filled if slot.party.end <= start]
    return _medium(reversed(before)) or _subject(sentence, filled, start, start)


def _goes_on(filled: tuple[Slot, ...], quoting: Saying, start: int) -> bool:
    """True for the "as saying" of a quotation: nobody else is named between them."""
    begins = quoting.speaker.end if isinstance(quoting.speaker, Named) else quoting.end
    begins = max(begins, quoting.end)
    return not any(
        slot.codes and begins <= slot.party.start < start and slot.codes[0] != quoting.via
        for slot in filled
    )


def _asking(sentence: Sentence, filled: tuple[Slot, ...], start: int, end: int) -> str:
    """The medium to which somebody speaks: told Reuters, 对路透社说."""
    clause = sentence.clause_of(start)
    near = (
        slot
        for slot in filled
        if clause.holds(slot.party.start)
        and (slot.role in ("to", "with", "object") or 0 <= slot.party.start - end < _ADDRESSED)
        and slot.party.start - end < _INVERTED
    )
    telling = sentence.folded[start:end] in small_words("telling", "en")
    told = telling or sentence.language == "zh"
    return _medium(near) if told else ""


def _medium(filled: Iterable[Slot]) -> str:
    """The first of some parties that is a medium."""
    return next((slot.codes[0] for slot in filled if slot.codes and is_medium(slot.codes[0])), "")


def is_medium(code: str) -> bool:
    """True for an agency, a paper, a broadcaster."""
    return parts(code).sector == "JRN"


def _subject(
    sentence: Sentence, filled: tuple[Slot, ...], start: int, end: int, inside: int = 0
) -> str:
    """Who says it; ``inside`` is where the words begin that a medium reports, if it stands there.

    TASS reported that the ministry said: the ministry says it.
    """
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
        inner = [slot for slot in plain if slot.party.start >= inside]
        return (inner or plain)[0].codes[0]
    if sentence.language == "en":
        for slot in filled:
            if 0 <= slot.party.start - end <= _INVERTED and slot.codes and slot.role == "":
                return slot.codes[0]
    elif sentence.folded[start:end] == _BY:
        for slot in filled:
            if slot.party.start == end and slot.codes and _worded(sentence, slot):
                return slot.codes[0]
    earlier = [slot for slot in before if slot.clause < clause and slot.role != "of"]
    return earlier[0].codes[0] if earlier else ""


def voice_of(sentence: Sentence, sayings_: tuple[Saying, ...], at: int, carried: str) -> Saying:
    """Who tells what stands at a position; the empty speaker is the article itself.

    ``carried`` is who spoke last: a sentence that is all quotation goes on with that voice.
    """
    told = [saying for saying in sayings_ if saying.end <= at]
    behind = [saying for saying in sayings_ if saying.start > at]
    closing = behind[-1:] if behind and _closing(sentence, behind[-1]) else []
    if told:
        return _within(sentence, told[-1], [*told[:-1], *closing])
    if sentence.quoted(at):
        return behind[0] if behind else Saying(at, at, carried, "says")
    if closing:
        inner = [saying for saying in behind[-2:-1] if is_medium(closing[0].speaker)]
        return _within(sentence, inner[0], closing) if inner else closing[0]
    return Saying(at, at, "", "")


def timed(sentence: Sentence, saying: Saying, time: TimeExpression | None, at: Span) -> bool:
    """True if a time is rather that of a saying than of the act told at a position.

    The two share a day more often than an hour: 国防部周五上午表示，双方讨论了局势.
    """
    if time is None or saying.start == saying.end:
        return False
    if time.end <= saying.start < at.start:
        return True
    voiced, act = sentence.clause_at(saying.start), sentence.clause_at(at.start)
    if sentence.clause_at(time.start) != voiced:
        return False
    # 乌克兰称俄军夜间发动进攻: what has been named since the verb is what the time belongs to
    named = any(saying.end <= party.start < time.start for party in sentence.parties)
    nearer = saying.end <= time.start and time.start - saying.end < at.start - time.end
    return voiced != act or (nearer and not named)


def _within(sentence: Sentence, inner: Saying, others: Iterable[Saying]) -> Saying:
    """The inner voice, passed on by a medium that speaks around it and tells nothing else."""
    if inner.via or not inner.speaker or is_medium(inner.speaker):
        return inner
    for outer in others:
        between = outer.end, inner.start
        told = any(between[0] <= start < between[1] for start, _, _ in sentence.triggers)
        apart = _APART.search(sentence.folded, *between)
        if outer.speaker and is_medium(outer.speaker) and not told and not apart:
            return replace(inner, via=outer.speaker)
    return inner


def _closing(sentence: Sentence, saying: Saying) -> bool:
    """True for a "he said on Friday" that ends an English sentence and tells nothing else."""
    clause = sentence.clauses[-1]
    voiced = {start for start, _, _ in sentence.spoken}  # "told" may also be a trigger
    told = any(start >= saying.end and start not in voiced for start, _, _ in sentence.triggers)
    return (
        sentence.language == "en"
        and len(sentence.clauses) > 1
        and clause.holds(saying.start)
        and saying.start - clause.start < _CLOSES
        and sentence.end - _ends(saying) < _TAIL
        and not told
    )


def _ends(saying: Saying) -> int:
    """Where a saying ends with those that it names."""
    named = (code.end for code in (saying.speaker, saying.via) if isinstance(code, Named))
    return max(saying.end, *named, 0)
