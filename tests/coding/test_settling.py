"""What the parties say about a reading: denials, fears, threats, claims and joint exercises."""

from __future__ import annotations

import pytest

from coding import only
from corpus.coding.settling import heads_of


def test_who_denies_his_own_act_refuses_and_who_denies_anothers_tells_what_did_not_happen():
    own = only("莫斯科说，俄军没有轰炸敖德萨。", "轰炸")
    assert (own.type, own.status) == ("REJECT", "happened")
    other = only("基辅说，俄军没有轰炸敖德萨。", "轰炸")
    assert (other.type, other.mode, other.status) == ("ASSAULT", "heavy-weapons", "denied")


def test_a_fear_of_the_other_side_accuses_it():
    found = only("Volodymyr Zelenskyy said Russia might attack the port of Odesa.", "attack")
    assert (found.type, found.actors) == ("ACCUSE", ("UKR GOV Volodymyr Zelenskyy",))
    assert found.recipients == ("RUS GOV",)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("俄军袭击了敖德萨。", "happened"),
        ("基辅说，俄军袭击了敖德萨。", "claimed"),
        ("莫斯科说，乌军袭击了别尔哥罗德。", "claimed"),
        ("莫斯科承认，俄军袭击了敖德萨。", "happened"),
        ("波兰说，俄军袭击了敖德萨。", "happened"),
        ("波兰声称，俄军袭击了敖德萨。", "claimed"),
        ("塔斯社报道说，俄军袭击了敖德萨。", "happened"),
        ("基辅说，俄军将袭击敖德萨。", "planned"),
    ],
)
def test_a_hostile_act_of_which_only_an_interested_side_tells_is_claimed(text, status):
    assert only(text, "袭击").status == status


def test_words_are_not_claimed_whoever_reports_them():
    assert only("基辅说，泽连斯基周一会见了拜登。", "会见").status == "happened"


def test_who_promises_for_his_state_is_named_himself():
    found = only("拜登周一说，美国同意与俄罗斯会谈。", "同意")
    assert found.actors == ("USA GOV Joe Biden",)
    assert only("拜登周一说，法国同意与俄罗斯会谈。", "同意").actors == ("FRA GOV",)


def test_who_threatens_for_his_state_is_named_and_whoever_would_act_is_threatened():
    found = only("拜登周一说，如果俄罗斯入侵，美国将坚决回应。", "回应")
    assert (found.actors, found.recipients) == (("USA GOV Joe Biden",), ("RUS GOV",))
    found = only("拜登周一说，如果俄罗斯入侵，北约将坚决回应。", "回应")
    assert found.actors == ("NATO IGO",)
    found = only("拜登周一说，如果俄罗斯的侵略继续，美国将坚决回应。", "回应")
    assert found.recipients == ("RUS GOV",)


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("俄军周一举行演习。", "MOBILIZE", {"RUS"}),
        ("俄军和白俄罗斯军队周一举行演习。", "COOPERATE", {"RUS", "BLR"}),
        ("俄军与白俄罗斯军队周一举行演习。", "COOPERATE", {"RUS", "BLR"}),
        ("俄军和乌军周一分别举行演习。", "MOBILIZE", {"RUS", "UKR"}),
        ("俄军周一参加在白俄罗斯举行的演习。", "COOPERATE", {"RUS", "BLR"}),
        ("俄军周一参加在俄罗斯境内举行的演习。", "MOBILIZE", {"RUS"}),
        ("俄军周一在白俄罗斯举行演习。", "MOBILIZE", {"RUS"}),
    ],
)
def test_an_exercise_of_several_is_cooperation(text, type_, actors):
    found = only(text, "演习")
    assert (found.type, heads_of(found.actors)) == (type_, actors)


def test_the_head_of_a_code_is_its_state_or_organisation():
    assert heads_of(("USA GOV Joe Biden", "NATO IGO", "USA MIL", "")) == {"USA", "NATO"}
