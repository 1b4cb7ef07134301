"""A layout drawn by plotly: placed marks and a theme enter, a Figure leaves.

One unit of y is one pixel. Everything is collected and handed over once (shapes and annotations
added one at a time take seconds). The figure must never depend on what is selected.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import plotly.graph_objects as go

from corpus.charts import answers, tokens, traces
from corpus.charts.axis import Axis, Bounds
from corpus.charts.density import Whole, binned, columns, tallest
from corpus.charts.grid import grid, ledger
from corpus.charts.minihtml import caption, lane_title, safe, styled
from corpus.charts.records import Label, Layout
from corpus.charts.terms import Language, term
from corpus.charts.ticks import ticks
from corpus.charts.tokens import PALETTES, Palette, Theme
from corpus.charts.traces import Json, Line

#: what ``st.plotly_chart`` has to be given beside the figure
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}

_HEADING_UP, _DAY_UP, _TICK, _TICK_MINOR = 35.0, 17.0, 6.0, 3.0
_TITLE_DOWN, _BELOW = 13.0, 2
#: height of the strip of all articles, without the years below it
_STRIP = 36.0
_ALIGN = {"start": "left", "middle": "center", "end": "right"}


def timeline_figure(layout: Layout, theme: Theme = "light", zoom: bool = False) -> go.Figure:
    """The figure of a layout, as wide as the page; its height is that of the layout.

    A click on an event selects a point whose ``customdata`` is the event's id; a click on a square
    of the coverage lane one whose ``customdata`` is the article's. With ``zoom`` a column and a
    fold answer too, with `answers.PERIOD` or `answers.FOLD` before their days.
    """
    ink = PALETTES[theme]
    return go.Figure(
        data=list(_traces(layout, ink, zoom)),
        layout={
            **_frame(layout, ink),
            "shapes": list(_shapes(layout, ink)),
            "annotations": list(_texts(layout, ink)),
        },
    )


def nothing_figure() -> go.Figure:
    """A figure without anything in it."""
    return go.Figure()


def strip_figure(
    axis: Axis, days: Whole, shown: Bounds, language: Language, theme: Theme = "light"
) -> go.Figure:
    """All articles over all days, with the days shown marked; drawing over it selects a box.

    A figure of its own, since Streamlit takes no clicks where something can be drawn over.
    """
    ink = PALETTES[theme]
    bins = binned(days, days * 0, axis)
    counts = columns(bins, axis, "", _STRIP, (_STRIP - 4) / max(tallest(bins), 1))
    low, high = axis.unit(shown[0], 0), axis.unit(shown[1], 1)
    mute = {"visible": False, "fixedrange": True}
    edges: list[Line] = [(low, 0, low, _STRIP), (high, 0, high, _STRIP)]
    below: list[Line] = [(0.0, _STRIP, axis.units, _STRIP)]
    bars = answers.columns_trace(counts, language, ink.muted, ink)
    years, _ = ticks(axis, {}, language)
    texts = [
        _text(styled(year.text, tokens.DAY, ink.muted), year.x, _STRIP + 9, "left")
        for year in years
    ]
    return go.Figure(
        data=[traces.lines(below, ink.hair, 1), bars, traces.lines(edges, ink.ink, 1.5)],
        layout={
            "height": _STRIP + 18,
            "xaxis": {"range": [0, axis.units], **mute},
            "yaxis": {"range": [_STRIP + 18, 0], **mute},
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": ink.page,
            "plot_bgcolor": ink.page,
            "font": {"family": tokens.SANS, "size": tokens.DAY, "color": ink.ink},
            "showlegend": False,
            "barmode": "overlay",
            "dragmode": "select",
            "selectdirection": "h",
            "newselection": {"line": {"color": ink.ink, "width": 1, "dash": "solid"}},
            "shapes": [
                {
                    "type": "rect",
                    "layer": "below",
                    "x0": low,
                    "x1": high,
                    "y0": 0,
                    "y1": _STRIP,
                    "fillcolor": ink.tint,
                    "line": {"width": 0},
                }
            ],
            "annotations": texts,
        },
    )


def _frame(layout: Layout, ink: Palette) -> Json:
    mute = {"visible": False, "fixedrange": True}
    return {
        "height": layout.height + tokens.AXIS_HEAD + _BELOW,
        "xaxis": {"range": [0, layout.axis.units], **mute},
        "yaxis": {"range": [layout.height, -tokens.AXIS_HEAD], **mute},
        "margin": {"l": 0, "r": 0, "t": 0, "b": _BELOW},
        "paper_bgcolor": ink.page,
        "plot_bgcolor": ink.page,
        "font": {"family": tokens.SANS, "size": tokens.LABEL, "color": ink.ink},
        "showlegend": False,
        "dragmode": False,
        "barmode": "overlay",
        "hovermode": "closest",
        "hoverdistance": 12,
        "clickmode": "event+select",
        "uirevision": "dateline",
        "hoverlabel": {
            "bgcolor": ink.raised,
            "font": {"family": tokens.SANS, "size": tokens.HOVER, "color": ink.ink},
            "align": "left",
            "namelength": 0,
        },
    }


def _traces(layout: Layout, ink: Palette, zoom: bool) -> Iterator[Json]:
    """From the ground up; what answers to the pointer comes last."""
    px, units, height = layout.axis.day_px, layout.axis.units, layout.height
    rules: list[Line] = [(0.0, -tokens.AXIS_HEAD, 0.0, height)]
    rules += [(x, top, x, foot) for x, top, foot in grid(layout)]
    rules += [(0.0, y, units, y) for y in ledger(layout)]
    rules += [(0.0, band.y1, units, band.y1) for band in layout.bands if band.y1 < layout.foot]
    yield traces.lines(rules, ink.hair, 1)
    for fold in layout.folds:
        yield from traces.hatch(fold, height, px, ink)
    yield traces.lines(
        [(part.start, 0.0, part.end, 0.0) for part in layout.axis.open], ink.ink, 1.5
    )
    yield traces.lines([(0.0, layout.foot, units, layout.foot)], ink.ink, 1.5)
    named = [(tick.x, -_TICK, tick.x, 0.0) for tick in layout.ticks if tick.text]
    minor = [(tick.x, -_TICK_MINOR, tick.x, 0.0) for tick in layout.ticks if not tick.text]
    yield traces.lines(minor, ink.hatch, 1)
    yield traces.lines(named, ink.ink, 1)
    stems: defaultdict[int, list[Line]] = defaultdict(list)
    for stem in layout.stems:
        stems[stem.quad_class].append((stem.x, stem.y0, stem.x, stem.y1))
    for quad_class, drawn in sorted(stems.items()):
        yield {**traces.lines(drawn, ink.of_class(quad_class), 1.5), "opacity": 0.6}
    yield from traces.bars(layout.bars, px, ink)
    yield from answers.count_columns(layout, ink, zoom)
    yield from traces.marks(layout.marks, ink)
    yield answers.squares(layout, ink)
    if zoom and layout.folds:
        yield answers.fold_hits(layout, ink)
    if layout.diamonds:
        yield answers.diamonds(layout, ink)
    yield from answers.hits(layout, ink)


def _shapes(layout: Layout, ink: Palette) -> Iterator[Json]:
    """The ground of silences under everything, the dashed rings over it."""
    for tint in layout.tints:
        yield {
            "type": "rect",
            "layer": "below",
            "x0": tint.x0,
            "x1": tint.x1,
            "y0": 0,
            "y1": layout.height,
            "fillcolor": ink.tint,
            "line": {"width": 0},
        }
    for mark in layout.marks:
        if mark.status == "conditional":
            yield traces.dashed_ring(mark, ink)


def _texts(layout: Layout, ink: Palette) -> Iterator[Json]:
    language = layout.language
    for heading in layout.headings:
        text = styled(heading.text, tokens.TITLE, bold=True)
        yield _text(text, heading.x, -_HEADING_UP, "left", xshift=6)
    for tick in layout.ticks:
        if tick.text:
            shift = 3 if tick.anchor == "start" else 0
            text = styled(tick.text, tokens.DAY, ink.muted)
            yield _text(text, tick.x, -_DAY_UP, _ALIGN[tick.anchor], xshift=shift)
    for band in layout.bands:
        yield _text(lane_title(band, ink), 0, band.y0 + _TITLE_DOWN, "left", xshift=1)
    if layout.height:
        title = styled(term("articles", language), tokens.TITLE, bold=True)
        count = styled(f"{layout.articles:,}", tokens.LABEL, ink.muted)
        middle = layout.foot + tokens.COVERAGE_HEAD + tokens.ROW / 2
        yield _text(f"{title}  {count}", 0, middle, "left", xshift=1)
    for label in layout.labels:
        yield _label(label, ink)
    for fold in layout.folds:
        x, y = (fold.x0 + fold.x1) / 2, fold.y
        angle = {"textangle": -90} if fold.upright else {"align": "center"}
        yield _text(
            caption(fold, ink, language), x, y, "center", bgcolor=ink.tint, borderpad=5, **angle
        )


def _label(label: Label, ink: Palette) -> Json:
    side = _ALIGN[label.anchor]
    if label.role == "chip":
        text = styled(label.text, tokens.LABEL, ink.on_marker, bold=True)
        chip = {"bgcolor": ink.marker, "borderpad": 1}
        return _text(f"&nbsp;{text}&nbsp;", label.x, label.y, side, xshift=label.dx, **chip)
    small = label.role in ("gap", "count", "known")
    color = ink.muted if small or label.role == "minor" else ink.ink
    text = f'<span style="color:{color}">{safe(label.text)}</span>'
    size = tokens.DAY if small else tokens.LABEL
    return _text(text, label.x, label.y, side, xshift=label.dx, font={"size": size})


def _text(text: str, x: float, y: float, side: str, **more: object) -> Json:
    place = {"x": x, "y": y, "xanchor": side, "yanchor": "middle", "showarrow": False}
    return {"text": text, **place, "borderpad": 0, **more}
