"""What stands around a name: a span goes in, whether it acts, locates or describes comes out.

The words are in ``party_cues.tsv``; it must never look farther than the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus.han import simplified_table
from corpus.lexicon import listed

#: how far a cue may stand before a name, and a subordinate clause reach behind it, in characters
_BEFORE, _BEHIND = 48, 60
_MARKS = "，。；！？,;.!?\n"
#: 在俄罗斯和北约之间: what is between two is held by both
_BETWEEN = re.compile(r"[和与同及][^，。；]{1,12}之间")
_FILLING = {
    "zh": r"了?(?:[\d一二两三四五六七八九十百多数几]{1,6}[架枚艘辆门]?)?"
    r"(?:邻国|其邻国|整个|全|被占领的|首都)?",
    "en": r"(?: (?:the|all of|most of|neighbou?ring|nearby|occupied|eastern|western|southern"
    r"|northern|central|mainland|war-torn|downtown|besieged|their|its))* ",
}


@cache
def cue_words(role: str, language: str) -> tuple[str, ...]:
    """The words of one row of ``party_cues.tsv``, longest first."""
    for row in simplified_table("party_cues.tsv"):
        if row["role"] == role and row["language"] == language:
            return tuple(sorted(listed(row["words"]), key=len, reverse=True))
    return ()


@cache
def _behind(role: str, language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, cue_words(role, language)))
    if language == "zh":
        return re.compile(rf"(?:之间)?的?(?:{words})")
    return re.compile(rf"(?:'s?)? (?:{words})\b")


@cache
def _ahead(language: str, role: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, cue_words(role, language)))
    if language == "zh":
        unless = "".join(rf"(?<!{word})" for word in cue_words("before_not", "zh"))
        return re.compile(rf"(?:{words}){unless}{_FILLING['zh']}$")
    return re.compile(rf"(?i:\b(?:{words})){_FILLING['en']}$")


@cache
def _towards() -> re.Pattern[str]:
    words = "|".join(cue_words("motion", "en"))
    return re.compile(rf"\b(?:{words})(?: [\w-]+){{0,3}} to{_FILLING['en']}$")


@cache
def _acting_from() -> re.Pattern[str]:
    words = "|".join(cue_words("from_not", "en"))
    return re.compile(rf"\b(?:{words})(?: \w+)? from{_FILLING['en']}$")


@cache
def _subordinate() -> re.Pattern[str]:
    opening, closing = ("|".join(cue_words(role, "zh")) for role in ("opens", "subordinate"))
    no_opening = "".join(rf"(?<!{word})" for word in cue_words("before_not", "zh"))
    no_closing = "|".join(cue_words("subordinate_not", "zh"))
    inside = rf"(?:(?!{no_closing})[^{_MARKS}]|(?:{no_closing})){{1,{_BEHIND}}}?"
    return re.compile(rf"(?:{opening}){no_opening}{inside}(?!{no_closing})(?P<closing>{closing})")


def subordinate_clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each Chinese adverbial clause: 在俄罗斯占领更多领土之际, 自开战以来."""
    return (found.span() for found in _subordinate().finditer(text, start, end))


def describes(text: str, start: int, end: int, language: str) -> bool:
    """True if the name only says whose or what kind of thing follows (美国武器, US-made)."""
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
        return True
    if _behind("goods", language).match(text, end):
        before = text[max(0, start - _BEFORE) : start]
        return not _ahead(language, "aimed").search(before)
    if not _behind("thing", language).match(text, end):
        return False
    return not _ahead(language, "hit").search(text[max(0, start - _BEFORE) : start])


def strikes(text: str, end: int, language: str) -> bool:
    """True if a verb that weapons do follows them: 中国战机越过."""
    return bool(_behind("strikes", language).match(text, end))


def border(text: str, end: int, language: str) -> int:
    """Where the border ends that follows a state's name; 0 if none does."""
    match = _behind("border", language).match(text, end)
    return match.end() if match else 0


def region(text: str, end: int, language: str) -> int:
    """Where the word for a region ends that follows a city's name; 0 if none does."""
    match = _behind("region", language).match(text, end)
    if match and text.startswith(cue_words("region_not", language), end):
        return 0
    return match.end() if match and match.group()[0] not in "的'" else 0


def is_place(text: str, start: int, end: int, language: str, *, city: bool) -> bool:
    """True if the words around a state's or a city's name make it a place."""
    if _behind("after", language).match(text, end):
        return True
    if city and _behind("city_after", language).match(text, end):
        return True
    before = text[max(0, start - _BEFORE) : start]
    if city and _ahead(language, "taken").search(before):
        return True
    owner = language == "en" and text.startswith("'", end)
    if owner or not _located(before, language):
        return False
    if _behind("thing", language).match(text, end):
        return False  # 在乌克兰问题上
    return language == "en" or not _acts(text, start, end, city=city)


def _located(before: str, language: str) -> bool:
    if language == "zh":
        return bool(_ahead("zh", "before").search(before))
    if _acting_from().search(before):
        return False
    return bool(_ahead("en", "before").search(before) or _towards().search(before))


def _acts(text: str, start: int, end: int, *, city: bool) -> bool:
    """True in 在俄罗斯占领更多领土之际: the state is the subject of a clause that is opened so.

    Where somebody stands before it (马克龙在布鲁塞尔参加峰会后), a city is where he is.
    """
    opening = next((w for w in cue_words("opens", "zh") if text.endswith(w, 0, start)), "")
    if not opening or _behind("happens", "zh").match(text, end):
        return False
    if _BETWEEN.match(text, end):
        return True
    before = text[max(0, start - _BEFORE) : start - len(opening)].rstrip()
    if city and before and before[-1] not in f"{_MARKS}是":
        return False
    clause = _subordinate().match(text, start - len(opening))
    return clause is not None and clause.start("closing") - end > 1
