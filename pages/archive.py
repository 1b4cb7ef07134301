"""The archive: what went in, what was not understood, what is missing; and files can be added."""

from __future__ import annotations

import streamlit as st

from pages.parts.coverage_chart import coverage_chart
from pages.parts.frame import headline, open_page
from pages.parts.headlines import source_line
from pages.parts.markup import show, tag
from pages.parts.shortfalls import archive_headline, shortfalls
from pages.parts.tallies import tallies
from pages.parts.upload import upload_panel

frame = open_page("title_archive", needs_articles=False)

headline(*archive_headline(frame), frame.language)
held, adding = st.columns([18, 8], gap="large")
with held:
    show(tag("h2", frame.say("tally_title"), cls="dl-h2"), tallies(frame))
with adding:
    upload_panel(frame)
with st.container(key="coverage_rows"):
    coverage_chart(frame)
show(shortfalls(frame))
read = [] if frame.tables.articles.empty else [source_line(frame), " "]
show(tag("footer", *read, frame.say("archive_note"), cls="dl dl-source"))
