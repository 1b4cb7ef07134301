"""What the screens compute of tables once: tables and a verb go in, its result comes out, kept.

Results are held by the tables that they were made of, never by their values: to compare tables
costs more than to read them. They go when the tables go, and they are treated as read-only.
"""

from __future__ import annotations

import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from threading import Lock
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from corpus.tables import Tables

Made = TypeVar("Made")
#: results that are held in all; the one that was asked for longest ago goes first
_MOST = 64


class Results:
    """What was computed, by the tables, the verb and its arguments."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[Hashable, Any] = OrderedDict()

    def once(self, tables: Tables, verb: Callable[..., Made], *arguments: Hashable) -> Made:
        """The result of ``verb(tables, *arguments)``, computed if it is not held."""
        key = (id(tables.events), verb, arguments)
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                held: Made = self._held[key]
                return held
        made = verb(tables, *arguments)
        with self._lock:
            if key not in self._held:
                weakref.finalize(tables.events, self._held.pop, key, None)
            self._held[key] = made
            while len(self._held) > _MOST:
                self._held.popitem(last=False)
        return made


@st.cache_resource(show_spinner=False)
def _results() -> Results:
    return Results()


def once(tables: Tables, verb: Callable[..., Made], *arguments: Hashable) -> Made:
    """What a verb makes of tables, computed at most once for as long as they are shown.

    The verb must be a function of a module, not one that is made for the call.
    """
    return _results().once(tables, verb, *arguments)


def only(tables: Tables, events: pd.DataFrame) -> Tables:
    """The tables with these of their events, and what tells them; articles stay, as silences do."""
    if len(events) == len(tables.events):
        return tables
    return once(tables, _only, tuple(events["event_id"]))


def _only(tables: Tables, names: tuple[str, ...]) -> Tables:
    kept = {
        name: frame[frame["event_id"].isin(names)]
        for name, frame in (
            ("events", tables.events),
            ("mentions", tables.mentions),
            ("quantities", tables.quantities),
        )
    }
    return replace(tables, **kept)
