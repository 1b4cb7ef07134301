"""What an article has told so far answers for pronouns and for what a sentence leaves out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coding import only, sentence
from corpus.coding.discourse import Discourse, dealing
from corpus.coding.vocabulary import event_types
from corpus.model import Mention, Party

MACRON, PUTIN, XI = "FRA GOV Emmanuel Macron", "RUS GOV Vladimir Putin", "CHN GOV Xi Jinping"
MEETING = only("马克龙周一在莫斯科会见普京。", "会见")


def resolved(text: str, pronoun: str, told: Discourse, language: str = "zh") -> tuple[str, ...]:
    seen = sentence(text, language)
    at = text.index(pronoun)
    return told.resolve(Party(at, at + len(pronoun), pronoun, "", "pronoun"), seen, "")


def after(*mentions: Mention, speaker: str = "") -> Discourse:
    told = Discourse()
    told.remember(sentence("前文。"), list(mentions), speaker)
    return told


def test_he_is_the_first_person_of_the_sentence_else_who_acted_last():
    told = after(MEETING)
    assert resolved("习近平周一到访，他会见了拜登。", "他", told) == (XI,)
    assert resolved("他会见了拜登。", "他", told) == (MACRON,)
    assert resolved("He met Joe Biden.", "He", told, "en") == (MACRON,)


def test_who_speaks_is_more_present_than_who_acted():
    assert resolved("他还会见了拜登。", "他", after(MEETING, speaker=XI)) == (XI,)


def test_we_are_whoever_speaks_and_you_are_whom_he_dealt_with():
    assert resolved("我们将回应。", "我们", after(MEETING, speaker=XI)) == (XI,)
    assert resolved("你们必须回应。", "你们", after(MEETING)) == (PUTIN,)


def test_both_sides_are_two_of_the_sentence_else_the_last_two_that_talked():
    told = after(MEETING)
    assert resolved("美国和中国都说，双方同意。", "双方", told) == ("USA", "CHN")
    assert resolved("双方同意继续对话。", "双方", told) == (MACRON, PUTIN)
    assert resolved("双方同意继续对话。", "双方", Discourse()) == ()


def test_that_country_is_the_state_named_last_and_the_other_side_the_party_before():
    told = Discourse()
    assert resolved("俄罗斯和乌克兰谈判，该国同意。", "该国", told) == ("UKR",)
    assert resolved("普京会见了马克龙，对方同意。", "对方", told) == (MACRON,)
    assert resolved("该国同意。", "该国", told) == ()


def test_that_party_or_that_ministry_is_the_last_of_its_kind():
    told = Discourse()
    told.remember(sentence("德国另类选择党和斯洛伐克内政部批评北约。"), [], "")
    assert resolved("该党支持俄罗斯。", "该党", told) == ("DEU PTY Alternative for Germany",)
    assert resolved("该部召见大使。", "该部", told) == ("SVK GOV Interior Ministry",)
    assert resolved("该公司退出市场。", "该公司", told) == ()
    assert resolved("The ministry declined.", "The ministry", told, "en") == (
        "SVK GOV Interior Ministry",
    )


def test_two_people_who_are_only_counted_are_no_pair():
    told = after(MEETING)
    assert resolved("袭击造成该州的两人死亡。", "两人", told) == ()
    assert resolved("两人同意继续对话。", "两人", told) == (MACRON, PUTIN)


def test_nobody_is_invented_for_a_pronoun_at_the_beginning():
    for pronoun in ("他", "我们", "双方", "对方", "你们", "该国"):
        assert resolved(f"{pronoun}同意。", pronoun, Discourse()) == ()


def test_whom_one_talks_to_is_not_whom_one_threatens():
    threat = replace(
        MEETING, type="THREATEN", mode="", quad_class=3, actors=(MACRON,), recipients=(XI,)
    )
    told = after(MEETING, threat)
    assert told.counterpart(MACRON, "talk") == (PUTIN,)
    assert told.counterpart("FRA GOV", "conflict") == (XI,)


def test_of_two_that_talked_each_is_the_others_counterpart_in_anything():
    told = after(MEETING)
    assert told.counterpart(PUTIN, "backing") == (MACRON,)
    assert told.counterpart(XI, "talk") == ()


def test_forces_and_blocs_of_states_are_no_side_of_talks():
    told = after(replace(MEETING, actors=("RUS MIL",), recipients=("UKR GOV",)))
    assert told.pair == ()
    told = after(replace(MEETING, actors=("GOV Western allies",), recipients=("UKR GOV",)))
    assert told.pair == ()


def test_a_quarrel_of_others_does_not_change_who_talked():
    quarrel = replace(MEETING, type="ACCUSE", mode="", quad_class=3, actors=(XI,))
    assert after(MEETING, quarrel).pair == (MACRON, PUTIN)
    assert after(quarrel).pair == (XI, PUTIN)


@pytest.mark.parametrize(
    ("type_", "kind"),
    [("CONSULT", "talk"), ("AGREE", "talk"), ("AID", "backing"), ("ACCUSE", "conflict")],
)
def test_every_type_is_a_kind_of_dealing(type_, kind):
    assert dealing(type_, event_types()[type_, ""].quad_class) == kind
