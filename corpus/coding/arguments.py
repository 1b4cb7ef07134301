"""Who did it, to whom: a trigger in its sentence goes in, party codes on both sides come out.

There is no parser here. Where a party stands, and how the sentence marks it (`roles`), decides;
what the clause leaves out is looked for in the clauses before it, then in what the article has
told so far. No party is ever invented: an attack whose author is not named has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.coding.discourse import Discourse, dealing
from corpus.coding.roles import Role, Slot, codes_of
from corpus.coding.sentence import Sentence, Span
from corpus.coding.vocabulary import Trigger, event_types, sayings
from corpus.model import Place

_PASSIVE = {
    "zh": re.compile(r"(?:被|遭到?|遭遇了?|遭受|受到)[^，。；]{0,24}$"),
    "en": re.compile(
        r"\b(?:is|are|was|were|been|be|being|got|came under|comes under)(?: \w+ly| also| being)* $"
    ),
}
_PARTICIPLE = re.compile(r"(?:ed|en|wn|un[gk]|id|hit|shot|struck|held|built|sent|met|put)\b")
#: how far behind a trigger its object may stand, in characters
_REACH = {"zh": 16, "en": 40}
#: how far behind its owner a weapon or an attack may stand
_OWNED = {"zh": 8, "en": 24}
_ANY: tuple[Role, ...] = ("", "and", "of", "object", "to", "with", "at")
#: types of which the other side may be known from what the article told before
_DIRECTED = ("THREATEN", "REJECT", "REQUEST", "ACCUSE", "SUPPORT", "ASSAULT", "COERCE")
#: types that are told also where nobody says who did it
_SUFFERED = ("ASSAULT", "COERCE")
#: types that a party does by itself
_ALONE = ("MOBILIZE", "COOPERATE", "PROTEST")
#: types that are no event of this table unless it is known at whom they are directed
_AIMED = ("ACCUSE", "SUPPORT", "AID")
#: 在应对俄罗斯威胁时: who stands in it does not do what follows
_ADVERBIAL = re.compile(r"在[^，。；]{1,24}?(?:时|期间|过程中)(?!间)")


_FOR = re.compile(r"\b(?:for|of)(?: \w+ly)? $")


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


@dataclass(frozen=True, slots=True)
class Scene:
    """A trigger with everything that is known around it."""

    sentence: Sentence
    trigger: Trigger
    at: Span
    slots: tuple[Slot, ...]
    discourse: Discourse
    speaker: str
    place: Place | None

    @property
    def clause(self) -> int:
        return self.sentence.clause_at(self.at.start)

    @property
    def said(self) -> int:
        """Where the last verb of saying of the clause ends before the trigger; 0 without one."""
        sentence = self.sentence
        start = sentence.clauses[self.clause].start
        found = sayings(sentence.language).find(sentence.folded, start, self.at.start)
        return max((end for _, end, _ in found if end < self.at.start), default=0)

    def supposed(self, slot: Slot) -> bool:
        """True for a party inside an "if"."""
        return self.sentence.supposed(slot.party.start)

    def own(self, *roles: Role) -> list[Slot]:
        """Slots of the trigger's clause with one of the roles, in the order of the text."""
        return [s for s in self.slots if s.clause == self.clause and s.role in roles and s.codes]

    def before(self, *roles: Role) -> list[Slot]:
        return [slot for slot in self.own(*roles) if slot.party.end <= self.at.start]

    def after(self, *roles: Role) -> list[Slot]:
        return [slot for slot in self.own(*roles) if slot.party.start >= self.at.end]


def sides(scene: Scene) -> Sides | None:
    """Read both sides of one trigger by its frame (``triggers_zh.tsv``); None if it has too few."""
    found = _framed(scene)
    type_ = scene.trigger.type
    if not found.recipients and found.actors and type_ not in _ALONE:
        addressed = (s for s in scene.slots if s.role == "to" and not scene.supposed(s))
        told = _apart(codes_of(addressed), found.actors)
        if not told and (type_ in _DIRECTED or scene.trigger.frame == "with"):
            kind = dealing(type_, event_types()[type_, scene.trigger.mode].quad_class)
            told = scene.discourse.counterpart(found.actors[0], kind)
        if told:
            found = replace(found, recipients=told, pattern=f"{found.pattern}.context")
    if not found.recipients and type_ in _AIMED:
        return None
    if not found.actors and type_ not in _SUFFERED:
        return None
    return found if found.actors or found.recipients else None


def _framed(scene: Scene) -> Sides:
    frame = scene.trigger.frame
    if frame == "must" or _threatened(scene):
        asked, asks = _subject(scene), _one(scene.speaker)
        others = _apart(asked.actors, asks) or _apart(codes_of(scene.own(*_ANY)), asks)
        return replace(asked, actors=asks, recipients=others, pattern="must")
    if frame == "passive" or _passive(scene):
        return _undergone(scene)
    subject = _subject(scene)
    if frame in ("meet", "with"):
        return _met(scene, subject)
    if frame == "drill":
        partners = codes_of(scene.own("with", "and"))
        return replace(subject, actors=subject.actors + _without(partners, subject.actors))
    if scene.trigger.type == "MOBILIZE":
        return _moved(scene, subject)
    choices = (
        _object(scene, 2),
        codes_of(scene.own("to")),
        _object(scene),
        codes_of(scene.own("with")),
    )
    apart = (_apart(choice, subject.actors) for choice in choices)
    recipients = next(filter(None, apart), ()) or _home(scene, subject.actors)
    named = next((t.removeprefix("to=") for t in scene.trigger.traits if t.startswith("to=")), "")
    return replace(subject, recipients=_one(named) or recipients)


def _threatened(scene: Scene) -> bool:
    """True for Russia would face consequences: who faces them is not who threatens with them."""
    sentence, at = scene.sentence, scene.at
    start = max(sentence.clauses[scene.clause].start, at.start - _REACH[sentence.language])
    threat = scene.trigger.type == "THREATEN" and "content" not in scene.trigger.traits
    return threat and bool(scene.speaker) and sentence.find("suffers", start, at.start) is not None


def _met(scene: Scene, subject: Sides) -> Sides:
    """Who with whom: partners by "with", or the second of two named together."""
    partners = codes_of(scene.own("with", "and"))
    actors = subject.actors or partners[:1]
    others = _without((*partners, *_object(scene)), actors)
    if not others and len({code.split()[0] for code in actors}) > 1:
        actors, others = actors[:1], actors[1:]
    return replace(subject, actors=actors, recipients=others)


def _moved(scene: Scene, subject: Sides) -> Sides:
    """Forces: where they are sent is a place and no other side; they may follow their verb."""
    if not subject.near and (forces := _object(scene)):
        subject = replace(subject, actors=forces, near=True, pattern="inverted")
    at_border = scene.place is not None and scene.place.name.endswith("'s border")
    return replace(subject, recipients=_home(scene, subject.actors) if at_border else ())


def _undergone(scene: Scene) -> Sides:
    """The subject is the one it was done to; in 被Y…的X it stands behind."""
    doers = [slot for slot in scene.before("by") if not _held(scene, slot)]
    if not doers and scene.sentence.language == "en":
        doers = scene.after("by")
    doers = doers or _striking(scene)
    actors = codes_of(doers)
    behind = scene.sentence.folded.startswith("的", scene.at.end)
    harmed = _object(scene) if behind else codes_of(_group(scene, scene.before("", "and")))
    harmed = _without(harmed, actors) or _without(codes_of(scene.before("of")), actors)
    start = min((slot.party.start for slot in doers), default=scene.at.start)
    return Sides(actors, harmed or _home(scene, actors), bool(actors), "passive", start)


def _held(scene: Scene, slot: Slot) -> bool:
    """True for 被俄军占领的赫尔松: who took the town did not do what befell it."""
    between = [p for p in scene.sentence.places if slot.party.end < p.start < scene.at.start]
    return any(scene.sentence.folded[place.start - 1] == "的" for place in between)


def _striking(scene: Scene) -> list[Slot]:
    """Whose weapon or attack it was: killed in a Russian strike, 在俄军的袭击中."""
    if scene.trigger.type != "ASSAULT":
        return []
    sentence = scene.sentence
    found = scene.after("", "of", "at")
    if sentence.language == "zh":
        found = [slot for slot in scene.slots if slot.clause == scene.clause - 1]
    for slot in found:
        end = min(slot.party.end + _OWNED[sentence.language], sentence.clauses[slot.clause].end)
        if slot.codes and sentence.find("weapon", slot.party.end, end):
            return [slot]
    return []


def _subject(scene: Scene) -> Sides:
    """Who acts: in the clause, behind it (the offensive by X), before it, or told earlier."""
    at, sentence = scene.at, scene.sentence
    joining: tuple[Role, ...] = ("",) if scene.trigger.frame == "meet" else ("", "and")
    choices = (
        (_blamed(scene), "object"),
        (scene.before("by")[-1:], "by"),
        (_nearest(scene, scene.before(*joining)), "subject"),
        (scene.before("of")[-1:], "owner"),
        (_behind(scene), "owner"),
    )
    for found, pattern in choices:
        if found:
            start = min(found[0].party.start, at.start)
            return Sides(codes_of(found), (), True, pattern, start)
    clause = sentence.clauses[scene.clause]
    plain = [s for s in scene.slots if s.role == "" and s.codes]
    nominal = "noun" in scene.trigger.traits
    if nominal and sentence.language == "zh" and sentence.find("adverbial", at.end, clause.end):
        ahead = [s for s in plain if s.clause == scene.clause + 1]
        if ahead:
            return Sides(codes_of(_first(scene, ahead)), (), False, "ahead", at.start)
    if sentence.resumes(at.start) and plain and plain[0].party.end <= clause.start:
        return Sides(codes_of(plain[:1]), (), True, "head", at.start)
    if nominal and not sentence.find("light", clause.start, at.start):
        return Sides((), start=at.start)
    for index in range(scene.clause - 1, -1, -1):
        earlier = [s for s in plain if s.clause == index and not sentence.supposed(s.party.start)]
        if earlier:
            return Sides(codes_of(_first(scene, earlier)), (), False, "carried", at.start)
    if scene.speaker and (sentence.quoted(at.start) or not scene.before("", "and")):
        return Sides((scene.speaker,), (), False, "speaker", at.start)
    if sentence.opens or not scene.discourse.subject:
        return Sides((), start=at.start)
    return Sides((scene.discourse.subject,), (), False, "discourse", at.start)


def _blamed(scene: Scene) -> list[Slot]:
    """Who is blamed, thanked or urged is the one who does it: criticised Washington for arming."""
    sentence, at = scene.sentence, scene.at
    gerund = sentence.language == "en" and sentence.folded.endswith("ing", at.start, at.end)
    if gerund and _FOR.search(sentence.folded[sentence.start : at.start]):
        return scene.before(*_ANY)[-1:]
    return []


def _nearest(scene: Scene, before: list[Slot]) -> list[Slot]:
    """The party nearest before a trigger, with those joined to it.

    Behind the last verb of saying in the clause, else whoever says it; and outside an adverbial
    phrase (在…时) that the trigger is not in.
    """
    said = scene.said
    inside = [slot for slot in before if not _aside(scene, slot)]
    return _group(scene, [slot for slot in inside if slot.party.start >= said] or inside)


def _aside(scene: Scene, slot: Slot) -> bool:
    spans = _ADVERBIAL.finditer(scene.sentence.folded, scene.sentence.start, scene.at.start)
    return any(span.start() < slot.party.start < span.end() for span in spans)


def _behind(scene: Scene) -> list[Slot]:
    """A doer behind its noun: an offensive by Russia, 进攻的俄罗斯军队."""
    if scene.sentence.language == "en":
        return [s for s in scene.after("by", "of") if s.party.start - scene.at.end < 20][:1]
    if scene.sentence.folded.startswith("的", scene.at.end):
        return [s for s in scene.after("", "of") if s.party.start == scene.at.end + 1]
    return []


def _group(scene: Scene, found: list[Slot]) -> list[Slot]:
    """The last party and those joined to it."""
    group: list[Slot] = []
    for slot in reversed(found):
        if group and not group[0].joined:
            break
        group.insert(0, slot)
    return group


def _first(scene: Scene, found: list[Slot]) -> list[Slot]:
    """The first party and those joined to it."""
    group: list[Slot] = []
    for slot in found:
        if group and not slot.joined:
            break
        group.append(slot)
    return group


def _object(scene: Scene, reach: int = 0) -> tuple[str, ...]:
    """The party that follows the trigger without a preposition, and those joined to it."""
    direct = scene.after("", "of", "object", "and")
    reach = reach or _REACH[scene.sentence.language]
    if not direct or direct[0].party.start - scene.at.end > reach:
        return ()
    return codes_of(_first(scene, direct))


def _passive(scene: Scene) -> bool:
    sentence, at = scene.sentence, scene.at
    before = sentence.folded[max(sentence.start, at.start - 40) : at.start]
    if not _PASSIVE[sentence.language].search(before):
        return False
    if sentence.language == "zh":
        return True
    return _PARTICIPLE.search(sentence.folded, at.start, at.end) is not None


def _home(scene: Scene, others: tuple[str, ...]) -> tuple[str, ...]:
    """The state in which it happens, if it is none of the others': who is attacked is at home."""
    country = scene.place.country if scene.place is not None else ""
    return _one(country if country not in {code.split()[0] for code in others} else "")


def _apart(codes: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of other states and organisations than those of the others."""
    heads = {code.split()[0] for code in others}
    return tuple(code for code in dict.fromkeys(codes) if code.split()[0] not in heads)


def _without(codes: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys(codes) if code not in others)


def _one(code: str) -> tuple[str, ...]:
    return (code,) if code else ()
