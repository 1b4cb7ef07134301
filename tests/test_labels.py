"""A headline from codes: the table of examples, and what holds for every code there is."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from corpus import find_quantities
from corpus.coding import find_events
from corpus.coding.vocabulary import event_types
from corpus.labels import label
from corpus.lexicon import listed, rows_of, table
from corpus.model import STATUSES
from corpus.phrases import bounds, place_name
from tests.samples import figure, mention

CASES = Path(__file__).parent / "cases"
ROWS = rows_of(CASES / "labels.tsv")
SENTENCES = rows_of(CASES / "headlines.tsv")
DAY = date(2022, 6, 15)
SLOTS = "RBPISOTFDCNKAWV"


def amount(cell: str) -> float | None:
    return float(cell) if cell else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['type']}-{row['en']}")
def test_codes_make_the_headline_of_their_row_in_both_languages(row):
    told = mention(
        row["type"],
        row["mode"],
        status=row["status"],
        trigger=row["trigger"],
        rule=f"{row['from'] or row['type']}.form subject",
        actors=listed(row["actors"]),
        recipients=listed(row["recipients"]),
        place=row["place"],
        topics=listed(row["topic"]),
        speaker=row["speaker"],
    )
    known = bool(row["unit"])
    quantity = figure(amount(row["low"]), amount(row["high"]), row["unit"], row["what"])
    found = label(told, (quantity,) if known else ())
    assert (found.en, found.zh) == (row["en"], row["zh"])


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["text"])
def test_a_sentence_makes_the_headline_of_its_row_in_both_languages(row):
    (told,) = find_events(row["text"], DAY)
    found = label(told, find_quantities(row["text"]))
    assert (told.status, found.en, found.zh) == (row["status"], row["en"], row["zh"])


def test_the_table_has_a_row_for_every_type_and_every_status():
    assert {row["type"] for row in ROWS} == {type_ for type_, _ in event_types()}
    assert {row["status"] for row in ROWS} == set(STATUSES)


@pytest.mark.parametrize("row", table("labels.tsv"), ids=lambda row: f"{row['type']}-{row['zh']}")
def test_a_row_has_both_languages_with_and_without_somebody_who_did_it(row):
    assert row["verb_en"]
    assert row["zh"]
    assert row["nobody_en"]
    assert row["nobody_zh"]
    assert row["topic"] in ("", *(known["key"] for known in table("topics.tsv")))
    assert {slot for need in listed(row["needs"]) for slot in need.split("/")} <= set(SLOTS)
    for cell in ("rest_en", "zh", "nobody_en", "nobody_zh"):
        keys = [key for slot in re.findall(r"\{(.*?)\}", row[cell]) for key in slot.split("/")]
        assert {key for key in keys if key.isascii() and key.isupper()} <= set(SLOTS)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(("type_", "mode"), event_types())
def test_every_code_of_plover_has_a_headline_without_holes(type_, mode, status):
    bare = {"actors": ("RUS GOV",), "recipients": (), "rule": "X.form subject", "trigger": "x"}
    for parts in ({}, {"recipients": ("UKR GOV",)}, {"place": "Kyiv"}, {"topics": ("grain",)}):
        found = label(mention(type_, mode, status=status, speaker="USA GOV", **{**bare, **parts}))
        for text in (found.en, found.zh):
            assert not set("{}[]|") & set(text)
            assert text == " ".join(text.split())
        assert "Russia" in found.en
        assert "俄" in found.zh


def test_whether_it_happened_can_be_seen_in_a_headline():
    told = {status: label(mention(status=status, speaker="UKR GOV")).en for status in STATUSES}
    assert told["happened"] == told["ongoing"] == "Russian forces attack Ukraine"
    assert told["planned"] == "Russian forces to attack Ukraine"
    assert told["denied"] == "Denied: Russian forces attack Ukraine"
    assert told["claimed"] == "Ukraine: Russian forces attack Ukraine"
    chinese = {status: label(mention(status=status, speaker="UKR GOV")).zh for status in STATUSES}
    assert len(set(chinese.values())) == 5  # what goes on is told like what happened


def test_a_headline_without_an_author_begins_with_what_was_hit():
    told = mention("ASSAULT", "heavy-weapons", actors=(), place="Kharkiv", trigger="炮击")
    assert label(told).en.startswith("Kharkiv")
    assert label(told).zh.startswith("哈尔科夫")


def test_an_announced_reprisal_is_no_plan_to_threaten():
    told = mention("THREATEN", "expel", status="planned", rule="SANCTION.expel.x subject")
    assert "to warn" not in label(told).en
    assert "to threaten" not in label(told).en


def test_one_acts_and_several_act():
    assert " hold " in label(mention("CONSULT", actors=("EU IGO", "NATO IGO"))).en
    assert " holds " in label(mention("CONSULT", actors=("EU IGO",))).en


def test_beside_a_person_his_government_is_not_named_again():
    told = mention("CONSULT", "phone", actors=("USA GOV Joe Biden", "USA GOV"))
    assert label(told).en == "Biden phones Ukraine"
    told = mention("CONSULT", "phone", actors=("USA GOV White House", "USA GOV"))
    assert label(told).en == "White House phones Ukraine"


def test_more_than_three_names_are_counted():
    actors = ("USA GOV", "GBR GOV", "FRA GOV")
    assert label(mention(actors=actors)).en.startswith("US, UK and France ")
    more = label(mention(actors=(*actors, "DEU GOV", "POL GOV")))
    assert more.en.startswith("US, UK and 3 others ")
    assert more.zh.startswith("美国、英国等")


@pytest.mark.parametrize(
    ("low", "high", "unit", "en", "zh"),
    [
        (3, 3, "item", "3", "3"),
        (3, 5, "km", "3–5 km", "3–5公里"),
        (1e6, None, "person", "over 1,000,000", "超过1,000,000"),
        (None, 60, "percent", "up to 60%", "至多60%"),
        (None, None, "person", "", ""),
        (12, 12, "USD", "12", "12"),
    ],
)
def test_a_figure_is_told_within_its_bounds(low, high, unit, en, zh):
    assert (bounds(low, high, unit, "en"), bounds(low, high, unit, "zh")) == (en, zh)


def test_a_place_without_a_chinese_name_stays_as_it_is():
    assert place_name("Ukraine's border") == "乌克兰边境"
    assert place_name("Atlantis region") == "Atlantis region"
    assert place_name("") == ""


def test_a_long_headline_is_shortened_until_it_fits():
    actors = ("RUS MIL Defence Ministry", "BLR GOV Alexander Lukashenko", "CHN GOV Xi Jinping")
    told = mention(actors=actors, recipients=("UKR GOV Volodymyr Zelenskyy",), place="Kharkiv")
    assert len(label(told).en) <= 48
    assert len(label(told).zh) <= 20


def test_chinese_names_a_state_in_full_where_there_is_room():
    short = {"actors": ("USA GOV",), "recipients": ("RUS GOV",)}
    assert label(mention("CONSULT", "phone", **short)).zh == "美国与俄罗斯通话"
    long = {**short, "actors": ("USA GOV", "BLR GOV"), "place": "Brussels"}
    found = label(mention("CONSULT", "", trigger="会谈", **long)).zh
    assert found == "美国和白俄罗斯在布鲁塞尔与俄会谈"


def test_where_two_do_the_same_to_each_other_neither_is_named_twice():
    both = ("RUS GOV", "UKR GOV")
    found = label(mention("ACCUSE", "allege", actors=both, recipients=both))
    assert (found.en, found.zh) == (
        "Russia and Ukraine accuse each other",
        "俄罗斯和乌克兰指责对方",
    )


def test_what_somebody_claims_of_himself_names_him_once():
    own = {"actors": ("UKR MIL",), "speaker": "UKR MIL", "status": "claimed"}
    found = label(mention(place="Tokmak", recipients=(), **own))
    assert (found.en, found.zh) == ("Ukrainian forces claim to attack Tokmak", "乌军称袭击托克马克")


def test_a_place_that_is_a_party_is_not_named_beside_it():
    told = mention("CONSULT", "visit", trigger="会晤", place="Ukraine")
    assert label(told).en == "Russian forces meet Ukraine"


def test_a_word_of_a_row_begins_a_word_of_the_trigger():
    told = mention("CONCEDE", trigger="conceded", topics=("grain",))
    assert "territory" not in label(told).en
    assert "territory" in label(mention("CONCEDE", trigger="ceded")).en
