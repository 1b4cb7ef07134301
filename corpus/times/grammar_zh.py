"""Chinese, simplified and traditional: rules, affixes and links become one grammar.

The words are in ``corpus/lexicon/times_zh.tsv``, the patterns in `corpus.times.rules_zh`, what they
say in `corpus.times.readings_zh`. This module must never compute a day.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

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
    folding = str.maketrans({old: new for olds, new in lexicon("fold").items() for old in olds})
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
        spell=_with_variants,
        fold=lambda text: re.sub(r"\s+", "", text.translate(folding)),
    )


_TOKEN = re.compile(r"\{[^}]*\}|\[[^\]]*\]|\\?.", re.DOTALL)
_DIGIT_RANGE = re.compile(r"(\d)-(\d)")


def _with_variants(pattern: str) -> str:
    """The pattern, with each character widened to the class of its variants.

    >>> _with_variants("周[后日]"), _with_variants("1[0-2]{1,2}月")
    ('[周週][后後日]', '[1１][0-2０-２]{1,2}月')
    """
    variants: dict[str, str] = {}
    for olds, new in lexicon("fold").items():
        variants[new] = variants.get(new, "") + olds

    def widened(token: re.Match[str]) -> str:
        text = token.group()
        if text[0] == "{" or text[0] == "\\":
            return text
        if text[0] != "[":
            return f"[{text}{variants[text]}]" if text in variants else text
        wide = _DIGIT_RANGE.sub(
            lambda ends: f"{ends[0]}{variants[ends[1]]}-{variants[ends[2]]}", text[1:-1]
        )
        ranged = {each for ends in _DIGIT_RANGE.findall(text) for each in ends}
        return f"[{''.join(c if c in ranged else c + variants.get(c, '') for c in wide)}]"

    return _TOKEN.sub(widened, pattern)
