"""Who acts in a Chinese phrase inside another, and who does not."""

from __future__ import annotations

import pytest

from coding import DAY, only
from corpus.coding import find_events

#: text, trigger, who acts, at whom it is directed
SIDES = [
    ("英国外长周一谴责俄军暴行并呼吁调查。", "呼吁", "GBR GOV", ""),
    # a trap: who is named behind "and" acts
    ("英国谴责俄军，并称俄军周一袭击了敖德萨。", "袭击", "RUS MIL", "UKR"),
    ("土耳其周一敦促以色列停火，批评了美国。", "批评", "TUR GOV", "USA GOV"),
    ("3月1日俄罗斯入侵乌克兰，中国为俄罗斯入侵辩护。", "辩护", "CHN GOV", "RUS GOV"),
    ("俄军的导弹周一造成乌克兰平民死亡。", "死亡", "RUS MIL", "UKR CVL"),
    # a trap: who suffers them himself
    ("俄军周一在炮击中伤亡惨重。", "伤亡", "", "RUS MIL"),
    ("路透社周一报道了敖德萨被炮击的消息。", "炮击", "", "UKR"),
    ("瓦格纳周一被指袭击了敖德萨。", "袭击", "RUS PRM", "UKR"),
    # a trap: what is a passive
    ("敖德萨周一被俄军袭击。", "袭击", "RUS MIL", "UKR"),
]


@pytest.mark.parametrize(("text", "trigger", "actor", "recipient"), SIDES)
def test_both_sides_are_read_in_the_phrase_that_tells_the_act(text, trigger, actor, recipient):
    found = only(text, trigger)
    for codes, expected in ((found.actors, actor), (found.recipients, recipient)):
        assert " ".join("".join(codes[:1]).split()[:2]) == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("丹麦首相周一说，轰炸造成了痛苦。", ()),
        ("哈马斯周一说，轰炸了以军的阵地。", ("PSE REB Hamas",)),
    ],
)
def test_who_only_tells_of_an_attack_did_not_make_it(text, actors):
    found = find_events(text, DAY)
    assert tuple(code for mention in found for code in mention.actors) == actors
