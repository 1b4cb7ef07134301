"""The article: what exactly does the text say, and why did the program read it so?"""

from __future__ import annotations

import streamlit as st

from pages.parts.article_choice import chosen_article, layer_switch, scroll_to
from pages.parts.article_margin import article_margin
from pages.parts.as_known import known_steps
from pages.parts.frame import open_page
from pages.parts.languages import unread
from pages.parts.markup import show, tag
from pages.parts.reading_column import reading_column
from pages.parts.why import why_panel

frame = open_page("title_article")
if frame.view.as_known:
    with st.container(horizontal=True, vertical_alignment="center", key="chips", gap="small"):
        known_steps(frame)
chosen = chosen_article(frame)

if chosen.missing:
    show(tag("p", chosen.missing, cls="dl dl-sub", role="alert"))
layers = chosen.layers(frame.view.layers)
title, text = reading_column(chosen.article, layers, frame.language, chosen.address)
show(title)
if note := unread(frame, chosen.article):
    show(tag("p", note, cls="dl dl-sub", role="note"))
margin, column, panel = st.columns([5, 13, 8], gap="large")
with margin, st.container(key="margin"):
    show(article_margin(frame, chosen))
with column:
    layer_switch(frame)
    show(text)
    counts = {"times": chosen.times, "mentions": chosen.mentions, "figures": chosen.figures}
    said = frame.say("footer_article", **{name: len(found) for name, found in counts.items()})
    show(tag("footer", said, cls="dl dl-source"))
with panel, st.container(key="reasons"):
    show(tag("h2", frame.say("why_title"), cls="dl-h2"), why_panel(frame, chosen))
if chosen.mention is not None:
    scroll_to(chosen.mention["mention_id"])
