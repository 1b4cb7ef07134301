"""Real files, read as a careful person reads them: runs where DATELINE_ARCHIVE names the folder.

What was expected is kept as digests, because the texts are not ours: see
`benchmarks.reading_quality`, which makes them and says how to add a file.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks.reading_quality import FIELDS, Expected, differences, digest, expectations

ARCHIVE = os.environ.get("DATELINE_ARCHIVE", "")


def known(row: Expected) -> dict[str, str]:
    """Why the readers differ from what is expected, for each field in which they do."""
    parts = (part.partition(": ") for part in row["known"].split("|") if part)
    return {field: reason for field, _, reason in parts}


CASES = [
    pytest.param(
        row,
        field,
        id=f"{row['file']}-{field}",
        marks=[pytest.mark.xfail(strict=True, reason=known(row)[field])]
        if field in known(row)
        else [],
    )
    for row in expectations()
    for field in FIELDS
]


@pytest.mark.skipif(not ARCHIVE, reason="DATELINE_ARCHIVE names no folder with the archive")
@pytest.mark.parametrize(("row", "field"), CASES)
def test_a_real_file_is_read_as_a_careful_person_reads_it(row: Expected, field: str) -> None:
    data = (Path(ARCHIVE) / row["file"]).read_bytes()
    assert sha256(data).hexdigest() == row["sha256"], "not the file that was read by eye"
    assert [d.read for d in differences(row, data) if d.field == field] == []


def test_every_row_is_whole_and_every_known_difference_names_a_field() -> None:
    rows = expectations()
    assert len({row["file"] for row in rows}) == len(rows) >= 30
    for row in rows:
        assert all(len(row[field]) == 12 for field in ("title", "first", "last"))
        assert len(row["sha256"]) == 64
        assert int(row["articles"]) >= 0
        assert known(row).keys() <= set(FIELDS)
        assert all(known(row).values())


def test_every_format_has_at_least_two_files() -> None:
    folders = [row["file"].split("/")[0] for row in expectations()]
    assert min(folders.count(folder) for folder in folders) >= 2


def test_a_field_that_was_read_otherwise_is_named() -> None:
    page = "# 港口会谈\n\n双方周五会谈。\n\n会谈没有结果。\n".encode()
    row = {
        "file": "2022-01-21.md",
        "articles": "1",
        "title": digest("港口会谈"),
        "day": "2022-01-22",
        "outlet": "unknown",
        "first": digest("双方周五 会谈。"),
        "last": digest("会谈结束。"),
    }
    found = {d.field: d.read for d in differences(row, page)}
    assert found == {"day": "2022-01-21", "last": "会谈没有结果。"}
