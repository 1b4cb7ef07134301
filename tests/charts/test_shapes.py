"""A shape claims no day that its record does not, and says so where it is cut."""

from __future__ import annotations

import pytest

from corpus.charts.axis import Axis, Claim, folded_axis
from corpus.charts.shapes import REACH, claims, label_width, options, shape
from tests.charts.samples import day, item


def axis_of(*spans: tuple[str, str]) -> Axis:
    return folded_axis([Claim(day(first), day(last), 30, 200) for first, last in spans], 1120.0)


WINTER = axis_of(("2021-12-01", "2022-02-10"), ("2024-05-14", "2024-05-14"))


def test_one_day_is_a_mark_in_the_middle_of_its_day():
    drawn = shape(item("e", "2022-01-21"), WINTER)
    assert drawn.day == day("2022-01-21")
    middle = (drawn.low + drawn.high) / 2
    assert middle == pytest.approx(WINTER.unit(day("2022-01-21")) * WINTER.day_px)


def test_stated_days_have_hard_ends_and_an_unknown_day_soft_ones():
    for exact, end in ((True, "hard"), (False, "soft")):
        drawn = shape(item("e", "2022-01-03", "2022-01-09", exact=exact), WINTER)
        assert (drawn.left, drawn.right, drawn.day) == (end, end, None)
        assert drawn.high - drawn.low == pytest.approx(7 * WINTER.day_px)


@pytest.mark.parametrize(
    ("first", "last", "left", "right", "segments"),
    [
        ("2022-01-09", "2022-12-31", "hard", "torn", 1),
        ("2021-06-01", "2022-01-09", "arrow", "hard", 1),
        ("2022-01-09", "2024-05-14", "hard", "hard", 2),
        ("2022-01-09", "2030-01-01", "hard", "arrow", 2),
        ("2022-08-01", "2024-05-14", "torn", "hard", 1),
        ("2000-01-01", "2030-01-01", "arrow", "arrow", 2),
        ("2022-01-09", None, "hard", "open", 1),
        (None, "2022-01-09", "open", "hard", 1),
    ],
)
def test_a_bar_that_goes_on_says_so(first, last, left, right, segments):
    drawn = shape(item("e", first, last), WINTER)
    assert (drawn.left, drawn.right, len(drawn.segments)) == (left, right, segments)


def test_an_open_end_starts_at_the_day_that_is_known():
    drawn = shape(item("e", "2022-01-09", None), WINTER)
    assert drawn.low == WINTER.unit(day("2022-01-09"), 0) * WINTER.day_px
    drawn = shape(item("e", None, "2022-01-09"), WINTER)
    assert drawn.high == WINTER.unit(day("2022-01-09"), 1) * WINTER.day_px


def test_a_bar_stays_visible_where_days_are_narrow():
    decades = axis_of(("1990-01-01", "2020-01-01"))
    for exact, least in ((True, 8), (False, 18)):
        drawn = shape(item("e", "2000-01-03", "2000-01-09", exact=exact), decades)
        assert drawn.high - drawn.low == pytest.approx(least)


def test_an_event_without_a_date_has_no_shape():
    with pytest.raises(ValueError, match="aid has no date"):
        shape(item("aid", None, None), WINTER)


def asked(*items_, others=()):
    return claims(items_, frozenset(found.event_id for found in items_), others)


def test_a_long_interval_asks_for_its_first_month_only():
    found = asked(item("e", "2022-01-01", "2022-12-31"))
    assert {claim.first for claim in found} == {day("2022-01-01")}
    assert max((claim.last - claim.first).days for claim in found) + 1 == REACH


def test_a_vague_year_asks_for_nothing_where_something_is_seen_in_it():
    year = item("year", "2022-01-01", "2022-12-31", exact=False)
    seen = Claim(day("2022-05-01"), day("2022-05-01"))
    assert asked(year, others=[seen]) == []
    assert asked(year)
    inside = item("inside", "2022-05-01", quad_class=2)
    assert {claim.first for claim in asked(year, inside)} == {day("2022-05-01")}


def test_a_label_asks_for_room_beyond_its_mark_but_on_a_long_bar_beside_its_beginning():
    point, bar = item("e", "2022-01-21"), item("b", "2022-01-01", "2022-01-31", exact=False)
    assert max(claim.right for claim in asked(point)) > label_width(point)
    roomy = [claim for claim in asked(bar) if claim.right]
    assert {claim.last for claim in roomy} == {day("2022-01-01")}


def test_labels_keep_within_their_stretch_and_are_shortened_if_neither_side_has_room():
    (fold,) = WINTER.folds
    edge = fold.start * WINTER.day_px
    long = item("e", "2024-05-14", label="A very long label " * 4)
    found = options(long, shape(long, WINTER), WINTER, labelled=True)
    assert found[0].text.endswith("…")
    assert all(edge <= option.low and option.high <= 1120 for option in found)
    assert found[-1].side == "none"
    assert options(long, shape(long, WINTER), WINTER, labelled=False) == found[-1:]


def test_a_bar_that_runs_into_a_fold_carries_its_label_on_top():
    bar = item("e", "2022-01-15", "2022-12-31", label="Talks early in 2022")
    assert options(bar, shape(bar, WINTER), WINTER, labelled=True)[0].side == "top"


def test_a_short_bar_has_its_label_beside_it():
    bar = item("e", "2022-01-03", "2022-01-05")
    sides = [option.side for option in options(bar, shape(bar, WINTER), WINTER, labelled=True)]
    assert sides == ["right", "left", "none"]


WEEK = folded_axis(
    [Claim(day("2022-02-21"), day("2022-02-27"))], 1120.0, (day("2022-02-21"), day("2022-02-27"))
)


def at(when: str, share: float) -> float:
    return WEEK.unit(day(when), share) * WEEK.day_px


def test_a_moment_is_a_mark_at_its_hour():
    drawn = shape(item("e", "2022-02-24", hours=(0.25, 0.25)), WEEK, hourly=True)
    assert drawn.day == day("2022-02-24")
    assert (drawn.low + drawn.high) / 2 == pytest.approx(at("2022-02-24", 0.25))


@pytest.mark.parametrize(
    ("last", "hours", "ends"),
    [
        ("2022-02-24", None, (0.0, 1.0)),
        ("2022-02-24", (0.75, 1.0), (0.75, 1.0)),
        ("2022-02-25", (0.75, 0.25), (0.75, 0.25)),
        ("2022-02-26", None, (0.0, 1.0)),
    ],
)
def test_a_part_of_a_day_or_a_day_alone_is_a_bar_with_soft_ends_over_its_hours(last, hours, ends):
    drawn = shape(item("e", "2022-02-24", last, hours=hours), WEEK, hourly=True)
    assert (drawn.left, drawn.right, drawn.day) == ("soft", "soft", None)
    assert drawn.low == pytest.approx(at("2022-02-24", ends[0]))
    assert drawn.high == pytest.approx(at(last, ends[1]))


def test_hours_that_leave_the_axis_end_in_an_arrow():
    night = item("e", "2022-02-27", "2022-02-28", hours=(0.75, 0.25))
    drawn = shape(night, WEEK, hourly=True)
    assert (drawn.left, drawn.right) == ("soft", "arrow")
    assert (drawn.low, drawn.high) == pytest.approx((at("2022-02-27", 0.75), at("2022-02-27", 1)))
    eve = shape(item("e", "2022-02-20", "2022-02-21", hours=(0.75, 0.25)), WEEK, hourly=True)
    assert (eve.left, eve.right) == ("arrow", "soft")
    assert (eve.low, eve.high) == pytest.approx((at("2022-02-21", 0), at("2022-02-21", 0.25)))


def test_where_hours_are_not_shown_an_hour_moves_nothing():
    for hours in ((0.25, 0.25), (0.0, 0.5)):
        timed, plain = item("e", "2022-02-24", hours=hours), item("e", "2022-02-24")
        assert shape(timed, WEEK) == shape(plain, WEEK)
        assert shape(timed, WINTER) == shape(plain, WINTER)


def test_the_label_of_a_whole_day_stays_over_it_where_it_can():
    short, long = (item("e", "2022-02-24", label=text) for text in ("Talks", "Talks " * 8))
    sides = [
        options(one, shape(one, WEEK, hourly=True), WEEK, labelled=True)[0].side
        for one in (short, long)
    ]
    assert sides == ["top", "right"]
