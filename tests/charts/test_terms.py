"""Dates and numbers read as a person would write them, in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.charts.terms import counted, edtf_days, listing, moment, period, term, versions
from corpus.lexicon import table

CASES = Path(__file__).parents[1] / "cases" / "chart_periods.tsv"


def periods() -> list[list[str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


@pytest.mark.parametrize(("first", "last", "en", "zh", "en_short", "zh_short"), periods())
def test_an_interval_is_said_as_short_as_it_can_be(first, last, en, zh, en_short, zh_short):
    days = [date.fromisoformat(text) if text else None for text in (first, last)]
    assert period(*days, "en") == en
    assert period(*days, "zh") == zh
    assert period(*days, "en", year=False) == en_short
    assert period(*days, "zh", year=False) == zh_short


@given(st.dates(), st.dates())
def test_any_interval_can_be_said(one, two):
    assert period(min(one, two), max(one, two), "en")


def test_every_term_has_both_languages_and_the_same_blanks():
    for row in table("chart_terms.tsv"):
        assert row["en"], row
        assert row["zh"], row
        if row["key"] not in ("day", "year", "week", "article", "event"):
            blanks = {name: name in row["en"] for name in ("{n}", "{day}", "{a}", "{b}", "{weeks}")}
            assert all((name in row["zh"]) == used for name, used in blanks.items()), row


def test_numbers_have_their_noun():
    assert counted("week", "weeks", 1, "en") == "a week"
    assert counted("article", "articles_counted", 2836, "zh") == "2,836篇文章"
    assert term("silence", "en") == "silence is not calm"
    assert listing([], "en") == ""


@pytest.mark.parametrize(
    ("texts", "en"),
    [
        (["2022-01-09", "2022-01-09/2022-01-10"], "9 Jan or 9–10 Jan"),
        (["2021-12-30", "2022-01-02"], "30 Dec 2021 or 2 Jan 2022"),
        (["100 km2", "110 km2"], "100 km2 or 110 km2"),
        (["happened", "planned"], "happened or planned"),
        (["2022-01-09/..", "2022-02-30"], "since 9 Jan or 2022-02-30"),
    ],
)
def test_versions_of_a_disagreement_are_told_in_one_line(texts, en):
    assert versions(texts, "en") == en


@pytest.mark.parametrize("text", ["", "USA", "2022-13", "2022-02-30", "2022-W03", "0000-01-01"])
def test_what_is_no_plain_date_is_no_interval(text):
    assert edtf_days(text) is None


@pytest.mark.parametrize(
    ("last", "clock", "en", "zh"),
    [
        (24, "", "24 Feb 2022", "2022年2月24日"),
        (24, "00:00", "24 Feb 2022, 00:00", "2022年2月24日 00:00"),
        (24, "10:30~", "24 Feb 2022, about 10:30", "2022年2月24日 10:30左右"),
        (24, "MO", "morning of 24 Feb 2022", "2022年2月24日午前"),
        (24, "20:00/22:00", "24 Feb 2022, 20:00–22:00", "2022年2月24日 20:00–22:00"),
        (25, "NI", "night of 24–25 Feb 2022", "2022年2月24至25日夜间"),
        (
            25,
            "EV/06:00",
            "evening of 24 Feb 2022 – 25 Feb 2022, 06:00",
            "2022年2月24日晚间至2022年2月25日 06:00",
        ),
    ],
)
def test_a_day_is_said_with_the_time_that_is_told_of_it(last, clock, en, zh):
    days = date(2022, 2, 24), date(2022, 2, last)
    assert (moment(*days, clock, "en"), moment(*days, clock, "zh")) == (en, zh)


def test_every_part_of_the_day_has_its_words_and_keeps_the_day():
    for row in table("day_parts.tsv"):
        for language in ("en", "zh"):
            said = moment(date(2022, 2, 24), date(2022, 2, 24), row["part"], language)
            assert period(date(2022, 2, 24), date(2022, 2, 24), language) in said
            assert row["part"] not in said


def test_versions_of_an_hour_are_told_with_their_day():
    assert versions(["2022-06-13TMO", "2022-06-13T20:00"], "zh") == "6月13日午前或6月13日 20:00"
