"""Who does it: a trigger in its scene goes in, the party that acts comes out.

In the clause, behind it (the offensive by X), in the clauses before it, or told earlier in the
article; else nobody. Nobody is ever invented.
"""

from __future__ import annotations

import re

from corpus.coding import nouns, pivots, roles
from corpus.coding.finite import verbal
from corpus.coding.roles import EVERY, Role, Slot, codes_of, first_group, last_group
from corpus.coding.scene import Scene, Sides
from corpus.coding.strangers import strangers, unnamed
from corpus.coding.vocabulary import cue, event_types, worded
from corpus.entities.codes import parts
from corpus.entities.places import capitals
from corpus.model import Party, Place

#: how far behind its owner a weapon or an attack may stand, in characters
_OWNED = {"zh": 8, "en": 24}
#: how far before an event noun the verb may stand that only lets it arise
_ADVERB = 12
#: cues that may open a Chinese clause whose subject is left out, or is named by a pronoun
_HEADLESS = (
    "to",
    "with",
    "by",
    "at",
    "planned",
    "ongoing",
    "willing",
    "negation",
    "irrealis",
    "light",
    "giving",
    "anaphor",
    "self",
    "third",
    "pair",
)
_PREDICATE = re.compile(r" (?:(?:has|have|had|will|also|later|then|still|again|\w+ly) ){0,3}")
#: between a subject and its participle
_BESIDE = re.compile(r" (?:\w+ly |also |now |still ){0,2}")
#: opens a Chinese clause that goes on about what the one before it named, whoever stands there
_INCLUDING = re.compile(r"(?:其中|就)?包括")
#: between the start of an English clause and a verb that goes on after an apposition
_RESUMED = re.compile(r" ?(?:(?:has|have|had|is|are|was|were|\w+ly) ){0,2}")
_WHO = re.compile(r" (?:who|(?P<which>which))\b")
#: an English clause that goes on about whom the article told of last
_GOES_ON = r"\W*{last} (?:[\w'’]+ ){0,3}"
#: types of acts that are done by speaking: said that Russia was adapting, and urged
_UTTERED = ("REQUEST", "ACCUSE")
#: before a verb that shares the subject of another one, and how far before it in characters
_SHARED = 40
_JOINED = r"\b(?:and|but)(?: (?:{finished}|{adverb}|will|\w+ly)){0,3} $"
_FOR = re.compile(r"\b(?:for|of)(?: \w+ly)? $")


def acting(scene: Scene) -> Sides:
    """Who acts: in the clause, behind it (the offensive by X), before it, or told earlier."""
    at, sentence = scene.at, scene.sentence
    joining: tuple[Role, ...] = ("",) if scene.trigger.frame == "meet" else ("", "and")
    choices = (
        (_blamed(scene), "object"),
        (nouns.owner(scene), "owner"),
        (_absolute(scene), "subject"),
        (pivots.embedded(scene), "embedded"),
        ([s for s in scene.before("by")[-1:] if not pivots.elsewhere(scene, s)], "by"),
        ([] if nouns.aloof(scene) else _nearest(scene, scene.before(*joining)), "subject"),
        ([] if nouns.loose(scene) else _owner(scene), "owner"),
        (nouns.behind(scene), "owner"),
    )
    for found, pattern in choices:
        if found:
            start = min(found[0].party.start, at.start)
            return Sides(codes_of(found), (), True, pattern, start)
    if "doer" in scene.trigger.traits:
        known = [slot for slot in scene.slots if slot.party.end == at.end]
        own = known or strangers(sentence, at.start, at.end)
        return Sides(codes_of(own), (), True, "doer", at.start)
    if capital := _capital(scene):
        return Sides((roles.in_country(capital),), (), True, "capital", capital.start)
    clause = sentence.clauses[scene.clause]
    framing = nouns.framing(scene)
    unknown = () if framing else unnamed(scene.sentence, clause.start, at.start, "")[-1:]
    if unknown:
        return Sides(codes_of(unknown), (), True, "stranger", unknown[0].party.start)
    plain = [
        s
        for s in scene.slots
        if s.role == ""
        and s.codes
        and not sentence.aside(s.party.start, at.start)
        and not pivots.spelled(scene, s)
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
        near = [slot for slot in plain if slot.clause == scene.clause - 2]  # before the apposition
        return Sides(codes_of(near[-1:] or plain[:1]), (), True, "head", at.start)
    if framing or _headed(scene) or nouns.arises(scene):
        return Sides((), start=at.start)
    # fighting breaks out: whoever tells so need not take part
    fighting = scene.trigger.type == "ASSAULT" and scene.trigger.frame == "meet"
    if sentence.language == "zh" and _INCLUDING.match(sentence.folded, clause.start):
        plain = [s for s in scene.slots if s.codes]  # 俄军的攻势, 其中包括向前线发起的进攻
    if named := _beside(scene):
        return Sides(codes_of(named), (), False, "carried", named[0].party.start)
    for index in range(scene.clause - 1, -1, -1):
        earlier = [s for s in plain if s.clause == index and not sentence.supposed(s.party.start)]
        earlier = [s for s in earlier if not pivots.aimed_at(scene, s)]
        if (fighting and scene.speaker in codes_of(earlier)) or pivots.only_says(scene, earlier):
            break
        if earlier:
            # whoever is named last is who "who" goes on about
            relative = _WHO.match(sentence.folded, clause.start)
            found = (last_group if relative else first_group)(earlier)
            return Sides(codes_of(found), (), False, "carried", found[0].party.start)
    ahead = unnamed(scene.sentence, sentence.start, clause.start, "")[:1]
    if ahead:
        return Sides(codes_of(ahead), (), False, "stranger", ahead[0].party.start)
    if fighting or pivots.only_says(scene, [s for s in plain if s.clause < scene.clause]):
        return Sides((), start=at.start)
    quoted = sentence.quoted(at.start) or not scene.before("", "and")
    # whoever tells, in English, of an attack or an arrest is not the one who did it
    if scene.speaker and quoted and not (sentence.language == "en" and _forceful(scene)):
        return Sides((scene.speaker,), (), False, "speaker", at.start)
    if sentence.opens or not scene.discourse.subject or _headed(scene) or pivots.described(scene):
        return Sides((), start=at.start)
    if sentence.language == "en" and not worded(_GOES_ON).fullmatch(
        sentence.folded, clause.start, at.start
    ):
        return Sides((), start=at.start)  # its subject is named, though by a word that no table has
    return Sides((scene.discourse.subject,), (), False, "discourse", at.start)


def _beside(scene: Scene) -> list[Slot]:
    """Who stands right before an English clause without a subject, however he is marked.

    In a reference to China, which has resisted; Reeves, his likely successor, Jane Doe, said.
    """
    sentence, start = scene.sentence, scene.sentence.clauses[scene.clause].start
    if sentence.language != "en" or not scene.clause:
        return []
    before = sentence.clauses[scene.clause - 1]
    if relative := _WHO.match(sentence.folded, start):
        near = [s for s in scene.slots if s.codes and s.party.end == before.end]
        return [s for s in near if relative["which"] or " " in s.codes[0]]
    if _RESUMED.fullmatch(sentence.folded, start, scene.at.start) is None:
        return []
    found = strangers(sentence, before.start, before.end)
    named = [s for s in found if s.role == "" and parts(s.codes[0]).name]
    return [s for s in named if s.party.end == before.end]


def _owner(scene: Scene) -> list[Slot]:
    """Whose act it is: the owner named last before it, unless his is what was hit."""
    owner = scene.before("of")[-1:]
    return [] if pivots.targets(scene, owner) else owner


def _forceful(scene: Scene) -> bool:
    return event_types()[scene.trigger.type, scene.trigger.mode].quad_class == 4


def _absolute(scene: Scene) -> list[Slot]:
    """Who does what a participle tells of him: with German prosecutors investigating a minister."""
    sentence, at = scene.sentence, scene.at
    if sentence.language != "en" or not sentence.folded.endswith("ing", at.start, at.end):
        return []
    near = scene.before("with")[-1:]
    return [s for s in near if _BESIDE.fullmatch(sentence.folded, s.party.end, at.start)]


def _capital(scene: Scene) -> Place | None:
    """The capital that stands for its government: Baghdad has rejected the plan."""
    sentence, at = scene.sentence, scene.at
    if sentence.language != "en" or scene.nominal:
        return None
    here = [p for p in sentence.places if p.end <= at.start][-1:]
    for place in here:
        subject = _PREDICATE.fullmatch(sentence.folded, place.end, at.start)
        seat = capitals().get(place.country) == (place.latitude, place.longitude)
        if subject and seat and not sentence.mark(place.start, "by", "to", "with", "at"):
            return place
    return None


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


def _headed(scene: Scene) -> bool:
    """True for a Chinese clause with a subject of its own that no table knows: 先锋公司否认.

    Nothing but adverbs, times and phrases with a preposition may stand before a verb without one.
    """
    sentence = scene.sentence
    if sentence.language != "zh":
        return False
    clause = sentence.clauses[scene.clause]
    begins = clause.start
    for time in sentence.times:
        begins = time.end if time.start <= begins + 1 < time.end else begins
    while begins < scene.at.start:
        adverb = cue("adverb", "zh").match(sentence.folded, begins, scene.at.start)
        if adverb is None:
            break
        begins = adverb.end()
    parties = (slot.party for slot in scene.slots if slot.codes)
    known: tuple[Party | Place, ...] = (*parties, *sentence.places)
    if any(name.start <= begins < name.end for name in known):
        return False
    if any(start == begins for start, _, _ in sentence.triggers):
        return False
    verbal = any(
        cue(kind, "zh").match(sentence.folded, begins, scene.at.start) for kind in _HEADLESS
    )
    return not verbal and scene.at.start - begins > 1


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
    inside = pivots.subjects(scene, inside)
    inside = pivots.outer(scene, inside) or inside
    if not (_coordinate(scene) and scene.trigger.type in _UTTERED):
        inside = [slot for slot in inside if slot.party.start >= said] or inside
    # the US calls China a rival and is concerned: both verbs have the first one as their subject
    return (first_group if _coordinate(scene) else last_group)(inside)


def _coordinate(scene: Scene) -> bool:
    """True for an English verb that an "and" joins to the one before it."""
    sentence, at = scene.sentence, scene.at
    if sentence.language != "en" or not verbal(sentence, scene.trigger, at):
        return False
    near = max(sentence.clauses[scene.clause].start, at.start - _SHARED)
    return worded(_JOINED).search(sentence.folded, near, at.start) is not None
