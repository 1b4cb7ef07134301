"""A folder goes in, its files with their digests come out, and the results that are kept of them.

The only module that walks folders and opens the files of an archive. A result is kept under the
digest of a file's path and bytes and of this package's own code and tables, so that it is never
taken for something else; what is kept may be deleted at any time, and costs nothing but time.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from corpus.errors import Unreadable
from corpus.lexicon import own_tables
from corpus.model import Problem

if TYPE_CHECKING:  # the readers and the coder are loaded when something has to be read
    from corpus.analysis import Result

_PACKAGE = Path(__file__).parent
#: libraries whose own version decides what is read
_READ_BY = ("beautifulsoup4", "charset-normalizer", "dateparser", "feedparser", "lxml", "warcio")


@dataclass(frozen=True, slots=True)
class File:
    """One file of an archive."""

    #: below the archive's folder, with forward slashes
    name: str
    path: Path
    #: the archive's folder, out of which no link may lead
    folder: Path

    @property
    def leads_out(self) -> bool:
        """True for a link to something that does not lie in the archive."""
        out = not self.path.resolve().is_relative_to(self.folder.resolve())
        return self.path.is_symlink() and out

    def content(self) -> bytes:
        """What is in it; raises `Unreadable` where it cannot be had."""
        if self.leads_out:
            reason = (
                "The file is a link that leads out of the folder; copy the article into the folder."
            )
            raise Unreadable("open", reason, str(self.path.readlink()))
        try:
            return self.path.read_bytes()
        except OSError as error:
            reason = "The file cannot be opened; check its permissions."
            raise Unreadable("open", reason, str(error.strerror)) from error


def files(folder: Path) -> list[File]:
    """Files of an archive in the order of their paths; what is hidden (``.git``) is no article.

    Raises `NotADirectoryError` if there is no such folder.
    """
    if not folder.is_dir():
        raise NotADirectoryError(
            f"{folder} is not a folder: give the folder that holds the articles"
        )
    found = (File(path.relative_to(folder).as_posix(), path, folder) for path in folder.rglob("*"))
    shown = (file for file in found if not _hidden(file.name))
    there = (file for file in shown if file.path.is_file() or file.leads_out)
    return sorted(there, key=lambda file: file.name)


def result_of(file: File, kept: Kept | None = None) -> Result:
    """What comes of a file: it is read and analysed, and the result kept."""
    from corpus.analysis import Result, analysed

    try:
        data = file.content()
    except Unreadable as refusal:
        return Result((), (Problem(file.name, refusal.stage, refusal.reason, refusal.detail),))
    result = analysed(file.name, data)
    if kept is not None:
        kept.put(key_of(file.name, data), result)
    return result


def kept_of(file: File, kept: Kept) -> Result | None:
    """What is kept of a file as it is now; None if it has to be read."""
    try:
        return kept.get(key_of(file.name, file.content()))
    except Unreadable:
        return None


def keys_of(found: Iterable[File]) -> list[str]:
    """The names under which the results of files are kept."""
    keys = []
    for file in found:
        try:
            keys.append(key_of(file.name, file.content()))
        except Unreadable as refusal:
            keys.append(key_of(file.name, str(refusal).encode()))
    return keys


def key_of(name: str, data: bytes) -> str:
    """The name under which the result of one file is kept."""
    return sha256(b"\0".join((code_digest().encode(), name.encode(), data))).hexdigest()


@cache
def code_digest() -> str:
    """A digest of this code, its tables and the user's own, and the libraries it reads with."""
    digest = sha256()
    for path in sorted(path for kind in ("py", "tsv") for path in _PACKAGE.rglob(f"*.{kind}")):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode())
        digest.update(path.read_bytes())
    for path in own_tables():
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    for library in _READ_BY:
        digest.update(version(library).encode())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Made:
    """What a build came to, for whoever runs it again: its counts, and what it refused."""

    articles: int
    events: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Results on disk, each in a file of its own that appears only when it is whole."""

    folder: Path

    def get(self, key: str) -> Result | None:
        """The result that is kept under a key; None if there is none, or it is damaged."""
        from corpus.analysis import Result

        try:
            data = self._path(key).read_bytes()
            return msgspec.msgpack.decode(data, type=Result)
        except (OSError, msgspec.DecodeError):
            return None

    def put(self, key: str, result: Result) -> None:
        """Keep a result."""
        self._write(self._path(key), msgspec.msgpack.encode(result))

    def finish(self, keys: Collection[str], made: Made) -> None:
        """Tell what was made of the files with these keys, and delete what belongs to no file."""
        self.keep_only(keys)
        self._write(self.folder / "made", msgspec.json.encode((_digest(keys), made)))

    def keep_only(self, keys: Collection[str]) -> None:
        """Delete every result but those with these keys."""
        for path in self.folder.glob("??/*"):
            if path.name not in keys:
                path.unlink(missing_ok=True)

    def made(self, keys: Iterable[str]) -> Made | None:
        """What was made of just these files, by just this code; None if anything has changed."""
        try:
            digest, made = msgspec.json.decode(
                (self.folder / "made").read_bytes(), type=tuple[str, Made]
            )
        except (OSError, msgspec.DecodeError):
            return None
        return made if digest == _digest(keys) else None

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def _write(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(aside).replace(path)


def _digest(keys: Iterable[str]) -> str:
    return sha256("\n".join(sorted(keys)).encode()).hexdigest()


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))
