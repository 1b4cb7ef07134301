"""A clock is what the words say of the time of day; nothing is told more exactly than they do."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.lexicon import table
from corpus.times import find_times
from corpus.times.hours import agreed, clock_of, hours_of, shares

THURSDAY = date(2022, 6, 16)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("6月14日凌晨4时", "04:00"),
        ("6月14日清晨", "MO"),
        ("昨天中午", "MI"),
        ("周二下午三点半", "15:30"),
        ("14日晚8点左右", "20:00~"),
        ("14日晚", "EV"),
        ("14日深夜", "NI"),
        ("6月14日20时至22时", "20:00/22:00"),
        ("13日晚至14日凌晨", "EV/MO"),
        ("6月14日", ""),
        ("本周", ""),
        ("14日上午10点之前", ""),
        ("14日零时起", ""),
        ("每天晚上8点", ""),
        ("三小时", ""),
        ("at 4:30 a.m. on June 14", "04:30"),
        ("Tuesday evening", "EV"),
        ("about 10 a.m. on Tuesday", "10:00~"),
        ("since Tuesday evening", ""),
        ("before 5 p.m. on Tuesday", ""),
        ("Tuesday", ""),
        ("every Friday evening", ""),
    ],
)
def test_an_expression_has_the_clock_that_it_states_and_a_bound_has_none(text, clock):
    [found] = find_times(text, THURSDAY)
    assert clock_of(found) == clock


def test_a_night_between_two_days_has_its_hours():
    [found] = find_times("昨天夜间至今天早上", THURSDAY)
    assert (found.first, found.last) == (date(2022, 6, 15), THURSDAY)
    assert clock_of(found) == "NI/MO"
    assert clock_of(None) == ""


@pytest.mark.parametrize(
    ("told", "fine"),
    [
        ([], ""),
        (["05:00"], "05:00"),
        (["MO", "05:00"], "05:00"),
        (["05:00~", "05:20"], "05:20"),
        (["AF", "EV", "18:00"], "18:00"),
        (["NI", "01:30"], "01:30"),
        (["EV", "NI"], ""),
        (["MO", "EV"], ""),
        (["05:00", "06:00"], ""),
        (["MO", "05:00", "06:00"], ""),
        (["EV/MO", "21:00/05:00"], "21:00/05:00"),
    ],
)
def test_clocks_agree_on_the_finest_that_lies_in_all_others(told, fine):
    assert agreed(told) == agreed(reversed(told)) == fine


def test_hours_of_a_day_lie_in_it_and_a_night_ends_on_the_next():
    for row in table("day_parts.tsv"):
        begins, ends = shares(row["part"], 0)
        assert 0 <= begins < ends <= 1, row
    assert shares("NI", 1)[1] == 0.25
    assert shares("24:00", 0) == (1.0, 1.0)
    assert shares("00:00~", 0)[0] == 0
    with pytest.raises(ValueError, match="noon"):
        hours_of("noon")
