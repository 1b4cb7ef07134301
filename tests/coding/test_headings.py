"""A heading announces what the text tells; nothing in the text rests on it."""

from __future__ import annotations

import pytest

from corpus.coding import code
from corpus.model import Block, BlockKind, Mention
from corpus.times import tag
from tests.coding import DAY

Told = tuple[BlockKind, str]


def told(*blocks: Told) -> list[Mention]:
    """The mentions of an article made of these blocks."""
    text = "\n\n".join(words for _, words in blocks)
    laid: list[Block] = []
    for kind, words in blocks:
        start = laid[-1].end + 2 if laid else 0
        laid.append(Block(kind, start, start + len(words), "en" if words.isascii() else "zh"))
    return code(text, laid, tag(text, laid, DAY), DAY)


@pytest.mark.parametrize("kind", ["title", "heading", "paragraph", "caption"])
def test_a_mention_says_in_which_kind_of_block_it_is_told(kind):
    [mention] = told((kind, "G7峰会谴责俄罗斯"))
    assert mention.region == kind


@pytest.mark.parametrize(
    ("heading", "paragraph"),
    [
        ("日本敦促中国释放渔民", "6月13日，日本敦促中国释放渔民。"),
        ("Finland condemned China", "On 13 June, Finland condemned China."),
    ],
)
def test_a_heading_of_what_the_text_tells_is_its_repeat_and_has_its_day(heading, paragraph):
    above, below = told(("paragraph", "没有消息。"), ("heading", heading), ("paragraph", paragraph))
    assert (above.region, above.repeat) == ("heading", True)
    assert (below.region, below.repeat) == ("paragraph", False)
    assert (above.first, above.date_basis) == (below.first, "context")


@pytest.mark.parametrize("heading", ["塞浦路斯支持欧盟立场", "US threatens China with tariffs"])
def test_a_heading_alone_is_marginal_and_of_no_day(heading):
    [alone] = told(("paragraph", "没有消息。"), ("heading", heading))
    assert (alone.date_basis, alone.salience, alone.repeat) == ("none", 0, False)


@pytest.mark.parametrize(
    "heading",
    [
        "外交努力",  # names a matter
        "俄罗斯对乌克兰的袭击",  # a noun and no verb
        "The attack on Kyiv",
        "遭到袭击",  # nobody does it
        "专家：中国支持俄罗斯",  # an opinion
        "宣布实行宵禁",  # by whom the text around it might tell
    ],
)
def test_a_heading_that_tells_no_news_of_anybody_tells_nothing(heading):
    lead: Told = ("paragraph", "泽连斯基周一在基辅会晤杜达。")
    assert [m.region for m in told(lead, ("heading", heading))] == ["paragraph"]


def test_no_sentence_goes_on_with_what_a_heading_says():
    lead: Told = ("paragraph", "泽连斯基周一抵达华沙。")
    after: Told = ("paragraph", "他与杜达举行了会谈。")
    heading: Told = ("heading", "马克龙批评匈牙利")
    [plain] = told(lead, after)[-1:]
    [headed] = told(lead, heading, after)[-1:]
    assert plain.actors == ("UKR GOV Volodymyr Zelenskyy",)
    assert headed.actors == plain.actors


@pytest.mark.parametrize(
    ("title", "sides"),
    [
        ("俄军轰炸敖德萨 中国保持沉默", [(("RUS MIL",), ("UKR",))]),
        ("法国谴责伊朗 以色列轰炸加沙", [(("FRA GOV",), ("IRN GOV",)), (("ISR MIL",), ("PSE",))]),
        # a trap: what stands behind the space goes on with the subject before it
        ("日本外相抵达首尔 批评中国", [(("JPN GOV",), ("CHN GOV",))]),
    ],
)
def test_a_space_parts_the_clauses_of_a_chinese_title(title, sides):
    found = [m for m in told(("title", title)) if m.type in ("ASSAULT", "ACCUSE")]
    read = [(tuple(" ".join(c.split()[:2]) for c in m.actors), m.recipients) for m in found]
    assert read == sides


def test_a_space_in_a_chinese_paragraph_parts_nothing():
    [found] = told(("paragraph", "德国周一向乌克兰提供 了新的武器。"))
    assert (found.actors, found.recipients) == (("DEU GOV",), ("UKR GOV",))
