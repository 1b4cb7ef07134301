"""Whatever is not our own markup arrives as the text that it is."""

from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.markup import Markup, joined, link, outward, tag
from tests.pages.sent import html_faults

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.sampled_from(
    ['"><script>', "</p>", "<!--", "]]>", "&lt;", "' onclick='x", "<a href=javascript:x>", "&#0;"]
)
URLS = [
    "javascript:x",
    "data:text/html,x",
    "//x",
    " https://x",
    "JaVaScRiPt:x",
    "http://[",
    "http://x y",
]
names = st.sampled_from(["title", "aria_label", "cls", "href", "id"])


def parsed(markup: str) -> BeautifulSoup:
    return BeautifulSoup(markup, "html.parser")


@given(texts, texts, names)
def test_a_text_and_an_attribute_are_read_back_as_they_were(text, value, name):
    written = tag("p", text, **{name: value})
    (element,) = parsed(written).find_all(True)
    assert element.get_text() == text
    ((_, read),) = parsed(written).p.attrs.items()
    assert (" ".join(value.split()) if name == "cls" else value) == (
        " ".join(read) if name == "cls" else read
    )


@given(st.lists(texts))
def test_joined_texts_are_one_text(parts):
    assert parsed(joined(*parts)).get_text() == "".join(parts)
    assert not parsed(joined(*parts)).find_all(True)


@given(st.lists(texts))
def test_markup_is_escaped_once(parts):
    inner = joined(*parts)
    assert joined(inner) == inner
    assert tag("p", inner) == Markup("<p>") + inner + Markup("</p>")


@given(texts, st.dictionaries(texts, texts), st.sampled_from(["", "sources", "article"]))
def test_a_link_stays_in_the_app(label, params, page):
    written = link(label, page, params)
    anchor = parsed(written).a
    assert anchor.get_text() == label
    assert anchor["href"].partition("?")[0] == (page or ".")
    assert anchor["target"] == "_self"
    assert html_faults(written) == []


@given(
    texts,
    texts | st.sampled_from(URLS),
)
def test_an_address_out_of_the_app_is_a_link_only_if_it_is_http(label, url):
    written = parsed(outward(label, url))
    assert written.get_text() == label
    if written.a is not None:
        assert written.a["href"].strip().lower().startswith(("http:", "https:"))
        assert {"noopener", "noreferrer"} <= set(written.a["rel"])


def test_an_http_address_is_a_link_out_of_the_app():
    assert (
        parsed(outward("x", "https://example.org/?a=1&b=2")).a["href"]
        == "https://example.org/?a=1&b=2"
    )


def test_an_attribute_of_none_is_left_out():
    assert tag("br", id=None) == "<br>"
