"""Storylines: what is strung together and why, what is not, and how a long thread is cut."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from corpus.lexicon import listed, table
from corpus.linking import Telling
from corpus.pipeline import build
from corpus.storylines import Storylines, storylines
from corpus.tables import Row, Tables, rows
from corpus.threads import LEAST, MOST
from tests.samples import MONDAY, mention, tables, telling

DAY = timedelta(days=1)
SEEDS = Path(__file__).parents[1] / "seeds"
USA, RUS, UKR = ("USA GOV",), ("RUS GOV",), ("UKR GOV",)
warning = partial(mention, "THREATEN", status="conditional")
talks = partial(mention, "CONSULT", topics=("talks",))


def on(days: int, told: partial[Any], article: str = "", **cells: Any) -> Telling:
    """A telling of an event so many days after Monday, in an article of its own by default."""
    day = MONDAY + days * DAY
    made = told(**{"first": day, "last": day, "at": abs(days) * 40, **cells})
    return telling(made, article or f"a{days}", "ft", day)


def lines(tellings: Sequence[Telling]) -> list[Row]:
    return rows(storylines(tables(tellings)).lines)


def sizes(tellings: Sequence[Telling]) -> list[int]:
    return [line["events"] for line in lines(tellings)]


def test_events_of_one_theme_and_pair_are_one_line_and_each_says_why():
    said = partial(warning, actors=USA, recipients=RUS)
    back = partial(warning, actors=RUS, recipients=("NATO IGO",))
    found = storylines(tables([on(0, said), on(3, back), on(10, said)]))
    [line] = rows(found.lines)
    assert (line["title_en"], line["title_zh"]) == (
        "Warnings: Russia and the West",
        "警告：俄罗斯与西方",
    )
    assert (line["first"].date(), line["last"].date()) == (MONDAY, MONDAY + 10 * DAY)
    assert [(m["position"], m["days_since"], m["basis"]) for m in rows(found.members)] == [
        (0, 0, "parties"),
        (1, 3, "parties"),
        (2, 7, "parties"),
    ]
    assert all(list(member["parties"]) == ["RUS", "west"] for member in rows(found.members))


@pytest.mark.parametrize(
    "apart",
    [
        {"recipients": ("CHN GOV",)},
        {"topics": ("sanctions",)},
        {"first": MONDAY + 60 * DAY, "last": MONDAY + 60 * DAY},
        {"first": date(2022, 1, 1), "last": date(2022, 12, 31), "precision": "year"},
    ],
    ids=["other parties", "another theme", "long after", "a day not known to a season"],
)
def test_what_differs_in_parties_theme_or_time_is_another_story(apart):
    said = partial(warning, actors=USA, recipients=RUS)
    told = [on(0, said), on(2, said), on(4, said)]
    assert sizes([*told, on(5, said)]) == [4]
    assert sizes([*told, on(5, said, **apart)]) == [3]


def test_two_events_are_a_story_only_if_they_are_told_often():
    said = partial(warning, actors=USA, recipients=RUS, topics=("sanctions",))
    two = [on(0, said, place="Kyiv"), on(4, said, place="Lviv")]
    assert sizes(two) == []
    again = [
        telling(
            said(first=t.mention.first, last=t.mention.last, place=t.mention.place), f"b{i}", "bbc"
        )
        for i, t in enumerate(two)
    ]
    assert sizes([*two, *again]) == [2]


def test_an_undated_event_stands_where_it_was_told_and_holds_a_story_together():
    drill = partial(mention, "MOBILIZE", "troops", recipients=())
    massing = partial(drill, first=None, last=None, precision="", date_basis="none",
                      status="ongoing", place="Ukraine's border", topics=("troops",))  # fmt: skip
    told = [on(0, drill), on(40, drill), on(45, drill)]
    assert sizes(told) == []
    held = [on(day, massing, first=None, last=None) for day in (1, 25)]
    assert sizes([*told, *held]) == [4]


def test_what_names_one_side_only_joins_the_line_that_its_article_tells():
    met = partial(talks, actors=USA, recipients=RUS)
    ready = partial(talks, actors=USA, recipients=())
    table_ = partial(talks, actors=("OSCE IGO",), recipients=())
    other = partial(talks, actors=("CHN GOV",), recipients=())
    told = [on(0, met, "a1"), on(3, met, "a1"), on(6, met, "a1")]
    assert sizes([*told, on(4, ready, "a1")]) == [4]
    assert sizes([*told, on(4, ready, "a2")]) == [3]
    assert sizes([*told, on(4, table_, "a1")]) == [4]
    assert sizes([*told, on(4, other, "a1")]) == [3]
    found = storylines(tables([*told, on(4, ready, "a1")]))
    assert list(found.members["basis"]) == ["parties", "parties", "article", "parties"]


def test_a_thread_too_short_to_stand_alone_goes_to_one_of_its_pair_in_the_same_article():
    met = partial(talks, actors=USA, recipients=UKR)
    aid = partial(mention, "AID", topics=("aid",), actors=USA, recipients=UKR)
    told = [on(0, aid, "a1"), on(1, aid, "a1", place="Kyiv"), on(4, aid, "a1")]
    [line] = lines([*told, on(2, met, "a1")])
    assert (line["title_en"], line["events"]) == ("Aid and support: Ukraine and the West", 4)
    assert sizes([*told, on(2, met, "a2")]) == [3]


def test_a_fight_is_told_by_its_place():
    fight = partial(mention, "ASSAULT", "aerial")
    kyiv = [on(day, fight, place="Kyiv") for day in (0, 2, 4)]
    odesa = [on(day, fight, place="Odesa region") for day in (1, 3, 5)]
    found = lines([*kyiv, *odesa])
    assert [line["title_en"] for line in found] == [
        "Fighting in Kyiv: Russia and Ukraine",
        "Fighting in Odesa: Russia and Ukraine",
    ]
    assert found[0]["title_zh"] == "基辅的战斗：俄罗斯与乌克兰"


def test_a_long_thread_is_cut_by_states_and_then_at_its_pauses():
    usa = [on(day, partial(warning, actors=USA, recipients=RUS)) for day in range(0, 60, 2)]
    gbr = [
        on(day, partial(warning, actors=("GBR GOV",), recipients=RUS)) for day in range(1, 61, 2)
    ]
    assert sizes(usa) == [30]
    found = lines([*usa, *gbr])
    assert sorted(line["title_en"] for line in found) == [
        "Warnings: Russia and US",
        "Warnings: UK and Russia",
    ]
    daily = [on(day, partial(warning, actors=USA, recipients=RUS)) for day in range(100)]
    cut = sizes(daily)
    assert sum(cut) == 100
    assert LEAST <= min(cut) <= max(cut) <= MOST


def test_no_event_is_in_two_lines_and_ids_and_order_do_not_depend_on_the_order_of_the_files():
    said = partial(warning, actors=USA, recipients=RUS)
    told = [on(day, said) for day in (0, 3, 9)] + [on(day, talks) for day in (1, 2, 4)]
    one, other = storylines(tables(told)), storylines(tables(told[::-1]))
    assert one.members["event_id"].is_unique
    assert list(one.lines["storyline_id"]) == list(other.lines["storyline_id"])
    assert list(one.members["event_id"]) == list(other.members["event_id"])
    later = storylines(tables([*told, on(12, said)]))
    assert set(one.lines["storyline_id"]) == set(later.lines["storyline_id"])


def test_of_no_events_there_are_no_lines():
    found = storylines(Tables.of({}))
    assert found.lines.empty
    assert "title_zh" in found.lines.columns
    assert found.members.empty


@cache
def seeds() -> tuple[Tables, Storylines]:
    built = build(SEEDS)
    return built, storylines(built)


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        (
            "Talks on security guarantees: Russia and the West",
            {
                "Russia hands US security demands",
                "White House ready for talks with Russia",
                "Biden phones Putin",
                "US to hold talks with Russia in Geneva",
                "OSCE to hold talks",
                "Blinken meets Lavrov in Geneva",
                "US agrees to answer in writing",
            },
        ),
        (
            "Military moves: Russia",
            {
                "Russian forces hold drills in Crimea",
                "Russian forces mass troops at Ukraine's border",
                "Russian forces arrive in Belarus",
            },
        ),
        ("Sanctions: Russia and the West", {"White House: sanctions if Russia attacks"}),
        ("Aid and support: Ukraine and the West", {"US Congress approves aid for Ukraine"}),
    ],
)
def test_a_briefer_would_recognise_the_threads_of_the_seeds(title, parts):
    built, found = seeds()
    labels = dict(zip(built.events["event_id"], built.events["label_en"], strict=True))
    ids = found.lines[found.lines["title_en"] == title]["storyline_id"]
    own = found.members[found.members["storyline_id"].isin(ids)]
    assert parts <= {labels[event] for event in own["event_id"]}


def test_the_threads_of_the_seeds_are_in_order_and_add_up():
    found = seeds()[1]
    for line in rows(found.lines):
        own = rows(found.members[found.members["storyline_id"] == line["storyline_id"]])
        assert [member["position"] for member in own] == list(range(line["events"]))
        assert all(one["day"] <= two["day"] for one, two in pairwise(own))
        assert {member["basis"] for member in own} <= {"parties", "article"}
        assert 2 <= line["events"] <= MOST
    assert found.members["event_id"].is_unique


def test_themes_are_of_topics_and_types_that_there_are_and_no_state_is_in_two_blocs():
    topics = {row["key"] for row in table("topics.tsv")}
    kinds = {(row["type"], row["mode"]) for row in table("event_types.tsv")}
    for row in table("themes.tsv"):
        assert set(listed(row["topics"])) <= topics
        for type_, _, mode in (cell.partition("/") for cell in listed(row["types"])):
            assert (type_, mode) in kinds
        assert row["along"] in ("pair", "doer", "target")
        assert row["named"] in ("", "place", "topic")
        assert bool(row["with_en"]) == bool(row["with_zh"]) == bool(row["named"])
    members = [member for row in table("blocs.tsv") for member in listed(row["members"])]
    assert len(members) == len(set(members))
