"""Calendar units agree with the calendar of the standard library, and go on beyond its ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.times.calendar import (
    UNITS,
    Span,
    as_date,
    containing,
    day_of_month,
    within_year,
)

units = st.sampled_from(UNITS)


@given(st.dates(), units.filter(lambda unit: unit != "weekend"))
def test_a_day_lies_in_the_unit_that_contains_it(day, unit):
    span = containing(unit, day.toordinal())
    assert span.first <= day.toordinal() <= span.last


@given(units, st.integers(-(10**6), 10**6))
def test_units_follow_upon_each_other_without_gap_on_all_integers(unit, place):
    span = Span(unit, place)
    assert span.first <= span.last
    following = span.shift(1).first
    assert following == span.last + 1 if unit != "weekend" else following == span.last + 6


@given(st.dates())
def test_months_begin_where_the_standard_library_says(day):
    span = containing("month", day.toordinal())
    assert as_date(span.first) == day.replace(day=1)
    assert containing("week", day.toordinal()).first == day.toordinal() - day.weekday()


@given(st.dates())
def test_a_day_of_the_month_is_found_again(day):
    month = containing("month", day.toordinal())
    assert day_of_month(month.place, day.day) == Span("day", day.toordinal())


@pytest.mark.parametrize(
    ("unit", "number", "first", "last"),
    [
        ("quarter", 1, date(2022, 1, 1), date(2022, 3, 31)),
        ("half", 2, date(2022, 7, 1), date(2022, 12, 31)),
        ("season", 4, date(2022, 12, 1), date(2023, 2, 28)),
        ("month", 2, date(2022, 2, 1), date(2022, 2, 28)),
    ],
)
def test_parts_of_a_year_lie_where_they_should(unit, number, first, last):
    span = within_year(unit, 2022, number)
    assert (as_date(span.first), as_date(span.last)) == (first, last)


def test_days_outside_the_years_1_to_9999_have_no_date():
    assert as_date(0) is None
    assert as_date(date.max.toordinal() + 1) is None
    assert as_date(1) == date.min
    assert as_date((date.max - timedelta(days=1)).toordinal()) is not None
