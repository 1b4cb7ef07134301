"""The language of a text, by examples of many languages and by generated input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language import function_words, language_of, within
from corpus.lexicon import listed, table

#: none of these sentences was published anywhere
TOLD = [
    ("美国总统乔·拜登（Joe Biden）", "zh"),
    ("乔・拜登", "zh"),
    ("烏克蘭總統週五抵達布魯塞爾", "zh"),
    ("BBC：普京", "zh"),
    ("Soap＆Glory等品牌如何促进了ブーツ利润的增长？", "zh"),
    ("Blinken（布林肯）is to meet the Russian foreign minister in Geneva", "en"),
    ("The talks are over.", "en"),
    ("プーチン大統領はミンスクに到着した", "ja"),
    ("プーチン", "ja"),
    ("러시아 대통령이 민스크에 도착했다", "ko"),
    ("Владимир Путин прибыл в Минск", "ru"),
    ("Президент заявил, что объявлен новый этап операции.", "ru"),
    ("Президент України прибув до Києва", "uk"),
    ("Прэзідэнт заявіў, што не здасца", "be"),
    ("Президентът заяви, че няма да се предаде", "bg"),
    ("Председник је рекао да се неће предати", "sr"),
    ("Der Kanzler reist nach Kiew und spricht dort mit dem Präsidenten", "de"),
    ("Le ministre a déclaré que les discussions avec la Russie sont terminées", "fr"),
    ("El presidente viajó a Bruselas para hablar con los líderes de la Unión", "es"),
    ("O presidente disse que não vai ceder e que as sanções são necessárias", "pt"),
    ("Il presidente ha detto che non si arrenderà e che il paese è unito", "it"),
    ("De president zegt dat het land niet zal opgeven en dat hij blijft", "nl"),
    ("Prezydent powiedział, że nie podda się i że jest gotowy na rozmowy", "pl"),
    ("Prezident řekl, že se nevzdá a že je připraven na jednání v Praze", "cs"),
    ("Cumhurbaşkanı bu konuda daha net olduğunu ve bir karar için çalıştığını söyledi", "tr"),
    ("Ο πρόεδρος έφτασε στο Κίεβο", "el"),
    ("قال الرئيس إن بلاده لن تستسلم", "ar"),
    ("رئیس جمهور گفت که کشورش تسلیم نمی‌شود", "fa"),
]
#: too little, or what several languages have
OPEN = [
    "",
    "110",
    "US Treasury threatens Raiffeisen",
    "Ursula von der Leyen visits Kyiv",
    "Marine Le Pen wins",
    "Путин",
    "Ерөнхийлөгч хэлэв өнөөдөр үүнийг өөрөө",
]


@pytest.mark.parametrize(("text", "language"), TOLD, ids=[language for _, language in TOLD])
def test_script_letters_and_function_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", OPEN)
def test_what_does_not_tell_stays_open(text: str) -> None:
    assert language_of(text) == "und"


def test_a_name_in_another_alphabet_does_not_change_the_language() -> None:
    russian = (
        "В Минск прибыл также представитель, которого зовут Петро Їжакевич, и объявил об этом."
    )
    assert language_of(russian) == "ru"


def test_a_japanese_heading_without_kana_is_japanese_in_its_article() -> None:
    assert language_of("大統領会談") == "zh"
    assert within("zh", "ja") == "ja"
    assert within("und", "ru") == "ru"
    assert within("en", "ja") == "en"


@given(st.text())
def test_the_answer_is_a_code_of_two_letters_or_open(text: str) -> None:
    code = language_of(text)
    assert code == "und" or (len(code) == 2 and code.isalpha())


def test_every_language_of_the_tables_can_be_told() -> None:
    named = {row["language"] for name in ("alphabets.tsv", "function_words.tsv")
             for row in table(name)}  # fmt: skip
    assert {language for _, language in TOLD} >= named - {"mk", "hy", "he", "th", "ka"} - {
        "ro", "sv", "hu", "fi",
    }  # fmt: skip


def test_function_words_are_lower_case_told_apart_and_foreign_ones_no_english_ones() -> None:
    english = function_words("en")
    for row in table("function_words.tsv"):
        forms = listed(row["forms"])
        assert len(set(forms)) == len(forms) >= int(row["least"])
        assert all(form == form.lower() for form in forms)
        assert row["language"] == "en" or not english & set(forms)
