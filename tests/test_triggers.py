"""Every row of the trigger tables shows by an example what it is for, and the example holds."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from corpus.coding import find_events
from corpus.coding.vocabulary import LANGUAGES, event_types
from corpus.lexicon import listed, table
from corpus.model import STATUSES, Mention

#: a Wednesday: what every example is published on
DAY = date(2022, 6, 15)
FRAMES = {"act", "meet", "with", "drill", "must", "passive"}
TRAITS = {
    "noun",
    "content",
    "threat",
    "standing",
    "force",
    "speech-only",
    "denied",
    "lasting",
    "none",
    "carried",
    "doer",
    "strict",
    "about",
    "own",
}
#: examples that the coder does not yet read as their row says, by the example, with the reason
FAULTS = {
    "美俄双方都认为继续外交进程很重要。": "what both hold important is said, and is not under way",
}


def examples() -> list[Any]:
    return [
        pytest.param(
            language,
            row,
            id=f"{language}-{row['type']}-{row['forms'].partition('|')[0]}",
            marks=[pytest.mark.xfail(reason=FAULTS[row["example"]])]
            if row["example"] in FAULTS
            else [],
        )
        for language in LANGUAGES
        for row in table(f"triggers_{language}.tsv")
    ]


def told(mention: Mention) -> str:
    """A mention as the tables write it: ``TYPE/mode actors>recipients status``."""
    code = f"{mention.type}/{mention.mode}" if mention.mode else mention.type
    sides = (dict.fromkeys(c.split()[0] for c in s) for s in (mention.actors, mention.recipients))
    return f"{code} {'>'.join(','.join(side) for side in sides)} {mention.status}"


def name(row: dict[str, str]) -> str:
    """How `Mention.rule` names a row: by its code and its first form."""
    form = row["forms"].partition("|")[0].replace("~", "")
    return ".".join(filter(None, (row["type"], row["mode"], form)))


@pytest.mark.parametrize(("language", "row"), examples())
def test_the_example_of_a_row_is_told_by_that_row_as_the_table_expects(language, row):
    found = [
        (m.rule.rpartition(" ")[0], told(m)) for m in find_events(row["example"], DAY, language)
    ]
    assert (name(row), row["expected"]) in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_a_code_a_frame_and_traits_that_the_coder_knows(language):
    for row in table(f"triggers_{language}.tsv"):
        assert (row["type"], row["mode"]) in event_types(), row
        assert row["frame"] in FRAMES, row
        traits = {trait for trait in listed(row["traits"]) if not trait.startswith("to=")}
        assert traits <= TRAITS, row
        assert row["expected"].rpartition(" ")[2] in STATUSES, row
        contexts = listed(row["needs"]) + listed(row["unless"])
        assert all(context.strip("<>_") for context in contexts), row


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_rows_have_the_same_name(language):
    names = [name(row) for row in table(f"triggers_{language}.tsv")]
    assert [each for each, count in Counter(names).items() if count > 1] == []


def test_every_fault_that_is_listed_is_an_example():
    examples = {row["example"] for code in LANGUAGES for row in table(f"triggers_{code}.tsv")}
    assert set(FAULTS) <= examples


def test_the_chinese_table_has_a_row_for_every_type_and_mode():
    told = {(row["type"], row["mode"]) for row in table("triggers_zh.tsv")}
    modes = {code for code in event_types() if code[1]}
    assert modes - told == set()
    assert {type_ for type_, _ in told} == {type_ for type_, _ in event_types()}
    assert len(table("triggers_zh.tsv")) >= 500
