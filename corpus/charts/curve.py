"""The escalation curve: intensity by stretch of time enters, a Figure leaves.

Up is conflict, down is cooperation. The band reaches from the least to the greatest of the scales,
so that one sees how far the choice of a scale matters. Where nothing was published there is a
hatch and no line: silence is not calm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import plotly.graph_objects as go

from corpus.charts import tokens
from corpus.charts.minihtml import safe, styled
from corpus.charts.records import Fold
from corpus.charts.terms import Language, counted, dated, period, term
from corpus.charts.tokens import PALETTES, Palette, Theme
from corpus.charts.traces import Json, hatch, lines
from corpus.charts.typesetting import text_width
from corpus.tables import Row

#: pixels from the level of balance to either end of a scale; of the highest column of counts
_HALF, _COUNTS = 96.0, 34.0
#: the least part of either half that is drawn, so that a flat curve looks flat
_LEAST = 0.3
_HEAD, _FOOT, _BETWEEN = 10.0, 24.0, 28.0
#: width of a stretch without articles, in stretches
_GAP = 0.6
_DOT = 8
#: a point that rests on fewer events is hollow
THIN = 10
#: reference width in pixels, for the texts below the axis
_WIDTH = 1120.0


@dataclass(frozen=True, slots=True)
class _Point:
    """A stretch in its place: ``x`` in stretches from the left."""

    x: float
    row: Row


def curve_figure(found: Sequence[Row], scale: str, language: Language, theme: Theme) -> go.Figure:
    """The curve of the rows of `corpus.escalation.intensity` on one of its scales."""
    ink = PALETTES[theme]
    points, gaps = _placed(found)
    units = points[-1].x + 0.5 if points else 1.0
    level = _Level.of(points)
    low = level.y(-level.down) + _BETWEEN + _COUNTS
    data: list[Json] = []
    for fold in gaps:
        data += hatch(fold, low, _WIDTH / units, ink)
    data += [
        lines([(0.0, level.y(0), units, level.y(0))], ink.hatch, 1),
        lines([(0.0, low, units, low)], ink.ink, 1.5),
        *(_band(run, level, ink) for run in _runs(points)),
        _columns(points, low, language, ink),
        _line(points, level, scale, language, ink),
    ]
    mute = {"visible": False, "fixedrange": True}
    return go.Figure(
        data=data,
        layout={
            "height": low + _FOOT,
            "xaxis": {"range": [0, units], **mute},
            "yaxis": {"range": [low + _FOOT, 0], **mute},
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": ink.page,
            "plot_bgcolor": ink.page,
            "font": {"family": tokens.SANS, "size": tokens.LABEL, "color": ink.muted},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": ink.raised,
                "font": {"family": tokens.SANS, "size": tokens.HOVER, "color": ink.ink},
                "align": "left",
                "namelength": 0,
            },
            "annotations": list(_texts(points, gaps, level, low, units, language, ink)),
        },
    )


@dataclass(frozen=True, slots=True)
class _Level:
    """How far up and down from the level of balance the scales reach, each 0 to 1."""

    up: float
    down: float

    @classmethod
    def of(cls, points: Sequence[_Point]) -> _Level:
        """What the band needs: the same on each scale, so that a switch moves nothing."""
        told = [point.row for point in points if point.row["events"]]
        up = max((row["high"] for row in told), default=1.0)
        down = max((-row["low"] for row in told), default=1.0)
        return cls(max(up, _LEAST), max(down, _LEAST))

    def y(self, value: float) -> float:
        """Where a value from -1 to +1 stands, in pixels from the top."""
        return _HEAD + _HALF * (self.up - value)


def _placed(found: Sequence[Row]) -> tuple[list[_Point], list[Fold]]:
    """Stretches side by side, with a fold where something is missing between two of them."""
    points: list[_Point] = []
    gaps: list[Fold] = []
    x = 0.5
    before: date | None = None
    for row in found:
        first, last = row["first"].date(), row["last"].date()
        if before and first > before + timedelta(days=1):
            silent = before + timedelta(days=1), first - timedelta(days=1)
            gaps.append(Fold(x - 0.5, x - 0.5 + _GAP, *silent, (), upright=False))
            x += _GAP
        points.append(_Point(x, row))
        before = last
        x += 1.0
    return points, gaps


def _runs(points: list[_Point]) -> list[list[_Point]]:
    """Points with a value, one beside the other."""
    runs: list[list[_Point]] = [[]]
    for point in points:
        if point.row["events"]:
            if runs[-1] and point.x - runs[-1][-1].x > 1:
                runs.append([])
            runs[-1].append(point)
    return [run for run in runs if run]


def _band(run: list[_Point], level: _Level, ink: Palette) -> Json:
    """From the least to the greatest scale; a single stretch has a band of its own width."""
    xs = [point.x for point in run] if len(run) > 1 else [run[0].x - 0.2, run[0].x + 0.2]
    both = run if len(run) > 1 else run * 2
    lows, highs = ([level.y(point.row[side]) for point in both] for side in ("low", "high"))
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "fillcolor": ink.hair,
        "line": {"width": 0},
        "x": [*xs, *reversed(xs)],
        "y": [*highs, *reversed(lows)],
        "hoverinfo": "skip",
    }


def _line(
    points: list[_Point], level: _Level, scale: str, language: Language, ink: Palette
) -> Json:
    x: list[float | None] = []
    y: list[float | None] = []
    told: list[str] = []
    fills: list[str] = []
    for run in _runs(points):
        x += [*(point.x for point in run), None]
        y += [*(level.y(point.row[scale]) for point in run), None]
        told += [*(_card(point.row, scale, language) for point in run), ""]
        thin = (point.row["events"] < THIN for point in run)
        fills += [*(ink.page if few else ink.ink for few in thin), ink.page]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": x,
        "y": y,
        "line": {"color": ink.ink, "width": 2},
        "marker": {
            "color": fills,
            "size": _DOT,
            "line": {"color": ink.ink, "width": 1.6},
        },
        "hovertext": told,
        "hoverinfo": "text",
        "hoverlabel": {"bordercolor": ink.muted},
    }


def _card(row: Row, scale: str, language: Language) -> str:
    days = period(row["first"].date(), row["last"].date(), language)
    count = counted("event", "events_counted", row["events"], language)
    said = term(
        "curve_card",
        language,
        scale=term(f"scale_{scale}", language),
        value=f"{row[scale]:+.2f}",
        low=f"{row['low']:+.2f}",
        high=f"{row['high']:+.2f}",
    )
    return f"<b>{safe(days)}</b><br>{safe(count)}<br>{safe(said)}"


def _columns(points: list[_Point], low: float, language: Language, ink: Palette) -> Json:
    """How many events each point rests on."""
    most = max((point.row["events"] for point in points), default=0) or 1
    return {
        "type": "bar",
        "x": [point.x for point in points],
        "y": [-_COUNTS * point.row["events"] / most for point in points],
        "base": low,
        "width": 0.62,
        "marker": {"color": ink.hatch},
        "hovertext": [
            safe(counted("event", "events_counted", point.row["events"], language))
            for point in points
        ],
        "hoverinfo": "text",
        "hoverlabel": {"bordercolor": ink.muted},
    }


def _texts(
    points: list[_Point],
    gaps: list[Fold],
    level: _Level,
    low: float,
    units: float,
    language: Language,
    ink: Palette,
) -> list[Json]:
    texts = [
        _text(safe(term("curve_up", language)), 0, level.y(level.up) + 2, "left"),
        _text(safe(term("curve_down", language)), 0, level.y(-level.down) - 2, "left"),
        _text(safe(term("curve_counts", language)), 0, low - _COUNTS - 8, "left"),
    ]
    for gap in gaps:
        days = counted("day", "days", (gap.last - gap.first).days + 1, language)
        said = styled(days, tokens.TITLE, ink.ink, bold=True)
        narrow = text_width(days, tokens.TITLE, bold=True) > _GAP * _WIDTH / units
        angle = {"textangle": -90} if narrow else {}
        texts.append(
            _text(said, (gap.x0 + gap.x1) / 2, low / 2, "center", bgcolor=ink.tint, **angle)
        )
    reached = float("-inf")
    year = 0
    for point in points:
        text = stretch_name(point.row, year, language)
        half = text_width(text, tokens.DAY) / 2 + tokens.GAP / 2
        at = max(point.x * _WIDTH / units, half)  # the first must not reach out of the figure
        if text and at - half >= reached:
            texts.append(_text(safe(text), at * units / _WIDTH, low + _FOOT / 2, "center"))
            reached = at + half
            year = point.row["first"].year  # a year that had no room stands at the next
    return texts


def stretch_name(row: Row, year: int, language: Language) -> str:
    """How a stretch is called below the axis; with its year where that is not ``year``."""
    first, last = row["first"].date(), row["last"].date()
    new = first.year != year
    if (last - first).days < 7:
        return dated(first, "day" if new else "day_month", language)
    if (last - first).days > 300:
        return str(first.year)
    return dated(first, "month_short" if new else "month_alone_short", language)


def _text(text: str, x: float, y: float, side: str, **more: object) -> Json:
    place = {"x": x, "y": y, "xanchor": side, "yanchor": "middle", "showarrow": False}
    return {"text": text, **place, "borderpad": 2, "bgcolor": "rgba(0,0,0,0)", **more}
