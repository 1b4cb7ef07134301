"""A folder in, tables out: nothing is lost, nothing stops a build, nothing counts twice."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from corpus import readers, tables
from corpus.archive import Kept, files
from corpus.errors import NotABuild
from corpus.pipeline import build, open_corpus
from corpus.tables import Tables, rows

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").iterdir())
GOLDEN = sorted(path for path in (ROOT / "tests" / "golden").glob("*/*") if path.suffix != ".json")
NEWS = """---
title: 普京会见习近平
date: 2022-06-15T08:00:00Z
author: ft
---

普京周一在北京会见习近平。

俄罗斯在乌克兰边境集结了13万大军。
"""


def put(folder: Path, **files: str | bytes) -> Path:
    """A folder with some files; two underscores in a name part folders, one stands for a dot."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def sources(made: Tables) -> set[str]:
    """The files that are the source of an article or of a problem."""
    return {*made.articles["path"], *made.problems["path"]}


def test_every_file_is_the_source_of_an_article_or_of_a_problem_and_of_nothing_else(tmp_path):
    for path in (*SEEDS, *GOLDEN):
        shutil.copy(path, tmp_path / path.name)
    put(tmp_path, empty_md="", noise_bin=bytes(range(256)), deep__down__news_md=NEWS)
    made = build(tmp_path)
    assert sources(made) == {file.name for file in files(tmp_path)}
    assert set(made.problems["path"]) == {"empty.md", "noise.bin"}


def test_what_is_packed_is_read_and_told_by_its_own_path(tmp_path):
    with zipfile.ZipFile(tmp_path / "bundle.zip", "w") as bundle:
        bundle.writestr("inner/news.md", NEWS)
        bundle.writestr("inner/empty.md", "")
    made = build(tmp_path)
    assert list(made.articles["path"]) == ["bundle.zip/inner/news.md"]
    assert list(made.problems["path"]) == ["bundle.zip/inner/empty.md"]


def written(made: Tables, folder: Path) -> list[bytes]:
    """The bytes of a build: what "the same" means here."""
    tables.save(made, folder)
    return [(folder / f"{name}.parquet").read_bytes() for name in tables.SCHEMAS]


def test_workers_and_what_is_kept_change_nothing(tmp_path):
    archive = tmp_path / "archive"
    archive.mkdir()
    for path in (*SEEDS, *GOLDEN):
        shutil.copy(path, archive / path.name)
    put(archive, empty_md="", news_md=NEWS, copy_md=NEWS)
    kept, out = Kept(tmp_path / "kept"), tmp_path / "out"
    scratch = written(build(archive), out)
    assert written(build(archive, workers=2, kept=kept), out) == scratch
    assert written(build(archive, kept=kept), out) == scratch
    (archive / "news.md").unlink()
    put(archive, later_md=NEWS.replace("习近平", "莫迪"))
    assert written(build(archive, kept=kept), out) == written(build(archive), out) != scratch


def test_what_is_kept_is_not_read_again(tmp_path, monkeypatch):
    kept = Kept(tmp_path / "kept")
    archive = put(tmp_path / "archive", a_md=NEWS, b_md="")
    first = written(build(archive, kept=kept), tmp_path / "out")
    read: list[str] = []
    harvest = readers.harvest

    def counted(path: str, data: bytes) -> readers.Harvest:
        read.append(path)
        return harvest(path, data)

    monkeypatch.setattr(readers, "harvest", counted)
    assert written(build(archive, kept=kept), tmp_path / "out") == first
    assert read == []
    put(archive, c_md=NEWS.replace("周一", "周二"))
    build(archive, kept=kept)
    assert read == ["c.md"]


def test_a_problem_says_at_which_stage_why_and_what_to_do(tmp_path):
    [problem] = rows(build(put(tmp_path, empty_md="")).problems)
    assert problem["path"] == "empty.md"
    assert problem["stage"] in ("open", "decode", "detect", "read")
    assert problem["reason"].endswith(".")


def test_an_empty_folder_gives_empty_tables(tmp_path):
    made = build(tmp_path)
    assert all(getattr(made, name).empty for name in tables.SCHEMAS)


def test_a_folder_that_is_not_there_is_an_error_that_says_so(tmp_path):
    with pytest.raises(NotADirectoryError, match="nowhere is not a folder"):
        build(tmp_path / "nowhere")
    with pytest.raises(NotADirectoryError, match="is not a folder"):
        build(put(tmp_path, news_md=NEWS) / "news.md")


def test_what_is_hidden_is_no_article(tmp_path):
    put(tmp_path, news_md=NEWS, _git__config=NEWS, deep___hidden__news_md=NEWS)
    assert [file.name for file in files(tmp_path)] == ["news.md"]


def test_files_are_taken_in_the_order_of_their_paths(tmp_path):
    put(tmp_path, b__1_md=NEWS, a__2_md=NEWS, c_md=NEWS, a_md=NEWS)
    assert [file.name for file in files(tmp_path)] == ["a.md", "a/2.md", "b/1.md", "c.md"]


def test_a_link_that_leads_out_of_the_folder_is_refused_and_one_that_stays_inside_is_read(tmp_path):
    inside, outside = tmp_path / "archive", tmp_path / "outside"
    put(outside, secret_md=NEWS.replace("习近平", "莫迪"))
    put(inside, news_md=NEWS)
    (inside / "out.md").symlink_to(outside / "secret.md")
    (inside / "in.md").symlink_to(inside / "news.md")
    made = build(inside)
    [problem] = rows(made.problems)
    assert (problem["path"], problem["stage"]) == ("out.md", "open")
    assert "leads out of the folder" in problem["reason"]
    assert set(made.articles["path"]) == {"in.md", "news.md"}


def test_a_folder_that_is_linked_in_from_elsewhere_is_refused(tmp_path):
    put(tmp_path / "outside", secret_md=NEWS)
    put(tmp_path / "archive", news_md=NEWS.replace("习近平", "莫迪"))
    (tmp_path / "archive" / "more").symlink_to(tmp_path / "outside", target_is_directory=True)
    made = build(tmp_path / "archive")
    assert list(made.articles["path"]) == ["news.md"]
    [problem] = rows(made.problems)
    assert (problem["path"], problem["stage"]) == ("more", "open")


def test_a_link_to_nowhere_does_not_stop_the_build(tmp_path):
    put(tmp_path, news_md=NEWS)
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    assert list(build(tmp_path).articles["path"]) == ["news.md"]


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may read anything")
def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path):
    put(tmp_path, news_md=NEWS, shut_md=NEWS)
    (tmp_path / "shut.md").chmod(0)
    [problem] = rows(build(tmp_path).problems)
    assert (problem["path"], problem["stage"]) == ("shut.md", "open")


def test_an_error_of_the_system_is_a_problem_too(tmp_path, monkeypatch):
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "shut.md":
            raise PermissionError(13, "Permission denied")
        return read(path)

    put(tmp_path, news_md=NEWS, shut_md=NEWS)
    monkeypatch.setattr(Path, "read_bytes", refused)
    made = build(tmp_path)
    [problem] = rows(made.problems)
    assert (problem["path"], problem["detail"]) == ("shut.md", "Permission denied")
    assert "permissions" in problem["reason"]
    assert list(made.articles["path"]) == ["news.md"]


def test_a_bug_of_our_own_is_not_swallowed(tmp_path, monkeypatch):
    def broken(path: str, data: bytes) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("corpus.readers.harvest", broken)
    with pytest.raises(ZeroDivisionError):
        build(put(tmp_path, news_md=NEWS))


def test_a_byte_identical_copy_is_marked_and_keeps_an_id_of_its_own(tmp_path):
    made = build(put(tmp_path, a_md=NEWS, b_md=NEWS, c_md=NEWS))
    first, second, third = rows(made.articles)
    assert first["duplicate_of"] == ""
    assert second["duplicate_of"] == third["duplicate_of"] == first["article_id"]
    assert len({row["article_id"] for row in (first, second, third)}) == 3
    assert set(made.mentions["article_id"]) == set(made.articles["article_id"])


def test_copies_make_no_further_events_and_no_further_sources(tmp_path):
    one = build(put(tmp_path / "one", a_md=NEWS))
    two = build(put(tmp_path / "two", a_md=NEWS, b_md=NEWS))
    assert len(one.events) == 2
    assert list(two.events["event_id"]) == list(one.events["event_id"])
    assert set(two.events["independent_sources"]) == {1}
    assert list(two.events["mention_count"]) == [2 * n for n in one.events["mention_count"]]


def test_an_undated_event_of_a_copy_is_no_further_event(tmp_path):
    undated = NEWS + "\n俄军撤出布查之后，桥梁重新开放。\n"
    one = build(put(tmp_path / "one", a_md=undated))
    two = build(put(tmp_path / "two", a_md=undated, b_md=undated))
    assert one.events["first"].isna().sum() == 2
    assert list(two.events["event_id"]) == list(one.events["event_id"])


def test_ids_stay_when_articles_are_added(tmp_path):
    before = build(put(tmp_path, news_md=NEWS))
    put(tmp_path, aaa_md=NEWS.replace("习近平", "莫迪"), zzz_md=NEWS.replace("周一", "周二"))
    after = build(tmp_path)
    for table, column in (("articles", "article_id"), ("mentions", "mention_id")):
        assert set(getattr(before, table)[column]) <= set(getattr(after, table)[column])


def test_progress_is_told_after_each_file_good_or_bad(tmp_path):
    told: list[tuple[int, int, str]] = []
    build(put(tmp_path, a_md="", b_md=NEWS), lambda *step: told.append(step))
    assert told == [(1, 2, "a.md"), (2, 2, "b.md")]


def test_every_record_belongs_to_an_article_and_every_mention_to_an_event():
    made = build(ROOT / "seeds")
    articles = set(made.articles["article_id"])
    for table in ("time_expressions", "mentions", "quantities"):
        assert set(getattr(made, table)["article_id"]) <= articles
    events = {row["event_id"]: row for row in rows(made.events)}
    assert len(events) == len(made.events)
    for mention in rows(made.mentions):
        assert mention["mention_id"] in events[mention["event_id"]]["mentions"]
        assert mention["mention_id"].startswith(mention["article_id"] + ".")
    held = [each for event in events.values() for each in event["mentions"]]
    assert sorted(held) == sorted(made.mentions["mention_id"])


def test_a_figure_belongs_to_the_mention_in_whose_clause_it_stands():
    made = build(ROOT / "seeds")
    mentions = {row["mention_id"]: row for row in rows(made.mentions)}
    bound = [row for row in rows(made.quantities) if row["mention_id"]]
    assert bound
    for figure in bound:
        clause = mentions[figure["mention_id"]]
        assert clause["start"] <= figure["start"] < figure["end"] <= clause["end"]
        assert figure["event_id"] == clause["event_id"]
    assert "UKR GOV Oleksii Danilov" in set(made.quantities["speaker"])


def test_a_corpus_is_opened_from_articles_or_from_a_build_alike(tmp_path):
    made = build(put(tmp_path / "in", news_md=NEWS))
    tables.save(made, tmp_path / "out")
    assert list(open_corpus(tmp_path / "out").events["event_id"]) == list(made.events["event_id"])
    assert list(open_corpus(tmp_path / "in").events["event_id"]) == list(made.events["event_id"])
    (tmp_path / "out" / "articles.parquet").unlink()
    with pytest.raises(NotABuild):
        open_corpus(tmp_path / "out")


def test_a_day_of_publication_is_kept_as_the_publisher_has_it(tmp_path):
    late = NEWS.replace("2022-06-15T08:00:00Z", "2022-06-15T23:30:00-05:00")
    [row] = rows(build(put(tmp_path, news_md=late)).articles)
    assert row["published"].isoformat() == "2022-06-16T04:30:00+00:00"
    assert row["published_day"].date().isoformat() == "2022-06-15"


@pytest.mark.parametrize(("author", "via"), [("ft", ""), ("guardian", "GBR JRN Financial Times")])
def test_the_outlet_that_heard_it_itself_passes_nothing_on(tmp_path, author, via):
    told = NEWS.replace("author: ft", f"author: {author}").split("\n\n")[0]
    put(tmp_path, news_md=f"{told}\n\n马克龙对《金融时报》说，法国制裁了伊朗。\n")
    [mention] = rows(build(tmp_path).mentions.query("trigger == '制裁'"))
    assert (mention["speaker"], mention["via"]) == ("FRA GOV Emmanuel Macron", via)
    assert ("via" in [part["role"] for part in mention["parts"]]) == bool(via)
