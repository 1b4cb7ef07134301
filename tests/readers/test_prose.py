"""Text out of Markdown, and prose told from data."""

from __future__ import annotations

import pytest

from corpus.readers.prose import is_prose, paragraphs, pieces, plain, sections
from corpus.text import tidy


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# 标题", ("title", "标题")),
        ("### 标题 ###", ("heading", "标题")),
        ("**标题**", ("heading", "标题")),
        ("**标题**：", ("heading", "标题：")),
        ("**一句话。**", ("paragraph", "一句话。")),
        ("**甲**和**乙**", ("paragraph", "甲和乙")),
        ("- **要点** 正文", ("paragraph", "要点正文")),
        ("> 引文", ("paragraph", "引文")),
        ("12. 第十二项", ("paragraph", "12. 第十二项")),
        (
            "在 **俄罗斯** 持续，约 **110平方公里** 的",
            ("paragraph", "在俄罗斯持续，约110平方公里的"),
        ),
        ("the **US** and *its* allies", ("paragraph", "the US and its allies")),
        ("近 50 名", ("paragraph", "近 50 名")),
        ('见 [外交部](https://a.org/b_(c) "x")。', ("paragraph", "见 外交部。")),
        ("图 ![x](y.jpg) 文", ("paragraph", "图 文")),
        ("[[zh:美国]]和[[中国|中共国]]", ("paragraph", "美国和中共国")),
        ("snake_case and _stress_", ("paragraph", "snake_case and stress")),
        ("A \\- 3 &amp; 2", ("paragraph", "A - 3 & 2")),
        ("a<br>b <https://a.org>", ("paragraph", "ab")),
        ("# [Headline](https://a.org/1)", ("title", "Headline")),
    ],
)
def test_a_line_loses_its_marks_and_keeps_its_words(line: str, expected: tuple[str, str]) -> None:
    assert [(piece.kind, tidy(piece.text)) for piece in pieces(line)] == [expected]


@pytest.mark.parametrize(
    "line",
    [
        *("---", "* * *", "___", "![x](y)", "[a](b) | [c](d)", "- [a](https://b.org)🔥", "/n/n"),
        *(
            "### [:house:返回](README.md)",
            "### [:house:返回](https://github.com/x)",
            "`某组` [x](y)",
        ),
        *("#### [首页](../..) &nbsp;|&nbsp; [评论](../x)", "<https://a.org>", "\\n\\n"),
    ],
)
def test_rules_pictures_and_link_lists_are_no_text(line: str) -> None:
    assert pieces(line) == []


def test_html_inside_markdown_is_read_as_html() -> None:
    text = "### 题\n\n<p><strong>甲社</strong>讯：**会谈**开始。</p><p>结束。</p>\n\n尾。"
    assert [(piece.kind, piece.text) for piece in pieces(text)] == [
        ("heading", "题"),
        ("paragraph", "甲社讯：会谈开始。"),
        ("paragraph", "结束。"),
        ("paragraph", "尾。"),
    ]


def test_rules_part_the_sections() -> None:
    assert sections("a\n---\nb\n--- \n\n* * *\nc -- d") == ["a", "b", "", "c -- d"]


WRAPPED = """Envoys of Alpha and Beta agreed on Friday to hold a second
round of talks, and they will meet again next week."""
HEADLINES = """European leaders aim to reach a political agreement on Monday
Defence secretary highlights the power of citizens
French journalist killed, president says, and an inquiry has been opened"""


def test_a_wrapped_paragraph_is_one_and_a_list_of_headlines_is_many() -> None:
    assert len(paragraphs(WRAPPED)) == 1
    assert len(paragraphs(HEADLINES)) == 3
    assert [piece.text for piece in paragraphs("第一段。\n第二段。\n\n第三段。")] == [
        "第一段。",
        "第二段。",
        "第三段。",
    ]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The talks are over.", True),
        ("Переговоры закончились.", True),
        ("会谈结束。\n会谈结束。\n会谈结束。", True),
        ("[1] The talks, they say, are over, and nobody will return to the lake.", True),
        ("<html><p>The talks are over.</p></html>", False),
        ("  <?xml version='1.0'?><rss/>", False),
        ('["The talks are over"]', False),
        ("a,b,c\nd,e,f\ng,h,i", False),
        ("x = {1: [2], 3: [4]}; y = x[1]", False),
        ("12 34 56", False),
    ],
)
def test_prose_is_told_from_data(text: str, prose: bool) -> None:
    assert is_prose(text, paragraphs(text)) is prose


def test_plain_leaves_an_ordinary_line_alone() -> None:
    line = "他说：“3 < 5，对吗？” — yes (really) [sic]."
    assert plain(line) == line
