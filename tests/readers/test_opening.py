"""Bytes to text, front matter apart."""

from __future__ import annotations

import pytest

from corpus.readers.opening import opened


@pytest.mark.parametrize("before", ["", "\n", "\n \n", "\ufeff", "\ufeff\n"])
def test_front_matter_is_found_behind_blank_lines_and_a_byte_order_mark(before: str) -> None:
    source = opened("a", f"{before}---\ntitle: 'A: b'\ntags:\n - x\n - y\n---\nBody\n".encode())
    assert source.front == {"title": ("A: b",), "tags": ("x", "y")}
    assert source.body.strip() == "Body"
    assert (source.first("tags"), source.first("none")) == ("x", "")


@pytest.mark.parametrize(
    "value", ["2020-02-31", "2020-05-01", "2020", "12:30:45", "yes", "null", "0x1F", "1e3"]
)
def test_values_stay_the_text_that_the_editor_wrote(value: str) -> None:
    assert opened("a", f"---\ndate: {value}\n---\nBody".encode()).first("date") == value


@pytest.mark.parametrize(
    "text",
    [
        "---\nA paragraph between two rules: it is text.\n---\nMore text.",
        "---\n- a list\n---\nMore text.",
        "---\nA rule above and nothing below.",
        "---\n\tnot: [yaml\n---\nMore",
        "Text\n---\ntitle: no front matter\n---\n",
    ],
)
def test_text_between_rules_that_is_no_mapping_is_not_lost(text: str) -> None:
    source = opened("a", text.encode())
    assert not source.front
    assert source.body == text
