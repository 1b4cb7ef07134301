"""A JSON text goes in, the records of articles in it come out: arrays, lines, answers of news APIs.

It must never lose the good records of a file because of a bad one, nor follow it to any depth.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from corpus.errors import Unreadable
from corpus.readers.columns import Row, key, named, wrappers

#: how deep in an answer the list of articles may stand, and a name in a cell
_DEPTH = 4
_GAP = re.compile(r"[\s,\]]*")
#: where to read on behind a record that is no JSON: at the next in its list, or on its own line
_NEXT = re.compile(r"(?:\n|\[|\}[ \t]*,)[ \t]*(?=\{)")
#: records that may be faulty before the rest of a file is given up
_FAULTS = 100


def records(text: str) -> tuple[list[Row], list[Unreadable]]:
    """The records, by the parts of an article, and a problem if some could not be read."""
    values, faults = _values(text)
    problems = []
    if faults:
        reason = "Records in this file are no valid JSON: mend them, or fetch the file again."
        problems.append(Unreadable("read", reason, f"{len(faults)} places; {faults[0]}"))
    return [row for value in values for row in _rows(value, _DEPTH)], problems


def _values(text: str) -> tuple[list[Any], list[str]]:
    """The values that stand behind one another, or in an array, and what is wrong between them."""
    decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
    values: list[Any] = []
    faults: list[str] = []
    array = re.match(r"\s*\[", text)
    at = _GAP.match(text, array.end() if array else 0).end()  # type: ignore[union-attr]
    while at < len(text) and len(faults) < _FAULTS:
        try:
            value, at = decoder.raw_decode(text, at)
            values.append(value)
        except (ValueError, RecursionError) as error:
            faults.append(str(error))
            following = _NEXT.search(text, at)
            at = following.end() if following else len(text)
        at = _GAP.match(text, at).end()  # type: ignore[union-attr]
    return values, faults


def _rows(value: Any, depth: int) -> Iterator[Row]:
    """A value's own record, or those of the lists in it."""
    if isinstance(value, list):
        for item in value if depth else ():
            yield from _rows(item, depth - 1)
    if not isinstance(value, dict):
        return
    row = _row(value)
    lists = [] if "text" in row else list(_lists(value, depth))
    if not lists:
        yield row
    for inner in lists:
        for item in inner:
            yield from _rows(item, depth - 1)


def _lists(value: dict[str, Any], depth: int) -> Iterator[list[Any]]:
    """The lists of objects in an answer, under names that lists of articles have."""
    for name, item in value.items() if depth else ():
        if isinstance(item, dict):
            yield from _lists(item, depth - 1)
        elif (
            isinstance(item, list)
            and key(name) in wrappers("list")
            and any(isinstance(inner, dict) for inner in item)
        ):
            yield item


def _row(value: dict[str, Any]) -> Row:
    """The parts of an article in an object, and in the object inside it that has its text."""
    inner: Row = {}
    cells = []
    for name, item in value.items():
        if isinstance(item, dict) and key(name) in wrappers("record"):
            within = named((part, _cell(cell)) for part, cell in item.items())
            if "text" in within:
                inner.update(within)
                continue
        cells.append((name, _cell(item)))
    return inner | named(cells)


def _cell(value: Any, depth: int = _DEPTH) -> str:
    """A value as text: of an object that which names it, of a list one line for each."""
    if isinstance(value, dict) and depth:
        parts = {key(name): item for name, item in value.items()}
        found = (_cell(parts[name], depth - 1) for name in wrappers("value") if name in parts)
        return next(filter(None, found), "")
    if isinstance(value, list) and depth:
        return "\n".join(filter(None, (_cell(item, depth - 1) for item in value)))
    # half of a character written as \ud83d is none, and could not be written down again
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""
