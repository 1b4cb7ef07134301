"""The lanes of the timeline: events go in, the lane of each and the lanes in their order come out.

A way to sort events into lanes is one entry of `SORTS`: the columns of the events table that it
looks at, the code that their cells give, and the code's name. The lanes with most events are
drawn, all others share one more; an event is in exactly one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from corpus.charts.density import Whole
from corpus.charts.frames import kind_lanes
from corpus.charts.headings import lane_title
from corpus.charts.records import Lane
from corpus.entities import names
from corpus.indexes import coded
from corpus.phrases import place_name
from corpus.queries import heads
from pages.parts.frame import Frame
from pages.parts.tellings import outlet

#: lanes of their own
MOST = 7
_REST, _NONE = "rest", "none"
#: more than there are quad classes
_CLASSES = 8


@dataclass(frozen=True, slots=True)
class Sort:
    """One way to sort events into lanes: ``code`` is given the cells of the columns, in order.

    Events whose code is empty have a lane of their own, the last, with the wording of ``none``.
    """

    columns: tuple[str, ...]
    code: Callable[..., str]
    name: Callable[[str, Frame], str]
    none: str

    def codes(self, events: pd.DataFrame) -> Iterator[str]:
        """The code of each event."""
        cells = (events[column].tolist() for column in self.columns)
        return (self.code(*row) for row in zip(*cells, strict=True))


def lanes(frame: Frame, rows: Whole) -> tuple[Whole, list[Lane]]:
    """For each of some rows of the events table the number of its lane, and the lanes."""
    events = frame.tables.events
    if frame.view.lanes == "kind":
        quads, types = events["quad_class"].to_numpy()[rows], coded(events, "type")
        pairs = np.bincount(types.numbers[rows] * _CLASSES + quads)
        present = [divmod(pair, _CLASSES) for pair in np.flatnonzero(pairs).tolist()]
        kinds = ((quad, types.values[number]) for number, quad in present)
        found = kind_lanes(kinds, frame.language)
        return np.searchsorted([lane.quad_class for lane in found], quads), found
    sort = SORTS[frame.view.lanes]
    known = coded(events, f"lanes {frame.view.lanes}", sort.codes)
    values, own = known.values, known.numbers[rows]
    counts = np.bincount(own, minlength=len(values)).tolist()
    order = sorted(
        (at for at, count in enumerate(counts) if count and values[at]),
        key=lambda at: (-counts[at], values[at]),
    )
    places = np.full(len(values) + 1, min(len(order), MOST), dtype=np.int64)
    for place, at in enumerate(order[:MOST]):
        places[at] = place
    found = [Lane(values[at], lane_title(sort.name(values[at], frame))) for at in order[:MOST]]
    found.append(Lane(_REST, frame.say("lane_rest", n=f"{max(len(order) - MOST, 0):,}")))
    if "" in values:
        places[values.index("")] = len(found)
    found.append(Lane(_NONE, frame.say(sort.none), minor=True))
    return places[own], found


def _pair(actors: Sequence[str], recipients: Sequence[str]) -> str:
    """The two sides of an event by their heads, in the order of the alphabet; empty if alone."""
    sides = {*heads(actors[:1]), *heads(recipients[:1])}
    return " ".join(sorted(sides)) if len(sides) == 2 else ""


def _pair_name(code: str, frame: Frame) -> str:
    known = [names(head) for head in code.split(" ", 1)]
    short = [name.zh if frame.language == "zh" else name.short_en for name in known]
    return frame.say("pair", a=short[0], b=short[1])


def _single(outlets: Sequence[str]) -> str:
    return outlets[0] if len(outlets) == 1 else ""


def _text(cell: Any) -> str:
    return cell if isinstance(cell, str) else ""


#: by the code in the address; a column of texts needs no more than ``Sort((column,), _text, ...)``
SORTS: dict[str, Sort] = {
    "pair": Sort(("actors", "recipients"), _pair, _pair_name, "lane_no_pair"),
    "outlet": Sort(
        ("outlets",),
        _single,
        lambda code, frame: outlet(code, frame.language),
        "lane_several_outlets",
    ),
    "place": Sort(
        ("place",),
        _text,
        lambda code, frame: place_name(code) if frame.language == "zh" else code,
        "lane_no_place",
    ),
}
