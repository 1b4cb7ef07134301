"""What one telling leaves to another: contents, pressure and its demand, two words for one act."""

from __future__ import annotations

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
