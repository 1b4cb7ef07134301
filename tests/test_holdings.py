"""What an archive holds: every count adds up, and what is missing is found."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from corpus.holdings import (
    by_folder,
    by_language,
    by_month,
    copies,
    date_conflicts,
    files,
    from_file,
    refusals,
    refused_files,
    shared_folder,
    tally,
    told_in,
    translations,
    undated,
)
from corpus.tables import Row, Tables


def article(article_id: str, **fields: object) -> Row:
    known = {
        "article_id": article_id,
        "path": f"{article_id}.md",
        "outlet_id": "ft",
        "language": ["en"],
        "duplicate_of": "",
        "translation_of": "",
        "dates": [],
    }
    return {**known, **fields}


def problem(path: str, reason: str = "Empty.", stage: str = "open") -> Row:
    return {"path": path, "stage": stage, "reason": reason, "detail": ""}


def dates(*days: str) -> list[Row]:
    return [
        {"day": date.fromisoformat(day), "precision": "day", "basis": basis}
        for day, basis in zip(days, ("dateline", "url", "file name"), strict=False)
    ]


def tables(*articles: Row, problems: tuple[Row, ...] = ()) -> Tables:
    return Tables.of({"articles": articles, "problems": problems})


def pairs(found: pd.DataFrame) -> list[tuple]:
    return list(found.itertuples(index=False, name=None))


def test_a_tally_is_by_number_then_by_name_and_adds_up():
    found = tables(
        article("a", outlet_id="ft"),
        article("b", outlet_id="cnn"),
        article("c", outlet_id="ap"),
        article("d", outlet_id="cnn"),
    ).articles
    assert pairs(tally(found, "outlet_id")) == [("cnn", 2), ("ap", 1), ("ft", 1)]


def test_a_bilingual_article_counts_in_both_languages_and_one_without_any_is_told():
    found = tables(article("a", language=["zh", "en"]), article("b"), article("c", language=[]))
    assert pairs(by_language(found.articles)) == [("en", 2), ("und", 1), ("zh", 1)]


def test_months_without_an_article_are_counted_as_none():
    found = tables(
        article("a", published_day=date(2021, 12, 31)),
        article("b", published_day=date(2022, 2, 1)),
        article("c", published_day=date(2022, 2, 28)),
        article("d"),
    )
    months = [(day.date(), n) for day, n in pairs(by_month(found.articles))]
    assert months == [(date(2021, 12, 1), 1), (date(2022, 1, 1), 0), (date(2022, 2, 1), 2)]


def test_folders_are_the_first_below_what_all_files_share():
    found = tables(
        article("a", path="in/posts/2022/a.md"),
        article("b", path="in/posts/2022/deep/b.md"),
        article("c", path="in/top.md"),
        problems=(problem("in/scans/x.png"), problem("in/posts/y.png"), problem("in/top.md")),
    )
    assert pairs(by_folder(found.articles, found.problems)) == [
        ("posts", 2, 1),
        ("", 1, 0),
        ("scans", 0, 1),
    ]


@pytest.mark.parametrize(
    ("paths", "shared"),
    [
        ([], ""),
        (["a.md"], ""),
        (["x/a.md", "y/b.md"], ""),
        (["x/y/a.md"], "x/y"),
        (["x/ab/1.md", "x/abc/2.md"], "x"),
        (["../x", "//y", "a b/\0/<b>"], ""),
    ],
)
def test_the_shared_folder_is_told_whole(paths, shared):
    assert shared_folder(paths) == shared


def test_an_empty_archive_has_empty_counts():
    found = tables()
    assert tally(found.articles, "format").empty
    assert by_language(found.articles).empty
    assert by_month(found.articles).empty
    assert by_folder(found.articles, found.problems).empty
    assert undated(found.articles).empty
    assert date_conflicts(found.articles).empty
    assert refusals(found.problems) == []
    assert files(found.articles, found.problems) == 0


def test_a_file_with_two_articles_is_one_file():
    found = tables(
        article("a", path="x.md"), article("b", path="x.md"), problems=(problem("y.md"),)
    )
    assert files(found.articles, found.problems) == 2


def test_a_file_that_gave_an_article_is_not_refused_whatever_was_wrong_with_it():
    found = tables(article("a", path="x.md"), problems=(problem("x.md"), problem("y.md")))
    assert refused_files(found.articles, found.problems) == ["y.md"]


def test_dates_conflict_where_days_differ_the_widest_first():
    found = tables(
        article("same", dates=dates("2022-01-21", "2022-01-21")),
        article("one", dates=dates("2022-01-21", "2022-01-22")),
        article("wide", dates=dates("2022-01-21", "2022-01-22", "2021-12-31")),
        article("single", dates=dates("2022-01-21")),
        article("none"),
        article("missing", dates=None),
    )
    assert pairs(date_conflicts(found.articles)[["article_id", "apart"]]) == [
        ("wide", 22),
        ("one", 1),
    ]


def test_copies_and_translations_are_found_and_no_others():
    found = tables(
        article("a"), article("b", duplicate_of="a"), article("c", translation_of="a")
    ).articles
    assert list(copies(found)["article_id"]) == ["b"]
    assert list(translations(found)["article_id"]) == ["c"]


def test_undated_articles_stand_in_the_order_of_their_paths():
    found = tables(
        article("b"), article("a"), article("c", published_day=date(2022, 1, 1))
    ).articles
    assert list(undated(found)["article_id"]) == ["a", "b"]


def test_refusals_are_gathered_by_reason_the_most_frequent_first():
    found = tables(
        problems=(
            problem("c", "Empty."),
            problem("b", "No text.", "read"),
            problem("a", "No text.", "read"),
        )
    ).problems
    told = [(stage, reason, list(rows["path"])) for stage, reason, rows in refusals(found)]
    assert told == [("read", "No text.", ["a", "b"]), ("open", "Empty.", ["c"])]


def test_a_file_is_asked_for_by_its_path_with_what_is_packed_in_it():
    found = tables(
        article("a", path="x.zip"), article("b", path="x.zip/1.md"), article("c", path="x.zip.md")
    ).articles
    assert list(from_file(found, "x.zip")["article_id"]) == ["a", "b"]
    assert from_file(found, ".*").empty
    assert from_file(tables().articles, "x").empty


def test_an_event_told_twice_is_one_event():
    mentions = Tables.of(
        {
            "mentions": [
                {"mention_id": "1", "event_id": "e1", "article_id": "a"},
                {"mention_id": "2", "event_id": "e1", "article_id": "a"},
                {"mention_id": "3", "event_id": "e2", "article_id": "b"},
            ]
        }
    ).mentions
    assert told_in(mentions, ["a"]) == 1
    assert told_in(mentions, ["a", "b"]) == 2
    assert told_in(mentions, []) == 0
