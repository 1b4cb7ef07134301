"""In other languages absolute dates are read, in each as it writes them, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.lexicon import table
from corpus.times import find_times
from corpus.times.abroad import grammar

DAY = date(2022, 6, 1)
TABLES = ("alphabets.tsv", "function_words.tsv")


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("ru", "Вторжение началось 24 февраля 2022 года.", "24 февраля 2022"),
        ("uk", "Вторгнення почалося 24 лютого 2022 року.", "24 лютого 2022"),
        ("be", "Яно пачалося 24 лютага 2022 года.", "24 лютага 2022"),
        ("bg", "Започна на 24 февруари 2022 г.", "24 февруари 2022"),
        ("sr", "Почело је 24. фебруар 2022.", "24. фебруар 2022"),
        ("de", "Es begann am 24. Februar 2022.", "24. Februar 2022"),
        ("fr", "Elle a commencé le 24 février 2022.", "24 février 2022"),
        ("es", "Empezó el 24 de febrero de 2022.", "24 de febrero de 2022"),
        ("pt", "Começou em 24 de fevereiro de 2022.", "24 de fevereiro de 2022"),
        ("it", "È iniziata il 24 febbraio 2022.", "24 febbraio 2022"),
        ("nl", "Het begon op 24 februari 2022.", "24 februari 2022"),
        ("pl", "Zaczęła się 24 lutego 2022 roku.", "24 lutego 2022"),
        ("cs", "Začala 24. února 2022.", "24. února 2022"),
        ("ro", "A început la 24 februarie 2022.", "24 februarie 2022"),
        ("sv", "Den började den 24 februari 2022.", "24 februari 2022"),
        ("fi", "Se alkoi 24. helmikuuta 2022.", "24. helmikuuta 2022"),
        ("hu", "Az invázió 2022. február 24-én kezdődött.", "2022. február 24"),
        ("tr", "24 Şubat 2022 tarihinde başladı.", "24 Şubat 2022"),
        ("el", "Ξεκίνησε στις 24 Φεβρουαρίου 2022.", "24 Φεβρουαρίου 2022"),
        ("ar", "بدأ الغزو في 24 فبراير 2022.", "24 فبراير 2022"),
        ("fa", "در 24 فوریه 2022 آغاز شد.", "24 فوریه 2022"),
        ("he", "הפלישה החלה ב-24 בפברואר 2022.", "24 בפברואר 2022"),
        ("hy", "Սկսվեց 24 փետրվարի 2022 թ.", "24 փետրվարի 2022"),
        ("ka", "დაიწყო 24 თებერვალი 2022.", "24 თებერვალი 2022"),
        ("mk", "Започна на 24 февруари 2022.", "24 февруари 2022"),
        ("th", "เริ่มเมื่อ 24 กุมภาพันธ์ 2022", "24 กุมภาพันธ์ 2022"),
        ("ja", "侵攻は2022年2月24日に始まった。", "2022年2月24日"),
        ("ko", "침공은 2022년 2월 24일에 시작됐다.", "2022년 2월 24일"),
        ("ru", "Опубликовано 24.02.2022 в Москве", "24.02.2022"),
        ("de", "Stand: 2022-02-24", "2022-02-24"),
    ],
)
def test_a_full_date_is_read_as_its_language_writes_it(language, text, surface):
    [found] = find_times(text, DAY, language)
    assert (found.surface, found.value, found.first) == (surface, "2022-02-24", date(2022, 2, 24))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ru", "Встреча прошла 5 мая.", "2022-05-05"),
        ("fr", "le 1er mars", "2022-03-01"),
        ("de", "im März 2023", "2023-03"),
        ("ko", "2월 24일", "2022-02-24"),
    ],
)
def test_a_part_that_is_missing_is_sought_around_publication_or_left_out(language, text, value):
    [found] = find_times(text, DAY, language)
    assert found.value == value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Вчера, в четверг, 24 человека; 24 танка в 2022 году"),
        ("de", "Gestern kamen 24 Menschen, im Mai"),
        ("fr", "hier, 30 février 2022"),
        ("es", "a las 24 horas de 2022"),
        ("ja", "昨日24人"),
    ],
)
def test_nothing_relative_and_no_day_that_there_is_not_is_read(language, text):
    assert find_times(text, DAY, language) == []


def test_without_a_publication_day_a_date_without_a_year_stays_open():
    [found] = find_times("5 мая", None, "ru")
    assert (found.value, found.first) == ("XXXX-05-05", None)


@pytest.mark.parametrize(
    "language",
    sorted({row["language"] for name in TABLES for row in table(name)} - {"en"}),
)
def test_every_language_that_is_recognised_has_a_grammar(language):
    assert grammar(language) is not None


def test_a_language_that_nobody_knows_has_no_grammar():
    assert grammar("xx") is None
    assert find_times("24.02.2022", DAY, "xx") == []
