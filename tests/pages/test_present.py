"""The presenter shows one event a step, with the sentence and who says so."""

from __future__ import annotations

import pandas as pd

from corpus.queries import in_order
from pages.parts.briefing import MOST
from pages.parts.presenter import path
from pages.parts.wording import say
from tests.pages.samples import article, event, tables
from tests.pages.sent import soup


def shown(app):
    return soup(app).select_one(".dl-present")


def test_it_steps_through_the_dated_events_of_the_filters_in_order(show, seeds):
    own = seeds.events[["RUS" in {c[:3] for c in [*a, *r]} for a, r in zip(
        seeds.events["actors"], seeds.events["recipients"], strict=True
    )]]  # fmt: skip
    exact = own[own["last"] - own["first"] <= pd.Timedelta(days=31)]
    expected = list(in_order(exact)["label_en"])
    app = show("present?lang=en&party=RUS")
    told = [shown(app).h1.get_text()]
    while not app.button(key="present_next").disabled:
        app.button(key="present_next").click().run()
        told.append(shown(app).h1.get_text())
    assert told == expected


def test_the_sentence_stands_in_its_own_language_with_its_outlet_and_day(show, seeds):
    page = shown(show("present?lang=en"))
    quote = page.blockquote.mark.get_text()
    assert quote in page.blockquote.get_text()
    (row,) = seeds.mentions[seeds.mentions["quote"] == quote].head(1).to_dict("records")
    assert page.blockquote["lang"] == row["language"]
    says = page.select_one(".dl-says").get_text()
    assert says.startswith(say("present_says_who", "en"))
    assert "20" in page.select_one(".dl-says b").get_text()


def test_a_step_beyond_the_end_is_the_last_and_its_button_is_off(show):
    app = show("present?lang=en&step=9999")
    n, _, total = soup(app).select_one(".dl-step").get_text().partition(" / ")
    assert n.split()[-1] == total
    assert app.button(key="present_next").disabled
    assert not app.button(key="present_back").disabled


def test_nothing_to_present_is_said_with_the_way_back(show):
    app = show("present?lang=en&from=1950-01-01&to=1950-01-02")
    assert say("present_empty", "en") in soup(app).get_text()
    assert app.button(key="clear_empty")


def test_the_language_is_switched_in_the_middle_and_the_way_out_keeps_the_step(show):
    app = show("present?lang=en&party=RUS&step=5")
    (other,) = [a for a in soup(app).select(".dl-step a")]
    assert "lang=zh" in other["href"]
    assert "step=5" in other["href"]
    (leave,) = app.get("page_link")
    assert "step=5" in leave.proto.query_string


def test_of_too_many_events_those_that_most_sources_tell_are_presented():
    few = [event(f"a{n}", f"2022-02-{n % 28 + 1:02}") for n in range(MOST + 5)]
    known = event("known", "2022-02-20", by=["a1", "a2"])
    vague = event("vague", "2022-02-01", "2022-02-28", by=["a1", "a2"])
    found = tables([article("a1", "2022-02-01"), article("a2", "2022-02-02", "bbc")],
                   [*few, known, vague])  # fmt: skip
    steps = path(found.events)
    assert len(steps) == MOST
    assert "known" in [row["event_id"] for row in steps]
    assert "vague" not in [row["event_id"] for row in steps], "dated no better than to a month"
    assert [row["first"] for row in steps] == sorted(row["first"] for row in steps)
