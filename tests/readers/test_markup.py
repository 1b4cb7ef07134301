"""Visible text out of HTML."""

from __future__ import annotations

import pytest

from corpus.readers.markup import parsed, pieces


def told(html: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in pieces(parsed(html))]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>甲\n <ok href='x'>\n 乙\n </ok>\n 丙</p>", [("paragraph", "甲乙丙")]),
        ("<p>a <b>b</b>\n<i>c</i></p>", [("paragraph", "a b c")]),
        (
            "<p>一<br/>二<br><br>三</p>",
            [("paragraph", "一"), ("paragraph", "二"), ("paragraph", "三")],
        ),
        ("<p><b>标题</b><br/>正文。</p>", [("heading", "标题"), ("paragraph", "正文。")]),
        ("<p>1.\n<strong>标题</strong></p>", [("heading", "1.标题")]),
        ("<p><b>这是一句话。</b></p>", [("paragraph", "这是一句话。")]),
        ("<p><b>重点</b>在后</p>", [("paragraph", "重点在后")]),
        ("<h3>小<em>标题</em></h3>", [("heading", "小标题")]),
        (f"<h2>{'长' * 90}。</h2>", [("paragraph", "长" * 90 + "。")]),
        ("<p>外<p>内</p>后</p>", [("paragraph", "外"), ("paragraph", "内"), ("paragraph", "后")]),
        ("<figure><img alt='x'>图（AFP）</figure>", [("caption", "图（AFP）")]),
        ("<div class='wp-caption'><p>图</p></div>", [("caption", "图")]),
        ("<div class='x caption'>图</div>", [("caption", "图")]),
        ("<div class='photo-credit'>某社</div>", [("caption", "某社")]),
        ("<div class='image_caption'>图</div>", [("caption", "图")]),
        ("<div class='credit-crisis accredited'>文</div>", [("paragraph", "文")]),
        ("<p>A&amp;B&nbsp;&ldquo;C&rdquo; &#20013;</p>", [("paragraph", "A&B “C” 中")]),
        (
            "<p>a</p><script>b</script><style>c</style><!-- d --><noscript>e</noscript>",
            [("paragraph", "a")],
        ),
        ("<p>a<span style='display: none'>b</span></p>", [("paragraph", "a")]),
        ("<p>a</p><div class='post_list hot'><p>b</p></div>", [("paragraph", "a")]),
        ("<ul><li>一</li><li>二</li></ul>", [("paragraph", "一"), ("paragraph", "二")]),
        (
            "<table><tr><td>一</td><td>二</td></tr></table>",
            [("paragraph", "一"), ("paragraph", "二")],
        ),
        ("plain", [("paragraph", "plain")]),
        ("", []),
    ],
)
def test_blocks_are_what_a_reader_of_the_page_sees(
    html: str, expected: list[tuple[str, str]]
) -> None:
    assert told(html) == expected


def test_a_deep_tree_does_not_exhaust_the_stack() -> None:
    assert told("<div>" * 3000 + "正文" + "</div>" * 3000)[:1] in ([], [("paragraph", "正文")])
