"""Bulletins to drafts."""

from __future__ import annotations

import pytest

from corpus.readers import read
from corpus.readers.day_bulletin import READER
from corpus.readers.opening import opened

ITEMS = "## Ministers meet\n\nThe ministers met in Hanoi.\n\n## Envoys leave\n\nThey left Hanoi.\n"
LINKED = ITEMS.replace("Hanoi.\n", "Hanoi.\n\n[Read more](https://apnews.com/a)\n")


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("新闻联播 (20220305)", "a"),
        ("新闻联播 2022年3月5日", "a"),
        ("Daily brief: 2022-03-05", "a"),
        ("News digest, March 5, 2022", "a"),
        ("News digest 5 March 2022", "a"),
        ("新闻联播", "news/20220305.md"),
    ],
)
def test_a_bulletin_is_told_by_its_name_and_day(heading: str, path: str) -> None:
    articles = read(path, f"# {heading}\n\n{ITEMS}".encode())
    assert [article.title for article in articles] == ["Ministers meet", "Envoys leave"]
    assert {article.format for article in articles} == {"day-bulletin"}
    assert {article.published and article.published.day.isoformat() for article in articles} == {
        "2022-03-05"
    }


def test_items_that_each_have_a_page_of_their_own_need_only_a_day() -> None:
    articles = read("a", f"# Around the world, 5 March 2022\n\n{LINKED}".encode())
    assert [article.url for article in articles] == ["https://apnews.com/a"] * 2


@pytest.mark.parametrize(
    "text",
    [
        f"# What happened on 5 March 2022 in Hanoi\n\n{ITEMS}",
        f"# 乌克兰快讯：俄军5日继续进攻多个城市 20220305\n\n{ITEMS}",
        f"# Daily brief\n\n{ITEMS}",
        f"# Around the world\n\n{LINKED}",
        "# Daily brief 2022-03-05\n\nThe ministers met in Hanoi.\n",
        ITEMS,
    ],
)
def test_an_article_with_headings_is_no_bulletin(text: str) -> None:
    assert not READER.detect(opened("a", text.encode()))


def test_the_table_of_contents_is_kept_only_where_no_item_tells_it() -> None:
    contents = "## Contents\n\n1. Ministers meet\n2. Envoys leave\n3. Council to vote on Monday\n\n"
    articles = read("a", f"# News digest 2022-03-05\n\n{contents}{ITEMS}".encode())
    assert [article.title for article in articles] == [
        "Ministers meet",
        "Envoys leave",
        "News digest 2022-03-05",
    ]
    assert articles[-1].text.endswith("Council to vote on Monday")
    assert "Envoys" not in articles[-1].text
