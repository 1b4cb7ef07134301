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
from corpus.times.build import approximate, bounded, events
from corpus.times.fragments_en import FRAGMENTS
from corpus.times.grammar import Affix, Grammar, Modifier, any_of, compiled, sayings, words
from corpus.times.lexicon_en import lexicon
from corpus.times.readings_en import halved, narrowed, onward, told
from corpus.times.rules_en import KINDS, LEADING, LEADS, OPENING, RULES, TRIGGER

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
    _before(r"[Tt]he{gap}(?P<third>{third}){gap}hours{gap}(?:of|on){gap}", narrowed, early=True),
    _before(
        r"(?P<third>{third})[-\s](?:in{gap}|on{gap}|hours{gap}of{gap}|hours{gap}on{gap})?(?:the{gap})?",
        narrowed,
        early=True,
    ),
    _before(
        r"(?:[Tt]he{gap})?(?P<third>{third_of}){gap}of{gap}(?:the{gap})?", narrowed, early=True
    ),
    _before(
        r"(?:[Tt]he{gap})?(?P<half>{half}){gap}half{gap}of{gap}(?:the{gap})?", halved, early=True
    ),
    _before(r"(?:[Tt]he{gap})?[Rr]est{gap}of{gap}(?:the{gap})?", told, early=True),
    _before(r"(?:[Ee]arlier|[Ll]ater){gap}(?:in{gap}|on{gap})?(?:the{gap})?", told, early=True),
    _before(r"(?P<about>{about}){gap}", approximate(lexicon("about"))),
    _before(r"[Ss]ince{gap}(?:the{gap})?", bounded("since")),
    _before(r"(?:[Uu]ntil|[Tt]ill){gap}(?:the{gap})?", bounded("until"), unless=_NOUN),
    _before(
        r"(?:[Nn]o{gap}later{gap}than|[Oo]n{gap}or{gap}before|[Uu]p{gap}to){gap}(?:the{gap})?",
        bounded("until"),
    ),
    _before(
        r"(?:[Oo]n{gap}or{gap}after|[Aa]s{gap}of|[Nn](?:o|ot){gap}(?:earlier|sooner){gap}than|(?:[Ss]tarting|[Bb]eginning)(?:{gap}(?:on|from|in))?){gap}(?:the{gap})?",
        bounded("since"),
    ),
    _before(
        r"(?:[Pp]rior{gap}to|(?:[Ee]arlier|[Ss]ooner){gap}than){gap}(?:the{gap})?",
        bounded("before"),
    ),
    _before(r"[Ll]ater{gap}than{gap}(?:the{gap})?", bounded("after")),
    Affix(r"{gap}(?P<bound>{bound}){end}(?!{gap}\d)", onward),
    _before(r"[Bb]y{gap}(?:the{gap})?", bounded("until"), unless=_NOUN),
    _before(r"[Bb]efore{gap}(?:the{gap})?", bounded("before"), unless=_NOUN),
    _before(r"[Aa]fter{gap}(?:the{gap})?", bounded("after"), unless=_NOUN),
)
#: what may stand between two expressions that are one
_LINKS = {
    "beside": r"{gap}(?:(?:at|on|in|of|around|about){gap})?(?:the{gap})?",
    "hours": r"{gap}(?:from|between){gap}",
    "comma": r",{gap}(?:at{gap}|the{gap}|on{gap})?",
    "bracket": r"\s?[(]",
    "range": r"{gap}(?:to|through|thru|until|till){gap}(?:the{gap})?|\s?[-–—]\s?",
    "between": r"{gap}and{gap}(?:the{gap})?",
    "after": r"{gap}(?:after|following){gap}(?:the{gap})?",
    "from": r"{gap}from{gap}(?:the{gap})?",
    "before": r"{gap}(?:before|prior{gap}to){gap}(?:the{gap})?",
    "and": r",?{gap}and{gap}",
}


@cache
def grammar() -> Grammar:
    """The English grammar, compiled from its lexicon once."""
    numerals = lexicon("numeral")
    feasts = {form for row in table("holidays.tsv") for form in listed(row["en"])}
    opening = words("times_en.tsv", *OPENING)
    leading = {*LEADS, *words("times_en.tsv", *LEADING), *opening, *feasts}
    return compiled(
        "en",
        before=r"(?<!\w)(?=\w)",
        first=r"(?<![\w$€£#@])(?={lead})",
        trigger=TRIGGER,
        rules=RULES,
        links=_LINKS,
        affixes=_AFFIXES,
        opens=r"[Bb]etween{gap}(?:the{gap})?",
        fragments={
            **FRAGMENTS,
            **{
                kind.replace("-", "_"): _any_of(words("times_en.tsv", kind), lower=kind != "name")
                for kind in KINDS
            },
            "number": _any_of({**numerals, **lexicon("an")}),
            **{
                name: _any_of(form for form, value in numerals.items() if int(value) in values)
                for name, values in _NUMBERS.items()
            },
            "holiday": _any_of(feasts),
            "event": _any_of(events("en")),
            "opening": _any_of(form for form in opening if form[:4] != "the "),
            "opening_the": _any_of(form[4:] for form in opening if form[:4] == "the "),
            "lead": r"\d|[QqH]\d|[Aa]n?{gap}|"
            + _any_of({form[:8] for form in leading} - {"a", "an"}),
        },
        # what the lexicon does not have is taken for a verb in the past
        cues=r"(?<!\w)(?<!\bbe )(?:{cue}|(?!need|hundred)[a-z]+ed)(?!\w)",
        ways=cast("dict[str, Direction]", lexicon("cue")),
        says=rf"(?<!\w){any_of(sayings('en'))}(?!\w)",
        clause=r"[!?;:\n“”\"]|\.\s+(?=[A-Z])",
        stop=r"[!?\n]|\.[”\"]?\s+(?=[A-Z“\"])",
        fold=lambda text: " ".join(text.lower().split()),
    )


_NUMBERS = {
    "tens": range(20, 100, 10),
    "ones": range(1, 10),
    "teen": range(10, 20),
    "small": range(1, 20),
    "hour_word": range(1, 13),
}


def _any_of(forms: Iterable[str], *, lower: bool = True) -> str:
    """All forms, with a capital or without; names also in capitals throughout, or in none."""
    given = set(forms)
    names = {form for form in given if form[0].isupper()}
    both = {form.upper() for form in names} | {form.lower() for form in names if lower}
    return any_of(given | both, _letters)


def _letters(form: str) -> list[str]:
    """The letters of a form: its first in either case, and any white space for a space.

    >>> _letters("of May")
    ['[Oo]', 'f', '\\\\s{1,8}', 'M', 'a', 'y']
    """
    first = f"[{form[0].upper()}{form[0]}]" if form[0].islower() else re.escape(form[0])
    return [first, *(r"\s{1,8}" if letter == " " else re.escape(letter) for letter in form[1:])]
