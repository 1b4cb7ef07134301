"""Verbs on the tables: a DataFrame goes in, a DataFrame comes out, so that they pipe.

Nothing here changes a row; rows are kept or left out, in their order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import numpy as np
import pandas as pd

from corpus.entities.codes import parts
from corpus.han import simplified
from corpus.indexes import Flags, Whole, among, once, places
from corpus.tables import Tables


def in_order(events: pd.DataFrame) -> pd.DataFrame:
    """By first day, then last, longest known first; undated events at the end."""
    return events.iloc[_in_time(events)]


def by_time(events: pd.DataFrame, rows: Whole) -> Whole:
    """Numbers of rows of a whole table, in the same order."""
    ordered = once(events, "in time", _in_time)
    return ordered[among(events, rows)[ordered]]


def homes(tables: Tables) -> Whole:
    """For each mention the number of the row of its event, -1 for none."""
    return once(
        tables.mentions,
        "rows of their events",
        lambda mentions: places(tables.events, "event_id").get_indexer(
            pd.Index(mentions["event_id"])
        ),
    )


def matching(events: pd.DataFrame, text: str, mentions: pd.DataFrame | None = None) -> pd.DataFrame:
    """Events in whose label (either language), place or party codes every word of a text stands.

    With ``mentions`` also in their quotations. Case does not matter, nor whether Chinese is written
    in Traditional characters; an empty text keeps all.
    """
    return events.loc[found_in(events, text, mentions)] if text.split() else events


def found_in(events: pd.DataFrame, text: str, mentions: pd.DataFrame | None = None) -> Flags:
    """For each event whether `matching` keeps it; what is read is kept with the events."""
    kept = np.ones(len(events), dtype=bool)
    key = "read" if mentions is None else "read with quotations"
    read = once(events, key, lambda whole: _read(whole, mentions))
    for word in simplified(text).casefold().split():
        kept &= np.fromiter((word in cell for cell in read), dtype=bool, count=len(events))
    return kept


def _read(events: pd.DataFrame, mentions: pd.DataFrame | None) -> list[str]:
    """All that a search reads of each event, folded."""
    columns = [events[column].tolist() for column in ("label_en", "label_zh", "place")]
    columns += [events[side].map(" ".join).tolist() for side in ("actors", "recipients")]
    if mentions is not None:
        columns.append(_quotations(events, mentions))
    read = ["\n".join(cells).replace("\0", " ") for cells in zip(*columns, strict=True)]
    # one text of all events: to fold it once is a hundred times cheaper
    return simplified("\0".join(read)).casefold().split("\0") if len(events) else []


#: what events can be ranked by first; the others decide between equals, in this order
RANKS = ("sources", "conflicts", "salience")


def top(
    events: pd.DataFrame, n: int, offset: int = 0, text: str = "", by: str = "sources"
) -> pd.DataFrame:
    """``n`` events from ``offset`` (0 is the first) on, those that most deserve a look first.

    Ranked by one of `RANKS` - independent sources, number of conflicts, salience - then by the
    others, then by number of tellings, then the earlier first. ``text`` searches as `matching`
    does; ``len(matching(events, text))`` says how many pages there are. Raises `ValueError` for
    another rank.
    """
    if by not in RANKS:
        raise ValueError(f"{by!r} is no rank; the ranks are {', '.join(RANKS)}")
    found = matching(events, text)
    order = sorted(RANKS, key=lambda rank: rank != by)
    keys = found.assign(
        sources=found["independent_sources"],
        conflicts=found["conflicts"].map(len),
        begins=found["first"].fillna(found["last"]),
    ).sort_values(
        [*order, "mention_count", "begins", "event_id"],
        ascending=[False] * (len(order) + 1) + [True, True],
    )
    return found.loc[keys.index[offset : offset + n]]


def _in_time(events: pd.DataFrame) -> Whole:
    keys = events[["last", "salience", "event_id"]].assign(
        begins=events["first"].fillna(events["last"])
    )
    ordered = keys.reset_index(drop=True).sort_values(
        ["begins", "last", "salience", "event_id"], ascending=[True, True, False, True]
    )
    return ordered.index.to_numpy()


def heads(codes: Collection[str]) -> list[str]:
    """The states and organisations of party codes, each once, without sector and name.

    Whoever belongs to none has none: a government that no text names, a stranger.

    >>> heads(["USA GOV Antony Blinken", "USA GOV", "NATO IGO", "GOV Western allies"])
    ['USA', 'NATO']
    """
    return list(dict.fromkeys(head for code in codes if (head := parts(code).head)))


def parties(events: pd.DataFrame) -> Iterator[list[str]]:
    """Who takes part in each event, on either side, by the heads of their codes."""
    sides = zip(events["actors"], events["recipients"], strict=True)
    return (heads([*actors, *others]) for actors, others in sides)


def _quotations(events: pd.DataFrame, mentions: pd.DataFrame) -> list[str]:
    """All that is quoted of each event."""
    said: dict[str, list[str]] = {event_id: [] for event_id in events["event_id"]}
    for event_id, quote in zip(mentions["event_id"], mentions["quote"], strict=True):
        if event_id in said:
            said[event_id].append(quote)
    return ["\n".join(quotes) for quotes in said.values()]


def tellings(
    mentions: pd.DataFrame, articles: pd.DataFrame, other: Flags | None = None
) -> pd.DataFrame:
    """Mentions with what a reader must know of their article, the clearest telling first.

    Adds outlet_id, outlet, published_day, url, title and duplicate_of. A sentence that states the
    day stands before one that does not: it is the one that answers when, and who says so. Those
    that are ``other`` than their event, a plan of what has taken place, stand last.
    """
    columns = ["article_id", "outlet_id", "outlet", "published_day", "url", "title", "duplicate_of"]
    stated = mentions["date_basis"].isin(["explicit", "relative"]) & (
        mentions["precision"] == "day"
    )
    other = np.zeros(len(mentions), dtype=bool) if other is None else other
    found = mentions.assign(_other=other, _vague=~stated).merge(
        articles[columns], on="article_id", how="left"
    )
    return found.sort_values(
        ["_other", "repeat", "_vague", "confidence", "published_day", "mention_id"],
        ascending=[True, True, True, False, True, True],
        kind="stable",
    ).drop(columns=["_other", "_vague"])


def first_told(tables: Tables) -> dict[str, date]:
    """The day of the first report by event; an event that only undated articles tell has none."""
    days = tables.articles.set_index("article_id")["published_day"]
    told = tables.mentions["article_id"].map(days).groupby(tables.mentions["event_id"]).min()
    return {str(event_id): day.date() for event_id, day in told.dropna().items()}


def originals(articles: pd.DataFrame) -> pd.Series[str]:
    """For each article the one that it copies or translates, itself if it does neither (law 7)."""
    copied = articles["duplicate_of"].where(
        articles["duplicate_of"] != "", articles["translation_of"]
    )
    return copied.where(copied != "", articles["article_id"])


def told_once(tables: Tables) -> pd.DataFrame:
    """Each event once for each article that tells it in its own words: the clearest mention.

    What is counted wherever outlets are compared: a second language, a caption and a repetition add
    nothing, nor does a copy or a translation (law 7). Adds the columns that `tellings` adds.
    """
    own = tables.articles[originals(tables.articles) == tables.articles["article_id"]]
    mentions = tables.mentions[tables.mentions["article_id"].isin(own["article_id"])]
    return tellings(mentions, own).drop_duplicates(["article_id", "event_id"])
