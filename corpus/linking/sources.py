"""Tellings of one event go in, how many sources they come from comes out.

Language halves, mirrors and copies count as their original, and outlets that all pass on one
agency's report count as that agency (law 7). Who is named is believed; nobody is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from corpus.entities.codes import parts
from corpus.lexicon import listed, table
from corpus.linking.telling import Telling

#: sectors of those whose trade is to report
_MEDIA = ("JRN", "MED")


def sources(tellings: Iterable[Telling]) -> int:
    """How many sources tell it independently; never more than outlets, at least one.

    An outlet that tells it in an article of its own is a source however often it quotes others.
    """
    by_article: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_article.setdefault(telling.source, []).append(telling)
    relayed: dict[str, str] = {}
    for told in by_article.values():
        # a copy of what is not at hand is still one source with the other copies of it
        outlet = min((one.article_id != one.source, one.order, one.outlet_id) for one in told)[-1]
        agency = next(filter(None, map(_agency, told)), outlet)
        if relayed.get(outlet, agency) != agency or agency == outlet:
            agency = outlet
        relayed[outlet] = agency
    return len(set(relayed.values()))


def _agency(telling: Telling) -> str:
    """The medium whose report a telling passes on: its speaker, or who wrote the article."""
    named = _outlets().get(telling.author.strip().lower(), "")
    if named in _wires():
        return named
    code = parts(telling.mention.speaker)
    if code.sector not in _MEDIA:
        return ""
    return _outlets().get(code.name.lower(), telling.mention.speaker)


@cache
def _outlets() -> dict[str, str]:
    """Outlet ids by every name of theirs, in lower case."""
    return {
        name.lower(): row["id"]
        for row in table("publishers.tsv")
        for name in (row["name_en"], row["name_zh"], row["short_en"], *listed(row["names"]))
        if name
    }


@cache
def _wires() -> frozenset[str]:
    return frozenset(row["id"] for row in table("publishers.tsv") if row["kind"] == "wire")
