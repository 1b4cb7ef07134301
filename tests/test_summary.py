"""The story in counts: periods, the silences between them, and events without a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from corpus.summary import Story, story
from tests.samples import mention, tables, telling

WINTER, SPRING = date(2022, 1, 3), date(2024, 5, 14)


def told(kind: str, day: date | None, **cells: Any) -> tuple[str, date | None, dict[str, Any]]:
    return kind, day, cells


def read(*found: tuple[str, date | None, dict[str, Any]], published: list[date]) -> Story:
    """The story of some events, each its own."""
    made = tables(
        [
            telling(
                mention(
                    kind,
                    first=day,
                    last=day,
                    precision="day" if day else "",
                    date_basis="relative" if day else "none",
                    at=number * 20,
                    place=f"P{number}",
                    **cells,
                )
            )
            for number, (kind, day, cells) in enumerate(found)
        ]
    )
    return story(made.events, published)


def test_a_long_silence_of_the_articles_parts_the_story():
    found = read(
        told("AID", WINTER),
        told("AID", SPRING),
        told("ASSAULT", SPRING),
        published=[WINTER, SPRING],
    )
    assert [(p.first, p.last, p.counts) for p in found.periods] == [
        (WINTER, WINTER, (("AID", 1),)),
        (SPRING, SPRING, (("AID", 1), ("ASSAULT", 1))),
    ]
    assert found.gaps == ((SPRING - WINTER).days - 1,)


def test_a_silence_of_sixty_days_parts_nothing_and_one_of_sixty_one_does():
    for days, parts in ((60, 1), (61, 2)):
        later = WINTER + timedelta(days=days)
        found = read(told("AID", WINTER), told("AID", later), published=[later, WINTER, WINTER])
        assert len(found.periods) == parts
        assert found.gaps == ((days - 1,) if parts == 2 else ())


def test_an_event_within_a_silence_belongs_to_the_articles_before_it():
    between = date(2023, 1, 1)
    found = read(told("AID", between), told("AID", SPRING), published=[WINTER, SPRING])
    assert [period.first for period in found.periods] == [between, SPRING]
    before = read(told("AID", date(2014, 3, 1)), published=[WINTER, SPRING])
    assert (len(before.periods), before.gaps) == (1, ())


def test_a_period_without_events_makes_two_silences_one():
    middle = date(2023, 3, 1)
    found = read(told("AID", WINTER), told("AID", SPRING), published=[WINTER, middle, SPRING])
    assert len(found.periods) == 2
    assert found.gaps == ((middle - WINTER).days - 1 + (SPRING - middle).days - 1,)


def test_the_most_frequent_kind_is_named_first_and_of_equals_the_weightier():
    found = read(
        told("ASSAULT", WINTER),
        told("AID", WINTER),
        told("SUPPORT", WINTER, salience=2),
        told("AID", WINTER),
        published=[WINTER],
    )
    assert found.periods[0].counts == (("AID", 2), ("SUPPORT", 1), ("ASSAULT", 1))
    found = read(told("REJECT", WINTER), told("ACCUSE", WINTER), published=[WINTER])
    assert found.periods[0].counts == (("ACCUSE", 1), ("REJECT", 1))


def test_events_without_a_day_are_not_in_the_story():
    assert read(told("AID", None), published=[WINTER, SPRING]) == Story((), ())
    assert read(published=[]) == Story((), ())


@pytest.mark.parametrize(("most", "named"), [(12, True), (2, False)])
def test_the_fullest_week_of_a_long_period_is_named_if_it_stands_out(most, named):
    days = [WINTER + timedelta(days=7 * week) for week in range(12)]
    full = [told("AID", days[5] + timedelta(days=n % 5)) for n in range(most)]
    (period,) = read(*(told("AID", day) for day in days), *full, published=days).periods
    assert period.peak == (days[5] if named else None)
    assert (days[5].isoweekday(), period.counts) == (1, (("AID", 12 + most),))


def test_a_short_period_has_no_fullest_week():
    (period,) = read(*(told("AID", WINTER) for _ in range(20)), published=[WINTER]).periods
    assert period.peak is None
