"""The values that pass from floor to floor: frozen, slotted, standard library only.

Every span is a pair of character offsets ``start <= i < end`` into the canonical text of one
article (`Article.text`), or into the string a caller handed to a pure function. Every ``surface``
and ``quote`` is exactly that slice. Days are closed intervals ``first .. last``; ``None`` on a side
means open or unknown on that side, never "today".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

BlockKind = Literal["title", "heading", "paragraph", "caption"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Direction = Literal["past", "present", "future", ""]
DateBasis = Literal["explicit", "relative", "context", "publication", "none"]
Status = Literal["happened", "ongoing", "planned", "conditional", "denied", "claimed"]
#: what the words of a `Part` say; ``told`` is the day of the saying, ``status`` the cue of a status
Role = Literal["actor", "recipient", "place", "time", "told", "speaker", "via", "status"]

#: how sure we are that an act took place, from surest to least; drawn by shape
STATUSES: tuple[Status, ...] = (
    "happened",
    "ongoing",
    "planned",
    "conditional",
    "denied",
    "claimed",
)


@dataclass(frozen=True, slots=True)
class Block:
    """One title, heading, paragraph or caption of an article: its place and its language."""

    kind: BlockKind
    start: int
    end: int
    #: ISO 639-1 code, or ``und`` where the script does not tell
    language: str


@dataclass(frozen=True, slots=True)
class Published:
    """When an article came out, as exactly as its source says, and which part of it says so."""

    #: timezone-aware; midnight UTC of the day where the source gives only a day
    instant: datetime
    #: ``second``, ``minute`` or ``day``
    precision: str
    #: ``meta``, ``front matter``, ``dateline``, ``url``, ``visible`` or ``file name``
    basis: str

    @property
    def day(self) -> date:
        """The calendar day on the publisher's own clock: the anchor of "yesterday" and 上周五."""
        return self.instant.date()


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader makes of one archived telling: clean text, and where it came from."""

    #: ``a`` and ten hexadecimal digits of the content's SHA-256; the same on every machine
    article_id: str
    #: path below the archive's folder, with forward slashes
    path: str
    #: name of the reader that understood the file
    format: str
    sha256: str
    #: who published it (never who mirrored it), and the publisher's key in the lexicon
    outlet: str
    outlet_id: str
    url: str
    title: str
    author: str
    languages: tuple[str, ...]
    #: the first of `dates`; None if the file gives no full date
    published: Published | None
    #: every day of publication that the file gives, one for each basis, the surest first
    dates: tuple[Published, ...]
    #: id of the article that this one translates, or copies; empty if neither
    translation_of: str
    duplicate_of: str
    #: why it is taken for a copy: ``identical``, ``address``, ``text`` or ``near``; else empty
    copy_basis: str
    #: NFC, blocks parted by one blank line
    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One TIMEX3: what the words say about time, and which days they denote."""

    start: int
    end: int
    surface: str
    type: TimexType
    #: TIMEX3 value: ``2022-01-21``, ``2022-W03``, ``2021-12-23TEV``, ``PT50M``, ``PAST_REF`` ...
    value: str
    #: TIMEX3 modifier: ``START``, ``MID``, ``END``, ``APPROX``, ``MORE_THAN`` ... or empty
    mod: str
    #: Extended Date/Time Format (ISO 8601-2), empty where no date is denoted
    edtf: str
    first: date | None
    last: date | None
    #: ``day``, ``week``, ``month``, ``quarter``, ``season``, ``year`` ...; empty if no date
    precision: str
    direction: Direction
    #: what it was resolved from: ``publication 2022-01-03``, ``context 2022-01-09``, or empty
    anchor: str
    #: TIMEX3 value of another telling beside it that says otherwise (``XXXX-WXX-5``: a Friday,
    #: which that day is not); empty where nothing disagrees
    conflict: str
    #: name of the grammar rule that read it
    rule: str

    @property
    def dated(self) -> bool:
        """True if it denotes days; a length that has some (the past three days) is no date."""
        return self.type != "DURATION" and (self.first is not None or self.last is not None)


@dataclass(frozen=True, slots=True)
class Party:
    """One mention of a political actor: state, government, force, organisation or person."""

    start: int
    end: int
    surface: str
    #: ``ISO3 SECTOR Name``: ``USA GOV Antony Blinken``, ``RUS MIL``, ``NATO IGO``, ``UKR``
    code: str
    #: ``state``, ``body``, ``person``, ``group`` (a bloc or an organisation) or ``pronoun``
    kind: str


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of a place in its own right, not as a name for its government."""

    start: int
    end: int
    surface: str
    #: English name, and ISO 3166-1 alpha-3 code of the country it lies in by international law
    name: str
    country: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure that a briefer would quote: the bounds that the words state."""

    start: int
    end: int
    surface: str
    #: closed bounds in ``unit``; ``None`` is open: 超过20万 is 200000 to None
    low: float | None
    high: float | None
    #: ``person``, ``item``, ``km``, ``km2``, ``percent``, ``tonne``, an ISO 4217 currency ...
    unit: str
    #: a few words, as found in the text: what is counted
    what: str
    #: code or name of the party that gives the figure, ``narration`` if nobody is named
    speaker: str


@dataclass(frozen=True, slots=True)
class Part:
    """The words that one part of a mention was read from: what answers "says who?"."""

    role: Role
    start: int
    end: int
    #: party code, name of the place, EDTF of the days (or the TIMEX3 value of a length), status
    value: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of one event: a clause in which parties do something that PLOVER names."""

    language: str
    #: where it is told: a title and a heading announce, a caption belongs to a picture
    region: BlockKind
    #: the clause; ``article.text[start:end] == quote``
    start: int
    end: int
    quote: str
    trigger: str
    trigger_start: int
    trigger_end: int
    #: PLOVER type and mode (empty where the type has no mode that fits)
    type: str
    mode: str
    contexts: tuple[str, ...]
    #: 1 words of cooperation, 2 acts of cooperation, 3 words of conflict, 4 acts of conflict
    quad_class: int
    #: PLOVER's conflict-cooperation score, -10 to +10
    score: float
    first: date | None
    last: date | None
    #: ``day``, ``week``, ``month`` ... as in `TimeExpression`, empty if undated
    precision: str
    #: time of day as told (``05:00``, ``10:30~``, ``EV``, ``22:00/24:00``; `corpus.times.hours`),
    #: in a zone that nobody names; empty if none is stated
    clock: str
    date_basis: DateBasis
    #: EDTF of the day on which it was said, where the text dates the saying apart from the event
    told: str
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    #: English name of the place, empty if the text does not say
    place: str
    latitude: float | None
    longitude: float | None
    #: what the act is about, as keys of ``corpus/lexicon/topics.tsv``: ``sanctions``, ``S-400`` ...
    topics: tuple[str, ...]
    #: who says so, as a party code or as found; empty for the article's own narration
    speaker: str
    #: who passes the speaker's words on: the agency that quotes the ministry; else empty
    via: str
    #: 2 belongs on any timeline made from this article, 1 is worth a row, 0 is marginal
    salience: int
    #: True for a further telling, in the same article and language, of an event told more clearly
    repeat: bool
    #: the trigger's row in the lexicon and the pattern that found the parties
    rule: str
    #: 0 to 1, an ordinal opinion: how many of the parts were read from the clause itself
    confidence: float
    #: the words behind parties, place, days, speaker and status, in the order of the text; they
    #: may stand before the clause, and what no words name has none
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not understood, in words that tell what to do."""

    path: str
    stage: str
    reason: str
    detail: str
