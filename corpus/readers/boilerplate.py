"""One block's tidy text goes in, whether it belongs to the page and not to the article comes out.

It must never judge by the subject of a sentence: only by the forms in
`corpus/lexicon/boilerplate.tsv` and `page_furniture.tsv`, and by what is no language at all.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.lexicon import listed, table
from corpus.readers.publishers import web_address

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/\S+", re.IGNORECASE)
_WRITTEN_BREAK = re.compile(r"[/\\]n\b")
_LABEL = re.compile(r".{0,24}[:：]?")
#: an end mark such as ◇ or #, or the words for it, behind the last sentence
_END_MARK = re.compile(
    r"(?<=[。！？!?.”’」）)])\s*(?:[#＃◇◆◊■□●]+|[（(](?:完|全文完|未完待续|未完待續|待续|待續)[)）])$"
)
#: longest line at the foot that says where an article comes from, in characters
_FOOT = 80
#: longest caption that stands as a paragraph, in characters
_CAPTION = 200


def is_boilerplate(text: str) -> bool:
    """True for a block that no reader of the article would quote.

    >>> is_boilerplate("责任编辑：林妍#"), is_boilerplate("/n/n"), is_boilerplate("频道：https://a.org/1")
    (True, True, True)
    >>> is_boilerplate("他说，双方都认为继续开展外交进程很重要。")
    False
    """
    if text.startswith(_forms("start")) or text in _forms("whole") or _credit().fullmatch(text):
        return True
    if text.endswith(_forms("end")) and len(text) <= 40:
        return True
    addressed = "/" in text or "www." in text.lower()
    words, addresses = _ADDRESS.subn("", text) if addressed else (text, 0)
    if addresses and _LABEL.fullmatch(words.strip()):
        return True
    return not any(map(str.isalpha, _WRITTEN_BREAK.sub("", words)))


def is_foot(text: str) -> bool:
    """True for a line that, at the foot of an article, says where it comes from or who made it.

    >>> is_foot("转自《某报》"), is_foot("转自" + "双方在日内瓦会谈了三个小时。" * 9)
    (True, False)
    """
    spoken = text.endswith(("。", "！", "？"))  # 记者：谢谢您！
    return len(text) <= _FOOT and not spoken and text.startswith(_forms("foot"))


def is_caption(text: str) -> bool:
    """True for a paragraph that says what a picture shows: 图为… at its beginning.

    >>> is_caption("图为周五的会谈。（某社）"), is_caption("图为何不动？他问道。" * 30)
    (True, False)
    """
    return len(text) <= _CAPTION and text.startswith(_forms("caption"))


def is_note_label(text: str) -> bool:
    """True for the words above a note on the writer.

    >>> is_note_label("作者简介："), is_note_label("作者简介写错了。")
    (True, False)
    """
    return text.rstrip(" :：").casefold() in (form.casefold() for form in _forms("note"))


def without_end_mark(text: str) -> str:
    """The text without a typographic mark behind its last sentence.

    >>> without_end_mark("两国将在10月共同发表。◇")
    '两国将在10月共同发表。'
    """
    return _END_MARK.sub("", text)


@cache
def aside_classes() -> frozenset[str]:
    """Class tokens of elements that hold lists, comments and advertisements."""
    return frozenset(_forms("class"))


def is_notice(title: str) -> bool:
    """True for the title of a page that stands in the place of an article: 404 Not Found."""
    return title.casefold().startswith(tuple(form.casefold() for form in _forms("notice")))


@cache
def furniture_words() -> frozenset[str]:
    """Words that a page's furniture is called by, in classes and ids: share, comments, related."""
    return frozenset(w for row in table("page_furniture.tsv") for w in listed(row["words"]))


@cache
def other_headings() -> tuple[str, ...]:
    """Beginnings of headings above lists of other articles, in lower case."""
    forms = (w for row in table("page_furniture.tsv") for w in listed(row["headings"]))
    return tuple(form.casefold() for form in forms)


def original_address(text: str) -> str:
    """The address behind a source label: the original's before a copy's, and the last of several.

    >>> original_address("[轉載自GNews](https://gnews.org/1)\\n**原文链接：**[x](https://apnews.com/2)")
    'https://apnews.com/2'
    >>> original_address("[原文链接](javascript:alert(1))")
    ''
    """
    # a label stands in the line of its address; most lines have none
    lines = "\n".join(line for line in text.split("\n") if "http" in line)
    for pattern in _labels():
        if found := pattern.findall(lines):
            return web_address(found[-1])
    return ""


@cache
def _forms(where: str) -> tuple[str, ...]:
    return tuple(row["form"] for row in table("boilerplate.tsv") if row["where"] == where)


@cache
def _credit() -> re.Pattern[str]:
    """A line of its own that names who edited, translated, drew or posted: 编辑/发文：文莱."""
    roles = "|".join(map(re.escape, sorted(_forms("credit"), key=len, reverse=True)))
    return re.compile(
        rf"[（(【]?(?:{roles})(?:\s*[/／、&＆和及与]?\s*(?:{roles}))*\s*[:：]\s*[^。！？]{{0,40}}"
    )


@cache
def _labels() -> tuple[re.Pattern[str], ...]:
    """One pattern for each rank of labels, the surest first."""
    rows = [row for row in table("boilerplate.tsv") if row["address"]]
    return tuple(
        re.compile(
            rf"(?<!\w)(?:{'|'.join(re.escape(r['form']) for r in rows if r['address'] == rank)})"
            r"[^\n]{0,40}?(?:\[[^\]\n]*\]\()?(https?://[^\n]+)"
        )
        for rank in sorted({row["address"] for row in rows})
    )
