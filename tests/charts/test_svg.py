"""The page for print is the same layout: everything in it, nothing outside it, words as words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings

from corpus.charts import layout as layouts
from corpus.charts.layout import lay_out
from corpus.charts.records import Milestone
from corpus.charts.svg import HIGH, MARGIN, WIDE, Page, fitted, timeline_svg
from corpus.charts.terms import term
from corpus.charts.tokens import AXIS_HEAD, PALETTES, SANS, SERIF
from corpus.charts.typesetting import text_width
from tests.charts.samples import LANES, coverages, day, four_articles, item, items, winter

SVG = "{http://www.w3.org/2000/svg}"
PAGE = Page("Talks, then 843 days without an article", "Russia and others", "Source: Al Jazeera")
KNOWN = [
    Milestone(day("2022-01-26"), "Written answers", "https://example.org/a"),
    Milestone(day("2022-02-24"), "Russia invades Ukraine", "https://example.org/b"),
]


def winter_layout(language="en"):
    return lay_out(winter(), LANES, four_articles(), language, known=KNOWN)


def classes(root) -> Counter[str]:
    """Of the chart; the key below it is drawn of the same marks."""
    (chart,) = [node for node in root.iter(f"{SVG}g") if node.get("class") == "chart"]
    return Counter(node.get("class", "") for node in chart.iter())


def expected(layout) -> dict[str, int]:
    return {
        "mark": len(layout.marks),
        "bar": len(layout.bars),
        "label": len(layout.labels),
        "fold": len(layout.folds),
        "tick": len(layout.ticks),
        "heading": len(layout.headings),
        "stem": len(layout.stems),
        "count": len(layout.counts),
        "square": len(layout.squares),
        "diamond": len(layout.diamonds),
        "lane": len(layout.bands) + bool(layout.height),
    }


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("theme", PALETTES)
def test_everything_of_the_layout_is_drawn_once_and_written_as_text(theme, language):
    layout = winter_layout(language)
    root = fromstring(timeline_svg(layout, PAGE, theme))
    found = classes(root)
    assert {kind: found[kind] for kind in expected(layout)} == expected(layout)
    said = Counter("".join(node.itertext()) for node in root.iter(f"{SVG}text"))
    for text in (*layout.labels, *layout.headings, *layout.folds[0].caption):
        assert said[text.text] >= 1
    assert root.findtext(f"{SVG}title") == PAGE.title
    assert PAGE.source in root.findtext(f"{SVG}desc")
    assert root.get("font-family") == SANS
    assert SERIF in {node.get("font-family") for node in root.iter()}
    colours = {node.get("fill") for node in root.iter()}
    assert PALETTES[theme].page in colours


@settings(max_examples=40, deadline=None)
@given(items(), coverages())
def test_any_layout_is_well_formed_and_within_the_page(events, articles):
    layout = lay_out(events, LANES, articles, known=KNOWN)
    root = fromstring(timeline_svg(layout, PAGE))
    found = classes(root)
    assert {kind: found[kind] for kind in expected(layout)} == expected(layout)
    (chart,) = [node for node in root.iter(f"{SVG}g") if node.get("class") == "chart"]
    x, y, scale = map(float, re.findall(r"-?[\d.]+", chart.get("transform")))
    assert x >= MARGIN
    assert x + layout.axis.units * layout.axis.day_px * scale <= WIDE - MARGIN + 0.5
    assert y - AXIS_HEAD * scale >= MARGIN
    assert y + layout.height * scale <= HIGH - MARGIN
    wide, high = layout.axis.units * layout.axis.day_px, layout.height
    for node in chart.iter():
        for key, most in (("x", wide), ("x1", wide), ("cx", wide)):
            assert -12 <= float(node.get(key, 0)) <= most + 12
        for key in ("y", "y1", "cy"):
            assert -AXIS_HEAD - 1 <= float(node.get(key, 0)) <= high + 8


def test_columns_are_drawn_too(monkeypatch):
    monkeypatch.setattr(layouts, "DRAWN", 5)
    layout = winter_layout()
    assert layout.counts
    assert classes(fromstring(timeline_svg(layout, PAGE)))["count"] == len(layout.counts)


def test_hostile_text_stays_text_and_what_xml_has_not_is_replaced():
    hostile = '<script>alert(1)</script> & "x" \x00\x0b\ud800'
    layout = lay_out([item("e", "2022-01-21", label=hostile)], LANES)
    written = timeline_svg(layout, Page(hostile, hostile, hostile), links={"e": hostile})
    root = fromstring(written)
    assert not list(root.iter(f"{SVG}script"))
    assert "alert(1)" in root.findtext(f"{SVG}title")
    written.encode("utf-8")


def test_a_mark_leads_to_its_event_if_it_is_given_an_address():
    layout = winter_layout()
    links = {key: f"https://example.org/?event={key}" for key in layout.items}
    root = fromstring(timeline_svg(layout, PAGE, links=links))
    assert {node.get("href") for node in root.iter(f"{SVG}a")} == set(links.values())
    assert not list(fromstring(timeline_svg(layout, PAGE)).iter(f"{SVG}a"))


def test_the_page_has_a_key_of_the_shapes_on_it_and_of_no_others():
    layout = winter_layout()
    root = fromstring(timeline_svg(layout, PAGE))
    (key,) = [node for node in root.iter(f"{SVG}g") if node.get("class") == "key"]
    said = {"".join(node.itertext()) for node in key.iter(f"{SVG}text")}
    shown = {thing.status for thing in (*layout.marks, *layout.bars)}
    assert {term(f"status_{status}", "en") for status in shown} <= said
    assert len(said) == len(shown) + 2, "and the soft bar, and what is not drawn"
    assert "not drawn: 1 event" in said


def test_the_key_on_paper_speaks_of_size_only_where_sizes_differ():
    many = [replace(item("e1", "2022-01-21"), sources=4), item("e2", "2022-01-23")]
    for events, expected in ((many, True), (many[:1], False)):
        root = fromstring(timeline_svg(lay_out(events, LANES), PAGE))
        said = {"".join(node.itertext()) for node in root.iter(f"{SVG}text")}
        assert (term("larger", "en") in said) is expected


def test_words_around_the_chart_are_wrapped_and_never_longer_than_the_page():
    source = "Al Jazeera (14 May 2024), Financial Times (21 Jan 2022), " * 40
    root = fromstring(timeline_svg(winter_layout(), Page("Talks", "Russia", source)))
    lines = [node.text for node in root.iter(f"{SVG}text") if node.get("class") == "words"]
    assert len(lines) == 5
    assert lines[-1].endswith(" …")
    assert all(text_width(line, 12) < 0.95 * (WIDE - 2 * MARGIN) for line in lines[2:])


def test_a_chip_covers_its_words():
    layout = lay_out([item("e", "2022-01-21", conflict="3 Mar or 9 Mar")], LANES)
    root = fromstring(timeline_svg(layout, PAGE))
    (chip,) = [node for node in root.iter(f"{SVG}rect") if node.get("class") == "chip"]
    (words,) = [node for node in root.iter(f"{SVG}text") if node.text == "≠ 3 Mar or 9 Mar"]
    low, wide = float(chip.get("x")), float(chip.get("width"))
    x, long = float(words.get("x")), float(words.get("textLength"))
    begin = x if words.get("text-anchor") == "start" else x - long
    assert low <= begin - 3
    assert begin + long + 3 <= low + wide


def test_of_several_widths_the_one_that_fills_the_page_is_printed():
    tried = []

    def drawn(width):
        tried.append(width)
        return lay_out(winter(), LANES, four_articles(), width=width)

    best = fitted(drawn, PAGE)
    root = fromstring(timeline_svg(best, PAGE))
    (chart,) = [node for node in root.iter(f"{SVG}g") if node.get("class") == "chart"]
    scale = float(re.findall(r"[\d.]+", chart.get("transform"))[-1])
    assert len(tried) > 3
    assert best.axis.units * best.axis.day_px * scale > 0.93 * (WIDE - 2 * MARGIN)
