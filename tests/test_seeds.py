"""The articles shipped with the project: the events that they tell, and the laws on all of them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from corpus.lexicon import listed, rows_of
from corpus.model import STATUSES
from corpus.pipeline import build
from corpus.tables import SCHEMAS, Row, Tables, rows

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
ROWS = rows_of(Path(__file__).parent / "cases" / "seed_events.tsv")


@cache
def made() -> Tables:
    return build(SEEDS)


@cache
def events() -> dict[str, Row]:
    return {row["event_id"]: row for row in rows(made().events)}


def article(seed: str) -> Row:
    [found] = [row for row in rows(made().articles) if row["path"].startswith(seed)]
    return found


def told(seed: str, words: tuple[str, ...]) -> list[Row]:
    """Mentions of a seed in whose quote all the words stand."""
    own = [m for m in rows(made().mentions) if m["article_id"] == article(seed)["article_id"]]
    return [m for m in own if all(part in m["quote"] for part in words)]


def day(value: object) -> str:
    return "" if value is None or str(value) == "NaT" else str(value)[:10]


def heads(codes: list[str]) -> set[str]:
    return {code.split()[0] for code in codes}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['seed']}-{row['words'][:12]}")
def test_a_seed_tells_this_event_with_its_date_its_type_its_parties_and_its_sentence(row):
    coded = [m for m in told(row["seed"], listed(row["words"])) if m["type"] == row["type"]]
    assert coded, [m["type"] for m in told(row["seed"], listed(row["words"]))]
    found = [
        (event["status"], day(event["first"]), day(event["last"]))
        for event in (events()[mention["event_id"]] for mention in coded)
        if row["mode"] in ("", event["mode"])
        and set(listed(row["actors"])) <= heads(event["actors"]) | heads(event["recipients"])
        and set(listed(row["recipients"])) <= heads(event["recipients"]) | heads(event["actors"])
    ]
    assert (row["status"], row["first"], row["last"]) in found
    assert row["basis"] in ("", *(mention["date_basis"] for mention in coded))


def test_who_acts_and_who_is_acted_on_are_not_confused():
    for row in ROWS:
        if row["type"] in ("CONSULT", "AGREE"):
            continue
        coded = [m for m in told(row["seed"], listed(row["words"])) if m["type"] == row["type"]]
        assert any(
            set(listed(row["actors"])) <= heads(m["actors"])
            and set(listed(row["recipients"])) <= heads(events()[m["event_id"]]["recipients"])
            for m in coded
        ), row["words"]


@pytest.mark.parametrize("words", ["国会批准推迟的军事援助计划", "Congress approved the delayed"])
def test_the_approval_of_congress_has_no_day_at_all(words):
    [mention] = [m for m in told("000", (words,)) if m["type"] == "AGREE"]
    assert (day(mention["first"]), day(mention["last"]), mention["precision"]) == ("", "", "")
    assert events()[mention["event_id"]]["edtf"] == ""


def test_the_two_dates_of_the_talks_in_geneva_are_a_recorded_conflict():
    [event] = [e for e in events().values() if any(c["what"] == "date" for c in e["conflicts"])]
    [conflict] = event["conflicts"]
    assert conflict["severity"] == 1
    assert list(conflict["versions"]) == ["2022-01-09/2022-01-10", "2022-01-09"]
    quotes = {m["mention_id"]: m["quote"] for m in rows(made().mentions)}
    assert ["1月9日至10日" in quotes[m] for m in conflict["mentions"]] == [True, False]
    assert event["edtf"] == "2022-01-09/2022-01-10"
    assert event["status"] == "planned"


def test_the_figures_of_the_troops_at_the_border_are_a_recorded_conflict():
    [event] = [e for e in events().values() if any(c["what"] == "figure" for c in e["conflicts"])]
    versions = {version for c in event["conflicts"] for version in c["versions"]}
    assert {"200000.. person", "90000..100000 person"} <= versions
    assert set(event["outlets"]) == {"aljazeera", "epoch-times"}
    assert event["independent_sources"] == 2


def test_how_soon_the_second_call_followed_is_a_recorded_conflict():
    [event] = [e for e in events().values() if any(c["what"] == "interval" for c in e["conflicts"])]
    [conflict] = event["conflicts"]
    assert list(conflict["versions"]) == ["P1M", "P3W"]
    quotes = {m["mention_id"]: m["quote"] for m in rows(made().mentions)}
    assert ["3周之内" in quotes[m] for m in conflict["mentions"]] == [False, True]
    assert (event["type"], day(event["first"])) == ("CONSULT", "2021-12-30")


def test_nothing_else_in_the_seeds_is_a_conflict():
    found = sorted((c["what"], c["severity"]) for e in events().values() for c in e["conflicts"])
    assert found == [("date", 1), ("figure", 3), ("interval", 1)]


def test_the_talks_in_geneva_are_announced_in_december_and_again_with_their_days():
    [promise] = told("003", ("谈判将于明年年初在日内瓦开启",))
    event = events()[promise["event_id"]]
    assert [
        (step["state"], day(step["told"]), day(step["first"]), day(step["last"]))
        for step in event["history"]
    ] == [
        ("announced", "2021-12-24", "2022-01-01", "2022-03-31"),
        ("announced", "2022-01-03", "2022-01-09", "2022-01-10"),
        ("announced", "2022-01-03", "2022-01-09", "2022-01-09"),
    ]
    assert {m.partition(".")[0] for m in event["mentions"]} == {
        article("002")["article_id"],
        article("003")["article_id"],
    }


def test_the_offensive_in_the_east_is_not_the_one_at_kharkiv():
    [kharkiv] = told("000", ("发动新一轮攻势", "此次访问正值"))
    [east] = [m for m in told("000", ("加紧东部攻势",)) if m["type"] == "ASSAULT"]
    assert kharkiv["event_id"] != east["event_id"]


def test_how_long_the_calls_and_talks_lasted_is_no_date():
    durations = {
        (row["surface"], row["value"])
        for row in rows(made().time_expressions)
        if row["type"] == "DURATION"
    }
    assert {("50分钟", "PT50M"), ("大约一个半小时", "PT1H30M")} <= durations


def test_the_warning_of_the_call_keeps_the_day_on_which_it_was_told():
    [warning] = told("002", ("再次警告对方",))
    assert (day(warning["first"]), warning["told"]) == ("2021-12-30", "2021-12-31")
    assert warning["speaker"] == "USA GOV Joe Biden"


def test_the_air_defences_are_sent_as_interfax_has_it():
    [mention] = [m for m in told("001", ("两个营的S-400",)) if m["trigger"] == "派遣"]
    assert mention["speaker"] == "RUS JRN Interfax"
    assert mention["place"] == "Belarus"


def test_the_two_halves_of_the_bilingual_article_tell_each_event_once_and_are_one_source():
    own = [m for m in rows(made().mentions) if m["article_id"] == article("000")["article_id"]]
    by_event: dict[str, Counter[str]] = {}
    for mention in own:
        by_event.setdefault(mention["event_id"], Counter())[mention["language"]] += 1
    assert all(set(languages) == {"zh", "en"} for languages in by_event.values())
    for event_id in by_event:
        assert events()[event_id]["independent_sources"] == 1
        assert list(events()[event_id]["outlets"]) == ["ft"]


def test_every_file_is_an_article_and_none_a_problem():
    assert sorted(made().articles["path"]) == sorted(path.name for path in SEEDS.iterdir())
    assert made().problems.empty


def test_every_quote_and_every_surface_reads_so_in_its_article():
    right, total = made().verified()
    assert (
        right
        == total
        == sum(
            len(getattr(made(), name)) for name in ("time_expressions", "mentions", "quantities")
        )
    )
    texts = {row["article_id"]: row["text"] for row in rows(made().articles)}
    for mention in rows(made().mentions):
        text = texts[mention["article_id"]]
        start, end = mention["trigger_start"], mention["trigger_end"]
        assert text[start:end] == mention["trigger"]
        assert mention["start"] <= start < end <= mention["end"]


def test_what_has_a_day_has_a_precision_and_ends_no_earlier_than_it_begins():
    for table in (made().mentions, made().events, made().time_expressions):
        for row in rows(table):
            first, last = day(row["first"]), day(row["last"])
            assert not (first and last) or first <= last, row
            assert bool(first or last) == bool(row["precision"]), row


def test_no_event_comes_out_of_a_threat():
    for event in events().values():
        assert event["status"] in STATUSES
        if event["type"] == "THREATEN":
            assert event["status"] in ("conditional", "planned", "claimed", "denied")
    attacks = [e for e in events().values() if e["type"] == "ASSAULT" and e["status"] != "planned"]
    assert {article_of(e) for e in attacks} == {article("000")["article_id"]}


def article_of(event: Row) -> str:
    [home] = {mention.rpartition(".")[0] for mention in event["mentions"]}
    return home


def test_every_event_has_a_label_and_a_party_in_both_languages():
    for event in events().values():
        assert event["label_en"]
        assert event["label_zh"]
        assert list(event["actors"]) or list(event["recipients"])


@pytest.mark.parametrize(
    ("name", "published"),
    [("000", "2024-05-14"), ("001", "2022-01-21"), ("002", "2022-01-03"), ("003", "2021-12-24")],
)
def test_a_seed_is_dated_by_its_own_clock(name, published):
    assert day(article(name)["published_day"]) == published


def test_the_same_files_give_the_same_bytes_on_any_machine(tmp_path):
    """Two processes with other hash seeds, time zones and locales write the same build."""
    places = {
        "one": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        "two": {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
    }
    for name, surroundings in places.items():
        subprocess.run(
            [sys.executable, "-m", "corpus", "build", str(SEEDS), "--out", str(tmp_path / name)],
            cwd=ROOT,
            env={**os.environ, **surroundings},
            capture_output=True,
            check=True,
        )
    for table in SCHEMAS:
        files = [(tmp_path / name / f"{table}.parquet").read_bytes() for name in places]
        assert files[0] == files[1], table
