"""A Chinese trigger in its sentence goes in, whether it tells its act or only names it comes out.

任何援助俄罗斯的企图, 夺取基辅将是胜利, 迅速通过援助至关重要: what is spoken of is thought of
and not told. It must never ask who acts, nor drop an act that was finished (了, 过).
"""

from __future__ import annotations

from corpus.coding.sentence import Sentence, Span
from corpus.coding.status import Reading, refused
from corpus.coding.vocabulary import Trigger, worded
from corpus.model import Party, Place

#: types of what is done and not said
_DONE = ("AID", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "SANCTION", "SUPPORT")
#: types of what may be asked for, and who asks, whatever row tells that: 要求它们捐赠粮食
_ASKED = ("AID", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION")
_ASKS = r"(?<![应按的此])(?:{asks})[^，。；：、的]{0,20}$"
#: types of which a verb before 的 only says which one is meant: 中方批评的措施
_SAID = ("ACCUSE", "AID", "REQUEST", "SUPPORT")
#: types that are nothing at all where they are not said, and how far before one its negation stands
_UNSAID, _NEAR = ("ACCUSE", "REQUEST"), 6
#: what an act is only an aim, a danger or an occasion of; up to three words may describe that
_AIM = r"(?:(?:[^，。；：“”、的了过]{0,6}的[^，。；：“”、的了过]{0,4})?(?:{aim}))"
#: how far behind a trigger its predicate may stand, and before it who asks for it, in characters
_PREDICATE = 40
_FINISHED = ("了", "过", "着")


def only_named(sentence: Sentence, trigger: Trigger, at: Span) -> bool:
    """True for an act that its clause thinks of, weighs or points at, and does not tell."""
    folded = sentence.folded
    if sentence.language != "zh" or folded.startswith(_FINISHED, at.end):
        return False
    clause = sentence.clauses[sentence.clause_at(at.start)]
    near, far = (max(clause.start, at.start - reach) for reach in (_NEAR, _PREDICATE))
    if trigger.type in _UNSAID and refused(sentence, near, at.start):
        return True  # 没有敦促俄罗斯停战: who is silent rejects nothing
    end = min(clause.end, at.end + _PREDICATE)
    if worded(r"[^，。；：]{0,40}?(?:{judged})", "zh").match(folded, at.end, end):
        return True
    if trigger.type in _ASKED and worded(_ASKS, "zh").search(folded, far, at.start):
        return True
    if trigger.type not in _DONE:
        return _modifies(sentence, trigger, at, clause)
    if "noun" not in trigger.traits and worded(r"[^，。；：了过]{0,40}?(?:{would})", "zh").match(
        folded, at.end, end
    ):
        return True
    behind = _object(sentence, at.end)
    # 赞赏中国的愿望: what is praised is told to be so
    aimed = trigger.type != "SUPPORT" and worded(_AIM, "zh").match(folded, behind, end)
    return bool(aimed) or _modifies(sentence, trigger, at, clause)


def _object(sentence: Sentence, end: int) -> int:
    """Where the name ends that is the object of a verb that ends at a position."""
    names: tuple[Party | Place, ...] = (*sentence.parties, *sentence.places)
    for name in names:
        if name.start == end:
            end = name.end
    return end


def _modifies(sentence: Sentence, trigger: Trigger, at: Span, clause: Span) -> bool:
    """True for 中方批评的措施, which says of what measures; not in 是美国提供的."""
    if trigger.type not in _SAID or not sentence.folded.startswith("的", at.end):
        return False
    if "noun" in trigger.traits or any(clause.holds(time.start) for time in sentence.times):
        return False
    ends = at.end + 1 >= clause.end or sentence.folded.startswith("的是", at.end)
    return not ends and "是" not in sentence.folded[clause.start : at.start]


def follows(sentence: Sentence, at: Span, reading: Reading) -> bool:
    """True for what would follow from an "if" of a clause before: 如果美军出动，就必然交战."""
    if sentence.language != "zh" or reading.status not in ("happened", "ongoing"):
        return False
    here = sentence.clauses[sentence.clause_at(at.start)]
    supposed = any(span.end <= here.start for span in sentence.conditions)
    return supposed and bool(
        worded(r"(?:{then})", "zh").search(
            sentence.folded, max(here.start, at.start - _PREDICATE), at.start
        )
    )
