"""The filter row: a frame goes in, the events that its view lets through come out.

Each filter is a popover whose label tells how many of its values are chosen; every choice goes to
the address at once, in codes that mean the same in both languages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
import streamlit as st

from corpus.charts.terms import period, term
from corpus.entities import names
from corpus.indexes import Flags, Whole, coded, holders
from corpus.lexicon import table
from corpus.model import STATUSES
from corpus.queries import heads, within
from pages.parts.frame import Frame, change
from pages.parts.markup import plain
from pages.parts.tellings import outlet
from pages.parts.view import CHOICES, View

#: parties offered, most frequent first
_PARTIES = 24


@dataclass(frozen=True, slots=True)
class Filter:
    """One popover with its values."""

    key: str
    icon: str
    field: str
    values: Callable[[Frame], list[str]]
    name: Callable[[str, Frame], str]


def chosen_events(frame: Frame) -> pd.DataFrame:
    """The events that the view lets through, in the order of the table."""
    found = part_of(frame.tables.events, chosen_rows(frame))
    return found.pipe(within, frame.view.first, frame.view.last)


def chosen_rows(frame: Frame) -> Whole:
    """The numbers of their rows without a limit in time: what a timeline shows a period of."""
    view, events = frame.view, frame.tables.events
    kept = np.ones(len(events), dtype=bool)
    if view.outlets:
        kept &= _any_of(events, "outlets", view.outlets)
    for party in view.parties:
        kept &= _any_of(events, "parties", (party,))
    if view.kinds:
        kept &= coded(events, "type").among(view.kinds)
    if view.statuses:
        kept &= coded(events, "status").among(view.statuses)
    return np.flatnonzero(kept)


def part_of(events: pd.DataFrame, rows: Whole) -> pd.DataFrame:
    """The rows of a table, which is itself given back if they are all of it."""
    return events if len(rows) == len(events) else events.iloc[rows]


def _any_of(events: pd.DataFrame, column: str, wanted: Iterable[str]) -> Flags:
    """For each event whether it holds one of the values."""
    held = holders(events, column, _VALUES[column])
    kept = np.zeros(len(events), dtype=bool)
    for value in wanted:
        kept[held.get(value, [])] = True
    return kept


def _sides(events: pd.DataFrame) -> Iterator[list[str]]:
    """The parties of each event on either side, by the heads of their codes."""
    sides = zip(events["actors"], events["recipients"], strict=True)
    return (heads([*actors, *others]) for actors, others in sides)


_VALUES: dict[str, Callable[[pd.DataFrame], Iterable[Collection[str]]]] = {
    "outlets": lambda events: events["outlets"],
    "parties": _sides,
}


def filter_row(frame: Frame) -> None:
    """All filters beside each other, and, if anything is left out, the way back to everything."""
    for item in FILTERS:
        _popover(frame, item)
    _period(frame)
    if frame.view.filtered:
        st.button(
            frame.say("filter_clear"),
            icon=":material/close:",
            type="tertiary",
            on_click=change,
            args=(_everything,),
        )


def choose_view(frame: Frame, field: str) -> None:
    """A switch between the values of one field of the view, as ``lanes`` or ``form``."""
    st.session_state[f"view_{field}"] = getattr(frame.view, field)
    st.segmented_control(
        frame.say(field),
        CHOICES[field],
        format_func=lambda value: frame.say(f"{field}_{value}"),
        key=f"view_{field}",
        required=True,
        label_visibility="collapsed",
        on_change=_switch,
        args=(field,),
    )


def _switch(field: str) -> None:
    change(lambda view: view.with_field(field, st.session_state[f"view_{field}"]))


def clear_button(frame: Frame) -> None:
    """The way back from a selection that leaves nothing."""
    if frame.view.filtered:
        st.button(
            frame.say("filter_clear"), key="clear_empty", on_click=change, args=(_everything,)
        )


def _everything(view: View) -> View:
    return replace(view, parties=(), kinds=(), statuses=(), outlets=(), first=None, last=None)


def _popover(frame: Frame, item: Filter) -> None:
    chosen = list(getattr(frame.view, item.field))
    label = frame.say(f"filter_{item.key}")
    if chosen:
        label = frame.say("filter_set", name=label, n=len(chosen))
    values = item.values(frame)
    # a code that came with the address and is not in this corpus is shown, so that it can be undone
    offered = [*values, *(value for value in chosen if value not in values)]
    with st.popover(label, icon=item.icon, type="tertiary", key=f"popover_{item.key}"):
        st.session_state[f"filter_{item.key}"] = chosen
        st.pills(
            frame.say(f"filter_{item.key}"),
            offered,
            selection_mode="multi",
            format_func=lambda value: plain(item.name(value, frame)),
            key=f"filter_{item.key}",
            on_change=_choose,
            args=(item.key, item.field),
            label_visibility="collapsed",
        )


def _choose(key: str, field: str) -> None:
    values = tuple(st.session_state[f"filter_{key}"])
    change(lambda view: view.with_field(field, values))


def _period(frame: Frame) -> None:
    first, last = _extent(frame.tables.events)
    if first is None or last is None:
        return
    view = frame.view
    label = frame.say("filter_period")
    if view.first or view.last:
        label = period(view.first, view.last, frame.language)
    with (
        st.popover(label, icon=":material/date_range:", type="tertiary", key="popover_period"),
        st.container(horizontal=True, width=340),  # beside each other: no calendar hides a field
    ):
        for key, value in (("from", view.first), ("to", view.last)):
            st.session_state[f"filter_{key}"] = value
            st.date_input(
                frame.say(f"filter_{key}"),
                min_value=min(filter(None, (first, view.first, view.last))),
                max_value=max(filter(None, (last, view.first, view.last))),
                format="YYYY-MM-DD",
                key=f"filter_{key}",
                on_change=_limit,
            )


def _limit() -> None:
    first, last = st.session_state["filter_from"], st.session_state["filter_to"]
    change(lambda view: replace(view, first=first, last=last))


def _extent(events: pd.DataFrame) -> tuple[date | None, date | None]:
    days = pd.concat([events["first"], events["last"]]).dropna()
    return (None, None) if days.empty else (days.min().date(), days.max().date())


def _by_count(found: Iterable[str]) -> list[str]:
    """Most frequent first, then by code: the order must not depend on that of the files."""
    counts = Counter(found)
    return sorted(counts, key=lambda value: (-counts[value], value))


def _parties(frame: Frame) -> list[str]:
    held = holders(frame.tables.events, "parties", _sides)
    return sorted(held, key=lambda head: (-len(held[head]), head))[:_PARTIES]


def _kinds(frame: Frame) -> list[str]:
    present = coded(frame.tables.events, "type").values
    return [row["type"] for row in _types() if row["type"] in present]


def _types() -> list[dict[str, str]]:
    return [row for row in table("event_types.tsv") if not row["mode"]]


def _party_name(head: str, frame: Frame) -> str:
    named = names(head)
    return named.zh if frame.language == "zh" else named.en


def _kind_name(code: str, frame: Frame) -> str:
    row = next((row for row in _types() if row["type"] == code), None)
    return row[f"name_{frame.language}"] if row else code


def _status_name(status: str, frame: Frame) -> str:
    return term(f"status_{status}", frame.language) if status in STATUSES else status


FILTERS = (
    Filter("party", ":material/groups:", "parties", _parties, _party_name),
    Filter("kind", ":material/category:", "kinds", _kinds, _kind_name),
    Filter(
        "status",
        ":material/adjust:",
        "statuses",
        lambda frame: [s for s in STATUSES if s in coded(frame.tables.events, "status").values],
        _status_name,
    ),
    Filter(
        "outlet",
        ":material/newspaper:",
        "outlets",
        lambda frame: _by_count(frame.tables.articles["outlet_id"]),
        lambda outlet_id, frame: outlet(outlet_id, frame.language),
    ),
)
