"""Laws of the comparison on the articles shipped with the project: nothing without a sentence."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest

from corpus.comparison import STATES, matrix, shares
from corpus.emphasis import KINDS, emphasis
from corpus.pipeline import build
from corpus.reporting import PLACES, attention, first_told, firsts
from corpus.side_by_side import FACTS, RELATIONS, side_by_side
from corpus.tables import Tables, rows

SEEDS = Path(__file__).parents[1] / "seeds"
WEEK = timedelta(days=6)


@cache
def made() -> Tables:
    return build(SEEDS)


def test_every_told_cell_leads_to_a_mention_of_its_event_and_outlet():
    built = made()
    outlets = dict(zip(built.articles["article_id"], built.articles["outlet_id"], strict=True))
    mentions = {row["mention_id"]: row for row in rows(built.mentions)}
    cells = rows(matrix(built, built.events))
    assert len(cells) == len(built.events) * built.articles["outlet_id"].nunique()
    for cell in cells:
        told = mentions.get(cell["mention_id"])
        assert (told is not None) == (cell["state"] in ("reported", "differs"))
        if told is not None:
            assert told["event_id"] == cell["event_id"]
            assert outlets[told["article_id"]] == cell["outlet_id"]


@cache
def neighbours() -> Tables:
    """Two outlets of one week with an event each, and one of another month."""
    told = {
        ("ft.com", "2022-01-21"): "Sergei Lavrov met Alexander Lukashenko in Minsk on Thursday.",
        ("aljazeera.com", "2022-01-22"): "Antony Blinken visited Kyiv on Friday.",
        ("cnn.com", "2022-03-20"): "Joe Biden phoned Xi Jinping on Friday.",
    }
    with TemporaryDirectory() as folder:
        for number, ((host, day), text) in enumerate(told.items()):
            source = f"https://www.{host}/{number}"
            page = f"---\ntitle: News\ndate: {day}\nsource: {source}\n---\n\n{text}\n"
            (Path(folder) / f"{number}.md").write_text(page, encoding="utf-8")
        return build(Path(folder))


def test_the_other_outlet_of_the_week_is_silent_and_the_one_of_another_month_is_not():
    built = neighbours()
    states = [row["state"] for row in rows(matrix(built, built.events))]
    assert sorted(states) == sorted(3 * ["reported"] + 2 * ["silent"] + 4 * ["absent"])


@pytest.mark.parametrize("built", [made, neighbours], ids=["seeds", "three outlets"])
def test_an_outlet_is_silent_only_if_it_published_that_week(built):
    built = built()
    events = {row["event_id"]: row for row in rows(built.events)}
    days = built.articles.groupby("outlet_id")["published_day"].apply(list)
    cells = [row for row in rows(matrix(built, built.events)) if row["state"] == "silent"]
    for cell in cells:
        event = events[cell["event_id"]]
        if pd.notna(event["first"]):
            own = days[cell["outlet_id"]]
            assert any(event["first"] <= day <= event["last"] + WEEK for day in own)


@pytest.mark.parametrize("by", ["outlet_id", "event_id"])
def test_the_shares_of_the_states_add_up(by):
    built = made()
    parts = shares(matrix(built, built.events), by)
    assert parts[list(STATES)].sum(axis=1).round(9).eq(1).all()
    assert parts["told"].dropna().between(0, 1).all()


def test_both_sides_of_every_fact_stand_in_their_articles():
    built = made()
    texts = dict(zip(built.articles["article_id"], built.articles["text"], strict=True))
    facts = 0
    for pair in permutations(texts, 2):
        found = side_by_side(built, *pair)
        for row in rows(found.facts):
            facts += 1
            assert row["fact"] in FACTS
            assert row["relation"] in RELATIONS
            for side, article in zip(("one", "other"), pair, strict=True):
                stated = bool(row[side])
                assert stated == (row["relation"] != {"one": "other", "other": "one"}[side])
                if stated:
                    start, end = int(row[f"start_{side}"]), int(row[f"end_{side}"])
                    assert texts[article][start:end] == row[f"surface_{side}"]
                    assert row[f"mention_id_{side}"].startswith(f"{article}.")
        told = built.mentions[built.mentions["article_id"].isin(pair)]["event_id"].nunique()
        assert len(found.common) + len(found.only) == told
    assert facts


def test_everyone_who_tells_an_event_has_a_place_in_its_telling():
    built = made()
    told = first_told(built, built.events)
    assert set(told["place"]) <= set(PLACES)
    assert set(told["mention_id"]) <= set(built.mentions["mention_id"])
    assert len(told) == sum(built.events["outlets"].map(len))
    summed = firsts(told)
    assert summed["told"].sum() == len(told)
    assert (summed["first"] + summed["tie"] + summed["later"]).equals(summed["shared"])


@pytest.mark.parametrize("quad_class", [1, 2, 3, 4])
def test_attention_adds_up_over_the_outlets_of_a_period(quad_class):
    found = attention(made(), quad_class)
    assert found["articles"].sum() == len(made().articles)
    for _, period in found.groupby("period"):
        assert (period["told"] + period["others_told"]).nunique() == 1
        assert (period["about"] + period["others_about"]).nunique() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_counts_here_and_elsewhere_are_the_same_sum_for_every_outlet(kind):
    found = emphasis(made(), kind)
    assert ((found["count"] + found["others_count"]).groupby(found["key"]).nunique() == 1).all()
    assert (found["count"] <= found["total"]).all()
    assert found["difference"].between(found["low"], found["high"]).all()
    assert not (found["clear"] & (found["caution"] != "")).any()
