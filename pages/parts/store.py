"""The corpus that the screens show: a folder and a visitor's own files go in, tables come out.

``DATELINE_CORPUS`` names a folder of articles or a finished build; without it the articles that
come with the project are shown. Files that a person adds are written into the folder only where
the server is that person's own and the folder holds articles; everywhere else they are held for
that visitor alone, and nothing is written: the checkout may be read-only. ``DATELINE_KEPT`` names
a folder for what was read, so that the next start reads only what has changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import streamlit as st

from corpus.additions import with_files
from corpus.archive import Kept, files, keys_of
from corpus.errors import DatelineError
from corpus.pipeline import Progress, build
from corpus.subset import as_known
from corpus.tables import Tables, is_build, load
from pages.parts.ahead import charts_ahead
from pages.parts.incoming import Incoming, into_folder, into_memory
from pages.parts.readings import Reading, Shelf
from pages.parts.visitors import Held, Visitors, visitor

#: megabytes of one file that is added, and of all that is held for one visitor
MEGABYTES, VISITOR_MEGABYTES = 25, 50
_MEGABYTE = 1024 * 1024
_ROOT = Path(__file__).parents[2]
#: addresses at which a server is reached from its own machine only
_OWN = ("localhost", "127.0.0.1", "::1")


class CorpusMissing(DatelineError):
    """The folder that was asked for cannot be shown."""


def folder() -> Path:
    """The folder that is shown; a relative one is meant from the project's root."""
    return _ROOT / os.environ.get("DATELINE_CORPUS", "seeds")


def corpus(waiting: str) -> Tables:
    """The tables of the folder, read again when a file in it has changed, with the visitor's files.

    ``waiting`` is shown while the articles are read. Raises `CorpusMissing`.
    """
    return _whole(waiting)[0]


def corpus_on(day: date, waiting: str) -> tuple[Tables, Tables]:
    """The same tables as they were known on a day, and whole."""
    tables, key = _whole(waiting)
    known = _known_shelf().reading(f"{key}\0{day}", lambda told: as_known(tables, day))
    return _waited(known, waiting), tables


def _whole(waiting: str) -> tuple[Tables, str]:
    """The tables, and what tells them from all others."""
    place = folder()
    if not place.is_dir():
        raise CorpusMissing(f"{place}: no such folder")
    key = f"{place}\0{_fingerprint(place)}"
    try:
        tables = _waited(_shelf().reading(key, lambda told: _opened(place, told)), waiting)
        held = held_files()
        if not held.files:
            return tables, key
        added, key = dict(held.files), f"{key}\0{visitor()}\0{held.changes}"
        own = _own_shelf().reading(key, lambda told: tables_with(tables, added, told))
        return _waited(own, waiting), key
    except DatelineError as error:
        raise CorpusMissing(str(error)) from error


def tables_with(
    tables: Tables, uploads: Mapping[str, bytes], progress: Progress | None = None
) -> Tables:
    """The tables of an archive and of further files by their paths; writes nothing."""
    return with_files(tables, uploads, progress)


def writable() -> bool:
    """True if added files are written into the folder, else they are held for the visitor."""
    place = folder()
    own = st.get_option("server.address") in _OWN
    return own and not is_build(place) and os.access(place, os.W_OK)


def held_files() -> Held:
    """The files that are held for this visitor beside the archive."""
    return _visitors().of(visitor())


def forget() -> None:
    """Let go of this visitor's files."""
    held = held_files()
    held.files.clear()
    held.changes += 1


def take(given: Iterable[tuple[str, bytes]]) -> list[Incoming]:
    """Add files, each a name and bytes, to the folder, or to what is held for this visitor."""
    place, most = folder(), VISITOR_MEGABYTES * _MEGABYTE
    if writable():
        return [into_folder(place, name, data) for name, data in given]
    held = held_files()
    held.changes += 1
    return [into_memory(held.files, place, name, data, most) for name, data in given]


# shared by all sessions and treated as read-only: a copy for each rerun costs more than the page
@st.cache_resource(show_spinner=False)
def _shelf() -> Shelf:
    return Shelf(2)


@st.cache_resource(show_spinner=False)
def _own_shelf() -> Shelf:
    return Shelf(4)


@st.cache_resource(show_spinner=False)
def _known_shelf() -> Shelf:
    return Shelf(8)


@st.cache_resource(show_spinner=False)
def _visitors() -> Visitors:
    return Visitors()


def _opened(place: Path, progress: Progress) -> Tables:
    if is_build(place):
        return load(place)
    kept = _kept(place)
    tables = build(place, progress, kept=kept)
    if kept is not None:
        kept.keep_only(set(keys_of(files(place))))
    return tables


def _kept(place: Path) -> Kept | None:
    """Where results are kept for the next start; None where no folder is named for them.

    `make run` names one. Nobody does on a deploy, where nothing is written.
    """
    named = os.environ.get("DATELINE_KEPT")
    own = sha256(str(place.resolve()).encode()).hexdigest()[:16]
    return Kept(_ROOT / named / own) if named else None


def _waited(reading: Reading, waiting: str) -> Tables:
    """The tables once they are read; how far the reading is stands on the page meanwhile."""
    if not reading.ended():
        bar = st.progress(0.0, text=waiting)
        with charts_ahead():
            while not reading.ended():
                done, total = reading.far
                counted = f"{waiting} {done:,} / {total:,}" if total else waiting
                bar.progress(done / total if total else 0.0, text=counted)
        bar.empty()
    return reading.tables()


def _fingerprint(place: Path) -> str:
    """Names, sizes and times of the files: what changes when one is added, edited or removed."""
    stats = ((file.name, file.path.lstat()) for file in files(place))
    seen = (f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}" for name, stat in stats)
    return sha256("\n".join(seen).encode()).hexdigest()
