"""Events of one time that read alike are told apart by what differs, and by nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from corpus.linking import Telling, apart, event
from corpus.pipeline import event_row
from corpus.subset import subset
from corpus.tables import rows
from tests.samples import MONDAY, events, figure, mention, tables, telling

DAY = timedelta(days=1)
ATTACK: dict[str, Any] = {"trigger": "攻势", "recipients": ()}


def labels(*cells: dict[str, Any]) -> list[tuple[str, str]]:
    """Headlines of events that one article each tells; ``figures`` are those of the mention."""
    told = [
        telling(
            mention(**{**ATTACK, **{k: v for k, v in one.items() if k != "figures"}}),
            f"a{number}",
            figures=one.get("figures", ()),
        )
        for number, one in enumerate(cells)
    ]
    made = [(event([each], each.article_id), [each]) for each in told]
    return [(one.label_en, one.label_zh) for one in apart(made)]


@pytest.mark.parametrize(
    ("one", "other", "first", "second"),
    [
        (
            {"topics": ("nuclear-plant",)},
            {"topics": ("energy",)},
            ("(nuclear plant)", "（核电站）"),
            ("(energy)", "（能源）"),
        ),
        (
            {"recipients": ("UKR",)},
            {"recipients": ("POL",)},
            ("(involving Ukraine)", "（涉乌克兰）"),
            ("(involving Poland)", "（涉波兰）"),
        ),
        (
            {"figures": [figure(3, 3)]},
            {"figures": [figure(40, 40)]},
            ("(3 people)", "（3人）"),
            ("(40 people)", "（40人）"),
        ),
        ({}, {"status": "ongoing"}, ("", ""), ("(under way)", "（进行中）")),
    ],
)
def test_what_differs_stands_behind_the_headline(one, other, first, second):
    assert labels(one, other) == [
        (f"Russian forces go on the offensive {en}".strip(), f"俄军发动进攻{zh}")
        for en, zh in (first, second)
    ]


def test_a_place_that_one_of_two_tells_is_enough_to_tell_both_apart():
    pull = {"type_": "RETREAT", "trigger": "释放", "mode": "release"}
    assert labels(pull, {**pull, "place": "Kherson"}) == [
        ("Russian forces release people or property", "俄军放还人员或财物"),
        ("Russian forces release people or property (Kherson)", "俄军放还人员或财物（赫尔松）"),
    ]


def test_what_all_have_and_what_the_headline_says_is_not_added():
    both = {"topics": ("energy",), "recipients": ("UKR",)}
    one, other = labels(both, {**both, "place": "Odesa"})
    assert one == ("Russian forces go on the offensive", "俄军发动进攻")
    assert other == ("Russian forces go on the offensive in Odesa", "俄军在敖德萨发动进攻")
    assert labels(both, both) == [one, one]


@pytest.mark.parametrize(
    "other",
    [
        {"first": MONDAY + DAY, "last": MONDAY + DAY},
        {"first": None, "last": None, "precision": "", "date_basis": "none"},
    ],
)
def test_events_of_other_days_or_of_none_may_read_alike(other):
    one, second = labels({"topics": ("energy",)}, {"topics": ("nuclear-plant",), **other})
    assert one == second


def test_only_as_much_is_added_as_is_needed():
    topics = [("energy",), ("energy",), ("nuclear-plant",)]
    found = labels(*({"topics": each} for each in topics))
    assert [en.partition(" (")[2] for en, _ in found] == ["energy)", "energy)", "nuclear plant)"]


def two() -> list[Telling]:
    return [
        telling(mention(**ATTACK, topics=("nuclear-plant",)), "a1"),
        telling(mention(**ATTACK, topics=("energy",)), "a2"),
        telling(mention(**ATTACK, topics=("energy",)), "a3", "bbc"),
    ]


def test_the_order_of_the_articles_does_not_matter():
    assert events(*two()) == events(*reversed(two()))
    assert len({one.label_en for one in events(*two())}) == 2


def test_in_a_part_of_the_archive_events_are_told_apart_as_well():
    whole = tables(two())
    part = subset(whole, ["a1", "a2"])
    assert len(part.events) == 2
    assert len(set(part.events["label_en"])) == len(set(part.events["label_zh"])) == 2
    [same] = [row for row in rows(part.events) if "a1.2" in row["mentions"]]
    [before] = [row for row in rows(whole.events) if "a1.2" in row["mentions"]]
    assert same["label_en"] == before["label_en"]


def test_a_headline_beside_is_no_reason_to_change_the_others():
    [one] = events(two()[0])
    beside = [(one.first, one.last, one.quad_class, one.label_en)]
    [told] = apart([(one, two()[:1])], beside)
    assert told.label_en == "Russian forces go on the offensive (nuclear plant)"
    assert told.label_zh == one.label_zh
    assert event_row(told)["label_en"] == told.label_en
