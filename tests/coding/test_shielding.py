"""What one telling leaves to another: contents, pressure and its demand, two words for one act."""

from __future__ import annotations

import pytest

from coding import DAY
from corpus.coding import find_events


def told(text: str) -> list[tuple[str, str]]:
    return [(m.trigger, m.type) for m in find_events(text, DAY)]


def test_what_is_asked_for_or_promised_in_the_same_clause_is_not_told_as_done():
    assert told("中国要求美国停止对台军售。") == [("要求", "REQUEST")]
    assert told("德国承诺向乌克兰交付坦克。") == [("承诺", "AGREE")]


def test_what_befell_a_demand_is_no_part_of_it():
    found = told("波兰要求德国提供武器的声明遭到俄罗斯谴责。")
    assert ("谴责", "ACCUSE") in found


def test_pressure_is_told_by_the_demand_behind_it():
    assert told("德国向波兰施压，要求华沙释放记者。") == [("要求", "REQUEST")]
    [demand] = find_events("德国向波兰施压，要求华沙释放记者。", DAY)
    assert demand.quote == "德国向波兰施压，要求华沙释放记者"


def test_two_words_for_one_act_in_one_clause_are_one_telling():
    assert told("俄军对敖德萨发动袭击进行轰炸。") != []
    assert [t for t, _ in told("俄军在哈尔科夫发动进攻的攻势。")].count("攻势") == 0
    apart = told("俄军炮击敖德萨，击落三架直升机。")
    assert [trigger for trigger, _ in apart] == ["炮击", "击落"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Kenya accused Somali officials who were shot by gunmen of fraud.", ["ACCUSE"]),
        ("Kenya accused Somali officials who were shot by gunmen on Monday of fraud.", None),
        ("Kenyan soldiers, who were attacked by Somali gunmen, retreated.", ["RETREAT"]),
    ],
)
def test_a_relative_clause_without_a_day_only_describes(text, types):
    found = [mention.type for mention in find_events(text, DAY, "en")]
    assert found == types if types else len(found) == 2


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Poland said on Monday that it could expel the Russian ambassador.", "THREATEN"),
        ("Poland said on Monday that it might attack Belarus.", "THREATEN"),
        ("Poland said on Monday that Belarus might attack Lithuania.", "ACCUSE"),
    ],
)
def test_a_harm_that_would_be_done_is_a_threat_only_of_ones_own_side(text, type_):
    assert type_ in [mention.type for mention in find_events(text, DAY, "en")]
