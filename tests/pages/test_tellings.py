"""An event is told by its clearest sentence first, with its outlet and its day."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from corpus.queries import tellings
from corpus.tables import rows
from pages.parts.tellings import Tellings, dateline, day_of, named, source, when, who
from tests.pages.samples import article, event, tables


def test_the_clearest_telling_comes_first():
    articles = [
        article("a1", "2022-01-21"),
        article("a2", "2022-01-20"),
        article("a3", "2022-01-22"),
    ]
    found = tables(articles, [event("e1", "2022-01-20", by=["a1", "a2", "a3"])])
    assert Tellings.of(found).best("e1")["article_id"] == "a2"
    mentions = found.mentions.copy()
    mentions.loc[mentions["article_id"] == "a2", "repeat"] = True
    mentions.loc[mentions["article_id"] == "a3", "confidence"] = 2.0
    told = Tellings.of(replace(found, mentions=mentions)).by_event["e1"]
    assert [row["article_id"] for row in told] == ["a3", "a1", "a2"]


def test_each_telling_is_found_by_its_id():
    found = tables([article("a1", "2022-01-21")], [event("e1"), event("e2")])
    assert set(Tellings.of(found).by_mention) == {"a1.e1", "a1.e2"}


def test_a_telling_is_what_the_query_gives_and_is_made_once(seeds):
    found = Tellings.of(seeds)
    given = rows(tellings(seeds.mentions, seeds.articles))
    assert len(found.by_mention) == len(given)
    for row in given:
        own = found.by_mention[row["mention_id"]]
        assert repr(own) == repr({key: row[key] for key in own})
        assert own.keys() == row.keys()
    for event_id, told in found.by_event.items():
        ids = [row["mention_id"] for row in given if row["event_id"] == event_id]
        assert [row["mention_id"] for row in told] == ids
    assert Tellings.of(seeds) is found
    assert found.best(given[0]["event_id"]) is found.best(given[0]["event_id"])


def test_nobody_tells_an_event_of_another_build(seeds):
    found = Tellings.of(seeds)
    assert "e1" not in found.by_event
    assert found.by_mention.get("a1.e1") is None


def test_every_event_of_the_seeds_has_a_telling(seeds):
    found = Tellings.of(seeds)
    assert all(found.best(event_id)["quote"] for event_id in seeds.events["event_id"])


def test_no_day_is_no_day():
    assert day_of(pd.NaT) is None


@pytest.mark.parametrize(
    ("language", "said"), [("en", "21 Jan 2022"), ("zh", "2022年1月21日")]
)  # fmt: skip
def test_days_and_places_open_like_wire_copy(language, said):
    (row,) = tables([article("a1")], [event("e1", "2022-01-21", place="Geneva")]).events.to_dict(
        "records"
    )
    assert when(row, language) == said
    assert dateline(row, language).endswith(f"{said} —")
    assert dateline({**row, "place": ""}, language) == f"{said} —"


def test_parties_have_their_names_in_the_readers_language():
    row = {"actors": ["USA GOV Antony Blinken"], "recipients": ["RUS"]}
    assert who(row, "en") == "Antony Blinken → Russia"
    assert who(row, "zh").endswith("→ 俄罗斯")
    assert who({**row, "recipients": []}, "en") == "Antony Blinken"
    assert named(["RUS", "UKR"], "zh") == "俄罗斯、乌克兰"


def test_an_article_without_a_day_has_its_outlet_alone():
    row = {"outlet_id": "ft", "published_day": pd.NaT}
    assert source(row, "en") == "Financial Times"
    row["published_day"] = pd.Timestamp("2024-05-14")
    assert source(row, "en") == "Financial Times, 14 May 2024"


def test_the_dateline_has_the_hour_and_none_where_none_is_told():
    found = tables(
        [article("a1", "2022-02-24")],
        [event("e1", "2022-02-24", clock="05:00", place="Kyiv"), event("e2", "2022-02-24")],
    )
    timed, plain = rows(found.events)
    assert dateline(timed, "en") == "Kyiv, 24 Feb 2022, 05:00 —"
    assert dateline(timed, "zh") == "基辅，2022年2月24日 05:00 —"
    assert when(plain, "en") == "24 Feb 2022"
