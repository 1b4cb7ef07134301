"""The grammars as a whole: what the look-ahead lets through, what rules and lexicon cover."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon import listed, table
from corpus.times import grammar_en, grammar_zh
from corpus.times.feasts import feast
from corpus.times.grammar import any_of
from corpus.times.tagger import tokens
from times import GRAMMARS, rows

MODULES = {"zh": grammar_zh, "en": grammar_en}
#: pieces that phrases of time are made of, to be put together at random
PIECES = {
    "zh": "年 月 日 号 周 星 期 天 个 半 第 上 下 本 前 后 今 明 昨 同 初 底 末 中 0 1 2 3 9 一 二 "
    "三 十 两 几 （ ） 至 到 晚 早 时 点 分 每 星期 小时 以来 之前 世纪 过去 2022 去年 战 春 首 :",
    "en": "the a of on in to and - , ( ) . 24 2022 9 1990 March May Jan. Friday last next early "
    "late week years day ago later since by century quarter first morning p.m. GMT every half long "
    "second weekend between nine past at in monday may 4/22 3Q21 nineteen ninety-nine two thousand "
    "few dozen straight all full year-end Christmas Easter end before from invasion 's",
}


@pytest.mark.parametrize("language", GRAMMARS)
def test_every_rule_reads_something_in_the_examples(language):
    grammar = MODULES[language].grammar()
    used = set()
    for row in rows(language):
        for match in grammar.scanner.finditer(grammar.spelt(row["text"])):
            used.add((match.lastindex or 0) - 1)
    unused = [rule.pattern for place, rule in enumerate(grammar.rules) if place not in used]
    assert unused == []


def hits_without_trigger(language: str, text: str) -> list[tuple[int, int]]:
    """What the rules find when they are tried at every place, one after the other."""
    grammar = MODULES[language].grammar()
    limit = re.compile(r"(?<![\w$€£#@])(?=\w)" if language == "en" else "")
    found, place = [], 0
    while place < len(text):
        matches = (rule.pattern.match(text, place) for rule in grammar.rules)
        match = next((each for each in matches if each), None) if limit.match(text, place) else None
        if match and match.end() > place:
            found.append(match.span())
            place = match.end()
        else:
            place += 1
    return found


@pytest.mark.parametrize("language", GRAMMARS)
def test_the_look_ahead_loses_nothing_in_the_examples(language):
    scanner = MODULES[language].grammar().scanner
    for row in rows(language):
        spans = [match.span() for match in scanner.finditer(row["text"])]
        assert spans == hits_without_trigger(language, row["text"])


@pytest.mark.parametrize("language", GRAMMARS)
def test_the_look_ahead_loses_nothing_in_random_phrases(language):
    scanner = MODULES[language].grammar().scanner

    @given(st.lists(st.sampled_from(PIECES[language].split()), max_size=8))
    def check(pieces: list[str]) -> None:
        text = (" " if language == "en" else "").join(pieces)
        spans = [match.span() for match in scanner.finditer(text)]
        assert spans == hits_without_trigger(language, text)

    check()


@pytest.mark.parametrize("language", GRAMMARS)
@pytest.mark.parametrize(
    "piece", ["1", "十", " ", "1 ", "2022年", "the ", "a ", "周", "late ", "个"]
)
def test_the_time_grows_with_the_text_and_no_faster(language, piece):
    grammar = MODULES[language].grammar()

    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        tokens(text, 0, length, grammar)
        return time.process_time() - start

    seconds(1000)
    assert seconds(80_000) < 4 * 8 * max(seconds(10_000), 0.002)


@pytest.mark.parametrize("language", GRAMMARS)
def test_no_form_is_given_twice_with_two_meanings(language):
    seen: dict[tuple[str, str], str] = {}
    for row in table(f"times_{language}.tsv"):
        for form in listed(row["forms"]):
            assert seen.setdefault((row["kind"], form), row["value"]) == row["value"]


def test_every_feast_falls_on_a_day_each_year():
    for row in table("holidays.tsv"):
        assert listed(row["en"]) + listed(row["zh"]), row
        for year in (1949, 1999, 2024, 2088):
            assert feast(row["rule"], year) is not None, row


def test_an_alternation_of_nothing_is_refused():
    with pytest.raises(ValueError, match="everywhere"):
        any_of([])


@given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=8), st.text("abc"))
def test_an_alternation_takes_the_longest_form(forms, text):
    fits = [form for form in forms if text.startswith(form)]
    match = re.match(any_of(forms), text)
    assert (match.group() if match else None) == max(fits, key=len, default=None)
