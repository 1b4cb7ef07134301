"""The sources: who reported it, who did not, and where do they contradict each other?"""

from __future__ import annotations

import streamlit as st

from corpus.comparison import outlets_in_order
from pages.parts.as_known import with_known
from pages.parts.chips import chip_row
from pages.parts.disagreements import disagreements
from pages.parts.filters import choose_view, chosen_events, clear_button, filter_row
from pages.parts.frame import headline, open_page
from pages.parts.headlines import source_note
from pages.parts.markup import show, tag
from pages.parts.source_lags import source_lags
from pages.parts.source_matrix import (
    BESIDE,
    key_events,
    source_matrix,
    sources_headline,
    state_key,
)
from pages.parts.tellings import Tellings

frame = open_page("title_sources")
events = chosen_events(frame)
tellings = Tellings.of(frame.tables)
shown = key_events(events) if frame.view.rows == "key" else events

title, scope = sources_headline(frame, shown)
headline(title, with_known(frame, scope), frame.language)
with st.container(horizontal=True, vertical_alignment="center", key="controls"):
    choose_view(frame, "rows")
    filter_row(frame)
chip_row(frame, shown)
if shown.empty:
    clear_button(frame)
else:
    # a wide matrix takes the whole width, a narrow one shares it
    many = len(outlets_in_order(frame.tables)) > BESIDE
    left, right = (st.container(), st.container()) if many else st.columns([9, 8], gap="large")
    with left:
        show(tag("h2", frame.say("matrix_title"), cls="dl-h2"), state_key(frame))
        show(source_matrix(frame, shown))
        show(tag("p", frame.say("matrix_note"), cls="dl dl-meta"))
    with right:
        show(tag("h2", frame.say("conflicts_title"), cls="dl-h2"))
        show(disagreements(frame, events, tellings.by_mention))
        show(tag("h2", frame.say("lag_title"), cls="dl-h2"))
        show(source_lags(frame, events))
show(source_note(frame))
