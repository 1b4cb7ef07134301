"""The code that draws charts, ahead of them: a wait goes in, a browser that can draw comes out.

A browser asks for that code, several megabytes, only when the first chart arrives. While an archive
is read it has nothing else to do: a chart without anything in it, which nobody sees, makes it ask
then. It must never be there once the wait is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from corpus.charts.timeline import CONFIG, nothing_figure


@contextmanager
def charts_ahead() -> Iterator[None]:
    """A hidden chart until the block ends; the style sheet hides it by its key."""
    place = st.empty()
    place.container(key="ahead").plotly_chart(nothing_figure(), key="ahead_chart", config=CONFIG)
    yield
    place.empty()
