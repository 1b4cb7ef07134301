"""The corpus that the screens show: an environment variable goes in, the tables come out, once.

``DATELINE_CORPUS`` names a folder of articles or a finished build; without it the articles that
come with the project are shown. Nothing is written: the checkout may be read-only.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import streamlit as st

from corpus.errors import DatelineError
from corpus.pipeline import archived, open_corpus
from corpus.tables import Tables

_ROOT = Path(__file__).parents[2]


class CorpusMissing(DatelineError):
    """The folder that was asked for cannot be shown."""


def folder() -> Path:
    """The folder that is shown; a relative one is meant from the project's root."""
    return _ROOT / os.environ.get("DATELINE_CORPUS", "seeds")


def corpus(waiting: str) -> Tables:
    """The tables of the folder, read again when a file in it has changed.

    ``waiting`` is shown while the articles are read. Raises `CorpusMissing`.
    """
    place = folder()
    if not place.is_dir():
        raise CorpusMissing(f"{place}: no such folder")
    try:
        with st.spinner(waiting, show_time=True):
            return _opened(str(place), _fingerprint(place))
    except DatelineError as error:
        raise CorpusMissing(str(error)) from error


# shared by all sessions and treated as read-only: a copy for each rerun costs more than the page
@st.cache_resource(show_spinner=False, max_entries=2)
def _opened(place: str, fingerprint: str) -> Tables:
    return open_corpus(Path(place))


def _fingerprint(place: Path) -> str:
    """Names, sizes and times of the files: what changes when one is added, edited or removed."""
    stats = ((path, path.stat()) for path in archived(place))
    seen = (f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}" for path, stat in stats)
    return sha256("\n".join(seen).encode()).hexdigest()
