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
