"""Two articles on one event: what they agree on, where they differ, what only one tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pandas as pd
import pytest

from corpus.side_by_side import FACTS, RELATIONS, articles_on, side_by_side
from corpus.tables import Row, Tables, rows
from tests.samples import MONDAY, figure, mention, tables, telling

DAY = timedelta(days=1)
mention = partial(mention, topics=("port",))
talks = partial(mention, "CONSULT", recipients=("RUS GOV",))


def facts(made: Tables, one: str = "a1", other: str = "a2") -> dict[str, Row]:
    return {row["fact"]: row for row in rows(side_by_side(made, one, other).facts)}


def test_facts_of_one_event_are_laid_beside_each_other_with_what_says_them():
    one = mention(actors=("RUS MIL",), place="Odesa", speaker="UKR GOV", status="claimed")
    other = mention(at=20, actors=("RUS MIL",), place="Odesa")
    made = tables(
        [
            telling(one, figures=[figure(2, 2)]),
            telling(other, "a2", "bbc", figures=[figure(5, None)]),
        ]
    )
    found = facts(made)
    assert list(found) == [fact for fact in FACTS if fact in found]
    assert {fact: row["relation"] for fact, row in found.items()} == {
        "days": "same",
        "status": "differs",
        "actors": "same",
        "recipients": "same",
        "place": "same",
        "figure": "differs",
        "speaker": "one",
    }
    assert (found["figure"]["one"], found["figure"]["other"]) == (["2..2 person"], ["5.. person"])
    assert (found["figure"]["surface_one"], found["figure"]["start_one"]) == ("x", 0)
    assert (found["status"]["mention_id_other"], found["status"]["start_other"]) == ("a2.22", 20)
    assert found["status"]["surface_other"] == "俄军袭击乌克兰的港口"
    assert pd.isna(found["speaker"]["start_other"])


@pytest.mark.parametrize(
    ("one", "other", "fact", "relation"),
    [
        ({"actors": ("USA GOV Joe Biden",)}, {"actors": ("USA GOV",)}, "actors", "finer"),
        ({"actors": ("USA GOV Joe Biden",)}, {"actors": ("USA GOV Joe Biden",)}, "actors", "same"),
        ({}, {"last": MONDAY + DAY}, "days", "differs"),
        ({"place": "Geneva"}, {}, "place", "one"),
        ({}, {"place": "Geneva"}, "place", "other"),
    ],
)
def test_what_is_only_more_exact_is_no_difference(one, other, fact, relation):
    known = {"actors": ("USA GOV",)}
    made = tables(
        [
            telling(talks(**{**known, **one})),
            telling(talks(at=20, **{**known, **other}), "a2", "bbc"),
        ]
    )
    assert len(made.events) == 1
    assert facts(made)[fact]["relation"] == relation
    assert relation in RELATIONS


def test_a_day_in_a_month_is_finer_than_the_month():
    month = mention(first=MONDAY.replace(day=1), last=MONDAY.replace(day=30), precision="month")
    made = tables([telling(mention()), telling(month, "a2", "bbc")])
    events = made.mentions.assign(event_id="e1")
    assert facts(replace(made, mentions=events))["days"]["relation"] == "finer"


def test_a_fact_that_the_clearest_telling_leaves_out_is_taken_from_another():
    told = [
        telling(mention(confidence=0.9)),
        telling(mention(at=20, confidence=0.5, place="Odesa")),
        telling(mention(at=40), "a2", "bbc"),
    ]
    made = tables(told)
    assert facts(made)["place"]["one"] == ["Odesa"]
    assert facts(made)["place"]["mention_id_one"] == "a1.22"


def test_the_span_of_a_day_is_its_time_expression():
    made = tables([telling(mention()), telling(mention(at=20), "a2", "bbc")])
    day = pd.Timestamp(MONDAY)
    spans = [("a1", 4, 6, "周一", day, day), ("a1", 6, 8, "周二", day + DAY, day + DAY)]
    columns = ["article_id", "start", "end", "surface", "first", "last"]
    timed = replace(made, time_expressions=pd.DataFrame(spans, columns=columns))
    row = facts(timed)["days"]
    assert [row[f"{part}_one"] for part in ("start", "end", "surface")] == [4, 6, "周一"]
    assert row["surface_other"] == "俄军袭击乌克兰的港口"


def test_what_only_one_tells_is_listed_with_its_clearest_mention():
    told = [
        telling(mention()),
        telling(talks(at=20)),
        telling(mention(at=40), "a2", "bbc"),
        telling(mention("AID", at=60, confidence=0.2), "a2", "bbc"),
        telling(mention("AID", at=80, confidence=0.9), "a2", "bbc"),
    ]
    found = side_by_side(tables(told), "a1", "a2")
    assert [(row["side"], row["mention_id"]) for row in rows(found.only)] == [
        ("one", "a1.22"),
        ("other", "a2.82"),
    ]
    assert [(r["mention_one"], r["mention_other"]) for r in rows(found.common)] == [
        ("a1.2", "a2.42")
    ]


def test_two_outlets_and_an_event_name_the_articles_to_compare():
    told = [
        telling(mention(confidence=0.2)),
        telling(mention(at=20, confidence=0.9), "a2", "ft"),
        telling(mention(at=40), "a3", "bbc"),
    ]
    made = tables(told)
    event = made.events["event_id"][0]
    assert articles_on(made, event, "ft", "bbc") == ("a2", "a3")
    with pytest.raises(LookupError, match="does not tell"):
        articles_on(made, event, "ft", "cnn")
    with pytest.raises(LookupError, match="no article"):
        side_by_side(made, "a1", "nowhere")


def test_of_articles_with_nothing_in_common_every_column_is_there():
    made = tables([telling(mention())], [("a2", "bbc", MONDAY)])
    found = side_by_side(made, "a1", "a2")
    assert found.common.empty
    assert found.facts.empty
    assert {"relation", "one", "start_other", "surface_one"} <= set(found.facts.columns)
    assert list(found.only["side"]) == ["one"]
