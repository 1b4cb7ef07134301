"""From tables to records: DataFrames of the build enter, items, lanes and coverage leave.

The only module of the charts that knows pandas. It must never compute a date or a status: what the
tables say is what is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

import pandas as pd

from corpus.charts.records import Card, Coverage, Item, Lane
from corpus.charts.terms import Language, listing, term, versions
from corpus.lexicon import table
from corpus.tables import Row, rows
from corpus.times.hours import shares


def items(
    events: pd.DataFrame,
    language: Language,
    cards: Callable[[Row], Card] = lambda row: Card(),
    lane: Callable[[Row], str] = lambda row: kind_lane(row["quad_class"]),
) -> list[Item]:
    """One item for each row of the events table.

    ``cards`` writes the hover card of a row, ``lane`` names the key of its lane.
    """
    return [
        Item(
            event_id=row["event_id"],
            first=_day(row["first"]),
            last=_day(row["last"]),
            exact=row["precision"] == "day",
            lane=lane(row),
            quad_class=int(row["quad_class"]),
            status=row["status"],
            salience=int(row["salience"]),
            label=row[f"label_{language}"],
            conflict=conflict_text(row["conflicts"], language),
            card=cards(row),
            weight=row.get("mention_count") or 1,
            sources=row.get("independent_sources") or 1,
            hours=_hours(row),
        )
        for row in rows(events)
    ]


def kind_lane(quad_class: int) -> str:
    """Key of the lane of a quad class."""
    return f"lane_{quad_class}"


def kind_lanes(kinds: Iterable[tuple[int, str]], language: Language) -> list[Lane]:
    """The four lanes by kind of act, each naming its types in the ontology's order.

    ``kinds`` are the pairs of quad class and type that occur.
    """
    names = type_names(language)
    present = set(kinds)
    return [
        Lane(
            kind_lane(quad_class),
            term(f"lane_{quad_class}", language),
            listing(
                [name for code, name in names.items() if (quad_class, code) in present], language
            ),
            quad_class,
        )
        for quad_class in (1, 2, 3, 4)
    ]


def coverage(articles: pd.DataFrame, short_names: Mapping[str, str]) -> list[Coverage]:
    """The articles with a publication day; ``short_names`` by outlet_id, the full name if none."""
    own = articles[["article_id", "published_day", "outlet_id", "outlet"]]
    return [
        Coverage(row["article_id"], day, short_names.get(row["outlet_id"]) or row["outlet"])
        for row in rows(own)
        if (day := _day(row["published_day"])) is not None
    ]


def conflict_text(conflicts: Iterable[Mapping[str, Any]] | None, language: Language) -> str:
    """The versions of the first disagreement in a few words, empty without one.

    >>> days = {"what": "date", "versions": ["2022-01-09", "2022-01-09/2022-01-10"]}
    >>> conflict_text([days], "en")
    '9 Jan or 9–10 Jan'
    """
    for conflict in () if conflicts is None else conflicts:
        return versions(list(conflict["versions"]), language)
    return ""


@cache
def type_names(language: Language) -> dict[str, str]:
    """The names of the types of the ontology, in its order."""
    return {
        row["type"]: row[f"name_{language}"] for row in table("event_types.tsv") if not row["mode"]
    }


def _hours(row: Row) -> tuple[float, float] | None:
    first, last = _day(row["first"]), _day(row["last"])
    if not row["clock"] or first is None or last is None:
        return None
    return shares(row["clock"], (last - first).days)


def _day(value: Any) -> date | None:
    if value is None or pd.isna(value):
        return None
    return value.date() if isinstance(value, datetime) else value
