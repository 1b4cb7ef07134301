"""Counts beside values are what a click shows; each chip takes off its own filter alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.queries import parties
from corpus.tables import rows
from pages.parts.chips import chips, ways_out
from pages.parts.facets import LEAST, Facets
from pages.parts.filters import FILTERS, chosen_events
from pages.parts.view import LANGUAGES, View
from pages.parts.wording import say
from tests.pages.samples import framed
from tests.pages.sent import address, healthy, listed, soup

VIEWS = (
    {},
    {"parties": ("RUS",)},
    {"statuses": ("planned",), "outlets": ("aljazeera",)},
    {"search": "Putin", "kinds": ("CONSULT",)},
)


@pytest.mark.parametrize("view", VIEWS)
def test_a_count_is_what_the_value_alone_would_leave_of_its_filter(seeds, view):
    frame = framed(seeds, **view)
    for item in FILTERS:
        counts = Facets.of(frame).counts(item.field)
        values = item.values(frame)
        assert values, item.key
        for value in values:
            own = getattr(frame.view, item.field) if item.key == "party" else ()
            asked = frame.view.with_field(item.field, tuple(dict.fromkeys((*own, value))))
            assert counts[value] == len(chosen_events(replace(frame, view=asked))), value


@pytest.mark.parametrize("view", VIEWS)
def test_the_count_of_sources_is_what_at_least_so_many_would_leave(seeds, view):
    frame = framed(seeds, **view)
    counts = Facets.of(frame).counts("least")
    for least in LEAST:
        asked = replace(frame, view=replace(frame.view, least=least))
        assert counts[str(least)] == len(chosen_events(asked))


def test_the_counts_stand_beside_the_values(show, seeds):
    app = show("?status=planned")
    happened = int((seeds.events["status"] == "happened").sum())
    assert f"happened · {happened}" in app.button_group(key="filter_status").options
    planned = seeds.events[seeds.events["status"] == "planned"]
    russian = sum("RUS" in own for own in parties(planned))
    assert f"Russia · {russian}" in app.button_group(key="filter_party").options


@pytest.mark.parametrize("name", ["", "sources"])
def test_words_languages_and_sources_go_to_the_address(show, name):
    app = show(f"{name}?lang=zh")
    app.text_input(key="filter_search").set_value("普京 会谈").run()
    assert address(healthy(app)) == {"lang": "zh", "q": "普京 会谈"}
    app.button_group(key="filter_said").set_value(["zh"]).run()
    assert address(healthy(app))["said"] == "zh"
    app.text_input(key="filter_search").set_value("").run()
    assert address(app) == {"lang": "zh", "said": "zh"}


def test_a_least_number_of_sources_is_offered_only_where_it_leaves_something(show, archive):
    app = show("")
    app.button_group(key="filter_least").set_value(2).run()
    assert address(healthy(app)) == {"lang": "en", "least": "2"}
    alone = show("", archive("single"))
    assert "filter_least" not in {group.key for group in alone.button_group}
    undone = show("?least=3", archive("undated"))
    undone.button_group(key="filter_least").set_value(None).run()
    assert address(healthy(undone)) == {"lang": "en"}


@pytest.mark.parametrize("query", ["布林肯", "布林肯 基辅", "BLINKEN kyiv", "wednesday"])
def test_a_search_finds_labels_of_both_languages_and_quotations(show, archive, query):
    folder = archive("single")
    found = listed(show(f"?q={query}", folder))
    assert found == listed(show("", folder))
    assert found
    assert not listed(show(f"?q={query}+拉夫罗夫", folder))


def test_the_language_of_the_telling_leaves_what_is_told_in_it(show, seeds):
    for language in LANGUAGES:
        own = seeds.mentions[seeds.mentions["language"] == language]["event_id"]
        assert listed(show(f"?said={language}")) == set(own)


def test_each_chip_takes_off_its_own_filter_and_the_reset_all(show):
    query = "party=RUS,USA&status=happened&outlet=aljazeera&from=2021-12-01&q=Putin&said=zh&told=1"
    whole = address(show(f"?{query}"))
    labels = [button.label for button in show(f"?{query}").button if button.key.startswith("chip_")]
    assert labels[0] == "Parties\\: Russia"
    without = []
    for number in range(len(labels)):
        app = show(f"?{query}")
        app.button(key=f"chip_{number}").click().run()
        after = address(healthy(app))
        changed = {key for key in whole if after.get(key) != whole[key]} - {"lang"}
        assert len(changed) == 1, labels[number]
        without += changed
    assert sorted(without) == ["from", "outlet", "party", "party", "q", "said", "status"]
    app = show(f"?{query}")
    app.button(key="clear").click().run()
    assert address(healthy(app)) == {"lang": "en", "told": "1"}


def test_an_address_with_thousands_of_values_draws_some_chips_and_one_reset(show):
    app = healthy(show("?party=" + ",".join(f"X{n}" for n in range(2000))))
    drawn = [button.key for button in app.button if button.key.startswith(("chip_", "clear"))]
    assert len(drawn) == 25


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_empty_names_the_chip_to_remove(show, seeds, language):
    app = healthy(show(f"?lang={language}&status=planned&from=2031-01-01"))
    planned = int((seeds.events["status"] == "planned").sum())
    (ways,) = soup(app).select("div[role=status]")
    (way,) = ways.select("li")
    assert str(planned) in way.get_text()
    assert say("filter_period", language) in way.get_text()


def test_where_one_is_not_enough_it_is_said(seeds):
    frame = framed(seeds, statuses=("denied",), search="nobody says this", kinds=("AID",))
    assert say("without_several", "en") in ways_out(frame, chips(frame))
    assert ways_out(framed(seeds), []) == ""


def test_the_day_of_knowledge_is_one_of_the_ways_out(show, seeds):
    app = healthy(show("?known=2022-01-05&outlet=ft"))
    (way,) = [
        item for item in soup(app).select("div[role=status] li") if "known" in item.get_text()
    ]
    told = sum("ft" in row["outlets"] for row in rows(seeds.events))
    assert f"{told} events" in way.get_text()


def test_chips_stand_in_the_order_of_the_row(seeds):
    view = View(outlets=("ft",), parties=("RUS",), least=2, search="x", said=("zh",))
    shown = [chip.label.partition(":")[0] for chip in chips(framed(seeds, **{
        field: getattr(view, field) for field in ("outlets", "parties", "least", "search", "said")
    }))]  # fmt: skip
    keys = ("party", "outlet", "said", "least", "search")
    assert shown == [say(f"filter_{key}", "en") for key in keys]
