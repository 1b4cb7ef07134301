"""The corpus of the screens: what was read is kept where a folder is named for it, else nowhere."""

from __future__ import annotations

import pytest
import streamlit as st

from corpus import readers
from corpus.tables import save
from pages.parts import readings, skeleton


def starts_anew() -> None:
    """What a new server knows of the archives that the last one read."""
    st.cache_resource.clear()


def test_what_was_read_is_kept_for_the_next_start(show, archive, tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_KEPT", str(tmp_path / "kept"))
    folder = archive("single")
    starts_anew()
    first = show("archive?lang=en", folder)
    kept = [path for path in (tmp_path / "kept").rglob("*") if path.is_file()]
    assert len(kept) == sum(path.is_file() for path in folder.rglob("*"))

    def again(path: str, data: bytes) -> readers.Harvest:
        raise AssertionError(f"{path} is read again")

    monkeypatch.setattr(readers, "harvest", again)
    starts_anew()
    second = show("archive?lang=en", folder)
    assert not second.exception
    assert [node.proto.body for node in second._tree if node.type == "html"] == [
        node.proto.body for node in first._tree if node.type == "html"
    ]


def test_what_belongs_to_no_file_is_not_kept(show, archive, tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_KEPT", str(tmp_path / "kept"))
    folder = archive("single")
    starts_anew()
    show("archive", folder)
    before = {path.name for path in (tmp_path / "kept").rglob("??/*")}
    [file] = (path for path in folder.rglob("*") if path.is_file())
    file.write_bytes(file.read_bytes() + b"\n")
    starts_anew()
    show("archive", folder)
    after = {path.name for path in (tmp_path / "kept").rglob("??/*")}
    assert len(after) == len(before) == 1
    assert after != before


@pytest.mark.parametrize("finished", [False, True])
def test_nothing_is_written_where_no_folder_is_named(
    show, archive, tmp_path, monkeypatch, seeds, finished
):
    monkeypatch.delenv("DATELINE_KEPT", raising=False)
    monkeypatch.chdir(tmp_path)
    folder = archive("single")
    if finished:
        folder = tmp_path / "build"
        save(seeds, folder)
    before = sorted(tmp_path.rglob("*"))
    starts_anew()
    assert not show("", folder).exception
    assert sorted(tmp_path.rglob("*")) == before


def test_while_it_is_read_the_shape_of_the_page_stands_there_and_leaves_no_trace(
    show, archive, monkeypatch
):
    drawn: list[int] = []
    shape = st.skeleton
    monkeypatch.setattr(skeleton.st, "skeleton", lambda **given: drawn.append(0) or shape(**given))
    monkeypatch.setattr(readings, "_LOOK", 0)
    folder = archive("single")
    starts_anew()
    first = show("?lang=en", folder)
    assert len(drawn) > 3
    drawn.clear()
    second = show("?lang=en", folder)
    assert drawn == []
    assert [node.type for node in first._tree] == [node.type for node in second._tree]
    assert not first.get("skeleton")
    assert not first.get("progress")
