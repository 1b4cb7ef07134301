"""The timeline as a table: events go in, rows that can be sorted, searched and opened come out.

A row is what the event's drawer says first, in the reader's language; the ids stay out of sight.
The table never depends on what is selected: a selection writes the event to the address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import streamlit as st

from corpus.charts.frames import type_names
from corpus.charts.terms import counted, listing, term
from corpus.indexes import Whole, places
from corpus.queries import by_time
from corpus.tables import Row, Tables, rows
from pages.parts.derived import once
from pages.parts.frame import Frame, change
from pages.parts.markup import show, tag
from pages.parts.tellings import named, outlet, when, where
from pages.parts.timeline_chart import CLOSED
from pages.parts.view import Language
from pages.parts.wording import say

#: rows that are sent: the browser alone sorts and searches them
MOST = 5_000
#: headings by the end of their key, in their order
COLUMNS = ["told", "label", "status", "kind", "who", "whom", "place", "day", "outlets", "sources"]
COLUMNS += ["conflicts"]
#: what is read of an event for them
_TOLD = ["first", "last", "precision", "clock", "type", "status", "label_en", "label_zh", "actors"]
_TOLD += ["recipients", "place", "outlets", "independent_sources", "conflicts"]
_KEY, _DRAWN = "table", "table_drawn"
#: height of the table and of its rows in pixels, and what its head takes
_HEIGHT, _ROW, _HEAD = 640, 35, 38
#: pixels of the columns that would else be as narrow as their headings
_WIDTHS = {"label": 300, "who": 140, "whom": 140, "place": 110, "outlets": 140}


def event_table(frame: Frame, near: Whole, through: Whole) -> None:
    """Show some rows of the events table in the order of time, those without a date at the end.

    What is merely dated ``through`` the days shown stands behind what is dated ``near`` to them.
    Of too many the table holds those that most sources tell, the weightiest of equal ones.
    """
    events = frame.tables.events
    own = np.concatenate([by_time(events, part) for part in (near, through)])
    found = len(own)
    if found > MOST:
        weights = (-events[name].to_numpy()[own] for name in ("salience", "independent_sources"))
        own = own[np.sort(np.lexsort([*weights])[:MOST])]
        cut = frame.say("table_cut", n=f"{MOST:,}", total=f"{found:,}")
        show(tag("p", cut, cls="dl dl-meta"))
    ids = tuple(events["event_id"].iloc[own])
    cells = once(frame.tables, table_cells, ids, frame.language)
    # a drawer that closed and rows that changed leave nothing ticked; order and place stay
    drawn = (ids, st.session_state.get(CLOSED, 0))
    if st.session_state.get(_DRAWN) != drawn:
        st.session_state[_KEY] = {"selection": {"rows": []}}
    st.session_state[_DRAWN] = drawn
    st.dataframe(
        cells,
        key=_KEY,
        placeholder="",
        hide_index=True,
        height=min(_HEIGHT, _HEAD + _ROW * len(cells)),
        row_height=_ROW,
        column_config={
            frame.say("table_day"): st.column_config.DateColumn(format="YYYY-MM-DD"),
            **{
                frame.say(f"table_{column}"): st.column_config.TextColumn(width=pixels)
                for column, pixels in _WIDTHS.items()
            },
        },
        on_select=lambda: _ticked(ids),
        selection_mode="single-row",
        alt=frame.say("alt_table", events=_counted(frame, len(cells))),
    )
    show(tag("p", frame.say("table_help"), cls="dl dl-meta"))


def table_cells(tables: Tables, ids: tuple[str, ...], language: Language) -> pd.DataFrame:
    """What the table says of the events of some ids, a column for each thing under its heading."""
    events = tables.events.iloc[places(tables.events, "event_id").get_indexer(pd.Index(ids))]
    kinds = type_names(language)

    def said(row: Row) -> tuple[object, ...]:
        return (
            when(row, language),
            row[f"label_{language}"],
            term(f"status_{row['status']}", language),
            kinds.get(row["type"], row["type"]),
            named(row["actors"], language),
            named(row["recipients"], language),
            where(row["place"], language),
            row["first"] if pd.notna(row["first"]) else row["last"],
            listing([outlet(key, language) for key in row["outlets"]], language),
            row["independent_sources"],
            len(row["conflicts"]),
        )

    headings = [say(f"table_{column}", language) for column in COLUMNS]
    return pd.DataFrame([said(row) for row in rows(events[_TOLD])], columns=headings)


def _ticked(ids: Sequence[str]) -> None:
    ticked = st.session_state[_KEY]["selection"]["rows"]
    if ticked:
        change(lambda view: replace(view, event=ids[ticked[0]]))


def _counted(frame: Frame, n: int) -> str:
    return counted("event", "events_counted", n, frame.language)
