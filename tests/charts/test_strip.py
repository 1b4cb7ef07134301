"""The slim timeline shows every event as a bead above the axis, and lights one."""

from __future__ import annotations

import pytest

from corpus.charts.strip import strip, strip_figure
from corpus.charts.tokens import PALETTES
from tests.charts.samples import article, four_articles, item, winter


def lit(figure):
    return [t for t in figure.data if t.marker.color == PALETTES["light"].marker]


def test_it_bears_no_label_and_folds_as_the_timeline_does():
    layout = strip(winter(), four_articles(), "en")
    assert not any(label.role in ("main", "minor", "chip") for label in layout.labels)
    assert {mark.event_id for mark in layout.marks} | {bar.event_id for bar in layout.bars} == {
        event.event_id for event in winter() if event.dated
    }
    assert [fold.caption[0].text for fold in layout.folds] == ["843 days"]
    texts = [note.text for note in strip_figure(layout, "", "light").layout.annotations]
    assert any("843 days" in text for text in texts)


@pytest.mark.parametrize(
    "event", [e for e in winter() if e.dated], ids=lambda event: event.event_id
)
def test_the_event_that_is_shown_is_lit_where_it_stands_and_no_other(event):
    layout = strip(winter(), four_articles(), "en")
    (disc,) = lit(strip_figure(layout, event.event_id, "light"))
    (x,) = disc.x
    first, last = event.first or event.last, event.last or event.first
    assert layout.axis.unit(first, 0) <= x <= layout.axis.unit(last, 1)


def test_beads_rise_from_the_axis_and_stay_within_the_strip():
    events = [item(f"e{n}", "2022-01-21") for n in range(40)]
    figure = strip_figure(strip(events, [article("2022-01-22")], "en"), "e7", "light")
    low, high = figure.layout.yaxis.range
    heights = [y for trace in figure.data if trace.mode == "markers" for y in trace.y]
    assert min(heights) > 0
    assert low < 0 < max(heights) < high


def test_an_archive_without_dated_events_has_an_empty_strip():
    figure = strip_figure(strip([], [], "en"), "e1", "dark")
    assert all(not len(trace.x or ()) for trace in lit(figure))
