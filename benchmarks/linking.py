"""How well and how fast mentions are linked: a folder in, B-cubed scores and seconds out.

    python -m benchmarks.linking ARCHIVE

Three things are measured, each where the truth is known without anybody's opinion:

copies     Articles that `corpus.copies` takes for one are linked as if they were strangers: where
           two of them have the same clause, it must be one event. B-cubed is over these clauses:
           each is an entity, its tellings in the copies its members. It shows whether a rule loses
           or mixes up what is told in the same words; it does not show tellings in other words.
bilingual  The tellings of each half of a bilingual article, paired in the order in which the halves
           tell acts of one type, if both tell as many: the two of a pair are one entity, those of
           different pairs are not. It shows linking across languages within one article; what one
           half leaves out or codes as another type is not counted.
ids        A tenth of the articles is left out, the first or every tenth, and comes in again: how
           many of the events told without it have another id then.

Neither says how good links between two reporters' own words are: for that a person must read, as
in ``tests/cases/links.tsv``. Times are CPU seconds of `corpus.linking.link` for all articles, and
for ten times as many, the same shifted by decades under other ids.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from benchmarks.bilingual import HALVES
from corpus.analysis import Analysis
from corpus.archive import files, result_of
from corpus.copies import related
from corpus.linking import Telling, link
from corpus.pipeline import tellings_of

#: how many times as many articles, and the days between one shift and the next
TIMES, SHIFT = 10, 3653
#: B-cubed precision, recall and F1
Scores = tuple[float, float, float]


def main(arguments: list[str]) -> int:
    """Print all measures of the archive in ``arguments[0]``."""
    analyses = compared(Path(arguments[0]))
    told = [telling for analysis in analyses for telling in tellings_of(analysis)]
    print(f"{len(analyses)} articles, {len(told)} mentions")
    report("copies", *copies(told))
    report("bilingual", *bilingual(told))
    for name, kept in (("first tenth", _later), ("every tenth", _others)):
        changed, of = renamed(told, kept(sorted({(t.order[0], t.article_id) for t in told})))
        print(f"ids when the {name} comes in: {changed} of {of} change ({changed / of:.2%})")
    began = time.process_time()
    events = link(told)
    print(f"linked in {time.process_time() - began:.1f} s: {len(events)} events")
    many = [shifted(telling, n) for n in range(TIMES) for telling in told]
    began = time.process_time()
    events = link(many)
    print(f"{len(many)} mentions in {time.process_time() - began:.1f} s: {len(events)} events")
    return 0


def compared(folder: Path) -> list[Analysis]:
    """Every article of a folder with what it copies or translates."""
    found = [a for file in files(folder) for a in result_of(file).analyses]
    articles = related([a.article for a in found], [a.sketch for a in found])
    return [replace(a, article=article) for a, article in zip(found, articles, strict=True)]


def copies(told: Iterable[Telling]) -> tuple[Scores, int]:
    """Scores for clauses that several copies have, linked as if nobody knew of the copying."""
    truth: dict[str, tuple[str, str, int]] = {}
    strangers = []
    seen: Counter[tuple[str, str, str]] = Counter()
    for telling in told:
        quote = "".join(telling.mention.quote.split())
        seen[telling.article_id, quote, telling.mention.trigger] += 1
        nth = seen[telling.article_id, quote, telling.mention.trigger]
        truth[telling.mention_id] = (telling.source, f"{quote} {telling.mention.trigger}", nth)
        strangers.append(replace(telling, source=telling.article_id))
    counts = Counter(truth.values())
    several = {name: entity for name, entity in truth.items() if counts[entity] > 1}
    return b_cubed(several, homes(strangers)), len(several)


def bilingual(told: Iterable[Telling]) -> tuple[Scores, int]:
    """Scores for the halves of bilingual articles, paired by type in the order of telling."""
    halves: dict[tuple[str, str], dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    articles = []
    for telling in told:
        articles.append(telling)
        if not telling.mention.repeat:
            key = telling.article_id, telling.mention.type
            halves[key][telling.mention.language].append(telling)
    truth: dict[str, tuple[str, str, int]] = {}
    for key, half in halves.items():
        chinese, english = (
            sorted(half[language], key=lambda t: t.mention.trigger_start) for language in HALVES
        )
        if len(chinese) == len(english):
            for n, pair in enumerate(zip(chinese, english, strict=True)):
                truth |= {telling.mention_id: (*key, n) for telling in pair}
    return b_cubed(truth, homes(articles)), len(truth)


def renamed(told: Sequence[Telling], kept: set[str]) -> tuple[int, int]:
    """Of the events that the kept articles tell: how many have another id in the whole, and all."""
    whole = homes(told)
    part = link([telling for telling in told if telling.article_id in kept])
    changed = sum(whole[group[0].mention_id] != event.event_id for event, group in part)
    return changed, len(part)


def b_cubed(truth: Mapping[str, Hashable], found: Mapping[str, str]) -> Scores:
    """Precision, recall and F1 over the mentions of ``truth``: is each in the right company?

    >>> b_cubed({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "x"})
    (0.5555555555555555, 1.0, 0.7142857142857143)
    """
    both = Counter((truth[name], found[name]) for name in truth)
    real, made = Counter(truth.values()), Counter(found[name] for name in truth)
    if not both:
        return 0.0, 0.0, 0.0
    precision = sum(n * n / made[home] for (_, home), n in both.items()) / len(truth)
    recall = sum(n * n / real[entity] for (entity, _), n in both.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def homes(told: Iterable[Telling]) -> dict[str, str]:
    """The event of each mention."""
    return {t.mention_id: event.event_id for event, group in link(told) for t in group}


def shifted(telling: Telling, times: int) -> Telling:
    """The same telling some decades on, in an article of its own."""
    span = timedelta(days=SHIFT * times)
    mention = telling.mention
    first, last = (day + span if day else None for day in (mention.first, mention.last))
    return replace(
        telling,
        mention_id=f"{times}{telling.mention_id}",
        article_id=f"{times}{telling.article_id}",
        source=f"{times}{telling.source}",
        published=telling.published + span if telling.published else None,
        mention=replace(mention, first=first, last=last),
    )


def report(name: str, scores: Scores, mentions: int) -> None:
    """One line of scores."""
    precision, recall, f1 = scores
    print(f"{name:10} B3 p {precision:.3f}  r {recall:.3f}  f1 {f1:.3f}  over {mentions} mentions")


def _later(articles: Sequence[tuple[object, str]]) -> set[str]:
    return {name for _, name in articles[len(articles) // 10 :]}


def _others(articles: Sequence[tuple[object, str]]) -> set[str]:
    return {name for n, (_, name) in enumerate(articles) if n % 10}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
