"""Pages run by Streamlit's own test runner, without a server or a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from pages.parts.frame import PAGES
from tests.archives import ARCHIVES, SEEDS

ROOT = Path(__file__).parents[2]
SCRIPTS = {page.name: page.script for page in PAGES}

#: takes an address as ``sources?lang=zh`` and an archive, gives the page after its first run
Show = Callable[..., AppTest]


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch) -> Show:
    """Opens a page by its address."""

    def opened(address: str = "", archive: Path = SEEDS) -> AppTest:
        monkeypatch.setenv("DATELINE_CORPUS", str(archive))
        config.set_option("client.showErrorDetails", "full")
        name, _, query = address.partition("?")
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
        app.switch_page(SCRIPTS[name])
        for key, value in parse_qsl(query, keep_blank_values=True):
            app.query_params[key] = value
        return app.run()

    return opened


@pytest.fixture
def archive(tmp_path: Path) -> Callable[[str], Path]:
    """Writes one of the small archives."""

    def written(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        ARCHIVES[name](folder)
        return folder

    return written
