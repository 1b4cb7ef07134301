"""Names of columns and their cells go in, the parts of an article come out.

It must never take a column for what its name does not say: `corpus/lexicon/columns.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from corpus.lexicon import listed, table
from corpus.text import letters

#: the parts of one article: ``title``, ``text``, ``summary``, ``date``, ``url`` ...
Row = dict[str, str]

_WRAPPERS = ("list", "record", "value")


def named(cells: Iterable[tuple[str, str]]) -> Row:
    """The cells by the parts that their columns hold; of several for one part, the surest name's.

    >>> named([("Published At", "2022-01-21"), ("标题", "会谈"), ("id", "7")])
    {'title': '会谈', 'date': '2022-01-21'}
    """
    found = {key(name): cell for name, cell in reversed([*cells]) if cell.strip()}
    row = {}
    for part, names in _names().items():
        if cell := next((found[name] for name in names if name in found), ""):
            row[part] = cell
    return row


def known(row: Row) -> bool:
    """True if a row's parts are those of an article: a text, or a title that is dated or placed."""
    return bool({"text", "summary"} & row.keys()) or (
        "title" in row and bool({"date", "url"} & row.keys())
    )


def column(name: str) -> str:
    """The part that a column holds; empty for any other column."""
    told = key(name)
    return next((part for part, names in _names().items() if told in names), "")


@cache
def wrappers(kind: str) -> tuple[str, ...]:
    """Names under which JSON keeps the ``list`` of records, the ``record``, a name's ``value``."""
    rows = (row for row in table("columns.tsv") if row["column"] == kind)
    return tuple(name for row in rows for name in listed(row["names"]))


def key(name: object) -> str:
    """A name as the table has it: lower case, letters and figures only."""
    return letters(str(name))


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    rows = (row for row in table("columns.tsv") if row["column"] not in _WRAPPERS)
    return {row["column"]: listed(row["names"]) for row in rows}
