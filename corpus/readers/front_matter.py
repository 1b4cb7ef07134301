"""A text goes in, what its front matter says and the text behind it come out.

It must never let a parser turn what an editor typed into dates or numbers, nor lose a text because
its front matter is faulty: what can be read of that, line by line, is read.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

Front = Mapping[str, tuple[str, ...]]

#: the first entry of front matter, behind blank lines and comments
_KEY = re.compile(r"""(?:[ \t]*(?:#.*)?\n)*["']?[\w-]+["']?[ \t]*[:=](?:\s|$)""")
_ENTRY = re.compile(r"""["']?([\w-]+)["']?[ \t]*[:=](?:[ \t]+(.*)|)$""")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)$")
#: what a block of front matter may consist of, where nothing closes it
_LINE = re.compile(r"""["']?[\w-]+["']?[ \t]*[:=](?:[ \t]|$)|[ \t]+\S|-[ \t]|#""")
#: characters of front matter that are parsed as YAML; more is read line by line, which is quick
_LONGEST = 20_000
#: how deep a value is looked into: ``author: {name: A}``
_DEPTH = 3
_HEAD = re.compile(r"(?:[ \t]*\n)*")


@dataclass(frozen=True, slots=True)
class _Fence:
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    toml: bool = False
    #: a comment, which no reader of the article sees: its date dates the file
    hidden: bool = False


_FENCES = (
    _Fence(re.compile(r"---[ \t]*$", re.M), re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M)),
    _Fence(re.compile(r"\+\+\+[ \t]*$", re.M), re.compile(r"^\+\+\+[ \t]*$", re.M), toml=True),
    _Fence(
        re.compile(r"<!--[ \t]*(?:ya?ml\b[ \t]*)?(?:\n?---[ \t]*)?$", re.M | re.I),
        re.compile(r"^[ \t]*(?:---[ \t]*\n?)?-{2,}>|[ \t]*-->[ \t]*$", re.M),
        hidden=True,
    ),
)


def parted(text: str) -> tuple[Front, str]:
    r"""``(front, body)``: the mapping at the top of a text, if it is one, and the text behind it.

    YAML between ``---``, TOML between ``+++``, YAML in an HTML comment, and a JSON object above a
    text. A mapping that nothing closes ends with its last line that is an entry.

    >>> parted("+++\ndate = 2022-01-21\n+++\nText")
    ({'date': ('2022-01-21',)}, '\nText')
    >>> parted("---\ntitle: Talks: a first round\n---\nText")
    ({'title': ('Talks: a first round',)}, '\nText')
    """
    top = text[_HEAD.match(text).end() :].lstrip()  # type: ignore[union-attr]
    if top.startswith("{"):
        return _object(top) or ({}, text)
    for fence in _FENCES:
        opening = fence.opening.match(top)
        if opening is None or not _KEY.match(top, opening.end() + 1):
            continue
        rest = top[opening.end() + 1 :]
        closing = fence.closing.search(rest)
        block, body = (
            (rest[: closing.start()], rest[closing.end() :]) if closing else _unclosed(rest)
        )
        front = _toml(block) if fence.toml else _yaml(block)
        if front and fence.hidden and "date" in front:
            front = {"file date" if key == "date" else key: v for key, v in front.items()}
        if front:
            return front, body
    return {}, text


def _unclosed(rest: str) -> tuple[str, str]:
    """The lines at the top that are entries, and the rest."""
    end = 0
    for line in rest.splitlines(keepends=True):
        if not _LINE.match(line):
            break
        end += len(line)
    return rest[:end], rest[end:]


def _yaml(block: str) -> Front:
    if len(block) > _LONGEST:
        return _lines(block)
    try:
        found = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return _lines(block)
    return _mapping(found)


def _toml(block: str) -> Front:
    try:
        found = tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return _lines(block)
    tables = [value for value in found.values() if isinstance(value, dict)]
    own = {key: value for key, value in found.items() if not isinstance(value, dict)}
    return _mapping({key: value for part in (*tables, own) for key, value in part.items()})


def _object(top: str) -> tuple[Front, str] | None:
    """A JSON object above a text; None where there is none, or nothing but JSON follows."""
    try:
        found, end = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode(top)
    except (ValueError, RecursionError):
        return None
    body = top[end:]
    alone = not body.strip() or body.lstrip()[0] in "{,]" or "\n" not in body
    front = _mapping(found)
    return None if alone or not front else (front, body)


def _lines(block: str) -> Front:
    """The entries that stand on lines of their own, with the list items below them."""
    front: dict[str, tuple[str, ...]] = {}
    key = ""
    for line in block.splitlines():
        if entry := _ENTRY.match(line):
            key = entry[1]
            value = _bare(entry[2] or "")
            front.setdefault(key, (value,) if value else ())
        elif key and (item := _ITEM.match(line)):
            front[key] = (*front[key], _bare(item[1]))
    return front


def _bare(value: str) -> str:
    """A value without the quotation marks around it."""
    value = value.strip()
    for mark in "\"'":
        if len(value) > 1 and value[0] == mark == value[-1]:
            return value[1:-1]
    return value


def _mapping(found: object) -> Front:
    if not isinstance(found, dict):
        return {}
    return {str(key): tuple(_values(value)) for key, value in found.items()}


def _values(value: object, depth: int = _DEPTH) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        inner = [_values(item, depth - 1) for item in value] if depth else []
        return [text for texts in inner for text in texts]
    if value is None or value == "":
        return []
    return [value if isinstance(value, str) else str(value)]
