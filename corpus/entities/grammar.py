"""A line of tokens in, mentions out: which neighbours belong together, and whom the whole names.

Each rule is a pattern over the line's letters and a function that makes mentions of what matched,
or declines with ``None``; the first rule that does not decline is taken. It must never look a form
up, nor decide who does what.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from corpus.entities.codes import parts
from corpus.entities.line import Line, Mention, head_of
from corpus.entities.organs import (
    administration,
    allied,
    bare_body,
    owned,
    residing,
    several,
)
from corpus.entities.people import apposed, bare_office, held, named, titled
from corpus.entities.places import bordering, located, settled
from corpus.entities.surroundings import describes
from corpus.entities.tokens import Token

Maker = Callable[[Line, re.Match[str], list[Mention]], list[Mention] | None]

#: opens the credit of a picture or the dateline of an article
_CREDIT = re.compile(r"[(（【/]")
#: with what a pronoun ends that may own an office or a body: 两国, 双方
_SIDES = "国方"
_QUOTES = {"“": "”", "《": "》", "「": "」", '"': '"'}


def mentions(line: Line) -> list[Mention]:
    """All parties and places of a line, in its order, none overlapping another."""
    found: list[Mention] = []
    at = end = -1
    shape = line.shape
    for row in shape.split("|"):  # no rule goes on where nothing joins two tokens
        at, end = end + 1, end + 1 + len(row)
        while at < end:
            for pattern, make in _rules(shape[at : min(end, at + _SEEN)]):
                match = pattern.match(shape, at)
                made = make(line, match, found) if match else None
                if match and made is not None:
                    found += made
                    at = match.end()
                    break
            else:
                at += 1
    return found


def _belonging(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """Russia's Putin, 俄罗斯“国际文传电讯社”: a state before what is its own anyway."""
    owner, its = line.token(match.start()), line.found(match, "its")
    if its is None or _credit(line, its):
        return None
    code = its.senses[0].code
    if head_of(owner) != parts(code).head or not parts(code).sector:
        return None
    opened = line.folded[its.start - 1 : its.start]
    closed = opened in _QUOTES and line.folded[its.end : its.end + 1] == _QUOTES[opened]
    return [line.party((owner.start, its.end + closed), code, its.senses[0].kind)]


def _group(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """北约, the West, 路透社; not as the owner of a thing, nor as the credit of a picture."""
    token = line.token(match.start())
    sense = token.senses[0]
    if _credit(line, token) or describes(line.folded, token.start, token.end, line.language):
        return []
    return [line.party((token.start, token.end), sense.code, sense.kind)]


def _credit(line: Line, token: Token) -> bool:
    medium = parts(token.senses[0].code).sector == "JRN"
    return medium and bool(_CREDIT.match(line.folded, max(0, token.start - 1), token.start))


def _state(line: Line, match: re.Match[str], found: list[Mention]) -> list[Mention] | None:
    """俄罗斯 where it acts; a place, a border, or the owner of a thing elsewhere."""
    token = line.token(match.start())
    there = bordering(line, token) or located(line, token, found[-1:])
    if there:
        return [there]
    if describes(line.folded, token.start, token.end, line.language):
        return []
    return [line.party((token.start, token.end), token.senses[0].code, token.senses[0].kind)]


def _pair(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """俄乌战争 names a war and nobody who acts."""
    return [] if describes(line.folded, *line.span(match), line.language) else None


def _settlement(line: Line, match: re.Match[str], found: list[Mention]) -> list[Mention] | None:
    """基辅, 乌克兰首都基辅, 白宫: a place, or whom its name stands for."""
    owner, place = line.found(match, "owner"), line.found(match, "place")
    if place is None or (owner and owner.senses[0].code not in place.senses[0].states):
        return None
    there = settled(line, place, found[-1:], owned=owner is not None)
    if there:
        return [there]
    span = line.span(match)
    if describes(line.folded, *span, line.language):
        return []
    return [line.party(span, place.senses[0].code, "state")]


def _pronoun(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """他, 双方, 两国外长; not 他们的, which only says whose, nor 他们大学."""
    pronoun = line.token(match.start())
    if len(match.group()) > 1 and line.folded[pronoun.end - 1] not in _SIDES:
        return None
    start, end = line.span(match)
    return [] if line.folded.startswith("的", end) else [line.party((start, end), "", "pronoun")]


_OWNER = r"(?:[SA]d?c?(?=C))?(?P<owner>[SAGC])d?f?"
_OFFICE = r"(?P<office>[OT])(?:,?f?[OT])*"
_NAME = r"(?P<name>[PN])(?:[OT]+(?!,?[PN]))?"
_POSTED = r"(?P<owner>[SAG])d?f?z[SGCA]d?f?"

_OF = r"o(?P<owner>[SAGC])d?B*"

#: with which letters a rule may begin, its pattern, and what makes mentions of it; the first first
_ORDER: tuple[tuple[str, str, Maker], ...] = (
    ("SAG", rf"{_POSTED}(?P<office>O)O*,?{_NAME}", titled),
    ("SA", rf"(?P<owner>[SA])d?f?(?P<office>O)O*t[SGC],?{_NAME}", titled),
    ("SAGC", rf"{_OWNER}(?:(?P<body>B)B*d?f?)?(?:{_OFFICE})?,?{_NAME}", titled),
    ("BOT", rf"(?:(?P<body>B)d?f?)?{_OFFICE},?{_NAME}(?:o[SG])?", titled),
    ("O", rf"(?P<office>O)O*o(?P<owner>[SGC]),?{_NAME}", titled),
    ("SAG", rf"{_POSTED}(?P<office>O)O*", held),
    ("SAG", rf"{_POSTED}(?P<bodies>B+)", owned),
    ("SA", r"(?P<owner>[SA])d?f?(?P<office>O)O*t[SGC]", held),
    ("SAG", r"(?P<owners>[SAG](?:,?[py]?[SAG])+)d?f?(?P<rest>[OB])[OB]*(?!,?[PN])", several),
    ("SAGC", rf"{_OWNER}(?:(?P<body>B)B*d?f?)?(?P<office>O)O*", held),
    ("O", r"(?P<office>O)O*o(?P<owner>[SGC])", held),
    ("O", r"O+", bare_office),
    ("SA", r"[SA]d?B*q?(?P<its>[PG])q?", _belonging),
    ("SAGC", r"(?P<owner>[SAGC])d?K", allied),
    ("K", r"K", allied),
    ("SAGC", rf"{_OWNER}(?P<bodies>B+)", owned),
    ("B", r"(?P<bodies>B+)o(?P<owner>[SA])d?B+", owned),
    ("B", r"(?P<bodies>B+)o(?P<owner>[SGC])", owned),
    ("B", r"B+(?=id?(?P<place>[SC]))", residing),
    ("B", r"B", bare_body),
    ("P", r"Pd?B", administration),
    ("P", r"P,f?(?P<owner>[SAG])d?f?(?:Bd?f?)?(?P<office>O)O*(?!,?[PN])", named),
    ("P", r"P,f?(?P<office>O)O*o(?P<owner>[SG])", named),
    ("P", r"P,f?(?P<office>O)O*(?!o|,?[PN])", named),
    ("N", r"N,f?(?P<owner>[SAG])d?f?(?:(?P<body>B)B*d?f?)?(?P<office>O)O*(?!,?[PN])", apposed),
    ("N", rf"N,f?(?:(?P<body>B)d?f?)?(?P<office>O)O*(?:{_OF})?(?!,?[PN])", apposed),
    ("PN", r"[PN](?:(?P<borne>[OT])[OT]*(?!,?[PN]))?", named),
    ("G", r"G", _group),
    ("SG", r"[SG](?:y?[SG])+", _pair),
    ("C", r"(?P<place>C),(?P<owner>S)(?!d)", _settlement),
    ("SAC", r"(?:(?P<owner>[SA])d?c?)?(?P<place>C)", _settlement),
    ("SA", r"[SA]", _state),
    ("R", r"R[OB]+", _pronoun),
    ("R", r"R", _pronoun),
)

#: longer rows of tokens are too rare to be remembered, in letters
_SEEN = 24
_RULES = {
    letter: tuple((re.compile(pattern), make) for first, pattern, make in _ORDER if letter in first)
    for letter in "SAGPNBOTKCR"
}


@lru_cache(maxsize=4096)  # few rows make up most lines: most often a state or a person alone
def _rules(shape: str) -> tuple[tuple[re.Pattern[str], Maker], ...]:
    """The rules whose patterns match at the beginning of a row; a long one may go on."""
    rules = _RULES.get(shape[:1], ())
    return rules if len(shape) == _SEEN else tuple(r for r in rules if r[0].match(shape))
