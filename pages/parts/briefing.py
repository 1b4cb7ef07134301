"""The briefing: the events chosen in a view go in, the events themselves and the controls come out.

It is a list of event ids in the order in which they were chosen, kept in the address and nowhere
else. What it names and the archive does not hold is said to be missing; it must never be dropped in
silence, and no figure may depend on what is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from corpus.charts.terms import counted
from corpus.tables import Row, rows
from pages.parts.frame import Frame, change
from pages.parts.markup import Markup, link, show, tag
from pages.parts.view import View

#: events in a briefing: more fit into no address that is passed on
MOST = 60


def briefed(frame: Frame) -> list[Row]:
    """The events of the briefing that the tables hold, in the order in which they were chosen."""
    events, asked = frame.tables.events, frame.view.briefing
    found = {row["event_id"]: row for row in rows(events[events["event_id"].isin(asked)])}
    return [found[key] for key in asked if key in found]


def missing_note(frame: Frame) -> Markup:
    """How many events of the briefing the tables do not hold; nothing if they hold all."""
    left = len(frame.view.briefing) - len(briefed(frame))
    said = frame.say("brief_missing", events=_events(frame, left))
    return tag("p", said, cls="dl dl-meta", role="status") if left else Markup("")


def brief_button(frame: Frame, event_id: str) -> None:
    """Puts one event into the briefing or takes it out; says so where it is full."""
    held = event_id in frame.view.briefing
    full = not held and len(frame.view.briefing) >= MOST
    st.button(
        frame.say("brief_remove" if held else "brief_add"),
        key="brief",
        icon=":material/remove:" if held else ":material/add:",
        type="tertiary",
        disabled=full,
        on_click=change,
        args=(_toggled(event_id),),
    )
    if full:
        show(tag("p", frame.say("brief_full", n=MOST), cls="dl dl-meta", role="status"))


def brief_link(frame: Frame, event_id: str) -> Markup:
    """The same as a link of the timeline; nothing where the briefing is full."""
    held = event_id in frame.view.briefing
    if not held and len(frame.view.briefing) >= MOST:
        return Markup("")
    view = _toggled(event_id)(frame.view)
    return link(frame.say("brief_remove" if held else "brief_add"), "", view.params())


def brief_bar(frame: Frame) -> None:
    """How many events are chosen and how many missing, the ways to present and to empty it."""
    if not frame.view.briefing:
        return
    name, n = frame.say("brief"), _events(frame, len(briefed(frame)))
    with st.container(horizontal=True, vertical_alignment="center", key="briefing", gap="small"):
        show(tag("p", frame.say("filter_set", name=name, n=n), cls="dl dl-brief"), width="content")
        st.page_link(
            "pages/present.py",
            label=frame.say("title_present"),
            icon=":material/co_present:",
            query_params=replace(frame.view.elsewhere(), path="briefing").params(),
        )
        st.button(
            frame.say("brief_empty"),
            key="brief_empty",
            icon=":material/close:",
            type="tertiary",
            on_click=change,
            args=(_emptied,),
        )
        show(missing_note(frame), width="content")


def _toggled(event_id: str) -> Callable[[View], View]:
    """A step that puts the event at the end of a view's briefing, or takes it out."""

    def step(view: View) -> View:
        others = tuple(key for key in view.briefing if key != event_id)
        if others == view.briefing:
            others = (*others, event_id) if len(others) < MOST else others
        return replace(view, briefing=others, step=0)

    return step


def _emptied(view: View) -> View:
    return replace(view, briefing=(), path="briefing", step=0)


def _events(frame: Frame, n: int) -> str:
    return counted("event", "events_counted", n, frame.language)
