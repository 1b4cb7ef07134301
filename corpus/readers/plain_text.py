"""Reads plain prose that somebody dropped in, so that it is read rather than refused.

It must never take data, a program or a web page for prose, nor the first sentence for a title.
"""

from __future__ import annotations

from corpus.readers.boilerplate import original_address
from corpus.readers.contract import Draft, Piece, Reader, Source
from corpus.readers.date_lines import dated_line
from corpus.readers.markup import is_heading
from corpus.readers.prose import is_prose, paragraphs
from corpus.readers.publication import dates_of

#: lines at the top in which a date may stand alone
_TOP = 6


def detect(source: Source) -> bool:
    """True for prose without front matter."""
    return not source.front and is_prose(source.body, paragraphs(source.body))


def read(source: Source) -> tuple[Draft, ...]:
    """One draft: paragraphs, and a title if the first line clearly is one."""
    body = paragraphs(source.body)
    if _titled(source.body.strip(), body):
        body[0] = Piece("title", body[0].text)
    url = original_address(source.body)
    top = [piece.text for piece in body[:_TOP]]
    dated = [number for number, line in enumerate(top) if dated_line(line)]
    author = dated_line(top[dated[0]]) if dated else None
    return (
        Draft(
            pieces=tuple(piece for number, piece in enumerate(body) if number not in dated),
            dates=dates_of(text=source.body, url=url, top=top, path=source.path),
            url=url,
            author=author.author if author else "",
        ),
    )


def _titled(text: str, body: list[Piece]) -> bool:
    """True if a blank line parts a short first line that is no sentence from longer paragraphs."""
    line, _, rest = text.partition("\n")
    longer = any(len(piece.text) > 2 * len(line) for piece in body[1:])
    return rest.startswith("\n") and len(line) > 8 and is_heading(line) and longer


READER = Reader("plain-text", detect, read)
