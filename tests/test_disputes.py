"""Every version of every conflict with the sentence, speaker, outlet and day that it comes from."""

from __future__ import annotations

from datetime import timedelta

from corpus.disputes import disputes
from corpus.tables import rows
from tests.samples import MONDAY, figure, mention, tables, telling

DAY = timedelta(days=1)


def test_each_version_is_a_row_with_who_says_it():
    one = mention(topics=("port",), speaker="UKR GOV", quote="袭击造成十人死亡的港口")
    other = mention(topics=("port",), quote="袭击造成五十人死亡的港口")
    made = tables(
        [
            telling(one, figures=[figure(10, 10)]),
            telling(other, "a2", "bbc", MONDAY + DAY, figures=[figure(50, 50)]),
            telling(mention("AID", at=40)),
        ]
    )
    found = rows(disputes(made, made.events))
    assert [(row["what"], row["severity"], row["version"]) for row in found] == [
        ("figure", 3, "10..10 person"),
        ("figure", 3, "50..50 person"),
    ]
    assert [(row["speaker"], row["outlet_id"], row["quote"]) for row in found] == [
        ("UKR GOV", "ft", one.quote),
        ("", "bbc", other.quote),
    ]
    assert [row["published_day"].date() for row in found] == [MONDAY, MONDAY + DAY]


def test_without_a_conflict_there_are_columns_and_no_row():
    made = tables([telling()])
    assert disputes(made, made.events).empty
    assert list(disputes(made, made.events[:0]).columns)[:3] == ["event_id", "what", "severity"]
