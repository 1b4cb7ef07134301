"""One browser and one server for a module, and visits that are watched while they last."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.serving import Server, Watch, launched, served, settled

#: takes an address and what the visitor brings (width, height, theme, locale)
Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser without a window."""
    with launched() as opened:
        yield opened


@pytest.fixture(scope="module")
def visitors(browser: Browser) -> dict[str, BrowserContext]:
    """Visitors by the language of their browser; each keeps its cache from visit to visit."""
    return {locale: browser.new_context(locale=locale) for locale in ("en", "fr", "zh-CN")}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """The dashboard on the articles that come with the project."""
    with served() as running:
        yield running


@pytest.fixture
def visit(visitors: dict[str, BrowserContext]) -> Iterator[Visit]:
    """Opens an address in a page of its own and waits until it stands still.

    Whatever happens there, nothing may leave this machine, fail, or run that is not ours.
    """
    watch = Watch()
    pages: list[Page] = []

    def opened(
        address: str, width: int = 1440, height: int = 900, theme: str = "light", locale: str = "en"
    ) -> Page:
        page = watch.over(visitors[locale].new_page(), address)
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=theme)
        page.goto(address)
        return settled(page)

    yield opened
    left = [fault for page in pages for fault in watch.left(page)]
    for page in pages:
        page.close()
    assert watch.faults + left == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """A failure tells what the servers said."""
    report = yield
    if report.failed:
        for value in getattr(item, "funcargs", {}).values():
            if isinstance(value, Server):
                report.sections.append((f"log of {value.address}", value.log()))
    return report
