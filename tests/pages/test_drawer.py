"""The drawer tells an event's days and those of its reports, who said it, and why it is one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from corpus import linking
from corpus.happenings import State
from corpus.queries import in_order
from corpus.tables import rows
from pages.parts.event_facts import facts, first_report
from pages.parts.event_tellings import REASONS, all_tellings, linked, voice
from pages.parts.tellings import Tellings
from pages.parts.view import LANGUAGES
from pages.parts.wording import say
from tests.pages.samples import article, event, framed, tables
from tests.pages.sent import address, healthy, soup

FT, BBC = article("a1", "2022-01-21"), article("a2", "2022-01-22", "bbc")


def told(articles, *events):
    found = tables(articles, events)
    return framed(found), rows(found.events)[0], Tellings.of(found)


def test_the_first_report_is_the_earliest_with_every_outlet_of_that_day():
    frame, _, tellings = told([FT, BBC], event("e1", "2022-01-20", by=["a2", "a1"]))
    assert first_report(frame, tellings.by_event["e1"]) == "on 21 Jan 2022 by Financial Times"
    both = [article("a1", "2022-01-21"), article("a2", "2022-01-21", "bbc"), article("a3")]
    frame, _, tellings = told(both, event("e1", by=["a3", "a2", "a1"]))
    assert first_report(frame, tellings.by_event["e1"]).endswith("by Financial Times, BBC")


def test_a_report_without_a_day_has_none():
    frame, _, tellings = told([article("a1")], event("e1"))
    assert first_report(frame, tellings.by_event["e1"]) == say(
        "first_undated", "en", outlet="Financial Times"
    )


def test_the_days_of_event_and_report_are_both_told():
    frame, own, tellings = told([FT], event("e1", "2022-01-09", "2022-01-10"))
    page = facts(frame, own, tellings.by_event["e1"])
    assert "9–10 Jan 2022" in page
    assert "21 Jan 2022" in page


def test_history_is_told_in_its_order_and_only_if_there_is_one():
    day = date(2022, 1, 9)
    step = {"told": date(2021, 12, 24), "first": day, "last": day, "mention": "a1.e1"}
    steps = [{**step, "state": "announced"}]
    frame, own, tellings = told([FT], event("e1", "2022-01-09", history=steps))
    assert say("drawer_history", "en") not in facts(frame, own, tellings.by_event["e1"])
    steps += [{**step, "state": "held", "told": day}, {**step, "state": "denied", "told": None}]
    frame, own, tellings = told([FT], event("e1", "2022-01-09", history=steps))
    page = facts(frame, own, tellings.by_event["e1"])
    said = re.findall(r"<li>(.*?)</li>", page)
    assert said == [
        "announced: 9 Jan 2022, told 24 Dec 2021",
        "held, told 9 Jan 2022",
        "denied: 9 Jan 2022, told on an unknown day",
    ]


@pytest.mark.parametrize("severity", [1, 2, 3])
def test_a_disagreement_says_what_about_and_how_grave(severity):
    versions = {"versions": ["2022-01-09", "2022-01-10"], "mentions": ["a1.e1", "a1.e1"]}
    conflict = {"what": "date", "severity": severity, **versions}
    frame, own, tellings = told([FT], event("e1", "2022-01-09", conflicts=[conflict]))
    page = facts(frame, own, tellings.by_event["e1"])
    assert "9 Jan or 10 Jan" in page
    assert say(f"severity_{severity}", "en") in page


def test_independent_sources_are_told_where_outlets_share_an_event():
    frame, own, tellings = told([FT, BBC], event("e1", "2022-01-20", by=["a1", "a2"]))
    own["independent_sources"] = 1
    assert "Independent sources: 1." in facts(frame, own, tellings.by_event["e1"])
    frame, own, tellings = told([FT], event("e1", "2022-01-20"))
    assert "Independent" not in facts(frame, own, tellings.by_event["e1"])


def test_every_telling_stands_there_with_outlet_day_and_voice():
    articles = [article(f"a{n}", f"2022-01-{10 + n}") for n in range(6)]
    frame, _, tellings = told(articles, event("e1", "2022-01-09", by=[f"a{n}" for n in range(6)]))
    page = all_tellings(frame, tellings.by_event["e1"], tellings.by_mention)
    assert [f"Quote of e1 in a{n}." in page for n in range(6)] == [True] * 6
    assert page.count(say("narration", "en")) == 6
    assert say("tally_more", "en", n=3) in page


def test_who_passes_it_on_is_told():
    frame, _, _ = told([FT], event("e1"))
    row = {"speaker": "USA GOV Antony Blinken", "via": "RUS MED TASS"}
    said = voice(frame, row)
    assert "Blinken" in said
    assert "passed on by" in said
    assert "passed on" not in voice(frame, {**row, "via": ""})
    assert voice(frame, {"speaker": "", "via": ""}) == say("narration", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_of_linking_has_words(language):
    folder = Path(linking.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    given = {*re.findall(r'found\.append\(\([^"]{0,60}, "([a-z ]+)"\)\)', code)}
    assert len(given) >= 8
    assert given <= set(REASONS)
    assert all(say(f"link_{key}", language) for key in REASONS.values())


def test_a_link_names_the_telling_that_it_was_put_to():
    frame, _, tellings = told([FT, BBC], event("e1", "2022-01-20", by=["a1", "a2"]))
    by_mention = {"a1.7": tellings.by_mention["a1.e1"]}
    said = linked(frame, "same topic as a1.7", by_mention)
    assert said.startswith(say("link_topic", "en"))
    assert "Financial Times, 21 Jan 2022" in said
    assert linked(frame, "same topic as a9.9", by_mention) == say("link_topic", "en")
    assert linked(frame, "first telling", by_mention) == say("link_first", "en")
    assert "odd" in linked(frame, "odd {rule} as a1.7", by_mention)
    assert linked(frame, "", by_mention) == ""


@pytest.mark.parametrize("state", State.__args__)
def test_every_state_of_a_history_has_words(state):
    assert all(say(f"turn_{state.replace(' ', '_')}", language) for language in LANGUAGES)


def test_every_rule_of_the_seeds_is_told_in_words(seeds):
    frame = framed(seeds)
    for rule in set(seeds.mentions["link_rule"]):
        said = linked(frame, rule, {})
        assert said
        assert said != say("link_other", "en", rule=rule)


def test_the_arrows_go_through_the_filtered_events_in_the_order_of_time(show, seeds):
    consults = seeds.events[seeds.events["type"] == "CONSULT"]
    path = in_order(consults)["event_id"].tolist()
    app = show(f"?kind=CONSULT&event={path[0]}")
    assert app.button(key="drawer_back").disabled
    seen = [path[0]]
    while not app.button(key="drawer_next").disabled:
        app.button(key="drawer_next").click().run()
        seen.append(address(healthy(app))["event"])
    assert seen == path
    app.button(key="drawer_back").click().run()
    assert address(app)["event"] == path[-2]


def test_an_event_that_the_filters_leave_out_leads_back_to_those_that_they_keep(show, seeds):
    out = seeds.events[seeds.events["type"] != "CONSULT"]["event_id"].iloc[0]
    app = show(f"?kind=CONSULT&event={out}")
    assert app.button(key="drawer_back").disabled
    app.button(key="drawer_next").click().run()
    kept = set(seeds.events[seeds.events["type"] == "CONSULT"]["event_id"])
    assert address(healthy(app))["event"] in kept


def test_a_link_to_the_event_is_its_address(show, seeds):
    key = seeds.events["event_id"].iloc[0]
    app = show(f"?lang=zh&party=RUS&event={key}")
    (link,) = [a for a in soup(app).select("a") if a.get_text() == say("drawer_link", "zh")]
    assert str(link["href"]) == f".?lang=zh&party=RUS&event={key}"
