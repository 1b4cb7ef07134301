"""Articles too many for squares: a throng by outlet and an axis enter, a row for each leaves.

The outlets with most articles in what is shown have rows of their own, all others share one. All
rows have one scale, so that a low row means few articles. Every article is part of one column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from corpus.charts import tokens
from corpus.charts.axis import Axis
from corpus.charts.density import Bins, Throng, Whole, binned, columns, ordinals, tallest
from corpus.charts.records import Count, Coverage, Label
from corpus.charts.terms import Language, term
from corpus.charts.typesetting import shortened, text_width

#: rows of outlets; what is left shares one more
ROWS = 5
#: height of a row, of the tallest column of all, of the least that stands for an article, and of
#: the line of a name, in pixels
_ROW, _TALLEST, _LEAST, _LINE = 19.0, 16.0, 2.5, 14.0
#: the only row of a single outlet
_ALONE = 34.0
#: widest name of an outlet, and the space between it and its number
_NAME, _SPACE = 150.0, 5.0


@dataclass(frozen=True, slots=True)
class OutletParts:
    """What the rows are drawn of, and the height of all of them."""

    height: float
    counts: tuple[Count, ...]
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class _Outlets:
    """Names and numbers of articles of the rows, and the row of each lane of the throng."""

    names: tuple[str, ...]
    held: tuple[int, ...]
    rows: Whole


def gathered(articles: Sequence[Coverage]) -> Throng:
    """Articles as arrays, with a lane for each outlet."""
    number = {name: at for at, name in enumerate(dict.fromkeys(one.outlet for one in articles))}
    days = ordinals(article.day for article in articles)
    lanes = np.array([number[article.outlet] for article in articles], dtype=np.int64)
    return Throng(days, days, lanes, lanes * 0, tuple(number))


def names_room(articles: Throng, language: Language) -> float:
    """Estimated pixels of the widest name with its number; 0 if no row has a name."""
    found = _outlets(articles, language)
    return max(map(_title_room, found.names, found.held), default=0.0)


def fill_outlets(articles: Throng, axis: Axis, top: float, language: Language) -> OutletParts:
    """Rows one below the other from ``top`` on; a single outlet has one row, and no name.

    A name stands at the left of its row. Where its columns are high there, it stands above them.
    """
    found = _outlets(articles, language)
    if not found.names:
        bins = binned(articles.days, articles.lanes * 0, axis)
        px_each = _ALONE / max(tallest(bins), 1)
        return OutletParts(_ALONE, columns(bins, axis, "", top + _ALONE, px_each))
    bins = binned(articles.days, found.rows[articles.lanes], axis)
    px_each = _TALLEST / max(int(bins.counts.max(initial=0)), 1)
    begins = np.array([axis.unit(day, 0) for day in map(date.fromordinal, bins.firsts.tolist())])
    counts: list[Count] = []
    labels: list[Label] = []
    y = top
    for row, (name, held) in enumerate(zip(found.names, found.held, strict=True)):
        own = Bins(bins.firsts, bins.lasts, bins.counts[row : row + 1])
        below = own.counts[0][begins * axis.day_px < _title_room(name, held)].max(initial=0)
        high = max(_ROW, below * px_each + _LINE + 2.0 if below * px_each > _LEAST else 0.0)
        drawn = columns(own, axis, "", y + high, px_each, _LEAST)
        counts += (replace(count, outlet=name) for count in drawn)
        labels += _title(name, held, y + _LINE / 2 + 2.5)
        y += high
    return OutletParts(y - top, tuple(counts), tuple(labels))


def _outlets(articles: Throng, language: Language) -> _Outlets:
    """The rows; without names where they would be one."""
    held = np.bincount(articles.lanes, minlength=len(articles.names))
    order = np.argsort(-held, kind="stable")[: int((held > 0).sum())].tolist()
    if len(order) < 2:
        return _Outlets((), (), held * 0)
    main = order if len(order) <= ROWS + 1 else order[:ROWS]
    rows = np.full(len(held), len(main), dtype=np.int64)
    rows[main] = np.arange(len(main))
    names = [shortened(articles.names[at], _NAME, tokens.LABEL) or "–" for at in main]
    numbers = held[main].tolist()
    if len(main) < len(order):
        names.append(term("more_outlets", language, n=f"{len(order) - ROWS:,}"))
        numbers.append(len(articles) - sum(numbers))
    return _Outlets(tuple(names), tuple(numbers), rows)


def _title_room(name: str, held: int) -> float:
    number = text_width(f"{held:,}", tokens.DAY)
    return text_width(name, tokens.LABEL) + _SPACE + number + tokens.GAP


def _title(name: str, held: int, y: float) -> list[Label]:
    """The name of an outlet and its number of articles."""
    wide, number = text_width(name, tokens.LABEL), f"{held:,}"
    return [
        Label(name, "outlet", 0.0, 1.0, y, "start", wide),
        Label(
            number, "count", 0.0, 1.0 + wide + _SPACE, y, "start", text_width(number, tokens.DAY)
        ),
    ]
