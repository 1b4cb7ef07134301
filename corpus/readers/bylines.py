"""A paragraph goes in, the paragraph without its reporter's byline and the writer's name come out.

It must never take the dateline itself away: readers of the article see it, and it is a date.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.lexicon import listed, table


def without_byline(text: str) -> tuple[str, str]:
    """``(text, author)``; the author is empty where no byline names one.

    Of several writers all are given, of a translated piece the writer and not the translator.

    >>> without_byline("【大纪元2022年01月21日讯】（大纪元记者张婷综合报导）美国国务卿")
    ('【大纪元2022年01月21日讯】美国国务卿', '张婷')
    >>> without_byline("撰文：沈舟")
    ('', '沈舟')
    >>> without_byline("作者：某农场 – 甲；某山 – 乙")
    ('', '某农场 – 甲；某山 – 乙')
    >>> without_byline("（路透社）他说。")
    ('（路透社）他说。', '')
    """
    if label := _label().fullmatch(text):
        return "", label["author"].strip()
    found = _bracketed().match(text)
    if found is None:
        return text, ""
    writer = _writer().search(found["byline"])
    return (found["dateline"] or "") + text[found.end() :], _names(writer[1]) if writer else ""


def _names(words: str) -> str:
    return re.sub(r"\s*(?:、|和|及|,|，)\s*", "、", words.strip())


@cache
def _alternatives(part: str) -> str:
    rows = (row for row in table("bylines.tsv") if row["part"] == part)
    forms = (form for row in rows for form in listed(row["forms"]))
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


@cache
def _label() -> re.Pattern[str]:
    # several writers are parted by semicolons; one name is never so long
    name = r"(?P<author>[^，。：；！？（(]{2,24}(?:；[^，。：；！？（(]{2,24}){0,5})"
    return re.compile(rf"(?:{_alternatives('label')}){name}(?:[（(][^（）()]{{0,80}}[)）])?")


@cache
def _bracketed() -> re.Pattern[str]:
    role, act = _alternatives("role"), _alternatives("act")
    return re.compile(
        rf"(?P<dateline>【?[^【】]{{0,40}}】)?\s*"
        rf"[（(](?P<byline>[^（）()。]{{0,60}}?(?:{role})[^（）()。]{{0,60}}(?:{act}))\s*[)）]\s*"
    )


@cache
def _writer() -> re.Pattern[str]:
    """The name between role and act, without manner and place."""
    role, act = _alternatives("role"), _alternatives("act")
    between = f"{_alternatives('manner')}|{_alternatives('place')}"
    return re.compile(rf"(?:{role})(?!站)\s*(.+?)\s*(?:{between})*(?:{act})")
