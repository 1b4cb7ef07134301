"""Summary: events and article days go in, what a headline may say of them comes out.

Counts only: nothing here judges, explains, or names a cause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

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
    dated = events[begins.notna()]
    held: dict[int, list[tuple[date, str, int]]] = {}
    told = zip(begins[begins.notna()], dated["type"], dated["salience"], strict=True)
    for begin, kind, salience in told:
        day = begin.date()
        index = sum(day >= resumed for _, resumed in breaks)
        held.setdefault(index, []).append((day, kind, int(salience)))
    periods = tuple(_period(held[index]) for index in sorted(held))
    gaps = tuple(
        sum((two - one).days - 1 for one, two in breaks[before:after])
        for before, after in pairwise(sorted(held))
    )
    return Story(periods, gaps)


def _period(found: list[tuple[date, str, int]]) -> Period:
    counts = Counter(kind for _, kind, _ in found)
    weights: Counter[str] = Counter()
    for _, kind, salience in found:
        weights[kind] += salience
    ordered = sorted(counts.items(), key=lambda item: (-item[1], -weights[item[0]], item[0]))
    days = [day for day, _, _ in found]
    return Period(min(days), max(days), tuple(ordered))
