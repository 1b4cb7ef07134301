"""Size says how many sources tell an event: in three steps, alike for all shapes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from corpus.charts import tokens, traces
from corpus.charts.layout import lay_out
from corpus.charts.records import Mark
from corpus.charts.sizes import dashes, size, sized
from corpus.charts.throngs import throng
from corpus.charts.tokens import PALETTES
from corpus.model import STATUSES
from tests.charts.samples import LANES, item, winter

INK = PALETTES["light"]


def told_by(*sources):
    """An event a day, each told by so many."""
    return [
        replace(item(f"e{n}", f"2022-01-{n + 1:02}"), sources=told)
        for n, told in enumerate(sources)
    ]


@pytest.mark.parametrize(
    ("sources", "wide"), [(1, 10.0), (2, 13.0), (3, 13.0), (4, 16.0), (60, 16.0)]
)
def test_more_sources_make_a_larger_mark(sources, wide):
    (mark,) = lay_out(told_by(sources), LANES).marks
    assert mark.size == wide == size(sources)


def test_in_a_crowd_beads_are_smaller_in_the_same_steps():
    busy = [replace(item(f"e{n}", "2022-01-21"), sources=n % 5, salience=0) for n in range(95)]
    found = lay_out(busy, LANES)
    beads = {
        found.items[mark.event_id].sources: mark.size
        for mark in found.marks
        if mark.event_id not in {label.event_id for label in found.labels}
    }
    assert [beads[sources] for sources in sorted(beads)] == [7.0, 7.0, 8.5, 8.5, 10.0]


def test_no_mark_reaches_into_the_next_row_or_its_own_label():
    largest = tokens.MARKS[-1] * tokens.RING
    assert largest < tokens.ROW
    assert largest / 2 < tokens.OFFSET
    assert tokens.BEADS[-1] * tokens.RING <= tokens.DENSE_ROW + 1e-9


def test_two_large_marks_in_one_row_do_not_touch():
    days = [replace(item(f"e{n}", f"2022-01-{n + 1:02}", label=""), sources=9) for n in range(28)]
    found = lay_out(days, LANES)
    rows: dict[float, list[float]] = {}
    for mark in found.marks:
        rows.setdefault(mark.y, []).append(mark.x * found.axis.day_px)
    assert any(len(row) > 1 for row in rows.values())
    for row in rows.values():
        row.sort()
        for one, two in pairwise(row):
            assert two - one >= tokens.MARKS[-1] * tokens.RING


def test_a_ring_and_a_disc_of_one_size_look_as_large():
    for wide in (*tokens.MARKS, *tokens.BEADS):
        for status in STATUSES:
            mark = Mark("e", 1.0, 2.0, status, 1, wide)
            if status == "conditional":
                ring = traces.dashed_ring(mark, INK)
                seen = 2 * ring["x1"] + ring["line"]["width"]
            else:
                (trace,) = traces.marks([mark], INK)
                line = trace["marker"]["line"]
                sign = -1 if line["color"] == INK.page else 1
                seen = trace["marker"]["size"] + sign * line["width"]
            assert wide <= seen + 0.01 <= wide * 1.2


def test_whole_dashes_close_a_ring():
    dash, gap = dashes(5.0)
    assert dash > gap
    rounds = 2 * 3.14159265 * 5.0 / (dash + gap)
    assert rounds == pytest.approx(round(rounds))


@pytest.mark.parametrize(
    ("sources", "expected"), [((1, 1), False), ((2, 3), False), ((1, 2), True), ((3, 4), True)]
)
def test_the_key_speaks_of_size_only_where_sizes_differ(sources, expected):
    assert sized(lay_out(told_by(*sources), LANES)) is expected


def test_bars_and_columns_have_no_size():
    bars = [
        replace(item("a", "2022-01-03", "2022-01-09"), sources=1),
        replace(item("b", "2022-01-03", "2022-01-09"), sources=9),
    ]
    found = lay_out(bars, LANES)
    assert len({bar.height for bar in found.bars}) == 1
    assert not sized(found)
    crowd = throng([event for event in winter() if event.dated], LANES)
    assert not sized(lay_out(crowd, LANES))
