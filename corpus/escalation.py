"""Escalation over time: events go in, their intensity by week, month or year comes out.

Three scales say how much conflict the acts of a stretch of time add up to, each from -1 (all
cooperation) to +1 (all conflict); where they differ, all are kept. A score is an expert's ordinal
opinion and no measurement. Nothing is said of a stretch without an article (law 8), and no event
is put into a stretch that its days do not name (law 4).
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import numpy as np
import pandas as pd

from corpus.entities.codes import parts
from corpus.indexes import once
from corpus.lexicon import table

#: PLOVER's conflict-cooperation score; CAMEO-Goldstein weights; (conflict - cooperation) / events
SCALES = ("plover", "goldstein", "balance")
#: quad classes from acts of cooperation up to acts of conflict: the rungs of the ladder
RUNGS = (2, 1, 3, 4)
Step = Literal["W-SUN", "M", "Q", "Y"]
#: stretches from the shortest: the first that leaves no more than `MOST` of them is taken
_STEPS: tuple[Step, ...] = ("W-SUN", "M", "Q", "Y")
MOST = 60
#: of an event, what weighs it, and who took part in it
_ACT = ["type", "mode", "score", "quad_class", "first", "last"]
_SIDES = ("actors", "recipients")
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
    acts = acts.assign(pair=once(events, "pairs", _pairs).loc[acts.index])
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


def uncounted(events: pd.DataFrame, found: pd.DataFrame) -> int:
    """How many events their `intensity` leaves out: of other times, not done, of days too vague."""
    return len(events) - int(found["events"].sum())


def _acts(events: pd.DataFrame) -> pd.DataFrame:
    """What took place, with its weight on every scale.

    A condition counts only where the words are the act, as in a threat. A plan does not: its days
    are those of what is planned, not of the words.
    """
    words = events["quad_class"].isin([1, 3]) & (events["status"] == "conditional")
    acts = events.loc[events["status"].isin(_TOLD) | words, _ACT]
    numbers, kinds = pd.factorize(acts["type"] + " " + acts["mode"])
    weights = [_goldstein().get(kind, _goldstein()[kind.split()[0] + " "]) for kind in kinds]
    return acts.assign(
        plover=-acts["score"] / 10,
        goldstein=-np.array(weights, dtype=float)[numbers] / 10,
        balance=acts["quad_class"].gt(2).astype(float) * 2 - 1,
    )


def _placed(events: pd.DataFrame, published: pd.Series) -> tuple[pd.DataFrame, Step]:
    """What counts, each with the one stretch that holds all its days, and how long a stretch is."""
    days = published.dropna()
    acts = once(events, "acts", _acts)
    near = (acts["last"] >= days.min() - BEFORE) & (acts["first"] <= days.max())
    acts = acts[near]
    step = _step(days)
    first, last = acts["first"].dt.to_period(step), acts["last"].dt.to_period(step)
    return acts.assign(stretch=first)[first == last], step


def _pairs(events: pd.DataFrame) -> pd.Series:
    """The first of each side of every event, in order of the alphabet.

    Nobody stands there who belongs to no state or body.
    """
    sides = [[side[0] if len(side) else "" for side in events[name]] for name in _SIDES]
    return pd.Series([*map(_pair, *sides)], events.index, dtype="object")


@cache
def _pair(*codes: str) -> tuple[str, ...]:
    return tuple(sorted({head for code in codes if (head := parts(code).head)}))


def _step(days: pd.Series) -> Step:
    """The shortest stretch of which not too many hold an article."""
    fitting = (step for step in _STEPS if days.dt.to_period(step).nunique() <= MOST)
    return next(fitting, _STEPS[-1])


@cache
def _goldstein() -> dict[str, float]:
    """Weights by type and mode, a space between them."""
    rows = table("scales.tsv")
    return {f"{row['type']} {row['mode']}": float(row["goldstein"]) for row in rows}
