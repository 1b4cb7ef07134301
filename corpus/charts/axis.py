"""The folded axis: days that must be seen enter, a map between days and day-widths leaves.

Where there is something to see, one day has one width; a silent stretch of more than `FOLD_OVER`
days is folded into ten widths, unless it was asked to be open. With bounds the axis runs over
exactly these days. It must never hide a day that somebody asked to be seen, and must stay strictly
increasing, folds included.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil

#: silent stretches longer than this many days are folded
FOLD_OVER = 60
#: a folded stretch is as wide as this many days, within bounds in pixels
FOLD_DAYS = 10
FOLD_PX_CAPTION, FOLD_PX_LEAST, FOLD_PX_MOST = 112.0, 38.0, 140.0
#: up to this many folds leave room for a caption in several lines
CAPTIONED = 2
#: more folds than this would leave too little of the axis: the longest are kept
MOST_FOLDS = 5
#: what remains folded of a stretch after its edges were given room, in days
_LEAST_FOLDED = 31
#: shortest axis in days; least margin on the left of an island (days) and on its right (pixels)
_SHORTEST, _MARGIN_DAYS, _MARGIN_PX = 28, 2, 14.0
#: pixels at either end of an axis with bounds: a mark on its first day is not cut in half
_PAD_PX = 8.0
#: margins may take half of the width where a day without them has this many pixels, less below
_HALF_PX = 8.0
#: least pixels of a day that can show its hours
HOURLY = 150.0
_DAY_MIN, _DAY_MAX = date.min.toordinal(), date.max.toordinal() - 1

#: first and last day of a period, both included
Bounds = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Claim:
    """Days that must be drawn to scale, and the pixels of text wanted beyond them, if possible."""

    first: date
    last: date
    left: float = 0.0
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of days at one width a day, or a fold; ``start`` and ``units`` in day-widths."""

    first: date
    last: date
    start: float
    units: float
    folded: bool

    @property
    def days(self) -> int:
        """Number of days, both ends included."""
        return (self.last - self.first).days + 1

    @property
    def end(self) -> float:
        """Where the next stretch begins."""
        return self.start + self.units


@dataclass(frozen=True, slots=True)
class Axis:
    """Adjoining stretches from left to right, and the pixels of one day at the reference width.

    ``pad`` is the empty space, in day-widths, before the first stretch and after the last.
    """

    stretches: tuple[Stretch, ...]
    day_px: float
    pad: float = 0.0

    @property
    def units(self) -> float:
        """Length of the axis in day-widths; 1 for an axis without days."""
        return self.stretches[-1].end + self.pad if self.stretches else 1.0

    @property
    def folds(self) -> tuple[Stretch, ...]:
        """The folded stretches."""
        return tuple(stretch for stretch in self.stretches if stretch.folded)

    @property
    def open(self) -> tuple[Stretch, ...]:
        """The stretches drawn to scale."""
        return tuple(stretch for stretch in self.stretches if not stretch.folded)

    def unit(self, day: date, share: float = 0.5) -> float:
        """Place of ``day``: its middle, its beginning (``share=0``) or its end (``share=1``).

        Days before or after the axis are put at its ends.
        """
        for stretch in self.stretches:
            if day <= stretch.last:
                past = (day - stretch.first).days + share
                return stretch.start + max(past, 0.0) * stretch.units / stretch.days
        return self.units - self.pad

    def day(self, unit: float) -> date:
        """The day drawn at ``unit``: the inverse of `unit`."""
        inside = [stretch for stretch in self.stretches if stretch.start <= unit]
        stretch = inside[-1] if inside else self.stretches[0]
        past = int((unit - stretch.start) / stretch.units * stretch.days + 1e-9)
        return date.fromordinal(stretch.first.toordinal() + min(max(past, 0), stretch.days - 1))

    def visible(self, first: date, last: date) -> tuple[tuple[float, float], ...]:
        """The parts of a closed interval of days that are drawn to scale, from end to end."""
        return tuple(
            (self.unit(max(first, stretch.first), 0), self.unit(min(last, stretch.last), 1))
            for stretch in self.open
            if first <= stretch.last and last >= stretch.first
        )


@dataclass(frozen=True, slots=True)
class _Island:
    """Days between two silences, as ordinals, with the claims that made them."""

    first: int
    last: int
    claims: tuple[Claim, ...]


def folded_axis(
    claims: Sequence[Claim],
    width: float,
    bounds: Bounds | None = None,
    opened: Collection[date] = (),
    lead: float = 0.0,
) -> Axis:
    """The axis that shows every claimed day, at a reference ``width`` in pixels.

    A stretch that nobody claims is folded if it has more than `FOLD_OVER` days, if it is among the
    `MOST_FOLDS` longest, if it would take more room unfolded, and if none of its days is among
    those ``opened``. On either side of a fold and at the ends of the axis some silent days stay to
    scale, so that marks and labels have room; the first stretch is at least ``lead`` pixels wide.
    With ``bounds``, a first and a last day, the axis has no day beyond them and leaves none out.
    """
    if bounds:
        claims = [*_clipped(claims, bounds), *(Claim(day, day) for day in bounds)]
    islands = _islands(_distinct(claims), [day.toordinal() for day in opened])
    while len(islands) - 1 > MOST_FOLDS:
        islands = _joined(islands)
    while islands:
        axis = _scaled(islands, width, bounds, lead)
        if all(fold.days > fold.units for fold in axis.folds) and _leads(axis, lead):
            return axis
        islands = _joined(islands)
    return Axis((), width)


def _leads(axis: Axis, lead: float) -> bool:
    return not axis.folds or axis.stretches[0].units * axis.day_px >= lead - 1


def _clipped(claims: Sequence[Claim], bounds: Bounds) -> list[Claim]:
    """What of the claims lies within bounds; room asked for beyond a cut end is not needed."""
    first, last = bounds
    return [
        Claim(
            max(claim.first, first),
            min(claim.last, last),
            claim.left if claim.first >= first else 0.0,
            claim.right if claim.last <= last else 0.0,
        )
        for claim in claims
        if claim.first <= last and claim.last >= first
    ]


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """One claim for each interval, with the most room that was asked for it."""
    rooms: dict[tuple[date, date], tuple[float, float]] = {}
    for claim in claims:
        left, right = rooms.get((claim.first, claim.last), (0.0, 0.0))
        rooms[claim.first, claim.last] = max(left, claim.left), max(right, claim.right)
    return [Claim(*days, *room) for days, room in sorted(rooms.items())]


def _islands(claims: Sequence[Claim], opened: Sequence[int]) -> list[_Island]:
    islands: list[_Island] = []
    for claim in claims:
        first, last = claim.first.toordinal(), claim.last.toordinal()
        silent = first - islands[-1].last - 1 if islands else 0
        if islands and (
            silent <= FOLD_OVER or any(islands[-1].last < day < first for day in opened)
        ):
            island = islands.pop()
            claimed = (*island.claims, claim)
            islands.append(_Island(island.first, max(last, island.last), claimed))
        else:
            islands.append(_Island(first, last, (claim,)))
    return islands


def _joined(islands: list[_Island]) -> list[_Island]:
    """The islands with their shortest silence unfolded."""
    gaps = [after.first - before.last for before, after in pairwise(islands)]
    at = gaps.index(min(gaps))
    one, two = islands[at], islands[at + 1]
    return [
        *islands[:at],
        _Island(one.first, two.last, one.claims + two.claims),
        *islands[at + 2 :],
    ]


def _scaled(islands: list[_Island], width: float, bounds: Bounds | None, lead: float) -> Axis:
    """Margins, widths of day and fold, stretches."""
    folds = len(islands) - 1
    pad_px = _PAD_PX if bounds else 0.0
    width -= 2 * pad_px
    edges = [(island.first, island.last) for island in islands]
    day_px, fold_px = _widths(sum(b - a + 1 for a, b in edges), folds, width)
    for _ in range(6):  # margins shrink the day, which widens the margins: settles quickly
        edges = _with_margins(islands, day_px, width, bounds is None, lead)
        day_px, fold_px = _widths(sum(b - a + 1 for a, b in edges), folds, width)
    stretches: list[Stretch] = []
    at = pad = pad_px / day_px
    for index, (first, last) in enumerate(edges):
        if index:
            gap = date.fromordinal(edges[index - 1][1] + 1), date.fromordinal(first - 1)
            stretches.append(Stretch(*gap, at, fold_px / day_px, True))
            at = stretches[-1].end
        days = date.fromordinal(first), date.fromordinal(last)
        stretches.append(Stretch(*days, at, float(last - first + 1), False))
        at = stretches[-1].end
    return Axis(tuple(stretches), day_px, pad)


def _widths(days: int, folds: int, width: float) -> tuple[float, float]:
    """Pixels of a day and of a fold.

    >>> _widths(90, 1, 1160.0)
    (11.6, 116.0)
    """
    day_px = width / (days + FOLD_DAYS * folds)
    least = FOLD_PX_CAPTION if folds <= CAPTIONED else FOLD_PX_LEAST
    fold_px = min(max(FOLD_DAYS * day_px, least), FOLD_PX_MOST)
    return (width - folds * fold_px) / days, fold_px


def _with_margins(
    islands: list[_Island], day_px: float, width: float, free: bool, lead: float
) -> list[tuple[int, int]]:
    """First and last day of every island with the silent days at its sides that stay to scale.

    The ends of the axis move only if they are ``free``.
    """
    bare = _widths(sum(part.last - part.first + 1 for part in islands), len(islands) - 1, width)[0]
    most = max(bare / (bare + _HALF_PX) * width / len(islands), _MARGIN_PX)
    edges: list[tuple[int, int]] = []
    for index, island in enumerate(islands):
        left, right = 0.0, _MARGIN_PX
        for claim in island.claims:
            before = (claim.first.toordinal() - island.first) * day_px
            after = (island.last - claim.last.toordinal()) * day_px
            left, right = max(left, claim.left - before), max(right, claim.right - after)
        margins = [ceil(min(px, most) / day_px) for px in (left, right)]
        if index:
            gap = island.first - islands[index - 1].last - 1
            margins[0] = min(max(margins[0], _MARGIN_DAYS), (gap - _LEAST_FOLDED) // 2)
        elif not free:
            margins[0] = 0
        if index < len(islands) - 1:
            gap = islands[index + 1].first - island.last - 1
            if index == 0:
                days = island.last - island.first + 1 + margins[0]
                margins[1] = max(margins[1], ceil(lead / day_px) - days)
            margins[1] = min(margins[1], (gap - _LEAST_FOLDED) // 2)
        elif not free:
            margins[1] = 0
        edges.append((island.first - margins[0], island.last + margins[1]))
    if free:
        days = sum(last - first + 1 for first, last in edges)
        lacking = max(0, _SHORTEST - days)
        edges[0] = max(_DAY_MIN, edges[0][0] - lacking // 3), edges[0][1]
        edges[-1] = edges[-1][0], min(_DAY_MAX, edges[-1][1] + lacking - lacking // 3)
    return edges
