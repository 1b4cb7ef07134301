"""PLOVER's benchmark sentences go in, how well their root codes are found comes out.

    python -m benchmarks.plover SENTENCES.tsv

The table has the columns sentence_id, gold_root, sentence, source, target; its root YIELD stands
for CONCEDE and RETREAT. One mention answers for a sentence: the first of those that share most
parties with the given source and target. A sentence without a mention is answered wrongly. A quad
class is right if it is one of those that the root's types have: YIELD has 1 and 2.

Sentences fall into two parts by a digest of their id: ``develop`` (two thirds) may be read while
triggers are written, ``held back`` only measured. It must never print a sentence of the latter,
nor keep any: they are not ours.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

from corpus.coding import find_events
from corpus.coding.vocabulary import event_types
from corpus.entities import find_parties
from corpus.model import Mention

#: any day does: the sentences have none, and dates are not compared
DAY = date(2022, 6, 15)
#: types that the benchmark counts as one
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
NOTHING = "-"

Part = Literal["develop", "held back"]


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence of the benchmark."""

    id: str
    root: str
    sentence: str
    source: str
    target: str

    @property
    def part(self) -> Part:
        """Which part the sentence falls into.

        >>> Counter(Case(str(n), "", "", "", "").part for n in range(300))["held back"]
        96
        """
        digest = sha256(self.id.encode()).digest()
        return "held back" if digest[0] % 3 == 0 else "develop"


@dataclass(frozen=True, slots=True)
class Answer:
    """A case with the root and the quad class that were found; `NOTHING` and 0 without any."""

    case: Case
    root: str
    quad_class: int

    @property
    def right(self) -> bool:
        return self.root == self.case.root

    @property
    def right_quad(self) -> bool:
        return self.quad_class in quads(self.case.root)


def quads(root: str) -> frozenset[int]:
    """Quad classes of a root of the benchmark.

    >>> sorted(quads("YIELD")), sorted(quads("ASSAULT"))
    ([1, 2], [4])
    """
    return frozenset(
        kind.quad_class
        for (type_, mode), kind in event_types().items()
        if not mode and MERGED.get(type_, type_) == root
    )


def cases(path: Path) -> list[Case]:
    """The sentences of a table; raises `KeyError` where a column is missing."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Case(r["sentence_id"], r["gold_root"], r["sentence"], r["source"], r["target"])
            for r in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def answer(case: Case) -> Answer:
    """Code one sentence."""
    found = find_events(case.sentence, DAY, "en")
    if not found:
        return Answer(case, NOTHING, 0)
    given = _heads(case.source), _heads(case.target)
    best = max(found, key=lambda mention: _shared(mention, given))  # the first of equals
    return Answer(case, MERGED.get(best.type, best.type), best.quad_class)


def _heads(name: str) -> frozenset[str]:
    """States and organisations that a given name speaks of."""
    return frozenset(p.code.split()[0] for p in find_parties(name, "en", DAY) if p.code)


def _shared(mention: Mention, given: tuple[frozenset[str], frozenset[str]]) -> int:
    sides = zip((mention.actors, mention.recipients), given, strict=True)
    return sum(any(code.split()[0] in heads for code in codes) for codes, heads in sides)


def macro_f1(answers: Sequence[Answer]) -> float:
    """Mean over the roots of the harmonic mean of precision and recall."""
    roots = {a.case.root for a in answers}
    return sum(_f1(answers, root) for root in roots) / len(roots) if roots else 0.0


def _f1(answers: Sequence[Answer], root: str) -> float:
    found = sum(a.root == root for a in answers)
    given = sum(a.case.root == root for a in answers)
    both = sum(a.root == root == a.case.root for a in answers)
    return 2 * both / (found + given) if found + given else 0.0


def report(name: str, answers: Sequence[Answer]) -> Iterator[str]:
    """Lines of figures: the whole, each root, and what was taken for what."""
    size = len(answers)
    if not size:
        return
    root, quad, told = (
        sum(counted) / size
        for counted in (
            [a.right for a in answers],
            [a.right_quad for a in answers],
            [a.root != NOTHING for a in answers],
        )
    )
    yield (
        f"{name}: {size} sentences, root {root:.3f}, quad {quad:.3f}, "
        f"macro F1 {macro_f1(answers):.3f}, answered {told:.3f}"
    )
    confused = Counter((a.case.root, a.root) for a in answers)
    for root_ in sorted({a.case.root for a in answers}):
        row = {found: n for (given, found), n in confused.items() if given == root_}
        others = sorted((found for found in row if found != root_), key=lambda f: (-row[f], f))
        yield (
            f"  {root_:10}{sum(row.values()):4} recall {row.get(root_, 0) / sum(row.values()):.2f}"
            f" F1 {_f1(answers, root_):.2f}  taken for "
            + (" ".join(f"{found} {row[found]}" for found in others) or "nothing else")
        )


def main(arguments: Iterable[str]) -> str:
    """The report for the command line; raises `SystemExit` where no table is named."""
    paths = [Path(argument) for argument in arguments]
    if len(paths) != 1 or not paths[0].is_file():
        raise SystemExit("Name the table: python -m benchmarks.plover SENTENCES.tsv")
    answers = [answer(case) for case in cases(paths[0])]
    parts: tuple[Part, ...] = ("develop", "held back")
    lines = [*report("all", answers)]
    for part in parts:
        lines += report(part, [a for a in answers if a.case.part == part])
    return "\n".join(lines)


if __name__ == "__main__":
    print(main(sys.argv[1:]))
