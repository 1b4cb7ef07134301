"""Reads feeds that were saved to a file: RSS of any version, RDF and Atom.

It must never fetch anything, nor take the feed's own day or address for those of an entry.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from xml.sax import SAXException

from corpus.errors import Unreadable
from corpus.readers.contract import Draft, Piece, Reader, Source
from corpus.readers.markup import parsed, pieces
from corpus.readers.publication import dates_of
from corpus.readers.publishers import web_address
from corpus.text import tidy

#: the root element, behind what may stand above it
_ROOT = re.compile(
    r"\s*(?:(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE(?:[^\[>]|\[.*?\]\s*(?=>))*>)\s*)*"
    r"<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")
_HEAD = 8192
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def detect(source: Source) -> bool:
    """True for a document whose root is that of a feed."""
    return _ROOT.match(source.body[:_HEAD]) is not None


def read(source: Source) -> tuple[Draft | Unreadable, ...]:
    """One draft for each entry: its whole text if the feed carries it, else its summary.

    Beside them a problem, if the XML is faulty: an entry may then be cut short.

    Raises `Unreadable` for a feed without entries.
    """
    found = _parsed(source.body)
    home = _text(found.feed, "title")
    drafts = tuple(_draft(entry, home) for entry in found.entries)
    if not drafts:
        reason = "There are no entries in this feed: fetch it again, or remove the file."
        raise Unreadable("read", reason, str(found.get("bozo_exception", "")))
    fault = found.get("bozo_exception")
    if not isinstance(fault, SAXException):
        return drafts
    reason = "The feed is no sound XML: see whether an entry is cut short, or fetch it again."
    return (*drafts, Unreadable("read", reason, str(fault)))


def _parsed(body: str) -> Any:
    import feedparser  # here, because few archives need it

    data = _PROLOG.sub("", body, count=1).encode("utf-8", "replace")
    try:
        return feedparser.parse(
            BytesIO(data),
            response_headers=_HEADERS,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # of many kinds, for bytes that somebody damaged or made up
        reason = "The feed is damaged: fetch it again."
        raise Unreadable("read", reason, " ".join(str(error).split())[:200]) from error


def _draft(entry: Any, home: str) -> Draft:
    title = tidy(parsed(_text(entry, "title")).get_text())
    contents = [_text(content, "value") for content in entry.get("content") or ()]
    html = max([*contents, _text(entry, "summary")], key=len)
    body = tuple(pieces(parsed(html)))
    author = tidy(_text(entry, "author"))
    url = web_address(_text(entry, "link")) or web_address(_text(entry, "id"))
    written = _text(entry, "published") or _text(entry, "updated")
    return Draft(
        pieces=(*([Piece("title", title)] if title and body else ()), *(body or _alone(title))),
        dates=dates_of(date=written, text="\n".join(piece.text for piece in body), url=url),
        url=url,
        names=(_text(entry.get("source") or {}, "title"), author, home),
        author=author,
    )


def _text(part: dict[str, Any], key: str) -> str:
    """A text of that very name: a feed parser gives the day of change for that of publication."""
    value = dict.get(part, key)
    return value if isinstance(value, str) else ""


def _alone(title: str) -> tuple[Piece, ...]:
    """An entry that is only a headline has it for its text."""
    return (Piece("paragraph", title),) if title else ()


READER = Reader("feed", detect, read)
