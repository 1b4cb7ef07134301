"""Summary: events and article days go in, what a headline may say of them comes out.

Counts only: nothing here judges, explains, or names a cause.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
import pandas as pd

#: silences longer than this part the story, in days; the chart folds the same ones
SILENCE = 60


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the story: how many events of each PLOVER type it holds.

    Most frequent first; of types equally frequent the one that is told as more important.
    """

    first: date
    last: date
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Periods with the days without an article between them; one gap less than periods."""

    periods: tuple[Period, ...]
    gaps: tuple[int, ...]


def story(events: pd.DataFrame, published: Iterable[date]) -> Story:
    """Periods parted by long stretches without articles, of the events with a known day.

    Events are counted where they begin; one that begins between two articles far apart belongs to
    the articles before it. A period without events is left out, and its silences become one.
    """
    days = sorted(set(published))
    breaks = [(one, two) for one, two in pairwise(days) if (two - one).days > SILENCE]
    begins = events["first"].fillna(events["last"])
    dated = events[["type", "salience"]].assign(begins=begins)[begins.notna()]
    resumed = np.array([two for _, two in breaks], dtype="datetime64[ms]")
    parts = resumed.searchsorted(dated["begins"], side="right")
    held = {int(index): dated[parts == index] for index in np.unique(parts)}
    periods = tuple(_period(held[index]) for index in sorted(held))
    gaps = tuple(
        sum((two - one).days - 1 for one, two in breaks[before:after])
        for before, after in pairwise(sorted(held))
    )
    return Story(periods, gaps)


def _period(found: pd.DataFrame) -> Period:
    told = found.groupby("type")["salience"].agg(["size", "sum"])
    counts = zip(told.index, told["size"].tolist(), told["sum"].tolist(), strict=True)
    ordered = sorted(counts, key=lambda one: (-one[1], -one[2], one[0]))
    first, last = found["begins"].min().date(), found["begins"].max().date()
    return Period(first, last, tuple((kind, n) for kind, n, _ in ordered))
