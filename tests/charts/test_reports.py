"""A line joins a mark with the day of its first report, and nothing else."""

from __future__ import annotations

from corpus.charts.layout import lay_out
from corpus.charts.reports import report_lines
from tests.charts.samples import LANES, article, day, item

ITEMS = [
    item("call", "2022-01-03"),
    item("talks", "2022-01-09", "2022-01-12", exact=False),
    item("drill", "2022-01-20"),
]
LAYOUT = lay_out(ITEMS, LANES, [article("2022-01-05"), article("2022-01-25")])


def test_a_line_runs_from_the_mark_to_the_day_on_which_it_was_told():
    (mark,) = [mark for mark in LAYOUT.marks if mark.event_id == "call"]
    down, along, stroke = report_lines(LAYOUT, {"call": day("2022-01-05")})
    assert down[:2] == (mark.x, mark.y)
    assert along[0] == mark.x
    assert along[2] == stroke[0] == LAYOUT.axis.unit(day("2022-01-05"))
    assert along[1] == along[3] > mark.y


def test_what_was_told_on_its_day_or_while_it_went_on_or_on_no_day_has_no_line():
    told = {"call": day("2022-01-03"), "talks": day("2022-01-10")}
    assert report_lines(LAYOUT, told) == []


def test_the_line_of_a_bar_begins_at_the_nearer_end():
    (bar,) = LAYOUT.bars
    (first, last), = bar.segments  # fmt: skip
    assert report_lines(LAYOUT, {"talks": day("2022-01-05")})[0][0] == first
    assert report_lines(LAYOUT, {"talks": day("2022-01-25")})[0][0] == last


def test_an_event_that_is_not_drawn_has_no_line():
    assert report_lines(LAYOUT, {"nobody": day("2022-01-25")}) == []


def test_what_was_told_on_its_day_has_no_line_at_whatever_hour_it_was():
    week = day("2022-01-03"), day("2022-01-07")
    layout = lay_out([item("call", "2022-01-03", hours=(0.25, 0.25))], LANES, bounds=week)
    assert report_lines(layout, {"call": day("2022-01-03")}) == []
    assert report_lines(layout, {"call": day("2022-01-04")})[0][0] == layout.marks[0].x
