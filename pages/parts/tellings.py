"""An event's tellings for the screens: who says so, in which sentence, on which day.

What enters are the tables of the frame, what leaves are plain values for one event at a time; no
wording is written here but that of dates, names and outlets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

import numpy as np
import pandas as pd

from corpus.charts.terms import Language, dated, listing, moment, term
from corpus.entities import names
from corpus.indexes import Whole, coded, once
from corpus.phrases import place_name
from corpus.queries import homes, tellings
from corpus.readers import publisher
from corpus.tables import Row, Tables

T = TypeVar("T")


#: the columns of a mention by which `corpus.queries.tellings` joins and orders
_ORDERS = ["mention_id", "event_id", "article_id", "repeat", "confidence", "date_basis"]
_ORDERS += ["precision"]


class _Found(Mapping[str, T]):
    """What belongs to each value of a column of ids, made when it is asked for and then kept."""

    def __init__(self, ids: pd.Series, made: Callable[[Whole], T]) -> None:
        codes, values = pd.factorize(ids)
        self._places = pd.Index(values)
        self._numbers = np.argsort(codes, kind="stable")
        self._ends = np.cumsum(np.bincount(codes, minlength=len(values)))
        self._made, self._kept = made, dict[str, T]()

    def __getitem__(self, key: str) -> T:
        if key not in self._kept:
            place = cast(int, self._places.get_loc(key))
            begin = self._ends[place - 1] if place else 0
            self._kept[key] = self._made(self._numbers[begin : self._ends[place]])
        return self._kept[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


@dataclass(frozen=True, slots=True)
class Tellings:
    """Every telling: by its event, the clearest first, and by its id."""

    by_event: Mapping[str, list[Row]]
    by_mention: Mapping[str, Row]

    @classmethod
    def of(cls, tables: Tables) -> Tellings:
        """The mentions of all events with their articles; worked out once for a build."""
        return once(tables.mentions, "tellings", lambda _: cls._gathered(tables))

    @classmethod
    def _gathered(cls, tables: Tables) -> Tellings:
        mentions = tables.mentions
        own = mentions[_ORDERS].assign(number=np.arange(len(mentions)))
        states, home = coded(tables.events, "status"), homes(tables)
        told_as = pd.Index(states.values).get_indexer(pd.Index(mentions["status"]))
        ordered = tellings(own, tables.articles, (home >= 0) & (told_as != states.numbers[home]))
        numbers = ordered.pop("number").to_numpy()
        told = {name: (mentions[name].array, numbers) for name in mentions.columns}
        added = {name: (ordered[name].array, None) for name in ordered.columns}
        cells = {**added, **told}

        def row(at: int) -> Row:
            return {
                name: _plain(values[at if places is None else places[at]])
                for name, (values, places) in cells.items()
            }

        return cls(
            _Found(ordered["event_id"], lambda found: [row(at) for at in found]),
            _Found(ordered["mention_id"], lambda found: row(found[0])),
        )

    def best(self, event_id: str) -> Row:
        """The telling that a card shows."""
        return self.by_event[event_id][0]


def _plain(value: Any) -> Any:
    """A cell as `corpus.tables.rows` gives it."""
    return value.item() if isinstance(value, np.generic) else value


def day_of(value: Any) -> date | None:
    """A cell of a day column as a day."""
    return None if pd.isna(value) else value.date()


def when(row: Row, language: Language) -> str:
    """The days of an event or a mention in words, and its hour, as exactly as they are known."""
    days = moment(day_of(row["first"]), day_of(row["last"]), row["clock"], language)
    return days or term("undated", language)


def dateline(row: Row, language: Language) -> str:
    """The opening of wire copy: place and day."""
    parts = [part for part in (where(row["place"], language), when(row, language)) if part]
    return f"{('，' if language == 'zh' else ', ').join(parts)} —"


def where(name: str, language: Language) -> str:
    """A place in the reader's language."""
    return place_name(name) if language == "zh" else name


def source(row: Row, language: Language) -> str:
    """Outlet and day of an article."""
    day = day_of(row["published_day"])
    name = outlet(row["outlet_id"], language)
    return f"{name}, {dated(day, 'day', language)}" if day else name


def outlet(outlet_id: str, language: Language) -> str:
    """Name of an outlet in the reader's language."""
    known = publisher(outlet_id)
    return known.name_zh if language == "zh" else known.name_en


def short_outlet(outlet_id: str, language: Language) -> str:
    """The same, as short as it is known by: for the head of a narrow column."""
    known = publisher(outlet_id)
    return known.name_zh if language == "zh" else known.short_en


def who(row: Row, language: Language) -> str:
    """Doers, an arrow, those it was done to; with their full names."""
    sides = [named(row[side], language) for side in ("actors", "recipients")]
    return " → ".join(side for side in sides if side)


def named(codes: list[str], language: Language) -> str:
    """Party codes as names, joined as the language joins them."""
    known = (names(code) for code in codes)
    return listing([name.zh if language == "zh" else name.en for name in known], language)
