"""Where tellings disagree: conflicts go in, every version with its sentence comes out."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from corpus.charts.terms import versions
from corpus.queries import in_order
from corpus.tables import Row, rows
from pages.parts.event_list import quotation
from pages.parts.frame import Frame
from pages.parts.markup import Markup, link, tag
from pages.parts.tellings import named, source

#: events that are shown; more are counted
_MOST = 30


def disagreements(frame: Frame, events: pd.DataFrame, mentions: Mapping[str, Row]) -> Markup:
    """All conflicts of the events, each version in words with who says it and where."""
    disputed = events[events["conflicts"].map(len) > 0]
    if disputed.empty:
        return tag("p", frame.say("conflicts_none"), cls="dl dl-sub")
    # what several outlets dispute comes before what one says in two ways
    ranked = in_order(disputed).sort_values(
        ["independent_sources", "salience"], ascending=False, kind="stable"
    )
    blocks = [
        _conflict(frame, event, conflict, mentions)
        for event in rows(ranked.head(_MOST))
        for conflict in event["conflicts"]
    ]
    left = len(disputed) - _MOST
    if left > 0:
        blocks.append(tag("p", frame.say("list_cut", n=f"{left:,}"), cls="dl-sub"))
    return tag("div", tag("p", frame.say("conflicts_lead"), cls="dl-sub"), *blocks, cls="dl")


def _conflict(frame: Frame, event: Row, conflict: Row, mentions: Mapping[str, Row]) -> Markup:
    said = zip(conflict["versions"], conflict["mentions"], strict=True)
    items = [_version(frame, version, mentions[mention]) for version, mention in said]
    title = f"{event[f'label_{frame.language}']} · {frame.say('conflict_' + conflict['what'])}"
    return tag("section", tag("h3", title), tag("ul", *items), cls="dl-conflict")


def _version(frame: Frame, version: str, telling: Row) -> Markup:
    speaker = telling["speaker"]
    voice = named([speaker], frame.language) if speaker else frame.say("narration")
    view = frame.view.elsewhere().params()
    params = {**view, "article": telling["article_id"], "mention": telling["mention_id"]}
    return tag(
        "li",
        tag("span", "≠ ", versions([version], frame.language), cls="dl-chip"),
        quotation(telling),
        tag(
            "span",
            f"{voice} · ",
            link(source(telling, frame.language), "article", params),
            cls="dl-meta",
        ),
    )
