"""States: CLDR's names and ``states.tsv`` go in, every state with its names comes out.

It must never name a state that CLDR does not know.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from corpus.han import simplified_table
from corpus.lexicon import Row, listed


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory with an ISO 3166-1 code and the words for it."""

    #: alpha-3
    code: str
    en: str
    zh: str
    short_en: str
    #: one character where there is one (俄), else the Chinese name
    short_zh: str
    #: all one-character names (中, 华)
    characters: tuple[str, ...]
    #: the one-character name may stand in front of any office and body
    joins: bool
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    #: all names but the one-character one, in both languages, all in simplified characters
    names: tuple[str, ...]
    wikidata: str

    @property
    def adjective(self) -> str:
        """Russian, US; the English name itself where the table has no adjective.

        >>> states()["RUS"].adjective, states()["USA"].adjective, states()["TUV"].adjective
        ('Russian', 'US', 'Tuvalu')
        """
        short = self.short_en.isupper() or not self.adjectives
        return self.short_en if short else self.adjectives[0]


@cache
def states() -> dict[str, State]:
    """Every state by its alpha-3 code.

    >>> states()["UKR"].zh, states()["GBR"].short_zh, states()["USA"].short_en
    ('乌克兰', '英', 'US')
    """
    table = simplified_table("states.tsv")
    rows: dict[str, Row] = {row["code"]: row for row in reversed(table)}
    nothing = dict.fromkeys(table[0], "")
    found = {}
    for territory in simplified_table("territories.tsv"):
        code, en, zh, elsewhere = territory.values()
        row = rows.get(code, nothing)
        short = row["short_en"]
        further = listed(row["forms_en"]) + listed(row["forms_zh"])
        found[code] = State(
            code=code,
            en=short if len(short) > 3 else en,
            zh=zh,
            short_en=short or en,
            short_zh=(*listed(row["short_zh"]), zh)[0],
            characters=tuple(form for form in listed(row["short_zh"]) if len(form) == 1),
            joins=row["joins"] == "yes",
            adjectives=listed(row["adjective_en"]),
            people=listed(row["people_en"]),
            names=tuple(dict.fromkeys((en, short or en, zh, elsewhere, *further))),
            wikidata=row["wikidata"],
        )
    return found
