"""A layout on paper: placed marks, words and a theme enter, one SVG page of A3 landscape leaves.

The same layout that the screen draws, with real text in the reader's own faces, so that a designer
can open it and a printer sets it sharp. Nothing may lie outside the page, and no text of an article
is ever markup: the page is a tree of elements, written by an XML library.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, tostring

from corpus.charts import tokens
from corpus.charts.grid import grid, ledger
from corpus.charts.records import Fold, Label, Layout
from corpus.charts.shapes import CHIP_PAD
from corpus.charts.svg_key import draw_key
from corpus.charts.svg_shapes import (
    Pen,
    clean,
    draw_bar,
    draw_fold,
    draw_mark,
    draw_text,
    hatching,
)
from corpus.charts.terms import term
from corpus.charts.tokens import PALETTES, Theme
from corpus.charts.typesetting import text_width, wrapped

#: A3 landscape at 96 pixels to the inch, its margin, and the reference width to lay out for it
WIDE, HIGH, MARGIN = 1587.0, 1122.0, 48.0
PAGE_WIDTH = WIDE - 2 * MARGIN
#: sizes of the words around the chart, and the lines that they may take
_HEADLINE, _SCOPE, _SOURCE, _LINES = 26.0, 15.0, 12.0, 3
#: share of the width that lines are wrapped to: the faces at hand may be wider than the estimate
_SAFE = 0.92
#: height of the key, and the widths for which a chart may be laid out
_KEY, _WIDTHS = 26.0, (1120.0, 1300.0, PAGE_WIDTH, 1750.0, 2100.0, 2600.0)
_LEAD = 1.35
_HEADING_UP, _DAY_UP, _TICK, _TICK_MINOR, _TITLE_DOWN = 35.0, 17.0, 6.0, 3.0, 13.0


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the chart, as plain text: headline, scope, source."""

    title: str
    scope: str = ""
    source: str = ""


def timeline_svg(
    layout: Layout, page: Page, theme: Theme = "light", links: Mapping[str, str] | None = None
) -> str:
    """The page as the text of an SVG file; ``links`` are addresses by the id of an event.

    The chart is made smaller, never cut, if it is higher or wider than the page.
    """
    ink = PALETTES[theme]
    pen = Pen(ink, layout.axis.day_px)
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDE:g} {HIGH:g}",
            "width": "420mm",
            "height": "297mm",
            "lang": layout.language,
            "font-family": tokens.SANS,
        },
    )
    pen.element(root, "title").text = clean(page.title)
    pen.element(root, "desc").text = clean(f"{page.scope} {page.source}")
    pen.element(root, "rect", width=WIDE, height=HIGH, fill=ink.page)
    hatching(pen, root)
    top, foot = _room(layout, page)
    below = _words(pen, root, page.title, MARGIN, _HEADLINE, ink.ink, tokens.SERIF)
    _words(pen, root, page.scope, below, _SCOPE, ink.muted)
    _words(pen, root, page.source, foot + _KEY, _SOURCE, ink.muted)
    draw_key(pen, root, layout, (MARGIN, MARGIN + PAGE_WIDTH), foot + _KEY / 2)
    wide, high = layout.axis.units * pen.px, layout.height + tokens.AXIS_HEAD
    scale = min(PAGE_WIDTH / wide, (foot - top) / high)
    y = top + tokens.AXIS_HEAD * scale
    chart = pen.element(
        root, "g", "chart", transform=f"translate({MARGIN:g},{y:.2f}) scale({scale:.4f})"
    )
    _ground(pen, chart, layout)
    _events(pen, chart, layout, links or {})
    _texts(pen, chart, layout)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def fitted(layout: Callable[[float], Layout], page: Page) -> Layout:
    """Of the layouts for several widths the one that fills most of the page."""
    return max(map(layout, _WIDTHS), key=lambda drawn: _filled(drawn, page))


def _filled(layout: Layout, page: Page) -> float:
    """Area of the chart on the page, in square pixels."""
    top, foot = _room(layout, page)
    wide, high = layout.axis.units * layout.axis.day_px, layout.height + tokens.AXIS_HEAD
    return wide * high * min(PAGE_WIDTH / wide, (foot - top) / high) ** 2


def _room(layout: Layout, page: Page) -> tuple[float, float]:
    """Where the chart may begin and must end; the key and the source stand below."""
    top = (
        MARGIN
        + tokens.GAP
        + sum(
            size * _LEAD * len(_lines(text, size))
            for text, size in ((page.title, _HEADLINE), (page.scope, _SCOPE))
        )
    )
    source = _SOURCE * _LEAD * len(_lines(page.source, _SOURCE))
    return top, HIGH - MARGIN - source - _KEY - tokens.GAP


def _lines(text: str, size: float) -> list[str]:
    """The lines of a text, the last of them with an ellipsis if it is too long for the page."""
    lines = wrapped(text, PAGE_WIDTH * _SAFE, size)
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], f"{lines[_LINES - 1]} …"]


def _words(
    pen: Pen, root: Element, text: str, top: float, size: float, color: str, face: str = ""
) -> float:
    """Lines of text from ``top`` on; what they leave below."""
    for line in _lines(text, size):
        top += size * _LEAD
        kind = {"font_family": face, "font_weight": 600} if face else {}
        place = {"x": MARGIN, "y": top - size * 0.3, "fill": color, "font_size": size}
        pen.element(root, "text", "words", **place, **kind).text = clean(line)
    return top


def _ground(pen: Pen, chart: Element, layout: Layout) -> None:
    """Silences, rules, the axis with its strokes."""
    ink, px, wide = pen.ink, pen.px, layout.axis.units * pen.px
    for tint in layout.tints:
        pen.element(
            chart,
            "rect",
            "tint",
            x=tint.x0 * px,
            y=0,
            width=max((tint.x1 - tint.x0) * px, 0.0),
            height=layout.height,
            fill=ink.tint,
        )
    for x, top, foot in grid(layout):
        pen.line(chart, (x * px, top, x * px, foot), ink.hair, 1.0)
    for band in layout.bands:
        pen.line(chart, (0.0, band.y1, wide, band.y1), ink.hair, 1.0)
    for y in ledger(layout):
        pen.line(chart, (0.0, y, wide, y), ink.hair, 1.0)
    for fold in layout.folds:
        draw_fold(pen, chart, fold, layout.height)
    for part in layout.axis.open:
        pen.line(chart, (part.start * px, 0.0, part.end * px, 0.0), ink.ink, 1.5)
    pen.line(chart, (0.0, layout.foot, wide, layout.foot), ink.ink, 1.5)
    for tick in layout.ticks:
        up = _TICK if tick.text else _TICK_MINOR
        color = ink.ink if tick.text else ink.hatch
        pen.line(chart, (tick.x * px, -up, tick.x * px, 0.0), color, 1.0).set("class", "tick")


def _events(pen: Pen, chart: Element, layout: Layout, links: Mapping[str, str]) -> None:
    """Everything that stands for something: events, counts, articles, known dates."""
    ink, px = pen.ink, pen.px

    def linked(event_id: str) -> Element:
        address = links.get(event_id, "")
        home = chart if not address else pen.element(chart, "a", href=clean(address))
        if address:
            pen.element(home, "title").text = clean(layout.items[event_id].label)
        return home

    for stem in layout.stems:
        color = ink.of_class(stem.quad_class)
        line = pen.line(chart, (stem.x * px, stem.y0, stem.x * px, stem.y1), color, 1.5)
        line.set("class", "stem")
        line.set("stroke-opacity", "0.6")
    for number, bar in enumerate(layout.bars):
        draw_bar(pen, linked(bar.event_id), bar, f"fade{number}")
    for mark in layout.marks:
        draw_mark(pen, linked(mark.event_id), mark)
    for count in layout.counts:
        wide = (count.x1 - count.x0) * px
        place = {"x": count.x0 * px, "y": count.y0, "width": wide, "height": count.y1 - count.y0}
        color = ink.of_class(count.quad_class)
        pen.element(chart, "rect", "count", **place, fill=color, stroke=ink.page, stroke_width=0.5)
    for square in layout.squares:
        place = {"x": square.x * px - 5.5, "y": square.y - 5.5, "width": 11, "height": 11}
        pen.element(chart, "rect", "square", **place, fill=ink.ink)
    for diamond in layout.diamonds:
        x, y = diamond.x * px, diamond.y
        points = f"{x - 4:.2f},{y:.2f} {x:.2f},{y - 4:.2f} {x + 4:.2f},{y:.2f} {x:.2f},{y + 4:.2f}"
        drawn = pen.element(
            chart, "polygon", "diamond", points=points, fill="none", stroke=ink.muted
        )
        told = "; ".join(f"{known.day.isoformat()} {known.label}" for known in diamond.milestones)
        pen.element(drawn, "title").text = clean(told)


def _texts(pen: Pen, chart: Element, layout: Layout) -> None:
    ink, px, language = pen.ink, pen.px, layout.language
    for heading in layout.headings:
        x = heading.x * px + 6
        draw_text(
            pen, chart, "heading", heading.text, x, -_HEADING_UP, tokens.TITLE, ink.ink, bold=True
        )
    for tick in layout.ticks:
        if tick.text:
            x = tick.x * px + (3 if tick.anchor == "start" else 0)
            draw_text(pen, chart, "day", tick.text, x, -_DAY_UP, tokens.DAY, ink.muted, tick.anchor)
    heads = [
        (band.lane.title, band.note, band.y0 + _TITLE_DOWN, ink.of_class(band.lane.quad_class))
        for band in layout.bands
    ]
    middle = layout.foot + tokens.COVERAGE_HEAD + tokens.ROW / 2
    if layout.height:
        heads.append((term("articles", language), f"{layout.articles:,}", middle, ink.ink))
    for title, note, y, color in heads:
        text = draw_text(pen, chart, "lane", title, 1.0, y, tokens.TITLE, color, bold=True)
        rest = {"font_size": tokens.LABEL, "font_weight": 400, "fill": ink.muted}
        pen.element(text, "tspan", dx=6, **rest).text = clean(note)
    for label in layout.labels:
        _label(pen, chart, label)
    for fold in layout.folds:
        _caption(pen, chart, fold, language)


def _label(pen: Pen, chart: Element, label: Label) -> None:
    ink, x = pen.ink, label.x * pen.px + label.dx
    small = label.role in ("gap", "count", "known")
    color = ink.muted if small or label.role == "minor" else ink.ink
    size = tokens.DAY if small else tokens.LABEL
    if label.role == "chip":
        low = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * label.width
        wide = label.width + CHIP_PAD
        box = {"x": low - CHIP_PAD / 2, "y": label.y - 9, "width": wide, "height": 18}
        pen.element(chart, "rect", "chip", **box, fill=ink.marker)
        color = ink.on_marker
    bold = label.role == "chip"
    drawn = draw_text(pen, chart, "label", label.text, x, label.y, size, color, label.anchor, bold)
    # where the face is another one the words keep to the room that they were packed for
    room = text_width(label.text, size, bold)
    drawn.set("textLength", f"{room:.2f}")
    drawn.set("lengthAdjust", "spacingAndGlyphs")


def _caption(pen: Pen, chart: Element, fold: Fold, language: str) -> None:
    """The lines of a caption on plain ground, or one upright line."""
    ink, x = pen.ink, (fold.x0 + fold.x1) / 2 * pen.px
    if fold.upright:
        text = " ".join(line.text for line in fold.caption)
        turn = f"rotate(-90 {x:.2f} {fold.y:.2f})"
        half = text_width(text, tokens.LABEL, bold=True) / 2 + 5
        box = {"x": x - half, "y": fold.y - 9, "width": 2 * half, "height": 18}
        pen.element(chart, "rect", **box, fill=ink.tint, transform=turn)
        drawn = draw_text(pen, chart, "caption", text, x, fold.y, tokens.LABEL, ink.ink, "middle")
        drawn.set("transform", turn)
        return
    sizes = [
        tokens.CAPTION_TITLE if line.role == "title" else tokens.LABEL for line in fold.caption
    ]
    high = sum(sizes) * _LEAD
    wide = max(map(text_width, (line.text for line in fold.caption), sizes)) + 10
    box = {"x": x - wide / 2, "y": fold.y - high / 2 - 5, "width": wide, "height": high + 10}
    pen.element(chart, "rect", **box, fill=ink.tint)
    y = fold.y - high / 2
    for line, size in zip(fold.caption, sizes, strict=True):
        middle = y + size * _LEAD / 2
        color = ink.muted if line.role == "when" else ink.ink
        bold = line.role == "title"
        drawn = draw_text(pen, chart, "caption", line.text, x, middle, size, color, "middle", bold)
        if line.role == "note" and language == "en":
            drawn.set("font-style", "italic")
        y += size * _LEAD
