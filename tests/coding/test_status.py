"""Whether it happened: announced, supposed, wished, feared, forbidden, denied, under way."""

from __future__ import annotations

import pytest

from coding import DAY, spanned
from coding import sentence as seen
from corpus.coding import find_events
from corpus.coding.status import Dated, Reading, read
from corpus.coding.vocabulary import Trigger


def reading(
    text: str, word: str, told: bool = False, dated: Dated = "", language: str = "zh", row: int = 0
) -> Reading | None:
    """How the trigger row of a word is read in a sentence."""
    found = seen(text, language)
    at = spanned(text, word)
    rows = next(rows for start, _, rows in found.triggers if start == at.start)
    trigger: Trigger = rows[row]
    return read(found, trigger, at, told, dated)


def code(text: str, word: str, **options: object) -> str:
    found = reading(text, word, **options)  # type: ignore[arg-type]
    return f"{found.type}/{found.mode} {found.status}" if found else ""


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("俄军进攻基辅", "进攻", "ASSAULT/ ongoing"),
        ("俄军轰炸基辅", "轰炸", "ASSAULT/heavy-weapons happened"),
        ("俄军继续轰炸基辅", "轰炸", "ASSAULT/heavy-weapons ongoing"),
        ("俄军将轰炸基辅", "轰炸", "ASSAULT/heavy-weapons planned"),
        ("如果谈判破裂，俄军将轰炸基辅", "轰炸", "THREATEN/violence conditional"),
        ("如果俄军轰炸基辅，美国将回应", "轰炸", ""),
        ("俄军可能轰炸基辅", "轰炸", ""),
        ("为防止俄军轰炸基辅", "轰炸", ""),
        ("俄军没有轰炸基辅", "轰炸", ""),
        ("俄军不得轰炸基辅", "轰炸", ""),
        ("普京将会见拜登", "会见", "AGREE/ planned"),
        ("普京愿意会见拜登", "会见", "AGREE/ happened"),
        ("德国将向乌克兰提供坦克", "提供", "AGREE/ planned"),
        ("俄军将撤出赫尔松", "撤出", "CONCEDE/ planned"),
        ("俄罗斯将封锁港口", "封锁", "THREATEN/restrict planned"),
        ("俄罗斯将驱逐外交官", "驱逐", "THREATEN/expel planned"),
        ("俄罗斯在边境集结军队", "集结", "MOBILIZE/troops ongoing"),
        ("美国将关注俄罗斯集结军队", "集结", "MOBILIZE/troops ongoing"),
        ("拜登将承诺援助", "承诺", "AGREE/ happened"),
        ("俄罗斯对乌克兰构成威胁", "构成威胁", ""),
    ],
)
def test_the_words_around_a_trigger_decide_its_status(text, word, expected):
    assert code(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Russian forces shelled Odesa", "shelled", "ASSAULT/heavy-weapons happened"),
        ("Russian forces are still shelling Odesa", "shelling", "ASSAULT/heavy-weapons ongoing"),
        ("Russia plans to withdraw its troops", "withdraw", "CONCEDE/ planned"),
        ("Russia wants to withdraw its troops", "withdraw", ""),
        ("Russia began to withdraw its troops", "withdraw", "RETREAT/withdraw ongoing"),
        ("Russia did not withdraw", "withdraw", ""),
        ("Russia must not invade", "invade", ""),
        ("Russia will seize the town", "seize", "THREATEN/territory planned"),
        ("Russia will expel diplomats", "expel", "THREATEN/expel planned"),
    ],
)
def test_english_auxiliaries_and_infinitives_decide_as_well(text, word, expected):
    assert code(text, word, language="en") == expected


def test_what_somebody_denies_is_denied_and_what_only_the_article_denies_is_nothing():
    assert code("他说，俄军没有轰炸基辅", "轰炸", told=True) == "REJECT/ denied"
    assert code("俄罗斯没有对乌克兰构成威胁", "构成威胁", told=True) == "REJECT/ denied"


def test_what_somebody_fears_of_a_hostile_act_is_feared_and_of_a_friendly_one_nothing():
    found = reading("他说，俄军可能轰炸基辅", "轰炸", told=True)
    assert found is not None
    assert found.feared
    assert reading("他说，德国可能提供坦克", "提供", told=True) is None


def test_a_day_ahead_makes_a_plan_of_what_is_told_as_done():
    assert code("普京7月1日会见拜登", "会见", dated="ahead") == "AGREE/ planned"
    assert code("普京愿意7月1日会见拜登", "会见", dated="ahead") == "AGREE/ planned"
    assert code("俄罗斯在边境集结军队", "集结", dated="behind") == "MOBILIZE/troops happened"


def test_an_answer_is_a_threat_only_with_a_condition_or_a_plan():
    assert code("美国作出坚决回应", "回应") == ""
    assert code("美国将作出坚决回应", "回应") == "THREATEN/ conditional"
    assert code("如果俄罗斯入侵，美国作出坚决回应", "回应") == "THREATEN/ conditional"


def test_a_cue_reaches_only_so_far():
    assert code("俄军没有理会停火的呼吁，轰炸了基辅", "轰炸") == "ASSAULT/heavy-weapons happened"
    far = "俄军周一没有按照此前宣布的停火协议行事而是轰炸基辅"
    assert code(far, "轰炸") == "ASSAULT/heavy-weapons happened"


def test_law_6_no_threat_plan_or_wish_becomes_an_attack_that_happened():
    for text in (
        "普京扬言进攻基辅。",
        "俄罗斯计划进攻基辅。",
        "如果谈判破裂，俄罗斯将进攻基辅。",
        "俄罗斯希望占领敖德萨的港口。",
        "泽连斯基周一警告俄罗斯计划发动攻势。",
        "Russia plans to attack the port of Odesa.",
        "Russia threatened to seize the city of Odesa.",
        "Ukraine fears Russia might shell Odesa.",
    ):
        hostile = [m for m in find_events(text, DAY) if m.type in ("ASSAULT", "COERCE")]
        assert [m for m in hostile if m.status in ("happened", "ongoing")] == [], text


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("俄军轰炸了基辅吗？", "轰炸", ""),
        ("俄军不断轰炸基辅", "轰炸", "ASSAULT/heavy-weapons ongoing"),
        ("俄军不仅轰炸基辅", "轰炸", "ASSAULT/heavy-weapons happened"),
        ("俄军不轰炸基辅", "轰炸", ""),
        ("反对派轰炸基辅", "轰炸", "ASSAULT/heavy-weapons happened"),
        ("德国把两名俄罗斯外交官驱逐", "驱逐", "SANCTION/expel happened"),
        ("德国将两名俄罗斯外交官驱逐", "驱逐", "SANCTION/expel happened"),
        ("德国将俄罗斯外交官驱逐", "驱逐", "SANCTION/expel happened"),
        ("德国将驱逐两名俄罗斯外交官", "驱逐", "THREATEN/expel planned"),
        ("德国将在下周驱逐俄罗斯外交官", "驱逐", "THREATEN/expel planned"),
        ("普京与一名将军会见拜登", "会见", "CONSULT/visit happened"),
        ("普京在未来几周会见拜登", "会见", "AGREE/ planned"),
        ("普京在会谈五个小时后会见拜登", "会见", "CONSULT/visit happened"),
        ("普京计划访问北京，并会见习近平", "会见", "AGREE/ planned"),
        ("普京计划访问北京，随后会见了习近平", "会见", "CONSULT/visit happened"),
        ("普京在访华期间很忙", "访华", "CONSULT/visit ongoing"),
        ("欧盟可能对俄罗斯央行和多家银行实施制裁", "制裁", "THREATEN/restrict conditional"),
        ("德国旨在俄罗斯与乌克兰之间的漫长冲突中提供坦克", "提供", ""),
        ("美国没有发现中国向俄罗斯和白俄罗斯两国提供坦克", "提供", ""),
    ],
)
def test_words_that_only_look_like_a_cue_and_cues_that_reach_far(text, word, expected):
    assert code(text, word) == expected


def test_only_a_suspicion_of_a_hostile_act_accuses():
    found = reading("他说，俄军可能轰炸基辅", "轰炸", told=True)
    assert found is not None
    assert found.feared
    assert reading("他说，为防止俄军轰炸基辅", "轰炸", told=True) is None
    assert reading("他说，德国反对俄军轰炸基辅", "轰炸", told=True) is None


def test_an_english_question_tells_nothing():
    assert code("Did Russian forces attack Odesa?", "attack", language="en") == ""


def test_what_an_expert_holds_is_opinion_unless_he_gives_a_day():
    assert find_events("一名专家说，中国支持俄罗斯。", DAY) == []
    assert [m.type for m in find_events("一名专家说，中国6月10日支持俄罗斯。", DAY)] == ["SUPPORT"]
