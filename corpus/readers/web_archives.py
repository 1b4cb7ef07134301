"""A saved web page or a crawl goes in (MHTML, WARC), its pages with their addresses come out.

It must never fetch anything, nor give a picture, a style sheet or a server's refusal for a page.
"""

from __future__ import annotations

import email
import io
import re
from collections.abc import Callable, Iterator
from email.message import Message
from typing import Any

from corpus.errors import Unreadable
from corpus.readers.contract import Member, Refused
from corpus.readers.opening import LARGEST

#: bytes within which a message has its headers
_HEAD = 16_384
_HEADERS = re.compile(rb"\s*(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_MESSAGE = re.compile(rb"^content-type:\s*(?:multipart/|text/html|text/plain)", re.I | re.M)
_VERSION = re.compile(rb"^mime-version:", re.I | re.M)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)
_TEXT = re.compile(
    r"\s*(?:text/(?:html|plain|xml|markdown|csv)|application/(?:xhtml|rss|atom|xml|json))", re.I
)
#: records that hold what a server sent; the others describe the crawl
_RECORDS = ("response", "resource", "conversion")


def is_warc(data: bytes) -> bool:
    """True for a crawl as web archives keep it, unpacked from its gzip."""
    return data.startswith(b"WARC/")


def is_mhtml(data: bytes) -> bool:
    """True for a page as browsers save it with its pictures, or a letter: headers, then parts."""
    found = _HEADERS.match(data[:_HEAD])
    headers = found[0] if found else b""
    return _VERSION.search(headers) is not None and _MESSAGE.search(headers) is not None


def mhtml(path: str, data: bytes) -> Iterator[Member | Refused]:
    """The page itself, with the address from which it was saved.

    Raises `Unreadable` if the message is damaged or has no text in it.
    """
    try:
        message = email.message_from_bytes(data)
        parts = [part for part in message.walk() if not part.is_multipart()]
        member = next(
            (
                _page(path, message, part)
                for kind in ("text/html", "application/xhtml+xml", "text/plain")
                for part in parts
                if part.get_content_type() == kind
            ),
            None,
        )
    except Exception as error:  # of many kinds, for bytes that somebody damaged or made up
        raise _damaged("saved web page", error) from error
    if member is not None:
        yield member


def warc(path: str, data: bytes, take: Callable[[int], None]) -> Iterator[Member | Refused]:
    """The pages and feeds that servers gave, each as ``<path>/<number of the record>``.

    ``take`` is told the size of each. Raises `Unreadable` behind the last record that could be
    read, if the file is damaged.
    """
    from warcio.archiveiterator import ArchiveIterator  # here, because few archives need it

    number = 0
    records = iter(ArchiveIterator(io.BytesIO(data)))
    while True:
        try:
            record = next(records, None)
            number += 1
            member = _answer(f"{path}/{number}", record) if record is not None else None
        except Exception as error:  # of many kinds, for bytes that somebody damaged or made up
            raise _damaged("WARC file", error) from error
        if record is None:
            return
        if member is not None:
            take(len(member.data))
            yield member
            if _cut_short(record):
                reason = "The WARC file breaks off in this page: fetch it again for the rest."
                yield Refused(member.path, Unreadable("open", reason))


def _answer(path: str, record: Any) -> Member | None:
    """What a record holds, if it is a text that a server gave for an address."""
    kind = record.rec_headers.get_header("Content-Type") or ""
    if record.http_headers is not None:
        kind = record.http_headers.get_header("Content-Type") or "text/html"
        if not record.http_headers.get_statuscode().startswith("2"):
            return None
    if record.rec_type not in _RECORDS or not _TEXT.match(kind):
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    charset = _CHARSET.search(kind)
    content = record.content_stream().read(LARGEST + 1)
    return Member(path, content, address.strip("<>"), charset[1] if charset else "")


def _cut_short(record: Any) -> bool:
    """True if the file ended before the record had the length that it announces."""
    left = getattr(record.raw_stream, "limit", 0)
    return bool(left > 0 and not record.raw_stream.read(1))


def _page(path: str, message: Message, part: Message) -> Member:
    places = (part["Content-Location"], message["Snapshot-Content-Location"])
    address = next((str(place) for place in places if place), "")
    content = part.get_payload(decode=True)
    charset = part.get_content_charset() or ""
    return Member(path, content if isinstance(content, bytes) else b"", address, charset)


def _damaged(kind: str, error: Exception) -> Unreadable:
    reason = f"The {kind} is damaged: fetch it again, or save its pages as HTML."
    return Unreadable("open", reason, " ".join(str(error).split())[:200])
