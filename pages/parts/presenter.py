"""One step of a presentation: events in their order and a view go in, one event fills the window.

The step is in the address; the arrow keys write it there. Nothing is shown that the timeline with
the same filters would not show.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from corpus.charts.frames import coverage, items
from corpus.charts.strip import strip, strip_figure
from corpus.charts.terms import term
from corpus.charts.timeline import CONFIG
from corpus.queries import in_order
from corpus.tables import Row, rows
from pages.parts.as_known import known_line
from pages.parts.event_facts import told_by
from pages.parts.frame import Frame, change
from pages.parts.markup import Markup, show, tag
from pages.parts.status import status_mark
from pages.parts.tellings import Tellings, dateline, source

#: steps of the longest presentation
_MOST = 300


def path(events: pd.DataFrame) -> list[Row]:
    """The events with a date, in the order of time; the main ones alone where they are too many."""
    dated = in_order(events.dropna(subset=["first", "last"], how="all"))
    main = dated[dated["salience"] > 1]
    return rows(main if len(dated) > _MOST and len(main) else dated)


def present(frame: Frame, events: list[Row]) -> None:
    """Show the step that the address names; the first or the last if it names one beyond."""
    shown = events[:_MOST]
    at = min(max(frame.view.step, 1), len(shown))
    event = shown[at - 1]
    tellings = Tellings.of(frame.tables)
    with st.container(key="present"):
        show(_top(frame, at, len(shown)))
        show(_event(frame, event, tellings.best(event["event_id"])))
        _strip(frame, shown, event["event_id"])
        if len(events) > len(shown):
            cut = frame.say("present_cut", n=len(shown), total=f"{len(events):,}")
            show(tag("p", cut, cls="dl dl-meta"))
        with st.container(horizontal=True, horizontal_alignment="right", key="steps"):
            _go(frame, "present_back", ":material/arrow_back:", "Left", at - 1, at > 1)
            _go(frame, "present_next", ":material/arrow_forward:", "Right", at + 1, at < len(shown))
            leave_button(frame)


def leave_button(frame: Frame) -> None:
    """The way back to the timeline, with the same filters."""
    st.page_link(
        "dashboard.py",
        label=frame.say("present_leave"),
        icon=":material/close:",
        query_params=frame.view.elsewhere().params(),
    )


def _top(frame: Frame, at: int, total: int) -> Markup:
    return tag(
        "div",
        tag("div", "Dateline ", tag("i", "//", aria_hidden="true"), cls="dl-mark"),
        tag("p", *_place(frame, at, total), cls="dl-step"),
        cls="dl dl-present-top",
        role="banner",
    )


def _place(frame: Frame, at: int, total: int) -> list[str]:
    """How far the presentation is, and on which day the archive is seen."""
    step, known = frame.say("present_step", n=at, total=total), known_line(frame)
    return [known, " · ", step] if known else [step]


def _event(frame: Frame, event: Row, best: Row) -> Markup:
    language = frame.language
    status = tag(
        "span",
        status_mark(event["status"]),
        " ",
        term(f"status_{event['status']}", language),
        cls=f"dl-c{event['quad_class']}",
    )
    return tag(
        "article",
        tag("p", dateline(event, language), " ", status, cls="dl-dateline"),
        tag("h1", event[f"label_{language}"], cls="dl-headline"),
        tag("blockquote", tag("mark", best["quote"]), lang=best["language"], cls="dl-said"),
        tag(
            "p",
            frame.say("present_says_who"),
            " ",
            tag("b", source(best, language)),
            " · ",
            told_by(frame, event),
            cls="dl-says",
        ),
        cls="dl dl-present",
        aria_live="polite",
        lang=language,
    )


def _strip(frame: Frame, events: list[Row], event_id: str) -> None:
    own = frame.tables.events
    drawn = own[own["event_id"].isin([event["event_id"] for event in events])]
    articles = frame.tables.articles
    told = coverage(articles[articles["duplicate_of"] == ""], {})
    layout = strip(items(drawn, frame.language), told, frame.language)
    figure = strip_figure(layout, event_id, frame.theme)
    with st.container(key="where"):
        st.plotly_chart(figure, theme=None, config=CONFIG, alt=frame.say("present_strip"))


def _go(frame: Frame, key: str, icon: str, shortcut: str, step: int, possible: bool) -> None:
    st.button(
        frame.say(key),
        key=key,
        icon=icon,
        type="tertiary",
        shortcut=shortcut,
        disabled=not possible,
        on_click=change,
        args=(lambda view: replace(view, step=step),),
    )
