"""Each part of a mention points to the words that it was read from, wherever they stand."""

from __future__ import annotations

import pytest

from corpus.coding import code, find_events
from corpus.model import Block, Mention
from corpus.times import tag
from tests.coding import DAY, only


def words(text: str, mention: Mention) -> list[tuple[str, str, str]]:
    return [(part.role, part.value, text[part.start : part.end]) for part in mention.parts]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "The British foreign minister will visit Ankara on Friday.",
            "visit",
            [
                ("actor", "GBR GOV Liz Truss", "British foreign minister"),
                ("status", "planned", "will"),
                ("place", "Ankara", "Ankara"),
                ("recipient", "TUR GOV", "Ankara"),
                ("time", "2022-06-17", "Friday"),
            ],
        ),
        (
            "Drones struck a fuel depot in Odesa yesterday.",
            "Drones struck",
            [
                ("place", "Odesa", "Odesa"),
                ("recipient", "UKR", "Odesa"),
                ("time", "2022-06-14", "yesterday"),
            ],
        ),
        (
            "Syria said Turkey had not shelled Aleppo.",
            "shelled",
            [
                ("speaker", "SYR", "Syria"),
                ("actor", "TUR MIL", "Turkey"),
                ("status", "denied", "not"),
                ("place", "Aleppo", "Aleppo"),
                ("recipient", "SYR", "Aleppo"),
            ],
        ),
        (
            "周一，波兰外长指责白俄罗斯挑衅。",
            "指责",
            [
                ("time", "2022-06-13", "周一"),
                ("actor", "POL GOV Zbigniew Rau", "波兰外长"),
                ("recipient", "BLR GOV", "白俄罗斯"),
            ],
        ),
        (
            "烏軍週日聲稱擊落了三架俄軍飛機。",
            "擊落",
            [
                ("actor", "UKR MIL", "烏軍"),
                ("speaker", "UKR MIL", "烏軍"),
                ("time", "2022-06-12", "週日"),
                ("status", "claimed", "聲稱"),
                ("recipient", "RUS MIL", "俄軍飛機"),
            ],
        ),
        (
            "日本警告说，如果中国入侵台湾，将实施制裁。",
            "制裁",
            [
                ("actor", "JPN GOV", "日本"),
                ("speaker", "JPN", "日本"),
                ("status", "conditional", "如果"),
                ("recipient", "CHN GOV", "中国"),
            ],
        ),
    ],
)
def test_parts_are_quoted_in_the_order_of_the_text(text, trigger, expected):
    assert words(text, only(text, trigger)) == expected


def test_who_is_left_out_is_quoted_from_where_he_was_named():
    text = "Poland met with Lithuania in Vilnius. It expelled five Belarusian diplomats on Sunday."
    assert words(text, only(text, "expelled")) == [
        ("actor", "POL GOV", "Poland"),
        ("recipient", "BLR GOV", "Belarusian diplomats"),
        ("time", "2022-06-12", "Sunday"),
    ]


def test_a_pronoun_stands_with_the_code_that_it_was_resolved_to():
    text = "普京周一抵达北京。他与习近平举行了会谈。"
    assert words(text, only(text, "会谈"))[1:] == [
        ("actor", "RUS GOV Vladimir Putin", "他"),
        ("recipient", "CHN GOV Xi Jinping", "习近平"),
    ]


def test_who_is_pressed_is_quoted_with_the_demand():
    text = "法国向波兰施压，要求撤军。"
    [demand] = find_events(text, DAY)
    assert ("recipient", "POL GOV", "波兰") in words(text, demand)


def test_a_day_that_governs_the_passage_is_quoted_from_the_sentence_that_gives_it():
    text = "On 10 June, Hungary met with Serbia. Hungary thanked Serbia."
    thanked = only(text, "thanked")
    assert thanked.date_basis == "context"
    assert words(text, thanked)[0] == ("time", "2022-06-10", "10 June")


def test_the_day_of_publication_and_an_author_whom_nobody_names_have_no_words():
    told = only("Shelling killed two people in Kharkiv.", "Shelling")
    assert told.date_basis == "publication"
    assert [part.role for part in told.parts] == ["recipient", "place"]


def test_a_title_is_dated_by_words_of_its_text():
    text = "Estonia expelled Russian diplomats\n\nEstonia expelled Russian diplomats on 9 June."
    middle = text.index("\n")
    blocks = [
        Block("title", 0, middle, "en"),
        Block("paragraph", middle + 2, len(text), "en"),
    ]
    title, _ = code(text, blocks, tag(text, blocks, DAY), DAY)
    assert title.date_basis == "context"
    assert words(text, title)[-1] == ("time", "2022-06-09", "9 June")
