"""Which names are places, by examples and by the tables themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.entities import find_parties, find_places, names
from corpus.entities.forms import GAZETTEERS
from corpus.entities.places import capitals
from corpus.entities.states import states
from corpus.lexicon import Row, listed, table

CASES = Path(__file__).parent / "cases" / "places.tsv"

_WORDS = "在 从 基辅 莫斯科 乌克兰 边境 地区 街头 、 ， 首都 占领 之际 in Kyiv the border of to"
_STRUNG = st.lists(st.sampled_from([*_WORDS.split(), " "]), max_size=16).map("".join)


def _cases() -> list[object]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    marks = {"ok": (), "xfail": pytest.mark.xfail}
    return [
        pytest.param(language, text, places, marks=marks[status], id=text[:40])
        for language, text, places, status, _ in rows
    ]


@pytest.mark.parametrize(("language", "text", "places"), _cases())
def test_every_place_of_a_sentence_is_found(language: str, text: str, places: str) -> None:
    found = find_places(text, language)
    assert [f"{place.surface}={place.name}" for place in found] == list(listed(places))


@given(st.one_of(_STRUNG, st.text()), st.sampled_from(["zh", "en"]))
def test_a_place_is_where_it_says_and_no_party(text: str, language: str) -> None:
    found = find_places(text, language)
    taken = {(party.start, party.end) for party in find_parties(text, language, None)}
    for place in found:
        assert text[place.start : place.end] == place.surface
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180
        assert place.country in states() or place.country == ""
        assert (place.start, place.end) not in taken


def test_crimea_lies_in_ukraine() -> None:
    assert [place.country for place in find_places("in Crimea and Sevastopol", "en")] == [
        "UKR",
        "UKR",
    ]


def test_a_state_as_a_place_has_the_point_of_its_capital() -> None:
    (place,) = find_places("The war in Ukraine goes on.", "en")
    assert (place.latitude, place.longitude) == capitals()["UKR"]


def test_a_place_has_one_row_and_a_form_names_one_place() -> None:
    rows = [row for name in GAZETTEERS for row in table(name)]
    known: dict[str, set[str]] = {}
    for row in rows:
        for form in _forms(row):
            known.setdefault(form, set()).add(row["name_en"])
    known.pop("", None)
    assert {form: places for form, places in known.items() if len(places) > 1} == {}
    assert len({row["name_en"] for row in rows}) == len(rows)


def _forms(row: Row) -> tuple[str, ...]:
    return (
        row["name_en"],
        row["name_zh"],
        *listed(row["forms_en"]),
        *listed(row["forms_zh"]),
    )


def test_no_city_of_the_world_has_the_name_of_a_state_or_a_party() -> None:
    taken = {form for state in states().values() for form in (*state.names, *state.adjectives)}
    taken |= {form for row in table("parties.tsv") for form in _forms(row)} - {""}
    assert [row["name_en"] for row in table("cities.tsv") if taken & {*_forms(row)}] == []


def test_a_state_has_one_capital_and_a_metonym_is_a_party_with_names() -> None:
    rows = [row for name in GAZETTEERS for row in table(name)]
    seats = [row["country"] for row in rows if row["capital"]]
    assert len(seats) == len(set(seats))
    for row in table("places.tsv"):
        if row["metonym"]:
            assert names(row["metonym"]).zh
