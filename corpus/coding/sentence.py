"""One sentence as the coder sees it: text in, its clauses, conditions, quotations and names out.

Every position is an offset into the article's text, so that what is found here can be shown there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import starmap
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from corpus.coding.vocabulary import Trigger, cue, endings, ends, irregular_pasts, sayings, triggers
from corpus.entities.surroundings import subordinate_clauses
from corpus.model import Block, Party, Place, TimeExpression

# A comma or a colon inside a number is none; a full stop inside an English sentence belongs to an
# abbreviation, unless it ends a sentence of a quotation. A class in front makes failing cheap.
_CLAUSE = {
    "zh": re.compile(
        r"(?=[，；：;。！？!?…,:—─])(?:(?:[，；：;。！？!?…]|(?<!\d)[,:]|[,:](?!\d))+|——|──)"
    ),
    "en": re.compile(
        r"(?=[\s,;:.!?])(?:[,;:](?=[\s”\"])|\s[-–—]+\s|[.!?]+(?=[”\"])|[!?]+(?=\s)"
        r"|(?<=[a-z]{3})\.(?=\s+[A-Z])|\s(?=but |while |after |as [A-Z]))"
    ),
}
#: in a Chinese title a space parts clauses as well
_TITLE = re.compile(r"[ \u3000]{1,4}(?=[\u4e00-\u9fff“「])")
_ANNOUNCING = ("title", "heading")
#: the dateline of a Chinese newsroom names who reports, not who acts
_DATELINE = re.compile(r"\s*【[^】]{0,40}】")
_QUOTATION = re.compile(r"(?=[“「\"])(?:“[^”]*(?:”|$)|「[^」]*(?:」|$)|(?<![\w])\"[^\"]*(?:\"|$))")
#: auxiliaries and adverbs: a clause that begins with them has its subject before an apposition
_VERBAL = re.compile(
    r"\s*(?:(?:is|are|was|were|has|have|had|will|would|be|been|being|set|due|expected|to|also"
    r"|not|never|\w+ly)\s+)+"
)
#: how far before a word the preposition that marks it is looked for, in characters
_NEAR = 24
#: what may stand between them
_FILLING = {
    "zh": re.compile(r"(?:[“”其\s]|[一二两三四五六七八九十几数多\d]{1,4}[名个位家艘架批些])*$"),
    "en": re.compile(r"\s+(?:(?:the|an?|its|his|her|their|any|all|some|most|other|new) )*$"),
}
#: with which letters that ends, white space aside
_FILLED = "“”其名个位家艘架批些"
#: before a participle that only describes what follows it
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|these|those|some|other|all|two|three|four|in|of|from|to"
    r"|with|by|on|for|about|over|against|between|using)|'s) $"
)
_DESCRIBED = re.compile(
    r" (?!(?:by|to|in|on|at|for|from|with|after|over|the|that|against|and)\b)\w"
)
#: a quotation shorter than this names a word or a phrase and is not what somebody said
_SPOKEN = 9


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Spanned)
#: parties, places and times of a block
Found = tuple[Sequence[Party], Sequence[Place], Sequence[TimeExpression]]
_start = attrgetter("start")


class Span(NamedTuple):
    """A stretch of the article's text."""

    start: int
    end: int

    def holds(self, position: int) -> bool:
        return self.start <= position < self.end


class Sentence:
    """A sentence with what was found in it, in the order of the text.

    What only a sentence that tells something is asked for is made when it is asked for.
    """

    def __init__(
        self, text: str, folded: str, block: Block, span: tuple[int, int], found: Found
    ) -> None:
        start, self.end = span
        dateline = _DATELINE.match(text, start, self.end)
        self.text = text
        #: the article's text with Latin letters in lower case; the same length as the text
        self.folded = folded
        self.start = dateline.end() if dateline else start
        self.language = block.language if block.language in _CLAUSE else "en"
        self.block = block
        #: True for the first sentence of its block
        self.opens = start == block.start
        parties, places, times = found
        self.parties = _within(parties, self.start, self.end)
        self.places = _within(places, self.start, self.end)
        self.times = _within(times, start, self.end)
        #: start, end and rows of every trigger form, whether or not it counts here
        self.triggers = triggers(self.language).find(folded, self.start, self.end)
        #: start, end and stance of every verb of saying
        self.spoken = sayings(self.language).find(folded, self.start, self.end)

    @cached_property
    def opening(self) -> dict[int, tuple[int, tuple[Trigger, ...]]]:
        """By where it starts: where a trigger form ends, and its rows."""
        return {start: (end, rows) for start, end, rows in self.triggers}

    @cached_property
    def closing(self) -> dict[int, tuple[int, tuple[Trigger, ...]]]:
        """By where it ends: where a trigger form starts, and its rows."""
        return {end: (start, rows) for start, end, rows in self.triggers}

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """The sentence cut at its commas; there is at least one clause."""
        spans = _clauses(self.text, self.start, self.end, _CLAUSE[self.language])
        if self.language == "en" or self.block.kind not in _ANNOUNCING:
            return tuple(spans)
        return tuple(part for span in spans for part in _clauses(self.text, *span, _TITLE))

    @cached_property
    def starts(self) -> list[int]:
        """Where each clause starts."""
        return [clause.start for clause in self.clauses]

    @cached_property
    def conditions(self) -> tuple[Span, ...]:
        """From the "if" to the end of its clause: what stands there is supposed, not told."""
        found = [
            Span(match.start(), max(match.end(), self.clause_of(match.start()).end))
            for match in self._every("condition")
        ]
        # "any attack on Ukraine" is an "if" up to what it would lead to, with what stands before it
        for match in self._every("any"):
            clause = self.clause_of(match.start())
            answer = self.find("answer", match.end(), clause.end)
            found.append(Span(clause.start, answer.start() if answer else clause.end))
        return tuple(found)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What somebody said, with its quotation marks."""
        found = _QUOTATION.finditer(self.text, self.start, self.end)
        return tuple(Span(*m.span()) for m in found if m.end() - m.start() > _SPOKEN)

    @cached_property
    def asides(self) -> tuple[Span, ...]:
        """Adverbial clauses (在…之后, 自…以来): who stands there does not do what is told."""
        return tuple(starmap(Span, subordinate_clauses(self.text, self.start, self.end)))

    def clause_at(self, position: int) -> int:
        """Index of the clause that holds a position."""
        return bisect_right(self.starts, position, 1) - 1

    def clause_of(self, position: int) -> Span:
        """The clause that holds a position."""
        return self.clauses[self.clause_at(position)]

    def resumes(self, position: int) -> bool:
        """True for a verb that goes on after an apposition: Putin, in power since 1999, has ..."""
        start = self.clauses[self.clause_at(position)].start
        return self.language == "en" and bool(_VERBAL.fullmatch(self.folded, start, position))

    def supposed(self, position: int) -> bool:
        """True inside an "if"."""
        return any(span.holds(position) for span in self.conditions)

    def aside(self, position: int, act: int) -> bool:
        """True for a position in an adverbial clause that the act does not stand in."""
        return any(span.holds(position) and not span.holds(act) for span in self.asides)

    def quoted(self, position: int) -> bool:
        """True inside direct speech."""
        return any(span.holds(position) for span in self.quotations)

    def mark(self, position: int, *kinds: str) -> str:
        """The first of some kinds of cues that stands right before a position; articles aside.

        Empty if none does. The 对 of 应对 is none: ``bound`` lists the words that end like a cue.
        """
        before = self.folded[max(self.start, position - _NEAR) : position]
        filled = before[-1:].isspace() or before[-1:] in _FILLED
        filling = _FILLING[self.language].search(before) if filled else None
        stem = before[: filling.start()] if filling else before
        if not stem.endswith(endings(self.language, *kinds)):
            return ""  # as nearly every stem, and to see that needs no pattern
        for kind in kinds:
            if ends(stem, kind, self.language):
                return "" if ends(stem, "bound", self.language) else kind
        return ""

    def describes(self, at: Span) -> bool:
        """True for an English participle that only describes: the detained leaders."""
        folded = self.folded
        if self.language != "en" or not (
            folded.endswith(("ed", "en"), at.start, at.end)
            or folded[at.start : at.end] in irregular_pasts()
        ):
            return False
        if not _DESCRIBED.match(folded, at.end, self.end):
            return False
        before = max(self.start, at.start - _NEAR)
        return at.start == self.start or bool(_DETERMINED.search(folded, before, at.start))

    def find(self, kind: str, start: int, end: int) -> re.Match[str] | None:
        """The first cue of a kind (``cues.tsv``) between two positions."""
        return cue(kind, self.language).search(self.folded, start, end)

    def _every(self, kind: str) -> Iterable[re.Match[str]]:
        return cue(kind, self.language).finditer(self.folded, self.start, self.end)


def _clauses(text: str, start: int, end: int, joint: re.Pattern[str]) -> Iterable[Span]:
    begin = start
    for match in joint.finditer(text, start, end):
        if match.start() > begin:
            yield Span(begin, match.start())
        begin = match.end()
    if begin < end or begin == start:
        yield Span(begin, end)


def _within(found: Sequence[S], start: int, end: int) -> tuple[S, ...]:
    """Those of some records, sorted and not overlapping, that lie between two positions."""
    first = last = bisect_left(found, start, key=_start)
    while last < len(found) and found[last].end <= end:
        last += 1
    return tuple(found[first:last])
