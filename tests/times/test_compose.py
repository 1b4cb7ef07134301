"""Which neighbours are one expression, and which are two."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.times import find_times

DAY = date(2022, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "周五（2月25日）",
        "2月25日（周五）",
        "2月25日周五",
        "今天（1日）",
        "去年12月",
        "本月15日",
        "上周的周五",
        "去年年底",
        "2022年春季",
        "2月26日到3月2日",
        "周一至周三",
        "周五晚",
        "周五上午9时",
        "两年零三个月",
        "过去几个小时和几天",
        "3月8日当天",
        "每天早上",
        "Friday, February 25",
        "Friday (Feb. 25)",
        "February of last year",
        "Thursday of last week",
        "Tuesday evening",
        "Monday to Wednesday",
        "6 p.m. on Tuesday",
        "two years and three months",
        "the evening of February 24",
        "Christmas 2021",
        "the first week of May",
        "the first week of March last year",
        "the week of April 10",
        "two days after Christmas",
        "a week from Friday",
        "a year and two months ago",
        "3 to 5 p.m. on Tuesday",
        "2014 to May 2018",
        "two years, three months and four days",
        "the second half of March",
    ],
)
def test_what_tells_one_time_is_one_expression(text):
    assert [found.surface for found in find_times(text, DAY)] == [text]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("周一、周三", ["周一", "周三"]),
        ("周一（周三）", ["周一", "周三"]),
        ("2021年和2022年", ["2021年", "2022年"]),
        ("去年，12月", ["去年", "12月"]),
        ("周五至3月", ["周五", "3月"]),
        ("三天和2月", ["三天", "2月"]),
        ("on Monday, Tuesday", ["Monday", "Tuesday"]),
        ("in February, last year's budget", ["February", "last year"]),
        ("on Monday and Tuesday", ["Monday", "Tuesday"]),
        ("on January 9 and 13", ["January 9", "13"]),
        ("in three weeks, two years ago", ["three weeks", "two years ago"]),
        ("the last week of talks in May", ["last week", "May"]),
        ("three weeks, last month", ["three weeks", "last month"]),
    ],
)
def test_what_may_as_well_be_two_times_stays_two(text, surfaces):
    assert [found.surface for found in find_times(text, DAY)] == surfaces


def test_a_word_that_is_time_only_beside_another_is_nothing_alone():
    assert find_times("a summer dress and evening gowns, 3:15", DAY, "en") == []
