"""Bytes of a file go in, a decoded source with its front matter apart comes out.

It must never read more than an article file can hold, nor let a file pass that is no text.
"""

from __future__ import annotations

from corpus.errors import Unreadable
from corpus.readers.contract import Source
from corpus.readers.decoding import decoded
from corpus.readers.front_matter import parted

#: bytes that one file of articles may have: 32 MB, some ten million Chinese characters
LARGEST = 32 * 1024 * 1024


def opened(path: str, data: bytes, address: str = "", charset: str = "") -> Source:
    """The file's text, with its front matter apart.

    ``address`` and ``charset`` are what whoever packed the file says of it. Raises `Unreadable` if
    it is empty, no text, larger than `LARGEST`, or in an encoding that cannot be told.
    """
    if len(data) > LARGEST:
        reason = (
            f"The file is larger than {LARGEST >> 20} MB: split it into files of fewer articles."
        )
        raise Unreadable("decode", reason, f"{len(data)} bytes")
    found = decoded(data, charset)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if not text.strip():
        raise Unreadable("decode", "The file is empty: fetch the article again or remove the file.")
    front, body = parted(text)
    return Source(path, body, front, address, found.encoding, found.broken)
