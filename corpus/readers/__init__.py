"""Bytes of an archived file go in, the articles in it come out.

The format is told by content alone. This package must never open a file itself, and never let a
file that it cannot understand pass without saying why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from corpus.errors import Unreadable
from corpus.model import Article, Problem
from corpus.readers import (
    bilingual_markdown,
    day_bulletin,
    epoch_mirror,
    feed,
    hexo_rss,
    html_page,
    markdown,
    plain_text,
    table_rows,
)
from corpus.readers.composition import composed
from corpus.readers.containers import unpacked
from corpus.readers.contract import Draft, Member, Reader, Refused, Source
from corpus.readers.opening import opened
from corpus.readers.publication import from_address
from corpus.readers.publishers import Publisher, publisher, web_address

__all__ = [
    "READERS",
    "Harvest",
    "Member",
    "Publisher",
    "Reader",
    "Refused",
    "harvest",
    "publisher",
    "read",
    "unpacked",
]

#: the first that says yes reads the file: the particular formats before the general ones
READERS: tuple[Reader, ...] = (
    feed.READER,
    table_rows.READER,
    bilingual_markdown.READER,
    epoch_mirror.READER,
    hexo_rss.READER,
    day_bulletin.READER,
    html_page.READER,
    markdown.READER,
    plain_text.READER,
)


@dataclass(frozen=True, slots=True)
class Harvest:
    """All that came of one file: its articles, and what of it could not be read."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def harvest(path: str, data: bytes, address: str = "") -> Harvest:
    """The articles in one file or in the files packed in it, and every problem beside them.

    Never raises for what is in the file, and never gives neither an article nor a problem.
    ``address`` is where the file was fetched, if that is known.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    for member in unpacked(path, data):
        if isinstance(member, Refused):
            problems.append(_problem(member.path, member.why))
            continue
        where = member.address or address
        for found in _outcomes(replace(member, address=where)):
            if isinstance(found, Article):
                articles.append(found)
            else:
                problems.append(_problem(member.path, found))
    return Harvest(tuple(articles), tuple(problems))


def read(path: str, data: bytes, address: str = "") -> tuple[Article, ...]:
    """The articles in one file that is no container; ``path`` is kept as it is.

    Raises `Unreadable`, with the stage and what to do, for a file that is empty, no text, in an
    encoding or format that nobody knows, or without any article text. What is wrong with a part of
    a file beside readable ones is told by `harvest` only.
    """
    outcomes = [*_outcomes(Member(path, data, address))]
    articles = tuple(found for found in outcomes if isinstance(found, Article))
    if not articles:
        raise next(found for found in outcomes if isinstance(found, Unreadable))
    return articles


def _outcomes(member: Member) -> Iterator[Article | Unreadable]:
    """What each part of a file gives: at least one article, or a reason why there is none."""
    try:
        source = opened(member.path, member.data, member.address, member.charset)
        reader = _reader(source)
        drafts = reader.read(source)
        if not drafts:
            raise Unreadable("read", "There is no article text in the file: remove it.")
    except Unreadable as why:
        yield why
        return
    except RecursionError:
        reason = "The file's parts are nested too deep to be read: save the article as plain text."
        yield Unreadable("read", reason)
        return
    digest = sha256(member.data).hexdigest()
    for number, draft in enumerate(drafts, start=1):
        if isinstance(draft, Unreadable):
            yield draft
            continue
        placed = _placed(draft, source) if len(drafts) == 1 else draft
        try:
            yield composed(placed, member.path, reader.name, digest, number)
        except Unreadable as why:
            where = f"article {number} of {len(drafts)}" if len(drafts) > 1 else ""
            yield Unreadable(why.stage, why.reason, why.detail or where)
    if source.broken:
        reason = (
            "The file was read, but some of its characters are broken and stand as \ufffd: fetch "
            "it again if they matter."
        )
        yield Unreadable("decode", reason, f"{source.broken} characters in {source.encoding}")


def _reader(source: Source) -> Reader:
    reader = next((reader for reader in READERS if reader.detect(source)), None)
    if reader is None:
        known = ", ".join(reader.name for reader in READERS)
        raise Unreadable(
            "detect",
            "No reader knows this format: save the article as Markdown or plain text.",
            f"it is none of {known}; it begins {source.body.strip()[:60]!r}",
        )
    return reader


def _placed(draft: Draft, source: Source) -> Draft:
    """The draft with the address from which its file was fetched, where it names none itself."""
    url = web_address(source.address)
    if draft.url or not url:
        return draft
    day = from_address(url)
    sure = [date for date in draft.dates if date.basis != "file name"]
    found = [day] if day and all(date.basis != day.basis for date in draft.dates) else []
    rest = [date for date in draft.dates if date.basis == "file name"]
    return replace(draft, url=url, dates=(*sure, *found, *rest))


def _problem(path: str, why: Unreadable) -> Problem:
    return Problem(path, why.stage, why.reason, why.detail)
