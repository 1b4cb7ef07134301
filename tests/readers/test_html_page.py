"""Web pages as they were saved: which is the article, whose it is, and when no article is there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import Unreadable
from corpus.model import Article
from corpus.readers import harvest, read


def page(body: str, head: str = "") -> Article:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    (article,) = read("page.html", html.encode())
    assert article.format == "html-page"
    return article


def told(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


CANONICAL = '<link rel="canonical" href="{}">'
STORY = "<h1>Talks go on</h1><p>The two ministers met on Friday.</p>"
SOURCE = '<p>{} <a href="https://apnews.com/1">{}</a></p>'


@pytest.mark.parametrize(
    ("head", "foot", "outlet", "url"),
    [
        (
            CANONICAL.format("https://copies.github.io/1"),
            SOURCE.format("", "原文链接"),
            "ap",
            "https://apnews.com/1",
        ),
        ("", SOURCE.format("Source:", "report"), "ap", "https://apnews.com/1"),
        (
            CANONICAL.format("https://brief.example/1"),
            SOURCE.format("", "Source Link"),
            "ap",
            "https://apnews.com/1",
        ),
        (
            CANONICAL.format("https://news.yahoo.com/1"),
            SOURCE.format("Source:", "AP"),
            "ap",
            "https://apnews.com/1",
        ),
        (
            CANONICAL.format("https://www.ft.com/1"),
            SOURCE.format("Source:", "papers"),
            "ft",
            "https://www.ft.com/1",
        ),
        (
            CANONICAL.format("https://copies.github.io/1")
            + '<script type="application/ld+json">{"@type": "NewsArticle",'
            ' "isBasedOn": {"url": "https://www.bbc.com/1"}}</script>',
            SOURCE.format("", "原文链接"),
            "bbc",
            "https://www.bbc.com/1",
        ),
        (
            CANONICAL.format("https://brief.example/1"),
            "",
            "brief.example",
            "https://brief.example/1",
        ),
        ("", SOURCE.format("As they told", "AP"), "unknown", ""),
    ],
)
def test_the_original_is_the_outlet_and_never_the_mirror(
    head: str, foot: str, outlet: str, url: str
) -> None:
    article = page(STORY + foot, head)
    assert (article.outlet_id, article.url) == (outlet, url)


def test_the_address_of_the_saved_page_is_read_from_the_browser_s_comment() -> None:
    html = "<!-- saved from url=(0021)https://www.dw.com/1 -->\n<html><body>" + STORY
    assert read("a", html.encode())[0].outlet_id == "dw"


def test_the_address_at_which_a_crawler_fetched_the_page_tells_the_outlet() -> None:
    html = f"<html><body>{STORY}</body></html>".encode()
    assert read("a", html, "https://www.ft.com/content/1")[0].outlet_id == "ft"


def test_both_halves_of_a_bilingual_page_are_kept() -> None:
    article = page(
        "<article><h1>会谈继续</h1><p>两国外长周五会谈。</p><hr>"
        "<h1>Talks go on</h1><p>The two ministers met on Friday.</p></article>"
    )
    assert article.languages == ("zh", "en")
    assert told(article)[2:] == [
        ("heading", "Talks go on"),
        ("paragraph", "The two ministers met on Friday."),
    ]


def test_a_day_of_change_is_no_day_of_publication() -> None:
    changed = '<meta property="article:modified_time" content="2022-05-01T10:00:00Z">'
    assert page(STORY, changed).published is None


def test_the_date_line_under_the_title_dates_a_page_without_metadata() -> None:
    body = "<h1>会谈继续</h1><div>2022-01-21 10:11　来源：某网</div><p>两国外长周五会谈。</p>"
    article = page(body)
    assert article.published is not None
    assert (article.published.day.isoformat(), article.published.basis) == ("2022-01-21", "visible")
    assert told(article) == [("title", "会谈继续"), ("paragraph", "两国外长周五会谈。")]


def test_a_copy_dated_later_than_the_original_s_address_is_dated_by_the_address() -> None:
    head = (
        CANONICAL.format("https://www.theguardian.com/world/2022/jan/21/talks")
        + '<meta property="article:published_time" content="2024-05-12T11:41:10Z">'
    )
    assert [(d.day.isoformat(), d.basis) for d in page(STORY, head).dates] == [
        ("2022-01-21", "url"),
        ("2024-05-12", "meta"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<h1>World</h1><ul><li><a href='/1'>Talks go on</a></li><li><a href='/2'>Oil</a></li></ul>",
        "<article><h2><a href='/1'>Talks go on</a></h2><p>The ministers met.</p></article>" * 5,
        "<h1>404 Not Found</h1><p>The page that you look for is gone.</p>",
        "<h1>Log in</h1><form><p>Give your name and password.</p></form>",
        "<div id='root'></div><noscript><p>Switch on JavaScript.</p></noscript>",
    ],
    ids=["empty", "links", "teasers", "not found", "log-in", "script"],
)
def test_a_page_without_an_article_is_refused_with_what_to_do(body: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        page(body)
    assert refusal.value.stage == "read"
    assert "save the page of one article" in refusal.value.reason


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 5000 + "<p>They met.</p>",
        '<html><head><script type="application/ld+json">' + "[" * 9000 + "</script>" + STORY,
        '<html><head><script type="application/ld+json">{"@type": 3, "author": [[{}]]}</script>'
        + STORY,
        "<html><link rel=canonical href='https://[a'><time datetime='2020-02-31'>x</time>" + STORY,
        "<html><head><title></title></head></html>",
        "<html><body><p>A.</p></html><html><p>B.</p>",
    ],
    ids=["deep", "deep json", "odd json", "bad address", "bare", "twice"],
)
def test_a_broken_page_is_read_or_refused(html: str) -> None:
    found = harvest("a", html.encode())
    assert found.articles or found.problems
    assert all("." in article.text and not article.dates for article in found.articles)


_TOKENS = st.sampled_from(
    [
        *("<article>", "</article>", "<h1>", "</h1>", "<h2>", "<p>", "</p>", "<div>", "</div>"),
        *("<a href='https://a.org/1'>", "</a>", "<a>", "<time datetime='2022-13-01'>", "<ul><li>"),
        *("<div class='comments share'>", "<div itemprop='articleBody'>", "<figure>", "<aside>"),
        *(
            '<script type="application/ld+json">',
            "</script>",
            '{"@graph": [',
            '{"@type": "Article",',
        ),
        *('"author": [{"@id": "x"}, null]', '"datePublished": 5', "}", "]", "<meta content='x'>"),
        *("<title>", "</title>", "原文链接", "Source:", "2022-01-21 10:11", "会谈。", "They met. "),
        *("<link rel='canonical' href='https://[a'>", "<!--", "-->", "<body>", "</html>", "\n\n"),
    ]
)


def test_a_standfirst_is_a_second_headline_unless_it_is_a_sentence() -> None:
    first = "Ministers disagree on most of the terms after nine hours"
    text = "<p>The two ministers met on Friday.</p><p>They left.</p><p>No day was set.</p>"
    body = f"<article><h1>Talks go on</h1><p>{{}}</p>{text}</article>"
    assert told(page(body.format(first)))[:2] == [("title", "Talks go on"), ("heading", first)]
    assert told(page(body.format(first + ".")))[1] == ("paragraph", first + ".")


@given(st.lists(_TOKENS, max_size=30).map("".join))
def test_any_page_is_read_or_refused(body: str) -> None:
    found = harvest("a", f"<html>{body}".encode())
    assert found.articles or found.problems
    for article in found.articles:
        assert article.text == "\n\n".join(text for _, text in told(article))
