"""Tellings go in, groups that tell one happening each come out, with why each telling is there.

Compared are only tellings that share a kind of act, a party and a time or an article, so that the
cost stays close to the number of tellings. The order of the input does not matter: they are taken
by publication and text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from corpus.linking.denials import DENIED
from corpus.linking.rules import ENOUGH, possible, strength
from corpus.linking.telling import MEETING, Telling, Traits, traits

#: what a telling is found under: kind of act, party or parties, time or article
Block = tuple[str, str, str]
#: how well a telling fits a group, best last
Fit = tuple[int, float, bool, date, int]
#: months beyond which an interval is looked for at its ends only
_LONG = 24
#: months before and after the news of it in which a meeting lay that was moved or cancelled
_MOVED = 2
#: months after which a state of affairs without a day is another one
_STANDING = 2
#: days up to which an interval is looked for by its days
_SHORT = 31


@dataclass(slots=True)
class Group:
    """Tellings of one happening; what was moved begins a generation that has days of its own."""

    generations: list[list[Traits]] = field(default_factory=lambda: [[]])
    tellings: list[Telling] = field(default_factory=list)

    def add(self, told: Traits, generation: list[Traits], rule: str) -> None:
        if told.turn == "moved" and generation:
            self.generations.append([told])
        else:
            generation.append(told)
        self.tellings.append(replace(told.telling, link_rule=rule))


def grouped(tellings: Iterable[Telling]) -> list[tuple[Telling, ...]]:
    """Groups in the order of their first tellings."""
    groups: list[Group] = []
    copied: dict[tuple[str, int, str], tuple[int, str]] = {}
    by_block: dict[Block, set[int]] = defaultdict(set)
    ordered = [traits(telling) for telling in sorted(tellings, key=lambda one: one.order)]
    places = _places(ordered)
    for told in ordered:
        telling = told.telling
        held, sought = _blocks(told)
        same = (telling.source, telling.mention.trigger_start, telling.mention.quote)
        if same in copied:  # a copy tells what its original tells, dated or not
            home, original = copied[same]
            groups[home].add(told, groups[home].generations[-1], f"same words as {original}")
        else:
            near = sorted({index for key in sought for index in by_block[key]})
            home = _home(told, groups, near, places)
            copied[same] = home, telling.mention_id
        for key in held:
            by_block[key].add(home)
    return [tuple(group.tellings) for group in groups]


def _home(told: Traits, groups: list[Group], near: Sequence[int], places: dict[str, float]) -> int:
    """Put a telling to the group that it fits best, or to a new one; the group's index."""
    best: tuple[Fit, list[Traits], str] | None = None
    for index in near:
        for generation in groups[index].generations:
            if not _meets(told, generation):
                continue
            fit, rule = _fit(told, generation, index, places)
            if fit[0] >= ENOUGH and (best is None or fit > best[0]):
                best = fit, generation, rule
    if best is None:
        groups.append(Group())
        groups[-1].add(told, groups[-1].generations[0], told.telling.link_rule)
        return len(groups) - 1
    fit, generation, rule = best
    home = -fit[-1]
    groups[home].add(told, generation, rule)
    return home


def _meets(told: Traits, generation: Sequence[Traits]) -> bool:
    """True if nothing in a group forbids a telling.

    What one half of an article leaves out, the other may state; it is enough if one meets in full.
    """
    met: set[str] = set()
    hedged: set[str] = set()
    for other in generation:  # most often the first says no, and a loop is soon left
        if possible(told, other):
            met.add(other.telling.article_id)
        elif possible(told, other, near=True):
            hedged.add(other.telling.article_id)
        else:
            return False
    return hedged <= met


def _fit(
    told: Traits, generation: list[Traits], index: int, places: dict[str, float]
) -> tuple[Fit, str]:
    """How well a telling fits, and why: by the member that most speaks for it.

    Of halves of an article that fit equally, those are paired that stand at the same place of
    theirs; what has no day most likely means the latest known one.
    """
    ranked = [(strength(told, other), other) for other in generation]
    (weight, reason), other = max(ranked, key=lambda pair: pair[0][0])
    half = [
        abs(places[o.telling.mention_id] - places[told.telling.mention_id])
        for o in generation
        if o.telling.article_id == told.telling.article_id
        and o.mention.language != told.mention.language
    ]
    days = [o.mention.first for o in generation if o.mention.precision == "day" and o.mention.first]
    latest = max(days, default=date.min)
    fit = weight, -min(half, default=1.0), bool(days), latest, -index
    return fit, f"{reason} as {other.telling.mention_id}"


def _places(ordered: Sequence[Traits]) -> dict[str, float]:
    """Where in its half of its article each telling stands, 0 to 1."""
    halves: dict[tuple[str, str], list[Traits]] = defaultdict(list)
    for told in ordered:
        halves[told.telling.article_id, told.mention.language].append(told)
    found = {}
    for half in halves.values():
        half.sort(key=lambda told: told.mention.trigger_start)
        first, last = half[0].mention.start, half[-1].mention.start
        for told in half:
            found[told.telling.mention_id] = (told.mention.start - first) / max(1, last - first)
    return found


def _blocks(told: Traits) -> tuple[list[Block], list[Block]]:
    """Where a telling is held, and where others are sought."""
    article = told.telling.article_id
    held, sought = (
        [(told.family, head, time) for head in told.parties for time in (article, *times)]
        for times in _times(told)
    )
    meant = [
        (MEETING, parties, f"plan {month}")
        for parties in {" ".join(sorted(each)) for each in (told.parties, told.persons) if each}
        for month in (_plan_months(told) if told.family == MEETING else ())
    ]
    denied = [
        (family, head, time)
        for family in told.denies
        for head in told.actors
        for time in (
            article,
            *_months_before(told.telling.published),
            *_days_before(told.telling.published, DENIED),
        )
    ]
    always = [*meant, *denied, *([("clause", told.clause, "")] if told.clause else [])]
    return [*held, *always], [*sought, *always]


def _times(told: Traits) -> tuple[list[str], list[str]]:
    """The times under which a mention is held, and those under which its likes are sought.

    Exact days meet on a day; a long or an open interval is sought by its months, to which the short
    ones are held too. One without a day can be told elsewhere only as a state of affairs, and soon.
    """
    mention = told.mention
    days = [day for day in (mention.first, mention.last) if day is not None]
    if not days:
        if mention.status not in ("ongoing", "claimed"):
            return [], []
        lately = _months_before(told.telling.published)
        return lately[:1], lately
    first, last = days[0], days[-1]
    ends = _month(first), _month(last)
    months = range(ends[0], ends[1] + 1) if ends[1] - ends[0] <= _LONG else ends
    every = [f"{mention.precision} {month}" for month in months]
    if mention.precision != "day" or len(days) == 1 or (last - first).days > _SHORT:
        return [*every, *(f"long {key}" for key in every)], every
    exact = [str(day) for day in range(first.toordinal(), last.toordinal() + 1)]
    return [*exact, *every], [*exact, *(f"long {key}" for key in every)]


def _plan_months(told: Traits) -> Iterable[int]:
    """Months in which a meeting that was announced, moved or cancelled may have its days."""
    mention, published = told.mention, told.telling.published
    if told.turn and published is not None:
        return range(_month(published) - _MOVED, _month(published) + _MOVED + 1)
    if mention.first is not None and mention.last is not None:
        first, last = _month(mention.first), _month(mention.last)
        return range(first, min(last, first + 3) + 1)
    if mention.first is None and mention.last is None and published is not None:
        return range(_month(published), _month(published) + 2)
    return ()


def _months_before(day: date | None) -> list[str]:
    """The month in which a state of affairs was told, and those before in which it may be."""
    if day is None:
        return []
    return [f"undated {_month(day) - back}" for back in range(_STANDING + 1)]


def _days_before(day: date | None, length: timedelta) -> list[str]:
    if day is None:
        return []
    return [str(day.toordinal() - back) for back in range(length.days + 1)]


def _month(day: date) -> int:
    return day.year * 12 + day.month
