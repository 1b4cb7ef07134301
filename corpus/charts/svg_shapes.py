"""Shapes of events as SVG: placed marks, bars, folds and a palette enter, elements leave.

The same shapes as `corpus.charts.traces` gives to plotly: filled if it happened, hollow, dashed or
crossed if not, faded where the day is not known. Nothing here may move a thing from its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from corpus.charts import tokens
from corpus.charts.records import Bar, End, Fold, Mark
from corpus.charts.sizes import dashes
from corpus.charts.tokens import Palette

_ARROW, _FADE = 10.0, 20.0
#: line of a ring and of the page around what is filled, at most and as a share of the mark; how
#: much longer a triangle is than a disc
_LINE, _SHARE, _TRIANGLE = 1.6, 0.2, 1.1
_SOFT, _FAINT = 0.82, 0.28
_TOOTH, _DEEP = 7.0, 3.0

#: characters that XML does not have
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Pen:
    """What draws: the colours, and the pixels of a day."""

    ink: Palette
    px: float

    def element(self, parent: Element, name: str, kind: str = "", /, **values: object) -> Element:
        """An element; numbers are written with two decimals, underscores become hyphens."""
        written = {
            key.replace("_", "-"): f"{value:.2f}" if isinstance(value, float) else str(value)
            for key, value in values.items()
        }
        return SubElement(parent, name, {"class": kind, **written} if kind else written)

    def line(
        self, parent: Element, ends: tuple[float, float, float, float], color: str, width: float
    ) -> Element:
        """A straight line, from x and y to x and y."""
        x1, y1, x2, y2 = ends
        return self.element(
            parent, "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=color, stroke_width=width
        )


def draw_mark(pen: Pen, parent: Element, mark: Mark) -> None:
    """A disc, a triangle, or a ring that is dashed, crossed or has a point."""
    group = pen.element(parent, "g", "mark")
    x, y, color = mark.x * pen.px, mark.y, pen.ink.of_class(mark.quad_class)
    full = mark.status == "happened"
    line = min(mark.size * _SHARE, _LINE)
    r = (mark.size + line) / 2 if full else (mark.size * tokens.RING - line) / 2
    if mark.status == "ongoing":
        r = mark.size / 2 * _TRIANGLE
        points = f"{x - r:.2f},{y - r:.2f} {x + r:.2f},{y:.2f} {x - r:.2f},{y + r:.2f}"
        pen.element(group, "polygon", points=points, fill=color)
        return
    ring = {"fill": color if full else "none", "stroke": pen.ink.page if full else color}
    cut = " ".join(f"{length:.2f}" for length in dashes(r))
    dash = {"stroke_dasharray": cut} if mark.status == "conditional" else {}
    pen.element(group, "circle", cx=x, cy=y, r=r, stroke_width=line, **ring, **dash)
    _sign(pen, group, mark.status, x, y, r * 0.62, color)


def _sign(pen: Pen, group: Element, status: str, x: float, y: float, r: float, color: str) -> None:
    if status == "denied":
        pen.line(group, (x - r, y - r, x + r, y + r), color, 1.5)
        pen.line(group, (x - r, y + r, x + r, y - r), color, 1.5)
    elif status == "claimed":
        pen.element(group, "circle", cx=x, cy=y, r=1.8, fill=color)


def draw_bar(pen: Pen, parent: Element, bar: Bar, name: str) -> None:
    """A bar in its segments; ``name`` makes the ids of its gradients."""
    group = pen.element(parent, "g", "bar")
    color, half = pen.ink.of_class(bar.quad_class), bar.height / 2
    happened = bar.status in ("happened", "ongoing")
    soft = {"soft", "open"} & {bar.left, bar.right}
    strength = (_SOFT if soft else 1.0) if happened else (_FAINT if soft else 0.0)
    cuts: list[End] = ["torn"] * (len(bar.segments) - 1)
    ends = zip(bar.segments, [bar.left, *cuts], [*cuts, bar.right], strict=True)
    for number, ((low, high), left, right) in enumerate(ends):
        x0, x1 = low * pen.px, high * pen.px
        point = min(_ARROW * 0.7, (x1 - x0) * 0.4)
        for end, x, way in ((left, x0, 1.0), (right, x1, -1.0)):
            if end in ("arrow", "open"):
                points = f"{x:.2f},{bar.y:.2f} " + " ".join(
                    f"{x + way * point:.2f},{bar.y + up * _ARROW / 2:.2f}" for up in (-1, 1)
                )
                pen.element(group, "polygon", points=points, fill=color)
        x0, x1 = x0 + point * (left == "arrow"), x1 - point * (right == "arrow")
        fade = min(_FADE, (x1 - x0) * 0.4)
        fades = (
            fade if left in ("soft", "open") else 0.0,
            fade if right in ("soft", "open") else 0.0,
        )
        place = {"x": x0, "y": bar.y - half, "width": x1 - x0, "height": bar.height}
        if strength:
            fill = color if not any(fades) else f"url(#{name}-{number})"
            if any(fades):
                _gradient(pen, group, f"{name}-{number}", color, fades, x1 - x0)
            pen.element(group, "rect", **place, fill=fill, fill_opacity=strength)
        if not happened:
            dash = {"stroke_dasharray": "4 3"} if bar.status == "conditional" else {}
            begin, end_ = x0 + fades[0], x1 - fades[1]
            path = f"M{begin:.2f},{bar.y - half:.2f}H{end_:.2f}"
            path += f"V{bar.y + half:.2f}" if right == "hard" else f"M{end_:.2f},{bar.y + half:.2f}"
            path += f"H{begin:.2f}" + ("Z" if left == right == "hard" else "")
            pen.element(group, "path", d=path, fill="none", stroke=color, stroke_width=1.5, **dash)
    middle = (bar.segments[0][0] + bar.segments[-1][1]) / 2 * pen.px
    _sign(pen, group, bar.status, middle, bar.y, 4.0, color)


def _gradient(
    pen: Pen, group: Element, name: str, color: str, fades: tuple[float, ...], wide: float
) -> None:
    stops = pen.element(group, "linearGradient", id=name)
    begin, end = fades[0] / wide, 1 - fades[1] / wide
    for at, alpha in ((0.0, not fades[0]), (begin, 1), (end, 1), (1.0, not fades[1])):
        pen.element(stops, "stop", offset=at, stop_color=color, stop_opacity=int(alpha))


def draw_fold(pen: Pen, parent: Element, fold: Fold, height: float) -> None:
    """Hatched ground between two torn edges; the caption is written with the other texts."""
    x0, x1 = fold.x0 * pen.px, fold.x1 * pen.px
    steps = [step * _TOOTH for step in range(int(height // _TOOTH) + 1)] + [height]
    teeth = [_DEEP if index % 2 else -_DEEP for index in range(len(steps))]
    left = [f"{x0 + deep:.2f},{y:.2f}" for deep, y in zip(teeth, steps, strict=True)]
    right = [f"{x1 + deep:.2f},{y:.2f}" for deep, y in zip(teeth, steps, strict=True)]
    group = pen.element(parent, "g", "fold")
    ground = " ".join((*left, *reversed(right)))
    pen.element(group, "polygon", points=ground, fill=pen.ink.tint)
    pen.element(group, "polygon", points=ground, fill="url(#hatch)")
    for edge in (left, right):
        pen.element(group, "polyline", points=" ".join(edge), fill="none", stroke=pen.ink.muted)


def hatching(pen: Pen, root: Element) -> None:
    """The pattern of stretches without articles."""
    defs = pen.element(root, "defs")
    pattern = pen.element(
        defs,
        "pattern",
        id="hatch",
        width=7,
        height=7,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    pen.line(pattern, (0.0, 0.0, 0.0, 7.0), pen.ink.hatch, 1.4)


def clean(text: str) -> str:
    """The text with a sign in place of what XML has not."""
    return _NO_XML.sub("�", text)


def draw_text(
    pen: Pen,
    parent: Element,
    kind: str,
    text: str,
    x: float,
    y: float,
    size: float,
    color: str,
    anchor: str = "start",
    bold: bool = False,
) -> Element:
    """One line whose middle lies on ``y``."""
    place = {"x": float(x), "y": y + size * 0.35, "font_size": size, "fill": color}
    weight = {"font_weight": 700} if bold else {}
    drawn = pen.element(parent, "text", kind, **place, text_anchor=anchor, **weight)
    drawn.text = clean(text)
    return drawn
