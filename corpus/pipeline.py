"""Composition: a folder of archived articles goes in, the tables come out.

The only module that walks folders. A file that cannot be read becomes a row of ``problems``, and
the build goes on (law 2); a bug of our own is not caught. Files are taken in the order of their
paths and every step is a pure function of the bytes, so that the same folder gives the same tables
on any machine (law 3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import Any

from corpus import readers, tables, times
from corpus.coding import code
from corpus.errors import Unreadable
from corpus.linking import Telling, link
from corpus.model import Article, Event, Mention, Problem, Quantity, TimeExpression
from corpus.quantities import find_quantities
from corpus.tables import Tables

#: called after each file with the number done, the number in all and the file's path
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that one article says."""

    article: Article
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]


def build(folder: Path, progress: Progress | None = None) -> Tables:
    """Read every file below a folder and lay out what its articles say.

    Raises `NotADirectoryError` if there is no such folder; an empty one gives empty tables.
    """
    if not folder.is_dir():
        raise NotADirectoryError(
            f"{folder} is not a folder: give the folder that holds the articles"
        )
    paths = archived(folder)
    analyses: list[Analysis] = []
    problems: list[Problem] = []
    for done, path in enumerate(paths, start=1):
        name = path.relative_to(folder).as_posix()
        try:
            analyses += [analyse(article) for article in readers.read(name, _bytes(path, folder))]
        except Unreadable as refusal:
            problems.append(Problem(name, refusal.stage, refusal.reason, refusal.detail))
        if progress is not None:
            progress(done, len(paths), name)
    return lay_out(_marked_copies(analyses), problems)


def open_corpus(folder: Path) -> Tables:
    """The tables of a folder: loaded if it is a finished build, made if it holds articles."""
    if (folder / "events.parquet").is_file():
        return tables.load(folder)
    return build(folder)


def archived(folder: Path) -> list[Path]:
    """Files of an archive in the order of their paths; what is hidden (``.git``) is no article."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(
        (path for path in files if not _hidden(path.relative_to(folder))),
        key=lambda path: path.relative_to(folder).as_posix(),
    )


def analyse(article: Article) -> Analysis:
    """Dates, events and figures of one article."""
    day = article.published.day if article.published else None
    expressions = times.tag(article.text, article.blocks, day)
    mentions = code(article.text, article.blocks, expressions, day)
    figures = [
        replace(
            quantity,
            start=block.start + quantity.start,
            end=block.start + quantity.end,
        )
        for block in article.blocks
        for quantity in find_quantities(article.text[block.start : block.end], block.language)
    ]
    spoken = [replace(figure, speaker=_speaker(figure, mentions)) for figure in figures]
    return Analysis(article, tuple(expressions), tuple(mentions), tuple(spoken))


def lay_out(analyses: Sequence[Analysis], problems: Sequence[Problem]) -> Tables:
    """Link the mentions of all articles and lay every record into its table."""
    linked = link(telling for analysis in analyses for telling in _tellings(analysis))
    events = {t.mention_id: event.event_id for event, tellings in linked for t in tellings}
    return Tables.of(
        {
            "articles": [_article_row(analysis.article) for analysis in analyses],
            "time_expressions": [
                {"article_id": analysis.article.article_id, **asdict(expression)}
                for analysis in analyses
                for expression in analysis.times
            ],
            "mentions": [
                {
                    "mention_id": telling.mention_id,
                    "event_id": events[telling.mention_id],
                    "article_id": telling.article_id,
                    **asdict(telling.mention),
                }
                for analysis in analyses
                for telling in _tellings(analysis)
            ],
            "events": [_event_row(event) for event, _ in linked],
            "quantities": [
                row for analysis in analyses for row in _quantity_rows(analysis, events)
            ],
            "problems": [asdict(problem) for problem in problems],
        }
    )


def _hidden(relative: Path) -> bool:
    return any(part.startswith(".") for part in relative.parts)


def _bytes(path: Path, folder: Path) -> bytes:
    if not path.resolve().is_relative_to(folder.resolve()):
        reason = (
            "The file is a link that leads out of the folder; copy the article into the folder."
        )
        raise Unreadable("open", reason, str(path.readlink()) if path.is_symlink() else "")
    try:
        return path.read_bytes()
    except OSError as error:
        reason = "The file cannot be opened; check its permissions."
        raise Unreadable("open", reason, str(error.strerror)) from error


def _marked_copies(analyses: Iterable[Analysis]) -> list[Analysis]:
    """Byte-identical files are copies of the first of them, and each keeps an id of its own."""
    seen: dict[str, int] = {}
    marked = []
    for analysis in analyses:
        article = analysis.article
        count = seen[article.article_id] = seen.get(article.article_id, 0) + 1
        if count > 1:
            copy_id = f"{article.article_id}-copy{count}"
            article = replace(article, article_id=copy_id, duplicate_of=article.article_id)
            article = replace(article, copy_basis="identical")
        marked.append(replace(analysis, article=article))
    return marked


def _speaker(figure: Quantity, mentions: Sequence[Mention]) -> str:
    around = _around(figure, mentions)
    return around.speaker if around is not None and around.speaker else figure.speaker


def _around(figure: Quantity, mentions: Iterable[Mention]) -> Mention | None:
    """The mention in whose clause a figure stands; of several, the one whose trigger is nearest."""
    holding = [m for m in mentions if m.start <= figure.start and figure.end <= m.end]
    return min(holding, key=lambda m: abs(figure.start - m.trigger_end), default=None)


def mention_id(article_id: str, mention: Mention) -> str:
    """An id that stays when other articles come in: the article's, and where the trigger stands."""
    return f"{article_id}.{mention.trigger_start}"


def _tellings(analysis: Analysis) -> list[Telling]:
    article = analysis.article
    of_mention: dict[int, list[Quantity]] = {}
    for figure in analysis.quantities:
        around = _around(figure, analysis.mentions)
        if around is not None:
            of_mention.setdefault(around.trigger_start, []).append(figure)
    return [
        Telling(
            mention_id=mention_id(article.article_id, mention),
            article_id=article.article_id,
            source=article.duplicate_of or article.translation_of or article.article_id,
            outlet_id=article.outlet_id,
            published=article.published.day if article.published else None,
            mention=mention,
            quantities=tuple(of_mention.get(mention.trigger_start, ())),
        )
        for mention in analysis.mentions
    ]


def _article_row(article: Article) -> dict[str, Any]:
    row = asdict(article)
    published = article.published
    row["language"] = row.pop("languages")
    row["published"] = published.instant.astimezone(UTC) if published else None
    row["published_day"] = published.day if published else None
    row["published_precision"] = published.precision if published else ""
    row["published_basis"] = published.basis if published else ""
    row["dates"] = [
        {"day": date.day, "precision": date.precision, "basis": date.basis}
        for date in article.dates
    ]
    return row


def _event_row(event: Event) -> dict[str, Any]:
    return {**asdict(event), "mention_count": len(event.mentions)}


def _quantity_rows(analysis: Analysis, events: dict[str, str]) -> Iterable[dict[str, Any]]:
    article_id = analysis.article.article_id
    for figure in analysis.quantities:
        around = _around(figure, analysis.mentions)
        mention = mention_id(article_id, around) if around is not None else ""
        yield {
            "article_id": article_id,
            **asdict(figure),
            "mention_id": mention,
            "event_id": events.get(mention, ""),
        }
