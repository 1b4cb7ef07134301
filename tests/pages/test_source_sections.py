"""Beside and below the matrix: ledger, races, attention, emphasis, pairs, threads, what is off."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, Tag

from corpus.emphasis import emphasis
from corpus.ledger import ledger
from corpus.storylines import storylines
from corpus.tables import Tables, rows
from pages.parts.article_pair import marked
from pages.parts.first_reports import first_reports
from pages.parts.view import LANGUAGES
from pages.parts.wording import say
from tests.pages.samples import article, event, framed, tables
from tests.pages.sent import faults, soup


def words(page: BeautifulSoup | Tag) -> str:
    """The text without the spaces that markup needs."""
    return " ".join(page.get_text(" ").split())


def section(page: BeautifulSoup, key: str, language: str = "en") -> list[Tag]:
    """What stands between a heading and the next one."""
    nodes = iter(page.find_all(True))
    for node in nodes:
        if node.name == "h2" and node.get_text() == say(key, language):
            break
    found = []
    for node in nodes:
        if node.name == "h2":
            break
        found.append(node)
    return found


# races


def races(found: Tables) -> BeautifulSoup:
    return BeautifulSoup(first_reports(framed(found), found), "html.parser")


def test_a_race_says_who_was_first_how_late_the_other_was_and_what_it_told_meanwhile():
    articles = [
        article("a1", "2022-01-08"),
        article("b1", "2022-01-09", "aljazeera"),
        article("b2", "2022-01-11", "aljazeera"),
    ]
    page = races(tables(articles, [event("e1", "2022-01-08", by=["a1", "b2"])]))
    said = words(page.select_one(".dl-tellers"))
    assert said == "Financial Times first, 8 Jan 2022 Al Jazeera 3 days later (1 article meanwhile)"
    assert [link["href"] for link in page.select(".dl-tellers a")] == [
        "article?lang=en&article=a1&mention=a1.e1",
        "article?lang=en&article=b2&mention=b2.e1",
    ]
    body = [[cell.get_text() for cell in row.select("td.dl-n")] for row in page.select("tbody tr")]
    assert sorted(body) == [["1", "0", "0", "1", "3 days"], ["1", "1", "0", "0", "–"]]


def test_without_a_race_nobody_was_first():
    articles = [article("a1", "2022-01-08"), article("b1", "2022-01-09", "aljazeera")]
    page = races(tables(articles, [event("e1", by=["a1"]), event("e2", by=["b1"])]))
    assert page.get_text() == say("first_none", "en")


# the ledger


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_of_an_entry_is_a_bar_that_leads_to_its_sentence(show, seeds, language):
    app = show(f"sources?lang={language}")
    found = ledger(seeds)
    entry = found.entries.iloc[0]
    own = found.figures[found.figures["entry_id"] == entry["entry_id"]]
    bars = soup(app).select("a.dl-figure")
    assert [link["href"].rpartition("mention=")[2] for link in bars] == list(own["mention_id"])
    assert [f"“{surface}”" for surface in own["surface"]] == [bar.b.get_text() for bar in bars]
    assert entry[f"title_{language}"] in app.selectbox(key="one_thing").options[0]
    disputes = found.conflicts[found.conflicts["entry_id"] == entry["entry_id"]]
    assert len(soup(app).select(".dl-dispute")) == len(disputes) > 0
    assert say("ledger_grave", language) in soup(app).select_one(".dl-dispute").get_text()


def test_a_bar_spans_what_the_words_allow_and_an_open_end_is_drawn(show, seeds):
    found = ledger(seeds).figures
    bars = {str(bar["href"]): bar for bar in soup(show("sources")).select("a.dl-figure")}
    for link, bar in bars.items():
        figure = found[found["mention_id"] == link.rpartition("mention=")[2]].iloc[0]
        span = bar.select_one(".dl-span")
        begins, ends = (float(part) for part in re.findall(r"([\d.]+)%", span["style"]))
        opened = figure["high"] != figure["high"]
        assert ("dl-open" in span["class"]) == opened
        assert (ends == 100) == opened
        assert begins < ends or figure["low"] == figure["high"]
        if not opened:
            assert figure["low"] / figure["high"] == pytest.approx(begins / ends, rel=0.01)
    assert any("dl-open" in bar.select_one(".dl-span")["class"] for bar in bars.values())


def test_another_thing_is_chosen_in_the_address(show, seeds):
    last = ledger(seeds).entries.iloc[-1]["entry_id"]
    app = show("sources?lang=en")
    app.selectbox(key="one_thing").set_value(last).run()
    assert app.query_params["thing"] in (last, [last])
    assert app.selectbox(key="one_thing").value == last


def test_an_archive_without_figures_says_so(show, archive):
    app = show("sources", archive("undated"))
    assert say("ledger_none", "en") in soup(app).get_text()


# attention and emphasis


def test_a_stretch_without_an_article_is_hatched_and_not_zero(show, seeds):
    page = soup(show("sources?lang=en"))
    strips = page.select(".dl-columns")
    assert len(strips) == seeds.articles["outlet_id"].nunique()
    published = seeds.articles["published_day"].dt.to_period("M")
    months = (published.max() - published.min()).n + 1
    for strip in strips:
        columns = strip.find_all("i", recursive=False)
        assert len(columns) == months
        held = [column for column in columns if "dl-hatch" not in column.get("class", [])]
        assert all("--dl-up" in column["style"] and column["title"] for column in held)
    held = [len(s.select("i:not(.dl-hatch)")) for s in strips]
    assert sorted(held) == sorted(
        seeds.articles.assign(m=published).groupby("outlet_id")["m"].nunique()
    )


def test_a_class_of_acts_is_drawn_as_its_share_in_its_colour(show):
    page = soup(show("sources?lang=zh&about=3"))
    assert page.select(".dl-columns.dl-c3")
    assert say("attention_lead_share", "zh", step=say("step_month", "zh")) in page.get_text()


@pytest.mark.parametrize("measure", ["type", "party", "speaker"])
def test_a_difference_stands_with_its_counts_and_with_its_doubt(show, seeds, measure):
    page = soup(show(f"sources?lang=en&measure={measure}"))
    found = emphasis(seeds, measure)
    lines = page.select(".dl-strips li")
    assert lines
    # so few tellings are never clear
    assert all("dl-unsure" in line.select_one(".dl-zero")["class"] for line in lines)
    counts = {
        say("emphasis_counts", "en", count=row["count"], total=row["total"],
            share="", others="").partition(":")[0]
        for row in rows(found)
    }  # fmt: skip
    for line in lines:
        assert line.small.get_text().strip().partition(":")[0] in counts
        assert "between" in line.select_one("[role=img]")["aria-label"]


def test_one_outlet_has_nobody_to_be_compared_with(show, archive):
    page = soup(show("sources", archive("single")))
    assert say("emphasis_none", "en") in page.get_text()


# two tellings


@pytest.fixture(scope="module")
def shared(seeds: Tables) -> str:
    """An event that two outlets tell."""
    return str(seeds.events[seeds.events["outlets"].map(len) > 1]["event_id"].iloc[0])


def test_two_tellings_stand_side_by_side_fact_by_fact(show, seeds, shared):
    for language in LANGUAGES:
        app = show(f"sources?lang={language}&event={shared}")
        page = soup(app)
        told = seeds.mentions[seeds.mentions["event_id"] == shared]
        quotes = [quote.get_text() for quote in page.select(".dl-event ~ .dl-pairs blockquote")]
        assert len(quotes) == 2
        assert set(quotes) <= set(told["quote"])
        assert say("fact_status", language) in page.get_text()
        links = [link["href"] for link in page.select(".dl-event ~ .dl-pairs a")]
        assert all("mention=" in link or "event=" in link for link in links)


def test_the_outlets_of_a_pair_change_places(show, seeds, shared):
    app = show(f"sources?lang=en&event={shared}")
    one, other = (app.selectbox(key=f"pair_{side}").value for side in ("one", "other"))
    app.selectbox(key="pair_one").set_value(other).run()
    assert not faults(app)
    assert app.query_params["compare"] in (f"{other},{one}", [f"{other},{one}"])
    assert app.selectbox(key="pair_other").value == one
    app.button(key="pair_close").click().run()
    assert "compare" not in app.query_params
    assert "event" not in app.query_params


def test_an_event_of_one_outlet_has_nothing_to_be_compared_with(show, seeds):
    alone = seeds.events[seeds.events["outlets"].map(len) == 1].iloc[0]
    said = soup(show(f"sources?lang=en&event={alone['event_id']}")).get_text()
    assert re.search("Only .+ tells this event", said)
    assert say("pair_unknown", "en") in soup(show("sources?lang=en&event=e0")).get_text()


def test_only_the_words_that_differ_are_marked():
    assert [mark.get_text() for mark in BeautifulSoup(
        marked("70,000 troops <near> Kyiv", 5, [(5, 11), (19, 25)]), "html.parser"
    ).select("mark")] == ["70,000", "<near>"]  # fmt: skip
    assert "<mark>" not in marked("nothing differs", 0, [])


# threads


def test_a_thread_opens_with_its_events_in_order_and_their_history(show, seeds):
    found = storylines(seeds)
    moved = seeds.events[seeds.events["history"].map(len) > 1]["event_id"]
    inside = found.members[found.members["event_id"].isin(moved)]
    story = inside["storyline_id"].iloc[0]
    for language in LANGUAGES:
        page = soup(show(f"sources?lang={language}&story={story}"))
        assert (
            page.select_one("#lit").get_text()
            == (found.lines.set_index("storyline_id")[f"title_{language}"][story])
        )
        labels = seeds.events.set_index("event_id")[f"label_{language}"]
        own = found.members[found.members["storyline_id"] == story]["event_id"]
        shown = [
            item.select_one("div > a span").get_text() for item in page.select(".dl-thread > li")
        ]
        assert shown == [labels[event] for event in own]
        steps = page.select(".dl-history")
        assert len(steps) == int(own.isin(moved).sum()) > 0
        assert say("turn_announced", language) in steps[0].get_text()
        assert page.select("[aria-current=true]")


def test_without_a_choice_the_first_thread_is_open_and_nothing_scrolls(show, seeds):
    page = soup(show("sources?lang=en"))
    assert page.select(".dl-thread > li")
    assert not page.select("#lit")
    assert len(page.select(".dl-story > div li")) == len(storylines(seeds).lines)


def test_an_archive_without_threads_says_so(show, archive):
    assert say("stories_none", "en") in soup(show("sources", archive("single"))).get_text()


# an outlet switched off


def test_an_outlet_switched_off_is_gone_from_the_screen_and_its_loss_is_told(show, seeds):
    own = seeds.events[seeds.events["outlets"].map(" ".join) == "ft"]
    assert len(own)
    for language in LANGUAGES:
        page = soup(show(f"sources?lang={language}&off=ft"))
        heads = [head["title"] for head in page.select("thead th.dl-cell")]
        assert len(heads) == seeds.articles["outlet_id"].nunique() - 1
        lists = {item.summary.get_text(): item for item in page.select(".dl-lost > details")}
        gone = lists[say("lost_list_gone", language, n=len(own))]
        assert {span.get_text() for span in gone.select("a span")} == set(own[f"label_{language}"])


def test_switching_off_goes_to_the_address_and_everything_off_leaves_a_page(show, seeds):
    app = show("sources?lang=en")
    app.button_group(key="off").set_value(["ft"]).run()
    assert app.query_params["off"] in ("ft", ["ft"])
    every = ",".join(sorted(set(seeds.articles["outlet_id"])))
    app = show(f"sources?lang=en&off={every}")
    assert not app.exception
    assert not soup(app).select("tbody .dl-cell")
    assert say("lost_list_gone", "en", n=len(seeds.events)) in soup(app).get_text()


def test_an_outlet_that_is_not_there_takes_nothing_away(show):
    assert say("lost_nothing", "en") in soup(show("sources?lang=en&off=nobody")).get_text()


# the words


def test_the_four_states_and_what_cannot_be_known_are_explained(show):
    for language in LANGUAGES:
        said = soup(show(f"sources?lang={language}")).get_text()
        for key in ("help_silent", "help_absent", "help_unknown", "help_method"):
            assert say(key, language) in said


def test_no_code_of_an_outlet_or_a_state_stands_on_the_screen(show, seeds):
    page = soup(show("sources?lang=zh&measure=party"))
    said = page.get_text(" ")
    codes = set(seeds.articles["outlet_id"]) | {"reported", "few_tellings", "under way", "grave"}
    assert [code for code in sorted(codes) if re.search(rf"\b{re.escape(code)}\b", said)] == []


def test_pages_are_turned_in_the_address(show):
    app = show("sources?lang=en")
    first = {row.get_text() for row in soup(app).select("tbody td.dl-told")}
    app.button(key="page_next").click().run()
    assert app.query_params["page"] in ("2", ["2"])
    assert not first & {row.get_text() for row in soup(app).select("tbody td.dl-told")}
    assert app.button(key="page_back").disabled is False


def test_the_class_of_acts_is_chosen_in_the_address(show):
    app = show("sources?lang=en")
    app.selectbox(key="one_about").set_value("3").run()
    assert app.query_params["about"] in ("3", ["3"])
    assert soup(app).select(".dl-columns.dl-c3")
