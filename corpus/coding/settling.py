"""What the parties say about a reading: a reading and both sides go in, the settled ones come out.

Who speaks decides whether a negation is a denial, a fear an accusation, and an attack a claim; who
takes part decides whether an exercise is joint.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.coding.roles import in_country
from corpus.coding.scene import Scene, Sides
from corpus.coding.speech import Saying
from corpus.coding.status import Reading, threat
from corpus.coding.vocabulary import event_types
from corpus.entities.codes import parts

#: types that are done by saying so: whoever says it for his state is the one who does it
_UTTERED = ("AGREE", "REJECT")


def settled(reading: Reading, both: Sides, scene: Scene, voice: Saying) -> tuple[Reading, Sides]:
    """What the parties say about the reading: denials, fears, threats, claims, joint exercises."""
    said_by = heads_of((voice.speaker,))
    own = bool(said_by & heads_of(both.actors))
    if reading.status == "denied":
        if own:
            return replace(reading, type="REJECT", mode="", status="happened"), both
        return replace(reading, type=scene.trigger.type, mode=scene.trigger.mode), both
    if reading.vowed and own and both.near:
        return threat(reading), both
    if reading.vowed and not reading.feared:
        return reading, replace(both, recipients=())  # what others would do is a mere opinion
    if reading.feared:
        # whose act is feared has to be said in the clause
        feared = both.actors if both.near else ()
        blamed = tuple(code for code in feared if not said_by & heads_of((code,)))
        accusers = (voice.speaker,)
        return Reading("ACCUSE", "allege", "happened"), replace(
            both, actors=accusers, recipients=blamed
        )
    if reading.type == "THREATEN":
        supposed = [
            slot.codes[0]
            for slot in scene.slots
            if slot.codes and slot.role in ("", "of", "and") and scene.supposed(slot)
        ]
        # who would face consequences is threatened, whoever else stands in the "if"
        faced = both.recipients if both.pattern == "must" else ()
        aimed = faced or tuple(supposed[:1]) or both.recipients
        aimed = tuple(code for code in aimed if not heads_of((code,)) & heads_of(both.actors))
        return reading, replace(
            both, actors=(voice.speaker,) if own else both.actors, recipients=aimed
        )
    if scene.trigger.frame == "drill":
        return _drill(reading, both, scene)
    quad_class = event_types()[(reading.type, reading.mode)].quad_class
    if own and reading.type in _UTTERED and reading.status == "happened":
        named = tuple(voice.speaker if " " not in code else code for code in both.actors)
        both = replace(both, actors=tuple(dict.fromkeys(named)))
    hostile = quad_class == 4
    # sanctions, a mobilisation: whoever announces them for his own side has taken them
    done = voice.stance == "announces" and own and reading.type != "ASSAULT"
    if hostile and reading.status != "planned" and not done:
        interested = said_by & (heads_of(both.actors) | heads_of(both.recipients))
        media = voice.speaker.split()[1:2] == ["JRN"]
        if voice.stance == "claims" or (interested and not media and voice.stance != "admits"):
            return replace(reading, status="claimed"), both
    return reading, both


def _drill(reading: Reading, both: Sides, scene: Scene) -> tuple[Reading, Sides]:
    """An exercise of several is COOPERATE; so is taking part in one abroad, with the host."""
    clause = scene.sentence.clauses[scene.clause]
    before = clause.start, scene.at.start
    attended = scene.sentence.find("attend", *before) is not None
    host = in_country(scene.place) if attended and scene.place is not None else ""
    actors = both.actors if not host or host in heads_of(both.actors) else (*both.actors, host)
    several = len(heads_of(actors)) > 1 and not scene.sentence.find("apart", *before)
    if several or scene.sentence.find("joint", *before):
        reading = replace(reading, type="COOPERATE", mode="")
    return reading, replace(both, actors=actors)


def is_assembly(reading: Reading, both: Sides) -> bool:
    """True for a meeting of many: a summit, or talks within an organisation."""
    within = any(parts(code).sector == "IGO" for code in both.actors)
    return within or reading.mode == "multilateral"


def heads_of(codes: tuple[str, ...]) -> set[str]:
    """First words of party codes: the states and organisations that they belong to."""
    return {code.split()[0] for code in codes if code}
