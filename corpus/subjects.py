"""A figure and the clause around it go in, what it is a figure of comes out, in both languages.

Nouns and verbs are brought to one name by ``things.tsv`` and ``fates.tsv``. It must never guess: a
figure of which the clause does not say what is counted, what of it, and whose or where, has none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from corpus.entities import find_parties, find_places, names
from corpus.entities.codes import parts
from corpus.entities.forms import GAZETTEERS
from corpus.entities.states import states
from corpus.han import simplified, simplified_table
from corpus.lexicon import Matcher, Row, listed, table
from corpus.model import Mention, Quantity
from corpus.phrases import place_name
from corpus.quantities.units import context

#: so many of a force do not fall in one fight: a toll of them without a place is one of the war
_WAR = 1000
#: what parts one statement of a clause from the next
_PAUSE = re.compile(r"[，；：。,;:]\s?(?!\d)")
_JOINED = re.compile(r"[和与及]|\b(?:and|or)\b")
#: fates of which a running total is kept
_TOLLS = frozenset(("killed", "wounded", "casualties", "captured", "destroyed", "fired", "given"))


@dataclass(frozen=True, slots=True)
class Subject:
    """What figures must have in common to be about one thing."""

    #: keys of ``things.tsv`` and ``fates.tsv``
    thing: str
    fate: str
    #: a running total, not the toll of one act
    total: bool
    #: head of a party code: whose they are, and the other side where the fate takes two
    whose: str
    whom: str
    #: English name of the place, for what is massed the state in or near which; empty if none
    place: str

    @property
    def part(self) -> bool:
        """True where one event may have several figures that contradict nothing."""
        return not self.total and _fates()[self.fate]["kind"] == "part"

    @property
    def level(self) -> bool:
        """True for a state of affairs: figures for one time must agree, whoever tells them."""
        return self.total or _fates()[self.fate]["kind"] == "level"

    def titles(self) -> tuple[str, str]:
        """What an entry of a ledger is called, in English and Chinese.

        >>> Subject("troops", "massed", False, "RUS", "", "Ukraine").titles()
        ('Russian troops massed in or near Ukraine', '俄罗斯在乌克兰及其边境集结的军队')
        """
        fate, thing = _fates()[self.fate], _things()[self.thing]
        owner, other = names(self.whose), names(self.whom)
        en = {
            "thing": thing["name_en"],
            "what": f"{_adjective(self.whose)} {thing['name_en']}".strip(),
            "by": f" by {owner.short_en}" if self.whose else "",
            "where": f" {fate['where_en'].format(place=self.place)}" if self.place else "",
            "whom": f" to {other.short_en}",
        }
        zh = {
            "thing": thing["name_zh"],
            "what": f"{owner.zh}{thing['name_zh']}",
            "by": owner.zh,
            "where": fate["where_zh"].format(place=place_name(self.place)) if self.place else "",
            "whom": f"向{other.zh}",
        }
        titled, chinese = fate["title_en"].format(**en), fate["title_zh"].format(**zh)
        titled = titled[:1].upper() + titled[1:]
        if self.total:
            titled, chinese = f"{titled}, in total", f"{chinese}（累计）"
        if thing["unit_en"]:
            titled, chinese = f"{titled} ({thing['unit_en']})", f"{chinese}（{thing['unit_zh']}）"
        return titled, chinese


def subject(
    figure: Mapping[str, Any], clause: str, at: int, telling: Mapping[str, Any], place: str
) -> Subject | None:
    """What a figure is about, None if its clause does not say.

    ``figure`` has unit, what, surface, low and high; ``clause`` is the quote of the mention in
    which it stands, ``at`` where in it; ``telling`` has language, type, actors and recipients;
    ``place`` is where the event happened, empty if unknown.
    """
    language = telling["language"]
    noun, owner = _noun(figure["unit"], figure["what"], language)
    if noun is None:
        return None
    fate = _fate(clause, at, at + len(figure["surface"]), language, telling["type"], noun)
    if fate is None:
        return None
    if _says("rate", clause, language):
        return None
    kind = _fates()[fate]
    near, far = telling["actors"], telling["recipients"]
    whose = owner or _one(far if kind["whose"] == "target" else near)
    whom = _head(_one(far)) if kind["whose"] == "pair" else ""
    if noun == "people" and parts(whose).sector == "MIL":
        noun = "troops"
    if fate == "massed":
        place = _state(place) or _only_state(clause, language)
    place = place.removesuffix(" region") if kind["where_en"] else ""
    if not (place or (whose and fate != "massed")) or (kind["whose"] == "pair" and not whom):
        return None
    total = fate in _TOLLS and (_says("total", clause, language) or _of_a_war(noun, place, figure))
    return Subject(noun, fate, total, _head(whose), whom, "" if total else place)


def fate_of(figure: Quantity, telling: Mention) -> str:
    """What became of those that a figure of a mention's clause counts; empty if it does not say."""
    noun, _ = _noun(figure.unit, figure.what, telling.language)
    at = figure.start - telling.start
    end = at + len(figure.surface)
    if noun is None or at < 0:
        return ""
    return _fate(telling.quote, at, end, telling.language, telling.type, noun) or ""


@lru_cache(maxsize=10_000)
def _noun(unit: str, what: str, language: str) -> tuple[str | None, str]:
    """The thing that a noun phrase names, and the party that it says they are of."""
    if not what:
        return _plain(unit), ""
    read = simplified(what)
    found = [key for *_, key in _forms(unit).find(read.lower())]
    if len(set(found)) > 1 and _JOINED.search(read):
        return None, ""  # 84 missiles and drones: how many of each is not said
    named = [party.code for party in find_parties(read, language, None) if party.code]
    wide = bool(re.search("[一-鿿]", read))
    thing = found[-1 if wide else 0] if found else _plain(unit) if not named else None
    return thing or ("people" if unit == "person" else None), next(iter(named), "")


@cache
def _plain(unit: str) -> str | None:
    """What figures of a unit count where no noun is needed; None if one is."""
    bare = [row["key"] for row in table("things.tsv") if row["unit"] == unit]
    return next((key for key in bare if not _things()[key]["forms_en"]), None)


def _fate(clause: str, start: int, end: int, language: str, type_: str, thing: str) -> str | None:
    """The fate whose word stands nearest to the figure, of those that fit."""
    read = simplified(clause).lower()
    # what stands beyond a comma is said of something else
    begin = max((m.end() for m in _PAUSE.finditer(read, 0, start)), default=0)
    pause = _PAUSE.search(read, end)
    near = [
        (max(first - end, start - last, 0), order, key)
        for first, last, keys in _words(language).find(
            read, begin, pause.start() if pause else len(read)
        )
        for order, key in enumerate(keys)
        if _fits(key, type_, thing)
    ]
    return min(near)[2] if near else None


@cache
def _fits(fate: str, type_: str, thing: str) -> bool:
    types, things = listed(_fates()[fate]["types"]), listed(_fates()[fate]["things"])
    if types and type_ not in types:
        return False
    if not things:
        return not thing.startswith("aid-")
    return any(thing == k or (k.endswith("*") and thing.startswith(k[:-1])) for k in things)


def _one(codes: Sequence[str]) -> str:
    """The only party of a side; empty if there are several, none, or just some government."""
    known = [code for code in codes if parts(code).head or parts(code).name]
    return known[0] if len({_head(code) for code in known}) == 1 else ""


def _head(code: str) -> str:
    """The state, or an organisation with its sector; of what has no head the whole code."""
    taken = parts(code)
    if taken.head in states() or not taken.head:
        return taken.head or code
    return f"{taken.head} {taken.sector}".strip()


@cache
def _state(place: str) -> str:
    """English name of the state in, or at the border of, which a place lies; empty if unknown."""
    name = place.removesuffix("'s border").removesuffix(" region")
    code = _countries().get(name, "")
    return states()[code].en if code else ""


@cache
def _countries() -> dict[str, str]:
    """States by the English names of places."""
    towns = {row["name_en"]: row["country"] for name in GAZETTEERS for row in table(name)}
    return towns | {state.en: code for code, state in states().items()}


def _only_state(clause: str, language: str) -> str:
    """The state in which all places of a clause lie; empty if there are several."""
    lying = {_state(place.name) for place in find_places(clause, language)}
    return lying.pop() if len(lying) == 1 else ""


def _says(role: str, clause: str, language: str) -> bool:
    """Does the clause have one of the words that make a figure a total, or a rate?"""
    words = context(role, language)
    if language == "en":  # 300 shells a day, but not: a day after
        words = rf"\b(?:{words})\b(?! (?:after|before|earlier|later|ago)\b)"
    return bool(re.search(words, simplified(clause), re.IGNORECASE))


def _of_a_war(thing: str, place: str, figure: Mapping[str, Any]) -> bool:
    size: float = figure["high"] or figure["low"] or 0
    return thing == "troops" and not place and size >= _WAR


def _adjective(whose: str) -> str:
    """Russian; the name of what is no state."""
    state = states().get(whose)
    return state.adjective if state else names(whose).short_en


@cache
def _things() -> dict[str, Row]:
    return {row["key"]: row for row in reversed(table("things.tsv"))}


@cache
def _fates() -> dict[str, Row]:
    return {row["key"]: row for row in reversed(table("fates.tsv"))}


@cache
def _forms(unit: str) -> Matcher[str]:
    """The nouns of one unit in both languages."""
    return Matcher(
        {
            form.lower(): row["key"]
            for row in reversed(simplified_table("things.tsv"))
            if row["unit"] == unit
            for form in (*listed(row["forms_en"]), *listed(row["forms_zh"]))
        }.items()
    )


@cache
def _words(language: str) -> Matcher[tuple[str, ...]]:
    """The words of all fates; one that stands for several has the keys in the table's order."""
    keys: dict[str, list[str]] = defaultdict(list)
    for row in simplified_table("fates.tsv"):
        for form in listed(row[f"forms_{language}"]):
            keys[form].append(row["key"])
    return Matcher((form, tuple(found)) for form, found in keys.items())
