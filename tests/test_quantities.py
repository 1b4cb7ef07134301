"""Figures, by examples and by laws over generated text."""

from __future__ import annotations

from math import isfinite
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon import listed, table
from corpus.model import Quantity
from corpus.quantities import find_quantities
from corpus.quantities.numbers import chinese, english

CASES = Path(__file__).parent / "cases" / "quantities.tsv"

_WORDS = """
近 超过 至少 约 数 上 十 百 万 亿 三 两 二十 12 1,000 1.5 多 至 - 名 架 个 人 公里 美元 % 倍 年
士兵 坦克 的 和 ， 。 第 分之 一半 成 死 $ € between and to or over nearly dozens of two million
bn km percent tanks people killed more the a third
"""
_PIECES = [*_WORDS.split(), " "]
_STRUNG = st.lists(st.sampled_from(_PIECES), max_size=20).map("".join)
_SPACED = st.lists(st.sampled_from(_PIECES), max_size=20).map(" ".join)
_TEXT = st.one_of(_STRUNG, _SPACED, st.text())


def _cases() -> list[object]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    marks = {"ok": (), "xfail": pytest.mark.xfail}
    return [
        pytest.param(text, figures, marks=marks[status], id=text[:40])
        for text, figures, status, _ in rows
    ]


def _written(figure: Quantity) -> str:
    low, high = ("" if bound is None else f"{bound:.12g}" for bound in (figure.low, figure.high))
    return f"{figure.surface}={low}..{high} {figure.unit}"


@pytest.mark.parametrize(("text", "figures"), _cases())
def test_every_figure_of_a_sentence_is_found_with_its_bounds(text: str, figures: str) -> None:
    assert [_written(figure) for figure in find_quantities(text)] == list(listed(figures))


@given(_TEXT, st.sampled_from(["zh", "en", None]))
def test_offsets_are_true_and_figures_do_not_overlap(text: str, language: str | None) -> None:
    reached = 0
    for figure in find_quantities(text, language):
        assert reached <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.surface
        reached = figure.end


@given(_TEXT)
def test_a_figure_has_a_bound_and_the_lower_is_not_above_the_upper(text: str) -> None:
    for figure in find_quantities(text):
        bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
        assert bounds
        assert bounds == sorted(bounds)
        assert all(isfinite(bound) for bound in bounds)
        assert figure.unit
        assert figure.speaker == "narration"


def test_an_english_text_is_not_searched_for_chinese_numbers() -> None:
    text = "第一 87辆坦克 and 12 tanks"
    assert [figure.surface for figure in find_quantities(text, "en")] == ["12 tanks"]


def test_what_is_counted_is_told_as_found() -> None:
    found = find_quantities(
        "超过20万俄罗斯士兵，110平方公里的领土，23,000 tonnes of wheat, 12 old tanks"
    )
    assert [figure.what for figure in found] == ["俄罗斯士兵", "领土", "wheat", "old tanks"]


@given(st.integers(1, 9), st.sampled_from(["十", "百", "千", "万", "亿"]))
def test_a_digit_and_a_scale_multiply(digit: int, scale: str) -> None:
    one = chinese(scale)[0] or 0.0
    assert chinese("一二三四五六七八九"[digit - 1] + scale) == (digit * one, digit * one)
    assert chinese(f"{digit}{scale}") == (digit * one, digit * one)


@given(st.integers(0, 10**12))
def test_digits_with_separators_are_read_exactly(number: int) -> None:
    assert english(f"{number:,}") == (float(number), float(number))
    assert chinese(f"{number:,}") == (float(number), float(number))


def test_every_unit_and_noun_form_is_given_once_in_its_language() -> None:
    for name, columns in (("units.tsv", ("forms",)), ("counted.tsv", ("forms_zh", "forms_en"))):
        for column in columns:
            seen: dict[tuple[str, str], str] = {}
            for row in table(name):
                for form in set(listed(row[column])):
                    key = (row.get("language", column) + row.get("kind", ""), form)
                    assert key not in seen, f"{form} twice in {name}"
                    seen[key] = form
