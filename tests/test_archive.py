"""What is kept of a file: found again only for the same bytes at the same path by the same code."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import archive
from corpus.analysis import analysed
from corpus.archive import Kept, Made, code_digest, files, kept_of, key_of, keys_of, result_of
from corpus.model import Problem

SEEDS = Path(__file__).parents[1] / "seeds"
MADE = Made(4, 60, (Problem("a.md", "decode", "It is empty.", ""),))


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept")


@pytest.mark.parametrize("file", files(SEEDS), ids=lambda file: file.name)
def test_a_result_comes_back_as_it_went_in(kept, file):
    result = analysed(file.name, file.content())
    assert any(analysis.mentions and analysis.sketch for analysis in result.analyses)
    kept.put("0" * 64, result)
    assert kept.get("0" * 64) == result


def test_a_result_is_found_only_for_the_same_path_bytes_and_code(monkeypatch):
    keys = {
        key_of("a.md", b"x"),
        key_of("b.md", b"x"),
        key_of("a.md", b"y"),
        key_of("a.md\0x", b""),
    }
    monkeypatch.setattr(archive, "code_digest", lambda: "another")
    assert len(keys | {key_of("a.md", b"x")}) == 5


def test_the_digest_of_the_code_holds_its_tables_too(monkeypatch, tmp_path):
    for name, content in (("a.py", "1"), ("b.tsv", "2"), ("c.txt", "3")):
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.setattr(archive, "_PACKAGE", tmp_path)
    digests = []
    for name in ("", "a.py", "b.tsv", "c.txt"):
        if name:
            (tmp_path / name).write_text("changed", encoding="utf-8")
        code_digest.cache_clear()
        digests.append(code_digest())
    code_digest.cache_clear()
    assert len(set(digests)) == 3
    assert digests[2] == digests[3]


@pytest.mark.parametrize("damage", [b"", b"\xff", b"\x91\xc0"])
def test_what_is_damaged_is_made_again(kept, damage):
    file = files(SEEDS)[0]
    result = result_of(file, kept)
    [stored] = kept.folder.glob("??/*")
    assert kept_of(file, kept) == result
    stored.write_bytes(damage)
    assert kept_of(file, kept) is None
    assert result_of(file, kept) == result
    assert kept_of(file, kept) == result


def test_what_belongs_to_no_file_is_deleted_when_a_build_has_finished(kept):
    first, second = files(SEEDS)[:2]
    result_of(first, kept)
    result_of(second, kept)
    keys = keys_of([second])
    kept.finish(set(keys), MADE)
    assert [path.name for path in kept.folder.glob("??/*")] == keys
    assert kept.made(keys) == MADE


def test_what_was_made_is_told_only_while_nothing_has_changed(kept):
    assert kept.made(["a"]) is None
    kept.finish({"a", "b"}, MADE)
    assert kept.made(["b", "a"]) == MADE
    assert kept.made(["a"]) is None
    assert kept.made(["a", "b", "c"]) is None
    (kept.folder / "made").write_bytes(b"[1]")
    assert kept.made(["a", "b"]) is None


def test_a_file_that_cannot_be_opened_has_a_key_too(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "out.md").write_text("text", encoding="utf-8")
    (tmp_path / "in" / "a.md").symlink_to(tmp_path / "out.md")
    [file] = files(tmp_path / "in")
    assert len(keys_of([file])) == 1
    [problem] = result_of(file).problems
    assert problem.stage == "open"
