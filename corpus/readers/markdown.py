"""Reads any other Markdown: front matter if there is one, a heading, paragraphs, lists.

It must never take a date in the running text for the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.errors import Unreadable
from corpus.readers.boilerplate import is_boilerplate, original_address
from corpus.readers.contract import Draft, Piece, Reader, Source
from corpus.readers.date_lines import dated_line
from corpus.readers.page_head import without_site
from corpus.readers.prose import is_prose, pieces, plain, top_lines
from corpus.readers.publication import dates_of
from corpus.readers.publishers import web_address
from corpus.text import tidy

_MARKS = re.compile(r"^#{1,6}[ \t]+\S|\]\([^()\s]+\)|\*\*\S[^*\n]*\*\*|^---[ \t]*$", re.MULTILINE)
#: front-matter keys that hold the original's address, in the order in which they are believed
_ADDRESS_KEYS = ("original", "source", "from", "link", "url", "canonical", "canonicalURL")
#: links that a list of them has at least, and characters that it may leave
_LINKS = 3
_REMNANT = 24
_STOP = re.compile(r"[。！？.!?…]")
_NAME_KEYS = ("publisher", "outlet", "site", "author", "categories")


def detect(source: Source) -> bool:
    """True for prose with front matter or with any of Markdown's marks."""
    marked = bool(source.front) or _MARKS.search(source.body) is not None
    return marked and is_prose(source.body, pieces(source.body))


def read(source: Source) -> tuple[Draft, ...]:
    """One draft: the title is the front matter's, else the first heading above all paragraphs.

    A title without a letter is none: newsletters give their day for one. Raises `Unreadable` for a
    list of links.
    """
    names = tuple(name for key in _NAME_KEYS for name in source.front.get(key, ()))
    top = top_lines(source.body)
    body = [p for n, p in enumerate(pieces(source.body)) if n >= len(top) or not _dates(p)]
    title = plain(source.first("title"))
    if not any(map(str.isalpha, title)) and body and body[0].kind != "paragraph":
        title = body.pop(0).text
    title = without_site(title, names)
    if not any(p.kind == "paragraph" and not is_boilerplate(tidy(p.text)) for p in body):
        # headlines only: they are the text
        body = [Piece("paragraph", piece.text) for piece in body]
    if not title and source.body.count("](") >= _LINKS and _is_remnant(body):
        reason = "There is no article in the file, only a list of links: save the articles."
        raise Unreadable("read", reason)
    addresses = (web_address(source.first(key)) for key in _ADDRESS_KEYS)
    url = next(filter(None, addresses), "") or original_address(source.body)
    dated = next(filter(None, map(dated_line, top)), None)
    return (
        Draft(
            pieces=(
                *([Piece("title", title)] if title else ()),
                *(Piece("heading", p.text) if p.kind == "title" else p for p in body),
            ),
            dates=dates_of(
                date=_date(source, url), text=source.body, url=url, top=top, path=source.path
            ),
            url=url,
            names=names,
            author=plain(source.first("author")) or (dated.author if dated else ""),
        ),
    )


def _date(source: Source, url: str) -> str:
    """The front matter's date; that of a hidden comment only where nothing else is the original.

    A comment is what a tool notes of the file: beside the address of an original it tells when the
    copy or the translation was made.
    """
    return source.first("date") or ("" if url else source.first("file date"))


def _is_remnant(body: Iterable[Piece]) -> bool:
    """True for a few words without a sentence: what a list of links leaves."""
    text = " ".join(tidy(p.text) for p in body if not is_boilerplate(tidy(p.text)))
    return len(text) <= _REMNANT and _STOP.search(text) is None


def _dates(piece: Piece) -> bool:
    """True for a paragraph that is nothing but a line with the date, and the writer's name."""
    return piece.kind == "paragraph" and dated_line(tidy(piece.text)) is not None


READER = Reader("markdown", detect, read)
