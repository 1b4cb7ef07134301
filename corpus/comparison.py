"""Comparison of sources: the tables go in, who told what and who did not comes out.

Silence and absence are told apart (law 8): an outlet is silent on an event only if it published
something in the week of the event.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pandas as pd

from corpus.queries import tellings
from corpus.tables import Row, Tables, rows

#: in the order of the key: told, told with another date or figure, published that week without
#: telling it, nothing published that week
STATES = ("reported", "differs", "silent", "absent")

#: an event of Monday may be told until the Sunday after
_WEEK = timedelta(days=6)


def matrix(tables: Tables, events: pd.DataFrame) -> pd.DataFrame:
    """One row for each event and outlet: event_id, outlet_id, state, mention_id.

    ``mention_id`` is the outlet's clearest telling, empty if it has none. Copies and translations
    count as what they copy. An undated event belongs to the week in which it was told.
    """
    articles = tables.articles[tables.articles["duplicate_of"] == ""]
    days = dict(zip(articles["article_id"], articles["published_day"], strict=True))
    outlet_of = dict(zip(articles["article_id"], articles["outlet_id"], strict=True))
    published: dict[str, list[pd.Timestamp]] = {}
    for article, outlet in outlet_of.items():
        published.setdefault(outlet, [])
        if pd.notna(days[article]):
            published[outlet].append(days[article])
    clearest = _clearest(tables.mentions, outlet_of)
    cells = []
    for event in rows(events):
        told = clearest.get(event["event_id"], {})
        first, last = _window(event, [days[article] for article, _ in told.values()])
        disputed = {mention for conflict in event["conflicts"] for mention in conflict["mentions"]}
        differing = {mention.rpartition(".")[0] for mention in disputed}
        for outlet in published:
            article, mention = told.get(outlet, ("", ""))
            if mention:
                own = {a for a, o in outlet_of.items() if o == outlet}
                state = "differs" if differing & own else "reported"
            elif any(first <= day <= last for day in published[outlet]):
                state = "silent"
            else:
                state = "absent"
            cells.append((event["event_id"], outlet, state, mention))
    return pd.DataFrame(cells, columns=["event_id", "outlet_id", "state", "mention_id"])


def lags(tables: Tables, events: pd.DataFrame) -> pd.DataFrame:
    """Days from an event to an outlet's first telling: event_id, outlet_id, quad_class, days.

    Only events that are dated to one day and were told after it; a plan is told before it happens.
    """
    exact = events[(events["precision"] == "day") & (events["first"] == events["last"])]
    told = tellings(tables.mentions, tables.articles)
    told = told[(told["duplicate_of"] == "") & told["published_day"].notna()]
    first = told.groupby(["event_id", "outlet_id"], sort=True)["published_day"].min().reset_index()
    joined = first.merge(exact[["event_id", "first", "quad_class"]], on="event_id")
    joined["days"] = (joined["published_day"] - joined["first"]).dt.days
    kept = joined[joined["days"] >= 0]
    return kept[["event_id", "outlet_id", "quad_class", "days"]].reset_index(drop=True)


def outlets_in_order(tables: Tables) -> list[str]:
    """Outlet ids, the one with most articles first; copies are not counted."""
    articles = tables.articles[tables.articles["duplicate_of"] == ""]
    counts = articles.groupby("outlet_id", sort=True).size()
    return list(counts.sort_values(ascending=False, kind="stable").index)


def _clearest(
    mentions: pd.DataFrame, outlet_of: dict[str, str]
) -> dict[str, dict[str, tuple[str, str]]]:
    """For each event and outlet the article and mention that tell it best."""
    ranked = mentions.sort_values(["repeat", "confidence"], ascending=[True, False], kind="stable")
    found: dict[str, dict[str, tuple[str, str]]] = {}
    columns = zip(ranked["event_id"], ranked["article_id"], ranked["mention_id"], strict=True)
    for event, article, mention in columns:
        if article in outlet_of:
            found.setdefault(event, {}).setdefault(outlet_of[article], (article, mention))
    return found


def _window(event: Row, told: Iterable[pd.Timestamp]) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days on which an outlet could have been expected to tell an event."""
    known = [day for day in (event["first"], event["last"]) if pd.notna(day)]
    known = known or [day for day in told if pd.notna(day)]
    if not known:
        return pd.Timestamp.max, pd.Timestamp.min
    return min(known), max(known) + _WEEK
