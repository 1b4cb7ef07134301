"""Escalation over time: events go in, their intensity by week, month or year comes out.

Three scales say how much conflict the acts of a stretch of time add up to, each from -1 (all
cooperation) to +1 (all conflict); where they differ, all are kept. A score is an expert's ordinal
opinion and no measurement. Nothing is said of a stretch without an article (law 8), and no event
is put into a stretch that its days do not name (law 4).
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Literal

import pandas as pd

from corpus.entities.codes import parts
from corpus.lexicon import table

#: PLOVER's conflict-cooperation score; CAMEO-Goldstein weights; (conflict - cooperation) / events
SCALES = ("plover", "goldstein", "balance")
#: quad classes from acts of cooperation up to acts of conflict: the rungs of the ladder
RUNGS = (2, 1, 3, 4)
Step = Literal["W-SUN", "M", "Q", "Y"]
#: stretches from the shortest: the first that leaves no more than `MOST` of them is taken
_STEPS: tuple[Step, ...] = ("W-SUN", "M", "Q", "Y")
MOST = 60
#: days before the first article from which its events count
BEFORE = pd.Timedelta(days=31)
#: statuses of what took place, or is said to have
_TOLD = ("happened", "ongoing", "claimed")


def intensity(events: pd.DataFrame, published: pd.Series) -> pd.DataFrame:
    """One row for each stretch of time in which something was published or took place, in order.

    They reach from `BEFORE` days before the first article to the last: what is told of older times
    in passing is no measure of them.

    ``first``, ``last``: its days; ``events``: how many counted; the `SCALES`; ``low`` and ``high``:
    the least and the greatest of them; ``articles``: how many were published in it. Scales are NaN
    where nothing counted. ``published`` are the publication days of the articles.
    """
    acts, step = _placed(events, published)
    grouped = acts.groupby("stretch")
    found = grouped[list(SCALES)].mean().assign(events=grouped.size())
    covered = published.dropna().dt.to_period(step).value_counts()
    known = found.index.union(covered.index)
    rows = found.reindex(known).assign(articles=covered.reindex(known))
    rows = rows.fillna({"events": 0, "articles": 0}).astype({"events": int, "articles": int})
    scales = rows[list(SCALES)]
    periods = pd.PeriodIndex(rows.index, freq=step)
    return rows.assign(
        first=periods.start_time.normalize(),
        last=periods.end_time.normalize(),
        low=scales.min(axis=1),
        high=scales.max(axis=1),
    ).reset_index(drop=True)


def ladder(events: pd.DataFrame, published: pd.Series, most: int = 8) -> pd.DataFrame:
    """The highest rung that each pair of parties reached in each stretch: who moved, and when.

    ``pair`` (two heads of party codes, in order of the alphabet), ``first``, ``last``,
    ``quad_class`` (see `RUNGS`), ``events`` on that rung. The ``most`` frequent pairs, first first.
    """
    acts, step = _placed(events, published)
    sides = zip(acts["actors"], acts["recipients"], strict=True)
    pairs = pd.Series([_pair(a, r) for a, r in sides], acts.index, dtype="object")
    acts = acts.assign(pair=pairs)
    acts = acts[acts["pair"].str.len() == 2]
    frequent = acts["pair"].value_counts(sort=False).sort_index()
    frequent = frequent.sort_values(ascending=False, kind="stable").head(most)
    acts = acts[acts["pair"].isin(list(frequent.index))]
    acts = acts.assign(rung=acts["quad_class"].map(RUNGS.index))
    top = acts["rung"] == acts.groupby(["pair", "stretch"])["rung"].transform("max")
    found = (
        acts[top]
        .groupby(["pair", "stretch"])
        .agg(quad_class=("quad_class", "first"), events=("quad_class", "size"))
    )
    rows = found.reset_index()
    periods = pd.PeriodIndex(rows["stretch"], freq=step)
    rows = rows.assign(
        first=periods.start_time.normalize(),
        last=periods.end_time.normalize(),
        place=rows["pair"].map(list(frequent.index).index),
    )
    ordered = rows.sort_values(["place", "first"], kind="stable").reset_index(drop=True)
    return ordered[["pair", "first", "last", "quad_class", "events"]]


def uncounted(events: pd.DataFrame, published: pd.Series) -> int:
    """How many events `intensity` leaves out: of other times, not done, or of days too vague."""
    return len(events) - int(intensity(events, published)["events"].sum())


def _acts(events: pd.DataFrame) -> pd.DataFrame:
    """What took place, with its weight on every scale.

    A condition counts only where the words are the act, as in a threat. A plan does not: its days
    are those of what is planned, not of the words.
    """
    words = events["quad_class"].isin([1, 3]) & (events["status"] == "conditional")
    acts = events[events["status"].isin(_TOLD) | words]
    codes = zip(acts["type"], acts["mode"], strict=True)
    return acts.assign(
        plover=-acts["score"] / 10,
        goldstein=[-_goldstein().get(code, _goldstein()[code[0], ""]) / 10 for code in codes],
        balance=acts["quad_class"].gt(2).astype(float) * 2 - 1,
    )


def _placed(events: pd.DataFrame, published: pd.Series) -> tuple[pd.DataFrame, Step]:
    """What counts, each with the one stretch that holds all its days, and how long a stretch is."""
    days = published.dropna()
    acts = _acts(events)
    near = (acts["last"] >= days.min() - BEFORE) & (acts["first"] <= days.max())
    acts = acts[near]
    step = _step(days)
    first, last = acts["first"].dt.to_period(step), acts["last"].dt.to_period(step)
    return acts.assign(stretch=first)[first == last], step


def _pair(actors: Collection[str], recipients: Collection[str]) -> tuple[str, ...]:
    """The first of each side, in order of the alphabet; nobody who belongs to no state or body."""
    heads = [parts(code).head for side in (actors, recipients) for code in list(side)[:1]]
    return tuple(sorted({head for head in heads if head}))


def _step(days: pd.Series) -> Step:
    """The shortest stretch of which not too many hold an article."""
    fitting = (step for step in _STEPS if days.dt.to_period(step).nunique() <= MOST)
    return next(fitting, _STEPS[-1])


@cache
def _goldstein() -> dict[tuple[str, str], float]:
    rows = table("scales.tsv")
    return {(row["type"], row["mode"]): float(row["goldstein"]) for row in rows}
