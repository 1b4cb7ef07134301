"""Chinese in simplified characters: rules, affixes and links become one grammar.

The words are in ``corpus/lexicon/times_zh.tsv``, the patterns in `corpus.times.rules_zh`, what they
say in `corpus.times.readings_zh`. This module must never compute a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import cast

from corpus.han import simplified
from corpus.model import Direction
from corpus.times.build import (
    approximate,
    at_clock,
    bounded,
    closed,
    events,
    part_told,
    unchanged,
    within,
)
from corpus.times.grammar import Affix, Grammar, any_of, compiled, sayings
from corpus.times.patterns_zh import (
    ALONE,
    FIRST,
    FRAGMENTS,
    OPENING,
    OPENING_NUMBER,
    SECOND,
    TRIGGER,
)
from corpus.times.readings_zh import holidays, kinds, lexicon, of_era, since_event
from corpus.times.rules_zh import RULES

_AFFIXES = (
    # 周五晚: 晚 alone is no expression, as 晚间 is; in 周五晚8时 it belongs to the hour
    Affix(
        r"(?!{other_part}|[早晚]{gap}[\d一二三四五六七八九十]{1,3}{gap}[时点:：])(?P<part>[早晚晨夜])",
        at_clock(lexicon("part-beside")),
        early=True,
    ),
    Affix("{about_day}", part_told, early=True),
    Affix(
        r"(?:(?<![一-鿿])|(?<=[自从是称]))(?:{aggressor})?的?(?:{manner})?"
        "(?P<event>{event})的?(?:{onset})?",
        since_event,
        before=True,
    ),
    # 3月5日或之前, 3月5日（含）前: the day itself is taken in
    Affix("(?:[或及]|[（(]含[）)])(?:之前|以前|前)", bounded("until")),
    Affix("(?:[或及]|[（(]含[）)])(?:之后|以后|后)", bounded("since")),
    Affix("(?:以来|至今|(?!{other_since})起)", bounded("since")),
    Affix("{within}", within),
    Affix("(?:为止|止)", bounded("until")),
    Affix("止", closed),
    Affix("{before}", bounded("before")),
    Affix("{after}", bounded("after")),
    Affix("(?P<about>{about_behind})(?!多)", approximate(lexicon("about-behind"))),
    Affix("(?<![附最临靠亲逼])(?P<about>{about}){gap}", approximate(lexicon("about")), before=True),
    Affix("{zone}{gap}", unchanged, before=True),
    Affix("(?:(?:中华)?{era}|{era_lunar}|[公西]元前?){gap}", of_era, before=True),
)
_LINKS = {
    "beside": "{gap}的?{gap}",
    "bracket": "{gap}[（(]{gap}",
    "range": "起?{dash}",
    "and": "[和又零]",
}


#: kinds of words that an affix before an expression begins with
_BEFORE = ("about", "zone", "era", "era-lunar", "aggressor", "manner")


@cache
def grammar() -> Grammar:
    """The Chinese grammar, compiled from its lexicon once."""
    openings = {**lexicon("numeral", "few", *OPENING, *OPENING_NUMBER), **holidays()}
    return compiled(
        "zh",
        first=rf"(?=[{ALONE}]|[{FIRST}{_letters(openings, 0)}][{SECOND}{_letters(openings, 1)}])",
        before=rf"(?=[的公西中{_letters({**lexicon(*_BEFORE), **events('zh')}, 0)}])",
        trigger=TRIGGER,
        rules=RULES,
        links=_LINKS,
        affixes=_AFFIXES,
        fragments={
            **{kind.replace("-", "_"): any_of(lexicon(kind)) for kind in kinds()},
            **FRAGMENTS,
            "holiday": any_of(holidays()),
            "event": any_of(events("zh")),
            "opening": any_of(lexicon(*OPENING)),
        },
        # 将 is also a general
        cues="{cue}(?![军领士近])",
        ways=cast("dict[str, Direction]", lexicon("cue")),
        says=any_of(sayings("zh")),
        clause=r"[，,。！？!?；;：:“”「」（）()\n]",
        stop=r"[。！？!?；;\n]",
        fold=lambda text: "".join(text.split()),
        spelt=_spelt,
    )


def _letters(forms: Iterable[str], place: int) -> str:
    return "".join(sorted({form[place] for form in forms if len(form) > place}))


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
