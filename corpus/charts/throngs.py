"""Events too many to be drawn one by one: a throng and an axis enter, bands of columns leave.

Every event that begins on the axis is part of exactly one column; one that began before it is told
to be missing in the heading of its lane. A column says how many it stands for, never which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from corpus.charts import tokens
from corpus.charts.axis import FOLD_OVER, Axis, Bounds, Claim
from corpus.charts.density import (
    Bins,
    Throng,
    Whole,
    bin_words,
    binned,
    columns,
    day_counts,
    ordinals,
    tallest,
)
from corpus.charts.headings import lane_note
from corpus.charts.records import Band, Count, Item, Label, Lane
from corpus.charts.terms import Language, term
from corpus.charts.typesetting import text_width

#: height of the tallest column of all lanes, and of the columns of a lane at least
_COLUMNS, _LEAST = 110.0, 16.0
#: the same of each lane where lanes are no classes, and of the lane of what has none
_OWN, _MINOR = 54.0, 27.0


@dataclass(frozen=True, slots=True)
class ThrongParts:
    """What the lanes of a throng are drawn of, and the number of events in no column."""

    bands: tuple[Band, ...]
    counts: tuple[Count, ...]
    peaks: tuple[Label, ...]
    left: int


def throng(items: Sequence[Item], lanes: Sequence[Lane]) -> Throng:
    """Dated events as arrays; raises `KeyError` for one whose lane is not among ``lanes``."""
    number = {lane.key: index for index, lane in enumerate(lanes)}
    return Throng(
        ordinals(day for item in items if (day := item.first or item.last)),
        ordinals(day for item in items if (day := item.last or item.first)),
        np.array([number[item.lane] for item in items], dtype=np.int64),
        np.array([item.quad_class for item in items], dtype=np.int64),
    )


def runs(days: Whole, bounds: Bounds | None) -> list[Claim]:
    """Stretches of days without a silence that could be folded, as far as they lie in bounds."""
    found, _ = day_counts(days)
    if bounds:
        first, last = (day.toordinal() for day in bounds)
        found = found[(found >= first) & (found <= last)]
    if not len(found):
        return []
    breaks = np.flatnonzero(np.diff(found) > FOLD_OVER + 1)
    begins = found[np.append(0, breaks + 1)].tolist()
    ends = found[np.append(breaks, len(found) - 1)].tolist()
    return [
        Claim(date.fromordinal(begin), date.fromordinal(end))
        for begin, end in zip(begins, ends, strict=True)
    ]


def fill_throng(
    crowd: Throng, lanes: Sequence[Lane], axis: Axis, top: float, language: Language
) -> ThrongParts:
    """Columns of every lane, the first of which begins at ``top``.

    Classes of act are one whole and have one scale. Places, outlets and pairs differ so much that
    each has its own, which the label of its peak says.
    """
    held = np.bincount(crowd.lanes, minlength=len(lanes)).tolist()
    begun = crowd.only(crowd.days >= axis.stretches[0].first.toordinal())
    shown = [number for number, count in enumerate(held) if count]
    bins = [_of_lane(begun, number, axis) for number in shown]
    shared = all(lanes[number].quad_class for number in shown)
    whole = max(1, *map(tallest, bins))
    bands: list[Band] = []
    counts: list[Count] = []
    peaks: list[Label] = []
    for number, own in zip(shown, bins, strict=True):
        y, lane = bands[-1].y1 if bands else top, lanes[number]
        px_each = _COLUMNS / whole
        if not shared:
            px_each = (_MINOR if lane.minor else _OWN) / max(1, tallest(own))
        foot = y + tokens.LANE_HEAD + tokens.ROW + max(tallest(own) * px_each, _LEAST)
        found = columns(own, axis, lane.key, foot, px_each)
        beyond = held[number] - int(own.counts.sum())
        note = lane_note(lane, held[number], axis, language, listed=beyond)
        bands.append(Band(lane, note, y, foot + tokens.LANE_FOOT))
        counts += found
        peaks += _peak(found, own, axis, language, "peak" if shared else "peak_own")
    return ThrongParts(tuple(bands), tuple(counts), tuple(peaks), len(crowd) - len(begun))


def _of_lane(crowd: Throng, number: int, axis: Axis) -> Bins:
    own = crowd.lanes == number
    return binned(crowd.days[own], crowd.quad_classes[own], axis)


def _peak(
    found: Sequence[Count], bins: Bins, axis: Axis, language: Language, wording: str
) -> list[Label]:
    """How many events the highest column stands for, written above it if there is room."""
    if not found:
        return []
    column = min(found, key=lambda count: count.y0)
    words = term(wording, language, n=f"{tallest(bins):,}", weeks=bin_words(axis, language))
    wide = text_width(words, tokens.DAY)
    x, half = (column.x0 + column.x1) / 2, wide / 2 / axis.day_px
    for part in axis.open:
        if part.start <= x <= part.end and part.units >= 2 * half:
            middle = min(max(x, part.start + half), part.end - half)
            y = column.y0 - tokens.ROW / 2
            return [Label(words, "count", middle, 0.0, y, "middle", wide)]
    return []
