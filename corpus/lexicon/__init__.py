"""Knowledge as tables: what enters is a file name in this folder, what leaves is its rows.

A table is UTF-8 and tab-separated: lines that begin with ``#`` say where it came from and what its
columns mean, the first other line names the columns. Lists inside a cell are parted by ``|``. No
row is ever typed into code; a person who knows politics and no Python can review and extend all of
it. This package must never hold a rule, only facts.

Whoever follows another subject puts tables of the same names, with the same columns, into a folder
of their own and names it in ``DATELINE_LEXICON``: their rows are read before the ones shipped.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

import ahocorasick

from corpus.errors import LexiconError

Row = dict[str, str]
T = TypeVar("T")

_SHIPPED = Path(__file__).parent


@cache
def table(name: str) -> tuple[Row, ...]:
    """Rows of ``corpus/lexicon/<name>``, each a dict from column to cell, in the file's order.

    Rows of a table of that name in the user's own folder stand before them; columns that it leaves
    out are empty. Raises `LexiconError` with file and line for a row that has not as many cells as
    the header, and for a column that the shipped table does not have.
    """
    shipped = rows_of(_SHIPPED / name)
    own = next((path for path in own_tables() if path.name == name), None)
    if own is None:
        return shipped
    added = rows_of(own)
    strange = [column for row in added[:1] for column in row if column not in shipped[0]]
    if strange:
        raise LexiconError(own.name, 1, f"the table has no column {strange[0]!r}")
    return (*({column: row.get(column, "") for column in shipped[0]} for row in added), *shipped)


def own_tables() -> list[Path]:
    """The user's own tables, sorted by name; none without ``DATELINE_LEXICON``.

    Raises `LexiconError` for a table that no shipped one has the name of, and for no folder.
    """
    named = os.environ.get("DATELINE_LEXICON")
    if not named:
        return []
    folder = Path(named)
    if not folder.is_dir():
        raise LexiconError(named, 1, "DATELINE_LEXICON names no folder")
    found = sorted(folder.glob("*.tsv"))
    for path in found:
        if not (_SHIPPED / path.name).is_file():
            raise LexiconError(path.name, 1, "no table of the lexicon has this name")
    return found


def rows_of(source: Path) -> tuple[Row, ...]:
    """Rows of any table of this format, wherever it stands; raises as `table` does."""
    header: list[str] | None = None
    rows: list[Row] = []
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [*map(str.strip, line.split("\t"))]
        if header is None:
            header = cells
            continue
        if len(cells) != len(header):
            reason = f"{len(cells)} cells where the header has {len(header)} columns"
            raise LexiconError(source.name, number, reason)
        rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a list cell.

    >>> listed("Kyiv|Kiev")
    ('Kyiv', 'Kiev')
    >>> listed("")
    ()
    """
    return tuple(filter(None, map(str.strip, cell.split("|"))))


class Matcher(Generic[T]):
    """Finds many forms in one pass: leftmost, then longest, never overlapping.

    A form that begins or ends with a Latin letter or a digit matches only where no letter or digit
    adjoins it, so that ``US`` is not found in ``USED``; Chinese forms match anywhere.

    Raises `ValueError` for a form given twice: two tables that disagree must be told, not obeyed
    in the order in which they happen to be read.
    """

    def __init__(self, forms: Iterable[tuple[str, T]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for form, value in forms:
            guarded = _latin(form[:1]), _latin(form[-1:])
            if not self._automaton.add_word(form, (len(form), *guarded, value)):
                raise ValueError(f"the form {form!r} is given twice")
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, T]]:
        """Triples ``(start, end, value)`` in the order of the text."""
        if self._empty:
            return []
        stop = len(text) if end is None else end
        kept: list[tuple[int, int, T]] = []
        reached = start
        # hits come by their ends, of those with one end the longest first
        for final, (length, opens, closes, value) in self._automaton.iter(text, start, stop):
            last = final + 1
            begin = last - length
            if closes and _latin(text[last : last + 1]):
                continue
            if opens and begin and _latin(text[begin - 1]):
                continue
            if begin < reached:
                first = len(kept)  # of those kept, the first that the new one takes the place of
                while first and kept[first - 1][0] >= begin:
                    first -= 1
                if first and kept[first - 1][1] > begin:
                    continue
                del kept[first:]
            kept.append((begin, last, value))
            reached = last
        return kept


#: Chinese characters and marks begin here; what stands before them is told apart by spaces
_WIDE = "⺀"


def _latin(character: str) -> bool:
    return character < _WIDE and character.isalnum()
