"""Columns by their names."""

from __future__ import annotations

import pytest

from corpus.lexicon import listed, table
from corpus.readers.columns import column, known, named


@pytest.mark.parametrize(
    ("name", "part"),
    [
        *(("Published At", "date"), ("published_at", "date"), ("publishedAt", "date")),
        *(("标题", "title"), ("正文", "text"), ("发布时间", "date"), ("链接", "url")),
        *(("媒体", "outlet"), ("Headline", "title"), ("id", ""), ("", "")),
    ],
)
def test_a_column_is_known_however_its_name_is_written(name: str, part: str) -> None:
    assert column(name) == part


def test_of_several_columns_the_first_of_the_table_that_is_not_empty_is_believed() -> None:
    assert named([("body", "B"), ("content", "C")])["text"] == "C"
    assert named([("body", "B"), ("content", " ")])["text"] == "B"


def test_a_row_is_an_article_s_if_it_has_a_text_or_a_title_with_day_or_address() -> None:
    assert known({"text": "a"})
    assert known({"title": "a", "date": "b"})
    assert not known({"title": "a"})
    assert not known({"date": "a", "url": "b"})


def test_every_name_is_in_the_form_in_which_it_is_looked_up_and_names_one_part() -> None:
    rows = [row for row in table("columns.tsv") if row["column"] not in ("list", "record", "value")]
    names = [name for row in rows for name in listed(row["names"])]
    assert len(names) == len(set(names))
    assert all(name == "".join(filter(str.isalnum, name)).casefold() for name in names)
