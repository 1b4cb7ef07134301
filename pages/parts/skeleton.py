"""What stands in a page's place while its archive is read: a message goes in, its shape comes out.

Title, controls and chart have the heights of those that replace them, so that nothing jumps. It
must never be seen where nothing is being read. A browser asks for the code that draws charts,
several megabytes, only when the first chart arrives: one without anything in it, which the style
sheet hides, makes it ask while it has nothing else to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from corpus.charts.timeline import CONFIG, nothing_figure

#: the title in pixels; below it the heights of two rows of controls and of four lanes
_TITLE, _WIDE = 34, 720
_BELOW = (40, 40, 140, 140, 140, 140)


@contextmanager
def waiting_in(place: DeltaGenerator, message: str) -> Iterator[Callable[[int, int], None]]:
    """Shows the shape in a place of the page until the block ends, and gives what tells how far.

    It takes the files that are done and those in all, 0 in all while that is not known.
    """
    with place.container(key="waiting"):
        with st.container(gap="xsmall"):
            st.skeleton(height=_TITLE, width=_WIDE)
            bar = st.progress(0.0, text=message)
        for height in _BELOW:
            st.skeleton(height=height)
        st.container(key="ahead").plotly_chart(nothing_figure(), key="ahead_chart", config=CONFIG)

    def told(done: int, total: int) -> None:
        counted = f"{message} {done:,} / {total:,}" if total else message
        bar.progress(done / total if total else 0.0, text=counted)

    yield told
    place.empty()
