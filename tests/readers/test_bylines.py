"""Who wrote it, and the text without saying so."""

from __future__ import annotations

import pytest

from corpus.readers.bylines import without_byline


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("（大纪元记者张婷综合报导）", "张婷"),
        ("（大纪元记者宁海钟、骆亚采访报导）", "宁海钟、骆亚"),
        ("（大纪元记者吴旻洲台湾台北报导）", "吴旻洲"),
        ("（大纪元记者钟元台北报导）", "钟元"),
        ("（大纪元专题部记者东方皓综合报导）", "东方皓"),
        ("（英文大纪元记者Eva Fu和Joshua Philipp报导/高杉编译）", "Eva Fu、Joshua Philipp"),
        ("（英文大纪元专栏作家Richard A. Bitzinger撰文／任季编译）", "Richard A. Bitzinger"),
        ("（大纪元乌克兰记者站报导）", ""),
        ("(大纪元记者李言编译报导)", "李言"),
    ],
)
@pytest.mark.parametrize("dateline", ["", "【大纪元2022年01月21日讯】", "大纪元2023年03月06日讯】"])
def test_a_byline_goes_and_the_dateline_before_it_stays(
    dateline: str, byline: str, author: str
) -> None:
    assert without_byline(f"{dateline}{byline}会谈开始。") == (f"{dateline}会谈开始。", author)


@pytest.mark.parametrize(
    ("line", "author"),
    [("撰文：沈舟", "沈舟"), ("作者：John Smith（某报）", "John Smith"), ("文：蔚然", "蔚然")],
)
def test_a_line_that_only_names_the_writer_goes(line: str, author: str) -> None:
    assert without_byline(line) == ("", author)


@pytest.mark.parametrize(
    "text",
    [
        "（路透社）他说。",
        "会谈（大纪元记者张婷综合报导）开始。",
        "（新唐人全球新闻3月9日完整版）观众朋友好",
        "作者：他在书中说，谈判没有结果。",
        "记者张婷报导说，会谈开始。",
        "",
    ],
)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert without_byline(text) == (text, "")


def test_what_stands_in_brackets_behind_a_name_may_be_a_life_in_short() -> None:
    life = "（某报记者，曾经在边境住过十几年，主要从事翻译和教学工作）"
    assert without_byline(f"撰文：张三{life}") == ("", "张三")
    assert without_byline("By:某某社") == ("", "某某社")
