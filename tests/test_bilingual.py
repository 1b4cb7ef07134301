"""Both halves of a bilingual article tell the same events: type, sides, days, status, place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.bilingual import agreeing, main, of_one_type, partners, recognisable
from corpus.coding import find_events

#: a Wednesday
DAY = date(2022, 6, 15)
ARTICLES = {
    "war": (
        """俄军周一轰炸了敖德萨，造成三名乌克兰平民死亡。

德国周二向乌克兰交付了坦克。欧盟周三对俄罗斯实施制裁。俄罗斯外交部周三召见德国大使。

泽连斯基周二与拜登通电话，感谢美国的援助。普京将于6月20日在北京会见习近平。""",
        """Russian forces shelled Odesa on Monday.

Germany delivered tanks to Ukraine on Tuesday. The EU imposed sanctions on Russia on Wednesday. \
Russia's foreign ministry summoned the German ambassador on Wednesday.

Volodymyr Zelenskyy held a phone call with Joe Biden on Tuesday, thanking the United States for \
its help. Vladimir Putin will meet Xi Jinping in Beijing on 20 June.""",
    ),
    "politics": (
        """塞尔维亚与科索沃周三举行会谈。伊朗周五扣押了一艘希腊油轮。

波兰周四驱逐40名俄罗斯外交官。芬兰5月18日申请加入北约。

土耳其总统埃尔多安周一为俄罗斯和乌克兰斡旋。英国首相约翰逊6月7日辞职。""",
        """Serbia and Kosovo held talks on Wednesday. Iran seized a Greek tanker on Friday.

Poland expelled 40 Russian diplomats on Thursday.

Turkish President Recep Tayyip Erdogan mediated between Russia and Ukraine on Monday. Boris \
Johnson resigned on 7 June.""",
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_what_the_english_half_tells_the_chinese_half_tells_as_well(name):
    chinese, english = (
        [m for m in find_events(half, DAY, language) if not m.repeat]
        for half, language in zip(ARTICLES[name], ("zh", "en"), strict=True)
    )
    pairs = partners(chinese, english)
    alone = {id(m) for m in english} - {id(m) for _, m in pairs}
    assert [(m.type, m.quote) for m in english if id(m) in alone] == []
    assert len(english) >= 5
    for pair in pairs:
        assert {"mode", "status", "days"} <= agreeing(*pair), pair[0].quote


def test_halves_that_tell_other_things_have_no_partners():
    one = find_events("俄军周一轰炸了敖德萨。", DAY)
    other = find_events("Russian forces shelled Odesa on Tuesday.", DAY)
    assert partners(one, other) == []
    assert len(partners(one, other, of_one_type)) == 1
    assert partners(one, other, recognisable) == []
    assert partners(one, []) == []


def test_one_party_in_common_is_enough_to_recognise_an_event_but_not_another_day():
    one = find_events("德国周二向乌克兰交付了坦克。", DAY)
    other = find_events("Germany delivered tanks on Tuesday to its ally Poland.", DAY)
    assert partners(one, other) == []
    assert len(partners(one, other, recognisable)) == 1
    later = find_events("Germany delivered tanks to Ukraine on Wednesday.", DAY)
    assert partners(one, later, recognisable) == []


def test_the_benchmark_prints_the_share_of_a_folder(tmp_path: Path, capsys):
    chinese, english = ARTICLES["war"]
    text = f"---\ntitle: 战况\ndate: 2022-06-15\n---\n\n{chinese}\n\n{english}\n"
    (tmp_path / "war.md").write_text(text, encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    first, _, most = capsys.readouterr().out.splitlines()[:3]
    assert first.startswith("1 articles, ")
    assert float(first.split()[4]) > 0.8
    assert most == "1.000 of them at most: 0 are told in one half's text alone"
    lonely = text.replace("\n\n德国", "\n\n印度5月与日本签署协议。\n\n德国")
    (tmp_path / "war.md").write_text(lonely, encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert ": 1 are told" in capsys.readouterr().out.splitlines()[2]
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    assert main([str(nothing)]) == 1
