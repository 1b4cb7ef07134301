"""Where sources disagree and how late they were: every version is shown, none is chosen."""

from __future__ import annotations

from bs4 import BeautifulSoup

from pages.parts.disagreements import disagreements
from pages.parts.source_lags import source_lags
from pages.parts.tellings import Tellings
from pages.parts.wording import say
from tests.pages.samples import article, event, framed, tables

ARTICLES = [article("a1", "2022-01-08"), article("a2", "2022-01-09", "aljazeera")]


def disputed(found, **view) -> BeautifulSoup:
    mentions = Tellings.of(found).by_mention
    return BeautifulSoup(disagreements(framed(found, **view), found, mentions), "html.parser")


def dots(events, articles=ARTICLES) -> dict[str, list[int]]:
    """For each outlet the number of dots in each column of days."""
    found = tables(articles, events)
    page = BeautifulSoup(source_lags(framed(found), found), "html.parser")
    return {
        row.th.get_text(): [len(cell.select(".dl-s")) for cell in row.select("td")]
        for row in page.select("tbody tr")
    }


def test_each_version_of_a_dispute_stands_with_its_sentence_and_its_way_there():
    versions = ["2022-01-09", "2022-01-09/2022-01-10"]
    conflict = {"what": "date", "severity": 1, "versions": versions, "mentions": ["a1.e1", "a2.e1"]}
    found = tables(ARTICLES, [event("e1", "2022-01-09", by=["a1", "a2"], conflicts=[conflict])])
    page = disputed(found, language="zh")
    assert [quote.get_text() for quote in page.select("blockquote")] == [
        "Quote of e1 in a1.",
        "Quote of e1 in a2.",
    ]
    assert [link["href"] for link in page.select("a")] == [
        "article?lang=zh&article=a1&mention=a1.e1",
        "article?lang=zh&article=a2&mention=a2.e1",
        "sources?lang=zh&event=e1",
    ]
    assert len({chip.get_text() for chip in page.select(".dl-chip")}) == 2
    assert say("conflict_date", "zh") in page.h3.get_text()
    assert say("severity_1", "zh") in page.get_text()


def test_the_gravest_dispute_comes_first_and_many_versions_open():
    def conflict(what: str, severity: int, versions: list[str]) -> dict[str, object]:
        mentions = [f"a1.{what}"] * len(versions)
        return {"what": what, "severity": severity, "versions": versions, "mentions": mentions}

    days = [f"2022-01-{day:02}" for day in range(1, 6)]
    found = tables(
        ARTICLES,
        [
            event("date", "2022-01-09", conflicts=[conflict("date", 1, days)]),
            event("place", "2022-01-09", conflicts=[conflict("place", 3, ["Geneva", "Vienna"])]),
        ],
    )
    first, second = disputed(found).select("section")
    assert say("severity_3", "en") in first.get_text()
    assert not first.select("details")
    assert len(second.select("details li")) == 2
    assert say("versions_more", "en", n="2") in second.get_text()


def test_without_a_dispute_it_says_that_there_is_none():
    found = tables(ARTICLES, [event("e1", "2022-01-09")])
    assert disputed(found).get_text() == say("conflicts_none", "en")


def test_a_dot_stands_for_each_event_in_the_column_of_its_days():
    counts = dots([
        event("e1", "2022-01-08"),
        event("e2", "2022-01-07", by=["a1", "a2"]),
        event("e3", "2021-01-01", by=["a2"]),
    ])  # fmt: skip
    assert counts == {"Financial Times": [1, 1, 0, 0, 0, 0], "Al Jazeera": [0, 0, 1, 0, 0, 1]}


def test_what_was_told_ahead_or_has_no_exact_day_has_no_dot():
    counts = dots([
        event("e1", "2022-02-01", status="planned"),
        event("e2", "2022-01-01", "2022-01-31", precision="month"),
        event("e3"),
    ])  # fmt: skip
    assert not counts


def test_more_dots_than_a_cell_holds_become_numbers_over_a_rule():
    found = tables(ARTICLES, [event(f"e{n}", "2022-01-08") for n in range(45)])
    page = BeautifulSoup(source_lags(framed(found), found), "html.parser")
    cells = [cell.get_text() for cell in page.select("tbody td")]
    assert cells == ["45", *["–"] * 5]
    assert page.select_one(".dl-rule")["style"] == "--dl-share:100.00%"
    assert say("lag_lead_bars", "en") in page.get_text()


def test_without_a_lag_it_says_that_there_is_none():
    found = tables(ARTICLES, [event("e3")])
    page = BeautifulSoup(source_lags(framed(found), found), "html.parser")
    assert page.get_text() == say("lag_none", "en")
