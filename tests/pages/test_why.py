"""The steps of a reading name the words, the rule and the parties that they rest on."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from corpus.charts.terms import term
from corpus.tables import rows
from pages.parts.article_choice import Choice, scroll_to
from pages.parts.why import why_panel
from pages.parts.wording import say
from tests.pages.samples import article, event, framed, tables


def chosen(found, mention=None, times=()) -> Choice:
    return Choice(
        article=rows(found.articles)[0],
        times=list(times),
        mentions=rows(found.mentions),
        figures=[],
        events={row["event_id"]: row for row in rows(found.events)},
        mention=mention,
        missing="",
        address=lambda mention_id: {"mention": mention_id},
    )


def steps(language="en", times=(), **fields) -> list[str]:
    found = tables([article("a1", "2022-01-21")], [event("e1", "2022-01-21")])
    mention = {**rows(found.mentions)[0], **fields}
    panel = why_panel(framed(found, language=language), chosen(found, mention, times))
    return [step.get_text() for step in BeautifulSoup(panel, "html.parser").select("li")]


def test_without_a_clause_it_says_how_to_choose_one():
    found = tables([article("a1", "2022-01-21")], [event("e1", "2022-01-21")])
    assert say("why_choose", "en") in why_panel(framed(found), chosen(found))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("basis", ["publication", "context", "none"])
def test_a_day_that_is_not_in_the_clause_is_owned_up_to(language, basis):
    assert say(f"why_{basis}", language) in steps(language, date_basis=basis)[0]


def test_a_date_in_the_clause_is_quoted_with_its_rule():
    found = tables([article("a1", "2022-01-21")], [event("e1", "2022-01-21")])
    day = rows(found.mentions)[0]["first"]
    time = {
        "start": 0, "end": 6, "surface": "Friday", "first": day, "last": day, "precision": "day",
        "anchor": "publication 2022-01-21", "rule": "weekday_last", "conflict": "",
    }  # fmt: skip
    first = steps(times=[time])[0]
    assert "Friday" in first
    assert "21 Jan 2022" in first
    assert "weekday_last" in first


@pytest.mark.parametrize(
    ("language", "conflict", "told"),
    [
        ("en", "XXXX-WXX-4", "Thursday"),
        ("zh", "XXXX-WXX-4", "星期四"),
        ("en", "2022-01-20", "20 Jan 2022"),
    ],
)
def test_a_weekday_that_the_date_is_not_is_told(language, conflict, told):
    found = tables([article("a1", "2022-01-21")], [event("e1", "2022-01-21")])
    day = rows(found.mentions)[0]["first"]
    time = {
        "start": 0, "end": 6, "surface": "Thursday (21 Jan.)", "first": day, "last": day,
        "precision": "day", "anchor": "", "rule": "day.day-month", "conflict": conflict,
    }  # fmt: skip
    assert say("why_conflict", language, told=told) in steps(language, times=[time])[0]


def test_the_steps_name_trigger_code_parties_and_speaker():
    said = " ".join(steps(mode="meet", speaker="RUS GOV Sergey Lavrov", rule="met_1"))
    for word in ("met", "CONSULT / meet", "met_1", "Antony Blinken", "Sergey Lavrov"):
        assert word in said
    assert say("why_target_only", "en", recipients="Sergey Lavrov") in " ".join(steps(actors=[]))


def test_every_clause_of_the_seeds_is_explained_in_both_languages(seeds):
    article_row = rows(seeds.articles)[0]
    own = seeds.mentions[seeds.mentions["article_id"] == article_row["article_id"]]
    times = rows(seeds.time_expressions)
    for mention in rows(own):
        choice = chosen(seeds, mention, times)
        for language in ("en", "zh"):
            panel = why_panel(framed(seeds, language=language), choice)
            assert len(BeautifulSoup(panel, "html.parser").select(".dl-steps li")) >= 3


def test_no_id_can_end_the_script_that_scrolls(monkeypatch):
    sent: list[str] = []
    monkeypatch.setattr("streamlit.html", lambda body, **_: sent.append(body))
    scroll_to({"mention_id": "a1.7--><script>window.pwned=1</script>"})
    (body,) = sent
    assert body.count("<script") == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_parties_place_status_and_voices_are_quoted_in_the_words_of_the_article(language):
    text = "Minsk said Vilnius struck."
    found = tables([{**article("a1", "2022-01-21"), "text": text}], [event("e1", "2022-01-21")])
    spans = {"actor": (11, 18), "recipient": (0, 5), "status": (6, 10)}
    values = {"actor": "LTU", "recipient": "BLR", "status": "claimed"}
    parts = [
        {"role": role, "start": start, "end": end, "value": values[role]}
        for role, (start, end) in spans.items()
    ]
    told = {"actors": ["LTU"], "recipients": ["BLR"], "status": "claimed", "parts": parts}
    mention = {**rows(found.mentions)[0], **told}
    panel = why_panel(framed(found, language=language), chosen(found, mention))
    said = BeautifulSoup(panel, "html.parser").get_text()
    for name, words in (("Lithuania", "Vilnius"), ("Belarus", "Minsk")):
        known = {"Lithuania": "立陶宛", "Belarus": "白俄罗斯"}[name] if language == "zh" else name
        assert say("why_words", language, name=known, words=words) in said
    assert say("why_status", language, cue="said", status=term("status_claimed", language)) in said


def test_who_passes_it_on_is_named_beside_the_speaker():
    said = " ".join(steps(speaker="ARM MIL Defence Ministry", via="RUS JRN TASS"))
    assert "TASS" in said
