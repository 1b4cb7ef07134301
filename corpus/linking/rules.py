"""Two tellings go in, what forbids or speaks for taking them for one happening comes out.

Every rule is symmetric and looks at the two alone, never at how many others there are or in what
order they came, so that what an archive holds beside them changes nothing between them.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

from corpus.coding.tellings import agree, days_meet, same_words, stated
from corpus.coding.vocabulary import event_types
from corpus.entities.forms import GAZETTEERS
from corpus.entities.states import states
from corpus.lexicon import table
from corpus.linking.telling import MEETING, Traits
from corpus.model import Mention

#: a plan of so many days at most still foresees a day; so long after a plan without a day, and so
#: long after a meeting was moved, it may still be meant; a denial follows its act so soon
LONGEST_PLAN, SOON, MOVED = timedelta(days=100), timedelta(days=31), timedelta(days=60)
DENIED = timedelta(days=14)
#: evidence that makes one happening of two tellings that nothing parts
ENOUGH = 2
#: words that two clauses must share, and which part of the shorter one's
_WORDS = {"en": 2, "zh": 5}
_SHARED = 0.5
#: characters between what is told and its denial
_ANSWER = 200
#: bombs and shells, which one word in the other language may stand for
_FROM_AFAR = {"aerial", "heavy-weapons"}
#: degrees within which two points are one town; the Kremlin lies in Moscow
_TOWN = 0.2
_WIDER = " region"


def possible(one: Traits, other: Traits) -> bool:
    """True if nothing forbids that two tellings tell one happening."""
    if (one.turn == "denied") != (other.turn == "denied"):
        return _may_deny(one, other) if one.turn == "denied" else _may_deny(other, one)
    if one.family != other.family or _other_person(one, other):
        return False
    if one.family == MEETING:
        return _one_meeting(one, other)
    a, b = one.mention, other.mention
    close = _close(one, other)
    if not agree(a, b, close, places_meet) and not _one_strike(one, other):
        return False
    return not (close and _told_apart(a, b) and strength(one, other)[0] < ENOUGH)


def strength(one: Traits, other: Traits) -> tuple[int, str]:
    """How much speaks for one happening, and what most of all; `ENOUGH` makes one of two."""
    found = list(_evidence(one, other))
    best = max(found, key=lambda pair: pair[0], default=(0, ""))
    return sum(weight for weight, _ in found), best[1]


def _evidence(one: Traits, other: Traits) -> list[tuple[int, str]]:
    a, b = one.mention, other.mention
    close = _close(one, other)
    found = []
    if (one.turn == "denied") != (other.turn == "denied"):
        if _answers(one, other) or _answers(other, one):
            found.append((2, "denial of it"))
    elif one.family == MEETING:
        turn = next((t.turn for t in (one, other) if t.turn), "")
        return [(3, f"same meeting, {turn}" if turn else "same parties, meeting and day")]
    elif close and a.language != b.language:
        found.append((2, "the other language of the article"))
    elif close and same_words(a, b) and (a.repeat or b.repeat or not _fighting(a)):
        found.append((2, "same word in the article"))
    elif a.trigger == b.trigger and a.first is b.first is None:
        found.append((2, "same state of affairs"))
    if a.type == "COOPERATE" and len(one.parties) > 1 and _one_day(a, b) and stated(a):
        found.append((2, "same partners and day"))
    if set(a.topics) & set(b.topics):
        found.append((2, "same topic"))
    if one.figures & other.figures:
        found.append((2, "same figure"))
    if a.place and a.place not in _countries() and places_meet(a.place, b.place) and b.place:
        found.append((2 if _fighting(a) or _fighting(b) else 1, "same place"))
    if _alike(one, other):
        found.append((2, "same words"))
    return found


@lru_cache(maxsize=8192)
def places_meet(one: str, other: str) -> bool:
    """True if two places are one, or one lies in the other, or is not told.

    >>> places_meet("Kharkiv", "Kharkiv region"), places_meet("Kyiv", "Ukraine")
    (True, True)
    >>> places_meet("Moscow", "Kremlin"), places_meet("Kyiv", "Odesa"), places_meet("", "Kyiv")
    (True, False, True)
    """
    if not one or not other or one == other:
        return True
    stems = [place.removesuffix(_WIDER) for place in (one, other)]
    if stems[0] == stems[1]:
        return True
    here, there = (_gazetteer().get(stem) for stem in stems)
    lands = [_countries().get(stem) for stem in stems]
    if (here and here[0] == lands[1]) or (there and there[0] == lands[0]):
        return True
    if here is None or there is None:
        return False
    return here[0] == there[0] and all(
        abs(a - b) < _TOWN for a, b in zip(here[1:], there[1:], strict=True)
    )


def _close(one: Traits, other: Traits) -> bool:
    return one.telling.article_id == other.telling.article_id


def _fighting(mention: Mention) -> bool:
    return event_types()[mention.type, mention.mode].quad_class == 4


def _told_apart(one: Mention, other: Mention) -> bool:
    """True for two acts of force that one article tells in one language, neither as a repeat."""
    repeated = one.repeat or other.repeat
    return one.language == other.language and not repeated and _fighting(one)


def _other_person(one: Traits, other: Traits) -> bool:
    """True if each names somebody for a state that both name, and never the same one."""
    mine: dict[str, set[str]] = {}
    for code in one.persons:
        mine.setdefault(code.split()[0], set()).add(code)
    for state, own in mine.items():
        others = {code for code in other.persons if code.split()[0] == state}
        if others and not own & others:
            return True
    return False


def _one_strike(one: Traits, other: Traits) -> bool:
    """True for attacks on one town and day, if only one tells whose or with what it was."""
    a, b = one.mention, other.mention
    modes = {one.mode, other.mode} - {""}
    return (
        a.type == b.type == "ASSAULT"
        and _one_day(a, b)
        and (one.actors == other.actors or not (one.actors and other.actors))
        and one.recipients == other.recipients
        and (len(modes) < 2 or modes == _FROM_AFAR)
        and a.place == b.place != ""
        and a.place not in _countries()
    )


def _one_meeting(one: Traits, other: Traits) -> bool:
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
        return named and _one_day(a, b)
    return days_meet(a, b, _close(one, other)) or _foreseen(one, other) or _foreseen(other, one)


def _in_turn(one: Traits, other: Traits) -> bool:
    """False for a plan and what is told as held at the same time or before: two meetings."""
    if one.turn or other.turn or (one.mention.status, other.mention.status).count("planned") != 1:
        return True
    if one.mention.status != "planned" or _close(one, other):
        return False
    told, later = one.telling.published, other.telling.published
    return told is not None and later is not None and told <= later


def _same_sides(one: Traits, other: Traits) -> bool:
    """The parties of a meeting, in either order; within an article one may be left out."""
    if one.parties == other.parties:
        return True
    smaller = min(one.parties, other.parties, key=len)
    return _close(one, other) and smaller == one.parties & other.parties


def _one_day(one: Mention, other: Mention) -> bool:
    exact = one.precision == other.precision == "day" and one.first == one.last
    return exact and (one.first, one.last) == (other.first, other.last)


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
        return len(plan.persons) > 1 and b.first - told <= SOON
    if a.first is None or a.last is None or a.last - a.first > LONGEST_PLAN:
        return False
    return a.first <= b.first <= a.last


def _turned(one: Traits, other: Traits) -> bool:
    """True if one telling moves or cancels the meeting that the other one tells of."""
    if one.turn == other.turn == "cancelled":
        return _near(one, other, SOON)
    if "cancelled" in (one.turn, other.turn):
        off, plan = (one, other) if one.turn == "cancelled" else (other, one)
        if stated(off.mention) and days_meet(off.mention, plan.mention, False):
            return plan.mention.status != "happened" or plan.turn == "moved"
        planned = plan.mention.status == "planned" or plan.turn == "moved"
        return planned and _lies_ahead(plan, off)
    if one.turn == other.turn:
        return _days(one) & _days(other) != set() or _near(one, other, timedelta(days=2))
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
        and abs(moved.after - day) <= MOVED
        and _lies_ahead(told, moved)
    )


def _days(moved: Traits) -> set[date]:
    return {day for day in (*moved.before, moved.after) if day is not None}


def _lies_ahead(plan: Traits, news: Traits) -> bool:
    """True if a plan was told before the news of its end, and its days were still to come then."""
    told, later = plan.telling.published, news.telling.published
    if told is None or later is None or told > later or later - told > MOVED:
        return False
    last = plan.mention.last or plan.mention.first
    return last is None or last >= later - timedelta(days=2)


def _near(one: Traits, other: Traits, most: timedelta) -> bool:
    told, later = one.telling.published, other.telling.published
    return told is not None and later is not None and abs(later - told) <= most


def _may_deny(denial: Traits, act: Traits) -> bool:
    """True if a denial may be of an act: its type and doer, no other place, victim or time."""
    if act.family not in denial.denies or not denial.actors & act.actors:
        return False
    if act.mention.status == "conditional":
        return False
    if denial.recipients and act.recipients and not denial.recipients & act.recipients:
        return False
    a, b = denial.mention, act.mention
    if not places_meet(a.place, b.place):
        return False
    if stated(a) and stated(b) and a.precision == b.precision == "day" and not _told_of(a, b):
        return False
    said = denial.telling.published
    if b.first is None and b.last is None:
        return _near(denial, act, DENIED)
    day = b.first or b.last
    return said is not None and day is not None and timedelta() <= said - day <= DENIED


def _answers(denial: Traits, act: Traits) -> bool:
    """True for who denies in so many words what the article told right before."""
    behind = denial.mention.start - act.mention.end
    plain = denial.turn == "denied" and denial.mention.status != "denied"
    return plain and _close(denial, act) and 0 <= behind <= _ANSWER


def _told_of(denial: Mention, act: Mention) -> bool:
    """True if the day beside a denial is the act's own, or the day on which it was denied after."""
    if denial.first is None or act.first is None:
        return True
    return timedelta() <= denial.first - act.first <= DENIED


def _alike(one: Traits, other: Traits) -> bool:
    """True if two clauses of one language share most of their words and no topic parts them."""
    language = one.mention.language
    if language != other.mention.language or language not in _WORDS:
        return False
    if one.mention.topics and other.mention.topics:
        return False  # two that share none are about two things, whatever their words
    if _counted(one) and _counted(other) and not _counted(one) & _counted(other):
        return False  # twelve tanks are not three helicopters
    shared = len(one.words & other.words)
    return shared >= _WORDS[language] and shared >= _SHARED * min(len(one.words), len(other.words))


def _counted(one: Traits) -> set[tuple[float | None, float | None, str]]:
    return {figure for figure in one.figures if figure[2] == "item"}


@cache
def _countries() -> dict[str, str]:
    return {state.en: code for code, state in states().items()}


@cache
def _gazetteer() -> dict[str, tuple[str, float, float]]:
    """State and point of each place, by its English name."""
    return {
        row["name_en"]: (row["country"], float(row["latitude"]), float(row["longitude"]))
        for name in reversed(GAZETTEERS)
        for row in table(name)
    }
