"""Bytes of an archived file go in, the articles in it come out.

The format is told by content alone. This package must never open a file itself, and never let a
file that it cannot understand pass without saying why.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.errors import Unreadable
from corpus.model import Article
from corpus.readers import bilingual_markdown, epoch_mirror, hexo_rss, markdown, plain_text
from corpus.readers.composition import composed
from corpus.readers.contract import Reader
from corpus.readers.opening import opened
from corpus.readers.publishers import Publisher, publisher

__all__ = ["READERS", "Publisher", "Reader", "publisher", "read"]

#: the first that says yes reads the file: the particular formats before the general ones
READERS: tuple[Reader, ...] = (
    bilingual_markdown.READER,
    epoch_mirror.READER,
    hexo_rss.READER,
    markdown.READER,
    plain_text.READER,
)


def read(path: str, data: bytes, address: str = "") -> tuple[Article, ...]:
    """The articles in one file; ``path`` is kept as it is, and at most a date is read from it.

    ``address`` is where the file was fetched, where whoever packed it says so.

    Raises `Unreadable`, with the stage and what to do, for a file that is empty, no UTF-8 text, in
    a format that no reader knows, faulty, or without any article text.
    """
    source = replace(opened(path, data), address=address)
    reader = next((reader for reader in READERS if reader.detect(source)), None)
    if reader is None:
        known = ", ".join(reader.name for reader in READERS)
        raise Unreadable(
            "detect",
            "No reader knows this format: save the article as Markdown or plain text.",
            f"it is none of {known}; it begins {source.body.strip()[:60]!r}",
        )
    drafts = enumerate(reader.read(source), start=1)
    return tuple(composed(draft, path, reader.name, data, number) for number, draft in drafts)
