"""Reads Markdown with front matter whose body tells the same story twice, in two languages.

The Hugo sites that summarise newspapers write so: one language, a rule, the other language; rules
may also stand inside a part. It must never make two articles of it: the parts are one telling.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from corpus.readers.boilerplate import original_address
from corpus.readers.contract import Draft, Piece, Reader, Source
from corpus.readers.prose import pieces, plain, sections
from corpus.readers.publication import dates_of
from corpus.text import language_of


def detect(source: Source) -> bool:
    """True for titled front matter and a body that changes its language once, at a rule."""
    languages = [language for language, _ in _parts(source.body)] if source.first("title") else []
    return len(languages) == 2 and "und" not in languages


def read(source: Source) -> tuple[Draft, ...]:
    """One draft: the front matter's title, the first part, the second part with its own title."""
    parts = _parts(source.body)
    found = [Piece("title", plain(source.first("title")), parts[0][0])]
    for number, (language, part) in enumerate(parts):
        titled = number > 0 and part[0].kind == "title" and not part[0].text.endswith((":", "："))
        for place, piece in enumerate(part):
            keeps = piece.kind != "title" or (titled and place == 0)
            found.append(Piece(piece.kind if keeps else "heading", piece.text, language))
    url = original_address(source.body)
    return (
        Draft(
            pieces=tuple(found),
            dates=dates_of(date=source.first("date"), text=source.body, url=url),
            url=url,
            names=(source.first("author"),),
            author=source.first("author"),
        ),
    )


def _parts(body: str) -> list[tuple[str, list[Piece]]]:
    """Neighbouring sections of one language together; a section that tells none joins the last."""
    told: list[tuple[str, list[Piece]]] = []
    for section in map(pieces, sections(body)):
        language = _language(section)
        if language == "und" and told:
            language = told[-1][0]
        if section:
            told.append((language, section))
    return [
        (language, [piece for _, section in group for piece in section])
        for language, group in groupby(told, key=lambda part: part[0])
    ]


def _language(section: Iterable[Piece]) -> str:
    return language_of(" ".join(piece.text for piece in section))


READER = Reader("bilingual-markdown", detect, read)
