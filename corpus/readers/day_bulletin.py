"""Reads a day's news bulletin: a dated heading, often a table of contents, then item after item.

It must never make one article of many items, nor tell an item twice because the table of contents
tells it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from corpus.lexicon import table
from corpus.model import Published
from corpus.readers.contract import Draft, Piece, Reader, Source
from corpus.readers.prose import pieces
from corpus.readers.publication import dates_of, from_file_name, from_metadata
from corpus.readers.publishers import web_address

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t#]*$", re.MULTILINE)
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:[-./]?\d\d[-./]?\d\d(?!\d)|年\d{1,2}月\d{1,2}日)"
    r"|[A-Z][a-z]+\.? \d{1,2},? (?:19|20)\d\d|\d{1,2} [A-Z][a-z]+\.? (?:19|20)\d\d"
)
_LINK = re.compile(r"\[([^\[\]]*)\]\((https?://[^()\s]+)\)")
_RULE = re.compile(r"^---[ \t]*$", re.MULTILINE)
#: items that a bulletin has at least
_ITEMS = 2
#: characters that a line of the table of contents must share with what an item tells
_SHORTEST = 4


@dataclass(slots=True)
class _Part:
    """A heading, and what stands under it before the next."""

    level: int
    title: str
    text: str
    body: list[Piece] = field(default_factory=list)


def detect(source: Source) -> bool:
    """True for items with texts under a bulletin's name with its day, or each with its own page."""
    heading, day = _headed(source)
    named = _is_name(heading)
    if day is None or not (named or _link(source.body)):
        return False  # before all its parts are read
    items = _items(list(_parts(source.body)))
    linked = sum(bool(_link(part.text)) for part in items)
    return len(items) >= _ITEMS and (named or linked * 2 > len(items))


def read(source: Source) -> tuple[Draft, ...]:
    """One draft for each item, and one for what only the table of contents tells."""
    heading, day = _headed(source)
    parts = list(_parts(source.body))
    items = _items(parts)
    rest = _untold(heading, parts, items)
    drafts = [_draft(part.title, part.body, heading, day, _link(part.text)) for part in items]
    if rest:
        drafts.append(_draft(heading, rest, heading, day, ""))
    return tuple(drafts)


def _draft(title: str, body: list[Piece], heading: str, day: Published | None, url: str) -> Draft:
    text = "\n".join(piece.text for piece in body)
    others = [date for date in dates_of(text=text, url=url) if day and date.basis != day.basis]
    return Draft(
        pieces=(Piece("title", title), *body),
        dates=(*([day] if day else ()), *others),
        url=url,
        names=(heading,),
    )


def _headed(source: Source) -> tuple[str, Published | None]:
    """The heading over all items, and its day; a bulletin's name may have it from the file's."""
    first = _HEADING.match(source.body.lstrip())
    heading = source.first("title") or (_plain(first[2]) if first else "")
    written = _DATE.search(heading)
    if written:
        digits = re.sub(r"\D", "", written[0])
        compact = len(digits) == 8 and "年" not in written[0] and written[0][0].isdigit()
        iso = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if compact else written[0]
        return heading, from_metadata(iso, "dateline")
    dated = from_metadata(source.first("date")) or from_file_name(source.path)
    return heading, dated if _is_name(heading) else None


def _is_name(heading: str) -> bool:
    """True if at least half of a heading's letters are the name of a bulletin."""
    words = _DATE.sub("", heading).casefold()
    longest = max((len(form) for form in _forms("name") if form in words), default=0)
    return longest * 2 >= sum(map(str.isalpha, words)) > 0


def _parts(body: str) -> Iterator[_Part]:
    found = list(_HEADING.finditer(body))
    for match, following in zip_longest(found, found[1:]):
        end = following.start() if following else len(body)
        text = _RULE.split(body[match.end() : end], maxsplit=1)[0]
        kept = [p for p in pieces(text) if p.kind != "title"]
        yield _Part(len(match[1]), _plain(match[2]), text, kept)


def _items(parts: list[_Part]) -> list[_Part]:
    """The parts on the level on which most parts with a text stand, the table of contents apart."""
    told = [part for part in parts if part.title and part.body and not _is_label(part.title)]
    levels = [part.level for part in told]
    level = max(levels, key=levels.count, default=0)
    return [part for part in told if part.level == level]


def _untold(heading: str, parts: list[_Part], items: list[_Part]) -> list[Piece]:
    """What stands outside the items and repeats neither them nor the heading."""
    known = "\n".join(_key(f"{i.title} {' '.join(p.text for p in i.body)}") for i in items)
    titles = [title for item in items if len(title := _key(item.title)) >= _SHORTEST]
    titles.append(_key(heading))
    rest = []
    of_items = {*map(id, items)}
    for part in (part for part in parts if id(part) not in of_items):
        for piece in part.body:
            key = _key(piece.text)
            told = key in known or any(title in key for title in titles)
            if not told and not _is_label(piece.text):
                rest.append(piece)
    return rest


def _is_label(text: str) -> bool:
    """True for the words over a table of contents."""
    return text.casefold().strip(" :：") in _forms("contents")


def _link(text: str) -> str:
    """The address of an item's own page, behind words that say so."""
    found = (url for words, url in _LINK.findall(text) if words.casefold() in _forms("link"))
    return web_address(next(found, ""))


def _plain(heading: str) -> str:
    return _LINK.sub(r"\1", heading).strip()


def _key(text: str) -> str:
    """A line by its letters, without the number before it."""
    return "".join(c for c in re.sub(r"^\W*\d{1,3}\W", "", text) if c.isalnum())


@cache
def _forms(role: str) -> tuple[str, ...]:
    return tuple(row["form"].casefold() for row in table("bulletins.tsv") if row["role"] == role)


READER = Reader("day-bulletin", detect, read)
