"""The figures of a mention and a topic go in, how a headline counts that thing comes out.

A figure is told only if it is the one figure of the clause for that very thing; it must never be
the number of something else, nor the whole of which only a part is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.han import simplified, simplified_table
from corpus.lexicon import Row, listed
from corpus.model import Mention, Quantity
from corpus.phrases import bounds

#: before a figure: 14 of 15 drones
_OF_ALL = re.compile(r"\bof (?:the |all |its |their |some |about )?$", re.IGNORECASE)
#: behind it: 36架无人机中的29架
_AMONG = ("中", "里", "之中", "当中")
#: behind it too: 120 missiles and drones are not 120 missiles
_ALSO = re.compile(r"\s*(?:and|or|和|与|及|以及|或|、)\s*", re.IGNORECASE)


def counted(topic: str, mention: Mention, figures: Sequence[Quantity], language: str) -> str:
    """A topic's thing with its number; empty without exactly one figure for it in the clause."""
    found = [
        (figure, row)
        for figure in figures
        if figure.unit == "item" and (row := _piece(topic, simplified(figure.what.lower())))
    ]
    if len(found) != 1 or not _plain(found[0][0], mention, figures):
        return ""
    [(figure, row)] = found
    number = bounds(figure.low, figure.high, figure.unit, language)
    if language == "zh":
        return number and f"{number}{row['zh']}"
    return number and f"{number} {row['one_en' if number == '1' else 'many_en']}"


def _plain(figure: Quantity, mention: Mention, figures: Sequence[Quantity]) -> bool:
    """False for the whole of which a part is told, and for a number of two things together."""
    before = mention.quote[: max(0, figure.start - mention.start)]
    behind = mention.quote[max(0, figure.end - mention.start) :]
    if _OF_ALL.search(before) or behind.startswith(_AMONG):
        return False
    also = _ALSO.match(behind)
    return also is None or figure.end + also.end() in {other.start for other in figures}


def _piece(topic: str, what: str) -> Row | None:
    """The first row whose noun ends the phrase, or has the rest of it behind an "of"."""
    for row, ends, heads in _rows().get(topic, ()):
        if what.startswith(heads) or any(
            what == end or what.endswith(end if not end.isascii() else f" {end}") for end in ends
        ):
            return row
    return None


@cache
def _rows() -> dict[str, list[tuple[Row, tuple[str, ...], tuple[str, ...]]]]:
    """The rows of each topic with their nouns, alone and as heads of a longer phrase."""
    by_topic: dict[str, list[tuple[Row, tuple[str, ...], tuple[str, ...]]]] = {}
    for row in simplified_table("pieces.tsv"):
        en, zh = ([form.lower() for form in listed(row[f"forms_{lang}"])] for lang in ("en", "zh"))
        heads = (*(f"{form} of " for form in en), *(f"{form}的" for form in zh))
        by_topic.setdefault(row["topic"], []).append((row, (*en, *zh), heads))
    return by_topic
