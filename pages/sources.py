"""The sources: who reported it, who did not, who said it first, and where do they contradict?"""

from __future__ import annotations

import streamlit as st

from pages.parts.article_pair import article_pair
from pages.parts.as_known import with_known
from pages.parts.attention_columns import attention_columns
from pages.parts.chips import chip_row
from pages.parts.derived import once, only
from pages.parts.disagreements import disagreements
from pages.parts.emphasis_rows import emphasis_rows
from pages.parts.figure_ledger import figure_ledger
from pages.parts.filters import chosen_events, clear_button, filter_row
from pages.parts.first_reports import first_reports
from pages.parts.frame import headline, open_page
from pages.parts.headlines import source_note, sources_headline
from pages.parts.markup import show, tag
from pages.parts.reading_help import reading_help
from pages.parts.source_controls import matrix_controls, switch_off, turn_pages
from pages.parts.source_lags import source_lags
from pages.parts.source_matrix import source_matrix, state_key
from pages.parts.story_threads import story_threads
from pages.parts.switched_off import switched_off, without_off
from pages.parts.tellings import Tellings

whole = open_page("title_sources")
frame = without_off(whole)
events = chosen_events(frame)
chosen = only(frame.tables, events)
tellings = once(frame.tables, Tellings.of)

title, scope = sources_headline(frame, events)
headline(title, with_known(frame, scope), frame.language)
with st.container(horizontal=True, vertical_alignment="center", key="controls"):
    filter_row(frame)
    switch_off(whole)
chip_row(frame, events)
show(switched_off(frame, whole.tables))
article_pair(frame, tellings)
if events.empty:
    clear_button(frame)
else:
    # a matrix of all outlets takes the whole width, one of the main ones shares it
    wide = frame.view.columns == "all"
    left, right = (st.container(), None) if wide else st.columns([9, 8], gap="large")
    with left:
        show(tag("h2", frame.say("matrix_title"), cls="dl-h2"), state_key(frame))
        matrix_controls(frame)
        show(source_matrix(frame, chosen))
        turn_pages(frame, events)
    figures, days = st.columns(2, gap="large") if right is None else (right, right)
    with figures:
        figure_ledger(frame, chosen, tellings)
    with days:
        show(tag("h2", frame.say("lag_title"), cls="dl-h2"), source_lags(frame, chosen))
    show(tag("h2", frame.say("conflicts_title"), cls="dl-h2"))
    show(disagreements(frame, chosen, tellings.by_mention))
    show(tag("h2", frame.say("first_title"), cls="dl-h2"), first_reports(frame, chosen))
    attention_columns(frame, chosen)
    emphasis_rows(frame, chosen)
    story_threads(frame, chosen, tellings)
show(reading_help(frame), source_note(frame))
