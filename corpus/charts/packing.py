"""Rows for things that must not touch: extents with alternatives enter, a row for each leaves.

The lowest row is the uppermost on screen. Nothing is ever moved sideways: a day is where it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from corpus.charts.tokens import GAP

Side = Literal["right", "left", "top", "none"]
#: groups that are tried in all combinations of sides, groups that are then turned one by one, and
#: the number of blocks beyond which nothing is tried
_TRIED, _TURNED, _TRIED_BLOCKS = 5, 12, 120
#: space beside a thing without a label, in pixels
_BARE = 1.0


@dataclass(frozen=True, slots=True)
class Option:
    """One way to draw a thing: where its label goes, and all that it then covers, in pixels."""

    side: Side
    low: float
    high: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A thing to be placed: its options, best first, and the group whose labels share a side."""

    options: tuple[Option, ...]
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """The row and the option that a block got."""

    row: int
    option: Option


Extent = tuple[float, float]
Rows = list[list[Extent]]
#: what a choice of sides came to: its score, the places, the choice
_Trial = tuple[tuple[int, int, int], list[Placed | None], Mapping[int | None, Side]]


def pack(blocks: Sequence[Block], most_rows: int, taken: Rows | None = None) -> list[Placed | None]:
    """A place for every block in the given order; None for one that no row had room for.

    Groups of several blocks are tried with their labels on the right and on the left, all
    combinations of the `_TRIED` largest groups; the result with the fewest rows wins, where a
    group with labels on both sides counts as a row, then the one with the most on the right. In
    that one the `_TURNED` largest groups, of one block too, are turned once each if that is better.
    ``taken`` are extents already in use, by row.
    """
    sizes = Counter(block.group for block in blocks if len(block.options) > 1)
    del sizes[None]
    few = len(blocks) <= _TRIED_BLOCKS
    groups = [group for group, size in sizes.most_common(_TRIED * few) if size > 1]
    sides: tuple[Side, Side] = ("right", "left")

    def trial(chosen: Mapping[int | None, Side]) -> _Trial:
        placed = stack(blocks, chosen, most_rows, taken)
        return _score(blocks, placed), placed, chosen

    best = min(
        (
            trial(dict(zip(groups, choice, strict=True)))
            for choice in product(sides, repeat=len(groups))
        ),
        key=_merit,
    )
    for group, _ in sizes.most_common(_TURNED * few):
        best = min(best, *(trial({**best[2], group: side}) for side in sides), key=_merit)
    return best[1]


def _merit(trial: _Trial) -> tuple[int, int, int]:
    return trial[0]


def stack(
    blocks: Sequence[Block],
    sides: Mapping[int | None, Side],
    most_rows: int,
    taken: Rows | None = None,
) -> list[Placed | None]:
    """First fit: every block goes to the first row where one of its options is free.

    A block without room gives up its label before it is given up itself.
    """
    rows: Rows = [list(row) for row in taken or ()]
    placed: list[Placed | None] = []
    for block in blocks:
        wanted = sides.get(block.group)
        labelled = [option for option in block.options if option.side != "none"]
        forced = [option for option in labelled if option.side == wanted] or labelled
        bare = [option for option in block.options if option.side == "none"]
        placed.append(_fitted(rows, forced, most_rows) or _fitted(rows, bare, most_rows))
    return placed


def _fitted(rows: Rows, options: Sequence[Option], most_rows: int) -> Placed | None:
    for number in range(most_rows if options else 0):
        if number == len(rows):
            rows.append([])
        row = rows[number]
        for option in options:
            pad = GAP / 2 if option.text else _BARE
            extent = option.low - pad, option.high + pad
            at = bisect_left(row, extent)
            before = at == 0 or row[at - 1][1] <= extent[0]
            if before and (at == len(row) or extent[1] <= row[at][0]):
                row.insert(at, extent)
                return Placed(number, option)
    return None


def _score(blocks: Sequence[Block], placed: Sequence[Placed | None]) -> tuple[int, int, int]:
    sides: defaultdict[int, set[Side]] = defaultdict(set)
    for block, place in zip(blocks, placed, strict=True):
        if place and block.group is not None and place.option.side != "none":
            sides[block.group].add(place.option.side)
    found = [place for place in placed if place]
    return (
        len(placed) - len(found),
        max((place.row for place in found), default=-1)
        + sum(len(used) > 1 for used in sides.values()),
        sum(place.option.side == "left" for place in found),
    )
