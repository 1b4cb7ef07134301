"""Linking: mentions of one happening go in, events with their disagreements come out.

Within an article, across its languages and across outlets, tellings of one event become one event.
The rule is narrow: same type, no contradicting parties or places, days that touch. Where tellings
disagree all versions are kept as a `Conflict`; nothing is chosen silently (law 5). The order of
the input does not matter: tellings are sorted by publication and text first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from corpus.coding.tellings import agree, akin, clarity, fits
from corpus.han import simplified
from corpus.labels import label
from corpus.model import Conflict, Event, Mention, Quantity
from corpus.times import edtf

#: what a telling is found under: type, head of a party, time or article
Block = tuple[str, str, str]
#: months beyond which an interval is looked for at its ends only
_LONG = 24
#: days up to which an interval is looked for by its days
_SHORT = 31
#: a figure of these units is compared; durations and shares are about different things too easily
_COMPARED = ("person", "km2", "item")


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention with where it stands: what linking needs to know of articles and tables."""

    mention_id: str
    article_id: str
    #: the article itself, or the one that it copies or translates: one source (law 7)
    source: str
    outlet_id: str
    published: date | None
    mention: Mention
    quantities: tuple[Quantity, ...]

    @property
    def order(self) -> tuple[date, str, bool, int]:
        """By publication; within an article what has a day first, so that the rest can join it."""
        mention = self.mention
        undated = mention.first is None and mention.last is None
        when = self.published or date.max
        return (when, self.article_id, undated, mention.trigger_start)


def link(tellings: Iterable[Telling]) -> list[tuple[Event, tuple[Telling, ...]]]:
    """Events with their tellings, in the order of their first telling.

    Compared are only tellings of one type that share a party and a month or an article, so that the
    cost stays close to the number of tellings.
    """
    groups: list[list[Telling]] = []
    copied: dict[tuple[str, int, str], int] = {}
    by_block: dict[Block, set[int]] = defaultdict(set)
    for telling in sorted(tellings, key=lambda telling: telling.order):
        held, sought = _blocks(telling)
        same = (telling.source, telling.mention.trigger_start, telling.mention.quote)
        home = copied.get(same)  # a copy tells what its original tells, dated or not
        if home is None:
            near = sorted({index for key in sought for index in by_block[key]})
            homes = [i for i in near if fits(telling, groups[i], _agree, _akin)]
            home = max(homes, key=lambda i: _closeness(groups[i]), default=len(groups))
        if home == len(groups):
            groups.append([])
        copied.setdefault(same, home)
        groups[home].append(telling)
        for key in held:
            by_block[key].add(home)
    return [(_event(group), tuple(group)) for group in groups]


def _closeness(group: list[Telling]) -> tuple[bool, date]:
    """What an undated telling most likely means: a known day, and the latest."""
    exact = [t.mention for t in group if t.mention.precision == "day"]
    return bool(exact), max((m.first for m in exact if m.first), default=date.min)


def _agree(one: Telling, other: Telling) -> bool:
    return agree(one.mention, other.mention, one.article_id == other.article_id)


def _akin(one: Telling, other: Telling) -> bool:
    return akin(one.mention, other.mention, one.article_id == other.article_id)


def _blocks(telling: Telling) -> tuple[list[Block], list[Block]]:
    """Where a telling is held, and where others are sought: its type, each party, its times."""
    mention = telling.mention
    heads = sorted({code.split()[0] for code in (*mention.actors, *mention.recipients)})
    held, sought = (
        [(mention.type, head, time) for head in heads for time in (telling.article_id, *times)]
        for times in _times(mention)
    )
    return held, sought


def _times(mention: Mention) -> tuple[list[str], list[str]]:
    """The times under which a mention is held, and those under which its likes are sought.

    Exact days meet on a day; a long or an open interval is sought by its months, to which the short
    ones are held too. One without a day can be told elsewhere only as a standing state.
    """
    days = [day for day in (mention.first, mention.last) if day is not None]
    if not days:
        standing = ["undated"] if mention.status in ("ongoing", "claimed") else []
        return standing, standing
    first, last = days[0], days[-1]
    ends = first.year * 12 + first.month, last.year * 12 + last.month
    months = range(ends[0], ends[1] + 1) if ends[1] - ends[0] <= _LONG else ends
    every = [f"{mention.precision} {month}" for month in months]
    if mention.precision != "day" or len(days) == 1 or (last - first).days > _SHORT:
        return [*every, *(f"long {key}" for key in every)], every
    exact = [str(day) for day in range(first.toordinal(), last.toordinal() + 1)]
    return [*exact, *every], [*exact, *(f"long {key}" for key in every)]


def _event(group: list[Telling]) -> Event:
    """What the tellings say together: codes from the clearest, days from all that state them."""
    best = max(group, key=_rank)
    told = _completed(best.mention, [telling.mention for telling in group])
    versions = _stated_days(group)
    first, last = told.first, told.last
    if len(versions) > 1:  # the interval that holds every stated version; the conflict lists them
        first = min((v.mention.first for v in versions.values() if v.mention.first), default=first)
        last = max((v.mention.last for v in versions.values() if v.mention.last), default=last)
    conflicts = tuple(_conflicts(group, versions))
    disputed = any(conflict.what == "figure" for conflict in conflicts)
    # a headline must not pick one of the figures that are in dispute (law 5)
    figure = None if disputed else next(iter(best.quantities), None)
    named = label(told, figure)
    return Event(
        event_id=f"e{sha256(group[0].mention_id.encode()).hexdigest()[:10]}",
        first=first,
        last=last,
        edtf=edtf(first, last, told.precision),
        precision=told.precision,
        type=told.type,
        mode=told.mode,
        quad_class=told.quad_class,
        score=told.score,
        actors=told.actors,
        recipients=told.recipients,
        place=told.place,
        status=told.status,
        label_en=named.en,
        label_zh=named.zh,
        salience=max(telling.mention.salience for telling in group),
        outlets=tuple(dict.fromkeys(telling.outlet_id for telling in group)),
        mentions=tuple(telling.mention_id for telling in group),
        independent_sources=_sources(group),
        conflicts=conflicts,
    )


def _completed(best: Mention, tellings: list[Mention]) -> Mention:
    """The clearest telling with what only others say: a name for a state, a mode, a place."""
    return replace(
        best,
        actors=_fullest(best.actors, tellings),
        recipients=_fullest(best.recipients, tellings),
        mode=best.mode or next((m.mode for m in tellings if m.mode), ""),
        place=best.place or next((m.place for m in tellings if m.place), ""),
    )


def _fullest(codes: tuple[str, ...], tellings: list[Mention]) -> tuple[str, ...]:
    """Each party by the name that some telling gives it; a state stays one where two are named."""
    full = []
    for code in codes:
        found = {
            other
            for mention in tellings
            for other in (*mention.actors, *mention.recipients)
            if other.startswith(f"{code} ") and code.endswith(" GOV")
        }
        full.append(found.pop() if len(found) == 1 else code)
    return tuple(dict.fromkeys(full))


def _sources(group: list[Telling]) -> int:
    """Outlets that tell it, a copy or a translation counting as its original's outlet (law 7)."""
    originals = {t.source: t.outlet_id for t in group if t.article_id == t.source}
    return len({originals.get(telling.source, telling.outlet_id) for telling in group})


def _rank(telling: Telling) -> tuple[bool, tuple[int, ...], int, int]:
    mention = telling.mention
    return (not mention.repeat, clarity(mention), mention.salience, -mention.trigger_start)


def _stated_days(group: list[Telling]) -> dict[str, Telling]:
    """The different days that tellings state to the day, each with its first telling, by EDTF."""
    stated: dict[str, Telling] = {}
    for telling in group:
        mention = telling.mention
        exact = mention.date_basis in ("explicit", "relative")
        if exact and mention.precision == "day":
            stated.setdefault(edtf(mention.first, mention.last, mention.precision), telling)
    return stated


def _conflicts(group: list[Telling], days: dict[str, Telling]) -> Iterable[Conflict]:
    if len(days) > 1:
        yield Conflict("date", tuple(days), tuple(t.mention_id for t in days.values()))
    for (unit, _), found in sorted(_comparable(group).items()):
        low = max(quantity.low or 0 for quantity, _ in found)
        high = min(q.high for q, _ in found if q.high is not None) if _bounded(found) else low
        if len(found) > 1 and low > high:
            bounds = tuple(f"{_bound(q.low)}..{_bound(q.high)} {unit}" for q, _ in found)
            yield Conflict("figure", bounds, tuple(t.mention_id for _, t in found))


def _comparable(group: list[Telling]) -> dict[tuple[str, str], list[tuple[Quantity, Telling]]]:
    """Figures about one thing: of one unit, things by their name; only where a telling has one.

    400 missiles and 100 vehicles in one clause contradict nothing.
    """
    found: dict[tuple[str, str], list[tuple[Quantity, Telling]]] = defaultdict(list)
    for telling in group:
        for unit in _COMPARED:
            own = [quantity for quantity in telling.quantities if quantity.unit == unit]
            if len(own) == 1:
                named = simplified(own[0].what) if unit == "item" else ""
                found[unit, named].append((own[0], telling))
    return found


def _bounded(found: list[tuple[Quantity, Telling]]) -> bool:
    return any(quantity.high is not None for quantity, _ in found)


def _bound(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
