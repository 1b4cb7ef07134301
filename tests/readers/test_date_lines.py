"""A date that stands alone, and one that does not."""

from __future__ import annotations

import pytest

from corpus.readers.date_lines import dated_line


@pytest.mark.parametrize(
    ("line", "date", "author"),
    [
        ("3/21/2023 8:42 AM UTC 某人(一切皆空！）", "3/21/2023 8:42 AM UTC", "某人(一切皆空！"),
        ("2022-01-21 10:11", "2022-01-21 10:11", ""),
        ("2022-01-21T10:11:00Z", "2022-01-21T10:11:00Z", ""),
        ("发布时间：2022-01-21 10:11:05 来源：某社", "2022-01-21 10:11:05", ""),
        ("来源：某社 | 2022年1月21日 10:11", "2022年1月21日 10:11", ""),
        ("2022年1月21日 作者：张三", "2022年1月21日", "张三"),
        ("January 21, 2022", "January 21, 2022", ""),
        ("Fri 21 Jan 2022 12:00 GMT", "Fri 21 Jan 2022 12:00 GMT", ""),
        ("Published Jan 21, 2022 10:11 a.m. ET | Updated Jan 22", "Jan 21, 2022 10:11 a.m. ET", ""),
        ("By Ann Lee | Published: January 21, 2022", "January 21, 2022", "Ann Lee"),
        ("21. Januar 2022, 10:11", "21. Januar 2022, 10:11", ""),
    ],
)
def test_a_line_of_date_and_names_is_known(line: str, date: str, author: str) -> None:
    found = dated_line(line)
    assert found is not None
    assert (" ".join(found.date.split()), found.author) == (date, author)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "January 21, 2022 was a cold day.",
        "2022年1月21日，外长们会谈。",
        "On 21 January 2022 the ministers met",
        "更新时间：2022-01-22 10:00",
        "Last updated January 22, 2022",
        "翻译时间：2024-05-29",
        "1月21日",
        "2022",
        "视频一：会议片段 09/10/2022",
        "2022-01-21 " + "很长的一行" * 40,
    ],
)
def test_a_sentence_a_change_and_a_part_of_a_date_are_no_date_line(line: str) -> None:
    found = dated_line(line)
    assert found is None or not any(map(str.isdigit, found.date[:1]))
