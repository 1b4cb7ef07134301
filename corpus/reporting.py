"""Tables go in, when each outlet told what comes out: who was first, and to what it attended.

An outlet's stretch without an article has no row: nothing is known of it, and nothing is not zero
(law 8). Articles without a day of publication order nothing and are counted in no period.
"""

from __future__ import annotations

import pandas as pd

from corpus.queries import told_once
from corpus.tables import Tables

#: how an outlet stands to the first telling of an event: nobody else tells it within a month, alone
#: on the first day, one of several on it, within a month of it, longer after, without any day
PLACES = ("alone", "first", "tie", "later", "recalls", "undated")
#: days beyond which a telling looks back: who recalls a war's first day was not slow to report it
_NEWS = 30
#: up to this many days a period is a week, beyond it a month
_LONG = 2 * 366


def first_told(tables: Tables, events: pd.DataFrame) -> pd.DataFrame:
    """One row for each event and outlet that tells it: who was first, and how late the others.

    Columns: event_id, outlet_id, mention_id (the telling of the earliest article), first_day,
    ``place`` (one of `PLACES`), ``lag`` (whole days after the first day; missing if undated),
    ``hours``, ``passed``. Outlets that published on one day tie, whatever the hour; ``hours`` after
    the earliest telling is given only where it and this one are known to the minute. ``passed``
    counts the articles that the outlet published from the first day on before its own telling: at
    0 its lag speaks of the archive, not of the outlet. Where some outlet tells the event without a
    day, "first" means the first of those with one. Copies and translations are left out. Events in
    the order given, of one event the earliest first.
    """
    told = told_once(tables)
    told = told[told["event_id"].isin(events["event_id"])]
    clocks = tables.articles[["article_id", "published", "published_precision"]]
    told = told.merge(clocks, on="article_id").sort_values(
        ["published_day", "published", "mention_id"], kind="stable"
    )
    found = told.drop_duplicates(["event_id", "outlet_id"]).copy()
    found["first_day"] = found["published_day"]
    found["begins"] = found.groupby("event_id")["first_day"].transform("min")
    found["lag"] = (found["first_day"] - found["begins"]).dt.days.astype("Int64")
    found["place"] = _places(found)
    found["hours"] = _hours(found)
    found["passed"] = _passed(found, tables.articles)
    order = {event: at for at, event in enumerate(events["event_id"])}
    found["_at"] = found["event_id"].map(order)
    columns = ["event_id", "outlet_id", "mention_id", "first_day", "place", "lag", "hours"]
    columns.append("passed")
    return found.sort_values("_at", kind="stable")[columns].reset_index(drop=True)


def firsts(told: pd.DataFrame) -> pd.DataFrame:
    """What `first_told` gives, per outlet: outlet_id, told, shared, first, tie, later, ...

    ``told`` counts its events, ``alone`` those that nobody else tells within a month, ``shared``
    those that another tells: it was ``first``, in a ``tie`` or ``later``.
    ``first_share`` is first over shared (0 to 1, missing without shared events), ``median_lag`` the
    median of days by which it was later, over the events where it was. Most shared events first.
    """
    places = pd.crosstab(told["outlet_id"], told["place"])
    places = places.reindex(columns=list(PLACES), fill_value=0).rename_axis(columns=None)
    shared = places["first"] + places["tie"] + places["later"]
    found = places.assign(
        told=places.sum(axis=1),
        shared=shared,
        first_share=places["first"] / shared.where(shared > 0),
        median_lag=told[told["place"] == "later"].groupby("outlet_id")["lag"].median(),
    )
    columns = ["told", "alone", "shared", "first", "tie", "later", "first_share", "median_lag"]
    ranked = found.sort_values(["shared", "told"], ascending=False, kind="stable")
    return ranked[columns].reset_index()


def attention(
    tables: Tables, quad_class: int | None = None, topic: str = "", step: str = ""
) -> pd.DataFrame:
    """For each outlet and period in which it published: how much it told, and how much of one kind.

    Columns: outlet_id, period (its first day), step, articles, told, about, share, others_told,
    others_about, others_share. ``told`` counts events, once for each article that tells them;
    ``about`` those of the quad class (1 to 4) and the topic (a key of ``topics.tsv``) asked for,
    all if neither is; ``share`` is about over told (0 to 1), missing where nothing was told.
    ``others_`` are all other outlets in the same period. ``step`` is ``week`` (ISO, from Monday),
    ``month``, or empty for months when the archive spans more than two years. There is no row where
    the outlet has no article. Copies and translations are left out.
    """
    once = told_once(tables)
    articles = tables.articles[tables.articles["published_day"].notna()]
    articles = articles[(articles["duplicate_of"] == "") & (articles["translation_of"] == "")]
    days = articles["published_day"]
    if not step:
        step = "month" if len(days) and (days.max() - days.min()).days > _LONG else "week"
    frequency = {"week": "W", "month": "M"}[step]
    about = pd.Series(True, index=once.index)
    if quad_class is not None:
        about &= once["quad_class"] == quad_class
    if topic:
        about &= once["topics"].map(lambda keys: topic in keys)
    counted = once.assign(about=about).groupby("article_id")["about"].agg(["size", "sum"])
    articles = articles.assign(
        period=days.dt.to_period(frequency).dt.start_time,
        told=articles["article_id"].map(counted["size"]).fillna(0).astype(int),
        about=articles["article_id"].map(counted["sum"]).fillna(0).astype(int),
    )
    found = articles.groupby(["outlet_id", "period"], as_index=False).agg(
        articles=("article_id", "size"), told=("told", "sum"), about=("about", "sum")
    )
    period = found.groupby("period")
    for column in ("told", "about"):
        found[f"others_{column}"] = period[column].transform("sum") - found[column]
    found["share"] = found["about"] / found["told"].where(found["told"] > 0)
    found["others_share"] = found["others_about"] / found["others_told"].where(
        found["others_told"] > 0
    )
    found.insert(2, "step", step)
    columns = ["outlet_id", "period", "step", "articles", "told", "about", "share"]
    return found[[*columns, "others_told", "others_about", "others_share"]]


def _places(found: pd.DataFrame) -> pd.Series[str]:
    """One of `PLACES` for each row."""
    group = found["event_id"]
    leads = found["lag"].eq(0).fillna(False)
    sharing = leads.groupby(group).transform("sum")
    news = found["lag"].le(_NEWS).fillna(False)
    places = pd.Series("later", index=found.index)
    places[~news] = "recalls"
    places[leads] = "tie"
    places[leads & (sharing == 1)] = "first"
    places[leads & (news.groupby(group).transform("sum") == 1)] = "alone"
    places[found["lag"].isna()] = "undated"
    return places


def _hours(found: pd.DataFrame) -> pd.Series[float]:
    """Hours after the earliest telling of the event, where both are known to the minute."""
    minute = found["published_precision"].isin(["minute", "second"])
    group = found["event_id"]
    # on the first day an article without a clock may have come before every other
    unsure = (~minute & found["lag"].eq(0).fillna(False)).groupby(group).transform("any")
    clock = found["published"].where(minute & ~unsure)
    since = clock - clock.groupby(group).transform("min")
    return since.dt.total_seconds() / 3600


def _passed(found: pd.DataFrame, articles: pd.DataFrame) -> pd.Series[int]:
    """How many articles an outlet published from the first day to the day before its telling."""
    passed = pd.Series(0, index=found.index)
    for outlet, own in found[found["lag"].gt(0).fillna(False)].groupby("outlet_id"):
        days = articles.loc[articles["outlet_id"] == outlet, "published_day"].dropna().sort_values()
        passed[own.index] = days.searchsorted(own["first_day"]) - days.searchsorted(own["begins"])
    return passed
