"""A reader's draft goes in, an `Article` with canonical text and blocks comes out.

It must never add a word, and never keep what `corpus.readers.boilerplate` knows as the page's. The
credit in brackets behind a caption is text that readers see, and stays; a credit alone does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.errors import Unreadable
from corpus.language import language_of, within
from corpus.model import Article, Block
from corpus.readers.boilerplate import is_boilerplate, is_caption, without_end_mark
from corpus.readers.bylines import without_byline
from corpus.readers.contract import Draft, Piece
from corpus.readers.foot import without_foot
from corpus.readers.publishers import by_name, identified
from corpus.text import letters, tidy

_GAP = "\n\n"
#: a language is one of the article's if at least this share of the text is in it
_SHARE = 0.1
#: English takes about three times the characters that Chinese takes to say the same
_LENGTH = {"zh": 3}
#: a dateline stands before a dash at the very beginning: 华盛顿（美联社）—— or KYIV (Reuters) -
_DATELINE_LENGTH = 60
#: a caption that is nothing but its credit: （网页截图）; longer words in brackets tell something
_CREDIT = re.compile(r"[（(][^（）()]{0,40}[)）]")
_DASHES = ("—", "–", " - ")


def composed(draft: Draft, path: str, reader: str, digest: str, number: int = 1) -> Article:
    """The article of a draft; ``number`` counts the articles of one file from 1.

    ``digest`` is the SHA-256 of the file's bytes, in hexadecimal.

    Raises `Unreadable` if no text is left under the title.
    """
    author, pieces = _text_only(draft.pieces)
    if all(piece.kind == "title" for piece in pieces):
        reason = "There is no article text in the file: only a title, links or notices."
        raise Unreadable("read", reason)
    text = _GAP.join(piece.text for piece in pieces)
    blocks = tuple(_blocks(pieces))
    outlet, outlet_id = identified(draft.url, draft.addresses, (*draft.names, _dateline(pieces)))
    return Article(
        article_id=f"a{digest[:10]}" + (f"-{number}" if number > 1 else ""),
        path=path,
        format=reader,
        sha256=digest,
        outlet=outlet,
        outlet_id=outlet_id,
        url=draft.url,
        title=next((piece.text for piece in pieces if piece.kind == "title"), ""),
        author=author if not draft.author or by_name(draft.author) else draft.author,
        languages=_languages(blocks),
        published=draft.dates[0] if draft.dates else None,
        dates=draft.dates,
        translation_of="",
        duplicate_of="",
        copy_basis="",
        text=text,
        blocks=blocks,
    )


def _text_only(raw: Iterable[Piece]) -> tuple[str, list[Piece]]:
    """The first byline's author, and the pieces that are text: tidy, title and captions once."""
    author = ""
    prose = False
    kept: list[Piece] = []
    titles: set[str] = set()
    captions: set[str] = set()
    dropped = 0
    for piece in raw:
        text = tidy(piece.text)
        if piece.kind == "paragraph" and is_caption(text):
            piece = replace(piece, kind="caption")
        if piece.kind == "title":
            titles.add(letters(text))
            prose = False
        elif piece.kind == "caption":
            if text in captions or _CREDIT.fullmatch(text):
                continue
            captions.add(text)
        else:
            text, writer = without_byline(text)
            author = author or writer
            if not prose and letters(text) in titles:
                continue
            if piece.kind == "paragraph":
                text = without_end_mark(text)
        if text and (piece.kind == "title" or not is_boilerplate(text)):
            kept.append(replace(piece, text=text))
            prose = prose or piece.kind == "paragraph"
            dropped = 0
        else:
            dropped += 1
    return author, without_foot(kept, dropped)


def _blocks(pieces: list[Piece]) -> Iterator[Block]:
    own = [language_of(piece.text) for piece in pieces]
    weights: Counter[str] = Counter()
    for piece, language in zip(pieces, own, strict=True):
        weights[language] += len(piece.text)
    del weights["und"]
    main = weights.most_common(1)[0][0] if weights else "und"
    start = 0
    for piece, language in zip(pieces, own, strict=True):
        end = start + len(piece.text)
        told = within(language, piece.language or main)
        yield Block(piece.kind, start, end, told)
        start = end + len(_GAP)


def _languages(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The languages with a part in the text, in order of appearance."""
    weights: Counter[str] = Counter()
    for block in blocks:
        weights[block.language] += (block.end - block.start) * _LENGTH.get(block.language, 1)
    total = weights.total()
    return tuple(language for language, weight in weights.items() if weight >= total * _SHARE)


def _dateline(pieces: list[Piece]) -> str:
    """What stands before the first dash or 】 of the first paragraph, if it stands near the top."""
    first = next((piece.text for piece in pieces if piece.kind == "paragraph"), "")
    head = first[:_DATELINE_LENGTH]
    places = [place for mark in (*_DASHES, "】") if (place := head.find(mark)) > 0]
    return head[: min(places)] if places else ""
