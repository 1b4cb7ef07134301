"""A timeline without a pen: events, lanes and articles enter, everything in its place leaves.

Pure geometry: the screen, print and slides draw the same layout. Every event with a date is drawn
once or counted, and nothing may claim a day that its record does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from corpus.charts import tokens
from corpus.charts.axis import HOURLY, Axis, Bounds, Claim, folded_axis
from corpus.charts.coverage import MARGIN, NAMED, SQUARES, fill_coverage, heading_room, outlet_room
from corpus.charts.crowds import fill_crowd
from corpus.charts.density import Throng, Whole, day_counts, ordinals
from corpus.charts.headings import lane_note, title_width
from corpus.charts.lanes import LaneParts, fill_lane
from corpus.charts.milestones import caption_width, fill_milestones
from corpus.charts.outlets import gathered, names_room
from corpus.charts.records import Band, Count, Coverage, Item, Label, Lane, Layout, Milestone
from corpus.charts.shapes import MARK, claims
from corpus.charts.silences import caption_height, folds, silences, tints
from corpus.charts.terms import Language
from corpus.charts.throngs import fill_throng, runs, throng
from corpus.charts.ticks import ticks

#: the narrowest chart that is shown (a window of 1200 px with its margins and scroll bar): what
#: does not touch here does not touch on any wider one
WIDTH = 1120.0
#: labels that leave a timeline readable at a glance; more events than this are a crowd
LABELLED = 90
#: events that are drawn one by one; beyond, they are counted by bins of time, and so are more
#: than the other number where a day is narrower than a mark
DRAWN, SQUEEZED = 5_000, 300


def lay_out(
    items: Iterable[Item] | Throng,
    lanes: Sequence[Lane],
    articles: Iterable[Coverage] | Throng = (),
    language: Language = "en",
    width: float = WIDTH,
    *,
    bounds: Bounds | None = None,
    opened: Collection[date] = (),
    known: Iterable[Milestone] = (),
) -> Layout:
    """The layout of a timeline; without any dated event and any article, one without an axis.

    Lanes appear in the given order, those without a dated event not at all. ``width`` is the
    reference in pixels for which things are packed. With ``bounds`` the axis has exactly these
    days, and what lies outside of them is left out; ``opened`` are days whose silence is not
    folded, ``known`` dates stand in a row of their own. More than `DRAWN` events are counted, in
    whatever form they come. Raises `KeyError` for an item whose lane is not among ``lanes``.
    """
    given = items if isinstance(items, Throng) else [*items]
    found = _Events.of(given, lanes, bounds, width)
    told = articles if isinstance(articles, Throng) else [*articles]
    covered = _covered(told, bounds)
    shown = [*known] if len(found) or len(covered) else []
    axis = _axis(found, lanes, covered, shown, width, language, bounds, opened)
    undated = 0 if isinstance(given, Throng) else sum(not item.dated for item in given)
    if not axis.stretches:
        return Layout(language, axis, 0.0, 0.0, undated=undated)
    row = fill_milestones(shown, axis, language)
    body = _body(found, lanes, axis, row.height, language)
    begin, end = axis.stretches[0].first, axis.stretches[-1].last
    starts = _starts(np.clip(found.days, begin.toordinal(), None))
    published = [date.fromordinal(day) for day in day_counts(_article_days(told))[0].tolist()]
    silent = [
        part for part in silences(published, [*starts]) if part.last >= begin and part.first <= end
    ]
    hatched = folds(axis, silent, max(body.foot, row.height), language, row.height)
    foot = max([body.foot, row.height, *(row.height + caption_height(fold) for fold in hatched)])
    coverage = fill_coverage(covered, axis, foot, language, _hourly(found, axis))
    heads, marked = ticks(axis, starts, language, _hourly(found, axis))
    drawn = {item.event_id: item for part in body.parts for item in part.drawn}
    return Layout(
        language=language,
        axis=axis,
        height=foot + coverage.height,
        foot=foot,
        headings=heads,
        ticks=marked,
        tints=tints(axis, silent),
        folds=tuple(replace(fold, y=(row.height + foot) / 2) for fold in hatched),
        bands=body.bands,
        bars=tuple(bar for part in body.parts for bar in part.bars),
        marks=tuple(mark for part in body.parts for mark in part.marks),
        stems=tuple(stem for part in body.parts for stem in part.stems),
        labels=(
            *row.labels,
            *(label for part in body.parts for label in part.labels),
            *body.peaks,
            *coverage.labels,
        ),
        hits=tuple(hit for part in body.parts for hit in part.hits),
        counts=(*body.counts, *coverage.counts),
        squares=coverage.squares,
        diamonds=row.diamonds,
        articles=len(covered),
        counted=len(found) - len(drawn),
        undated=undated,
        items=drawn,
    )


@dataclass(frozen=True, slots=True)
class _Events:
    """The dated events on the axis: by lane if they are drawn one by one, else as a throng."""

    by_lane: tuple[tuple[Lane, list[Item]], ...]
    crowd: Throng | None
    days: Whole

    @classmethod
    def of(
        cls,
        given: Sequence[Item] | Throng,
        lanes: Sequence[Lane],
        bounds: Bounds | None,
        width: float,
    ) -> _Events:
        """Sorts out what is drawn how."""
        if isinstance(given, Throng):
            crowd = given.within(bounds)
            return cls((), crowd, crowd.days)
        drawable = [item for item in given if item.dated and _touches(item, bounds)]
        crowd = throng(drawable, lanes)
        if len(drawable) > DRAWN or _squeezed(crowd, bounds, width):
            return cls((), crowd, crowd.days)
        return cls(tuple(_by_lane(drawable, lanes)), None, crowd.days)

    @property
    def items(self) -> list[Item]:
        """The events that are drawn one by one."""
        return [item for _, own in self.by_lane for item in own]

    def __len__(self) -> int:
        return len(self.days)


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


def _squeezed(crowd: Throng, bounds: Bounds | None, width: float) -> bool:
    """True for many events on days too narrow for a mark: their strings would lean and blur."""
    if len(crowd) <= SQUEEZED:
        return False
    return folded_axis(runs(crowd.days, bounds), width, bounds).day_px < MARK


def _touches(item: Item, bounds: Bounds | None) -> bool:
    first, last = item.first or item.last, item.last or item.first
    if bounds is None or first is None or last is None:
        return bounds is None
    return first <= bounds[1] and last >= bounds[0]


def _covered(articles: list[Coverage] | Throng, bounds: Bounds | None) -> list[Coverage] | Throng:
    """The articles in bounds; as arrays where they are too many to be squares."""
    if isinstance(articles, Throng):
        return articles.within(bounds)
    if bounds is not None:
        articles = [article for article in articles if bounds[0] <= article.day <= bounds[1]]
    return gathered(articles) if len(articles) > SQUARES else articles


def _article_days(covered: Sequence[Coverage] | Throng) -> Whole:
    if isinstance(covered, Throng):
        return covered.days
    return ordinals(article.day for article in covered)


def _starts(days: Whole) -> Counter[date]:
    """How many events begin on a day."""
    found, counts = day_counts(days)
    begun = zip(found.tolist(), counts.tolist(), strict=True)
    return Counter({date.fromordinal(day): count for day, count in begun})


def _labelled(drawable: Sequence[Item]) -> frozenset[str]:
    """Ids of the events whose labels may ask for room: all of them, or none in a crowd."""
    return frozenset(item.event_id for item in drawable if len(drawable) <= LABELLED)


def _hourly(found: _Events, axis: Axis) -> bool:
    """True where days are wide and events few enough to stand at their hours.

    In a crowd all of a day stand in the middle of it: hours above them would be read as theirs.
    """
    return bool(_labelled(found.items)) and axis.day_px >= HOURLY


def _axis(
    found: _Events,
    lanes: Sequence[Lane],
    covered: Sequence[Coverage] | Throng,
    known: Sequence[Milestone],
    width: float,
    language: Language,
    bounds: Bounds | None,
    opened: Collection[date],
) -> Axis:
    """The axis that all lanes share; its first stretch has room for their titles."""
    if isinstance(covered, Throng) or len(covered) > NAMED:
        asked = runs(_article_days(covered), bounds)
    else:
        asked = [
            Claim(article.day, article.day, MARGIN, outlet_room(article)) for article in covered
        ]
        if covered:
            begin = min(article.day for article in covered)
            asked.append(Claim(begin, begin, left=heading_room(len(covered), language) + MARGIN))
    if found.crowd is not None:
        held = np.bincount(found.crowd.lanes, minlength=len(lanes)).tolist()
        titled = [(lane, count) for lane, count in zip(lanes, held, strict=True) if count]
        asked += runs(found.days, bounds)
    else:
        titled = [(lane, len(own)) for lane, own in found.by_lane]
        asked += claims(found.items, _labelled(found.items), asked)
    lead = [title_width(lane, f"{count:,}") for lane, count in titled]
    lead += [heading_room(len(covered), language)] if len(covered) else []
    if isinstance(covered, Throng):
        lead.append(names_room(covered, language))
    lead += [caption_width(language)] if known else []
    if asked and not bounds:
        begin = min(claim.first for claim in asked)
        asked.append(Claim(begin, begin, right=max(lead, default=0.0)))
    return folded_axis(asked, width, bounds, opened, max(lead, default=0.0))


def _by_lane(drawable: Sequence[Item], lanes: Sequence[Lane]) -> list[tuple[Lane, list[Item]]]:
    held: dict[str, list[Item]] = {lane.key: [] for lane in lanes}
    for item in drawable:
        held[item.lane].append(item)
    return [(lane, held[lane.key]) for lane in lanes if held[lane.key]]


def _body(
    found: _Events, lanes: Sequence[Lane], axis: Axis, top: float, language: Language
) -> _Body:
    if found.crowd is not None:
        counted = fill_throng(found.crowd, lanes, axis, top, language)
        return _Body(counted.bands, (), counted.counts, counted.peaks)
    labelled, number = _labelled(found.items), len(found)
    bands: list[Band] = []
    parts: list[LaneParts] = []
    for lane, own in found.by_lane:
        y = bands[-1].y1 if bands else top
        inner = y + tokens.LANE_HEAD
        if labelled:
            part = fill_lane(own, axis, inner, labelled, number, _hourly(found, axis))
        else:
            part = fill_crowd(own, axis, inner, lane, len(found.by_lane))
        drawn = len(part.drawn)
        listed = len(own) - drawn - sum(count.count for count in part.counts)
        note = lane_note(lane, len(own), axis, language, drawn, listed)
        bands.append(Band(lane, note, y, inner + part.height + tokens.LANE_FOOT))
        parts.append(part)
    return _Body(tuple(bands), tuple(parts), tuple(c for part in parts for c in part.counts))
