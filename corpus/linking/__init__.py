"""Linking: mentions of one happening go in, events with their disagreements come out.

Within an article, across its languages, across outlets and days, tellings of one event become one
event, and each says why. Announced, moved, held or cancelled are states of one event. Where
tellings disagree all versions are kept as a `Conflict`; nothing is chosen silently (law 5). The
order of the input does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.happenings import Event
from corpus.linking.apart import Headline, apart
from corpus.linking.grouping import grouped
from corpus.linking.summary import event, event_ids
from corpus.linking.telling import Telling

__all__ = ["Headline", "Telling", "apart", "event", "link"]


def link(tellings: Iterable[Telling]) -> list[tuple[Event, tuple[Telling, ...]]]:
    """Events with their tellings, in the order of their first telling.

    The tellings come back with their ``link_rule``.
    """
    groups = grouped(tellings)
    ids = event_ids(groups)
    made = [(event(group, name), group) for group, name in zip(groups, ids, strict=True)]
    return list(zip(apart(made), groups, strict=True))
