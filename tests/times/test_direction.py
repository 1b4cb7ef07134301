"""Which way a floating date is read, by type, by words and by cues."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.times import find_times

FRIDAY = date(2022, 1, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("周五", date(2022, 1, 21)),  # today counts
        ("周四", date(2022, 1, 20)),
        ("周六", date(2022, 1, 15)),
        ("将于周六", date(2022, 1, 22)),
        ("定于周三举行", date(2022, 1, 26)),
        ("他曾在周三表示", date(2022, 1, 19)),
        ("周三将举行会谈", date(2022, 1, 26)),
        ("他周三说将于周一会面", date(2022, 1, 19)),
        ("将军周三抵达", date(2022, 1, 19)),  # a general is no future
        ("周三，将举行会谈", date(2022, 1, 19)),  # another clause has no say
    ],
)
def test_a_chinese_weekday_looks_back_unless_a_cue_says_otherwise(text, day):
    assert find_times(text, FRIDAY, "zh")[0].first == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Friday", date(2022, 1, 21)),
        ("on Thursday", date(2022, 1, 20)),
        ("They will meet on Monday", date(2022, 1, 24)),
        ("They met on Monday", date(2022, 1, 17)),
        ("On Monday, they will meet", date(2022, 1, 24)),
        ("He said on Monday that they will meet", date(2022, 1, 17)),
        ("He said they will meet on Monday", date(2022, 1, 24)),
        ("He said they would meet. They met on Monday", date(2022, 1, 17)),
        ("talks scheduled for Monday", date(2022, 1, 24)),
        ("last Friday", date(2022, 1, 14)),
        ("next Friday", date(2022, 1, 28)),
        ("this Monday", date(2022, 1, 17)),
    ],
)
def test_an_english_weekday_follows_the_nearest_verb(text, day):
    assert find_times(text, FRIDAY, "en")[0].first == day


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("1月9日", date(2022, 1, 9)),
        ("12月30日", date(2021, 12, 30)),
        ("2月4日", date(2022, 2, 4)),  # nearly a year back is too far
        ("将于1月30日", date(2022, 1, 30)),
        ("20日", date(2022, 1, 20)),
        ("22日", date(2022, 1, 22)),  # tomorrow, rather than a month ago
        ("25日", date(2021, 12, 25)),
        ("将于25日", date(2022, 1, 25)),
        ("11月", date(2021, 11, 1)),
        ("预计12月公布", date(2021, 12, 1)),  # eleven months ahead is too far
    ],
)
def test_a_bare_day_or_month_looks_back_as_far_as_news_does(text, first):
    assert find_times(text, FRIDAY, "zh")[0].first == first
