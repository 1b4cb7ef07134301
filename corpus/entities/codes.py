"""Party codes taken apart: ``ISO3 SECTOR Name`` goes in, head, sector and name come out.

It must never refuse a code: what has no sector that PLOVER knows is a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from corpus.lexicon import table


@dataclass(frozen=True, slots=True)
class Code:
    """The three parts of a party code, each possibly empty."""

    #: ISO3 of a state, or the abbreviation of an organisation
    head: str
    sector: str
    name: str


#: sectors of those who may stand against the state that they belong to
_WITHIN = frozenset(("REB", "OPP", "PRM", "CVL", "LAB", "UAF", "REF", "JRN", "CRM", "EDU", "SOC"))


@cache
def sectors() -> frozenset[str]:
    """PLOVER's sectors."""
    return frozenset(row["sector"] for row in table("sectors.tsv"))


@cache
def camp(code: str) -> str:
    """On whose side a party stands: the same for a state and for all that acts in its name.

    >>> camp("RUS"), camp("RUS MIL"), camp("AFG REB Taliban"), camp("COP")
    ('RUS', 'RUS', 'AFG REB Taliban', 'COP')
    """
    whole = parts(code)
    return whole.head if whole.head and whole.sector not in _WITHIN else code


@cache
def parts(code: str) -> Code:
    """Take a code apart.

    >>> parts("USA GOV Antony Blinken")
    Code(head='USA', sector='GOV', name='Antony Blinken')
    >>> parts("GOV Western countries")
    Code(head='', sector='GOV', name='Western countries')
    >>> parts("RUS"), parts("the mayor").name
    (Code(head='RUS', sector='', name=''), 'the mayor')
    """
    first, _, rest = code.partition(" ")
    if first in sectors():
        return Code("", first, rest)
    sector, _, name = rest.partition(" ")
    if sector in sectors():
        return Code(first, sector, name)
    return Code("", "", code) if rest else Code(first, "", "")


def compose(*pieces: str) -> str:
    """A code from its parts, empty ones left out.

    >>> compose("RUS", "MIL", "")
    'RUS MIL'
    """
    return " ".join(piece for piece in pieces if piece)
