"""Who was first, how late the others were, and to what they attended: on small tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pandas as pd
import pytest

from corpus.reporting import PLACES, attention, first_told, firsts
from corpus.tables import Row, Tables, rows
from tests.samples import MONDAY, mention, tables, telling

mention = partial(mention, topics=("port",))
DAY = timedelta(days=1)


def told(made: Tables) -> dict[str, Row]:
    return {row["outlet_id"]: row for row in rows(first_told(made, made.events))}


def at(made: Tables, hours: dict[str, str]) -> Tables:
    """The tables with times of day for some articles; the others are known to the day."""
    articles = made.articles.copy()
    stamps = [
        datetime.fromisoformat(f"{day.date()}T{hours.get(name, '00:00')}").replace(tzinfo=UTC)
        for name, day in zip(articles["article_id"], articles["published_day"], strict=True)
    ]
    articles["published"] = pd.to_datetime(stamps)
    articles["published_precision"] = [
        "minute" if name in hours else "day" for name in articles["article_id"]
    ]
    return replace(made, articles=articles)


def test_the_first_is_named_the_others_have_lags_and_one_day_is_a_tie():
    made = tables(
        [
            telling(mention()),
            telling(mention(at=20), "a2", "bbc", MONDAY + 2 * DAY),
            telling(mention(at=40), "a3", "ap", MONDAY + 31 * DAY),
            telling(mention(at=60), "a4", "dw", None),
        ]
    )
    found = told(made)
    assert {name: row["place"] for name, row in found.items()} == {
        "ft": "first",
        "bbc": "later",
        "ap": "recalls",
        "dw": "undated",
    }
    assert [found[name]["lag"] for name in ("ft", "bbc", "ap")] == [0, 2, 31]
    assert pd.isna(found["dw"]["lag"])
    same = told(tables([telling(mention()), telling(mention(at=20), "a2", "bbc")]))
    assert {row["place"] for row in same.values()} == {"tie"}
    assert {told(tables([telling()]))["ft"]["place"], "first", "tie", "later", "recalls"} | {
        "undated"
    } == set(PLACES)


def test_hours_are_given_only_where_both_times_are_known_to_the_minute():
    made = tables(
        [
            telling(mention()),
            telling(mention(at=20), "a2", "bbc"),
            telling(mention(at=40), "a3", "ap", MONDAY + DAY),
        ]
    )
    known = told(at(made, {"a1": "08:00", "a2": "11:30", "a3": "08:00"}))
    assert [known[name]["hours"] for name in ("ft", "bbc", "ap")] == [0, 3.5, 24]
    assert {row["place"] for row in known.values()} == {"tie", "later"}
    unsure = told(at(made, {"a1": "08:00", "a3": "08:00"}))
    assert all(pd.isna(row["hours"]) for row in unsure.values())


def test_a_lag_says_how_often_the_outlet_published_without_telling():
    late = telling(mention(at=20), "a2", "bbc", MONDAY + 5 * DAY)
    days = [("a3", "bbc", MONDAY - DAY), ("a4", "bbc", MONDAY), ("a5", "bbc", MONDAY + 4 * DAY)]
    first = telling(mention())
    assert told(tables([first, late]))["bbc"]["passed"] == 0
    assert told(tables([first, late], days))["bbc"]["passed"] == 2


def test_copies_are_in_no_race():
    copy = telling(mention(), "a2", "mirror", MONDAY - DAY, source="a1")
    assert list(told(tables([telling(), copy]))) == ["ft"]


def test_outlets_are_summed_over_the_events_that_others_tell_as_well():
    def assault(place: str) -> partial[object]:
        return partial(mention, place=place)

    one, two, three = (assault(place) for place in ("Kyiv", "Odesa", "Lviv"))
    made = tables(
        [
            telling(one(at=0)),
            telling(one(at=20), "b1", "bbc", MONDAY + 3 * DAY),
            telling(two(at=40)),
            telling(two(at=60), "b2", "bbc", MONDAY + 5 * DAY),
            telling(three(at=80)),
        ]
    )
    found = {row["outlet_id"]: row for row in rows(firsts(first_told(made, made.events)))}
    counts = ("told", "alone", "shared", "first", "tie", "later", "first_share")
    assert [found["ft"][key] for key in counts] == [3, 1, 2, 2, 0, 0, 1.0]
    assert [found["bbc"][key] for key in counts] == [2, 0, 2, 0, 0, 2, 0.0]
    assert found["bbc"]["median_lag"] == 4
    assert pd.isna(found["ft"]["median_lag"])


def test_attention_counts_each_event_once_per_article_against_all_other_outlets():
    aid = partial(mention, "AID", topics=("aid",), actors=("USA GOV",), recipients=("UKR GOV",))
    made = tables(
        [
            telling(mention()),
            telling(mention(at=10, repeat=True)),
            telling(aid(at=20)),
            telling(aid(at=40), "a2", "bbc", MONDAY + 3 * DAY),
            telling(mention(at=60), "a3", "ap", MONDAY + 7 * DAY),
            telling(mention(at=80), "a4", "dw", None),
        ],
        [("a5", "ap", MONDAY + DAY)],
    )
    found = attention(made, quad_class=4)
    week = {row["outlet_id"]: row for row in rows(found[found["period"] == "2022-06-13"])}
    columns = ("articles", "told", "about", "share", "others_told", "others_about", "others_share")
    assert [week["ft"][key] for key in columns] == [1, 2, 1, 0.5, 1, 0, 0.0]
    assert [week["bbc"][key] for key in columns] == [1, 1, 0, 0.0, 2, 1, 0.5]
    assert [week["ap"][key] for key in ("articles", "told")] == [1, 0]
    assert pd.isna(week["ap"]["share"])
    assert list(attention(made, topic="aid")["about"]) == [0, 0, 1, 1]
    assert list(attention(made)["about"]) == list(attention(made)["told"])


def test_a_week_without_an_article_has_no_row_and_a_long_archive_is_counted_by_month():
    made = tables([telling()], [("a2", "ft", MONDAY + 21 * DAY), ("a3", "bbc", None)])
    assert list(attention(made)["period"].dt.date) == [MONDAY, MONDAY + 21 * DAY]
    assert set(attention(made)["step"]) == {"week"}
    long = tables([telling()], [("a2", "ft", MONDAY + 900 * DAY)])
    assert set(attention(long)["step"]) == {"month"}
    assert set(attention(long, step="week")["step"]) == {"week"}


@pytest.mark.parametrize("made", [Tables.of({}), tables([telling(published=None)])])
def test_of_nothing_dated_no_period_comes_out(made):
    assert attention(made).empty
    assert firsts(first_told(made, made.events))["shared"].sum() == 0
