"""Intensity and ladder: what counts, on which scale, and where nothing may be said."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from corpus.coding.vocabulary import event_types
from corpus.escalation import SCALES, intensity, ladder, of_pair, uncounted

PUBLISHED = pd.Series(pd.to_datetime(["2022-01-03", "2022-01-10", "2022-03-01"]))


def event(
    type_, first, last=None, mode="", status="happened", actors=("RUS GOV",), to=("USA GOV",)
):
    kind = event_types()[type_, mode]
    return {
        "type": type_,
        "mode": mode,
        "quad_class": kind.quad_class,
        "score": kind.score,
        "first": pd.Timestamp(first),
        "last": pd.Timestamp(last or first),
        "status": status,
        "actors": list(actors),
        "recipients": list(to),
    }


def table(*events):
    return pd.DataFrame(list(events))


def test_three_scales_from_cooperation_to_conflict_with_their_least_and_greatest():
    found = intensity(table(event("REQUEST", "2022-01-04")), PUBLISHED)
    (row,) = found[found["events"] > 0].to_dict("records")
    # the best known disagreement: a request is nothing for PLOVER and -5 for Goldstein
    assert (row["plover"], row["goldstein"], row["balance"]) == (0, 0.5, 1)
    assert (row["low"], row["high"]) == (0, 1)


@pytest.mark.parametrize("type_", [type_ for type_, mode in event_types() if not mode])
def test_every_type_has_a_weight_on_every_scale_within_its_bounds(type_):
    found = intensity(table(event(type_, "2022-01-04")), PUBLISHED)
    (row,) = found[found["events"] > 0].to_dict("records")
    assert all(-1 <= row[scale] <= 1 for scale in SCALES)
    # nobody calls aid a conflict or an attack cooperation
    assert len({row[scale] > 0 for scale in SCALES if row[scale]}) == 1


@pytest.mark.parametrize(
    ("status", "type_", "counts"),
    [
        ("happened", "ASSAULT", True),
        ("claimed", "ASSAULT", True),
        ("denied", "ASSAULT", False),
        ("conditional", "THREATEN", True),
        ("conditional", "ASSAULT", False),
        ("planned", "AGREE", False),
        ("planned", "MOBILIZE", False),
    ],
)
def test_what_did_not_happen_does_not_count(status, type_, counts):
    events = table(event(type_, "2022-01-04", status=status))
    assert intensity(events, PUBLISHED)["events"].sum() == counts
    assert uncounted(events, intensity(events, PUBLISHED)) == 1 - counts


def test_an_event_of_vague_day_is_in_no_week():
    events = table(event("ASSAULT", "2022-01-01", "2022-01-31"))
    assert uncounted(events, intensity(events, PUBLISHED)) == 1


def test_what_lies_long_before_the_articles_is_no_measure_of_its_time():
    events = table(event("ASSAULT", "1941-06-22"), event("AID", "2022-01-05"))
    found = intensity(events, PUBLISHED)
    assert found["first"].min() == pd.Timestamp("2022-01-03")
    assert uncounted(events, intensity(events, PUBLISHED)) == 1


def test_a_week_with_an_article_and_no_event_is_there_and_says_nothing():
    found = intensity(table(event("AID", "2022-01-05")), PUBLISHED)
    assert list(found["articles"]) == [1, 1, 1]
    assert list(found["events"]) == [1, 0, 0]
    assert found["plover"].notna().tolist() == [True, False, False]


def test_many_weeks_become_months():
    days = pd.Series(pd.date_range("2020-01-01", "2022-12-31"))
    found = intensity(table(event("AID", "2022-01-05")), days)
    assert ((found["last"] - found["first"]).dt.days > 26).all()


def test_the_ladder_tells_the_highest_step_of_a_pair_in_either_direction():
    events = table(
        event("CONSULT", "2022-01-04"),
        event("ACCUSE", "2022-01-05", actors=["USA GOV"], to=["RUS GOV"]),
        event("THREATEN", "2022-01-05"),
        event("AID", "2022-01-05", actors=["USA GOV"], to=["UKR GOV"]),
        event("CONSULT", "2022-01-05", actors=["RUS GOV"], to=["RUS MIL"]),
        event("CONSULT", "2022-01-05", actors=["GOV Western countries"], to=["RUS GOV"]),
    )
    found = ladder(events, PUBLISHED)
    told = list(found[["pair", "quad_class", "events"]].itertuples(index=False, name=None))
    assert told == [(("RUS", "USA"), 3, 2), (("UKR", "USA"), 2, 1)]


def test_nothing_counted_is_no_crash():
    none = table(event("AID", "2022-01-05")).head(0)
    assert intensity(none, PUBLISHED)["events"].sum() == 0
    assert ladder(none, PUBLISHED).empty
    assert intensity(none, PUBLISHED.head(0)).empty


def test_days_are_the_stretches_of_a_fortnight():
    events = table(event("ASSAULT", "2022-01-04"), event("AID", "2022-01-05"))
    days = pd.Series(pd.to_datetime(["2022-01-03", "2022-01-10"]))
    found = intensity(events, days)
    assert (found["first"] == found["last"]).all()
    assert list(found["plover"] > 0) == [False, True, False, False]


def test_the_events_of_one_pair_whoever_acts_and_no_others():
    events = table(
        event("ACCUSE", "2022-01-04"),
        event("AID", "2022-01-05", actors=["USA GOV"], to=["UKR GOV"]),
        event("CONSULT", "2022-01-05", actors=["USA GOV"], to=["RUS GOV"]),
    )
    rows = np.array([1, 2])
    assert of_pair(events, rows, ("USA", "RUS")).tolist() == [2]
    assert of_pair(events, np.arange(3), ("RUS", "USA")).tolist() == [0, 2]
    assert of_pair(events, rows, ("FRA", "USA")).tolist() == []
