"""Two articles go in, the events that both or only one of them tells come out, fact beside fact.

Both values are given with the spans that state them; which one is right is never said (law 5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from corpus.queries import tellings
from corpus.tables import Row, Tables, rows
from corpus.times import edtf

#: the facts that are laid beside each other, in this order
FACTS = ("days", "status", "actors", "recipients", "place", "figure", "speaker")
#: both say it alike; one says it more exactly, and the other may mean the same; they say different
#: things; only the first or only the second article says it
RELATIONS = ("same", "finer", "differs", "one", "other")
_SPAN = ("mention_id", "start", "end", "surface")
_SIDES = ("one", "other")


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What two articles tell of the same and of different events."""

    #: an event that both tell: event_id, mention_one, mention_other (the clearest of each)
    common: pd.DataFrame
    #: for each of them and each of `FACTS` that at least one states: event_id, fact, relation, and
    #: for ``one`` and ``other`` the value (a list of language-neutral strings: EDTF, codes,
    #: ``low..high unit``, names of places) with mention_id_, start_, end_, surface_ of what says so
    facts: pd.DataFrame
    #: an event that only one tells: event_id, side (``one`` or ``other``), mention_id
    only: pd.DataFrame


def side_by_side(tables: Tables, one: str, other: str) -> SideBySide:
    """Lay two articles beside each other, by their ids; events in the order of ``one``, then other.

    Each fact is taken from the article's clearest telling that states it; its span is that of the
    time expression or figure where there is one, else the clause. Raises `LookupError` for an id
    that is no article's.
    """
    known = set(tables.articles["article_id"])
    for article in (one, other):
        if article not in known:
            raise LookupError(f"there is no article {article!r}")
    told = {
        side: _told(tables, article) for side, article in zip(_SIDES, (one, other), strict=True)
    }
    shared = [event for event in told["one"] if event in told["other"]]
    facts = [
        {"event_id": event, **fact}
        for event in shared
        for fact in _facts(tables, told["one"][event], told["other"][event])
    ]
    spans = [f"{part}_{side}" for side in _SIDES for part in _SPAN]
    return SideBySide(
        common=pd.DataFrame(
            [(e, *(told[side][e][0]["mention_id"] for side in _SIDES)) for e in shared],
            columns=["event_id", "mention_one", "mention_other"],
        ),
        facts=pd.DataFrame(facts, columns=["event_id", "fact", "relation", *_SIDES, *spans]),
        only=pd.DataFrame(
            [
                (event, side, found[0]["mention_id"])
                for side in _SIDES
                for event, found in told[side].items()
                if event not in shared
            ],
            columns=["event_id", "side", "mention_id"],
        ),
    )


def articles_on(tables: Tables, event_id: str, one: str, other: str) -> tuple[str, str]:
    """The articles in which two outlets tell an event best, for `side_by_side`.

    Raises `LookupError` for an outlet that does not tell it.
    """
    told = tables.mentions[tables.mentions["event_id"] == event_id]
    found = tellings(told, tables.articles)
    best = dict(zip(found["outlet_id"][::-1], found["article_id"][::-1], strict=True))
    for outlet in (one, other):
        if outlet not in best:
            raise LookupError(f"{outlet} does not tell event {event_id}")
    return best[one], best[other]


def _told(tables: Tables, article: str) -> dict[str, list[Row]]:
    """The article's events in their order, each with its tellings, the clearest first."""
    own = tables.mentions[tables.mentions["article_id"] == article]
    found: dict[str, list[Row]] = {event: [] for event in own["event_id"]}
    for telling in rows(tellings(own, tables.articles)):
        found[telling["event_id"]].append(telling)
    return found


def _facts(tables: Tables, one: list[Row], other: list[Row]) -> Iterator[Row]:
    for fact in FACTS:
        said = [_said(tables, told, fact) for told in (one, other)]
        if not any(value for value, _ in said):
            continue
        row: Row = {"fact": fact, "relation": _relation(fact, said[0][0], said[1][0])}
        for side, (value, span) in zip(_SIDES, said, strict=True):
            row |= {side: value, **{f"{part}_{side}": span[part] for part in _SPAN}}
        yield row


def _said(tables: Tables, told: list[Row], fact: str) -> tuple[list[str], Row]:
    """What the clearest telling that states a fact says of it, and the span that says so."""
    for telling in told:
        clause = {**{part: telling[part] for part in _SPAN[:-1]}, "surface": telling["quote"]}
        if fact == "days":
            value, span = _days(tables, telling, clause)
        elif fact == "figure":
            value, span = _figures(tables, telling, clause)
        else:
            cell = telling[fact]
            value, span = ([cell] if isinstance(cell, str) else list(cell)), clause
        if any(value):
            return value, span
    return [], {part: None for part in _SPAN}


def _days(tables: Tables, telling: Row, clause: Row) -> tuple[list[str], Row]:
    stated = [None if pd.isna(telling[key]) else telling[key].date() for key in _DAYS]
    if not any(stated):
        return [], clause
    times = tables.time_expressions
    inside = times[
        (times["article_id"] == telling["article_id"])
        & (times["start"] >= telling["start"])
        & (times["end"] <= telling["end"])
    ]
    stating = [row for row in rows(inside) if all(_same(row[k], telling[k]) for k in _DAYS)]
    return [edtf(*stated, telling["precision"])], {**clause, **_place(stating)}


def _figures(tables: Tables, telling: Row, clause: Row) -> tuple[list[str], Row]:
    figures = tables.quantities
    own = rows(figures[figures["mention_id"] == telling["mention_id"]])
    stated = [f"{_bound(q['low'])}..{_bound(q['high'])} {q['unit']}" for q in own]
    return stated, {**clause, **_place(own)}


_DAYS = ("first", "last")


def _place(stating: list[Row]) -> Row:
    return {part: stating[0][part] for part in ("start", "end", "surface")} if stating else {}


def _same(one: Any, other: Any) -> bool:
    return bool(pd.isna(one) and pd.isna(other)) or one == other


def _bound(value: float) -> str:
    return "" if pd.isna(value) else f"{value:.12g}"


def _relation(fact: str, one: list[str], other: list[str]) -> str:
    if not one or not other:
        return "one" if one else "other"
    if sorted(one) == sorted(other):
        return "same"
    if fact == "days":
        fits = _within(one[0], other[0]) or _within(other[0], one[0])
    elif fact in ("actors", "recipients", "speaker"):
        fits = _names_of(one, other) or _names_of(other, one)
    elif fact == "figure":
        fits = set(one) <= set(other) or set(other) <= set(one)
    else:
        fits = False
    return "finer" if fits else "differs"


def _within(one: str, other: str) -> bool:
    """Is an EDTF date a part of another: 2021-12-23 of 2021-12?"""
    return one.startswith(f"{other}-") and "/" not in one


def _names_of(one: list[str], other: list[str]) -> bool:
    """Is every party one of the other side, or a part of one, as a minister is of his state?"""
    return all(any(f"{code} ".startswith(f"{whole} ") for whole in other) for code in one)
