"""Filters as facets: a frame goes in, what they leave and how much each value would leave come out.

A count beside a value is that of the events that a click on it would show, with everything else
that is chosen left as it is. It must never draw anything.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import numpy as np
import pandas as pd

from corpus.indexes import Flags, Whole, coded, holders
from corpus.queries import matching, parties, told_in, with_sources, within
from pages.parts.frame import Frame
from pages.parts.view import FILTERS

#: numbers of independent sources that are offered as the least
LEAST = (2, 3, 5)


def _holding(events: pd.DataFrame, column: str, wanted: Iterable[str]) -> Flags:
    """For each event whether it holds one of the values."""
    held = holders(events, column, _VALUES[column])
    kept = np.zeros(len(events), dtype=bool)
    for value in wanted:
        kept[held.get(value, [])] = True
    return kept


def _among(events: pd.DataFrame, found: pd.DataFrame) -> Flags:
    return np.isin(events.index, found.index)


_VALUES: Mapping[str, Callable[[pd.DataFrame], Iterable[Collection[str]]]] = {
    "outlets": lambda events: events["outlets"],
    "parties": parties,
}
#: what each filter keeps of the events, if it is set
_STEPS: Mapping[str, Callable[[pd.DataFrame, Frame], Flags]] = {
    "outlets": lambda events, frame: _holding(events, "outlets", frame.view.outlets),
    "parties": lambda events, frame: np.logical_and.reduce(
        [_holding(events, "parties", (party,)) for party in frame.view.parties]
    ),
    "kinds": lambda events, frame: coded(events, "type").among(frame.view.kinds),
    "statuses": lambda events, frame: coded(events, "status").among(frame.view.statuses),
    "period": lambda events, frame: _among(
        events, within(events, frame.view.first, frame.view.last)
    ),
    "said": lambda events, frame: _among(
        events, told_in(events, frame.tables.mentions, frame.view.said)
    ),
    "least": lambda events, frame: _among(events, with_sources(events, frame.view.least)),
    "search": lambda events, frame: _among(
        events, matching(events, frame.view.search, frame.tables.mentions)
    ),
}


@dataclass(frozen=True, slots=True)
class Facets:
    """The events of a frame, and for each filter that is set which of them it keeps."""

    frame: Frame
    kept: Mapping[str, Flags]
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
        view, events = frame.view, frame.tables.events
        period = view.first or view.last
        chosen = [name for name in _STEPS if (period if name == "period" else getattr(view, name))]
        return cls(frame, {name: _STEPS[name](events, frame) for name in chosen})

    def rows(self, but: str = "") -> Whole:
        """The numbers of the rows that all filters keep, or all but one."""
        flags = [flags for name, flags in self.kept.items() if name != but]
        every = np.arange(len(self.frame.tables.events))
        return np.flatnonzero(np.logical_and.reduce(flags)) if flags else every

    def left(self, but: str = "") -> pd.DataFrame:
        """The events that all filters keep, or all but one, in the order of the table."""
        return part_of(self.frame.tables.events, self.rows(but))

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


def part_of(events: pd.DataFrame, rows: Whole) -> pd.DataFrame:
    """The rows of a table, which is itself given back if they are all of it."""
    return events if len(rows) == len(events) else events.iloc[rows]


def _languages(events: pd.DataFrame, frame: Frame) -> Iterable[str]:
    mentions, own = frame.tables.mentions, set(events["event_id"])
    told = set(zip(mentions["event_id"], mentions["language"], strict=True))
    return (language for event_id, language in told if event_id in own)


def _least(events: pd.DataFrame, frame: Frame) -> Iterable[str]:
    sources = events["independent_sources"].tolist()
    return (str(least) for least in LEAST for number in sources if number >= least)


_COUNTED: Mapping[str, Callable[[pd.DataFrame, Frame], Iterable[str]]] = {
    "outlets": lambda events, frame: (one for cell in events["outlets"] for one in cell),
    "parties": lambda events, frame: (one for own in parties(events) for one in own),
    "kinds": lambda events, frame: events["type"].tolist(),
    "statuses": lambda events, frame: events["status"].tolist(),
    "said": _languages,
    "least": _least,
}
