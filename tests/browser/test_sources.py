"""Ways through the Sources in a real browser: compare two, switch one off, open a thread, a bar."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from corpus.storylines import storylines
from pages.parts.tellings import outlet
from pages.parts.wording import say
from tests.browser.seen import PHONE, lit, view
from tests.browser.serving import settled

pytestmark = pytest.mark.browser


def test_from_a_row_of_the_matrix_to_two_tellings_and_back(visit, server, seeds):
    page = visit(f"{server.address}/sources?lang=en")
    event = seeds.events[seeds.events["outlets"].map(len) > 1].iloc[0]
    page.locator("tbody td.dl-n a").first.click()
    page.wait_for_url("**event=**")
    settled(page)
    assert view(page) == {"lang": "en", "event": event["event_id"]}
    expect(page.get_by_role("heading", name=say("pair_title", "en"))).to_be_in_viewport()
    other = page.get_by_role("combobox").nth(1).input_value()
    assert other in {outlet(code, "en") for code in event["outlets"]}
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name=other, exact=True).click()
    page.wait_for_url("**compare=**")
    settled(page)
    assert sorted(view(page)["compare"].split(",")) == sorted(event["outlets"][:2])
    again = visit(page.url)
    assert (
        again.locator(".dl-pairs blockquote").first.inner_text()
        == page.locator(".dl-pairs blockquote").first.inner_text()
    )
    page.get_by_role("button", name=say("pair_close", "en")).click()
    expect(page.get_by_role("heading", name=say("pair_title", "en"))).to_have_count(0)
    settled(page)
    assert view(page) == {"lang": "en"}


def test_an_outlet_is_switched_off_and_on_again(visit, server, seeds):
    page = visit(f"{server.address}/sources?lang=en")
    columns = page.locator("thead th.dl-cell")
    expect(columns).to_have_count(seeds.articles["outlet_id"].nunique())
    page.get_by_role("button", name=say("off", "en")).click()
    panel = page.get_by_test_id("stPopoverBody")
    panel.get_by_role("button", name=outlet("ft", "en")).click()
    page.wait_for_url("**off=ft**")
    settled(page)
    expect(columns).to_have_count(seeds.articles["outlet_id"].nunique() - 1)
    title = say("lost_title", "en", outlets=outlet("ft", "en"))
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    panel.get_by_role("button", name=outlet("ft", "en")).click()
    page.wait_for_url(re.compile("lang=en$"))
    settled(page)
    expect(columns).to_have_count(seeds.articles["outlet_id"].nunique())


def test_a_thread_opens_and_is_brought_into_view(visit, server, seeds):
    page = visit(f"{server.address}/sources?lang=en")
    line = storylines(seeds).lines.sort_values("events").iloc[0]
    page.locator(f"a[href*='story={line['storyline_id']}']").click()
    page.wait_for_url("**story=**")
    settled(page)
    expect(page.locator("#lit")).to_have_text(line["title_en"])
    expect(page.locator("#lit")).to_be_in_viewport()
    expect(page.locator(".dl-thread > li")).to_have_count(int(line["events"]))


@pytest.mark.parametrize("window", [{}, PHONE], ids=["desk", "phone"])
def test_a_bar_of_the_ledger_leads_to_its_sentence(visit, server, seeds, window):
    page = visit(f"{server.address}/sources?lang=en", **window)
    page.locator("a.dl-figure").first.click()
    page.wait_for_url("**/article?**")
    settled(page)
    sentences = dict(zip(seeds.mentions["mention_id"], seeds.mentions["quote"], strict=True))
    assert lit(page) == sentences[view(page)["mention"]]
    expect(page.locator("#lit")).to_be_in_viewport()


def test_no_words_of_the_matrix_and_the_ledger_are_cut_off_or_overlap(visit, server):
    page = visit(f"{server.address}/sources?lang=en")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.dl-who th, .dl-who td, .dl-figure > span')]
            .filter(node => node.scrollWidth > node.clientWidth + 1)
            .map(node => node.textContent.slice(0, 60))"""
    )
    assert cut == []
    wide = "node => node.scrollWidth - node.clientWidth"
    assert page.locator(".dl-scroll").first.evaluate(wide) <= 1
    ticks = page.locator(".dl-axis .dl-track span").evaluate_all(
        "all => all.map(node => node.getBoundingClientRect()).map(box => [box.left, box.right])"
    )
    assert all(left[1] < right[0] for left, right in pairwise(ticks))
