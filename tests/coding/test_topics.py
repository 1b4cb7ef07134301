"""What an act is about, the most telling topic first."""

from __future__ import annotations

import pytest

from coding import sentence
from corpus.coding.topics import contexts_of, topic, topics_in
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
        for language in ("zh", "en")
        for form in listed(row[f"forms_{language}"])
    ],
)
def test_every_form_of_a_topic_names_it(key, language, form):
    assert topic(key)["key"] == key
    assert key in about(form.replace("nato", "NATO"), language)
