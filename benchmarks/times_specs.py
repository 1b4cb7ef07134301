"""The specs of Recognizers-Text (MIT) go in, the share that is read as they say comes out.

    python -m benchmarks.times_specs FOLDER [-v] [--systems ours,recognizers,jionlp,dateparser]

FOLDER holds ``Chinese/*.json`` and ``English/*.json``. The suite is written for assistants that are
told what to do, not for news; it is run to see what the grammar does not know, never to fit it. So:

- A result is one item. Left out and counted are clocks without a day (time, timerange), time zones,
  alternatives, and the files of assistants' modes. Files of extractors have spans and no values.
- *exact*: the same characters. *bare*: the same but for prepositions, articles and commas at its
  ends, of which some conventions take more in than others. *found*: at least one in common.
- *value*: an answer that is found denotes what any candidate of the spec does (past or future).
  Days are compared as closed intervals, ends of the spec being exclusive; a range or bound that
  ends on a named day may take it in or not (`benchmarks.times_values.recognizers`). Lengths
  are compared by amount, repetitions by what is repeated, seasons without days by Timex.
  A result without any candidate is not asked for its value.
- Every candidate of a peer counts, and a system is told language and reference day.
- *extra*: answers that touch no result of their input, skipped ones included. In files of one
  kind of expression, such as holidays, an expression of another kind is extra too.

The total is that of the parsers of dates and of the model: there each item has a span and a value.
This program must never print a total over other files than these.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from benchmarks.peers import SYSTEMS, Answer, Item, ask, chosen
from benchmarks.specs import Case, Expected, Spec, read

#: what stands at the ends of a span by one convention and not by another
_EDGES = {
    "en": (re.compile(r"(?:on|in|at|the|of|during|for|over|within|from|by|around)\s|[\s,]"), " ,."),
    "zh": (re.compile(r"[在于从自的]"), "的内里中间，"),
}


class Score(NamedTuple):
    """Counts over some items."""

    items: int = 0
    exact: int = 0
    bare: int = 0
    found: int = 0
    valued: int = 0
    value: int = 0
    extra: int = 0

    def plus(self, other: Score) -> Score:
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def __str__(self) -> str:
        shares = (self.exact, self.bare, self.found)
        told = " ".join(f"{_share(each, self.items):>6}" for each in shares)
        value = _share(self.value, self.valued)
        return f"{self.items:5} {told} {self.valued:5} {value:>6} {self.extra:5}"


def score(case: Case, answers: Sequence[Answer], language: str) -> tuple[Score, list[str]]:
    """The counts of one input, and what is wrong in words."""
    total, wrong = Score(), []
    for item in case.expected:
        near = [each for each in answers if each.start < item.end and item.start < each.end]
        bare = _bare(case, item, language)
        value = any(item.meant.intersection(each.meant) for each in near)
        told = Score(
            items=1,
            exact=any(each[:2] == item[:2] for each in near),
            bare=any(_bare(case, each, language) == bare for each in near),
            found=bool(near),
            valued=bool(item.meant),
            value=value,
        )
        total = total.plus(told)
        if not near or (item.meant and not value):
            wrong.append(_wrong(case, item, near))
    spans = [*(each[:2] for each in case.expected), *case.others]
    extra = [a for a in answers if not any(a.start < end and start < a.end for start, end in spans)]
    wrong += [f"extra   {case.text[a.start : a.end]!r} in {case.text!r}" for a in extra]
    return total._replace(extra=len(extra)), wrong


def report(specs: Iterable[Spec], systems: Sequence[str], verbose: bool) -> Iterator[str]:
    """The lines that are printed."""
    head = f"{'':24} {'items':>5} {'exact':>6} {'bare':>6} {'found':>6} {'asked':>5} {'value':>6}"
    for language, group in groupby(specs, key=lambda each: each.language):
        asked = list(group)
        for name in systems:
            if language not in SYSTEMS[name].languages:
                continue
            cases = [(each, case) for each in asked for case in each.cases]
            reply = ask(name, [_item(case, language) for _, case in cases])
            if isinstance(reply, str):
                yield f"{language} {name}: not run, {reply}"
                continue
            scores: dict[str, Score] = {}
            wrong: list[str] = []
            for (each, case), answers in zip(cases, reply.answers, strict=True):
                told, lines = score(case, answers, language)
                scores[each.name] = scores.get(each.name, Score()).plus(told)
                wrong += [f"{each.name}: {line}" for line in lines]
            yield f"{language + ' ' + name + head[len(language + ' ' + name) :]} {'extra':>5}"
            total = Score()
            for each in asked:
                if each.name in scores and scores[each.name].items:
                    yield f"{'* ' if each.counts else '  '}{each.name:22} {scores[each.name]}"
                    total = total.plus(scores[each.name]) if each.counts else total
            yield f"{'total of *':24} {total}"
            if verbose:
                yield from wrong
        skipped: Counter[str] = sum((each.skipped for each in asked), Counter())
        yield f"{language} left out: " + ", ".join(f"{n} {why}" for why, n in skipped.most_common())


def _item(case: Case, language: str) -> Item:
    return Item(case.text, case.day, (("paragraph", 0, len(case.text), language),))


def _bare(case: Case, span: Expected | Answer, language: str) -> tuple[int, int]:
    """The span without what stands at its ends by some conventions only."""
    leading, trailing = _EDGES[language]
    text = case.text.lower()
    start, end = span.start, span.end
    while match := leading.match(text, start, end):
        start = match.end()
    return start, start + len(text[start:end].rstrip(trailing))


def _wrong(case: Case, item: Expected, near: Sequence[Answer]) -> str:
    surface = case.text[item.start : item.end]
    told = "; ".join(
        f"{case.text[each.start : each.end]!r} {' '.join(each.meant)}" for each in near
    )
    kind = "value  " if near else "missing"
    want = " ".join(sorted(item.meant))
    return f"{kind} {surface!r} is {want} got {told or 'nothing'} [{case.day[:10]}] {case.text!r}"


def _share(count: int, of: int) -> str:
    return f"{count / of:.3f}"[-5:].lstrip("0") if of else "-"


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", action="store_true", help="list what is wrong")
    parser.add_argument("--systems", type=chosen, default=["ours"], help=", ".join(SYSTEMS))
    given = parser.parse_args()
    specs = list(read(given.folder))
    if not specs:
        parser.error(f"no Chinese/*.json and no English/*.json in {given.folder}")
    for line in report(specs, given.systems, given.v):
        print(line)


if __name__ == "__main__":
    main()
