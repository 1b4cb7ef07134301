"""Report beside event: a layout and the days of first reports go in, lines come out.

A line runs below its mark's row, from the day on which something happened to the day on which it
was first told, where it ends in a stroke. It must never be drawn for what was told on its own day,
nor for what was told while it went on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from corpus.charts import tokens
from corpus.charts.records import Layout
from corpus.charts.traces import Line

#: pixels from the middle of a row to its line, and the length of the stroke at the line's end
_DOWN, _STROKE = tokens.ROW / 2 - 2.5, 5.0


def report_lines(layout: Layout, told: Mapping[str, date]) -> list[Line]:
    """Lines in units of the axis and pixels; ``told`` is the day of the first report by event."""
    return [line for place in _places(layout) for line in _hook(layout, told, *place)]


def _places(layout: Layout) -> Iterator[tuple[str, float, float, float]]:
    """All that is drawn by itself: event, where it begins and ends on the axis, row."""
    yield from ((mark.event_id, mark.x, mark.x, mark.y) for mark in layout.marks)
    yield from (
        (bar.event_id, bar.segments[0][0], bar.segments[-1][1], bar.y) for bar in layout.bars
    )


def _hook(
    layout: Layout, told: Mapping[str, date], event_id: str, begin: float, end: float, y: float
) -> list[Line]:
    day, item = told.get(event_id), layout.items[event_id]
    if day is None or day in (item.first, item.last):
        return []  # at whatever hour of its day it stands
    x = layout.axis.unit(day)
    near = min(max(x, begin), end)  # of a bar the end that is nearer to its report
    if abs(x - near) * layout.axis.day_px < 1:
        return []
    foot = y + _DOWN
    return [(near, y, near, foot), (near, foot, x, foot), (x, foot, x, foot - _STROKE)]
