"""A preposition before a party, the word behind it and what joins it to its neighbour."""

from __future__ import annotations

import pytest

from coding import sentence
from corpus.coding.discourse import Discourse
from corpus.coding.roles import codes_of, slots

CASES = [
    ("zh", "美国向乌克兰提供武器", ["", "to"]),
    ("zh", "美国对俄罗斯实施制裁", ["", "to"]),
    ("zh", "普京与拜登通电话", ["", "and"]),
    ("zh", "普京周一与拜登通电话", ["", "with"]),
    ("zh", "俄军被乌军击退", ["", "by"]),
    ("zh", "俄罗斯的要求遭到北约拒绝", ["of", "by"]),
    ("zh", "会谈在乌克兰举行", []),
    ("zh", "在俄军进攻之际", [""]),
    ("zh", "应对俄罗斯的方案", ["of"]),
    ("zh", "美国应对俄罗斯", ["", ""]),
    ("zh", "向乌克兰和波兰提供武器", ["to", "to"]),
    ("zh", "俄军入侵乌克兰", ["", "object"]),
    ("zh", "拜登承诺乌克兰提供武器", ["", "to"]),
    ("zh", "拜登敦促俄罗斯撤军", ["", ""]),
    ("en", "The US sent weapons to Ukraine", ["", "to"]),
    ("en", "Putin met with Joe Biden", ["", "with"]),
    ("en", "The town was taken by Russian forces", ["by"]),
    ("en", "The grain of Russia and Ukraine's claims", ["of", "of"]),
    ("en", "weapons to Ukraine, Poland and Estonia", ["to", "to", "to"]),
    ("en", "Russia invaded Ukraine", ["", "object"]),
    ("en", "Joe Biden urged Russia", ["", ""]),
    ("en", "according to Russia", [""]),
    ("zh", "美国不会接受俄罗斯的要求", ["", "of"]),
    ("en", "If Russia invades Ukraine, the EU will act", ["", "object", ""]),
]
FAULTS = [
    ("en", "Russia left Bucha, and Sofia accused Moscow", ["", "", "object"]),
]


@pytest.mark.parametrize(
    ("language", "text", "roles"),
    [*CASES, *(pytest.param(*row, marks=pytest.mark.xfail(reason="joined")) for row in FAULTS)],
)
def test_its_surroundings_give_a_party_its_role(language, text, roles):
    found = slots(sentence(text, language), Discourse(), "")
    assert [slot.role for slot in found] == roles, [slot.party.surface for slot in found]


def test_a_pronoun_stands_for_the_codes_that_the_article_gives_it():
    told = Discourse(pair=("RUS GOV", "UKR GOV"))
    [both] = slots(sentence("双方同意停火"), told, "")
    assert both.codes == ("RUS GOV", "UKR GOV")
    [unknown] = slots(sentence("双方同意停火"), Discourse(), "")
    assert unknown.codes == ()


def test_codes_of_several_parties_come_once_each():
    found = slots(sentence("美国和美国的盟友指责俄罗斯"), Discourse(), "")
    assert codes_of([*found, *found]) == tuple(dict.fromkeys(c for s in found for c in s.codes))
    assert len(codes_of([*found, *found])) == len({c for s in found for c in s.codes})
