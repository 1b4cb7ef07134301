"""Chinese in simplified characters: rules, affixes and links become one grammar.

The words are in ``corpus/lexicon/times_zh.tsv``, the patterns in `corpus.times.rules_zh`, what they
say in `corpus.times.readings_zh`. This module must never compute a day.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from corpus.han import simplified
from corpus.model import Direction
from corpus.times.build import approximate, at_clock, bounded, part_told, unchanged, within
from corpus.times.grammar import Affix, Grammar, any_of, compiled
from corpus.times.readings_zh import holidays, lexicon
from corpus.times.rules_zh import FIRST, FRAGMENTS, KINDS, OPENING, RULES, TRIGGER

_AFFIXES = (
    # 周五晚: 晚 alone is no expression, as 晚间 is; in 周五晚8时 it belongs to the hour
    Affix(
        r"(?!{other_part}|[早晚]{gap}[\d一二三四五六七八九十]{1,3}{gap}[时点:：])(?P<part>[早晚晨夜])",
        at_clock(lexicon("part-beside")),
        early=True,
    ),
    Affix("{about_day}", part_told, early=True),
    Affix("(?:以来|至今|(?!{other_since})起)", bounded("since")),
    Affix("{within}", within),
    Affix("(?:为止|止)", bounded("until")),
    Affix("{before}", bounded("before")),
    Affix("{after}", bounded("after")),
    Affix("(?P<about>{about_behind})(?!多)", approximate(lexicon("about-behind"))),
    Affix("(?<![附最临靠亲逼])(?P<about>{about})", approximate(lexicon("about")), before=True),
    Affix("{zone}{gap}", unchanged, before=True),
)
_LINKS = {
    "beside": "{gap}的?{gap}",
    "bracket": "{gap}[（(]{gap}",
    "range": "{dash}",
    "and": "[和又零]",
}


@cache
def grammar() -> Grammar:
    """The Chinese grammar, compiled from its lexicon once."""
    openings = {**lexicon("numeral", "few", *OPENING), **holidays()}
    return compiled(
        "zh",
        first=rf"(?=[{FIRST}{''.join(sorted({form[0] for form in openings}))}])",
        trigger=TRIGGER,
        rules=RULES,
        links=_LINKS,
        affixes=_AFFIXES,
        fragments={
            **FRAGMENTS,
            **{kind.replace("-", "_"): any_of(lexicon(kind)) for kind in KINDS},
            "holiday": any_of(holidays()),
            "opening": any_of(lexicon(*OPENING)),
        },
        # 将 is also a general
        cues="{cue}(?![军领士近])",
        ways=cast("dict[str, Direction]", lexicon("cue")),
        clause=r"[，,。！？!?；;：:“”「」（）()\n]",
        stop=r"[。！？!?；;\n]",
        fold=lambda text: re.sub(r"\s+", "", text),
        spelt=_spelt,
    )


def _spelt(text: str) -> str:
    """The text in simplified characters, with one kind of zero.

    >>> _spelt("二〇二二年２月２４號，週四")
    '二零二二年2月24号，周四'
    """
    text = simplified(text)
    for signs, plain in lexicon("fold").items():
        for sign in signs:
            text = text.replace(sign, plain)
    return text
