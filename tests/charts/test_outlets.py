"""Articles by outlet: a row for each of the main ones, one scale, no name on a column."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corpus.charts.axis import Claim, folded_axis
from corpus.charts.density import Throng
from corpus.charts.layout import lay_out
from corpus.charts.outlets import ROWS, fill_outlets, gathered, names_room
from corpus.charts.records import Coverage
from corpus.charts.terms import term

START = date(2022, 1, 3)


def articles(*numbers: int, days: int = 200) -> list[Coverage]:
    """So many articles of each outlet, spread over the days."""
    return [
        Coverage(f"a{outlet}-{n}", START + timedelta(days=n * 7 % days), f"Outlet {outlet}")
        for outlet, number in enumerate(numbers)
        for n in range(number)
    ]


def rows(told, language="en"):
    crowd = told if isinstance(told, Throng) else gathered(told)
    first, last = (date.fromordinal(int(day)) for day in (crowd.days.min(), crowd.days.max()))
    axis = folded_axis([Claim(first, last)], 1120.0)
    return axis, fill_outlets(crowd, axis, 100.0, language)


def names(parts):
    return [label.text for label in parts.labels if label.role == "outlet"]


def test_outlets_stand_in_the_order_of_their_articles_with_their_numbers():
    _, parts = rows(articles(20, 300, 5))
    assert [label.text for label in parts.labels] == [
        "Outlet 1",
        "300",
        "Outlet 0",
        "20",
        "Outlet 2",
        "5",
    ]


def test_beyond_the_main_outlets_the_others_share_a_row():
    _, parts = rows(articles(90, 80, 70, 60, 50, 4, 3))
    assert names(parts) == [*(f"Outlet {n}" for n in range(ROWS)), term("more_outlets", "en", n=2)]
    held = Counter(count.outlet for count in parts.counts for _ in range(count.count))
    assert held[term("more_outlets", "en", n=2)] == 7


def test_one_more_outlet_than_rows_keeps_its_name():
    _, parts = rows(articles(9, 8, 7, 6, 5, 4))
    assert names(parts) == [f"Outlet {n}" for n in range(6)]


def test_a_single_outlet_has_one_row_and_no_name():
    _, parts = rows(articles(400))
    assert parts.labels == ()
    assert len({count.y1 for count in parts.counts}) == 1
    assert names_room(gathered(articles(400)), "en") == 0


def test_all_rows_have_one_scale():
    _, parts = rows(articles(600, 60), language="zh")
    high = {(count.outlet, count.count): count.y1 - count.y0 for count in parts.counts}
    for (outlet, number), pixels in high.items():
        for (other, other_number), other_pixels in high.items():
            if outlet != other and number > other_number:
                assert pixels >= other_pixels


@given(
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from("abcdefgh")), min_size=2, max_size=400)
)
def test_every_article_is_in_one_column_and_no_name_stands_on_one(told):
    crowd = gathered(
        [Coverage(f"a{n}", START + timedelta(days=d), o) for n, (d, o) in enumerate(told)]
    )
    axis, parts = rows(crowd)
    assert sum(count.count for count in parts.counts) == len(told)
    for label in parts.labels:
        for count in parts.counts:
            if count.x0 * axis.day_px < label.dx + label.width:
                assert not (count.y0 < label.y + 4 and count.y1 > label.y - 4)
    bases = sorted({count.y1 for count in parts.counts})
    assert bases[-1] <= 100.0 + parts.height
    assert len(bases) <= ROWS + 1


def test_a_million_articles_take_no_loop():
    chance = np.random.default_rng(5)
    days = START.toordinal() + chance.integers(0, 700, 1_000_000)
    lanes = chance.integers(0, 40, 1_000_000)
    crowd = Throng(days, days, lanes, lanes * 0, [f"Outlet {n}" for n in range(40)])
    _, parts = rows(crowd)
    assert sum(count.count for count in parts.counts) == 1_000_000
    assert len(names(parts)) == ROWS + 1


def test_a_list_and_a_throng_are_drawn_alike():
    told = articles(300, 60, 9)
    assert lay_out([], (), told).counts == lay_out([], (), gathered(told)).counts
