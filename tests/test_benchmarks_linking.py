"""The measure of linking measures: it runs on the seeds, and tells wrong company from right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.linking import b_cubed, bilingual, copies, main, renamed
from tests.samples import mention, telling

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({"a": "x", "b": "x", "c": "y"}, (1, 1, 1)),
        ({"a": "x", "b": "y", "c": "z"}, (1, 2 / 3, 0.8)),
        ({"a": "x", "b": "x", "c": "x"}, (5 / 9, 1, 5 / 7)),
    ],
)
def test_company_is_counted_for_each_mention(found, expected):
    assert b_cubed({"a": 1, "b": 1, "c": 2}, found) == pytest.approx(expected)


def test_copies_and_halves_are_scored_and_a_later_article_renames_nothing():
    told = [
        telling(mention(topics=("port",))),
        telling(mention(topics=("port",)), "a2", source="a1"),
    ]
    assert copies(told) == ((1, 1, 1), 2)
    halves = [telling(), telling(mention(at=80, language="en", trigger="attacked"))]
    assert bilingual(halves) == ((1, 1, 1), 2)
    later = telling(mention(first=date(2022, 7, 1), last=date(2022, 7, 1)), "a3")
    assert renamed([*told, later], {"a1", "a2"}) == (0, 1)


def test_it_runs_on_a_folder_of_articles(capsys):
    assert main([str(SEEDS)]) == 0
    assert "4 articles" in capsys.readouterr().out
