"""English: rules, affixes and links become one grammar.

The words are in ``corpus/lexicon/times_en.tsv``, the patterns in `corpus.times.rules_en`, what they
say in `corpus.times.readings_en`. This module must never compute a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import cast

from corpus.lexicon import listed, table
from corpus.model import Direction
from corpus.times.build import approximate, bounded
from corpus.times.grammar import Affix, Grammar, Modifier, any_of, compiled, words
from corpus.times.readings_en import lexicon, narrowed, told
from corpus.times.rules_en import FRAGMENTS, KINDS, OPENING, RULES, TRIGGER

#: a noun follows, so that the words before are about that noun: after Tuesday's talks
_NOUN = r"['’]s?(?!\w)|{gap}(?!{goes_on}{end})[a-z]"


def _before(
    pattern: str,
    apply: Modifier,
    *,
    early: bool = False,
    unless: str = "",
) -> Affix:
    return Affix(rf"(?<!\w)(?:{pattern})", apply, before=True, early=early, unless=unless)


_AFFIXES = (
    _before(r"(?P<third>{third})[-\s](?:in{gap}|on{gap})?(?:the{gap})?", narrowed, early=True),
    _before(
        r"(?:[Tt]he{gap})?(?P<third>{third_of}){gap}of{gap}(?:the{gap})?", narrowed, early=True
    ),
    _before(r"(?:[Tt]he{gap})?[Rr]est{gap}of{gap}(?:the{gap})?", told, early=True),
    _before(r"(?:[Ee]arlier|[Ll]ater){gap}(?:in{gap}|on{gap})?(?:the{gap})?", told, early=True),
    _before(r"(?P<about>{about}){gap}", approximate(lexicon("about"))),
    _before(r"[Ss]ince{gap}(?:the{gap})?", bounded("since")),
    _before(r"(?:[Uu]ntil|[Tt]ill){gap}(?:the{gap})?", bounded("until"), unless=_NOUN),
    _before(r"[Bb]y{gap}(?:the{gap})?", bounded("until"), unless=_NOUN),
    _before(r"[Bb]efore{gap}(?:the{gap})?", bounded("before"), unless=_NOUN),
    _before(r"[Aa]fter{gap}(?:the{gap})?", bounded("after"), unless=_NOUN),
)
#: what may stand between two expressions that are one
_LINKS = {
    "beside": r"{gap}(?:(?:at|on|in|of|around|about){gap})?(?:the{gap})?",
    "comma": r",{gap}(?:at{gap}|the{gap}|on{gap})?",
    "bracket": r"\s?[(]",
    "range": r"{gap}(?:to|through|until|till){gap}(?:the{gap})?|\s?[-–—]\s?",
    "and": r",?{gap}and{gap}",
}


@cache
def grammar() -> Grammar:
    """The English grammar, compiled from its lexicon once."""
    numerals = lexicon("numeral")
    feasts = (form for row in table("holidays.tsv") for form in listed(row["en"]))
    return compiled(
        "en",
        first=r"(?<![\w$€£#@])(?=\w)",
        trigger=TRIGGER,
        rules=RULES,
        links=_LINKS,
        affixes=_AFFIXES,
        fragments={
            **FRAGMENTS,
            **{kind.replace("-", "_"): _any_of(words("times_en.tsv", kind)) for kind in KINDS},
            "number": _any_of(numerals),
            "tens": _any_of(form for form, value in numerals.items() if value in _TENS),
            "ones": _any_of(form for form, value in numerals.items() if len(value) == 1),
            "holiday": _any_of(feasts),
            "opening": _any_of(words("times_en.tsv", *OPENING)),
        },
        # what the lexicon does not have is taken for a verb in the past
        cues=r"(?<!\w)(?:{cue}|(?!need|hundred)[a-z]+ed)(?!\w)",
        ways=cast("dict[str, Direction]", lexicon("cue")),
        clause=r"[!?;:\n“”\"]|\.\s+(?=[A-Z])",
        stop=r"[!?\n]|\.[”\"]?\s+(?=[A-Z“\"])",
        fold=lambda text: " ".join(text.lower().split()),
    )


_TENS = frozenset(str(number) for number in range(20, 100, 10))


def _any_of(forms: Iterable[str]) -> str:
    """All forms, with a capital or without; names also in capitals throughout."""
    given = set(forms)
    return any_of(given | {form.upper() for form in given if form.istitle()}, _letters)


def _letters(form: str) -> list[str]:
    """The letters of a form: its first in either case, and any white space for a space.

    >>> _letters("of May")
    ['[Oo]', 'f', '\\\\s{1,8}', 'M', 'a', 'y']
    """
    first = f"[{form[0].upper()}{form[0]}]" if form[0].islower() else re.escape(form[0])
    return [first, *(r"\s{1,8}" if letter == " " else re.escape(letter) for letter in form[1:])]
