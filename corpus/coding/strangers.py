"""Parties no table knows: a stretch of an English sentence goes in, who is named there comes out.

Asked only where no known party stands on a side of an event: the police, a court, Jane Doe. A name
is kept as found, an agent by its sector alone. It must never take a mere thing for a party.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from corpus.coding.roles import Named, Role, Slot
from corpus.coding.sentence import Sentence
from corpus.coding.vocabulary import sayings, worded
from corpus.entities.codes import compose
from corpus.lexicon import listed, table
from corpus.model import Party

#: words of a name, with the particles between them; or an abbreviation
_NAME = (
    r"\b(?:[A-ZÀ-Þ][\w'’-]{0,40}[\wÀ-ÿ]|[A-Z]{2,6})"
    r"(?: (?:{particle} ){0,2}[A-ZÀ-Þ][\w'’.-]{0,40}\w){0,5}"
)
#: the sector of words that are no party
_NOBODY = "-"
_OWNER = re.compile(r"['’]s?\b")
#: before the forces and people of a party that stands elsewhere
_OWN = r"\b{own}(?: \w+)? $"
#: what may follow a single word that opens a sentence, if that is a name
_VERB = r" (?:{predicate}|\w+ed)\b|,? \("
#: a small word behind a name: it only describes a thing (Leopard tanks)
_THINGS = re.compile(r" (?P<word>[a-z]{3,})(?<!ed)(?<!ly)\b")
#: how far behind a name a verb of saying is looked for
_SAID = 16
#: endings of words that open a sentence and name no one
_COMMON = re.compile(r"(?:ly|ing|ed|ion|ions|ment|ity|ness|ism|[^us]s)$")
_PREPOSITION = (
    r"\b(?:(?P<by>{by})|(?P<with>{with})|(?P<of>{of})|(?P<between>{between})|(?P<to>{to})"
    r"|(?P<at>{at}))\s+(?:(?!{parts}\b)[\w.'’-]+ ){0,3}$"
)


@cache
def _agents() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = (row for row in table("agents_en.tsv") if row["sector"] != _NOBODY)
    sectors = {word: row["sector"] for row in rows for word in listed(row["words"])}
    words = "|".join(re.escape(word) for word in sorted(sectors, key=len, reverse=True))
    return re.compile(rf"\b({words})s?\b(?![-’'][a-z]{{2}})"), sectors


@cache
def _things() -> frozenset[str]:
    """Words with which the name of a thing or a day ends."""
    rows = (row for row in table("agents_en.tsv") if row["sector"] == _NOBODY)
    return frozenset(word for row in rows for word in listed(row["words"]))


@cache
def _function_words() -> frozenset[str]:
    row = next(row for row in table("function_words.tsv") if row["language"] == "en")
    return frozenset(listed(row["forms"]))


def strangers(sentence: Sentence, start: int, end: int) -> list[Slot]:
    """Agents and names between two positions that no known party, place or time covers."""
    if sentence.language != "en" or end - start < 2:
        return []
    taken = [
        (item.start, item.end)
        for found in (sentence.parties, sentence.places, sentence.times)
        for item in found
        if item.start < end and item.end > start
    ]
    pattern, sectors = _agents()
    found = pattern.finditer(sentence.folded, start, end)
    spans = [(match.start(), match.end(), sectors[match[1]]) for match in found]
    for match in worded(_NAME).finditer(sentence.text, start, end):
        begin, stop = _without_article(sentence, *match.span())
        if _is_name(sentence, begin, stop):
            spans.append((begin, stop, compose("UNK", sentence.text[begin:stop])))
    kept: list[tuple[int, int, str]] = []
    spans = [span for span in spans if not worded(_OWN).search(sentence.folded, start, span[0])]
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        overlaps = any(first < span[1] and last > span[0] for first, last in taken)
        if not overlaps and (not kept or span[0] >= kept[-1][1]):
            kept.append(span)
    return [_slot(sentence, *span) for span in kept]


def unnamed(sentence: Sentence, start: int, end: int, *roles: Role) -> list[Slot]:
    """Parties that no table knows between two positions, with one of the roles.

    Where none has the role of a subject, the owner of what acts: the prosecutor's office.
    """
    found = strangers(sentence, start, end)
    fitting = [slot for slot in found if slot.role in roles]
    return fitting or [slot for slot in found if slot.role == "of" and roles == ("",)]


def _without_article(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    first, space, _ = sentence.text[start:end].partition(" ")
    return (
        (start + len(first) + 1, end)
        if space and first.lower() in _function_words()
        else (
            start,
            end,
        )
    )


def _is_name(sentence: Sentence, start: int, end: int) -> bool:
    word = sentence.text[start:end]
    if any(character.isdigit() for character in word):
        return False  # A1, Section 301: what is numbered is a thing
    if word.endswith(("n't", "n’t")) or word.rpartition(" ")[2].lower() in _things():
        return False
    behind = _THINGS.match(sentence.text, end, sentence.end)
    if behind and behind["word"] not in _function_words() and not _acts(sentence, behind.start(1)):
        return False
    if " " in word:
        return not word.isupper()
    if word.lower() in _function_words() or len(word) < 2:
        return False
    before = sentence.text[sentence.start : start].strip("“‘\"'(–— ")
    if before and before[-1] != ":":
        return True
    if word.isupper():
        return True
    known = worded(_VERB).match(sentence.text, end, sentence.end) or _acts(sentence, end + 1)
    return bool(known) and not _COMMON.search(word)


def _acts(sentence: Sentence, position: int) -> bool:
    """True where a trigger or a verb of saying begins: who stands before it may do it."""
    said = sayings("en").find(sentence.folded, position, min(sentence.end, position + _SAID))
    found = (*sentence.triggers, *said)
    return any(start == position for start, _, _ in found)


def _slot(sentence: Sentence, start: int, end: int, code: str) -> Slot:
    party = Party(start, end, sentence.text[start:end], code, "stranger")
    clause = sentence.clause_at(start)
    begins = sentence.clauses[clause].start
    role: Role = ""
    if _OWNER.match(sentence.text, end):
        role = "of"
    elif found := worded(_PREPOSITION).search(sentence.folded, max(begins, start - 60), start):
        role = "" if found["between"] else cast(Role, found.lastgroup)
    return Slot(party, (Named(code, start, end),), role, clause, False)
