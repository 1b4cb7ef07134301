"""Where on a page the article stands."""

from __future__ import annotations

import pytest

from corpus.readers.markup import parsed
from corpus.readers.page_body import article_element, is_index, strip_furniture

TEXT = "<p>The two ministers met on Friday.</p><p>They will meet again on Monday, they said.</p>"


def words(html: str, title: str = "") -> str:
    return " ".join(article_element(parsed(html), title).get_text(" ").split())


KEPT = "The two ministers met on Friday. They will meet again on Monday, they said."


@pytest.mark.parametrize(
    "html",
    [
        f"<nav><p>Home.</p></nav><article>{TEXT}</article>",
        f"<div class='site-nav'><p>All of the news.</p></div><div><div>{TEXT}</div></div>",
        f"<div>{TEXT}<div id='disqus_thread'><p>Not true.</p></div></div>",
        f"<div>{TEXT}<section><h2>Read next</h2><p>Oil falls again.</p></section></div>",
        f"<div>{TEXT}<ul><li><a href=1>Oil falls again</a></li><li><a href=2>B</a></li></ul></div>",
        f"<div itemprop='articleBody'>{TEXT}</div><div><p>Oil falls again.</p></div>",
    ],
)
def test_the_article_is_taken_and_the_furniture_left(html: str) -> None:
    assert words(html) == KEPT


def test_the_article_begins_at_its_heading_and_keeps_what_stands_between() -> None:
    html = (
        "<div><p>World, today.</p><h1>Talks go on</h1><p>A short first round.</p>"
        f"<div>{TEXT * 3}</div><p>Oil falls again.</p></div>"
    )
    found = words(html, "Talks go on")
    assert found.startswith("Talks go on A short first round. The two")
    assert found.endswith("they said.")


def test_what_holds_most_of_the_text_stays_whatever_it_is_called() -> None:
    page = parsed(f"<div class='comment-body related'>{TEXT}</div>")
    strip_furniture(page)
    assert KEPT.split()[0] in page.get_text()


def test_a_discussion_of_many_contributions_stays() -> None:
    page = parsed("".join(f"<div class='comment-body'>{TEXT}</div>" for _ in range(8)))
    strip_furniture(page)
    assert page.get_text().count("ministers") == 8


def test_comments_longer_than_the_article_are_left() -> None:
    comment = "<li class='comment'><p>I do not believe a word of what they said.</p></li>"
    html = f"<div><div>{TEXT}</div><div class='comments'><ol>{comment * 8}</ol></div></div>"
    assert words(html) == KEPT


def test_links_that_are_sentences_are_text() -> None:
    sentence = "The ministers met in the capital on Friday, the ministry said on its page."
    page = parsed(f"<div>{TEXT}<p><a href=1>{sentence}</a> <a href=2>{sentence}</a></p></div>")
    strip_furniture(page)
    assert page.get_text().count("ministry said") == 2


@pytest.mark.parametrize(("count", "index"), [(0, False), (2, False), (3, True), (9, True)])
def test_headings_that_are_links_make_an_index(count: int, index: bool) -> None:
    teaser = "<h2><a href=1>Oil falls</a></h2><p>It fell again.</p>"
    assert is_index(parsed(f"<div>{teaser * count}</div>")) is index
