"""A timeline without a pen: events, lanes and articles enter, everything in its place leaves.

Pure geometry: the screen, print and slides draw the same layout. Every event with a date is drawn
once or counted, and nothing may claim a day that its record does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.charts import tokens
from corpus.charts.axis import Axis, Claim, folded_axis
from corpus.charts.coverage import MARGIN, NAMED, fill_coverage, heading_room, outlet_room
from corpus.charts.density import binned, columns, tallest, weeks_per_bin
from corpus.charts.lanes import LaneParts, fill_lane
from corpus.charts.records import Band, Count, Coverage, Item, Label, Lane, Layout
from corpus.charts.shapes import claims
from corpus.charts.silences import caption_height, folds, silences, tints
from corpus.charts.terms import Language, counted, term
from corpus.charts.ticks import ticks
from corpus.charts.typesetting import text_width

#: the narrowest chart that is shown (a window of 1200 px with its margins and scroll bar): what
#: does not touch here does not touch on any wider one
WIDTH = 1120.0
#: labels that leave a timeline readable at a glance, and that it may carry at most
LABELLED, LABELS_MOST = 90, 200
#: rows of a lane once not everything is labelled
CROWDED_ROWS = 24
#: events that are drawn one by one; beyond, they are counted by week
DRAWN = 5_000
#: height of a lane of columns
_COLUMNS = 84.0


def lay_out(
    items: Iterable[Item],
    lanes: Sequence[Lane],
    articles: Iterable[Coverage] = (),
    language: Language = "en",
    width: float = WIDTH,
) -> Layout:
    """The layout of a timeline; without any dated event and any article, one without an axis.

    Lanes appear in the given order, those without a dated event not at all. ``width`` is the
    reference in pixels for which things are packed. Raises `KeyError` for an item whose lane is
    not among ``lanes``.
    """
    everything = list(items)
    drawable = [item for item in everything if item.dated]
    covered = list(articles)
    crowded, too_many = len(drawable) > LABELLED, len(drawable) > DRAWN
    by_lane = _by_lane(drawable, lanes)
    labelled = _labelled(drawable)
    axis = _axis(by_lane, covered, labelled, width, language)
    if not axis.stretches:
        return Layout(language, axis, 0.0, 0.0, undated=len(everything))

    if too_many:
        body = _counted(by_lane, axis, language)
    else:
        most_rows = CROWDED_ROWS if crowded else len(drawable)
        body = _drawn(by_lane, axis, labelled, most_rows, language)
    starts = Counter(day for item in drawable if (day := item.first or item.last))
    silent = silences((article.day for article in covered), list(starts))
    hatched = folds(axis, silent, body.foot, language)
    foot = max([body.foot, *map(caption_height, hatched)])
    coverage = fill_coverage(covered, axis, foot, language)
    headings, marked = ticks(axis, starts, language)
    drawn = {item.event_id: item for part in body.parts for item in part.drawn}
    return Layout(
        language=language,
        axis=axis,
        height=foot + coverage.height,
        foot=foot,
        headings=headings,
        ticks=marked,
        tints=tints(axis, silent),
        folds=hatched,
        bands=body.bands,
        bars=tuple(bar for part in body.parts for bar in part.bars),
        marks=tuple(mark for part in body.parts for mark in part.marks),
        stems=tuple(stem for part in body.parts for stem in part.stems),
        labels=(
            *(label for part in body.parts for label in part.labels),
            *body.peaks,
            *coverage.labels,
        ),
        hits=tuple(hit for part in body.parts for hit in part.hits),
        counts=(*body.counts, *coverage.counts),
        squares=coverage.squares,
        articles=len(covered),
        counted=len(drawable) - len(drawn),
        undated=len(everything) - len(drawable),
        items=drawn,
    )


@dataclass(frozen=True, slots=True)
class _Body:
    """The lanes, drawn one by one or counted."""

    bands: tuple[Band, ...]
    parts: tuple[LaneParts, ...] = ()
    counts: tuple[Count, ...] = ()
    peaks: tuple[Label, ...] = ()

    @property
    def foot(self) -> float:
        return self.bands[-1].y1 if self.bands else 0.0


def _labelled(drawable: Sequence[Item]) -> frozenset[str]:
    """Ids of the events that may carry a label.

    All of them if they are few; else those of salience 1 and 2, or of 2 alone, if these are few;
    none if even those of salience 2 are more than the eye can find its way through.
    """
    for least, most in ((0, LABELLED), (1, LABELLED), (2, LABELS_MOST)):
        chosen = frozenset(item.event_id for item in drawable if item.salience >= least)
        if len(chosen) <= most:
            return chosen
    return frozenset()


def _axis(
    by_lane: Sequence[tuple[Lane, list[Item]]],
    covered: Sequence[Coverage],
    labelled: frozenset[str],
    width: float,
    language: Language,
) -> Axis:
    """The axis that all lanes share; its first stretch has room for their titles."""
    named = len(covered) <= NAMED
    asked = [
        Claim(article.day, article.day, MARGIN, outlet_room(article) if named else MARGIN)
        for article in covered
    ]
    if covered and named:
        begin = min(article.day for article in covered)
        asked.append(Claim(begin, begin, left=heading_room(len(covered), language) + MARGIN))
    asked += claims((item for _, items in by_lane for item in items), labelled, asked)
    if asked:
        begin = min(claim.first for claim in asked)
        titles = [_title_width(lane, f"{len(items):,}") for lane, items in by_lane]
        asked.append(Claim(begin, begin, right=max(titles, default=0.0)))
    return folded_axis(asked, width)


def _by_lane(drawable: Sequence[Item], lanes: Sequence[Lane]) -> list[tuple[Lane, list[Item]]]:
    held: dict[str, list[Item]] = {lane.key: [] for lane in lanes}
    for item in drawable:
        held[item.lane].append(item)
    return [(lane, held[lane.key]) for lane in lanes if held[lane.key]]


def _drawn(
    by_lane: Sequence[tuple[Lane, list[Item]]],
    axis: Axis,
    labelled: frozenset[str],
    most_rows: int,
    language: Language,
) -> _Body:
    bands: list[Band] = []
    parts: list[LaneParts] = []
    y = 0.0
    for lane, items in by_lane:
        part = fill_lane(items, axis, y + tokens.LANE_HEAD, labelled, most_rows)
        height = tokens.LANE_HEAD + part.rows * tokens.ROW + tokens.LANE_FOOT
        note = _note(lane, len(items), len(items) - len(part.drawn), axis, language)
        bands.append(Band(lane, note, y, y + height))
        parts.append(part)
        y += height
    return _Body(tuple(bands), tuple(parts))


def _counted(by_lane: Sequence[tuple[Lane, list[Item]]], axis: Axis, language: Language) -> _Body:
    """Columns by week on one scale for all lanes, with the highest of each lane told."""
    bins = [
        binned(((day, item.quad_class) for item in items if (day := item.first or item.last)), axis)
        for _, items in by_lane
    ]
    px_each = _COLUMNS / max(map(tallest, bins))
    span = counted("week", "weeks", weeks_per_bin(axis), language)
    bands: list[Band] = []
    counts: list[Count] = []
    peaks: list[Label] = []
    y = 0.0
    for (lane, items), held in zip(by_lane, bins, strict=True):
        top = y + tokens.LANE_HEAD + tokens.ROW
        found = columns(held, axis, lane.key, top + _COLUMNS, px_each)
        note = _note(lane, len(items), 0, axis, language)
        bands.append(Band(lane, note, y, top + _COLUMNS + tokens.LANE_FOOT))
        counts += found
        peaks.append(_peak(found, span, tallest(held), axis, language))
        y = bands[-1].y1
    return _Body(tuple(bands), counts=tuple(counts), peaks=tuple(peaks))


def _note(lane: Lane, count: int, beyond: int, axis: Axis, language: Language) -> str:
    """Subtitle and number of events of a lane, without the subtitle where a fold comes too soon."""
    number = f"{count:,}"
    if beyond:
        number = term("list", language, a=number, b=term("beyond", language, n=f"{beyond:,}"))
    full = f"{lane.subtitle} · {number}" if lane.subtitle else number
    room = axis.open[0].units * axis.day_px if axis.folds else axis.units * axis.day_px
    return full if _title_width(lane, full) <= room else number


def _title_width(lane: Lane, note: str) -> float:
    title = text_width(f"{lane.title}  ", tokens.TITLE, bold=True)
    return title + text_width(note, tokens.LABEL) + tokens.GAP


def _peak(found: Sequence[Count], span: str, highest: int, axis: Axis, language: Language) -> Label:
    """How many events the highest column of a lane stands for, written above it."""
    column = min(found, key=lambda count: count.y0)
    text = term("peak", language, n=f"{highest:,}", weeks=span)
    wide = text_width(text, tokens.DAY)
    x = (column.x0 + column.x1) / 2
    half = wide / 2 / axis.day_px
    middle = min(max(x, half), axis.units - half)
    return Label(text, "count", middle, 0.0, column.y0 - tokens.ROW / 2, "middle", wide)
