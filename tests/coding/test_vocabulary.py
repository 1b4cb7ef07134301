"""The tables of the coder, compiled: rows that share a form, cues as whole words, inflections."""

from __future__ import annotations

import pytest

from corpus.coding.vocabulary import LANGUAGES, cue, event_types, sayings, triggers
from corpus.lexicon import listed, table


def test_a_form_carries_all_rows_that_share_it_in_the_order_of_the_table():
    [(_, _, rows)] = triggers("zh").find("呼吁")
    assert [row.mode for row in rows] == ["yield", "meet", "assist", "change"]


def test_of_two_forms_at_one_place_the_longer_is_found():
    [(start, end, [row])] = triggers("zh").find("举行联合军演")
    assert (start, end, row.type) == (2, 6, "COOPERATE")


@pytest.mark.parametrize("word", ["accuse", "accuses", "accused", "accusing"])
def test_a_regular_verb_is_found_in_all_its_forms(word):
    assert [rows[0].type for *_, rows in triggers("en").find(word)] == ["ACCUSE"]


@pytest.mark.parametrize("word", ["vow", "vows", "vowed", "call on", "calls on", "called on"])
def test_a_verb_with_a_particle_or_without_an_e_is_inflected_too(word):
    assert [(start, end) for start, end, _ in triggers("en").find(word)] == [(0, len(word))]


def test_an_english_trigger_is_a_whole_word():
    assert triggers("en").find("metal") == []


def test_a_cue_prefers_its_longest_form_and_english_ones_are_whole_words():
    assert cue("negation", "zh").search("他不会").group() == "不会"
    assert cue("to", "en").search("together") is None
    assert cue("to", "en").search("toward them").group() == "toward"


def test_verbs_of_saying_tell_their_stance():
    assert [stance for *_, stance in sayings("zh").find("莫斯科声称")] == ["claims"]
    assert [stance for *_, stance in sayings("en").find("tass reported")] == ["reports"]


def test_scores_agree_with_the_quad_class():
    for (type_, mode), found in event_types().items():
        assert 0 < found.score <= 10 or (-10 <= found.score <= 0 and found.quad_class > 2)
        assert found.quad_class < 4 or found.score < 0, (type_, mode)
        assert found.quad_class == event_types()[(type_, "")].quad_class, (type_, mode)


@pytest.mark.parametrize(
    ("kind", "language", "form"),
    [
        pytest.param(
            row["kind"],
            row["language"],
            form,
            marks=[pytest.mark.xfail(reason="no word ends at a comma")] if form[-1] == "," else [],
        )
        for row in table("cues.tsv")
        for form in listed(row["forms"])
    ],
)
def test_every_cue_is_found_among_other_words(kind, language, form):
    assert cue(kind, language).search(f"on {form} it") is not None


def test_every_kind_of_cue_has_words_in_every_language():
    for kind in {row["kind"] for row in table("cues.tsv")}:
        for language in LANGUAGES:
            assert cue(kind, language).search("") is None, (kind, language)
