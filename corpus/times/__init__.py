"""Time expressions: text and its publication day go in, `TimeExpression` values come out.

Pure and without a clock: what neither the words, the publication day nor the context tell stays
open. This package must never guess a day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from corpus.model import Block, TimeExpression
from corpus.text import blocks_of
from corpus.times import grammar_en, grammar_zh
from corpus.times.scene import Scene
from corpus.times.tagger import expressions
from corpus.times.value import edtf as edtf

#: the grammars; text in a language that has none is read by the last one
LANGUAGES = (grammar_zh, grammar_en)
_BY_CODE = {module.__name__[-2:]: module.grammar for module in LANGUAGES}


def find_times(
    text: str, published: date | datetime | None, language: str | None = None
) -> list[TimeExpression]:
    """Time expressions of a text, in order, never overlapping; offsets are into ``text``.

    ``published`` is the day of "today" (of a `datetime`, the day on its own clock); None leaves
    every relative expression without a date. ``language`` is ``zh`` or ``en``, or None to decide
    for each paragraph.

    >>> [found] = find_times("布林肯周五（1月21日）在日内瓦", date(2022, 1, 22))
    >>> found.surface, found.value, found.rule
    ('周五（1月21日）', '2022-01-21', 'day.month-day.past')
    """
    day = published.date() if isinstance(published, datetime) else published
    return tag(text, blocks_of(text, language), day)


def tag(text: str, blocks: tuple[Block, ...], published: date | None) -> list[TimeExpression]:
    """The same over an article's blocks: context carries from one to the next.

    A caption tells of its picture: it begins and ends a context of its own.
    """
    scene = Scene(published.toordinal() if published else None)
    bare, found = scene, []
    spelt: dict[str, str] = {}
    for block in blocks:
        grammar = _BY_CODE.get(block.language, LANGUAGES[-1].grammar)()
        if grammar.language not in spelt:
            spelt[grammar.language] = grammar.spelt(text)
        before = bare if block.kind == "caption" else scene
        here, after = expressions(spelt[grammar.language], block.start, block.end, grammar, before)
        found += [_as_written(expression, text) for expression in here]
        if block.kind != "caption":
            scene = after
    return found


def _as_written(found: TimeExpression, text: str) -> TimeExpression:
    surface = text[found.start : found.end]
    return found if found.surface == surface else replace(found, surface=surface)
