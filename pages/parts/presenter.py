"""One step of a presentation: events in their order and a view go in, one event fills the window.

The step is in the address; the arrow keys write it there. Nothing is shown that the timeline with
the same filters would not show.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pandas as pd
import streamlit as st

from corpus.charts import tokens
from corpus.charts.frames import coverage, items
from corpus.charts.strip import strip, strip_figure
from corpus.charts.terms import term
from corpus.charts.timeline import CONFIG
from corpus.charts.typesetting import text_width
from corpus.queries import in_order
from corpus.tables import Row, rows
from corpus.text import sentences
from pages.parts.as_known import known_line
from pages.parts.briefing import MOST, missing_note
from pages.parts.event_facts import told_by
from pages.parts.frame import LANGUAGE_NAMES, Frame, change
from pages.parts.markup import Markup, joined, link, show, tag
from pages.parts.status import status_mark
from pages.parts.tellings import Tellings, dateline, source
from pages.parts.view import LANGUAGES

#: dated no better than this an event has no place among steps
_MONTH, _WEEK = timedelta(days=31), timedelta(days=7)
#: a longer sentence would not be read from the back of a room; in pixels of a label's size
_LONGEST = 1100.0


def path(events: pd.DataFrame) -> list[Row]:
    """The events dated to a month or better, in the order of time.

    Of more than a briefing may hold those that most sources tell, the weightiest of equal ones;
    of still more only such as are dated to a week.
    """
    length = events["last"] - events["first"]
    dated, close = events[length <= _MONTH], events[length < _WEEK]
    if len(dated) > MOST:
        dated = close if len(close) > MOST else dated
        weight = ["independent_sources", "salience", "mention_count"]
        dated = dated.sort_values(weight, ascending=False, kind="stable").head(MOST)
    return rows(in_order(dated))


def present(frame: Frame, shown: list[Row], found: int) -> None:
    """Show the step that the address names; the first or the last if it names one beyond.

    ``found`` is how many events there are to present, as many as ``shown`` or more.
    """
    at = min(max(frame.view.step, 1), len(shown))
    event = shown[at - 1]
    tellings = Tellings.of(frame.tables)
    with st.container(key="present"):
        show(_top(frame, at, len(shown)))
        show(_event(frame, event, tellings.best(event["event_id"])))
        _strip(frame, shown, event["event_id"])
        if found > len(shown):
            cut = frame.say("present_cut", n=len(shown), total=f"{found:,}")
            show(tag("p", cut, cls="dl dl-meta"))
        if presents_briefing(frame):
            show(missing_note(frame))
        with st.container(horizontal=True, horizontal_alignment="right", key="steps"):
            _go(frame, "present_back", ":material/arrow_back:", "Left", at - 1, at > 1)
            _go(frame, "present_next", ":material/arrow_forward:", "Right", at + 1, at < len(shown))
            leave_button(frame)


def presents_briefing(frame: Frame) -> bool:
    """True if the events of the briefing are presented, and not those of the filters."""
    return bool(frame.view.briefing) and frame.view.path == "briefing"


def other_path(frame: Frame) -> Markup:
    """The way to all events of the filters, or back to the briefing; nothing without a briefing."""
    if not frame.view.briefing:
        return Markup("")
    own = presents_briefing(frame)
    view = replace(frame.view, path="all" if own else "briefing", step=0)
    return link(frame.say("present_all" if own else "brief"), "present", view.params())


def leave_button(frame: Frame) -> None:
    """The way back to the timeline, with the same filters."""
    st.page_link(
        "dashboard.py",
        label=frame.say("present_leave"),
        icon=":material/close:",
        query_params=replace(frame.view.elsewhere(), step=frame.view.step).params(),
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
    """The other language and path, the day on which the archive is seen, how far this step is."""
    key = "brief_step" if presents_briefing(frame) else "present_step"
    parts = (_other_language(frame), known_line(frame), other_path(frame))
    return [*(joined(part, " · ") for part in parts if part), frame.say(key, n=at, total=total)]


def _other_language(frame: Frame) -> Markup:
    """The same step in the other language, under that language's own name."""
    (other,) = (language for language in LANGUAGES if language != frame.language)
    view = replace(frame.view, language=other)
    return link(LANGUAGE_NAMES[other], "present", view.params(), lang=other)


def _sentence(frame: Frame, telling: Row) -> Markup:
    """The sentence with the clause that tells the event lit; the clause alone in a long one."""
    articles = frame.tables.articles
    (article,) = rows(articles[articles["article_id"] == telling["article_id"]])
    text, start, end = article["text"], telling["start"], telling["end"]
    block = next(b for b in article["blocks"] if b["start"] <= start < b["end"])
    around = [
        s for s in sentences(text, block["start"], block["end"]) if s[0] < end and s[1] > start
    ]
    first, last = min(start, around[0][0]), max(end, around[-1][1])
    if text_width(text[first:last], tokens.LABEL) > _LONGEST:
        first, last = start, end
    return joined(text[first:start], tag("mark", text[start:end]), text[end:last])


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
        tag("blockquote", _sentence(frame, best), lang=best["language"], cls="dl-said"),
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
    days = drawn[["first", "last"]].stack().dropna()
    if days.empty:  # a briefing may hold events without a date
        return
    articles = frame.tables.articles
    near = articles["published_day"].between(
        days.min() - _MONTH, days.max() + _MONTH
    )  # the articles of another year would only push the steps together
    told = coverage(articles[near & (articles["duplicate_of"] == "")], {})
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
