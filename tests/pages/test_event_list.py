"""The list has every event once, in order, with the silences where they were."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from corpus.model import STATUSES
from pages.parts.event_list import event_list, quotation, undated_list
from pages.parts.tellings import Tellings
from pages.parts.wording import say
from tests.pages.samples import article, event, every, framed, tables

ARTICLES = [article("a1", "2022-01-21"), article("a2", "2024-05-14", "aljazeera")]


def listed(events, articles=ARTICLES, written=event_list, **view):
    found = tables(articles, events)
    frame = framed(found, **view)
    return BeautifulSoup(written(frame, every(found), Tellings.of(found)), "html.parser")


def ids(page) -> list[str]:
    return [row["id"] for row in page.select("details.dl-row")]


def test_events_stand_under_their_days_in_the_order_of_time():
    page = listed(
        [
            event("e3", "2024-05-14", by=["a2"]),
            event("e1", "2021-12-23"),
            event("e2", "2022-01-21"),
            event("e4", "2022-01-21", salience=2),
        ]
    )
    assert ids(page) == ["e1", "e4", "e2", "e3"]
    order = [
        element.get("id") or element.get_text() for element in page.div.find_all(recursive=False)
    ]
    assert order[0] == "23 Dec 2021"
    assert order.count("21 Jan 2022") == 1
    assert order.index("21 Jan 2022") < order.index("e4") < order.index("e2")


def test_a_silence_stands_between_the_events_that_it_parts_with_its_length():
    page = listed([event("e1", "2022-01-21"), event("e2", "2024-05-14", by=["a2"])])
    parts = [" ".join(part["class"]) for part in page.div.find_all(recursive=False)]
    assert parts == ["dl-day", "dl-row", "dl-gap dl-hatch", "dl-day", "dl-row"]
    assert "843 days" in page.select_one(".dl-gap").get_text()
    assert (
        "843天"
        in listed([event("e1", "2022-01-21"), event("e2", "2024-05-14")], language="zh").get_text()
    )


def test_each_silence_is_told_once_however_many_events_follow():
    articles = [*ARTICLES, article("a3", "2026-01-01")]
    events = [event(f"e{n}", f"{year}-06-0{n}") for n in (1, 2, 3) for year in (2021, 2024, 2026)]
    for number, row in enumerate(events):
        row["event_id"] = f"e{number}"
        row["mentions"] = [f"a1.e{number}"]
    page = listed(events, articles)
    assert len(page.select(".dl-gap")) == 2


def test_an_event_within_a_silence_does_not_hide_it():
    page = listed([event("e1", "2022-01-21"), event("e2", "2023-01-01"), event("e3", "2024-05-14")])
    assert len(page.select(".dl-gap")) == 1


def test_articles_close_to_each_other_leave_no_silence():
    close = [article("a1", "2022-01-01"), article("a2", "2022-02-01")]
    page = listed([event("e1", "2022-01-01"), event("e2", "2022-02-01")], close)
    assert not page.select(".dl-gap")


def test_a_day_that_is_not_known_is_not_given_as_one():
    page = listed([event("e1", "2021-12-01", "2021-12-31", precision="month")])
    assert page.h2.get_text() == say("some_day", "en", period="December 2021")


def test_what_has_not_happened_says_so_in_a_word():
    for status in STATUSES:
        row = listed([event("e1", "2022-01-21", status=status)]).select_one("details.dl-row")
        assert row.select_one(f".dl-s-{status}") is not None
        assert bool(row.select("summary small")) == (status != "happened")


def test_a_row_says_how_many_sources_tell_it_and_its_mark_is_larger():
    for sources, cls, said in (
        (1, "", ""),
        (2, "dl-s-more", " 2 sources"),
        (5, "dl-s-most", " 5 sources"),
    ):
        by = [f"a{number}" for number in range(sources)]
        articles = [article(key, "2022-01-21", f"outlet {key}") for key in by]
        page = listed([event("e1", "2022-01-21", by=by)], articles)
        row = page.select_one("details.dl-row")
        assert set(row.i["class"]) == {"dl-s", "dl-s-happened", "dl-c1", cls} - {""}
        assert row.summary.get_text() == row.span.contents[0] + said
    claimed = event("e1", "2022-01-21", by=["a1", "a2"], status="claimed")
    assert listed([claimed], language="zh").small.get_text() == " 据称 · 2个信源"


def test_a_row_holds_the_sentence_its_outlet_and_the_link_to_it():
    page = listed([event("e1", "2022-01-21", by=["a1", "a2"])], language="zh", parties=("USA",))
    row = page.select_one("details.dl-row")
    assert row.summary.get_text() == "e1的标签 2个信源"
    assert row.blockquote["lang"] == "en"
    assert row.blockquote.get_text() in ("Quote of e1 in a1.", "Quote of e1 in a2.")
    assert "金融时报" in row.get_text()
    assert row.a["href"] == "article?lang=zh&party=USA&article=a1&mention=a1.e1"


def test_an_event_without_a_date_is_listed_apart():
    events = [event("e1", "2022-01-21"), event("e2")]
    assert ids(listed(events)) == ["e1"]
    page = listed(events, written=undated_list)
    assert ids(page) == ["e2"]
    assert page.summary.get_text().endswith("1")
    assert listed(events[:1], written=undated_list).get_text() == ""


@pytest.mark.parametrize("written", [event_list, undated_list])
def test_a_long_list_is_cut(written):
    days = "2022-01-21" if written is event_list else ""
    page = listed([event(f"e{n}", days) for n in range(301)], written=written)
    assert len(ids(page)) == 200


def test_a_list_that_is_cut_says_how_much_is_left():
    page = listed([event(f"e{n}", "2022-01-21") for n in range(307)])
    assert say("list_cut", "en", n="7") in page.get_text()


def test_a_quotation_keeps_its_words_and_its_language():
    quote = BeautifulSoup(quotation({"quote": "<b>他说</b> $1", "language": "zh"}), "html.parser")
    assert quote.mark.get_text() == "<b>他说</b> $1"
    assert quote.blockquote["lang"] == "zh"


def test_a_row_says_the_hour_where_one_is_told():
    page = listed([event("e1", "2022-01-21", clock="EV"), event("e2", "2022-01-21")])
    timed, plain = (row.summary.get_text() for row in page.select("details.dl-row"))
    assert timed.endswith("evening of 21 Jan")
    assert "21 Jan" not in plain


def test_what_is_dated_to_more_than_a_month_stands_last_under_its_own_heading():
    page = listed([event("vague", "2021-10-01", "2022-09-30"), event("day", "2022-01-21")])
    assert ids(page) == ["day", "vague"]
    (last,) = page.select(".dl-lasting")
    assert ids(last) == ["vague"]
