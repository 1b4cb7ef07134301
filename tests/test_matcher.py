"""The matcher against its definition: leftmost, then longest, none overlapping, whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon import Matcher

#: few letters of either script, a digit and a space, so that forms meet, nest and overlap
FORMS = st.text("ab1 中美方", min_size=1, max_size=4).filter(lambda form: form == form.strip())
TEXTS = st.text("ab1 中美方", max_size=24)


def defined(forms: set[str], text: str) -> list[tuple[int, int, str]]:
    """What a matcher finds, said slowly."""

    def latin(at: int) -> bool:
        return 0 <= at < len(text) and text[at].isalnum() and text[at] < "⺀"

    found, at = [], 0
    while at < len(text):
        here = [
            form
            for form in forms
            if text.startswith(form, at)
            and not (latin(at - 1) and latin(at))
            and not (latin(at + len(form) - 1) and latin(at + len(form)))
        ]
        if here:
            longest = max(here, key=len)
            found.append((at, at + len(longest), longest))
            at += len(longest)
        else:
            at += 1
    return found


@given(st.sets(FORMS, min_size=1, max_size=8), TEXTS)
def test_a_matcher_finds_the_leftmost_and_of_these_the_longest(forms: set[str], text: str) -> None:
    assert Matcher((form, form) for form in forms).find(text) == defined(forms, text)


@pytest.mark.parametrize(
    ("forms", "text", "found"),
    [
        # a form that begins inside one kept and reaches over the next takes the place of neither
        ("中美方|国人|方，国人们", "中美方，国人们", ["中美方", "国人"]),
        ("中美方|美方中国|方中", "中美方中国", ["中美方"]),
        # one that begins before several kept takes the place of all
        ("美|方|中美方国", "中美方国", ["中美方国"]),
        ("US|USED", "USED US UST", ["USED", "US"]),
    ],
)
def test_forms_that_overlap(forms: str, text: str, found: list[str]) -> None:
    assert [form for _, _, form in Matcher((f, f) for f in forms.split("|")).find(text)] == found


def test_what_adjoins_a_part_of_a_text_still_tells_whether_a_word_is_whole() -> None:
    assert Matcher([("US", "US")]).find("the USA", 4, 6) == []
    assert Matcher([("US", "US")]).find("the US", 4, 6) == [(4, 6, "US")]


def test_a_form_that_is_given_twice_is_told() -> None:
    with pytest.raises(ValueError, match="'US' is given twice"):
        Matcher([("US", 1), ("US", 2)])


def test_without_forms_nothing_is_found() -> None:
    assert Matcher([]).find("the US") == []
