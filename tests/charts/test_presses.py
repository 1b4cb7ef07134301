"""Every article has its place in its outlet's row and in the row of all, at any number of them."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.charts.coverage import NAMED
from corpus.charts.layout import WIDTH
from corpus.charts.presses import ROWS, lay_out_outlets
from corpus.charts.records import Coverage
from corpus.charts.timeline import timeline_figure
from corpus.charts.typesetting import text_width
from tests.charts.samples import article, day, four_articles

START = day("2022-01-03")


@st.composite
def archives(draw, most: int = 120) -> list[Coverage]:
    """Articles of some outlets within ten years."""
    found = draw(st.lists(st.tuples(st.integers(0, 3650), st.integers(0, 20)), max_size=most))
    return [
        Coverage(f"a{number}", START + timedelta(days=days), f"Outlet {outlet}")
        for number, (days, outlet) in enumerate(found)
    ]


def test_four_articles_are_squares_in_the_rows_of_their_outlets():
    layout = lay_out_outlets(four_articles(), "en")
    assert [(band.lane.title, band.note) for band in layout.bands] == [
        ("Al Jazeera", "2"),
        ("Epoch Times", "1"),
        ("FT", "1"),
    ]
    assert not layout.counts
    assert Counter(square.article.article_id for square in layout.squares) == {
        found.article_id: 2 for found in four_articles()
    }
    (fold,) = layout.folds
    assert fold.caption[0].text == "843 days"
    assert "9 days" in [label.text for label in layout.labels]
    drawn = timeline_figure(layout).to_dict()["data"]
    assert [trace for trace in drawn if len(trace.get("customdata", ())) == 8]


@given(archives())
@settings(deadline=None, max_examples=40)
def test_every_article_is_drawn_once_in_its_row_and_once_in_the_row_of_all(articles):
    layout = lay_out_outlets(articles)
    if not articles:
        assert not layout.axis.stretches
        return
    rows = 2 if layout.bands else 1
    if len(articles) <= NAMED:
        assert len(layout.squares) == rows * len(articles)
    else:
        assert sum(count.count for count in layout.counts) == rows * len(articles)
    assert sum(int(band.note.replace(",", "")) for band in layout.bands) in (0, len(articles))
    assert len(layout.bands) <= ROWS + 1
    for square in layout.squares:
        assert 0 <= square.x <= layout.axis.units
        assert 0 < square.y < layout.height
    for count in layout.counts:
        assert 0 <= count.y0 < count.y1 <= layout.height
        assert count.y1 - count.y0 >= 2


@given(archives(most=NAMED))
@settings(deadline=None, max_examples=40)
def test_no_square_covers_another_nor_a_title(articles):
    layout = lay_out_outlets(articles)
    px = layout.axis.day_px
    for index, one in enumerate(layout.squares):
        for two in layout.squares[index + 1 :]:
            assert abs(one.x - two.x) * px >= 11 or abs(one.y - two.y) >= 11
    for band in layout.bands:
        title = text_width(f"{band.lane.title}  {band.note}", 13, bold=True)
        beside = [
            square.x * px - 5.5
            for square in layout.squares
            if abs(square.y - band.y0 - 13) < 11  # where the title is written
        ]
        assert min(beside, default=title) >= title


@given(archives())
@settings(deadline=None, max_examples=40)
def test_rows_lie_below_each_other_above_the_row_of_all(articles):
    layout = lay_out_outlets(articles)
    ends = [band.y1 for band in layout.bands]
    assert ends == sorted(ends)
    assert not ends or ends[-1] == layout.foot


def test_one_outlet_needs_no_row_of_its_own():
    layout = lay_out_outlets([article("2022-01-21"), article("2022-01-25", number=2)])
    assert layout.bands == ()
    assert len(layout.squares) == 2


def test_columns_have_one_scale():
    many = [article("2022-01-05", number=n) for n in range(60)]
    few = [Coverage(f"b{n}", day("2022-01-20"), "Other") for n in range(20)]
    heights = {count.count: count.y1 - count.y0 for count in lay_out_outlets([*many, *few]).counts}
    assert heights[60] == pytest.approx(3 * heights[20])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_outlets_beyond_the_rows_share_one(language):
    articles = [
        Coverage(f"a{n}", START + timedelta(days=n), f"Outlet {n:02}") for n in range(ROWS + 5)
    ]
    bands = lay_out_outlets(articles, language).bands
    assert len(bands) == ROWS + 1
    assert "5" in bands[-1].lane.title
    assert bands[-1].note == "5"


def test_a_name_without_end_is_shortened():
    articles = [article("2022-01-05"), Coverage("b", day("2022-01-06"), "<b>" + "x" * 5000)]
    layout = lay_out_outlets(articles)
    assert all(len(band.lane.title) < 60 for band in layout.bands)
    assert layout.axis.units * layout.axis.day_px == pytest.approx(WIDTH)


def test_a_long_silence_is_hatched_and_told():
    articles = [Coverage(f"a{n}", START + timedelta(days=n * 200), f"O{n % 2}") for n in range(4)]
    layout = lay_out_outlets(articles)
    assert len(layout.folds) == len(layout.tints) == 3
