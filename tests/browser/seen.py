"""What a journey asks of a page: a page of the dashboard goes in, what stands on it comes out."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

#: the window of a phone, for ``visit``
PHONE = {"width": 390, "height": 844}


def view(page: Page) -> dict[str, str]:
    """The parameters of a page's address."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def target(page: Page, code: str) -> tuple[float, float]:
    """Where on the screen an event or an article is drawn; plotly alone knows."""
    x, y = page.evaluate(
        """code => {
            const chart = document.querySelector('.js-plotly-plot');
            const {xaxis, yaxis} = chart._fullLayout;
            const trace = chart._fullData.find(trace => [...trace.customdata ?? []].includes(code));
            const at = [...trace.customdata].indexOf(code);
            const box = chart.querySelector('.nsewdrag').getBoundingClientRect();
            return [box.x + xaxis.c2p(trace.x[at]), box.y + yaxis.c2p(trace.y[at])];
        }""",
        code,
    )
    return x, y


def drawer(page: Page) -> Locator:
    """The open event."""
    return page.get_by_role("dialog")


def lit(page: Page) -> str:
    """The words of the clause that is lit, without the dates above them."""
    text: str = page.evaluate(
        """() => [...document.querySelectorAll('mark.dl-lit')].map(mark => {
            const copy = mark.cloneNode(true);
            copy.querySelectorAll('rt').forEach(reading => reading.remove());
            return copy.textContent;
        }).join('')"""
    )
    return text


def chosen(page: Page) -> list[str]:
    """Ids of the events that the lists of a page hold."""
    ids: list[str] = page.locator("details.dl-row").evaluate_all("rows => rows.map(row => row.id)")
    return sorted(ids)
