"""The articles shipped with the project, read; every figure was counted in the files by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from corpus.model import Article
from corpus.readers import read
from corpus.text import sentences

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass(frozen=True)
class Seed:
    file: str
    format: str
    outlet: tuple[str, str]
    url: str
    title: str
    author: str
    languages: tuple[str, ...]
    published: tuple[str, str, str]
    blocks: dict[str, int]
    first: str
    last: str


EXPECTED = (
    Seed(
        "000_7c2ac09a8ec85703.txt",
        "bilingual-markdown",
        ("ft", "Financial Times"),
        "https://ft.com/content/0cc5ee0a-8303-4c32-b86f-4b9531edb6f6",
        "在俄罗斯占领更多领土之际，安东尼·布林肯抵达基辅",
        "",
        ("zh", "en"),
        ("2024-05-14T06:03:18.738000+00:00", "second", "front matter"),
        {"title": 2, "paragraph": 6},
        "美国国务卿安东尼·布林肯（Antony Blinken）意外访问了基辅，在俄罗斯持续军事侵略之际，"
        "表达了对乌克兰和其总统弗拉基米尔·泽连斯基（Volodymyr Zelenskyy）的支持。",
        "Meanwhile, US National Security Adviser Jake Sullivan has acknowledged the urgency of "
        "getting aid to Ukraine, given the delays caused by congressional debates.",
    ),
    Seed(
        "001_d36ee75ac0d48196.txt",
        "epoch-mirror",
        ("epoch-times", "The Epoch Times"),
        "https://www.epochtimes.com/gb/22/1/21/n13520753.htm",
        "乌克兰危机加剧之际 布林肯与俄外长会面",
        "张婷",
        ("zh",),
        ("2022-01-21T00:00:00+00:00", "day", "dateline"),
        {"title": 1, "caption": 1, "paragraph": 17},
        "【大纪元2022年01月21日讯】美国国务卿布林肯周五（1月21日）在日内瓦召开的会议上，"
        "告诉俄罗斯外交部长谢尔盖‧拉夫罗夫（Sergey Lavrov），如果莫斯科进一步侵略乌克兰，"
        "华盛顿将做出“统一、迅速和严厉的回应”。",
        "他还在乌克兰与乌克兰总统泽连斯基进行了会面。",
    ),
    Seed(
        "002_f4d4ab89f7435432.txt",
        "hexo-rss",
        ("aljazeera", "Al Jazeera"),
        "",
        "若俄罗斯入侵：拜登承诺乌克兰总统将予以坚决回应",
        "",
        ("zh",),
        ("2022-01-03T10:02:32+00:00", "second", "front matter"),
        {"title": 1, "heading": 3, "caption": 3, "paragraph": 14},
        "美国总统乔·拜登在2日的电话通话中向乌克兰总统泽连斯基承诺，如果俄罗斯胆敢入侵乌克兰，"
        "那么美国及其盟国将予以“坚决回应”。",
        "克里姆林宫还强调，实施新的制裁将是一项“严重的错误”。",
    ),
    Seed(
        "003_6b1fbcd766d1bf2b.txt",
        "hexo-rss",
        ("aljazeera", "Al Jazeera"),
        "",
        "在普京就乌克兰问题发表声明后 美国有意与俄罗斯开展外交对话",
        "",
        ("zh",),
        ("2021-12-24T06:06:27+00:00", "second", "front matter"),
        {"title": 1, "heading": 3, "caption": 2, "paragraph": 25},
        "一位白宫高级官员23日表示，美国准备与俄罗斯“开展外交对话”，这是对俄罗斯总统普京的"
        "年度新闻发布会所作出的第一反应，因为普京在这场会上强调他希望避免在乌克兰发生冲突。",
        "俄罗斯国防部表示，生化防御部队也参加了模拟保护武装部队场景的演习，"
        "并训练开展了抵抗无人机攻击、反击敌人的行动。",
    ),
)


@cache
def article(name: str) -> Article:
    (found,) = read(name, (SEEDS / name).read_bytes())
    return found


def blocks(name: str, kind: str) -> list[str]:
    found = article(name)
    return [found.text[b.start : b.end] for b in found.blocks if b.kind == kind]


@pytest.mark.parametrize("seed", EXPECTED, ids=lambda seed: seed.file)
def test_a_seed_tells_who_published_it_when_where_and_in_which_languages(seed: Seed) -> None:
    found = article(seed.file)
    assert found.published is not None
    instant, *told = (
        found.published.instant.isoformat(),
        found.published.precision,
        found.published.basis,
    )
    assert (instant, *told) == seed.published
    assert (found.outlet_id, found.outlet) == seed.outlet
    assert (found.format, found.url) == (seed.format, seed.url)
    assert (found.title, found.author, found.languages) == (seed.title, seed.author, seed.languages)
    assert (found.translation_of, found.duplicate_of) == ("", "")


@pytest.mark.parametrize("seed", EXPECTED, ids=lambda seed: seed.file)
def test_a_seed_has_its_blocks_and_its_body_from_first_to_last_sentence(seed: Seed) -> None:
    found = article(seed.file)
    assert Counter(block.kind for block in found.blocks) == seed.blocks
    body = [block for block in found.blocks if block.kind == "paragraph"]
    first = sentences(found.text, body[0].start, body[0].end)[0]
    last = sentences(found.text, body[-1].start, body[-1].end)[-1]
    assert (found.text[slice(*first)], found.text[slice(*last)]) == (seed.first, seed.last)


def test_every_file_in_the_seeds_is_expected_here() -> None:
    assert {path.name for path in SEEDS.iterdir()} == {seed.file for seed in EXPECTED}


def test_the_bilingual_seed_has_a_title_in_each_language_and_three_paragraphs_under_it() -> None:
    found = article("000_7c2ac09a8ec85703.txt")
    told = [(block.kind, block.language) for block in found.blocks]
    paragraphs = [("paragraph", "zh")] * 3, [("paragraph", "en")] * 3
    assert told == [("title", "zh"), *paragraphs[0], ("title", "en"), *paragraphs[1]]
    assert blocks("000_7c2ac09a8ec85703.txt", "title")[1] == (
        "Antony Blinken arrives in Kyiv as Russia takes more territory"
    )


def test_captions_keep_their_credit_and_headings_are_headings() -> None:
    assert blocks("001_d36ee75ac0d48196.txt", "caption") == [
        "图为2022年1月21日，美俄外长在瑞士日内瓦举行会谈。(ALEX BRANDON/POOL/AFP via Getty Images)"
    ]
    assert blocks("002_f4d4ab89f7435432.txt", "caption") == [
        "美国总统拜登上个月与俄罗斯总统普京进行了视频通话（路透社）",
        "俄罗斯总统普京对他与拜登之间的电话通话表示满意（阿纳多卢通讯社）",
        "乌克兰士兵在开展发射美国标枪反装甲导弹的训练行动 (社交网站)",
    ]
    assert blocks("003_6b1fbcd766d1bf2b.txt", "heading") == ["避免冲突", "联络与讨论", "演习和训练"]


@pytest.mark.parametrize("seed", EXPECTED, ids=lambda seed: seed.file)
@pytest.mark.parametrize(
    "page",
    [
        *(
            "责任编辑",
            "大纪元记者",
            "首页",
            "翻墙",
            "/n",
            "**",
            "#",
            "](",
            "<",
            "http",
            "Source Link",
        ),
        *("原文链接", "U.S. President Joe Biden holds", "Secretary of state to discuss", "\u200b"),
    ],
)
def test_nothing_of_the_page_around_a_seed_is_in_its_text(seed: Seed, page: str) -> None:
    assert page not in article(seed.file).text
