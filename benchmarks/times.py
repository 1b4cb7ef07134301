"""Annotated texts go in, one table of taggers side by side comes out: ours and its peers.

    python -m benchmarks.times [--annotated FOLDER] [--archive FOLDER] [--systems ours,recognizers]
    python -m benchmarks.times --worst

FOLDER of ``--annotated`` holds ``articles/`` and ``annotations/*.json`` (name of the article, its
publication day, and ``timexes`` with text, type, value, first and last day). Without it the
examples of ``tests/cases`` are taken, and the output says so: the grammar was written with them.

All systems read the same blocks in one run, each in its known language and counted from the day of
publication. An answer is found where one surface contains the other, each used once, the best pairs
first; its value is right where it has the same days, the same length of a duration, or is any SET
for a SET. Of Recognizers-Text, which gives several candidates, the best one counts. Speed is of
finding alone, warm, on one processor; the first answer includes starting up. ``--archive`` adds the
speed on articles of an archive, each read once; ``--worst`` times texts that are made to be slow.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import times_worst
from benchmarks.peers import SYSTEMS, Answer, Item, ask, chosen
from benchmarks.times_values import UNKNOWN, days, length
from corpus.archive import files
from corpus.lexicon import rows_of
from corpus.model import Article, Block
from corpus.readers import harvest
from corpus.text import blocks_of

CASES = Path(__file__).parents[1] / "tests" / "cases"
LANGUAGES = {"zh": "Chinese", "en": "English"}
#: how long each system is timed, in seconds, on texts read before and on an archive
SECONDS, ARCHIVE_SECONDS = 1.5, 3.0
#: size of the sample of an archive, in characters for each language: more than is read in that time
SAMPLE = 10_000_000
_MARKS = re.compile(r"<[^>]{1,200}>|[*\u200b\ufeff\s]")
_HAN, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]")


class Gold(NamedTuple):
    """One annotated expression."""

    surface: str
    #: TIMEX3 type
    kind: str
    meant: str


class Text(NamedTuple):
    """An item in one language, with what a person found in it."""

    item: Item
    gold: tuple[Gold, ...]


class Score(NamedTuple):
    """Counts over some texts; the measures are between 0 and 1."""

    gold: int
    answers: int
    found: int
    exact: int
    value: int

    def f1(self, right: int) -> float:
        return 2 * right / (self.gold + self.answers) if self.gold + self.answers else 0.0

    @property
    def precision(self) -> float:
        return self.found / self.answers if self.answers else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0


def annotated(folder: Path) -> dict[str, list[Text]]:
    """The annotated articles of a folder by language; a bilingual one is in both."""
    notes = {path.stem: path for path in sorted((folder / "annotations").glob("*.json"))}
    texts: dict[str, list[Text]] = {language: [] for language in LANGUAGES}
    for file in files(folder / "articles"):
        note = notes.get(Path(file.name).stem)
        articles = harvest(file.name, file.content()).articles
        if note is None or not articles:
            continue
        told = json.loads(note.read_text(encoding="utf-8"))
        article, main = articles[0], told["languages"][0]
        for language in LANGUAGES:
            gold = tuple(
                _gold(row, row["text"])
                for row in told["timexes"]
                if _language(row["text"], main) == language
            )
            item = _item(article.text, told["published"], article.blocks, language, main)
            if item.blocks:
                texts[language].append(Text(item, gold))
    return texts


def examples() -> dict[str, list[Text]]:
    """The examples of the tests; a text may hold more than the expression that it is for."""
    texts = {}
    for language in LANGUAGES:
        rows: dict[tuple[str, str], list[Gold]] = {}
        for row in rows_of(CASES / f"times_{language}.tsv"):
            gold = rows.setdefault((row["text"], row["published"]), [])
            if row["surface"]:
                gold.append(_gold(row, row["surface"]))
        texts[language] = [
            Text(_item(text, day, blocks_of(text, language), language, language), tuple(gold))
            for (text, day), gold in rows.items()
        ]
    return texts


def score(texts: Sequence[Text], answers: Sequence[Sequence[Answer]]) -> Score:
    """The counts of one system's answers."""
    gold = answered = found = exact = value = 0
    for text, told in zip(texts, answers, strict=True):
        surfaces = [_bare(text.item.text[each.start : each.end]) for each in told]
        pairs = []
        for i, wanted in enumerate(text.gold):
            surface = _bare(wanted.surface)
            for j, (other, answer) in enumerate(zip(surfaces, told, strict=True)):
                if other and (surface in other or other in surface):
                    pairs.append(((surface == other, _same(wanted, answer)), -i, -j))
        used: set[int] = set()
        taken: set[int] = set()
        for (same, right), i, j in sorted(pairs, reverse=True):
            if i not in used and j not in taken:
                used.add(i)
                taken.add(j)
                exact += same
                value += right
        gold, answered, found = gold + len(text.gold), answered + len(told), found + len(used)
    return Score(gold, answered, found, exact, value)


def archive(folder: Path) -> dict[str, list[Item]]:
    """Articles of an archive in one language, in an order that is the same at each run."""
    articles: list[Article] = []
    for file in files(folder):
        articles += harvest(file.name, file.content()).articles
    random.Random(1).shuffle(articles)
    sample: dict[str, list[Item]] = {language: [] for language in LANGUAGES}
    for article in articles:
        if not article.published or article.languages not in [(each,) for each in LANGUAGES]:
            continue
        [language] = article.languages
        if sum(len(item.text) for item in sample[language]) < SAMPLE:
            day = article.published.day.isoformat()
            sample[language].append(_item(article.text, day, article.blocks, language, language))
    return sample


def table(
    texts: Mapping[str, Sequence[Text]],
    sample: Mapping[str, Sequence[Item]],
    systems: Sequence[str],
) -> Iterator[str]:
    """The lines of the table, in Markdown."""
    head = ["", "P", "R", "F1", "exact F1", "value F1", "characters/s"]
    head += ["of the archive"] * bool(sample) + ["first answer"]
    yield _row(head)
    yield _row(["---", *["---:"] * (len(head) - 1)])
    for language, called in LANGUAGES.items():
        for name in systems:
            if language not in SYSTEMS[name].languages:
                continue
            reply = ask(name, [text.item for text in texts[language]], SECONDS)
            if isinstance(reply, str):
                yield _row([f"{called}, {name}", f"not run: {reply}", *[""] * (len(head) - 2)])
                continue
            got = score(texts[language], reply.answers)
            cells = [got.precision, got.recall, *map(got.f1, (got.found, got.exact, got.value))]
            rates = [reply.rate]
            if sample:
                again = ask(name, sample[language], ARCHIVE_SECONDS, fresh=True)
                rates += [again.rate] if not isinstance(again, str) else []
            yield _row(
                [f"{called}, {name}"]
                + [f"{cell:.3f}".lstrip("0") for cell in cells]
                + [f"{rate:,.0f}" for rate in rates]
                + [f"{reply.cold:.2f} s"]
            )


def _gold(row: Mapping[str, Any], surface: str) -> Gold:
    if row["type"] in ("DURATION", "SET"):
        return Gold(surface, row["type"], length(row["value"]))
    return Gold(surface, row["type"], days(row["first"], row["last"]))


def _same(wanted: Gold, answer: Answer) -> bool:
    if wanted.kind == "SET":
        return any(each.startswith("SET") for each in answer.meant)
    return wanted.meant in (answer.meant or (UNKNOWN,))


def _language(surface: str, main: str) -> str:
    """The language of a surface; that of the article where the script does not tell."""
    if _HAN.search(surface):
        return "zh"
    return "en" if _LATIN.search(surface) else main


def _item(text: str, day: str, blocks: Sequence[Block], language: str, main: str) -> Item:
    """The blocks of one language; those of none go with the article's main one."""
    kept = [
        (each.kind, each.start, each.end, language)
        for each in blocks
        if each.language == language or (each.language not in LANGUAGES and language == main)
    ]
    return Item(text, date.fromisoformat(day).isoformat(), tuple(kept))


def _bare(surface: str) -> str:
    return _MARKS.sub("", surface)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    """Print the table, or the worst inputs."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--annotated", type=Path, help="folder with articles/ and annotations/")
    parser.add_argument("--archive", type=Path, help="folder of articles to time too")
    parser.add_argument("--systems", type=chosen, default=list(SYSTEMS))
    parser.add_argument("--worst", action="store_true", help="time texts made to be slow")
    given = parser.parse_args()
    if given.worst:
        lines = times_worst.report()
    else:
        texts = annotated(given.annotated) if given.annotated else examples()
        what = "annotated" if given.annotated else "OUR OWN DEVELOPMENT EXAMPLES, no test:"
        for language, called in LANGUAGES.items():
            count = sum(len(text.gold) for text in texts[language])
            print(f"{what} {called}: {len(texts[language])} texts, {count} expressions")
        print()
        sample = archive(given.archive) if given.archive else {}
        lines = table(texts, sample, given.systems)
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
