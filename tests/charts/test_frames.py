"""What the tables say is what is drawn."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd

from corpus.charts.frames import conflict_text, coverage, items, kind_lanes
from corpus.charts.records import Card
from corpus.tables import Tables


def tables() -> Tables:
    event = {
        "event_id": "e1",
        "first": date(2022, 1, 9),
        "last": date(2022, 1, 10),
        "precision": "day",
        "clock": "",
        "type": "AGREE",
        "quad_class": 1,
        "status": "planned",
        "label_en": "US–Russia talks in Geneva",
        "label_zh": "美俄日内瓦会谈",
        "salience": 2,
        "conflicts": [
            {"what": "date", "versions": ["2022-01-09", "2022-01-09/2022-01-10"], "mentions": []}
        ],
    }
    month = {**event, "event_id": "e2", "precision": "month", "type": "CONSULT", "conflicts": []}
    undated = {**event, "event_id": "e3", "first": None, "last": None, "precision": ""}
    article = {
        "article_id": "a1",
        "outlet": "The Epoch Times",
        "outlet_id": "epoch",
        "published": datetime(2022, 1, 21, tzinfo=UTC),
        "published_day": date(2022, 1, 21),
    }
    bare = {"article_id": "a2", "outlet": "Al Jazeera", "outlet_id": "aj"}
    dated = {**bare, "article_id": "a3", "published_day": date(2022, 1, 3)}
    return Tables.of({"events": [event, month, undated], "articles": [article, bare, dated]})


def kinds(events):
    return zip(events["quad_class"], events["type"], strict=True)


def test_an_event_keeps_its_days_its_status_and_its_precision():
    stated, month, undated = items(tables().events, "en")
    assert (stated.first, stated.last, stated.exact) == (date(2022, 1, 9), date(2022, 1, 10), True)
    assert type(stated.first) is date
    assert (stated.status, stated.lane, stated.quad_class) == ("planned", "lane_1", 1)
    assert stated.conflict == "9 Jan or 9–10 Jan"
    assert not month.exact
    assert (undated.first, undated.last, undated.dated) == (None, None, False)


def test_an_hour_is_a_part_of_its_day_and_what_no_words_time_has_none():
    events = tables().events.assign(clock=["EV/06:00", "", ""])
    stated, month, undated = items(events, "en")
    assert stated.hours == (17 / 24, 0.25)
    assert month.hours is undated.hours is None


def test_labels_and_versions_follow_the_language():
    (event, *_) = items(tables().events, "zh")
    assert event.label == "美俄日内瓦会谈"
    assert event.conflict == "1月9日或1月9至10日"


def test_the_caller_writes_the_cards_and_names_the_lanes():
    found = items(
        tables().events,
        "en",
        cards=lambda row: Card(quote=row["event_id"]),
        lane=lambda row: row["type"],
    )
    assert [(event.card.quote, event.lane) for event in found] == [
        ("e1", "AGREE"),
        ("e2", "CONSULT"),
        ("e3", "AGREE"),
    ]


def test_lanes_by_kind_name_the_types_that_occur():
    lanes = kind_lanes(kinds(tables().events), "en")
    assert [lane.title for lane in lanes][:2] == ["Words of cooperation", "Acts of cooperation"]
    assert [lane.subtitle for lane in lanes] == ["agree, consult", "", "", ""]
    assert kind_lanes(kinds(tables().events), "zh")[0].subtitle == "同意、磋商"


def test_articles_with_a_day_are_covered_under_their_short_names():
    found = coverage(tables().articles, {"epoch": "Epoch Times"})
    assert [(one.article_id, one.day, one.outlet) for one in found] == [
        ("a1", date(2022, 1, 21), "Epoch Times"),
        ("a3", date(2022, 1, 3), "Al Jazeera"),
    ]


def test_tables_without_rows_make_nothing():
    empty = Tables.of({})
    assert items(empty.events, "en") == []
    assert coverage(empty.articles, {}) == []
    assert all(lane.subtitle == "" for lane in kind_lanes(kinds(empty.events), "en"))


def test_conflicts_may_be_missing():
    assert conflict_text(None, "en") == ""
    assert conflict_text(pd.Series([], dtype=object), "en") == ""
