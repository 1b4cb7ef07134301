"""Whose act an event noun tells: a trigger in its scene goes in, its owner or a doubt comes out.

In Russia's invasion nobody else invades; in "warned of attacks" the one who warns does not attack.
It must never look for the subject of a verb.
"""

from __future__ import annotations

import re

from corpus.coding.finite import verbal
from corpus.coding.roles import EVERY, Slot
from corpus.coding.scene import Scene
from corpus.coding.vocabulary import worded

#: how far behind its owner an act may stand, and before it what tells whether it came about
_NEAR, _CHINESE = 24, 12
#: how far before an English event noun the verb that carries it may stand
_CARRIED = 40
#: between an owner and his act: the mark of one, or for attacks at most a word of what kind
_SMALL = r"(?:a|an|the|after|and|as|before|by|during|for|from|in|of|on|since|to|was|were|with)\b"
_KIND = rf" (?:and )?(?:(?!{_SMALL})[\w-]+ (?:and )?){{0,2}}"
_OWNING = (re.compile(rf"['’]s?{_KIND}"), re.compile(rf"(?:['’]s?)?{_KIND}"))
#: an English event noun by which the subject does it: they responded with an attack
_BY_MEANS = re.compile(r"\bwith an? (?:[\w-]+ ){0,2}$")
#: types of whose nouns "of" names whom it was done to: the invasion of Finland
_DONE_TO = ("ASSAULT", "COERCE", "ACCUSE", "REJECT", "SUPPORT")
#: between a subject and a noun that no verb of his has for its object
_APART = r"\b(?:{by}|{with}|{of}|{between}|{to}|{at}|that|because|like)\b"


def owner(scene: Scene) -> list[Slot]:
    """Whose act an English event noun is: in Russia's invasion nobody else invades."""
    sentence, at = scene.sentence, scene.at
    if sentence.language != "en" or not scene.nominal:
        return []
    # a response to Russia's full-scale invasion, to defend against Russian air strikes
    before = scene.before(*EVERY)[-1:]
    owners = [
        slot
        for slot in before
        if slot.role == "of"
        or _OWNING[scene.trigger.type == "ASSAULT"].fullmatch(
            sentence.folded, slot.party.end, at.start
        )
    ]
    return [slot for slot in owners if at.start - slot.party.end <= _NEAR]


def loose(scene: Scene) -> bool:
    """True for an English event noun: whose something else is (his return sparked protests)."""
    return scene.nominal and scene.sentence.language == "en"


def aloof(scene: Scene) -> bool:
    """True for an English event noun that no verb carries: who stands before it did another."""
    sentence = scene.sentence
    if sentence.language != "en" or verbal(sentence, scene.trigger, scene.at):
        return False
    nearest = max((slot.party.end for slot in scene.before("", "and")), default=0)
    start = max(nearest, sentence.clauses[scene.clause].start)
    # completed its withdrawal: what stands without a preposition is what the subject does
    apart = worded(_APART).search(sentence.folded, start, scene.at.start)
    means = _BY_MEANS.search(sentence.folded[start : scene.at.start])
    loose = apart is not None or scene.trigger.type == "ASSAULT"  # decried an attack
    return framing(scene) and loose and means is None


def framing(scene: Scene) -> bool:
    """True for an event noun that no verb carries: whoever stands before it need not do it."""
    sentence, at = scene.sentence, scene.at
    start = sentence.clauses[scene.clause].start
    if sentence.language == "en":  # a comma between two adjectives parts no clause
        start = max(sentence.start, min(start, at.start - _CARRIED))
    return scene.nominal and not sentence.find("light", start, at.start)


def arises(scene: Scene) -> bool:
    """True for 街头发生了抗议: whoever stands in a clause before did not hold it."""
    start = max(scene.sentence.clauses[scene.clause].start, scene.at.start - _CHINESE)
    return scene.nominal and scene.sentence.find("arises", start, scene.at.start) is not None


def behind(scene: Scene) -> list[Slot]:
    """A doer behind its noun: an offensive by Russia, 进攻的俄罗斯军队."""
    if scene.sentence.language == "en":
        gerund = scene.sentence.folded.endswith("ing", scene.at.start, scene.at.end)
        upon = worded(r"{upon}\b").match(scene.sentence.folded, scene.at.start, scene.at.end)
        to_it = scene.trigger.type in _DONE_TO and not upon
        undergone = gerund or not scene.nominal or to_it
        found = scene.after("by") if undergone else scene.after("by", "of")
        return [s for s in found if s.party.start - scene.at.end < 20][:1]
    end = scene.at.end
    taken = [s.party.end for s in scene.after("object") if s.party.start == end]
    end = taken[0] if taken else end  # 入侵乌克兰的俄罗斯
    if scene.sentence.folded.startswith("的", end):
        return [s for s in scene.after("", "of") if s.party.start == end + 1]
    return []
