"""Tellings of one event: mentions go in, which tell the same and which are repeats comes out.

An article tells its main events several times: in the title, in the first paragraph, again below.
The clearest telling stays, the others are marked as repeats; nothing is removed. `agree` and `akin`
are the one rule for "the same happening", here within an article, in `corpus.linking` across them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from corpus.coding.vocabulary import event_types
from corpus.entities.codes import parts
from corpus.model import Block, BlockKind, Mention

#: how well a date is founded, best last
BASES = ("none", "publication", "context", "relative", "explicit")
#: blocks that announce what the text tells; and those that alone may be about any time
_ANNOUNCING: tuple[BlockKind, ...] = ("title", "heading")
_ASIDE: tuple[BlockKind, ...] = ("caption", "heading")
#: with how many letters in common two words are forms of one: agrees, agreed
_STEM = 4
T = TypeVar("T")


def same_place(one: str, other: str) -> bool:
    """True if two names of places are one, or one of them is not told."""
    return not one or not other or one == other


def agree(
    one: Mention,
    other: Mention,
    close: bool,
    places_meet: Callable[[str, str], bool] = same_place,
) -> bool:
    """True if nothing in two mentions forbids to take them for one happening.

    Same type, no contradicting mode, place, parties or denial, days that touch. ``close``: both in
    one article, where a telling may leave out what another one states.
    """
    # the days first: of two tellings that are compared at all they most often part them
    if one.type != other.type or not days_meet(one, other, close):
        return False
    if one.mode and other.mode and one.mode != other.mode:
        return False
    if meeting(one) != meeting(other):
        return False  # a meeting announced is not a promise of aid, though both are AGREE
    if (one.status == "denied") != (other.status == "denied"):
        return False
    return places_meet(one.place, other.place) and parties_meet(one, other, close)


def akin(one: Mention, other: Mention, close: bool) -> bool:
    """True if two mentions that agree also have something in common that speaks for one happening.

    Parties hold one meeting on a day; the halves of a bilingual article tell the same story
    (law 7); else a topic, within an article the same word, or the same standing state of affairs.
    """
    if meeting(one) and meeting(other):
        return True
    if close and (one.language != other.language or same_words(one, other)):
        return True
    standing = one.trigger == other.trigger and one.first is other.first is None
    return standing or bool(set(one.topics) & set(other.topics))


def grouped(
    items: Sequence[T], agrees: Callable[[T, T], bool], kin: Callable[[T, T], bool]
) -> list[list[int]]:
    """Indices of items by group: each joins the first in which all agree with it and one is kin."""
    groups: list[list[int]] = []
    for index, item in enumerate(items):
        home = next((g for g in groups if fits(item, [items[i] for i in g], agrees, kin)), None)
        if home is None:
            groups.append([index])
        else:
            home.append(index)
    return groups


def fits(
    item: T, group: Sequence[T], agrees: Callable[[T, T], bool], kin: Callable[[T, T], bool]
) -> bool:
    """True if all members of a group agree with an item and at least one is kin to it."""
    for other in group:  # most often the first says no, and a loop is soon left
        if not agrees(other, item):
            return False
    return any(kin(other, item) for other in group)


def clarity(mention: Mention) -> tuple[int, ...]:
    """How much of an event a telling states: its day, its parties, its place."""
    return (
        BASES.index(mention.date_basis),
        bool(mention.actors) + bool(mention.recipients),
        mention.precision == "day",
        bool(mention.place),
    )


def settle(found: Sequence[Mention], blocks: Sequence[Block], day: date | None) -> list[Mention]:
    """Mark repeats, weigh salience and date headlines; the order stays."""
    homes = [_block(mention, blocks) for mention in found]
    leads = _leads(blocks)
    settled = list(found)

    def rank(index: int) -> tuple[bool, tuple[int, ...], int]:
        # a picture that states its day tells more than a sentence that does not
        told = homes[index].kind == "paragraph" or (
            homes[index].kind == "caption" and stated(found[index])
        )
        return (told, clarity(found[index]), -index)

    def agrees(i: int, j: int) -> bool:
        announced = homes[i].kind in _ANNOUNCING or homes[j].kind in _ANNOUNCING
        return _again(found[i], found[j], announced)

    def kin(i: int, j: int) -> bool:
        return akin(found[i], found[j], True)

    for group in grouped(range(len(found)), agrees, kin):
        best = max(group, key=rank)
        first_told = any(homes[i].kind == "title" or homes[i].start in leads for i in group)
        aside = homes[best].kind in _ASIDE and found[best].first is None
        dated = stated(found[best]) and found[best].precision == "day"
        salience = 2 if first_told or dated or len(group) > 1 else 0 if aside else 1
        for index in group:
            mention = found[index]
            if salience != mention.salience or index != best:
                mention = replace(mention, salience=salience, repeat=index != best)
            if homes[index].kind in _ANNOUNCING and mention.date_basis == "none":
                mention = _dated_by(mention, found[best], day)
            settled[index] = mention
    return settled


def _again(one: Mention, other: Mention, titled: bool) -> bool:
    """True if the later mention may repeat the earlier; a title is read more freely."""
    if one.language != other.language or not agree(one, other, True):
        return False
    if titled:
        return True
    if stated(one) and stated(other) and _days(one) != _days(other):
        return False  # another day is another version, and is kept beside the first
    fighting = event_types()[(one.type, one.mode)].quad_class == 4
    # one attack is not the next: only the same act at the same place is a repeat
    return not fighting or (one.place == other.place and same_words(one, other))


def _dated_by(title: Mention, text: Mention, day: date | None) -> Mention:
    """A headline is about the day that the text gives; of news that it alone has, about today.

    A heading of news that the text does not tell may be about any day.
    """
    if text.first or text.last:
        days = text.first, text.last, text.precision
        words = tuple(part for part in text.parts if part.role == "time")
        return replace(
            title,
            first=days[0],
            last=days[1],
            precision=days[2],
            clock=text.clock,
            date_basis="context",
            parts=(*title.parts, *words),  # the text stands behind its title
        )
    if title.repeat or day is None or title.region == "heading":
        return title
    return replace(title, first=day, last=day, precision="day", date_basis="publication")


def _block(mention: Mention, blocks: Sequence[Block]) -> Block:
    return next(block for block in blocks if block.start <= mention.start < block.end)


def _leads(blocks: Sequence[Block]) -> set[int]:
    """Starts of the first paragraph in each language."""
    first: dict[str, int] = {}
    for block in blocks:
        if block.kind == "paragraph":
            first.setdefault(block.language, block.start)
    return set(first.values())


def meeting(mention: Mention) -> bool:
    """Held or announced: the same parties are taken to have one on a day, in either order."""
    announced = mention.rule.startswith("CONSULT.") and mention.status == "planned"
    return announced or mention.type == "CONSULT"


def same_words(one: Mention, other: Mention) -> bool:
    """True for one trigger or forms of one word, or two tellings that both state their day."""
    words = sorted((one.trigger.lower(), other.trigger.lower()), key=len)
    inflected = words[0][:_STEM] == words[1][:_STEM] and len(words[0]) >= _STEM
    return words[0] in words[1] or inflected or (stated(one) and stated(other))


def stated(mention: Mention) -> bool:
    """True if the words give the day, and neither the article nor its passage."""
    return mention.date_basis in ("explicit", "relative")


def _days(mention: Mention) -> tuple[object, object]:
    return mention.first, mention.last


def days_meet(one: Mention, other: Mention, close: bool) -> bool:
    """Days that touch; a telling without a day meets others of its article, or its like."""
    undated = one.first is one.last is None, other.first is other.last is None
    if any(undated):
        standing = {one.status, other.status} <= {"ongoing", "claimed"}
        return close or (all(undated) and standing)
    if one.precision != other.precision:
        return False  # a day in December may or may not be the one of "last month"
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: Mention, other: Mention) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def parties_meet(one: Mention, other: Mention, close: bool) -> bool:
    """True if the sides of two mentions do not contradict each other; see `agree`."""
    actors = heads(one.actors), heads(other.actors)
    recipients = heads(one.recipients), heads(other.recipients)
    if meeting(one) and meeting(other):
        parties = actors[0] | recipients[0], actors[1] | recipients[1]
        smaller = min(parties, key=len)
        return parties[0] == parties[1] or (close and smaller == parties[0] & parties[1])
    same = recipients[0] == recipients[1] or (close and not all(recipients))
    if event_types()[(one.type, one.mode)].quad_class == 4:
        return same and actors[0] == actors[1]
    return same and bool(actors[0] & actors[1] or not any(actors))


@lru_cache(maxsize=4096)  # the same parties meet again and again
def heads(codes: tuple[str, ...]) -> frozenset[str]:
    """States and organisations of parties; what has none stands for itself."""
    return frozenset(parts(code).head or code for code in codes)
