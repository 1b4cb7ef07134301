"""Parties that no table knows: names and agents are found, things and known parties are not."""

from __future__ import annotations

import pytest

from coding import sentence
from corpus.coding.strangers import strangers
from corpus.entities.codes import sectors
from corpus.lexicon import table


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    slots = strangers(sentence(text, language), 0, len(text))
    return [(slot.codes[0], slot.role) for slot in slots]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Murungu has left.", [("UNK Jane Murungu", "")]),
        ("The Blue Lantern was banned.", [("UNK Blue Lantern", "")]),
        ("Murungu criticised the mayor.", [("UNK Murungu", ""), ("GOV", "")]),
        ("They were beaten by two policemen.", [("COP", "by")]),
        ("The rebels talked with Jane Murungu.", [("REB", ""), ("UNK Jane Murungu", "with")]),
        ("The mayor's office was raided.", [("GOV", "of")]),
        ("He fired at the demonstrators.", [("CVL", "to")]),
        ("They marched through the villagers.", [("CVL", "at")]),
    ],
)
def test_names_and_agents_are_found_with_the_role_that_a_preposition_gives(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Inflation rose.",
        "Critically, it failed.",
        "It ended with the Cold War.",
        "They sold Leopard tanks.",
        "Germany attacked its own troops.",
        "It happened in March.",
        "GET OUR NEWSLETTER.",
        "a street of stone",
    ],
)
def test_things_dates_and_known_parties_are_no_strangers(text):
    assert found(text) == []


def test_other_languages_are_left_to_their_own_rules():
    assert found("警察逮捕了三名学生。", "zh") == []


def test_every_agent_has_a_sector_that_plover_knows_and_stands_once():
    words = [word for row in table("agents_en.tsv") for word in row["words"].split("|")]
    assert len(set(words)) == len(words)
    assert {row["sector"] for row in table("agents_en.tsv")} - {"-"} <= sectors()
