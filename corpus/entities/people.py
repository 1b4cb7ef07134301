"""Persons and offices: what a rule matched goes in, a mention with the person's code comes out.

It must never join a name to an office that somebody else holds.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.entities import offices
from corpus.entities.codes import compose, parts
from corpus.entities.line import Line, Mention, applicable, head_of, link_words
from corpus.entities.tokens import Token
from corpus.model import Party

#: what stands before a surname
_SURNAME = re.compile(r"[ ·]")
#: among how many mentions before it an office without a name finds its holder
_RECALLED = 30
#: what stands before a Chinese clause; what follows an office that is not somebody's
_OPENED = ("", *"，。；：！？")
_NOT_HE = tuple("的们级是选职任府由和及与先外、，")
#: sectors whose leaders are not those of the state
_LED = ("OPP", "REB", "PRM", "PTY", "LAB", "BUS", "REL", "CRM", "EDU", "SOC", "CVL", "JRN", "UAF")
#: how far before an office a word like 前 may stand, in characters
_REACH = 9


def titled(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """美国国务卿布林肯, 防长奥斯汀, Ukraine's President Zelenskyy, 美国公民惠兰（Paul Whelan）."""
    owner, body, office = (line.found(match, group) for group in ("owner", "body", "office"))
    name = line.found(match, "name")
    if name is None or (office is None and (owner is None or body is None)):
        return None
    if name.symbol == "P":
        code = _bearing(line, office, name)
        fits = _fits(line, match, owner, office, code)
        return [line.party(line.span(match), code, "person")] if fits else None
    if "," in match.group() and " " not in name.senses[0].name:
        return None
    code = _unlisted(line, match, owner, body, office, name.senses[0].name)
    return [line.party(line.span(match), code, "person")] if code else None


def apposed(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """Jane Doe, the spokeswoman of the German army: a name that only its apposition tells."""
    owner, body, office = (line.found(match, group) for group in ("owner", "body", "office"))
    name = line.token(match.start())
    code = _unlisted(line, match, owner, body, office, name.senses[0].name)
    return [line.party((name.start, line.span(match)[1]), code, "person")] if code else None


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
    surname = _SURNAME.split(name)[-1]
    known = offices.named(head, sense.name, surname, line.day) if sense and head else ""
    if sense and not head:
        known = offices.bearer(sense.name, surname, line.day)
    if known:
        return known
    owned = applicable(body.senses, head) if body else None
    sector = owned.sector if owned else sense.sector if sense else "GOV"
    if owner and owner.symbol == "G":
        sector = parts(owner.senses[0].code).sector or sector
    elif not head and sense and sense.name == "head":  # a director of anything
        sector = "UNK"
    return compose(head, sector, name)


def _bearing(line: Line, office: Token | None, name: Token) -> str:
    """Code of a name behind an office; of another one's who holds it if only a surname is told."""
    code, surname = name.senses[0].code, line.folded[name.start : name.end]
    sense = applicable(office.senses, parts(code).head) if office else None
    if office is None or sense is None or _holder_beside(line, office, code) == code:
        return code
    bearer = offices.bearer(sense.name, surname, line.day)
    return (
        bearer
        if bearer and not offices.named(parts(code).head, sense.name, surname, None)
        else code
    )


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
    return offices.holder(parts(code).head, sense.name, line.day) if sense else None


def named(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """普京, 泽连斯基总统, Jens Stoltenberg, the NATO secretary general; 惠兰（Paul Whelan）."""
    name = line.token(match.start())
    sense = name.senses[0]
    if _in_title(line.folded, name):
        return None
    code = _bearing(line, line.found(match, "borne"), name)
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


def _in_title(text: str, name: Token) -> bool:
    """True for 《谢尔曼反垄断法》: a name that a law or a book bears with more words is nobody."""
    return text.startswith("《", name.start - 1) and not text.startswith("》", name.end)


def held(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """英国首相, 俄罗斯外交部发言人, NATO Secretary General, the prime minister of Estonia."""
    owner, body, office = (line.found(match, group) for group in ("owner", "body", "office"))
    if owner is None or office is None:
        return None
    led = applicable(body.senses, head_of(owner)) if body else None
    if led and led.sector in _LED and not led.name:  # the Russian opposition leader
        code = compose(head_of(owner), led.sector)
        return [line.party(line.span(match), code, "person")] if head_of(owner) else None
    made = office_of(line, owner, office, "f" in match.group())
    return None if made is None else [line.party(line.span(match), *made)]


def office_of(line: Line, owner: Token, office: Token, former: bool) -> tuple[str, str] | None:
    """Code and kind of whoever holds an office of a state, an organisation or a city."""
    head, whose = head_of(owner), owner.senses[0]
    sense = applicable(office.senses, head)
    known = "" if former or sense is None else offices.holder(head, sense.name, line.day)
    if known:
        return known, "person"
    if owner.symbol == "G":
        return whose.code, "group"
    if owner.symbol == "C" and parts(whose.code).name:  # a representative of the White House
        return whose.code, "state"
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


def bare_office(line: Line, match: re.Match[str], found: list[Mention]) -> list[Mention] | None:
    """国务卿: an office that only one state has; the president: who was named and holds it."""
    token = line.token(match.start())
    own = [sense for sense in token.senses if len(sense.states) == 1]
    if not own:
        code = _named_before(line, token, found)
        return [line.party(line.span(match), code, "person")] if code else None
    if _former().search(line.folded[max(0, token.start - _REACH) : token.start]):
        return None
    state, sense = own[0].states[0], own[0]
    code = offices.holder(state, sense.name, line.day) or compose(state, sense.sector)
    return [line.party(line.span(match), code, "person")]


def _named_before(line: Line, token: Token, found: list[Mention]) -> str:
    """Code of the last person of the passage who holds an office named again without a name."""
    before = line.folded[max(0, token.start - _REACH) : token.start]
    if line.folded[token.start] < "⺀":
        meant = before.lower().endswith("the ")
    else:  # at the beginning of a clause, and no owner of what follows
        meant = before[-1:] in _OPENED and not line.folded.startswith(_NOT_HE, token.end)
    if not meant or any(sense.name == "president" and sense.states for sense in token.senses):
        return ""
    for mention in found[: -_RECALLED - 1 : -1]:
        if isinstance(mention, Party) and mention.kind == "person":
            head = parts(mention.code).head
            if any(mention.code == offices.holder(head, s.name, line.day) for s in token.senses):
                return mention.code
    return ""
