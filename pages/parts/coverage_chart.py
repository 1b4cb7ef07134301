"""Who published when, on the screen: the frame goes in, rows of articles by outlet are shown."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from corpus.charts.density import bin_words
from corpus.charts.frames import coverage
from corpus.charts.presses import lay_out_outlets
from corpus.charts.terms import counted
from corpus.charts.timeline import CONFIG, timeline_figure
from corpus.holdings import undated
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, show, tag
from pages.parts.tellings import short_outlet

_KEY = "coverage"
#: the article whose square was clicked
_GO = "go_from_archive"


def coverage_chart(frame: Frame) -> None:
    """Draw the articles that have a day; without any, say so."""
    if article := st.session_state.pop(_GO, ""):
        view = replace(frame.view.elsewhere(), article=article)
        st.switch_page("pages/article.py", query_params=view.params())
    articles = frame.tables.articles
    outlets = articles["outlet_id"].unique()
    names = {outlet: short_outlet(outlet, frame.language) for outlet in outlets}
    layout = lay_out_outlets(coverage(articles, names), frame.language)
    said = frame.say("coverage_none")
    if layout.squares:
        said = frame.say("coverage_squares")
    elif layout.counts:
        weeks = bin_words(layout.axis, frame.language)
        highest = max(count.count for count in layout.counts)
        said = frame.say("coverage_columns", weeks=weeks, n=f"{highest:,}")
    hatched = joined(" ", frame.say("coverage_hatched")) if layout.folds else Markup("")
    show(
        tag("h2", frame.say("coverage_title"), cls="dl-h2"),
        tag("p", said, hatched, _not_drawn(frame), cls="dl dl-sub"),
    )
    if layout.articles:
        st.plotly_chart(
            timeline_figure(layout, frame.theme),
            theme=None,
            key=_KEY,
            selection_mode="points",
            on_select=_clicked,
            config=CONFIG,
            alt=frame.say("alt_coverage", n=f"{layout.articles:,}"),
        )


def _not_drawn(frame: Frame) -> Markup:
    """The way to the articles without a day; nothing if there are none."""
    n = len(undated(frame.tables.articles))
    if not n:
        return Markup("")
    words = counted("article", "articles_counted", n, frame.language)
    return joined(" ", tag("a", frame.say("coverage_undated", articles=words), href="#undated"))


def _clicked() -> None:
    """A click on a square opens its article; a callback may not leave the page itself."""
    points = st.session_state[_KEY]["selection"]["points"]
    if points and points[0].get("customdata"):
        st.session_state[_GO] = str(points[0]["customdata"])
