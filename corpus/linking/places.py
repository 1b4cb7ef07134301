"""Two names of places go in, whether one happening can have both comes out.

Names are those that `corpus.entities.find_places` gives; what no table has meets itself alone.
"""

from __future__ import annotations

from functools import cache, lru_cache

from corpus.entities.forms import GAZETTEERS
from corpus.entities.states import states
from corpus.lexicon import table

#: degrees within which two points are one town; the Kremlin lies in Moscow
_TOWN = 0.2
_WIDER = " region"


@lru_cache(maxsize=8192)
def places_meet(one: str, other: str) -> bool:
    """True if two places are one, or one lies in the other, or is not told.

    >>> places_meet("Kharkiv", "Kharkiv region"), places_meet("Kyiv", "Ukraine")
    (True, True)
    >>> places_meet("Moscow", "Kremlin"), places_meet("Kyiv", "Odesa"), places_meet("", "Kyiv")
    (True, False, True)
    """
    if not one or not other or one == other:
        return True
    stems = [place.removesuffix(_WIDER) for place in (one, other)]
    if stems[0] == stems[1]:
        return True
    here, there = (_gazetteer().get(stem) for stem in stems)
    lands = [countries().get(stem) for stem in stems]
    if (here and here[0] == lands[1]) or (there and there[0] == lands[0]):
        return True
    if here is None or there is None:
        return False
    return here[0] == there[0] and all(
        abs(a - b) < _TOWN for a, b in zip(here[1:], there[1:], strict=True)
    )


@cache
def countries() -> dict[str, str]:
    """ISO3 of the states by their English names: a place of which a town tells more."""
    return {state.en: code for code, state in states().items()}


@cache
def _gazetteer() -> dict[str, tuple[str, float, float]]:
    """State and point of each place, by its English name."""
    return {
        row["name_en"]: (row["country"], float(row["latitude"]), float(row["longitude"]))
        for name in reversed(GAZETTEERS)
        for row in table(name)
    }
