"""A real server and a real browser: a folder goes in, pages that a person would see come out.

Shared by the journeys, the deploy test, the chart's own browser test and ``docs/screenshots.py``.
Nothing here may reach another machine, and nothing outlives its ``with``.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, expect, sync_playwright

from tests.chromium import found

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)
#: seconds until a server must answer, and until a page must stand still
START, SETTLE = 60, 30
expect.set_options(timeout=SETTLE * 1000)

#: true when nothing has moved between three looks at the page
_STILL = """() => {
    const drawn = [...document.querySelectorAll('.annotation-text, .dl, [role=dialog]')];
    const now = JSON.stringify(drawn.map(node => node.getBoundingClientRect()));
    window.looks = now === window.seen ? (window.looks ?? 0) + 1 : 0;
    window.seen = now;
    return window.looks >= 2;
}"""


@dataclass(frozen=True, slots=True)
class Server:
    """A dashboard that answers at an address."""

    address: str
    _log: Path

    def log(self) -> str:
        """What the server has said so far; nothing once it has ended."""
        said = self._log.read_bytes() if self._log.exists() else b""
        return said.decode(errors="replace")


@dataclass(slots=True)
class Watch:
    """What pages did beside showing themselves: each entry of ``faults`` is one too many."""

    faults: list[str] = field(default_factory=list)

    def over(self, page: Page, address: str) -> Page:
        """Watch a page that may speak to the host of ``address`` alone."""
        home = urlsplit(address).netloc

        def asked(url: str) -> None:
            parts = urlsplit(url)
            if parts.scheme not in ("data", "blob") and parts.netloc != home:
                self.faults.append(f"asked {url}")

        def said(message: ConsoleMessage) -> None:
            # Streamlit asks for its health below a page's own address first, then at the root
            expected = "/_stcore/" in message.location["url"] and "404" in message.text
            if message.type == "error" and not expected:
                self.faults.append(f"{message.text} {message.location['url']}")

        def alerted(dialog: Dialog) -> None:
            self.faults.append(f"alert {dialog.message}")
            dialog.dismiss()

        page.on("request", lambda request: asked(request.url))
        page.on("websocket", lambda socket: asked(socket.url))
        page.on("console", said)
        page.on("pageerror", lambda error: self.faults.append(f"script {error.message}"))
        page.on("dialog", alerted)
        return page

    def left(self, page: Page) -> list[str]:
        """What a page shows at its end that it must not: an error of ours, a mark of a script."""
        errors = page.get_by_test_id("stException").all_inner_texts()
        return [*errors, *(["a script of an article ran"] if page.evaluate("window.pwned") else [])]


@contextmanager
def served(
    corpus: Path | None = None,
    root: Path = ROOT,
    streamlit: Sequence[str] = (sys.executable, "-m", "streamlit"),
    environment: Mapping[str, str] = os.environ,
) -> Iterator[Server]:
    """The dashboard of a checkout on a port of its own; ``corpus`` is the seeds if not given.

    Raises `RuntimeError` with the log if it does not come up.
    """
    port = _free_port()
    variables = {key: value for key, value in environment.items() if key != "DATELINE_CORPUS"}
    if corpus is not None:
        variables["DATELINE_CORPUS"] = str(corpus)
    command = [*streamlit, "run", "dashboard.py"]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    command += ["--server.fileWatcherType", "none"]  # whoever edits meanwhile changes nothing
    with tempfile.TemporaryDirectory(prefix="dateline-server-") as folder:
        log = Path(folder) / "log"
        with log.open("wb") as out:
            process = subprocess.Popen(
                command, cwd=root, env=variables, stdout=out, stderr=out, start_new_session=True
            )
        server = Server(f"http://127.0.0.1:{port}", log)
        try:
            _wait(process, server)
            yield server
        finally:
            _end(process)


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser without a window; raises `RuntimeError` if the machine has none."""
    path = found()
    if path is None:
        raise RuntimeError("no Chromium, Chrome or Edge: `make test` gets one, CHROMIUM names one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def settled(page: Page) -> Page:
    """Wait until the script has run to its end, and all that it sent is drawn and stands still."""
    app = page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')
    expect(app).to_be_visible()
    expect(page.locator(".dl-source, .dl[role]").first).to_be_attached()
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    for chart in page.get_by_test_id("stPlotlyChart").all():
        if chart.is_visible():
            expect(chart.locator(".annotation-text").first).to_be_visible()
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_function(_STILL, polling=100, timeout=SETTLE * 1000)
    return page


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], server: Server) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urlopen(f"{server.address}/_stcore/health", timeout=1) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"the server did not come up:\n{server.log()}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the server with all that it started."""
    if hasattr(os, "killpg") and process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    else:
        process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
