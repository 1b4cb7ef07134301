"""A long list shows its first items, counts the rest and says what was not sent."""

from __future__ import annotations

from functools import partial

import pytest
from bs4 import BeautifulSoup

from corpus.tables import Tables
from pages.parts.event_tellings import speaker
from pages.parts.folded import folded, rows_cut
from pages.parts.markup import tag
from pages.parts.wording import say
from tests.pages.samples import framed

FRAME = framed(Tables.of({}))
ITEMS = [tag("li", f"item {n}") for n in range(5)]


def parsed(markup: str) -> BeautifulSoup:
    return BeautifulSoup(markup, "html.parser")


@pytest.mark.parametrize("opened", [5, 6])
def test_what_has_room_is_one_list_without_a_heading(opened):
    page = parsed(folded(FRAME, ITEMS, opened, "rows_more"))
    assert len(page.select("ul.dl-rows > li")) == 5
    assert page.select("details") == []


@pytest.mark.parametrize(("total", "hidden"), [(0, 3), (5, 3), (1200, 1198)])
def test_the_heading_counts_all_that_does_not_stand_open(total, hidden):
    cut = rows_cut(FRAME, total - len(ITEMS))
    page = parsed(folded(FRAME, ITEMS, 2, "rows_more", partial(tag, "ol"), total, cut))
    assert [len(shown.select("li")) for shown in page.select("ol")] == [2, 3]
    assert page.select_one("summary").get_text() == say("rows_more", "en", n=f"{hidden:,}")
    said = [p.get_text() for p in page.select("details > p")]
    assert said == ([say("rows_cut", "en", n="1,195")] if total == 1200 else [])


def test_what_was_not_sent_is_counted_though_nothing_was():
    page = parsed(folded(FRAME, [], 2, "rows_more", total=7, cut=rows_cut(FRAME, 7)))
    assert page.select_one("summary").get_text() == say("rows_more", "en", n="5")
    assert page.select_one("details > p").get_text() == say("rows_cut", "en", n="7")


@pytest.mark.parametrize("code", ["", "narration"])
def test_where_nobody_is_named_the_article_speaks(code):
    assert speaker(FRAME, code) == say("narration", "en")
    assert speaker(FRAME, "RUS GOV Vladimir Putin") == "Vladimir Putin"
