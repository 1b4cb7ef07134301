"""The matrix tells silence from absence; a filled cell leads to the outlet's own sentence."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from corpus.comparison import STATES
from pages.parts.source_matrix import key_events, source_matrix, sources_headline, state_key
from pages.parts.wording import say
from tests.pages.samples import article, event, framed, tables

FT, AL, ET = "ft", "aljazeera", "epoch-times"


def matrix(articles, events, **view):
    found = tables(articles, events)
    return BeautifulSoup(source_matrix(framed(found, **view), found.events), "html.parser")


def states(page) -> list[list[str]]:
    """The states of each row's cells, outlet by outlet."""
    names = {f"dl-state-{state}": state for state in STATES}
    table = page.select("tbody tr")
    found = [
        [names[c] for i in row.select(".dl-state") for c in i["class"] if c in names]
        for row in table
    ]
    return [row for row in found if row]


def test_reported_silent_and_absent_are_three_things():
    articles = [
        article("a1", "2022-01-21"),
        article("a2", "2022-01-22", AL),
        article("a3", "2023-01-01", ET),
    ]
    page = matrix(articles, [event("e1", "2022-01-21", by=["a1"])])
    heads = [head.get_text() for head in page.select("thead th.dl-cell")]
    assert dict(zip(heads, states(page)[0], strict=True)) == {
        "FT": "reported", "Al Jazeera": "silent", "Epoch Times": "absent",
    }  # fmt: skip


def test_two_outlets_that_disagree_both_differ():
    conflict = {
        "what": "date",
        "versions": ["2022-01-09", "2022-01-10"],
        "mentions": ["a1.e1", "a2.e1"],
    }
    articles = [
        article("a1", "2022-01-09"),
        article("a2", "2022-01-09", AL),
        article("a3", "2022-01-09", ET),
    ]
    page = matrix(articles, [event("e1", "2022-01-09", by=["a1", "a2"], conflicts=[conflict])])
    assert sorted(states(page)[0]) == ["differs", "differs", "silent"]


def test_an_article_of_the_week_after_could_not_have_been_expected():
    for day, state in {
        "2022-01-27": "silent",
        "2022-01-28": "absent",
        "2022-01-20": "absent",
    }.items():
        page = matrix(
            [article("a1", "2022-01-21"), article("a2", day, AL)],
            [event("e1", "2022-01-21", by=["a1"])],
        )
        assert sorted(states(page)[0]) == sorted(["reported", state]), day


def test_a_copy_is_no_source_of_its_own():
    articles = [article("a1", "2022-01-21"), article("a2", "2022-01-21", AL, copy_of="a1")]
    page = matrix(articles, [event("e1", "2022-01-21", by=["a1"])])
    assert states(page) == [["reported"]]


def test_a_filled_cell_is_a_link_to_the_sentence_and_an_empty_one_says_what_it_is():
    articles = [article("a1", "2022-01-21"), article("a2", "2022-01-22", AL)]
    page = matrix(articles, [event("e1", "2022-01-21", by=["a1"])], statuses=("happened",))
    (filled,) = page.select("td.dl-cell a")
    assert filled["href"] == "article?lang=en&status=happened&article=a1&mention=a1.e1"
    assert say("state_reported", "en") in filled["aria-label"]
    (empty,) = page.select("td.dl-cell [role=img]")
    assert say("state_silent", "en") in empty["aria-label"]


def test_the_last_column_counts_the_outlets_that_told():
    articles = [
        article("a1", "2022-01-21"),
        article("a2", "2022-01-22", AL),
        article("a3", "2022-01-22", ET),
    ]
    page = matrix(articles, [event("e1", "2022-01-21", by=["a1", "a2"]), event("e2", "2022-01-22")])
    assert [cell.get_text() for cell in page.select("td.dl-n")] == ["2", "1"]


def test_rows_are_grouped_by_month_and_the_undated_come_last():
    page = matrix(
        [article("a1", "2022-01-21")],
        [
            event("e3"),
            event("e2", "2022-01-02"),
            event("e1", "2021-12-23"),
            event("e4", "2022-01-03"),
        ],
    )
    groups = [head.get_text() for head in page.select("th[scope=rowgroup]")]
    assert len(groups) == 3
    assert "2021" in groups[0]
    assert groups[2] == say("undated_title", "en")
    assert "Label of e3" in page.select("tbody tr")[-1].get_text()


def test_every_row_has_as_many_cells_as_the_head(seeds):
    page = BeautifulSoup(source_matrix(framed(seeds), seeds.events), "html.parser")
    width = len(page.select("thead th"))
    for row in page.select("tbody tr"):
        cells = row.find_all(["td", "th"], recursive=False)
        assert sum(int(cell.get("colspan", 1)) for cell in cells) == width


def test_a_long_matrix_says_how_much_is_left():
    page = matrix([article("a1", "2022-01-21")], [event(f"e{n}", "2022-01-21") for n in range(253)])
    assert len(states(page)) == 250
    assert say("list_cut", "en", n="3") in page.get_text()


def test_the_key_explains_each_state():
    page = BeautifulSoup(state_key(framed(tables([], []))), "html.parser")
    assert [bool(page.select(f".dl-state-{state}")) for state in STATES] == [True] * len(STATES)
    assert all(say(f"state_{state}", "en") in page.get_text() for state in STATES)


def test_key_events_are_the_main_the_shared_and_the_disputed():
    conflict = [{"what": "date", "versions": ["a", "b"], "mentions": ["a1.e3", "a1.e3"]}]
    found = tables(
        [article("a1", "2022-01-21"), article("a2", "2022-01-21", AL)],
        [
            event("e1", "2022-01-21", salience=2),
            event("e2", "2022-01-21", by=["a1", "a2"]),
            event("e3", "2022-01-21", conflicts=conflict),
            event("e4", "2022-01-21"),
        ],
    )
    assert list(key_events(found.events)["event_id"]) == ["e1", "e2", "e3"]


@pytest.mark.parametrize(
    ("outlets", "tellers", "key"),
    [
        ([FT], [["a1"]], "sources_one_outlet"),
        ([FT, AL], [["a1", "a2"]], "sources_all"),
        ([FT, AL], [["a1"], ["a2"]], "sources_none"),
    ],
)
def test_the_finding_fits_the_outlets(outlets, tellers, key):
    articles = [article(f"a{n}", "2022-01-21", name) for n, name in enumerate(outlets, 1)]
    events = [event(f"e{n}", "2022-01-21", by=by) for n, by in enumerate(tellers)]
    found = tables(articles, events)
    for language in ("en", "zh"):
        title, _ = sources_headline(framed(found, language=language), found.events)
        assert title == say(key, language)


def test_the_finding_counts_events_that_rest_on_one_outlet():
    articles = [article("a1", "2022-01-21"), article("a2", "2022-01-21", AL)]
    events = [event("e1", by=["a1", "a2"]), event("e2"), event("e3", by=["a2"])]
    found = tables(articles, events)
    title, _ = sources_headline(framed(found), found.events)
    assert title == say("sources_single", "en", n=2, total=3)
