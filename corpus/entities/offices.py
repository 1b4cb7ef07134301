"""Who held an office on a day: state, office and day go in, a party code comes out.

It must never guess: where the table names nobody, or several, the answer is empty.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from corpus.entities.codes import parts
from corpus.entities.names import names
from corpus.lexicon import table

#: holders of an office with their first day and the day on which they had left
Terms = tuple[tuple[date, date, str], ...]


@cache
def terms() -> dict[tuple[str, str], Terms]:
    """All terms of ``offices.tsv`` by state and office."""
    found: dict[tuple[str, str], Terms] = {}
    for row in table("offices.tsv"):
        key = (row["state"], row["office"])
        first = date.fromisoformat(row["from"]) if row["from"] else date.min
        until = date.fromisoformat(row["until"]) if row["until"] else date.max
        found[key] = (*found.get(key, ()), (first, until, row["code"]))
    return found


def holder(state: str, office: str, day: date | None) -> str:
    """Party code of whoever held the office on the day, empty if the table does not tell.

    >>> holder("GBR", "prime minister", date(2022, 8, 1))
    'GBR GOV Boris Johnson'
    >>> holder("GBR", "prime minister", date(2022, 11, 1))
    'GBR GOV Rishi Sunak'
    >>> holder("GBR", "prime minister", None), holder("GBR", "ambassador", date(2022, 8, 1))
    ('', '')
    """
    if day is None:
        return ""
    found = [
        code for first, until, code in terms().get((state, office), ()) if first <= day < until
    ]
    return found[0] if len(found) == 1 else ""


def named(state: str, office: str, surname: str, day: date | None) -> str:
    """Party code of the holder with a surname: on the day, else of all times if but one has it.

    Names in Chinese letters are spelt in many ways: on the day one that looks like it will do.

    >>> named("GBR", "prime minister", "Brown", date(2022, 8, 1))
    'GBR GOV Gordon Brown'
    >>> named("USA", "president", "克林顿", None), named("USA", "president", "Smith", None)
    ('USA GOV Bill Clinton', '')
    >>> named("DEU", "prime minister", "舒尔茨", date(2022, 8, 1))
    'DEU GOV Olaf Scholz'
    """
    now = holder(state, office, day)
    if now and (surname in _surnames(now) or _alike(surname, names(now).zh)):
        return now
    held = {code for _, _, code in terms().get((state, office), ()) if surname in _surnames(code)}
    return held.pop() if len(held) == 1 else ""


def _alike(name: str, known: str) -> bool:
    """True for 舒尔茨 and 奥拉夫·朔尔茨: most letters of a foreign name are the same.

    >>> _alike("里根", "乔·拜登"), _alike("苏奈克", "里希·苏纳克"), _alike("岸信介", "岸田文雄")
    (False, True, False)
    """
    same = len({*name} & {*known})
    return name[:1] >= "⺀" and "·" in known and 2 * same > len(name)


def bearer(office: str, surname: str, day: date | None) -> str:
    """Party code of the one holder in the world on a day who has a surname.

    >>> bearer("speaker", "Johnson", date(2024, 4, 22)), bearer("president", "Clinton", None)
    ('USA LEG Mike Johnson', '')
    """
    found = [code for code in _in_office(office, day) if surname in _surnames(code)]
    return found[0] if len(found) == 1 else ""


@lru_cache(maxsize=512)  # an archive has few days, and a day's articles name the same offices
def _in_office(office: str, day: date | None) -> tuple[str, ...]:
    held = (holder(*key, day) for key in terms() if key[1] == office)
    return tuple(dict.fromkeys(filter(None, held)))


def _surnames(code: str) -> tuple[str, ...]:
    called = names(code)
    return parts(code).name.split()[-1], called.short_en, called.short_zh
