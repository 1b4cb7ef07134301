"""What stands at an article's foot and is no part of it."""

from __future__ import annotations

import pytest

from corpus.readers import read
from corpus.readers.contract import Piece
from corpus.readers.foot import are_headlines, without_foot

HEADLINES = (
    "港口遭袭 两人轻伤油价连涨 市场忧供应外长会谈 各持己见港口关闭 船只绕行部长访邻国 谈粮食出口"
)


def left(*texts: str, dropped: int = 0) -> list[str]:
    return [p.text for p in without_foot([Piece("paragraph", t) for t in texts], dropped)]


@pytest.mark.parametrize(
    "foot",
    [
        ["作者简介：", "某某是一位历史学家，毕业于某大学。"],
        ["作者简介", "某某是一位历史学家。", "他著有三本书。"],
        ["About the author", "Ann Lee teaches history."],
        [HEADLINES],
        ["文字版原文：", "图片和新闻源于:"],
        ["Author: Ann Lee / Source: A Paper"],
        ["（本文参考了某社的报导。）", "责编：某某"],
        ["文字版原文：某某访问某地", "作者简介：", "某某是一位历史学家。"],
    ],
)
def test_credits_a_note_on_the_writer_and_other_headlines_are_no_text(foot: list[str]) -> None:
    assert left("双方周五会谈。", "没有结果。", *foot) == ["双方周五会谈。", "没有结果。"]


@pytest.mark.parametrize(
    "texts",
    [
        [
            "作者简介：",
            "某某写了三本书。",
            "双方周五会谈。",
            "他们没有发表联合声明。",
            "会谈结束。",
        ],
        [HEADLINES, "双方周五会谈。"],
        ["双方周五会谈。", "记者：谢谢您接受采访！"],
        ["双方周五会谈。", "Photo: that is what the minister called his plan" + " again" * 20],
        ["双方周五会谈。", "港口 全部关闭"],
        ["双方周五会谈。", "他说，结果如下："],
        ["责编：某某"],
        [HEADLINES],
    ],
)
def test_the_same_words_elsewhere_and_sentences_stay(texts: list[str]) -> None:
    assert left(*texts) == texts


def test_a_name_above_credits_goes_with_them_once() -> None:
    texts = ["双方周五会谈。", "花开花落", "某研究所"]
    assert left(*texts, dropped=2) == texts[:2]
    assert left(*texts, dropped=1) == texts
    assert left(*texts[:1], "2022年3月29日", dropped=2) == [texts[0], "2022年3月29日"]


def test_headings_without_a_text_below_them_go() -> None:
    pieces = [
        Piece("paragraph", "双方周五会谈。"),
        Piece("heading", "结语"),
        Piece("heading", "注"),
    ]
    assert without_foot(pieces) == pieces[:1]
    assert without_foot(pieces[1:]) == []
    named = [pieces[0], pieces[1], Piece("paragraph", "某研究所")]
    assert without_foot(named, dropped=2) == pieces[:1]


def test_titles_beside_each_other_need_three_parts_and_no_stop() -> None:
    assert are_headlines(HEADLINES)
    assert not are_headlines(HEADLINES + "。")
    assert not are_headlines(HEADLINES.replace(" ", "，"))
    assert not are_headlines(HEADLINES[:39])


def test_an_article_loses_its_foot_and_nothing_above_it() -> None:
    page = f"# 港口会谈\n\n双方周五会谈。\n\n会谈没有结果。\n\n{HEADLINES}\n\n编辑：某某\n"
    (article,) = read("a.md", page.encode())
    assert article.text == "港口会谈\n\n双方周五会谈。\n\n会谈没有结果。"


def test_a_foot_of_any_length_takes_no_longer_than_its_length() -> None:
    assert left("双方周五会谈。", *["转自某报"] * 50_000) == ["双方周五会谈。"]
