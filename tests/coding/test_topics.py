"""What an act is about, the most telling topic first."""

from __future__ import annotations

import pytest

from coding import sentence
from corpus.coding.sentence import Span
from corpus.coding.topics import contexts_of, subjects, supposed_of, topic, topics_in
from corpus.lexicon import listed, table


def about(text: str, language: str = "zh") -> tuple[str, ...]:
    return topics_in(sentence(text, language), 0, len(text))


def test_the_most_telling_topic_comes_first_whatever_the_order_of_the_words():
    assert about("提供武器和标枪") == about("提供标枪和武器") == ("javelin", "weapons")
    assert about("arms, tanks and Javelins", "en") == ("javelin", "tanks", "weapons")


def test_a_topic_named_twice_counts_once_and_only_within_the_stretch():
    text = "制裁与制裁，随后是粮食"
    assert about(text) == ("grain", "sanctions")
    assert topics_in(sentence(text), 0, text.index("，")) == ("sanctions",)


def test_the_name_of_a_party_is_no_topic():
    assert about("俄罗斯军队抵达") == ()
    assert about("军队抵达") == ("troops",)


def test_contexts_are_plovers_tags_once_each_in_order():
    assert contexts_of(("sanctions", "trade", "grain", "port")) == ("economic", "natural_resource")
    assert contexts_of(()) == ()


#: forms that begin with the name of a party, and so are taken for no more than that
NAMED = ("北约", "nato")


@pytest.mark.parametrize(
    ("key", "language", "form"),
    [
        pytest.param(
            row["key"],
            language,
            form,
            marks=[pytest.mark.xfail(reason="a party")] if form.startswith(NAMED) else [],
        )
        for row in table("topics.tsv")
        if row["kind"] != "condition"
        for language in ("zh", "en")
        for form in listed(row[f"forms_{language}"])
    ],
)
def test_every_form_of_a_topic_names_it(key, language, form):
    assert topic(key)["key"] == key
    assert key in about(form.replace("nato", "NATO"), language)


@pytest.mark.parametrize(
    ("key", "language", "form"),
    [
        (row["key"], language, form)
        for row in table("topics.tsv")
        if row["kind"] == "condition"
        for language in ("zh", "en")
        for form in listed(row[f"forms_{language}"])
    ],
)
def test_every_form_of_a_condition_is_found_behind_an_if_and_nowhere_else(key, language, form):
    supposed = {"zh": f"如果俄罗斯{form}，将付出代价", "en": f"If Russia {form}, it will pay"}
    plain = {"zh": f"俄罗斯{form}，将付出代价", "en": f"Russia may {form}, it will pay"}
    assert supposed_of(sentence(supposed[language], language), ["RUS GOV"]) == (key,)
    assert supposed_of(sentence(plain[language], language), ["RUS GOV"]) == ()
    assert key not in about(supposed[language], language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("如果乌克兰进攻，将付出代价", "zh"),
        ("如果俄罗斯不进攻，就会有会谈", "zh"),
        ("如果俄罗斯遭到袭击，将作出回应", "zh"),
        ("如果俄罗斯停止进攻，将取消制裁", "zh"),
        ("除非俄罗斯进攻，否则不会制裁", "zh"),
        ("如果俄罗斯与乌克兰进攻，将付出代价", "zh"),
        ("If Ukraine attacks, it will pay", "en"),
        ("If Russia does not attack, talks will go on", "en"),
        ("If Russia stops its attacks, sanctions will end", "en"),
        ("Unless Russia attacks, there will be no sanctions", "en"),
    ],
)
def test_a_condition_is_nobody_elses_act_and_no_act_left_undone(text, language):
    assert supposed_of(sentence(text, language), ["RUS GOV"]) == ()


def test_an_attack_is_not_about_the_war_that_it_is_part_of_unless_it_is_called_so():
    text = "俄军在入侵乌克兰时袭击了平民"
    made, at = sentence(text), text.index("袭击")
    span = Span(0, len(text))
    assert subjects(made, span, Span(at, at + 2), "ASSAULT", ()) == ("civilians",)
    assert "invasion" in subjects(made, span, Span(at, at + 2), "ACCUSE", ())
    assert "invasion" in subjects(
        made, span, Span(text.index("入侵"), text.index("入侵") + 2), "ASSAULT", ()
    )
