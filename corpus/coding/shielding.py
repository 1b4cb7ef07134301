"""What one telling in a sentence leaves to another: mentions go in, which of them stay comes out.

A promise is not told beside its content, nor is one act told by two words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.coding.sentence import Sentence, Span
from corpus.coding.settling import heads_of
from corpus.coding.vocabulary import Trigger
from corpus.model import Mention

#: types whose content follows them: what they promise, ask or refuse is not told as done
_SHIELDS = ("REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE")
#: 呼吁停战的言论遭到禁止: what befell a demand is no part of it
_SUFFERED = re.compile(r"的[^，。]{1,8}(?:被|遭)")
#: how far apart two words for one act may stand in English, in characters
_BREATH = 28
#: before a verb whose subject is a relative pronoun: who was later shot
_RELATIVE = re.compile(
    r"\b(?:who|which|that|whom|whose \w+)(?: (?:is|are|was|were|has|have|had|been|being|also|later"
    r"|already|then|once|still|\w+ly)){0,4} $"
)
#: how far behind its pronoun such a verb may stand, in characters
_PRONOUN = 48
#: a trigger's row and what it tells
Told = tuple[Trigger, Mention]


def shielded(sentence: Sentence, at: Span, found: list[Told]) -> bool:
    """True for the content of a promise, a demand, a refusal: asked for, not done."""
    here = sentence.clause_at(at.start)
    return any(
        "content" in trigger.traits
        and mention.type in _SHIELDS
        and sentence.clause_at(mention.trigger_start) == here
        and not _SUFFERED.search(sentence.folded, mention.trigger_end, at.start)
        for trigger, mention in found
    )


def main(sentence: Sentence, found: list[Told]) -> list[Told]:
    """The tellings without those that an English relative clause only adds to a party, undated.

    What nothing else in the sentence tells stays: migrants who were shot by the army.
    """
    if sentence.language != "en" or len(found) < 2:
        return found
    kept = [pair for pair in found if not _relative(sentence, *pair)]
    return kept or found


def _relative(sentence: Sentence, trigger: Trigger, mention: Mention) -> bool:
    if mention.date_basis in ("explicit", "relative"):
        return False
    if "doer" in trigger.traits:  # under pressure from protesters who had blocked roads
        return sentence.folded.startswith((" who ", " that "), mention.trigger_end)
    start = max(sentence.start, mention.trigger_start - _PRONOUN)
    return bool(_RELATIVE.search(sentence.folded, start, mention.trigger_start))


def joined(sentence: Sentence, found: list[Told], trigger: Trigger, mention: Mention) -> list[Told]:
    """The tellings of a sentence with one more, those left out that the others tell as well."""
    found = [pair for pair in found if not _promises(*pair, mention)]
    pressed = [earlier for _, earlier in found if _presses(earlier, mention)]
    if pressed and pressed[-1].recipients:  # who is pressed is who the demand is made to
        mention = _directed(mention, pressed[-1])
    found = [pair for pair in found if pair[1] not in pressed]
    if any(_doubled(sentence, earlier, mention) for _, earlier in found):
        return found
    return [*found, (trigger, mention)]


def _directed(mention: Mention, at: Mention) -> Mention:
    """The mention with the recipients of another, and their words."""
    own = [part for part in mention.parts if part.role != "recipient"]
    taken = [part for part in at.parts if part.role == "recipient"]
    parts = sorted((*own, *taken), key=lambda part: (part.start, part.end, part.role))
    return replace(mention, recipients=at.recipients, parts=tuple(parts))


def _promises(trigger: Trigger, mention: Mention, later: Mention) -> bool:
    """True for a promise or a warning whose content is a mention of its own."""
    if "content" not in trigger.traits or not heads_of(mention.actors) & heads_of(
        (*later.actors, later.speaker)
    ):
        return False
    if later.type == "THREATEN":
        return mention.type in ("AGREE", "ACCUSE", "THREATEN")
    return mention.type == "AGREE" and later.type == "SUPPORT" and not mention.topics


def _presses(earlier: Mention, later: Mention) -> bool:
    """True for pressure whose demand is told right behind it: 向波兰施压，要求其撤军."""
    return (
        earlier.type == later.type == "REQUEST"
        and earlier.actors == later.actors
        and later.start <= earlier.start
        and not _others(earlier, later)
    )


def _others(earlier: Mention, later: Mention) -> bool:
    """True for demands on two sides: 敦促双方停火，并要求西方解除制裁."""
    sides = heads_of(earlier.recipients), heads_of(later.recipients)
    return all(sides) and not sides[0] & sides[1]


def _listed(earlier: Mention, later: Mention) -> bool:
    """True for two words of one row in one breath: killed and five more injured."""
    rows = earlier.rule.rpartition(" ")[0], later.rule.rpartition(" ")[0]
    return rows[0] == rows[1] and later.trigger_start - earlier.trigger_end < _BREATH


def _doubled(sentence: Sentence, earlier: Mention, later: Mention) -> bool:
    """True for a second word for one act in one clause: 对空军基地发动攻击，进行轰炸 are two."""
    if sentence.language == "en" and _listed(earlier, later):
        return True
    return (
        sentence.clause_at(earlier.trigger_start) == sentence.clause_at(later.trigger_start)
        and (earlier.type, earlier.status) == (later.type, later.status)
        and (earlier.actors, earlier.recipients) == (later.actors, later.recipients)
        and later.mode in ("", earlier.mode)
    )
