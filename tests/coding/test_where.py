"""Where it happened: before the act, behind it, where forces are sent, "there", or nowhere."""

from __future__ import annotations

import pytest

from coding import only


@pytest.mark.parametrize(
    ("text", "trigger", "place", "point"),
    [
        ("俄军周一在敖德萨附近发动攻势。", "攻势", "Odesa", (46.48, 30.73)),
        ("俄军从白俄罗斯向基辅推进。", "推进", "Kyiv", (50.45, 30.52)),
        ("俄军轰炸敖德萨和利沃夫。", "轰炸", "Odesa", (46.48, 30.73)),
        ("普京周一批评北约。", "批评", "", (None, None)),
        ("在敖德萨有人挨饿，俄军轰炸了桥梁。", "轰炸", "", (None, None)),
    ],
)
def test_the_place_is_the_one_nearest_before_the_act_in_its_clause_else_behind_it(
    text, trigger, place, point
):
    found = only(text, trigger)
    assert (found.place, (found.latitude, found.longitude)) == (place, point)


def test_a_place_within_a_larger_one_is_the_larger_one():
    assert only("俄罗斯伞兵在克里米亚的奥博克军区举行演习。", "演习").place == "Crimea"
    assert only("俄罗斯伞兵在克里米亚和敖德萨举行演习。", "演习").place == "Odesa"


def test_forces_are_where_they_are_sent_and_help_is_not():
    assert only("俄军向白俄罗斯派遣了两个营的部队。", "派遣").place == "Belarus"
    assert only("德国向白俄罗斯提供了坦克。", "提供").place == ""


@pytest.mark.parametrize(
    "text",
    [
        "俄军开始抵达白俄罗斯，在那里举行演习。",
        "普京批评白俄罗斯，俄军在那里举行演习。",
        "明斯克是白俄罗斯的首都。俄军在白俄罗斯境内行军。俄军在那里举行演习。",
    ],
)
def test_there_is_the_place_or_the_state_named_before(text):
    assert only(text, "演习").place == "Belarus"


def test_words_were_said_where_their_speaker_stood_and_a_plan_is_not_held_there():
    said = "布林肯周五在日内瓦召开的会议上说"
    assert only(f"{said}，美国支持乌克兰。", "支持").place == "Geneva"
    assert only(f"{said}，美国将向乌克兰提供坦克。", "提供").place == ""
    assert only("布林肯周五说，美国支持乌克兰。", "支持").place == ""


def test_an_attack_is_not_where_people_rally_against_it():
    assert only("纽约民众周六集会谴责俄罗斯入侵乌克兰。", "入侵").place == ""
    assert only("俄罗斯周六在哈尔科夫袭击乌克兰军队。", "袭击").place == "Kharkiv"
