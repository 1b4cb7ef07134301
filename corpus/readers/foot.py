"""An article's pieces go in, they come out without what stands at its foot and is no part of it.

That is credits, a note on the writer, headlines of other articles. It must never look further up
than the foot: in the middle of a text the same words are the article's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.readers.boilerplate import is_foot, is_note_label
from corpus.readers.contract import Piece

_STOP = re.compile(r"[。！？!?.；;…]")
#: a full-width mark between two headlines, or the space that a full-width space became
_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff])[ ｜︱|：](?=[\u3400-\u9fff])")
#: characters and parts that run-together headlines have at least: no one title has as many
_HEADLINES = 40
_PARTS = 3
#: a label with nothing left below it: the link or the picture that it announced is no text
_LABEL = re.compile("[^。！？!?.；;…，,：:]{1,20}[：:]")
#: a name above credits, and the credits that there must be below it
_NAME = re.compile(r"[^\d。！？!?.；;…，,]{1,12}")
_CREDITS = 2
#: pieces, from the end, among which a note on the writer may begin
_NOTE = 3


def without_foot(pieces: Sequence[Piece], dropped: int = 0) -> list[Piece]:
    """The pieces down to the article's last; ``dropped`` credits stood below them.

    >>> texts = ["会谈开始。", "会谈结束。", "作者简介：", "某某是一位历史学家。"]
    >>> [piece.text for piece in without_foot([Piece("paragraph", text) for text in texts])]
    ['会谈开始。', '会谈结束。']
    """
    kept = list(pieces)
    while (end := _end(kept)) < len(kept):
        dropped += len(kept) - end
        del kept[end:]
    if dropped >= _CREDITS and _told_above(kept) and _NAME.fullmatch(kept[-1].text):
        kept.pop()  # once: a poem may stand above the poet's name
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return kept


def _end(kept: Sequence[Piece]) -> int:
    """Where the pieces end without the lowest part of the foot, if there is one."""
    if kept and kept[-1].kind == "heading":
        return len(kept) - 1
    if not _told_above(kept):
        return len(kept)
    last = kept[-1].text
    if is_foot(last) or are_headlines(last) or _LABEL.fullmatch(last):
        return len(kept) - 1
    note = range(max(len(kept) - _NOTE, 1), len(kept))
    return next((place for place in note if is_note_label(kept[place].text)), len(kept))


def _told_above(kept: Sequence[Piece]) -> bool:
    """True if the last piece is a paragraph, and not the only one."""
    from_below = (piece.kind == "paragraph" for piece in reversed(kept))
    return next(from_below, False) and any(from_below)


def are_headlines(text: str) -> bool:
    """True for Chinese headlines of other articles that run together, without any stop.

    >>> are_headlines("港口遭袭 两人轻伤油价连涨 " * 4), are_headlines("双方 周五会谈。" * 8)
    (True, False)
    """
    return (
        len(text) >= _HEADLINES
        and not _STOP.search(text)
        and len(_BETWEEN.findall(text)) >= _PARTS - 1
    )
