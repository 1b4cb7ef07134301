"""The list of readers, and the promise that a file is read or refused with a reason."""

from __future__ import annotations

import dataclasses
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus.readers
from corpus.errors import Unreadable
from corpus.model import Article
from corpus.readers import READERS, harvest, read
from corpus.readers.opening import opened
from tests.readers.golden import SAMPLES


def test_every_module_that_offers_a_reader_is_listed_and_nothing_else() -> None:
    names = [f"corpus.readers.{found.name}" for found in iter_modules(corpus.readers.__path__)]
    modules = [import_module(name) for name in names]
    offered = [module.READER for module in modules if hasattr(module, "READER")]
    assert len(offered) == len(READERS)
    assert all(reader in READERS for reader in offered)
    assert len({reader.name for reader in READERS}) == len(READERS)
    assert all(module.__doc__ for module in modules)


def test_the_general_readers_come_last() -> None:
    assert [reader.name for reader in READERS[-2:]] == ["markdown", "plain-text"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_format_is_told_by_content_and_never_by_name(sample: Path) -> None:
    data = sample.read_bytes()
    formats = {read(name, data)[0].format for name in ("a.txt", "b.md", "c", "d.html")}
    assert formats == {sample.parent.name}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(sample: Path) -> None:
    data = sample.read_bytes()
    windows = b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")
    own = {"article_id": "", "sha256": ""}
    plain, marked = read(sample.name, data), read(sample.name, windows)
    assert [dataclasses.replace(a, **own) for a in plain] == [
        dataclasses.replace(a, **own) for a in marked
    ]


@pytest.mark.parametrize(
    ("data", "stage", "advice"),
    [
        (b"", "decode", "empty"),
        (b" \n\n", "decode", "empty"),
        (b"\xef\xbb\xbf", "decode", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "decode", "a picture (PNG): transcribe"),
        (bytes(range(8)) * 9, "decode", "no text file"),
        (bytes(range(128, 256)) * 2, "decode", "convert the file to UTF-8"),
        (b"---\ntitle: a\ndate: 2022-01-01\n---\n", "read", "no article text"),
        (b"# Title\n\n[Home](/) | [About](/about)\n", "read", "no article text"),
        (b"<!DOCTYPE html><html><body><a href=1>Home</a>", "read", "no article on this page"),
        (b'{"title": "The talks are over"}', "detect", "No reader"),
        (b"name,place,day\nA,B,C\nD,E,F\nG,H,I\n", "detect", "No reader"),
        (b"def f(x):\n    return {k: v[0] for k, v in x.items()}\n", "detect", "No reader"),
        (b"1 2 3 4 5\n6 7 8 9 10\n", "detect", "No reader"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_stage_and_what_to_do(
    data: bytes, stage: str, advice: str
) -> None:
    with pytest.raises(Unreadable) as refusal:
        read("folder/file.md", data)
    assert refusal.value.stage == stage
    assert advice in refusal.value.reason


_PARTS = st.sampled_from(
    [
        *(
            "---\n",
            "title: 会谈\n",
            "date: 2020-02-31\n",
            "headimg: x\n",
            "\n",
            "# 标题\n",
            "#### a\n",
        ),
        *('<div itemprop="articleBody">', "<p>", "</p>", "<figure>", "<br>", "<ok href=", "</div>"),
        *(
            "【大纪元2022年13月45日讯】",
            "（大纪元记者张三报导）",
            "**",
            "原文链接：",
            "https://[a",
            "](",
            "[",
        ),
        *(
            "外长周四会谈。",
            "The ministers met.",
            "/n/n",
            "```",
            "&#0;",
            "&nbsp;",
            "<!--",
            "\ufeff",
            "\u0301",
        ),
    ]
)


def _outcome(data: bytes) -> tuple[Article, ...] | Unreadable:
    try:
        return read("file", data)
    except Unreadable as refusal:
        return refusal


@given(st.lists(_PARTS, max_size=25).map("".join).map(str.encode) | st.binary(max_size=200))
def test_any_file_is_read_or_refused_and_blocks_fit_the_text(data: bytes) -> None:
    outcome = _outcome(data)
    if isinstance(outcome, Unreadable):
        assert outcome.stage in {"decode", "detect", "read"}
        assert outcome.reason
        return
    assert outcome
    for article in outcome:
        text = "\n\n".join(article.text[block.start : block.end] for block in article.blocks)
        assert text == article.text
        assert article.url == "" or article.url.startswith(("http://", "https://"))
        assert any(block.kind != "title" for block in article.blocks)


def test_an_article_is_named_by_its_bytes() -> None:
    first, again, other = (
        read(path, f"The ministers {verb}.".encode())[0]
        for path, verb in (("a.txt", "met"), ("b/c.md", "met"), ("a.txt", "left"))
    )
    assert first.article_id == again.article_id == f"a{first.sha256[:10]}"
    assert first.article_id != other.article_id
    assert (first.path, again.path) == ("a.txt", "b/c.md")


LINKS = "- [首頁](https://a.org/1)\n- [關於](https://a.org/2)\n- [更多](https://a.org/3)\n"


@pytest.mark.parametrize(
    ("text", "is_article"),
    [
        (f"資料已更新\n\n{LINKS}", False),
        (f"資料已更新。\n\n{LINKS}", True),
        (f"# 會談\n\n資料已更新\n\n{LINKS}", True),
        (f"Ministers agree on the terms of a truce\n\n{LINKS}", True),
        ("**資料**已更新\n", True),
    ],
)
def test_a_few_words_above_a_list_of_links_are_no_article(text: str, is_article: bool) -> None:
    found = harvest("a.md", text.encode())
    assert bool(found.articles) is is_article
    assert bool(found.problems) is not is_article


def test_a_title_without_a_letter_gives_way_to_the_heading() -> None:
    front = "---\ntitle: 2022-01-21\ndate: 2022-01-21\n---\n"
    (article,) = read("a.md", f"{front}# Talks go on\n\nThe two ministers met.\n".encode())
    assert article.title == "Talks go on"
    (bare,) = read("a.md", f"{front}The two ministers met.\n".encode())
    assert bare.title == "2022-01-21"


def test_detecting_needs_no_body() -> None:
    source = opened("x.md", b"---\ntitle: a\n---\n")
    assert [reader.name for reader in READERS if reader.detect(source)] == ["markdown"]
