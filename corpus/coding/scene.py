"""A trigger with the parties and the voice around it, and the sides that are read from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from corpus.coding.discourse import Discourse
from corpus.coding.roles import Role, Slot
from corpus.coding.sentence import Sentence, Span
from corpus.coding.vocabulary import Trigger, irregular_pasts, sayings
from corpus.model import Place


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of an act, and how they were found."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    #: True if the actors stand in the trigger's own clause
    near: bool = False
    pattern: str = "none"
    #: where the quotation has to begin to hold the actor
    start: int = 0


@dataclass(frozen=True)
class Scene:
    """A trigger with everything that is known around it."""

    sentence: Sentence
    trigger: Trigger
    at: Span
    slots: tuple[Slot, ...]
    discourse: Discourse
    speaker: str
    place: Place | None

    @cached_property
    def clause(self) -> int:
        """Which clause of the sentence the trigger stands in."""
        return self.sentence.clause_at(self.at.start)

    @cached_property
    def said(self) -> int:
        """Where the last verb of saying of the clause ends before the trigger; 0 without one."""
        sentence = self.sentence
        start = sentence.clauses[self.clause].start
        found = sayings(sentence.language).find(sentence.folded, start, self.at.start)
        return max((end for _, end, _ in found if end < self.at.start), default=0)

    @cached_property
    def nominal(self) -> bool:
        """True for an act told by a noun (their attack) and not by a verb (they attacked)."""
        folded, end = self.sentence.folded, self.at.end
        if self.sentence.language == "en":
            word = folded[self.at.start : end].partition(" ")[0]
            verb = word.endswith("ed") or word in irregular_pasts()
            if self.trigger.finite.get(word) == "ing" and self.trigger.type != "ASSAULT":
                verb = verb or not folded.startswith(" of ", end)  # including expelling envoys
            return "noun" in self.trigger.traits and not verb
        taken = any(
            slot.role == "object" and slot.party.start <= end + 1 for slot in self.after("object")
        )
        verb = folded.startswith(("了", "过"), end) or taken
        return "noun" in self.trigger.traits and not verb

    def supposed(self, slot: Slot) -> bool:
        """True for a party inside an "if"."""
        return self.sentence.supposed(slot.party.start)

    def own(self, *roles: Role) -> list[Slot]:
        """Slots of the trigger's clause with one of the roles, in the order of the text."""
        clause = self.clause
        return [s for s in self.slots if s.clause == clause and s.role in roles and s.codes]

    def before(self, *roles: Role) -> list[Slot]:
        """Those of `own` that end before the trigger."""
        return [slot for slot in self.own(*roles) if slot.party.end <= self.at.start]

    def after(self, *roles: Role) -> list[Slot]:
        """Those of `own` that begin behind the trigger."""
        return [slot for slot in self.own(*roles) if slot.party.start >= self.at.end]
