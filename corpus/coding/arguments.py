"""Who did it, to whom: a trigger in its sentence goes in, party codes on both sides come out.

There is no parser here. Where a party stands, and how the sentence marks it (`roles`), decides;
what the clause leaves out is looked for in the clauses before it, then in what the article has
told so far. No party is ever invented: an attack whose author is not named has none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.coding.discourse import dealing
from corpus.coding.doers import acting, held, striking
from corpus.coding.roles import EVERY, codes_of, first_group, last_group
from corpus.coding.scene import Scene, Sides
from corpus.coding.vocabulary import event_types

_PASSIVE = {
    "zh": re.compile(r"(?:被|遭到?|遭遇了?|遭受|受到)[^，。；]{0,24}$"),
    "en": re.compile(
        r"\b(?:is|are|was|were|been|be|being|got|came under|comes under)(?: \w+ly| also| being)* $"
    ),
}
_PARTICIPLE = re.compile(r"(?:ed|en|wn|un[gk]|id|hit|shot|struck|held|built|sent|met|put)\b")
#: how far behind a trigger its object may stand, in characters
_REACH = {"zh": 16, "en": 40}
#: types of which the other side may be known from what the article told before
_DIRECTED = ("THREATEN", "REJECT", "REQUEST", "ACCUSE", "SUPPORT", "ASSAULT", "COERCE")
#: types that are told also where nobody says who did it
_SUFFERED = ("ASSAULT", "COERCE")
#: types that a party does by itself
_ALONE = ("MOBILIZE", "COOPERATE", "PROTEST")
#: types that are no event of this table unless it is known at whom they are directed
_AIMED = ("ACCUSE", "SUPPORT", "AID")


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
        asked, asks = acting(scene), _one(scene.speaker)
        others = _apart(asked.actors, asks) or _apart(codes_of(scene.own(*EVERY)), asks)
        return replace(asked, actors=asks, recipients=others, pattern="must")
    if frame == "passive" or _passive(scene):
        return _undergone(scene)
    subject = acting(scene)
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
    doers = [slot for slot in scene.before("by") if not held(scene, slot)]
    if not doers and scene.sentence.language == "en":
        doers = scene.after("by")
    doers = doers or striking(scene)
    actors = codes_of(doers)
    behind = scene.sentence.folded.startswith("的", scene.at.end)
    harmed = _object(scene) if behind else codes_of(last_group(scene.before("", "and")))
    harmed = _without(harmed, actors) or _without(codes_of(scene.before("of")), actors)
    start = min((slot.party.start for slot in doers), default=scene.at.start)
    return Sides(actors, harmed or _home(scene, actors), bool(actors), "passive", start)


def _object(scene: Scene, reach: int = 0) -> tuple[str, ...]:
    """The party that follows the trigger without a preposition, and those joined to it."""
    direct = scene.after("", "of", "object", "and")
    reach = reach or _REACH[scene.sentence.language]
    if not direct or direct[0].party.start - scene.at.end > reach:
        return ()
    return codes_of(first_group(direct))


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
