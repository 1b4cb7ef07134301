"""The last words of an organisation's name go in, the whole name as a token comes out.

Islamabad High Court, Moro Islamic Liberation Front: no table has them all, but the last word tells
the sector and capitals tell where the name begins. It must never take a heading for a name, in
which every word has a capital, nor a plain noun behind a state's name (the Russian Army).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.entities.codes import compose, parts
from corpus.entities.forms import Sense
from corpus.entities.tokens import Token
from corpus.lexicon import listed, table

#: the words before the last ones, at most so many characters and words
_REACH, _MOST = 80, 7
_WORD = r"[A-ZÀ-Þ][\w&'.\-]*"
_BEFORE = re.compile(rf"(?:(?:{_WORD}|of|for|of the|for the|on|de|al) ){{1,{_MOST}}}$")
_BEHIND = re.compile(
    rf" (?:of|for) (?:the )?{_WORD}(?: (?:and )?{_WORD}){{0,3}}|(?: \([A-Z]{{2,6}}\))"
)
#: behind a name two more words with a capital: a heading; one of these: a building, a law, a game
_HEADING = re.compile(
    r" [A-Z][a-z]+ [A-Z][a-z]+\b| (?:Base|Station|Yard|Street|Square|Building|Bridge|Hall|Cup|Games"
    r"|Championship|Agreement|Treaty|Act|Bill|Report|Summit|Forum|Conference|Day|Prize|Award)\b"
)
#: what may open a sentence or a name and is no part of it
_OPENING = re.compile(
    r"(?:(?:The|A|An|This|That|These|In|On|At|But|And|As|For|To|By|Of|From|With|If|When|While|After"
    r"|Before|Since|Its|His|Her|Their|Our|Other|Some|Many|Most|All|Last|Former|Meanwhile|However|Also"
    r"|It|He|She|They|We|Both|Local|Under|Over|During|No|Two|Three|Says|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|of|and|for|the|on|de|al)\b,? ?)+"
)


@cache
def endings() -> dict[str, str]:
    """Sectors by the last words of names (``sectors.tsv``)."""
    rows = table("sectors.tsv")
    return {form: row["sector"] for row in rows for form in listed(row["names_en"])}


def organised(text: str, end: int, found: list[Token]) -> list[Token]:
    """The tokens with names of organisations made whole; last words without a name are left out."""
    kept: list[Token] = []
    for token in found:
        if kept and token.start < kept[-1].end:
            continue
        symbol = token.symbol
        if symbol not in "UB":
            kept.append(token)
            continue
        sector = _sector(text[token.start : token.end])
        name = _whole(text, end, token, sector, kept) if sector else None
        if name:
            while kept and kept[-1].end > name.start:
                kept.pop()
        if name or symbol != "U":
            kept.append(name or token)
    return kept


def _sector(form: str) -> str:
    """Sector by a form that ends a name, or by its last word."""
    return endings().get(form) or endings().get(form.rpartition(" ")[2], "")


def _whole(text: str, end: int, last: Token, sector: str, before: Sequence[Token]) -> Token | None:
    """The name that ends with a token; None where nothing before it belongs to a name.

    ``before`` holds the tokens found before it, of which a state's or a place's tells the country.
    """
    reach = max([0, last.start - _REACH, *(t.end for t in before[-3:] if t.symbol in "PTOXR")])
    match = _BEFORE.search(text, reach, last.start)
    if not match or _HEADING.match(text, last.end, end):
        return None
    opening = _OPENING.match(text, match.start(), last.start)
    start = opening.end() if opening else match.start()
    inside = [token for token in before[-_MOST:] if token.end > start]
    if inside and (inside[0].start < start or text.startswith("'", inside[0].end)):
        start, inside = text.find(" ", inside[0].end) + 1, inside[1:]
    if any(token.symbol == "B" and token.senses[0].name for token in inside):
        return None  # General Staff of the Armed Forces: a body that a table has
    words = text[start : last.start].split()
    if not 0 < len(words) < _MOST - 1 or words[0][0].islower():
        return None
    owner = next((token.senses[0] for token in inside if token.symbol in "SAC"), None)
    only = inside and inside[-1].end == last.start - 1 and start == inside[-1].start
    if only and not inside[-1].senses[0].name:  # a name may grow: Ridgeway Holdings, then Ltd
        return None
    behind = _BEHIND.match(text, last.end, end)
    stop = behind.end() if behind else last.end
    head = "" if owner is None else parts(owner.code).head or "".join(owner.states[:1])
    name = text[start:stop].partition(" (")[0]
    return Token(start, stop, (Sense("G", compose(head, sector, name), name, kind="group"),))
