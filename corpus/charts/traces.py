"""Marks, bars and hatches as plotly traces: placed things and a palette enter, dicts leave.

Every trace but those that answer to the pointer is mute. Nothing here may move a thing from where
the layout put it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from corpus.charts.minihtml import article_card, count_card, hover_card
from corpus.charts.records import Bar, Count, End, Fold, Layout, Mark
from corpus.charts.tokens import Palette
from corpus.model import Status

Json = dict[str, Any]
#: one line: x and y of its two ends
Line = tuple[float, float, float, float]

#: marker of each status; a dashed ring is no marker of plotly's and is drawn as a shape
_SYMBOLS: dict[Status, str] = {
    "happened": "circle",
    "ongoing": "triangle-right",
    "planned": "circle-open",
    "denied": "circle-x-open",
    "claimed": "circle-open-dot",
}
#: what stands in the middle of a bar, and its size
_SIGNS: dict[Status, tuple[str, float]] = {"denied": ("x-thin-open", 8), "claimed": ("circle", 4)}
_DISC, _TRIANGLE, _ARROW, _SQUARE, _HIT = 11, 13, 10, 11, 20
#: pixels over which a soft end fades, opacity of a soft bar, and of one that did not happen
_FADE, _SOFT, _FAINT = 20.0, 0.82, 0.28
_TOOTH, _TOOTH_DEEP = 7.0, 3.0
_MUTE: Json = {"hoverinfo": "skip", "showlegend": False}


def lines(drawn: Iterable[Line], color: str, width: float) -> Json:
    """Straight lines of one colour in one trace."""
    x: list[float | None] = []
    y: list[float | None] = []
    for x0, y0, x1, y1 in drawn:
        x += [x0, x1, None]
        y += [y0, y1, None]
    pen = {"color": color, "width": width}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": pen, **_MUTE}


def hatch(fold: Fold, height: float, day_px: float, ink: Palette) -> list[Json]:
    """A fold: hatched ground between two torn edges."""
    deep = _TOOTH_DEEP / day_px
    steps = [step * _TOOTH for step in range(int(height // _TOOTH) + 1)] + [height]
    teeth = [deep if index % 2 else -deep for index in range(len(steps))]
    left = [fold.x0 + tooth for tooth in teeth]
    right = [fold.x1 + tooth for tooth in teeth]
    edge = {"color": ink.muted, "width": 1}
    return [
        _ground(
            [*left, *reversed(right)],
            [*steps, *reversed(steps)],
            fillpattern={
                "shape": "/",
                "fgcolor": ink.hatch,
                "bgcolor": ink.tint,
                "fillmode": "replace",
                "size": 7,
                "solidity": 0.18,
            },
        ),
        *(
            {"type": "scatter", "mode": "lines", "x": x, "y": steps, "line": edge, **_MUTE}
            for x in (left, right)
        ),
    ]


def _ground(x: list[float], y: list[float], **fill: Any) -> Json:
    mode = {"type": "scatter", "mode": "lines", "fill": "toself", "line": {"width": 0}}
    return {**mode, "x": x, "y": y, **fill, **_MUTE}


def bar(drawn: Bar, day_px: float, ink: Palette) -> list[Json]:
    """A bar on several days: its segments, its arrows, and its sign if it was denied or claimed."""
    color = ink.of_class(drawn.quad_class)
    soft = {"soft", "open"} & {drawn.left, drawn.right}
    if drawn.status in ("happened", "ongoing"):
        strength = _SOFT if soft else 1.0
    else:
        strength = _FAINT if soft else 0.0
    cuts: list[End] = ["torn"] * (len(drawn.segments) - 1)
    lefts, rights = [drawn.left, *cuts], [*cuts, drawn.right]
    found: list[Json] = []
    for (x0, x1), left, right in zip(drawn.segments, lefts, rights, strict=True):
        fade = min(_FADE / day_px, (x1 - x0) * 0.4)
        inner = (
            x0 + fade if left in ("soft", "open") else x0,
            x1 - fade if right in ("soft", "open") else x1,
        )
        if strength:
            found.append(_body(drawn, (x0, x1), inner, color, strength))
        if drawn.status not in ("happened", "ongoing"):
            found.append(_outline(drawn, inner, left == "hard", right == "hard", color))
    signs: list[tuple[float, str, float]] = []
    if drawn.status in _SIGNS:
        signs.append(((drawn.segments[0][0] + drawn.segments[-1][1]) / 2, *_SIGNS[drawn.status]))
    if drawn.left in ("arrow", "open"):
        signs.append((drawn.segments[0][0] + _ARROW / 2 / day_px, "triangle-left", _ARROW))
    if drawn.right in ("arrow", "open"):
        signs.append((drawn.segments[-1][1] - _ARROW / 2 / day_px, "triangle-right", _ARROW))
    return [*found, _signs(signs, drawn.y, color)] if signs else found


def _body(
    drawn: Bar, outer: tuple[float, float], inner: tuple[float, float], color: str, strength: float
) -> Json:
    """The filled part of a segment, fading to nothing between its outer and its inner ends."""
    (x0, x1), half = outer, drawn.height / 2
    x = [x0, x1, x1, x0, x0]
    y = [drawn.y + up * half for up in (-1, -1, 1, 1, -1)]
    full, none = _rgba(color, strength), _rgba(color, 0)
    if outer == inner:
        return _ground(x, y, fillcolor=full)
    begin, end = ((at - x0) / (x1 - x0) for at in inner)
    scale = [(0.0, none), (begin, full)] if begin else [(0.0, full)]
    scale += [(end, full), (1.0, none)] if end < 1 else [(1.0, full)]
    return _ground(x, y, fillgradient={"type": "horizontal", "colorscale": scale})


def _outline(drawn: Bar, inner: tuple[float, float], left: bool, right: bool, color: str) -> Json:
    """Two lines, joined at an end that is closed: what did not happen is hollow."""
    half = drawn.height / 2 - 0.75
    low, high = drawn.y - half, drawn.y + half
    x: list[float | None] = [inner[0], inner[1]]
    y: list[float | None] = [low, low]
    if not right:
        x.append(None)
        y.append(None)
    x += [inner[1], inner[0]]
    y += [high, high]
    if left:
        x.append(inner[0])
        y.append(low)
    dash = "4px,3px" if drawn.status == "conditional" else "solid"
    pen = {"color": color, "width": 1.5, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": pen, **_MUTE}


def _signs(signs: Sequence[tuple[float, str, float]], y: float, color: str) -> Json:
    marker = {
        "symbol": [symbol for _, symbol, _ in signs],
        "size": [size for _, _, size in signs],
        "color": color,
        "opacity": 1,
        "line": {"width": [1.5 if "thin" in symbol else 0 for _, symbol, _ in signs]},
    }
    return _points([x for x, _, _ in signs], [y] * len(signs), marker)


def _points(x: Sequence[float], y: Sequence[float], marker: Json, **more: Any) -> Json:
    """Markers that look the same whether something is selected or not."""
    same = {"marker": {"opacity": marker["opacity"]}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(x),
        "y": list(y),
        "marker": marker,
        "selected": same,
        "unselected": same,
        "cliponaxis": False,
        **_MUTE,
        **more,
    }


def marks(drawn: Sequence[Mark], ink: Palette) -> Json:
    """All marks but the dashed rings in one trace."""
    shown = [mark for mark in drawn if mark.status in _SYMBOLS]
    filled = [mark.status in ("happened", "ongoing") for mark in shown]
    colors = [ink.of_class(mark.quad_class) for mark in shown]
    marker = {
        "symbol": [_SYMBOLS[mark.status] for mark in shown],
        "size": [_TRIANGLE if mark.status == "ongoing" else _DISC for mark in shown],
        "color": colors,
        "opacity": 1,
        "line": {
            "width": [1.4 if full else 2 for full in filled],
            "color": [
                ink.page if full else color for full, color in zip(filled, colors, strict=True)
            ],
        },
    }
    return _points([mark.x for mark in shown], [mark.y for mark in shown], marker)


def spots(places: Sequence[tuple[float, float]], size: float, color: str) -> Json:
    """Plain discs, as a ground for marks."""
    marker = {"symbol": "circle", "size": size, "color": color, "opacity": 1}
    return _points([x for x, _ in places], [y for _, y in places], marker)


def dashed_ring(mark: Mark, ink: Palette) -> Json:
    """A conditional mark as a layout shape in pixels around its place."""
    half = _DISC / 2 + 0.25
    return {
        "type": "circle",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": mark.x,
        "yanchor": mark.y,
        "x0": -half,
        "x1": half,
        "y0": -half,
        "y1": half,
        "line": {"color": ink.of_class(mark.quad_class), "width": 1.7, "dash": "2.6px,2.1px"},
    }


def hits(layout: Layout, ink: Palette) -> Json:
    """What answers for the events: invisible squares that carry the event's id and its card."""
    cards = {event_id: hover_card(item) for event_id, item in layout.items.items()}
    edges = {key: ink.of_class(item.quad_class) for key, item in layout.items.items()}
    return _points(
        [hit.x for hit in layout.hits],
        [hit.y for hit in layout.hits],
        {"symbol": "square", "size": _HIT, "opacity": 0, "color": ink.page},
        customdata=[hit.event_id for hit in layout.hits],
        hovertext=[cards[hit.event_id] for hit in layout.hits],
        hoverinfo="text",
        hoverlabel={"bordercolor": [edges[hit.event_id] for hit in layout.hits]},
    )


def squares(layout: Layout, ink: Palette) -> Json:
    """The articles of the coverage lane."""
    found = layout.squares
    return _points(
        [square.x for square in found],
        [square.y for square in found],
        {"symbol": "square", "size": _SQUARE, "opacity": 1, "color": ink.ink},
        customdata=[square.article.article_id for square in found],
        hovertext=[article_card(square.article, layout.language) for square in found],
        hoverinfo="text",
        hoverlabel={"bordercolor": ink.muted},
    )


def count_columns(layout: Layout, ink: Palette) -> list[Json]:
    """Columns of counts, a trace for each class."""
    classes = sorted({count.quad_class for count in layout.counts})
    return [_columns([c for c in layout.counts if c.quad_class == n], layout, ink) for n in classes]


def _columns(counts: Sequence[Count], layout: Layout, ink: Palette) -> Json:
    color = ink.of_class(counts[0].quad_class)
    return {
        "type": "bar",
        "x": [(count.x0 + count.x1) / 2 for count in counts],
        "y": [count.y0 - count.y1 for count in counts],
        "base": [count.y1 for count in counts],
        "width": [count.x1 - count.x0 for count in counts],
        "marker": {"color": color, "line": {"width": 0.5, "color": ink.page}},
        "hovertext": [count_card(count, layout.language) for count in counts],
        "hoverinfo": "text",
        "hoverlabel": {"bordercolor": color},
        "textposition": "none",
        "showlegend": False,
    }


def _rgba(color: str, alpha: float) -> str:
    """CSS colour with an opacity.

    >>> _rgba("#1F70A8", 0.28)
    'rgba(31,112,168,0.28)'
    """
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"
