"""What passes between readers and the rest: a decoded source goes in, drafts of articles come out.

A reader does exactly four things: it has a name, detects its format by content, reads it into
drafts, and is listed in `corpus.readers.READERS`. It must never touch a file, the clock or a
canonical offset: those belong to whoever calls it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from corpus.errors import Unreadable
from corpus.model import BlockKind, Published


@dataclass(frozen=True, slots=True)
class Member:
    """One file out of a container, or a file that is none itself."""

    #: path of the container and the path inside it: ``bundle.zip/inner/a.md``
    path: str
    data: bytes
    #: where it was fetched, and the encoding in which it was sent, where the container says so
    address: str = ""
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A member of a container that could not be unpacked, or what is wrong with the container."""

    path: str
    why: Unreadable


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
    #: how the bytes were decoded: Python's name of the codec (`decoding.Decoded.encoding`)
    encoding: str = "utf-8"
    #: characters that were broken in the file and stand as U+FFFD in the text
    broken: int = 0

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
    #: drafts in the order of the file, and among them, for each part that cannot be read, why.
    #: Raises `corpus.errors.Unreadable` where a source of its format cannot be understood at all
    read: Callable[[Source], tuple[Draft | Unreadable, ...]]
