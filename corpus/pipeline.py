"""Composition: a folder of archived articles goes in, the tables come out.

A file that cannot be read becomes a row of ``problems``, and the build goes on (law 2); a bug of
our own is not caught. Files are taken in the order of their paths, and every step is a pure
function of the bytes, so that the same folder gives the same tables on any machine, with any number
of workers, from scratch or from what was kept (law 3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from corpus import tables
from corpus.analysis import Analysis, Result, around
from corpus.archive import File, Kept, files, kept_of, result_of
from corpus.copies import related
from corpus.happenings import Event
from corpus.linking import Telling, link
from corpus.model import Article, Mention, Problem, Quantity
from corpus.tables import Tables

#: called after each file with the number done, the number in all and the file's path
Progress = Callable[[int, int, str], None]
#: files that a worker takes at once: few enough to keep all workers busy to the end
_AT_ONCE = 8


def build(
    folder: Path, progress: Progress | None = None, workers: int = 1, kept: Kept | None = None
) -> Tables:
    """Read every file below a folder and lay out what its articles say.

    ``workers`` are processes of their own if there are several. What is ``kept`` of a file that has
    not changed is not read again. Raises `NotADirectoryError` if there is no such folder; an empty
    one gives empty tables.
    """
    found = files(folder)
    analyses: list[Analysis] = []
    problems: list[Problem] = []
    for done, (file, result) in enumerate(
        zip(found, _results(found, workers, kept), strict=True), start=1
    ):
        analyses += result.analyses
        problems += result.problems
        if progress is not None:
            progress(done, len(found), file.name)
    return compared(analyses, problems)


def open_corpus(folder: Path) -> Tables:
    """The tables of a folder: loaded if it is a finished build, made if it holds articles."""
    return tables.load(folder) if tables.is_build(folder) else build(folder)


def compared(analyses: Sequence[Analysis], problems: Sequence[Problem]) -> Tables:
    """Mark copies and translations among the articles, then lay out all that they say."""
    articles = related(
        [analysis.article for analysis in analyses], [analysis.sketch for analysis in analyses]
    )
    pairs = zip(analyses, articles, strict=True)
    return lay_out([replace(analysis, article=article) for analysis, article in pairs], problems)


def lay_out(analyses: Sequence[Analysis], problems: Sequence[Problem]) -> Tables:
    """Link the mentions of all articles and lay every record into its table."""
    linked = link(telling for analysis in analyses for telling in tellings_of(analysis))
    events = {t.mention_id: event.event_id for event, tellings in linked for t in tellings}
    rules = {t.mention_id: t.link_rule for _, tellings in linked for t in tellings}
    return Tables.of(
        {
            "articles": [_article_row(analysis.article) for analysis in analyses],
            "time_expressions": [
                {"article_id": analysis.article.article_id, **_cells(expression)}
                for analysis in analyses
                for expression in analysis.times
            ],
            "mentions": [
                {
                    "mention_id": name,
                    "event_id": events[name],
                    "article_id": analysis.article.article_id,
                    **_cells(mention),
                    "parts": [_cells(part) for part in mention.parts],
                    "link_rule": rules[name],
                }
                for analysis in analyses
                for mention in analysis.mentions
                for name in [mention_id(analysis.article.article_id, mention)]
            ],
            "events": [event_row(event) for event, _ in linked],
            "quantities": [
                row for analysis in analyses for row in _quantity_rows(analysis, events)
            ],
            "problems": [_cells(problem) for problem in problems],
        }
    )


def _results(found: Sequence[File], workers: int, kept: Kept | None) -> Iterator[Result]:
    """What came of each file, in their order; what is kept costs no worker anything."""
    had = [kept_of(file, kept) if kept is not None else None for file in found]
    lacking = [file for file, result in zip(found, had, strict=True) if result is None]
    work = partial(result_of, kept=kept)
    if workers <= 1 or len(lacking) <= _AT_ONCE:
        yield from (result or work(file) for file, result in zip(found, had, strict=True))
        return
    # a worker starts afresh: a copy of this process could take a lock along that nobody opens again
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        made = pool.map(work, lacking, chunksize=_AT_ONCE)
        yield from (result or next(made) for result in had)


def mention_id(article_id: str, mention: Mention) -> str:
    """An id that stays when other articles come in: the article's, and where the trigger stands."""
    return f"{article_id}.{mention.trigger_start}"


def tellings_of(analysis: Analysis) -> list[Telling]:
    """What an article tells, each with the figures in its clause."""
    article = analysis.article
    of_mention: dict[int, list[Quantity]] = {}
    for figure in analysis.quantities:
        mention = around(figure, analysis.mentions)
        if mention is not None:
            of_mention.setdefault(mention.trigger_start, []).append(figure)
    return [
        Telling(
            mention_id=mention_id(article.article_id, mention),
            article_id=article.article_id,
            source=article.duplicate_of or article.translation_of or article.article_id,
            outlet_id=article.outlet_id,
            published=article.published.day if article.published else None,
            mention=mention,
            quantities=tuple(of_mention.get(mention.trigger_start, ())),
            author=article.author,
        )
        for mention in analysis.mentions
    ]


def _article_row(article: Article) -> dict[str, Any]:
    row = _cells(article)
    published = article.published
    row["language"] = row.pop("languages")
    row["blocks"] = [_cells(block) for block in article.blocks]
    row["published"] = published.instant.astimezone(UTC) if published else None
    row["published_day"] = published.day if published else None
    row["published_precision"] = published.precision if published else ""
    row["published_basis"] = published.basis if published else ""
    row["dates"] = [
        {"day": date.day, "precision": date.precision, "basis": date.basis}
        for date in article.dates
    ]
    return row


def event_row(event: Event) -> dict[str, Any]:
    """The row of an event in the table of events."""
    return {
        **_cells(event),
        "conflicts": [_cells(conflict) for conflict in event.conflicts],
        "history": [_cells(step) for step in event.history],
        "mention_count": len(event.mentions),
    }


def _quantity_rows(analysis: Analysis, events: dict[str, str]) -> Iterable[dict[str, Any]]:
    article_id = analysis.article.article_id
    for figure in analysis.quantities:
        near = around(figure, analysis.mentions)
        mention = mention_id(article_id, near) if near is not None else ""
        yield {
            "article_id": article_id,
            **_cells(figure),
            "mention_id": mention,
            "event_id": events.get(mention, ""),
        }


def _cells(record: Any) -> dict[str, Any]:
    """The fields of a flat record; `dataclasses.asdict` would copy every cell, which takes long."""
    return {name: getattr(record, name) for name in record.__slots__}
