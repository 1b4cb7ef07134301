"""The key of a printed timeline: a layout enters, its shapes with their names leave as SVG.

Only shapes that are on the page are explained; what is on it in no form is counted.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from corpus.charts import tokens
from corpus.charts.records import Bar, Layout, Mark
from corpus.charts.sizes import sized
from corpus.charts.svg_shapes import Pen, draw_bar, draw_mark, draw_text
from corpus.charts.terms import counted, term
from corpus.charts.typesetting import text_width
from corpus.model import STATUSES

#: room of a shape, and the size of the words
_SHAPE, _SIZE = 16.0, 12.0


def draw_key(pen: Pen, root: Element, layout: Layout, sides: tuple[float, float], y: float) -> None:
    """What the shapes mean, what the colours mean, and how many events are not on the page."""
    ink, x = pen.ink, sides[0] + _SHAPE / 2
    plain = Pen(ink, 1.0)
    row = pen.element(root, "g", "key")
    shown = {mark.status for mark in layout.marks} | {bar.status for bar in layout.bars}
    entries = [(status, term(f"status_{status}", layout.language)) for status in STATUSES]
    for status, words in (entry for entry in entries if entry[0] in shown):
        draw_mark(plain, row, Mark("", x, y, status, 0, tokens.MARKS[0]))
        x = _said(pen, row, words, x, y)
    if sized(layout):
        x += (tokens.MARKS[-1] - tokens.MARKS[0]) / 2
        draw_mark(plain, row, Mark("", x, y, "happened", 0, tokens.MARKS[-1]))
        x = _said(pen, row, term("larger", layout.language), x + 2.0, y)
    if any({"soft", "open"} & {bar.left, bar.right} for bar in layout.bars):
        segments = ((x - _SHAPE / 2, x + _SHAPE),)
        soft = Bar("", segments, y, tokens.BAR, "happened", 0, "soft", "soft")
        draw_bar(plain, row, soft, "key")
        x = _said(pen, row, term("day_unknown", layout.language), x + _SHAPE, y)
    left = layout.counted - sum(count.count for count in layout.counts if count.lane)
    if left + layout.undated > 0:
        events = counted("event", "events_counted", left + layout.undated, layout.language)
        draw_text(
            pen,
            row,
            "left",
            term("not_drawn", layout.language, n=events),
            sides[1],
            y,
            _SIZE,
            ink.muted,
            "end",
        )


def _said(pen: Pen, row: Element, words: str, x: float, y: float) -> float:
    """Words behind a shape; the place of the next shape."""
    draw_text(pen, row, "sign", words, x + _SHAPE * 0.75, y, _SIZE, pen.ink.muted)
    return x + 2.5 * _SHAPE + text_width(words, _SIZE)
