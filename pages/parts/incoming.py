"""Files that a person brings in: a name and bytes go in, a place in the archive comes out.

A name is never trusted: it keeps no folder, hides no file and replaces none. The same bytes are
taken once; another content under a name that is taken gets a number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from errno import ENOSPC
from pathlib import Path, PurePosixPath
from typing import Literal

from corpus.archive import files

#: what happened to a file: new here, new under another name, here already, not kept
Fate = Literal["added", "renamed", "known", "full", "failed"]
#: bytes of a file name; common file systems take 255
_LONGEST = 180
#: what some file system gives a meaning of its own
_RESERVED = re.compile(r'[<>:"|?*]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file that was brought in: its own name, the path it has now, and what happened."""

    name: str
    path: str
    fate: Fate
    #: what the machine said, if it could not be kept
    detail: str = ""


def into_folder(folder: Path, name: str, data: bytes) -> Incoming:
    """Write a file into an archive's folder, unless a file there has the same bytes."""
    if known := _same(folder, data):
        return Incoming(name, known, "known")
    for candidate in _numbered(safe_name(name)):
        path = folder / candidate
        try:
            with path.open("xb") as written:
                written.write(data)
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno == ENOSPC:
                path.unlink(missing_ok=True)  # half of it was written
            return Incoming(name, "", "failed", str(error.strerror))
        return Incoming(name, candidate, "added" if candidate == name else "renamed")
    raise AssertionError("the numbers do not end")


def into_memory(
    held: MutableMapping[str, bytes], folder: Path, name: str, data: bytes, most: int
) -> Incoming:
    """Hold a file beside an archive, in all at most ``most`` bytes; writes nothing."""
    known = _same(folder, data) or next((path for path in held if held[path] == data), "")
    if known:
        return Incoming(name, known, "known")
    if sum(map(len, held.values())) + len(data) > most:
        return Incoming(name, "", "full")
    taken = {*held, *(file.name for file in files(folder))}
    path = next(free for free in _numbered(safe_name(name)) if free not in taken)
    held[path] = data
    return Incoming(name, path, "added" if path == name else "renamed")


def safe_name(name: str) -> str:
    r"""A file name without folders, control characters and what could hide or misplace a file.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\x\\报道.md"), safe_name(".\n<b>.md")
    ('passwd', '报道.md', '_b_.md')
    >>> safe_name(""), safe_name("nul.txt")
    ('article', '_nul.txt')
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    shown = "".join(c for c in last if unicodedata.category(c)[0] != "C")
    plain = _RESERVED.sub("_", shown).strip(" .") or "article"
    plain = f"_{plain}" if _DEVICE.match(plain) else plain
    ending = PurePosixPath(plain).suffix
    ending = ending if len(ending.encode()) <= 12 else ""
    stem = plain.removesuffix(ending).encode()[: _LONGEST - len(ending.encode())]
    return stem.decode(errors="ignore").rstrip(" .") + ending


def _numbered(name: str) -> Iterator[str]:
    """The name, then the name with 2, 3 ... before its ending."""
    path = PurePosixPath(name)
    yield name
    number = 2
    while True:
        yield f"{path.stem}-{number}{path.suffix}"
        number += 1


def _same(folder: Path, data: bytes) -> str:
    """Path of the file of an archive that has these bytes; empty if none has."""
    try:
        inside = [file for file in files(folder) if not file.leads_out]
        there = [file for file in inside if file.path.stat().st_size == len(data)]
        return next((file.name for file in there if file.path.read_bytes() == data), "")
    except OSError:  # what cannot be read is not known to be the same
        return ""
