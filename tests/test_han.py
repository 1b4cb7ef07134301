"""Traditional Chinese is read exactly as simplified Chinese, and shown as it was written."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import find_events, find_quantities, find_times, readers, times
from corpus.coding import code
from corpus.entities import find_parties
from corpus.han import simplified, simplified_table
from corpus.lexicon import listed, table
from corpus.model import Article

SEEDS = sorted((Path(__file__).parents[1] / "seeds").iterdir())
PAIRS = {row["traditional"]: row["simplified"] for row in table("han_variants.tsv")}
_OFTEN = Counter(PAIRS.values())
#: the way back, where there is but one
TRADITIONAL = str.maketrans({new: old for old, new in PAIRS.items() if _OFTEN[new] == 1})

#: a sentence in simplified characters and its twin in traditional ones; none was published
TWINS = [
    (
        "乌克兰总统泽伦斯基周五与拜登通电话",
        "烏克蘭總統澤倫斯基週五與拜登通電話",
    ),
    (
        "俄军3月2日占领赫尔松市，近十万名士兵集结在乌克兰边境。",
        "俄軍３月２日佔領赫爾松市，近十萬名士兵集結在烏克蘭邊境。",
    ),
    (
        "德国总理萧兹警告说：“如果俄罗斯入侵，将付出沉重代价。”",
        "德國總理蕭茲警告說：「如果俄羅斯入侵，將付出沉重代價。」",
    ),
    (
        "法国外长勒德里昂（Jean-Yves Le Drian）礼拜五在日内瓦会见发言人惠兰。",
        "法國外長勒德里昂（Jean-Yves Le Drian）禮拜五在日內瓦會見發言人惠蘭。",
    ),
]
#: what a record tells about places in the text and their words
_WORDS = {"surface", "quote", "trigger", "what"}
_DAY = date(2022, 3, 4)


def told(record: Any) -> dict[str, Any]:
    """A record without the words that it quotes."""
    return {name: getattr(record, name) for name in type(record).__slots__ if name not in _WORDS}


@pytest.mark.parametrize(("simple", "full"), TWINS, ids=range(len(TWINS)))
def test_both_scripts_tell_the_same_in_their_own_words(simple: str, full: str) -> None:
    assert simplified(full) == simple
    for find in (
        lambda text: find_times(text, _DAY),
        lambda text: find_parties(text, "zh", _DAY),
        lambda text: find_events(text, _DAY),
        find_quantities,
    ):
        expected, found = find(simple), find(full)
        assert [told(record) for record in found] == [told(record) for record in expected]
        for record in found:
            words = getattr(record, "surface", None) or record.quote
            assert full[record.start : record.end] == words
            trigger = getattr(record, "trigger", "")
            assert not trigger or full[record.trigger_start : record.trigger_end] == trigger
            assert getattr(record, "what", "") in full


def test_every_twin_is_about_something() -> None:
    assert all(find_events(full, _DAY) for _, full in TWINS)
    assert any(find_quantities(full) for _, full in TWINS)
    assert all(find_times(full, _DAY) for _, full in TWINS[:2])


def articles() -> list[Article]:
    found = []
    for path in SEEDS:
        found += readers.read(path.name, path.read_bytes())
    return found


def read_in(article: Article) -> dict[str, list[Any]]:
    """All that is found in an article, by kind."""
    text, day = article.text, article.published.day if article.published else None
    expressions = times.tag(text, article.blocks, day)
    return {
        "times": expressions,
        "mentions": code(text, article.blocks, expressions, day),
        "quantities": find_quantities(text),
    }


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.path[:12])
def test_a_seed_in_traditional_characters_tells_the_same_events(article: Article) -> None:
    full = replace(article, text=article.text.translate(TRADITIONAL))
    changed = sum(a != b for a, b in zip(article.text, full.text, strict=True))
    assert changed > 100, "a seed has Chinese text"
    expected, found = read_in(article), read_in(full)
    assert expected["mentions"]
    for kind, records in found.items():
        assert [told(record) for record in records] == [told(r) for r in expected[kind]]
        for record in records:
            words = record.quote if kind == "mentions" else record.surface
            assert full.text[record.start : record.end] == words
    for mention in found["mentions"]:
        assert full.text[mention.trigger_start : mention.trigger_end] == mention.trigger


@given(st.text(st.sampled_from("".join(PAIRS)) | st.characters()))
def test_every_character_keeps_its_place_and_folding_twice_changes_nothing(text: str) -> None:
    folded = simplified(text)
    assert len(folded) == len(text)
    assert simplified(folded) is folded
    assert all(b in (a, PAIRS.get(a)) or "！" <= a <= "～" or a == b
               for a, b in zip(text, folded, strict=True))  # fmt: skip


def test_a_text_with_nothing_to_fold_is_given_back_itself() -> None:
    text = "俄罗斯总统普京（Vladimir Putin）说：“不。”"
    assert simplified(text) is text


def test_what_both_scripts_have_stays() -> None:
    assert simplified("乾隆、狼藉、覆盖、后来、台湾") == "乾隆、狼藉、覆盖、后来、台湾"


def test_the_table_is_one_to_one_character_for_character_and_leads_nowhere_twice() -> None:
    assert all(len(old) == len(new) == 1 and old != new for old, new in PAIRS.items())
    assert not PAIRS.keys() & set(PAIRS.values())
    assert len(PAIRS) > 2500


def test_two_spellings_of_one_form_become_one() -> None:
    [state] = [row for row in simplified_table("states.tsv") if row["code"] == "RUS"]
    assert listed(state["forms_zh"]).count("俄国") == 1
    assert "俄國" not in state["forms_zh"]
