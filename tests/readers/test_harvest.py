"""All of one file: its articles, and every problem beside them."""

from __future__ import annotations

from corpus.readers import harvest, read
from tests.readers.packed import CHINESE, ENGLISH, zipped


def test_one_bad_member_does_not_lose_the_others() -> None:
    files = {"a.md": ENGLISH.encode(), "b.png": b"\x89PNG\r\n\x1a\n", "c.md": CHINESE.encode()}
    found = harvest("x.zip", zipped(files))
    assert [article.path for article in found.articles] == ["x.zip/a.md", "x.zip/c.md"]
    assert [(problem.path, problem.stage) for problem in found.problems] == [
        ("x.zip/b.png", "decode")
    ]


def test_an_article_in_a_container_is_the_one_that_lies_beside_it() -> None:
    packed = harvest("x.zip", zipped({"a.md": ENGLISH.encode()})).articles[0]
    alone = read("a.md", ENGLISH.encode())[0]
    assert (packed.article_id, packed.text) == (alone.article_id, alone.text)


def test_broken_characters_are_read_on_and_told() -> None:
    found = harvest("a", CHINESE.encode().strip()[:-1])
    assert found.articles[0].text.endswith("会面\ufffd")
    assert [(problem.stage, problem.detail) for problem in found.problems] == [
        ("decode", "1 characters in utf-8")
    ]


def test_the_address_of_a_file_is_its_article_s_and_never_that_of_many() -> None:
    address = "https://news.example.org/2022/03/06/talks"
    (article,) = harvest("a", ENGLISH.encode(), address).articles
    assert (article.url, article.outlet_id) == (address, "news.example.org")
    assert article.published is not None
    assert article.published.basis == "url"
    table = b"title,text\nA,The ministers met in Hanoi.\nB,The envoys left Hanoi.\n"
    assert {article.url for article in harvest("a", table, address).articles} == {""}
    assert harvest("a", ENGLISH.encode(), "javascript:alert(1)").articles[0].url == ""


def test_a_file_without_an_article_gives_one_problem() -> None:
    found = harvest("a", b"")
    assert not found.articles
    assert [problem.path for problem in found.problems] == ["a"]
