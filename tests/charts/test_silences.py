"""A stretch without articles is told with its length, wherever it lies, and never as calm."""

from __future__ import annotations

import pytest

from corpus.charts.axis import Claim, folded_axis
from corpus.charts.silences import caption_height, folds, silences, tints
from tests.charts.samples import day


def laid_out(articles, told, language="en", height=600.0):
    days = [day(text) for text in (*articles, *told)]
    axis = folded_axis([Claim(d, d) for d in days], 1120.0)
    found = silences(map(day, articles), [day(text) for text in told])
    return axis, found, folds(axis, found, height, language)


def caption(fold) -> list[str]:
    return [line.text for line in fold.caption]


SEEDS = ("2021-12-24", "2022-01-03", "2022-01-21", "2024-05-14")


def test_the_count_is_the_days_between_the_last_article_and_the_next():
    axis, found, (fold,) = laid_out(SEEDS, ())
    assert caption(fold) == [
        "843 days",
        "without an article",
        "22 Jan 2022 –",
        "13 May 2024",
        "silence is",
        "not calm",
    ]
    (tint,) = tints(axis, found)
    assert tint.x0 == axis.unit(day("2022-01-22"), 0), "tinted from the first day without one"
    assert tint.x1 == axis.unit(day("2024-05-13"), 1)
    assert (fold.x0, fold.x1) == (axis.folds[0].start, axis.folds[0].end)


def test_the_caption_speaks_chinese():
    _, _, (fold,) = laid_out(SEEDS, (), "zh")
    assert caption(fold) == [
        "843天",
        "没有文章",
        "2022年1月22日",
        "至2024年5月13日",
        "沉默不等于平静",
    ]


def test_gaps_of_weeks_are_no_silence():
    _, found, _ = laid_out(SEEDS[:3], ())
    assert found == ()


def test_an_event_long_before_the_first_article_is_told_in_years():
    _, (silence,), (fold,) = laid_out(SEEDS[:3], ("2014-03-18",))
    assert (silence.side, silence.days) == ("before", 2838)
    assert caption(fold)[:2] == ["7 years", "without an article"]
    assert " ".join(caption(fold)[4:]) == "2,838 days, before the first article"


def test_an_event_after_the_last_article_is_told_in_days():
    axis, (silence,), (fold,) = laid_out(SEEDS[:3], ("2023-03-01",))
    assert silence.side == "after"
    assert caption(fold)[0] == "404 days"
    assert " ".join(caption(fold)[4:]) == "after the last article"
    assert tints(axis, [silence])[0].x1 == axis.units


def test_one_silence_in_two_folds_is_told_once():
    _, (silence,), (one, two) = laid_out(SEEDS[2:], ("2022-09-01",))
    assert silence.days == 843
    longer, shorter = sorted((one, two), key=lambda fold: fold.first - fold.last)
    assert caption(longer)[0] == "843 days"
    assert " ".join(caption(shorter)[1:]) == "of the 843 without an article"


def test_without_any_article_nothing_is_said_about_articles():
    axis, found, (fold,) = laid_out((), ("2022-01-21", "2024-05-14"))
    assert found == ()
    assert tints(axis, found) == ()
    assert caption(fold)[1:] == ["without an event"]


@pytest.mark.parametrize(("height", "lines"), [(600, 4), (180, 2), (60, 1)])
def test_narrow_folds_say_it_in_one_upright_line_that_fits(height, lines):
    days = [f"{year}-0{month}-01" for year in range(2020, 2024) for month in range(1, 9)]
    _, _, found = laid_out(days, (), height=height)
    assert len(found) == 3
    for fold in found:
        assert fold.upright
        assert len(fold.caption) == lines
        assert caption_height(fold) == 0
