"""A person's ways through the dashboard, on a real server and in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from corpus.charts.tokens import PALETTES
from corpus.tables import Row, Tables, rows
from pages.parts.frame import PAGES
from pages.parts.wording import say
from tests.archives import ARCHIVES
from tests.browser.seen import PHONE, chosen, drawer, lit, target, view
from tests.browser.serving import Server, served, settled

pytestmark = pytest.mark.browser
NAMES = [page.name for page in PAGES]


@pytest.fixture(scope="module")
def event(seeds: Tables) -> Row:
    """A main event of one known day."""
    exact = seeds.events[seeds.events["first"] == seeds.events["last"]]
    return rows(exact[exact["salience"] > 1].sort_values(["last", "event_id"]).head(1))[0]


@pytest.fixture(scope="module", params=["hostile", "poisoned"])
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """The dashboard on articles, or on a build, that want to be more than text."""
    folder = tmp_path_factory.mktemp(request.param)
    ARCHIVES[request.param](folder)
    with served(folder) as running:
        yield running


@pytest.fixture
def fresh() -> Iterator[Server]:
    """A server that nobody has visited."""
    with served() as running:
        yield running


def mark(page: Page, event: Row) -> Locator:
    """The label of an event on the chart."""
    return page.locator(".annotation text", has_text=event["label_en"])


def click_mark(page: Page, event: Row) -> None:
    """Click the middle of an event's label."""
    label = mark(page, event).first
    label.scroll_into_view_if_needed()
    box = label.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def quotes(seeds: Tables, event: Row) -> dict[str, str]:
    """The sentences of an event by the ids of their mentions."""
    told = seeds.mentions[seeds.mentions["event_id"] == event["event_id"]]
    return dict(zip(told["mention_id"], told["quote"], strict=True))


def test_from_a_mark_to_the_drawer_to_the_sentence(visit, server, seeds, event):
    page = visit(f"{server.address}/?lang=en")
    click_mark(page, event)
    expect(drawer(page)).to_be_visible()
    settled(page)
    assert view(page) == {"lang": "en", "event": event["event_id"]}
    said = quotes(seeds, event)
    assert drawer(page).locator("blockquote").first.inner_text() in said.values()
    drawer(page).get_by_role("link", name=say("read_sentence", "en")).click()
    page.wait_for_url("**/article?**")
    settled(page)
    assert lit(page) == said[view(page)["mention"]]
    expect(page.locator("#lit")).to_be_in_viewport()
    page.go_back()
    expect(drawer(page)).to_be_visible()
    page.go_back()
    expect(drawer(page)).to_have_count(0)
    assert view(page) == {"lang": "en"}


@pytest.mark.parametrize("way", ["button", "key", "outside"])
def test_the_same_mark_opens_its_drawer_again(visit, server, event, way):
    page = visit(f"{server.address}/?lang=en&status=happened")
    for _ in range(2):
        click_mark(page, event)
        expect(drawer(page)).to_be_visible()
        settled(page)
        assert view(page)["event"] == event["event_id"]
        if way == "button":
            drawer(page).get_by_role("button", name="Close").click()
        elif way == "key":
            page.keyboard.press("Escape")
        else:
            page.mouse.click(20, 450)
        expect(drawer(page)).to_have_count(0)
        settled(page)
        assert view(page) == {"lang": "en", "status": "happened"}


def test_a_mark_is_as_good_as_its_label(visit, server, event):
    page = visit(f"{server.address}/?lang=en")
    mark(page, event).first.scroll_into_view_if_needed()
    page.mouse.click(*target(page, event["event_id"]))
    expect(drawer(page)).to_be_visible()
    settled(page)
    assert view(page)["event"] == event["event_id"]


def test_a_square_of_the_coverage_lane_opens_its_article(visit, server, seeds):
    page = visit(f"{server.address}/?lang=en&party=RUS", height=1400)
    article = seeds.articles["article_id"].iloc[0]
    page.mouse.click(*target(page, article))
    page.wait_for_url("**/article?**")
    settled(page)
    assert view(page) == {"lang": "en", "party": "RUS", "article": article}


@pytest.mark.parametrize("deep", [False, True], ids=["plain", "deep, Chinese"])
@pytest.mark.parametrize("name", NAMES)
def test_each_page_opens_cold_by_its_own_address(fresh, visit, seeds, event, name, deep):
    mention, quote = next(iter(quotes(seeds, event).items()))
    language = "zh" if deep else "en"
    query = {
        "lang": language, "party": event["actors"][0].split()[0], "status": event["status"],
        "event": event["event_id"], "article": mention.partition(".")[0], "mention": mention,
    }  # fmt: skip
    page = visit(f"{fresh.address}/{name}" + (f"?{urlencode(query)}" if deep else ""))
    (own,) = [page_ for page_ in PAGES if page_.name == name]
    assert page.title() == f"{say(own.title, language)} · Dateline"
    expect(page.locator(".dl-mark")).to_be_visible()
    links = page.locator(".st-key-nav").get_by_role("link").all_inner_texts()
    titles = [say(p.title, language) for p in PAGES if p.listed] if own.framed else []
    assert [text.split("\n")[-1] for text in links] == titles
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    expect(page.locator("h1")).not_to_be_empty()
    if deep and name == "":
        assert (
            drawer(page).locator("blockquote").first.inner_text() in quotes(seeds, event).values()
        )
        assert 0 < len(chosen(page)) < len(seeds.events)
    if deep and name == "article":
        assert lit(page) == quote
        expect(page.locator("#lit")).to_be_in_viewport()
    if deep and name == "present":
        assert view(page)["status"] == event["status"]
    if deep and name == "sources":
        links = page.locator("table.dl-matrix a").evaluate_all("all => all.map(a => a.href)")
        assert links
        assert all("lang=zh" in link and f"status={event['status']}" in link for link in links)
    assert "Traceback" not in fresh.log()


#: what is wider than its place and makes a reader scroll sideways; navigation and wide tables may
#: rows of controls may be drawn along, the page and what it tells may not
SIDEWAYS = """() => [...document.querySelectorAll('*')]
    .filter(node => !node.closest('.st-key-nav, .st-key-controls, .st-key-zoom, .dl-scroll'))
    .filter(node => node.scrollWidth > node.clientWidth + 1)
    .filter(node => node === document.documentElement ||
        ['auto', 'scroll'].includes(getComputedStyle(node).overflowX))
    .map(node => `${node.tagName} ${node.className} ${node.scrollWidth} > ${node.clientWidth}`)"""


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_scrolls_sideways_on_a_phone(visit, server, name, language):
    page = visit(f"{server.address}/{name}?lang={language}", **PHONE)
    assert page.evaluate(SIDEWAYS) == []


def test_a_table_scrolls_only_inside_itself_on_a_phone(visit, server):
    page = visit(f"{server.address}/?lang=zh&form=table", **PHONE)
    table = page.get_by_test_id("stDataFrame")
    expect(table).to_be_visible()
    page.evaluate("document.querySelector('[data-testid=stDataFrame]').classList.add('dl-scroll')")
    assert page.evaluate(SIDEWAYS) == []


def test_nothing_scrolls_sideways_on_a_phone_whatever_the_articles_hold(visit, hostile):
    for name in NAMES:
        page = visit(f"{hostile.address}/{name}", **PHONE)
        assert page.evaluate(SIDEWAYS) == [], name


def test_a_phone_shows_the_list_whose_rows_open_without_the_server(visit, server, seeds):
    page = visit(f"{server.address}/?lang=en", **PHONE)
    sent: list[object] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    page.reload()
    settled(page)
    expect(page.locator(".st-key-desk")).to_be_hidden()
    row = page.locator("details.dl-row").first
    assert sent
    before = len(sent)
    row.locator("summary").click()
    expect(row.locator("blockquote")).to_be_visible()
    assert len(sent) == before
    quote = row.locator("blockquote").inner_text()
    row.get_by_role("link", name=say("read_sentence", "en")).click()
    page.wait_for_url("**/article?**")
    settled(page)
    assert lit(page) == quote
    expect(page.locator("#lit")).to_be_in_viewport()


def test_a_wide_window_shows_the_chart_and_not_the_list_beside_it(visit, server):
    page = visit(f"{server.address}/?lang=en")
    expect(page.locator(".st-key-desk").get_by_test_id("stPlotlyChart")).to_be_visible()
    expect(page.locator(".st-key-phone")).to_be_hidden()


def test_a_presentation_is_stepped_through_by_the_arrow_keys_and_its_address(visit, server):
    page = visit(f"{server.address}/present?lang=en&party=USA")
    first = page.locator("h1").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=2**")
    settled(page)
    second = page.locator("h1").inner_text()
    assert second != first
    page.reload()
    settled(page)
    assert page.locator("h1").inner_text() == second
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**step=1**")
    settled(page)
    assert page.locator("h1").inner_text() == first
    page.get_by_role("link", name=say("present_leave", "en")).click()
    page.wait_for_url(f"{server.address}/?**")
    settled(page)
    assert view(page) == {"lang": "en", "party": "USA", "step": "1"}


def test_a_row_opens_by_keyboard(visit, server):
    page = visit(f"{server.address}/?lang=en&form=list")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('details.dl-row > summary')"):
            break
    focused = page.locator("details.dl-row > summary:focus")
    expect(focused).to_have_count(1)
    assert focused.evaluate("node => getComputedStyle(node).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(page.locator("details.dl-row[open] blockquote")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('details.dl-row[open] a')")


def test_a_cell_of_the_matrix_leads_to_the_sentence(visit, server, seeds):
    page = visit(f"{server.address}/sources?lang=en")
    page.locator("table.dl-matrix a.dl-cell-link").first.click()
    page.wait_for_url("**/article?**")
    settled(page)
    sentences = dict(zip(seeds.mentions["mention_id"], seeds.mentions["quote"], strict=True))
    assert lit(page) == sentences[view(page)["mention"]]


def test_a_day_in_the_margin_lights_its_clause_and_brings_it_into_view(visit, server, seeds):
    page = visit(f"{server.address}/article?lang=en", height=600)
    page.locator(".dl-margin a").last.click()
    page.wait_for_url("**mention=**")
    settled(page)
    expect(page.locator("#lit")).to_be_in_viewport()
    sentences = dict(zip(seeds.mentions["mention_id"], seeds.mentions["quote"], strict=True))
    assert lit(page) == sentences[view(page)["mention"]]


def test_hostile_articles_stay_text_on_every_page(visit, hostile):
    timeline = visit(f"{hostile.address}/?lang=en&form=list")
    links = timeline.locator("details.dl-row a").evaluate_all("all => all.map(link => link.href)")
    addresses = [f"{hostile.address}/?lang=en&event={chosen(timeline)[0]}", *links[:3]]
    addresses += [f"{hostile.address}/{name}?lang=en" for name in NAMES]
    for address in addresses:
        page = visit(address)
        foreign = ".dl :is(script, iframe, img, style, object, embed, form, input, svg, link)"
        expect(page.locator(foreign)).to_have_count(0)
        assert page.locator("[onclick], [onerror], [onload]").count() == 0


def test_hostile_names_stay_text_in_the_filters(visit, hostile):
    page = visit(f"{hostile.address}/?lang=en&kind=![x](http://pwned.invalid/k.png)")
    for key in ("party", "kind", "status", "outlet"):
        page.get_by_role(
            "button", name=re.compile(f"^{say(f'filter_{key}', 'en')}|{key}", re.I)
        ).first.click()
        panel = page.get_by_test_id("stPopoverBody")
        expect(panel).to_be_visible()
        assert panel.locator("img, a, .katex, strong, em, [style*='color: rgb']").count() == 0, key
        page.keyboard.press("Escape")
        expect(panel).to_have_count(0)


def test_hostile_titles_stay_text_in_the_chooser(visit, hostile):
    page = visit(f"{hostile.address}/article?lang=en")
    page.get_by_role("combobox").first.click()
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    assert options.locator("img, a, .katex").count() == 0


#: contrast of each piece of text with what lies behind it, where that is less than 4.5
FAINT = """scope => {
  const pixel = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const channels = colour => {
    pixel.clearRect(0, 0, 1, 1); pixel.fillStyle = colour; pixel.fillRect(0, 0, 1, 1);
    return [...pixel.getImageData(0, 0, 1, 1).data];
  };
  const luminance = rgb => rgb.slice(0, 3).map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = node => {
    for (let at = node; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };
  const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  const faint = [];
  let seen = 0;
  while (texts.nextNode()) {
    const node = texts.currentNode.parentElement;
    if (!texts.currentNode.textContent.trim() || !node.checkVisibility()) continue;
    seen += 1;
    const [a, b] = [luminance(channels(getComputedStyle(node).color)), luminance(behind(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const told = `${ratio.toFixed(2)} ${node.className} ${node.textContent.slice(0, 40)}`;
    if (ratio < 4.5) faint.push(told);
  }
  return {seen, faint: [...new Set(faint)]};
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_themes_have_the_page_of_the_token_table_and_legible_text(visit, server, event, theme):
    def legible(address: str, scope: str, opened: str = "", **window: int) -> None:
        page = visit(f"{server.address}/{address}", theme=theme, **window)
        colour = page.get_by_test_id("stApp").evaluate(
            "node => getComputedStyle(node).backgroundColor"
        )
        red, green, blue = map(int, re.findall(r"\d+", colour)[:3])
        assert f"#{red:02X}{green:02X}{blue:02X}" == PALETTES[theme].page
        if opened:
            page.locator(opened).first.click()
        found = page.locator(scope).first.evaluate(FAINT)
        assert found["seen"] > 5
        assert found["faint"] == [], address

    legible(f"?event={event['event_id']}", "[role=dialog]")
    legible("?form=list", "[data-testid=stMain]", "details.dl-row summary")
    legible("", "[data-testid=stMain]", "details.dl-row summary >> visible=true", **PHONE)
    legible("sources?about=4", "[data-testid=stMain]")
    legible("article", "[data-testid=stMain]")


def test_the_language_switch_changes_the_words_and_keeps_the_view(visit, server):
    page = visit(f"{server.address}/sources?lang=en&party=RUS&status=happened&rank=conflicts")
    page.get_by_role("button", name="中文").or_(
        page.get_by_role("radio", name="中文")
    ).first.click()
    page.wait_for_url("**lang=zh**")
    settled(page)
    assert view(page) == {"lang": "zh", "party": "RUS", "status": "happened", "rank": "conflicts"}
    expect(page.locator(".st-key-nav")).to_contain_text(say("title_sources", "zh"))
    assert page.title() == f"{say('title_sources', 'zh')} · Dateline"
    page.go_back()
    page.wait_for_url("**lang=en**")
    settled(page)
    expect(page.locator(".st-key-nav")).to_contain_text(say("title_sources", "en"))


@pytest.mark.parametrize(("locale", "language"), [("zh-CN", "zh"), ("fr", "en")])
def test_a_visitor_without_a_choice_gets_the_language_of_the_browser(
    visit, server, locale, language
):
    page = visit(server.address, locale=locale)
    assert page.title() == f"{say('title_timeline', language)} · Dateline"


def test_filters_chosen_by_clicking_stand_in_the_address_and_it_restores_them(visit, server, seeds):
    page = visit(f"{server.address}/?lang=en")
    before = chosen(page)
    page.get_by_role("button", name=say("filter_status", "en")).click()
    panel = page.get_by_test_id("stPopoverBody")
    panel.get_by_role("button", name="planned").click()
    page.wait_for_url("**status=planned**")
    settled(page)
    page.keyboard.press("Escape")
    after = chosen(page)
    wanted = seeds.events[seeds.events["status"] == "planned"]["event_id"]
    assert after == sorted(wanted)
    again = visit(page.url)
    assert chosen(again) == after
    page.go_back()
    expect(page.locator("details.dl-row")).to_have_count(len(before))
    assert view(page) == {"lang": "en"}
    page.go_forward()
    expect(page.locator("details.dl-row")).to_have_count(len(after))


def test_the_filters_go_along_to_the_other_pages(visit, server):
    page = visit(f"{server.address}/?lang=en&party=RUS")
    page.locator(".st-key-nav").get_by_role("link", name=say("title_sources", "en")).click()
    page.wait_for_url("**/sources?**")
    settled(page)
    assert view(page) == {"lang": "en", "party": "RUS"}
    expect(page.get_by_role("button", name=re.compile(r"Parties: 1"))).to_be_visible()


def tick(page: Page, row: int) -> None:
    """Tick a row of the table, counted from 0 in the order in which they stand."""
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box
    page.mouse.click(box["x"] + 17, box["y"] + 38 + 35 * row + 17)


def test_a_row_of_the_table_opens_its_event_again_and_again(visit, server, seeds):
    page = visit(f"{server.address}/?lang=en&form=table")
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box
    page.mouse.click(box["x"] + 300, box["y"] + 17)  # in the order of the labels
    labels = dict(zip(seeds.events["event_id"], seeds.events["label_en"], strict=True))
    for _ in range(2):
        tick(page, 1)
        expect(drawer(page)).to_be_visible()
        settled(page)
        assert labels[view(page)["event"]] == sorted(labels.values())[1]
        page.keyboard.press("Escape")
        expect(drawer(page)).to_have_count(0)
        settled(page)
        assert view(page) == {"lang": "en", "form": "table"}


def test_an_event_is_added_to_the_briefing_and_presented(visit, server, seeds, event):
    other = seeds.events["event_id"].iloc[0]
    page = visit(f"{server.address}/?lang=en&brief={other}")
    figure = page.locator(".js-plotly-plot").last
    click_mark(page, event)
    expect(drawer(page)).to_be_visible()
    settled(page)
    figure.evaluate("chart => { chart.calc = chart.calcdata }")
    drawer(page).get_by_role("button", name=say("brief_add", "en")).click()
    expect(drawer(page).get_by_role("button", name=say("brief_remove", "en"))).to_be_visible()
    settled(page)
    assert view(page)["brief"] == f"{other},{event['event_id']}"
    assert figure.evaluate("chart => chart.calc === chart.calcdata")
    page.keyboard.press("Escape")
    expect(page.locator(".dl-brief")).to_have_text("Briefing: 2 events")
    settled(page)
    page.locator(".st-key-briefing").get_by_role("link").click()
    page.wait_for_url("**/present?**")
    settled(page)
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=2**")
    settled(page)
    expect(page.locator(".dl-step")).to_contain_text("Briefing, 2 of 2")
    expect(page.locator("h1")).to_have_text(event["label_en"])
    page.locator(".dl-step").get_by_role("link", name=say("present_all", "en")).click()
    page.wait_for_url("**path=all**")
    settled(page)
    expect(page.locator(".dl-step")).not_to_contain_text("Briefing, ")
