"""Tables: records go in, DataFrames and Parquet files of a fixed schema come out, and the reverse.

The schema below is the contract with everything above. Bytes depend on the records alone (law 3);
a save writes aside and renames, so that a killed build leaves the old tables whole.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from corpus.errors import NotABuild

Row = dict[str, Any]
#: where tables stand that are written whole and not yet moved to their places
_WRITTEN = ".written"

_DAY, _TEXT, _WORDS, _WHOLE = pa.date32(), pa.string(), pa.list_(pa.string()), pa.int64()
_SPAN = [("start", _WHOLE), ("end", _WHOLE)]

SCHEMAS: Mapping[str, pa.Schema] = {
    "articles": pa.schema(
        [
            ("article_id", _TEXT),
            ("path", _TEXT),
            ("format", _TEXT),
            ("sha256", _TEXT),
            ("outlet", _TEXT),
            ("outlet_id", _TEXT),
            ("url", _TEXT),
            ("title", _TEXT),
            ("author", _TEXT),
            ("language", _WORDS),
            ("published", pa.timestamp("ms", tz="UTC")),
            ("published_day", _DAY),
            ("published_precision", _TEXT),
            ("published_basis", _TEXT),
            ("translation_of", _TEXT),
            ("duplicate_of", _TEXT),
            ("copy_basis", _TEXT),
            ("dates", pa.list_(pa.struct([("day", _DAY), ("precision", _TEXT), ("basis", _TEXT)]))),
            ("text", _TEXT),
            (
                "blocks",
                pa.list_(pa.struct([("kind", _TEXT), *_SPAN, ("language", _TEXT)])),
            ),
        ]
    ),
    "time_expressions": pa.schema(
        [
            ("article_id", _TEXT),
            *_SPAN,
            ("surface", _TEXT),
            ("type", _TEXT),
            ("value", _TEXT),
            ("mod", _TEXT),
            ("edtf", _TEXT),
            ("first", _DAY),
            ("last", _DAY),
            ("precision", _TEXT),
            ("direction", _TEXT),
            ("anchor", _TEXT),
            ("conflict", _TEXT),
            ("rule", _TEXT),
        ]
    ),
    "mentions": pa.schema(
        [
            ("mention_id", _TEXT),
            ("event_id", _TEXT),
            ("article_id", _TEXT),
            ("language", _TEXT),
            ("region", _TEXT),
            *_SPAN,
            ("quote", _TEXT),
            ("trigger", _TEXT),
            ("trigger_start", _WHOLE),
            ("trigger_end", _WHOLE),
            ("type", _TEXT),
            ("mode", _TEXT),
            ("contexts", _WORDS),
            ("quad_class", _WHOLE),
            ("score", pa.float64()),
            ("first", _DAY),
            ("last", _DAY),
            ("precision", _TEXT),
            ("clock", _TEXT),
            ("date_basis", _TEXT),
            ("told", _TEXT),
            ("status", _TEXT),
            ("actors", _WORDS),
            ("recipients", _WORDS),
            ("place", _TEXT),
            ("latitude", pa.float64()),
            ("longitude", pa.float64()),
            ("topics", _WORDS),
            ("speaker", _TEXT),
            ("via", _TEXT),
            ("salience", _WHOLE),
            ("repeat", pa.bool_()),
            ("rule", _TEXT),
            ("confidence", pa.float64()),
            ("parts", pa.list_(pa.struct([("role", _TEXT), *_SPAN, ("value", _TEXT)]))),
            ("link_rule", _TEXT),
        ]
    ),
    "events": pa.schema(
        [
            ("event_id", _TEXT),
            ("first", _DAY),
            ("last", _DAY),
            ("edtf", _TEXT),
            ("precision", _TEXT),
            ("clock", _TEXT),
            ("type", _TEXT),
            ("mode", _TEXT),
            ("quad_class", _WHOLE),
            ("score", pa.float64()),
            ("actors", _WORDS),
            ("recipients", _WORDS),
            ("place", _TEXT),
            ("status", _TEXT),
            ("label_en", _TEXT),
            ("label_zh", _TEXT),
            ("salience", _WHOLE),
            ("outlets", _WORDS),
            ("mentions", _WORDS),
            ("mention_count", _WHOLE),
            ("independent_sources", _WHOLE),
            (
                "conflicts",
                pa.list_(
                    pa.struct(
                        [
                            ("what", _TEXT),
                            ("severity", _WHOLE),
                            ("versions", _WORDS),
                            ("mentions", _WORDS),
                        ]
                    )
                ),
            ),
            (
                "history",
                pa.list_(
                    pa.struct(
                        [
                            ("state", _TEXT),
                            ("told", _DAY),
                            ("first", _DAY),
                            ("last", _DAY),
                            ("mention", _TEXT),
                        ]
                    )
                ),
            ),
        ]
    ),
    "quantities": pa.schema(
        [
            ("article_id", _TEXT),
            *_SPAN,
            ("surface", _TEXT),
            ("low", pa.float64()),
            ("high", pa.float64()),
            ("unit", _TEXT),
            ("what", _TEXT),
            ("speaker", _TEXT),
            ("mention_id", _TEXT),
            ("event_id", _TEXT),
        ]
    ),
    "problems": pa.schema(
        [("path", _TEXT), ("stage", _TEXT), ("reason", _TEXT), ("detail", _TEXT)]
    ),
}


@dataclass(frozen=True, slots=True)
class Tables:
    """One build: six DataFrames, treated as read-only by everyone."""

    articles: pd.DataFrame
    time_expressions: pd.DataFrame
    mentions: pd.DataFrame
    events: pd.DataFrame
    quantities: pd.DataFrame
    problems: pd.DataFrame

    @classmethod
    def of(cls, records: Mapping[str, Sequence[Mapping[str, Any]]]) -> Tables:
        """Build all tables from rows; a table without rows keeps its columns and their types."""
        return cls(**{name: _frame(_arrow(name, records.get(name, ()))) for name in SCHEMAS})

    def verified(self) -> tuple[int, int]:
        """How many spans read in the text as their record says, and how many there are."""
        texts = dict(zip(self.articles["article_id"], self.articles["text"], strict=True))
        right = total = 0
        for table, column in (
            (self.time_expressions, "surface"),
            (self.mentions, "quote"),
            (self.quantities, "surface"),
        ):
            spans = zip(
                table["article_id"], table["start"], table["end"], table[column], strict=True
            )
            for article, start, end, surface in spans:
                total += 1
                right += texts[article][start:end] == surface
        return right, total


def rows(frame: pd.DataFrame) -> list[Row]:
    """The rows of a table, one dict each: what the screens and the charts walk over."""
    columns = [frame[column].tolist() for column in frame.columns]
    return [dict(zip(frame.columns, cells, strict=True)) for cells in zip(*columns, strict=True)]


def save(tables: Tables, folder: Path) -> None:
    """Write a build: whoever reads the folder finds all old tables or all new ones, ever.

    The tables are written aside, then the folder that holds them is renamed in one step to what
    `load` looks into first, then they are moved to their places.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _settle(folder)
    aside = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    try:
        for field in fields(tables):
            frame: pd.DataFrame = getattr(tables, field.name)
            arrow = pa.Table.from_pandas(frame, SCHEMAS[field.name], preserve_index=False)
            pq.write_table(arrow.replace_schema_metadata(), aside / f"{field.name}.parquet")
        aside.chmod(0o755)  # a temporary folder is the maker's alone
        aside.rename(folder / _WRITTEN)
    except BaseException:
        shutil.rmtree(aside)
        if not any(folder.iterdir()):
            folder.rmdir()
        raise
    _settle(folder)


def is_build(folder: Path) -> bool:
    """True for a folder that holds tables and no articles."""
    return _place(folder, "events").is_file()


def _settle(folder: Path) -> None:
    """Move tables that were written whole to their places, also those that a killed build left."""
    written = folder / _WRITTEN
    if written.is_dir():
        for path in sorted(written.iterdir()):
            path.replace(folder / path.name)
        written.rmdir()
    for left in folder.glob(".writing-*"):
        shutil.rmtree(left)


def _place(folder: Path, name: str) -> Path:
    written = folder / _WRITTEN / f"{name}.parquet"
    return written if written.is_file() else folder / f"{name}.parquet"


def load(folder: Path) -> Tables:
    """Read a build; raises `NotABuild` with what is missing and how to make one."""
    missing = [name for name in SCHEMAS if not _place(folder, name).is_file()]
    if missing:
        raise NotABuild(
            f"{folder} is not a build: {', '.join(missing)} missing. "
            f"Make one with: python -m corpus build ARTICLES --out {folder}"
        )
    read = {}
    for name, schema in SCHEMAS.items():
        arrow = pq.read_table(_place(folder, name))
        if arrow.schema.names != schema.names:
            raise NotABuild(
                f"{folder}/{name}.parquet is of another version. "
                f"Build it again with: python -m corpus build ARTICLES --out {folder}"
            )
        read[name] = _frame(arrow.cast(schema))
    return Tables(**read)


def _arrow(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=SCHEMAS[name])


def _frame(arrow: pa.Table) -> pd.DataFrame:
    frame: pd.DataFrame = arrow.to_pandas(date_as_object=False)
    return frame
