"""The strip above the chart: all articles over all days go in, the days drawn over come out.

A person sees where in the archive the period lies, draws over other days and gets them. The same
by keyboard: the buttons above the chart and the two days under "Dates".
"""

from __future__ import annotations

import streamlit as st

from corpus.charts.axis import Axis, Bounds, Claim, folded_axis
from corpus.charts.coverage import NAMED
from corpus.charts.layout import WIDTH
from corpus.charts.terms import dated
from corpus.charts.timeline import CONFIG, strip_figure
from pages.parts.frame import Frame, change
from pages.parts.markup import Markup, show, tag
from pages.parts.period import Span, article_span, published, shows

#: what is drawn over by less than this, in pixels of the reference width, was meant as a click
_LEAST = 6.0
#: what the callback needs: the strip's axis and the tables; the key, with a number that makes a new
#: strip once something was drawn, so that no old box stays on it
_SHOWN, _TIMES = "strip_shown", "strip_times"


def has_strip(frame: Frame) -> bool:
    """True if there are more articles than can be told apart by their names."""
    return int((published(frame.tables) > 0).sum()) > NAMED


def strip(frame: Frame, span: Span, key: Markup) -> None:
    """Draw the strip, and on the line above it what it is and the key to the chart below."""
    days = published(frame.tables)
    days = days[days > 0]
    whole = article_span(frame.tables)
    if whole is None:
        return
    axis = folded_axis([Claim(*whole)], WIDTH, whole)
    st.session_state[_SHOWN] = axis, frame.tables
    show(tag("div", tag("p", frame.say("strip"), cls="dl-meta"), key, cls="dl dl-above"))
    st.plotly_chart(
        strip_figure(axis, days, span.shown, frame.language, frame.theme),
        theme=None,
        key=_key(),
        selection_mode="box",
        on_select=_drawn,
        config=CONFIG,
        alt=frame.say(
            "alt_strip",
            n=f"{len(days):,}",
            first=dated(whole[0], "day", frame.language),
            last=dated(whole[1], "day", frame.language),
        ),
    )


def _key() -> str:
    return f"strip_{st.session_state.get(_TIMES, 0)}"


def _drawn() -> None:
    boxes = st.session_state[_key()]["selection"]["box"]
    axis, tables = st.session_state[_SHOWN]
    if boxes and (bounds := drawn_over(boxes[0]["x"], axis)):
        st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1
        change(lambda view: shows(view, bounds, tables))


def drawn_over(ends: list[float], axis: Axis) -> Bounds | None:
    """The days between two places of an axis; None where they are as near as a click's."""
    low, high = min(ends), max(ends)
    if (high - low) * axis.day_px < _LEAST:
        return None
    return axis.day(max(low, axis.pad)), axis.day(min(high, axis.units - axis.pad) - 1e-9)
