"""Records to DataFrames to Parquet and back: the schema, the bytes, and a save that fails."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corpus.errors import NotABuild
from corpus.happenings import Event
from corpus.model import Mention, TimeExpression
from corpus.pipeline import build
from corpus.tables import SCHEMAS, Tables, load, rows, save
from tests.samples import MONDAY, mention, tables, telling

SEEDS = Path(__file__).parents[1] / "seeds"
NAMES = tuple(SCHEMAS)
#: the columns that the design promises to whoever reads a build
PROMISED = {
    "articles": "article_id path format sha256 outlet outlet_id url title author language published"
    " published_day published_basis translation_of duplicate_of text blocks",
    "time_expressions": "article_id start end surface type value edtf first last precision"
    " direction anchor rule",
    "mentions": "mention_id event_id article_id language start end quote trigger trigger_start"
    " trigger_end type mode contexts quad_class score first last date_basis status actors"
    " recipients place latitude longitude speaker salience repeat rule confidence",
    "events": "event_id first last edtf precision type mode quad_class score actors recipients"
    " place status label_en label_zh outlets mention_count independent_sources conflicts",
    "quantities": "article_id start end surface low high unit what speaker mention_id event_id",
    "problems": "path stage reason detail",
}
EMPTY = tables([])
SMALL = tables([telling(), telling(mention(at=30), "a2", "bbc")], [("a3", "ap", None)])


def same(one: Tables, other: Tables) -> None:
    for name in NAMES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


@pytest.mark.parametrize("name", NAMES)
def test_every_promised_column_is_there_and_the_values_of_the_model_have_theirs(name):
    columns = SCHEMAS[name].names
    assert set(PROMISED[name].split()) <= set(columns)
    model = {"mentions": Mention, "time_expressions": TimeExpression, "events": Event}.get(name)
    if model:
        assert {field.name for field in fields(model)} <= set(columns)


def test_tables_without_rows_keep_their_columns_and_types(tmp_path):
    empty = Tables.of({})
    for name in NAMES:
        assert list(getattr(empty, name).columns) == SCHEMAS[name].names
        assert getattr(empty, name).empty
    assert str(empty.events["first"].dtype).startswith("datetime64")
    assert empty.verified() == (0, 0)
    save(empty, tmp_path / "build")
    same(load(tmp_path / "build"), empty)


def test_a_build_that_is_saved_and_loaded_is_the_same(tmp_path, seeds):
    for tables_ in (SMALL, seeds):
        save(tables_, tmp_path / "build")
        same(load(tmp_path / "build"), tables_)


def test_days_come_back_as_days_and_lists_as_lists(tmp_path):
    save(SMALL, tmp_path / "build")
    event = rows(load(tmp_path / "build").events)[0]
    assert event["first"] == pd.Timestamp(MONDAY)
    assert list(event["actors"]) == ["RUS MIL"]
    assert pd.isna(rows(SMALL.articles)[2]["published_day"])


def test_an_instant_is_kept_to_the_second_in_utc():
    instant = datetime(2024, 5, 14, 6, 3, 18, tzinfo=UTC)
    kept = Tables.of({"articles": [{"article_id": "a", "published": instant}]})
    assert kept.articles["published"][0] == pd.Timestamp(instant)


def test_two_saves_write_the_same_bytes(tmp_path):
    for folder in ("one", "two"):
        save(build(SEEDS), tmp_path / folder)
    for name in NAMES:
        files = [(tmp_path / folder / f"{name}.parquet") for folder in ("one", "two")]
        assert files[0].read_bytes() == files[1].read_bytes()


def test_the_files_hold_nothing_but_the_schema(tmp_path):
    save(SMALL, tmp_path / "build")
    assert sorted(path.name for path in (tmp_path / "build").iterdir()) == sorted(
        f"{name}.parquet" for name in NAMES
    )
    for name, schema in SCHEMAS.items():
        assert pq.read_schema(tmp_path / "build" / f"{name}.parquet").equals(schema)


def test_a_save_that_fails_leaves_the_old_build_whole_and_nothing_beside_it(tmp_path):
    save(SMALL, tmp_path / "build")
    before = {path.name: path.read_bytes() for path in (tmp_path / "build").iterdir()}
    broken = Tables(
        **{n: getattr(SMALL, n) for n in NAMES if n != "problems"}, problems=SMALL.events
    )
    with pytest.raises((KeyError, pa.ArrowInvalid)):
        save(broken, tmp_path / "build")
    assert {path.name: path.read_bytes() for path in (tmp_path / "build").iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


class Killed(BaseException):
    """What a signal is to a build: nothing of ours runs after it."""


@pytest.mark.parametrize("step", range(16))
def test_a_build_killed_at_any_step_leaves_all_old_tables_or_all_new_ones(
    step, tmp_path, monkeypatch
):
    save(EMPTY, tmp_path)
    steps = 0

    def counted(function: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*arguments: Any, **options: Any) -> Any:
            nonlocal steps
            steps += 1
            if steps > step:
                raise Killed
            return function(*arguments, **options)

        return stepping

    with monkeypatch.context() as patch:
        patch.setattr(pq, "write_table", counted(pq.write_table))
        for name in ("rename", "replace", "rmdir"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        patch.setattr("corpus.tables.shutil.rmtree", counted(shutil.rmtree))
        try:
            save(SMALL, tmp_path)
        except Killed:
            assert steps > step
    found = load(tmp_path)
    assert [len(getattr(found, name)) for name in NAMES] in (
        [len(getattr(EMPTY, name)) for name in NAMES],
        [len(getattr(SMALL, name)) for name in NAMES],
    )
    save(SMALL, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        f"{name}.parquet" for name in NAMES
    )


def test_a_save_that_fails_makes_no_build_where_none_was(tmp_path):
    broken = Tables(
        **{n: getattr(SMALL, n) for n in NAMES if n != "problems"}, problems=SMALL.events
    )
    with pytest.raises((KeyError, pa.ArrowInvalid)):
        save(broken, tmp_path / "deep" / "build")
    assert list((tmp_path / "deep").iterdir()) == []


def test_a_folder_that_is_no_build_is_refused_with_what_is_missing_and_what_to_do(tmp_path):
    save(SMALL, tmp_path / "build")
    (tmp_path / "build" / "events.parquet").unlink()
    with pytest.raises(NotABuild, match=r"events missing.*python -m corpus build") as told:
        load(tmp_path / "build")
    assert "articles" not in str(told.value).partition("missing")[0]
    with pytest.raises(NotABuild, match="articles, time_expressions"):
        load(tmp_path / "nowhere")


def test_a_build_of_another_version_is_refused(tmp_path):
    save(SMALL, tmp_path / "build")
    path = tmp_path / "build" / "quantities.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["speaker"]), path)
    with pytest.raises(NotABuild, match=r"quantities\.parquet is of another version"):
        load(tmp_path / "build")


def damaged(whole: Tables, table: str, column: str) -> Tables:
    """A build in which one record does not read as the text does."""
    frame = getattr(whole, table).copy()
    frame.loc[frame.index[0], column] = "never written"
    return Tables(**{n: frame if n == table else getattr(whole, n) for n in NAMES})


@pytest.mark.parametrize(
    ("table", "column"),
    [("mentions", "quote"), ("time_expressions", "surface"), ("quantities", "surface")],
)
def test_a_quote_that_does_not_read_as_the_text_is_counted_as_wrong(seeds, table, column):
    right, total = seeds.verified()
    assert right == total > 100
    assert damaged(seeds, table, column).verified() == (right - 1, total)


def test_a_record_of_an_unknown_day_has_none():
    undated = mention(first=None, last=None, precision="", date_basis="none")
    made = Tables.of({"mentions": [asdict(undated), asdict(mention(first=date(2022, 1, 1)))]})
    assert made.mentions["first"].isna().tolist() == [True, False]
    assert made.mentions["latitude"].isna().all()
