"""The command line: a folder of articles goes in, a build or the event table comes out."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Column, Table
from rich.text import Text

from corpus.archive import Kept, Made, files, keys_of
from corpus.errors import DatelineError
from corpus.model import Problem

_PIPED = 180
#: where a build keeps what it read of each file, so that it need not be read again
_KEPT = ".kept"
_TEACHING = """\
examples:
  python -m corpus build seeds --out build/seeds     read the articles below seeds/
  python -m corpus show build/seeds                  the event table, in the terminal
  python -m corpus show seeds --language zh          straight from a folder of articles

A build is six Parquet files (articles, time_expressions, mentions, events, quantities, problems);
any tool that reads Parquet can go on from there. The dashboard opens a folder of articles or a
build alike: make run CORPUS=path/to/folder
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it did its work, 2 when what it was given cannot be used."""
    options = _parser().parse_args(arguments)
    # errors and progress go to stderr, so that the table can be piped on
    notes = Console(stderr=True, highlight=False)
    try:
        if options.command == "build":
            return _build(options.folder, options.out, options.workers, notes)
        # what is piped on has no width of its own, and must not be cut to eighty columns
        width = None if sys.stdout.isatty() else _PIPED
        return _show(options.build, options.language, Console(highlight=False, width=width))
    except (DatelineError, OSError) as error:
        notes.print(Text(str(error)), soft_wrap=True)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m corpus",
        description="Turn a folder of archived news articles into a dated, sourced event table.",
        epilog=_TEACHING,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="build | show")
    make = commands.add_parser(
        "build",
        help="read a folder of articles and write the tables",
        description="Read every file below FOLDER and write the tables to BUILD. A file that cannot"
        " be read is named with the reason and does not stop the others.",
    )
    make.add_argument("folder", type=Path, metavar="FOLDER", help="where the articles are")
    make.add_argument(
        "--out", type=Path, required=True, metavar="BUILD", help="where the tables go"
    )
    make.add_argument(
        "--workers",
        type=_number,
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes that read at the same time (default: one for each processor)",
    )
    show = commands.add_parser(
        "show",
        help="print the event table",
        description="Print the events of a build, or of a folder of articles, in order of time.",
    )
    show.add_argument("build", type=Path, metavar="BUILD", help="a build, or a folder of articles")
    show.add_argument(
        "--language", choices=("en", "zh"), default="en", help="language of the labels"
    )
    return parser


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is no number of processes: give 1 or more")
    return number


def _build(folder: Path, out: Path, workers: int, notes: Console) -> int:
    if out.resolve().is_relative_to(folder.resolve()):
        raise DatelineError(
            f"{out} lies in {folder}, where its tables would be read as articles the next time: "
            "name a folder outside"
        )
    kept = Kept(out / _KEPT)
    keys = keys_of(files(folder))
    made = kept.made(keys)
    if made is None:
        made = _made(folder, out, workers, kept, notes)
        kept.finish(set(keys), made)
    for problem in made.problems:
        notes.print(Text(f"not read: {problem.path}: {problem.reason}"), soft_wrap=True)
    counted = (
        _counted(made.articles, "article"),
        _counted(made.events, "event"),
        _counted(len(made.problems), "problem"),
    )
    print(f"{', '.join(counted)} -> {out}")
    return 0


def _made(folder: Path, out: Path, workers: int, kept: Kept, notes: Console) -> Made:
    """Read what has changed and write the tables."""
    # here, because a build that has nothing to do shall not wait for pandas
    from corpus.pipeline import build
    from corpus.tables import rows, save

    columns = (
        TextColumn("reading"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        # of all columns the file's name gives way in a narrow window
        TextColumn("{task.description}", markup=False, table_column=Column(ratio=1, no_wrap=True)),
    )
    # where nobody watches it leaves an empty line
    hidden = not notes.is_terminal
    with Progress(*columns, console=notes, transient=True, disable=hidden, expand=True) as progress:
        task = progress.add_task("", total=None, rate="")

        def advance(done: int, total: int, path: str) -> None:
            speed = progress.tasks[task].speed
            rate = f"{speed:,.0f}/s" if speed else ""
            progress.update(task, completed=done, total=total, description=path, rate=rate)

        tables = build(folder, advance, workers, kept)
    save(tables, out)
    problems = tuple(Problem(**row) for row in rows(tables.problems))
    return Made(len(tables.articles), len(tables.events), problems)


def _counted(n: int, one: str) -> str:
    return f"{n} {one}" if n == 1 else f"{n} {one}s"


def _show(source: Path, language: str, console: Console) -> int:
    import pandas as pd

    from corpus import open_corpus
    from corpus.queries import in_order
    from corpus.tables import rows

    tables = open_corpus(source)
    events = in_order(tables.events)
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("date", "status", "type", "event", "outlets"):
        wraps = heading == "event"
        grid.add_column(heading, no_wrap=not wraps, min_width=24 if wraps else None)
    for event in rows(events):
        kind = f"{event['type']}/{event['mode']}" if event["mode"] else event["type"]
        days = (event["edtf"] or "undated") + (" ≠" if len(event["conflicts"]) else "")
        outlets = ", ".join(event["outlets"])
        cells = (days, event["status"], kind, event[f"label_{language}"], outlets)
        grid.add_row(*map(Text, cells))
    console.print(grid)
    undated = int(pd.isna(events["first"]).sum())
    right, total = tables.verified()
    console.print(
        f"{len(events)} events ({undated} without a first day), {right} of {total} quotes verified"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
