"""One file goes in, all that its articles say comes out, with what of it could not be read.

A pure function of the path and the bytes: it can run in any process, and what it gives can be kept
and taken again as long as neither they nor this package change. It must never look at another
file: copies and links are found where all results lie side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus import readers, times
from corpus.coding import code
from corpus.copies import sketch
from corpus.entities.codes import parts
from corpus.model import Article, Mention, Problem, Quantity, TimeExpression
from corpus.quantities import find_quantities


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that one article says."""

    article: Article
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    #: `corpus.copies.sketch` of its text
    sketch: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one file: never neither an analysis nor a problem (law 2)."""

    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...]


def analysed(path: str, data: bytes) -> Result:
    """Everything in one file, or in the files packed in it; never raises for what is in it."""
    found = readers.harvest(path, data)
    return Result(tuple(map(analyse, found.articles)), found.problems)


def analyse(article: Article) -> Analysis:
    """Dates, events and figures of one article."""
    day = article.published.day if article.published else None
    expressions = times.tag(article.text, article.blocks, day)
    coded = code(article.text, article.blocks, expressions, day)
    mentions = [_heard(mention, article.outlet) for mention in coded]
    figures = [
        replace(
            quantity,
            start=block.start + quantity.start,
            end=block.start + quantity.end,
        )
        for block in article.blocks
        for quantity in find_quantities(article.text[block.start : block.end], block.language)
    ]
    spoken = [replace(figure, speaker=_speaker(figure, mentions)) for figure in figures]
    return Analysis(
        article, tuple(expressions), tuple(mentions), tuple(spoken), sketch(article.text)
    )


def _heard(mention: Mention, outlet: str) -> Mention:
    """The mention without who passes it on, if that is the outlet: it heard the speaker itself."""
    if not mention.via or parts(mention.via).name != outlet:
        return mention
    return replace(mention, via="", parts=tuple(p for p in mention.parts if p.role != "via"))


def around(figure: Quantity, mentions: Sequence[Mention]) -> Mention | None:
    """The mention in whose clause a figure stands; of several, the one whose trigger is nearest."""
    holding = [m for m in mentions if m.start <= figure.start and figure.end <= m.end]
    return min(holding, key=lambda m: abs(figure.start - m.trigger_end), default=None)


def _speaker(figure: Quantity, mentions: Sequence[Mention]) -> str:
    mention = around(figure, mentions)
    return mention.speaker if mention is not None and mention.speaker else figure.speaker
