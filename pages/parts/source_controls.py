"""The controls of the Sources: the frame goes in, choices that go to the address come out."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pandas as pd
import streamlit as st

from corpus.comparison import outlets_in_order
from pages.parts.filters import choose_view
from pages.parts.frame import Frame, change
from pages.parts.markup import plain, show, tag
from pages.parts.source_matrix import MAIN, page_of, pages_of
from pages.parts.tellings import outlet


def switch_off(frame: Frame) -> None:
    """A popover of all outlets: what is chosen there is left out of the screen."""
    chosen = list(frame.view.off)
    label = frame.say("off")
    if chosen:
        label = frame.say("filter_set", name=label, n=len(chosen))
    known = outlets_in_order(frame.tables)
    offered = [*known, *(code for code in chosen if code not in known)]
    with st.popover(label, icon=":material/visibility_off:", type="tertiary", key="popover_off"):
        show(tag("p", frame.say("off_lead"), cls="dl dl-meta"))
        st.session_state["off"] = chosen
        st.pills(
            frame.say("off"),
            offered,
            selection_mode="multi",
            format_func=lambda code: plain(outlet(code, frame.language)),
            key="off",
            on_change=_switched,
            label_visibility="collapsed",
        )


def _switched() -> None:
    off = tuple(st.session_state["off"])
    change(lambda view: replace(view, off=off, page=0))


def matrix_controls(frame: Frame) -> None:
    """By what the events rank, and whether every outlet has a column."""
    with st.container(horizontal=True, vertical_alignment="center", key="ranks"):
        choose_view(frame, "rank")
        if len(outlets_in_order(frame.tables)) > MAIN:
            choose_view(frame, "columns")


def turn_pages(frame: Frame, events: pd.DataFrame) -> None:
    """The ways to the page before and after; nothing if there is one page only."""
    page, pages = page_of(frame, events), pages_of(events)
    if pages == 1:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="pages"):
        _turn(frame, "page_back", page - 1, page == 1)
        said = frame.say("page_of", page=f"{page:,}", pages=f"{pages:,}")
        show(tag("span", said, cls="dl dl-meta"), width="content")
        _turn(frame, "page_next", page + 1, page == pages)


def _turn(frame: Frame, key: str, page: int, disabled: bool) -> None:
    st.button(
        frame.say(key),
        key=key,
        type="tertiary",
        disabled=disabled,
        on_click=change,
        args=(lambda view: replace(view, page=page),),
    )


def choose_one(
    frame: Frame, field: str, named: dict[str, str], width: int | Literal["stretch"] = "stretch"
) -> str:
    """A select box for a field of the view: codes with their names; gives the one that holds."""
    asked = getattr(frame.view, field)
    chosen = asked if asked in named else next(iter(named))
    st.session_state[f"one_{field}"] = chosen
    st.selectbox(
        frame.say("choose_thing" if field == "thing" else field),
        list(named),
        format_func=named.__getitem__,
        key=f"one_{field}",
        label_visibility="collapsed",
        on_change=_chosen,
        args=(field,),
        width=width,
    )
    return chosen


def _chosen(field: str) -> None:
    change(lambda view: view.with_field(field, st.session_state[f"one_{field}"]))
