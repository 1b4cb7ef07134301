"""Builds go in, what a visitor of the timeline waits for comes out, from a real Chromium.

    python -m benchmarks.dashboard [--rounds N] [SIZE ...]

First how long it takes from the start of the server until the timeline of the seeds is drawn,
against a Streamlit page with one Plotly chart and nothing else: the two by turns, the median of
their ratios. Then, for builds of SIZE events (see `benchmarks.builds`): the first visit, a filter
that is clicked until the chart stands again, a mark that is clicked until its drawer stands, what
the server sends for the first two, what the browser then holds, and the longest frame while the
pointer crosses the chart. It must never measure a server or a page that another figure has warmed,
except where a visitor would find it warm. Needs a Chromium, Chrome or Edge.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

import pandas as pd
from playwright.sync_api import Browser, Page, WebSocket

from benchmarks.builds import made
from corpus.tables import save
from pages.parts.wording import say
from tests.browser.serving import ROOT, launched, served

SIZES = (30, 1_000, 10_000, 100_000, 1_000_000)
ROUNDS = 7
#: seconds that one step may take: a million events are read before they are shown
_PATIENCE = 600
_STATUS = "happened"

_BARE = """
import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=[2, 1, 3], mode="markers")))
"""
#: true once the script has ended, nothing of an earlier run is left, and a timeline is drawn that
#: did not stand there when `_SEEN` looked; of a page without one, any chart
_DRAWN = """wanted => {
    const app = document.querySelector('[data-testid="stApp"]');
    const desk = [...document.querySelectorAll('.st-key-desk .js-plotly-plot')].slice(-1);
    const charts = desk.length ? desk : [...document.querySelectorAll('.js-plotly-plot')];
    return location.search.includes(wanted)
        && app?.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-stale="true"]')
        && charts.some(chart => chart.querySelector('.trace path')
            && !window.seen?.has(chart._fullData));
}"""
_SEEN = """() => { window.seen = new WeakSet(
    [...document.querySelectorAll('.js-plotly-plot')].map(chart => chart._fullData)); }"""
#: where the first event stands on the screen, null where events are only counted
_MARK = """() => {
    const chart = [...document.querySelectorAll('.st-key-desk .js-plotly-plot')].at(-1);
    chart.scrollIntoView({block: 'start'});
    const {xaxis, yaxis} = chart._fullLayout;
    const box = chart.querySelector('.nsewdrag').getBoundingClientRect();
    for (const trace of chart._fullData)
        for (const [at, code] of [...trace.customdata ?? []].entries()) {
            const [x, y] = [box.x + xaxis.c2p(trace.x[at]), box.y + yaxis.c2p(trace.y[at])];
            const seen = x > 0 && x < innerWidth && y > 0 && y < innerHeight;
            if (/^e[0-9a-f]+$/.test(code) && seen) return [x, y];
        }
    return null;
}"""
_WATCH = """() => {
    window.worst = 0;
    let last = performance.now();
    const look = now => { window.worst = Math.max(window.worst, now - last); last = now;
        window.watching = requestAnimationFrame(look); };
    requestAnimationFrame(now => { last = now; window.watching = requestAnimationFrame(look); });
}"""


@dataclass(slots=True)
class Measured:
    """What one size gave: seconds, bytes of the websocket, bytes of memory, a frame in seconds."""

    events: int
    first: float = 0.0
    rerun: float = 0.0
    drawer: float = 0.0
    sent: int = 0
    sent_again: int = 0
    heap: float = 0.0
    frame: float = 0.0

    def row(self) -> list[str]:
        """Its cells, in the order of `HEAD`."""
        return [
            f"{self.events:,}",
            f"{self.first:.2f} s",
            f"{self.rerun:.2f} s",
            f"{self.rerun / self.first:.2f}",
            f"{self.drawer:.2f} s",
            f"{self.sent / 1e3:,.0f} kB",
            f"{self.sent_again / 1e3:,.0f} kB",
            f"{self.heap / 1e6:.0f} MB",
            f"{self.frame * 1e3:.0f} ms",
        ]


HEAD = (
    "events",
    "first visit",
    "filter",
    "of the first",
    "drawer",
    "sent first",
    "sent for the filter",
    "memory",
    "worst frame",
)


@dataclass(slots=True)
class _Heard:
    """How many bytes the server has sent to a page."""

    total: int = 0

    def to(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: self._add(payload))

    def _add(self, payload: str | bytes) -> None:
        self.total += len(payload)


@dataclass(slots=True)
class Starts:
    """Seconds from the start of the server until the chart is drawn, round by round."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """The median of what ours takes to what the bare page takes in the same round."""
        return median(a / b for a, b in zip(self.ours, self.bare, strict=True))


def starts(browser: Browser, rounds: int) -> Starts:
    """Start both servers by turns, each time with a browser that remembers nothing."""
    found = Starts()
    with tempfile.TemporaryDirectory(prefix="dateline-bare-") as folder:
        (Path(folder) / "dashboard.py").write_text(_BARE, encoding="utf-8")
        for turn in range(rounds):
            both = [(found.ours, ROOT), (found.bare, Path(folder))]
            for kept, root in both if turn % 2 else both[::-1]:
                begun = perf_counter()
                with served(root=root) as server, _visitor(browser) as page:
                    page.goto(server.address)
                    _drawn(page)
                    kept.append(perf_counter() - begun)
    return found


def measured(browser: Browser, events: int) -> Measured:
    """One build on a server of its own."""
    found = Measured(events)
    tables = made(events)
    day = _ordinary_day(tables.events["first"].dropna().dt.strftime("%Y-%m-%d").value_counts())
    with tempfile.TemporaryDirectory(prefix="dateline-build-") as folder:
        save(tables, Path(folder))
        del tables
        with served(Path(folder)) as server, _visitor(browser) as page:
            heard = _Heard()
            page.on("websocket", lambda socket: heard.to(socket))
            begun = perf_counter()
            page.goto(f"{server.address}/?lang=en")
            _drawn(page)
            found.first, found.sent = perf_counter() - begun, heard.total
            found.frame = _worst_frame(page)
            found.rerun, found.sent_again = _filtered(page, heard)
            found.heap = _held(page)
            if page.evaluate(_MARK) is None:
                page.goto(f"{server.address}/?lang=en&from={day}&to={day}")
                _drawn(page, f"from={day}")
            found.drawer = _opened(page)
    return found


def markdown(head: tuple[str, ...], lines: list[list[str]]) -> str:
    """A table, its first column at the left like the others at the right: all are figures."""
    rule = ["---:"] * len(head)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, rule, *lines])


def main(arguments: list[str]) -> None:
    """Print both tables, each row as soon as it is known."""
    asked = argparse.ArgumentParser(description=str(__doc__))
    asked.add_argument("sizes", nargs="*", type=int, default=SIZES)
    asked.add_argument("--rounds", type=int, default=ROUNDS, help="0 measures no start")
    given = asked.parse_args(arguments)
    with launched() as browser:
        if given.rounds:
            told = starts(browser, given.rounds)
            print("from the start of the server until the chart is drawn, median of each:")
            print(
                f"ours {median(told.ours):.2f} s, a bare page {median(told.bare):.2f} s,", end=" "
            )
            print(f"{told.ratio:.2f} times in {given.rounds} rounds\n", flush=True)
        for number, size in enumerate(given.sizes):
            lines = markdown(HEAD, [measured(browser, size).row()]).splitlines()
            print("\n".join(lines if number == 0 else lines[2:]), flush=True)


@contextmanager
def _visitor(browser: Browser) -> Iterator[Page]:
    """A page of somebody who was never here."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en")
    context.set_default_timeout(_PATIENCE * 1000)
    yield context.new_page()
    context.close()


def _drawn(page: Page, wanted: str = "") -> None:
    page.wait_for_function(_DRAWN, arg=wanted, polling="raf")


def _filtered(page: Page, heard: _Heard) -> tuple[float, int]:
    """Seconds and bytes from the click on a status until its events are drawn."""
    page.get_by_role("button", name=say("filter_status", "en")).first.click()
    choice = page.get_by_test_id("stPopoverBody").get_by_role("button", name=_STATUS)
    choice.wait_for()
    page.evaluate(_SEEN)
    before, begun = heard.total, perf_counter()
    choice.click()
    _drawn(page, f"status={_STATUS}")
    taken = perf_counter() - begun
    page.keyboard.press("Escape")
    return taken, heard.total - before


def _opened(page: Page) -> float:
    """Seconds from the click on a mark until its sentence stands in the drawer."""
    x, y = page.evaluate(_MARK)
    page.mouse.move(x, y)
    begun = perf_counter()
    page.mouse.click(x, y)
    page.locator("[role=dialog] blockquote").first.wait_for()
    return perf_counter() - begun


def _worst_frame(page: Page) -> float:
    """The longest time between two frames, in seconds, while the pointer crosses the chart."""
    chart = page.locator(".st-key-desk .js-plotly-plot").last
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box is not None
    height = min(box["height"], 900 - box["y"])
    page.evaluate(_WATCH)
    for step in range(80):
        x = box["x"] + box["width"] * (0.1 + 0.8 * step / 80)
        page.mouse.move(x, box["y"] + height * (0.2 + 0.6 * (step % 8) / 8))
    worst = page.evaluate("() => (cancelAnimationFrame(window.watching), window.worst)")
    return float(worst) / 1000


def _held(page: Page) -> float:
    """Bytes that the scripts of the page hold once nothing is left to clear away."""
    asked = page.context.new_cdp_session(page)
    asked.send("HeapProfiler.collectGarbage")
    asked.send("Performance.enable")
    told = {one["name"]: one["value"] for one in asked.send("Performance.getMetrics")["metrics"]}
    return float(told["JSHeapUsedSize"])


def _ordinary_day(counts: pd.Series[int]) -> str:
    """The day that as many days surpass as fall short of."""
    ordered = counts.sort_values(kind="stable")
    return str(ordered.index[len(ordered) // 2])


if __name__ == "__main__":
    main(sys.argv[1:])
