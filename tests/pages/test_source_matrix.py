"""The matrix tells silence from absence; a filled cell leads to the outlet's own sentence."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from corpus.comparison import STATES
from pages.parts.headlines import sources_headline
from pages.parts.source_matrix import MAIN, ROWS, source_matrix, state_key
from pages.parts.wording import say
from tests.pages.samples import article, event, framed, tables

FT, AL, ET = "ft", "aljazeera", "epoch-times"


def matrix(articles, events, **view):
    found = tables(articles, events)
    return BeautifulSoup(source_matrix(framed(found, **view), found), "html.parser")


def states(page) -> list[list[str]]:
    """The states of each row's cells, outlet by outlet."""
    names = {f"dl-state-{state}": state for state in STATES}
    table = page.select("tbody tr")
    assert page.select("tfoot")
    found = [
        [names[c] for i in row.select("td.dl-cell .dl-state") for c in i["class"] if c in names]
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
    (empty,) = page.select("tbody td.dl-cell [role=img]")
    assert say("state_silent", "en") in empty["aria-label"]


def test_the_last_column_counts_who_told_it_and_leads_to_two_of_them_side_by_side():
    articles = [
        article("a1", "2022-01-21"),
        article("a2", "2022-01-22", AL),
        article("a3", "2022-01-22", ET),
    ]
    page = matrix(articles, [event("e1", "2022-01-21", by=["a1", "a2"]), event("e2", "2022-01-22")])
    cells = page.select("tbody td.dl-n")
    assert [cell.get_text() for cell in cells] == ["2", "1"]
    (way,) = [cell.a["href"] for cell in cells if cell.a]
    assert way == "sources?lang=en&event=e1"
    shares = cells[0].select_one("[role=img]")["aria-label"]
    assert f"{say('state_reported', 'en')} 67%" in shares
    assert f"{say('state_silent', 'en')} 33%" in shares


def test_the_foot_counts_over_all_events_and_leaves_out_weeks_without_an_article():
    articles = [article("a1", "2022-01-21"), article("a2", "2022-03-01", AL)]
    events = [event(f"e{n}", "2022-01-21") for n in range(3)] + [
        event("x", "2022-03-01", by=["a2"])
    ]
    page = matrix(articles, events)
    bars, told = page.select("tfoot tr")
    assert say("matrix_shares", "en", n="4") in bars.get_text()
    first = bars.select_one("td.dl-cell [aria-label^='Financial Times']")["aria-label"]
    assert f"{say('state_reported', 'en')} 75%" in first
    assert f"{say('state_absent', 'en')} 25%" in first
    assert [cell.get_text() for cell in told.select("td.dl-cell")] == ["100%", "100%"]


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


def test_what_is_known_to_the_year_stands_under_no_month():
    year = event("e1", "2022-01-01", "2022-12-31", precision="year")
    page = matrix([article("a1", "2022-01-21")], [year, event("e2", "2022-01-05")])
    groups = [head.get_text() for head in page.select("th[scope=rowgroup]")]
    assert sorted(groups) == ["2022", "January 2022"]


def test_every_row_has_as_many_cells_as_the_head(seeds):
    page = BeautifulSoup(source_matrix(framed(seeds), seeds), "html.parser")
    width = len(page.select("thead th"))
    for row in page.select("tbody tr, tfoot tr"):
        cells = row.find_all(["td", "th"], recursive=False)
        assert sum(int(cell.get("colspan", 1)) for cell in cells) == width


def test_a_page_holds_so_many_events_and_the_next_one_the_others():
    events = [event(f"e{n:02}", "2022-01-21") for n in range(ROWS + 3)]
    articles = [article("a1", "2022-01-21")]
    shown = [
        {row.select_one("td.dl-told").get_text() for row in page.select("tbody tr:has(td)")}
        for page in (matrix(articles, events, page=n) for n in (0, 2, 99))
    ]
    assert list(map(len, shown)) == [ROWS, 3, 3]
    assert shown[1] == shown[2]
    assert not shown[0] & shown[1]


def test_the_page_shows_what_ranks_highest():
    conflict = [{"what": "date", "severity": 3, "versions": ["a", "b"],
                 "mentions": ["a1.dis", "a1.dis"]}]  # fmt: skip
    plain = [event(f"e{n:02}", "2022-01-01") for n in range(ROWS)]
    found = [
        event("main", "2022-02-01", salience=2),
        event("sha", "2022-02-01", by=["a1", "a2"]),
        event("dis", "2022-02-01", conflicts=conflict),
    ]
    articles = [article("a1", "2022-02-01"), article("a2", "2022-02-01", AL)]
    for rank, first in {"sources": "sha", "conflicts": "dis", "salience": "main"}.items():
        page = matrix(articles, [*plain, *found], rank=rank)
        assert f"Label of {first}" in page.get_text(), rank
        assert say(f"rank_{rank}_by", "en") in page.get_text()


def test_of_many_outlets_the_main_ones_have_a_column_until_all_are_asked_for():
    articles = [article(f"a{n}", "2022-01-21", f"site{n}.org") for n in range(MAIN + 3)]
    events = [event("e1", "2022-01-21", by=[f"a{n}" for n in range(MAIN + 3)])]
    few, every = matrix(articles, events), matrix(articles, events, columns="all")
    assert len(few.select("thead th.dl-cell")) == MAIN
    assert say("matrix_columns", "en", n=MAIN, outlets=MAIN + 3) in few.get_text()
    assert len(every.select("thead th.dl-cell")) == MAIN + 3
    assert few.select_one("tbody td.dl-n").get_text() == str(MAIN + 3)
    # a narrow screen has no room for columns: it names those who told it
    assert len(few.select(".dl-stacked .dl-told-by")) == MAIN + 3


def test_few_outlets_keep_their_columns_on_a_narrow_screen():
    page = matrix([article("a1", "2022-01-21")], [event("e1", "2022-01-21")])
    assert not page.select(".dl-stacked, .dl-many")


def test_a_copy_has_told_it_and_says_from_whom():
    articles = [article("a1", "2022-01-21"), {**article("a2", "2022-01-22", AL),
                "translation_of": "a1"}]  # fmt: skip
    page = matrix(articles, [event("e1", "2022-01-21", by=["a1", "a2"])])
    (copied,) = page.select("a.dl-copied")
    assert "Financial Times" in copied["title"].partition(":")[2]


def test_the_key_explains_each_state():
    page = BeautifulSoup(state_key(framed(tables([], []))), "html.parser")
    assert [bool(page.select(f".dl-state-{state}")) for state in STATES] == [True] * len(STATES)
    assert all(say(f"state_{state}", "en") in page.get_text() for state in STATES)


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
