"""Adding files in a real browser: what is told, what is kept, and what is found again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from corpus.tables import Tables, save
from pages.parts.wording import say
from tests.archives import ATTACKS, GOOD, SEEDS
from tests.browser.serving import Server, served, settled

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the seeds that a test may write to."""
    return Path(shutil.copytree(SEEDS, tmp_path / "articles"))


@pytest.fixture
def own(folder: Path) -> Iterator[Server]:
    """The dashboard on a folder of articles."""
    with served(folder) as running:
        yield running


@pytest.fixture
def finished(tmp_path: Path, seeds: Tables) -> Iterator[Server]:
    """The dashboard on a finished build, which nothing is written to."""
    save(seeds, tmp_path / "build")
    with served(tmp_path / "build") as running:
        yield running


def drop(page: Page, *files: tuple[str, bytes]) -> None:
    """Hand files to the uploader and wait for what becomes of them."""
    given = [{"name": name, "mimeType": "text/plain", "buffer": data} for name, data in files]
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(given)
    expect(page.locator(".dl-report")).to_contain_text(files[0][0])
    settled(page)


def test_a_good_file_and_a_bad_one_are_told_and_the_article_is_found(own, visit, folder):
    page = visit(f"{own.address}/archive?lang=en")
    expect(page.get_by_text(str(folder))).to_be_visible()
    drop(page, ("minsk.md", GOOD), ("broken.md", b""))
    report = page.locator(".dl-report")
    expect(report).to_contain_text("1 article, 1 event")
    expect(report).to_contain_text(say("upload_refused", "en"))
    expect(page.locator("h1")).to_contain_text("6 files gave 5 articles; 1 could not be read")
    assert (folder / "minsk.md").read_bytes() == GOOD
    assert (folder / "broken.md").read_bytes() == b""
    report.get_by_role("link", name="Lavrov visits Minsk").click()
    page.wait_for_url("**/article?**")
    settled(page)
    expect(page.get_by_text("Alexander Lukashenko").first).to_be_visible()
    page.go_back()
    page.wait_for_url("**/archive?**")
    settled(page)
    expect(page.locator("section#refused")).to_contain_text("broken.md")


def test_what_is_not_written_outlasts_a_link_and_a_reload_and_is_seen_by_nobody_else(
    finished, visit, browser
):
    page = visit(f"{finished.address}/archive?lang=en")
    drop(page, ("minsk.md", GOOD))
    page.locator(".dl-report").get_by_role("link", name="Lavrov visits Minsk").click()
    page.wait_for_url("**/article?**")
    settled(page)
    expect(page.locator(".dl-text")).to_contain_text("Alexander Lukashenko")
    page.reload()
    settled(page)
    expect(page.locator(".dl-text")).to_contain_text("Alexander Lukashenko")
    timeline = visit(f"{finished.address}/?lang=en&form=list")
    expect(timeline.get_by_text("Lukashenko").first).to_be_attached()
    stranger = browser.new_context(locale="en").new_page()
    stranger.goto(page.url)
    expect(settled(stranger).get_by_role("alert")).to_be_visible()
    assert "Lukashenko" not in stranger.content()
    stranger.context.close()


def test_hostile_file_names_are_shown_and_do_nothing(own, visit, folder):
    page = visit(f"{own.address}/archive?lang=en")
    drop(page, *((f"{attack.replace('/', ' ')}.md", GOOD + attack.encode()) for attack in ATTACKS))
    foreign = ".dl :is(script, iframe, img, style, object, embed, form, input, svg, link)"
    expect(page.locator(foreign)).to_have_count(0)
    assert len(list(folder.iterdir())) == 4 + len(ATTACKS)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_cold_link_shows_the_page_without_scrolling_sideways(
    visit, server, width, theme, language
):
    page = visit(f"{server.address}/archive?lang={language}", width=width, theme=theme)
    expect(page.locator("h1")).to_be_visible()
    assert page.title() == f"{say('title_archive', language)} · Dateline"
    wide = page.get_by_test_id("stMain").evaluate("node => node.scrollWidth - node.clientWidth")
    assert wide <= 0
    chart = page.get_by_test_id("stPlotlyChart")
    expect(chart).to_be_visible() if width == 1440 else expect(chart).to_be_hidden()


def test_a_square_of_the_chart_opens_its_article(visit, server):
    page = visit(f"{server.address}/archive?lang=en")
    x, y = page.evaluate(
        """() => {
            const chart = document.querySelector('.js-plotly-plot');
            const {xaxis, yaxis} = chart._fullLayout;
            const trace = chart._fullData.find(trace => (trace.customdata ?? []).length);
            const box = chart.querySelector('.nsewdrag').getBoundingClientRect();
            return [box.x + xaxis.c2p(trace.x[0]), box.y + yaxis.c2p(trace.y[0])];
        }"""
    )
    page.mouse.click(x, y)
    page.wait_for_url("**/article?**")
    assert "article=a" in page.url


def test_the_uploader_and_the_lists_are_reached_by_keyboard(visit, server):
    page = visit(f"{server.address}/archive?lang=en")
    reached = []
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.innerText ?? ''"))
    assert any("Upload" in text or "Browse" in text for text in reached)
