"""Shapes of events: an event and an axis enter, the pixels that it covers and its ends leave.

Shape follows from the dates alone: one day is a mark; several are a bar, with soft ends where the
day is not known, an arrow where the event goes on beyond the axis, a torn end where a fold cuts
it. A bar must never look as if it ended where the axis or a fold ends.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.charts import tokens
from corpus.charts.axis import HOURLY, Axis, Claim
from corpus.charts.packing import Option
from corpus.charts.records import End, Item
from corpus.charts.sizes import size
from corpus.charts.typesetting import shortened, text_width

#: days that an interval may ask of the axis, counted from its first
REACH = 31
#: an interval of unknown day and more days than this asks for none if part of it is seen anyway
_VAGUE = 60
#: bars of this many days can carry their label on top, so that they ask for no room beside them
_ROOMY_DAYS = 20
#: widest label, narrowest that is worth shortening to, and the bars that wear theirs on top
_LABEL_MOST, _LABEL_LEAST, _BAR_LONG = 320.0, 40.0, 420.0
#: a bar shorter than this carries its label on top only where there is no room beside it
_STRIP_LEAST = 60.0
#: half a mark; length of an open end; least width of a bar, hard or soft; space inside the frame
MARK, _OPEN, _BAR_HARD, _BAR_SOFT, _INSET = 7.0, 28.0, 8.0, 18.0, 2.0
BAR_GAP, CHIP_GAP, CHIP_PAD = 8.0, 5.0, 8.0
#: room on the left of a mark at the beginning of the axis
_LEFT = 11.0


@dataclass(frozen=True, slots=True)
class Shape:
    """What an event covers, in pixels at the reference width; ``day`` is set for a mark."""

    segments: tuple[tuple[float, float], ...]
    left: End
    right: End
    day: date | None = None

    @property
    def low(self) -> float:
        """Left end."""
        return self.segments[0][0]

    @property
    def high(self) -> float:
        """Right end."""
        return self.segments[-1][1]


def claims(items: Iterable[Item], labelled: frozenset[str], others: Sequence[Claim]) -> list[Claim]:
    """The days that events need to scale, and the room that their labels would like.

    An interval claims its first `REACH` days at most, so that one long event does not set the
    scale for all. One of unknown day and more than `_VAGUE` days claims none at all where another
    claim, or one of the ``others``, begins within it. Labels ask for room on the right of their
    mark, those of bars that can carry them on top for as much from where the bar begins.
    """
    found: list[Claim] = []
    vague: list[tuple[int, date, list[Claim]]] = []
    for item in items:
        first, last = item.first or item.last, item.last or item.first
        if first is None or last is None:
            continue
        days = (last - first).days + 1
        left = _OPEN + 2 * _INSET if item.first is None else _LEFT if days == 1 else 0.0
        right = _OPEN if item.last is None else 0.0
        reached = date.fromordinal(min(last.toordinal(), first.toordinal() + REACH - 1))
        asked = [Claim(first, reached, left, right)]
        if item.event_id in labelled:
            room = tokens.OFFSET + label_width(item) + chip_room(item) + 2 * _INSET
            begins = first if days >= _ROOMY_DAYS else reached
            asked.append(Claim(first, begins, left, right + room))
        if days > _VAGUE and not item.exact:
            vague.append((days, last, asked))
        else:
            found += asked
    begun = sorted(claim.first for claim in (*found, *others))
    for _, last, asked in sorted(vague, key=lambda entry: entry[0]):
        at = bisect_left(begun, asked[0].first)
        if at == len(begun) or begun[at] > last:
            found += asked
            begun.insert(at, asked[0].first)
    return found


def shape(item: Item, axis: Axis, hourly: bool = False) -> Shape:
    """The shape of a dated event on an axis that shows at least part of it.

    On an ``hourly`` axis a mark is a moment, and the ends of days are as soft as those of weeks.
    """
    first, last, px = item.first, item.last, axis.day_px
    end: End = "hard" if item.exact and not hourly else "soft"
    if last is None or first is None:
        if first is not None:
            x = axis.unit(first, 0) * px
            return Shape(((x, min(x + _OPEN, _frame(axis, x)[1])),), end, "open")
        if last is None:
            raise ValueError(f"{item.event_id} has no date")
        x = axis.unit(last, 1) * px
        return Shape(((max(x - _OPEN, _frame(axis, x)[0]), x),), "open", end)
    begins, ends = (item.hours or (0.0, 1.0)) if hourly else (0.5, 0.5)
    if first == last and begins == ends:
        x, half = axis.unit(first, begins) * px, max(MARK, size(item.sources) * tokens.RING / 2)
        return Shape(((x - half, x + half),), end, end, first)
    seen = axis.visible(first, last)
    if hourly:
        from_, to = axis.unit(first, begins), axis.unit(last, ends)
        seen = tuple((max(low, from_), min(high, to)) for low, high in seen)
    segments = tuple((low * px, high * px) for low, high in seen)
    left, right = _cut(first, axis, end), _cut(last, axis, end)
    low, high = segments[0][0], segments[-1][1]
    half = (_BAR_HARD if end == "hard" else _BAR_SOFT) / 2
    if high - low < 2 * half and left == right == end:
        middle = (low + high) / 2
        frame = _frame(axis, middle)
        segments = ((max(middle - half, frame[0]), min(middle + half, frame[1])),)
    return Shape(segments, left, right)


def _cut(day: date, axis: Axis, end: End) -> End:
    """How a bar ends that would reach to ``day``."""
    if day < axis.stretches[0].first or day > axis.stretches[-1].last:
        return "arrow"
    return "torn" if any(fold.first <= day <= fold.last for fold in axis.folds) else end


def label_width(item: Item) -> float:
    """Estimated pixels of the label, shortened where it is over-long."""
    return min(text_width(item.label, tokens.LABEL), _LABEL_MOST)


def chip_text(item: Item) -> str:
    """What stands on the chip of an event whose tellings disagree."""
    return f"≠ {item.conflict}" if item.conflict else ""


def chip_room(item: Item) -> float:
    """Estimated pixels of the chip and of the space before it; 0 without a conflict."""
    text = chip_text(item)
    return CHIP_GAP + CHIP_PAD + text_width(text, tokens.LABEL, bold=True) if text else 0.0


def options(item: Item, drawn: Shape, axis: Axis, labelled: bool) -> tuple[Option, ...]:
    """Ways to draw an event, best first; the last is without a label.

    A label stays within the stretch of the axis in which it begins; it is shortened where neither
    side has room for all of it.
    """
    bare = Option("none", drawn.low, drawn.high)
    if not labelled:
        return (bare,)
    chip = chip_room(item)
    beyond = tokens.OFFSET - MARK if drawn.day else BAR_GAP
    long = drawn.high - drawn.low >= _BAR_LONG
    strip = max(drawn.segments, key=lambda segment: segment[1] - segment[0])
    rooms = {
        "right": _frame(axis, drawn.high)[1] - drawn.high - beyond,
        "left": drawn.low - beyond - _frame(axis, drawn.low)[0],
        "top": 0.0 if drawn.day else _frame(axis, strip[0])[1] - strip[0],
    }
    roomiest = max(rooms.values()) - chip
    text = shortened(item.label, min(_LABEL_MOST, max(roomiest, 0.0)), tokens.LABEL)
    if not text or roomiest < _LABEL_LEAST:
        return (bare,)
    wide = text_width(text, tokens.LABEL) + chip
    found = [
        Option("right", drawn.low, drawn.high + beyond + wide, text),
        Option("left", drawn.low - beyond - wide, drawn.high, text),
        Option("top", drawn.low, max(drawn.high, strip[0] + wide), text),
    ]
    # where days are columns, the label of what fills one would stand in the next
    crossing = rooms["right"] < wide or axis.day_px >= HOURLY
    if long or (not drawn.day and wide <= strip[1] - strip[0] and crossing):
        found = [found[2], found[0], found[1]]
    fitting = [option for option in found if wide <= rooms[option.side] + 1e-6]
    if len(fitting) > 1 and strip[1] - strip[0] < min(wide, _STRIP_LEAST):
        fitting = [option for option in fitting if option.side != "top"]
    return (*fitting, bare)


def _frame(axis: Axis, x: float) -> tuple[float, float]:
    """The ends, in pixels, of the stretch to scale around ``x``, with a little space inside."""
    px = axis.day_px
    stretch = min(axis.open, key=lambda part: max(part.start * px - x, x - part.end * px, 0.0))
    return stretch.start * px + _INSET, stretch.end * px - _INSET
