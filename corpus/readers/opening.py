"""Bytes of a file go in, a decoded source with its front matter apart comes out.

It must never guess an encoding that the bytes do not prove, nor let YAML turn what an editor typed
into dates or numbers: every value stays text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from corpus.errors import Unreadable
from corpus.readers.contract import Source

#: byte order mark -> codec that drops it; the last one needs no mark
_CODECS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"", "utf-8"))
_RULE = re.compile(r"^---[ \t]*$", re.MULTILINE)
#: the first entry of front matter, behind blank lines and comments
_KEY = re.compile(r"""(?:[ \t]*(?:#.*)?\n)*["']?[\w-]+["']?[ \t]*:(?:\s|$)""")


def opened(path: str, data: bytes) -> Source:
    """The file's text, with its front matter apart.

    Raises `Unreadable` if it is empty, no text, not UTF-8, or begins with front matter that cannot
    be understood.
    """
    text = _decoded(data)
    if not text.strip():
        raise Unreadable("decode", "The file is empty: fetch the article again or remove the file.")
    front, body = _front_matter(text)
    return Source(path, body, front)


def _decoded(data: bytes) -> str:
    if b"\0" in data:
        raise Unreadable(
            "decode",
            "This is no text file (a picture, archive or office document): save the article as "
            "UTF-8 text or Markdown.",
        )
    codec = next(codec for mark, codec in _CODECS if data.startswith(mark))
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        reason = "The file is not UTF-8 text: convert it to UTF-8 and add it again."
        raise Unreadable("decode", reason, str(error)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _front_matter(text: str) -> tuple[Mapping[str, tuple[str, ...]], str]:
    """The mapping between two rules at the top, if it is one, and the text behind it."""
    opening = _RULE.match(text.lstrip())
    if opening is None:
        return {}, text
    rest = text.lstrip()[opening.end() :]
    if not _KEY.match(rest):
        return {}, text
    closing = _RULE.search(rest)
    if closing is None:
        reason = "The front matter is not closed: put a line --- behind its last entry."
        raise Unreadable("read", reason)
    try:
        front = yaml.load(rest[: closing.start()], Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        reason = "The front matter is not valid YAML: mend it, often by quoting a value."
        raise Unreadable("read", reason, " ".join(str(error).split())) from error
    if not isinstance(front, dict):
        return {}, text
    return {str(key): _values(value) for key, value in front.items()}, rest[closing.end() :]


def _values(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
