"""Finished events go in, the same events come out: those of one time that read alike, told apart.

A headline is short, and two attacks on a day may have the same. What differs between them (place,
figure, topic, mode, parties) is put behind it in brackets. It must never put there what all have,
and leaves alike what nothing tells apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from corpus.happenings import Event
from corpus.labels import details
from corpus.linking.summary import clearest
from corpus.linking.telling import Telling
from corpus.phrases import phrase

#: first and last day, quad class and headline: what stands in one lane at one time
Headline = tuple[date | None, date | None, int, str]


def apart(
    made: Sequence[tuple[Event, Sequence[Telling]]], beside: Iterable[Headline] = ()
) -> list[Event]:
    """The events in their order, with fuller headlines where two of the same days read alike.

    ``beside`` are headlines, in either language, of events that keep theirs.
    """
    taken = Counter(beside)
    events = [event for event, _ in made]
    for language in ("en", "zh"):
        alike: dict[Headline, list[int]] = defaultdict(list)
        for index, (event, _) in enumerate(made):
            if event.first or event.last:
                alike[_headline(event, language)].append(index)
        for key, found in alike.items():
            others = taken[key]
            if len(found) + others < 2:
                continue
            known = [_details(*made[index], language) for index in found]
            chosen = _telling(known + [[""] * len(known[0])] * others)
            for index, words in zip(found, chosen, strict=False):
                events[index] = _with(events[index], words, language)
    return events


def _headline(event: Event, language: str) -> Headline:
    """What an event must not share with another one."""
    text = event.label_zh if language == "zh" else event.label_en
    return event.first, event.last, event.quad_class, text


def _details(event: Event, tellings: Sequence[Telling], language: str) -> list[str]:
    """What the headline of an event could say beside what it says; empty where it does, or nothing
    is known."""
    said = _headline(event, language)[-1].lower()
    told = details(*clearest(tellings, event.conflicts))
    words = (each.zh if language == "zh" else each.en for each in told)
    return ["" if _bare(word, language) in said else word for word in words]


def _bare(words: str, language: str) -> str:
    """What a headline would call it in another place: the call, involving Russia."""
    involving = phrase("involving", language, "")
    return words.lower().removeprefix("the ").removeprefix(involving)


def _telling(known: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Of the details of each event those that tell it from some other that had the same so far.

    >>> _telling([["Kyiv", "oil"], ["", "oil"], ["", "gas"], ["", ""]])
    [('Kyiv',), ('oil',), ('gas',), ()]
    """
    chosen: list[tuple[str, ...]] = [()] * len(known)
    for words in zip(*known, strict=True):
        versions = defaultdict(set)
        for before, word in zip(chosen, words, strict=True):
            versions[before].add(word)
        chosen = [
            (*before, word) if word and len(versions[before]) > 1 else before
            for before, word in zip(chosen, words, strict=True)
        ]
    return chosen


def _with(event: Event, words: Sequence[str], language: str) -> Event:
    if not words:
        return event
    if language == "zh":
        return replace(event, label_zh=f"{event.label_zh}（{'，'.join(words)}）")
    return replace(event, label_en=f"{event.label_en} ({', '.join(words)})")
