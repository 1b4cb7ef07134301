"""Verbs tell an act behind a subject, nouns where a verb carries them or says they took place."""

from __future__ import annotations

import pytest

from coding import sentence, spanned
from corpus.coding.finite import tells
from corpus.coding.vocabulary import triggers


def told(text: str, word: str) -> bool:
    whole = sentence(text, "en")
    at = spanned(text, word)
    rows = next(rows for start, _, rows in triggers("en").find(text.lower()) if start == at.start)
    return any(tells(whole, row, at) for row in rows)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("France condemns Mali.", "condemns", True),
        ("France and Italy condemn Mali.", "condemn", True),
        ("France will condemn Mali.", "condemn", True),
        ("France, which condemns Mali, left.", "condemns", True),
        ("He can condemn Mali.", "condemn", False),
        ("The ministers of France in anger condemn Mali.", "condemn", False),
        ("a letter condemning Mali", "condemning", True),
        ("its condemning Mali was new", "condemning", False),
        ("The police have condemned Mali.", "condemned", True),
    ],
)
def test_a_form_that_may_be_a_noun_or_no_act_needs_a_subject(text, word, expected):
    assert told(text, word) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Mali launched an offensive.", "offensive", True),
        ("The offensive began at dawn.", "offensive", True),
        ("The offensive of 3 May failed.", "offensive", True),
        ("They answered with an attack on Gao.", "attack", True),
        ("They paid for the offensive.", "offensive", False),
        ("An attack could come.", "attack", False),
        ("The Battle of Moons is a film.", "Battle", False),
        ("Rebels were attacked.", "attacked", True),
    ],
)
def test_a_noun_needs_a_carrier_a_date_or_word_that_it_took_place(text, word, expected):
    assert told(text, word) is expected
