"""Exceptions that carry the evidence: where, at which stage, and what to do about it.

A bad file never stops a build: whoever reads files catches `Unreadable` and turns it into a row of
`problems`. Anything else that escapes is a fault of our own and is meant to be seen.
"""

from __future__ import annotations


class DatelineError(Exception):
    """The one base class: catch it to catch every error this package raises on purpose."""


class Unreadable(DatelineError):
    """A file, or a part of one, that could not be turned into an article."""

    def __init__(self, stage: str, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason} ({detail})" if detail else reason)
        #: the step that gave up: ``open``, ``decode``, ``detect``, ``read``
        self.stage = stage
        #: one sentence for the person who owns the file: what is wrong and what to do
        self.reason = reason
        #: what the machine said, for whoever wants to look deeper
        self.detail = detail


class LexiconError(DatelineError):
    """A table of knowledge or wording that does not keep the format of `corpus.lexicon`."""

    def __init__(self, table: str, line: int, reason: str) -> None:
        super().__init__(f"{table}, line {line}: {reason}")
        #: file name of the table
        self.table = table
        #: line in that file, counted from 1
        self.line = line


class NotABuild(DatelineError):
    """A folder that was given as a finished build and is none, or is one of another version."""
