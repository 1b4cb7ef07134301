"""The days that a timeline shows: a view and its tables go in, a period comes out, or another view.

Zooming is a change of period, and a period stands in the address: ``from`` and ``to``, or
``span=all``. Where the address names none, a big archive opens on the shortest run of whole months
that holds 95 % of its articles; nothing that lies outside may go unmentioned.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

import numpy as np

from corpus.charts.axis import FOLD_OVER, Bounds
from corpus.indexes import Whole, once, spans
from corpus.tables import Tables
from pages.parts.view import View

#: more dated events than this make an archive big
BIG = 600
#: the share of the articles that the opening period holds, in percent
SHARE = 95
#: years that are offered, those with most articles
_YEARS = 6


@dataclass(frozen=True, slots=True)
class Span:
    """The days shown, the days that there are, and whether the former were chosen by the rule."""

    shown: Bounds
    whole: Bounds
    by_rule: bool = False

    @property
    def narrowed(self) -> bool:
        """True if there are days that are not shown."""
        return self.shown[0] > self.whole[0] or self.shown[1] < self.whole[1]

    def inner(self) -> Bounds:
        """The middle half of the days shown."""
        first, last = self._ordinals()
        quarter = (last - first + 1) // 4
        return self._kept(first + quarter, last - quarter)

    def outer(self) -> Bounds:
        """Twice as many days, as far as there are any."""
        first, last = self._ordinals()
        half = (last - first) // 2 + 1
        return self._kept(first - half, last + half)

    def beside(self, direction: int) -> Bounds:
        """As many days, half of them earlier (-1) or later (1), as far as there are any."""
        first, last = self._ordinals()
        step = direction * ((last - first) // 2 + 1)
        low, high = (day.toordinal() for day in self.whole)
        step = max(step, low - first) if direction < 0 else min(step, high - last)
        return self._kept(first + step, last + step)

    def _ordinals(self) -> tuple[int, int]:
        first, last = self.shown
        return first.toordinal(), last.toordinal()

    def _kept(self, first: int, last: int) -> Bounds:
        low, high = (day.toordinal() for day in self.whole)
        return date.fromordinal(max(first, low)), date.fromordinal(min(last, high))


def span_of(view: View, tables: Tables) -> Span | None:
    """The days that a view shows; None if the archive has no day to show."""
    whole = whole_of(tables)
    if whole is None:
        return None
    if view.first or view.last:
        first = view.first or min(filter(None, (whole[0], view.last)))
        last = view.last or max(filter(None, (whole[1], view.first)))
        shown = min(first, last), max(first, last)
        return Span(shown, (min(whole[0], shown[0]), max(whole[1], shown[1])))
    main = main_stretch(tables)
    if view.span == "all" or main is None:
        return Span(whole, whole)
    return Span(main, whole, True)


def shows(view: View, bounds: Bounds, tables: Tables) -> View:
    """The same view of other days; all of them are named as such, so that new ones are too."""
    if bounds == whole_of(tables):
        return replace(view, first=None, last=None, span="all", opened=())
    return replace(view, first=bounds[0], last=bounds[1], span="main", opened=())


def in_period(rows: Whole, span: Span | None, tables: Tables) -> tuple[Whole, int]:
    """Of some rows of the events table those that belong to the days shown.

    With the undated ones if all days are shown; and how many dated ones lie outside.
    """
    if span is None or not span.narrowed:
        return rows, 0
    days = spans(tables.events).of(rows)
    shown = days.within(*span.shown)
    return rows[shown], int((days.begins > 0).sum() - shown.sum())


def parted(rows: Whole, span: Span | None, tables: Tables) -> tuple[Whole, Whole]:
    """Of the rows of a period those of events dated within it, and all that merely last through it.

    Dated within is what has at least half of its days in the period: an event of "some day in 2022"
    tells nothing of one day in it.
    """
    if span is None or not span.narrowed:
        return rows, rows[:0]
    days = spans(tables.events).of(rows)
    first, last = (day.toordinal() for day in span.shown)
    inside = np.minimum(days.ends, last) - np.maximum(days.begins, first) + 1
    within = 2 * inside >= days.ends - days.begins + 1
    return rows[within], rows[~within]


def main_stretch(tables: Tables) -> Bounds | None:
    """The shortest run of whole months with `SHARE` percent of the articles, of a big archive.

    None for an archive that is not big, or of which it would hide next to nothing.
    """
    return once(tables.events, "main stretch", lambda _: _main_stretch(tables))


def _main_stretch(tables: Tables) -> Bounds | None:
    whole = _whole(tables)
    days = published(tables)
    dated = int((spans(tables.events).begins > 0).sum())
    if whole is None or dated <= BIG or not days.any():
        return None
    months = Counter(day.year * 12 + day.month - 1 for day in _dates(days[days > 0]))
    first, last = _shortest(months, -(-months.total() * SHARE // 100))
    end = monthrange(last // 12, last % 12 + 1)[1]
    shown = date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, end)
    hidden = max(shown[0] - whole[0], whole[1] - shown[1])
    return shown if hidden.days > FOLD_OVER else None


def years(tables: Tables) -> list[int]:
    """The years with most articles, in the order of time."""
    return once(tables.articles, "years", lambda _: _years_of(tables))


def _years_of(tables: Tables) -> list[int]:
    days = published(tables)
    counts = Counter(day.year for day in _dates(days[days > 0]))
    return sorted(year for year, _ in counts.most_common(_YEARS))


def published(tables: Tables) -> Whole:
    """The days of publication of all articles as ordinals, 0 for none."""
    return spans(tables.articles, "published_day", "published_day").begins


def article_days(tables: Tables) -> list[date]:
    """The days on which anything was published, in order, each once."""
    days = once(tables.articles, "article days", lambda _: np.unique(published(tables)))
    return _dates(days[days > 0])


def article_span(tables: Tables) -> Bounds | None:
    """The first and the last day of publication; None without any."""
    days = published(tables)
    days = days[days > 0]
    return (_date(days.min()), _date(days.max())) if len(days) else None


def _shortest(months: Mapping[int, int], wanted: int) -> tuple[int, int]:
    """First and last month of the shortest run that holds so many; the earliest of equal ones."""
    run = range(min(months), max(months) + 1)
    sums = [0, *accumulate(months.get(month, 0) for month in run)]
    found = [
        (end - begin, begin)
        for begin in range(len(run))
        for end in [int(np.searchsorted(sums, sums[begin] + wanted))]
        if end < len(sums)
    ]
    length, begin = min(found)
    return run[begin], run[begin + length - 1]


def whole_of(tables: Tables) -> Bounds | None:
    """From the first day of an event or an article to the last; None without any."""
    return once(tables.events, "whole", lambda _: _whole(tables))


def _whole(tables: Tables) -> Bounds | None:
    events = spans(tables.events)
    days = published(tables)
    known = np.concatenate([events.begins, events.ends, days])
    known = known[known > 0]
    return (_date(known.min()), _date(known.max())) if len(known) else None


def _dates(ordinals: Whole) -> list[date]:
    return [_date(day) for day in ordinals]


def _date(ordinal: int) -> date:
    return date.fromordinal(int(ordinal))
