"""In a real browser no two texts touch, none is clipped, and hostile text is only text."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import Page
from plotly.offline import get_plotlyjs

from corpus.charts.layout import lay_out
from corpus.charts.records import Card, Item
from corpus.charts.timeline import CONFIG, timeline_figure
from tests.browser.serving import launched
from tests.charts.samples import LANES, four_articles, item, winter

pytestmark = pytest.mark.browser
MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
HOSTILE = '<img src=x onerror="window.hacked=1"> <b>&amp; $x^2$'

#: pairs of texts whose boxes share more than a hair, and texts that leave the figure
FAULTS = """() => {
  const frame = document.querySelector('.main-svg').getBoundingClientRect();
  const texts = [...document.querySelectorAll('.annotation text')]
    .map(node => ({text: node.textContent.trim(), box: node.getBoundingClientRect()}))
    .filter(({text}) => text);
  const out = texts.filter(({box}) =>
    box.left < frame.left - 0.5 || box.right > frame.right + 0.5 ||
    box.top < frame.top - 0.5 || box.bottom > frame.bottom + 0.5).map(({text}) => text);
  const touching = texts.flatMap((one, at) => texts.slice(at + 1).filter(other =>
    Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 1 &&
    Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 4.5
  ).map(other => one.text + ' | ' + other.text));
  return {texts: texts.length, out, touching};
}"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """An empty page with plotly and the face that the app brings."""
    (font,) = MEDIA.glob("SourceSansVF-Upright*.woff2")
    face = base64.b64encode(font.read_bytes()).decode()
    style = "font-family:'Source Sans';font-weight:200 900;src:url(data:font/woff2;base64,"
    with launched() as browser:
        opened = browser.new_page()
        opened.set_content(
            f"<style>@font-face{{{style}{face})}} body{{margin:0}}</style><div id=chart></div>"
        )
        opened.evaluate("""async () => {
            for (const weight of ['400', '700'])
                await document.fonts.load(`${weight} 13px 'Source Sans'`);
        }""")
        opened.add_script_tag(content=get_plotlyjs())
        yield opened


def draw(page: Page, events: list[Item], width: int, language: str = "en") -> dict:
    figure = timeline_figure(lay_out(events, LANES, four_articles(), language))
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(
        """async ([spec, config, width]) => {
            const {data, layout} = JSON.parse(spec);
            await Plotly.newPlot('chart', data, {...layout, width}, config);
        }""",
        [figure.to_json(), CONFIG, width],
    )
    return page.evaluate(FAULTS)


def busy() -> list[Item]:
    """Eighty events in three clusters, with labels of all lengths."""
    words = (
        "Blinken",
        "Lavrov",
        "Zelenskyy",
        "Mauritania",
        "offers",
        "will",
        "WWW",
        "布林肯",
        "会谈",
    )
    days = ["2021-12-23", "2022-01-02", "2022-01-21", "2022-02-03", "2023-03-07", "2024-05-14"]
    return [
        item(
            f"e{n}",
            days[n * 7 % 6],
            quad_class=n % 4 + 1,
            salience=n % 3,
            label=" ".join(words[(n * k) % len(words)] for k in range(1, 2 + n % 7)),
            conflict="9 or 9–10 Jan" if n % 11 == 0 else "",
        )
        for n in range(80)
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [1121, 1365, 1400])
@pytest.mark.parametrize("events", [winter(), busy()], ids=["winter", "busy"])
def test_no_text_touches_another_or_is_clipped(page, events, width, language):
    faults = draw(page, events, width, language)
    assert faults["texts"] > 20
    assert faults["out"] == []
    assert faults["touching"] == []


def test_hostile_text_is_shown_on_hover_and_does_nothing(page):
    card = Card(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    draw(page, [item("e", "2022-01-21", label=HOSTILE, conflict=HOSTILE, card=card)], 1365)
    label = page.locator(".annotation text", has_text="<img").first.bounding_box()
    assert label
    page.mouse.move(label["x"] + 30, label["y"] + 8)
    hover = page.locator(".hoverlayer .hovertext")
    hover.wait_for()
    assert hover.text_content().count('<img src=x onerror="window.hacked=1"> <b>&amp;') == 5
    assert page.locator("#chart img").count() == 0
    assert page.evaluate("window.hacked") is None
