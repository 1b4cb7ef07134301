"""What a timeline is made of and what a layout leaves: plain values, in units every renderer knows.

Abscissae are in units of one day's width from the left end of the axis, plus ``dx`` pixels where a
thing keeps its distance at any scale; ordinates are pixels below the axis line. Nothing here may
know a colour, a font or a drawing library.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from corpus.charts.axis import Axis
from corpus.charts.terms import Language
from corpus.model import Status

# --- what enters -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Card:
    """The lines of a hover card under its title, as plain text; an empty one is left out."""

    #: date and status, and how many sources if more than one
    when: str = ""
    #: who did it, an arrow, to whom
    who: str = ""
    #: the sentence, in its own language
    quote: str = ""
    #: outlet and day, and what a click does
    source: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One event as a timeline sees it."""

    event_id: str
    #: closed interval of days; None on one side is an open end, on both an event that is not drawn
    first: date | None
    last: date | None
    #: True if the days are known as stated, False if the event lies somewhere between them
    exact: bool
    #: key of its `Lane`
    lane: str
    quad_class: int
    status: Status
    #: 2 in ink, below that muted
    salience: int
    label: str
    #: the versions in a few words where tellings disagree, else empty
    conflict: str = ""
    card: Card = Card()
    #: number of tellings: of events that are alike, more of them earn the label
    weight: int = 1
    #: independent sources among them: the size of its mark
    sources: int = 1
    #: what has passed of its first day when it begins and of its last when it ends, 0 to 1; equal
    #: ones of one day are a moment, None where only days are known
    hours: tuple[float, float] | None = None

    @property
    def dated(self) -> bool:
        """True if at least one end is a known day."""
        return self.first is not None or self.last is not None


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of the chart: its heading, and the class whose colour the heading has (0 for ink)."""

    key: str
    title: str
    subtitle: str = ""
    quad_class: int = 0
    #: True for the lane of what belongs to no other: it is lower than they are
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """One article in the coverage lane."""

    article_id: str
    day: date
    #: short name of the outlet
    outlet: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day that everybody knows, drawn beside the events and never as one of them."""

    day: date
    label: str
    #: address of the page that states it
    reference: str


# --- what leaves -----------------------------------------------------------------------------

Anchor = Literal["start", "middle", "end"]
#: how an end of a bar is drawn: a stated day, an unknown day, cut at a fold, going on beyond
End = Literal["hard", "soft", "torn", "arrow", "open"]
Role = Literal["event", "minor", "chip", "outlet", "gap", "count", "known"]


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on one known day."""

    event_id: str
    x: float
    y: float
    status: Status
    quad_class: int
    #: its width in pixels, see `corpus.charts.sizes`
    size: float


@dataclass(frozen=True, slots=True)
class Bar:
    """An event on more days than one; in several segments where folds cut it."""

    event_id: str
    segments: tuple[tuple[float, float], ...]
    y: float
    #: full height of the bar in pixels
    height: float
    status: Status
    quad_class: int
    left: End
    right: End


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text, vertically centred on ``y``."""

    text: str
    role: Role
    x: float
    #: pixels to the right of ``x`` (to the left if negative)
    dx: float
    y: float
    anchor: Anchor
    #: estimate in pixels
    width: float
    #: the event it belongs to, empty for coverage and counts
    event_id: str = ""


@dataclass(frozen=True, slots=True)
class Stem:
    """A line that ties two marks of one day together."""

    x: float
    y0: float
    y1: float
    quad_class: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A point that answers to the pointer for an event."""

    event_id: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Heading:
    """A month or a year above the axis; ``rule`` if a line runs down from ``x``."""

    x: float
    text: str
    rule: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A stroke on the axis, with its text (empty for a minor one) set at ``anchor``."""

    x: float
    text: str
    anchor: Anchor = "middle"


@dataclass(frozen=True, slots=True)
class Band:
    """A lane in its place: heading at ``y0``, end at ``y1``."""

    lane: Lane
    #: what stands after the title: subtitle, if there is room for it, and number of events
    note: str
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class CaptionLine:
    """One line of a fold's caption: how long, of what, from when to when, a remark."""

    text: str
    role: Literal["title", "what", "when", "note"]


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch left out between two torn edges, and what it says about itself."""

    x0: float
    x1: float
    first: date
    last: date
    #: lines one below the other, or one after the other if ``upright`` (read from below)
    caption: tuple[CaptionLine, ...]
    upright: bool
    #: ordinate of the caption's middle
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Tint:
    """Days without an article, as far as they are on the axis."""

    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Square:
    """One article of the coverage lane."""

    article: Coverage
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Count:
    """A column that stands for what is too many to be drawn one by one."""

    #: key of the lane, empty for the coverage lane
    lane: str
    quad_class: int
    x0: float
    x1: float
    y0: float
    y1: float
    count: int
    first: date
    last: date
    #: in the coverage lane, whose articles; empty for those of all
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Diamond:
    """One milestone, or several that would cover each other, in the row for them."""

    x: float
    y: float
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A timeline ready to be drawn by any renderer."""

    language: Language
    axis: Axis
    #: from the axis line to the lower edge of the coverage lane
    height: float
    #: ordinate of the rule above the coverage lane
    foot: float
    headings: tuple[Heading, ...] = ()
    ticks: tuple[Tick, ...] = ()
    tints: tuple[Tint, ...] = ()
    folds: tuple[Fold, ...] = ()
    bands: tuple[Band, ...] = ()
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    stems: tuple[Stem, ...] = ()
    labels: tuple[Label, ...] = ()
    hits: tuple[Hit, ...] = ()
    counts: tuple[Count, ...] = ()
    squares: tuple[Square, ...] = ()
    diamonds: tuple[Diamond, ...] = ()
    #: number of articles in the coverage lane
    articles: int = 0
    #: events that are drawn as part of a count or not at all, and events without a date
    counted: int = 0
    undated: int = 0
    #: every event that is drawn by itself, by its id
    items: Mapping[str, Item] = field(default_factory=dict)
