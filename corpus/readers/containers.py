"""A file goes in, the files packed in it come out, one by one; any other file comes out as it is.

A container is told by its bytes, never by its name. This module must never write to a disk, never
unpack more than it says below, and never let one bad member lose the others.
"""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from corpus.errors import Unreadable
from corpus.readers import web_archives
from corpus.readers.contract import Member, Refused

#: how many containers may lie in one another: a page in a gzip in a zip is two
DEPTH = 3
#: files, and bytes in all (1 GB), that one container may unpack to
MEMBERS = 20_000
TOTAL = 1024 * 1024 * 1024
#: text shrinks to a fifth, tables to a fiftieth; what grows more when unpacked is a bomb
RATIO = 250
#: bytes below which no ratio is looked at
_SMALL = 1024 * 1024
#: bytes of a packed stream that holds many pages (1/4 GB)
STREAM = 256 * 1024 * 1024

_LOCKED = 0x1
_GZIP = b"\x1f\x8b\x08"
_CHUNK = 64 * 1024
_OFFICE = {
    "word/": "a Word document",
    "xl/": "an Excel workbook",
    "ppt/": "a PowerPoint presentation",
    "META-INF/container.xml": "an e-book",
    "content.xml": "an OpenDocument file",
}


@dataclass(slots=True)
class _Budget:
    """What one container may still unpack to."""

    members: int = MEMBERS
    bytes: int = TOTAL

    def take(self, size: int) -> None:
        """Count one member in; raises `Unreadable` where that is more than a container may hold."""
        self.members -= 1
        self.bytes -= size
        if self.members < 0 or self.bytes < 0:
            reason = (
                f"The container unpacks to more than {MEMBERS} files or {TOTAL >> 20} MB: split it."
            )
            raise Unreadable("open", reason)


def unpacked(path: str, data: bytes) -> Iterator[Member | Refused]:
    """The files in a zip, tar, gzip, MHTML or WARC file, in its order; else the file itself.

    Hidden members (``.git``, ``__MACOSX``) are passed over, as hidden files of an archive are.
    What is wrong with a container comes as `Refused`, behind whatever could be unpacked before.
    """
    found = 0
    try:
        for member in _opened(path, data, DEPTH, _Budget()):
            found += 1
            yield member
    except Unreadable as why:
        yield Refused(path, why)
        return
    if not found:
        reason = "There is nothing to read in this container: no text, and no web page."
        yield Refused(path, Unreadable("open", reason))


def _opened(path: str, data: bytes, depth: int, budget: _Budget) -> Iterator[Member | Refused]:
    if depth:
        if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return _zip(path, data, depth, budget)
        if data[257:262] == b"ustar":
            return _tar(path, data, depth, budget)
        if data.startswith(_GZIP):
            return _gzip(path, data, depth, budget)
        if web_archives.is_warc(data):
            return web_archives.warc(path, data, budget.take)
        if web_archives.is_mhtml(data):
            return web_archives.mhtml(path, data)
    return iter([Member(path, data)])


def _zip(path: str, data: bytes, depth: int, budget: _Budget) -> Iterator[Member | Refused]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except Exception as error:  # of many kinds, for bytes that somebody damaged or made up
        raise _damaged("zip", error) from error
    for mark, kind in _OFFICE.items():
        if any(info.filename.startswith(mark) for info in infos):
            raise Unreadable("open", f"This is {kind}: save it as plain text or HTML.")
    for info in infos:
        name = _inside(_name(info))
        if info.is_dir() or not name:
            continue
        where = f"{path}/{name}"
        try:
            if info.flag_bits & _LOCKED:
                reason = "It is locked with a password: unpack it and add the files."
                raise Unreadable("open", reason)
            _check(info.file_size, info.compress_size)
            with archive.open(info) as stream:
                content = stream.read(STREAM + 1)
        except Unreadable as why:
            yield Refused(where, why)
        except Exception as error:
            yield Refused(where, _damaged("zip", error))
        else:
            budget.take(len(content))
            yield from _inner(where, content, depth, budget)


def _tar(path: str, data: bytes, depth: int, budget: _Budget) -> Iterator[Member | Refused]:
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for info in archive:
                name = _inside(info.name)
                stream = archive.extractfile(info) if info.isreg() and name else None
                if stream is not None:
                    content = stream.read(STREAM + 1)
                    budget.take(len(content))
                    yield from _inner(f"{path}/{name}", content, depth, budget)
    except Unreadable:
        raise
    except Exception as error:  # of many kinds, for bytes that somebody damaged or made up
        raise _damaged("tar", error) from error


def _gzip(path: str, data: bytes, depth: int, budget: _Budget) -> Iterator[Member | Refused]:
    """What the gzip streams behind one another hold: a WARC file has one for each record."""
    parts: list[bytes] = []
    size = at = 0
    most = min(STREAM, max(_SMALL, RATIO * len(data)))
    why: Unreadable | None = None
    while why is None and data[at : at + 2] == _GZIP[:2]:
        stream = zlib.decompressobj(31)
        try:
            while not stream.eof and at < len(data):
                part = stream.decompress(data[at : at + _CHUNK], most + 1 - size)
                at += _CHUNK
                size += len(part)
                parts.append(part)
                _check(size, len(data))
        except zlib.error as error:
            why = _damaged("gzip", error)
        else:
            at = min(at, len(data)) - len(stream.unused_data)
            if not stream.eof:
                why = _damaged("gzip", "it is cut short")
    budget.take(size)
    if size:
        yield from _inner(path, b"".join(parts), depth, budget)
    if why is not None:
        yield Refused(path, why)


def _inner(path: str, data: bytes, depth: int, budget: _Budget) -> Iterator[Member | Refused]:
    try:
        yield from _opened(path, data, depth - 1, budget)
    except Unreadable as why:
        yield Refused(path, why)


def _check(size: int, packed: int) -> None:
    if size > STREAM or (size > _SMALL and size > RATIO * max(packed, 1)):
        reason = (
            f"It unpacks to more than {STREAM >> 20} MB, or {RATIO} times its size, as no text "
            "does: unpack it yourself and look what it is."
        )
        raise Unreadable("open", reason, f"{packed} bytes hold {size}")


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name; without its flag it may still be UTF-8, or what Chinese Windows writes."""
    if info.flag_bits & 0x800:
        return info.filename
    for codec in ("utf-8", "gb18030"):
        try:
            return info.filename.encode("cp437").decode(codec)
        except UnicodeError:
            continue
    return info.filename


def _inside(name: str) -> str:
    """The path inside the container, whatever it tries to lead to; empty for a hidden member."""
    parts = PurePosixPath(re.sub(r"^[A-Za-z]:|[\0\n\r]", "", name).replace("\\", "/")).parts
    kept = [part for part in parts if part not in ("/", "..")]
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in kept)
    return "" if hidden else "/".join(kept)


def _damaged(kind: str, error: object) -> Unreadable:
    reason = f"The {kind} file is damaged: fetch it again, or unpack it and add the files."
    return Unreadable("open", reason, " ".join(str(error).split()))
