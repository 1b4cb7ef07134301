"""Bytes go in, their text and the encoding that they prove come out.

It must never guess: an encoding is believed if the bytes declare it and fit it, or if what comes
out is full of the letters and marks of which such text is full (`corpus/lexicon/charsets.tsv`).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.errors import Unreadable
from corpus.lexicon import Row, listed, table

#: broken characters that are read on as U+FFFD: one in a hundred, and one in any text
BROKEN_SHARE = 0.01
#: stray NUL bytes that a text may hold, as a share of its bytes
_NUL_SHARE = 0.01
#: characters by which an encoding is judged, and bytes within which a file declares its own
_SAMPLE = 50_000
_HEAD = 4096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:+-]{2,40})""", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_LETTER = re.compile(r"[^\W\d_]")
#: what UTF-8 looks like when somebody read it as a Western encoding; one alone may be chance: É”
_DOUBLE = re.compile("[\xc2-\xf4][\x80-\xbf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and how it was read."""

    text: str
    #: Python's name of the codec; ``utf-8 twice`` where an earlier wrong reading was undone
    encoding: str
    #: characters that could not be read and stand as U+FFFD
    broken: int = 0


def decoded(data: bytes, charset: str = "") -> Decoded:
    """The text of a file; ``charset`` is what whoever packed it says of its encoding.

    Believed are, in this order: a byte order mark, the pattern of NUL bytes in UTF-16 and UTF-32,
    UTF-8 without a fault, what is declared, UTF-8 with a few faults, what the letters prove.

    Raises `Unreadable` for a picture or another file that is no text, and where no encoding fits.

    >>> decoded("外长会谈。".encode("gb18030"), "gbk")
    Decoded(text='外长会谈。', encoding='gb18030', broken=0)
    >>> decoded("Talks in Kyiv".encode("utf-16")).encoding
    'utf-16-le'
    """
    kind = next((row for row in table("file_kinds.tsv") if _is(row, data)), None)
    if kind is not None:
        raise Unreadable("decode", f"This is {kind['kind']}: {kind['advice']}.")
    for candidate in _believed(data, charset):
        if candidate.broken <= max(1, len(candidate.text) * BROKEN_SHARE):
            return candidate
    raise Unreadable(
        "decode",
        "The bytes fit no encoding: convert the file to UTF-8 and add it again, or leave it out "
        "of the folder if it is no text.",
        f"it begins {data[:24]!r}",
    )


def _believed(data: bytes, charset: str) -> Iterator[Decoded]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            yield _read(data[len(mark) :], codec)
    if b"\0" in data:
        yield from _wide(data)
        if data.count(b"\0") > len(data) * _NUL_SHARE:
            raise Unreadable(
                "decode",
                "This is no text file: save the article as UTF-8 text or Markdown, or leave the "
                "file out of the folder.",
            )
    unicode = _read(data, "utf-8")
    if not unicode.broken:
        yield _undone(unicode)
    declared = [charset, *(name.decode("ascii") for name in _DECLARED.findall(data[:_HEAD])[:3])]
    for codec in dict.fromkeys(filter(None, map(_codec, declared))):
        if codec not in ("utf-8", "utf-16-le", "utf-16-be"):
            yield from _sane(_read(data, codec))
    # as good as UTF-8: each fault stands among ten characters that only UTF-8 explains, or is
    # the last character, cut off
    sound = len(_BEYOND_ASCII.findall(unicode.text)) - unicode.broken
    if sound >= 10 * unicode.broken or (unicode.broken == 1 and unicode.text.endswith("\ufffd")):
        yield unicode
    yield from _supposed(data)


def _is(row: Row, data: bytes) -> bool:
    return data.startswith(bytes.fromhex(row["bytes"]), int(row["offset"]))


def _read(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, "replace")
    broken = text.count("\ufffd")
    if broken:
        broken -= data.count("\ufffd".encode(codec)) if codec.startswith("utf") else 0
    return Decoded(text, codec, max(broken, 0))


def _wide(data: bytes) -> Iterator[Decoded]:
    """UTF-32 or UTF-16 without a mark: the one whose reading is a text of usual characters."""
    for codec, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        found = _read(data[: len(data) - len(data) % width], codec)
        sample = found.text[:_SAMPLE]
        usual = sum("\t" <= letter <= "~" or letter in _usual() for letter in sample)
        if usual * 4 >= len(sample) > 0 and not _CONTROL.search(sample):
            yield found


def _supposed(data: bytes) -> Iterator[Decoded]:
    """What the letters prove, the best proof first; then what charset-normalizer says."""
    proofs: list[tuple[float, int, Decoded]] = []
    for row in table("charsets.tsv"):
        if row["common"]:
            found = _read(data, row["codec"])
            proof = _proof(found.text[:_SAMPLE], row)
            if proof >= 1:
                proofs.append((-proof, len(proofs), found))
    for _, _, found in sorted(proofs, key=lambda proof: proof[:2]):
        yield from _sane(found)
    from charset_normalizer import from_bytes  # here, because few archives need it

    best = from_bytes(data[:_SAMPLE]).best()
    codec = _codec(best.encoding) if best is not None else ""
    if codec:
        yield from _sane(_read(data, codec))


def _proof(text: str, row: Row) -> float:
    """How much fuller of common letters a text is than the encoding asks; 1 is just enough."""
    beyond = _BEYOND_ASCII.findall(text)
    letters = len(_LETTER.findall(text))
    least, most = float(row["least"] or 0), float(row["most"] or 2)
    if not beyond or not letters * least <= len(beyond) <= letters * most + 1:
        return 0
    common = sum(letter in row["common"] for letter in beyond)
    return common / len(beyond) / float(row["share"])


def _sane(found: Decoded) -> Iterator[Decoded]:
    """The reading, if it holds no control characters, which no text in a known encoding has."""
    if len(_CONTROL.findall(found.text[:_SAMPLE])) <= len(found.text[:_SAMPLE]) * _NUL_SHARE:
        yield _undone(found)


def _undone(found: Decoded) -> Decoded:
    """The text without a second encoding, where that can be taken off without any loss.

    >>> _undone(Decoded("æ™®äº¬å‘¨å››è¯´", "utf-8")).text
    '普京周四说'
    """
    if len(_DOUBLE.findall(found.text[:_SAMPLE])) < 2:
        return found
    try:
        text = _western(found.text).decode("utf-8")
    except UnicodeError:
        return found
    return Decoded(text, f"{found.encoding} twice", found.broken)


def _western(text: str) -> bytes:
    """The bytes that were read as Western text; the five that windows-1252 lacks as Latin-1.

    Raises `UnicodeEncodeError` for a text that no Western reading gives.
    """
    try:
        return text.encode("windows-1252")
    except UnicodeEncodeError:
        return text.translate(_latin()).encode("latin-1")


@cache
def _latin() -> dict[int, int]:
    """The characters that windows-1252 has between 0x80 and 0x9f, as the bytes they stand for."""
    pairs = ((bytes([code]).decode("windows-1252", "ignore"), code) for code in range(0x80, 0xA0))
    return {ord(letter): code for letter, code in pairs if letter}


@cache
def _usual() -> frozenset[str]:
    return frozenset("".join(row["common"] for row in table("charsets.tsv")))


@cache
def _codec(label: str) -> str:
    """The codec behind a label as pages write it; empty for one that is not in the table."""
    key = "".join(filter(str.isalnum, label.lower()))
    rows = table("charsets.tsv")
    return next((row["codec"] for row in rows if key in listed(row["labels"])), "")
