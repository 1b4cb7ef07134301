"""Bytes to a source."""

from __future__ import annotations

import pytest

from corpus.errors import Unreadable
from corpus.readers.opening import LARGEST, opened


@pytest.mark.parametrize("before", ["", "\n", "\n \n", "\ufeff", "\ufeff\n"])
def test_front_matter_is_found_behind_blank_lines_and_a_byte_order_mark(before: str) -> None:
    source = opened("a", f"{before}---\ntitle: 'A: b'\ntags:\n - x\n - y\n---\nBody\n".encode())
    assert source.front == {"title": ("A: b",), "tags": ("x", "y")}
    assert source.body.strip() == "Body"
    assert (source.first("tags"), source.first("none")) == ("x", "")


def test_a_source_says_where_it_came_from_and_how_it_was_read() -> None:
    source = opened("a", "外长会谈".encode("gbk"), "https://example.org/1", "gb2312")
    assert (source.body, source.address) == ("外长会谈", "https://example.org/1")
    assert (source.encoding, source.broken) == ("gb18030", 0)
    assert opened("a", "会谈。".encode()[:-1]).broken == 1


def test_line_ends_of_every_system_are_the_same() -> None:
    assert opened("a", b"a\r\nb\rc\n").body == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("data", "advice"), [(b" \n", "is empty"), (b"a" * (LARGEST + 1), "split it into files")]
)
def test_an_empty_and_a_huge_file_are_refused(data: bytes, advice: str) -> None:
    with pytest.raises(Unreadable, match=advice) as refusal:
        opened("a", data)
    assert refusal.value.stage == "decode"
