"""How many tell it, as a size: independent sources enter, the pixels of a mark leave.

Three steps, since an eye tells no more apart without a scale: one source, two or three, more. They
hold for marks alone: a bar's length is its days, and its height must never be read as a number.
"""

from __future__ import annotations

from math import pi

from corpus.charts import tokens
from corpus.charts.records import Layout

#: sources from which on a mark is of the second and of the third size
_STEPS = (2, 4)
#: dashes of a ring, and the part of its line that they cover
_DASHES, _DASH = 7, 0.56


def step(sources: int) -> int:
    """Which of the three sizes stands for a number of independent sources.

    >>> [step(sources) for sources in (0, 1, 2, 3, 4, 90)]
    [0, 0, 1, 1, 2, 2]
    """
    return sum(sources >= least for least in _STEPS)


def size(sources: int, bead: bool = False) -> float:
    """Pixels that a mark is wide as a disc; other shapes are drawn so that they look as large.

    >>> size(1), size(3), size(4), size(4, bead=True)
    (10.0, 13.0, 16.0, 10.0)
    """
    return (tokens.BEADS if bead else tokens.MARKS)[step(sources)]


def dashes(radius: float) -> tuple[float, float]:
    """Length of a dash and of the gap after it, so that whole ones close a ring of that radius."""
    one = 2 * pi * radius / _DASHES
    return one * _DASH, one * (1 - _DASH)


def sized(layout: Layout) -> bool:
    """True if marks of different steps stand on a chart, so that its key has to say what they mean.

    What is counted in columns and what is drawn as a bar has none.
    """
    return len({step(layout.items[mark.event_id].sources) for mark in layout.marks}) > 1
