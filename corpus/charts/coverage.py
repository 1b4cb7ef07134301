"""The coverage lane: articles and an axis enter, squares with outlets and gaps, or columns, leave.

One square is one article as long as there is room; it must never stand for an event. Columns, a
row of them for each outlet, are made by `corpus.charts.outlets`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from corpus.charts import tokens
from corpus.charts.axis import Axis
from corpus.charts.density import Throng
from corpus.charts.outlets import fill_outlets, gathered
from corpus.charts.packing import Block, Option, Placed, Side, stack
from corpus.charts.records import Count, Coverage, Label, Square
from corpus.charts.terms import Language, counted, term
from corpus.charts.typesetting import text_width

#: rows of squares before they become columns; articles up to which outlets are written
_ROWS, NAMED = 3, 40
#: articles that may be squares, if there is room
SQUARES = 300
#: articles up to which every choice of sides is tried
_TRIED = 6
_FOOT = 8.0
_SQUARE, _OFFSET, _INSET = 5.5, 10.5, 2.0
#: pixels that a square without a name needs on either side of the middle of its day
MARGIN = 11.0


@dataclass(frozen=True, slots=True)
class CoverageParts:
    """What the coverage lane is drawn of, and its height."""

    height: float
    squares: tuple[Square, ...] = ()
    labels: tuple[Label, ...] = ()
    counts: tuple[Count, ...] = ()


def fill_coverage(
    articles: Sequence[Coverage] | Throng,
    axis: Axis,
    top: float,
    language: Language,
    hourly: bool = False,
) -> CoverageParts:
    """Articles as squares, named where there is room, or as columns where there is none.

    On an ``hourly`` axis they are columns, as wide as the days of which alone is known.
    """
    if isinstance(articles, Throng):
        return _columns(articles, axis, top, language)
    told = sorted(articles, key=lambda article: (article.day, article.outlet, article.article_id))
    if not told:
        return CoverageParts(tokens.COVERAGE_HEAD + tokens.ROW + _FOOT)
    if hourly:
        return _columns(gathered(told), axis, top, language)
    heading = heading_room(len(told), language)
    options = [_options(article, axis) for article in told]
    placed = _named(told, options, heading, axis) if len(told) <= NAMED else []
    placed = placed or _squeezed(options, heading)
    if not placed:
        return _columns(gathered(told), axis, top, language)
    ys = [top + tokens.COVERAGE_HEAD + (place.row + 0.5) * tokens.ROW for place in placed]
    squares = [
        Square(article, axis.unit(article.day), y) for article, y in zip(told, ys, strict=True)
    ]
    names = [
        Label(
            place.option.text,
            "outlet",
            square.x,
            _OFFSET if place.option.side == "right" else -_OFFSET,
            square.y,
            "start" if place.option.side == "right" else "end",
            text_width(place.option.text, tokens.LABEL),
        )
        for square, place in zip(squares, placed, strict=True)
        if place.option.text
    ]
    first_row = top + tokens.COVERAGE_HEAD + tokens.ROW / 2
    gaps = [
        Label(
            counted("day", "days", days, language),
            "gap",
            (low + high) / 2 / axis.day_px,
            0.0,
            first_row,
            "middle",
            high - low,
        )
        for days, low, high in _gaps(told, placed, heading, axis, language)
    ]
    height = tokens.COVERAGE_HEAD + tokens.ROW * (max(place.row for place in placed) + 1) + _FOOT
    return CoverageParts(height, tuple(squares), (*names, *gaps))


def heading_room(count: int, language: Language) -> float:
    """Estimated pixels of the heading that stands at the left of the lane."""
    text = term("articles", language) + f"  {count:,}"
    return text_width(text, tokens.TITLE, bold=True) + tokens.GAP


def outlet_room(article: Coverage) -> float:
    """Pixels that an article would like on the right of its day."""
    return _OFFSET + text_width(article.outlet, tokens.LABEL) + 2 * _INSET


def _named(
    told: Sequence[Coverage], options: Sequence[tuple[Option, ...]], heading: float, axis: Axis
) -> list[Placed]:
    """Rows for squares that all have their names; empty if that takes too many.

    Few articles are tried with every choice of sides: the one that leaves most gaps free for their
    length is taken.
    """
    blocks = [Block(choice[:-1], group) for group, choice in enumerate(options)]
    sides: tuple[Side, Side] = ("right", "left")
    choices = product(sides, repeat=len(told)) if len(told) <= _TRIED else [()]
    trials = [
        placed
        for choice in choices
        if (placed := _whole(stack(blocks, dict(enumerate(choice)), _ROWS, [_reserved(heading)])))
    ]

    def merit(placed: list[Placed]) -> tuple[int, int, int]:
        left = sum(place.option.side == "left" for place in placed)
        gaps = _gaps(told, placed, heading, axis, "en")
        return -max(place.row for place in placed), len(gaps), -left

    return max(trials, key=merit, default=[])


def _squeezed(options: Sequence[tuple[Option, ...]], heading: float) -> list[Placed]:
    """Rows for squares, with the names for which these rows have room; empty if too many."""
    blocks = [Block(choice[-1:]) for choice in options]
    placed = _whole(stack(blocks, {}, _ROWS, [_reserved(heading)]))
    if len(options) > NAMED:
        return placed
    for index, place in enumerate(placed):
        others = [other.option for other in placed if other is not place and other.row == place.row]
        taken = [(other.low, other.high) for other in others] + [_reserved(heading)[0]]
        for option in options[index][:-1]:
            low, high = option.low - tokens.GAP / 2, option.high + tokens.GAP / 2
            if all(high <= a or low >= b for a, b in taken):
                placed[index] = Placed(place.row, option)
                break
    return placed


def _whole(placed: Sequence[Placed | None]) -> list[Placed]:
    """All places, or none if one is missing."""
    found = [place for place in placed if place]
    return found if len(found) == len(placed) else []


def _reserved(heading: float) -> list[tuple[float, float]]:
    return [(-tokens.GAP, heading)]


def _options(article: Coverage, axis: Axis) -> tuple[Option, ...]:
    """Name on the right, on the left, without a name: as far as there is room."""
    px = axis.day_px
    middle = axis.unit(article.day) * px
    bare = Option("none", middle - _SQUARE, middle + _SQUARE)
    wide = _OFFSET + text_width(article.outlet, tokens.LABEL)
    stretch = next(part for part in axis.open if article.day <= part.last)
    found: list[Option] = []
    if middle + wide <= stretch.end * px - _INSET:
        found.append(Option("right", middle - _SQUARE, middle + wide, article.outlet))
    if middle - wide >= stretch.start * px + _INSET:
        found.append(Option("left", middle - wide, middle + _SQUARE, article.outlet))
    return (*found, bare)


def _gaps(
    told: Sequence[Coverage],
    rows: Sequence[Placed],
    heading: float,
    axis: Axis,
    language: Language,
) -> list[tuple[int, float, float]]:
    """Days between articles, with the extents of that text, where the first row has room for it."""
    used = [(place.option.low, place.option.high) for place in rows if place.row == 0]
    used.append((0.0, heading - tokens.GAP))
    found: list[tuple[int, float, float]] = []
    for one, two in pairwise(sorted({article.day for article in told})):
        days = (two - one).days - 1
        if days < 1 or any(one < fold.first <= two for fold in axis.folds):
            continue
        begin, end = axis.unit(one) * axis.day_px, axis.unit(two) * axis.day_px
        inside = [extent for extent in used if extent[1] > begin and extent[0] < end]
        low = max([begin, *(b for a, b in inside if a <= begin + _SQUARE)])
        high = min([end, *(a for a, b in inside if b >= end - _SQUARE)])
        wide = text_width(counted("day", "days", days, language), tokens.DAY)
        middle = (low + high) / 2
        free = all(b <= low or a >= high for a, b in inside)
        if free and high - low >= wide + 2 * tokens.GAP:
            found.append((days, middle - wide / 2, middle + wide / 2))
    return found


def _columns(articles: Throng, axis: Axis, top: float, language: Language) -> CoverageParts:
    head = tokens.COVERAGE_HEAD + tokens.ROW
    found = fill_outlets(articles, axis, top + head, language)
    return CoverageParts(head + found.height + _FOOT, (), found.labels, found.counts)
