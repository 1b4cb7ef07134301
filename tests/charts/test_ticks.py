"""Months and days stand where they belong and never on one another, from days to decades."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.charts import tokens
from corpus.charts.axis import Axis, Claim, folded_axis
from corpus.charts.ticks import ticks
from corpus.charts.typesetting import text_width

SPANS = st.lists(
    st.builds(
        lambda first, length: Claim(first, first + timedelta(days=length)),
        st.dates(date(1960, 1, 1), date(2040, 1, 1)),
        st.integers(0, 9000) | st.integers(0, 60),
    ),
    min_size=1,
    max_size=6,
)
LANGUAGES = ("en", "zh")


def axis(*days: str) -> Axis:
    return folded_axis([Claim(*[date.fromisoformat(day)] * 2) for day in days], 1120.0)


def to_scale(first: str, last: str) -> Axis:
    return folded_axis([Claim(date.fromisoformat(first), date.fromisoformat(last))], 1120.0)


@given(SPANS, st.sampled_from(LANGUAGES))
def test_no_two_texts_of_a_row_collide_and_none_leaves_the_frame(claims, language):
    found = folded_axis(claims, 1120.0)
    headings, marks = ticks(found, {claim.first: 1 for claim in claims}, language)
    rows = [
        [
            (heading.x * found.day_px, text_width(heading.text, tokens.TITLE, bold=True), "start")
            for heading in headings
        ],
        [
            (tick.x * found.day_px, text_width(tick.text, tokens.DAY), tick.anchor)
            for tick in marks
            if tick.text
        ],
    ]
    for row in rows:
        extents = [(x, x + w) if side == "start" else (x - w / 2, x + w / 2) for x, w, side in row]
        assert all(before[1] <= after[0] for before, after in pairwise(extents))
        assert all(low >= -1e-6 and high <= 1120 + 1e-6 for low, high in extents)


@given(SPANS)
def test_no_tick_stands_on_a_fold(claims):
    found = folded_axis(claims, 1120.0)
    _, marks = ticks(found, {}, "en")
    for fold in found.folds:
        assert not any(fold.start < tick.x < fold.end - 1e-9 for tick in marks)


def test_days_are_numbered_where_something_happens_and_on_mondays():
    found = to_scale("2021-12-01", "2022-02-28")
    _, marks = ticks(found, {date(2021, 12, 23): 3, date(2022, 1, 9): 1}, "en")
    texts = {found.day(tick.x): tick.text for tick in marks}
    assert texts[date(2021, 12, 23)] == "23"
    assert texts[date(2021, 12, 13)] == "13"
    assert texts[date(2022, 1, 9)] == "9"
    assert texts[date(2022, 1, 10)] == "", "a Monday beside a busier day gives way"


def test_the_year_is_told_once_and_again_after_a_fold():
    headings, _ = ticks(axis("2021-12-23", "2022-01-21", "2022-03-10", "2024-05-14"), {}, "en")
    texts = [heading.text for heading in headings]
    assert texts == ["December 2021", "January 2022", "February", "March", "May 2024"]


def test_a_month_that_is_cut_by_a_fold_may_be_named_over_it():
    found = axis("2021-12-23", "2024-04-29")
    headings, _ = ticks(found, {}, "zh")
    (april,) = [heading for heading in headings if heading.text == "2024年4月"]
    (fold,) = found.folds
    assert fold.start < april.x <= fold.end
    assert not april.rule


@pytest.mark.parametrize(
    ("last", "heading", "tick"),
    [
        ("2022-03-01", "January 2022", "3"),
        ("2023-06-01", "2022", "Jan"),
        ("2030-01-01", "2022", "Apr"),
        ("2060-01-01", "2024", ""),
        ("2900-01-01", "2100", ""),
    ],
)
def test_units_grow_with_the_span(last, heading, tick):
    headings, marks = ticks(to_scale("2022-01-01", last), {}, "en")
    assert heading in [found.text for found in headings]
    assert tick in [found.text for found in marks]
