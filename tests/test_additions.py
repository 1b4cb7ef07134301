"""Files added to a build give the tables that the folder with them gives, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.additions import analyses_of, with_files
from corpus.pipeline import build
from corpus.tables import Tables, load, save
from tests.archives import SEEDS, single

FILES = {path.name: path.read_bytes() for path in sorted(SEEDS.iterdir())}


def written(tables: Tables, folder: Path) -> dict[str, bytes]:
    """A build as the bytes of its files."""
    save(tables, folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def put(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def everything() -> dict[str, bytes]:
    """The seeds, copies of one of them, a file of many articles twice, and one of none."""
    copy = next(iter(FILES.values()))
    rows = "title,date,text\n" + "".join(
        f"Talks {day},2022-01-{day:02},Joe Biden phoned Vladimir Putin for {day} minutes.\n"
        for day in range(1, 4)
    )
    return {
        **FILES,
        "0-copy.md": copy,
        "z-copy.md": copy,
        "1-rows.csv": rows.encode(),
        "y-rows.csv": rows.encode(),
        "picture.png": b"\x89PNG\r\n\x1a\n\0",
    }


@pytest.mark.parametrize("first", [0, 1, 3, 5, 7, 9])
def test_it_is_as_if_the_files_had_lain_in_the_folder(tmp_path, everything, first):
    names = sorted(everything)
    before = {name: everything[name] for name in names[:first]}
    after = {name: everything[name] for name in names[first:]}
    whole = written(build(put(tmp_path / "all", everything)), tmp_path / "whole")
    save(build(put(tmp_path / "part", before)), tmp_path / "built")
    added = with_files(load(tmp_path / "built"), after)
    assert written(added, tmp_path / "added") == whole


def test_nothing_added_changes_nothing(tmp_path, seeds):
    assert written(with_files(seeds, {}), tmp_path / "a") == written(seeds, tmp_path / "b")


def test_the_tables_given_stay_as_they_are(tmp_path, seeds):
    before = written(seeds, tmp_path / "a")
    with_files(seeds, {"new.txt": b"", "other.md": FILES[min(FILES)]})
    assert written(seeds, tmp_path / "b") == before


def test_a_file_that_cannot_be_read_is_a_problem_and_progress_is_told(seeds):
    told: list[tuple[int, int, str]] = []
    added = with_files(seeds, {"b.bin": b"\0\1\2", "a.md": b""}, lambda *step: told.append(step))
    assert list(added.problems["path"]) == ["a.md", "b.bin"]
    assert all(added.problems["reason"])
    assert told == [(1, 2, "a.md"), (2, 2, "b.bin")]


@pytest.mark.parametrize("zone", ["+1400", "+0300", "-0000", "-1200"])
def test_the_day_on_the_publishers_clock_is_kept(tmp_path, zone):
    folder = tmp_path / "in"
    folder.mkdir()
    single(folder)
    path = folder / "visit.md"
    for time in ("00:00:05", "23:59:59"):
        text = path.read_text(encoding="utf-8")
        dated = text.replace("date: 2023-09-06", f"date: Wed, 06 Sep 2023 {time} {zone}")
        tables = build(put(tmp_path / f"in{time[:2]}", {"visit.md": dated.encode()}))
        assert str(tables.articles["published_day"][0])[:10] == "2023-09-06"
        (analysis,) = analyses_of(tables)
        assert analysis.article.published is not None
        assert analysis.article.published.day.isoformat() == "2023-09-06"
        assert analysis.article.published.instant == tables.articles["published"][0]
