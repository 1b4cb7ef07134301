"""A meeting that will not be: a trigger in its sentence goes in, how it is then read comes out.

The talks were called off, the summit has been moved to March: told by a noun of which somebody,
often nobody who is named, is told to have put it off. It must never read what others do at it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from corpus.coding.sentence import Sentence, Span
from corpus.coding.status import Dated, Reading
from corpus.coding.vocabulary import Trigger, irregular_pasts, worded
from corpus.han import simplified_table
from corpus.lexicon import listed

_FINITE = r"\b{finished}\b"
#: how far behind its noun the verb may stand, in characters
_REACH = {"zh": 8, "en": 80}
#: how far before a Chinese noun the verb may stand that calls it off
_BEFORE = 24
#: a form of a verb: who met or visited did so
_VERBAL = re.compile(r"(?:ed|(?<!meet)ing)\b")
#: between a meeting and what became of it, with the kinds of words in ``grammar.tsv``
_PASSIVE = {
    "zh": r"{passive}{0,3}(?P<verb>{verb})",
    "before": r"(?P<verb>{verb})了?[^，。；：、]{0,16}的$",
    "en": r"\b(?:{perfect} )?{passive}(?: \w+ly)? (?P<verb>{verb})\b",
}


def put_off(sentence: Sentence, trigger: Trigger, at: Span, dated: Dated) -> Reading | None:
    """How a meeting is read that was cancelled, or moved to a day that lies ahead."""
    found = turn(sentence, trigger, at)
    if found is None or sentence.supposed(at.start):
        return None
    if found.re is _pattern("moved", sentence.language) and dated == "ahead":
        return Reading("AGREE", "", "planned", cue=Span(*found.span("verb")))
    return Reading("REJECT", "meet", "happened", cue=Span(*found.span("verb")))


def turn(sentence: Sentence, trigger: Trigger, at: Span) -> re.Match[str] | None:
    """The verb by which a meeting named at a place was cancelled or moved."""
    folded, language = sentence.folded, sentence.language
    if trigger.type != "CONSULT" or folded[at.start : at.end] in irregular_pasts():
        return None
    if language == "en" and _VERBAL.search(folded, at.start, at.end):
        return None
    end = min(sentence.clause_of(at.start).end, at.end + _REACH[language])
    kinds: tuple[Literal["cancelled", "moved"], ...] = ("cancelled", "moved")
    for kind in kinds:
        pattern = _pattern(kind, language)
        look = pattern.match if language == "zh" else pattern.search
        found = look(folded, at.end, end)
        if found and not _other(sentence, at.end, found):
            return found
    if language == "zh":  # 取消了与中方的会面
        start = max(sentence.clause_of(at.start).start, at.start - _BEFORE)
        return _pattern("cancelled", "before").search(folded, start, at.start)
    return None


def _other(sentence: Sentence, start: int, found: re.Match[str]) -> bool:
    """True if it was not called off, or if the meeting has a verb of its own before that one."""
    if sentence.find("negation", start, found.start("verb")):
        return True
    own = worded(_FINITE).search(sentence.folded, start, found.start())
    return sentence.language == "en" and own is not None


@cache
def _pattern(kind: str, language: str) -> re.Pattern[str]:
    spoken = "zh" if language == "before" else language
    rows = (row for row in simplified_table("turns.tsv") if row["language"] == spoken)
    forms = next(listed(row["forms"]) for row in rows if row["kind"] == kind)
    verbs = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return worded(_PASSIVE[language].replace("{verb}", verbs), spoken)
