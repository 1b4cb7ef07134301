"""Filters as facets: a frame goes in, what they leave and how much each value would leave come out.

A count beside a value is that of the events that a click on it would show, with everything else
that is chosen left as it is. It must never draw anything.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from corpus.queries import (
    between,
    heads,
    matching,
    of_kind,
    told_by,
    told_in,
    with_sources,
    with_status,
    within,
)
from pages.parts.frame import Frame
from pages.parts.view import FILTERS

_Flags = NDArray[np.bool_]
#: numbers of independent sources that are offered as the least
LEAST = (2, 3, 5)

#: what each filter keeps of the events; one that is not set keeps all
_STEPS: Mapping[str, Callable[[pd.DataFrame, Frame], pd.DataFrame]] = {
    "outlets": lambda events, frame: told_by(events, frame.view.outlets),
    "parties": lambda events, frame: between(events, frame.view.parties),
    "kinds": lambda events, frame: of_kind(events, frame.view.kinds),
    "statuses": lambda events, frame: with_status(events, frame.view.statuses),
    "period": lambda events, frame: within(events, frame.view.first, frame.view.last),
    "said": lambda events, frame: told_in(events, frame.tables.mentions, frame.view.said),
    "least": lambda events, frame: with_sources(events, frame.view.least),
    "search": lambda events, frame: matching(events, frame.view.search, frame.tables.mentions),
}


@dataclass(frozen=True, slots=True)
class Facets:
    """The events of a frame, and for each filter that is set which of them it keeps."""

    frame: Frame
    kept: Mapping[str, _Flags]
    _counts: dict[str, Counter[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, frame: Frame) -> Facets:
        """Ask every filter once; what was asked of the same tables a short while ago is kept."""
        key = (id(frame.tables), *(getattr(frame.view, name) for name in FILTERS))
        with _LOCK:
            found = _ASKED.get(key)
        if found is None or found.frame.tables is not frame.tables:
            found = cls._asked(frame)
            with _LOCK:
                _ASKED[key] = found
                while len(_ASKED) > _MOST:
                    _ASKED.popitem(last=False)
        return found

    @classmethod
    def _asked(cls, frame: Frame) -> Facets:
        events = frame.tables.events
        kept = {}
        for name, step in _STEPS.items():
            found = step(events, frame)
            if len(found) < len(events):
                kept[name] = np.isin(events.index, found.index)
        return cls(frame, kept)

    def left(self, but: str = "") -> pd.DataFrame:
        """The events that all filters keep, or all but one, in the order of the table."""
        events = self.frame.tables.events
        flags = [flags for name, flags in self.kept.items() if name != but]
        return events[np.logical_and.reduce(flags)] if flags else events

    def counts(self, name: str) -> Counter[str]:
        """Events by value of a filter, of those that the other filters keep.

        Parties are asked for together, so that of these each counts what it shares with the others.
        """
        if name not in self._counts:
            events = self.left("" if name == "parties" else name)
            self._counts[name] = Counter(_COUNTED[name](events, self.frame))
        return self._counts[name]


#: the last facets that were asked for, by tables and filters: a page asks more than once
_ASKED: OrderedDict[tuple[Any, ...], Facets] = OrderedDict()
_MOST, _LOCK = 16, Lock()


def _parties(events: pd.DataFrame, frame: Frame) -> Iterable[str]:
    sides = zip(events["actors"], events["recipients"], strict=True)
    return (head for actors, others in sides for head in heads([*actors, *others]))


def _languages(events: pd.DataFrame, frame: Frame) -> Iterable[str]:
    mentions, own = frame.tables.mentions, set(events["event_id"])
    told = set(zip(mentions["event_id"], mentions["language"], strict=True))
    return (language for event_id, language in told if event_id in own)


def _least(events: pd.DataFrame, frame: Frame) -> Iterable[str]:
    sources = events["independent_sources"].tolist()
    return (str(least) for least in LEAST for number in sources if number >= least)


_COUNTED: Mapping[str, Callable[[pd.DataFrame, Frame], Iterable[str]]] = {
    "outlets": lambda events, frame: (one for cell in events["outlets"] for one in cell),
    "parties": _parties,
    "kinds": lambda events, frame: events["type"].tolist(),
    "statuses": lambda events, frame: events["status"].tolist(),
    "said": _languages,
    "least": _least,
}
