"""The timeline: what happened when, how sure are we, and where has nobody looked?"""

from __future__ import annotations

from functools import partial

import streamlit as st

from corpus.charts.sizes import sized
from corpus.charts.svg import Page
from pages.parts.as_known import with_known
from pages.parts.chips import chip_row
from pages.parts.drawer import open_drawer
from pages.parts.escalation import escalation
from pages.parts.event_list import event_list, undated_list
from pages.parts.event_table import event_table
from pages.parts.filters import choose_view, clear_button, filter_row
from pages.parts.frame import headline, open_page
from pages.parts.headlines import (
    source_line,
    source_note,
    timeline_headline,
    timeline_scope,
    undated_link,
)
from pages.parts.known_dates import known_switch, milestones, untold_list
from pages.parts.markup import Markup, show, tag
from pages.parts.shown import Shown
from pages.parts.status import status_key
from pages.parts.strip import has_strip, strip
from pages.parts.tellings import Tellings
from pages.parts.timeline_chart import (
    print_button,
    timeline_chart,
    timeline_layout,
    told_switch,
)
from pages.parts.zoom import fold_choice, zoom_row

frame = open_page("title_timeline")
shown = Shown.of(frame)
span, near, through = shown.span, shown.near, shown.through
tellings = Tellings.of(frame.tables)

title = timeline_headline(frame, near, shown.outside + len(through))
scope = with_known(frame, timeline_scope(frame, near, span, shown.outside, len(through)))
headline(title, scope, frame.language)
with st.container(horizontal=True, vertical_alignment="center", key="controls"):
    if frame.view.form == "chart":
        choose_view(frame, "lanes")
    filter_row(frame)
    choose_view(frame, "form")
known = Markup("")
drawn = partial(timeline_layout, frame, shown.charted, span, tellings, milestones(frame))
layout = drawn() if len(shown.charted) and frame.view.form == "chart" else None
key = status_key(frame, layout is not None and sized(layout))
stripped = layout is not None and has_strip(frame)
with st.container(horizontal=True, vertical_alignment="center", key="zoom"):
    if span:
        zoom_row(frame, span)
    if layout:
        fold_choice(frame, layout)
        known_switch(frame)
        told_switch(frame)
        page = Page(title, scope, source_line(frame))
        print_button(frame, page, span, drawn)
    if not stripped and frame.view.form != "table":
        show(key, width="content")
chip_row(frame, near)
if not (len(near) or len(through)):
    clear_button(frame)
elif frame.view.form == "table":
    event_table(frame, near, through)
elif layout is None:
    show(event_list(frame, near, tellings, through))
else:
    with st.container(key="desk"):
        if span and stripped:
            strip(frame, span, key)
        timeline_chart(frame, layout)
        known = untold_list(frame, layout)
    with st.container(key="phone"):
        show(event_list(frame, near, tellings, through))
escalation(frame, near, span)
# what has no day lies in no period that a person chose, but is not hidden by the one of the rule
listed = near if frame.view.first or frame.view.last else shown.rows
note = source_note(frame, undated_link(frame, listed))
show(known, undated_list(frame, listed, tellings), note)
if frame.view.event and frame.view.event not in tellings.by_event:
    show(tag("p", frame.say("event_missing"), cls="dl dl-sub", role="status"))
elif frame.view.event:
    open_drawer(frame, frame.view.event, tellings, near)
