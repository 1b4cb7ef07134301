"""Who does it: where the party stands that acts, and that nobody is found where nobody stands."""

from __future__ import annotations

import pytest

from coding import DAY
from corpus.coding import find_events

#: text, trigger, who acts, where he was found (the pattern that the rule of a mention names)
ACTING = [
    ("俄军周一袭击了敖德萨。", "袭击", "RUS MIL", "subject"),
    ("拜登周一表示，美国将向乌克兰提供武器。", "提供", "USA GOV", "subject"),
    ("俄罗斯的进攻周一开始。", "进攻", "RUS MIL", "owner"),
    ("俄军周一抵达敖德萨，袭击了港口。", "袭击", "RUS MIL", "carried"),
    ("The offensive by Russia began on Monday.", "offensive", "RUS MIL", "owner"),
    ("Russian forces entered Odesa on Monday, attacked the port.", "attacked", "RUS MIL", ""),
]


@pytest.mark.parametrize(("text", "trigger", "actor", "pattern"), ACTING)
def test_who_acts_is_found_where_he_stands(text, trigger, actor, pattern):
    found = [m for m in find_events(text, DAY) if m.trigger == trigger]
    assert [m.actors[:1] for m in found] == [(actor,)]
    assert pattern in found[0].rule


def test_nobody_acts_where_nobody_is_named():
    for text in ("袭击周一造成十名乌克兰人死亡。", "Odesa was shelled on Monday."):
        assert {m.actors for m in find_events(text, DAY)} == {()}


def test_who_holds_a_town_did_not_do_what_befell_it():
    text = "被俄军占领的赫尔松周一遭到炮击。"
    (told,) = [m for m in find_events(text, DAY) if m.trigger == "炮击"]
    assert told.actors == ()


@pytest.mark.parametrize(
    ("clause", "actors"),
    [
        ("随后批评北约", ("RUS GOV",)),
        ("还对北约提出批评", ("RUS GOV",)),
        ("6月14日批评北约", ("RUS GOV",)),
        ("铁路公司批评北约", None),
        ("但是铁路公司批评北约", None),
    ],
)
def test_who_was_told_of_before_acts_only_where_the_clause_has_no_subject_of_its_own(
    clause, actors
):
    found = [
        m.actors for m in find_events(f"俄罗斯宣布停火，{clause}。", DAY) if "批评" in m.trigger
    ]
    assert found == ([actors] if actors else [])


def test_fighting_that_breaks_out_is_not_done_by_who_tells_so():
    text = "乌克兰内政部说，基辅街头正在发生激烈的战斗。"
    (found,) = [m for m in find_events(text, DAY) if m.trigger == "战斗"]
    assert (found.actors, found.recipients) == ((), ("UKR",))


def test_the_quotation_goes_back_to_who_acts():
    (found,) = find_events("俄军周一抵达敖德萨，在那里袭击了港口。", DAY)[-1:]
    assert found.quote == "俄军周一抵达敖德萨，在那里袭击了港口"
