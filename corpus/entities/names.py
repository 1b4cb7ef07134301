"""Names of parties: a party code goes in, its names in English and Chinese come out.

It must never refuse a code: what no table knows is called as it was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from corpus.entities.codes import Code, compose, parts
from corpus.entities.forms import ALLIES, GAZETTEERS
from corpus.entities.states import State, states
from corpus.lexicon import Row, table


@dataclass(frozen=True, slots=True)
class Names:
    """What to call a party, in full and in a label."""

    en: str
    zh: str
    short_en: str
    short_zh: str
    #: Wikidata id, empty where not certain
    wikidata: str


@cache
def names(code: str) -> Names:
    """Names of any code that `corpus.entities.find_parties` may return, and of any other text.

    >>> names("USA GOV Antony Blinken").short_zh, names("RUS MIL Defence Ministry").zh
    ('布林肯', '俄罗斯国防部')
    >>> names("RUS MIL").en, names("UKR").short_zh, names("GOV US allies").zh
    ('Russian forces', '乌', '美国盟友')
    >>> names("NATO").zh, names("RUS").zh
    ('北约', '俄罗斯')
    >>> names("LVA GOV somebody").en
    'somebody'
    """
    row = _parties().get(code)
    if row:
        return _listed(row, parts(code))
    if code in _seats():
        return _listed(_seats()[code], parts(code))
    taken = parts(code)
    state = states().get(taken.head)
    if taken.name:
        return _composed(taken, state)
    if state and taken.sector in ("", "GOV"):
        return Names(state.en, state.zh, state.short_en, state.short_zh, state.wikidata)
    return _sector(taken, state)


@cache
def _parties() -> dict[str, Row]:
    listed = {row["code"]: row for row in reversed(table("parties.tsv"))}
    # an alliance is also known by the head of its code alone, as in a pair of parties
    whole = {parts(code).head: row for code, row in listed.items() if not parts(code).name}
    return {head: row for head, row in whole.items() if head not in states()} | listed


@cache
def _seats() -> dict[str, Row]:
    """White House, Kremlin, Pentagon: places whose name is a party's."""
    return {row["metonym"]: row for row in table("places.tsv") if parts(row["metonym"]).name}


def is_body(name: str) -> bool:
    """True for the name of a body that every state may have: a ministry, a parliament."""
    return name in _bodies()


@cache
def _bodies() -> dict[str, Row]:
    return {row["name_en"]: row for row in reversed(table("bodies.tsv")) if row["name_en"]}


@cache
def _sectors() -> dict[str, Row]:
    return {row["sector"]: row for row in table("sectors.tsv")}


def _listed(row: Row, code: Code) -> Names:
    en = row["name_en"] or code.name
    zh = row["name_zh"] or en
    short_en = row.get("short_en", "").removeprefix("!") or en
    short_zh = row.get("short_zh", "").removeprefix("!") or zh
    if len(short_zh) == 1:
        short_zh = zh
    return Names(en, zh, short_en, short_zh, row.get("wikidata", ""))


def _composed(code: Code, state: State | None) -> Names:
    """A body of a state, an administration, somebody's allies, or a name as it was found."""
    body = _bodies().get(code.name)
    if body:
        en, zh = code.name, body["name_zh"]
        if state is None:
            return Names(en, zh, en, zh, "")
        en = f"{state.adjective} {en}"
        return Names(en, state.zh + zh, en, state.short_zh + zh, "")
    for ending, chinese in ((" administration", "政府"), (" city", "市"), (" region", "地区")):
        stem = code.name.removesuffix(ending)
        if stem != code.name:
            known = _by_name().get(stem, stem)
            return Names(code.name, known + chinese, code.name, known + chinese, "")
    allies = parts(ALLIES).name
    if not code.head and code.name.endswith(allies):
        return _allies(code.name)
    return Names(code.name, code.name, code.name, code.name, "")


@cache
def _by_name() -> dict[str, str]:
    """Chinese names by English ones: of presidents by surname, and of places."""
    people = {
        row["short_en"].removeprefix("!"): row["short_zh"].removeprefix("!") or row["name_zh"]
        for row in table("parties.tsv")
        if row["kind"] == "person"
    }
    places = (row for name in GAZETTEERS for row in table(name))
    return people | {row["name_en"]: row["name_zh"] for row in places if row["name_zh"]}


def _allies(name: str) -> Names:
    whose = name.rpartition(" ")[0]
    zh = next(
        (
            state.zh
            for state in states().values()
            if whose and whose in (state.short_en, *state.adjectives)
        ),
        {"NATO": "北约", "EU": "欧盟", "Western": "西方"}.get(whose, whose),
    )
    return Names(name, zh + "盟友", name, zh + "盟友", "")


def _sector(code: Code, state: State | None) -> Names:
    row = _sectors().get(code.sector)
    if row is None:
        return Names(code.head, code.head, code.head, code.head, "")
    if state is None:
        en, zh = row["plain_en"], row["plain_zh"]
        if code.head:
            en, zh = compose(code.head, en), code.head + zh
        return Names(en, zh, en, zh, "")
    words = {
        "state": state.en,
        "adjective": state.adjective,
        "people": state.people[0] if state.people else f"{state.adjective} civilians",
        "short": (*state.characters, state.short_zh)[0],
    }
    en = row["en"].format(**words)
    zh = row["zh"].format(**words | {"state": state.zh})
    return Names(en, zh, en, zh, "")
