"""Tokens in, a line out: one letter for each token and for each link between two of them.

It must never interpret the line: the grammar's patterns do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from corpus.entities.codes import parts
from corpus.entities.forms import Sense
from corpus.entities.tokens import Token
from corpus.han import simplified_table
from corpus.lexicon import listed
from corpus.model import Party, Place

Mention = Party | Place

#: longer stretches between two tokens join nothing
_LONGEST_LINK = 30
#: letters of the links whose name in ``party_links.tsv`` is a word; the others are their own letter
_LETTERS = {"comma": ",", "filler": "", "quote": "q"}


#: a department between a ministry and its head: 外交部 经济合作司 司长
_OFFICES = "司局处厅署"
_DEPARTMENT = re.compile(rf"[一-鿿]{{2,10}}[{_OFFICES}]")


@dataclass(frozen=True, slots=True)
class Line:
    """A text with its tokens, as the rules see it."""

    text: str
    #: the same with one kind of dot, apostrophe, hyphen and space
    folded: str
    tokens: tuple[Token, ...]
    language: str
    day: date | None
    #: `Sense.symbol` of each token, the links between them, ``|`` where nothing joins two
    shape: str
    #: for each letter of the shape the index of its token, or of the token before the link
    index: tuple[int, ...]

    def token(self, letter: int) -> Token:
        """The token that a letter of the shape stands for."""
        return self.tokens[self.index[letter]]

    def found(self, match: re.Match[str], group: str) -> Token | None:
        """The first token in a group of a rule's pattern, if the rule has the group."""
        if group not in match.re.groupindex or match.start(group) < 0:
            return None
        return self.token(match.start(group))

    def all(self, match: re.Match[str], group: str) -> list[Token]:
        """The tokens in a group of a rule's pattern."""
        letters = range(match.start(group), match.end(group))
        return [self.token(at) for at in letters if self.shape[at].isupper()]

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        """Where the tokens that a rule matched begin and end in the text."""
        return self.token(match.start()).start, self.token(match.end() - 1).end

    def party(self, span: tuple[int, int], code: str, kind: str) -> Party:
        """A mention of a party."""
        start, end = span
        return Party(start, end, self.text[start:end], code, kind)


def line(text: str, folded: str, tokens: list[Token], language: str, day: date | None) -> Line:
    """Write the tokens of a text as a line."""
    shape: list[str] = []
    index: list[int] = []
    reached = 0
    for position, token in enumerate(tokens):
        if position:
            link = between(folded, reached, token.start)
            shape.append(link)
            index += [position - 1] * len(link)
        shape.append(token.symbol)
        index.append(position)
        reached = token.end
    return Line(text, folded, tuple(tokens), language, day, "".join(shape), tuple(index))


@cache
def link_words(link: str) -> tuple[str, ...]:
    """The words of one link (``party_links.tsv``) in all languages, longest first."""
    words = (
        word
        for row in simplified_table("party_links.tsv")
        if row["link"] == link
        for word in listed(row["words"])
    )
    return tuple(sorted(words, key=len, reverse=True))


@cache
def _openings() -> frozenset[str]:
    """The letters that links begin with."""
    rows = simplified_table("party_links.tsv")
    return frozenset(word[0] for row in rows for word in listed(row["words"]))


@cache
def _link() -> re.Pattern[str]:
    def whole(word: str) -> str:
        return rf"\b{word}\b" if word.isascii() and word.isalpha() else re.escape(word)

    links = dict.fromkeys(row["link"] for row in simplified_table("party_links.tsv"))
    groups = (f"(?P<{link}>{'|'.join(map(whole, link_words(link)))})" for link in links)
    return re.compile(rf"\s*(?:{'|'.join(groups)})\s*")


def between(text: str, start: int, end: int) -> str:
    """The letters for what stands between two tokens; ``|`` where nothing joins them.

    >>> between("俄罗斯的前总统", 3, 5), between("Russia's top general", 6, 13)
    ('df', 'd')
    >>> between("俄罗斯对北约", 3, 4), between("俄罗斯和北约", 3, 4), between("美国 国务卿", 2, 3)
    ('|', 'p', '')
    """
    if start == end:
        return ""
    if end - start > _LONGEST_LINK:
        return "|"
    words = text[start:end]
    # most stretches are no link, which their first letter tells
    first = words.lstrip()[:1]
    if first and first not in _openings() and words[-1] not in _OFFICES:
        return "|"
    return _links(text[max(0, start - 1) : start], words)


@lru_cache(maxsize=4096)  # most are the same few words
def _links(before: str, words: str) -> str:
    """The letters for some words; what stands ``before`` them tells whether the first is whole."""
    if "\n" in words:
        return "|"
    if _DEPARTMENT.fullmatch(words):
        return ""
    text, start, letters = before + words, len(before), ""
    while not (start == len(text) or text[start:].isspace()):
        match = _link().match(text, start)
        if not match:
            return "|"
        link = match.lastgroup or ""
        letters += _LETTERS.get(link, link)
        start = match.end()
    return letters


def head_of(owner: Token | None) -> str:
    """ISO3 of a state, an adjective's or a place's; an organisation's abbreviation; or nothing."""
    if owner is None:
        return ""
    sense = owner.senses[0]
    return parts(sense.code).head or "".join(sense.states[:1])


def applicable(senses: tuple[Sense, ...], state: str) -> Sense | None:
    """What a body or an office is to a state: its own before a common one, else nothing."""
    own = [sense for sense in senses if state in sense.states]
    common = [sense for sense in senses if not sense.states]
    return next(iter(own + common), None)
