"""What a figure is a figure of: the same subject in both languages, and none where none is said."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from corpus.lexicon import listed, table
from corpus.quantities import find_quantities
from corpus.subjects import Subject, subject

RUS, UKR = ("RUS MIL",), ("UKR",)
MASSED = Subject("troops", "massed", False, "RUS", "", "Ukraine")


def about(clause: str, type_: str, place: str = "", which: int = 0, **sides: Any) -> Subject | None:
    """The subject of a clause's figure; ``actors`` and ``recipients`` are empty unless given."""
    language = "zh" if any("一" <= sign <= "鿿" for sign in clause) else "en"
    figure = find_quantities(clause, language)[which]
    telling = {"language": language, "type": type_, "actors": (), "recipients": (), **sides}
    return subject(asdict(figure), clause, figure.start, telling, place)


@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("俄罗斯在边境集结了八万大军", "Ukraine's border"),
        ("俄军在乌克兰边境部署了约8万名士兵", ""),
        ("俄羅斯在烏克蘭邊境集結了超過12萬軍隊", ""),
        ("Russia has massed more than 80,000 troops along the frontier", "Kharkiv region"),
        ("Moscow deployed 80,000 soldiers there", "Ukraine"),
    ],
)
def test_troops_soldiers_and_forces_massed_at_one_border_are_one_subject(clause, place):
    assert about(clause, "MOBILIZE", place, actors=RUS) == MASSED


@pytest.mark.parametrize(
    ("clause", "type_", "sides", "expected"),
    [
        ("袭击造成12名平民死亡", "ASSAULT", {"recipients": UKR}, ("civilians", "killed", "UKR")),
        (
            "Shelling killed 12 civilians",
            "ASSAULT",
            {"recipients": UKR},
            ("civilians", "killed", "UKR"),
        ),
        ("About 40 Russian soldiers died", "ASSAULT", {}, ("troops", "killed", "RUS")),
        ("30名俄罗斯士兵阵亡", "ASSAULT", {"recipients": UKR}, ("troops", "killed", "RUS")),
        ("40人受伤", "ASSAULT", {"recipients": UKR}, ("people", "wounded", "UKR")),
        ("俄军至少阵亡30人", "ASSAULT", {"recipients": RUS}, ("troops", "killed", "RUS")),
        ("击落了6架俄罗斯无人机", "ASSAULT", {"recipients": ()}, ("drones", "destroyed", "RUS")),
        (
            "发射了31枚巡航导弹",
            "ASSAULT",
            {"actors": RUS, "recipients": UKR},
            ("missiles", "fired", "RUS"),
        ),
        ("占领了大约50平方公里的领土", "COERCE", {"actors": RUS}, ("territory", "taken", "RUS")),
        (
            "驱逐了12名俄罗斯外交官",
            "SANCTION",
            {"actors": ("POL GOV",)},
            ("diplomats", "expelled", "RUS"),
        ),
    ],
)
def test_verbs_and_nouns_of_both_languages_come_to_one_name(clause, type_, sides, expected):
    found = about(clause, type_, **sides)
    assert found is not None
    assert (found.thing, found.fate, found.whose) == expected
    assert not found.total


def test_help_is_of_who_gives_it_and_to_whom():
    zh = about("美国向乌克兰提供了3亿美元援助", "AID", actors=("USA GOV",), recipients=("UKR GOV",))
    en = about("$300 million in aid", "AGREE", actors=("USA GOV Joe Biden",), recipients=UKR)
    assert zh == en == Subject("aid-usd", "given", False, "USA", "UKR", "")
    assert zh is not None
    assert zh.part
    assert zh.titles() == (
        "Aid promised or given by US to Ukraine (US dollars)",
        "美国向乌克兰承诺或提供的援助（美元）",
    )


def test_a_day_after_is_no_rate():
    assert (
        about("Russia fired 20 missiles a day after the talks", "ASSAULT", actors=RUS) is not None
    )


def test_those_without_a_state_are_called_by_their_name():
    west = about("提供了3亿美元援助", "AID", actors=("GOV Western countries",), recipients=UKR)
    assert west is not None
    assert west.titles()[0] == "Aid promised or given by the West to Ukraine (US dollars)"


@pytest.mark.parametrize(
    ("clause", "total"),
    [
        ("俄军迄今阵亡900人", True),
        ("900 Russian soldiers have been killed so far", True),
        ("俄军阵亡9000人", True),
        ("俄军阵亡900人", False),
    ],
)
def test_a_running_total_is_a_subject_of_its_own(clause, total):
    found = about(clause, "ASSAULT", recipients=RUS)
    assert found is not None
    assert (found.total, found.level) == (total, total)
    assert ("累计" in found.titles()[1]) == total


@pytest.mark.parametrize(
    ("clause", "type_", "sides"),
    [
        ("俄军每天发射2000枚炮弹", "ASSAULT", {"actors": RUS}),
        ("Russia fires 2,000 shells a day", "ASSAULT", {"actors": RUS}),
        ("8万名士兵", "MOBILIZE", {"actors": RUS}),
        ("部署了8万名士兵", "MOBILIZE", {"actors": RUS}),
        ("12人死亡", "ASSAULT", {"recipients": ("UKR", "POL GOV")}),
        ("警方逮捕了20人", "COERCE", {"actors": ("COP",), "recipients": ("CVL",)}),
        ("8万名士兵，以阵亡的方式", "ASSAULT", {"recipients": RUS}),
        ("提供了3亿美元援助", "AID", {"actors": ("USA GOV",)}),
        ("发射了84枚导弹和无人机", "ASSAULT", {"actors": RUS}),
    ],
    ids=["rate", "a day", "no verb", "no place", "owners", "no state", "comma", "nobody", "things"],
)
def test_where_the_clause_does_not_say_it_there_is_no_subject(clause, type_, sides):
    assert about(clause, type_, **sides) is None


def test_where_a_clause_names_several_states_nobody_is_massed_in_one_of_them():
    clause = "美军在波兰的华沙和德国的柏林部署了6000名士兵"
    assert about(clause, "MOBILIZE", actors=("USA MIL",)) is None


def test_the_tables_name_only_things_and_types_that_there_are():
    things = {row["key"] for row in table("things.tsv")}
    for row in table("fates.tsv"):
        assert row["kind"] in ("level", "deed", "part")
        assert row["whose"] in ("doer", "target", "pair")
        for key in listed(row["things"]):
            assert key in things or any(thing.startswith(key.rstrip("*")) for thing in things)
        filled = {"what", "thing", "by", "whom", "where"}
        for language in ("en", "zh"):
            row[f"title_{language}"].format(**dict.fromkeys(filled, ""))
            assert bool(row["where_en"]) == ("{where}" in row[f"title_{language}"])


@pytest.mark.parametrize("fate", [row["key"] for row in table("fates.tsv")])
def test_every_fate_gives_a_title_in_both_languages(fate):
    en, zh = Subject("troops", fate, False, "RUS", "UKR", "Kyiv").titles()
    assert en[0].isupper()
    assert "  " not in en
    assert any("一" <= sign <= "鿿" for sign in zh)
