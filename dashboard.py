"""The timeline: what happened when, how sure are we, and where has nobody looked?"""

from __future__ import annotations

from functools import partial

import streamlit as st

from corpus.charts.layout import LABELLED
from corpus.charts.sizes import sized
from corpus.charts.svg import Page
from pages.parts.as_known import with_known
from pages.parts.chips import chip_row
from pages.parts.drawer import open_drawer
from pages.parts.escalation import escalation
from pages.parts.event_list import event_list, undated_list
from pages.parts.event_table import event_table
from pages.parts.facets import Facets
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
from pages.parts.markup import Markup, show
from pages.parts.period import in_period, parted, span_of
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
span = span_of(frame.view, frame.tables)
rows = Facets.of(frame).rows("period")
shown, outside = in_period(rows, span, frame.tables)
near, through = parted(shown, span, frame.tables)
tellings = Tellings.of(frame.tables)

title = timeline_headline(frame, near, outside + len(through))
scope = with_known(frame, timeline_scope(frame, near, span, outside, len(through)))
headline(title, scope, frame.language)
with st.container(horizontal=True, vertical_alignment="center", key="controls"):
    choose_view(frame, "lanes")
    filter_row(frame)
    choose_view(frame, "form")
known = Markup("")
# what lasts through the days is drawn too where it crowds out nothing
charted = shown if len(shown) <= LABELLED and len(through) <= len(near) else near
drawn = partial(timeline_layout, frame, charted, span, tellings, milestones(frame))
layout = drawn() if len(shown) and frame.view.form == "chart" else None
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
    if not stripped:
        show(key, width="content")
chip_row(frame, near)
if not len(shown):
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
listed = near if frame.view.first or frame.view.last else rows
note = source_note(frame, undated_link(frame, listed))
show(known, undated_list(frame, listed, tellings), note)
if frame.view.event:
    open_drawer(frame, frame.view.event, tellings, near)
