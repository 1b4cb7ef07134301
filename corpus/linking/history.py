"""Tellings of one event go in, the steps of its history come out.

A meeting is announced, moved, held or cancelled, an act is claimed and denied: these are states of
one event. A step is what is told first; nothing is left out because a later telling knows better.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus.coding.tellings import meeting
from corpus.happenings import State, Step
from corpus.linking.telling import Telling, traits, turn_of
from corpus.model import Mention

_STATES: dict[str, State] = {
    "happened": "happened",
    "ongoing": "under way",
    "planned": "announced",
    "conditional": "threatened",
    "denied": "denied",
    "claimed": "claimed",
}


def history(tellings: Sequence[Telling]) -> tuple[Step, ...]:
    """The steps in the order in which they were told; of equal ones only the first."""
    steps: list[Step] = []
    known: set[tuple[State, date | None, date | None]] = set()
    for telling in sorted(tellings, key=lambda one: (told_on(one) or date.max, *one.order)):
        first, last = days_of(telling)
        step = Step(state_of(telling.mention), told_on(telling), first, last, telling.mention_id)
        vague = first is last is None and any(step.state == state for state, _, _ in known)
        if not vague and (step.state, first, last) not in known:
            known.add((step.state, first, last))
            steps.append(step)
    return tuple(steps)


def state_of(mention: Mention) -> State:
    """The state that a mention tells of its event."""
    turn = turn_of(mention)
    if turn:
        return turn
    if mention.status == "happened" and mention.type == "CONSULT":
        return "held"
    return _STATES[mention.status]


def days_of(telling: Telling) -> tuple[date | None, date | None]:
    """The days that a telling gives its event; of what was moved the new one, of what was cancelled
    none but those that it states."""
    mention = telling.mention
    turn = turn_of(mention)
    if turn == "moved":
        after = traits(telling).after
        if after is not None:
            return after, after
    if turn in ("cancelled", "denied") and mention.date_basis not in ("explicit", "relative"):
        return None, None
    return mention.first, mention.last


def told_on(telling: Telling) -> date | None:
    """The day on which it was told: where the text dates the saying, else the article's."""
    try:
        return date.fromisoformat(telling.mention.told)
    except ValueError:
        return telling.published


def current(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings that state the event's days as they are known last.

    What was held has the days on which it was; a plan that was moved has the new ones; what was
    cancelled or denied has those of its plan or its act.
    """
    known = [one for one in tellings if turn_of(one.mention) not in ("cancelled", "denied")]
    held = [
        one
        for one in known
        if meeting(one.mention)
        and not turn_of(one.mention)
        and one.mention.status != "planned"
        and one.mention.precision == "day"
    ]
    moved = [one for one in known if turn_of(one.mention) == "moved"]
    if held:
        return held
    if moved:
        last = moved[-1]
        days = days_of(last)
        same = [one for one in known if days_of(one) == days and one.order >= last.order]
        return same or [last]
    exact = [one for one in known if one.mention.precision == "day"]
    planned = all(one.mention.status == "planned" for one in known)
    return exact if planned and exact else known or list(tellings)
