"""Triggers, cues and verbs of saying, compiled per language: tables in, matchers and patterns out.

Holds no rule of its own: which words mean what stands in ``corpus/lexicon``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from corpus.han import simplified_table
from corpus.lexicon import Matcher, listed, table

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row of a trigger table."""

    name: str
    type: str
    mode: str
    frame: str
    needs: tuple[str, ...]
    unless: tuple[str, ...]
    traits: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventType:
    """Quad class and score of one type and mode (``event_types.tsv``)."""

    quad_class: int
    score: float


@cache
def event_types() -> dict[tuple[str, str], EventType]:
    """All types and modes of PLOVER, by ``(type, mode)``; the mode is empty for the type itself."""
    return {
        (row["type"], row["mode"]): EventType(int(row["quad_class"]), float(row["score"]))
        for row in table("event_types.tsv")
    }


@cache
def triggers(language: str) -> Matcher[tuple[Trigger, ...]]:
    """Finds every trigger form; a hit carries all rows that share it, in the table's order."""
    rows: dict[str, list[Trigger]] = defaultdict(list)
    for row in simplified_table(f"triggers_{language}.tsv"):
        forms = [form for cell in listed(row["forms"]) for form in _inflections(cell)]
        trigger = Trigger(
            name=".".join(filter(None, (row["type"], row["mode"], forms[0]))),
            type=row["type"],
            mode=row["mode"],
            frame=row["frame"],
            needs=listed(row["needs"]),
            unless=listed(row["unless"]),
            traits=frozenset(listed(row["traits"])),
        )
        for form in dict.fromkeys(forms):
            rows[form].append(trigger)
    return Matcher((form, tuple(found)) for form, found in rows.items())


@cache
def sayings(language: str) -> Matcher[str]:
    """Finds every verb of saying; a hit carries its stance (``speech.tsv``)."""
    stances: dict[str, str] = {}
    for row in simplified_table("speech.tsv"):
        if row["language"] == language:
            for form in listed(row["forms"]):
                stances.setdefault(form, row["stance"])
    return Matcher(stances.items())


@cache
def cue(kind: str, language: str) -> re.Pattern[str]:
    """The words of one kind of ``cues.tsv`` as a pattern, longest first; English as whole words."""
    forms = [
        form
        for row in simplified_table("cues.tsv")
        if row["kind"] == kind and row["language"] == language
        for form in listed(row["forms"])
    ]
    words = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"\b(?:{words})\b" if language == "en" else f"(?:{words})")


def _inflections(form: str) -> list[str]:
    """All forms that a cell of the table stands for.

    >>> _inflections("accuse~")
    ['accuse', 'accuses', 'accused', 'accusing']
    >>> _inflections("call~ on")
    ['call on', 'calls on', 'called on', 'calling on']
    >>> _inflections("deny")
    ['deny']
    """
    verb, mark, tail = form.partition("~")
    if not mark:
        return [form]
    if verb.endswith("e"):
        endings = ("e", "es", "ed", "ing")
        return [verb[:-1] + ending + tail for ending in endings]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + ending + tail for ending in ("y", "ies", "ied", "ying")]
    third = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return [verb + ending + tail for ending in ("", third, "ed", "ing")]
