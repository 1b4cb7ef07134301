"""The timeline of a big archive in a browser: columns, strip, folds, buttons change the days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from corpus.charts.layout import DRAWN
from corpus.tables import save
from tests.browser.seen import target
from tests.browser.serving import Server, served, settled
from tests.pages.samples import article, event, tables

pytestmark = pytest.mark.browser
#: the middle of a column whose days are asked for
COLUMN = """day => {
    const charts = [...document.querySelectorAll('.js-plotly-plot')];
    const has = trace =>
        [...trace.customdata ?? []].some(code => `${code}`.startsWith(`period:${day}`));
    const chart = charts.find(chart => chart._fullData.some(has));
    const {xaxis, yaxis} = chart._fullLayout;
    const trace = chart._fullData.find(has);
    const at = [...trace.customdata].findIndex(code => `${code}`.startsWith(`period:${day}`));
    const box = chart.querySelector('.nsewdrag').getBoundingClientRect();
    return [box.x + xaxis.c2p(trace.x[at]), box.y + yaxis.c2p(trace.base[at] + trace.y[at] / 2)];
}"""

#: what a click on the first fold means
FOLD = """() => document.querySelector('.js-plotly-plot')._fullData
    .flatMap(trace => [...trace.customdata ?? []])
    .find(code => `${code}`.startsWith('fold:'))"""


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on a build of more events than are drawn one by one."""
    start, folder = date(2022, 1, 3), tmp_path_factory.mktemp("big")
    days = [(start + timedelta(days=n % 350)).isoformat() for n in range(DRAWN + 250)]
    articles = [article(f"a{n}", day) for n, day in enumerate(days[:350])]
    save(tables(articles, [event(f"e{n}", day) for n, day in enumerate(days)]), folder)
    with served(folder) as running:
        yield running


def period(page: Page) -> tuple[str, str]:
    query = parse_qs(urlsplit(page.url).query)
    return query["from"][0], query["to"][0]


def test_a_click_on_a_column_narrows_the_period_until_events_are_drawn(visit, big):
    page = visit(f"{big.address}/?lang=en")
    page.mouse.click(*page.evaluate(COLUMN, "2022-03-07"))
    page.wait_for_url("**from=2022-03-07**")
    settled(page)
    assert period(page) == ("2022-03-07", "2022-03-13")
    assert page.locator(".js-plotly-plot .points path").count() > 100


def test_drawing_over_the_strip_chooses_the_days(visit, big):
    page = visit(f"{big.address}/?lang=en")
    box = page.locator(".js-plotly-plot").first.locator(".nsewdrag").bounding_box()
    assert box
    y, middle = box["y"] + 15, box["x"] + box["width"] / 2
    page.mouse.move(middle, y)
    page.mouse.down()
    page.mouse.move(middle + 60, y, steps=6)
    page.mouse.move(middle + 100, y, steps=4)
    page.mouse.up()
    page.wait_for_url("**from=**")
    settled(page)
    first, last = map(date.fromisoformat, period(page))
    assert date(2022, 6, 20) <= first <= date(2022, 7, 5)
    assert 15 <= (last - first).days <= 40


def test_zoom_in_and_all_days_by_keyboard(visit, server):
    page = visit(f"{server.address}/?lang=en")
    page.locator(".st-key-zoom_in button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**from=**")
    settled(page)
    page.locator(".st-key-zoom_all button").press("Enter")
    page.wait_for_url("**span=all**")
    settled(page)


def test_the_keys_of_the_buttons_zoom_and_do_nothing_while_a_search_is_typed(visit, server):
    page = visit(f"{server.address}/?lang=en&from=2022-01-01&to=2022-01-31")
    for key, days in {
        "Shift+ArrowUp": ("2022-01-08", "2022-01-24"),
        "Shift+ArrowRight": ("2022-01-17", "2022-02-02"),
        "Shift+ArrowLeft": ("2022-01-08", "2022-01-24"),
        "Shift+ArrowDown": ("2021-12-30", "2022-02-02"),
    }.items():
        page.keyboard.press(key)
        page.wait_for_url(f"**from={days[0]}&to={days[1]}**")
        settled(page)
    search = page.locator(".st-key-filter_search input")
    search.click()
    page.keyboard.type("Kyiv")
    address = page.url
    for key in ("Shift+ArrowUp", "Shift+ArrowLeft", "Shift+Home"):
        page.keyboard.press(key)
    page.wait_for_timeout(1000)
    assert page.url == address
    assert search.input_value() == "Kyiv"
    assert page.locator(".st-key-zoom kbd").count() > 3
    assert not any(hint.is_visible() for hint in page.locator(".st-key-zoom kbd").all())
    button = page.locator(".st-key-zoom_in button")
    before = button.bounding_box()
    button.hover()
    expect(button.locator("kbd")).to_be_visible()
    assert button.bounding_box() == before


def test_a_click_on_a_fold_opens_it(visit, server):
    page = visit(f"{server.address}/?lang=en", height=1300)
    fold = page.evaluate(FOLD)
    page.mouse.click(*target(page, fold))
    page.wait_for_url(f"**open={fold.removeprefix('fold:')}**")
    settled(page)


def test_two_dates_are_typed_beside_each_other_and_the_filter_says_the_period(visit, server):
    page = visit(f"{server.address}/?lang=en")
    page.locator(".st-key-popover_period button").first.click()
    for key, typed in (("from", "20220110"), ("to", "20220125")):
        page.locator(f".st-key-filter_{key}").get_by_role("spinbutton").first.click()
        page.keyboard.type(typed)
    page.locator(".st-key-filter_apply button").click()
    page.wait_for_url("**from=2022-01-10&to=2022-01-25**")
    settled(page)
    said = page.locator(".st-key-popover_period button").first.inner_text()
    assert "10–25 Jan 2022" in said


def test_no_control_stands_alone_on_a_phone_and_every_page_is_in_reach(visit, server):
    page = visit(f"{server.address}/?lang=en", width=390)
    top = {
        round(box["y"])
        for control in page.locator(".st-key-controls [data-testid=stPopover]").all()
        if (box := control.bounding_box())
    }
    assert len(top) == 1
    for link in page.locator(".st-key-nav a").all():
        box = link.bounding_box()
        assert box
        assert box["x"] + box["width"] <= 390
    first = page.locator(".dl-row").first.bounding_box()
    assert first
    assert first["y"] < 450


def test_the_key_keeps_its_place_when_a_filter_is_set(visit, server):
    places = []
    for more in ("", "&party=RUS"):
        page = visit(f"{server.address}/?lang=en{more}")
        box = page.locator(".dl-key").first.bounding_box()
        assert box
        places.append((round(box["y"]), round(box["x"] + box["width"])))
    assert places[0] == places[1]


def test_paper_has_no_controls_and_says_who_says_it(visit, server):
    page = visit(f"{server.address}/?lang=en")
    page.emulate_media(media="print")
    assert not any(button.is_visible() for button in page.locator("button").all())
    row = page.locator(".dl-row").first
    assert row.locator("blockquote").is_visible()
    assert row.locator(".dl-meta").is_visible()
