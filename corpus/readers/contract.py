"""What passes between readers and the rest: a decoded source goes in, drafts of articles come out.

A reader does exactly four things: it has a name, detects its format by content, reads it into
drafts, and is listed in `corpus.readers.READERS`. It must never touch a file, the clock or a
canonical offset: those belong to whoever calls it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from corpus.model import BlockKind, Published


@dataclass(frozen=True, slots=True)
class Source:
    """One file, decoded: its front matter apart from its body."""

    #: path as given; only its date may ever be read
    path: str
    #: everything behind the front matter; the whole text where there is none
    body: str
    #: front matter: each key's values as the editor typed them, a scalar as a tuple of one
    front: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: where the file was fetched, if whoever packed it says so (WARC, MHTML); else empty
    address: str = ""

    def first(self, key: str) -> str:
        """The first value of a front-matter key, or an empty string."""
        return next(iter(self.front.get(key, ())), "")


@dataclass(frozen=True, slots=True)
class Piece:
    """Raw text that will be one block, or none if nothing is left of it."""

    kind: BlockKind
    text: str
    #: language of the part it stands in, for a block whose own words do not tell
    language: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its format has it, in reading order, the title first where there is one."""

    pieces: tuple[Piece, ...]
    #: every date of publication that the format gives, the surest first (`publication.dates_of`)
    dates: tuple[Published, ...] = ()
    #: the original's address, empty if not given
    url: str = ""
    #: further addresses (pictures) and names (author, category) that may tell the publisher
    addresses: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    #: the writer, if the format names one; a byline in the text is found without it
    author: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """One archive format."""

    name: str
    detect: Callable[[Source], bool]
    #: raises `corpus.errors.Unreadable` where a source of its format cannot be understood
    read: Callable[[Source], tuple[Draft, ...]]
