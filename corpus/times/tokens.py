"""Finding: a block of text and a grammar go in, readings with their place come out.

Its time is linear in the text: one pass of one compiled alternation, then work for each match
only. It must never read more of a text than the block it was given.
"""

from __future__ import annotations

from typing import NamedTuple

from corpus.times.compose import compose, listed
from corpus.times.grammar import Affixes, Grammar
from corpus.times.reading import Fields, Reading

#: how far to look for an affix before an expression, in characters
_REACH = 24
#: the widest gap between two expressions that are one, in characters
_GAP = 24


class Token(NamedTuple):
    """A reading and its span in the text."""

    start: int
    end: int
    reading: Reading


def tokens(text: str, start: int, end: int, grammar: Grammar) -> list[Token]:
    """Readings of one block in order: affixes taken in, neighbours joined, guards applied."""
    joined: list[Token] = []
    near: list[bool] = []  # whether any affix stands around it, which is rare
    for match in grammar.scanner.finditer(text, start, end):
        rule = grammar.rules[(match.lastindex or 0) - 1]
        begin, stop = match.span()
        again = rule.pattern.match(text, begin, end)
        assert again is not None, "a rule matches alone what it matched among the others"
        reading = rule.read(again.groups())
        if reading is None:
            continue
        token = Token(begin, stop, reading)
        while True:
            low = joined[-1].end if joined else start
            some = grammar.around.any(text, max(low, token.start - _REACH), token, end)
            if some:
                token = _widened(text, low, end, token, grammar, grammar.early)
            merged = _joined(text, end, joined[-1], token, grammar) if joined else None
            if merged is None:
                break
            joined.pop()
            near.pop()
            token = merged
        if joined:
            joined[-1], token = _listed(text, joined[-1], token, grammar)
        joined.append(token)
        near.append(some)
    kept: list[Token] = []
    for token, some in zip(joined, near, strict=True):
        reached = kept[-1].end if kept else start
        if token.start < reached:
            continue
        if some:
            token = _widened(text, reached, end, token, grammar, grammar.late)
        if not token.reading.loose:
            kept.append(token)
    return kept


def _widened(
    text: str, start: int, end: int, token: Token, grammar: Grammar, affixes: Affixes
) -> Token:
    """The token with the words before and behind it that belong to it, between two places."""
    for affix, pattern, unless in affixes:
        if unless and unless.match(text, token.end, end):
            continue
        if affix.before:
            match = pattern.search(text, max(start, token.start - _REACH), token.start)
        else:
            match = pattern.match(text, token.end, end)
        reading = match and affix.apply(token.reading, grammar.groups(match))
        if match and reading:
            token = Token(min(match.start(), token.start), max(match.end(), token.end), reading)
    return token


def _listed(text: str, left: Token, right: Token, grammar: Grammar) -> tuple[Token, Token]:
    """Both, each with what it has from the other if they stand in one list."""
    apart = right.start - left.end
    if not 0 < apart <= _GAP:
        return left, right
    if isinstance(left.reading.point, Fields) and isinstance(right.reading.point, Fields):
        links = (pattern for name, pattern in grammar.links if name in ("and", "comma"))
        if any(each.fullmatch(text, left.end, right.start) for each in links):
            first, second = listed(left.reading, right.reading)
            return left._replace(reading=first), right._replace(reading=second)
    return left, right


def _joined(text: str, end: int, left: Token, right: Token, grammar: Grammar) -> Token | None:
    """One token of two, if what stands between them links them and they make sense together."""
    if not 0 <= right.start - left.end <= _GAP:
        return None
    if not grammar.linked.fullmatch(text, left.end, right.start):
        return None
    for link, pattern in grammar.links:
        if not pattern.fullmatch(text, left.end, right.start):
            continue
        stop = right.end
        if link == "bracket":
            closing = grammar.closing.match(text, right.end, end)
            if closing is None:
                continue
            stop = closing.end()
        if link == "between":
            if not grammar.opens.search(text, max(0, left.start - _REACH), left.start):
                continue
            link = "range"
        reading = compose(link, left.reading, right.reading)
        if reading is not None:
            return Token(left.start, stop, reading)
    return None
