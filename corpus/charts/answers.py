"""What answers to the pointer, as plotly traces: a layout and a palette enter, dicts leave.

Each point carries a plain string that says what a click on it means: the id of an event or of an
article, or `PERIOD` or `FOLD` with days. Hover cards are text, never markup of an article's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.charts import tokens
from corpus.charts.minihtml import article_card, count_card, fold_card, hover_card, milestone_card
from corpus.charts.records import Count, Hit, Layout
from corpus.charts.terms import Language
from corpus.charts.tokens import Palette
from corpus.charts.traces import Json, points

#: what a click on a column or a fold means, before the days that it names
PERIOD, FOLD = "period:", "fold:"
_SQUARE, _HIT, _DIAMOND, _FOLD_STEP = 11, 20, 8, 36
#: bytes of all hover cards of a figure
_CARDS = 420_000


def hits(layout: Layout, ink: Palette) -> list[Json]:
    """What answers for the events: invisible squares that carry the event's id and its card.

    A trace for each class. All cards together have `_CARDS` bytes: where they are many, each says
    less.
    """
    room = _CARDS // max(len(layout.hits), 1)
    cards = {event_id: hover_card(item, room) for event_id, item in layout.items.items()}
    held: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in layout.hits:
        held[layout.items[hit.event_id].quad_class].append(hit)
    return [
        points(
            [hit.x for hit in own],
            [hit.y for hit in own],
            {"symbol": "square", "size": _HIT, "opacity": 0, "color": ink.page},
            customdata=[hit.event_id for hit in own],
            hovertext=[cards[hit.event_id] for hit in own],
            hoverinfo="text",
            hoverlabel={"bordercolor": ink.of_class(quad_class)},
        )
        for quad_class, own in sorted(held.items())
    ]


def fold_hits(layout: Layout, ink: Palette) -> Json:
    """What answers for the folds: a click opens one."""
    places = [
        (fold, y)
        for fold in layout.folds
        for y in range(int(tokens.ROW), int(layout.foot), int(_FOLD_STEP))
    ]
    return points(
        [(fold.x0 + fold.x1) / 2 for fold, _ in places],
        [y for _, y in places],
        {"symbol": "square", "size": _FOLD_STEP, "opacity": 0, "color": ink.page},
        customdata=[f"{FOLD}{fold.first.isoformat()}" for fold, _ in places],
        hovertext=[fold_card(fold, layout.language) for fold, _ in places],
        hoverinfo="text",
        hoverlabel={"bordercolor": ink.muted},
    )


def diamonds(layout: Layout, ink: Palette) -> Json:
    """The known dates."""
    return points(
        [diamond.x for diamond in layout.diamonds],
        [diamond.y for diamond in layout.diamonds],
        {
            "symbol": "diamond-open",
            "size": _DIAMOND,
            "opacity": 1,
            "color": ink.muted,
            "line": {"width": 1.2, "color": ink.muted},
        },
        hovertext=[milestone_card(one, layout.language) for one in layout.diamonds],
        hoverinfo="text",
        hoverlabel={"bordercolor": ink.muted},
    )


def squares(layout: Layout, ink: Palette) -> Json:
    """The articles of the coverage lane."""
    found = layout.squares
    return points(
        [square.x for square in found],
        [square.y for square in found],
        {"symbol": "square", "size": _SQUARE, "opacity": 1, "color": ink.ink},
        customdata=[square.article.article_id for square in found],
        hovertext=[article_card(square.article, layout.language) for square in found],
        hoverinfo="text",
        hoverlabel={"bordercolor": ink.muted},
    )


def count_columns(layout: Layout, ink: Palette, zoom: bool) -> list[Json]:
    """Columns of counts, a trace for each class; with ``zoom`` each carries its days."""
    found: list[Json] = []
    for quad_class in sorted({count.quad_class for count in layout.counts}):
        own = [count for count in layout.counts if count.quad_class == quad_class]
        trace = columns_trace(own, layout.language, ink.of_class(quad_class), ink)
        days = [f"{PERIOD}{one.first.isoformat()}/{one.last.isoformat()}" for one in own]
        found.append({**trace, "customdata": days} if zoom else trace)
    return found


def columns_trace(counts: Sequence[Count], language: Language, color: str, ink: Palette) -> Json:
    """Columns of one colour, each with how many it stands for."""
    same = {"marker": {"opacity": 1}}
    return {
        "type": "bar",
        "x": _numbers((count.x0 + count.x1) / 2 for count in counts),
        "y": _numbers(count.y0 - count.y1 for count in counts),
        "base": _numbers(count.y1 for count in counts),
        "width": _numbers(count.x1 - count.x0 for count in counts),
        "marker": {"color": color, "line": {"width": 0.5, "color": ink.page}},
        "selected": same,
        "unselected": same,
        "hovertext": [count_card(count, language) for count in counts],
        "hoverinfo": "text",
        "hoverlabel": {"bordercolor": color},
        "textposition": "none",
        "showlegend": False,
    }


def _numbers(values: Iterable[float]) -> NDArray[np.float32]:
    """An array: plotly looks at each number of a list, which takes longer than all else."""
    return np.fromiter(values, dtype=np.float32)
