"""Canonical text, language, paragraphs and sentences, by examples and by generated input."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon import table
from corpus.text import blocks_of, language_of, sentences, tidy

CASES = Path(__file__).parent / "cases" / "sentences.tsv"

#: characters on which the rules turn, so that generated text meets them often
_TRICKY = st.text(
    st.sampled_from("。！？!?….“”\"'’（）()《》【】，：、 \n\t\u3000\u200baA普京说的1。")
)
_ANY = st.one_of(_TRICKY, st.text())


def _sentence_cases() -> list[object]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    marks = {"ok": (), "xfail": pytest.mark.xfail}
    return [pytest.param(block, marks=marks[status]) for _, block, status in rows]


@pytest.mark.parametrize("marked", _sentence_cases())
def test_a_block_is_cut_where_a_reader_would_cut_it(marked: str) -> None:
    glue = "" if language_of(marked) == "zh" else " "
    text = marked.replace(" ¦ ", glue).replace("¦", "")
    expected = [part.strip() for part in marked.split("¦")]
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected


@given(_ANY, st.integers(0, 5))
def test_sentences_are_trimmed_in_order_and_lose_nothing(text: str, skip: int) -> None:
    start, end = min(skip, len(text)), len(text)
    reached = start
    for first, last in sentences(text, start, end):
        assert reached <= first < last <= end
        assert text[first:last] == text[first:last].strip()
        assert not text[reached:first].strip()
        reached = last
    assert not text[reached:].strip()


def test_sentences_stay_inside_the_block_asked_for() -> None:
    text = "第一段。\n\n第二段。还有一句。\n\n第三段。"
    start = text.index("第二")
    assert [text[a:b] for a, b in sentences(text, start, start + 9)] == ["第二段。", "还有一句。"]


@given(_ANY)
def test_tidy_text_is_normal_single_spaced_and_stays_as_it_is(raw: str) -> None:
    text = tidy(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert text == " ".join(text.split())
    assert tidy(text) == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("布林肯\n  周五", "布林肯周五"),
        ("谢尔盖‧\n   拉夫罗夫\n  （Sergey Lavrov）", "谢尔盖‧拉夫罗夫（Sergey Lavrov）"),
        ("B61-12\n  核弹", "B61-12核弹"),
        ("近 50 名国防领导人", "近 50 名国防领导人"),
        ("加剧之际 布林肯", "加剧之际 布林肯"),
        ("声明后  美国", "声明后 美国"),
        (" Antony  Blinken ", "Antony Blinken"),
        ("Antony\u00a0Blinken", "Antony Blinken"),
        ("标题\u3000副题", "标题 副题"),
        ("Antony\n Blinken", "Antony Blinken"),
        ("\ufeff\u200b乌克\u200d兰\u00ad", "乌克兰"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("か\n\u3099", "が"),
    ],
)
def test_only_the_white_space_of_markup_goes(raw: str, expected: str) -> None:
    assert tidy(raw) == expected


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    text = "\n 普京说。\r\n\r\n He said so.\u2028US Treasury\n"
    blocks = blocks_of(text)
    assert [text[b.start : b.end] for b in blocks] == ["普京说。", "He said so.", "US Treasury"]
    assert [b.language for b in blocks] == ["zh", "en", "en"]
    assert {b.kind for b in blocks} == {"paragraph"}


def test_a_language_that_is_given_holds_for_every_paragraph() -> None:
    assert {block.language for block in blocks_of("普京\nPutin", "en")} == {"en"}


def test_every_abbreviation_says_what_comes_before_it() -> None:
    rows = table("abbreviations.tsv")
    assert {row["before"] for row in rows} == {"name", "number", "any"}
    assert len({row["form"] for row in rows}) == len(rows)
