"""Governments, ministries, forces, allies: what a rule matched goes in, a mention comes out.

It must never give a state a body that only another one has.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.entities.codes import compose, parts
from corpus.entities.forms import ALLIES
from corpus.entities.line import Line, Mention, applicable, head_of
from corpus.entities.names import names
from corpus.entities.people import office_of
from corpus.entities.places import place_at
from corpus.entities.states import states
from corpus.entities.surroundings import strikes
from corpus.entities.tokens import Token
from corpus.lexicon import table
from corpus.model import Party

_STOP = re.compile(r"[。！？!?;；\n]|\. ")
#: sectors of those who act for a state wherever they are, so that where is not whose
_ELSEWHERE = ("", "MIL", "UAF", "PRM", "JRN")


def owned(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """俄罗斯国防部, 乌方, Ukrainian forces, 基辅当局, Ministry of Defence of Ukraine."""
    owner, bodies = line.found(match, "owner"), line.all(match, "bodies")
    if owner is None:
        return None
    senses = [(body, applicable(body.senses, head_of(owner))) for body in bodies]
    named = [body for body, sense in senses if sense and sense.name]
    chosen = (named or bodies)[0]
    made = body_of(owner, chosen)
    what = applicable(chosen.senses, head_of(owner))
    if what and what.kind == "acts" and not strikes(line.folded, bodies[-1].end, line.language):
        return None  # German tanks are given
    if owner.symbol == "C" and made and _local(owner, chosen):
        end = max(body.end for body in bodies)
        party = line.party((bodies[0].start, end), *made)
        return sorted([party, place_at(line, owner)], key=lambda mention: mention.start)
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
        if not head:
            return None
        if not government:
            if parts(whose.code).name or sense.sector == "JRN":  # 白宫记者, a Moscow correspondent
                return None
            return compose(head, sense.sector, sense.name), "body"
        if whose.code:
            return whose.code, "state"
        city = whose.name if whose.name.endswith(" region") else f"{whose.name} city"
        return compose(head, "GOV", city), "body"
    return compose(head, sense.sector, sense.name), "state" if government else "body"


def _local(owner: Token, body: Token) -> bool:
    """True if a city's name before a body is a place too: Moscow police, not Moscow's forces."""
    sense = applicable(body.senses, head_of(owner))
    government = sense is None or (sense.sector in ("GOV", "MIL", "SPY") and not sense.name)
    return not (government and (owner.senses[0].code or (sense and sense.sector == "GOV")))


def residing(line: Line, match: re.Match[str], _: list[Mention]) -> list[Mention] | None:
    """Police in Japan, a court in Lyon: of the state where they are; troops may be anybody's."""
    body, place = line.token(match.start()), line.found(match, "place")
    sense = applicable(body.senses, head_of(place))
    if sense is None or sense.sector in _ELSEWHERE or not head_of(place):
        return None
    return [line.party(line.span(match), compose(head_of(place), sense.sector, sense.name), "body")]


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


def bare_body(line: Line, match: re.Match[str], found: list[Mention]) -> list[Mention] | None:
    """国会, the Duma, the defence ministry: of the one state that has it, or of one not named."""
    alone = [sense for sense in line.token(match.start()).senses if sense.alone]
    if not alone:
        return None
    sense = min(alone, key=lambda sense: len(sense.states) != 1)
    if len(sense.states) > 1:
        return None
    other = _parliament(line, line.token(match.start()), found) if sense.sector == "LEG" else ""
    if other:
        return [line.party(line.span(match), other, "body")]
    code = compose("".join(sense.states), sense.sector, sense.name)
    return [line.party(line.span(match), code, "body")]


@cache
def _parliaments() -> frozenset[str]:
    """States whose parliament has a name of its own: 国会 is not theirs."""
    rows = table("bodies.tsv")
    return frozenset(row["states"] for row in rows if row["sector"] == "LEG" and row["alone"])


def _parliament(line: Line, token: Token, found: list[Mention]) -> str:
    """巴西民众冲进国会: the parliament of the state named before in the sentence, not America's."""
    common = next((sense for sense in token.senses if not sense.states), None)
    last = found[-1] if found else None
    if common is None or not isinstance(last, Party):
        return ""
    head = parts(last.code).head
    beside = not _STOP.search(line.folded, last.end, token.start)
    known = head in states() and head not in _parliaments()
    return compose(head, common.sector) if beside and known else ""


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
    code = parts("" if whose.endswith(parts(ALLIES).name) else whose)
    state = states().get(code.head)
    adjective = code.head or code.name.split(" ")[0]
    if state:
        adjective = state.adjective
    name = f"{adjective} {parts(ALLIES).name}".strip()
    return [line.party(line.span(match), compose("GOV", name), "group")]
