"""Marks, bars and hatches as plotly traces: placed things and a palette enter, dicts leave.

Every trace here is mute; those that answer to the pointer are in `corpus.charts.answers`. Nothing
may move a thing from where the layout put it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from corpus.charts import tokens
from corpus.charts.records import Bar, End, Fold, Mark
from corpus.charts.sizes import dashes
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
_ARROW = 10
#: line of a ring, and of the page around what is filled, as shares of a mark and in pixels at most
_RING, _EDGE = (0.2, 2.0), (0.14, 1.4)
#: how much larger than a disc a shape is that looks as large, where it is no ring
_WIDER: dict[Status, float] = {"happened": 1.0, "ongoing": 1.18}
#: pixels over which a soft end fades, opacity of a soft bar, and of one that did not happen
_FADE, _SOFT, _FAINT = 20.0, 0.82, 0.28
#: bars that may have a gradient each: more of them would be more than a browser draws at once
_GRADIENTS = 120
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


def bars(drawn: Sequence[Bar], day_px: float, ink: Palette) -> list[Json]:
    """All bars, those that look alike in one trace; where they are many, ends fade in one step."""
    stepped = len(drawn) > _GRADIENTS
    return _merged(trace for one in drawn for trace in bar(one, day_px, ink, stepped))


def _merged(found: Iterable[Json]) -> list[Json]:
    """The same lines and grounds in as few traces as there are looks; gradients stay apart."""
    alike: dict[str, Json] = {}
    for number, trace in enumerate(found):
        look = {key: value for key, value in trace.items() if key not in ("x", "y")}
        apart = "fillgradient" in trace or "marker" in trace
        known = alike.setdefault(str(number) if apart else repr(look), {**look, "x": [], "y": []})
        gap = [None] if known["x"] else []
        known["x"] += [*gap, *(at if at is None else round(at, 3) for at in trace["x"])]
        known["y"] += [*gap, *(at if at is None else round(at, 2) for at in trace["y"])]
    return list(alike.values())


def bar(drawn: Bar, day_px: float, ink: Palette, stepped: bool = False) -> list[Json]:
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
        # a bar that goes on ends in the point of its arrow, not behind it
        point = min(_ARROW * 0.7 / day_px, (x1 - x0) * 0.4)
        x0, x1 = x0 + point * (left == "arrow"), x1 - point * (right == "arrow")
        fade = min(_FADE / day_px, (x1 - x0) * 0.4)
        inner = (
            x0 + fade if left in ("soft", "open") else x0,
            x1 - fade if right in ("soft", "open") else x1,
        )
        if strength:
            found += _body(drawn, (x0, x1), inner, color, strength, stepped)
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
    drawn: Bar,
    outer: tuple[float, float],
    inner: tuple[float, float],
    color: str,
    strength: float,
    stepped: bool,
) -> list[Json]:
    """The filled part of a segment, fading to nothing between its outer and its inner ends."""
    (x0, x1), half = outer, drawn.height / 2
    y = [drawn.y + up * half for up in (-1, -1, 1, 1, -1)]
    full, none = _rgba(color, strength), _rgba(color, 0)
    if outer == inner or stepped:
        parts = ((x0, inner[0], 0.4), (*inner, 1.0), (inner[1], x1, 0.4))
        return [
            _ground([a, b, b, a, a], y, fillcolor=_rgba(color, round(strength * share, 2)))
            for a, b, share in parts
            if a < b
        ]
    x = [x0, x1, x1, x0, x0]
    begin, end = ((at - x0) / (x1 - x0) for at in inner)
    scale = [(0.0, none), (begin, full)] if begin else [(0.0, full)]
    scale += [(end, full), (1.0, none)] if end < 1 else [(1.0, full)]
    return [_ground(x, y, fillgradient={"type": "horizontal", "colorscale": scale})]


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
    return points([x for x, _, _ in signs], [y] * len(signs), marker)


def points(x: Sequence[float], y: Sequence[float], marker: Json, **more: Any) -> Json:
    """Markers that look the same whether something is selected or not."""
    same = {"marker": {"opacity": marker["opacity"]}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(at, 3) for at in x],
        "y": [round(at, 2) for at in y],
        "marker": marker,
        "selected": same,
        "unselected": same,
        "cliponaxis": False,
        **_MUTE,
        **more,
    }


def marks(drawn: Sequence[Mark], ink: Palette) -> list[Json]:
    """All marks but the dashed rings, a trace for those that look alike: so they take few bytes."""
    alike: dict[tuple[Status, int, float], list[Mark]] = {}
    for mark in drawn:
        alike.setdefault((mark.status, mark.quad_class, mark.size), []).append(mark)
    return [_marks(own, ink) for kind, own in sorted(alike.items()) if kind[0] in _SYMBOLS]


def _marks(alike: Sequence[Mark], ink: Palette) -> Json:
    status, color = alike[0].status, ink.of_class(alike[0].quad_class)
    full, wide = status in ("happened", "ongoing"), alike[0].size
    share, most = _EDGE if full else _RING
    line = min(share * wide, most)
    # plotly draws the line over the edge: half of a ring's lies outside, half of a disc's is lost
    outer = wide * _WIDER.get(status, tokens.RING) + (line if full else -line)
    marker = {
        "symbol": _SYMBOLS[status],
        "size": round(outer, 2),
        "color": color,
        "opacity": 1,
        "line": {"width": round(line, 2), "color": ink.page if full else color},
    }
    return points([mark.x for mark in alike], [mark.y for mark in alike], marker)


def spots(places: Sequence[tuple[float, float]], size: float, color: str) -> Json:
    """Plain discs, as a ground for marks."""
    marker = {"symbol": "circle", "size": size, "color": color, "opacity": 1}
    return points([x for x, _ in places], [y for _, y in places], marker)


def dashed_ring(mark: Mark, ink: Palette) -> Json:
    """A conditional mark as a layout shape in pixels around its place."""
    line = min(mark.size * 0.15, 1.6)
    half = (mark.size * tokens.RING - line) / 2
    dash = ",".join(f"{length:.2f}px" for length in dashes(half))
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
        "line": {"color": ink.of_class(mark.quad_class), "width": line, "dash": dash},
    }


def _rgba(color: str, alpha: float) -> str:
    """CSS colour with an opacity.

    >>> _rgba("#1F70A8", 0.28)
    'rgba(31,112,168,0.28)'
    """
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"
