"""The lanes of the timeline: events go in, the lane of each and the lanes in their order come out.

A way to sort events into lanes is one entry of `SORTS`: the code of each event, and the code's
name. The lanes with most events are drawn, all others share one more; an event is in exactly one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from corpus.charts.density import Whole
from corpus.charts.frames import kind_lanes
from corpus.charts.headings import lane_title
from corpus.charts.records import Lane
from corpus.entities import names
from corpus.indexes import coded
from corpus.queries import heads
from corpus.storylines import storylines
from pages.parts.derived import once
from pages.parts.frame import Frame
from pages.parts.tellings import outlet, where

#: lanes of their own
MOST = 7
_REST, _NONE = "rest", "none"
#: more than there are quad classes
_CLASSES = 8


@dataclass(frozen=True, slots=True)
class Sort:
    """One way to sort events into lanes: ``codes`` gives one code for each event of a frame.

    Events whose code is empty have a lane of their own, the last, with the wording of ``none``.
    """

    codes: Callable[[Frame], Iterable[str]]
    name: Callable[[str, Frame], str]
    none: str


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
    known = coded(events, f"lanes {frame.view.lanes}", lambda _: sort.codes(frame))
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


def _by(code: Callable[..., str], *columns: str) -> Callable[[Frame], Iterator[str]]:
    """Codes from the cells of some columns of the events table, in their order."""

    def codes(frame: Frame) -> Iterator[str]:
        cells = (frame.tables.events[column].tolist() for column in columns)
        return (code(*row) for row in zip(*cells, strict=True))

    return codes


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


def _stories(frame: Frame) -> Iterator[str]:
    members = once(frame.tables, storylines).members
    story = dict(zip(members["event_id"], members["storyline_id"], strict=True))
    return (story.get(event, "") for event in frame.tables.events["event_id"])


def _story_name(code: str, frame: Frame) -> str:
    lines = once(frame.tables, storylines).lines
    return str(lines.loc[lines["storyline_id"] == code, f"title_{frame.language}"].iloc[0])


#: by the code in the address; a column of texts needs only ``Sort(_by(_text, column), ...)``
SORTS: dict[str, Sort] = {
    "pair": Sort(_by(_pair, "actors", "recipients"), _pair_name, "lane_no_pair"),
    "storyline": Sort(_stories, _story_name, "lane_no_story"),
    "outlet": Sort(
        _by(_single, "outlets"),
        lambda code, frame: outlet(code, frame.language),
        "lane_several_outlets",
    ),
    "place": Sort(
        _by(_text, "place"),
        lambda code, frame: where(code, frame.language),
        "lane_no_place",
    ),
}
