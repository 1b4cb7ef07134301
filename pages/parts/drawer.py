"""The drawer: an event goes in, who says so comes out, with the way to the sentence.

It opens at the right of the timeline when a mark is clicked or an address names an event, and is
stepped through by the arrow keys in the order of time. A step draws the drawer alone anew: nothing
outside it may depend on the event that is open.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import streamlit as st

from corpus.indexes import Whole, places
from corpus.queries import by_time
from corpus.tables import Row, rows
from pages.parts.briefing import brief_button
from pages.parts.event_facts import facts
from pages.parts.event_list import quotation
from pages.parts.event_tellings import all_tellings
from pages.parts.frame import Frame, change, current_view
from pages.parts.markup import joined, link, plain, show, tag
from pages.parts.status import status_line
from pages.parts.tellings import Tellings, dateline, source
from pages.parts.timeline_chart import CLOSED


def open_drawer(frame: Frame, event_id: str, tellings: Tellings, own: Whole) -> None:
    """Show one event in the drawer; closing it takes the event out of the address.

    ``own`` are the numbers of the rows of those that are stepped through: that the page shows.
    """
    if event_id not in tellings.by_event:
        return
    path = by_time(frame.tables.events, own)
    title = plain(frame.say("drawer_title"))
    dialog = st.dialog(title, width="small", position="right", on_dismiss=_closed)
    dialog(_body)(frame, tellings, path)


def _closed() -> None:
    st.session_state[CLOSED] = st.session_state.get(CLOSED, 0) + 1
    change(lambda view: replace(view, event=""))


def _body(frame: Frame, tellings: Tellings, path: Whole) -> None:
    # a step changes the address and runs this function alone: the frame is that of the page
    frame = replace(frame, view=current_view())
    key, language = frame.view.event, frame.language
    events = frame.tables.events
    number = int(places(events, "event_id").get_indexer(pd.Index([key]))[0])
    event = rows(events.iloc[[number]])[0]
    told = tellings.by_event[key]
    best = told[0]
    _steps(frame, number, path)
    show(
        tag(
            "div",
            tag("p", dateline(event, language), cls="dl-strong dl-sub"),
            status_line(event, language),
            tag("h2", event[f"label_{language}"], cls="dl-event", lang=language),
            quotation(best),
            tag("p", _origin(frame, best), cls="dl-meta"),
            cls="dl",
        )
    )
    way = {**frame.view.elsewhere().params(), "article": best["article_id"]}
    way["mention"] = best["mention_id"]
    with st.container(horizontal=True, vertical_alignment="center", key="drawer_ways"):
        st.page_link(
            "pages/article.py",
            label=frame.say("read_sentence"),
            icon=":material/format_quote:",
            query_params=way,
        )
        brief_button(frame, key)
    links = [
        link(frame.say("why_title"), "article", way),
        link(frame.say("drawer_link"), "", frame.view.params()),
    ]
    show(
        tag(
            "div",
            tag("p", joined(links[0], " · ", links[1]), cls="dl-meta"),
            facts(frame, event, told),
            all_tellings(frame, told, tellings.by_mention),
            cls="dl",
        )
    )


def _steps(frame: Frame, number: int, path: Whole) -> None:
    """To the event before and the one after, and how far this one is."""
    at = int(next(iter(np.flatnonzero(path == number)), -1))
    before, after = (
        frame.tables.events["event_id"].iloc[path[step]] if 0 <= step < len(path) else ""
        for step in (at - 1, at + 1)
    )
    with st.container(horizontal=True, vertical_alignment="center", key="drawer_steps"):
        _go(frame, "drawer_back", "left", before)
        _go(frame, "drawer_next", "right", after)
        if at >= 0:
            place = frame.say("present_step", n=f"{at + 1:,}", total=f"{len(path):,}")
            show(tag("p", place, cls="dl dl-meta"), width="content")


def _go(frame: Frame, key: str, side: str, event_id: str) -> None:
    st.button(
        frame.say(key),
        key=key,
        icon=":material/arrow_back:" if side == "left" else ":material/arrow_forward:",
        type="tertiary",
        shortcut=side.title(),
        disabled=not event_id,
        on_click=change,
        args=(lambda view: replace(view, event=event_id),),
    )


def _origin(frame: Frame, telling: Row) -> str:
    language = frame.say(f"language_{telling['language']}")
    return f"{source(telling, frame.language)} · {frame.say('original_in', language=language)}"
