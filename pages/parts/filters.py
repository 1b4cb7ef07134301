"""The filter row: a frame goes in, the events that its view lets through come out.

Each filter is a popover whose label tells how many of its values are chosen, each value with the
number of events that it would leave; every choice goes to the address at once, in codes that mean
the same in both languages.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
import streamlit as st

from corpus.charts.terms import period, term
from corpus.entities import names
from corpus.indexes import Coded, coded, holders, once
from corpus.lexicon import table
from corpus.model import STATUSES
from corpus.queries import parties
from pages.parts.as_known import known_choice
from pages.parts.facets import LEAST, Facets
from pages.parts.frame import Frame, change
from pages.parts.languages import language_name
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
    return Facets.of(frame).left()


def filter_row(frame: Frame) -> None:
    """All filters beside each other: words, values, days, and the day of knowledge."""
    facets = Facets.of(frame)
    _search(frame)
    for item in FILTERS:
        with _popover(frame, item.key, item.icon, len(getattr(frame.view, item.field))):
            _values(frame, item, facets)
            if item.key == "said":
                _least(frame, facets)
    _period(frame)
    known_choice(frame)


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
            frame.say("filter_clear"), key="clear_empty", on_click=change, args=(View.everything,)
        )


def _popover(frame: Frame, key: str, icon: str, chosen: int) -> AbstractContextManager[object]:
    label = frame.say(f"filter_{key}")
    if key == "said":
        chosen += bool(frame.view.least)
    if chosen:
        label = frame.say("filter_set", name=label, n=chosen)
    return st.popover(label, icon=icon, type="tertiary", key=f"popover_{key}")


def _values(frame: Frame, item: Filter, facets: Facets) -> None:
    chosen = list(getattr(frame.view, item.field))
    values = item.values(frame)
    counts = facets.counts(item.field)
    # a code that came with the address and is not in this corpus is shown, so that it can be undone
    offered = [*values, *(value for value in chosen if value not in values)]
    st.session_state[f"filter_{item.key}"] = chosen
    st.pills(
        frame.say(f"filter_{item.key}"),
        offered,
        selection_mode="multi",
        format_func=lambda value: f"{plain(item.name(value, frame))} · {counts[value]:,}",
        key=f"filter_{item.key}",
        on_change=_choose,
        args=(item.key, item.field),
        label_visibility="collapsed",
    )


def _search(frame: Frame) -> None:
    st.session_state["filter_search"] = frame.view.search
    st.text_input(
        frame.say("filter_search"),
        key="filter_search",
        type="search",
        icon=":material/search:",
        placeholder=frame.say("filter_search"),
        on_change=_find,
        label_visibility="collapsed",
        width=150,
    )


def _find() -> None:
    change(lambda view: replace(view, search=st.session_state["filter_search"] or ""))


def _least(frame: Frame, facets: Facets) -> None:
    counts, least = facets.counts("least"), frame.view.least
    offered = sorted({*(n for n in LEAST if counts[str(n)]), *([least] if least else [])})
    if not offered:
        return
    st.session_state["filter_least"] = least or None
    st.pills(
        frame.say("filter_least"),
        offered,
        format_func=lambda n: f"{frame.say('least_n', n=n)} · {counts[str(n)]:,}",
        key="filter_least",
        on_change=_sources,
    )


def _sources() -> None:
    change(lambda view: replace(view, least=st.session_state["filter_least"] or 0))


def _choose(key: str, field: str) -> None:
    values = tuple(st.session_state[f"filter_{key}"])
    change(lambda view: view.with_field(field, values))


def _period(frame: Frame) -> None:
    first, last = once(frame.tables.events, "extent", _extent)
    if first is None or last is None:
        return
    view = frame.view
    label = frame.say("filter_period")
    if view.first or view.last:
        label = period(view.first, view.last, frame.language)
    # a typed date reaches the server when its field is left, and one that closes with its popover
    # never would: a button sends both, and draws the page once
    with (
        st.popover(label, icon=":material/date_range:", type="tertiary", key="popover_period"),
        st.form("period", border=False),
    ):
        with st.container(horizontal=True, width=340):  # no calendar hides a field
            for key, value in (("from", view.first), ("to", view.last)):
                st.session_state[f"filter_{key}"] = value
                st.date_input(
                    frame.say(f"filter_{key}"),
                    min_value=min(filter(None, (first, view.first, view.last))),
                    max_value=max(filter(None, (last, view.first, view.last))),
                    format="YYYY-MM-DD",
                    key=f"filter_{key}",
                )
        st.form_submit_button(frame.say("filter_apply"), key="filter_apply", on_click=_limit)


def _limit() -> None:
    first, last = st.session_state["filter_from"], st.session_state["filter_to"]
    change(lambda view: replace(view, first=first, last=last))


def _extent(events: pd.DataFrame) -> tuple[date | None, date | None]:
    days = pd.concat([events["first"], events["last"]]).dropna()
    return (None, None) if days.empty else (days.min().date(), days.max().date())


def _by_count(found: Coded) -> list[str]:
    """Most frequent first, then by code: the order must not depend on that of the files."""
    counts = dict(zip(found.values, np.bincount(found.numbers).tolist(), strict=True))
    return sorted(counts, key=lambda value: (-counts[value], value))


def _parties(frame: Frame) -> list[str]:
    held = holders(frame.tables.events, "parties", parties)
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
        lambda frame: _by_count(coded(frame.tables.articles, "outlet_id")),
        lambda outlet_id, frame: outlet(outlet_id, frame.language),
    ),
    Filter(
        "said",
        ":material/record_voice_over:",
        "said",
        lambda frame: _by_count(coded(frame.tables.mentions, "language")),
        language_name,
    ),
)
