"""One sentence as the coder sees it: text in, its clauses, conditions, quotations and names out.

Every position is an offset into the article's text, so that what is found here can be shown there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import NamedTuple, Protocol, TypeVar

from corpus.coding.vocabulary import Trigger, cue, ending, irregular_pasts, sayings, triggers
from corpus.entities.surroundings import subordinate_clauses
from corpus.model import Block, Party, Place, TimeExpression

# A comma or a colon inside a number is none; a full stop inside an English sentence belongs to an
# abbreviation, unless it ends a sentence of a quotation.
_CLAUSE = {
    "zh": re.compile(r"(?:[，；：;。！？!?…]|(?<!\d)[,:]|[,:](?!\d))+|——|──"),
    "en": re.compile(
        r"[,;:](?=[\s”\"])|\s[-–—]+\s|[.!?]+(?=[”\"])|[!?]+(?=\s)"
        r"|(?<=[a-z]{3})\.(?=\s+[A-Z])|\s(?=but |while |after |as [A-Z])"
    ),
}
#: the dateline of a Chinese newsroom names who reports, not who acts
_DATELINE = re.compile(r"\s*【[^】]{0,40}】")
_QUOTATION = re.compile(r"“[^”]*(?:”|$)|「[^」]*(?:」|$)|(?<![\w])\"[^\"]*(?:\"|$)")
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
#: before a participle that only describes what follows it
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|these|those|some|other|all|two|three|four|in|of|from|to"
    r"|with)|'s) $"
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


class Span(NamedTuple):
    """A stretch of the article's text."""

    start: int
    end: int

    def holds(self, position: int) -> bool:
        return self.start <= position < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with everything that was found in it, in the order of the text."""

    text: str
    #: the article's text with Latin letters in lower case; the same length as the text
    folded: str
    start: int
    end: int
    language: str
    block: Block
    #: True for the first sentence of its block
    opens: bool
    clauses: tuple[Span, ...]
    #: where each clause starts
    starts: tuple[int, ...]
    #: from the "if" to the end of its clause: what stands there is supposed, not told
    conditions: tuple[Span, ...]
    quotations: tuple[Span, ...]
    #: adverbial clauses (在…之后, 自…以来): who stands there does not do what the sentence tells
    asides: tuple[Span, ...]
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    times: tuple[TimeExpression, ...]
    #: start, end and rows of every trigger form, whether or not it counts here
    triggers: tuple[tuple[int, int, tuple[Trigger, ...]], ...]
    #: start, end and stance of every verb of saying
    spoken: tuple[tuple[int, int, str], ...]

    def clause_at(self, position: int) -> int:
        """Index of the clause that holds a position."""
        return max(0, bisect_right(self.starts, position) - 1)

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
        filling = _FILLING[self.language].search(before)
        stem = before[: filling.start()] if filling else before
        for kind in kinds:
            if ending(kind, self.language).search(stem):
                return "" if ending("bound", self.language).search(stem) else kind
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


def view(
    text: str,
    folded: str,
    block: Block,
    span: tuple[int, int],
    found: tuple[Sequence[Party], Sequence[Place], Sequence[TimeExpression]],
) -> Sentence:
    """Cut one sentence of a block and gather what was found in it."""
    start, end = span
    dateline = _DATELINE.match(text, start, end)
    opens = start == block.start
    if dateline:
        start = dateline.end()
    language = block.language if block.language in _CLAUSE else "en"
    parties, places, times = found
    told = tuple(triggers(language).find(folded, start, end))
    spoken = tuple(sayings(language).find(folded, start, end))
    heard = told or spoken
    clauses = tuple(_clauses(text, start, end, language))
    quotations = tuple(
        Span(match.start(), match.end())
        for match in _QUOTATION.finditer(text, start, end)
        if match.end() - match.start() > _SPOKEN
    )
    conditions = [
        Span(match.start(), max(match.end(), _clause_of(clauses, match.start()).end))
        for match in cue("condition", language).finditer(folded, start, end)
    ]
    # "any attack on Ukraine" is an "if" up to what it would lead to, with what stands before it
    for match in cue("any", language).finditer(folded, start, end):
        clause = _clause_of(clauses, match.start())
        answer = cue("answer", language).search(folded, match.end(), clause.end)
        conditions.append(Span(clause.start, answer.start() if answer else clause.end))
    return Sentence(
        text=text,
        folded=folded,
        start=start,
        end=end,
        language=language,
        block=block,
        opens=opens,
        clauses=clauses,
        starts=tuple(clause.start for clause in clauses),
        conditions=tuple(conditions),
        quotations=quotations,
        asides=tuple(starmap(Span, subordinate_clauses(text, start, end) if heard else ())),
        parties=tuple(_within(parties, start, end)),
        places=tuple(_within(places, start, end)),
        times=tuple(_within(times, span[0], end)),
        triggers=told,
        spoken=spoken,
    )


def _clause_of(clauses: tuple[Span, ...], position: int) -> Span:
    return clauses[max(0, bisect_right([clause.start for clause in clauses], position) - 1)]


def _clauses(text: str, start: int, end: int, language: str) -> Iterable[Span]:
    begin = start
    for match in _CLAUSE[language].finditer(text, start, end):
        if match.start() > begin:
            yield Span(begin, match.start())
        begin = match.end()
    if begin < end or begin == start:
        yield Span(begin, end)


def _within(found: Sequence[S], start: int, end: int) -> Iterable[S]:
    return (item for item in found if start <= item.start and item.end <= end)
