"""Units, measure words and counted nouns: a place in a text goes in, what stands there comes out.

It must never decide whether a number is a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.han import simplified_table
from corpus.lexicon import Matcher, listed


@dataclass(frozen=True, slots=True)
class Unit:
    """What follows a number, or the sign before it."""

    #: ``measure``, ``counter``, ``generic``, ``none`` or ``prefix``
    kind: str
    name: str
    factor: float


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun that is counted."""

    #: ``person`` or ``item``
    unit: str
    #: the smallest number that makes a figure of it
    least: float


@cache
def units(language: str, *kinds: str) -> tuple[re.Pattern[str], dict[str, Unit]]:
    """A pattern for the units of some kinds, and what each of its forms means."""
    known = {
        form: Unit(row["kind"], row["unit"], float(row["factor"]))
        for row in simplified_table("units.tsv")
        if row["language"] == language and row["kind"] in kinds
        for form in listed(row["forms"])
    }
    end = "" if language == "zh" or "prefix" in kinds else r"(?![A-Za-z])"
    forms = "|".join(re.escape(form) for form in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?:{forms}){end}"), known


def unit_at(text: str, at: int, language: str) -> tuple[Unit, int] | None:
    """The unit that begins at a position, and where it ends."""
    pattern, known = units(language, "measure", "counter", "generic", "none")
    match = pattern.match(text, at)
    return (known[match.group()], match.end()) if match else None


@cache
def nouns(language: str) -> Matcher[Counted]:
    """The nouns of ``counted.tsv``, in any place of a text."""
    known: dict[str, Counted] = {}
    for row in simplified_table("counted.tsv"):
        least = 1.0 if row["one"] == "yes" else 2.0 if row["few"] == "yes" else 10.0
        for form in listed(row[f"forms_{language}"]):
            known.setdefault(form, Counted(row["unit"], least))
    return Matcher(known.items())


@cache
def context(role: str, language: str) -> str:
    """The words of one row of ``number_context.tsv`` as the inside of an alternation."""
    for row in simplified_table("number_context.tsv"):
        if (row["role"], row["language"]) == (role, language):
            forms = sorted(listed(row["words"]), key=len, reverse=True)
            return "|".join(map(re.escape, forms))
    raise KeyError(f"{role} {language}")
