"""Every row of the two tables of examples is read as the table says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from corpus.times import find_times
from times import GRAMMARS, rows


def examples() -> list[Any]:
    return [
        pytest.param(
            language,
            row,
            id=f"{language}-{number}",
            marks=[pytest.mark.xfail(reason=row["origin"])] if row["status"] == "xfail" else [],
        )
        for language in GRAMMARS
        for number, row in enumerate(rows(language), start=1)
    ]


@pytest.mark.parametrize(("language", "row"), examples())
def test_an_example_is_read_as_its_row_says(language, row):
    found = find_times(row["text"], date.fromisoformat(row["published"]), language)
    if not row["surface"]:
        assert found == []
        return
    read = next((each for each in found if each.surface == row["surface"]), None)
    assert read is not None, [each.surface for each in found]
    days = [day.isoformat() if day else "" for day in (read.first, read.last)]
    assert [read.type, read.value, *days, read.direction] == [
        row[name] for name in ("type", "value", "first", "last", "direction")
    ]


@pytest.mark.parametrize("language", GRAMMARS)
def test_the_tables_are_large_and_hold_traps_and_no_row_twice(language):
    table = rows(language)
    keys = [(row["text"], row["surface"]) for row in table]
    assert len(keys) == len(set(keys))
    assert len(table) >= 400
    assert sum(row["origin"] == "trap" for row in table) >= 75
