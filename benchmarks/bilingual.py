"""How far the two halves of bilingual articles tell the same events: a folder in, shares out.

    python -m benchmarks.bilingual ARCHIVE [-v]

An article that stands in a file in both languages is its own gold standard: what one half tells,
the other tells as well. Events of the halves are paired one to one if nothing forbids to take them
for one (`corpus.coding.tellings.agree`: type, mode, parties on the level of states and
organisations, days, place; a half may leave out what the other states). The first line is the
share of events that have a partner. The second asks less: one type, a party in common, and no
other day or place; that one half leaves out a side, or takes one for the other, is an error of
parties and no missing event. The third is an estimate of the most that could be reached: an event
whose sentence has no counterpart, because the other half lacks it, cannot have a partner. A
sentence has one where a single paragraph of the other half holds most of its parties and figures.
The table below says of how many pairs of one type each part is the same. ``-v`` lists what stays
alone.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import product
from pathlib import Path

from corpus import readers, times
from corpus.archive import files
from corpus.coding import code
from corpus.coding.tellings import agree
from corpus.entities import find_mentions
from corpus.entities.codes import parts
from corpus.model import Article, Mention, Party
from corpus.text import sentences

HALVES = ("zh", "en")
Pair = tuple[Mention, Mention]
#: what share of a sentence's names and figures its translation holds at least
_MOST = 0.5
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def main(arguments: list[str]) -> int:
    """Print the shares; 1 if the folder has no bilingual article."""
    folder = Path(next(a for a in arguments if not a.startswith("-")))
    total, paired, near, lacking, articles = 0, 0, 0, 0, 0
    alike: Counter[str] = Counter()
    for article in bilingual(folder):
        found = halves(article)
        pairs = partners(*found)
        articles += 1
        total += sum(map(len, found))
        paired += 2 * len(pairs)
        near += 2 * len(partners(*found, recognisable))
        lacking += sum(not translated(article, mention) for half in found for mention in half)
        loose = partners(*found, of_one_type)
        alike.update(field for pair in loose for field in agreeing(*pair))
        alike["pairs of one type"] += len(loose)
        if "-v" in arguments:
            _list_alone(article, found, pairs)
    if not total:
        print("no events in both languages")
        return 1
    print(f"{articles} articles, {total} events, {paired / total:.3f} of them in both halves")
    print(f"{near / total:.3f} of them by type and one party")
    print(f"{1 - lacking / total:.3f} of them at most: {lacking} are told in one half's text alone")
    for field, count in alike.most_common():
        print(f"{field:20}{count:6}{count / alike['pairs of one type']:8.3f}")
    return 0


def bilingual(folder: Path) -> Iterator[Article]:
    """Articles of a folder that have paragraphs in both languages."""
    for file in files(folder):
        for article in readers.read(file.name, file.content()):
            told = {b.language for b in article.blocks if b.kind == "paragraph"}
            if told >= set(HALVES):
                yield article


def halves(article: Article) -> tuple[list[Mention], list[Mention]]:
    """The events of each half, repeats left out."""
    day = article.published.day if article.published else None
    expressions = times.tag(article.text, article.blocks, day)
    found = [m for m in code(article.text, article.blocks, expressions, day) if not m.repeat]
    chinese, english = ([m for m in found if m.language == language] for language in HALVES)
    return chinese, english


def translated(article: Article, mention: Mention) -> bool:
    """True if the other half has a paragraph that may render the sentence of an event."""
    other = HALVES[1 - HALVES.index(mention.language)]
    block = next(b for b in article.blocks if b.start <= mention.start < b.end)
    spans = list(sentences(article.text, block.start, block.end))
    start, end = next((s for s in spans if s[0] <= mention.trigger_start < s[1]), spans[-1])
    told = _named(article, mention.language, start, end)
    held = (_named(article, other, b.start, b.end) for b in article.blocks if b.language == other)
    return not told or any(len(told & named) >= _MOST * len(told) for named in held)


def _named(article: Article, language: str, start: int, end: int) -> set[str]:
    """Heads of the parties and figures between two positions: what both languages write alike."""
    day = article.published.day if article.published else None
    found = find_mentions(article.text, language, day, start, end)
    codes = [party.code for party in found if isinstance(party, Party) and party.code]
    return {parts(code).head or code for code in codes} | {
        figure.replace(",", "") for figure in _FIGURE.findall(article.text, start, end)
    }


def one_event(one: Mention, other: Mention) -> bool:
    """True if nothing forbids to take two mentions of one article for one event."""
    return agree(one, other, True)


def recognisable(one: Mention, other: Mention) -> bool:
    """True for one type, a party in common on any side, and no other day or place."""
    undated = one.first is one.last is None or other.first is other.last is None
    return (
        of_one_type(one, other)
        and bool(_heads(one.actors + one.recipients) & _heads(other.actors + other.recipients))
        and (undated or _overlap(one, other))
        and "place" in agreeing(one, other)
    )


def of_one_type(one: Mention, other: Mention) -> bool:
    return one.type == other.type


def partners(
    one: Sequence[Mention],
    other: Sequence[Mention],
    same: Callable[[Mention, Mention], bool] = one_event,
) -> list[Pair]:
    """Pairs of which ``same`` holds, most alike first, each mention once."""
    ranked = sorted(
        (-len(agreeing(a, b)), i, j)
        for (i, a), (j, b) in product(enumerate(one), enumerate(other))
        if same(a, b)
    )
    taken: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for _, i, j in ranked:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((one[i], other[j]))
    return pairs


def agreeing(one: Mention, other: Mention) -> set[str]:
    """Which parts of two mentions are the same."""
    same = {
        "mode": one.mode == other.mode,
        "status": one.status == other.status,
        "actors": _heads(one.actors) == _heads(other.actors),
        "recipients": _heads(one.recipients) == _heads(other.recipients),
        "days": _overlap(one, other),
        "place": one.place == other.place or not (one.place and other.place),
    }
    return {field for field, agrees in same.items() if agrees}


def _heads(codes: Sequence[str]) -> set[str]:
    return {code.split()[0] for code in codes}


def _overlap(one: Mention, other: Mention) -> bool:
    if one.first is one.last is None or other.first is other.last is None:
        return (one.first, one.last) == (other.first, other.last)
    begins = max(one.first or date.min, other.first or date.min)
    return begins <= min(one.last or date.max, other.last or date.max)


def _list_alone(
    article: Article, found: Sequence[Sequence[Mention]], pairs: Sequence[Pair]
) -> None:
    partnered = {id(mention) for pair in pairs for mention in pair}
    for mention in (m for half in found for m in half if id(m) not in partnered):
        sides = f"{','.join(mention.actors)} > {','.join(mention.recipients)}"
        day = f"{mention.first}..{mention.last} {mention.place}"
        print(f"{article.path} {mention.language} {mention.type}/{mention.mode} {sides} {day}")
        print(f"    {mention.trigger} | {mention.quote}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
