"""Reads tables whose rows are articles: CSV and TSV, JSON arrays, JSON Lines, answers of news APIs.

It must never take a column for what its name does not say (`corpus/lexicon/columns.tsv`), and
never lose the good rows of a table because of a bad one.
"""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime, timedelta
from io import StringIO

from corpus.errors import Unreadable
from corpus.readers.columns import Row, column, known, named
from corpus.readers.contract import Draft, Piece, Reader, Source
from corpus.readers.json_records import records
from corpus.readers.markup import parsed
from corpus.readers.markup import pieces as markup_pieces
from corpus.readers.prose import pieces, plain
from corpus.readers.publication import dates_of
from corpus.readers.publishers import web_address

#: a cell may hold a whole article, and none is longer than a file may be
csv.field_size_limit(32 * 1024 * 1024)
_DELIMITERS = ",\t;|"
_TAG = re.compile(r"</?(?:p|div|br|span|h[1-6]|ul|li|article|section|figure|img|a)\b[^<>]*>", re.I)
#: seconds or milliseconds since 1970, from 1990 on
_CLOCK = re.compile(r"([6-9]\d{8}|[1-3]\d{9})(\d{3})?(?:\.\d+)?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?![A-Za-z])")
#: numbers of rows that are named in a problem
_NAMED = 10


def detect(source: Source) -> bool:
    """True for a table or records with a column that holds texts or headlines."""
    if source.front:
        return False
    if _is_json(source.body):
        return any(map(known, records(source.body)[0]))
    return _header(source.body) is not None


def read(source: Source) -> tuple[Draft | Unreadable, ...]:
    """One draft for each row; beside them, one problem that names the rows without any text.

    A row that has only a headline has it for its text. Raises `Unreadable` if no row has a text.
    """
    rows, problems = (records if _is_json(source.body) else _cells)(source.body)
    if rows and all("file" in row and not {"text", "summary"} & row.keys() for row in rows):
        reason = "This table lists files and holds no texts: leave it out of the folder."
        raise Unreadable("read", reason)
    drafts: list[Draft | Unreadable] = []
    empty: list[int] = []
    for number, row in enumerate(rows, start=1):
        draft = _draft(row)
        if draft is None:
            empty.append(number)
        else:
            drafts.append(draft)
    if empty:
        named = ", ".join(map(str, empty[:_NAMED])) + (" ..." if len(empty) > _NAMED else "")
        reason = "Rows of this table have no text: fill in their text, or remove them."
        problems.append(Unreadable("read", reason, f"{len(empty)} of {len(rows)} rows: {named}"))
    return (*drafts, *problems)


def _draft(row: Row) -> Draft | None:
    title = plain(row.get("title", "")).strip()
    language = _LANGUAGE.match(row.get("language", ""))
    told = language[1].lower() if language else ""
    body = _body(row.get("text", "")) or _body(row.get("summary", ""))
    if not body and not title:
        return None
    found = [Piece("title", title)] if title and body else []
    found += body or [Piece("paragraph", title)]
    url = web_address(row.get("url", ""))
    return Draft(
        pieces=tuple(Piece(piece.kind, piece.text, told) for piece in found),
        dates=dates_of(
            date=_date(row.get("date", "")), text="\n".join(p.text for p in body), url=url
        ),
        url=url,
        names=(row.get("outlet", ""), row.get("author", "")),
        addresses=tuple(filter(None, [_home(row.get("outlet", ""))])),
        author=row.get("author", ""),
    )


def _body(cell: str) -> list[Piece]:
    found = markup_pieces(parsed(cell)) if _TAG.search(cell) else pieces(cell)
    kept = (Piece("heading", p.text) if p.kind == "title" else p for p in found)
    return [piece for piece in kept if piece.text.strip()]


def _date(cell: str) -> str:
    """A date as it is written, or the ISO form of a computer's count of seconds."""
    found = _CLOCK.fullmatch(cell.strip())
    return (_EPOCH + timedelta(seconds=int(found[1]))).isoformat() if found else cell


def _home(outlet: str) -> str:
    """The address of an outlet that is given by its domain."""
    return f"https://{outlet}/" if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", outlet) else ""


def _is_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[")


def _header(text: str) -> tuple[str, list[str]] | None:
    """``(delimiter, names)`` if the first line names columns of which articles are made."""
    line = text.lstrip("\n").split("\n", 1)[0]
    for delimiter in sorted(_DELIMITERS, key=line.count, reverse=True):
        names = next(csv.reader([line], delimiter=delimiter), [])
        columns = {*map(column, names)} - {""}
        if len(columns) > 1 and columns & {"text", "title", "summary"}:
            return delimiter, names
    return None


def _cells(text: str) -> tuple[list[Row], list[Unreadable]]:
    delimiter, names = _header(text) or (",", [])
    lines = csv.reader(StringIO(text.lstrip("\n"), newline="\n"), delimiter=delimiter)
    next(lines, None)
    return [named(zip(names, cells, strict=False)) for cells in lines if any(cells)], []


READER = Reader("table-rows", detect, read)
