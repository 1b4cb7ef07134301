"""Tables of a few events and articles, written for the tests: no article tells any of this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import numpy as np

from corpus.indexes import Whole
from corpus.tables import Row, Tables
from pages.parts.frame import Frame
from pages.parts.view import View

_TEXT = "Blinken met Lavrov."


def article(article_id: str, published: str = "", outlet: str = "ft", copy_of: str = "") -> Row:
    """An article; ``published`` is an ISO day or empty."""
    return {
        "article_id": article_id,
        "outlet_id": outlet,
        "outlet": outlet,
        "url": "",
        "title": f"Title of {article_id}",
        "language": ["en"],
        "published_day": _day(published),
        "published_basis": "front matter" if published else "",
        "duplicate_of": copy_of,
        "translation_of": "",
        "text": _TEXT,
        "blocks": [],
    }


def event(
    event_id: str, first: str = "", last: str = "", *, by: Iterable[str] = ("a1",), **fields: Any
) -> Row:
    """An event that the articles ``by`` tell; with ``first`` alone it has one day."""
    known = {
        "event_id": event_id,
        "first": _day(first),
        "last": _day(last or first),
        "precision": "day" if first else "",
        "clock": "",
        "type": "CONSULT",
        "mode": "",
        "quad_class": 1,
        "actors": ["USA GOV Antony Blinken"],
        "recipients": ["RUS GOV Sergey Lavrov"],
        "place": "",
        "status": "happened",
        "label_en": f"Label of {event_id}",
        "label_zh": f"{event_id}的标签",
        "salience": 1,
        "mentions": [f"{key}.{event_id}" for key in by],
        "conflicts": [],
        "history": [],
    }
    return {**known, **fields}


def tables(articles: Iterable[Row], events: Iterable[Row], **told: Mapping[str, Any]) -> Tables:
    """The tables of articles and the events that they tell, one clause for each telling.

    ``told`` has fields of single mentions, by the mention's id with ``_`` for the dot.
    """
    articles, events = list(articles), list(events)
    outlet = {row["article_id"]: row["outlet_id"] for row in articles}
    mentions = [
        {**_mention(row, mention), **told.get(mention.replace(".", "_"), {})}
        for row in events
        for mention in row["mentions"]
    ]
    for row in events:
        told = (outlet[mention.partition(".")[0]] for mention in row["mentions"])
        row["outlets"] = sorted(set(told))
        row["independent_sources"] = len(row["outlets"])
    return Tables.of({"articles": articles, "events": events, "mentions": mentions})


def every(found: Tables) -> Whole:
    """The numbers of the rows of all events."""
    return np.arange(len(found.events))


def framed(found: Tables, **view: Any) -> Frame:
    """A frame without a page."""
    return Frame(View(**view), found, "light")


def _mention(row: Row, mention_id: str) -> Row:
    shared = ("event_id", "first", "last", "precision", "clock", "type", "mode", "quad_class")
    return {
        **{
            key: row[key]
            for key in (*shared, "actors", "recipients", "place", "status", "salience")
        },
        "mention_id": mention_id,
        "article_id": mention_id.partition(".")[0],
        "language": "en",
        "start": 0,
        "end": len(_TEXT),
        "quote": f"Quote of {row['event_id']} in {mention_id.partition('.')[0]}.",
        "trigger": "met",
        "trigger_start": 8,
        "trigger_end": 11,
        "date_basis": "explicit" if row["first"] else "none",
        "told": "",
        "speaker": "",
        "via": "",
        "parts": [],
        "repeat": False,
        "rule": "met",
        "confidence": 1.0,
        "link_rule": "first telling",
    }


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
