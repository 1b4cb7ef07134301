"""The folded axis keeps the order of days, hides nothing that was claimed, and folds by rule."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.charts.axis import (
    FOLD_DAYS,
    FOLD_OVER,
    FOLD_PX_CAPTION,
    FOLD_PX_LEAST,
    FOLD_PX_MOST,
    MOST_FOLDS,
    Claim,
    folded_axis,
)

WIDTH = 1120.0
CLAIMS = st.lists(
    st.builds(
        lambda first, length, left, right: Claim(
            first, first + timedelta(days=length), float(left), float(right)
        ),
        st.dates(date(1980, 1, 1), date(2040, 1, 1)),
        st.integers(0, 40),
        st.integers(0, 100),
        st.integers(0, 320),
    ),
    min_size=1,
    max_size=30,
)


def one(text: str) -> Claim:
    return Claim(date.fromisoformat(text), date.fromisoformat(text))


@given(CLAIMS)
def test_every_claimed_day_is_to_scale(claims):
    axis = folded_axis(claims, WIDTH)
    for claim in claims:
        ((low, high),) = axis.visible(claim.first, claim.last)
        assert high - low == pytest.approx((claim.last - claim.first).days + 1)


@given(CLAIMS)
def test_the_axis_is_as_wide_as_it_was_asked_to_be(claims):
    axis = folded_axis(claims, WIDTH)
    assert axis.units * axis.day_px == pytest.approx(WIDTH)
    assert all(a.end == pytest.approx(b.start) for a, b in pairwise(axis.stretches))
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(axis.stretches))


@given(CLAIMS, st.data())
def test_unit_is_strictly_increasing_and_day_is_its_inverse(claims, data):
    axis = folded_axis(claims, WIDTH)
    first, last = axis.stretches[0].first, axis.stretches[-1].last
    days = sorted(data.draw(st.sets(st.dates(first, last), min_size=2, max_size=20)))
    places = [axis.unit(day) for day in days]
    assert all(a < b for a, b in pairwise(places))
    assert [axis.day(place) for place in places] == days
    assert all(axis.unit(d, 0) < axis.unit(d) < axis.unit(d, 1) for d in days)


@given(CLAIMS)
def test_folds_are_few_long_and_worth_it(claims):
    axis = folded_axis(claims, WIDTH)
    assert len(axis.folds) <= MOST_FOLDS
    for fold in axis.folds:
        assert fold.days > fold.units
        assert FOLD_PX_LEAST - 1e-6 <= fold.units * axis.day_px <= FOLD_PX_MOST + 1e-6
        assert not any(c.first <= fold.last and c.last >= fold.first for c in claims)


def test_a_stretch_is_folded_if_it_is_longer_than_sixty_days():
    start = date(2022, 1, 1)
    for silent, folds in ((FOLD_OVER, 0), (FOLD_OVER + 1, 1)):
        later = start + timedelta(days=silent + 1)
        claims = [Claim(start, start), Claim(later, later)]
        assert len(folded_axis(claims, WIDTH).folds) == folds


def test_a_fold_is_ten_day_widths_where_that_reads_well():
    claims = [Claim(date(2021, 12, 1), date(2022, 2, 14)), one("2024-05-14")]
    axis = folded_axis(claims, WIDTH)
    (fold,) = axis.folds
    assert FOLD_PX_CAPTION < fold.units * axis.day_px < FOLD_PX_MOST
    assert fold.units == pytest.approx(FOLD_DAYS)


def test_several_silences_make_several_folds():
    axis = folded_axis(
        [one("2014-03-18"), one("2021-12-23"), one("2022-01-21"), one("2023-03-01")], WIDTH
    )
    assert [fold.first.year for fold in axis.folds] == [2014, 2022]


def test_labels_get_room_before_a_fold_and_at_the_end():
    day = date(2022, 1, 21)
    claims = [Claim(day, day, right=200), Claim(date(2024, 5, 14), date(2024, 5, 14), right=150)]
    axis = folded_axis(claims, WIDTH)
    (fold,) = axis.folds
    assert (fold.start - axis.unit(day, 1)) * axis.day_px >= 199
    assert (axis.units - axis.unit(claims[1].last, 1)) * axis.day_px >= 149


def test_a_single_day_has_some_weeks_around_it():
    axis = folded_axis([one("2022-01-21")], WIDTH)
    assert axis.units == 28
    assert axis.stretches[0].first < date(2022, 1, 21) < axis.stretches[0].last


def test_the_ends_of_the_calendar_do_not_overflow():
    axis = folded_axis([Claim(date.min, date.min), one("9999-12-30")], WIDTH)
    assert axis.unit(date.min) < axis.unit(date(9999, 12, 30))


def test_no_claim_is_no_axis():
    axis = folded_axis([], WIDTH)
    assert axis.stretches == ()
    assert axis.units == 1
