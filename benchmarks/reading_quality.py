"""An archive goes in, the share of what is read as a careful person reads it comes out.

    python -m benchmarks.reading_quality [ARCHIVE]

ARCHIVE is the folder that the paths of ``tests/cases/archive_digests.tsv`` begin in; without it the
environment variable DATELINE_ARCHIVE names it. Prints for each format how many fields are right,
then every field that differs, with what was read. It must never print or keep what was expected:
the texts are not ours, so the table holds digests of them. To add a file, read it by eye, write
down its fields, and make each digest with

    python -c 'from benchmarks.reading_quality import digest; print(digest(input()))'
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from corpus.model import Article
from corpus.readers import harvest
from corpus.text import sentences

TABLE = Path(__file__).parents[1] / "tests" / "cases" / "archive_digests.tsv"
#: what is compared, in the order of the table's columns
FIELDS = ("articles", "title", "day", "outlet", "first", "last")
_DIGESTED = ("title", "first", "last")

Expected = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that was read otherwise than expected."""

    file: str
    field: str
    #: what was read, in words
    read: str


def digest(text: str) -> str:
    """The first 12 hexadecimal digits of the text's SHA-256, in NFC and without white space.

    >>> digest("布林肯 周五") == digest("布林肯\\n周五"), len(digest(""))
    (True, 12)
    """
    return sha256("".join(normalize("NFC", text).split()).encode()).hexdigest()[:12]


def expectations() -> list[Expected]:
    """The rows of the table."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line for line in lines if not line.startswith("#"))
    return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


def differences(row: Expected, data: bytes) -> list[Difference]:
    """What is read otherwise from the bytes of a row's file; empty where all is right."""
    told = read(row["file"], data)
    return [
        Difference(row["file"], field, told[field])
        for field in FIELDS
        if row[field] != (digest(told[field]) if field in _DIGESTED else told[field])
    ]


def read(name: str, data: bytes) -> dict[str, str]:
    """Each field as the readers have it: of a file with several articles, those of the first."""
    articles = harvest(name, data).articles
    if not articles:
        return dict.fromkeys(FIELDS, "") | {"articles": "0"}
    article = articles[0]
    told = _sentences(article)
    return {
        "articles": str(len(articles)),
        "title": article.title,
        "day": article.published.day.isoformat() if article.published else "",
        "outlet": article.outlet_id,
        "first": told[0] if told else "",
        "last": told[-1] if told else "",
    }


def _sentences(article: Article) -> list[str]:
    """The sentences of the paragraphs; a heading or a caption holds none."""
    spans = (
        span
        for block in article.blocks
        if block.kind == "paragraph"
        for span in sentences(article.text, block.start, block.end)
    )
    return [article.text[start:end] for start, end in spans]


def _report(archive: Path, rows: Iterable[Expected]) -> Iterator[str]:
    right: dict[str, list[int]] = {}
    found: list[Difference] = []
    for row in rows:
        data = (archive / row["file"]).read_bytes()
        if sha256(data).hexdigest() != row["sha256"]:
            yield f"not the file that was read by eye, left out: {row['file']}"
            continue
        wrong = differences(row, data)
        found += wrong
        kind = row["file"].split("/")[0]
        right.setdefault(kind, []).append(len(FIELDS) - len(wrong))
    for kind, counts in [*right.items(), ("in all", [n for c in right.values() for n in c])]:
        total = len(counts) * len(FIELDS)
        share = sum(counts) / total if total else 0
        yield f"{kind:20} {len(counts):3} files {sum(counts):4} of {total:4} fields {share:6.1%}"
    for difference in found:
        yield f"{difference.file}: {difference.field} was read as {difference.read!r}"


def main(arguments: list[str]) -> str:
    """The report for the command line; raises `SystemExit` where no archive is named."""
    named = arguments[0] if arguments else os.environ.get("DATELINE_ARCHIVE", "")
    if not named or not Path(named).is_dir():
        raise SystemExit("Name the archive's folder: python -m benchmarks.reading_quality ARCHIVE")
    return "\n".join(_report(Path(named), expectations()))


if __name__ == "__main__":
    print(main(sys.argv[1:]))
