"""Which of the places where a date may lie is meant: the last one, the present one or the next one.

There is no global preference. A weekday counts today and else looks back; a month or a day looks
back as far as news does; the words themselves (last, next) and the cue words nearby overrule both;
and a weekday told beside a date decides between two years. This module must never choose a place
that the words rule out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from corpus.model import Direction
from corpus.times.calendar import Span, containing, day_of_month, day_of_week, within_year
from corpus.times.feasts import feast, rule_of
from corpus.times.reading import Fields
from corpus.times.scene import Found, Scene, by_today

#: what a floating date is sought in: it recurs once in each of these
Cycle = Literal["week", "month", "year"]
#: days back beyond which a floating date is rather the next one
PATIENCE: dict[Cycle, int] = {"week": 7, "month": 27, "year": 210}
#: days within which a weekday that is not the date's is rather a slip than another year's
_SLIP = 60
#: no verb, whatever its tense, reaches further back or ahead
_LONGEST = 300


def nearest(fields: Fields, scene: Scene) -> Found | None:
    """The place that is meant by a date that recurs; None without a day to count from."""
    chosen = None if scene.today is None else _chosen(fields, scene.today, scene.cue)
    return by_today(chosen[0], scene, chosen[1]) if chosen else None


@lru_cache(maxsize=1 << 14)  # an article says the same few dates again and again
def _chosen(fields: Fields, now: int, cue: Direction) -> tuple[Span, Direction] | None:
    places, cycle = _places(fields, now)
    choice: dict[Direction, Span] = {}
    for span in places:
        if span is None:
            continue
        if span.last < now:
            choice["past"] = span
        elif span.first > now:
            choice.setdefault("future", span)
        elif not fields.toward:
            choice["present"] = span
    way = _way(choice, fields.toward, cue, now, cycle)
    if way and not agrees(choice[way], fields) and abs(choice[way].first - now) > _SLIP:
        agreeing = {way: span for way, span in choice.items() if agrees(span, fields)}
        way = _way(agreeing, fields.toward, cue, now, cycle) or way
    return (choice[way], way) if way else None


def _places(fields: Fields, now: int) -> tuple[list[Span | None], Cycle]:
    """Where such a date lies around a day, in the order of time."""
    year, week = containing("year", now).place, containing("week", now).place
    if fields.holiday:
        return [feast(rule_of(fields.holiday), year + offset) for offset in (-1, 0, 1)], "year"
    if fields.number is not None:
        reach = 8 if (fields.number, fields.day) == (2, 29) else 1  # 1896 to 1904
        return [in_year(fields, year + offset) for offset in range(-reach, reach + 1)], "year"
    if fields.day is not None:
        month = containing("month", now).place
        return [day_of_month(month + offset, fields.day) for offset in range(-3, 4)], "month"
    weeks = range(week - 2, week + 3)
    if fields.unit == "weekend":
        return [Span("weekend", each) for each in weeks], "week"
    return [day_of_week(each, fields.weekday or 0) for each in weeks], "week"


def in_year(fields: Fields, year: int) -> Span | None:
    """The month, day, quarter, season or half of a year; None where it has no such day."""
    assert isinstance(fields.number, int), "a month counted from another is no part of a year"
    span = within_year(fields.unit, year, fields.number)
    return span if fields.day is None else day_of_month(span.place, fields.day)


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
