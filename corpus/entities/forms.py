"""All forms by which a party, an office or a place is known: tables go in, one `Matcher` comes out.

It must never decide what a form means where it stands: that is the grammar's work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.entities.codes import parts
from corpus.entities.states import State, states
from corpus.han import simplified_table
from corpus.lexicon import Matcher, Row, listed, table

#: allies of whoever is named before them
ALLIES = "GOV allies"

#: tables of places, the one that wins first
GAZETTEERS = ("places.tsv", "cities.tsv")

#: the one-character body that is only looked for behind a state's whole name
PEOPLE = "人"

#: English words that keep their small letter where the others of a title are capitalised
_SMALL = frozenset({"of", "the", "and", "for", "to", "in", "on"})


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form may stand for; ``symbol`` is its letter in the grammar.

    ``S`` state, ``A`` a state's adjective, ``G`` group, ``P`` person, ``N`` name that no table has,
    ``B`` body of a state, ``O`` office, ``T`` form of address, ``K`` allies, ``C`` place,
    ``R`` pronoun, ``U`` the last words of an organisation's name, ``X`` decoy.
    """

    symbol: str
    #: ISO3 for S and A; party code for G and P; for C the code of whom it may stand for
    code: str = ""
    #: what a body adds to the code, the key of an office, the name of a place, a name as found
    name: str = ""
    sector: str = ""
    #: states to which a body or an office is limited; for a place the one it lies in
    states: tuple[str, ...] = ()
    #: True for a body that counts even where no state is named
    alone: bool = False
    kind: str = ""
    latitude: float = 0.0
    longitude: float = 0.0


#: tokens inside a form, each with its start, its end and all it may stand for: 俄外长 has two
Form = tuple[tuple[int, int, tuple[Sense, ...]], ...]


@cache
def forms() -> Matcher[Form]:
    """Everything that is looked for, in one automaton."""
    known: dict[str, list[Sense]] = {}
    for form, sense in _single():
        senses = known.setdefault(form, [])
        if not senses or senses[0].symbol == sense.symbol:
            senses.append(sense)
    whole: dict[str, Form] = {
        form: () if senses[0].symbol == "X" else ((0, len(form), tuple(senses)),)
        for form, senses in known.items()
        if len(form) > 1 or senses[0].symbol == "R"
    }
    return Matcher((dict(_joined(known)) | whole).items())


@cache
def characters() -> dict[str, Sense]:
    """One-character names: of states, and of the European Union."""
    single = {
        form: Sense("S", state.code, kind="state")
        for state in states().values()
        for form in state.characters
    }
    groups = {
        row["short_zh"]: row for row in simplified_table("parties.tsv") if len(row["short_zh"]) == 1
    }
    return single | {form: Sense("G", row["code"], kind="group") for form, row in groups.items()}


def joins(sense: Sense) -> bool:
    """True if a state's one-character name may stand in front of any office and body (俄外长)."""
    state = states().get(sense.code)
    return state is not None and state.joins


@cache
def people() -> tuple[Sense, ...]:
    """What 人 is behind the name of a state."""
    (row,) = (row for row in simplified_table("bodies.tsv") if PEOPLE in listed(row["forms_zh"]))
    return (Sense("B", name=row["name_en"], sector=row["sector"]),)


def english(form: str) -> tuple[str, ...]:
    """A form in small letters as it stands in a sentence, at its beginning and in a title.

    >>> english("ministry of defence")
    ('ministry of defence', 'Ministry of defence', 'Ministry of Defence')
    >>> english("MoD")
    ('MoD',)
    """
    if form != form.lower():
        return (form,)
    title = " ".join(
        word if word in _SMALL else word[0].upper() + word[1:] for word in form.split()
    )
    return tuple(dict.fromkeys((form, form[0].upper() + form[1:], title)))


def _single() -> Iterator[tuple[str, Sense]]:
    """Forms with one token, the tables that win over the others first."""
    for row in simplified_table("decoys.tsv"):
        yield row["form"], Sense("X")
    for row in simplified_table("parties.tsv"):
        yield from _party(row)
    for name in GAZETTEERS:
        for row in simplified_table(name):
            yield from _place(row)
    for state in states().values():
        yield from _state(state)
    for row in simplified_table("titles.tsv"):
        symbol = "T" if row["rank"] else "O"
        office = Sense(
            symbol, name=row["office"], sector=row["sector"], states=listed(row["states"])
        )
        yield from _worded(row, office)
    for row in simplified_table("bodies.tsv"):
        body = Sense(
            "B",
            name=row["name_en"],
            sector=row["sector"],
            states=listed(row["states"]),
            alone=row["alone"] == "yes",
            kind=row["alone"],
        )
        yield from _worded(row, body)
    for row in table("sectors.tsv"):
        for form in listed(row["names_en"]):
            yield form, Sense("U")
    for row in simplified_table("pronouns.tsv"):
        for form in listed(row["forms"]):
            for cased in english(form):
                yield cased, Sense("R", kind="pronoun")


def _worded(row: Row, sense: Sense) -> Iterator[tuple[str, Sense]]:
    for form in dict.fromkeys(listed(row["forms_zh"])):
        yield form, sense
    for form in listed(row["forms_en"]):
        for cased in english(form):
            yield cased, sense


def _party(row: Row) -> Iterator[tuple[str, Sense]]:
    code = row["code"]
    symbol = "P" if row["kind"] == "person" else "K" if code == ALLIES else "G"
    sense = Sense(symbol, code, kind=row["kind"])
    names = (row["name_en"] or parts(code).name, row["name_zh"])
    shorts = (form for form in (row["short_en"], row["short_zh"]) if not form.startswith("!"))
    further = (*listed(row["forms_en"]), *listed(row["forms_zh"]))
    for form in dict.fromkeys((*names, *shorts, *further)):
        if form:
            yield form, sense


def _place(row: Row) -> Iterator[tuple[str, Sense]]:
    sense = Sense(
        "C",
        row["metonym"],
        row["name_en"],
        states=listed(row["country"]),
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
    )
    names = (row["name_en"], row["name_zh"], *listed(row["forms_en"]), *listed(row["forms_zh"]))
    for form in filter(None, dict.fromkeys(names)):
        yield form, sense


def _state(state: State) -> Iterator[tuple[str, Sense]]:
    for form in state.names:
        yield form, Sense("S", state.code, kind="state")
    for form in state.adjectives:
        if form not in state.names:
            yield form, Sense("A", state.code, kind="state")
    for form in state.people:
        yield form, Sense("G", f"{state.code} CVL", kind="body")


def _joined(known: dict[str, list[Sense]]) -> Iterator[tuple[str, Form]]:
    """Forms with two tokens: 中方, and 美国务卿, which is not 美国 + 务卿."""
    single = [form for form, senses in known.items() if len(form) == 1 and senses[0].symbol == "B"]
    own = [form for form, senses in known.items() if form[0] == "国" and senses[0].symbol in "BO"]
    for short, sense in characters().items():
        # 美国会 is the state and a verb: the USA will
        behind = [form for form in own if form != "国会"] if joins(sense) else []
        for form in (*(form for form in single if form != PEOPLE), *behind):
            yield short + form, ((0, 1, (sense,)), (1, 1 + len(form), tuple(known[form])))
