"""Tables of a build and further files go in, the tables of both together come out.

What the build has read is taken from its records and not read again, so that files can be added
to an archive of which only the build is there. Nothing is written; the result must be the same as
if the files had lain in the archive's folder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from heapq import merge
from typing import Any

import pandas as pd

from corpus.analysis import Analysis, analysed
from corpus.copies import own_id, sketch
from corpus.model import (
    Article,
    Block,
    Mention,
    Part,
    Problem,
    Published,
    Quantity,
    TimeExpression,
)
from corpus.pipeline import Progress, compared
from corpus.tables import Row, Tables, rows


def with_files(
    tables: Tables, files: Mapping[str, bytes], progress: Progress | None = None
) -> Tables:
    """The tables of an archive with further files in it, by their paths.

    A file that cannot be read becomes a row of ``problems``. The tables given stay as they are.
    """
    new: list[Analysis] = []
    refused: list[Problem] = []
    for done, (path, data) in enumerate(sorted(files.items()), start=1):
        found = analysed(path, data)
        new += found.analyses
        refused += found.problems
        if progress is not None:
            progress(done, len(files), path)
    old = [Problem(**row) for row in rows(tables.problems)]
    analyses = merge(analyses_of(tables), new, key=lambda analysis: analysis.article.path)
    problems = merge(old, refused, key=lambda problem: problem.path)
    return compared(list(analyses), list(problems))


def analyses_of(tables: Tables) -> list[Analysis]:
    """What was read in each article of a build, before any article was compared with another."""
    times = _by_article(tables.time_expressions)
    mentions = _by_article(tables.mentions)
    quantities = _by_article(tables.quantities)
    return [
        Analysis(
            _article(row),
            tuple(record(TimeExpression, found) for found in times[row["article_id"]]),
            tuple(map(mention_of, mentions[row["article_id"]])),
            tuple(record(Quantity, found) for found in quantities[row["article_id"]]),
            sketch(row["text"]),
        )
        for row in rows(tables.articles)
    ]


def _by_article(table: pd.DataFrame) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows(table):
        found[row["article_id"]].append(row)
    return found


def _article(row: Row) -> Article:
    """The article as its reader left it: what it copies or translates is found out again."""
    day = plain(row["published_day"])
    fresh: dict[str, Any] = {
        "article_id": own_id(row["article_id"]),
        "languages": tuple(row["language"]),
        "published": _published(row, day) if day is not None else None,
        "dates": tuple(
            Published(_midnight(date["day"]), date["precision"], date["basis"])
            for date in row["dates"]
        ),
        "translation_of": "",
        "duplicate_of": "",
        "copy_basis": "",
        "blocks": tuple(Block(**block) for block in row["blocks"]),
    }
    had: dict[str, Any] = {field.name: row.get(field.name) for field in fields(Article)}
    return Article(**had | fresh)


def _published(row: Row, day: date) -> Published:
    """The instant on a clock on which it was that day: the table has instant and day, no zone."""
    instant: datetime = row["published"].to_pydatetime()
    ahead = _midnight(day) - instant
    if ahead > timedelta():
        instant = instant.astimezone(timezone(_whole_minutes(ahead)))
    elif ahead <= -timedelta(days=1):
        instant = instant.astimezone(timezone(-_whole_minutes(-timedelta(days=1) - ahead, 1)))
    return Published(instant, row["published_precision"], row["published_basis"])


def _whole_minutes(span: timedelta, more: int = 0) -> timedelta:
    """Rounded up, so that the day is reached."""
    return timedelta(minutes=-(-span // timedelta(minutes=1)) + more)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def mention_of(row: Row) -> Mention:
    """The mention of a row of the table, with its parts."""
    parts = tuple(Part(**part) for part in row["parts"])
    return record(Mention, {**row, "parts": parts})  # type: ignore[no-any-return]


def record(kind: Callable[..., Any], row: Row) -> Any:
    """A record of the model from its row; what the row has beside the record is left out."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: plain(row[name]) for name in names})


def plain(value: Any) -> Any:
    """A cell as the model has it: days as dates, lists as tuples, None for what is missing."""
    if isinstance(value, pd.Timestamp):
        return value.date()
    if hasattr(value, "tolist") and not isinstance(value, str):
        return tuple(map(_inner, value.tolist()))
    return None if value is None or value != value else value


def _inner(value: Any) -> Any:
    """A cell of a list; one that is a record has lists of its own."""
    if isinstance(value, dict):
        return {name: plain(cell) for name, cell in value.items()}
    return value
