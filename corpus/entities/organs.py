"""Governments, ministries, forces, allies: what a rule matched goes in, a mention comes out.

It must never give a state a body that only another one has.
"""

from __future__ import annotations

import re

from corpus.entities.codes import compose, parts
from corpus.entities.forms import ALLIES
from corpus.entities.line import Line, Mention, applicable, head_of
from corpus.entities.names import names
from corpus.entities.people import office_of
from corpus.entities.states import states
from corpus.entities.tokens import Token
from corpus.model import Party


def owned(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """俄罗斯国防部, 乌方, Ukrainian forces, 基辅当局, Ministry of Defence of Ukraine."""
    owner, bodies = line.found(match, "owner"), line.all(match, "bodies")
    if owner is None:
        return None
    senses = [(body, applicable(body.senses, head_of(owner))) for body in bodies]
    named = [body for body, sense in senses if sense and sense.name]
    made = body_of(owner, (named or bodies)[0])
    if made is None:  # 西方媒体 is neither the West nor a party that has a name
        return [] if parts(owner.senses[0].code).sector == "GOV" else None
    return [line.party(line.span(match), *made)]


def body_of(owner: Token, body: Token) -> tuple[str, str] | None:
    """Code and kind of a body of a state, an organisation or a city."""
    head, whose = head_of(owner), owner.senses[0]
    sense = applicable(body.senses, head)
    if sense is None:
        return None
    government = sense.sector == "GOV" and not sense.name
    if owner.symbol == "G":
        return (whose.code, "group") if sense.sector in ("GOV", "MIL", "SPY") else None
    if owner.symbol == "C":
        if not government or not head:
            return None
        if whose.code:
            return whose.code, "state"
        city = whose.name if whose.name.endswith(" region") else f"{whose.name} city"
        return compose(head, "GOV", city), "body"
    return compose(head, sense.sector, sense.name), "state" if government else "body"


def several(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """美俄外长, Russian and Ukrainian forces: each has the office, or the body, behind the last."""
    owners, rest = line.all(match, "owners"), line.all(match, "rest")[0]
    made: list[Mention] = []
    for owner in owners:
        if rest.symbol == "O":
            code = office_of(line, owner, rest, "f" in match.group())
        else:
            code = body_of(owner, rest)
        if code is None:
            return None
        end = line.span(match)[1] if owner is owners[-1] else owner.end
        made.append(line.party((owner.start, end), *code))
    return made


def bare_body(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """国会, the Duma, the defence ministry: of the one state that has it, or of one not named."""
    alone = [sense for sense in line.token(match.start()).senses if sense.alone]
    if not alone:
        return None
    sense = min(alone, key=lambda sense: len(sense.states) != 1)
    if len(sense.states) > 1:
        return None
    code = compose("".join(sense.states), sense.sector, sense.name)
    return [line.party(line.span(match), code, "body")]


def administration(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """拜登政府, the Biden administration, Putin's forces."""
    person, body = line.token(match.start()), line.token(match.end() - 1)
    code = parts(person.senses[0].code)
    sense = applicable(body.senses, code.head)
    if sense is None or sense.name or sense.sector not in ("GOV", "MIL"):
        return None
    name = f"{names(person.senses[0].code).short_en} administration" * (sense.sector == "GOV")
    return [line.party(line.span(match), compose(code.head, sense.sector, name), "body")]


def allied(line: Line, match: re.Match[str], found: list[Mention]) -> list[Mention] | None:
    """盟友, 西方盟友, NATO allies, and the allies in 美国及其盟国."""
    owner = line.found(match, "owner")
    whose = owner.senses[0].code if owner else ""
    if not owner and match.start() and line.shape[match.start() - 1] in "hp" and found:
        last = found[-1]
        whose = last.code if isinstance(last, Party) else ""
    code = parts(whose)
    state = states().get(code.head)
    adjective = code.head or code.name.split(" ")[0]
    if state:
        adjective = state.adjective
    name = f"{adjective} {parts(ALLIES).name}".strip()
    return [line.party(line.span(match), compose("GOV", name), "group")]
