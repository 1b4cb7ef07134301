"""Drafts to articles."""

from __future__ import annotations

import pytest

from corpus.errors import Unreadable
from corpus.model import Article
from corpus.readers import read
from corpus.readers.composition import composed
from corpus.readers.contract import Draft, Piece


def article(*pieces: Piece, **known: object) -> Article:
    return composed(Draft(pieces, **known), "a/b.md", "some", "0123456789abcdef", 1)  # type: ignore[arg-type]


def told(found: Article) -> list[tuple[str, str]]:
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


def test_blocks_are_parted_by_one_blank_line() -> None:
    found = article(Piece("title", "题"), Piece("paragraph", " 甲\n乙 "), Piece("paragraph", "丙"))
    assert found.text == "题\n\n甲乙\n\n丙"
    assert [(block.start, block.end) for block in found.blocks] == [(0, 1), (3, 5), (7, 8)]


def test_a_heading_or_line_above_the_text_that_repeats_the_title_is_not_given_twice() -> None:
    found = article(
        Piece("title", "两国会谈，开始"),
        Piece("heading", "“两国会谈” 开始"),
        Piece("paragraph", "两国会谈，开始"),
        Piece("paragraph", "正文。"),
        Piece("paragraph", "两国会谈，开始"),
    )
    assert told(found)[1:] == [("paragraph", "正文。"), ("paragraph", "两国会谈，开始")]


def test_each_language_part_drops_its_own_repeated_title() -> None:
    found = article(
        Piece("title", "会谈", "zh"),
        Piece("paragraph", "正文在此。", "zh"),
        Piece("title", "Talks", "en"),
        Piece("heading", "TALKS", "en"),
        Piece("paragraph", "This is the text.", "en"),
    )
    assert [kind for kind, _ in told(found)] == ["title", "paragraph", "title", "paragraph"]
    assert [block.language for block in found.blocks] == ["zh", "zh", "en", "en"]


def test_captions_come_once_with_their_credit_and_never_as_a_credit_alone() -> None:
    found = article(
        Piece("caption", "外长会谈。（AFP）"),
        Piece("caption", "外长会谈。（AFP）"),
        Piece("caption", "（网页截图）"),
        Piece("paragraph", "正文。"),
    )
    assert told(found) == [("caption", "外长会谈。（AFP）"), ("paragraph", "正文。")]


def test_headings_over_nothing_are_dropped() -> None:
    found = article(Piece("heading", "一"), Piece("paragraph", "正文。"), Piece("heading", "世界"))
    assert [kind for kind, _ in told(found)] == ["heading", "paragraph"]


def test_a_language_with_a_small_part_is_none_of_the_article_s() -> None:
    short, long = (
        Piece("paragraph", "This is a quote of the day."),
        Piece("paragraph", "会谈。" * 60),
    )
    assert article(short, long).languages == ("zh",)
    assert article(short, Piece("paragraph", "会谈。" * 3)).languages == ("en", "zh")
    assert article(Piece("paragraph", "Переговоры")).languages == ("und",)


@pytest.mark.parametrize(
    ("author", "expected"), [("Jane Doe", "Jane Doe"), ("ft", "张婷"), ("", "张婷")]
)
def test_the_author_is_a_writer_and_never_the_publisher(author: str, expected: str) -> None:
    byline = Piece("paragraph", "（大纪元记者张婷综合报导）正文。")
    assert article(byline, author=author).author == expected


@pytest.mark.parametrize(
    ("text", "outlet_id"),
    [
        ("华盛顿（美联社）——国防部长说", "ap"),
        ("MINSK, 7 February (BelTA) – The West", "belta"),
        ("KYIV, Feb 1 (Reuters) - Envoys met", "reuters"),
        ("【大纪元2022年01月21日讯】会谈", "epoch-times"),
        ("Reuters reported that the envoys met", "unknown"),
        (
            "The envoys met in Kyiv on Friday evening and left again, so they told the BBC — twice",
            "unknown",
        ),
    ],
)
def test_a_dateline_tells_the_outlet_where_no_address_does(text: str, outlet_id: str) -> None:
    assert article(Piece("paragraph", text)).outlet_id == outlet_id


def test_several_articles_of_one_file_have_ids_of_their_own() -> None:
    draft = Draft((Piece("paragraph", "正文。"),))
    ids = [
        composed(draft, "a", "some", "0123456789abcdef", number).article_id for number in (1, 2, 3)
    ]
    assert ids[1:] == [f"{ids[0]}-2", f"{ids[0]}-3"]


@pytest.mark.parametrize(
    "pieces",
    [(), (Piece("title", "题"),), (Piece("title", "题"), Piece("paragraph", "责任编辑：某"))],
)
def test_an_article_without_text_is_refused(pieces: tuple[Piece, ...]) -> None:
    with pytest.raises(Unreadable) as refusal:
        article(*pieces)
    assert refusal.value.stage == "read"


def test_a_paragraph_that_says_what_a_picture_shows_is_a_caption() -> None:
    page = "# 港口会谈\n\n双方周五会谈。\n\n图为周五的会谈。（某社）\n\n会谈没有结果。\n"
    (article,) = read("a.md", page.encode())
    assert [block.kind for block in article.blocks] == [
        "title",
        "paragraph",
        "caption",
        "paragraph",
    ]
