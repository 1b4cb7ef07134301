"""A lane of a crowd: too many events for a label each and an axis enter, a picture in zones leaves.

Above stand the events that matter most, with their labels and spread over the days; then strings
of beads, one to a day; last what lasts long. A string is cut after some rows, and a number at its
top says how many more there are. Every event has a mark, a bar, a part in such a number, or is
told to be in the list only; none is left out without a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from corpus.charts import tokens
from corpus.charts.axis import Axis
from corpus.charts.lanes import LaneParts, Place, drawn_parts
from corpus.charts.packing import Block, Option, Placed, pack
from corpus.charts.records import Count, Item, Label, Lane
from corpus.charts.shapes import MARK, Shape, options, shape
from corpus.charts.typesetting import text_width

#: rows of labels, of beads and of long bars that all lanes together may have, and each at least
_LABEL_ROWS, _BEAD_ROWS, _BAR_ROWS = (20, 2), (40, 4), (14, 1)
#: events of a lane that are tried for a label
_TRIED = 120
#: bars longer than this, in pixels, stand below the strings; rows in which they are looked for
_LONG, _BARS_MOST = 280.0, 200
#: a number above a string, in at most so many rows, and the block under it
_NUMBER_ROW, _NUMBER_ROWS, _BLOCK = 15.0, 2, 8.0

_Shaped = tuple[Item, Shape]


def fill_crowd(items: Sequence[Item], axis: Axis, top: float, lane: Lane, lanes: int) -> LaneParts:
    """Places the dated events of one of ``lanes`` lanes; the first row begins at ``top``."""
    shapes = [(item, shape(item, axis)) for item in items]
    chief, others = _chief(shapes, axis, top, _share(_LABEL_ROWS, lanes))
    y = top + tokens.ROW * max((place.placed.row + 1 for place in chief), default=0)
    short = sorted(
        (_day(item), item.event_id, item, drawn)
        for item, drawn in others
        if drawn.high - drawn.low <= _LONG
    )
    beads = [(item, drawn) for _, _, item, drawn in short]
    placed = pack(_bare(beads), _share(_BEAD_ROWS, lanes))
    begin = axis.stretches[0].first
    cut = Counter(
        max(_day(item), begin)
        for (item, _), place in zip(beads, placed, strict=True)
        if place is None
    )
    counts, numbers, height = _numbers(cut, axis, y, lane)
    y += height
    strung = _places(beads, placed, y)
    y += tokens.DENSE_ROW * max((place.placed.row + 1 for place in strung), default=0)
    bars = [(item, drawn) for item, drawn in others if drawn.high - drawn.low > _LONG]
    bars.sort(key=lambda entry: (entry[1].high - entry[1].low, _day(entry[0]), entry[0].event_id))
    laid = _places(bars, _cut_rows(pack(_bare(bars), _BARS_MOST), len(items), lanes), y)
    y += tokens.DENSE_ROW * max((place.placed.row + 1 for place in laid), default=0)
    return drawn_parts([*chief, *strung, *laid], axis, y - top, (), counts, numbers)


def _share(rows: tuple[int, int], lanes: int) -> int:
    whole, least = rows
    return max(least, whole // lanes)


def _day(item: Item) -> date:
    return item.first or item.last or date.min


def _chief(
    shapes: Sequence[_Shaped], axis: Axis, top: float, most: int
) -> tuple[list[Place], list[_Shaped]]:
    """The events that have a label, and all others.

    First the chief one of every day, then the second of every day: the day of which most is told
    must not take all labels.
    """
    ranked = sorted(
        shapes,
        key=lambda entry: (-entry[0].salience, -entry[0].weight, _day(entry[0]), entry[0].event_id),
    )
    told: Counter[date] = Counter()
    order: list[tuple[int, int]] = []
    for number, (item, drawn) in enumerate(ranked):
        if drawn.high - drawn.low <= _LONG:
            order.append((told[_day(item)], number))
            told[_day(item)] += 1
    tried = [ranked[number] for _, number in sorted(order)[:_TRIED]]
    blocks = [
        Block(tuple(way for way in options(item, drawn, axis, True) if way.side != "none"))
        for item, drawn in tried
    ]
    places = [
        Place(item, drawn, place, top + (place.row + 0.5) * tokens.ROW, False)
        for (item, drawn), place in zip(tried, pack(blocks, most), strict=True)
        if place
    ]
    labelled = {place.item.event_id for place in places}
    return places, [entry for entry in shapes if entry[0].event_id not in labelled]


def _bare(shapes: Sequence[_Shaped]) -> list[Block]:
    return [Block((Option("none", drawn.low, drawn.high),)) for _, drawn in shapes]


def _places(shapes: Sequence[_Shaped], placed: Sequence[Placed | None], top: float) -> list[Place]:
    return [
        Place(item, drawn, place, top + (place.row + 0.5) * tokens.DENSE_ROW, True)
        for (item, drawn), place in zip(shapes, placed, strict=True)
        if place
    ]


def _cut_rows(placed: Sequence[Placed | None], held: int, lanes: int) -> list[Placed | None]:
    """Long bars in few rows: in so many more that not half of the lane is left to the list."""
    rows = [place.row for place in placed if place]
    most = _share(_BAR_ROWS, lanes)
    while 2 * (len(placed) - sum(row < most for row in rows)) > held and most < _BARS_MOST:
        most += 1
    return [place if place and place.row < most else None for place in placed]


def _numbers(
    cut: Counter[date], axis: Axis, top: float, lane: Lane
) -> tuple[tuple[Count, ...], tuple[Label, ...], float]:
    """A block at the top of every string that was cut, its number where there is room, the height.

    The days of a block are those that a click on it shows.
    """
    if not cut:
        return (), (), 0.0
    px, days = axis.day_px, sorted(day for day in cut)
    texts = [f"+{cut[day]:,}" for day in days]
    wides = [text_width(text, tokens.DAY) for text in texts]
    ends = [(part.start * px, part.end * px) for part in axis.open]
    middles = [axis.unit(day) * px for day in days]
    lows = []
    for x, wide in zip(middles, wides, strict=True):
        low, high = min(ends, key=lambda part: max(part[0] - x, x - part[1], 0.0))
        lows.append(max(low, min(x - wide / 2, high - wide)))
    found = pack(
        [
            Block((Option("right", low, low + wide, text),))
            for low, wide, text in zip(lows, wides, texts, strict=True)
        ],
        _NUMBER_ROWS,
    )
    rows = max((place.row + 1 for place in found if place), default=0)
    y = top + rows * _NUMBER_ROW
    half = min(MARK, px / 2) / px
    counts = tuple(
        Count(
            lane.key,
            lane.quad_class,
            x / px - half,
            x / px + half,
            y,
            y + _BLOCK,
            cut[day],
            day,
            day,
        )
        for day, x in zip(days, middles, strict=True)
    )
    labels = tuple(
        Label(
            text,
            "count",
            (low + wide / 2) / px,
            0.0,
            y - (place.row + 0.5) * _NUMBER_ROW,
            "middle",
            wide,
        )
        for text, low, wide, place in zip(texts, lows, wides, found, strict=True)
        if place
    )
    return counts, labels, rows * _NUMBER_ROW + _BLOCK + 2.0
