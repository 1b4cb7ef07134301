"""Whether a row counts: what has to stand around its word, what must not, mere nouns, names."""

from __future__ import annotations

import pytest

from coding import DAY, sentence, spanned
from corpus.coding import find_events
from corpus.coding.conditions import applies, named
from corpus.coding.vocabulary import triggers


def counts(text: str, word: str) -> bool:
    """True if any row of a word counts in a sentence."""
    seen = sentence(text)
    at = spanned(text, word)
    rows = next(rows for start, _, rows in seen.triggers if start == at.start)
    return any(applies(row, seen, at) for row in rows)


@pytest.mark.parametrize(
    ("text", "word", "applied"),
    [
        ("德国向乌克兰提供坦克", "提供", True),
        ("坦克很多，德国向乌克兰提供牛奶", "提供", False),
        ("德国把坦克移交乌克兰", "移交", True),
        ("拜登访问基辅", "访问", True),
        ("网站访问量很大，拜登很高兴", "访问", False),
        ("俄军集结", "集结", True),
        ("俄军集结地", "集结", False),
        ("马克龙关于乌克兰攻击俄罗斯的立场很重要", "攻击", False),
        ("乌克兰就停火问题攻击俄罗斯", "攻击", True),
        ("该法受到普京政府镇压媒体的启发", "镇压", False),
        ("俄罗斯政府镇压媒体", "镇压", True),
    ],
)
def test_words_are_asked_for_before_or_behind_in_the_clause_and_barred_beside(text, word, applied):
    assert counts(text, word) is applied


@pytest.mark.parametrize(
    ("text", "word", "applied"),
    [
        ("德国对俄罗斯的批评没有效果", "批评", False),
        ("德国对俄罗斯的严厉批评没有效果", "批评", False),
        ("德国对批评没有反应", "批评", False),
        ("德国对俄罗斯提出了严厉的批评", "批评", True),
        ("北约重申对波兰的支持", "支持", True),
        ("波兰感谢北约的支持", "支持", False),
        ("德国批评俄罗斯", "批评", True),
    ],
)
def test_a_chinese_verb_that_is_a_mere_noun_needs_a_verb_that_makes_it_an_act(text, word, applied):
    assert counts(text, word) is applied


def test_a_word_inside_a_name_or_a_date_is_no_trigger():
    text = "白俄罗斯反对派在明斯克"
    assert named(sentence(text), spanned(text, "反对"))
    assert not named(sentence("白俄罗斯反对北约"), spanned("白俄罗斯反对北约", "反对"))


def test_of_rows_that_share_a_word_the_first_that_counts_is_taken():
    def told(text: str) -> list[str]:
        return [f"{m.type}/{m.mode}" for m in find_events(text, DAY)]

    assert told("北约呼吁俄罗斯撤军。") == ["REQUEST/yield"]
    assert told("北约呼吁俄罗斯谈判。") == ["REQUEST/meet"]
    assert told("北约呼吁德国提供武器。") == ["REQUEST/assist"]
    assert told("北约呼吁德国改革。") == ["REQUEST/change"]


def test_no_two_forms_of_one_row_are_the_same():
    for language in ("zh", "en"):
        assert triggers(language).find("") == []
