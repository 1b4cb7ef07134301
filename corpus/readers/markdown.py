"""Reads any other Markdown: front matter if there is one, a heading, paragraphs, lists.

It must never take a date in the running text for the day of publication.
"""

from __future__ import annotations

import re

from corpus.readers.boilerplate import original_address
from corpus.readers.contract import Draft, Piece, Reader, Source
from corpus.readers.prose import is_prose, pieces, plain
from corpus.readers.publication import dates_of
from corpus.readers.publishers import web_address

_MARKS = re.compile(r"^#{1,6}[ \t]+\S|\]\([^()\s]+\)|\*\*\S[^*\n]*\*\*|^---[ \t]*$", re.MULTILINE)
#: front-matter keys that hold the original's address, in the order in which they are believed
_ADDRESS_KEYS = ("original", "source", "from", "link", "url", "canonical", "canonicalURL")
_NAME_KEYS = ("publisher", "outlet", "site", "author", "categories")


def detect(source: Source) -> bool:
    """True for prose with front matter or with any of Markdown's marks."""
    marked = bool(source.front) or _MARKS.search(source.body) is not None
    return marked and is_prose(source.body, pieces(source.body))


def read(source: Source) -> tuple[Draft, ...]:
    """One draft: the title is the front matter's, else the first heading above all paragraphs."""
    body = pieces(source.body)
    title = plain(source.first("title"))
    if not title and body and body[0].kind != "paragraph":
        title = body.pop(0).text
    addresses = (web_address(source.first(key)) for key in _ADDRESS_KEYS)
    url = next(filter(None, addresses), "") or original_address(source.body)
    return (
        Draft(
            pieces=(
                *([Piece("title", title)] if title else ()),
                *(Piece("heading", p.text) if p.kind == "title" else p for p in body),
            ),
            dates=dates_of(date=source.first("date"), text=source.body, url=url, path=source.path),
            url=url,
            names=tuple(name for key in _NAME_KEYS for name in source.front.get(key, ())),
            author=source.first("author"),
        ),
    )


READER = Reader("markdown", detect, read)
