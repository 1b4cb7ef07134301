"""The method: what the program does, what its words mean, and what it cannot know."""

from __future__ import annotations

import streamlit as st

from pages.parts.frame import headline, open_page
from pages.parts.markup import show, tag
from pages.parts.method_text import method_text

frame = open_page("title_method", needs_articles=False)
text = method_text()
said = "method_what" if text else "method_missing"
headline(frame.say("title_method"), frame.say(said), frame.language)
if text:
    with st.container(key="method", width=720):
        st.markdown(text)
show(tag("footer", frame.say("method_source"), cls="dl dl-source"))
