"""What was read of an act goes in, the words that each part of it was read from come out.

Whatever no words name (the day of publication, an actor nobody names) has no part; none is made up.
"""

from __future__ import annotations

from corpus.coding.dating import Dating
from corpus.coding.discourse import Discourse
from corpus.coding.roles import Named
from corpus.coding.speech import Saying
from corpus.coding.status import Reading
from corpus.model import Part, Place, Role, TimeExpression

Codes = tuple[str, ...]


def parts_of(
    actors: Codes,
    recipients: Codes,
    place: Place | None,
    dating: Dating,
    voice: Saying,
    reading: Reading,
    discourse: Discourse,
) -> tuple[Part, ...]:
    """Parties, place, days, speaker and status with their words, in the order of the text."""
    found = [_party("actor", code, discourse) for code in actors]
    found += [_party("recipient", code, discourse) for code in recipients]
    if voice.speaker:
        found.append(_party("speaker", voice.speaker, discourse))
    if voice.via:
        found.append(_party("via", voice.via, discourse))
    if place is not None:
        found.append(Part("place", place.start, place.end, place.name))
    if dating.time is not None:
        found.append(_time("time", dating.time))
    if dating.told is not None:
        found.append(_time("told", dating.told))
    cue = reading.cue
    if reading.status == "claimed" and voice.start < voice.end:
        found.append(Part("status", voice.start, voice.end, "claimed"))
    elif cue is not None and reading.status != "happened":
        found.append(Part("status", cue.start, cue.end, reading.status))
    return tuple(sorted(filter(None, found), key=lambda part: (part.start, part.end, part.role)))


def renamed(code: str, other: str) -> str:
    """Another code for the party that the same words name."""
    return Named(other, code.start, code.end) if isinstance(code, Named) else other


def _party(role: Role, code: str, discourse: Discourse) -> Part | None:
    """Read here, or told before: then where it was named last."""
    if isinstance(code, Named):
        return Part(role, code.start, code.end, str(code))
    told = discourse.named.get(code) or discourse.named.get(code.split()[0])
    return Part(role, *told, code) if told else None


def _time(role: Role, time: TimeExpression) -> Part:
    return Part(role, time.start, time.end, time.edtf or time.value)
