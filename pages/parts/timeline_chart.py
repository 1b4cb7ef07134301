"""The chart on the screen: filtered events go in, a timeline that answers to clicks is shown.

The figure never depends on what is selected: a click writes the event, the period or the opened
fold to the address, and the address says what is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlencode

import numpy as np
import streamlit as st

from corpus.charts.answers import FOLD, PERIOD
from corpus.charts.axis import Bounds
from corpus.charts.density import Throng, Whole
from corpus.charts.frames import coverage, items
from corpus.charts.layout import DRAWN, WIDTH, lay_out
from corpus.charts.records import Card, Coverage, Item, Layout, Milestone
from corpus.charts.reports import report_lines
from corpus.charts.svg import Page, fitted, timeline_svg
from corpus.charts.terms import Language, period, term
from corpus.charts.timeline import CONFIG, timeline_figure
from corpus.charts.tokens import PALETTES
from corpus.charts.traces import lines
from corpus.indexes import coded, spans
from corpus.queries import first_told
from corpus.tables import Row, Tables
from pages.parts.frame import Frame, change
from pages.parts.lanes import lanes
from pages.parts.period import Span, published, shows
from pages.parts.tellings import Tellings, short_outlet, source, when, who
from pages.parts.view import View

#: raised when the drawer closes: a new chart forgets which mark was selected, so that a second
#: click on the same mark selects it again
CLOSED = "drawer_closed"
#: the article whose square was clicked
_GO = "go_to_article"
#: the tables that the chart shows
_SHOWN = "timeline_shown"


def timeline_layout(
    frame: Frame,
    rows: Whole,
    span: Span | None,
    tellings: Tellings,
    known: list[Milestone],
    width: float = WIDTH,
) -> Layout:
    """Some rows of the events table, in lanes, and the articles, in the days that are shown."""
    bounds = span.shown if span and span.narrowed else None
    events = frame.tables.events
    days = spans(events).of(rows)
    undated = int((days.begins == 0).sum())
    rows = rows[days.begins > 0 if bounds is None else days.within(*bounds)]
    numbers, sorts = lanes(frame, rows)
    given: list[Item] | Throng
    if len(rows) > DRAWN:
        days = spans(events).of(rows)
        quads = events["quad_class"].to_numpy(dtype=np.int64)[rows]
        given = Throng(days.begins, days.ends, numbers, quads)
    else:
        own = events.iloc[rows]
        lane_of = dict(zip(own["event_id"], (sorts[n].key for n in numbers), strict=True))
        given = items(
            own,
            frame.language,
            lambda row: _card(frame, row, tellings),
            lambda row: lane_of[row["event_id"]],
        )
    drawn = lay_out(
        given,
        sorts,
        _articles(frame),
        frame.language,
        width,
        bounds=bounds,
        opened=frame.view.opened,
        known=known,
    )
    return replace(drawn, undated=undated)


def timeline_chart(frame: Frame, layout: Layout) -> None:
    """Draw a layout, and listen to it."""
    if article := st.session_state.pop(_GO, ""):
        view = replace(frame.view.elsewhere(), article=article)
        st.switch_page("pages/article.py", query_params=view.params())
    if not layout.axis.stretches:
        return
    st.session_state[_SHOWN] = frame.tables
    begin, end = layout.axis.stretches[0].first, layout.axis.stretches[-1].last
    figure = timeline_figure(layout, frame.theme, zoom=True)
    if frame.view.told:
        ties = report_lines(layout, first_told(frame.tables))
        figure.add_trace(lines(ties, PALETTES[frame.theme].muted, 1))
    st.plotly_chart(
        figure,
        theme=None,
        key=_key(),
        selection_mode="points",
        on_select=_clicked,
        config=CONFIG,
        alt=frame.say(
            "alt_timeline",
            events=f"{len(layout.items) + layout.counted:,}",
            first=period(begin, begin, frame.language),
            last=period(end, end, frame.language),
            lanes=len(layout.bands),
        ),
    )


def print_button(
    frame: Frame, page: Page, span: Span | None, layout: Callable[[float], Layout]
) -> None:
    """A download of the page as SVG, which is made only when it is asked for."""
    theme, base = frame.theme, st.context.url or ""

    def made() -> str:
        drawn = fitted(layout, page)
        views = {key: replace(frame.view, event=key).params() for key in drawn.items}
        links = {key: f"{base}?{urlencode(view)}" for key, view in views.items()}
        return timeline_svg(drawn, page, theme, links if base else None)

    st.download_button(
        frame.say("export_svg"),
        made,
        file_name=file_name(span, frame.language),
        mime="image/svg+xml",
        icon=":material/print:",
        type="tertiary",
        key="export_svg",
        on_click="ignore",
    )


def file_name(span: Span | None, language: Language) -> str:
    """What a download is called: its days, or its months if they are whole, and its language."""
    if span is None:
        return f"dateline-{language}.svg"
    first, last = span.shown
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    length = len("2022-02") if whole else None
    days = dict.fromkeys(day.isoformat()[:length] for day in span.shown)
    return f"dateline-{'_'.join(days)}-{language}.svg"


def _key() -> str:
    return f"timeline_{st.session_state.get(CLOSED, 0)}"


def told_switch(frame: Frame) -> None:
    """Ties each event to the day on which it was first told, or not."""
    st.session_state["view_told"] = frame.view.told
    st.toggle(frame.say("told"), key="view_told", on_change=_tie)


def _tie() -> None:
    change(lambda view: replace(view, told=st.session_state["view_told"]))


def _clicked() -> None:
    """What was clicked goes to the address.

    An event opens its drawer, a square of the coverage lane its article, a fold unfolds, a column
    becomes the period.
    """
    points = st.session_state[_key()]["selection"]["points"]
    if not points or not points[0].get("customdata"):
        return None
    code = str(points[0]["customdata"])
    if code.startswith(PERIOD):
        first, last = map(date.fromisoformat, code.removeprefix(PERIOD).split("/"))
        tables = st.session_state[_SHOWN]
        return change(lambda view: _narrowed(view, (first, last), tables))
    if code.startswith(FOLD):
        day = date.fromisoformat(code.removeprefix(FOLD))
        return change(lambda view: replace(view, opened=(*view.opened, day)))
    if code.startswith("e"):
        return change(lambda view: replace(view, event=code))
    st.session_state[_GO] = code  # a callback may not leave the page itself
    return None


def _narrowed(view: View, days: Bounds, tables: Tables) -> View:
    """The view of these days; of its own days, which cannot be fewer, the list that holds all."""
    if (view.first, view.last) == days:
        return replace(view, form="list")
    return shows(view, days, tables)


def _card(frame: Frame, event: Row, tellings: Tellings) -> Card:
    best = tellings.best(event["event_id"])
    language = frame.language
    told = [when(event, language), term(f"status_{event['status']}", language)]
    if (sources := event.get("independent_sources") or 1) > 1:
        told.append(term("told_by", language, n=sources))
    return Card(
        when=" · ".join(told),
        who=who(event, language),
        quote=best["quote"],
        source=f"{source(best, language)} · {frame.say('click')}",
    )


def _articles(frame: Frame) -> list[Coverage] | Throng:
    """The articles that are no copies, one by one as long as there are few, with their outlets."""
    articles = frame.tables.articles
    days = published(frame.tables)
    shown = np.flatnonzero((days > 0) & (articles["duplicate_of"] == "").to_numpy())
    if len(shown) > DRAWN:
        own, outlets = days[shown], coded(articles, "outlet_id")
        names = [short_outlet(outlet_id, frame.language) for outlet_id in outlets.values]
        return Throng(own, own, outlets.numbers[shown], own * 0, names)
    found = articles.iloc[shown]
    return coverage(
        found, {o: short_outlet(o, frame.language) for o in found["outlet_id"].unique()}
    )
