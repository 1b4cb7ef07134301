"""Parties and places: a text goes in, its mentions with offsets come out, from the lexicon.

A name stands for its government, for a place, or only describes a thing; the words around it tell
(``party_cues.tsv``). Whoever the lexicon does not know is kept as found. It must never invent a
party that the text does not name, nor read the clock: offices resolve by the day that is given.
"""

from __future__ import annotations

from datetime import date

from corpus.entities.grammar import mentions
from corpus.entities.line import Mention, line
from corpus.entities.names import Names, names
from corpus.entities.organisations import organised
from corpus.entities.tokens import fold, tokens
from corpus.model import Party, Place

__all__ = ["Names", "find_mentions", "find_parties", "find_places", "names"]


def find_parties(
    text: str, language: str, day: date | None, start: int = 0, end: int | None = None
) -> list[Party]:
    """Parties named in ``text[start:end]``, sorted, none overlapping; offsets into ``text``.

    ``language`` (ISO 639-1) chooses whose cues tell a place from a party; names of both languages
    are found in either. ``day`` is the day for which an office without a name is resolved
    (英国首相): without it, or where the table names nobody, the mention is of the government.
    A body whose state the text leaves out has a code that begins with its sector:
    ``MIL Defence Ministry``. A pronoun is a mention without a code.

    >>> found = find_parties("Russian President Vladimir Putin met US officials.", "en", None)
    >>> [party.code for party in found]
    ['RUS GOV Vladimir Putin', 'USA GOV']
    """
    found = find_mentions(text, language, day, start, end)
    return [mention for mention in found if isinstance(mention, Party)]


def find_places(text: str, language: str, start: int = 0, end: int | None = None) -> list[Place]:
    """Places named in ``text[start:end]`` in their own right, sorted; offsets into ``text``.

    >>> found = find_places("俄罗斯在乌克兰边境集结军队，会谈在日内瓦举行。", "zh")
    >>> [place.name for place in found]
    ["Ukraine's border", 'Geneva']
    """
    found = find_mentions(text, language, None, start, end)
    return [mention for mention in found if isinstance(mention, Place)]


def find_mentions(
    text: str, language: str, day: date | None, start: int = 0, end: int | None = None
) -> list[Mention]:
    """Parties and places in one pass, in the order of the text; see `find_parties`."""
    stop = len(text) if end is None else end
    folded = fold(text)
    cues = "zh" if language == "zh" else "en"
    named = organised(folded, stop, tokens(folded, start, stop))
    return mentions(line(text, folded, named, cues, day))
