"""Two tellings of a meeting go in, whether they may be of one comes out.

A meeting is announced for some day or for one, moved, called off, held: all that is one meeting. It
must never be taken for the next one of the same parties.
"""

from __future__ import annotations

from datetime import date, timedelta

from corpus.coding.tellings import days_meet, stated
from corpus.linking.places import places_meet
from corpus.linking.telling import Traits, close, days_between, one_day

#: a plan of so many days at most still foresees a day; so long after a plan without a day, and so
#: long after a meeting was moved or called off, it may still be meant
_LONGEST_PLAN, _SOON, _MOVED = timedelta(days=100), timedelta(days=31), timedelta(days=60)
#: days after which something is no news any more
_NEWS = timedelta(days=3)


def one_meeting(one: Traits, other: Traits) -> bool:
    """True if nothing forbids that two tellings are of one meeting."""
    a, b = one.mention, other.mention
    named = one.persons == other.persons and len(one.persons) > 1
    if one.mode and other.mode and one.mode != other.mode:
        return False
    if not named and not _same_sides(one, other):
        return False
    remote = "phone" in (one.mode, other.mode)
    if not _in_turn(one, other) and not _in_turn(other, one):
        return False
    venue = places_meet(a.place, b.place) or remote
    if one.turn or other.turn:
        return venue and _turned(one, other)
    if not venue:  # two persons do not meet in two towns on a day: a dispute about the place
        return named and one_day(a, b) and stated(a) and stated(b)
    return days_meet(a, b, close(one, other)) or _foreseen(one, other) or _foreseen(other, one)


def _in_turn(one: Traits, other: Traits) -> bool:
    """False for a plan and what is told as held at the same time or before: two meetings."""
    if one.turn or other.turn or (one.mention.status, other.mention.status).count("planned") != 1:
        return True
    if one.mention.status != "planned" or close(one, other):
        return False
    told, later = one.telling.published, other.telling.published
    return told is not None and later is not None and told <= later


def _same_sides(one: Traits, other: Traits) -> bool:
    """The parties of a meeting, in either order; within an article one may be left out."""
    if one.parties == other.parties:
        return True
    smaller = min(one.parties, other.parties, key=len)
    return close(one, other) and smaller == one.parties & other.parties


def _foreseen(plan: Traits, held: Traits) -> bool:
    """True if a plan without an exact day may mean what a later telling dates to the day."""
    a, b = plan.mention, held.mention
    if a.status != "planned" or a.precision == "day" or len(plan.parties) < 2:
        return False
    if b.precision != "day" or b.first is None or b.status not in ("planned", "happened"):
        return False
    told, later = plan.telling.published, held.telling.published
    if told is None or later is None or told > later or b.first < told:
        return False
    if a.first is None and a.last is None:
        return len(plan.persons) > 1 and b.first - told <= _SOON
    if a.first is None or a.last is None or a.last - a.first > _LONGEST_PLAN:
        return False
    return a.first <= b.first <= a.last


def _turned(one: Traits, other: Traits) -> bool:
    """True if one telling moves or cancels the meeting that the other one tells of."""
    if one.turn == other.turn == "cancelled":
        return days_between(one, other) <= _SOON
    if "cancelled" in (one.turn, other.turn):
        off, plan = (one, other) if one.turn == "cancelled" else (other, one)
        if stated(off.mention) and not _just_now(off):
            return plan.mention.status == "planned" and days_meet(off.mention, plan.mention, False)
        planned = plan.mention.status == "planned" or plan.turn == "moved"
        return planned and _lies_ahead(plan, off)
    if one.turn == other.turn:
        return _days(one) & _days(other) != set() or days_between(one, other) <= _NEWS
    moved, told = (one, other) if one.turn == "moved" else (other, one)
    if moved.after is None and not moved.before:
        return told.mention.status == "planned" and _lies_ahead(told, moved)
    day = told.mention.first
    if day is None or told.mention.precision != "day":
        return _foreseen(told, moved)
    if day in moved.before | {moved.after}:
        return True
    # the clause may give the new day alone
    return (
        not moved.before
        and told.mention.status == "planned"
        and moved.after is not None
        and abs(moved.after - day) <= _MOVED
        and _lies_ahead(told, moved)
    )


def _just_now(news: Traits) -> bool:
    """True if the day in the clause may be that of the news itself: on Monday he cancelled it."""
    day, told = news.mention.last or news.mention.first, news.telling.published
    return day is not None and told is not None and timedelta() <= told - day <= _NEWS


def _days(moved: Traits) -> set[date]:
    return {day for day in (*moved.before, moved.after) if day is not None}


def _lies_ahead(plan: Traits, news: Traits) -> bool:
    """True if a plan was told before the news of its end, and its days were still to come then."""
    told, later = plan.telling.published, news.telling.published
    if told is None or later is None or told > later or later - told > _MOVED:
        return False
    last = plan.mention.last or plan.mention.first
    return last is None or last >= later - timedelta(days=2)
