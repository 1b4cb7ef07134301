"""The reading column shows every character of an article once and in order."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import STATUSES
from corpus.tables import Row, rows
from pages.parts.markup import joined
from pages.parts.reading_column import LIT, Layers, date_above, reading_column
from tests.pages.sent import html_faults

characters = st.characters(exclude_categories=["Cs", "Cc"])
blocks = st.lists(
    st.tuples(
        st.sampled_from(["title", "heading", "paragraph", "caption"]),
        st.text(characters, min_size=1, max_size=30) | st.sampled_from(["<b>&amp;</b>", "9日<i>"]),
    ),
    min_size=1,
    max_size=4,
)  # fmt: skip


def page(text: str, found: list[Row], layers: Layers) -> BeautifulSoup:
    article = {"text": text, "blocks": found, "language": ["en"], "title": ""}
    written = joined(*reading_column(article, layers, "en", lambda mention: {"mention": mention}))
    assert html_faults(written) == []
    return BeautifulSoup(written, "html.parser")


def laid_out(pieces: list[tuple[str, str]]) -> tuple[str, list[Row]]:
    """Canonical text and its blocks, parted by one blank line."""
    found, at = [], 0
    for kind, text in pieces:
        found.append({"kind": kind, "start": at, "end": at + len(text), "language": "en"})
        at += len(text) + 2
    return "\n\n".join(text for _, text in pieces), found


def shown(found: list[Row]) -> list[Row]:
    """The first title, which is the page's headline, and the other blocks in their order."""
    title = [block for block in found if block["kind"] == "title"][:1]
    return title + [block for block in found if block not in title]


def mention(number: int, start: int, end: int, **fields: object) -> Row:
    return {
        "mention_id": f"m{number}", "start": start, "end": end, "quad_class": 1,
        "status": "happened", **fields,
    }  # fmt: skip


def time(start: int, end: int, first: str | None, last: str | None = "", **fields: object) -> Row:
    days = [pd.Timestamp(day) if day else pd.NaT for day in (first, first if last == "" else last)]
    return {
        "start": start, "end": end, "first": days[0], "last": days[1], "rule": "x",
        "precision": "day", **fields,
    }  # fmt: skip


@st.composite
def articles(draw):
    text, found = laid_out(draw(blocks))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)

    def several(make):
        return [make(*item) for item in enumerate(draw(st.lists(spans, max_size=5)))]

    day = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(date.isoformat)
    mentions = several(
        lambda n, span: mention(
            n, *span, quad_class=draw(st.integers(0, 4)), status=draw(st.sampled_from(STATUSES))
        )
    )
    return text, found, Layers(
        times=several(lambda _, span: time(*span, draw(day))),
        mentions=mentions,
        figures=several(lambda _, span: {"start": span[0], "end": span[1]}),
        asked=draw(st.sampled_from([*(row["mention_id"] for row in mentions), "", "m99"])),
    )  # fmt: skip


@given(articles())
def test_every_character_is_shown_once_and_in_order(drawn):
    text, found, layers = drawn
    column = page(text, found, layers)
    for reading in column.find_all("rt"):
        reading.extract()
    expected = "".join(text[block["start"] : block["end"]] for block in shown(found))
    assert column.get_text() == expected


@given(articles())
def test_the_clause_that_was_asked_for_is_lit_and_nothing_else(drawn):
    text, found, layers = drawn
    column = page(text, found, layers)
    for reading in column.find_all("rt"):
        reading.extract()
    lit = {str(mark.find_parent("a")["href"]) for mark in column.find_all("mark")}
    assert lit <= {f"article?mention={layers.asked}"}
    assert len(column.select(f"#{LIT}")) <= len(
        {*column.find_all(["h1", "p", "h2", "h3", "figcaption"])}
    )


@pytest.mark.parametrize("others", [[], [(0, 30)], [(5, 9), (12, 30)], [(10, 20), (12, 14)]])
def test_the_asked_clause_is_lit_whole_and_once_over_others(others):
    text, found = laid_out([("paragraph", "Blinken met Lavrov and warned Moscow of sanctions.")])
    mentions = [mention(0, 8, 22), *(mention(n, *span) for n, span in enumerate(others, 1))]
    column = page(text, found, Layers([], mentions, [], "m0"))
    assert "".join(mark.get_text() for mark in column.find_all("mark")) == text[8:22]
    assert len(column.select(f"#{LIT}")) == 1


def test_a_date_stands_above_its_words_and_keeps_them_together():
    text, found = laid_out([("paragraph", "The talks begin on Thursday in Geneva.")])
    layers = Layers([time(16, 27, "2022-01-20")], [mention(0, 4, 18)], [], "")
    column = page(text, found, layers)
    (ruby,) = column.find_all("ruby")
    assert ruby.rt.extract().get_text() == "20 Jan"
    assert ruby.get_text() == text[16:27]


def test_a_weekday_is_given_with_the_day_that_it_was_read_as():
    assert date_above(time(0, 1, "2022-01-20", rule="weekday_last"), "en") == "Thu 20 Jan"
    assert "周四" in date_above(time(0, 1, "2022-01-20", rule="weekday_last"), "zh")


def test_a_month_has_its_year_above_it():
    month = time(0, 1, "2021-12-01", "2021-12-31", precision="month")
    assert date_above(month, "en").endswith(" 2021")


def test_an_expression_without_a_day_has_nothing_above_it():
    text, found = laid_out([("paragraph", "It will happen soon.")])
    column = page(text, found, Layers([time(15, 19, None)], [], [], ""))
    assert not column.find_all("rt")
    assert column.get_text() == text


def test_each_status_and_class_has_its_own_line():
    text, found = laid_out([("paragraph", "one two three four five six")])
    for number, status in enumerate(STATUSES):
        row = mention(number, 0, 3, status=status, quad_class=number % 5)
        (line,) = page(text, found, Layers([], [row], [], "")).select("a.dl-u")
        assert {f"dl-u{number % 5}", f"dl-u-{status}"} <= set(line["class"])


def test_a_figure_is_boxed_within_its_clause():
    text, found = laid_out([("paragraph", "Russia sent 5,000 troops to Belarus.")])
    layers = Layers([], [mention(0, 0, 35)], [{"start": 12, "end": 24}], "")
    (box,) = page(text, found, layers).select("a.dl-u span.dl-fig")
    assert box.get_text() == "5,000 troops"


def test_headings_and_captions_stay_what_they_are():
    text, found = laid_out(
        [("title", "A"), ("heading", "B"), ("caption", "C"), ("paragraph", "D"), ("title", "E")]
    )
    column = page(text, found, Layers([], [], [], ""))
    assert column.header.h1.get_text() == "A"
    elements = [(element.name, element.get_text()) for element in column.article.find_all(True)]
    assert elements == [("h3", "B"), ("figcaption", "C"), ("p", "D"), ("h2", "E")]


def test_the_columns_of_the_seeds_show_their_texts(seeds):
    for article in rows(seeds.articles):

        def own(table: pd.DataFrame, key: str = article["article_id"]) -> list[Row]:
            return rows(table[table["article_id"] == key])

        layers = Layers(own(seeds.time_expressions), own(seeds.mentions), own(seeds.quantities), "")
        column = page(article["text"], list(article["blocks"]), layers)
        for reading in column.find_all("rt"):
            reading.extract()
        expected = [article["text"][b["start"] : b["end"]] for b in shown(list(article["blocks"]))]
        written = [column.h1, *column.article.find_all(recursive=False)]
        assert [element.get_text() for element in written] == expected


def test_a_period_within_a_month_is_given_by_its_days():
    period = time(0, 1, "2022-01-09", "2022-01-10")
    assert period["last"] - period["first"] == timedelta(days=1)
    assert date_above(period, "en") == "9–10 Jan"
