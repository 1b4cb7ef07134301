"""Filters, the day of knowledge and the drawer's arrows, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from corpus.queries import in_order
from corpus.subset import as_known
from pages.parts.wording import say
from tests.archives import single
from tests.browser.seen import chosen, drawer, view
from tests.browser.serving import Server, served, settled

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on one article in English."""
    folder = tmp_path_factory.mktemp("single")
    single(folder)
    with served(folder) as running:
        yield running


def arrived(page: Page, address: str) -> Page:
    page.wait_for_url(address)
    return settled(page)


def test_an_event_vanishes_on_the_day_before_it_was_told_and_comes_back(visit, server, seeds):
    early, late = (
        set(as_known(seeds, day.date()).events["event_id"])
        for day in sorted(seeds.articles["published_day"])[1:3]
    )
    assert early < late
    page = visit(f"{server.address}/?lang=en&known=2022-01-21")
    assert set(chosen(page)) == late
    page.locator(".st-key-known_back button").click()
    assert set(chosen(arrived(page, "**known=2022-01-03**"))) == early
    scope = page.locator("header .dl-sub")
    expect(scope).to_contain_text("as known on 3 Jan 2022: 2 of 4 articles")
    page.locator(".st-key-known_on button").click()
    assert set(chosen(arrived(page, "**known=2022-01-21**"))) == late
    page.go_back()
    assert set(chosen(arrived(page, "**known=2022-01-03**"))) == early


def test_a_chip_takes_off_its_own_filter(visit, server):
    page = visit(f"{server.address}/?lang=en&party=RUS&status=planned&q=talks")
    few = chosen(page)
    page.get_by_role("button", name="Status: planned").click()
    page.wait_for_url(lambda url: "status" not in url)
    settled(page)
    assert view(page) == {"lang": "en", "party": "RUS", "q": "talks"}
    assert set(few) < set(chosen(page))


def test_arrow_keys_step_from_event_to_event_in_the_drawer(visit, server, seeds):
    planned = seeds.events[seeds.events["status"] == "planned"]
    path = in_order(planned)["event_id"].tolist()
    labels = dict(zip(planned["event_id"], planned["label_en"], strict=True))
    page = visit(f"{server.address}/?lang=en&status=planned&event={path[0]}")
    for key, event_id in (("ArrowRight", path[1]), ("ArrowRight", path[2]), ("ArrowLeft", path[1])):
        page.keyboard.press(key)
        arrived(page, f"**event={event_id}**")
        expect(drawer(page).locator("h2.dl-event")).to_have_text(labels[event_id])
    link = drawer(page).get_by_role("link", name=say("drawer_link", "en"))
    own = link.evaluate("node => node.href")
    page.keyboard.press("Escape")
    expect(drawer(page)).to_have_count(0)
    again = visit(own)
    expect(drawer(again).locator("h2.dl-event")).to_have_text(labels[path[1]])


def test_a_search_in_chinese_finds_what_is_told_in_english_only(visit, english):
    page = visit(f"{english.address}/?lang=zh")
    box = page.get_by_role("searchbox").or_(page.get_by_placeholder(say("filter_search", "zh")))
    found = chosen(page)
    box.first.fill("布林肯 基辅")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=**")
    settled(page)
    assert chosen(page) == found
    box.first.fill("拉夫罗夫")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status] li")).to_contain_text(say("filter_search", "zh"))


@pytest.mark.parametrize("name", ["", "sources"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_filter_row_is_one_row_on_a_wide_window(visit, server, name, language):
    page = visit(f"{server.address}/{name}?lang={language}")
    tops = page.locator(".st-key-controls > *").evaluate_all(
        "all => all.map(n => n.getBoundingClientRect()).map(box => box.y + box.height / 2)"
    )
    assert max(tops) - min(tops) < 12


def test_filters_are_reached_by_keyboard(visit, server):
    page = visit(f"{server.address}/?lang=en&party=RUS")
    reached = []
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.innerText || document.activeElement.type")
        )
    said = " ".join(reached)
    for words in ("Parties: 1", "As known on", "Parties: Russia", say("filter_clear", "en")):
        assert words in said, reached
