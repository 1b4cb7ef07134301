"""Event coder: an article's blocks and dates go in, event mentions in PLOVER's terms come out.

A rule coder on tables (``triggers_*.tsv``, ``cues.tsv``, ``speech.tsv``), one pass over each
sentence: triggers are found, conditions of their row are tried, then status, parties, days and
speaker are read around them. It never reads the clock, never invents a party or a day, and never
makes an event out of a threat, a plan or a wish.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from corpus import times
from corpus.coding.dating import Passage
from corpus.coding.discourse import Discourse
from corpus.coding.mention import mentions_of
from corpus.coding.roles import Filled
from corpus.coding.sentence import Sentence
from corpus.coding.speech import voices
from corpus.coding.tellings import settle
from corpus.coding.vocabulary import LANGUAGES
from corpus.entities import find_mentions
from corpus.han import simplified
from corpus.model import Block, Mention, Party, Place, TimeExpression
from corpus.text import blocks_of, sentences


def find_events(
    text: str, published: date | datetime | None, language: str | None = None
) -> list[Mention]:
    """Every event told in a text, in the order of the text.

    ``published`` anchors relative dates and dates the news of the day; ``None`` leaves such events
    undated. ``language`` is an ISO 639-1 code; ``None`` decides for each paragraph. Languages
    without a trigger table yield nothing. Offsets point into ``text``.
    """
    day = published.date() if isinstance(published, datetime) else published
    blocks = blocks_of(text, language)
    return code(text, blocks, times.tag(text, blocks, day), day)


def code(
    text: str, blocks: Sequence[Block], expressions: Sequence[TimeExpression], day: date | None
) -> list[Mention]:
    """Mentions of an article, with what it has told carried from sentence to sentence."""
    plain = simplified(text)
    found = _told(plain, blocks, expressions, day)
    return found if plain is text else [_as_written(mention, text) for mention in found]


def _as_written(mention: Mention, text: str) -> Mention:
    """The mention with its words as they stand in the text, not as they were matched."""
    trigger = text[mention.trigger_start : mention.trigger_end]
    return replace(mention, quote=text[mention.start : mention.end], trigger=trigger)


def _told(
    text: str, blocks: Sequence[Block], expressions: Sequence[TimeExpression], day: date | None
) -> list[Mention]:
    folded = text.lower()
    if len(folded) != len(text):  # a few letters grow in lower case; offsets matter more than they
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    discourse, passage = Discourse(), Passage(day)
    found: list[Mention] = []
    starts = [time.start for time in expressions]
    for block in blocks:
        if block.kind == "heading":
            passage.heading()
        if block.language not in LANGUAGES:
            continue
        inside = expressions[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        named = find_mentions(text, block.language, day, block.start, block.end)
        parties = [mention for mention in named if isinstance(mention, Party)]
        places = [mention for mention in named if isinstance(mention, Place)]
        for span in sentences(text, block.start, block.end):
            sentence = Sentence(text, folded, block, span, (parties, places, inside))
            if block.kind == "heading":  # announces, and no sentence goes on with what it says
                found += _coded(text, sentence, discourse, passage)[0]
                continue
            passage.enter(sentence)
            told, speaker = _coded(text, sentence, discourse, passage)
            discourse.remember(sentence, told, speaker)
            if block.kind == "paragraph":
                passage.leave(sentence)
            found += told
    return settle(found, blocks, day)


def _coded(
    text: str, sentence: Sentence, discourse: Discourse, passage: Passage
) -> tuple[list[Mention], str]:
    """What a sentence tells, and who is the first to speak in it."""
    if not sentence.triggers and not sentence.spoken:
        return [], ""
    filled = Filled(sentence, discourse)
    said = voices(sentence, filled[""], discourse) if sentence.spoken else ()
    told = mentions_of(text, sentence, said, filled, discourse, passage)
    return told, said[0].speaker if said else ""
