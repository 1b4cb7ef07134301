"""The lines of months run behind marks and stop at titles."""

from __future__ import annotations

from datetime import date, timedelta

from corpus.charts import tokens
from corpus.charts.grid import grid, ledger
from corpus.charts.layout import lay_out
from corpus.charts.records import Coverage, Milestone
from tests.charts.samples import LANES, day, four_articles, winter


def test_no_line_runs_through_the_heading_of_a_lane():
    found = lay_out(winter(), LANES, four_articles())
    pieces = grid(found)
    for band in found.bands:
        title = band.y0 + 13.0
        assert not any(top < title < foot for _, top, foot in pieces)
        inside = (band.y0 + tokens.LANE_HEAD + band.y1) / 2
        lines = {x for x, top, foot in pieces if top < inside < foot}
        assert lines == {heading.x for heading in found.headings if heading.rule and heading.x}


def test_lines_begin_above_the_axis_and_reach_the_foot():
    found = lay_out(winter(), LANES, four_articles())
    pieces = grid(found)
    assert min(top for _, top, _ in pieces) == -tokens.AXIS_HEAD
    assert max(foot for _, _, foot in pieces) == found.height
    assert all(top < foot for _, top, foot in pieces)


def test_the_frame_is_not_drawn_twice():
    found = lay_out(winter(), LANES, bounds=(day("2021-12-01"), day("2022-01-31")))
    first = next(heading for heading in found.headings if heading.rule)
    assert first.x <= found.axis.pad
    assert first.x not in {x for x, _, _ in grid(found)}


def test_known_dates_are_not_crossed():
    known = [Milestone(day("2022-01-03"), "A treaty", "https://example.org")]
    found = lay_out(winter(), LANES, four_articles(), known=known)
    assert not any(top < found.diamonds[0].y < foot for _, top, foot in grid(found))


def test_names_of_outlets_are_not_crossed_and_their_rows_have_base_lines():
    start = day("2022-01-01")
    told = [
        Coverage(f"a{n}", start + timedelta(days=n % 300), f"A long name of outlet {n % 3}")
        for n in range(900)
    ]
    found = lay_out([], (), told, bounds=(date(2021, 12, 20), date(2022, 11, 1)))
    reach = max(label.dx + label.width for label in found.labels if label.role == "outlet")
    low = [x * found.axis.day_px for x, _, foot in grid(found) if foot > found.foot]
    assert low
    assert min(low) >= reach
    assert len(ledger(found)) == 3
    assert ledger(lay_out(winter(), LANES, four_articles())) == []
