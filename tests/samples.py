"""Mentions, tellings and small tables made by hand, for the tests of the floors above the coder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from corpus.coding.vocabulary import event_types
from corpus.happenings import Event
from corpus.linking import Telling, link
from corpus.model import Mention, Quantity
from corpus.tables import Tables

MONDAY = date(2022, 6, 13)


def mention(type_: str = "ASSAULT", mode: str = "", at: int = 0, **cells: Any) -> Mention:
    """A mention of a given type; whatever is not said is plain: Russia attacks Ukraine."""
    kind = event_types()[type_, mode]
    plain: dict[str, Any] = {
        "language": "zh",
        "region": "paragraph",
        "start": at,
        "end": at + 10,
        "quote": "俄军袭击乌克兰的港口",
        "trigger": "袭击",
        "trigger_start": at + 2,
        "trigger_end": at + 4,
        "type": type_,
        "mode": mode,
        "contexts": (),
        "quad_class": kind.quad_class,
        "score": kind.score,
        "first": MONDAY,
        "last": MONDAY,
        "precision": "day",
        "clock": "",
        "date_basis": "relative",
        "told": "",
        "status": "happened",
        "actors": ("RUS MIL",),
        "recipients": ("UKR",),
        "place": "",
        "latitude": None,
        "longitude": None,
        "topics": (),
        "speaker": "",
        "via": "",
        "salience": 1,
        "repeat": False,
        "rule": f"{type_}.form subject",
        "confidence": 0.7,
        "parts": (),
    }
    return Mention(**{**plain, **cells})


def figure(low: float | None, high: float | None, unit: str = "person", what: str = "") -> Quantity:
    return Quantity(0, 1, "x", low, high, unit, what, "narration")


def telling(
    told: Mention | None = None,
    article: str = "a1",
    outlet: str = "ft",
    published: date | None = MONDAY,
    source: str = "",
    figures: Sequence[Quantity] = (),
) -> Telling:
    """A mention in an article of its own, unless another one is named."""
    told = told or mention()
    return Telling(
        mention_id=f"{article}.{told.trigger_start}",
        article_id=article,
        source=source or article,
        outlet_id=outlet,
        published=published,
        mention=told,
        quantities=tuple(figures),
    )


def events(*tellings: Telling) -> list[Event]:
    return [event for event, _ in link(tellings)]


def tables(
    tellings: Sequence[Telling] = (), articles: Sequence[tuple[str, str, date | None]] = ()
) -> Tables:
    """Tables of tellings; ``articles`` adds those that tell nothing: id, outlet, day."""
    linked = link(tellings)
    homes = {t.mention_id: event.event_id for event, found in linked for t in found}
    known = {t.article_id: (t.outlet_id, t.published, t.source) for t in tellings}
    known |= {name: (outlet, day, name) for name, outlet, day in articles}
    return Tables.of(
        {
            "articles": [
                {
                    "article_id": name,
                    "outlet_id": outlet,
                    "published_day": day,
                    "duplicate_of": "" if source == name else source,
                    "translation_of": "",
                    "text": "x" * 400,
                }
                for name, (outlet, day, source) in known.items()
            ],
            "mentions": [
                {
                    "mention_id": t.mention_id,
                    "event_id": homes[t.mention_id],
                    "article_id": t.article_id,
                    **asdict(t.mention),
                    "link_rule": t.link_rule,
                }
                for _, found in linked
                for t in found
            ],
            "events": [
                {**asdict(event), "mention_count": len(event.mentions)} for event, _ in linked
            ],
            "quantities": [
                {
                    **asdict(figure),
                    "article_id": t.article_id,
                    "mention_id": t.mention_id,
                    "event_id": homes[t.mention_id],
                }
                for t in tellings
                for figure in t.quantities
            ],
        }
    )
