"""Time expressions: text and its publication day go in, `TimeExpression` values come out.

Pure and without a clock: what neither the words, the publication day nor the context tell stays
open. This package must never guess a day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from corpus.model import Block, TimeExpression
from corpus.text import blocks_of
from corpus.times import abroad, grammar_en, grammar_zh
from corpus.times.grammar import Grammar
from corpus.times.scene import Scene
from corpus.times.tagger import expressions
from corpus.times.value import edtf as edtf

#: the languages read in full, by code; of others, absolute dates alone. English also reads what is
#: too short for its language to be told
LANGUAGES: Mapping[str, Callable[[], Grammar]] = {
    "zh": grammar_zh.grammar,
    "en": grammar_en.grammar,
    "und": grammar_en.grammar,
}
#: days by which the clock of the newsroom and that of the publisher may differ
_ABROAD = 2


def find_times(
    text: str, published: date | datetime | None, language: str | None = None
) -> list[TimeExpression]:
    """Time expressions of a text, in order, never overlapping; offsets are into ``text``.

    ``published`` is the day of "today" (of a `datetime`, the day on its own clock); None leaves
    every relative expression without a date. ``language`` is a code of ISO 639-1, or None to decide
    for each paragraph; of languages other than ``zh`` and ``en``, absolute dates alone are read.

    >>> [found] = find_times("布林肯周五（1月21日）在日内瓦", date(2022, 1, 22))
    >>> found.surface, found.value, found.rule
    ('周五（1月21日）', '2022-01-21', 'day.month-day.past')
    """
    day = published.date() if isinstance(published, datetime) else published
    return tag(text, blocks_of(text, language), day)


def tag(text: str, blocks: tuple[Block, ...], published: date | None) -> list[TimeExpression]:
    """The same over an article's blocks: context carries from one to the next.

    A caption tells of its picture: it begins and ends a context of its own. A paragraph whose words
    show that it was written the day before (今天（20日） on the 21st: another newsroom's clock)
    counts from that day.
    """
    today = None if published is None else published.toordinal()
    bare = scene = Scene(today)
    found: list[TimeExpression] = []
    spelt: dict[str, str] = {}
    for block in blocks:
        grammar = _grammar(block.language)
        if grammar is None:
            continue
        if grammar.language not in spelt:
            spelt[grammar.language] = grammar.spelt(text)
        read = partial(
            expressions, spelt[grammar.language], block.start, block.end, grammar, published=today
        )
        before = bare if block.kind == "caption" else scene
        here, after = read(before)
        if today and after.writing and 0 < today - after.writing <= _ABROAD:
            here, after = read(before._replace(today=after.writing, basis="context"))
            after = after._replace(today=today, basis=before.basis)
        found += [_as_written(expression, text) for expression in here]
        if block.kind != "caption":
            scene = after
    return found


def _grammar(language: str) -> Grammar | None:
    own = LANGUAGES.get(language)
    return own() if own else abroad.grammar(language)


def _as_written(found: TimeExpression, text: str) -> TimeExpression:
    surface = text[found.start : found.end]
    return found if found.surface == surface else replace(found, surface=surface)
