"""What was not understood or is missing: the tables go in, sections that say it come out.

Each section has its count and its rows; a row leads to the article where there is one. File names
and reasons are text of others and stay text (law 9).
"""

from __future__ import annotations

import pandas as pd

from corpus.charts.terms import counted, dated
from corpus.holdings import (
    copies,
    date_conflicts,
    files,
    refusals,
    refused_files,
    translations,
    undated,
)
from corpus.tables import Row, rows
from pages.parts.folded import folded, rows_cut
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, link, tag
from pages.parts.tellings import day_of, source

#: rows that stand open, and rows of one section that are sent
_OPEN, _MOST = 6, 250


def shortfalls(frame: Frame) -> Markup:
    """All sections, those about files before those about dates and copies."""
    return tag(
        "div",
        refused_section(frame),
        undated_section(frame),
        dates_section(frame),
        copies_section(frame),
        translations_section(frame),
        cls="dl dl-sections",
    )


def archive_headline(frame: Frame) -> tuple[str, str]:
    """How many files gave how many articles, and from when to when."""
    articles, problems = frame.tables.articles, frame.tables.problems
    n = files(articles, problems)
    looked = frame.say("files_one") if n == 1 else frame.say("files_n", n=f"{n:,}")
    read = counted("article", "articles_counted", len(articles), frame.language)
    refused = len(refused_files(articles, problems))
    key = "archive_read" if not refused else "archive_refused"
    days = articles["published_day"].dropna()
    scope = frame.say("archive_scope_undated")
    if len(days):
        scope = frame.say(
            "archive_scope",
            first=dated(days.min().date(), "day", frame.language),
            last=dated(days.max().date(), "day", frame.language),
        )
    ways = [
        tag("a", f"{frame.say(f'missing_{part}')} {count:,}", href=f"#{part}")
        for part, count in (
            ("refused", len(problems)),
            ("undated", len(undated(articles))),
            ("dates", len(date_conflicts(articles))),
            ("copies", len(copies(articles))),
            ("translations", len(translations(articles))),
        )
        if count
    ]
    title = frame.say(key, files=looked, articles=read, n=f"{refused:,}")
    return title, joined(scope, *(joined(" · ", way) for way in ways))


def refused_section(frame: Frame) -> Markup:
    """What was not read, a file or a part of one: each reason once, under it the files."""
    problems = frame.tables.problems
    blocks: list[Markup] = []
    left = _MOST
    for stage, reason, found in refusals(problems):
        items = [_refused(row) for row in rows(found.head(max(left, 0)))]
        left -= len(found)
        head = tag("p", tag("b", reason, lang="en"), cls="dl-reason")
        n = frame.say("files_one") if len(found) == 1 else frame.say("files_n", n=f"{len(found):,}")
        meta = tag("p", f"{n} · ", frame.say("stage", stage=stage), cls="dl-meta")
        blocks.append(joined(head, meta, _listed(frame, items, len(found))))
    return _section(frame, "refused", len(problems), joined(*blocks))


def undated_section(frame: Frame) -> Markup:
    """Articles that give no day of publication."""
    found = undated(frame.tables.articles)
    items = [_item(frame, row, row["path"]) for row in rows(found.head(_MOST))]
    return _section(frame, "undated", len(found), _listed(frame, items, len(found)))


def dates_section(frame: Frame) -> Markup:
    """Articles whose own parts name different days: the chosen one first, then the others."""
    found = date_conflicts(frame.tables.articles)
    items = [
        _item(frame, row, tag("i", "≠", cls="dl-chip"), " ", _days(frame, row))
        for row in rows(found.head(_MOST))
    ]
    near = int((found["apart"] == 1).sum())
    said = frame.say("missing_dates_near", n=f"{near:,}") if near else ""
    return _section(frame, "dates", len(found), _listed(frame, items, len(found)), said)


def copies_section(frame: Frame) -> Markup:
    """Articles that were taken for copies, of what, and why; they count once."""
    found = copies(frame.tables.articles)
    known = _titles(frame)
    items = [
        _item(
            frame,
            row,
            frame.say("copy_" + (row["copy_basis"] or "other")),
            " ",
            _other(frame, row["duplicate_of"], known),
        )
        for row in rows(found.head(_MOST))
    ]
    return _section(frame, "copies", len(found), _listed(frame, items, len(found)))


def translations_section(frame: Frame) -> Markup:
    """Articles that are translations of another; they count once with it."""
    found = translations(frame.tables.articles)
    known = _titles(frame)
    items = [
        _item(
            frame,
            row,
            frame.say("translates"),
            " ",
            _other(frame, row["translation_of"], known),
        )
        for row in rows(found.head(_MOST))
    ]
    return _section(frame, "translations", len(found), _listed(frame, items, len(found)))


def article_link(frame: Frame, article_id: str, label: str) -> Markup:
    """The way to an article's text."""
    view = frame.view.elsewhere().with_field("article", article_id)
    return link(label, "article", view.params())


def _section(frame: Frame, key: str, count: int, body: Markup, more: str = "") -> Markup:
    title = tag("h2", frame.say(f"missing_{key}"), " ", tag("small", f"{count:,}"), cls="dl-h2")
    said = frame.say(f"missing_{key}_lead") if count else frame.say(f"missing_{key}_none")
    lead = tag("p", said, f" {more}" if more else "", cls="dl-sub")
    return tag("section", title, lead, body if count else Markup(""), id=key)


def _listed(frame: Frame, items: list[Markup], count: int) -> Markup:
    """The first rows, the others behind a line that opens, and how many are not there."""
    cut = rows_cut(frame, count - len(items))
    return folded(frame, items, _OPEN, "tally_more", total=count, cut=cut)


def _refused(row: Row) -> Markup:
    if not row["detail"]:
        return tag("li", tag("p", row["path"]))
    opened = tag("p", row["detail"], cls="dl-meta", lang="en")
    return tag("li", tag("details", tag("summary", row["path"]), opened, cls="dl-detail"))


def _item(frame: Frame, row: Row, *meta: str) -> Markup:
    """Title as a link; below it outlet, day and a remark."""
    name = article_link(frame, row["article_id"], row["title"] or row["path"])
    origin = tag("p", source(row, frame.language), cls="dl-meta")
    return tag("li", tag("p", name), origin, tag("p", *meta, cls="dl-meta"))


def _other(frame: Frame, article_id: str, known: dict[str, str]) -> Markup:
    """The article that another one copies or translates, if it is here."""
    title = known.get(article_id)
    return tag("span", article_id) if title is None else article_link(frame, article_id, title)


def _titles(frame: Frame) -> dict[str, str]:
    articles: pd.DataFrame = frame.tables.articles
    names = articles["title"].where(articles["title"].fillna("") != "", articles["path"])
    return dict(zip(articles["article_id"], names, strict=True))


def _days(frame: Frame, row: Row) -> str:
    """Every day that is given, with what gives it."""
    said = [
        frame.say("date_by", day=dated(day, "day", frame.language), basis=_basis(frame, basis))
        for day, basis in ((day_of(date["day"]), date["basis"]) for date in row["dates"])
        if day is not None
    ]
    return frame.say("dates_chosen", first=said[0], others=" · ".join(said[1:]))


def _basis(frame: Frame, basis: str) -> str:
    return frame.say("published_basis_" + basis.replace(" ", "_"))
