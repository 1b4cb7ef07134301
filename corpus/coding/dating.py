"""When it happened: a trigger in its sentence goes in, days and the reason for them come out.

An expression in the trigger's own clause comes first, then one in the clauses before it or in the
"he said" behind its quotation, then the day that governs the passage, then the day of publication
for news of the day. Nothing is guessed:
what has none of these has no date (law 4).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.coding.sentence import Sentence, Span
from corpus.model import DateBasis, TimeExpression

#: an older day is background and does not govern what is told after it
_RECENT = timedelta(days=31)
#: 过去两天, "the past three days": TIMEX3 durations that lead up to the day of publication
_DAYS = re.compile(r"P(\d+)D")

_SAID = re.compile(r" that\b")
#: rules of `corpus.times` whose day is counted from that of publication
_COUNTED = ("relative", "weekday", "part", "duration", "vague")


@dataclass(frozen=True, slots=True)
class Dating:
    """The days of an act, how exactly they are known, and why."""

    first: date | None = None
    last: date | None = None
    precision: str = ""
    basis: DateBasis = "none"
    #: the expression that dates the saying, where that is another
    told: TimeExpression | None = None


@dataclass(slots=True)
class Passage:
    """The day that governs the passage being read; one per article."""

    published: date | None
    #: the latest expression of a day in the running text
    day: TimeExpression | None = None
    #: True once a heading has passed and no sentence has gone on with what stood before it
    fresh: bool = False
    #: True once the text has gone back to a time that it does not name ("before that")
    earlier: bool = False

    def heading(self) -> None:
        """What follows a heading is another matter, unless its first sentence says otherwise."""
        self.fresh = True
        self.earlier = False

    def enter(self, sentence: Sentence) -> None:
        """A sentence that goes on with what went before keeps the day across a heading."""
        if sentence.opens:
            self.earlier = False
        if self.fresh and sentence.opens:
            opening = sentence.start + (12 if sentence.language == "zh" else 40)
            if sentence.find("continues", sentence.start, min(opening, sentence.end)) is None:
                self.day = None
            self.fresh = False

    def leave(self, sentence: Sentence) -> None:
        """Take in the last day that the sentence names."""
        for time in sentence.times:
            if self.governs(time):
                self.day = time
                self.earlier = False
        if sentence.find("earlier", sentence.start, sentence.end):
            self.earlier = True

    def governs(self, time: TimeExpression) -> bool:
        """True for a calendar day or weekday of the last month; 昨晚 dates one act only."""
        if (
            time.type != "DATE"
            or time.precision != "day"
            or time.first is None
            or time.last is None
        ):
            return False
        if not (_calendar(time) or time.rule.startswith("weekday")):
            return False
        return self.published is None or timedelta() <= self.published - time.first <= _RECENT


def date_of(sentence: Sentence, at: Span, passage: Passage, standing: bool, voiced: int) -> Dating:
    """The days of the act that a trigger names; ``standing`` ones by their clause only.

    ``voiced`` is the place of the verb that says it.
    """
    here = sentence.clause_at(at.start)
    near = _nearest(sentence, sentence.clauses[here], at)
    if standing and near is not None and _SAID.match(sentence.folded, near.end):
        near = None  # said on Friday that troops had massed: there since nobody knows when
    aside = subordinate(sentence, at)
    if near is None and not standing and not aside:
        apposition = sentence.resumes(at.start)
        clauses = [*reversed(sentence.clauses[: here - apposition])]
        behind = sentence.clause_at(voiced)
        clauses += [sentence.clauses[behind]] if behind > here else []
        found = (_nearest(sentence, clause, Span(clause.end, clause.end)) for clause in clauses)
        near = next((time for time in found if time is not None), None)
    if near is not None:
        return _stated(near, passage.published, _told(sentence, near))
    recalled = sentence.find("recalls", sentence.clauses[here].start, at.start)
    if standing or aside or recalled or sentence.find("earlier", sentence.start, at.start):
        return Dating()
    if sentence.block.kind != "paragraph":
        return Dating()  # a headline is about the day of the text (`tellings`), a picture of any
    stated = [time for time in sentence.times if time.end <= at.start and passage.governs(time)]
    day = stated[-1] if stated else passage.day
    if day is not None and not passage.earlier:
        return Dating(day.first, day.last, day.precision, "context")
    if passage.published is None or passage.earlier:
        return Dating()
    return Dating(passage.published, passage.published, "day", "publication")


def subordinate(sentence: Sentence, at: Span) -> bool:
    """True for an act that only says before, after or since when another one happened."""
    clause = sentence.clauses[sentence.clause_at(at.start)]
    if sentence.language == "zh":
        return sentence.find("when", at.end, clause.end) is not None
    return sentence.find("when", clause.start, at.start) is not None


def _stated(time: TimeExpression, published: date | None, told: TimeExpression | None) -> Dating:
    basis: DateBasis = "explicit" if _calendar(time) else "relative"
    first, last, precision = time.first, time.last, time.precision
    days = _DAYS.fullmatch(time.value)
    if time.type == "DURATION" and days and published is not None:
        span = timedelta(days=int(days[1]) - 1)
        return Dating(published - span, published, "day", "relative", told)
    if first is None and last is None:
        return Dating()
    if last is None and first is not None and published is not None and first <= published:
        # "since X" told in the past tense: up to the day on which it is told
        last = published
    return Dating(first, last, precision, basis, told)


def _told(sentence: Sentence, near: TimeExpression) -> TimeExpression | None:
    """The day of the saying, where an expression before the act's own gives another one."""
    earlier = [
        time
        for time in sentence.times
        if time.end <= near.start and time.type == "DATE" and time.first is not None
    ]
    if not earlier or earlier[-1].precision != "day" or earlier[-1].value == near.value:
        return None
    return earlier[-1]


def _nearest(sentence: Sentence, clause: Span, at: Span) -> TimeExpression | None:
    """The expression of a clause that stands nearest before the trigger, else behind it."""
    inside = [time for time in sentence.times if clause.holds(time.start) and _dates(time)]
    before = [time for time in inside if time.end <= at.start]
    after = [time for time in inside if time.start >= at.end and time.dated]
    return before[-1] if before else next(iter(after), None)


def _dates(time: TimeExpression) -> bool:
    """True for what can date an act: "now" and "in future" do not, nor does how long it took."""
    if time.type in ("DATE", "TIME"):
        return time.value not in ("PRESENT_REF", "FUTURE_REF")
    return time.type == "DURATION" and time.direction == "past"


def _calendar(time: TimeExpression) -> bool:
    """A full or partial calendar date (23日, 1月9日), as against 昨天 or "last Friday"."""
    counted = time.rule.startswith(_COUNTED)  # 周一14:30 and "3 days ago" have digits, too
    return not counted and any(character.isdigit() for character in time.surface)
