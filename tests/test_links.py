"""Pairs of sentences as two outlets publish them: one event or two, told by a table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from corpus import find_events, find_quantities
from corpus.analysis import around
from corpus.lexicon import Row, rows_of
from corpus.linking import Telling, link

ROWS = rows_of(Path(__file__).parent / "cases" / "links.tsv")


def tellings(article: str, text: str, day: str) -> list[Telling]:
    """What an article of one sentence tells."""
    published = date.fromisoformat(day)
    mentions = find_events(text, published)
    figures = [(figure, around(figure, mentions)) for figure in find_quantities(text)]
    return [
        Telling(
            mention_id=f"{article}.{mention.trigger_start}",
            article_id=article,
            source=article,
            outlet_id=f"outlet of {article}",
            published=published,
            mention=mention,
            quantities=tuple(figure for figure, home in figures if home == mention),
        )
        for mention in mentions
    ]


def pair(row: Row) -> tuple[list[Telling], list[Telling]]:
    return tellings("a1", row["text1"], row["day1"]), tellings("a2", row["text2"], row["day2"])


def linked(told: Iterable[Telling]) -> bool:
    """True if some event has a telling of both articles."""
    return any(len({t.article_id for t in group}) > 1 for _, group in link(told))


def marked(row: Row) -> object:
    faults = [pytest.mark.xfail(strict=True, reason=row["fault"])] if row["fault"] else []
    return pytest.param(row, marks=faults, id=f"{row['verdict']}-{row['text1'][:16]}")


@pytest.mark.parametrize("row", [marked(row) for row in ROWS])
def test_two_sentences_tell_one_event_or_two(row):
    one, other = pair(row)
    assert one, row["text1"]
    assert other, row["text2"]
    assert linked([*one, *other]) == (row["verdict"] == "same")
    assert linked([*other, *one]) == (row["verdict"] == "same")


def test_there_are_enough_pairs_of_either_kind_and_most_hold():
    assert len(ROWS) >= 150
    assert {row["verdict"] for row in ROWS} == {"same", "different"}
    assert sum(bool(row["fault"]) for row in ROWS) < len(ROWS) / 10
    assert len({(row["text1"], row["day1"], row["text2"], row["day2"]) for row in ROWS}) == len(
        ROWS
    )
