"""Tables of some articles alone: nothing is invented, what is lost is told."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.pipeline import build
from corpus.subset import as_known, lost, subset, without
from corpus.tables import Tables, rows
from tests.samples import MONDAY, figure, mention, tables, telling

DAY = timedelta(days=1)
NAMES = [field.name for field in fields(Tables)]
STORY = {"topics": ("port",)}


@cache
def seeds() -> Tables:
    return build(Path(__file__).parents[1] / "seeds")


def same(one: Tables, other: Tables) -> None:
    for name in NAMES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def test_all_articles_are_the_same_tables():
    same(subset(seeds(), list(seeds().articles["article_id"])), seeds())


@settings(max_examples=16, deadline=None)
@given(st.sets(st.sampled_from(range(4))))
def test_what_is_left_is_what_the_articles_that_are_left_tell(chosen):
    whole = seeds()
    names = set(whole.articles["article_id"].iloc[sorted(chosen)])
    part = subset(whole, names)
    assert set(part.articles["article_id"]) == names
    for name in ("time_expressions", "mentions", "quantities"):
        cut = getattr(whole, name)
        cut = cut[cut["article_id"].isin(names)].reset_index(drop=True)
        pd.testing.assert_frame_equal(getattr(part, name), cut)
    told = part.mentions.groupby("event_id")["mention_id"].agg(set).to_dict()
    assert {row["event_id"]: set(row["mentions"]) for row in rows(part.events)} == told
    before = {row["event_id"]: row for row in rows(whole.events)}
    for row in rows(part.events):
        old = before[row["event_id"]]
        assert row["independent_sources"] <= old["independent_sources"]
        assert {m for c in row["conflicts"] for m in c["mentions"]} <= set(row["mentions"])
        if row["mention_count"] == old["mention_count"]:
            pd.testing.assert_series_equal(pd.Series(row), pd.Series(old))
    for name in NAMES:
        assert list(getattr(part, name).dtypes) == list(getattr(whole, name).dtypes)
    same(subset(part, names), part)


def test_on_christmas_nobody_knew_the_days_of_the_talks_in_geneva():
    known = as_known(seeds(), pd.Timestamp("2021-12-25").date())
    [event] = [e for e in rows(known.events) if e["place"] == "Geneva"]
    assert event["edtf"] == "2022-01/2022-03"
    changes = lost(seeds(), known)
    own = set(changes["change"][changes["event_id"] == event["event_id"]])
    assert own == {"days", "conflicts"}


def small() -> Tables:
    return tables(
        [
            telling(mention(**STORY), figures=[figure(10, 10)]),
            telling(mention(**STORY), "a2", "bbc", MONDAY + DAY, figures=[figure(50, 50)]),
            telling(mention("AID", at=40), "a2", "bbc", MONDAY + DAY),
        ],
        [("a3", "ap", None)],
    )


def test_an_outlet_switched_off_takes_what_it_alone_tells_with_it():
    changes = lost(small(), without(small(), ["bbc"]))
    assert sorted(changes["change"]) == ["conflicts", "gone", "sources"]
    assert lost(small(), without(small(), ["nobody"])).empty


@pytest.mark.parametrize(("days", "articles"), [(-1, 0), (0, 1), (1, 2), (99, 2)])
def test_an_article_is_known_from_the_day_on_which_it_came_out(days, articles):
    known = as_known(small(), MONDAY + days * DAY)
    assert len(known.articles) == articles
    assert set(known.mentions["article_id"]) == set(known.articles["article_id"])


def test_of_nothing_there_are_tables_without_rows_of_the_same_columns():
    none = subset(small(), [])
    for name in NAMES:
        assert getattr(none, name).empty
        assert list(getattr(none, name).columns) == list(getattr(small(), name).columns)
