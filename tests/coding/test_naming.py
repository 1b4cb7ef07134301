"""An act that is only thought of, weighed or pointed at is not told; one that was finished is."""

from __future__ import annotations

import pytest

from coding import DAY, only
from corpus.coding import find_events

#: text, the word that only names an act
NAMED = [
    ("挪威周一谈到援助俄罗斯的企图。", "援助"),
    ("占领敖德萨的可能性周一上升。", "占领"),
    ("向以色列提供武器将会激怒伊朗。", "提供"),
    ("俄军炮击核电站的风险周一增加。", "炮击"),
    ("德国外长周一没有要求以色列停火。", "要求"),
    ("一旦北约出兵，俄军就会攻击波兰。", "攻击"),
    ("中方批评的措施周一生效。", "批评"),
]
#: traps: text, a word that does tell its act
TOLD = [
    ("俄军周一占领了敖德萨，前景不明。", "占领"),
    ("丹麦周一援助了乌克兰的难民。", "援助"),
    ("俄军周一炮击敖德萨，风险增加。", "炮击"),
    ("德国外长周一要求以色列停火。", "要求"),
    ("俄罗斯外交部周一赞赏中国的愿望。", "赞赏"),
    ("北约周一说，俄军攻击了波兰。", "攻击"),
    ("中国外交部周一批评美国的措施。", "批评"),
]


@pytest.mark.parametrize(("text", "trigger"), NAMED)
def test_what_is_only_named_is_no_event(text, trigger):
    assert trigger not in [mention.trigger for mention in find_events(text, DAY)]


@pytest.mark.parametrize(("text", "trigger"), TOLD)
def test_what_is_told_stays(text, trigger):
    assert only(text, trigger).trigger == trigger
