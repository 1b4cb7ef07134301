"""Feasts fall on the days that almanacs give for them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon import table
from corpus.times.calendar import Span
from corpus.times.feasts import feast

RULES = sorted({row["rule"] for row in table("holidays.tsv")})


# Western dates from the Astronomical Society of South Australia, Orthodox ones from the OCA
@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (2000, date(2000, 4, 23), date(2000, 4, 30)),
        (2008, date(2008, 3, 23), date(2008, 4, 27)),
        (2014, date(2014, 4, 20), date(2014, 4, 20)),
        (2022, date(2022, 4, 17), date(2022, 4, 24)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
    ],
)
def test_both_easters_fall_on_their_days(year, western, orthodox):
    assert feast("easter +0", year) == Span("day", western.toordinal())
    assert feast("orthodox +0", year) == Span("day", orthodox.toordinal())


# Hong Kong Observatory's conversion tables
@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("4th thu 11", date(2022, 11, 24)),
        ("last mon 5", date(2022, 5, 30)),
        ("3rd mon 1", date(2022, 1, 17)),
        ("easter -46", date(2022, 3, 2)),
        ("12-25", date(2022, 12, 25)),
        ("lunar 1-1", date(2022, 2, 1)),
        ("lunar 1-1 -1", date(2022, 1, 31)),
        ("lunar 1-15", date(2022, 2, 15)),
        ("lunar 5-5", date(2022, 6, 3)),
        ("lunar 8-15", date(2022, 9, 10)),
        ("lunar 12-8", date(2022, 1, 10)),
        ("lunar 8-15", date(2023, 9, 29)),
        ("lunar 5-5", date(2020, 6, 25)),
        ("lunar 4-1", date(2020, 4, 23)),
        ("qingming", date(2022, 4, 5)),
        ("dongzhi", date(2023, 12, 22)),
    ],
)
def test_feasts_fall_on_their_days(rule, day):
    assert feast(rule, day.year) == Span("day", day.toordinal())


@pytest.mark.parametrize("rule", ["lunar 1-31", "lunar 13-1", "lunar 2-30 -1", "2-30"])
def test_a_day_that_there_is_not_is_none(rule):
    assert feast(rule, 2022) is None


@given(st.sampled_from(RULES), st.integers(-(10**6), 10**6))
def test_a_feast_lies_within_its_year_or_is_none(rule, year):
    span = feast(rule, year)
    whole = Span("year", year)
    assert span is None or whole.first - 1 <= span.first <= whole.last
