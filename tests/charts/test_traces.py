"""Status is drawn as shape: what happened is filled, what did not is hollow, dashed or crossed."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest

from corpus.charts import traces
from corpus.charts.records import Bar, CaptionLine, Fold, Mark
from corpus.charts.tokens import PALETTES
from corpus.model import STATUSES
from tests.charts.samples import day

INK = PALETTES["light"]


def bar(status="happened", left="hard", right="hard", segments=((10.0, 20.0),)):
    return Bar("e", segments, 50.0, 9.0, status, 1, left, right)


def fills(found):
    return [trace for trace in found if "fillcolor" in trace or "fillgradient" in trace]


def test_every_status_has_a_shape_of_its_own():
    marks = [Mark("e", 1.0, 2.0, status, 3, 10.0) for status in STATUSES]
    symbols = {trace["marker"]["symbol"] for trace in traces.marks(marks, INK)}
    assert len(symbols) == len(STATUSES) - 1
    ring = traces.dashed_ring(marks[3], INK)
    assert ring["type"] == "circle"
    assert ring["line"]["dash"].endswith("px")
    assert (ring["xsizemode"], ring["ysizemode"]) == ("pixel", "pixel")


def test_marks_look_the_same_selected_or_not():
    (trace,) = traces.marks([Mark("e", 1.0, 2.0, "happened", 1, 10.0)], INK)
    assert trace["selected"] == trace["unselected"] == {"marker": {"opacity": 1}}


def test_stated_days_are_filled_to_the_edge_and_unknown_ones_fade():
    (hard,) = traces.bar(bar(), 10, INK)
    assert "fillgradient" not in hard
    (soft,) = traces.bar(bar(left="soft", right="soft"), 10, INK)
    stops = soft["fillgradient"]["colorscale"]
    assert stops[0][1].endswith(",0)")
    assert stops[-1][1].endswith(",0)")
    assert [stop for stop, _ in stops] == sorted({stop for stop, _ in stops})


def test_a_torn_end_does_not_fade():
    (trace,) = traces.bar(bar(left="soft", right="torn"), 10, INK)
    assert trace["fillgradient"]["colorscale"][-1][1].endswith("0.82)")


@pytest.mark.parametrize("status", ["planned", "conditional", "denied", "claimed"])
def test_what_did_not_happen_is_hollow(status):
    assert not fills(traces.bar(bar(status), 10, INK))
    faint = fills(traces.bar(bar(status, "soft", "soft"), 10, INK))
    assert all("0.28)" in trace["fillgradient"]["colorscale"][1][1] for trace in faint)


def test_conditional_bars_are_dashed_and_denied_ones_crossed():
    (outline,) = traces.bar(bar("conditional"), 10, INK)
    assert outline["line"]["dash"] != "solid"
    (_, sign) = traces.bar(bar("denied"), 10, INK)
    assert sign["marker"]["symbol"] == ["x-thin-open"]
    assert sign["x"] == [15.0]


def test_a_bar_that_goes_on_has_an_arrow_inside_the_frame():
    (_, arrows) = traces.bar(bar(left="open", right="arrow"), 10, INK)
    assert arrows["marker"]["symbol"] == ["triangle-left", "triangle-right"]
    assert 10 < arrows["x"][0] < arrows["x"][1] < 20


def test_a_bar_cut_by_a_fold_is_drawn_on_both_sides_and_open_at_the_cut():
    found = traces.bar(bar("planned", segments=((10.0, 20.0), (30.0, 40.0))), 10, INK)
    assert len(found) == 2
    left, right = (list(zip(trace["x"], trace["y"], strict=True)) for trace in found)
    uprights = [
        x for path in (left, right) for (x, y), (x2, y2) in pairwise(path) if x == x2 and y != y2
    ]
    assert set(uprights) == {10.0, 40.0}


def test_a_fold_is_hatched_between_two_torn_edges():
    fold = Fold(
        5.0, 15.0, day("2022-02-01"), day("2024-05-01"), (CaptionLine("x", "title"),), False
    )
    ground, left, right = traces.hatch(fold, 100.0, 10.0, INK)
    assert ground["fillpattern"]["shape"] == "/"
    for edge, x in ((left, 5.0), (right, 15.0)):
        assert set(edge["y"]) <= set(ground["y"])
        assert max(edge["y"]) == 100.0
        assert {round(place - x, 3) for place in edge["x"]} == {-0.3, 0.3}


def test_only_what_answers_to_the_pointer_has_a_hover_text():
    quiet = chain(
        traces.bar(bar("denied", "soft", "arrow"), 10, INK),
        traces.marks([Mark("e", 1.0, 2.0, "happened", 1, 10.0)], INK),
        [traces.lines([(0, 0, 1, 1)], INK.hair, 1)],
    )
    assert all(trace["hoverinfo"] == "skip" for trace in quiet)
