"""How fast articles become events on one core: characters a second for each step, in one run.

    python -m benchmarks.events [ARCHIVE]

ARCHIVE is a folder of articles; without it (and without ``DATELINE_ARCHIVE`` in the environment) an
archive is generated from the samples of the tests. Figures are CPU seconds of this process, after a
first round over some articles that compiles all patterns; how long that takes is told first, from a
process of its own. The time of a whole build is told by `benchmarks.reading`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from benchmarks.reading import ROOT, generate
from corpus import readers, times
from corpus.analysis import analyse
from corpus.archive import files
from corpus.coding import code
from corpus.model import Article, TimeExpression
from corpus.quantities import find_quantities

#: articles of the round that compiles everything
WARM = 20
_START = """
import time
began = time.perf_counter()
from corpus.coding import find_events
find_events("普京周四与拜登通电话。", None, "zh")
find_events("Vladimir Putin spoke with Joe Biden on Thursday.", None, "en")
print(time.perf_counter() - began)
"""
S = TypeVar("S")
T = TypeVar("T")
Dated = tuple[Article, list[TimeExpression], date | None]


def main(arguments: list[str]) -> int:
    """Print the table."""
    given = arguments[0] if arguments else os.environ.get("DATELINE_ARCHIVE", "")
    started = subprocess.run(
        [sys.executable, "-c", _START], cwd=ROOT, capture_output=True, text=True, check=True
    )
    print(f"{float(started.stdout):.2f} s from import to the first event in each language")
    with tempfile.TemporaryDirectory() as scratch:
        if not given:
            generate(Path(scratch))
        contents = [(file.name, file.content()) for file in files(Path(given or scratch))]
        for name, content in contents[:WARM]:
            for article in readers.harvest(name, content).articles:
                analyse(article)
        read, reading = timed(lambda pair: readers.harvest(*pair).articles, contents)
    articles = [article for found in read for article in found]
    size = sum(len(article.text) for article in articles)
    print(f"{len(contents):,} files, {len(articles):,} articles, {size / 1e6:.1f} M characters")
    tagged, dating = timed(_dates, articles)
    _, coding = timed(_events, tagged)
    _, counting = timed(_figures, articles)
    told = {"reading": reading, "dates": dating, "events": coding, "figures": counting}
    for step, seconds in (*told.items(), ("together", sum(told.values()))):
        share = seconds / sum(told.values())
        print(f"{step:>10} {size / seconds / 1e3:9,.0f} k characters/s {share:6.0%}")
    return 0


def timed(work: Callable[[S], T], items: Iterable[S]) -> tuple[list[T], float]:
    """What comes of each item, and the CPU seconds of all."""
    given = list(items)
    began = time.process_time()
    done = [work(item) for item in given]
    return done, time.process_time() - began


def _dates(article: Article) -> Dated:
    day = article.published.day if article.published else None
    return article, times.tag(article.text, article.blocks, day), day


def _events(dated: Dated) -> object:
    article, expressions, day = dated
    return code(article.text, article.blocks, expressions, day)


def _figures(article: Article) -> object:
    return [
        find_quantities(article.text[block.start : block.end], block.language)
        for block in article.blocks
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
