"""When it happened: a trigger in its sentence goes in, days and the reason for them come out.

An expression in the trigger's own clause comes first, then one in the clauses before it or in the
"he said" behind its quotation, then the day that governs the passage, then the day of publication
for news of the day. Nothing is guessed:
what has none of these has no date (law 4).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from corpus.coding.sentence import Sentence, Span
from corpus.coding.vocabulary import Trigger
from corpus.entities.codes import parts
from corpus.model import DateBasis, TimeExpression

#: types that tell where a party stands
_STANCES = ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
#: an older day is background and does not govern what is told after it
_RECENT = timedelta(days=31)
#: a longer stretch or date (for three decades, 21世纪) is a time of which one speaks; no act's day
_ERA = timedelta(days=3 * 366)
#: 过去两天, "the past three hours": TIMEX3 durations that lead up to the day of publication
_LENGTH = re.compile(r"P(?:(?P<hours>T[\dX]+[HM])|(?P<number>\d{1,3})(?P<unit>[DWMY]))")
#: a clause that is no more than an adverb, in characters
_ADVERB = 12
#: 上周四举行的: a day that belongs to what is named next
_HELD = re.compile(r"[行开生表署布]的")

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
    #: the expression that gives them, here or before; None for the day of publication
    time: TimeExpression | None = None
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
    #: languages of which the first paragraph has ended, and whether the present one is such
    told: set[str] = field(default_factory=set)
    leads: bool = False
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
            self.leads = sentence.language not in self.told
            if sentence.block.kind == "paragraph":
                self.told.add(sentence.language)
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
        if time.type != "DATE" or time.first is None or time.last is None:
            return False
        if not (_calendar(time) or time.rule.startswith("weekday")):
            return False
        if self.published is None:
            return time.precision == "day"
        if time.precision == "month":
            return time.first <= self.published <= time.last
        recent = timedelta() <= self.published - time.first <= _RECENT
        return time.precision == "day" and recent


def date_of(
    sentence: Sentence, at: Span, trigger: Trigger, passage: Passage, voiced: int
) -> Dating:
    """The days of the act that a trigger names; standing ones by their clause only.

    ``voiced`` is the place of the verb that says it.
    """
    standing = "standing" in trigger.traits
    here = sentence.clause_at(at.start)
    clause = sentence.clauses[here]
    content = "content" in trigger.traits
    near = _nearest(sentence, clause, at, content)
    if standing and near is not None and _SAID.match(sentence.folded, near.end):
        near = None  # said on Friday that troops had massed: there since nobody knows when
    aside = subordinate(sentence, at, content)
    if near is None and not standing and not aside:
        near = _around(sentence, here, at, voiced)
        if near is not None and near.last is None and trigger.type in _STANCES:
            near = None  # what has been so since then is not what is said of it
    if near is not None:
        return _stated(near, passage.published, _told(sentence, near))
    recalled = sentence.find("recalls", clause.start, at.start)
    lasting = sentence.find("always", clause.start, at.start)
    # what is under way is so on the day of publication, whatever was told before
    begins = clause.start
    if here and sentence.clauses[here - 1].end - sentence.clauses[here - 1].start <= _ADVERB:
        begins = sentence.clauses[here - 1].start  # 目前，俄罗斯在边境集结了军队
    now = sentence.find("now", begins, at.start)
    under_way = now is not None
    opens = now is not None and now.start() - begins < 2
    if aside or recalled or lasting or "none" in trigger.traits or (standing and not opens):
        return Dating()
    if sentence.find("earlier", sentence.start, at.start):
        return Dating()
    if sentence.block.kind != "paragraph":
        return Dating()  # a headline is about the day of the text (`tellings`), a picture of any
    stated = [
        time
        for time in sentence.times
        if time.end <= at.start and passage.governs(time) and not _describes(sentence, time, at)
    ]
    day = stated[-1] if stated else passage.day
    if day is not None and not passage.earlier and not under_way:
        return Dating(day.first, day.last, day.precision, "context", day)
    if passage.published is None or passage.earlier:
        return Dating()
    return Dating(passage.published, passage.published, "day", "publication")


def _around(sentence: Sentence, here: int, at: Span, voiced: int) -> TimeExpression | None:
    """The expression of the clauses before, back to a "meanwhile", or of the "he said" behind."""
    apposition = sentence.resumes(at.start)
    clauses: list[Span] = []
    for clause in reversed(sentence.clauses[: here - apposition]):
        if sentence.find("meanwhile", clause.start, clause.end):
            break
        clauses.append(clause)
    behind = sentence.clause_at(voiced)
    clauses += [sentence.clauses[behind]] if behind > here else []
    found = (_nearest(sentence, clause, Span(clause.end, clause.end)) for clause in clauses)
    return next((time for time in found if time is not None), None)


def subordinate(sentence: Sentence, at: Span, content: bool = False) -> bool:
    """True for an act that only says before, after or since when another one happened.

    ``content``: the act is told by a verb that has a clause of its own behind it, and the "since"
    may belong to that one.
    """
    clause = sentence.clauses[sentence.clause_at(at.start)]
    if sentence.language == "en":
        return sentence.find("when", clause.start, at.start) is not None
    if content:
        return any(span.holds(at.start) for span in sentence.asides)
    if sentence.find("against", sentence.start, min(sentence.start + 2, at.start)):
        return clause.end + 1 < sentence.end
    # with the comma that ends the clause: it is what makes a mere 后 an "after"
    return sentence.find("when", at.end, min(clause.end + 1, sentence.end)) is not None


def position(dating: Dating, type_: str, actors: Sequence[str], passage: Passage) -> bool:
    """True for what a state as such holds: Moscow rejects this. Nobody can say since which day.

    What its ministry or its president says was said on some day, and so was what the lead tells.
    """
    unnamed = not any(code.head and code.name for code in map(parts, actors))
    news = passage.leads or dating.basis != "publication"
    return type_ in _STANCES and unnamed and not news


def _stated(time: TimeExpression, published: date | None, told: TimeExpression | None) -> Dating:
    basis: DateBasis = "explicit" if _calendar(time) else "relative"
    first, last, precision = time.first, time.last, time.precision
    if time.type == "DURATION":
        begun = _begun(time.value, published)
        if begun is None or published is None or published - begun > _ERA:
            return Dating()
        return Dating(begun, published, "day", "relative", time, told)
    if first is None and last is None:
        return Dating()
    if first is not None and last is not None and last - first > _ERA:
        return Dating()  # 21世纪, "the 1990s": no day of an act
    if first is None and published is not None and last is not None and last > published:
        # "by March": from the day on which it is told
        return Dating(published, last, precision, basis, time, told)
    if last is None and first is not None and published is not None and first <= published:
        # "since X" told in the past tense: up to the day on which it is told
        last = published
    return Dating(first, last, precision, basis, time, told)


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


def _begun(value: str, published: date | None) -> date | None:
    """The day on which a stretch began that leads up to the day of publication.

    "The past three days" end today and count it; a week or a month ago was the same day as today.
    """
    span = _LENGTH.fullmatch(value)
    if span is None or published is None:
        return None
    if span["hours"]:
        return published
    number = int(span["number"])
    if span["unit"] in "DW":
        return published - timedelta(days=number - 1 if span["unit"] == "D" else 7 * number)
    months = published.month - 1 - number * (12 if span["unit"] == "Y" else 1)
    year, month = published.year + months // 12, months % 12 + 1
    return date(year, month, min(published.day, monthrange(year, month)[1])) if year > 0 else None


def _nearest(
    sentence: Sentence, clause: Span, at: Span, content: bool = False
) -> TimeExpression | None:
    """The expression of a clause that stands nearest before the trigger, else behind it.

    ``content``: what a Chinese verb is followed by has days of its own.
    """
    inside = [
        time for time in sentence.times if clause.holds(time.start) and _dates(sentence, time)
    ]
    before = [t for t in inside if t.end <= at.start and not _describes(sentence, t, at)]
    after = [t for t in inside if t.start >= at.end and (t.dated or t.type == "DURATION")]
    if content and sentence.language == "zh":
        after = []
    return before[-1] if before else next(iter(after), None)


def _dates(sentence: Sentence, time: TimeExpression) -> bool:
    """True for what can date an act: "now" and "in future" do not, nor does how long it took."""
    if time.type in ("DATE", "TIME"):
        return time.value not in ("PRESENT_REF", "FUTURE_REF")
    lasted = time.surface.endswith("-long") or sentence.find(
        "lasted", max(sentence.start, time.start - 6), time.start
    )
    return time.type == "DURATION" and (time.direction == "past" or bool(lasted))


def _describes(sentence: Sentence, time: TimeExpression, at: Span) -> bool:
    """True for the day of another act that the clause only names: 对上周四举行的会谈表示满意."""
    if sentence.language != "zh":
        return False
    held = _HELD.search(sentence.folded, time.end, at.start)
    return held is not None and any(
        held.end() <= start and end <= at.start for start, end, _ in sentence.triggers
    )


def _calendar(time: TimeExpression) -> bool:
    """A full or partial calendar date (23日, 1月9日), as against 昨天 or "last Friday"."""
    counted = time.rule.startswith(_COUNTED)  # 周一14:30 and "3 days ago" have digits, too
    return not counted and any(character.isdigit() for character in time.surface)
