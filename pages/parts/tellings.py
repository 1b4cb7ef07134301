"""An event's tellings for the screens: who says so, in which sentence, on which day.

What enters are the tables of the frame, what leaves are plain values for one event at a time; no
wording is written here but that of dates, names and outlets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from corpus.charts.terms import Language, dated, listing, period, term
from corpus.entities import names
from corpus.phrases import place_name
from corpus.queries import tellings
from corpus.readers import publisher
from corpus.tables import Row, Tables, rows


@dataclass(frozen=True, slots=True)
class Tellings:
    """Every telling: by its event, the clearest first, and by its id."""

    by_event: Mapping[str, list[Row]]
    by_mention: Mapping[str, Row]

    @classmethod
    def of(cls, tables: Tables) -> Tellings:
        """Gather the mentions of all events with their articles."""
        by_event: defaultdict[str, list[Row]] = defaultdict(list)
        by_mention: dict[str, Row] = {}
        for row in rows(tellings(tables.mentions, tables.articles)):
            by_event[row["event_id"]].append(row)
            by_mention[row["mention_id"]] = row
        return cls(by_event, by_mention)

    def best(self, event_id: str) -> Row:
        """The telling that a card shows."""
        return self.by_event[event_id][0]


def day_of(value: Any) -> date | None:
    """A cell of a day column as a day."""
    return None if pd.isna(value) else value.date()


def when(row: Row, language: Language) -> str:
    """The days of an event or a mention in words, as exactly as they are known."""
    days = period(day_of(row["first"]), day_of(row["last"]), language)
    return days or term("undated", language)


def dateline(row: Row, language: Language) -> str:
    """The opening of wire copy: place and day."""
    place = place_name(row["place"]) if language == "zh" else row["place"]
    parts = [part for part in (place, when(row, language)) if part]
    return f"{('，' if language == 'zh' else ', ').join(parts)} —"


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
