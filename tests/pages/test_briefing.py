"""A briefing is chosen in the drawer, follows to every screen and is presented in its order."""

from __future__ import annotations

import pytest

from pages.parts.briefing import MOST, brief_link, briefed, missing_note
from pages.parts.frame import PAGES
from pages.parts.view import LANGUAGES
from pages.parts.wording import say
from tests.pages.samples import article, event, framed, tables
from tests.pages.sent import soup
from tests.pages.test_screens import address, healthy

KNOWN = tables([article("a1", "2022-01-21")], [event(f"e{n}", "2022-01-20") for n in range(4)])


def test_it_is_in_the_order_of_choosing_and_counts_what_is_missing():
    frame = framed(KNOWN, briefing=("e2", "gone", "e0"))
    assert [row["event_id"] for row in briefed(frame)] == ["e2", "e0"]
    assert "1 event" in missing_note(frame)
    assert missing_note(framed(KNOWN, briefing=("e2",))) == ""


def test_a_link_of_the_list_adds_at_the_end_takes_out_and_stops_where_it_is_full():
    assert 'href=".?lang=en&amp;brief=e2,e1"' in brief_link(framed(KNOWN, briefing=("e2",)), "e1")
    out = brief_link(framed(KNOWN, briefing=("e2", "e1")), "e2")
    assert 'href=".?lang=en&amp;brief=e1"' in out
    assert say("brief_remove", "en") in out
    full = framed(KNOWN, briefing=("e1", *(f"x{n}" for n in range(MOST - 1))))
    assert brief_link(full, "e2") == ""
    assert say("brief_remove", "en") in brief_link(full, "e1")


def test_the_drawer_puts_an_event_in_and_takes_it_out_and_the_figure_stays(show, seeds):
    one, other = seeds.events["event_id"].iloc[:2]
    app = show(f"?event={one}&brief={other}&step=7")
    drawn = app.get("plotly_chart")[0].proto.spec
    assert app.button(key="brief").label == say("brief_add", "en")
    app.button(key="brief").click().run()
    assert address(healthy(app)) == {"lang": "en", "event": one, "brief": f"{other},{one}"}
    assert app.get("plotly_chart")[0].proto.spec == drawn
    assert app.button(key="brief").label == say("brief_remove", "en")
    app.button(key="brief").click().run()
    assert address(app)["brief"] == other


def test_a_full_briefing_says_so_and_takes_no_more(show, seeds):
    one, *others = seeds.events["event_id"].head(3)
    full = ",".join([*others, *(f"x{n}" for n in range(MOST - len(others)))])
    app = healthy(show(f"?event={one}&brief={full}"))
    assert app.button(key="brief").disabled
    assert say("brief_full", "en", n=MOST) in soup(app).get_text()
    inside = show(f"?event={others[0]}&brief={full}")
    assert not inside.button(key="brief").disabled


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bar_counts_presents_and_empties(show, seeds, language):
    chosen = ",".join(seeds.events["event_id"].head(3))
    app = healthy(show(f"?lang={language}&brief={chosen},nope&path=all&party=RUS"))
    said = soup(app).select_one(".dl-brief").get_text()
    assert say("brief", language) in said
    assert "3" in said, "what is missing is said beside it"
    (way,) = [a for a in app.get("page_link") if "path" not in a.proto.query_string]
    assert f"brief={chosen}".replace(",", "%2C") in way.proto.query_string
    app.button(key="brief_empty").click().run()
    assert address(healthy(app)) == {"lang": language, "party": "RUS"}
    assert soup(app).select_one(".dl-brief") is None


def test_links_to_every_screen_take_it_along(show, seeds):
    key = seeds.events["event_id"].iloc[0]
    for page in (page for page in PAGES if page.framed):
        app = show(f"{page.name}?brief={key}")
        assert all(f"brief={key}" in link.proto.query_string for link in app.get("page_link"))


def test_a_briefing_is_presented_in_its_order_and_a_link_shows_all(show, seeds):
    chosen = seeds.events["event_id"].iloc[[9, 2, 5]].tolist()
    labels = seeds.events.set_index("event_id")["label_en"]
    app = healthy(show(f"present?lang=en&party=RUS&brief={','.join(chosen)}"))
    assert say("brief_step", "en", n=1, total=3) in soup(app).select_one(".dl-step").get_text()
    told = []
    for _ in chosen:
        told.append(soup(app).h1.get_text())
        app.button(key="present_next").click().run() if len(told) < 3 else None
    assert told == [labels[key] for key in chosen]
    assert app.button(key="present_next").disabled
    (way,) = [a for a in soup(app).select(".dl-step a") if "path=all" in a["href"]]
    assert "step" not in way["href"]
    whole = show(f"present?lang=en&party=RUS&path=all&brief={','.join(chosen)}")
    assert say("brief_step", "en", n=1, total=3) not in soup(whole).get_text()
    assert say("brief", "en") in [a.get_text() for a in soup(whole).select(".dl-step a")]


def test_what_has_no_day_or_is_missing_is_presented_and_said(show, seeds):
    undated = seeds.events[seeds.events["first"].isna()]["event_id"].iloc[0]
    app = healthy(show(f"present?lang=en&brief={undated},nope"))
    assert "undated" in soup(app).select_one(".dl-dateline").get_text()
    assert not app.get("plotly_chart")
    assert say("brief_missing", "en", events="1 event") in soup(app).get_text()


def test_a_briefing_of_nothing_that_is_here_says_so_with_the_way_to_all(show):
    app = healthy(show("present?lang=en&brief=nope,gone"))
    (said,) = soup(app).select("[role=status]")
    assert say("brief_none", "en") in said.get_text()
    assert "path=all" in said.a["href"]
