"""Who does it: a trigger in its scene goes in, the party that acts comes out.

In the clause, behind it (the offensive by X), in the clauses before it, or told earlier in the
article; else nobody. Nobody is ever invented.
"""

from __future__ import annotations

import re

from corpus.coding.roles import EVERY, Role, Slot, codes_of, first_group, last_group
from corpus.coding.scene import Scene, Sides

#: how far behind its owner a weapon or an attack may stand, in characters
_OWNED = {"zh": 8, "en": 24}
_FOR = re.compile(r"\b(?:for|of)(?: \w+ly)? $")


def acting(scene: Scene) -> Sides:
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
    plain = [
        s
        for s in scene.slots
        if s.role == "" and s.codes and not sentence.aside(s.party.start, at.start)
    ]
    if (
        scene.nominal
        and sentence.language == "zh"
        and sentence.find("adverbial", at.end, clause.end)
    ):
        ahead = [s for s in plain if s.clause == scene.clause + 1]
        if ahead:
            return Sides(codes_of(first_group(ahead)), (), False, "ahead", at.start)
    if sentence.resumes(at.start) and plain and plain[0].party.end <= clause.start:
        return Sides(codes_of(plain[:1]), (), True, "head", at.start)
    if scene.nominal and not sentence.find("light", clause.start, at.start):
        return Sides((), start=at.start)
    for index in range(scene.clause - 1, -1, -1):
        earlier = [s for s in plain if s.clause == index and not sentence.supposed(s.party.start)]
        if earlier:
            return Sides(codes_of(first_group(earlier)), (), False, "carried", at.start)
    if scene.speaker and (sentence.quoted(at.start) or not scene.before("", "and")):
        return Sides((scene.speaker,), (), False, "speaker", at.start)
    if sentence.opens or not scene.discourse.subject:
        return Sides((), start=at.start)
    return Sides((scene.discourse.subject,), (), False, "discourse", at.start)


def striking(scene: Scene) -> list[Slot]:
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


def held(scene: Scene, slot: Slot) -> bool:
    """True for 被俄军占领的赫尔松: who took the town did not do what befell it."""
    between = [p for p in scene.sentence.places if slot.party.end < p.start < scene.at.start]
    return any(scene.sentence.folded[place.start - 1] == "的" for place in between)


def _blamed(scene: Scene) -> list[Slot]:
    """Who is blamed, thanked or urged is the one who does it: criticised Washington for arming."""
    sentence, at = scene.sentence, scene.at
    gerund = sentence.language == "en" and sentence.folded.endswith("ing", at.start, at.end)
    if gerund and _FOR.search(sentence.folded[sentence.start : at.start]):
        return scene.before(*EVERY)[-1:]
    return []


def _nearest(scene: Scene, before: list[Slot]) -> list[Slot]:
    """The party nearest before a trigger, with those joined to it.

    Behind the last verb of saying in the clause, else whoever says it; and outside an adverbial
    phrase (在…时) that the trigger is not in.
    """
    said = scene.said
    inside = [slot for slot in before if not scene.sentence.aside(slot.party.start, scene.at.start)]
    return last_group([slot for slot in inside if slot.party.start >= said] or inside)


def _behind(scene: Scene) -> list[Slot]:
    """A doer behind its noun: an offensive by Russia, 进攻的俄罗斯军队."""
    if scene.sentence.language == "en":
        return [s for s in scene.after("by", "of") if s.party.start - scene.at.end < 20][:1]
    if scene.sentence.folded.startswith("的", scene.at.end):
        return [s for s in scene.after("", "of") if s.party.start == scene.at.end + 1]
    return []
