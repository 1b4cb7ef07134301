"""The method that comes with the program is shown, and every footer and the help lead to it."""

from __future__ import annotations

import pytest

from pages.parts import method_text as module
from pages.parts.method_text import method_text
from pages.parts.view import LANGUAGES
from pages.parts.wording import say
from tests.pages.conftest import ROOT
from tests.pages.sent import markdown_faults, soup
from tests.pages.test_screens import healthy


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_shown_as_it_is(show, language):
    app = healthy(show(f"method?lang={language}"))
    written = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    (shown,) = app.markdown
    assert shown.value in written
    assert len(shown.value) > 0.95 * len(written)
    assert say("method_what", language) in soup(app).get_text()


def test_it_links_nowhere_and_shows_no_picture():
    found = set(markdown_faults(method_text()))
    assert not {fault for fault in found if fault.startswith(("link", "image", "html", "$", ":"))}


@pytest.mark.parametrize("name", ["", "sources"])
def test_a_footer_leads_to_it_with_the_filters(show, name):
    for link in soup(show(f"{name}?lang=zh&party=RUS")).select('a[href^="method"]'):
        assert link["href"] == "method?lang=zh&party=RUS"
        break
    else:
        raise AssertionError(name)


def test_a_copy_without_the_file_says_so(show, monkeypatch, tmp_path):
    assert method_text(tmp_path / "method.md") == ""
    monkeypatch.setattr(module, "method_text", lambda: "")
    app = healthy(show("method"))
    assert say("method_missing", "en") in soup(app).get_text()
    assert not app.markdown
