"""What a reader has in mind on reaching an expression: what was spoken of so far, and how freshly.

A reading with its value goes in, the scene after it comes out. It must never know the words.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from corpus.model import Direction
from corpus.times.calendar import UNITS, Span, as_date
from corpus.times.reading import Fields, Reading, Step, Then


class Scene(NamedTuple):
    """Days are ordinals; what is None has not been spoken of."""

    #: the day of 今天: of publication, or of whoever is speaking
    today: int | None
    #: what tells it: ``publication``, ``context`` or ``speech``
    basis: str = "publication"
    #: the day on which the words of the paragraph show that they were written: 今天（20日）
    writing: int | None = None
    #: what was spoken of last and which part of it, for 当时 and "since then"
    last: tuple[Span, str] | None = None
    #: the day spoken of last in the article, for 次日 and "the following day"
    day: Span | None = None
    #: the same, if it was in this paragraph: the day of a bare 晚间
    here: Span | None = None
    #: date with a month, in this paragraph: it lends its month to a bare day
    month: Span | None = None
    #: date with a year, in this paragraph: it lends its year to the next one
    year: Span | None = None
    #: the last month or day in the article that was told with its year
    dated: Span | None = None
    #: what the cue words near the expression say
    cue: Direction = ""

    def in_paragraph(self) -> Scene:
        """The scene at the beginning of a new paragraph."""
        if not (self.here or self.month or self.year or self.writing):
            return self
        return self._replace(here=None, month=None, year=None, writing=None)

    def in_sentence(self) -> Scene:
        """The scene at the beginning of a new sentence: a bare year does not outlive its own."""
        bare = self.year is not None and self.year.unit == "year"
        return self._replace(year=None) if bare else self

    def after(self, reading: Reading, span: Span) -> Scene:
        """The scene after an expression has been read as a unit of the calendar."""
        point = reading.point
        new: dict[str, Any] = {}
        if not isinstance(point, Then):
            new["last"] = (span, reading.to_third if reading.to else reading.third)
        if span.unit == "day":
            new["day"] = new["here"] = span
            match reading.beside:
                case Step(unit="day", offset=offset, base="publication"):
                    new["writing"] = span.place - offset
        if isinstance(point, Fields) and point.number is not None:
            new["month"] = span
        if isinstance(point, Span) or (isinstance(point, Fields) and isinstance(point.year, int)):
            new["year"] = span
            if UNITS.index(span.unit) < UNITS.index("year"):
                new["dated"] = span
        return self._replace(**new)


class Found(NamedTuple):
    """A resolved unit, what it was resolved from, and which way was taken where there were two."""

    span: Span
    #: ``publication 2022-01-03``, ``context 2022-01-09``, ``speech``, ``event``, or empty
    anchor: str = ""
    way: Direction = ""


def by_today(span: Span, scene: Scene, way: Direction = "") -> Found:
    """Resolved from the day of 今天."""
    assert scene.today is not None, "nothing is counted from a day that is not known"
    return Found(span, _anchor(scene.basis, scene.today), way)


def by_context(span: Span, told: Span) -> Found:
    """Resolved from something that was spoken of before."""
    return Found(span, _anchor("context", told.first))


@lru_cache(maxsize=4096)
def _anchor(basis: str, day: int) -> str:
    return f"{basis} {as_date(day)}"
