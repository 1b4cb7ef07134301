"""Which of the places where a date may lie is meant: the last one, the present one or the next one.

There is no global preference. A weekday counts today and else looks back; a month or a day looks
back as far as news does; the words themselves (last, next) and the cue words nearby overrule both;
and a weekday told beside a date decides between two years. This module must never choose a place
that the words rule out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from corpus.model import Direction
from corpus.times.calendar import Span
from corpus.times.reading import Fields
from corpus.times.scene import Found, Scene, by_today

#: what a floating date is sought in: it recurs once in each of these
Cycle = Literal["week", "month", "year"]
#: days back beyond which a floating date is rather the next one
PATIENCE: dict[Cycle, int] = {"week": 7, "month": 27, "year": 210}
#: no verb, whatever its tense, reaches further back or ahead
_LONGEST = 300


def choose(
    spans: Iterable[Span | None], fields: Fields, scene: Scene, cycle: Cycle
) -> Found | None:
    """One of the places given in the order of time; None without a day to count from."""
    now = scene.today
    if now is None:
        return None
    choice: dict[Direction, Span] = {}
    for span in spans:
        if span is None:
            continue
        if span.last < now:
            choice["past"] = span
        elif span.first > now:
            choice.setdefault("future", span)
        elif not fields.toward:
            choice["present"] = span
    if fields.weekday is not None:
        agreeing = {way: span for way, span in choice.items() if agrees(span, fields)}
        choice = agreeing or choice
    way = _way(choice, fields.toward, scene.cue, now, cycle)
    return by_today(choice[way], scene, way) if way else None


def agrees(span: Span, fields: Fields) -> bool:
    """False if a weekday was told beside the date and is not that day's."""
    return fields.weekday in (None, (span.first - 1) % 7 + 1)


def _way(
    choice: Mapping[Direction, Span], toward: int, cue: Direction, now: int, cycle: Cycle
) -> Direction:
    """Empty where the words ask for a place that there is not."""
    if toward:
        way: Direction = "future" if toward > 0 else "past"
        return way if way in choice else ""
    if "present" in choice:
        return "present"
    if "past" not in choice or "future" not in choice:
        return next(iter(choice), "")
    back, ahead = now - choice["past"].last, choice["future"].first - now
    if cue == "future":
        return "past" if ahead > _LONGEST else "future"
    return "future" if back > (_LONGEST if cue == "past" else PATIENCE[cycle]) else "past"
