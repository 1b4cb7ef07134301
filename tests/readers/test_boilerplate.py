"""What belongs to the page and not to the article."""

from __future__ import annotations

import pytest

from corpus.lexicon import table
from corpus.readers.boilerplate import (
    furniture_words,
    is_boilerplate,
    is_caption,
    is_foot,
    is_note_label,
    is_notice,
    original_address,
    other_headings,
    without_end_mark,
)

EXAMPLES = [row for row in table("boilerplate.tsv") if row["where"] not in ("class", "notice")]


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["form"])
def test_the_example_of_every_form_is_dropped_by_that_form(row: dict[str, str]) -> None:
    drops = {"foot": is_foot, "note": is_note_label, "caption": is_caption}.get(
        row["where"], is_boilerplate
    )
    assert drops(row["example"])
    fits = {
        "caption": row["example"].startswith(row["form"]),
        "foot": row["example"].startswith(row["form"]),
        "note": row["example"].rstrip("：") == row["form"],
        "start": row["example"].startswith(row["form"]),
        "end": row["example"].endswith(row["form"]),
        "whole": row["example"] == row["form"],
        "credit": row["example"].startswith(row["form"]),
    }
    assert fits[row["where"]]


def test_only_labels_lead_to_an_address() -> None:
    ranks = {row["where"]: set() for row in table("boilerplate.tsv")}
    for row in table("boilerplate.tsv"):
        ranks[row["where"]].add(row["address"])
    assert ranks["start"] == {"", "1", "2"}
    assert ranks["whole"] == ranks["end"] == ranks["class"] == ranks["credit"] == {""}


@pytest.mark.parametrize(
    "text",
    [
        "加入频道：https://t.me/x",
        "https://ept.ms/abc",
        "bit.ly/Subscribe",
        "频道：WWW.EXAMPLE.ORG",
        "***",
        "1.",
        "／",
        "/n/n",
    ],
)
def test_addresses_and_marks_alone_are_no_text(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "编辑们周三在基辅罢工。",
        "他说：“来源不明的无人机袭击了炼油厂。”",
        "外交部在网站 https://mfa.gov.ua/en 上公布了全部十二项条件，并要求各方遵守。",
        "The minister signed up for the talks.",
        "The advertisement cost 3 million.",
        "国防部声明由总参谋部的新闻制作组在基辅的一次记者会上向数十名外国记者当面宣读并解释，随后公布了制作组",
    ],
)
def test_sentences_with_the_same_words_stay(text: str) -> None:
    assert not is_boilerplate(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[原文链接](https://ft.com/content/1)", "https://ft.com/content/1"),
        (
            "原文链接（需翻墙）：https://www.epochtimes.com/gb/1.htm",
            "https://www.epochtimes.com/gb/1.htm",
        ),
        ("**原文链接：**[x](https://apnews.com/1)", "https://apnews.com/1"),
        ("> 来源：[`a.org/1`](https://a.org/1)", "https://a.org/1"),
        ("[轉載自GNews](https://gnews.org/1)", "https://gnews.org/1"),
        ("原文链接：https://a.org/1\n\n原文链接：https://b.org/2", "https://b.org/2"),
        ("图片来源：https://a.org/1.jpg", ""),
        ("[原文链接](javascript:alert(1))", ""),
        ("[原文链接](/local)\nhttps://a.org", ""),
        ("原文链接：\nhttps://a.org/1", ""),
        ("https://a.org/1", ""),
    ],
)
def test_only_a_source_label_tells_the_original_s_address(text: str, address: str) -> None:
    assert original_address(text) == address


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("会谈结束。（完）", "会谈结束。"),
        ("会谈结束。（未完待续）", "会谈结束。"),
        ("工程（完）", "工程（完）"),
        ("会谈结束。#", "会谈结束。"),
        ("会谈”◇", "会谈”"),
        ("第1#", "第1#"),
        ("C#", "C#"),
    ],
)
def test_an_end_mark_goes_only_behind_a_sentence(text: str, kept: str) -> None:
    assert without_end_mark(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "编辑/发文：某某",
        "（编译：某某）",
        "總編 & 編輯：某某",
        "校對編輯：某某",
        "Proofread by: Ann Lee",
    ],
)
def test_credits_of_any_mixture_of_roles_are_dropped(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text", ["编译：他说，谈判已经结束。", "图片：" + "某" * 60, "发布会：周五"]
)
def test_a_sentence_behind_a_role_stays(text: str) -> None:
    assert not is_boilerplate(text)


def test_pages_in_the_place_of_an_article_are_known_by_their_title() -> None:
    assert all(map(is_notice, ["404 - Page", "Just a moment...", "页面不存在"]))
    assert not is_notice("Just two moments in Geneva")


def test_the_words_for_furniture_name_no_part_of_an_article() -> None:
    assert not furniture_words() & {"article", "story", "content", "body", "text", "entry", "post"}
    assert all(form == form.casefold() and len(form) > 1 for form in other_headings())


def test_an_address_behind_a_long_label_in_brackets_is_found() -> None:
    line = (
        "> 来源：[`www.example.org/2024/01/03/a-very-long-title-of-an-article/`](https://a.org/1)"
    )
    assert original_address(line) == "https://a.org/1"
