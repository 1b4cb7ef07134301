"""Who published when: articles enter, a layout with a row for each outlet leaves.

Every article is drawn once in its outlet's row and once in the row of all, as a square or as part
of a week's column; all columns have one scale. What nobody published is folded and hatched as on
the timeline; it must never look like a week in which nothing happened.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.charts import tokens
from corpus.charts.axis import FOLD_OVER, Axis, Claim, folded_axis
from corpus.charts.coverage import NAMED, heading_room
from corpus.charts.density import Bins, binned, columns, ordinals, tallest
from corpus.charts.layout import WIDTH
from corpus.charts.records import Band, Coverage, Label, Lane, Layout, Square
from corpus.charts.silences import caption_height, folds, silences, tints
from corpus.charts.terms import Language, counted, term
from corpus.charts.ticks import ticks
from corpus.charts.typesetting import shortened, text_width

#: rows of outlets; what is left shares one more
ROWS = 14
#: height of a row, of its tallest column, and of the least that stands for an article, in pixels
_ROW, _TALLEST, _LEAST = 30.0, 26.0, 2.5
#: widest name of an outlet; side and distance of squares, all in pixels
_NAME, _SQUARE, _STEP = 170.0, 11.0, 14.0
#: where `corpus.charts.timeline` writes the title of a lane and of the lowest row
_TITLE_DOWN, _HEAD = 13.0, tokens.COVERAGE_HEAD + tokens.ROW / 2
_FOOT = 4.0


@dataclass(frozen=True, slots=True)
class _Row:
    """One outlet, or several that share a row, and its place."""

    title: str
    articles: tuple[Coverage, ...]
    #: upper edge of what stands in it, lower edge of the row
    y: float
    end: float
    #: the level of each article's square, counted from the row's middle downwards
    levels: tuple[int, ...] = ()


def lay_out_outlets(
    articles: Iterable[Coverage], language: Language = "en", width: float = WIDTH
) -> Layout:
    """A row for each outlet, those with most articles first, and under a rule all of them.

    Up to `NAMED` articles are squares that carry their id; more are columns by week. A single
    outlet has the row of all only. Without articles the layout has no axis.
    """
    told = sorted(articles, key=lambda article: (article.day, article.outlet, article.article_id))
    named = _by_outlet(told, language)
    axis = _axis(told, [title for title, _ in named], width, language)
    if not axis.stretches:
        return Layout(language, axis, 0.0, 0.0)
    squares = len(told) <= NAMED
    silent = silences((article.day for article in told), [])
    caption = max(map(caption_height, folds(axis, silent, 0.0, language)), default=0.0)
    rows = _placed(named, axis, squares, language, caption / max(len(named), 1))
    foot = rows[-1].end if rows else caption
    total = replace(_placed([("", told)], axis, squares, language)[0], y=foot + _HEAD - _ROW / 2)
    height = total.y - foot + total.end
    bins = [] if squares else [_binned(row, axis) for row in (*rows, total)]
    px_each = _TALLEST / max(map(tallest, bins[:-1] or bins), default=1)
    counts = [
        count
        for row, held in zip(rows, bins, strict=False)
        for count in columns(held, axis, "", row.y + _ROW, px_each, _LEAST)
    ]
    if bins:
        height = max(height, tallest(bins[-1]) * px_each + 2 * _FOOT)
        counts += columns(bins[-1], axis, "", foot + height - _FOOT, px_each, _LEAST)
    headings, marked = ticks(axis, Counter(article.day for article in told), language)
    return Layout(
        language=language,
        axis=axis,
        height=foot + height,
        foot=foot,
        headings=headings,
        ticks=marked,
        tints=tints(axis, silent),
        folds=folds(axis, silent, foot, language),
        bands=tuple(
            Band(
                Lane("", row.title),
                f"{len(row.articles):,}",
                row.y + _ROW / 2 - _TITLE_DOWN,
                row.end,
            )
            for row in rows
        ),
        labels=tuple(label for row in rows for label in _gaps(row, axis, language)),
        counts=tuple(counts),
        squares=tuple(
            Square(article, axis.unit(article.day), row.y + _ROW / 2 + level * _STEP)
            for row in (*rows, total)
            for article, level in zip(row.articles, row.levels, strict=False)
        ),
        articles=len(told),
    )


def _by_outlet(
    told: Sequence[Coverage], language: Language
) -> list[tuple[str, Sequence[Coverage]]]:
    """Outlets with their articles, most first; the last row holds what has none of its own."""
    held: defaultdict[str, list[Coverage]] = defaultdict(list)
    for article in told:
        held[article.outlet].append(article)
    ordered: list[tuple[str, Sequence[Coverage]]] = [
        (shortened(name, _NAME, tokens.TITLE) or "–", own)
        for name, own in sorted(held.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    if len(ordered) <= ROWS + 1:
        return ordered if len(ordered) > 1 else []
    rest = {article.article_id for _, own in ordered[ROWS:] for article in own}
    title = term("more_outlets", language, n=f"{len(ordered) - ROWS:,}")
    return [*ordered[:ROWS], (title, [article for article in told if article.article_id in rest])]


def _axis(
    told: Sequence[Coverage], titles: Sequence[str], width: float, language: Language
) -> Axis:
    """The axis of the articles, with room for the titles before the first of them."""
    if not told:
        return folded_axis([], width)
    wide = [_title_room(title, len(told), language) for title in ("", *titles)]
    left = max(wide) + _SQUARE
    claims = [Claim(article.day, article.day, _SQUARE, _SQUARE) for article in told]
    begin = told[0].day
    return folded_axis([*claims, Claim(begin, begin, left=left)], width)


def _placed(
    named: Sequence[tuple[str, Sequence[Coverage]]],
    axis: Axis,
    squares: bool,
    language: Language,
    least: float = _ROW,
) -> list[_Row]:
    """Rows one below the other, as high as their squares need and ``least`` asks."""
    rows: list[_Row] = []
    y = 0.0
    for title, own in named:
        levels = _levels(own, axis, _title_room(title, len(own), language)) if squares else ()
        needed = _ROW + max(levels, default=0) * _STEP
        height = max(needed, least)
        rows.append(_Row(title, tuple(own), y + (height - needed) / 2, y + height, levels))
        y += height
    return rows


def _title_room(title: str, count: int, language: Language) -> float:
    """Pixels that the title of a row needs; of the row of all, which has none of its own."""
    if not title:
        return heading_room(count, language)
    number = text_width(f"  {count:,}", tokens.LABEL)
    return text_width(title, tokens.TITLE, bold=True) + number + tokens.GAP


def _levels(articles: Sequence[Coverage], axis: Axis, title: float) -> tuple[int, ...]:
    """The highest free level of each square, so that none covers another or the title."""
    ends = [title - _SQUARE / 2]
    levels: list[int] = []
    for article in articles:
        x = axis.unit(article.day) * axis.day_px
        level = next((n for n, end in enumerate(ends) if x - end >= _STEP), len(ends))
        ends[level : level + 1] = [x]
        levels.append(level)
    return tuple(levels)


def _binned(row: _Row, axis: Axis) -> Bins:
    days = ordinals(article.day for article in row.articles)
    return binned(days, days * 0, axis)


def _gaps(row: _Row, axis: Axis, language: Language) -> list[Label]:
    """How long an outlet is silent between two of its articles, where the row has room to say."""
    found: list[Label] = []
    for one, two in pairwise(sorted({article.day for article in row.articles})):
        days = (two - one).days - 1
        if days < 1 or any(one < fold.first <= two for fold in axis.folds):
            continue
        if not row.levels and days <= FOLD_OVER:
            continue
        text = counted("day", "days", days, language)
        wide = text_width(text, tokens.DAY)
        begin, end = axis.unit(one), axis.unit(two)
        if (end - begin) * axis.day_px >= wide + 2 * (tokens.GAP + _SQUARE / 2):
            middle = row.y + _ROW / 2
            found.append(Label(text, "gap", (begin + end) / 2, 0.0, middle, "middle", wide))
    return found
