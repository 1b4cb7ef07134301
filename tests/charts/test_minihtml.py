"""Text of articles is shown, never obeyed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.charts.minihtml import article_card, hover_card, safe, styled
from corpus.charts.records import Card
from tests.charts.samples import article, item

HOSTILE = '<img src=x onerror="alert(1)"> <a href="javascript:1">&lt;</a> $x^2$ %{y} <br>'
OURS = re.compile(r"</?b>|</?i>|<br>|</span>|<span style=\"[^\"<>]*\">")


@given(st.text())
def test_nothing_of_a_text_survives_as_markup_entity_or_tex(text):
    found = safe(text)
    assert "<" not in found
    assert ">" not in found
    assert "$" not in found
    assert "\n" not in found
    for entity in re.findall(r"&[^;]{0,6};?", found):
        assert entity in ("&lt;", "&gt;", "&amp;", "&#36;")


def test_a_hostile_event_makes_a_card_of_plain_text():
    card = Card(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    for text in (
        hover_card(item("e", "2022-01-21", label=HOSTILE, card=card)),
        article_card(article("2022-01-21", HOSTILE), "en"),
        styled(HOSTILE, 12),
    ):
        rest = OURS.sub("", text)
        assert "<" not in rest
        assert "$" not in rest


def test_the_card_says_what_when_who_quote_and_source_in_this_order():
    card = Card("21 Jan 2022 · happened", "Blinken → Lavrov", "“统一、迅速”", "Epoch Times")
    lines = OURS.sub("|", hover_card(item("e", "2022-01-21", label="A talk", card=card)))
    assert [part for part in lines.split("|") if part] == [
        "A talk",
        "21 Jan 2022 · happened",
        "Blinken → Lavrov",
        "“统一、迅速”",
        "Epoch Times",
    ]


def test_a_card_leaves_out_what_it_does_not_know():
    assert hover_card(item("e", "2022-01-21", label="A talk")).count("<br>") == 0


def test_long_quotes_are_broken_into_lines():
    card = Card(quote="A long sentence of the article. " * 12)
    assert hover_card(item("e", "2022-01-21", card=card)).count("<br>") >= 4
