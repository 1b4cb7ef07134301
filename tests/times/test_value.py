"""TIMEX3 and EDTF of units and parts of units."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.times.calendar import UNITS, Span, as_date, containing
from corpus.times.reading import Fields, Reading, Step
from corpus.times.value import denoted, edtf, part_of, placeholder, timex_of

DAY = date(2022, 1, 21).toordinal()


@pytest.mark.parametrize(
    ("unit", "timex", "printed"),
    [
        ("day", "2022-01-21", "2022-01-21"),
        ("weekend", "2022-W03-WE", "2022-01-22/2022-01-23"),
        ("week", "2022-W03", "2022-01-17/2022-01-23"),
        ("month", "2022-01", "2022-01"),
        ("quarter", "2022-Q1", "2022-01/2022-03"),
        ("season", "2021-WI", "2021-24"),
        ("half", "2022-H1", "2022-01/2022-06"),
        ("year", "2022", "2022"),
        ("decade", "202", "202X"),
        ("century", "20", "20XX"),
    ],
)
def test_each_unit_has_its_timex_and_its_edtf(unit, timex, printed):
    span = containing(unit, DAY)
    assert timex_of(span) == timex
    assert edtf(as_date(span.first), as_date(span.last), unit) == printed


@pytest.mark.parametrize(
    ("unit", "third", "first", "last"),
    [
        ("month", "MID", date(2022, 1, 11), date(2022, 1, 20)),
        ("month", "END", date(2022, 1, 21), date(2022, 1, 31)),
        ("year", "START", date(2022, 1, 1), date(2022, 3, 31)),
        ("year", "MID", date(2022, 5, 1), date(2022, 8, 31)),
        ("year", "END", date(2022, 9, 1), date(2022, 12, 31)),
        ("decade", "START", date(2020, 1, 1), date(2022, 12, 31)),
        ("week", "START", date(2022, 1, 17), date(2022, 1, 18)),
        ("day", "START", date(2022, 1, 21), date(2022, 1, 21)),
    ],
)
def test_early_middle_and_late_are_parts_of_the_unit(unit, third, first, last):
    assert part_of(containing(unit, DAY), third) == (first.toordinal(), last.toordinal())


@given(st.sampled_from(UNITS), st.dates(), st.sampled_from(["START", "MID", "END"]))
def test_a_part_lies_within_its_unit_and_is_never_empty(unit, day, third):
    span = containing(unit, day.toordinal())
    first, last = part_of(span, third)
    assert span.first <= first <= last <= span.last


@pytest.mark.parametrize(
    ("bound", "third", "first", "last", "mod"),
    [
        ("since", "", date(2022, 1, 1), None, "ON_OR_AFTER"),
        ("before", "", None, date(2021, 12, 31), "BEFORE"),
        ("before", "END", None, date(2022, 12, 31), "END"),
        ("until", "", None, date(2022, 12, 31), "ON_OR_BEFORE"),
        ("after", "", date(2023, 1, 1), None, "AFTER"),
    ],
)
def test_a_bound_opens_the_interval_on_one_side(bound, third, first, last, mod):
    value = denoted(Span("year", 2022), Reading("", bound=bound, third=third))
    assert value is not None
    assert (value.first, value.last, value.mod) == (first, last, mod)


def test_nothing_is_denoted_beyond_the_calendar_or_backwards():
    assert denoted(Span("year", 12000), Reading("")) is None
    assert denoted(Span("year", 2022), Reading(""), Span("year", 2021)) is None
    assert denoted(Span("century", 0), Reading("")) is None


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        (Reading("", Fields(day=23)), "XXXX-XX-23"),
        (
            Reading("", Fields(number=1, day=9), to=Fields(number=1, day=10)),
            "XXXX-01-09/XXXX-01-10",
        ),
        (Reading("", Fields(weekday=5), clock="TEV"), "XXXX-WXX-5TEV"),
        (Reading("", Fields(year=2021, number=2, day=30)), "2021-02-30"),
        (Reading("", Fields(unit="quarter", number=3)), "XXXX-Q3"),
        (Reading("", Fields(holiday="easter")), "XXXX-XX-XX"),
        (Reading("", Step("week", -1)), "XXXX-WXX"),
    ],
)
def test_what_is_unknown_is_an_x_in_the_value(reading, text):
    assert placeholder(reading) == text
