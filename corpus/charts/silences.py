"""What is known of days without articles: an axis and article days enter, tints and folds leave.

A silence is a stretch of more than `FOLD_OVER` days without an article: between two articles,
before the first of them or after the last. It is tinted as far as it is to scale and hatched where
it is folded; it must never be shown as calm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from corpus.charts import tokens
from corpus.charts.axis import FOLD_OVER, FOLD_PX_CAPTION, Axis, Stretch
from corpus.charts.records import CaptionLine, Fold, Tint
from corpus.charts.terms import Language, counted, dated, term
from corpus.charts.typesetting import balanced, text_width

Side = Literal["between", "before", "after"]
#: from this many days on, a silence outside the archive is told in years
_IN_YEARS = 3 * 365.2425
_LINE, _TITLE_LINE, _CAPTION_PAD, _MARGIN = 17.0, 24.0, 8.0, 20.0
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Silence:
    """A closed interval of days without an article, and where it lies among the articles."""

    first: date
    last: date
    side: Side = "between"

    @property
    def days(self) -> int:
        """Number of days without an article."""
        return (self.last - self.first).days + 1


def silences(articles: Iterable[date], told: Sequence[date]) -> tuple[Silence, ...]:
    """Silences in the order of time; ``told`` are the days of the events.

    Before the first article a silence begins with the earliest event, after the last article it
    ends with the latest. Without any article nothing is known, and there is none.

    >>> [silence.days for silence in silences([date(2022, 1, 21), date(2024, 5, 14)], [])]
    [843]
    """
    days = sorted(set(articles))
    if not days:
        return ()
    found = [Silence(one + _DAY, two - _DAY) for one, two in pairwise(days) if one + _DAY < two]
    if told and min(told) < days[0]:
        found.insert(0, Silence(min(told), days[0] - _DAY, "before"))
    if told and max(told) > days[-1]:
        found.append(Silence(days[-1] + _DAY, max(told), "after"))
    return tuple(silence for silence in found if silence.days > FOLD_OVER)


def tints(axis: Axis, found: Sequence[Silence]) -> tuple[Tint, ...]:
    """The ground of every silence; outside the articles it reaches to the end of the axis."""
    return tuple(
        Tint(
            0.0 if silence.side == "before" else axis.unit(silence.first, 0),
            axis.units if silence.side == "after" else axis.unit(silence.last, 1),
        )
        for silence in found
    )


def folds(
    axis: Axis, found: Sequence[Silence], foot: float, language: Language, top: float = 0.0
) -> tuple[Fold, ...]:
    """Every fold with its caption in the middle between ``top`` and ``foot``.

    It is one upright line of at most that length where the fold is narrow.
    """
    captioned: list[Fold] = []
    for stretch in axis.folds:
        lines = _caption(stretch, axis, found, language)
        upright = stretch.units * axis.day_px < FOLD_PX_CAPTION - 1
        if upright:
            lines = _one_line(lines, foot - top)
        ends = stretch.start, stretch.end
        days = stretch.first, stretch.last
        captioned.append(Fold(*ends, *days, tuple(lines), upright, (top + foot) / 2))
    return tuple(captioned)


def caption_height(fold: Fold) -> float:
    """Pixels that a caption in several lines takes, with a blank before the remark."""
    if fold.upright:
        return 0.0
    blank = any(line.role == "note" for line in fold.caption)
    return _TITLE_LINE + _LINE * (len(fold.caption) - 1 + blank) + 2 * _CAPTION_PAD


def _caption(
    fold: Stretch, axis: Axis, found: Sequence[Silence], language: Language
) -> list[CaptionLine]:
    around = [silence for silence in found if silence.first <= fold.first <= silence.last]
    length = counted("day", "days", fold.days, language)
    if not around:
        return [CaptionLine(length, "title"), *_lines(term("folded", language), "what")]
    silence = around[0]
    inside = [other for other in axis.folds if silence.first <= other.first <= silence.last]
    if fold != max(inside, key=lambda other: other.days):
        part = term("part_of", language, n=f"{silence.days:,}")
        return [CaptionLine(length, "title"), *_lines(part, "what")]
    length = counted("day", "days", silence.days, language)
    note = term("silence", language)
    title = length
    if silence.side != "between":
        note = term("before_first" if silence.side == "before" else "after_last", language)
        if silence.days >= _IN_YEARS:
            title = counted("year", "years", int(silence.days / 365.2425), language)
            note = f"{length}, {note}" if language == "en" else f"{length}，{note}"
    return [
        CaptionLine(title, "title"),
        *_lines(term("without_article", language), "what"),
        CaptionLine(
            term("range_from", language, day=dated(silence.first, "day", language)), "when"
        ),
        CaptionLine(term("range_to", language, day=dated(silence.last, "day", language)), "when"),
        *_lines(note, "note"),
    ]


def _lines(text: str, role: Literal["what", "note"]) -> list[CaptionLine]:
    room = FOLD_PX_CAPTION - 2 * _CAPTION_PAD
    return [CaptionLine(line, role) for line in balanced(text, room, tokens.LABEL)]


def _one_line(lines: Sequence[CaptionLine], height: float) -> list[CaptionLine]:
    """As many of the lines as fit one after another, the remark first to go, the title last."""
    kept = [line for line in lines if line.role != "note"]
    while len(kept) > 1 and sum(_length(line) for line in kept) > height - _MARGIN:
        kept = [line for line in kept if line.role != kept[-1].role]
    return kept


def _length(line: CaptionLine) -> float:
    return text_width(line.text + " ", tokens.LABEL, line.role == "title")
