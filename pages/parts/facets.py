"""Filters as facets: a frame goes in, what they leave and how much each value would leave come out.

A count beside a value is that of the events that a click on it would show, with everything else
that is chosen left as it is. It must never draw anything.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Any

import numpy as np
import pandas as pd

from corpus.indexes import Flags, Whole, among, coded, holders, once, spans
from corpus.queries import found_in, homes, parties
from corpus.tables import Tables
from pages.parts.frame import Frame
from pages.parts.view import FILTERS, View

#: numbers of independent sources that are offered as the least
LEAST = (2, 3, 5)


def _holding(tables: Tables, name: str, wanted: Iterable[str]) -> Flags:
    """For each event whether it holds one of the values."""
    held = _HELD[name](tables)
    kept = np.zeros(len(tables.events), dtype=bool)
    for value in wanted:
        kept[held.get(value, [])] = True
    return kept


def _languages(tables: Tables) -> dict[str, Whole]:
    """For each language the events that a mention tells in it."""
    languages, home = coded(tables.mentions, "language"), homes(tables)
    told = [np.unique(home[languages.numbers == n]) for n in range(len(languages.values))]
    own = (rows[rows >= 0] for rows in told)
    return dict(zip(languages.values, own, strict=True))


def _sources(tables: Tables) -> Whole:
    return tables.events["independent_sources"].to_numpy()


#: of each filter of which an event can hold several values, the rows of the events by value
_HELD: Mapping[str, Callable[[Tables], dict[str, Whole]]] = {
    "outlets": lambda tables: holders(tables.events, "outlets", lambda own: own["outlets"]),
    "parties": lambda tables: holders(tables.events, "parties", parties),
    "said": lambda tables: once(tables.events, "holders said", lambda _: _languages(tables)),
}
#: of each other one the column
_COLUMNS = {"kinds": "type", "statuses": "status"}
#: what each filter keeps of the events, if it is set
_STEPS: Mapping[str, Callable[[Tables, View], Flags]] = {
    "outlets": lambda tables, view: _holding(tables, "outlets", view.outlets),
    "parties": lambda tables, view: np.logical_and.reduce(
        [_holding(tables, "parties", (party,)) for party in view.parties]
    ),
    "kinds": lambda tables, view: coded(tables.events, "type").among(view.kinds),
    "statuses": lambda tables, view: coded(tables.events, "status").among(view.statuses),
    "period": lambda tables, view: spans(tables.events).within(
        view.first or date.min, view.last or date.max
    ),
    "said": lambda tables, view: _holding(tables, "said", view.said),
    "least": lambda tables, view: _sources(tables) >= view.least,
    "search": lambda tables, view: found_in(tables.events, view.search, tables.mentions),
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
        view = frame.view
        period = view.first or view.last
        chosen = [name for name in _STEPS if (period if name == "period" else getattr(view, name))]
        return cls(frame, {name: _STEPS[name](frame.tables, view) for name in chosen})

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
            own = self.rows("" if name == "parties" else name)
            self._counts[name] = Counter(_counted(name, self.frame.tables, own))
        return self._counts[name]


#: the last facets that were asked for, by tables and filters: a page asks more than once
_ASKED: OrderedDict[tuple[Any, ...], Facets] = OrderedDict()
_MOST, _LOCK = 16, Lock()


def _counted(name: str, tables: Tables, own: Whole) -> dict[str, int]:
    """How many of some rows of the events table hold each value of a filter."""
    if name == "least":
        sources = _sources(tables)[own]
        return {str(least): int((sources >= least).sum()) for least in LEAST}
    if name in _COLUMNS:
        known = coded(tables.events, _COLUMNS[name])
        counts = np.bincount(known.numbers[own], minlength=len(known.values)).tolist()
        return dict(zip(known.values, counts, strict=True))
    kept = among(tables.events, own)
    return {value: int(kept[held].sum()) for value, held in _HELD[name](tables).items()}


def part_of(events: pd.DataFrame, rows: Whole) -> pd.DataFrame:
    """The rows of a table, which is itself given back if they are all of it."""
    return events if len(rows) == len(events) else events.iloc[rows]
