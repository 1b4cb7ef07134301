"""An article in a language that yields no events says so, and names the language."""

from __future__ import annotations

import pytest

from pages.parts.languages import language_name, unread
from tests.pages.samples import article, framed, tables
from tests.pages.sent import markup

RUSSIAN = """Переговоры в Женеве

Президент прибыл в Женеву в пятницу. Он объявил, что переговоры будут продолжены и что эти
вопросы решат министры. Стороны не назвали срок, но сообщили, что встреча была полезной.

Министр иностранных дел заявил, что ответ будет дан в письменном виде на следующей неделе.
"""


@pytest.mark.parametrize(
    ("languages", "en", "zh"),
    [
        (["ru"], "text in Russian yet", "俄语"),
        (["uk", "en"], "text in Ukrainian yet", "乌克兰语"),
        (["de", "ja"], "text in German or Japanese yet", "德语或日语"),
        (["und"], "text in another language yet", "其他语言"),
    ],
)
def test_what_is_not_read_is_named_in_both_languages(languages, en, zh):
    row = {**article("a1"), "language": languages}
    found = tables([row], [])
    assert en in unread(framed(found, language="en"), row)
    assert zh in unread(framed(found, language="zh"), row)


@pytest.mark.parametrize("languages", [["zh"], ["en"], ["zh", "en"]])
def test_of_a_language_that_is_read_nothing_is_said(languages):
    row = {**article("a1"), "language": languages}
    assert unread(framed(tables([row], [])), row) == ""


def test_a_code_that_nobody_knows_stands_for_itself():
    assert language_name("qqx", framed(tables([article("a1")], []))) == "qqx"


@pytest.mark.parametrize(("code", "said"), [("en", "Russian"), ("zh", "俄语")])
def test_a_russian_article_is_shown_and_says_that_its_events_are_not_read(
    show, tmp_path, code, said
):
    (tmp_path / "geneva.txt").write_text(RUSSIAN, encoding="utf-8")
    app = show(f"article?lang={code}", tmp_path)
    assert not app.exception
    sent = markup(app)
    assert said in sent
    assert "Президент прибыл в Женеву" in sent


def test_an_article_of_the_seeds_says_nothing_of_the_kind(show):
    assert 'role="note"' not in markup(show("article?lang=en"))
