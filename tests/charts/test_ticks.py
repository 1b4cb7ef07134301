"""Months and days stand where they belong and never on one another, from days to decades."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.charts import tokens
from corpus.charts.axis import HOURLY, Axis, Claim, folded_axis
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


@given(st.dates(date(1960, 1, 1), date(2040, 1, 1)), st.integers(1, 7), st.sampled_from(LANGUAGES))
def test_no_two_hours_collide_and_none_leaves_the_frame(first, days, language):
    last = first + timedelta(days=days - 1)
    found = folded_axis([Claim(first, last)], 1120.0, (first, last))
    headings, marks = ticks(found, {}, language, hourly=True)
    assert len(headings) == days
    half = text_width("00:00", tokens.DAY) / 2
    places = [tick.x * found.day_px for tick in marks if tick.text]
    assert all(b - a > 2 * half for a, b in pairwise(places))
    assert half <= places[0] < places[-1] <= 1120 - half


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


def bounded(first: str, last: str) -> Axis:
    days = date.fromisoformat(first), date.fromisoformat(last)
    return folded_axis([Claim(*days)], 1120.0, days)


@pytest.mark.parametrize(
    ("last", "texts"),
    [
        ("2022-02-24", [f"{hour:02d}:00" for hour in range(1, 24)]),
        ("2022-02-26", ["03:00", "06:00", "09:00", "12:00"]),
        ("2022-03-02", ["06:00", "12:00", "18:00", "00:00", "06:00"]),
    ],
)
def test_hours_are_numbered_as_there_is_room_below_their_days(last, texts):
    found = bounded("2022-02-24", last)
    assert found.day_px >= HOURLY
    for language in LANGUAGES:
        headings, marks = ticks(found, {}, language, hourly=True)
        assert [tick.text for tick in marks if tick.text][: len(texts)] == texts
        noon = next(tick for tick in marks if tick.text == "12:00")
        assert noon.x == pytest.approx(found.unit(date(2022, 2, 24)))
        assert [heading.x for heading in headings] == [
            found.unit(date(2022, 2, 24) + timedelta(days=n), 0) for n in range(len(headings))
        ]
    assert headings[0].text == "2022年2月24日周四"


def test_without_things_at_their_hours_no_hour_is_numbered():
    found = bounded("2022-02-24", "2022-02-26")
    headings, marks = ticks(found, {}, "en")
    assert [heading.text for heading in headings] == ["February 2022"]
    assert [tick.text for tick in marks if tick.text] == ["Thu 24", "Fri 25", "Sat 26"]
    edges = {found.unit(date(2022, 2, 24) + timedelta(days=n), 0) for n in range(3)}
    assert edges <= {tick.x for tick in marks}, "where one day ends and the next begins"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("years", [20, 28, 40, 50, 55, 71, 75, 100, 130, 150, 200, 500])
def test_decades_have_years_at_even_steps_and_strokes_between_them(years, language):
    found = bounded(f"{2021 - years}-01-01", "2020-12-31")
    headings, marks = ticks(found, {}, language)
    named = [int(heading.text.removesuffix("年")) for heading in headings if heading.rule]
    steps = {after - before for before, after in pairwise(named)}
    assert len(steps) == 1
    (step,) = steps
    assert step in (1, 2, 5, 10, 20, 50, 100)
    assert all(year % step == 0 for year in named)
    assert 8 <= len(named) <= 28
    strokes = [tick.x for tick in marks]
    assert {heading.x for heading in headings if heading.rule} <= set(strokes)
    assert len(strokes) >= years / 5
    assert all((b - a) * found.day_px >= 4.9 for a, b in pairwise(strokes))
