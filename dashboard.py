"""The timeline: what happened when, how sure are we, and where has nobody looked?"""

from __future__ import annotations

import streamlit as st

from pages.parts.as_known import with_known
from pages.parts.chips import chip_row
from pages.parts.drawer import open_drawer
from pages.parts.escalation import escalation
from pages.parts.event_list import event_list, undated_list
from pages.parts.filters import choose_view, chosen_events, clear_button, filter_row
from pages.parts.frame import headline, open_page
from pages.parts.headlines import source_note, timeline_headline, timeline_scope, undated_link
from pages.parts.markup import show
from pages.parts.status import status_key
from pages.parts.tellings import Tellings
from pages.parts.timeline_chart import timeline_chart, told_switch

frame = open_page("title_timeline")
events = chosen_events(frame)
tellings = Tellings.of(frame.tables)

scope = with_known(frame, timeline_scope(frame, events))
headline(timeline_headline(frame, events), scope, frame.language)
with st.container(horizontal=True, vertical_alignment="center", key="controls"):
    choose_view(frame, "lanes")
    filter_row(frame)
    choose_view(frame, "form")
    told_switch(frame)
chip_row(frame, events, status_key(frame))
if events.empty:
    clear_button(frame)
elif frame.view.form == "list":
    show(event_list(frame, events, tellings))
else:
    with st.container(key="desk"):
        timeline_chart(frame, events, tellings)
    with st.container(key="phone"):
        show(event_list(frame, events, tellings))
escalation(frame, events)
show(undated_list(frame, events, tellings), source_note(frame, undated_link(frame, events)))
if frame.view.event:
    open_drawer(frame, frame.view.event, tellings, events)
