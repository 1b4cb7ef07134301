"""Comparison of sources: the tables go in, who told what and who did not comes out.

Silence and absence are told apart (law 8): an outlet is silent on an event only if it published
something in the week of the event.
"""

from __future__ import annotations

import pandas as pd

from corpus.indexes import once
from corpus.queries import originals, tellings
from corpus.tables import Tables

#: in the order of the key: told, told with another date or figure, published that week without
#: telling it, nothing published that week
STATES = ("reported", "differs", "silent", "absent")

#: an event of Monday may be told until the Sunday after
_WEEK = pd.Timedelta(days=6)
#: an event dated to more days than these ("2022") is no news of them
_VAGUE = pd.Timedelta(days=31)


def matrix(tables: Tables, events: pd.DataFrame) -> pd.DataFrame:
    """One row for each event and outlet: event_id, outlet_id, state, mention_id, copy_of.

    ``state`` is one of `STATES`. ``mention_id`` is the outlet's clearest telling, empty if it has
    none; its own before one that it copied. ``copy_of`` names the outlet from which its only
    telling was copied or translated: it has told the event, and is no voice of its own (law 7). An
    event without a day, or dated to more than a month, belongs to the week in which it was told.
    Events in the order given, outlets in
    the order of their first article; the cost grows with events times outlets.
    """
    articles = tables.articles
    outlets = articles.loc[articles["duplicate_of"] == "", "outlet_id"].drop_duplicates()
    told = _clearest(tables, events)
    told = told[told["outlet_id"].isin(outlets)]
    grid = pd.MultiIndex.from_product(
        [events["event_id"], outlets], names=["event_id", "outlet_id"]
    )
    cells = told.set_index(["event_id", "outlet_id"]).reindex(grid)[["mention_id", "copy_of"]]
    cells = cells.fillna("").reset_index()
    cells["state"] = "absent"
    cells.loc[_published(articles, told, events, outlets), "state"] = "silent"
    reported = cells["mention_id"] != ""
    cells.loc[reported, "state"] = "reported"
    disputed = pd.MultiIndex.from_frame(_disputed(articles, events))
    cells.loc[reported & grid.isin(disputed), "state"] = "differs"
    return cells[["event_id", "outlet_id", "state", "mention_id", "copy_of"]]


def shares(cells: pd.DataFrame, by: str = "outlet_id") -> pd.DataFrame:
    """The part of each state in a matrix, per outlet or per event: by, cells, the states, told.

    ``by`` is ``outlet_id`` or ``event_id``, in the order of the matrix. The four states (0 to 1)
    add up to 1. ``told`` is what was told of what could be told, the weeks without an article left
    out: reported and differs over all but absent; missing where nothing could be told.
    """
    counts = pd.crosstab(cells[by], cells["state"]).reindex(columns=list(STATES), fill_value=0)
    counts = counts.reindex(cells[by].drop_duplicates())
    total = counts.sum(axis=1)
    could = total - counts["absent"]
    told = (counts["reported"] + counts["differs"]) / could.where(could > 0)
    parts = counts.div(total, axis=0).assign(told=told)
    parts.insert(0, "cells", total)
    return parts.rename_axis(columns=None).reset_index()


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


def _clearest(tables: Tables, events: pd.DataFrame) -> pd.DataFrame:
    """For each event and outlet its clearest telling: event_id, outlet_id, mention_id, copy_of."""
    articles = once(tables.articles, "voices", _voices)
    mentions = tables.mentions[["event_id", "article_id", "mention_id", "repeat", "confidence"]]
    ranked = mentions[mentions["event_id"].isin(events["event_id"])].merge(articles)
    ranked = ranked.assign(copied=ranked["source"] != ranked["article_id"]).sort_values(
        ["copied", "repeat", "confidence"], ascending=[True, True, False], kind="stable"
    )
    return ranked.drop_duplicates(["event_id", "outlet_id"])


def _voices(articles: pd.DataFrame) -> pd.DataFrame:
    """Each article with its outlet, its original, and the other outlet that it was copied from."""
    own = articles[["article_id", "outlet_id"]].assign(source=originals(articles))
    voices = dict(zip(own["article_id"], own["outlet_id"], strict=True))
    original = own["source"].map(voices).fillna("")
    # what an outlet copied from itself is its own
    return own.assign(copy_of=original.where(original != own["outlet_id"], ""))


def _disputed(articles: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Each event with each outlet whose telling takes part in one of its conflicts."""
    outlet_of = once(articles, "outlets of no copies", _outlets)
    named = {
        (event, outlet_of.get(mention.rpartition(".")[0], ""))
        for event, conflicts in zip(events["event_id"], events["conflicts"], strict=True)
        for conflict in conflicts
        for mention in conflict["mentions"]
    }
    return pd.DataFrame(sorted(named), columns=["event_id", "outlet_id"])


def _outlets(articles: pd.DataFrame) -> dict[str, str]:
    own = articles[articles["duplicate_of"] == ""]
    return dict(zip(own["article_id"], own["outlet_id"], strict=True))


def _published(
    articles: pd.DataFrame, told: pd.DataFrame, events: pd.DataFrame, outlets: pd.Series[str]
) -> list[bool]:
    """For each event and outlet: did it publish when it could have been expected to tell it?"""
    days = once(
        articles, "days by article", lambda own: own.set_index("article_id")["published_day"]
    )
    by_outlet = once(articles, "days by outlet", _days_by_outlet)
    when = told["article_id"].map(days).groupby(told["event_id"]).agg(["min", "max"])
    when = when.reindex(events["event_id"]).set_axis(events.index)
    first, last = events["first"].fillna(events["last"]), events["last"].fillna(events["first"])
    known_to = (last - first) <= _VAGUE
    first, last = first.where(known_to, when["min"]), last.where(known_to, when["max"]) + _WEEK
    found = {}
    for outlet in outlets:
        own = by_outlet.get(outlet, days.iloc[:0])
        begun, ended = own.searchsorted(first), own.searchsorted(last, side="right")
        found[outlet] = (ended > begun) & first.notna()
    return pd.DataFrame(found, index=events.index).to_numpy().ravel().tolist()


def _days_by_outlet(articles: pd.DataFrame) -> dict[str, pd.Series]:
    """The days on which each outlet published something, in order."""
    known = articles[articles["published_day"].notna()]
    return {
        str(outlet): days.sort_values()
        for outlet, days in known.groupby("outlet_id")["published_day"]
    }
