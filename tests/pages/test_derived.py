"""What is computed of tables is computed once, and goes when the tables go."""

from __future__ import annotations

import gc
import weakref

from corpus.tables import Tables
from pages.parts.derived import Results, only
from tests.pages.samples import article, event, tables

CALLS: list[tuple[object, ...]] = []


def counted(found: Tables, *arguments: object) -> int:
    CALLS.append(arguments)
    return len(found.events)


def few(n: int) -> Tables:
    return tables([article("a1", "2022-01-21")], [event(f"e{i}") for i in range(n)])


def test_a_result_is_computed_once_for_each_tables_and_arguments():
    results, one, other = Results(), few(1), few(2)
    CALLS.clear()
    for _ in range(2):
        assert results.once(one, counted) == 1
        assert results.once(other, counted) == 2
        assert results.once(one, counted, "x") == 1
    assert CALLS == [(), (), ("x",)]


def test_a_result_is_let_go_with_its_tables():
    results, found = Results(), few(1)
    seen = weakref.ref(found.events)
    results.once(found, counted)
    del found
    gc.collect()
    assert seen() is None
    assert not results._held


def test_no_more_results_are_held_than_may_be():
    results, found = Results(), few(1)
    for n in range(200):
        results.once(found, counted, n)
    assert 0 < len(results._held) < 200
    CALLS.clear()
    results.once(found, counted, 199)
    assert CALLS == []


def test_the_tables_of_some_events_keep_their_articles_and_lose_the_other_tellings():
    found = few(3)
    kept = only(found, found.events.iloc[:1])
    assert list(kept.mentions["event_id"]) == ["e0"]
    assert kept.articles is found.articles
    assert only(found, found.events) is found
