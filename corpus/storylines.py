"""Tables go in, storylines come out: events that a briefer would tell as one thread.

Each event says what put it there: the theme, the parties, the topics, the days since the one
before (`corpus.threads` has the rule). No event is in two storylines, and many are in none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd

from corpus.coding.topics import topic
from corpus.entities import names
from corpus.entities.codes import parts
from corpus.lexicon import Row as Known
from corpus.lexicon import listed, table
from corpus.phrases import place_name
from corpus.tables import Row, Tables, rows
from corpus.threads import LEAST, Beat, Thread, blocs, threads

#: a story has `LEAST` events, or one less if they are told so many times between them
_TELLINGS = 4
#: an undated or long event holds a story together for no more than this many days
_SPAN = 31
#: what is dated no better than to so many days ("2014") has no place in a story
_KNOWN = 92
#: topics of this rank or a lower one name a storyline, if so many of its events are about them
_RANK, _HELD = 3, 2

_EVENT = ["event_id", "first", "last", "type", "mode", "actors", "recipients", "place", "outlets"]
_EVENT += ["mention_count"]
_LINE = ["storyline_id", "title_en", "title_zh", "theme", "parties", "topics", "place"]
_LINE += ["first", "last", "events", "tellings", "outlets"]
_MEMBER = ["storyline_id", "event_id", "position", "day", "basis", "parties", "topics"]
_MEMBER += ["days_since"]


@dataclass(frozen=True, slots=True)
class Storylines:
    """Threads, and the events that belong to each."""

    #: storyline_id, titles, ``theme`` (key of themes.tsv), ``parties`` (heads of codes, or keys of
    #: blocs.tsv: `name_of` names both), ``topics`` (what its events are about, the most frequent
    #: first), ``place``, ``first`` and ``last`` day, ``events``, ``tellings``, ``outlets``; by
    #: first day
    lines: pd.DataFrame
    #: storyline_id, event_id, ``position`` (from 0, by day), ``day``, ``basis`` (``parties`` if it
    #: shares theme and parties; ``article`` if it names one side only, or is of a thread too short
    #: to stand alone, and an article tells it along with others of the line), the ``parties`` and
    #: ``topics`` that it shares with another event of the line, ``days_since`` the event before
    members: pd.DataFrame


def storylines(tables: Tables) -> Storylines:
    """All storylines of a build.

    An event is placed by its stated days; without any, by the days on which it was told. What is
    dated to more than three months, and what no theme fits, is in none.
    """
    told = [thread for thread in threads(list(_beats(tables))) if _is_a_story(thread)]
    told.sort(key=lambda thread: (thread.beats[0].day, thread.name))
    return Storylines(
        pd.DataFrame([_described(thread) for thread in told], columns=_LINE),
        pd.DataFrame([row for thread in told for row in _members(thread)], columns=_MEMBER),
    )


@cache
def name_of(party: str) -> tuple[str, str]:
    """English and Chinese name of a bloc or of the head of a party code.

    >>> name_of("RUS"), name_of("west")
    (('Russia', '俄罗斯'), ('the West', '西方'))
    """
    for row in table("blocs.tsv"):
        if row["key"] == party:
            return row["name_en"], row["name_zh"]
    known = names(party)
    return known.short_en, known.zh


def _beats(tables: Tables) -> Iterator[Beat]:
    """Every event that has a theme and a day."""
    articles = tables.articles
    published = dict(zip(articles["article_id"], articles["published_day"], strict=True))
    told: dict[str, list[str]] = defaultdict(list)
    about: dict[str, list[str]] = defaultdict(list)
    for mention in rows(tables.mentions[["event_id", "article_id", "topics"]]):
        told[mention["event_id"]].append(mention["article_id"])
        about[mention["event_id"]].extend(mention["topics"])
    for event in rows(tables.events[_EVENT]):
        articles_of = told[event["event_id"]]
        topics = tuple(dict.fromkeys(about[event["event_id"]]))
        theme = _theme(event["type"], event["mode"], topics)
        stated = [day for day in (event["first"], event["last"]) if pd.notna(day)]
        known = stated or [day for a in articles_of if pd.notna(day := published[a])]
        if theme is None or not known or (stated and (stated[-1] - stated[0]).days > _KNOWN):
            continue
        yield Beat(
            event=event,
            theme=theme,
            day=min(known),
            until=min(max(known), min(known) + pd.Timedelta(days=_SPAN)),
            topics=topics,
            articles=frozenset(articles_of),
            blocs=_parties(event, theme["along"], by_bloc=True),
            states=_parties(event, theme["along"], by_bloc=False),
        )


@cache
def _theme(type_: str, mode: str, topics: tuple[str, ...]) -> Known | None:
    """The first theme that fits; none for what is no part of a story."""
    for row in table("themes.tsv"):
        types, wanted = listed(row["types"]), listed(row["topics"])
        if types and type_ not in types and f"{type_}/{mode}" not in types:
            continue
        if not wanted or not set(wanted).isdisjoint(topics):
            return row
    return None


def _parties(event: Row, along: str, by_bloc: bool) -> tuple[str, ...]:
    """Whom the event is about: the two sides of a pair in alphabetical order, or one of them."""
    near, far = (_heads(event[side], by_bloc) for side in ("actors", "recipients"))
    if by_bloc and near[:1] == far[:1]:  # inside a bloc its members are told apart
        near, far = (_heads(event[side], False) for side in ("actors", "recipients"))
    if along in ("doer", "target"):
        return tuple((near if along == "doer" else far)[:1])
    second = [head for head in (*far, *near[1:]) if head not in near[:1]]
    return tuple(sorted((*near[:1], *second[:1])))


def _heads(codes: Iterable[str], by_bloc: bool) -> list[str]:
    heads = [parts(code).head or code for code in codes]
    return list(dict.fromkeys(blocs().get(head, head) if by_bloc else head for head in heads))


def _is_a_story(thread: Thread) -> bool:
    tellings = sum(beat.event["mention_count"] for beat in thread.beats)
    events = len(thread.beats)
    return events >= LEAST or (events == LEAST - 1 and tellings >= _TELLINGS)


def _described(thread: Thread) -> Row:
    beats = thread.beats
    topics = Counter(key for beat in beats for key in beat.topics)
    ranked = sorted(topics, key=lambda key: (-topics[key], int(topic(key)["rank"]), key))
    title_en, title_zh = _titles(thread, [key for key in ranked if topics[key] >= _HELD])
    return {
        "storyline_id": thread.name,
        "title_en": title_en,
        "title_zh": title_zh,
        "theme": thread.theme["key"],
        "parties": list(thread.parties),
        "topics": ranked,
        "place": thread.place,
        "first": beats[0].day,
        "last": max(beat.until for beat in beats),
        "events": len(beats),
        "tellings": sum(int(beat.event["mention_count"]) for beat in beats),
        "outlets": list(dict.fromkeys(o for beat in beats for o in beat.event["outlets"])),
    }


def _titles(thread: Thread, topics: Sequence[str]) -> tuple[str, str]:
    """Theme and parties, with the place or the topic that the theme leaves open."""
    theme = thread.theme
    name = thread.place, place_name(thread.place)
    if theme["named"] == "topic":
        telling = [topic(key) for key in topics if int(topic(key)["rank"]) <= _RANK]
        name = (telling[0]["name_en"], telling[0]["name_zh"]) if telling else ("", "")
    en = theme["with_en"].format(name=name[0]) if name[0] else theme["name_en"]
    zh = theme["with_zh"].format(name=name[1]) if name[1] else theme["name_zh"]
    held = [name_of(party) for party in thread.parties]
    return f"{en}: {' and '.join(n for n, _ in held)}", f"{zh}：{'与'.join(n for _, n in held)}"


def _members(thread: Thread) -> Iterator[Row]:
    shared = Counter(key for beat in thread.beats for key in beat.topics)
    before = thread.beats[0].day
    for position, beat in enumerate(thread.beats):
        own = {*beat.blocs, *beat.states}
        yield {
            "storyline_id": thread.name,
            "event_id": beat.event["event_id"],
            "position": position,
            "day": beat.day,
            "basis": beat.basis,
            "parties": [party for party in thread.parties if party in own],
            "topics": [key for key in beat.topics if shared[key] > 1],
            "days_since": (beat.day - before).days,
        }
        before = beat.day
