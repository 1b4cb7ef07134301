"""A file that comes in keeps its content, loses what its name could do, and replaces nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.incoming import into_folder, into_memory, safe_name
from tests.archives import ATTACKS

NAMES = st.one_of(
    st.text(),
    st.sampled_from(ATTACKS),
    st.lists(
        st.sampled_from(["..", "/", "\\", "a", ".", " ", "\0", "C:", "报", "é", "\u202e"])
    ).map("".join),
    st.text(min_size=300, max_size=4000),
)


@given(NAMES)
def test_a_name_is_one_visible_part_that_a_file_system_takes(name):
    found = safe_name(name)
    assert found == safe_name(found)
    assert 0 < len(found.encode()) <= 200
    assert not set(found) & set('/\\<>:"|?*\0\n')
    assert found[0] not in ". "
    assert found not in (".", "..")
    assert found.isprintable() or any(character.isspace() for character in found)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("visit.md", "visit.md"),
        ("报道 2022.txt", "报道 2022.txt"),
        ("../../.bashrc", "bashrc"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/etc/passwd", "passwd"),
        (".git/config", "config"),
        ("a/", "article"),
        ("\u202egpj.md", "gpj.md"),
        ("COM1", "_COM1"),
        ("é.md", "é.md"),
    ],
)
def test_a_plain_name_stays_and_a_path_is_no_path(name, safe):
    assert safe_name(name) == safe


def test_a_file_is_never_replaced(tmp_path):
    first = into_folder(tmp_path, "a.md", b"one")
    second = into_folder(tmp_path, "a.md", b"two")
    third = into_folder(tmp_path, "x/a.md", b"three")
    assert [one.fate for one in (first, second, third)] == ["added", "renamed", "renamed"]
    assert [one.path for one in (first, second, third)] == ["a.md", "a-2.md", "a-3.md"]
    assert [(tmp_path / one.path).read_bytes() for one in (first, second, third)] == [
        b"one",
        b"two",
        b"three",
    ]


def test_the_same_bytes_are_nothing_to_do_whatever_their_name(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.md").write_bytes(b"one")
    found = into_folder(tmp_path, "b.md", b"one")
    assert (found.fate, found.path) == ("known", "deep/a.md")
    assert not (tmp_path / "b.md").exists()
    held: dict[str, bytes] = {}
    assert into_memory(held, tmp_path, "b.md", b"one", 10).fate == "known"
    assert held == {}


def test_a_link_in_the_folder_is_not_followed(tmp_path):
    folder, outside = tmp_path / "in", tmp_path / "outside.md"
    folder.mkdir()
    (folder / "a.md").symlink_to(outside)
    assert into_folder(folder, "a.md", b"one").path == "a-2.md"
    assert not outside.exists()


def test_a_folder_that_is_not_there_is_told_and_no_crash(tmp_path):
    found = into_folder(tmp_path / "gone", "a.md", b"one")
    assert (found.fate, found.path) == ("failed", "")
    assert found.detail == os.strerror(2)


def test_memory_holds_so_much_and_no_more(tmp_path: Path):
    (tmp_path / "a.md").write_bytes(b"there")
    held: dict[str, bytes] = {}
    fates = [
        into_memory(held, tmp_path, name, data, 10).fate
        for name, data in (("a.md", b"12345"), ("b.md", b"123456"), ("b.md", b"1234"))
    ]
    assert fates == ["renamed", "full", "added"]
    assert held == {"a-2.md": b"12345", "b.md": b"1234"}
    assert into_memory(held, tmp_path, "c.md", b"1234", 10).path == "b.md"
