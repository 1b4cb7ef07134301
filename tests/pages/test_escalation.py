"""The timeline shows how much conflict its events add up to, on a scale that the address names."""

from __future__ import annotations

import pytest

from pages.parts.wording import say
from tests.pages.sent import soup


@pytest.mark.parametrize("language", ["en", "zh"])
def test_curve_ladder_and_the_contradictions_of_the_scales_are_there(show, language):
    page = soup(show(f"?lang={language}"))
    said = page.get_text()
    assert say("escalation_title", language) in said
    assert say("scales_contradict", language) in said
    cells = [mark["aria-label"] for mark in page.select("table.dl-ladder i")]
    assert cells
    assert len(page.select("table.dl-ladder tbody tr")) > 1


def test_the_scale_is_kept_in_the_address(show):
    app = show("?lang=en&scale=goldstein")
    assert app.button_group(key="view_scale").value == "goldstein"
    app.button_group(key="view_scale").set_value("balance").run()
    assert app.query_params["scale"] in ("balance", ["balance"])


def test_a_pair_has_its_own_curve_and_a_filter_that_leaves_nothing_has_none(show):
    pairs = [th.get_text() for th in soup(show("?lang=en&party=RUS,UKR")).select(
        "table.dl-ladder tbody th"
    )]  # fmt: skip
    assert "Russia – Ukraine" in pairs
    nothing = soup(show("?lang=en&from=1950-01-01&to=1950-01-02")).get_text()
    assert say("escalation_title", "en") not in nothing


def test_the_pair_of_the_curve_is_kept_in_the_address(show):
    app = show("?lang=en")
    before = app.get("plotly_chart")[-1].proto.spec
    app.button_group(key="between").set_value(("RUS", "USA")).run()
    assert app.query_params["between"] in ("RUS,USA", ["RUS,USA"])
    assert app.get("plotly_chart")[-1].proto.spec != before
    # what the ladder tells stays that of all
    assert len(soup(app).select("table.dl-ladder tbody tr")) > 1


def test_a_pair_between_whom_nothing_was_told_is_said_to_be_one(show):
    app = show("?lang=en&between=FRA,JPN")
    assert say("escalation_none", "en") in soup(app).get_text()
    assert app.button_group(key="between").value == ("FRA", "JPN")
