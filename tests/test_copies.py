"""One telling, one source: what is the same, what is nearly the same, what only looks alike."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from corpus.copies import related, sketch
from corpus.model import Article, Published

WORDS = [f"word{number}" for number in range(400)]
HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 400)]


def prose(seed: int, length: int = 200, words: list[str] = WORDS) -> str:
    """Text of a seed: two seeds share nothing longer than a word."""
    return ("" if words is HAN else " ").join(random.Random(seed).choices(words, k=length))


def article(name: str, text: str, day: int = 1, url: str = "", language: str = "en") -> Article:
    published = Published(datetime(2022, 1, day, tzinfo=UTC), "day", "front matter")
    return Article(
        article_id=f"a{name}",
        path=f"{name}.md",
        format="markdown",
        sha256=name * 64,
        outlet="",
        outlet_id="unknown",
        url=url,
        title="",
        author="",
        languages=(language,),
        published=published,
        dates=(published,),
        translation_of="",
        duplicate_of="",
        copy_basis="",
        text=text,
        blocks=(),
    )


def told(*articles: Article) -> dict[str, tuple[str, str, str]]:
    """What each is a copy of and why, and what it translates, by its path."""
    found = related(articles, [sketch(each.text) for each in articles])
    assert [each.path for each in found] == [each.path for each in articles]
    return {
        each.path[0]: (each.duplicate_of, each.copy_basis, each.translation_of) for each in found
    }


NONE = ("", "", "")


def test_what_has_nothing_in_common_is_no_copy():
    found = told(article("1", prose(1)), article("2", prose(2)), article("3", prose(3, words=HAN)))
    assert set(found.values()) == {NONE}


def test_the_same_words_in_another_wrapper_are_a_copy_of_the_earlier():
    text = prose(1)
    found = told(article("1", text.upper(), day=3), article("2", text.replace(" ", "\n"), day=2))
    assert found == {"1": ("a2", "text", ""), "2": NONE}


def test_traditional_and_simplified_characters_are_the_same_words():
    found = told(
        article("1", "烏克蘭總統澤倫斯基週五說", language="zh"),
        article("2", "乌克兰总统泽伦斯基周五说", language="zh"),
    )
    assert found["2"] == ("a1", "text", "")


@pytest.mark.parametrize("words", [WORDS, HAN], ids=["en", "zh"])
def test_an_agency_s_report_with_a_paragraph_behind_it_is_nearly_the_same(words):
    text = prose(1, 300, words)
    longer = f"{text} {prose(2, 200, words)}"
    edited = text.replace(text[50:80], "")
    found = told(article("1", text), article("2", longer), article("3", edited))
    assert found == {"1": NONE, "2": ("a1", "near", ""), "3": ("a1", "near", "")}


def test_a_common_quotation_makes_no_copy():
    quotation = prose(9, 40)
    one, two = (article(str(n), f"{prose(n)} {quotation} {prose(n + 20)}") for n in (1, 2))
    assert set(told(one, two).values()) == {NONE}


def test_short_texts_are_copies_only_word_for_word():
    one, two = article("1", "Kyiv was shelled today"), article("2", "Kyiv was shelled again today")
    assert set(told(one, two).values()) == {NONE}
    assert told(one, article("2", "Kyiv was shelled today."))["2"] == ("a1", "text", "")


def test_one_address_is_one_article_if_its_text_is_not_quite_another():
    live = article("1", prose(1, 200), url="https://www.bbc.com/news/1?utm_source=x")
    later = article("2", f"{prose(1, 100)} {prose(5, 300)}", 2, "https://bbc.com/news/1/#top")
    other = article("3", prose(7), 3, "https://bbc.com/news/1")
    assert told(live, later, other) == {"1": NONE, "2": ("a1", "address", ""), "3": NONE}


def test_one_address_in_two_languages_is_a_translation():
    english = article("1", prose(1), url="https://dw.com/en/x/a-1")
    chinese = article("2", prose(2, words=HAN), 2, "https://dw.com/zh/x/a-1", "zh")
    elsewhere = article("3", prose(3, words=HAN), 2, "https://dw.com/zh/x/a-2", "zh")
    assert told(english, chinese, elsewhere) == {"1": NONE, "2": ("", "", "a1"), "3": NONE}


def test_a_chain_of_copies_ends_at_its_original():
    text = prose(1, 300)
    articles = [article(str(n), text + f" {prose(n, 10)}" * n, day=n) for n in (1, 2, 3)]
    found = told(*articles)
    assert {found["2"][0], found["3"][0]} == {"a1"}


def test_the_order_of_the_input_does_not_matter():
    text = prose(1, 300)
    articles = [article(str(n), f"{text} {prose(n, 20)}", day=n) for n in (1, 2, 3, 4)]
    assert told(*articles) == told(*reversed(articles))


def test_identical_bytes_keep_an_id_of_their_own():
    one = article("1", prose(1))
    found = related([one, replace(one, path="2.md")], [(), ()])
    assert [each.article_id for each in found] == ["a1", "a1-copy2"]
    assert (found[1].duplicate_of, found[1].copy_basis) == ("a1", "identical")


@pytest.mark.parametrize("url", ["https://ft.com/", "https://[broken", "", "mailto:a@b.c"])
def test_an_address_that_names_no_page_makes_no_copy(url):
    assert set(told(article("1", prose(1), url=url), article("2", prose(2), url=url)).values()) == {
        NONE
    }
