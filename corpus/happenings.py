"""What linking makes of mentions: events, their history and their disagreements, as frozen values.

Like `corpus.model`: standard library only, days as closed intervals, nothing chosen silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.model import Status

#: a state in the history of an event, in the words of the field
State = Literal[
    "announced",
    "moved",
    "cancelled",
    "held",
    "happened",
    "under way",
    "threatened",
    "claimed",
    "denied",
]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Tellings of one event that do not agree: every version is kept, none is chosen."""

    #: ``date``, ``figure``, ``interval`` (how soon it followed on another), ``party``, ``place``,
    #: ``status`` or ``clock``
    what: str
    #: 1 one version holds the other, 2 apart but near, 3 they cannot both be true
    severity: int
    #: each version in a language-neutral form (EDTF, bounds with unit, code), in order of telling
    versions: tuple[str, ...]
    #: for each version, the first mention that tells it: its quote, speaker, outlet and day
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What was first told of an event on a day: that it will be, was moved, is denied ..."""

    state: State
    #: day on which it was told, by the text or else by publication
    told: date | None
    #: the days that this telling gives the event
    first: date | None
    last: date | None
    mention: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, whatever the number of its tellings."""

    event_id: str
    first: date | None
    last: date | None
    edtf: str
    precision: str
    #: the time of day on which all agree that tell one, as in `corpus.model.Mention`; else empty
    clock: str
    type: str
    mode: str
    quad_class: int
    score: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str
    status: Status
    label_en: str
    label_zh: str
    salience: int
    outlets: tuple[str, ...]
    #: ids of its mentions, in order of publication and text
    mentions: tuple[str, ...]
    #: its states as they were told, one after another; at least one
    history: tuple[Step, ...]
    #: tellings counted once per source, after copies and language halves are collapsed
    independent_sources: int
    conflicts: tuple[Conflict, ...]
