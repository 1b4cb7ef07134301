"""Who told what: four states exactly, the edges of the week, copies, and lags."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest

from corpus.comparison import STATES, lags, matrix, outlets_in_order, shares
from corpus.tables import Tables, rows
from tests.samples import MONDAY, mention, tables, telling

#: tellings of one story, so that outlets tell one event
mention = partial(mention, topics=("port",))
DAY = timedelta(days=1)


def states(made: Tables) -> dict[str, str]:
    """The state of each outlet about the one event of a build."""
    [_] = rows(made.events)
    return {cell["outlet_id"]: cell["state"] for cell in rows(matrix(made, made.events))}


def test_each_outlet_has_one_of_four_states_about_each_event():
    nine, ten = MONDAY, MONDAY + DAY
    day = {"actors": ("USA GOV",), "recipients": ("RUS GOV",)}
    made = tables(
        [
            telling(mention("CONSULT", first=nine, last=nine, **day)),
            telling(mention("CONSULT", first=nine, last=ten, **day), "a2", "bbc"),
            telling(mention("CONSULT", **day, date_basis="context"), "a3", "ap"),
        ],
        [("a4", "cnn", MONDAY + 2 * DAY), ("a5", "dw", MONDAY - DAY), ("a6", "rt", None)],
    )
    told = {"ft": "differs", "bbc": "differs", "ap": "reported"}
    assert states(made) == {**told, "cnn": "silent", "dw": "absent", "rt": "absent"}
    assert set(states(made).values()) == set(STATES)


@pytest.mark.parametrize(
    ("days", "state"), [(-1, "absent"), (0, "silent"), (6, "silent"), (7, "absent")]
)
def test_silence_begins_on_the_day_of_the_event_and_ends_a_week_later(days, state):
    made = tables([telling()], [("a2", "bbc", MONDAY + days * DAY)])
    assert states(made)["bbc"] == state


@pytest.mark.parametrize(
    ("days", "state"),
    [(-1, "absent"), (0, "silent"), (10, "silent"), (16, "silent"), (17, "absent")],
)
def test_of_an_event_of_several_days_the_week_begins_with_its_last(days, state):
    long = mention(last=MONDAY + 10 * DAY, precision="week")
    made = tables([telling(long)], [("a2", "bbc", MONDAY + days * DAY)])
    assert states(made)["bbc"] == state


def test_an_undated_event_belongs_to_the_week_in_which_it_was_told():
    undated = mention(first=None, last=None, precision="", date_basis="none")
    made = tables([telling(undated)], [("a2", "bbc", MONDAY + 3 * DAY), ("a3", "ap", MONDAY - DAY)])
    assert states(made) == {"ft": "reported", "bbc": "silent", "ap": "absent"}


def test_without_any_day_nobody_is_called_silent():
    undated = mention(first=None, last=None, precision="", date_basis="none")
    made = tables([telling(undated, published=None)], [("a2", "bbc", MONDAY)])
    assert states(made) == {"ft": "reported", "bbc": "absent"}


def test_of_an_archive_without_any_day_everybody_is_absent_who_did_not_tell():
    undated = mention(first=None, last=None, precision="", date_basis="none")
    made = tables([telling(undated, published=None)], [("a2", "bbc", None)])
    assert states(made) == {"ft": "reported", "bbc": "absent"}


def test_a_cell_names_the_clearest_telling_of_its_outlet_and_none_where_there_is_none():
    told = [mention(repeat=True, confidence=1.0), mention(at=20, confidence=0.5)]
    best = mention(at=40, confidence=0.8)
    made = tables([telling(each) for each in (*told, best)], [("a2", "bbc", MONDAY)])
    cells = {cell["outlet_id"]: cell["mention_id"] for cell in rows(matrix(made, made.events))}
    assert cells == {"ft": "a1.42", "bbc": ""}


def test_copies_are_no_outlet_of_their_own():
    made = tables([telling(mention()), telling(mention(), "a2", "mirror", source="a1")])
    assert states(made) == {"ft": "reported"}
    assert outlets_in_order(made) == ["ft"]


def test_who_only_copied_an_event_told_it_and_is_no_voice_of_its_own():
    copy = telling(mention(), "a2", "mirror", source="a1")
    made = tables([telling(mention()), copy], [("a3", "mirror", MONDAY)])
    cells = {cell["outlet_id"]: cell for cell in rows(matrix(made, made.events))}
    assert [cells["mirror"][key] for key in ("state", "mention_id", "copy_of")] == [
        "reported",
        "a2.2",
        "ft",
    ]
    assert cells["ft"]["copy_of"] == ""


def test_a_telling_of_its_own_comes_before_a_clearer_one_that_was_copied():
    told = [
        telling(mention(confidence=0.9)),
        telling(mention(confidence=0.9), "a2", "bbc", source="a1"),
        telling(mention(confidence=0.2, at=20), "a3", "bbc"),
    ]
    made = tables(told)
    cells = {cell["outlet_id"]: cell for cell in rows(matrix(made, made.events))}
    assert (cells["bbc"]["mention_id"], cells["bbc"]["copy_of"]) == ("a3.22", "")


@pytest.mark.parametrize("by", ["outlet_id", "event_id"])
def test_the_shares_of_the_states_add_up_and_what_was_told_is_of_what_could_be(by):
    day = {"actors": ("USA GOV",), "recipients": ("RUS GOV",)}
    made = tables(
        [telling(), telling(mention("CONSULT", at=30, **day), "a2", "bbc")],
        [("a3", "ap", MONDAY - 9 * DAY)],
    )
    parts = shares(matrix(made, made.events), by)
    assert list(parts.columns) == [by, "cells", *STATES, "told"]
    assert (parts[list(STATES)].sum(axis=1) == 1).all()
    found = {row[by]: row for row in rows(parts)}
    if by == "outlet_id":
        assert list(found) == ["ft", "bbc", "ap"]
        assert [found["ft"][key] for key in ("cells", "reported", "silent", "told")] == [
            2,
            0.5,
            0.5,
            0.5,
        ]
        assert found["ap"]["absent"] == 1
        assert found["ap"]["told"] != found["ap"]["told"]
    else:
        assert [row["told"] for row in rows(parts)] == [0.5, 0.5]


def test_of_no_events_there_are_no_shares():
    made = tables([telling()])
    assert shares(matrix(made, made.events[:0])).empty


def test_every_event_and_outlet_has_a_cell_also_where_nothing_is_told():
    made = tables([telling(), telling(mention("AID", at=50), "a2", "bbc")], [("a3", "ap", None)])
    cells = matrix(made, made.events)
    assert len(cells) == 2 * 3
    assert list(cells.columns) == ["event_id", "outlet_id", "state", "mention_id", "copy_of"]
    assert matrix(made, made.events[:0]).empty


def test_a_lag_is_counted_in_days_from_the_event_to_the_first_telling_of_an_outlet():
    made = tables(
        [
            telling(mention()),
            telling(mention(at=30), "a2", "bbc", MONDAY + 5 * DAY),
            telling(mention(at=60), "a3", "bbc", MONDAY + 2 * DAY),
        ]
    )
    found = {row["outlet_id"]: row["days"] for row in rows(lags(made, made.events))}
    assert found == {"ft": 0, "bbc": 2}
    assert set(lags(made, made.events)["quad_class"]) == {4}


@pytest.mark.parametrize(
    "unfit",
    [
        telling(mention(last=MONDAY + DAY)),
        telling(mention(precision="week", last=MONDAY + 6 * DAY)),
        telling(mention(status="planned", first=MONDAY + DAY, last=MONDAY + DAY)),
        telling(published=None),
        telling(mention(first=None, last=None, precision="")),
    ],
)
def test_no_lag_is_counted_where_it_would_not_mean_what_it_says(unfit):
    made = tables([unfit])
    assert lags(made, made.events).empty


def test_a_copy_has_no_lag():
    made = tables(
        [telling(mention()), telling(mention(), "a2", "mirror", MONDAY + DAY, source="a1")]
    )
    assert list(lags(made, made.events)["outlet_id"]) == ["ft"]


def test_outlets_with_more_articles_come_first_and_equals_by_name():
    days = [("a1", "bbc", MONDAY), ("a2", "ap", None), ("a3", "zdf", date(2022, 1, 1))]
    assert outlets_in_order(tables([], [*days, ("a4", "zdf", MONDAY)])) == ["zdf", "ap", "bbc"]


def test_of_an_event_of_a_whole_year_only_the_week_of_its_telling_counts():
    year = mention(first=date(2022, 1, 1), last=date(2022, 12, 31), precision="year")
    others = [("a2", "bbc", MONDAY + 3 * DAY), ("a3", "ap", MONDAY + 30 * DAY)]
    made = tables([telling(year)], others)
    assert states(made) == {"ft": "reported", "bbc": "silent", "ap": "absent"}
