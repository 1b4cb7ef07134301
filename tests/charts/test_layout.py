"""Laws of the layout: every event is drawn once or counted, nothing touches, nothing is clipped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.charts import layout as layouts
from corpus.charts import tokens
from corpus.charts.density import bin_words
from corpus.charts.headings import title_width
from corpus.charts.layout import WIDTH, lay_out
from corpus.charts.records import Item, Label, Lane, Layout
from corpus.charts.terms import Language
from corpus.charts.throngs import throng
from tests.charts.samples import (
    DAYS,
    LANES,
    article,
    coverages,
    day,
    four_articles,
    item,
    items,
    winter,
)


def extent(label: Label, found: Layout) -> tuple[float, float]:
    x = label.x * found.axis.day_px + label.dx
    low = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * label.width
    return low, low + label.width


def winter_layout(language: Language = "en") -> Layout:
    return lay_out(winter(), LANES, four_articles(), language)


@settings(max_examples=60)
@given(items(), coverages())
def test_every_event_has_one_mark_or_bar_or_is_counted(events, articles):
    found = lay_out(events, LANES, articles)
    drawn = [mark.event_id for mark in found.marks] + [bar.event_id for bar in found.bars]
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == set(found.items)
    assert len(drawn) + found.counted + found.undated == len(events)
    assert found.undated == sum(not event.dated for event in events)
    assert {hit.event_id for hit in found.hits} == set(drawn)


@settings(max_examples=60)
@given(items(), coverages())
def test_no_label_touches_another_or_leaves_the_frame_or_lies_on_a_fold(events, articles):
    found = lay_out(events, LANES, articles)
    placed = [(label, *extent(label, found)) for label in found.labels]
    for label, low, high in placed:
        assert low >= -1e-6
        assert high <= WIDTH + 1e-6
        assert 0 <= label.y <= found.height
        for fold in found.folds:
            edges = fold.x0 * found.axis.day_px, fold.x1 * found.axis.day_px
            assert high <= edges[0] + 1e-6 or low >= edges[1] - 1e-6, label
    for (one, low, high), (two, other_low, other_high) in combinations(placed, 2):
        assert abs(one.y - two.y) >= 14 or high <= other_low or other_high <= low


@settings(max_examples=60)
@given(items(), coverages())
def test_marks_and_bars_keep_to_their_lane_and_their_days(events, articles):
    found = lay_out(events, LANES, articles)
    bands = {band.lane.key: band for band in found.bands}
    for mark in found.marks:
        event = found.items[mark.event_id]
        assert mark.x == pytest.approx(found.axis.unit(event.first))
        assert bands[event.lane].y0 + tokens.LANE_HEAD < mark.y < bands[event.lane].y1
    for bar in found.bars:
        event = found.items[bar.event_id]
        assert bands[event.lane].y0 < bar.y < bands[event.lane].y1
        assert all(low < high for low, high in bar.segments)
        assert bar.segments[0][0] >= -1e-6
        assert bar.segments[-1][1] <= found.axis.units + 1e-6


@settings(max_examples=30)
@given(items(), coverages())
def test_a_layout_depends_on_its_input_alone(events, articles):
    assert lay_out(events, LANES, articles) == lay_out(events, LANES, articles)


def test_the_winter_is_laid_out_as_the_articles_tell_it():
    found = winter_layout()
    assert [band.lane.key for band in found.bands] == ["lane_1", "lane_2", "lane_3", "lane_4"]
    assert found.bands[0].note == "types of it · 6"
    assert found.undated == 1
    assert found.articles == len(found.squares) == 4
    (fold,) = found.folds
    assert fold.caption[0].text == "843 days"
    ends = {bar.event_id: (bar.left, bar.right) for bar in found.bars}
    assert ends["talks"] == ("hard", "hard")
    assert ends["exercise"] == ("soft", "soft"), "a month is to scale beside the fold"
    assert ends["early"] == ("soft", "torn")
    assert found.axis.stretches[0].first == day("2021-12-01"), "a bar may begin with the frame"


def test_the_layout_speaks_chinese():
    found = winter_layout("zh")
    assert found.folds[0].caption[0].text == "843天"
    assert found.headings[0].text == "2021年12月"
    assert "9天" in [label.text for label in found.labels]


def test_nothing_to_show_is_a_layout_without_marks():
    found = lay_out([item("aid", None, None)], LANES)
    assert (found.height, found.marks, found.bands, found.undated) == (0, (), (), 1)


def test_articles_without_events_still_show_their_coverage():
    found = lay_out([], LANES, four_articles())
    assert len(found.squares) == 4
    assert found.bands == ()
    assert found.foot >= 100, "the caption of the fold has room"


def test_one_event_needs_no_article():
    found = lay_out([item("e", "2022-01-21")], LANES)
    assert [mark.event_id for mark in found.marks] == ["e"]
    assert [label.text for label in found.labels] == ["Blinken meets Lavrov in Geneva"]


def test_lanes_are_the_callers_and_an_unknown_one_is_an_error():
    with pytest.raises(KeyError):
        lay_out([item("e", "2022-01-21")], LANES[2:])


def test_an_event_of_a_year_does_not_set_the_scale_for_the_days():
    plain = lay_out([item("e", "2022-01-21")], LANES, four_articles()[:3])
    year = item("y", "2022-01-01", "2022-12-31", exact=False, quad_class=2)
    found = lay_out([item("e", "2022-01-21"), year], LANES, four_articles()[:3])
    assert found.axis.units < plain.axis.units + 30
    assert found.bars[0].right == "arrow"


def crowd(number: int, salience: int = 0) -> list[Item]:
    start = date(2022, 1, 1)
    days = [(start + timedelta(days=n * 7 % 700)).isoformat() for n in range(number)]
    return [
        item(f"e{n}", days[n], quad_class=n % 4 + 1, salience=2 if n % 9 == 0 else salience)
        for n in range(number)
    ]


def test_of_a_crowd_the_chief_events_of_every_day_have_labels_and_all_others_are_beads():
    found = lay_out(crowd(200), LANES)
    assert len(found.marks) == 200
    told = {label.event_id for label in found.labels}
    assert layouts.LABELLED > len(told) > 10
    chief = {event.event_id for event in crowd(200) if event.salience == 2}
    assert len(told & chief) > len(chief) / 2
    beads = {mark.event_id for mark in found.marks if mark.size == tokens.BEADS[0]}
    assert beads == set(found.items) - told


def burst() -> list[Item]:
    """Two months of four lanes, and one day of which more is told than of all others."""
    days = [date(2022, 2, 1) + timedelta(days=n % 59) for n in range(360)]
    days += [date(2022, 2, 24)] * 260
    return [
        replace(item(f"e{n}", day.isoformat(), quad_class=n % 4 + 1, salience=n % 3), weight=n % 7)
        for n, day in enumerate(days)
    ]


def test_two_months_of_war_are_readable_and_no_day_takes_all_labels():
    found = lay_out(burst(), LANES, bounds=(day("2022-02-01"), day("2022-03-31")))
    assert found.height < 1300
    told = [found.items[label.event_id].first for label in found.labels if label.event_id]
    assert len(told) > 50
    assert len(set(told)) > 30
    assert told.count(date(2022, 2, 24)) < len(told) / 5


def test_what_finds_no_bead_is_a_number_at_the_top_of_its_day():
    found = lay_out(burst(), LANES, bounds=(day("2022-02-01"), day("2022-03-31")))
    assert len(found.items) + sum(count.count for count in found.counts) == 620
    assert {count.first for count in found.counts} == {date(2022, 2, 24)}
    for count in found.counts:
        assert f"+{count.count}" in {label.text for label in found.labels}
        below = [
            m.y
            for m in found.marks
            if m.size in tokens.BEADS and m.x == found.axis.unit(count.first)
        ]
        assert any(count.y1 < y for y in below)
    drawn = len([e for e in found.items.values() if e.lane == "lane_1"])
    assert f"{drawn} drawn, {155 - drawn} more counted by day as +" in found.bands[0].note


def test_of_many_long_events_not_half_of_a_lane_is_left_to_the_list():
    year = [item(f"y{n}", "2022-02-01", "2022-03-30", exact=False) for n in range(100)]
    found = lay_out(year, LANES, bounds=(day("2022-02-01"), day("2022-03-31")))
    assert len(found.bars) >= 50
    said = f"100; {100 - len(found.bars)} of them only in the list: too long"
    assert said in found.bands[0].note


def test_many_events_on_narrow_days_are_columns_and_on_wide_ones_are_not():
    events = [replace(event, event_id=f"c{n}") for n, event in enumerate(crowd(400))]
    assert not lay_out(events, LANES).marks
    assert lay_out(events[: layouts.SQUEEZED], LANES).marks
    assert lay_out(events, LANES, bounds=(day("2022-01-01"), day("2022-03-31"))).marks


def test_above_the_limit_events_are_counted_by_bins_on_one_scale_in_whatever_form(monkeypatch):
    monkeypatch.setattr(layouts, "DRAWN", 150)
    events = crowd(200)
    one, two = lay_out(events, LANES), lay_out(throng(events, LANES), LANES)
    assert (one.counts, one.bands, one.axis) == (two.counts, two.bands, two.axis)


BOUNDS = (day("2022-01-05"), day("2022-02-10"))


def bounded(events=None, articles=None, bounds=BOUNDS, **more) -> Layout:
    given = winter() if events is None else events
    covered = four_articles() if articles is None else articles
    return lay_out(given, LANES, covered, bounds=bounds, **more)


def test_with_bounds_the_axis_has_exactly_these_days_and_what_lies_outside_is_left_out():
    found = bounded()
    assert (found.axis.stretches[0].first, found.axis.stretches[-1].last) == BOUNDS
    assert set(found.items) == {
        "talks", "osce", "geneva", "warning", "troops", "exercise", "early",
    }  # fmt: skip
    assert [square.article.day for square in found.squares] == [day("2022-01-21")]


def test_what_reaches_out_of_the_bounds_goes_on_in_an_arrow():
    ends = {bar.event_id: (bar.left, bar.right) for bar in bounded().bars}
    assert ends["early"] == ("arrow", "arrow")
    assert ends["exercise"] == ("soft", "arrow")
    assert ends["talks"] == ("hard", "hard")


@settings(max_examples=60)
@given(items(), coverages(), st.tuples(DAYS, DAYS).map(sorted).map(tuple))
def test_any_bounds_are_kept_and_every_event_in_them_is_drawn_or_counted(events, articles, bounds):
    found = lay_out(events, LANES, articles, bounds=bounds)
    axis = found.axis
    assert (axis.stretches[0].first, axis.stretches[-1].last) == bounds
    assert axis.units * axis.day_px == pytest.approx(WIDTH)
    inside = [
        event
        for event in events
        if event.dated
        and (event.first or event.last) <= bounds[1]
        and (event.last or event.first) >= bounds[0]
    ]
    assert len(found.items) + found.counted == len(inside)
    for bar in found.bars:
        assert bar.segments[0][0] >= -1e-6
        assert bar.segments[-1][1] <= axis.units + 1e-6
    for label in found.labels:
        low, high = extent(label, found)
        assert low >= -1e-6
        assert high <= WIDTH + 1e-6


@settings(max_examples=60)
@given(items(), coverages())
def test_no_caption_of_a_fold_lies_on_the_heading_of_a_lane(events, articles):
    found = lay_out(events, LANES, articles)
    if found.folds:
        first = found.folds[0].x0 * found.axis.day_px
        assert all(title_width(band.lane, band.note) <= first + 1e-6 for band in found.bands)


def test_a_fold_that_is_opened_is_to_scale_and_the_others_stay_folded():
    events = [*winter(), item("later", "2025-06-01")]
    closed = lay_out(events, LANES, four_articles())
    one, two = closed.folds
    opened = lay_out(events, LANES, four_articles(), opened=[two.first])
    (left,) = opened.folds
    assert left.first <= one.last
    assert opened.axis.visible(two.first, two.last)
    again = lay_out(events, LANES, four_articles(), opened=[])
    assert len(again.folds) == 2


def test_above_the_limit_events_are_counted_by_week_on_one_scale(monkeypatch):
    monkeypatch.setattr(layouts, "DRAWN", 150)
    found = lay_out(crowd(200), LANES)
    assert not found.marks
    assert not found.bars
    assert found.counted == sum(count.count for count in found.counts) == 200
    heights = {round((count.y1 - count.y0) / count.count, 6) for count in found.counts}
    assert len(heights) == 1
    words = bin_words(found.axis, "en")
    assert all(label.text.endswith(words) for label in found.labels)
    assert len(found.labels) == 4


def test_lanes_that_are_no_classes_have_each_its_own_scale_and_say_so(monkeypatch):
    monkeypatch.setattr(layouts, "DRAWN", 150)
    lanes = [Lane("few", "Kyiv"), Lane("many", "Nowhere", minor=True)]
    events = [
        replace(event, lane="few" if n < 20 else "many") for n, event in enumerate(crowd(200))
    ]
    found = lay_out(events, lanes)
    tops = {
        lane.key: max(count.y1 for count in found.counts if count.lane == lane.key)
        - min(count.y0 for count in found.counts if count.lane == lane.key)
        for lane in lanes
    }
    assert tops["few"] == pytest.approx(2 * tops["many"])
    peaks = [label.text for label in found.labels if label.role == "count"]
    assert len(peaks) == 2
    assert all(peak.endswith("own scale") for peak in peaks)


DAYS_SHOWN = day("2022-02-23"), day("2022-02-25")


def a_day(number: int) -> list[Item]:
    timed = [
        item("dawn", "2022-02-24", hours=(5 / 24, 5 / 24)),
        item("evening", "2022-02-24", hours=(17 / 24, 1.0)),
    ]
    return timed + [item(f"e{n}", "2022-02-24") for n in range(number - len(timed))]


def test_on_wide_days_what_has_an_hour_stands_at_it_and_nothing_else_at_noon():
    found = lay_out(a_day(9), LANES, bounds=DAYS_SHOWN)
    (mark,) = found.marks
    assert mark.event_id == "dawn"
    assert mark.x == pytest.approx(found.axis.unit(day("2022-02-24"), 5 / 24))
    assert {bar.left for bar in found.bars} == {bar.right for bar in found.bars} == {"soft"}
    assert "06:00" in [tick.text for tick in found.ticks]


def test_in_a_crowd_and_on_narrow_days_all_of_a_day_stand_in_the_middle_and_no_hour_is_shown():
    crowd = lay_out(a_day(layouts.LABELLED + 1), LANES, bounds=DAYS_SHOWN)
    narrow = lay_out(a_day(9), LANES, bounds=(day("2022-02-01"), day("2022-02-28")))
    for found in (crowd, narrow):
        assert {mark.x for mark in found.marks} == {found.axis.unit(day("2022-02-24"))}
        assert not any(":" in tick.text for tick in found.ticks)


def test_where_there_are_articles_alone_no_hour_is_shown():
    found = lay_out([], LANES, [article("2022-02-24")], bounds=DAYS_SHOWN)
    assert found.ticks
    assert not any(":" in tick.text for tick in found.ticks)


HOURS = st.sampled_from([None, (0.0, 0.5), (0.25, 0.25), (0.75, 1.0), (0.0, 0.0), (1.0, 1.0)])


@settings(max_examples=60)
@given(items(30), st.lists(HOURS, min_size=30, max_size=30), st.integers(0, 6), DAYS)
def test_on_an_hourly_axis_too_each_is_drawn_once_in_the_frame(events, told, length, first):
    week = first, first + timedelta(days=length)
    moved = [
        replace(event, first=first, last=first, hours=hours)
        if number % 2 and event.dated
        else event
        for number, (event, hours) in enumerate(zip(events, told, strict=False))
    ]
    found = lay_out(moved, LANES, bounds=week)
    drawn = [mark.event_id for mark in found.marks] + [bar.event_id for bar in found.bars]
    assert sorted(drawn) == sorted(found.items)
    for bar in found.bars:
        for low, high in bar.segments:
            assert 0 <= low <= high <= found.axis.units
    placed = [(label, *extent(label, found)) for label in found.labels]
    for (one, low, high), (two, other_low, other_high) in combinations(placed, 2):
        assert abs(one.y - two.y) >= 14 or high <= other_low or other_high <= low
