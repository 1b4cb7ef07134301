"""States of one event: announced, moved, cancelled, held, denied; what is disputed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from corpus.happenings import Event
from corpus.linking import link
from corpus.linking.sources import sources
from corpus.model import Part
from tests.samples import MONDAY, events, figure, mention, telling

DAY = timedelta(days=1)
BLINKEN, LAVROV = "USA GOV Antony Blinken", "RUS GOV Sergey Lavrov"
SIDES: dict[str, Any] = {"actors": (BLINKEN,), "recipients": (LAVROV,), "topics": ("talks",)}
UNDATED: dict[str, Any] = {"first": None, "last": None, "precision": "", "date_basis": "none"}


def plan(day: date = MONDAY, **cells: Any):
    known = {"status": "planned", "rule": "CONSULT.visit.会晤 subject", "first": day, "last": day}
    return mention("AGREE", **{**SIDES, **known, **cells})


def held(day: date = MONDAY, **cells: Any):
    return mention("CONSULT", "visit", **{**SIDES, "first": day, "last": day, **cells})


def moved(quote: str, day: date, **cells: Any):
    at = {"trigger": "会谈", "trigger_start": quote.index("会谈"), "end": len(quote)}
    return plan(day, quote=quote, trigger_end=at["trigger_start"] + 2, **at, **cells)


def steps(event: Event) -> list[tuple[str, date | None, date | None]]:
    return [(step.state, step.told, step.first) for step in event.history]


def test_a_meeting_announced_for_some_day_of_a_month_and_held_on_one_is_one_event():
    vague = plan(date(2022, 6, 1), last=date(2022, 6, 30), precision="month")
    [event] = events(
        telling(vague, published=MONDAY - 20 * DAY),
        telling(plan(), "a2", published=MONDAY - 3 * DAY),
        telling(held(), "a3", published=MONDAY + DAY),
    )
    assert steps(event) == [
        ("announced", MONDAY - 20 * DAY, date(2022, 6, 1)),
        ("announced", MONDAY - 3 * DAY, MONDAY),
        ("held", MONDAY + DAY, MONDAY),
    ]
    assert (event.type, event.status) == ("CONSULT", "happened")
    assert (event.first, event.last, event.conflicts) == (MONDAY, MONDAY, ())


@pytest.mark.parametrize(
    "other",
    [
        held(MONDAY + 40 * DAY),
        held(recipients=("UKR GOV Dmytro Kuleba",)),
        held(actors=("USA GOV Joe Biden",)),
        mention("CONSULT", "phone", **SIDES),
    ],
)
def test_another_meeting_is_not_the_one_that_was_announced(other):
    vague = plan(date(2022, 6, 1), last=date(2022, 6, 30), precision="month")
    told = telling(other, "a2", published=MONDAY + 41 * DAY)
    assert len(events(telling(vague, published=MONDAY - 20 * DAY), told)) == 2


def test_an_article_does_not_tell_one_meeting_as_held_and_to_come():
    assert len(events(telling(held()), telling(plan(at=40)))) == 2


def test_what_was_moved_has_the_new_day_and_keeps_the_old_one_in_its_history():
    before, after = date(2022, 6, 13), date(2022, 6, 16)
    news = moved("原定于6月13日举行的会谈推迟至6月16日", before)
    [event] = events(
        telling(plan(before), published=before - 9 * DAY),
        telling(news, "a2", published=before - 5 * DAY),
        telling(held(after), "a3", published=after + DAY),
    )
    assert steps(event) == [
        ("announced", before - 9 * DAY, before),
        ("moved", before - 5 * DAY, after),
        ("held", after + DAY, after),
    ]
    assert (event.first, event.last, event.conflicts) == (after, after, ())
    [planned] = events(telling(plan(before), published=before - 9 * DAY), telling(news, "a2"))
    assert (planned.first, planned.last, planned.edtf) == (after, after, "2022-06-16")


def test_without_words_that_move_it_a_meeting_on_another_day_is_another_one():
    assert len(events(telling(plan()), telling(plan(MONDAY + 3 * DAY), "a2"))) == 2


def test_what_was_cancelled_is_the_meeting_that_lay_ahead():
    call_off = mention(
        "REJECT", "meet", **SIDES, rule="REJECT.meet.cancel subject", date_basis="publication",
        quote="布林肯取消了会晤", first=MONDAY - 4 * DAY, last=MONDAY - 4 * DAY,
    )  # fmt: skip
    news = telling(call_off, "a2", published=MONDAY - 4 * DAY)
    [event] = events(telling(plan(), published=MONDAY - 9 * DAY), news)
    assert [step.state for step in event.history] == ["announced", "cancelled"]
    assert (event.first, event.type, event.status) == (MONDAY, "AGREE", "planned")
    past = telling(plan(MONDAY - 30 * DAY), published=MONDAY - 40 * DAY)
    assert len(events(past, news)) == 2


@pytest.mark.parametrize("status", ["happened", "claimed", "ongoing"])
def test_a_denial_is_put_to_the_act_and_both_stay(status):
    told = {"place": "Kharkiv"}
    denial = telling(mention(**told, status="denied"), "a2", "tass", published=MONDAY + DAY)
    [event] = events(telling(mention(**told, status=status)), denial)
    [conflict] = event.conflicts
    assert (conflict.what, conflict.severity) == ("status", 3)
    assert (conflict.versions, conflict.mentions) == ((status, "denied"), ("a1.2", "a2.2"))
    assert event.status == status
    assert event.independent_sources == 2


@pytest.mark.parametrize(
    "other",
    [
        {"actors": ("UKR MIL",), "recipients": ("RUS",)},
        {"place": "Odesa"},
        {"first": MONDAY - 30 * DAY, "last": MONDAY - 30 * DAY},
        {"status": "conditional"},
        {"topics": ("grain",)},
    ],
)
def test_a_denial_of_something_else_stays_alone(other):
    act = mention(**{"place": "Kharkiv", **other})
    denial = mention(place="Kharkiv", status="denied", topics=("energy",))
    found = events(telling(act), telling(denial, "a2", published=MONDAY + DAY))
    assert len(found) == 2
    assert not any(event.conflicts for event in found)


@pytest.mark.parametrize(
    ("last", "first_of_other", "last_of_other", "severity"),
    [(0, 0, 1, 1), (1, 1, 2, 2)],
)
def test_how_bad_a_dispute_about_days_is(last, first_of_other, last_of_other, severity):
    one = plan(MONDAY, last=MONDAY + last * DAY)
    other = plan(MONDAY + first_of_other * DAY, last=MONDAY + last_of_other * DAY)
    [event] = events(telling(one), telling(other, "a2"))
    assert [(c.what, c.severity) for c in event.conflicts] == [("date", severity)]


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [((100, 100), (120, 120), 2), ((100, 100), (200, None), 3), ((100, None), (200, 200), None)],
)
def test_how_bad_a_dispute_about_figures_is(one, other, severity):
    told = mention(topics=("troops",))
    [event] = events(
        telling(told, figures=[figure(*one)]), telling(told, "a2", figures=[figure(*other)])
    )
    assert [c.severity for c in event.conflicts] == ([severity] if severity else [])


def test_two_persons_do_not_meet_in_two_towns_on_a_day():
    [event] = events(telling(held(place="Geneva")), telling(held(place="Vienna"), "a2"))
    [conflict] = event.conflicts
    assert (conflict.what, conflict.severity) == ("place", 3)
    assert conflict.versions == ("Geneva", "Vienna")
    assert not events(telling(held(place="Moscow")), telling(held(place="Kremlin"), "a2"))[
        0
    ].conflicts


def test_sides_of_which_neither_holds_the_other_are_a_conflict():
    def backing(*actors: str):
        return mention("SUPPORT", actors=actors, recipients=("UKR GOV",), topics=("aid",))

    told = telling(backing("USA GOV", "GBR GOV")), telling(backing("USA GOV", "FRA GOV"), "a2")
    [conflict] = events(*told)[0].conflicts
    assert (conflict.what, conflict.severity) == ("party", 2)
    nested = telling(backing("USA GOV", "GBR GOV")), telling(backing("USA GOV"), "a2")
    assert events(*nested)[0].conflicts == ()


def test_how_soon_a_second_call_followed_is_told_in_two_ways():
    def second(quote: str):
        return mention("CONSULT", "phone", **SIDES, quote=quote)

    month, weeks = second("一个月内的第二次通话"), second("3周之内的第二次通话")
    [conflict] = events(telling(month), telling(weeks, "a2"))[0].conflicts
    assert (conflict.what, conflict.severity) == ("interval", 1)
    assert conflict.versions == ("P1M", "P3W")
    talk = second("3周之内的第三次通话")
    assert events(telling(month), telling(talk, "a2"))[0].conflicts == ()


def test_each_telling_says_why_it_is_where_it_is():
    told = mention(topics=("port",))
    [group] = [
        [each.link_rule for each in group]
        for _, group in link([telling(told), telling(told, "a2", source="a1"), telling(told, "a3")])
    ]
    assert group == ["first telling", "same words as a1.2", "same topic as a1.2"]


def test_an_earlier_telling_does_not_change_the_id_of_an_event():
    later = telling(mention(topics=("port",)), "a5", published=MONDAY + DAY)
    earlier = telling(mention(topics=("port",)), "a1", published=MONDAY)
    [alone], [both] = events(later), events(earlier, later)
    assert alone.event_id == both.event_id
    assert both.mentions == ("a1.2", "a5.2")


@pytest.mark.parametrize(("days", "count"), [(10, 1), (62, 1), (63, 2), (900, 2)])
def test_a_state_of_affairs_without_a_day_is_the_same_one_for_two_months(days, count):
    massed = mention("MOBILIZE", "troops", **UNDATED, status="ongoing")
    later = telling(massed, "a2", "bbc", MONDAY + days * DAY)
    assert len(events(telling(massed), later)) == count


@pytest.mark.parametrize(
    ("quote", "count"), [("俄罗斯外交部发言人指责美国及其盟友加剧局势", 1), ("俄罗斯指责美国", 2)]
)
def test_a_long_clause_that_two_articles_have_word_for_word_tells_one_event(quote, count):
    told = mention("ACCUSE", quote=quote, **UNDATED)
    assert len(events(telling(told), telling(told, "a2", "bbc"))) == count


def test_what_one_half_of_an_article_leaves_out_does_not_keep_another_article_out():
    full = mention("SUPPORT", actors=("USA GOV",), recipients=("UKR GOV",), topics=("aid",))
    half = mention(
        "SUPPORT", at=60, actors=("USA GOV",), recipients=(), topics=("aid",), language="en"
    )
    found = events(telling(full), telling(half), telling(full, "a2", "bbc"))
    assert [event.mentions for event in found] == [("a1.2", "a1.62", "a2.2")]


REUTERS = "GBR JRN Reuters"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("a1", "ft", ""), ("a2", "bbc", "")], 2),
        ([("a1", "ft", REUTERS), ("a2", "bbc", REUTERS)], 1),
        ([("a1", "ft", REUTERS), ("a2", "bbc", REUTERS), ("a3", "reuters", "")], 1),
        ([("a1", "ft", REUTERS), ("a2", "bbc", "")], 2),
        ([("a1", "ft", REUTERS), ("a2", "bbc", "RUS JRN Interfax")], 2),
        ([("a1", "ft", REUTERS), ("a4", "ft", ""), ("a2", "bbc", REUTERS)], 2),
        ([("a1", "ft", "USA GOV Joe Biden"), ("a2", "bbc", "USA GOV Joe Biden")], 2),
    ],
)
def test_outlets_that_pass_on_one_agency_are_one_source(told, expected):
    assert (
        sources([telling(mention(speaker=who), a, outlet) for a, outlet, who in told]) == expected
    )


def test_copies_of_what_is_not_at_hand_are_one_source():
    assert sources([telling(mention(), name, name, source="a0") for name in ("a1", "a2")]) == 1


@pytest.mark.parametrize(
    ("quote", "language", "cue"),
    [
        ("俄军无法袭击乌克兰的港口", "zh", "无法"),
        ("Russian forces failed to attack the port", "en", "failed"),
    ],
)
def test_who_tells_that_an_act_failed_denies_nothing(quote, language, cue):
    at = quote.index(cue)
    part = Part("status", at, at + len(cue), "denied")
    words: dict[str, Any] = {"quote": quote, "end": len(quote), "language": language}
    told = mention(place="Kharkiv", status="denied", parts=(part,), **words)
    act = mention(place="Kharkiv")
    found = events(telling(act), telling(told, "a2", published=MONDAY + DAY))
    assert len(found) == 2
    assert not any(event.conflicts for event in found)


@pytest.mark.parametrize(("status", "number"), [("happened", 2), ("planned", 1)])
def test_who_denies_a_plan_denies_what_was_planned_and_not_what_was_done(status, number):
    act = mention(place="Kharkiv", status=status)
    words = {"quote": "俄方否认有袭击港口的计划", "trigger_end": 8, "end": 12}
    denial = mention(place="Kharkiv", status="denied", **words)
    assert len(events(telling(act), telling(denial, "a2", published=MONDAY + DAY))) == number


@pytest.mark.parametrize(
    "other",
    [
        {"first": MONDAY - 300 * DAY, "last": MONDAY + DAY},
        {"first": None},
        {"first": MONDAY, "last": MONDAY + 8 * DAY},
    ],
)
def test_a_long_or_open_interval_states_no_day_of_its_own(other):
    told = plan(MONDAY)
    [event] = events(telling(told), telling(replace(told, **other), "a2"))
    assert (event.first, event.last, event.conflicts) == (MONDAY, MONDAY, ())


def test_the_dead_of_an_attack_do_not_contradict_its_wounded():
    def told(words: str) -> Any:
        return mention(quote=f"袭击造成12人{words}", end=10, place="Kharkiv", topics=("port",))

    def twelve(number: float) -> Any:
        return replace(figure(number, number), start=4, end=7, surface="12人")

    one = telling(told("死亡"), figures=[twelve(12)])
    other = telling(told("受伤"), "a2", figures=[twelve(40)])
    assert [event.conflicts for event in events(one, other)] == [()]
    [dead] = events(one, telling(told("死亡"), "a2", figures=[twelve(40)]))
    assert [conflict.what for conflict in dead.conflicts] == ["figure"]


def test_whom_they_means_is_no_dispute_about_who_acted():
    def backing(quote: str, *actors: str) -> Any:
        parts = tuple(Part("actor", 0, 2, actor) for actor in actors)
        kinds: dict[str, Any] = {"recipients": ("UKR GOV",), "topics": ("aid",)}
        return mention("SUPPORT", quote=quote, actors=actors, parts=parts, **kinds)

    named = telling(backing("美英支持乌克兰", "USA GOV", "GBR GOV"))
    they = telling(backing("他们支持乌克兰", "USA GOV", "FRA GOV"), "a2")
    assert events(named, they)[0].conflicts == ()
    french = telling(backing("美法支持乌克兰", "USA GOV", "FRA GOV"), "a2")
    assert [conflict.what for conflict in events(named, french)[0].conflicts] == ["party"]


def test_two_meetings_without_a_stated_day_may_be_in_two_towns():
    told = held(place="Geneva"), held(place="Vienna", date_basis="publication")
    assert len(events(telling(told[0]), telling(told[1], "a2"))) == 2


@pytest.mark.parametrize(
    ("clocks", "clock", "versions"),
    [
        (["", "05:00", "MO"], "05:00", ()),
        (["MO", ""], "MO", ()),
        (["", ""], "", ()),
        (["MO", "20:00"], "", ("2022-06-13TMO", "2022-06-13T20:00")),
    ],
)
def test_an_event_has_the_hour_on_which_all_agree_that_tell_one(clocks, clock, versions):
    [event] = events(
        *(
            telling(held(clock=told), f"a{number}", f"outlet{number}", published=MONDAY + DAY)
            for number, told in enumerate(clocks)
        )
    )
    assert event.clock == clock
    assert [conflict.versions for conflict in event.conflicts] == ([versions] if versions else [])
    assert all((one.what, one.severity) == ("clock", 2) for one in event.conflicts)


def test_the_hour_of_a_plan_is_not_that_of_the_meeting():
    [event] = events(
        telling(plan(clock="09:00"), published=MONDAY - DAY),
        telling(held(clock="11:00"), "a2", published=MONDAY + DAY),
    )
    assert (event.clock, event.conflicts) == ("11:00", ())


def test_an_hour_of_one_of_two_days_in_dispute_is_no_hour_of_the_event():
    [event] = events(
        telling(held(clock="09:00", date_basis="explicit"), published=MONDAY + DAY),
        telling(held(last=MONDAY + DAY, date_basis="explicit"), "a2", published=MONDAY + DAY),
    )
    assert (event.first, event.last, event.clock) == (MONDAY, MONDAY + DAY, "")
