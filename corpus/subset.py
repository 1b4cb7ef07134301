"""Tables and some of their articles go in, what the tables would say of these alone comes out.

It serves "as known on a day" and "an outlet switched off". Events keep their ids and their tellings
that are left; which tellings belong together is not asked again, so that what changes is what the
missing articles told, and nothing else. The tables given stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from corpus.additions import mention_of, plain, record
from corpus.linking import Headline, Telling, apart, event
from corpus.model import Quantity
from corpus.pipeline import event_row
from corpus.tables import Row, Tables, rows

#: what of an event may change with its tellings, as `lost` names it, and the column that says it
_CHANGES = {
    "days": "edtf",
    "status": "status",
    "conflicts": "conflicts",
    "sources": "independent_sources",
}


def subset(tables: Tables, articles: Collection[str]) -> Tables:
    """The tables with only these articles, by id: an event that nobody tells any more is gone.

    Only events that lose a telling are made anew. Problems stay: they belong to no article.
    """
    names = set(articles)
    kept = _among(tables.articles["article_id"], names)
    if kept.all():
        return tables
    told = _among(tables.mentions["article_id"], names)
    mentions = tables.mentions[told]
    changed = set(tables.mentions["event_id"][~told])
    left = mentions[_among(mentions["event_id"], changed)]
    gone = changed - set(left["event_id"])
    others = tables.events[~_among(tables.events["event_id"], changed)]
    made = _made_anew(tables, left, others)
    return Tables(
        articles=_only(tables.articles, kept),
        time_expressions=_told_in(tables.time_expressions, names),
        mentions=mentions.reset_index(drop=True),
        events=_spliced(tables.events, gone, made),
        quantities=_told_in(tables.quantities, names),
        problems=tables.problems,
    )


def as_known(tables: Tables, day: date) -> Tables:
    """What the articles published by a day tell; those without a day are left out."""
    known = tables.articles["published_day"] <= pd.Timestamp(day)
    return subset(tables, list(tables.articles["article_id"][known]))


def without(tables: Tables, outlets: Collection[str]) -> Tables:
    """The tables without some outlets, by their ids."""
    others = ~_among(tables.articles["outlet_id"], outlets)
    return subset(tables, list(tables.articles["article_id"][others]))


def lost(before: Tables, after: Tables) -> pd.DataFrame:
    """What is lost from one to the other: ``event_id`` and ``change``, in the order of ``before``.

    ``gone`` is an event that nobody tells; ``days``, ``status``, ``conflicts`` and ``sources`` are
    what else may change of one that is still told.
    """
    columns = ["event_id", *_CHANGES.values()]
    still = {row["event_id"]: row for row in rows(after.events[columns])}
    found = [
        (row["event_id"], change)
        for row in rows(before.events[columns])
        for change in _changes(row, still.get(row["event_id"]))
    ]
    return pd.DataFrame(found, columns=["event_id", "change"])


def _changes(before: Row, after: Row | None) -> Iterable[str]:
    if after is None:
        return ["gone"]
    return [
        change
        for change, column in _CHANGES.items()
        if plain(before[column]) != plain(after[column])
    ]


def _made_anew(tables: Tables, left: pd.DataFrame, others: pd.DataFrame) -> dict[str, Row]:
    """Rows of the events that these mentions still tell, by event; the others stay as they are."""
    articles = tables.articles[_among(tables.articles["article_id"], set(left["article_id"]))]
    columns = [
        "article_id",
        "duplicate_of",
        "translation_of",
        "outlet_id",
        "published_day",
        "author",
    ]
    homes = {row["article_id"]: row for row in rows(articles[columns])}
    figures: dict[str, list[Quantity]] = defaultdict(list)
    own = _among(tables.quantities["mention_id"], set(left["mention_id"]))
    for row in rows(tables.quantities[own]):
        figures[row["mention_id"]].append(record(Quantity, row))
    by_event: dict[str, list[Telling]] = defaultdict(list)
    for row in rows(left):
        home = homes[row["article_id"]]
        by_event[row["event_id"]].append(_telling(row, home, figures[row["mention_id"]]))
    ordered = {name: sorted(told, key=lambda one: one.order) for name, told in by_event.items()}
    made = [(event(told, name), told) for name, told in ordered.items()]
    return {one.event_id: event_row(one) for one in apart(made, _headlines(others))}


def _headlines(events: pd.DataFrame) -> Iterator[Headline]:
    for row in rows(events[["first", "last", "quad_class", "label_en", "label_zh"]]):
        for text in (row["label_en"], row["label_zh"]):
            yield plain(row["first"]), plain(row["last"]), row["quad_class"], text


def _telling(row: Row, home: Row, figures: Iterable[Quantity]) -> Telling:
    return Telling(
        mention_id=row["mention_id"],
        article_id=row["article_id"],
        source=home["duplicate_of"] or home["translation_of"] or row["article_id"],
        outlet_id=home["outlet_id"],
        published=plain(home["published_day"]),
        mention=mention_of(row),
        quantities=tuple(figures),
        author=plain(home["author"]) or "",
        link_rule=row["link_rule"],
    )


def _spliced(events: pd.DataFrame, gone: set[str], made: dict[str, Row]) -> pd.DataFrame:
    """The events in their order without those that are gone; some made anew in their places."""
    kept = events[~_among(events["event_id"], gone)]
    if not made:
        return kept.reset_index(drop=True)
    same = kept[~_among(kept["event_id"], made)]
    places = {name: place for place, name in enumerate(kept["event_id"])}
    both = pd.concat([same, Tables.of({"events": list(made.values())}).events])
    order: Any = both["event_id"].map(places)
    spliced: pd.DataFrame = both.iloc[order.argsort(kind="stable")].reset_index(drop=True)
    return spliced


def _told_in(table: pd.DataFrame, articles: set[str]) -> pd.DataFrame:
    return _only(table, _among(table["article_id"], articles))


def _among(cells: pd.Series[str], names: Collection[str]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which cells are among the names; for thousands of texts faster than pandas' own."""
    wanted = set(names)
    return np.fromiter((cell in wanted for cell in cells.tolist()), bool, len(cells))


def _only(table: pd.DataFrame, mask: Any) -> pd.DataFrame:
    kept: pd.DataFrame = table[mask].reset_index(drop=True)
    return kept
