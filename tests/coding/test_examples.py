"""Every row of the two tables of examples tells the event that the table says, or none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coding import GRAMMARS, rows
from corpus.coding import find_events
from corpus.lexicon import listed
from corpus.model import STATUSES

CELLS = ("type", "mode", "status", "actors", "recipients", "first", "last", "basis", "place")


def examples() -> list[Any]:
    return [
        pytest.param(
            language,
            row,
            id=f"{language}-{number}",
            marks=[pytest.mark.xfail(reason=row["origin"])] if row["row"] == "xfail" else [],
        )
        for language in GRAMMARS
        for number, row in enumerate(rows(language), start=1)
    ]


@pytest.mark.parametrize(("language", "row"), examples())
def test_a_sentence_tells_the_event_that_its_row_says(language, row):
    published = date.fromisoformat(row["published"]) if row["published"] else None
    found = find_events(row["text"].replace(" ¶ ", "\n\n"), published, language)
    told = [m for m in found if row["trigger"] in ("", m.trigger)]
    if not row["type"]:
        assert [(mention.type, mention.trigger) for mention in told] == []
        return
    assert len(told) == 1, [(mention.type, mention.trigger) for mention in found]
    mention = told[0]
    days = [day.isoformat() if day else "" for day in (mention.first, mention.last)]
    sides = ["|".join(codes) for codes in (mention.actors, mention.recipients)]
    codes = [mention.type, mention.mode, mention.status]
    assert [*codes, *sides, *days, mention.date_basis, mention.place] == [row[c] for c in CELLS]


@pytest.mark.parametrize("language", GRAMMARS)
def test_the_table_covers_all_statuses_and_most_types_and_has_no_row_twice(language):
    table = rows(language)
    keys = [(row["text"], row["published"], row["trigger"]) for row in table]
    assert len(set(keys)) == len(keys)
    right = [row for row in table if row["row"] == "ok"]
    assert {row["status"] for row in right} - {""} == set(STATUSES)
    assert len({row["type"] for row in right}) >= 12
    assert sum(not row["type"] for row in right) >= 10
    assert len(table) >= 60
    parties = {code for row in right for code in listed(row["actors"] + "|" + row["recipients"])}
    assert len({code.split()[0] for code in parties}) >= 15
