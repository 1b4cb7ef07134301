"""Chinese phrases inside others: a scene goes in, who acts or suffers in which of them comes out.

支持俄罗斯入侵乌克兰: whom one verb takes may act in the next; 谴责俄军并呼吁: or the next goes on
with who did the first. It must never bring in a party that the sentence does not name.
"""

from __future__ import annotations

import re

from corpus.coding.roles import EVERY, Slot, codes_of
from corpus.coding.scene import Scene
from corpus.coding.sentence import Sentence
from corpus.coding.vocabulary import worded
from corpus.entities.codes import parts

#: before a phrase that says what something is about; 向 and 给 only name to whom
_ABOUT = ("对", "对于", "就", "针对")
#: how far a Chinese verb may stand behind its subject inside a phrase
_ADVERB = 12
#: how far before a trigger the words are looked for that say what its phrase is, in characters
_NEAR = 40
#: at what an act is directed that a noun tells; what it is called by stands between
_TARGET = re.compile(r"(?<![面应反绝敌])对(?![于方外])[^，。；：、对]{1,24}的[^，。；：、的]{0,4}$")
#: what marks a passive
_MARK = re.compile(r"被|遭|受到|得到|获得|赢得")
#: what is done by force; types of which the object may be who does that
_FORCE = ("ASSAULT", "COERCE")
_BACKING = ("SUPPORT", "AID", "CONSULT", "AGREE", "REJECT")
#: sectors of those who fight
_FORCES = ("MIL", "REB", "PRM", "UAF", "SPY", "CRM")
#: types that are said of somebody, or to somebody; those that are done by saying so
_AIMED = ("ACCUSE", "REQUEST")
_WORDS = ("ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN")


def embedded(scene: Scene) -> list[Slot]:
    """Who acts inside a phrase: 对俄罗斯入侵乌克兰的立场 is about what Russia did."""
    if scene.sentence.language == "en":
        return []
    # the one named last, with no more than a day or an adverb (全面) behind it
    near = [s for s in scene.before(*EVERY)[-1:] if scene.at.start - s.party.end <= _ADVERB]
    taken = scene.after("object", "of")[:1]
    about = taken and taken[0].party.start <= scene.at.end
    return [s for s in near if (about and _about(scene, s)) or _pivot(scene, s)]


def _about(scene: Scene, slot: Slot) -> bool:
    return scene.sentence.folded.endswith(_ABOUT, 0, slot.party.start)


def _pivot(scene: Scene, slot: Slot) -> bool:
    """True for 支持俄罗斯入侵, 为俄罗斯入侵叫好: force that others back or speak of."""
    start, at = slot.party.start, scene.at.start
    if scene.trigger.type in ("ACCUSE", "REJECT"):  # 支持俄罗斯反对北约
        return slot.party.end == at and _taken_by(scene.sentence, slot, ("SUPPORT",))
    if scene.trigger.type not in _FORCE:
        return False
    if scene.sentence.folded[start - 1 : start] == "为":
        return slot.party.end == at and slot.role == "to"
    between = any(slot.party.end <= begin < at for begin, _, _ in scene.sentence.triggers)
    # 击退俄军进攻: who is thrown back had attacked
    beaten = slot.party.end == at and _taken_by(scene.sentence, slot, ("ASSAULT",))
    backed = beaten or _taken_by(scene.sentence, slot, _BACKING)
    return slot.role == "object" and backed and not between


def elsewhere(scene: Scene, slot: Slot) -> bool:
    """True for who did what a verb right behind him tells: 与受美国制裁的银行进行合作."""
    sentence = scene.sentence
    own = sentence.opening.get(slot.party.end)
    if sentence.language == "en" or own is None:
        return False
    return sentence.folded.find("的", own[0], scene.at.start) >= 0


def spelled(scene: Scene, slot: Slot) -> bool:
    """True for a party that is a part of a Chinese verb: 访台, 环台军演."""
    start, end = slot.party.start, slot.party.end
    around = map(scene.sentence.opening.get, range(max(0, start - _ADVERB), start + 1))
    return scene.sentence.language == "zh" and any(own and end <= own[0] for own in around)


def targets(scene: Scene, found: list[Slot]) -> list[Slot]:
    """Those who own what a noun is directed at: 对边境附近俄罗斯炼油厂的袭击 is not Russia's."""
    sentence, at = scene.sentence, scene.at
    if sentence.language == "en" or "noun" not in scene.trigger.traits:
        return []
    start = max(sentence.clauses[scene.clause].start, at.start - _NEAR)
    marked = _TARGET.search(sentence.folded, start, at.start)
    if marked is None or any(begin in sentence.opening for begin in range(*marked.span())):
        return []
    return [slot for slot in found if marked.start() < slot.party.start < at.start]


def described(scene: Scene) -> bool:
    """True for 对电网进行的攻击: its verb describes the noun, another one may stand behind."""
    start = scene.sentence.clauses[scene.clause].start
    light = scene.sentence.find("light", start, scene.at.start) if scene.nominal else None
    return light is not None and scene.sentence.folded.startswith("的", light.end())


def aimed_at(scene: Scene, slot: Slot) -> bool:
    """True for whom a verb before blames or urges: who blames him says the next thing, not he."""
    if scene.sentence.language == "en" or scene.trigger.type not in _WORDS:
        return False
    if not slot.joined:
        return _taken_by(scene.sentence, slot, _AIMED)
    place = scene.slots.index(slot)
    while scene.slots[place].joined:  # 呼吁美国和国际社会: both
        place -= 1
    return _taken_by(scene.sentence, scene.slots[place], _AIMED)


def only_says(scene: Scene, found: list[Slot]) -> bool:
    """True for a Chinese official who tells of an attack and is not told to have made it.

    Forces tell of their own; so does who says "we" or "his army".
    """
    sentence = scene.sentence
    if sentence.language == "en" or scene.trigger.type != "ASSAULT":
        return False
    clause = sentence.clauses[scene.clause]
    own = any(sentence.find(kind, clause.start, scene.at.start) for kind in ("self", "third"))
    said = scene.speaker in codes_of(found) and parts(scene.speaker).sector not in _FORCES
    return said and bool(parts(scene.speaker).sector) and not own


def subjects(scene: Scene, found: list[Slot]) -> list[Slot]:
    """Those of the parties before a trigger that may be its subject.

    Not the object of a verb that "and" joins to it (谴责俄军并呼吁), a part of a verb, a target.
    """
    sentence, at = scene.sentence, scene.at
    if sentence.language == "en":
        return found
    joined = worded(r"{joining}[^，。；：]{0,12}$", "zh")
    joint = joined.search(sentence.folded, max(sentence.start, at.start - _NEAR), at.start)
    begins = joint.start() if joint else 0
    aside = targets(scene, found)
    return [
        slot
        for slot in found
        if not spelled(scene, slot)
        and slot not in aside
        and not (slot.party.end <= begins and aimed_at(scene, slot))
    ]


def outer(scene: Scene, inside: list[Slot]) -> list[Slot]:
    """Those before a Chinese phrase that tells of others: 美国对中国支持俄罗斯的说法提出质疑."""
    sentence = scene.sentence
    if sentence.language != "zh":
        return []
    for marked in scene.before("to"):
        ahead = [slot for slot in inside if slot.party.end <= marked.party.start]
        within = [slot for slot in inside if slot.party.start > marked.party.start]
        described = within and "的" in sentence.folded[within[-1].party.end : scene.at.start]
        if ahead and described:
            return ahead
    return []


def within_words(scene: Scene, found: list[Slot]) -> list[Slot]:
    """Those behind a Chinese verb of saying, if any; a medium that reports it befell nothing."""
    if scene.sentence.language == "en":
        return found
    inside = [slot for slot in found if slot.party.start >= scene.said]
    return inside or [slot for slot in found if " JRN" not in "".join(slot.codes)]


def caused(scene: Scene, start: int) -> int:
    """Where the word ends that a Chinese clause tells the cause of deaths before; 0 without one."""
    if scene.sentence.language != "zh" or scene.trigger.type != "ASSAULT":
        return 0
    start = max(start, scene.at.start - _NEAR)
    found = worded("{causing}", "zh").search(scene.sentence.folded, start, scene.at.start)
    return found.end() if found else 0


def striking_before(scene: Scene, told: list[Slot], end: int) -> list[Slot]:
    """Whose weapon or attack stands before the word for what it caused."""
    find = scene.sentence.find
    return [s for s in told if s.party.end < end and find("weapon", s.party.end, end)][:1]


def governed(scene: Scene, start: int) -> bool:
    """True where the passive belongs to a verb before: 战机被击落以至无法发动攻击."""
    sentence, at = scene.sentence, scene.at
    begins = max(m.start() for m in _MARK.finditer(sentence.folded, start, at.start))
    between = (end for b, end, _ in sentence.triggers if begins <= b and end < at.start)
    return any(sentence.folded[end] not in "并和、及与或了”」" for end in between)


def _taken_by(sentence: Sentence, slot: Slot, types: tuple[str, ...]) -> bool:
    """True for a party right behind a verb of one of the types."""
    start = slot.party.start
    finished = sentence.folded[start - 1 : start] in ("了", "过")
    own = sentence.closing.get(start) or (sentence.closing.get(start - 1) if finished else None)
    return own is not None and any(row.type in types for row in own[1])
