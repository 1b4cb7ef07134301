"""Tellings of one event go in, the event comes out: what they say together, and how it is known.

Codes come from the clearest telling, days from all that state them. The same tellings always give
the same event; nothing is chosen where they disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from corpus.coding.tellings import clarity, heads
from corpus.happenings import Conflict, Event
from corpus.labels import label
from corpus.linking.conflicts import conflicts, stated_clocks, stated_days
from corpus.linking.history import current, days_of, history
from corpus.linking.sources import sources
from corpus.linking.telling import MEETING, Telling, family_of, turn_of
from corpus.model import Mention, Quantity
from corpus.times import edtf
from corpus.times.hours import agreed

#: what tells one event from all others, whoever tells it
Key = tuple[str, ...]


def event(tellings: Sequence[Telling], event_id: str) -> Event:
    """What the tellings of one event, in order of publication and text, say together."""
    found = conflicts(tellings)
    told, figures = clearest(tellings, found)
    first, last, precision = _days(tellings, told)
    named = label(told, figures)
    return Event(
        event_id=event_id,
        first=first,
        last=last,
        edtf=edtf(first, last, precision),
        precision=precision,
        clock=agreed(stated_clocks(tellings, first, last)),
        type=told.type,
        mode=told.mode,
        quad_class=told.quad_class,
        score=told.score,
        actors=told.actors,
        recipients=told.recipients,
        place=told.place,
        status=told.status,
        label_en=named.en,
        label_zh=named.zh,
        salience=max(telling.mention.salience for telling in tellings),
        outlets=tuple(dict.fromkeys(telling.outlet_id for telling in tellings)),
        mentions=tuple(telling.mention_id for telling in tellings),
        history=history(tellings),
        independent_sources=sources(tellings),
        conflicts=found,
    )


def clearest(
    tellings: Sequence[Telling], found: Iterable[Conflict]
) -> tuple[Mention, tuple[Quantity, ...]]:
    """What a headline is made of: the clearest telling, completed, and the figures of its clause.

    A headline must not pick one of the figures that are in dispute (law 5): then it has none.
    """
    best = max(tellings, key=_rank)
    told = _completed(best.mention, [telling.mention for telling in tellings])
    disputed = any(conflict.what == "figure" for conflict in found)
    return told, () if disputed else best.quantities


def event_ids(groups: Sequence[Sequence[Telling]]) -> list[str]:
    """An id for each group that stays when further articles tell the event, earlier or later ones.

    It is made of what most tellings say: the kind of act, both sides, place, topic and day. Events
    that share all this, or have no day, go by their least mention (docs/decisions/025).
    """
    keys = [_key(group) for group in groups]
    counts = Counter(keys)
    ids = []
    for group, key in zip(groups, keys, strict=True):
        unique = key is not None and counts[key] == 1
        name = "|".join(key) if unique and key is not None else _least(group)
        ids.append(f"e{sha256(name.encode()).hexdigest()[:10]}")
    return ids


def _key(group: Sequence[Telling]) -> Key | None:
    """None for what has no exact day, and for a meeting of which only one side is told."""
    found = [telling.mention for telling in group if turn_of(telling.mention) != "denied"]
    days = [m.first for m in (one.mention for one in current(group)) if _exact(m)]
    if not found or not days:
        return None
    day, mode = _most(list(map(str, days))), _most([m.mode for m in found if m.mode])
    family = _most([family_of(m) for m in found])
    if family == MEETING:
        parties = _most([_side((*m.actors, *m.recipients)) for m in found])
        return (family, mode, parties, day) if " " in parties else None
    return (
        family,
        mode,
        _most([_side(m.actors) for m in found if m.actors]),
        _most([_side(m.recipients) for m in found if m.recipients]),
        _most([m.place for m in found if m.place]),
        _most([m.topics[0] for m in found if m.topics]),
        day,
    )


def _exact(mention: Mention) -> bool:
    return mention.precision == "day" and mention.first == mention.last


def _side(codes: tuple[str, ...]) -> str:
    return " ".join(sorted(heads(codes)))


def _most(values: Sequence[str]) -> str:
    """What occurs most often, of equals the least; empty if there is nothing."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default="")


def _least(group: Sequence[Telling]) -> str:
    """The least mention, of an original if there is one: whoever else tells it comes and goes."""
    own = [telling for telling in group if telling.article_id == telling.source] or list(group)
    return min(own, key=lambda one: (one.article_id, one.mention.trigger_start)).mention_id


def _completed(best: Mention, tellings: Sequence[Mention]) -> Mention:
    """The clearest telling with what only others say: a name for a state, a mode, a place."""
    alike = [mention for mention in tellings if mention.type == best.type]
    return replace(
        best,
        actors=_fullest(best.actors, tellings),
        recipients=_fullest(best.recipients, tellings),
        mode=best.mode or next((m.mode for m in alike if m.mode), ""),
        place=best.place or next((m.place for m in tellings if m.place), ""),
    )


def _fullest(codes: tuple[str, ...], tellings: Sequence[Mention]) -> tuple[str, ...]:
    """Each party by the name that some telling gives it; a state stays one where two are named."""
    full = []
    for code in codes:
        found = {
            other
            for mention in tellings
            for other in (*mention.actors, *mention.recipients)
            if other.startswith(f"{code} ") and code.endswith(" GOV")
        }
        full.append(found.pop() if len(found) == 1 else code)
    return tuple(dict.fromkeys(full))


def _days(tellings: Sequence[Telling], told: Mention) -> tuple[date | None, date | None, str]:
    """The interval that holds every version that is stated; a conflict lists them."""
    versions = stated_days(tellings)
    if versions:
        found = [telling.mention for telling in versions.values()]
        if len(versions) > 1 or (told.precision, told.first) != ("day", found[0].first):
            first = min((m.first for m in found if m.first), default=told.first)
            last = max((m.last for m in found if m.last), default=told.last)
            return first, last, "day"
    known = current(tellings)
    if known and turn_of(known[-1].mention) == "moved":
        first, last = days_of(known[-1])
        return first, last, "day" if first == last else known[-1].mention.precision
    return told.first, told.last, told.precision


def _rank(telling: Telling) -> tuple[bool, bool, bool, tuple[int, ...], int, int]:
    mention = telling.mention
    held = mention.type != "AGREE" or turn_of(mention) == "moved"
    return (
        turn_of(mention) not in ("denied", "cancelled"),
        not mention.repeat,
        held,
        clarity(mention),
        mention.salience,
        -mention.trigger_start,
    )
