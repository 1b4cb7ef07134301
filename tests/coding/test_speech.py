"""Who says so: the verb of saying, the party that says it, and how far its voice reaches."""

from __future__ import annotations

from typing import Any

import pytest

from coding import CASES, DAY, only, sentence
from corpus.coding import find_events
from corpus.coding.discourse import Discourse
from corpus.coding.roles import slots
from corpus.coding.speech import Saying, voice_of, voices
from corpus.lexicon import rows_of

PUTIN, BIDEN = "RUS GOV Vladimir Putin", "USA GOV Joe Biden"


def heard(text: str, language: str = "zh", spoke: str = "") -> list[tuple[str, str, str]]:
    told = Discourse(speaker=spoke)
    seen = sentence(text, language)
    return [
        (text[voice.start : voice.end], voice.speaker, voice.stance)
        for voice in voices(seen, slots(seen, told, ""), told)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "普京说，俄军撤退。", [("说", PUTIN, "says")]),
        ("zh", "普京声称，俄军撤退。", [("声称", PUTIN, "claims")]),
        ("zh", "莫斯科承认，俄军撤退。", [("承认", "RUS GOV", "admits")]),
        ("zh", "路透社援引普京的话", [("援引", PUTIN, "says")]),
        ("en", "Putin said the army left.", [("said", PUTIN, "says")]),
        ("en", "The army left, said Putin.", [("said", PUTIN, "says")]),
        ("en", "Joe Biden, who met Putin, said so.", [("said", BIDEN, "says")]),
        ("en", "The wheat of Russia said nothing.", [("said", "", "says")]),
    ],
)
def test_the_subject_of_a_verb_of_saying_speaks(language, text, expected):
    assert heard(text, language) == expected


def test_what_stands_in_direct_speech_is_no_saying_of_the_article():
    assert heard("普京说，“拜登说过他不会回应我们。”") == [("说", PUTIN, "says")]


def test_who_speaks_on_without_a_name_is_who_spoke_last():
    assert heard("此外还指出，“局势正在恶化，非常危险。”", spoke=BIDEN) == [("指出", BIDEN, "says")]
    # a new paragraph without a quotation has a voice of its own
    assert heard("此外还指出局势恶化。", spoke=BIDEN) == [("指出", "", "says")]


def test_of_two_voices_before_an_act_the_inner_one_tells_it():
    text = "路透社报道说，普京表示，俄军撤退。"
    inner = voice_of(
        sentence(text), (Saying(0, 6, "R", "reports"), Saying(9, 11, "P", "says")), 14, ""
    )
    assert inner.speaker == "P"


def test_a_voice_does_not_reach_back_unless_what_it_follows_is_quoted():
    text = "俄军撤退，普京说。"
    voice = (Saying(7, 8, PUTIN, "says"),)
    assert voice_of(sentence(text), voice, 2, "").speaker == ""
    text = "“俄军撤退了，一个不留。”普京说。"
    assert voice_of(sentence(text), (Saying(14, 15, PUTIN, "says"),), 3, "").speaker == PUTIN


def test_a_sentence_that_is_all_quotation_goes_on_with_the_voice_before_it():
    text = "拜登周一说，局势严峻。“俄军周日袭击了敖德萨的港口。”"
    assert only(text, "袭击").speaker == BIDEN


def test_the_narration_of_an_article_has_no_speaker():
    assert only("俄军周日袭击了敖德萨。", "袭击").speaker == ""


def test_one_saying_does_not_reach_into_the_next_sentence():
    text = "普京周一说，俄军撤退。俄军袭击了敖德萨。"
    assert [m.speaker for m in find_events(text, None) if m.trigger == "袭击"] == [""]


def quoted() -> list[Any]:
    """The rows of the table of nested voices."""
    return [
        pytest.param(
            row,
            id=row["sentence"],
            marks=[pytest.mark.xfail(reason=row["xfail"])] if row["xfail"] else [],
        )
        for row in rows_of(CASES / "voices.tsv")
    ]


@pytest.mark.parametrize("row", quoted())
def test_who_passes_words_on_is_told_apart_from_who_said_them(row):
    found = find_events(row["sentence"], DAY, row["language"])
    assert {(mention.speaker, mention.via) for mention in found} == {(row["speaker"], row["via"])}
    for mention in found:
        named = {part.role: part.value for part in mention.parts}
        assert (named.get("speaker", ""), named.get("via", "")) == (row["speaker"], row["via"])


def test_an_article_that_holds_something_is_not_whoever_spoke_last():
    text = "拜登周一说，局势严峻。文章认为，俄军周日袭击了敖德萨。"
    assert only(text, "袭击").speaker == ""
    assert only(text.replace("文章", "他"), "袭击").speaker == BIDEN
