"""Escalation over time: events go in, their intensity by week, month or year comes out.

Three scales say how much conflict the acts of a stretch of time add up to, each from -1 (all
cooperation) to +1 (all conflict); where they differ, all are kept. A score is an expert's ordinal
opinion and no measurement. Nothing is said of a stretch without an article (law 8), and no event
is put into a stretch that its days do not name (law 4).
"""

from __future__ import annotations

from collections.abc import Sequence, Sized
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import pandas as pd

from corpus.entities.codes import parts
from corpus.indexes import Flags, Whole, among, once
from corpus.lexicon import table

#: PLOVER's conflict-cooperation score; CAMEO-Goldstein weights; (conflict - cooperation) / events
SCALES = ("plover", "goldstein", "balance")
#: quad classes from acts of cooperation up to acts of conflict: the rungs of the ladder
RUNGS = (2, 1, 3, 4)
Step = Literal["D", "W-SUN", "M", "Q", "Y"]
#: stretches from the shortest: the first that leaves no more than `MOST` of them is taken; days
#: only where the articles lie within so many of them
_STEPS: tuple[Step, ...] = ("D", "W-SUN", "M", "Q", "Y")
MOST, _FORTNIGHT = 60, 14
#: who took part in an event
_SIDES = ("actors", "recipients")
#: days before the first article from which its events count
BEFORE = pd.Timedelta(days=31)
#: statuses of what took place, or is said to have
_TOLD = ("happened", "ongoing", "claimed")


@dataclass(frozen=True, slots=True, eq=False)
class _Acts:
    """What took place within one stretch of time, as arrays of one length."""

    #: numbers of the rows of the events table, of the stretch, and of the rung
    rows: Whole
    stretches: Whole
    rungs: Whole
    #: the weight on every scale
    weights: pd.DataFrame

    def of(self, kept: Flags) -> _Acts:
        """Some of them."""
        parts = self.rows[kept], self.stretches[kept], self.rungs[kept]
        return _Acts(*parts, self.weights[kept])


def intensity(
    events: pd.DataFrame, published: pd.Series, rows: Whole | None = None
) -> pd.DataFrame:
    """One row for each stretch of time in which something was published or took place, in order.

    Of a whole table, or of some of its ``rows``.

    They reach from `BEFORE` days before the first article to the last: what is told of older times
    in passing is no measure of them.

    ``first``, ``last``: its days; ``events``: how many counted; the `SCALES`; ``low`` and ``high``:
    the least and the greatest of them; ``articles``: how many were published in it. Scales are NaN
    where nothing counted. ``published`` are the publication days of the articles.
    """
    acts, step = _placed(events, published, rows)
    grouped = acts.weights.groupby(acts.stretches)
    found = grouped.mean().assign(events=grouped.size())
    covered = pd.Series(_stretches(published.dropna(), step)).value_counts()
    known = found.index.union(covered.index)
    told = found.reindex(known).assign(articles=covered.reindex(known))
    told = told.fillna({"events": 0, "articles": 0}).astype({"events": int, "articles": int})
    scales = told[list(SCALES)]
    first, last = _days(known.to_numpy(), step)
    return told.assign(
        first=first,
        last=last,
        low=scales.min(axis=1),
        high=scales.max(axis=1),
    ).reset_index(drop=True)


def ladder(
    events: pd.DataFrame, published: pd.Series, rows: Whole | None = None, most: int = 8
) -> pd.DataFrame:
    """The highest rung that each pair of parties reached in each stretch: who moved, and when.

    ``pair`` (two heads of party codes, in order of the alphabet), ``first``, ``last``,
    ``quad_class`` (see `RUNGS`), ``events`` on that rung. The ``most`` frequent pairs, first first.
    """
    acts, step = _placed(events, published, rows)
    numbers, pairs = once(events, "pairs", _pairs)
    own = numbers[acts.rows]
    counts = np.bincount(own, minlength=len(pairs)).tolist()
    frequent = sorted(
        (at for at, pair in enumerate(pairs) if counts[at] and len(pair) == 2),
        key=lambda at: (-counts[at], pairs[at]),
    )[:most]
    place = np.full(len(pairs), -1, dtype=np.int64)
    place[frequent] = range(len(frequent))
    acts, places = acts.of(place[own] >= 0), place[own][place[own] >= 0]
    # one number for pair, stretch and rung, in this order: the last of each stretch is its highest
    low, wide = acts.stretches.min(initial=0), acts.stretches.max(initial=0) + 1
    codes = (places * (wide - low) + acts.stretches - low) * len(RUNGS) + acts.rungs
    steps, sizes = np.unique(codes, return_counts=True)
    cells = steps // len(RUNGS)
    top = np.flatnonzero(np.diff(cells, append=-1))
    at, stretches = np.divmod(cells[top], wide - low)
    first, last = _days(stretches + low, step)
    return pd.DataFrame(
        {
            "pair": [pairs[frequent[one]] for one in at.tolist()],
            "first": first,
            "last": last,
            "quad_class": np.array(RUNGS)[steps[top] % len(RUNGS)],
            "events": sizes[top],
        }
    )


def of_pair(events: pd.DataFrame, rows: Whole, pair: Sequence[str]) -> Whole:
    """Those of some rows of the whole table in which two parties, in any order, face each other."""
    numbers, pairs = once(events, "pairs", _pairs)
    wanted = tuple(sorted(pair))
    return rows[numbers[rows] == pairs.index(wanted)] if wanted in pairs else rows[:0]


def uncounted(events: Sized, found: pd.DataFrame) -> int:
    """How many events their `intensity` leaves out: of other times, not done, of days too vague."""
    return len(events) - int(found["events"].sum())


def _acts(events: pd.DataFrame, step: Step) -> _Acts:
    """What took place within one stretch of time, with its weight on every scale.

    A condition counts only where the words are the act, as in a threat. A plan does not: its days
    are those of what is planned, not of the words.
    """
    words = events["quad_class"].isin([1, 3]) & (events["status"] == "conditional")
    stretches, ends = (_stretches(events[day], step) for day in ("first", "last"))
    dated = events["first"].notna() & events["last"].notna() & (stretches == ends)
    kept = np.flatnonzero((events["status"].isin(_TOLD) | words) & dated)
    own = events[["type", "mode", "score", "quad_class"]].iloc[kept]
    numbers, kinds = pd.factorize(own["type"] + " " + own["mode"])
    weights = [_goldstein().get(kind, _goldstein()[kind.split()[0] + " "]) for kind in kinds]
    quads = own["quad_class"].to_numpy()
    scales = {
        "plover": -own["score"].to_numpy() / 10,
        "goldstein": -np.array(weights, dtype=float)[numbers] / 10,
        "balance": (quads > 2).astype(float) * 2 - 1,
    }
    rungs = np.argsort(RUNGS)[quads - 1]
    return _Acts(kept, stretches[kept], rungs, pd.DataFrame(scales, columns=list(SCALES)))


def _placed(events: pd.DataFrame, published: pd.Series, rows: Whole | None) -> tuple[_Acts, Step]:
    """What counts, each with the one stretch that holds all its days, and how long a stretch is."""
    days = published.dropna()
    step = _step(days)
    acts = once(events, f"acts {step}", lambda whole: _acts(whole, step))
    known = events["last"] >= days.min() - BEFORE
    near = (known & (events["first"] <= days.max())).to_numpy()
    if rows is not None:
        near = near & among(events, rows)
    return acts.of(near[acts.rows]), step


def _stretches(days: pd.Series, step: Step) -> Whole:
    """The number of the stretch that holds each day."""
    return np.asarray(pd.PeriodIndex(days, freq=step).asi8)


def _days(stretches: Whole, step: Step) -> tuple[pd.DatetimeIndex, pd.DatetimeIndex]:
    """The first and the last day of stretches."""
    periods = pd.PeriodIndex(pd.arrays.PeriodArray(stretches, dtype=pd.PeriodDtype(step)))
    return periods.start_time.normalize(), periods.end_time.normalize()


def _pairs(events: pd.DataFrame) -> tuple[Whole, list[tuple[str, ...]]]:
    """For each event the number of its pair, and the pairs.

    A pair is the first of each side, in order of the alphabet. Nobody stands there who belongs to
    no state or body.
    """
    sides = [[side[0] if len(side) else "" for side in events[name]] for name in _SIDES]
    numbers: dict[tuple[str, ...], int] = {}
    found = [numbers.setdefault(_pair(*codes), len(numbers)) for codes in zip(*sides, strict=True)]
    return np.array(found, dtype=np.int64), list(numbers)


@cache
def _pair(*codes: str) -> tuple[str, ...]:
    return tuple(sorted({head for code in codes if (head := parts(code).head)}))


def _step(days: pd.Series) -> Step:
    """The shortest stretch of which not too many hold an article."""
    short = len(days) and (days.max() - days.min()).days < _FORTNIGHT
    steps = _STEPS if short else _STEPS[1:]
    fitting = (step for step in steps if days.dt.to_period(step).nunique() <= MOST)
    return next(fitting, _STEPS[-1])


@cache
def _goldstein() -> dict[str, float]:
    """Weights by type and mode, a space between them."""
    rows = table("scales.tsv")
    return {f"{row['type']} {row['mode']}": float(row["goldstein"]) for row in rows}
