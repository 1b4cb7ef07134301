"""今天 in direct speech is the day of its speaker, where the text tells that day."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.times import find_times

DAY = date(2022, 3, 1)


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("普京2月24日说：“今天我作出了决定。”", "今天", "2022-02-24"),
        ("“明天我们再谈，”他2月24日表示。", "明天", "2022-02-25"),
        ("普京在2月24日的电视讲话中宣布：“今天起”。", "今天起", "2022-02-24"),
        ("「昨天他們來了，」她2月24日說。", "昨天", "2022-02-23"),
        ('He said on Feb. 24: "Today we recognise them."', "Today", "2022-02-24"),
        ("“We will win tomorrow,” he said on Feb. 24.", "tomorrow", "2022-02-25"),
        # nothing tells the day: that of publication
        ("他说：“今天我作出了决定。”", "今天", "2022-03-01"),
        ("“We will win today,” he said.", "today", "2022-03-01"),
        # outside the quotation
        ("他2月24日说：“我作出了决定。”今天他离开了。", "今天", "2022-03-01"),
        # another sentence's day
        ("会谈于2月24日举行。他说：“今天我作出了决定。”", "今天", "2022-03-01"),
        # nobody speaks: a word in quotation marks
        ("2月24日举行的“今天”论坛", "今天", "2022-03-01"),
        # a day that lies ahead is not that of the speech
        ("“今天我们谈好了，”他说，峰会将于3月5日举行。", "今天", "2022-03-01"),
    ],
)
def test_whose_day_it_is(text, surface, value):
    found = {each.surface: each for each in find_times(text, DAY)}
    assert found[surface].value == value


def test_the_anchor_tells_that_it_was_counted_from_the_speech():
    found = find_times("普京2月24日说：“今天我作出了决定。”", DAY)
    assert [each.anchor for each in found] == ["publication 2022-03-01", "speech 2022-02-24"]
    assert found[1].direction == "past"


def test_a_speech_has_its_day_where_publication_has_none():
    found = find_times("普京2022年2月24日说：“今天我作出了决定。”", None)
    assert [each.value for each in found] == ["2022-02-24", "2022-02-24"]
