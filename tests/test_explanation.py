"""The one line that explains a mention names words, rule, and what was not stated but inferred."""

from __future__ import annotations

from datetime import date

import pytest

from corpus import find_events, why

DAY = date(2022, 6, 15)


def lines(text: str) -> list[str]:
    return [why(mention, text) for mention in find_events(text, DAY)]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "The Armenian defence ministry told Reuters on Monday that Azerbaijan had not"
            " shelled the town of Goris.",
            [
                'ASSAULT/heavy-weapons from "shelled"',
                'from "Azerbaijan"',
                '2022-06-13 relative from "Monday"',
                'denied: "not"',
                'from "Armenian defence ministry"',
                'passed on by Reuters from "Reuters"',
            ],
        ),
        (
            "烏軍週日聲稱擊落了三架俄軍飛機。",
            ['from "擊落"', 'from "烏軍"', 'from "俄軍飛機"', 'from "週日"', 'claimed: "聲稱"'],
        ),
        (
            "Two people were killed in Kharkiv.",
            ["actor not stated", "2022-06-15 publication (not stated: news of the day"],
        ),
    ],
)
def test_it_names_the_words_behind_every_part(text, steps):
    [line] = lines(text)
    assert "\n" not in line
    for step in steps:
        assert step in line


def test_what_stands_in_an_earlier_sentence_is_called_inferred():
    told = lines("Poland met with Lithuania in Vilnius. It expelled five Belarusian diplomats.")
    assert 'from "Poland" (inferred: told before)' not in told[0]
    assert 'from "Poland" (inferred: told before)' in told[1]
