"""Clauses, conditions and quotations of one sentence, and what is found in it."""

from __future__ import annotations

import pytest

from coding import sentence, spanned

CLAUSES = [
    ("zh", "拜登说，俄军撤退；普京否认。", ["拜登说", "俄军撤退", "普京否认"]),
    ("zh", "俄军撤退──基辅不信", ["俄军撤退", "基辅不信"]),
    (
        "en",
        "Russia, which lost 1,200 men, withdrew.",
        ["Russia", " which lost 1,200 men", " withdrew."],
    ),
    ("en", "Talks began at 14:30: Kyiv came", ["Talks began at 14:30", " Kyiv came"]),
    ("en", "Kyiv agreed but Moscow refused", ["Kyiv agreed", "but Moscow refused"]),
    ("en", "Kyiv agreed - Moscow refused", ["Kyiv agreed", "Moscow refused"]),
    ("zh", "俄罗斯部署了1,200名士兵", ["俄罗斯部署了1,200名士兵"]),
    ("zh", "俄军14:30进攻", ["俄军14:30进攻"]),
    ("en", "The U.S. forces left", ["The U.S. forces left"]),
]


@pytest.mark.parametrize(("language", "text", "clauses"), CLAUSES)
def test_a_sentence_is_cut_into_clauses_at_its_marks(language, text, clauses):
    found = sentence(text, language)
    assert [text[c.start : c.end] for c in found.clauses] == clauses
    for index, clause in enumerate(found.clauses):
        assert {found.clause_at(at) for at in range(clause.start, clause.end)} == {index}


def test_an_if_reaches_to_the_end_of_its_clause_and_any_back_to_its_beginning():
    text = "拜登说，如果俄军进攻，美国将回应"
    found = sentence(text)
    assert [text[c.start : c.end] for c in found.conditions] == ["如果俄军进攻"]
    assert found.supposed(text.index("进攻"))
    assert not found.supposed(text.index("回应"))
    text = "对乌克兰发动任何新的侵略，都有代价"
    found = sentence(text)
    assert [text[c.start : c.end] for c in found.conditions] == ["对乌克兰发动任何新的侵略"]


def test_an_english_if_behind_its_consequence_supposes_only_what_follows_it():
    text = "Britain would respond if Russia invades Ukraine"
    found = sentence(text, "en")
    assert [text[c.start : c.end] for c in found.conditions] == ["if Russia invades Ukraine"]


def test_direct_speech_is_quoted_and_a_word_in_quotation_marks_is_not():
    text = "他说，“我们准备好了，明天就走。”这是“特别行动”。"
    found = sentence(text)
    assert [text[q.start : q.end] for q in found.quotations] == ["“我们准备好了，明天就走。”"]
    assert found.quoted(text.index("准备"))
    assert not found.quoted(text.index("特别"))


def test_a_quotation_that_never_ends_reaches_to_the_end_of_the_sentence():
    text = 'He said: "we are ready to go'
    [found] = sentence(text, "en").quotations
    assert (found.start, found.end) == (9, len(text))


def test_the_dateline_of_a_newsroom_gives_its_day_and_no_party():
    text = "【大纪元2022年01月21日讯】俄军撤退"
    found = sentence(text)
    assert (found.start, found.opens) == (text.index("俄军"), True)
    assert [party.surface for party in found.parties] == ["俄军"]
    assert [time.surface for time in found.times] == ["2022年01月21日"]


def test_triggers_are_found_in_any_letter_case_with_all_the_rows_that_share_them():
    text = "RUSSIA SENT MISSILES AND TROOPS"
    [(start, end, rows)] = sentence(text, "en").triggers
    assert text[start:end] == "SENT"
    assert {"AID", "MOBILIZE"} <= {row.type for row in rows}


def test_a_cue_is_looked_for_only_between_two_positions():
    text = "俄军没有撤退，乌军撤退"
    found = sentence(text)
    assert found.find("negation", *place_of(text, "俄军没有撤退")) is not None
    assert found.find("negation", *place_of(text, "乌军撤退")) is None


def place_of(text: str, words: str) -> tuple[int, int]:
    span = spanned(text, words)
    return span.start, span.end


def test_a_language_without_rules_of_its_own_is_cut_like_english():
    assert sentence("Kyiv agreed, Moscow refused", "und").language == "en"
