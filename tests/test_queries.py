"""Verbs on the event table: they keep rows or leave them out, in their order, and pipe."""

from __future__ import annotations

from datetime import date
from functools import partial

import pandas as pd
import pytest

from corpus.indexes import spans
from corpus.queries import (
    RANKS,
    first_told,
    heads,
    in_order,
    matching,
    originals,
    tellings,
    told_once,
    top,
)
from corpus.tables import Tables
from tests.samples import MONDAY, mention, tables, telling

mention = partial(mention, topics=("port",))
TUESDAY, MAY = date(2022, 6, 14), date(2022, 5, 1)
VISIT = mention(
    "CONSULT", "visit", actors=("USA GOV Antony Blinken",), recipients=("RUS GOV",), at=100
)
UNDATED = mention("AID", actors=("DEU GOV",), first=None, last=None, precision="", at=200)
MONTH = mention(
    "COERCE", first=MAY, last=date(2022, 5, 31), precision="month", status="claimed", at=300
)
OPEN = mention("SUPPORT", actors=("POL GOV",), first=None, last=TUESDAY, at=400, salience=2)
MADE = tables(
    [
        telling(mention()),
        telling(mention(at=20), "a2", "bbc"),
        telling(VISIT, "a2", "bbc"),
        telling(UNDATED),
        telling(MONTH, "a3", "ap"),
        telling(OPEN, "a3", "ap"),
    ]
)
EVENTS = MADE.events


def types(found: pd.DataFrame) -> list[str]:
    return list(found["type"])


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (MONDAY, MONDAY, {"ASSAULT", "CONSULT"}),
        (TUESDAY, None, {"SUPPORT"}),
        (None, date(2022, 5, 10), {"COERCE"}),
        (date(2022, 5, 31), date(2022, 6, 12), {"COERCE"}),
        (date(2022, 6, 1), date(2022, 6, 12), set()),
        (None, MAY, {"COERCE"}),
        (None, date(2022, 4, 30), set()),
    ],
)
def test_a_period_lets_through_what_touches_it_and_no_undated_event(first, last, expected):
    kept = spans(EVENTS).within(first or date.min, last or date.max)
    assert set(types(EVENTS[kept])) == expected


def test_nothing_chosen_lets_everything_through():
    pd.testing.assert_frame_equal(matching(EVENTS, ""), EVENTS)


def test_of_no_events_none_are_kept_and_the_columns_stay():
    empty = Tables.of({})
    for found in (
        matching(empty.events, "talks"),
        in_order(empty.events),
    ):
        assert found.empty
        assert list(found.columns) == list(empty.events.columns)


def test_verbs_pipe_and_change_no_row():
    before = EVENTS.copy(deep=True)
    found = EVENTS.pipe(matching, "russia").pipe(top, 1)
    assert types(found) == ["ASSAULT"]
    pd.testing.assert_frame_equal(EVENTS, before)
    pd.testing.assert_frame_equal(found, EVENTS.loc[found.index])


def test_events_are_ordered_by_their_days_the_weightier_first_and_undated_ones_last():
    same_day = [mention(at=20), mention("AID", at=500, salience=2)]
    made = tables([telling(each) for each in (UNDATED, OPEN, MONTH, *same_day)])
    ordered = in_order(made.events)
    assert types(ordered) == ["COERCE", "AID", "ASSAULT", "SUPPORT", "AID"]
    assert list(ordered.columns) == list(made.events.columns)


def test_heads_are_the_first_words_once_each():
    assert heads(["USA GOV Joe Biden", "", "NATO IGO", "USA MIL"]) == ["USA", "NATO"]


def test_tellings_know_their_article_and_the_clearest_comes_first():
    one, two = mention(confidence=0.5), mention(at=20, confidence=0.9)
    told = [
        telling(one),
        telling(two, "a2", "bbc"),
        telling(mention(at=40, repeat=True), "a3", "ap"),
    ]
    made = tables([*told, telling(mention(at=60, confidence=0.9), "a0", "cnn", date(2022, 6, 12))])
    found = tellings(made.mentions, made.articles)
    assert list(found["article_id"]) == ["a0", "a2", "a1", "a3"]
    same = tables([telling(mention(at=at), name, name) for at, name in ((0, "b"), (20, "a"))])
    assert list(tellings(same.mentions, same.articles)["article_id"]) == ["a", "b"]
    assert list(found["outlet_id"]) == ["cnn", "bbc", "ft", "ap"]
    assert found["published_day"].notna().all()
    assert len(tellings(made.mentions, made.articles[:0])) == len(made.mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("blinken", {"CONSULT"}),
        ("布林肯", {"CONSULT"}),
        ("Russia ukraine", {"ASSAULT", "COERCE"}),
        ("俄軍", {"ASSAULT", "COERCE"}),
        ("DEU", {"AID"}),
        ("Blinken Poland", set()),
        ("  ", {"ASSAULT", "CONSULT", "AID", "COERCE", "SUPPORT"}),
    ],
)
def test_a_search_finds_every_word_in_either_language_whatever_its_case(text, expected):
    assert set(types(matching(EVENTS, text))) == expected


def test_the_top_begins_with_what_most_sources_tell_and_goes_on_page_by_page():
    ranked = types(top(EVENTS, 10))
    assert ranked[:2] == ["ASSAULT", "SUPPORT"]
    assert types(top(EVENTS, 2)) + types(top(EVENTS, 2, 2)) + types(top(EVENTS, 2, 4)) == ranked
    assert types(top(EVENTS, 10, 5)) == []
    assert types(top(EVENTS, 10, by="salience"))[0] == "SUPPORT"
    assert types(top(EVENTS, 1, text="blinken")) == ["CONSULT"]
    assert top(EVENTS[:0], 5).empty


def test_the_top_by_conflicts_begins_with_what_is_disputed():
    one, two = {"first": MONDAY, "last": MONDAY}, {"first": MONDAY, "last": TUESDAY}
    talks = partial(mention, "CONSULT", actors=("USA GOV",), recipients=("RUS GOV",))
    told = [telling(talks(**one)), telling(talks(at=50, **two)), telling(mention(at=90))]
    made = tables([*told, telling(mention(at=20), "a2", "bbc")])
    assert types(top(made.events, 1)) == ["ASSAULT"]
    assert types(top(made.events, 1, by="conflicts")) == ["CONSULT"]
    assert set(RANKS) == {"sources", "conflicts", "salience"}
    with pytest.raises(ValueError, match="no rank"):
        top(made.events, 1, by="beauty")


def test_an_event_is_told_once_by_each_article_and_not_by_its_copies():
    told = [
        telling(mention()),
        telling(mention(at=20, confidence=0.9)),
        telling(mention(), "a2", "mirror", source="a1"),
        telling(mention(at=20), "a3", "bbc"),
    ]
    made = tables(told)
    assert sorted(told_once(made)["mention_id"]) == ["a1.22", "a3.22"]
    assert dict(zip(made.articles["article_id"], originals(made.articles), strict=True)) == {
        "a1": "a1",
        "a2": "a1",
        "a3": "a3",
    }


def test_a_search_with_mentions_finds_what_is_only_quoted():
    quotes = MADE.mentions.assign(quote="")
    quotes.loc[quotes["event_id"] == EVENTS["event_id"].iloc[1], "quote"] = "a \0 Zeppelin 飛艇"
    assert matching(EVENTS, "zeppelin").empty
    for text in ("ZEPPELIN", "飞艇", "zeppelin 飛艇"):
        found = matching(EVENTS, text, quotes)["event_id"].tolist()
        assert found == [EVENTS["event_id"].iloc[1]]


def test_the_first_report_of_an_event_is_the_day_of_its_earliest_article():
    days = dict(zip(MADE.articles["article_id"], MADE.articles["published_day"], strict=True))
    found = first_told(MADE)
    for event_id, own in MADE.mentions.groupby("event_id"):
        known = [days[key].date() for key in own["article_id"] if not pd.isna(days[key])]
        assert found.get(event_id) == min(known, default=None)
    undated = Tables(**{
        field: getattr(MADE, field) for field in Tables.__slots__ if field != "articles"
    }, articles=MADE.articles.assign(published_day=pd.NaT))  # fmt: skip
    assert first_told(undated) == {}


def test_the_sentence_that_states_the_day_stands_before_a_surer_one_that_does_not():
    articles = pd.DataFrame(
        {
            "article_id": ["a1", "a2"],
            "published_day": pd.to_datetime(["2021-12-24", "2022-01-03"]),
            **{name: ["", ""] for name in ("outlet_id", "outlet", "url", "title", "duplicate_of")},
        }
    )
    mentions = pd.DataFrame(
        {
            "mention_id": ["a1.1", "a2.1"],
            "article_id": ["a1", "a2"],
            "repeat": False,
            "confidence": [0.9, 0.7],
            "date_basis": ["relative", "explicit"],
            "precision": ["quarter", "day"],
        }
    )
    assert list(tellings(mentions, articles)["mention_id"]) == ["a2.1", "a1.1"]
