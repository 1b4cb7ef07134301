"""The chart on the screen: filtered events go in, a timeline that answers to clicks is shown.

The figure never depends on what is selected: a click writes the event to the address, the address
opens the drawer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from corpus.charts.frames import coverage, items, kind_lane, kind_lanes
from corpus.charts.layout import lay_out
from corpus.charts.records import Card, Lane
from corpus.charts.reports import report_lines
from corpus.charts.terms import period, term
from corpus.charts.timeline import CONFIG, timeline_figure
from corpus.charts.tokens import PALETTES
from corpus.charts.traces import lines
from corpus.entities import names
from corpus.queries import first_told, heads
from corpus.readers import publisher
from corpus.tables import Row, rows
from pages.parts.frame import Frame, change
from pages.parts.tellings import Tellings, source, when, who

#: lanes by party pair, the most frequent; what is left shares one more
_PAIRS = 6
#: raised when the drawer closes: a new chart forgets which mark was selected, so that a second
#: click on the same mark selects it again
CLOSED = "drawer_closed"
#: the article whose square was clicked
_GO = "go_to_article"


def timeline_chart(frame: Frame, events: pd.DataFrame, tellings: Tellings) -> None:
    """Draw the events and the articles of the corpus."""
    if article := st.session_state.pop(_GO, ""):
        view = replace(frame.view.elsewhere(), article=article)
        st.switch_page("pages/article.py", query_params=view.params())
    language = frame.language
    articles = frame.tables.articles
    articles = articles[articles["duplicate_of"] == ""]
    lane_of, lanes = _lanes(frame, events)
    layout = lay_out(
        items(events, language, lambda row: _card(frame, row, tellings), lane_of),
        lanes,
        coverage(articles, {o: _short(o, frame) for o in articles["outlet_id"].unique()}),
        language,
    )
    key = f"timeline_{st.session_state.get(CLOSED, 0)}"
    dated = events.dropna(subset=["first", "last"], how="all")
    begins, ends = dated["first"].fillna(dated["last"]), dated["last"].fillna(dated["first"])
    figure = timeline_figure(layout, frame.theme)
    if frame.view.told:
        ties = report_lines(layout, first_told(frame.tables))
        figure.add_trace(lines(ties, PALETTES[frame.theme].muted, 1))
    st.plotly_chart(
        figure,
        theme=None,
        key=key,
        selection_mode="points",
        on_select=_clicked,
        config=CONFIG,
        alt=frame.say(
            "alt_timeline",
            events=len(dated),
            first=period(begins.min().date(), begins.min().date(), language),
            last=period(ends.max().date(), ends.max().date(), language),
            lanes=len(layout.bands),
        )
        if len(dated)
        else frame.say("headline_undated", n=len(events)),
    )


def told_switch(frame: Frame) -> None:
    """Ties each event to the day on which it was first told, or not."""
    st.session_state["view_told"] = frame.view.told
    st.toggle(frame.say("told"), key="view_told", on_change=_tie)


def _tie() -> None:
    change(lambda view: replace(view, told=st.session_state["view_told"]))


def _clicked() -> None:
    """A click on an event opens its drawer, one on a square of the coverage lane its article."""
    key = f"timeline_{st.session_state.get(CLOSED, 0)}"
    points = st.session_state[key]["selection"]["points"]
    if not points:
        return
    code = str(points[0]["customdata"])
    if code.startswith("e"):
        change(lambda view: replace(view, event=code))
    else:
        st.session_state[_GO] = code  # a callback may not leave the page itself


def _card(frame: Frame, event: Row, tellings: Tellings) -> Card:
    best = tellings.best(event["event_id"])
    language = frame.language
    return Card(
        when=f"{when(event, language)} · {term('status_' + event['status'], language)}",
        who=who(event, language),
        quote=best["quote"],
        source=f"{source(best, language)} · {frame.say('click')}",
    )


def _lanes(frame: Frame, events: pd.DataFrame) -> tuple[Callable[[Row], str], list[Lane]]:
    """The lane of each event, and the lanes in their order."""
    if frame.view.lanes == "kind":
        return (lambda row: kind_lane(row["quad_class"])), kind_lanes(events, frame.language)
    pairs = {row["event_id"]: _pair(row) for row in rows(events)}
    counts = Counter(pair for pair in pairs.values() if len(pair) > 1)
    shown = [pair for pair, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    shown = shown[:_PAIRS]
    lanes = [Lane("-".join(pair), _pair_name(pair, frame)) for pair in shown]
    lanes += [Lane("rest", frame.say("pair_rest")), Lane("alone", frame.say("pair_self"))]

    def lane(row: Row) -> str:
        pair = pairs[row["event_id"]]
        if len(pair) < 2:
            return "alone"
        return "-".join(pair) if pair in shown else "rest"

    return lane, lanes


def _pair(event: Row) -> tuple[str, ...]:
    """The two sides of an event by their heads, in the order of the alphabet; one if alone."""
    sides = [*heads(event["actors"])[:1], *heads(event["recipients"])[:1]]
    return tuple(sorted(set(sides)))


def _pair_name(pair: tuple[str, ...], frame: Frame) -> str:
    short = [names(head).zh if frame.language == "zh" else names(head).short_en for head in pair]
    return frame.say("pair", a=short[0], b=short[1])


def _short(outlet_id: str, frame: Frame) -> str:
    known = publisher(outlet_id)
    return known.name_zh if frame.language == "zh" else known.short_en
