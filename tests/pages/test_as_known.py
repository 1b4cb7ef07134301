"""As known on a day: what came out later is not there, what is left out is said, and it ends."""

from __future__ import annotations

import re
from datetime import date

import pytest

from corpus.subset import as_known
from corpus.tables import Tables, rows
from pages.parts import store
from pages.parts.as_known import beside, known_line, with_known
from pages.parts.view import LANGUAGES
from pages.parts.wording import say
from tests.pages.samples import article, event, framed, tables
from tests.pages.sent import address, healthy, listed, soup

DAY = date(2022, 1, 5)
BEFORE, ON = date(2022, 1, 3), date(2022, 1, 21)
ARTICLES = [article("a1", "2022-01-03"), article("a2", "2022-01-21"), article("a3")]
EVENTS = [event("e1", "2022-01-02", by=["a1"]), event("e2", "2022-01-20", by=["a2"])]


def framed_on(day: date, whole: Tables, language: str = "en"):
    known = as_known(whole, day)
    frame = framed(known, as_known=day, language=language)
    return type(frame)(frame.view, known, frame.theme, whole)


@pytest.mark.parametrize("name", ["", "sources", "article", "present"])
def test_every_screen_but_the_archive_shows_what_was_known(show, seeds, name):
    app = healthy(show(f"{name}?known={DAY}&rows=all"))
    said = soup(app).get_text() + " ".join(button.label for button in app.button)
    assert "as known on 5 Jan 2022" in said.replace("\\", "")
    assert "2 of 4 articles" in said.replace("\\", "")
    assert "Financial Times" not in soup(app).get_text()


def test_the_archive_counts_everything_whatever_day_is_asked_for(show):
    whole, known = (soup(show(f"archive?{query}")).get_text() for query in ("", f"known={DAY}"))
    assert whole == known


def test_the_events_are_those_of_the_subset_and_a_plan_for_later_is_among_them(show, seeds):
    known = as_known(seeds, DAY)
    assert listed(show(f"?known={DAY}")) == set(known.events["event_id"]) < listed(show(""))
    plans = [row for row in rows(known.events) if str(row["first"]) > DAY.isoformat()]
    assert {row["status"] for row in plans if row["first"] == row["first"]} >= {"planned"}


def test_an_event_told_by_a_later_article_too_loses_that_telling(show, seeds):
    known = as_known(seeds, date(2021, 12, 24))
    told = {row["event_id"]: row["mention_count"] for row in rows(known.events)}
    whole = {row["event_id"]: row["mention_count"] for row in rows(seeds.events)}
    fewer = [key for key in told if told[key] < whole[key]]
    assert fewer
    app = healthy(show(f"?known=2021-12-24&event={fewer[0]}"))
    (dialog,) = [node for node in app._tree if node.type == "dialog"]
    inside = "".join(node.proto.body for node in dialog if node.type == "html")
    assert f"{say('drawer_all', 'en')} · {told[fewer[0]]}" in inside
    assert "2022</" not in inside


def test_one_click_goes_to_the_next_day_with_an_article_and_back(show):
    app = show(f"?known={DAY}&party=RUS")
    app.button(key="known_on").click().run()
    assert address(healthy(app)) == {"lang": "en", "party": "RUS", "known": ON.isoformat()}
    app.button(key="known_back").click().run()
    assert address(app)["known"] == BEFORE.isoformat()
    app.button(key="chip_known").click().run()
    assert address(healthy(app)) == {"lang": "en", "party": "RUS"}
    assert "known_on" not in {button.key for button in app.button}


def test_at_either_end_there_is_no_further_step(show):
    app = show("?known=2024-05-14")
    assert app.button(key="known_on").disabled
    assert not app.button(key="known_back").disabled
    assert show("?known=2021-12-24").button(key="known_back").disabled


def test_the_day_goes_to_the_address(show):
    app = show("?status=planned")
    app.date_input(key="filter_known").set_value(DAY)
    app.button(key="known_apply").click().run()
    assert address(healthy(app)) == {"lang": "en", "status": "planned", "known": DAY.isoformat()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", "sources", "article", "present"])
def test_before_the_first_article_the_way_to_it_is_shown(show, name, language):
    page = soup(healthy(show(f"{name}?lang={language}&known=1999-01-01&party=RUS")))
    first, everything = page.select("[role=status] a")
    assert "known=2021-12-24" in str(first["href"])
    assert "known=" not in str(everything["href"])
    for way in (first, everything):
        assert str(way["href"]).startswith(name or ".")
        assert "party=RUS" in str(way["href"])


def test_an_article_of_later_is_not_said_to_be_missing_from_the_archive(show, seeds):
    later = seeds.articles[seeds.articles["published_day"] > str(DAY)]["article_id"].iloc[0]
    (alert,) = soup(show(f"article?known={DAY}&article={later}")).select("[role=alert]")
    assert alert.get_text() == say("article_later", "en", article=later)


def test_what_has_no_day_is_said_to_be_left_out():
    frame = framed_on(DAY, tables(ARTICLES, EVENTS))
    assert known_line(frame) == "as known on 5 Jan 2022: 1 of 3 articles"
    scope = with_known(frame, "All.")
    assert scope.startswith("All. Shown as known on 5 Jan 2022: 1 of 3 articles; 1 article without")
    dated = framed_on(DAY, tables(ARTICLES[:2], EVENTS))
    assert "without" not in with_known(dated, "All.")


def test_without_a_day_nothing_is_added():
    frame = framed(tables(ARTICLES, EVENTS))
    assert known_line(frame) == ""
    assert with_known(frame, "All.") == "All."


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (DAY, (BEFORE, ON)),
        (BEFORE, (None, ON)),
        (ON, (BEFORE, None)),
        (date(1, 1, 1), (None, BEFORE)),
    ],
)
def test_the_days_beside_a_day_are_the_nearest_with_an_article(day, expected):
    assert beside([BEFORE, ON], day) == expected
    assert beside([], day) == (None, None)


def test_a_day_is_worked_out_once(monkeypatch, archive):
    monkeypatch.setenv("DATELINE_CORPUS", str(archive("single")))
    first, whole = store.corpus_on(date(2023, 9, 6), "")
    again, same = store.corpus_on(date(2023, 9, 6), "")
    assert first is again
    assert whole is same
    before, _ = store.corpus_on(date(2023, 9, 5), "")
    assert len(first.articles) == 1
    assert before.articles.empty


def test_the_presenter_says_on_which_day_it_is(show):
    assert re.search(r"5 Jan 2022.* 1 / \d+", soup(show(f"present?known={DAY}")).get_text())
