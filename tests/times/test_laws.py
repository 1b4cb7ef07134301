"""What holds for any text whatever, and for the seeds."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import TimeExpression
from corpus.times import find_times
from times import GRAMMARS, rows

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
RELATIVE = ("relative", "shift", "weekday", "context", "part", "clock")


def phrases(language: str) -> st.SearchStrategy[str]:
    """Sentences cut and glued at random, with anything between."""
    texts = [row["text"] for row in rows(language)]
    surfaces = [row["surface"] for row in rows(language) if row["surface"]]
    glue = st.text(st.characters(codec="utf-8"), max_size=4)
    return st.lists(st.sampled_from(texts + surfaces) | glue, max_size=6).map("".join)


ANYTHING = st.one_of(st.text(max_size=60), *(phrases(language) for language in GRAMMARS))
DAYS = st.one_of(st.none(), st.dates())


def check(text: str, published: date | None, found: list[TimeExpression]) -> None:
    for each in found:
        assert text[each.start : each.end] == each.surface
        assert each.surface.strip() == each.surface != ""
        assert each.value
        assert bool(each.edtf) == bool(each.first or each.last)
        if each.first and each.last:
            assert each.first <= each.last
        if published is None:
            assert each.first is None or not each.anchor.startswith("publication")
    for left, right in pairwise(found):
        assert left.end <= right.start


@settings(deadline=None)
@given(ANYTHING, DAYS, st.sampled_from([None, *GRAMMARS]))
def test_offsets_are_true_intervals_are_sound_and_nothing_overlaps(text, published, language):
    found = find_times(text, published, language)
    check(text, published, found)
    assert found == find_times(text, published, language)


@settings(deadline=None)
@given(ANYTHING)
def test_without_a_publication_day_no_relative_word_yields_a_day_but_from_the_context(text):
    for each in find_times(text, None):
        if each.dated and each.rule.partition(".")[0] in RELATIVE:
            assert each.anchor.startswith(("context", "speech"))


@settings(deadline=None)
@given(st.sampled_from([date.min, date(1, 1, 7), date(9999, 12, 25), date.max]), ANYTHING)
def test_at_the_ends_of_the_calendar_nothing_breaks(published, text):
    check(text, published, find_times(text, published))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_laws_hold_on_the_raw_seeds(path):
    text = path.read_text(encoding="utf-8")
    for published in (None, date(2022, 1, 21)):
        check(text, published, find_times(text, published))
