"""Counts add up, bins are days or whole weeks and stay on their side of a fold."""

from __future__ import annotations

from collections import Counter
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.charts.axis import Claim, folded_axis
from corpus.charts.density import bin_words, binned, columns, days_per_bin, ordinals, tallest

TELLINGS = st.lists(
    st.tuples(st.dates(date(2015, 1, 1), date(2024, 12, 31)), st.integers(0, 4)), min_size=1
)


def bins_of(tellings, axis):
    classes = np.array([quad_class for _, quad_class in tellings], dtype=np.int64)
    return binned(ordinals(day for day, _ in tellings), classes, axis)


@given(TELLINGS)
def test_every_telling_is_in_exactly_one_column(tellings):
    axis = folded_axis([Claim(day, day) for day, _ in tellings], 1120.0)
    found = columns(bins_of(tellings, axis), axis, "lane_1", 100.0, 2.0)
    assert sum(count.count for count in found) == len(tellings)
    by_class = Counter()
    for count in found:
        by_class[count.quad_class] += count.count
        assert count.y1 - count.y0 == 2.0 * count.count
        assert count.x0 < count.x1
        assert not any(
            count.x0 < fold.end - 1e-9 and count.x1 > fold.start + 1e-9 for fold in axis.folds
        )
        told = [q for day, q in tellings if count.first <= day <= count.last]
        assert told.count(count.quad_class) == count.count
    assert by_class == Counter(quad_class for _, quad_class in tellings)


def test_classes_stack_on_one_another():
    day = date(2022, 1, 5)
    axis = folded_axis([Claim(day, day)], 1120.0)
    bins = bins_of([(day, 1), (day, 1), (day, 4)], axis)
    one, four = columns(bins, axis, "", 50.0, 10.0)
    assert (one.y0, one.y1, four.y0, four.y1) == (30, 50, 20, 30)
    assert (one.first, one.last) == (day, day), "a month on the screen is counted by days"
    assert tallest(bins) == 3
    assert tallest(bins_of([], axis)) == 0


@pytest.mark.parametrize(
    ("year", "days", "words"),
    [(2021, 7, "a week"), (2005, 28, "4 weeks"), (1950, 91, "13 weeks"), (1, 3640, "520 weeks")],
)
def test_bins_widen_with_the_span(year, days, words):
    axis = folded_axis([Claim(date(year, 1, 1), date(2022, 1, 1))], 1120.0)
    assert (days_per_bin(axis), bin_words(axis, "en")) == (days, words)
