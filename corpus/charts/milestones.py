"""The row of known dates: milestones and an axis enter, diamonds and a caption leave.

Milestones come from no article. They stand in a row of their own, muted and named as what they are;
one must never look like an event, nor count as one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from corpus.charts import tokens
from corpus.charts.axis import Axis
from corpus.charts.records import Diamond, Label, Milestone
from corpus.charts.terms import Language, term
from corpus.charts.typesetting import text_width

#: diamonds nearer than this are drawn as one, in pixels; half a diamond with the space beside it
_APART, _HALF = 6.0, 8.0
_FOOT = 3.0


@dataclass(frozen=True, slots=True)
class MilestoneParts:
    """What the row is drawn of, and its height: 0 if no milestone is on the axis."""

    height: float = 0.0
    diamonds: tuple[Diamond, ...] = ()
    labels: tuple[Label, ...] = ()


def caption_width(language: Language) -> float:
    """Estimated pixels of the caption."""
    return text_width(term("known", language), tokens.DAY) + tokens.GAP


def fill_milestones(known: Iterable[Milestone], axis: Axis, language: Language) -> MilestoneParts:
    """A diamond on every day that the axis has, also where it is folded.

    The caption stands before the first diamond or in the widest gap; where there is none for it,
    on a line of its own below.
    """
    first, last = axis.stretches[0].first, axis.stretches[-1].last
    seen = sorted(
        (milestone for milestone in known if first <= milestone.day <= last),
        key=lambda milestone: (milestone.day, milestone.label),
    )
    if not seen:
        return MilestoneParts()
    groups: list[list[Milestone]] = []
    for milestone in seen:
        x = axis.unit(milestone.day)
        if groups and (x - axis.unit(groups[-1][0].day)) * axis.day_px < _APART:
            groups[-1].append(milestone)
        else:
            groups.append([milestone])
    middle = tokens.ROW / 2
    diamonds = tuple(Diamond(axis.unit(own[0].day), middle, tuple(own)) for own in groups)
    free = _free(diamonds, axis, caption_width(language))
    y = middle if free is not None else middle + tokens.ROW - _FOOT
    label = Label(
        term("known", language), "known", free or 0.0, 1.0, y, "start", caption_width(language)
    )
    return MilestoneParts(y + middle + _FOOT, diamonds, (label,))


def _free(diamonds: tuple[Diamond, ...], axis: Axis, wide: float) -> float | None:
    """Where the caption may begin: at the left if that is free, else in the widest gap."""
    px = axis.day_px
    gaps: list[tuple[float, float]] = []
    for part in axis.open:
        inside = [d.x * px for d in diamonds if part.start <= d.x <= part.end]
        begin = 0.0 if part is axis.stretches[0] else part.start * px + _HALF
        edges = [begin - _HALF, *inside, part.end * px]
        gaps += [(low + _HALF, high - _HALF) for low, high in pairwise(edges)]
    fitting = [(low, high) for low, high in gaps if high - low >= wide]
    if not fitting:
        return None
    best = fitting[0] if fitting[0][0] <= 0 else max(fitting, key=lambda gap: gap[1] - gap[0])
    return best[0] / px
