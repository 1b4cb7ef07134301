"""Escalation under the timeline: filtered events go in, curve, ladder and their limits come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

import pandas as pd
import streamlit as st

from corpus.charts.curve import THIN, curve_figure, stretch_name
from corpus.charts.terms import counted, period, term
from corpus.charts.timeline import CONFIG
from corpus.entities import names
from corpus.escalation import RUNGS, intensity, ladder, of_pair, uncounted
from corpus.indexes import Whole, once
from corpus.tables import Row, rows
from pages.parts.filters import choose_view
from pages.parts.frame import Frame, change
from pages.parts.markup import Markup, joined, plain, show, tag
from pages.parts.period import Span


def escalation(frame: Frame, own: Whole, span: Span | None) -> None:
    """The section, over the days that the timeline shows; nothing where no event counts.

    ``own`` are the numbers of the rows of the events that are shown.
    """
    events = frame.tables.events
    published = once(frame.tables.articles, "days of no copies", _published)
    if span:
        first, last = map(pd.Timestamp, span.shown)
        published = published[published.between(first, last)]
    whole = intensity(events, published, own)
    if not whole["events"].sum():
        return
    reached = ladder(events, published, own)
    show(tag("h2", frame.say("escalation_title"), cls="dl-h2"))
    with st.container(horizontal=True, vertical_alignment="center", key="scales"):
        choose_view(frame, "scale")
        _choose_pair(frame, list(dict.fromkeys(reached["pair"])))
        show(tag("p", frame.say("escalation_read", n=THIN), cls="dl-sub"), width="content")
    pair = frame.view.between
    found = intensity(events, published, of_pair(events, own, pair)) if pair else whole
    if found["events"].sum():
        figure = curve_figure(rows(found), frame.view.scale, frame.language, frame.theme)
        st.plotly_chart(figure, theme=None, key="curve", config=CONFIG, alt=_alt(frame, found))
    else:
        show(tag("p", frame.say("escalation_none"), cls="dl dl-sub", role="status"))
    show(_ladder(frame, reached, whole), _limits(frame, uncounted(own, whole)))


def _choose_pair(frame: Frame, pairs: Sequence[tuple[str, ...]]) -> None:
    """Whose acts the curve measures: those of all, or of one of the pairs on the ladder."""
    now = frame.view.between
    offered = [(), *pairs, *([now] if now and now not in pairs else [])]
    if len(offered) < 3 and not now:
        return

    def name(pair: tuple[str, ...]) -> str:
        return _pair(pair, frame) if pair else frame.say("between_all")

    # a popover as those of the filters: what Streamlit's list of choices says aloud is English
    with st.popover(plain(name(now)), icon=":material/group:", type="tertiary", key="pop_between"):
        st.session_state["between"] = now
        st.pills(
            frame.say("between"),
            offered,
            format_func=lambda pair: plain(name(pair)),
            key="between",
            on_change=_measure,
        )


def _measure() -> None:
    change(lambda view: replace(view, between=st.session_state["between"] or ()))


def _published(articles: pd.DataFrame) -> pd.Series:
    return articles.loc[articles["duplicate_of"] == "", "published_day"]


def _alt(frame: Frame, found: pd.DataFrame) -> str:
    told = rows(found[found["events"] > 0])
    worst = max(told, key=lambda row: row[frame.view.scale])
    days = period(worst["first"].date(), worst["last"].date(), frame.language)
    scale = term(f"scale_{frame.view.scale}", frame.language)
    said = frame.say("alt_curve", scale=scale, n=len(told), period=days)
    return f"{_pair(frame.view.between, frame)}: {said}" if frame.view.between else said


def _ladder(frame: Frame, reached: pd.DataFrame, found: pd.DataFrame) -> Markup:
    """Pairs by stretch of time: how high each of them climbed, and with how many acts."""
    if reached.empty:
        return Markup("")
    cells = {(row["pair"], row["first"]): row for row in rows(reached)}
    stretches = _with_gaps(rows(found))
    pairs = list(dict.fromkeys(reached["pair"]))
    head = [tag("td", "")]
    year = 0
    for stretch, gap in stretches:
        head += gap * [tag("th", "", cls="dl-hatch dl-left-out", aria_hidden="true")]
        days = period(stretch["first"].date(), stretch["last"].date(), frame.language)
        name = stretch_name(stretch, year, frame.language)
        year = stretch["first"].year
        head.append(tag("th", name, scope="col", title=days))
    body = []
    for pair in pairs:
        line = [tag("th", _pair(pair, frame), scope="row")]
        for stretch, gap in stretches:
            line += gap * [tag("td", "", cls="dl-hatch dl-left-out", aria_hidden="true")]
            line.append(_cell(cells.get((pair, stretch["first"])), frame))
        body.append(tag("tr", *line))
    key = [
        tag("span", tag("i", cls=f"dl-rung dl-rung-{quad}"), term(f"lane_{quad}", frame.language))
        for quad in RUNGS
    ]
    title = frame.say("ladder_title")
    parts = tag("thead", tag("tr", *head)), tag("tbody", *body)
    table = tag("table", *parts, cls="dl-ladder", aria_label=title)
    return joined(
        tag("h3", title, cls="dl-h3"),
        tag("div", *key, cls="dl dl-key"),
        tag("div", table, cls="dl dl-scroll"),
    )


def _with_gaps(stretches: list[Row]) -> list[tuple[Row, bool]]:
    """Each stretch of time, and whether time is left out before it."""
    lasts = [stretches[0]["first"], *(row["last"] + pd.Timedelta(days=1) for row in stretches)]
    return [(row, row["first"] > last) for row, last in zip(stretches, lasts, strict=False)]


def _cell(row: Row | None, frame: Frame) -> Markup:
    if row is None:
        return tag("td", tag("span", "·", cls="dl-minor"))
    quad = row["quad_class"]
    count = counted("event", "events_counted", row["events"], frame.language)
    said = f"{term(f'lane_{quad}', frame.language)}: {count}"
    mark = tag("i", str(row["events"]), cls=f"dl-rung dl-rung-{quad}", title=said, aria_label=said)
    return tag("td", mark)


def _pair(pair: tuple[str, ...], frame: Frame) -> str:
    known = map(names, pair)
    said = [name.zh if frame.language == "zh" else name.short_en for name in known]
    return reduce(lambda a, b: frame.say("pair", a=a, b=b), said)


def _limits(frame: Frame, left: int) -> Markup:
    """What the scales are, where they contradict each other, and what is not counted."""
    events = counted("event", "events_counted", left, frame.language)
    paragraphs = [frame.say("scales_what"), frame.say("scales_contradict")]
    return tag(
        "details",
        tag("summary", frame.say("scales_title")),
        *(tag("p", text, cls="dl-sub") for text in paragraphs),
        tag("p", frame.say("escalation_left", events=events), cls="dl-sub"),
        cls="dl dl-details",
    )
