"""One square is one article, named as long as there is room; beyond, columns count them."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given

from corpus.charts.axis import Claim, folded_axis
from corpus.charts.coverage import fill_coverage, heading_room, outlet_room
from tests.charts.samples import article, coverages, day, four_articles


def lane(articles, width=1120.0, **margins):
    claims = [Claim(found.day, found.day, 110, outlet_room(found)) for found in articles]
    axis = folded_axis(claims, width)
    return axis, fill_coverage(articles, axis, 500.0, "en")


def test_the_four_articles_stand_named_with_the_lengths_of_the_gaps():
    _, parts = lane(four_articles())
    assert len(parts.squares) == 4
    assert [label.text for label in parts.labels] == [
        "Al Jazeera",
        "Al Jazeera",
        "Epoch Times",
        "FT",
        "9 days",
        "17 days",
    ], "the third gap is told by the fold"
    assert len({square.y for square in parts.squares}) == 1


@given(coverages())
def test_every_article_is_a_square_or_counted_and_no_text_touches_another(articles):
    axis, parts = lane(articles)
    assert len(parts.squares) + sum(count.count for count in parts.counts) == len(articles)
    extents = [
        (
            label.y,
            label.x * axis.day_px
            + label.dx
            - {"start": 0, "middle": 0.5, "end": 1}[label.anchor] * label.width,
            label.width,
        )
        for label in parts.labels
    ]
    for index, (y, low, wide) in enumerate(extents):
        assert low >= 0
        assert low + wide <= 1120
        for other_y, other, other_wide in extents[index + 1 :]:
            assert y != other_y or low + wide <= other or other + other_wide <= low


@given(coverages())
def test_no_square_stands_on_the_heading(articles):
    axis, parts = lane(articles)
    first = min((square.y for square in parts.squares), default=0)
    for square in parts.squares:
        if square.y == first:
            assert square.x * axis.day_px > heading_room(len(articles), "en")


def test_articles_of_one_day_stand_below_one_another():
    articles = [article("2022-01-21", number=n) for n in range(3)]
    _, parts = lane(articles)
    assert len({square.y for square in parts.squares}) == 3
    assert len({square.x for square in parts.squares}) == 1


def test_many_articles_become_columns():
    start = day("2022-01-03")
    days = [(start + timedelta(days=n % 400)).isoformat() for n in range(900)]
    articles = [article(published, number=n) for n, published in enumerate(days)]
    _, parts = lane(articles)
    assert parts.squares == ()
    assert sum(count.count for count in parts.counts) == 900
    assert max((count.last - count.first).days for count in parts.counts) == 6


def test_an_empty_lane_keeps_its_place():
    axis = folded_axis([Claim(day("2022-01-21"), day("2022-01-21"))], 1120.0)
    parts = fill_coverage([], axis, 0.0, "en")
    assert parts.height > 0
    assert parts.squares == parts.labels == parts.counts == ()
