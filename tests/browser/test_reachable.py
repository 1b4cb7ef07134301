"""What a screen reader is told of the timeline and its drawer: headings, names, languages."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
HAN, LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]")
#: a line of a snapshot that tells of something to be operated
CONTROL = re.compile(
    r"- '?(button|link|radio|radiogroup|switch|checkbox|combobox|textbox|slider)\b(?: \"(.*?)\")?"
)
#: the choice of a language is named in that language, scales have the names of their makers; the
#: first link is Streamlit's and knows no Chinese
PROPER = {"EN", "中文", "PLOVER", "Goldstein", "Skip to main content"}
VIEWS = ["", "&form=list"]


def names(page: Page) -> list[tuple[str, str]]:
    """Role and name of every control."""
    told = page.locator("body").aria_snapshot()
    return [(found[1], found[2] or "") for found in CONTROL.finditer(told)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", VIEWS)
def test_headings_descend_one_by_one_from_the_finding(visit, server, language, form):
    page = visit(f"{server.address}/?lang={language}{form}")
    expect(page.locator("html")).to_have_attribute("lang", language)
    headings = page.get_by_role("heading").all()
    levels = [int(heading.evaluate("node => node.tagName[1]")) for heading in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert len(levels) > 2
    assert all(low - high <= 1 for high, low in pairwise(levels))
    assert all(heading.inner_text().strip() for heading in headings)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", VIEWS)
def test_every_control_has_a_name_in_the_language_of_the_page(visit, server, language, form):
    found = names(visit(f"{server.address}/?lang={language}{form}"))
    assert len(found) > 15
    assert [role for role, name in found if not name] == []
    wrong = LATIN if language == "zh" else HAN
    right = HAN if language == "zh" else LATIN
    foreign = [name for _, name in found if wrong.search(name) and not right.search(name)]
    assert set(foreign) <= PROPER


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_chart_says_what_it_shows(visit, server, language):
    page = visit(f"{server.address}/?lang={language}")
    charts = page.get_by_role("figure").all()
    said = [chart.get_attribute("aria-label") or "" for chart in charts]
    assert len(said) >= 2
    script = HAN if language == "zh" else LATIN
    assert all(script.search(text) and re.search(r"\d", text) for text in said)


def test_every_table_has_a_name_and_every_column_a_heading(visit, server):
    page = visit(f"{server.address}/?lang=en")
    tables = page.get_by_role("table").all()
    assert tables
    for table in tables:
        assert table.get_attribute("aria-label")
        heads = table.get_by_role("columnheader").all_inner_texts()
        assert heads
        assert all(heads)


def test_what_is_said_in_another_language_says_in_which(visit, server, seeds):
    spoken = dict(zip(seeds.mentions["quote"], seeds.mentions["language"], strict=True))
    bilingual = seeds.mentions.groupby("event_id")["language"].nunique()
    event = bilingual[bilingual > 1].index[0]
    seen = set()
    for address in ("?lang=zh&form=list", f"?lang=en&event={event}"):
        page = visit(f"{server.address}/{address}")
        if "event=" in address:
            expect(page.get_by_role("dialog").locator("blockquote").first).to_be_visible()
        # what is folded away is no less on the page
        quotes = page.locator("blockquote").evaluate_all(
            "all => all.map(quote => [quote.textContent, quote.closest('[lang]').lang])"
        )
        assert quotes
        assert all(spoken[text] == language for text, language in quotes)
        seen |= {language for _, language in quotes}
    assert seen == {"en", "zh"}


def test_the_drawer_is_a_named_dialog_that_the_keyboard_reaches_and_leaves(visit, server, seeds):
    event = seeds.events["event_id"].iloc[0]
    page = visit(f"{server.address}/?lang=en&event={event}")
    drawer = page.get_by_role("dialog")
    expect(drawer).to_have_accessible_name(re.compile(r"\w"))
    for _ in range(10):
        page.keyboard.press("Tab")
        inside = page.evaluate("!!document.activeElement.closest('[role=dialog]')")
        assert inside, "the focus left the open drawer"
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
