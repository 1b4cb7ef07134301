"""Dateline's data layer: a folder of archived articles in, a dated and sourced event table out.

``find_times``, ``find_events`` and ``find_quantities`` are pure functions on a text and need no
file; ``build`` and ``load`` give the tables. Names are imported on first use, so that a worker that
needs only the ground floors loads nothing above them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.coding import find_events as find_events
    from corpus.explanation import why as why
    from corpus.pipeline import build as build
    from corpus.pipeline import open_corpus as open_corpus
    from corpus.quantities import find_quantities as find_quantities
    from corpus.tables import Tables as Tables
    from corpus.tables import load as load
    from corpus.tables import save as save
    from corpus.times import find_times as find_times

_HOMES = {
    "Tables": "corpus.tables",
    "build": "corpus.pipeline",
    "find_events": "corpus.coding",
    "find_quantities": "corpus.quantities",
    "find_times": "corpus.times",
    "load": "corpus.tables",
    "open_corpus": "corpus.pipeline",
    "save": "corpus.tables",
    "why": "corpus.explanation",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"corpus has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)
