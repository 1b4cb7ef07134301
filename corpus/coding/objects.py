"""At whom it is directed: a trigger in its scene goes in, codes of its object come out.

The object without a preposition, and whom a preposition marks. It must never take for the other
side who only owns it, deals with it, or stands in what it says.
"""

from __future__ import annotations

import re

from corpus.coding.roles import Slot, codes_of, first_group, last_group
from corpus.coding.scene import Scene
from corpus.entities.codes import parts
from corpus.model import Party

#: how far behind a trigger its object may stand, in characters
REACH = {"zh": 16, "en": 40}
#: what somebody is asked to do, with what marks the one it is done to
_DONE = re.compile(r"\bto (?!the |an? )\w+ ")
#: what a promise is paid from
_SOURCE = re.compile(r"\bfrom (?:the )?$")


def object_of(scene: Scene, reach: int = 0) -> tuple[str, ...]:
    """The party that follows the trigger without a preposition, and those joined to it."""
    direct = scene.after("", "of", "object", "and")
    reach = reach or REACH[scene.sentence.language]
    if not direct or direct[0].party.start - scene.at.end > reach:
        return ()
    group = first_group(_whose(scene, direct))
    if scene.trigger.type == "ACCUSE" and len(group) > 1 and _dealt(scene, group):
        group = group[:1]
    return codes_of(group)


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
    marked = scene.before("to")
    found = last_group(marked)
    if found and _relayed(scene, marked[0].party.end, found[0].party):
        found = first_group(marked)
    return codes_of(found or first_group(scene.after("to")))


def _relayed(scene: Scene, start: int, last: Party) -> bool:
    """True where the last party stands in what the first one says or does: 对英国指责中国的说法."""
    sentence = scene.sentence
    told = (begin for begin, _, _ in (*sentence.triggers, *sentence.spoken))
    between = any(start <= begin < last.start for begin in told)
    return between and sentence.folded.find("的", last.end, scene.at.start) > 0
