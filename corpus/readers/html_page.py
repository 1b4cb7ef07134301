"""Reads web pages as a browser or a crawler saved them: their metadata and their one article.

It must never take the page's furniture for the article's text, nor whoever mirrors an article for
who published it. A page without an article in it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bs4 import BeautifulSoup

from corpus.errors import Unreadable
from corpus.readers.boilerplate import is_notice, original_address
from corpus.readers.contract import Draft, Piece, Reader, Source
from corpus.readers.date_lines import dated_line
from corpus.readers.markup import parsed, pieces
from corpus.readers.page_body import article_element, is_index
from corpus.readers.page_head import PageHead, head_of
from corpus.readers.prose import paragraphs
from corpus.readers.publication import dates_of
from corpus.readers.publishers import is_described
from corpus.text import language_of, letters, tidy

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
#: an article has at least one sentence
_SENTENCE = re.compile(r"[。！？]|[.!?][”\"’)]*(?:\s|$)")
#: lines of a page's head that are looked at for dates and names
_HEAD = 8
#: what stands between title and text counts as text from this length on: a standfirst
_STANDFIRST = 24


def detect(source: Source) -> bool:
    """True for a text that opens as an HTML document."""
    return not source.front and _PAGE.match(source.body) is not None


def read(source: Source) -> tuple[Draft, ...]:
    """One draft: title, captions, headings and paragraphs of the one article on the page.

    Raises `Unreadable` for a page without an article: an index, a list of links, a log-in.
    """
    page = parsed(source.body)
    head = head_of(page, source.body)
    named = original_address(_links(page))
    element = article_element(page, head.title)
    found = pieces(element)
    index = is_index(element)
    title = _title(head, found)
    lines = [piece.text for piece in found[: _HEAD + 1]]
    body = _text(found, title)
    if not _told(body):
        body = paragraphs(head.text)
    if not _told(body) or index or is_notice(title):
        reason = (
            "There is no article on this page, only links or notices (an index, a log-in or an "
            "error page): save the page of one article."
        )
        raise Unreadable("read", reason, title[:80])
    if language_of(" ".join(piece.text for piece in body)) == "und":
        body = [replace(piece, language=head.language) for piece in body]
    url = _original(head, named, source.address)
    dated = next(filter(None, map(dated_line, lines)), None)
    return (
        Draft(
            pieces=(*([Piece("title", title)] if title else ()), *body),
            dates=dates_of(
                meta=head.published,
                text="\n".join(piece.text for piece in body[:3]),
                url=url,
                top=lines,
                path=source.path,
            ),
            url=url,
            names=head.names,
            author=head.author or (dated.author if dated else ""),
        ),
    )


def _original(head: PageHead, named: str, fetched: str) -> str:
    """The original's address: what the page names as such, before its own, before the fetched one.

    A link that is labelled as the source counts where the page's own outlet is an aggregator or one
    that nobody has described: newspapers label documents so, mirrors the article they copied.
    """
    own = head.own or fetched
    if head.original:
        return head.original
    return named if named and not is_described(own) else own


def _title(head: PageHead, found: list[Piece]) -> str:
    """The heading that readers see, if it says what the metadata say; else what they say."""
    first = next((piece.text for piece in found[:3] if piece.kind == "heading"), "")
    key, seen = letters(head.title), letters(first)
    return first if seen and (not key or seen in key or key in seen) else head.title


def _text(found: Iterable[Piece], title: str) -> list[Piece]:
    """The article's pieces; above the first sentence only captions and a standfirst."""
    body: list[Piece] = []
    begun = False
    for number, piece in enumerate(found):
        text = tidy(piece.text)
        if number < _HEAD and (dated_line(text) or letters(text) == letters(title)):
            continue
        begun = begun or (piece.kind == "paragraph" and _SENTENCE.search(text) is not None)
        if begun or piece.kind != "paragraph":
            body.append(piece)
        elif len(text) >= _STANDFIRST:
            body.append(replace(piece, kind="heading"))  # it is a second headline, no sentence
    return body


def _told(body: Iterable[Piece]) -> bool:
    """True if at least one sentence is told."""
    return any(piece.kind == "paragraph" and _SENTENCE.search(piece.text) for piece in body)


def _links(page: BeautifulSoup) -> str:
    """One line for each link: the words before it, its own words and its address."""
    lines = []
    for link in page.find_all("a", href=re.compile("^https?://", re.IGNORECASE)):
        before = link.find_previous(string=True)
        beside = before is not None and any(tag is link.parent for tag in before.parents)
        around = str(before).strip()[-24:] if beside else ""
        words = " ".join(link.get_text(" ").split())
        lines.append(f"{around}\n{words} {link['href']}" if words else str(link["href"]))
        lines.append(f"{around} {link['href']}")
    return "\n".join(lines)


READER = Reader("html-page", detect, read)
