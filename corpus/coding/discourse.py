"""What an article has told so far: who spoke last, who acted on whom, where; one per article.

It answers for pronouns and for what a sentence leaves out. It never looks ahead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from corpus.coding.sentence import Sentence
from corpus.coding.vocabulary import cue
from corpus.entities.codes import parts
from corpus.han import simplified_table
from corpus.lexicon import listed
from corpus.model import Mention, Party, Place

#: before two people who are only counted: 造成该州的两人死亡
_COUNTED = re.compile(r"(?:[的致成有另了中对名]|包括)$")
_PRONOUNS = ("body", "self", "third", "country", "pair", "other", "you")


Dealing = Literal["talk", "backing", "conflict", "force"]


def dealing(type_: str, quad_class: int) -> Dealing:
    """The kind of dealing that a type is: whom one talks to is not whom one threatens."""
    if type_ in ("CONSULT", "AGREE"):
        return "talk"
    if quad_class == 4:
        return "force"
    return "conflict" if quad_class == 3 else "backing"


@dataclass(slots=True)
class Discourse:
    """Grows sentence by sentence; a heading does not end it, for people stay who they are."""

    #: who spoke last, as a party code
    speaker: str = ""
    #: who acted or spoke last
    subject: str = ""
    #: the organisation named last
    body: str = ""
    #: the last two sides that had to do with each other
    pair: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    #: by the head of a party's code and the kind of dealing: with whom it last dealt
    _dealings: dict[tuple[str, Dealing], tuple[str, ...]] = field(default_factory=dict)
    place: Place | None = None
    #: by party code: the words that named it last
    named: dict[str, tuple[int, int]] = field(default_factory=dict)
    #: all who were named with a sector, whoever was named last first
    recent: tuple[str, ...] = ()

    def remember(self, sentence: Sentence, mentions: list[Mention], speaker: str) -> None:
        """Take in a sentence that has been coded."""
        person = next((party.code for party in sentence.parties if party.kind == "person"), "")
        if speaker:
            self.speaker = self.subject = speaker
        elif person and not mentions:
            self.subject = person
        for mention in mentions:
            for part in mention.parts:  # whom no table knows, and what a sector was added to
                if part.role in ("actor", "recipient"):
                    self.named.setdefault(part.value, (part.start, part.end))
            if mention.actors and not speaker:
                self.subject = mention.actors[0]
            if mention.recipients:
                self.recipients = mention.recipients
            if mention.actors and mention.recipients:
                kind = dealing(mention.type, mention.quad_class)
                head = mention.actors[0].split()[0]
                self._dealings[head, kind] = mention.recipients
                if kind == "force":
                    self._dealings[head, "conflict"] = mention.recipients
            both = (*mention.actors, *mention.recipients)
            named = [c for c in both if " MIL" not in c and not c.startswith("GOV ")]
            sides = {code.split()[0]: code for code in named}
            talked = dealing(mention.type, mention.quad_class) == "talk"
            if len(sides) > 1 and (talked or not self.pair):
                self.pair = tuple(sides.values())[:2]
        for party in sentence.parties:
            if party.code:
                self.named[party.code] = party.start, party.end
            self.body = party.code if party.kind == "group" and party.code else self.body
        if sentence.places:
            self.place = sentence.places[-1]
        named = [p.code for p in reversed(sentence.parties) if " " in p.code and p.kind != "person"]
        if named:
            self.recent = tuple(dict.fromkeys((*named, *self.recent)))

    def resolve(self, pronoun: Party, sentence: Sentence, speaker: str) -> tuple[str, ...]:
        """Codes that a pronoun stands for; empty where the article does not tell."""
        surface = sentence.folded[pronoun.start : pronoun.end]
        kind = next(
            (kind for kind in _PRONOUNS if cue(kind, sentence.language).fullmatch(surface)), ""
        )
        earlier = [p for p in sentence.parties if p.code and p.end <= pronoun.start]
        here = [party.code for party in earlier]
        persons = [party.code for party in earlier if party.kind == "person"]
        states = [party.code for party in earlier if party.kind == "state"]
        if wanted := _sectors_of().get(surface):
            known = (*reversed(here), *self.recent)
            return _known(next((code for code in known if parts(code).sector in wanted), ""))
        if kind == "self":
            return _known(speaker or self.speaker)
        if kind == "third" and speaker and speaker in {party.code for party in earlier}:
            return (speaker,)
        if kind == "third":
            return _known(persons[0] if persons else self.subject or self.speaker)
        if kind == "country":
            return _known(states[-1] if states else "")
        if kind == "body":
            bodies = [party.code for party in earlier if party.kind == "group"]
            return _known(bodies[-1] if bodies else self.body)
        if kind == "pair" and _COUNTED.search(sentence.folded[sentence.start : pronoun.start]):
            return ()
        if kind == "pair":
            two = {code.split()[0]: code for code in (*persons, *states)}
            return tuple(two.values())[-2:] if len(two) > 1 else self.pair
        if kind == "other" and earlier:
            return _known(earlier[-1].code)
        if kind == "you":
            return self.recipients
        return ()

    def counterpart(self, code: str, kind: Dealing) -> tuple[str, ...]:
        """With whom a party last dealt so in this article; else the other of the last two sides.

        Whom it criticised it need not have attacked: for force only force was told of counts.
        """
        head = code.split()[0]
        if kind == "force":
            return self._dealings.get((head, kind), ())
        others = tuple(other for other in self.pair if other.split()[0] != head)
        opposite = others if len(others) < len(self.pair) else ()
        return self._dealings.get((head, kind)) or opposite


@cache
def _sectors_of() -> dict[str, frozenset[str]]:
    """Sectors of those whom a word such as 该党 may stand for."""
    rows = [row for row in simplified_table("pronouns.tsv") if row["sectors"]]
    return {
        form: frozenset(listed(row["sectors"])) for row in rows for form in listed(row["forms"])
    }


def _known(code: str) -> tuple[str, ...]:
    return (code,) if code else ()
