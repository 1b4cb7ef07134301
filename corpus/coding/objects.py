"""At whom it is directed: a trigger in its scene goes in, codes of its object come out.

The object without a preposition, and whom a preposition marks. It must never take for the other
side who only owns it, deals with it, or stands in what it says.
"""

from __future__ import annotations

import re

from corpus.coding.pivots import targets
from corpus.coding.roles import Slot, codes_of, first_group, last_group
from corpus.coding.scene import Scene, Sides
from corpus.coding.vocabulary import worded
from corpus.entities.codes import camp, parts
from corpus.model import Party

#: how far behind a trigger its object may stand, in characters
REACH = {"zh": 16, "en": 40}
#: types that are done by words, and what follows the verb of one
_WORDS = ("ACCUSE", "SUPPORT", "REJECT", "REQUEST")
#: types of which the object may be a verb with an object of its own
_NESTING = ("ACCUSE", "AID", "REQUEST", "SUPPORT")
_OWN_OBJECT = r"[了过着“「《]{0,2}(?!{back})[^，。；：、“”]{2}"
#: behind the object of a verb that only describes what follows
_WHICH = re.compile(r"[^，。；：、]{0,4}的")
#: what somebody is asked to do, with what marks the one it is done to
_DONE = re.compile(r"\bto (?!the |an? )\w+ ")
#: what a promise is paid from
_SOURCE = re.compile(r"\bfrom (?:the )?$")


def object_of(scene: Scene, reach: int = 0) -> tuple[str, ...]:
    """The party that follows the trigger without a preposition, and those joined to it."""
    direct = scene.after("", "of", "object", "and")
    direct = [slot for slot in direct if not _nested(scene, slot)]
    reach = reach or REACH[scene.sentence.language]
    if not direct or direct[0].party.start - scene.at.end > reach:
        return ()
    group = first_group(_whose(scene, direct))
    if scene.trigger.type == "ACCUSE" and len(group) > 1 and _dealt(scene, group):
        group = group[:1]
    return codes_of(group)


def _nested(scene: Scene, slot: Slot) -> bool:
    """True for 提供击退俄军的武器, 谴责入侵乌克兰: the party is the object of a verb behind."""
    if scene.sentence.language == "en" or scene.trigger.type not in _NESTING:
        return False
    ends = slot.party.end
    if scene.trigger.type == "AID" and not _WHICH.match(scene.sentence.folded, ends):
        return False  # 提供资金来援助盟友
    closing, start = scene.sentence.closing, slot.party.start
    own = closing.get(start) or closing.get(start - 1)
    return slot.role == "object" and own is not None and own[0] >= scene.at.end


def _whose(scene: Scene, direct: list[Slot]) -> list[Slot]:
    """Without an owner that only says whose party follows: 开除德国的德国另类选择党."""
    if len({parts(slot.codes[0]).head for slot in direct[:2]}) != 1 or len(direct) < 2:
        return direct
    between = scene.sentence.folded[direct[0].party.end : direct[1].party.start]
    return direct[1:] if between == "的" else direct


def _dealt(scene: Scene, group: list[Slot]) -> bool:
    """True for 指责中国与俄罗斯勾结: with whom the one who is blamed dealt is not blamed."""
    folded = scene.sentence.folded
    joint = folded[group[0].party.end : group[1].party.start]
    clause = scene.sentence.clauses[scene.clause]
    return joint in ("与", "同", "跟", "和") and (
        scene.sentence.find("dealing", group[1].party.end, clause.end) is not None
    )


def addressed(scene: Scene) -> tuple[str, ...]:
    """Whom a preposition marks; in Chinese the nearest before the trigger, else behind it."""
    folded, at = scene.sentence.folded, scene.at
    if scene.sentence.language == "en":
        marked = scene.own("to")
        if scene.trigger.type == "AGREE":  # what it is paid from is nobody to whom it is promised
            marked = [s for s in marked if not _SOURCE.search(folded, at.end, s.party.start)]
        if scene.trigger.type == "REQUEST":  # urged him to impose restrictions on Moscow
            marked = [s for s in marked if not _DONE.search(folded, at.end, s.party.start)]
        behind = first_group([slot for slot in marked if slot.party.start >= at.end])
        return codes_of(behind or last_group(marked))
    marked = scene.before("to") or targets(scene, scene.before("", "and", "of"))
    found = last_group(marked)
    if found and _relayed(scene, marked[0].party.end, found[0].party):
        found = first_group(marked)
    # 要求政府批准向乌克兰出口: to whom that is done that is asked for is not who is asked
    behind = first_group(scene.after("to"))
    if scene.trigger.type == "REQUEST" and behind and behind[0].party.start > at.end + 1:
        behind = []
    return codes_of(found or behind)


def ahead(scene: Scene, slot: Slot, found: Sides) -> bool:
    """True unless a Chinese preposition marks the party for another act than this one.

    It does in a clause behind, and in one before where this one has a subject of its own, other
    than who speaks to the party.
    """
    if scene.sentence.language == "en":
        return True
    if scene.trigger.type == "REQUEST" and slot.party.start > scene.at.end + 1:
        return False
    if slot.clause >= scene.clause or not found.near:
        return slot.clause <= scene.clause
    clause = scene.sentence.clauses[slot.clause]
    spoken = any(clause.holds(start) for start, _, _ in scene.sentence.spoken)
    return spoken and camp(scene.speaker) in map(camp, found.actors)


def objected(scene: Scene) -> bool:
    """True for a Chinese verb of words with an object of its own, which no table knows: 谴责暴力.

    At whom it is directed stands there, and not in what the article told before. 这一指控 goes back
    to it.
    """
    sentence, end = scene.sentence, scene.at.end
    if sentence.language != "zh" or scene.trigger.type not in _WORDS:
        return False
    if scene.trigger.type == "REQUEST":  # what is asked stands there, or in the clause behind
        return not sentence.folded.startswith("了", end)  # 提交了草案
    clause = sentence.clauses[scene.clause]
    return worded(_OWN_OBJECT, "zh").match(sentence.folded, end, clause.end) is not None


def _relayed(scene: Scene, start: int, last: Party) -> bool:
    """True where the last party stands in what the first one says or does: 对英国指责中国的说法."""
    sentence = scene.sentence
    told = (begin for begin, _, _ in (*sentence.triggers, *sentence.spoken))
    between = any(start <= begin < last.start for begin in told)
    return between and sentence.folded.find("的", last.end, scene.at.start) > 0
