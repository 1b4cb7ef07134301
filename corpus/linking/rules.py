"""Two tellings go in, what forbids or speaks for taking them for one happening comes out.

Every rule is symmetric and looks at the two alone, never at how many others there are or in what
order they came, so that what an archive holds beside them changes nothing between them.
"""

from __future__ import annotations

from datetime import timedelta

from corpus.coding.tellings import agree, same_words, stated
from corpus.coding.vocabulary import event_types
from corpus.linking.denials import answers, may_deny
from corpus.linking.meetings import one_meeting
from corpus.linking.places import countries, places_meet
from corpus.linking.telling import MEETING, Traits, close, days_between, one_day, same_clause
from corpus.model import Mention

#: evidence that makes one happening of two tellings that nothing parts
ENOUGH = 2
#: words that two clauses must share, and which part of the shorter one's
_WORDS = {"en": 2, "zh": 5}
_SHARED = 0.5
#: so long a state of affairs that nobody dates is the same one
_STANDING = timedelta(days=62)
#: bombs and shells, which one word in the other language may stand for
_FROM_AFAR = {"aerial", "heavy-weapons"}


def possible(one: Traits, other: Traits, near: bool = False) -> bool:
    """True if nothing forbids that two tellings tell one happening.

    ``near``: one may leave out what the other states, as within an article, or in a clause that
    two articles have word for word.
    """
    if (one.turn == "denied") != (other.turn == "denied"):
        return may_deny(one, other) if one.turn == "denied" else may_deny(other, one)
    if one.family != other.family or _other_person(one, other):
        return False
    if one.family == MEETING:
        return one_meeting(one, other)
    a, b = one.mention, other.mention
    within = close(one, other)
    undated = a.first is a.last is b.first is b.last is None
    if undated and not within and days_between(one, other) > _STANDING:
        return False
    if not agree(a, b, near or within or same_clause(one, other), places_meet) and not _one_strike(
        one, other
    ):
        return False
    return not (within and _told_apart(a, b) and strength(one, other)[0] < ENOUGH)


def strength(one: Traits, other: Traits) -> tuple[int, str]:
    """How much speaks for one happening, and what most of all; `ENOUGH` makes one of two."""
    found = list(_evidence(one, other))
    best = max(found, key=lambda pair: pair[0], default=(0, ""))
    return sum(weight for weight, _ in found), best[1]


def _evidence(one: Traits, other: Traits) -> list[tuple[int, str]]:
    a, b = one.mention, other.mention
    near = close(one, other)
    found = []
    denial = (one.turn == "denied") != (other.turn == "denied")
    if denial:
        if answers(one, other) or answers(other, one):
            found.append((2, "denial of it"))
    elif one.family == MEETING:
        turn = next((t.turn for t in (one, other) if t.turn), "")
        return [(3, f"same meeting, {turn}" if turn else "same parties, meeting and day")]
    elif near and a.language != b.language:
        found.append((2, "the other language of the article"))
    elif near and same_words(a, b) and (a.repeat or b.repeat or not _fighting(a)):
        found.append((2, "same word in the article"))
    elif a.trigger == b.trigger and a.first is b.first is None:
        found.append((2, "same state of affairs"))
    if a.type == "COOPERATE" and len(one.parties) > 1 and one_day(a, b) and stated(a):
        found.append((2, "same partners and day"))
    # what was not done is told of much: a topic, or words, alone do not say which act is meant
    alone = 1 if denial else 2
    if set(a.topics) & set(b.topics):
        found.append((alone, "same topic"))
    if one.figures & other.figures:
        found.append((2, "same figure"))
    town = a.place and b.place and a.place not in countries() and places_meet(a.place, b.place)
    if town and (denial or (a.first, a.last) == (b.first, b.last)):
        found.append((2 if _fighting(a) or _fighting(b) else 1, "same place"))
    if _alike(one, other):
        found.append((alone, "same words"))
    return found


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
        and one_day(a, b)
        and (one.actors == other.actors or not (one.actors and other.actors))
        and one.recipients == other.recipients
        and (len(modes) < 2 or modes == _FROM_AFAR)
        and a.place == b.place != ""
        and a.place not in countries()
    )


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
