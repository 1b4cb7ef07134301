"""Beats of a story go in, threads come out: strung by theme, parties and days, by an open rule.

Nothing is learnt and nothing is chance. A thread that grows beyond a story is cut finer: by single
states instead of blocs, then at ever shorter pauses. It must never string by likeness of words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import pairwise

import pandas as pd

from corpus.entities.states import states
from corpus.lexicon import Row as Known
from corpus.lexicon import listed, table
from corpus.tables import Row

#: a thread of more events is cut finer; what happens on one day is never parted
MOST = 40
#: a thread of fewer events goes to a longer one that the same article tells
LEAST = 3
#: steps of the cutting: are states taken as blocs, and the days of a pause that ends a thread
_STEPS = ((True, 21), (False, 14), (False, 7), (False, 3))


@dataclass(slots=True)
class Beat:
    """One event as a part of a story."""

    event: Row
    #: its row of themes.tsv
    theme: Known
    day: pd.Timestamp
    until: pd.Timestamp
    topics: tuple[str, ...]
    articles: frozenset[str]
    #: whom it is about, told by blocs and told by single states
    blocs: tuple[str, ...]
    states: tuple[str, ...]
    basis: str = "parties"

    @property
    def order(self) -> tuple[pd.Timestamp, pd.Timestamp, str]:
        """By day; events of one day by their id."""
        return self.day, self.until, self.event["event_id"]

    @property
    def whole(self) -> bool:
        """True if it names as many parties as its theme needs."""
        return len(self.blocs) == (2 if self.theme["along"] == "pair" else 1)

    @property
    def place(self) -> str:
        """Where it happens, if its story is one of a place."""
        named = self.theme["named"] == "place"
        return str(self.event["place"]).removesuffix(" region") if named else ""


class Thread:
    """Beats of one theme, by day; ``parties`` are those by which they were strung together."""

    def __init__(self, parties: tuple[str, ...], beats: list[Beat]) -> None:
        self.theme, self.parties, self.beats = beats[0].theme, parties, beats
        said = "|".join((self.theme["key"], *parties, beats[0].event["event_id"]))
        #: stays as long as theme, parties and the first event stay
        self.name = f"s{sha256(said.encode()).hexdigest()[:10]}"

    @property
    def place(self) -> str:
        """Where its events happen, if they have that in common."""
        return self.beats[0].place

    def articles(self) -> list[str]:
        """Ids of the articles that tell some of it, sorted."""
        return sorted({article for beat in self.beats for article in beat.articles})

    def reaches(self, beat: Beat) -> bool:
        """Does a beat lie within the thread's days, or no longer a pause away?"""
        pause = pd.Timedelta(days=_STEPS[0][1])
        return bool(self.beats[0].day - pause <= beat.day <= self.beats[-1].until + pause)

    def take(self, beats: Iterable[Beat]) -> None:
        """Put in what an article tells along with the thread's own beats."""
        for beat in beats:
            beat.basis = "article"
            self.beats.append(beat)
        self.beats.sort(key=lambda beat: beat.order)


def threads(beats: Sequence[Beat]) -> list[Thread]:
    """All threads of some beats, of any length; the order of the input does not matter."""
    ordered = sorted(beats, key=lambda beat: beat.order)
    found = list(_cut([beat for beat in ordered if beat.whole], 0))
    _join_one_sided([beat for beat in ordered if beat.blocs and not beat.whole], found)
    return _merged(found)


@cache
def blocs() -> dict[str, str]:
    """The bloc of each member of one."""
    known = reversed(table("blocs.tsv"))
    return {member: row["key"] for row in known for member in listed(row["members"])}


def _cut(beats: Sequence[Beat], step: int) -> Iterator[Thread]:
    """Threads of one theme and the same parties without a long pause, none of them too long."""
    by_bloc, pause = _STEPS[step]
    alike: dict[tuple[str, ...], list[Beat]] = defaultdict(list)
    for beat in beats:
        parties = beat.blocs if by_bloc else beat.states
        alike[(beat.theme["key"], beat.place, *parties)].append(beat)
    for (_, _, *same), own in alike.items():
        for run in _runs(own, pause):
            if len(run) <= MOST:
                yield Thread(tuple(same), run)
            elif step + 1 < len(_STEPS):
                yield from _cut(run, step + 1)
            else:
                yield from (Thread(tuple(same), part) for part in _halved(run))


def _runs(beats: Sequence[Beat], pause: int) -> Iterator[list[Beat]]:
    """Stretches of beats between which no more than ``pause`` days pass."""
    run = [beats[0]]
    reached = beats[0].until
    for beat in beats[1:]:
        if (beat.day - reached).days > pause:
            yield run
            run, reached = [], beat.until
        run.append(beat)
        reached = max(reached, beat.until)
    yield run


def _halved(beats: list[Beat]) -> Iterator[list[Beat]]:
    """Cut at the widest step between two days, again and again until each part is short."""
    pauses = [(two.day - one.day).days for one, two in pairwise(beats)]
    if len(beats) <= MOST or not any(pauses):
        yield beats
        return
    middle = len(beats) / 2
    at = 1 + max(range(len(pauses)), key=lambda i: (pauses[i], -abs(i + 1 - middle)))
    yield from _halved(beats[:at])
    yield from _halved(beats[at:])


def _join_one_sided(beats: Iterable[Beat], found: Sequence[Thread]) -> None:
    """Put what names one side only to a thread of its theme that an article tells along with it."""
    telling: dict[tuple[str, str], list[Thread]] = defaultdict(list)
    for thread in found:
        for article in thread.articles():
            telling[thread.theme["key"], article].append(thread)
    for beat in beats:
        homes = [
            thread
            for article in sorted(beat.articles)
            for thread in telling[beat.theme["key"], article]
            if _takes(thread, beat)
        ]
        if homes:
            max(homes, key=lambda thread: (len(thread.beats), thread.name)).take([beat])


def _takes(thread: Thread, beat: Beat) -> bool:
    """Its one side is the thread's, or an organisation at whose table the thread's parties meet."""
    if len(thread.beats) >= MOST or thread.place != beat.place or not thread.reaches(beat):
        return False
    if not {*beat.blocs, *beat.states}.isdisjoint(thread.parties):
        return True
    hosts = not any(head in states() or head in blocs() for head in beat.states)
    about = {key for other in thread.beats for key in other.topics}
    return hosts and beat.theme["named"] == "topic" and not about.isdisjoint(beat.topics)


def _merged(found: Sequence[Thread]) -> list[Thread]:
    """Threads too short for a story go to one of the same pair that shares an article with them."""
    homes: dict[tuple[tuple[str, ...], str], list[Thread]] = defaultdict(list)
    merged = []
    for thread in sorted(found, key=lambda t: (-len(t.beats), t.beats[0].day, t.name)):
        articles = thread.articles()
        near = (other for article in articles for other in homes[thread.parties, article])
        home = next((other for other in near if _absorbs(other, thread)), None)
        if home is not None:
            home.take(thread.beats)
            continue
        merged.append(thread)
        for article in articles:
            homes[thread.parties, article].append(thread)
    return merged


def _absorbs(thread: Thread, short: Thread) -> bool:
    pairs = thread.theme["along"] == short.theme["along"] == "pair"
    placed = "place" in (thread.theme["named"], short.theme["named"])
    fits = len(short.beats) < LEAST and len(thread.beats) + len(short.beats) <= MOST
    return pairs and fits and not placed and thread.reaches(short.beats[0])
