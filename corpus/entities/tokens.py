"""Text in, tokens out: every form found, with names that no table has and names in brackets.

It must never say what a token means beside its neighbours: that is the grammar's work.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from corpus.entities.forms import PEOPLE, Sense, characters, forms, joins, people
from corpus.entities.surroundings import cue_words, region
from corpus.han import simplified, simplified_table

#: sectors of the bodies that a state's one-character name stands before
_OFFICIAL = ("GOV", "MIL", "LEG", "SPY", "COP", "JUD", "JRN", "BUS")
#: signs that stand for another one of the same width
_ALIKE = tuple(zip("‧•∙・．᛫’‘‑–\u00a0\u3000", "······''--  ", strict=True))

_LATIN = r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'\- ]{1,40}"
#: a name or an abbreviation in Latin letters in brackets behind the Chinese one
_GLOSS = re.compile(rf"\s?[（(]\s*({_LATIN}?)\s*[)）]")
#: one to four words with a capital, with the particles of names between them
_ENGLISH_NAME = re.compile(
    r"[A-ZÀ-Þ][a-zà-ɏ][\w'\-]*"
    r"(?: (?:(?:von|van|de|der|di|la|bin|al) ){0,2}(?:[A-Z]\.|[A-ZÀ-Þ][\w'\-]+)){0,3}"
)
#: a name of two to four words in front of an apposition, and what closes that; in characters
_LONGEST_NAME = 60
#: how far before it the comma stands
_COMMA = 9
_IN_FRONT = re.compile(
    r"\b([A-ZÀ-Þ][a-zà-ɏ][\w'\-]*(?: [A-Z]\.)?(?: (?:(?:von|van|de|der|al|bin) )?"
    r"[A-ZÀ-Þ][a-zà-ɏ][\w'\-]*){1,2}), (?:(?:the|a|an|its|his|then|who is) )?$"
)
_CLOSED = re.compile(r"(?: (?:of|for) [^,.;\n]{2,40})?(?:,|\.|;| said\b| told\b| and\b|$)")
_GAP = re.compile(r",? ")
#: words with a capital that are no name: days, months, and what may follow a title in a heading
_NO_NAME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|The|In|On|At|Of|And|To|For|Says|Calls|Warns|Who|After)\b"
)


class Token(NamedTuple):
    """One form in the text and all it may stand for; all its senses have the same symbol."""

    start: int
    end: int
    senses: tuple[Sense, ...]

    @property
    def symbol(self) -> str:
        return self.senses[0].symbol


@lru_cache(maxsize=4)  # an article is asked for again with each of its paragraphs
def fold(text: str) -> str:
    """The same text, as long as before, with one kind of character, dot, apostrophe and space.

    >>> fold("謝爾蓋‧拉夫羅夫, Russia’s minister")
    "谢尔盖·拉夫罗夫, Russia's minister"
    """
    text = simplified(text)
    for sign, plain in _ALIKE:
        text = text.replace(sign, plain)
    return text


def tokens(text: str, start: int, end: int) -> list[Token]:
    """All tokens of a folded text, sorted, none overlapping another."""
    hits = forms().find(text, start, end)
    found = [
        Token(begin + first, begin + last, senses)
        for begin, _, form in hits
        for first, last, senses in form
    ]
    found = _merged(found, _beside(text, start, end, {hit[0]: hit[1] for hit in hits}, found))
    found = _merged(found, _short(text, start, end, found))
    if text.find("·", start, end) >= 0:
        found = _merged(_dotted(text, start, end, found), found)
    return list(_completed(text, end, _merged(found, _apposed(text, start, end, found))))


def _merged(winners: list[Token], others: list[Token]) -> list[Token]:
    """Both sorted lists in one; of two tokens that overlap the one of the first list stays."""
    if not winners or not others:
        return winners or others
    kept: list[Token] = []
    at = 0
    for token in others:
        while at < len(winners) and winners[at].end <= token.start:
            kept.append(winners[at])
            at += 1
        if at == len(winners) or winners[at].start >= token.end:
            kept.append(token)
    return kept + winners[at:]


def _overlapping(found: list[Token], start: int, end: int) -> list[Token]:
    first = bisect_right(found, start, key=lambda token: token.end)
    return list(takewhile(lambda token: token.start < end, found[first:]))


def _beside(
    text: str, start: int, end: int, hits: dict[int, int], found: list[Token]
) -> list[Token]:
    """One-character names in front of offices and bodies (俄外长), and 人 behind states."""
    added = []
    for token in found:
        at, symbol = token.start - 1, token.symbol
        if symbol in "BO" and at >= start and text[at] in characters():
            sense = characters()[text[at]]
            if (
                joins(sense)
                and _official(token)
                and text[at - 1 : token.start] not in cue_words("short_not", "zh")
            ):
                added.append(Token(at, token.start, (sense,)))
        if symbol == "S" and text.startswith(PEOPLE, token.end, end):
            whole = token.end - token.start > 1
            if whole and text[token.start] >= "⺀" and token.end not in hits:
                added.append(Token(token.end, token.end + 1, people()))
    return added


def _apposed(text: str, start: int, end: int, found: list[Token]) -> list[Token]:
    """English names that no table has before what somebody is: Jane Doe, the German minister."""
    added: list[Token] = []
    if text.find(",", start, end) < 0:
        return added
    for index, token in enumerate(found):
        if (
            token.symbol not in "SAGBO"
            or "," not in text[max(0, token.start - _COMMA) : token.start]
        ):
            continue
        name = _IN_FRONT.search(text, max(start, token.start - _LONGEST_NAME), token.start)
        office = next((t for t in found[index : index + 4] if t.symbol == "O"), None)
        if not name or office is None or not _CLOSED.match(text, office.end, end):
            continue
        if not any(map(_NO_NAME.match, name.group(1).split())):
            added.append(Token(*name.span(1), (Sense("N", name=name.group(1)),)))
    return added


def _official(token: Token) -> bool:
    """True for what is written with one-character names: 俄官员, 美企; 希法医院 is a hospital."""
    return token.symbol == "O" or any(sense.sector in _OFFICIAL for sense in token.senses)


@cache
def _runs() -> re.Pattern[str]:
    pairs = "|".join(
        sorted((row["form"] for row in simplified_table("state_pairs.tsv")), key=len)[::-1]
    )
    behind, short = ("".join(cue_words(role, "zh")) for role in ("short_behind", "short"))
    # each letter by itself: a pattern all of whose branches begin with one is found fast
    return re.compile("|".join([pairs, *(rf"{letter}(?<=[{behind}].)" for letter in short)]))


def _short(text: str, start: int, end: int, found: list[Token]) -> list[Token]:
    """One-character names side by side (俄乌) or behind a verb that goes with them (对俄).

    A run is taken only where no longer form claims a part of it: 中俄 is none in 其中俄罗斯.
    """
    added: list[Token] = []
    if text.isascii():
        return added
    for match in _runs().finditer(text, start, end):
        claimed = _overlapping(found, *match.span())
        if all(token.end - token.start == 1 for token in claimed):
            taken = {token.start for token in claimed}
            spots = (spot for spot in range(*match.span()) if spot not in taken)
            added += [Token(spot, spot + 1, (characters()[text[spot]],)) for spot in spots]
    return added


@cache
def _chinese_name() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name with dots, and one without, as far as the letters used for names go."""
    letters = simplified_table("name_letters.tsv")[0]["letters"]
    letter = rf"(?:(?!{'|'.join(cue_words('name_end', 'zh'))})[{letters}])"
    dotted = rf"{letter}{{1,7}}(?:[·-]{letter}{{1,8}}){{0,3}}·{letter}{{1,8}}(?:-{letter}{{1,8}})?"
    return re.compile(dotted), re.compile(rf"{letter}{{2,7}}")


def _dotted(text: str, start: int, end: int, found: list[Token]) -> list[Token]:
    """Chinese names with dots: persons under another given name, and names no table has."""
    added = []
    for match in _chinese_name()[0].finditer(text, start, end):
        first, last = match.span()
        inside = _overlapping(found, first, last)
        if inside and inside[0].symbol != "P" and inside[0].start <= first:
            first = inside.pop(0).end
        known = [token for token in inside if token.symbol == "P"]
        if "·" not in text[first:last] or any("·" in text[p.start : p.end] for p in known):
            continue
        if known and known[-1].end >= last and text[known[-1].start - 1] == "·":
            added.append(Token(first, known[-1].end, known[-1].senses))
        else:
            added.append(Token(first, last, (Sense("N", name=text[first:last]),)))
    return added


def _completed(text: str, end: int, found: list[Token]) -> Iterator[Token]:
    """Titles get the unknown names behind them, names the brackets, cities their regions."""
    reached = -1
    for index, token in enumerate(found):
        if token.start < reached:
            continue
        limit = found[index + 1].start if index + 1 < len(found) else end
        symbol = token.symbol
        if symbol in _EXTENDED:
            token = _extended(text, end, limit, token)
        yield token
        reached = token.end
        name = _name_behind(text, reached, end, limit) if symbol in "OT" else None
        if name:
            yield (name := _extended(text, end, limit, name))
            reached = name.end


def _name_behind(text: str, at: int, end: int, limit: int) -> Token | None:
    if at >= limit:
        return None
    match = _chinese_name()[1].match(text, at, min(end, limit))
    if not match:
        gap = _GAP.match(text, at, end)
        match = _ENGLISH_NAME.match(text, gap.end(), end) if gap else None
        if not match or match.start() >= limit or _NO_NAME.match(match.group()):
            return None
    return Token(match.start(), match.end(), (Sense("N", name=match.group()),))


#: symbols of the tokens that may have more behind them
_EXTENDED = "BCGNP"


def _extended(text: str, end: int, limit: int, token: Token) -> Token:
    sense = token.senses[0]
    symbol = sense.symbol
    if symbol == "C":
        reach = region(text, token.end, "zh" if text[token.end - 1] >= "⺀" else "en")
        if token.end < reach <= limit:
            name = sense.name if text[reach - 1] == "市" else f"{sense.name} region"
            token = Token(token.start, reach, (replace(sense, name=name, code=""),))
    if symbol == "B" and text.startswith("部门", token.end - 1, end):
        return token._replace(end=token.end + 1)
    match = _GLOSS.match(text, token.end, end) if symbol in "PNGC" else None
    if match:
        found = token.senses
        if symbol == "N":
            found = _told(match.group(1)) or (replace(sense, name=match.group(1)),)
        return Token(token.start, match.end(), found)
    return _aliased(text, end, token) if symbol == "G" else token


def _told(latin: str) -> tuple[Sense, ...]:
    """The person whom a table knows by the name in the brackets, however the Chinese is spelt."""
    for start, end, form in forms().find(latin)[:1]:
        if form and (start, end) == (0, len(latin)) and form[0][2][0].symbol == "P":
            return form[0][2]
    return ()


def _aliased(text: str, end: int, token: Token) -> Token:
    """北约（北大西洋公约组织）: the brackets hold another form of the same party."""
    if text[token.end : token.end + 1] in ("（", "("):
        for begin, stop, form in forms().find(text, token.end, min(end, token.end + 40))[:1]:
            if begin == token.end + 1 and form and form[0][2] == token.senses:
                closed = text[stop : stop + 1] in ("）", ")")
                return Token(token.start, stop + closed, token.senses)
    return token
