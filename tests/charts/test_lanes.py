"""A lane draws each of its events once, ties the beads of a day together, and answers for them."""

from __future__ import annotations

from itertools import pairwise

from corpus.charts import tokens
from corpus.charts.axis import Claim, folded_axis
from corpus.charts.lanes import fill_lane
from tests.charts.samples import day, item

AXIS = folded_axis([Claim(day("2021-12-01"), day("2022-03-10"), 0, 100)], 1120.0)


def filled(*items_, labelled=None, rows=30):
    names = frozenset(found.event_id for found in items_) if labelled is None else labelled
    return fill_lane(items_, AXIS, 26.0, names, rows)


def test_intervals_come_first_then_days_in_order_of_salience():
    part = filled(
        item("minor", "2022-01-21", salience=1),
        item("major", "2022-01-21", salience=2),
        item("bar", "2022-01-19", "2022-01-25"),
    )
    assert part.bars[0].y < part.marks[0].y < part.marks[1].y
    assert [mark.event_id for mark in part.marks] == ["major", "minor"]
    assert [label.role for label in part.labels] == ["event", "event", "minor"]


def test_rows_lie_a_row_apart_from_the_top_given():
    part = filled(item("a", "2022-01-21"), item("b", "2022-01-21"))
    assert [mark.y for mark in part.marks] == [26 + tokens.ROW * 0.5, 26 + tokens.ROW * 1.5]
    assert part.height == 2 * tokens.ROW


def test_beads_of_one_day_are_tied_by_a_stem_where_nothing_stands_between():
    beads = [item(name, "2022-01-21") for name in "ab"]
    part = filled(*beads)
    (stem,) = part.stems
    assert part.marks[0].y < stem.y0 < stem.y1 < part.marks[1].y
    assert stem.x == part.marks[0].x
    crossing = item("bar", "2022-01-01", "2022-02-20", label="x")
    part = filled(*beads, crossing, rows=30)
    assert all(stem.y0 > part.bars[0].y for stem in part.stems)


def test_a_disagreement_follows_the_label_on_its_chip():
    part = filled(item("talks", "2022-01-09", conflict="9 or 9–10 Jan"))
    label, chip = part.labels
    assert (chip.text, chip.role) == ("≠ 9 or 9–10 Jan", "chip")
    assert chip.dx > label.dx + label.width


def test_mark_and_label_are_one_target_for_the_pointer():
    part = filled(item("talks", "2022-01-09"))
    (label,) = part.labels
    (mark,) = part.marks
    ends = [mark.x * AXIS.day_px, mark.x * AXIS.day_px + label.dx + label.width]
    places = [hit.x * AXIS.day_px for hit in part.hits]
    assert {hit.event_id for hit in part.hits} == {"talks"}
    assert min(places) - ends[0] < 22
    assert ends[1] - max(places) < 22
    assert max(b - a for a, b in pairwise(places)) <= 44


def test_a_label_on_top_leaves_a_strip_below_it():
    part = filled(item("long", "2021-12-01", "2022-03-01"))
    (bar,), (label,) = part.bars, part.labels
    assert bar.height == tokens.STRIP
    assert label.y < bar.y


def test_what_finds_no_row_is_left_out_and_known():
    crowd = [item(f"e{n}", "2022-01-21") for n in range(9)]
    part = filled(*crowd, rows=4)
    assert len(part.drawn) == len(part.marks) == 4


def test_events_without_a_label_stay_as_beads():
    part = filled(item("a", "2022-01-21"), item("b", "2022-01-21"), labelled=frozenset("a"))
    assert [label.event_id for label in part.labels] == ["a"]
    assert len(part.marks) == 2
