"""One lane: its events and an axis enter, marks, bars, labels, stems and hit points leave.

Every event of the lane is drawn exactly once, or is counted as beyond the lane's rows. A crowd is
placed by `corpus.charts.crowds`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil

from corpus.charts import tokens
from corpus.charts.axis import Axis
from corpus.charts.packing import Block, Placed, pack
from corpus.charts.records import Anchor, Bar, Count, Hit, Item, Label, Mark, Role, Stem
from corpus.charts.shapes import (
    BAR_GAP,
    CHIP_GAP,
    CHIP_PAD,
    MARK,
    Shape,
    chip_room,
    chip_text,
    options,
    shape,
)
from corpus.charts.sizes import size
from corpus.charts.typesetting import text_width

#: with a hover distance of 12 px, squares of 20 px leave no gap up to 44
_HIT_STEP = 34.0
#: a bar under its label: how far the one lies below, the other above the middle of the row
_STRIP_DOWN, _TEXT_UP = 6.0, 4.5


@dataclass(frozen=True, slots=True)
class LaneParts:
    """What one lane is drawn of."""

    height: float
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    stems: tuple[Stem, ...]
    hits: tuple[Hit, ...]
    drawn: tuple[Item, ...]
    #: of a crowd: what stands for those of a day that have no row
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """An event in its row; ``low`` if the row is one."""

    item: Item
    shape: Shape
    placed: Placed
    y: float
    low: bool


def fill_lane(
    items: Sequence[Item],
    axis: Axis,
    top: float,
    labelled: frozenset[str],
    most_rows: int,
    hourly: bool = False,
) -> LaneParts:
    """Places the dated events of a lane in rows, of which the first begins at ``top``.

    Intervals come first, the longest of one day leading, then days with a label in the order of
    time and salience, then days without.
    """
    shapes = [(item, shape(item, axis, hourly)) for item in items]
    found = [(item, drawn, _block(item, drawn, axis, labelled)) for item, drawn in shapes]
    found.sort(key=lambda entry: _order(*entry))
    placed = pack([block for _, _, block in found], most_rows)
    places = [
        Place(item, drawn, place, top + (place.row + 0.5) * tokens.ROW, False)
        for (item, drawn, _), place in zip(found, placed, strict=True)
        if place
    ]
    height = tokens.ROW * max((place.placed.row + 1 for place in places), default=0)
    return drawn_parts(places, axis, height, _stems(places, axis.day_px))


def drawn_parts(
    places: Sequence[Place],
    axis: Axis,
    height: float,
    stems: tuple[Stem, ...] = (),
    counts: tuple[Count, ...] = (),
    numbers: tuple[Label, ...] = (),
) -> LaneParts:
    """What events in their rows are drawn of; ``numbers`` are labels that belong to no event."""
    px = axis.day_px
    return LaneParts(
        height=height,
        marks=tuple(_mark(place, px) for place in places if place.shape.day),
        bars=tuple(_bar(place, px) for place in places if not place.shape.day),
        labels=(*(label for place in places for label in _labels(place, px)), *numbers),
        stems=stems,
        hits=tuple(hit for place in places for hit in _hits(place, px)),
        drawn=tuple(place.item for place in places),
        counts=counts,
    )


def _block(item: Item, drawn: Shape, axis: Axis, labelled: frozenset[str]) -> Block:
    found = options(item, drawn, axis, item.event_id in labelled)
    return Block(found, drawn.day.toordinal() if drawn.day else None)


def _order(item: Item, drawn: Shape, block: Block) -> tuple[bool, bool, date, float, bool]:
    """Within a day, labels that have room on the left come first: each side keeps together."""
    first = item.first or item.last or date.min
    if not drawn.day:
        return False, False, first, drawn.low - drawn.high, False
    sides = {option.side for option in block.options}
    return True, sides == {"none"}, first, -item.salience, "left" not in sides


def _middle(place: Place) -> float:
    return (place.shape.low + place.shape.high) / 2


def _mark(place: Place, px: float) -> Mark:
    item = place.item
    x = _middle(place) / px
    wide = size(item.sources, place.low)
    return Mark(item.event_id, x, place.y, item.status, item.quad_class, wide)


def _bar(place: Place, px: float) -> Bar:
    item, drawn = place.item, place.shape
    on_top = place.placed.option.side == "top"
    return Bar(
        item.event_id,
        tuple((low / px, high / px) for low, high in drawn.segments),
        place.y + (_STRIP_DOWN if on_top else 0.0),
        tokens.STRIP if on_top or place.low else tokens.BAR,
        item.status,
        item.quad_class,
        drawn.left,
        drawn.right,
    )


def _labels(place: Place, px: float) -> list[Label]:
    """The label of an event and the chip of its conflict."""
    item, drawn, option = place.item, place.shape, place.placed.option
    if option.side == "none":
        return []
    away = tokens.OFFSET if drawn.day else BAR_GAP
    y, sign, x = place.y, 1.0, _middle(place) if drawn.day else drawn.high
    if option.side == "left":
        sign, x = -1.0, _middle(place) if drawn.day else drawn.low
    elif option.side == "top":
        y, away, x = y - _TEXT_UP, 0.0, _strip(drawn)
    wide = text_width(option.text, tokens.LABEL)
    anchor: Anchor = "end" if sign < 0 else "start"
    role: Role = "event" if item.salience >= 2 else "minor"
    found = [Label(option.text, role, x / px, sign * away, y, anchor, wide, item.event_id)]
    if item.conflict:
        dx = sign * (away + wide + CHIP_GAP + CHIP_PAD / 2)
        chip = chip_room(item) - CHIP_GAP - CHIP_PAD
        text = chip_text(item)
        found.append(Label(text, "chip", x / px, dx, y, anchor, chip, item.event_id))
    return found


def _strip(drawn: Shape) -> float:
    """Left end of the widest segment, where a label on top begins."""
    return max(drawn.segments, key=lambda segment: segment[1] - segment[0])[0]


def _hits(place: Place, px: float) -> list[Hit]:
    """Points on the mark or along the bar, and along the label: one target for the pointer."""
    drawn, option = place.shape, place.placed.option
    zones = (*drawn.segments, (option.low, drawn.low), (drawn.high, option.high))
    return [
        Hit(place.item.event_id, x / px, place.y)
        for low, high in zones
        if low < high
        for x in _steps(low, high)
    ]


def _steps(low: float, high: float) -> list[float]:
    """Middles of equal parts, each at most `_HIT_STEP` wide.

    >>> _steps(0, 14), _steps(0, 60)
    ([7.0], [15.0, 45.0])
    """
    parts = ceil((high - low) / _HIT_STEP)
    return [low + (high - low) * (part + 0.5) / parts for part in range(parts)]


def _stems(places: Sequence[Place], px: float) -> tuple[Stem, ...]:
    """Lines between marks of one moment, where nothing in the rows between stands in the way."""
    rows: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    moments: defaultdict[float, list[Place]] = defaultdict(list)
    for place in places:
        rows[place.placed.row].append((place.placed.option.low, place.placed.option.high))
        if place.shape.day:
            moments[_middle(place)].append(place)
    found: list[Stem] = []
    for x, marks in moments.items():
        marks.sort(key=lambda place: place.y)
        for upper, lower in pairwise(marks):
            between = range(upper.placed.row + 1, lower.placed.row)
            if all(x < low - MARK or x > high + MARK for row in between for low, high in rows[row]):
                quad_class = upper.item.quad_class
                found.append(Stem(x / px, upper.y + MARK, lower.y - MARK, quad_class))
    return tuple(found)
