"""How a sentence marks its parties: a sentence goes in, its parties with their roles come out.

A preposition before a party, the word behind it, and what joins it to its neighbour decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, cast

from corpus.coding.discourse import Discourse
from corpus.coding.sentence import Sentence, Span
from corpus.coding.vocabulary import ends
from corpus.model import Party, Place

#: ``to``, ``with``, ``by``, ``at`` after such a preposition; ``of`` the owner of something;
#: ``and`` joined to the party before it by a word that may also mean "with"; ``object`` of a verb
#: that takes it up, so that it can do nothing else; else empty
Role = Literal["", "to", "with", "by", "at", "of", "and", "object"]
#: any role but "by": whoever may be meant where it does not matter how he is marked
EVERY: tuple[Role, ...] = ("", "and", "of", "object", "to", "with", "at")

_OF = {"zh": re.compile(r"的"), "en": re.compile(r"['’]s?\b|(?<=s)’(?=\s)")}
_OF_BEFORE = re.compile(r"\bof (?:the )?$")
_JOINT = {
    "zh": re.compile(r"\s*(?:[、，]?(?:和|及|以及|或|还有|与|同|跟)(?:其他?)?|、|)\s*"),
    "en": re.compile(r"(?P<comma>,)?(?P<last> and| or)?\s+(?:the |its |their |an? )?"),
}
#: what may stand between a verb and its object
_BEHIND = {"zh": re.compile(r"[了过]?"), "en": re.compile(r" (?:the |a )?")}
_BETWEEN = re.compile(r"[和与同及][^，。；]{1,12}之间")
_RELATED = re.compile(r"[^，。；：与就举]{0,24}?(?:有关联|有关|相关|有联系|无关)的")
_WITH = re.compile(r"[与同跟]")
#: a preposition with a description behind it that ends at the party
_ABOUT = re.compile(r"对[^，。；：、对]{1,20}的$")
_FAR = 24
_KINDS: tuple[Role, ...] = ("by", "to", "with", "at")


class Named(str):
    """A party code that knows which words gave it; else the same as the bare code.

    >>> named = Named("RUS MIL", 3, 5)
    >>> named == "RUS MIL", named.start, named.end
    (True, 3, 5)
    """

    __slots__ = ("end", "start")

    def __new__(cls, code: str, start: int, end: int) -> Named:
        named = super().__new__(cls, code)
        named.start, named.end = start, end
        return named

    start: int
    end: int


class Slot(NamedTuple):
    """A party of the sentence with the role that its surroundings give it."""

    party: Party
    #: what it stands for: its own code, or those that a pronoun is resolved to
    codes: tuple[Named, ...]
    role: Role
    clause: int
    #: True if nothing but an "and" or a comma of a list parts it from the party before it
    joined: bool


def slots(sentence: Sentence, discourse: Discourse, speaker: str) -> tuple[Slot, ...]:
    """All parties of a sentence with their roles, pronouns resolved where the article tells."""
    found: list[Slot] = []
    for party, joint in zip(sentence.parties, _joints(sentence), strict=True):
        codes = (party.code,) if party.code else discourse.resolve(party, sentence, speaker)
        named = tuple(Named(code, party.start, party.end) for code in codes)
        role = _role(sentence, party, found[-1] if joint else None)
        found.append(Slot(party, named, role, sentence.clause_at(party.start), joint))
    return tuple(found)


class Filled(dict[str, tuple[Slot, ...]]):
    """The parties of a sentence with their roles, by who speaks: "we" is whoever says so.

    They are looked for when they are first asked for; no speaker is the article itself.
    """

    def __init__(self, sentence: Sentence, discourse: Discourse) -> None:
        super().__init__()
        self._seen = sentence, discourse

    def __missing__(self, speaker: str) -> tuple[Slot, ...]:
        self[speaker] = found = slots(*self._seen, speaker)
        return found


def in_country(place: Place) -> Named:
    """The state that a place lies in, read from the place's name."""
    return Named(place.country, place.start, place.end)


def codes_of(found: Iterable[Slot]) -> tuple[str, ...]:
    """Codes of several slots, each once."""
    return tuple(dict.fromkeys(code for slot in found for code in slot.codes))


def first_group(found: Iterable[Slot]) -> list[Slot]:
    """The first party and those joined to it."""
    group: list[Slot] = []
    for slot in found:
        if group and not slot.joined:
            break
        group.append(slot)
    return group


def last_group(found: Sequence[Slot]) -> list[Slot]:
    """The last party and those joined to it."""
    group: list[Slot] = []
    for slot in reversed(found):
        if group and not group[0].joined:
            break
        group.insert(0, slot)
    return group


def _joints(sentence: Sentence) -> list[bool]:
    """For each party whether it goes on with the one before it.

    An English comma may part clauses as well: it joins only within a list that an "and" closes,
    and an "and" behind a comma only a list of three or more. No list reaches out of an "if".
    """
    parties = sentence.parties
    joints = [False] * len(parties)
    waiting = 0  # commas before this place that wait for the "and" of their list
    for i in range(1, len(parties)):
        one, other = parties[i - 1], parties[i]
        joint = _JOINT[sentence.language].fullmatch(sentence.folded, one.end, other.start)
        if joint is None or sentence.supposed(one.start) != sentence.supposed(other.start):
            waiting = 0
        elif sentence.language == "zh":
            joints[i] = True
        elif joint["last"]:
            if not joint["comma"] or waiting:
                joints[i - waiting : i + 1] = [True] * (waiting + 1)
            waiting = 0
        else:
            waiting = waiting + 1 if joint["comma"] else 0
    return joints


def _role(sentence: Sentence, party: Party, previous: Slot | None) -> Role:
    """``previous`` is the party that this one is joined to."""
    language, folded = sentence.language, sentence.folded
    if previous is not None:
        between = previous.party.end, party.start
        return "and" if previous.role == "" and _WITH.search(folded, *between) else previous.role
    # 向德黑兰的示威者发射: what stands before the place stands before who is there
    begins = next(
        (p.start for p in sentence.places if p.end + 1 == party.start and folded[p.end] == "的"),
        party.start,
    )
    marked = cast(Role, sentence.mark(begins, *_KINDS))
    if marked == "by" and " JRN" in party.code and _carries(sentence, begins):
        return "at"
    if marked == "with" and language == "zh" and _RELATED.match(folded, party.end):
        return "at"  # 与俄罗斯有关联的网络: what it has to do with, and nobody who takes part
    if marked in ("by", "to", "with"):
        return marked
    if language == "zh" and _described(sentence, party):
        return "to"
    acts = party.kind in ("body", "person") or _BETWEEN.match(folded, party.end)
    if marked == "at" and (acts or any(aside.holds(party.start) for aside in sentence.asides)):
        # 在俄军进攻之际, 在俄罗斯和北约之间, 自俄罗斯入侵以来: whoever can act is no place
        marked = ""
    if _OF[language].match(folded, party.end):
        if marked == "at" and language == "zh" and party.kind == "state":
            return marked  # 在俄罗斯的业务: where it is, not whose
        # 支持俄罗斯的公司: taken up by its verb, it owns nothing that acts
        return "object" if language == "zh" and _taken(sentence, party) == "object" else "of"
    if language == "en" and _OF_BEFORE.search(folded, sentence.start, party.start):
        return "of"
    return marked or _taken(sentence, party)


def _carries(sentence: Sentence, start: int) -> bool:
    """True for a medium that somebody is quoted by: it does nothing else."""
    return any(end == start - 1 and stance == "carried" for _, end, stance in sentence.spoken)


def _described(sentence: Sentence, party: Party) -> bool:
    """True for 对支持俄罗斯的中国公司: the preposition stands before what describes the party.

    In 对乌克兰的俄军 it has its own.
    """
    start = sentence.clauses[sentence.clause_at(party.start)].start
    found = _ABOUT.search(sentence.folded, max(start, party.start - _FAR), party.start)
    if found is None or ends(sentence.folded[start : found.start() + 1], "bound", "zh"):
        return False
    begins = found.start() + 1
    own = any(p.start == begins for p in sentence.parties)
    return not own or any(begins <= at < party.start for at, _, _ in sentence.triggers)


def _taken(sentence: Sentence, party: Party) -> Role:
    """The role that a verb gives to the party right behind it.

    What is invaded does nothing else in the sentence; to whom something is promised is told of it;
    but whom somebody urges or accuses may be the one who acts in what follows.
    """
    for start, end, rows in sentence.triggers:
        if (
            start < party.start
            and _BEHIND[sentence.language].fullmatch(sentence.folded, end, party.start)
            and not sentence.describes(Span(start, end))
        ):
            rows = tuple(row for row in rows if "strict" not in row.traits)
            if not rows or any(row.type in ("REQUEST", "ACCUSE") for row in rows):
                return ""
            return "to" if any("content" in row.traits for row in rows) else "object"
    return ""
