"""A mention goes in, one plain English line comes out: the words and the rule behind every part.

What was not stated but inferred is said to be so. It must never explain by anything that the
mention does not hold: the line is a reading of the record, not a second opinion.
"""

from __future__ import annotations

from corpus.entities import names
from corpus.model import Mention, Part, Role

_DAYS = {
    "context": "the day that the passage goes on about",
    "publication": "not stated: news of the day of publication",
}


def why(mention: Mention, text: str) -> str:
    """Why a mention was read as it was; ``text`` is the one that its offsets point into.

    >>> from datetime import date
    >>> from corpus import find_events
    >>> told = "Drones struck a fuel depot in Odesa yesterday."
    >>> for step in why(find_events(told, date(2022, 6, 15))[0], told).split("; "):
    ...     print(step)
    ASSAULT/drone from "Drones struck" [ASSAULT.drone.drone attack none]
    actor not stated
    recipient Ukraine from "Odesa"
    in Odesa from "Odesa"
    2022-06-14 relative from "yesterday"
    happened
    """
    kind = f"{mention.type}/{mention.mode}" if mention.mode else mention.type
    steps = [
        f'{kind} from "{mention.trigger}" [{mention.rule}]',
        *_side("actor", mention.actors, mention, text),
        *_side("recipient", mention.recipients, mention, text),
    ]
    if mention.place:
        steps.append(f"in {mention.place}{_from('place', mention.place, mention, text)}")
    return "; ".join([*steps, _dated(mention, text), _status(mention, text)])


def _side(role: Role, codes: tuple[str, ...], mention: Mention, text: str) -> list[str]:
    if not codes:
        return [f"{role} not stated"]
    return [f"{role} {names(code).en}{_from(role, code, mention, text)}" for code in codes]


def _from(role: Role, value: str, mention: Mention, text: str) -> str:
    """The words behind a part, and whether they stand outside the quotation."""
    part = next((p for p in mention.parts if p.role == role and p.value == value), None)
    return _words(part, mention, text) if part else " (inferred: no words name it)"


def _words(part: Part, mention: Mention, text: str) -> str:
    words = f' from "{text[part.start : part.end]}"'
    if part.end <= mention.start:
        return f"{words} (inferred: told before)"
    return f"{words} (told behind)" if part.start >= mention.end else words


def _dated(mention: Mention, text: str) -> str:
    if mention.date_basis == "none":
        return "undated: no day is stated, none is assumed"
    first, last = mention.first or "..", mention.last or ".."
    days = f"{first}" if first == last else f"{first}/{last}"
    part = next((part for part in mention.parts if part.role == "time"), None)
    words = _words(part, mention, text) if part else ""
    why_ = _DAYS.get(mention.date_basis)
    return f"{days} {mention.date_basis}{words}" + (f" ({why_})" if why_ else "")


def _status(mention: Mention, text: str) -> str:
    part = next((part for part in mention.parts if part.role == "status"), None)
    step = f'{mention.status}: "{text[part.start : part.end]}"' if part else mention.status
    if mention.speaker:
        step += f"; says {names(mention.speaker).en}"
        step += _from("speaker", mention.speaker, mention, text)
    if mention.via:
        step += f"; passed on by {names(mention.via).en}"
        step += _from("via", mention.via, mention, text)
    return step
