"""The figure is composed: no chrome of plotly's, one unit a pixel, ids as plain strings."""

from __future__ import annotations

import json

import pytest

from corpus.charts import layout as layouts
from corpus.charts.layout import lay_out
from corpus.charts.records import Card
from corpus.charts.timeline import CONFIG, timeline_figure
from corpus.charts.tokens import AXIS_HEAD, PALETTES
from tests.charts.samples import LANES, article, four_articles, item, winter


def spec(events=None, articles=None, theme="light", language="en"):
    found = lay_out(
        winter() if events is None else events,
        LANES,
        four_articles() if articles is None else articles,
        language,
    )
    return found, json.loads(timeline_figure(found, theme).to_json())


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_figure_has_no_legend_no_axes_no_zoom(theme, language):
    _, figure = spec(theme=theme, language=language)
    layout = figure["layout"]
    assert layout["showlegend"] is False
    assert layout["dragmode"] is False
    assert CONFIG["displayModeBar"] is False
    for axis in (layout["xaxis"], layout["yaxis"]):
        assert axis["visible"] is False
        assert axis["fixedrange"] is True
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == PALETTES[theme].page


def test_one_unit_of_y_is_one_pixel():
    found, figure = spec()
    top, bottom = figure["layout"]["yaxis"]["range"][::-1]
    assert (top, bottom) == (-AXIS_HEAD, found.height)
    margin = figure["layout"]["margin"]
    assert figure["layout"]["height"] - margin["b"] - margin["t"] == bottom - top
    assert figure["layout"]["xaxis"]["range"] == [0, found.axis.units]


def test_a_click_finds_the_event_by_a_plain_string():
    found, figure = spec()
    hits = [trace for trace in figure["data"] if trace.get("hoverinfo") == "text"]
    ids = [one for trace in hits for one in trace.get("customdata", [])]
    assert all(isinstance(one, str) for one in ids)
    assert set(ids) == set(found.items) | {a.article_id for a in four_articles()}
    for trace in hits:
        assert len(trace["customdata"]) == len(trace["x"]) == len(trace["hovertext"])


def test_nothing_dims_when_something_is_selected():
    _, figure = spec()
    for trace in figure["data"]:
        if trace.get("mode") == "markers":
            assert trace["selected"]["marker"] == trace["unselected"]["marker"]


def test_the_border_of_a_hover_card_has_the_colour_of_the_class():
    found, figure = spec()
    colours = {
        one: trace["hoverlabel"]["bordercolor"]
        for trace in figure["data"]
        for one in trace.get("customdata", [])
        if one in found.items
    }
    assert set(colours) == set(found.items)
    for one, color in colours.items():
        assert color == PALETTES["light"].of_class(found.items[one].quad_class)


def test_every_label_is_written_once_at_its_place():
    found, figure = spec()
    texts = figure["layout"]["annotations"]
    for label in found.labels:
        (written,) = [
            text
            for text in texts
            if (text["x"], text["y"], text.get("xshift")) == (label.x, label.y, label.dx)
        ]
        assert label.text.replace("&", "&amp;") in written["text"]
        assert written["showarrow"] is False


def test_the_marker_colour_is_kept_for_disagreements():
    _, figure = spec()
    marked = [
        text["text"]
        for text in figure["layout"]["annotations"]
        if text.get("bgcolor") == PALETTES["light"].marker
    ]
    assert len(marked) == 1
    assert "≠ 9 or 9–10 Jan" in marked[0]
    assert json.dumps(figure).count(PALETTES["light"].marker) == 1


def test_text_of_articles_reaches_the_figure_escaped():
    hostile = "<img src=x onerror=alert(1)> <b>&amp; $x$"
    _, figure = spec(
        [item("e", "2022-01-21", label=hostile, conflict=hostile, card=Card(quote=hostile))],
        [article("2022-01-21", hostile)],
    )
    text = json.dumps(figure)
    assert "<img" not in text
    assert "$x$" not in text
    assert "&lt;img" in text


@pytest.mark.parametrize("events", [[], [item("e", None, None)], [item("e", "2022-01-21")]])
@pytest.mark.parametrize("articles", [[], four_articles()])
def test_little_or_nothing_makes_a_figure_too(events, articles):
    _, figure = spec(events, articles)
    assert figure["layout"]["height"] > 0


def test_counts_answer_to_the_pointer(monkeypatch):
    monkeypatch.setattr(layouts, "DRAWN", 3)
    found, figure = spec()
    columns = [trace for trace in figure["data"] if trace["type"] == "bar"]
    assert sum(len(trace["hovertext"]) for trace in columns) == len(found.counts)
    assert any("1 event<" in text for trace in columns for text in trace["hovertext"])
