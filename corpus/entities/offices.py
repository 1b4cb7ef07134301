"""Who held an office on a day: state, office and day go in, a party code comes out.

It must never guess: where the table names nobody, or several, the answer is empty.
"""

from __future__ import annotations

from datetime import date
from functools import cache

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
