"""Tellings of one event: what forbids and what speaks for one happening; repeats and salience."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coding import DAY, only
from corpus.coding import code, find_events
from corpus.coding.tellings import agree, akin, clarity, grouped
from corpus.model import Block
from corpus.times import tag

ATTACK = only("俄军周一在敖德萨附近袭击了一座港口。", "袭击")
MEETING = only("普京周一在北京会见习近平。", "会见")
AID = only("德国周一向乌克兰交付了坦克。", "交付")
MONDAY = date(2022, 6, 13)
UNDATED = {"first": None, "last": None, "precision": "", "date_basis": "none"}


def moved(mention, days: int):
    day = date.fromordinal(mention.first.toordinal() + days)
    return replace(mention, first=day, last=day)


@pytest.mark.parametrize("close", [True, False])
@pytest.mark.parametrize("mention", [ATTACK, MEETING, AID], ids=lambda m: m.type)
def test_a_telling_agrees_with_itself(mention, close):
    assert agree(mention, mention, close)


@pytest.mark.parametrize("close", [True, False])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ATTACK, moved(ATTACK, 1)),
        (ATTACK, replace(ATTACK, type="COERCE")),
        (ATTACK, replace(ATTACK, mode="aerial")),
        (ATTACK, replace(ATTACK, place="Kyiv")),
        (ATTACK, replace(ATTACK, actors=("UKR MIL",))),
        (ATTACK, replace(ATTACK, recipients=("POL",))),
        (ATTACK, replace(ATTACK, status="denied")),
        (ATTACK, replace(ATTACK, precision="month", last=date(2022, 6, 30))),
        (MEETING, replace(MEETING, recipients=("IND GOV Narendra Modi",))),
        (MEETING, replace(MEETING, actors=("IND GOV",), recipients=("BRA GOV",))),
        (AID, replace(AID, actors=("FRA GOV",))),
        (AID, replace(AID, recipients=("POL GOV",))),
    ],
)
def test_tellings_that_contradict_each_other_do_not_agree(one, other, close):
    if one.mode == "" != other.mode:
        one = replace(one, mode="heavy-weapons")
    assert not agree(one, other, close)
    assert not agree(other, one, close)


def test_what_one_telling_leaves_out_is_no_contradiction():
    for change in ({"place": ""}, {"mode": ""}, {"place": "", "mode": "drone"}):
        assert agree(ATTACK, replace(ATTACK, **change), False)


def test_days_that_touch_agree():
    span = replace(AID, first=date(2022, 6, 12), last=date(2022, 6, 13))
    assert agree(AID, span, False)
    assert not agree(AID, replace(span, last=date(2022, 6, 12)), False)
    assert agree(AID, replace(AID, first=None), False)


def test_an_undated_telling_meets_its_article_and_otherwise_only_its_like():
    assert agree(ATTACK, replace(ATTACK, **UNDATED), True)
    assert not agree(ATTACK, replace(ATTACK, **UNDATED), False)
    assert not agree(replace(ATTACK, **UNDATED), replace(ATTACK, **UNDATED), False)
    standing = replace(ATTACK, **UNDATED, status="ongoing")
    assert agree(standing, replace(standing, status="claimed"), False)


def test_those_who_meet_may_be_named_in_either_order():
    turned = replace(MEETING, actors=MEETING.recipients, recipients=MEETING.actors)
    assert agree(MEETING, turned, False)
    assert not agree(AID, replace(AID, actors=AID.recipients, recipients=AID.actors), False)


def test_within_an_article_a_telling_may_leave_a_party_out():
    alone = replace(MEETING, recipients=())
    assert agree(MEETING, alone, True)
    assert not agree(MEETING, alone, False)
    assert agree(AID, replace(AID, recipients=()), True)
    assert not agree(AID, replace(AID, recipients=()), False)


def test_persons_of_one_state_are_one_side():
    assert agree(MEETING, replace(MEETING, actors=("RUS GOV Sergey Lavrov",)), False)


def test_a_meeting_announced_is_no_promise_of_aid():
    announced = only("普京将于周五会见习近平。", "会见")
    promise = replace(announced, rule="AGREE.承诺 subject")
    assert announced.type == promise.type == "AGREE"
    assert not agree(announced, promise, True)


def test_meetings_are_akin_and_other_acts_need_a_word_or_a_topic_in_common():
    assert akin(MEETING, replace(MEETING, trigger="会面", topics=()), False)
    plain = replace(AID, topics=())
    assert not akin(plain, plain, False)
    assert akin(plain, plain, True)
    assert not akin(plain, replace(plain, trigger="移交", date_basis="context"), True)
    assert akin(plain, replace(plain, language="en", trigger="delivered"), True)
    assert akin(AID, replace(AID, trigger="移交"), False)


def test_each_joins_the_first_group_in_which_all_agree_and_one_is_kin():
    near = lambda a, b: abs(a - b) <= 2  # noqa: E731
    assert grouped([1, 2, 3, 9, 4], near, near) == [[0, 1, 2], [3], [4]]
    assert grouped([1, 2], near, lambda a, b: False) == [[0], [1]]


def test_a_telling_that_states_its_day_is_clearer_than_one_that_does_not():
    assert clarity(ATTACK) > clarity(replace(ATTACK, date_basis="context"))
    assert clarity(ATTACK) > clarity(replace(ATTACK, place=""))
    assert clarity(ATTACK) > clarity(replace(ATTACK, recipients=()))
    month = replace(ATTACK, precision="month")
    assert clarity(ATTACK) > clarity(month)


def marked(*parts: tuple[str, str]) -> list[tuple[str, bool, int]]:
    """Trigger, repeat and salience of the mentions of an article made of kinds and texts."""
    text = "\n\n".join(part for _, part in parts)
    blocks, at = [], 0
    for kind, part in parts:
        blocks.append(Block(kind, at, at + len(part), "zh"))
        at += len(part) + 2
    found = code(text, blocks, tag(text, tuple(blocks), DAY), DAY)
    return [(mention.trigger, mention.repeat, mention.salience) for mention in found]


def test_the_clearest_telling_stays_and_the_others_are_repeats():
    told = marked(
        ("title", "普京会见习近平"),
        ("paragraph", "普京与习近平会面。"),
        ("paragraph", "普京周三在北京会见习近平。"),
    )
    assert told == [("会见", True, 2), ("会面", True, 2), ("会见", False, 2)]


def test_the_lead_belongs_on_any_timeline_and_an_undated_caption_is_marginal():
    told = marked(
        ("paragraph", "德国周一向乌克兰交付了坦克。"),
        ("paragraph", "波兰批评俄罗斯。"),
        ("caption", "立陶宛批评俄罗斯（路透社）"),
    )
    assert told == [("交付", False, 2), ("批评", False, 1), ("批评", False, 0)]


def test_what_is_dated_to_the_day_or_told_twice_belongs_on_any_timeline_as_well():
    lead = ("paragraph", "德国周一向乌克兰交付了坦克。")
    assert marked(lead, ("paragraph", "波兰周二批评俄罗斯。"))[-1] == ("批评", False, 2)
    assert marked(lead, ("paragraph", "波兰5月批评俄罗斯。"))[-1] == ("批评", False, 1)
    twice = marked(lead, ("paragraph", "波兰批评俄罗斯。"), ("paragraph", "波兰批评俄罗斯。"))
    assert twice[1:] == [("批评", False, 2), ("批评", True, 2)]


def test_another_day_is_another_version_and_no_repeat():
    told = marked(
        ("paragraph", "普京周一将会见习近平，会谈很短。"),
        ("paragraph", "普京与习近平6月13日会见。普京6月14日会见习近平。"),
    )
    assert [repeat for trigger, repeat, _ in told if trigger == "会见"].count(True) <= 1


def test_one_attack_does_not_repeat_another_at_another_place():
    told = marked(("paragraph", "俄军袭击了敖德萨。俄军袭击了基辅。俄军袭击了敖德萨。"))
    assert [repeat for _, repeat, _ in told] == [False, False, True]


def test_the_same_word_may_stand_in_another_form():
    told = marked(("paragraph", "菲佐周三中枪。菲佐周三遭到枪击。菲佐周三多次遭枪击。"))
    assert told[-1][1] is True
    twice = find_events("Germany agrees to arm Ukraine. Germany agreed to arm Ukraine.", DAY, "en")
    assert [mention.repeat for mention in twice].count(False) == 1


def test_a_language_half_repeats_nothing_of_the_other():
    text = "俄军周一轰炸了敖德萨。\n\nRussian forces shelled Odesa on Monday."
    assert [mention.repeat for mention in find_events(text, DAY)] == [False, False]


def test_nothing_is_removed_and_the_order_stays():
    text = "普京周一会见习近平。普京周一会见习近平。普京周一会见习近平。"
    found = find_events(text, DAY)
    assert [mention.trigger_start for mention in found] == sorted(m.trigger_start for m in found)
    assert [mention.repeat for mention in found].count(False) == 1
    assert len(found) == 3
