"""Zooming is a change of period: the address says it, nothing outside goes unmentioned."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.charts.axis import Claim, folded_axis
from corpus.charts.layout import lay_out
from corpus.charts.records import Coverage
from corpus.lexicon import table
from corpus.storylines import storylines
from pages.parts.facets import Facets
from pages.parts.known_dates import milestones, untold
from pages.parts.lanes import MOST, lanes
from pages.parts.period import (
    BIG,
    Span,
    in_period,
    main_stretch,
    parted,
    shows,
    span_of,
    whole_of,
)
from pages.parts.strip import drawn_over
from pages.parts.tellings import Tellings
from pages.parts.timeline_chart import file_name, timeline_layout
from pages.parts.view import CHOICES, View
from tests.pages.samples import article, event, framed, tables
from tests.pages.sent import address, healthy, soup

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
WHOLE = (date(1569, 1, 1), date(2099, 12, 31))


def big():
    """Many events in one spring, an article a day, and one event of another century."""
    start = date(2022, 3, 1)
    days = [(start + timedelta(days=n % 60)).isoformat() for n in range(BIG + 20)]
    events = [event(f"e{n}", day) for n, day in enumerate(days)]
    articles = [article(f"a{n}", day) for n, day in enumerate(days[:60])]
    return tables([*articles, article("a99", "2019-01-01")], [*events, event("old", "1569-07-01")])


@given(st.lists(DAYS, min_size=2, max_size=2).map(sorted))
def test_every_step_stays_within_the_days_that_there_are(days):
    span = Span(tuple(days), WHOLE)
    for first, last in (span.inner(), span.outer(), span.beside(-1), span.beside(1)):
        assert WHOLE[0] <= first <= last <= WHOLE[1]
    first, last = span.inner()
    assert days[0] <= first <= last <= days[1]
    first, last = span.outer()
    assert first <= days[0] <= days[1] <= last
    first, last = span.beside(1)
    assert first > days[0]
    assert last - first == days[1] - days[0]


def test_steps_stop_at_the_ends():
    span = Span(WHOLE, WHOLE)
    assert span.outer() == span.beside(-1) == span.beside(1) == WHOLE
    day = (WHOLE[0], WHOLE[0])
    assert Span(day, WHOLE).inner() == day


def test_a_big_archive_opens_on_the_months_of_its_articles_and_says_what_lies_outside():
    found = big()
    assert main_stretch(found) == (date(2022, 3, 1), date(2022, 4, 30))
    span = span_of(View(), found)
    assert span.by_rule
    rows, outside = in_period(Facets.of(framed(found)).rows("period"), span, found)
    assert (len(rows), outside) == (BIG + 20, 1)
    everything = span_of(View(span="all"), found)
    assert everything.shown == whole_of(found) == (date(1569, 7, 1), date(2022, 4, 29))
    assert not everything.narrowed


def test_a_small_archive_opens_on_all_of_its_days():
    found = tables(
        [article("a1", "2022-01-21")], [event("e1", "2022-01-21"), event("e2", "1569-07-01")]
    )
    assert main_stretch(found) is None
    assert not span_of(View(), found).narrowed
    assert span_of(View(), tables([], [event("e1", by=())])) is None


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2022-03-05", "2022-03-09", ("2022-03-05", "2022-03-09")),
        ("2022-03-09", "2022-03-05", ("2022-03-05", "2022-03-09")),
        ("2022-04-01", "", ("2022-04-01", "2022-04-29")),
        ("", "1600-01-01", ("1569-07-01", "1600-01-01")),
        ("2031-01-01", "", ("2031-01-01", "2031-01-01")),
    ],
)
def test_a_chosen_period_is_shown_as_it_is(first, last, shown):
    view = View.read({"from": first, "to": last}, "en")
    assert span_of(view, big()).shown == tuple(map(date.fromisoformat, shown))


def test_all_days_stand_in_the_address_as_all():
    found = big()
    view = shows(View(opened=(date(2022, 1, 1),)), whole_of(found), found)
    assert view.params() == {"lang": "en", "span": "all"}
    day = (date(2022, 3, 1), date(2022, 3, 2))
    assert shows(view, day, found).params()["from"] == "2022-03-01"


def test_what_is_drawn_over_becomes_days_and_a_click_does_not():
    axis = folded_axis([Claim(*WHOLE)], 1120.0, WHOLE)
    assert drawn_over([axis.unit(date(2022, 1, 1)), axis.unit(date(2022, 1, 2))], axis) is None
    ends = [axis.unit(date(2022, 3, 1)), axis.unit(date(1990, 1, 1))]
    assert drawn_over(ends, axis) == (date(1990, 1, 1), date(2022, 3, 1))
    assert drawn_over([-1e9, 1e9], axis) == WHOLE


@pytest.mark.parametrize("sort", CHOICES["lanes"])
def test_every_event_is_in_exactly_one_lane(seeds, sort):
    frame = framed(seeds, lanes=sort)
    numbers, found = lanes(frame, Facets.of(frame).rows("period"))
    assert len(numbers) == len(seeds.events)
    assert set(numbers.tolist()) <= set(range(len(found)))
    assert len(found) <= MOST + 2
    assert len({lane.key for lane in found}) == len(found)


def test_many_places_share_a_lane_and_no_place_is_told():
    events = [event(f"e{n}", "2022-01-21", place=f"Town {n % 12}") for n in range(24)]
    frame = framed(
        tables([article("a1", "2022-01-21")], [*events, event("e99", "2022-01-21")]), lanes="place"
    )
    numbers, found = lanes(frame, np.arange(25))
    assert [lane.title for lane in found[-2:]] == ["Others (5)", "No place named"]
    assert np.bincount(numbers).tolist() == [2] * MOST + [10, 1]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("key", ["in", "out", "earlier", "later", "all"])
def test_the_buttons_change_the_period_in_the_address_and_nothing_else(show, language, key):
    app = show(f"?lang={language}&party=RUS&from=2022-01-01&to=2022-01-31")
    assert not any(button.disabled for button in app.button), "what cannot act is not shown"
    app.button(key=f"zoom_{key}").click().run()
    now = address(healthy(app))
    assert {"lang": language, "party": "RUS"}.items() <= now.items()
    if key == "all":
        assert now["span"] == "all"
    else:
        assert (now["from"], now["to"]) != ("2022-01-01", "2022-01-31")


def test_a_fold_is_opened_and_closed_by_a_native_choice(show, seeds):
    app = show("?lang=en")
    folds = app.button_group(key="fold_choice")
    (option,) = folds.options
    assert option.replace("\\", "") == "843 days: 22 Jan 2022 – 13 May 2024", (
        "as the fold itself says"
    )
    frame = framed(seeds)
    rows, tellings = Facets.of(frame).rows("period"), Tellings.of(seeds)
    (fold,) = timeline_layout(frame, rows, None, tellings, milestones(frame)).folds
    day = fold.first
    folds.set_value([day]).run()
    assert address(healthy(app))["open"] == day.isoformat()
    app.button_group(key="fold_choice").set_value([]).run()
    assert "open" not in address(healthy(app))


def test_known_dates_are_listed_apart_and_can_be_hidden(show):
    said = soup(show("?lang=en")).select_one("#known")
    assert "Russia invades Ukraine" in said.get_text()
    assert "Blinken and Lavrov meet in Geneva" not in said.get_text(), "the articles tell it"
    links = {str(link["href"]) for link in said.select("a")}
    assert links <= {row["reference"] for row in table("milestones.tsv")}
    assert soup(healthy(show("?lang=en&milestones=off"))).select_one("#known") is None


def test_the_table_of_known_dates_holds_days_in_order_with_public_references():
    rows = table("milestones.tsv")
    days = [date.fromisoformat(row["day"]) for row in rows]
    assert days == sorted(days)
    assert 25 <= len(days) <= 60
    assert all(row["reference"].startswith(("https://", "http://en.kremlin.ru/")) for row in rows)


@pytest.mark.parametrize(
    ("first", "last", "within"),
    [
        ("2022-01-21", "2022-01-21", True),
        ("2022-01-20", "2022-01-21", True),
        ("2022-01-20", "2022-01-22", False),
        ("2022-01-01", "2022-12-31", False),
    ],
)
def test_an_event_of_a_year_is_not_of_a_day_in_it(first, last, within):
    found = tables(
        [article("a1", "2022-01-21"), article("a2", "2024-01-21")], [event("e1", first, last)]
    )
    rows = Facets.of(framed(found)).rows("period")
    day = span_of(View(first=date(2022, 1, 21), last=date(2022, 1, 21)), found)
    near, through = parted(rows, day, found)
    assert (len(near), len(through)) == ((1, 0) if within else (0, 1))
    near, through = parted(rows, span_of(View(), found), found)
    assert (len(near), len(through)) == (1, 0), "all days hold everything"


def test_what_lasts_through_a_day_is_counted_apart_and_listed_last(show):
    app = show("?lang=en&from=2022-01-21&to=2022-01-21&form=list")
    page = soup(app)
    (last,) = page.select(".dl-lasting")
    number = int(last.h2.text.rpartition("·")[2])
    assert number == len(last.select(".dl-row"))
    assert (
        f"{number} more last through it or are dated too vaguely."
        in page.select_one("header .dl-sub").text
    )
    rows = page.select(".dl-list .dl-row")
    assert rows[-1] in last.select(".dl-row")
    assert rows[0] not in last.select(".dl-row")


@pytest.mark.parametrize(
    ("first", "last", "kind", "told"),
    [
        ("2021-12-07", "2021-12-07", "ASSAULT", True),
        ("2021-12-01", "2021-12-31", "CONSULT", True),
        ("2021-12-01", "2021-12-31", "ASSAULT", False),
        ("2021-11-01", "2021-12-31", "CONSULT", False),
        ("2021-12-08", "2021-12-31", "CONSULT", False),
    ],
)
def test_a_known_date_is_told_by_its_day_or_by_a_fitting_event_of_its_month(
    first, last, kind, told
):
    found = tables([article("a1", "2022-01-21")], [event("e1", first, last, type=kind)])
    frame = framed(found)
    known = [one for one in milestones(frame) if one.day == date(2021, 12, 7)]
    layout = lay_out([], [], [Coverage("a1", date(2021, 12, 1), "")], known=known)
    assert (not untold(frame, layout)) == told


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2022-02-01", "2022-03-31", "dateline-2022-02_2022-03-en.svg"),
        ("2022-02-01", "2022-02-28", "dateline-2022-02-en.svg"),
        ("2022-02-03", "2022-03-31", "dateline-2022-02-03_2022-03-31-en.svg"),
    ],
)
def test_a_download_is_called_by_its_period(first, last, name):
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert file_name(Span(days, WHOLE), "en") == name
    assert file_name(None, "zh") == "dateline-zh.svg"


def test_lanes_by_storyline_have_their_titles_and_hold_every_event_once(seeds):
    frame = framed(seeds, lanes="storyline")
    numbers, found = lanes(frame, Facets.of(frame).rows("period"))
    lines = storylines(seeds)
    titled = set(lines.lines["title_en"])
    assert [lane.title for lane in found[:-2]]
    assert all(
        any(title.startswith(lane.title.rstrip("…")) for title in titled) for lane in found[:-2]
    )
    told = dict(zip(lines.members["event_id"], lines.members["storyline_id"], strict=True))
    none = len(found) - 1
    assert [n == none for n in numbers] == [e not in told for e in seeds.events["event_id"]]
