"""Persons and offices: what a rule matched goes in, a mention with the person's code comes out.

It must never join a name to an office that somebody else holds.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.entities.codes import compose, parts
from corpus.entities.line import Line, Mention, applicable, head_of, link_words
from corpus.entities.names import names
from corpus.entities.offices import holder
from corpus.entities.tokens import Token

#: how far before an office a word like 前 may stand, in characters
_REACH = 9


def titled(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """美国国务卿布林肯, 防长奥斯汀, Ukraine's President Zelenskyy, 美国公民惠兰（Paul Whelan）."""
    owner, body, office = (line.found(match, group) for group in ("owner", "body", "office"))
    name = line.found(match, "name")
    if name is None or (office is None and (owner is None or body is None)):
        return None
    if name.symbol == "P":
        code = name.senses[0].code
        fits = _fits(line, match, owner, office, code)
        return [line.party(line.span(match), code, "person")] if fits else None
    if "," in match.group() and " " not in name.senses[0].name:
        return None
    code = _unlisted(line, match, owner, body, office, name.senses[0].name)
    return [line.party(line.span(match), code, "person")] if code else None


def _unlisted(
    line: Line,
    match: re.Match[str],
    owner: Token | None,
    body: Token | None,
    office: Token | None,
    name: str,
) -> str:
    """Code of a name that no table has; of the office's holder if the surname is the holder's."""
    head = head_of(owner)
    sense = applicable(office.senses, head) if office else None
    if (office and sense is None) or (sense and sense.name == "address" and not head):
        return ""
    if not head and sense and len(sense.states) == 1:
        head = sense.states[0]
    known = holder(head, sense.name, line.day) if sense and "f" not in match.group() else ""
    if known and name.split()[-1] in (parts(known).name.split()[-1], names(known).short_zh):
        return known
    owned = applicable(body.senses, head) if body else None
    sector = owned.sector if owned else sense.sector if sense else "GOV"
    return compose(head, sector, name)


def _fits(
    line: Line, match: re.Match[str], owner: Token | None, office: Token | None, code: str
) -> bool:
    """False where the name behind an office is not the holder's but begins what comes next."""
    if owner and owner.symbol in "SA" and head_of(owner) != parts(code).head:
        return False
    if "," not in match.group() or office is None:
        return True
    return _holder_beside(line, office, code) in ("", code)


def _holder_beside(line: Line, office: Token, code: str) -> str | None:
    """Who holds an office in the state of a party on the day; None if the state has no such."""
    sense = applicable(office.senses, parts(code).head)
    return holder(parts(code).head, sense.name, line.day) if sense else None


def named(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """普京, 泽连斯基总统, Jens Stoltenberg, the NATO secretary general; 惠兰（Paul Whelan）."""
    name = line.token(match.start())
    sense = name.senses[0]
    code = sense.code
    if sense.symbol == "N":
        if sense.name == line.folded[name.start : name.end]:
            return None
        code = compose("UNK", sense.name)
    owner, office = line.found(match, "owner"), line.found(match, "office")
    if office and not _fits(line, match, owner, office, code):
        return None
    if office and owner is None and _holder_beside(line, office, code) != code:
        return None
    return [line.party(line.span(match), code, "person")]


def held(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """英国首相, 俄罗斯外交部发言人, NATO Secretary General, the prime minister of Estonia."""
    owner, office = line.found(match, "owner"), line.found(match, "office")
    made = office_of(line, owner, office, "f" in match.group()) if owner and office else None
    return None if made is None else [line.party(line.span(match), *made)]


def office_of(line: Line, owner: Token, office: Token, former: bool) -> tuple[str, str] | None:
    """Code and kind of whoever holds an office of a state, an organisation or a city."""
    head, whose = head_of(owner), owner.senses[0]
    sense = applicable(office.senses, head)
    known = "" if former or sense is None else holder(head, sense.name, line.day)
    if known:
        return known, "person"
    if owner.symbol == "G":
        return whose.code, "group"
    if sense is None or not head:
        return None
    local = {"mayor": " city", "governor": " region"}.get(sense.name, "")
    place = ""
    if owner.symbol == "C" and (local or not whose.code):
        place = whose.name.removesuffix(" region") + (
            local or " region" * whose.name.endswith(" region")
        )
    return compose(head, sense.sector, place), "person"


@cache
def _former() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, link_words('f')))})\s?$")


def bare_office(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """国务卿: an office that only one state has."""
    token = line.token(match.start())
    own = [sense for sense in token.senses if len(sense.states) == 1]
    if not own or _former().search(line.folded[max(0, token.start - _REACH) : token.start]):
        return None
    state, sense = own[0].states[0], own[0]
    code = holder(state, sense.name, line.day) or compose(state, sense.sector)
    return [line.party(line.span(match), code, "person")]
