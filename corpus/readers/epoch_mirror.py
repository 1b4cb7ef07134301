"""Reads the Git mirrors of The Epoch Times: a heading, navigation, the article's HTML, its address.

It must never trust the mirror's own address or path: the original's stands at the foot.
"""

from __future__ import annotations

import re

from corpus.readers.boilerplate import original_address
from corpus.readers.contract import Draft, Piece, Reader, Source
from corpus.readers.markup import parsed, pieces
from corpus.readers.prose import plain
from corpus.readers.publication import dates_of

_TITLE = re.compile(r"\s*#{1,6}[ \t]+(.+)")
_BODY = re.compile(r'<div\b[^>]*\bitemprop="articleBody"')


def detect(source: Source) -> bool:
    """True for a Markdown heading above an element that is marked as an article's body."""
    return _TITLE.match(source.body) is not None and _BODY.search(source.body) is not None


def read(source: Source) -> tuple[Draft, ...]:
    """One draft: title, caption of the picture at the head, body; dated by dateline or address."""
    title = _TITLE.match(source.body)
    page, _, _ = source.body[source.body.index("<") :].rpartition("\n---")
    body = pieces(parsed(page or source.body))
    url = original_address(source.body)
    return (
        Draft(
            pieces=(Piece("title", plain(title[1] if title else "")), *body),
            dates=dates_of(text="\n".join(piece.text for piece in body), url=url),
            url=url,
        ),
    )


READER = Reader("epoch-mirror", detect, read)
