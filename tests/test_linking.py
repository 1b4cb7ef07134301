"""Tellings become events: what is one happening, what are two, and what the tellings dispute."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.linking import link
from tests.samples import MONDAY, events, figure, mention, telling

TUESDAY = date(2022, 6, 14)
BLINKEN, LAVROV = "USA GOV Antony Blinken", "RUS GOV Sergey Lavrov"
VISIT = {"topics": ("talks",), "actors": (BLINKEN,), "recipients": (LAVROV,)}
UNDATED: dict[str, Any] = {"first": None, "last": None, "precision": "", "date_basis": "none"}
STORY = {"topics": ("port",)}
TALKS: dict[str, Any] = {"type_": "SUPPORT", "recipients": ("UKR GOV",), "topics": ("talks",)}


def meeting(**cells: Any):
    return mention("CONSULT", "visit", **{**VISIT, **cells})


SAME = [
    (mention(**STORY), mention(**STORY)),
    (mention(**STORY), mention(**STORY, place="Odesa")),
    (mention(**STORY), mention(**STORY, actors=("RUS MIL Navy",))),
    (meeting(), meeting(actors=(LAVROV,), recipients=(BLINKEN,))),
    (meeting(), meeting(actors=("USA GOV",), recipients=("RUS GOV",), topics=())),
    (meeting(), meeting(first=MONDAY, last=TUESDAY)),
    (
        mention("MOBILIZE", "troops", **UNDATED, status="ongoing"),
        mention("MOBILIZE", "troops", **UNDATED, status="claimed"),
    ),
]
DIFFERENT = [
    (mention(**STORY), mention(topics=("grain",))),
    (mention(**STORY), mention(**STORY, first=TUESDAY, last=TUESDAY)),
    (mention(**STORY), mention(**STORY, actors=("UKR MIL",), recipients=("RUS",))),
    (mention(**STORY), mention(**STORY, recipients=("POL",))),
    (mention(**STORY, place="Odesa"), mention(**STORY, place="Kyiv")),
    (mention("ASSAULT", "drone", **STORY), mention("ASSAULT", "aerial", **STORY)),
    (mention(**STORY), mention("COERCE", **STORY)),
    (mention(**STORY), mention(**STORY, precision="month", last=date(2022, 6, 30))),
    (mention(**STORY), mention(**STORY, **UNDATED)),
    (mention(**STORY, **UNDATED), mention(**STORY, **UNDATED)),
    (meeting(), meeting(recipients=("UKR GOV Volodymyr Zelenskyy",))),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_outlets_that_tell_of_one_happening_tell_one_event(one, other):
    [event] = events(telling(one), telling(other, "a2", "bbc"))
    assert event.outlets == ("ft", "bbc")
    assert event.independent_sources == 2
    assert event.mentions == ("a1.2", "a2.2")


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_outlets_that_contradict_or_share_nothing_tell_two_events(one, other):
    assert len(events(telling(one), telling(other, "a2", "bbc"))) == 2


def test_an_undated_telling_joins_the_dated_one_of_its_own_article():
    told = mention(**STORY), mention(at=50, **STORY, **UNDATED)
    assert len(events(*(telling(each) for each in told))) == 1
    assert events(*(telling(each) for each in reversed(told)))[0].first == MONDAY


def test_of_several_dated_events_an_undated_telling_joins_the_latest():
    older = mention(**STORY, first=date(2022, 6, 1), last=date(2022, 6, 1))
    vague = mention(at=90, **STORY, **UNDATED)
    found = events(telling(older), telling(mention(at=50, **STORY)), telling(vague))
    assert [event.mentions for event in found] == [("a1.2",), ("a1.52", "a1.92")]


def test_one_telling_that_disagrees_with_any_of_a_group_stays_out_of_it():
    place = [mention(**STORY), mention(**STORY, place="Odesa"), mention(**STORY, place="Kyiv")]
    found = events(*(telling(each, f"a{n}") for n, each in enumerate(place)))
    assert [len(event.mentions) for event in found] == [2, 1]


def test_the_order_of_the_input_does_not_matter():
    pairs = [one for pair in SAME + DIFFERENT for one in pair]
    told = [telling(one, f"a{n}", f"o{n % 5}") for n, one in enumerate(pairs)]
    expected = link(told)
    for seed in range(5):
        shuffled = random.Random(seed).sample(told, len(told))
        assert link(shuffled) == expected


def test_the_id_of_an_event_stays_when_a_later_article_tells_it_too():
    first, later = telling(mention(**STORY)), telling(mention(**STORY), "a0", published=TUESDAY)
    [alone], [both] = events(first), events(later, first)
    assert alone.event_id == both.event_id
    assert both.mentions == ("a1.2", "a0.2")
    other = telling(mention("COERCE", **STORY), "a3")
    assert alone.event_id in {event.event_id for event in events(other, first)}


def test_an_article_without_a_day_comes_after_those_that_have_one():
    [event] = events(
        telling(mention(**STORY), "a1", published=None), telling(mention(**STORY), "a2")
    )
    assert event.mentions == ("a2.2", "a1.2")


def test_two_tellings_of_one_article_are_one_source():
    [event] = events(telling(mention(**STORY)), telling(mention(at=50, **STORY)))
    assert (event.independent_sources, event.outlets) == (1, ("ft",))
    [event] = events(telling(mention(**STORY)), telling(mention(**STORY), "a2", "ft"))
    assert event.independent_sources == 1


@pytest.mark.parametrize("outlet", ["ft", "mirror"])
def test_a_copy_or_a_translation_is_no_second_source(outlet):
    copy = telling(mention(**STORY), "a2", outlet, source="a1")
    [event] = events(telling(mention(**STORY)), copy)
    assert event.independent_sources == 1


def test_who_copied_is_a_source_of_its_own_where_it_tells_in_its_own_words():
    copy = telling(mention(**STORY), "a2", "mirror", source="a1")
    own = telling(mention(**STORY), "a3", "mirror")
    [event] = events(telling(mention(**STORY)), copy, own)
    assert event.independent_sources == 2


def test_language_halves_are_one_event_even_if_they_share_no_word_and_no_topic():
    half = mention(at=80, language="en", trigger="attacked", date_basis="publication")
    [event] = events(telling(mention(date_basis="publication")), telling(half))
    assert len(event.mentions) == 2


def test_an_event_is_told_by_its_clearest_telling_and_completed_by_the_others():
    vague = meeting(date_basis="publication", actors=("USA GOV",), salience=2)
    vague = replace(vague, mode="")
    clear = meeting(actors=("USA GOV",), recipients=("RUS GOV",), place="")
    placed = meeting(date_basis="context", place="Geneva")
    [event] = events(
        telling(vague), telling(clear, "a2"), telling(replace(placed, trigger="会面"), "a3")
    )
    assert event.actors == (BLINKEN,)
    assert event.recipients == (LAVROV,)
    assert (event.mode, event.place, event.salience) == ("visit", "Geneva", 2)


def test_a_repeat_does_not_speak_for_the_event_however_much_it_states():
    repeat = meeting(repeat=True, date_basis="explicit", place="Geneva", status="claimed")
    [event] = events(telling(repeat), telling(meeting(at=50, date_basis="context")))
    assert event.status == "happened"


def test_what_has_one_known_side_of_its_days_comes_before_what_has_none():
    order = [telling(mention(first=None)).order, telling(mention(**UNDATED)).order]
    assert [undated for _, _, undated, _ in order] == [False, True]


def test_of_two_names_for_one_side_none_is_chosen():
    both = ("USA GOV Joe Biden", BLINKEN)
    [event] = events(
        telling(mention(actors=("USA GOV",), place="Geneva", **TALKS)),
        telling(mention(actors=both, **TALKS), "a2"),
    )
    assert event.actors == ("USA GOV",)


def test_whoever_is_named_for_a_state_is_not_somebody_else_of_it():
    assert (
        len(events(telling(meeting()), telling(meeting(actors=("USA GOV Joe Biden",)), "a2"))) == 2
    )


def test_two_stated_days_are_a_conflict_and_the_event_holds_both():
    nine = meeting(first=date(2022, 1, 9), last=date(2022, 1, 9), status="planned")
    both = meeting(first=date(2022, 1, 9), last=date(2022, 1, 10), status="planned", at=60)
    [event] = events(telling(nine), telling(both))
    assert (event.first, event.last) == (date(2022, 1, 9), date(2022, 1, 10))
    [conflict] = event.conflicts
    assert (conflict.what, conflict.versions) == ("date", ("2022-01-09", "2022-01-09/2022-01-10"))
    assert conflict.mentions == ("a1.2", "a1.62")


def test_a_day_that_nobody_states_is_no_version():
    implied = meeting(first=MONDAY, last=TUESDAY, date_basis="context")
    [event] = events(telling(meeting()), telling(implied, "a2"))
    assert event.conflicts == ()
    assert (event.first, event.last) == (MONDAY, MONDAY)


@pytest.mark.parametrize(
    ("one", "other", "versions"),
    [
        (figure(200000, None), figure(90000, 100000), ("200000.. person", "90000..100000 person")),
        (figure(10, 10), figure(12, 12), ("10..10 person", "12..12 person")),
        (figure(10, None), figure(12, 12), None),
        (figure(None, 20), figure(12, 12), None),
        (figure(None, 10), figure(12, None), ("..10 person", "12.. person")),
        (figure(10, None), figure(20, None), None),
        (figure(10, 10), figure(12, 12, "km2"), None),
        (figure(10, 10, "percent"), figure(12, 12, "percent"), None),
        (figure(10, 10, "item", "tanks"), figure(12, 12, "item", "missiles"), None),
        (
            figure(10, 10, "item", "tanks"),
            figure(12, 12, "item", "tanks"),
            ("10..10 item", "12..12 item"),
        ),
    ],
)
def test_figures_that_cannot_both_hold_are_a_conflict(one, other, versions):
    [event] = events(
        telling(mention(**STORY), figures=[one]), telling(mention(**STORY), "a2", figures=[other])
    )
    told = [(conflict.what, conflict.versions) for conflict in event.conflicts]
    assert told == ([("figure", versions)] if versions else [])


def test_a_headline_picks_none_of_the_figures_in_dispute():
    troops = {"topics": ("troops",), "trigger": "集结", **UNDATED, "status": "ongoing"}
    told = mention("MOBILIZE", "troops", **troops)
    one = telling(told, figures=[figure(90000, 100000)])
    other = telling(told, "a2", figures=[figure(200000, None)])
    assert "90,000" in events(one)[0].label_en
    assert not any(character.isdigit() for character in events(one, other)[0].label_en)


def test_an_interval_longer_than_two_years_still_meets_what_it_ends_with():
    long = mention(**STORY, first=date(2018, 1, 1), last=MONDAY)
    assert len(events(telling(long), telling(mention(**STORY), "a2"))) == 1


CELLS = st.fixed_dictionaries(
    {
        "actors": st.sampled_from([("RUS MIL",), ("UKR MIL",), ("RUS MIL", "BLR MIL"), ()]),
        "recipients": st.sampled_from([("UKR",), ("RUS",), ()]),
        "place": st.sampled_from(["", "Odesa", "Kyiv"]),
        "topics": st.sampled_from([(), ("port",), ("port", "grain"), ("grain",)]),
        "status": st.sampled_from(["happened", "claimed", "denied", "planned"]),
        "day": st.sampled_from([None, MONDAY, TUESDAY]),
        "language": st.sampled_from(["zh", "en"]),
    }
)


@st.composite
def archives(draw: st.DrawFn) -> list[Any]:
    """Tellings of at most four articles about much the same."""
    told = []
    for at, cells in enumerate(draw(st.lists(CELLS, max_size=9))):
        day = cells.pop("day")
        if day is None:
            cells |= UNDATED
        else:
            cells |= {"first": day, "last": day}
        number = draw(st.integers(1, 4))
        told.append(telling(mention(at=at * 20, **cells), f"a{number}", f"o{number % 3}"))
    return told


@given(archives(), st.randoms(use_true_random=False))
def test_every_telling_is_in_exactly_one_event_whatever_the_order(told, chance):
    linked = link(told)
    held = [each.mention_id for _, group in linked for each in group]
    assert sorted(held) == sorted(each.mention_id for each in told)
    ids = [event.event_id for event, _ in linked]
    assert len(ids) == len(set(ids))
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert link(shuffled) == linked


@given(archives())
def test_no_event_holds_tellings_of_other_parties_disjoint_days_or_other_places(told):
    for event, group in link(told):
        told = [t.mention for t in group if t.mention.status != "denied"]
        assert len({m.first for m in told} - {None}) <= 1
        assert len({t.mention.place for t in group} - {""}) <= 1
        assert len({frozenset(m.actors) for m in told} - {frozenset()}) <= 1
        disputed = any(conflict.what == "status" for conflict in event.conflicts)
        assert disputed == (0 < len(told) < len(group))
        assert (
            1
            <= event.independent_sources
            <= len(event.outlets)
            == len({t.outlet_id for t in group})
        )
