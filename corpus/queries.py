"""Verbs on the event table: a DataFrame goes in, a DataFrame comes out, so that they pipe.

Nothing here changes a row; rows are kept or left out, in their order.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import pandas as pd


def told_by(events: pd.DataFrame, outlets: Collection[str]) -> pd.DataFrame:
    """Events that at least one of the outlets tells; none named means all."""
    return _any(events, "outlets", set(outlets))


def between(events: pd.DataFrame, parties: Collection[str]) -> pd.DataFrame:
    """Events in which every party takes part, on either side; parties by the head of their code.

    One party gives all that it did or that was done to it, two give what passed between them.
    """
    if not parties:
        return events
    wanted = set(parties)
    sides = zip(events["actors"], events["recipients"], strict=True)
    return events.loc[[wanted <= {*heads(actors), *heads(others)} for actors, others in sides]]


def of_kind(events: pd.DataFrame, types: Collection[str]) -> pd.DataFrame:
    """Events of the PLOVER types; none named means all."""
    return events[events["type"].isin(list(types))] if types else events


def with_status(events: pd.DataFrame, statuses: Collection[str]) -> pd.DataFrame:
    """Events of these statuses; none named means all."""
    return events[events["status"].isin(list(statuses))] if statuses else events


def within(events: pd.DataFrame, first: date | None, last: date | None) -> pd.DataFrame:
    """Events whose days touch a period; a limit leaves undated events out, none keeps them."""
    if first is None and last is None:
        return events
    begins = events["first"].fillna(events["last"])
    ends = events["last"].fillna(events["first"])
    kept = begins.notna()
    if first is not None:
        kept &= ends >= pd.Timestamp(first)
    if last is not None:
        kept &= begins <= pd.Timestamp(last)
    return events[kept]


def in_order(events: pd.DataFrame) -> pd.DataFrame:
    """By first day, then last, longest known first; undated events at the end."""
    begins = events["first"].fillna(events["last"])
    return (
        events.assign(_begins=begins)
        .sort_values(
            ["_begins", "last", "salience", "event_id"], ascending=[True, True, False, True]
        )
        .drop(columns="_begins")
    )


def heads(codes: Collection[str]) -> list[str]:
    """First words of party codes, each once: states and organisations without sector and name.

    >>> heads(["USA GOV Antony Blinken", "USA GOV", "NATO IGO"])
    ['USA', 'NATO']
    """
    return list(dict.fromkeys(code.split()[0] for code in codes if code))


def _any(events: pd.DataFrame, column: str, wanted: set[str]) -> pd.DataFrame:
    if not wanted:
        return events
    return events.loc[[not wanted.isdisjoint(cell) for cell in events[column]]]


def tellings(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Mentions with what a reader must know of their article, the clearest telling first.

    Adds outlet_id, outlet, published_day, url, title and duplicate_of.
    """
    columns = ["article_id", "outlet_id", "outlet", "published_day", "url", "title", "duplicate_of"]
    return mentions.merge(articles[columns], on="article_id", how="left").sort_values(
        ["repeat", "confidence", "published_day", "mention_id"],
        ascending=[True, False, True, True],
        kind="stable",
    )
