"""Reads posts that a feed reader made for the site generator Hexo: front matter, then HTML.

It must never take the address of a stand-in picture for the publisher's.
"""

from __future__ import annotations

import re

from corpus.readers.boilerplate import original_address
from corpus.readers.contract import Draft, Piece, Reader, Source
from corpus.readers.markup import parsed, pieces
from corpus.readers.prose import plain
from corpus.readers.publication import dates_of

_PICTURES = ("headimg", "thumbnail")
_LINKED = re.compile(r"""(?:src|href)=["'](https?://[^"']+)""")


def detect(source: Source) -> bool:
    """True for titled front matter that names a head picture, above a body of HTML."""
    pictured = any(key in source.front for key in _PICTURES)
    return pictured and bool(source.first("title")) and source.body.lstrip().startswith("<")


def read(source: Source) -> tuple[Draft, ...]:
    """One draft: the front matter's title, then the body with its headings and captions."""
    url = original_address(source.body)
    return (
        Draft(
            pieces=(
                Piece("title", plain(source.first("title"))),
                *pieces(parsed(source.body)),
            ),
            dates=dates_of(date=source.first("date"), text=source.body, url=url),
            url=url,
            addresses=(*map(source.first, _PICTURES), *_LINKED.findall(source.body)),
            names=(source.first("author"), *source.front.get("categories", ())),
            author=source.first("author"),
        ),
    )


READER = Reader("hexo-rss", detect, read)
