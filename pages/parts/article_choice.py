"""Which article, which clause, which layers: the address goes in, the rows to show come out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from corpus.charts.terms import dated
from corpus.tables import Row, rows
from pages.parts.frame import Frame, change
from pages.parts.markup import escape, outward, show, tag
from pages.parts.reading_column import Layers
from pages.parts.tellings import day_of, outlet, source
from pages.parts.view import LAYERS

_SCROLL = Path(__file__).with_name("scroll.js")


@dataclass(frozen=True, slots=True)
class Choice:
    """An article of the corpus with everything that was read in it."""

    article: Row
    times: list[Row]
    mentions: list[Row]
    figures: list[Row]
    #: events by id
    events: dict[str, Row]
    #: the mention that was asked for
    mention: Row | None
    #: what the address asked for and this archive has not, as a sentence
    missing: str
    #: parameters of a link to a mention of this article
    address: Callable[[str], dict[str, str]]

    def layers(self, shown: tuple[str, ...]) -> Layers:
        """What the text is to show; the clause that was asked for always."""
        asked = [self.mention] if self.mention is not None else []
        return Layers(
            self.times if "dates" in shown else [],
            self.mentions if "events" in shown else asked,
            self.figures if "figures" in shown else [],
            self.mention["mention_id"] if self.mention is not None else "",
        )


def chosen_article(frame: Frame) -> Choice:
    """The article that the address names, else the first; draws the chooser."""
    tables, view = frame.tables, frame.view
    ordered = tables.articles.sort_values(["published", "article_id"], na_position="last")
    articles = {row["article_id"]: row for row in rows(ordered)}
    article = articles.get(view.article) or next(iter(articles.values()))
    key = article["article_id"]
    mentions = rows(tables.mentions[tables.mentions["article_id"] == key])
    mention = next((m for m in mentions if m["mention_id"] == view.mention), None)
    missing = ""
    if view.article and key != view.article:
        later = view.article in set(frame.archive.articles["article_id"])
        missing = frame.say("article_later" if later else "article_missing", article=view.article)
    elif view.mention and mention is None:
        missing = frame.say("mention_missing", mention=view.mention)
    base = replace(view.elsewhere(), article=key).params()
    _chooser(frame, article, articles)
    return Choice(
        article=article,
        times=rows(tables.time_expressions[tables.time_expressions["article_id"] == key]),
        mentions=mentions,
        figures=rows(tables.quantities[tables.quantities["article_id"] == key]),
        events={row["event_id"]: row for row in rows(tables.events)},
        mention=mention,
        missing=missing,
        address=lambda mention_id: {**base, "mention": mention_id},
    )


def layer_switch(frame: Frame) -> None:
    """Pills for what the text shows beside its words."""
    st.session_state["layers"] = list(frame.view.layers)
    st.pills(
        frame.say("layers"),
        LAYERS,
        selection_mode="multi",
        format_func=lambda layer: frame.say(f"layer_{layer}"),
        key="layers",
        label_visibility="collapsed",
        on_change=_switch,
    )


def scroll_to(name: str) -> None:
    """Bring what was asked for into view; what has another name is another script."""
    script = f"<script>{_SCROLL.read_text(encoding='utf-8')}</script>"
    st.html(f"{script}<!-- {escape(name)} -->", unsafe_allow_javascript=True)


def _chooser(frame: Frame, article: Row, articles: dict[str, Row]) -> None:
    day = day_of(article["published_day"])
    origin = [outlet(article["outlet_id"], frame.language)]
    if day is not None:
        origin.append(dated(day, "day", frame.language))
    line: list[str] = [" · ".join(origin)]
    if article["url"]:
        line += [" · ", outward(frame.say("original_page"), article["url"])]
    st.session_state["article"] = article["article_id"]
    with st.container(horizontal=True, vertical_alignment="center", key="chooser"):
        show(tag("p", *line, cls="dl dl-meta dl-strong"))
        st.selectbox(
            frame.say("article_choose"),
            list(articles),
            format_func=lambda key: _name(articles[key], frame),
            key="article",
            label_visibility="collapsed",
            on_change=_choose,
            width=420,
        )


def _name(article: Row, frame: Frame) -> str:
    return f"{source(article, frame.language)} · {article['title']}"


def _choose() -> None:
    chosen = st.session_state["article"]
    change(lambda view: replace(view.elsewhere(), article=chosen))


def _switch() -> None:
    chosen = st.session_state["layers"]
    change(lambda view: replace(view, layers=tuple(layer for layer in LAYERS if layer in chosen)))
