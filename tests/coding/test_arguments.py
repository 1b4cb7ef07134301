"""Who did it, to whom: by place, by mark, from the clause before, from what was told before."""

from __future__ import annotations

import pytest

from coding import DAY, only
from corpus.coding import find_events

RUS, UKR, USA = "RUS MIL", "UKR", "USA GOV"
PUTIN, BIDEN, BLINKEN = "RUS GOV Vladimir Putin", "USA GOV Joe Biden", "USA GOV Antony Blinken"
SIDES = [
    ("美国、英国和法国周一指责俄罗斯。", "指责", [USA, "GBR GOV", "FRA GOV"], ["RUS GOV"]),
    ("美俄外长周一在日内瓦举行会谈。", "会谈", [BLINKEN], ["RUS GOV Sergey Lavrov"]),
    ("俄乌双方周一在土耳其举行会谈。", "会谈", ["RUS GOV"], ["UKR GOV"]),
    (
        "拜登和泽连斯基周一通话，普京也与习近平通话。",
        "通话",
        [BIDEN],
        ["UKR GOV Volodymyr Zelenskyy"],
    ),
    ("俄罗斯军队和乌克兰军队周一在巴赫穆特爆发激战。", "激战", [RUS], ["UKR MIL"]),
    ("普京周四说，北约必须立即提供保证。", "必须", [PUTIN], ["NATO IGO"]),
    ("俄罗斯总统普京14日访华。", "访华", [PUTIN], ["CHN GOV"]),
    ("进攻的俄罗斯军队占领了两座城镇。", "进攻", [RUS], []),
    ("美国的军事演习周一开始。", "演习", ["USA MIL"], []),
    ("美国周一向波兰增派5000名士兵。", "增派", ["USA MIL"], []),
    ("俄军周一从白俄罗斯向基辅推进。", "推进", [RUS], [UKR]),
    ("俄军周一在乌克兰边境部署了防空导弹。", "部署", [RUS], [UKR]),
    ("An offensive by Russian forces began near Kharkiv.", "offensive", [RUS], [UKR]),
    ("Vladimir Putin, a former spy, has pledged aid to Syria.", "pledged", [PUTIN], ["SYR GOV"]),
    (
        "Kyiv and Moscow traded accusations.",
        "traded accusations",
        ["UKR GOV", "RUS GOV"],
        ["RUS GOV", "UKR GOV"],
    ),
    ("美国可能对支持俄罗斯的中国公司实施制裁。", "制裁", ["USA GOV"], ["CHN BUS"]),
    ("美国对英国声称中国向俄罗斯供货的说法提出质疑。", "质疑", [USA], ["GBR GOV"]),
    ("法国周一指责中国与俄罗斯勾结。", "指责", ["FRA GOV"], ["CHN GOV"]),
    ("欧盟同意用俄罗斯资产的收益向乌克兰提供武器。", "同意", ["EU IGO"], ["UKR GOV"]),
    (
        "欧洲议会周三批评德国的德国另类选择党。",
        "批评",
        ["EU IGO European Parliament"],
        ["DEU PTY Alternative for Germany"],
    ),
    ("英国对莫斯科采取了措施，包括驱逐俄罗斯外交官。", "驱逐", ["GBR GOV"], ["RUS GOV"]),
    (
        "Norway agreed to draw money from Russian assets for Ukraine.",
        "agreed to",
        ["NOR GOV"],
        ["UKR GOV"],
    ),
    (
        "Italy signalled support for Ukraine against Russia on Monday.",
        "support for",
        ["ITA GOV"],
        ["UKR GOV"],
    ),
    (
        "The case goes on, with German authorities investigating a Belgian minister.",
        "investigating",
        ["DEU GOV"],
        ["BEL GOV"],
    ),
    ("Lula's trip to China may show that American threats fail.", "trip to", None, ["CHN GOV"]),
    ("俄军对国有的乌克兰公司进行了导弹袭击。", "导弹袭击", ["RUS MIL"], ["UKR BUS"]),
    ("美国对英国指责中国的说法提出质疑。", "质疑", ["USA GOV"], ["GBR GOV"]),
    ("该协议是对俄罗斯2022年全面入侵乌克兰的回应。", "入侵", ["RUS MIL"], ["UKR"]),
    (
        "The deal is a response to Russia's full-scale invasion of Ukraine in 2022.",
        "invasion",
        ["RUS MIL"],
        ["UKR"],
    ),
    (
        "Cities suffered from Russian bombing raids on Monday in Ukraine.",
        "bombing",
        ["RUS MIL"],
        ["UKR"],
    ),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), SIDES)
def test_both_sides_are_read_from_where_the_parties_stand(text, trigger, actors, recipients):
    found = next(m for m in find_events(text, DAY) if m.trigger == trigger)
    assert list(found.recipients) == recipients
    assert actors is None or list(found.actors) == actors


def test_what_comes_about_was_not_held_by_whoever_stands_before():
    text = "尽管欧盟周一提出了警告，街头还是发生了抗议活动。"
    assert [m for m in find_events(text, DAY) if m.type == "PROTEST"] == []


def test_what_somebody_has_to_do_with_is_no_partner():
    assert find_events("与俄罗斯有关联的网络周一传播虚假信息。", DAY) == []
    found = only("美国周一对与俄罗斯有关的银行实施制裁。", "制裁")
    assert (found.actors, found.recipients) == ((USA,), ("RUS BUS",))


def test_an_attack_whose_author_is_not_named_has_none():
    assert only("有人周一袭击了敖德萨。", "袭击").actors == ()
    assert only("基辅周一遭到炮击。", "炮击").actors == ()


def test_an_attack_without_any_party_is_no_row():
    assert find_events("周一的袭击造成十人死亡。", None) == []


def test_who_is_attacked_is_at_home_unless_he_is_the_attacker():
    assert only("有人周一袭击了敖德萨。", "袭击").recipients == (UKR,)
    assert only("乌军周一袭击了敖德萨附近的阵地。", "袭击").recipients == ()


def test_support_and_accusations_need_somebody_at_whom_they_are_directed():
    assert find_events("拜登周一表示支持。", None, "zh") == []
    assert find_events("拜登周一表示支持乌克兰。", None, "zh") != []


def test_who_acts_may_stand_in_the_clause_before_or_be_the_one_who_acted_last():
    found = only("布林肯周一访问基辅，承诺提供坦克。", "承诺")
    assert (found.actors, found.rule.split()[-1].split(".")[0]) == ((BLINKEN,), "carried")
    found = only("布林肯周一访问基辅。他批评俄罗斯。还承诺提供坦克。", "承诺")
    assert found.actors == (BLINKEN,)


def test_who_stands_in_an_if_does_not_act():
    text = "如果俄罗斯入侵，将予以坚决回应。"
    assert [m.actors for m in find_events(f"拜登周一说，{text}", None)] == [(BIDEN,)]
    assert find_events(text, None) == []


def test_the_other_side_of_a_threat_may_be_known_from_before():
    text = "拜登周一警告普京不要入侵乌克兰。拜登说，将予以坚决回应。"
    assert only(text, "回应").recipients == (PUTIN,)


def test_a_threat_without_a_saying_goes_to_whoever_would_act():
    found = only("如果俄罗斯入侵，北约将予以坚决回应。", "回应")
    assert (found.actors, found.recipients) == (("NATO IGO",), ("RUS GOV",))


def test_the_verb_is_passive_only_where_a_form_of_be_governs_a_participle():
    assert only("The town was shelled by Russian forces.", "shelled").actors == (RUS,)
    found = only("Kyiv was calm, but Russian forces shelled Kharkiv.", "shelled")
    assert (found.actors, found.recipients) == ((RUS,), (UKR,))


def test_the_pattern_that_found_the_parties_is_told():
    for text, trigger, pattern in (
        ("俄军周一占领赫尔松。", "占领", "subject"),
        ("赫尔松周一被俄军占领。", "占领", "passive"),
        ("普京周四说，北约必须立即提供保证。", "必须", "must"),
        ("有人周一袭击了敖德萨。", "袭击", "none"),
    ):
        assert only(text, trigger).rule.split()[-1] == pattern
