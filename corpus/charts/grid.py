"""The lines behind the marks: a layout enters, those of months and of outlets' rows leave.

The line of a month stands behind what has a day, and stops at the headings of lanes and at the
names of outlets. It must never run through a title.
"""

from __future__ import annotations

from corpus.charts import tokens
from corpus.charts.records import Layout

#: from the top of an upright piece to its foot, at ``x``
Piece = tuple[float, float, float]
#: pixels below the heading of a lane where a line goes on
_BACK = 3.0


def ledger(layout: Layout) -> list[float]:
    """Where the rows of outlets have their base lines."""
    return sorted({count.y1 for count in layout.counts if count.outlet})


def grid(layout: Layout) -> list[Piece]:
    """Pieces in units of the axis and pixels, from above the axis to the lower edge."""
    names = [label for label in layout.labels if label.role == "outlet" and not label.x]
    reach = max((label.dx + label.width for label in names), default=0.0)
    heads = [(band.y0, band.y0 + tokens.LANE_HEAD - _BACK) for band in layout.bands]
    if layout.diamonds:
        heads.insert(0, (0.0, layout.bands[0].y0 if layout.bands else layout.foot))
    if names:
        heads.append((layout.foot, layout.foot + tokens.COVERAGE_HEAD + tokens.ROW - _BACK))
    found: list[Piece] = []
    for x in (heading.x for heading in layout.headings if heading.rule):
        if x <= layout.axis.pad:
            continue  # the frame is a line already
        crossed = x * layout.axis.day_px < reach
        ends = [*heads, (layout.foot if crossed else layout.height, 0.0)]
        y = -tokens.AXIS_HEAD
        for top, foot in ends:
            if top > y:
                found.append((x, y, top))
            y = foot
    return found
