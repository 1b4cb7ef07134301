"""A slim timeline under a single event: a layout and the event enter, a Figure leaves.

The axis lies below, the marks stand above it as beads, and the one that is asked for is lit. It
bears no labels: it says where in the whole one is, and must never be mistaken for the timeline.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import plotly.graph_objects as go

from corpus.charts import tokens, traces
from corpus.charts.layout import lay_out
from corpus.charts.minihtml import styled
from corpus.charts.records import Coverage, Fold, Item, Lane, Layout
from corpus.charts.terms import Language, term
from corpus.charts.tokens import PALETTES, Palette, Theme
from corpus.charts.traces import Json
from corpus.charts.typesetting import text_width

#: the one lane that all events share
_LANE = Lane("all", "")
#: height of the beads and of the axis below them, in pixels
_ABOVE, _BELOW = 150.0, 34.0
#: the disc behind the mark that is asked for
_LIT = 34
#: strokes below the axis, and how far below it the months stand, in pixels
_TICK, _TEXT = 6.0, 18.0


def strip(items: Iterable[Item], articles: Iterable[Coverage], language: Language) -> Layout:
    """All events in one lane without labels; the silences between the articles are folded."""
    bare = [replace(item, lane=_LANE.key, label="", conflict="") for item in items]
    return lay_out(bare, (_LANE,), articles, language)


def strip_figure(layout: Layout, event_id: str, theme: Theme) -> go.Figure:
    """The strip with one event lit; an event that the layout does not draw leaves all unlit."""
    ink = PALETTES[theme]
    rows = [*(mark.y for mark in layout.marks), *(bar.y for bar in layout.bars)]
    top = max(rows, default=0.0) - tokens.LANE_HEAD
    height = max(_ABOVE, top + tokens.ROW)
    # plotly counts upwards here, so that the rows of a lane rise from the axis
    lift = tokens.LANE_HEAD
    share = tokens.BEADS[0] / tokens.MARKS[0] if height > _ABOVE else 1.0
    marks = [replace(mark, y=mark.y - lift, size=mark.size * share) for mark in layout.marks]
    bars = [replace(bar, y=bar.y - lift) for bar in layout.bars]
    lit = [(mark.x, mark.y) for mark in marks if mark.event_id == event_id]
    lit += [
        ((bar.segments[0][0] + bar.segments[-1][1]) / 2, bar.y)
        for bar in bars
        if bar.event_id == event_id
    ]
    px = layout.axis.day_px
    data: list[Json] = []
    for fold in layout.folds:
        data += traces.hatch(fold, height, px, ink)
    rule = [(part.start, 0.0, part.end, 0.0) for part in layout.axis.open]
    data += [
        traces.lines(rule, ink.ink, 1.5),
        traces.lines([(h.x, -_TICK, h.x, 0.0) for h in layout.headings if h.text], ink.ink, 1),
        traces.spots(lit, _LIT, ink.marker),
        *traces.bars(bars, px, ink),
        *traces.marks([m for m in marks if m.event_id != event_id], ink),
        *traces.marks(
            [m for m in marks if m.event_id == event_id], replace(ink, classes=(ink.on_marker,) * 4)
        ),
    ]
    mute = {"visible": False, "fixedrange": True}
    return go.Figure(
        data=data,
        layout={
            "height": _ABOVE + _BELOW,
            "xaxis": {"range": [0, layout.axis.units], **mute},
            "yaxis": {"range": [-_BELOW * height / _ABOVE, height], **mute},
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": ink.page,
            "plot_bgcolor": ink.page,
            "font": {"family": tokens.SANS, "size": tokens.STRIP_TEXT, "color": ink.muted},
            "showlegend": False,
            "dragmode": False,
            "hovermode": False,
            "shapes": [traces.dashed_ring(m, ink) for m in marks if m.status == "conditional"],
            "annotations": [
                *_months(layout, -_TEXT * height / _ABOVE),
                *(_silence(fold, height, layout.language, ink) for fold in layout.folds),
            ],
        },
    )


def _months(layout: Layout, y: float) -> list[Json]:
    """The headings below the axis, as far as one does not run into the next."""
    found: list[Json] = []
    reached = float("-inf")
    for heading in layout.headings:
        if heading.x >= reached:
            found.append(_text(heading.text, heading.x, y, "left"))
            wide = text_width(heading.text, tokens.STRIP_TEXT) + tokens.GAP
            reached = heading.x + wide / layout.axis.day_px
    return found


def _silence(fold: Fold, height: float, language: Language, ink: Palette) -> Json:
    """How long nothing was published: the first line of the fold's caption, and of what."""
    days = next(line.text for line in fold.caption if line.role == "title")
    said = styled(days, tokens.STRIP_TEXT, ink.ink, bold=True)
    what = styled(term("no_article", language), tokens.TITLE, ink.muted)
    x, y = (fold.x0 + fold.x1) / 2, height / 2
    if fold.upright:
        return _text(said, x, y, "center", textangle=-90, bgcolor=ink.tint)
    return _text(f"{said}<br>{what}", x, y, "center", bgcolor=ink.tint)


def _text(text: str, x: float, y: float, side: str, **more: object) -> Json:
    place = {"x": x, "y": y, "xanchor": side, "yanchor": "middle", "showarrow": False}
    return {"text": text, **place, "borderpad": 2, **more}
