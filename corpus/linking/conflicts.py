"""Tellings of one event go in, what they do not agree about comes out.

Every version is kept with the telling that gives it, and none is chosen (law 5). How bad a
disagreement is, is told by its severity (docs/method.md), never by who is believed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from corpus.coding.tellings import heads, meeting, stated
from corpus.han import simplified
from corpus.happenings import Conflict
from corpus.lexicon import listed, table
from corpus.linking.history import current, state_of
from corpus.linking.places import places_meet
from corpus.linking.telling import Telling, turns
from corpus.model import Mention, Quantity
from corpus.subjects import fate_of
from corpus.times import edtf, find_times
from corpus.times.hours import agreed

#: one version holds the other; apart but near; they cannot both be true
HELD, NEAR, APART = 1, 2, 3
#: figures that differ by no more than this part are near
_NEARLY = 1.25
#: days beyond which an interval ("since May", "in the past year") states no day in it
_WEEK = timedelta(days=7)
#: days between versions that a time zone or a night may explain
_NIGHT = timedelta(days=1)
#: a figure of these units is compared; durations and shares are about different things too easily
_COMPARED = ("person", "km2", "item")
_ORDINALS = ("second", "third", "fourth")
_BETWEEN = 24


def conflicts(tellings: Sequence[Telling]) -> tuple[Conflict, ...]:
    """All disagreements of the tellings of one event, by what they are about."""
    if len(tellings) < 2:
        return ()
    found = (_dates, _figures, _intervals, _parties, _places, _statuses, _clocks)
    return tuple(conflict for about in found for conflict in about(tellings))


def stated_days(tellings: Sequence[Telling]) -> dict[str, Telling]:
    """The different days that tellings state to the day, each with its first telling, by EDTF."""
    found: dict[str, Telling] = {}
    for telling in current(tellings):
        mention = telling.mention
        if stated(mention) and mention.precision == "day" and _exact(telling):
            found.setdefault(edtf(mention.first, mention.last, mention.precision), telling)
    return found


def stated_clocks(
    tellings: Sequence[Telling], first: date | None, last: date | None
) -> dict[str, Telling]:
    """The different times of these very days that tellings state, each with its first telling."""
    found: dict[str, Telling] = {}
    for telling in current(tellings):
        mention = telling.mention
        if mention.clock and (mention.first, mention.last) == (first, last):
            found.setdefault(mention.clock, telling)
    return found


def _exact(telling: Telling) -> bool:
    """False for long and open intervals, and for what is told as done before it could be."""
    mention, told = telling.mention, telling.published
    if mention.first is None or mention.last is None or mention.last - mention.first > _WEEK:
        return False
    return mention.status in ("planned", "conditional") or told is None or mention.first <= told


def _dates(tellings: Sequence[Telling]) -> Iterable[Conflict]:
    days = stated_days(tellings)
    if len(days) > 1:
        told = [telling.mention for telling in days.values()]
        worst = max(_days_apart(one, other) for one, other in combinations(told, 2))
        yield _conflict("date", worst, days)


def _days_apart(one: Mention, other: Mention) -> int:
    spans = [(m.first or date.min, m.last or date.max) for m in (one, other)]
    (_, last), (begin, end) = sorted(spans, key=lambda span: (span[0], -span[1].toordinal()))
    if end <= last:
        return HELD
    return NEAR if begin <= last or begin - last <= _NIGHT else APART


def _figures(tellings: Sequence[Telling]) -> Iterable[Conflict]:
    """Figures about one thing: of one unit, things by their name; only where a telling has one.

    400 missiles and 100 vehicles in one clause contradict nothing, nor do the dead the wounded.
    """
    found: dict[tuple[str, str, str], dict[str, tuple[Quantity, Telling]]] = defaultdict(dict)
    for telling in tellings:
        for unit in _COMPARED:
            own = [quantity for quantity in telling.quantities if quantity.unit == unit]
            if len(own) == 1:
                named = simplified(own[0].what) if unit == "item" else ""
                version = f"{_bound(own[0].low)}..{_bound(own[0].high)} {unit}"
                fate = fate_of(own[0], telling.mention)
                found[unit, named, fate].setdefault(version, (own[0], telling))
    for _, versions in sorted(found.items()):
        figures = [quantity for quantity, _ in versions.values()]
        worst = max((_figures_apart(*pair) for pair in combinations(figures, 2)), default=0)
        if worst:
            yield _conflict("figure", worst, {v: told for v, (_, told) in versions.items()})


def _figures_apart(one: Quantity, other: Quantity) -> int:
    """0 if some number satisfies both."""
    low = max(one.low or 0, other.low or 0)
    high = min(q.high if q.high is not None else float("inf") for q in (one, other))
    if low <= high:
        return 0
    return NEAR if low <= _NEARLY * high else APART


def _intervals(tellings: Sequence[Telling]) -> Iterable[Conflict]:
    """How soon an event followed on one of its kind: "the second in three weeks", "in a month"."""
    found: dict[str, dict[str, Telling]] = defaultdict(dict)
    for telling in tellings:
        mention = telling.mention
        folded = simplified(mention.quote).lower()
        for ordinal in _ORDINALS:
            for match in turns(ordinal, mention.language).finditer(folded):
                for time in find_times(mention.quote, None, mention.language):
                    near = (
                        time.start - match.end()
                        if time.start >= match.end()
                        else (match.start() - time.end)
                    )
                    if time.type == "DURATION" and time.value[:1] == "P" and near <= _BETWEEN:
                        found[ordinal].setdefault(time.value, telling)
    for _, versions in sorted(found.items()):
        if len(versions) > 1:  # within a month and within three weeks: the longer holds the other
            yield _conflict("interval", HELD, versions)


def _parties(tellings: Sequence[Telling]) -> Iterable[Conflict]:
    """Sides of which neither holds the other: the US and the UK, the US and France."""
    known = [t for t in tellings if t.mention.actors and not _pronoun(t.mention)]
    sides = {" + ".join(t.mention.actors): t for t in reversed(known)}
    named = dict(reversed(sides.items()))
    odd = {
        version: telling
        for version, telling in named.items()
        if any(_odd(telling.mention, other.mention) for other in named.values())
    }
    if odd:
        yield _conflict("party", NEAR, odd)


def _pronoun(mention: Mention) -> bool:
    """True if "they" acted: who is meant is this program's reading, and no word of the telling."""
    words = {
        mention.quote[max(0, part.start - mention.start) : part.end - mention.start].lower()
        for part in mention.parts
        if part.role == "actor"
    }
    return not words.isdisjoint(_pronouns(mention.language))


@cache
def _pronouns(language: str) -> frozenset[str]:
    rows = (row for row in table("pronouns.tsv") if row["language"] == language)
    return frozenset(form.lower() for row in rows for form in listed(row["forms"]))


def _odd(one: Mention, other: Mention) -> bool:
    if meeting(one) or other.type != one.type:  # parties of a meeting stand in any order
        return False
    if one.type == "COOPERATE":  # with whom else somebody works is no dispute
        return False
    mine, theirs = heads(one.actors), heads(other.actors)
    return not (mine <= theirs or theirs <= mine)


def _places(tellings: Sequence[Telling]) -> Iterable[Conflict]:
    found: dict[str, Telling] = {}
    for telling in tellings:
        if telling.mention.place and "phone" not in telling.mention.rule:
            found.setdefault(telling.mention.place, telling)
    odd = {
        place: telling
        for place, telling in found.items()
        if not all(places_meet(place, other) for other in found)
    }
    if odd:
        yield _conflict("place", APART, odd)


def _statuses(tellings: Sequence[Telling]) -> Iterable[Conflict]:
    """What some tell and others deny."""
    found: dict[str, Telling] = {}
    for telling in tellings:
        denied = state_of(telling.mention) == "denied"
        found.setdefault("denied" if denied else telling.mention.status, telling)
    if "denied" in found and len(found) > 1:
        yield _conflict("status", APART, found)


def _clocks(tellings: Sequence[Telling]) -> Iterable[Conflict]:
    """Hours of one day that do not fit: near, since nobody knows in which zones they are."""
    told = (telling.mention for telling in current(tellings) if telling.mention.clock)
    for first, last in dict.fromkeys((mention.first, mention.last) for mention in told):
        clocks = stated_clocks(tellings, first, last)
        if not agreed(clocks):
            days = edtf(first, last, "day")
            yield _conflict("clock", NEAR, {f"{days}T{clock}": t for clock, t in clocks.items()})


def _conflict(what: str, severity: int, versions: dict[str, Telling]) -> Conflict:
    told = tuple(telling.mention_id for telling in versions.values())
    return Conflict(what, severity, tuple(versions), told)


def _bound(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
