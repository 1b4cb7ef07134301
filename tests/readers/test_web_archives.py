"""Saved pages and crawls to their pages."""

from __future__ import annotations

import pytest

from corpus.readers import harvest, unpacked
from corpus.readers.contract import Member, Refused
from tests.readers.packed import ADDRESS, CHINESE, PAGE, crawled, saved_page

HTML = "200 text/html; charset=GBK"


def test_a_saved_page_gives_its_html_its_address_and_its_encoding() -> None:
    (page,) = unpacked("a/page", saved_page())
    assert isinstance(page, Member)
    assert (page.path, page.address, page.charset) == ("a/page", ADDRESS, "utf-8")
    assert page.data.decode().strip() == PAGE


def test_a_saved_page_in_another_encoding_is_read() -> None:
    html = f"<html><body><p>{CHINESE}</p></body></html>"
    (page,) = unpacked("a", saved_page(html, "gb18030"))
    assert isinstance(page, Member)
    assert page.data.decode(page.charset).strip() == html


@pytest.mark.parametrize("packed", [False, True])
def test_a_crawl_gives_its_pages_with_their_addresses(packed: bool) -> None:
    body = PAGE.encode("gbk")
    data = crawled(
        ("https://example.org/1", HTML, body),
        ("https://example.org/picture", "200 image/png", b"\x89PNG"),
        ("https://example.org/gone", "404 text/html", b"<p>Not found</p>"),
        ("https://example.org/2", "200 text/plain", b"Text"),
        packed=packed,
    )
    assert [*unpacked("c", data)] == [
        Member("c/2", body, "https://example.org/1", "GBK"),
        Member("c/8", b"Text", "https://example.org/2", ""),
    ]


def test_a_crawl_that_breaks_off_gives_what_came_before_and_says_so() -> None:
    page = crawled(("https://example.org/1", HTML, PAGE.encode()))
    for data in (page + b"rubbish\r\n" * 9, page[:-80]):
        found = [*unpacked("c", data)]
        assert [type(part) for part in found] == [Member, Refused]
    assert [type(part) for part in unpacked("c", page)] == [Member]


def test_the_address_of_the_crawl_is_the_article_s_and_dates_it() -> None:
    html = "<html><body><article><h1>Talks</h1><p>{}</p></article></body></html>".format(
        "The two foreign ministers met in Hanoi on Sunday and agreed to meet again. " * 4
    )
    found = harvest("c", crawled((ADDRESS, "200 text/html", html.encode())))
    assert [article.url for article in found.articles] == [ADDRESS]
    assert found.articles[0].path == "c/2"
    published = found.articles[0].published
    assert published is not None
    assert (published.day.isoformat(), published.basis) == ("2022-03-06", "url")
