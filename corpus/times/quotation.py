"""Whose 今天 it is: a block and its tokens go in, the days told of a quotation come out.

“今晚……”市长15日说: tonight is the night of the 15th. This module must never resolve anything.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from corpus.text import enclosures
from corpus.times.grammar import Grammar
from corpus.times.reading import denotes_day
from corpus.times.tokens import Token

_QUOTES = frozenset('“「『‘"')
#: how far from a quotation its speaker is named, in characters
_REACH = 120


class Quotations:
    """The direct speech of one block."""

    def __init__(
        self, text: str, start: int, end: int, tokens: Sequence[Token], grammar: Grammar
    ) -> None:
        self._text, self._start, self._end = text, start, end
        self._tokens, self._grammar = tokens, grammar
        #: the outermost ones
        self._spans: list[tuple[int, int]] = []
        if _QUOTES.intersection(text[start:end]):
            for opening, close in sorted(enclosures(text, start, end)):
                if text[opening] in _QUOTES and (not self._spans or opening > self._spans[-1][1]):
                    self._spans.append((opening, close))
        self._told: dict[int, list[Token]] = {}

    def days(self, token: Token) -> list[Token]:
        """Days told beside a verb of saying, before the quotation that the token stands in or, in
        the same sentence, behind it, the nearest first; empty outside of direct speech."""
        place = bisect_right(self._spans, (token.start, 0)) - 1
        if place < 0 or self._spans[place][1] < token.start:
            return []
        if place not in self._told:
            self._told[place] = self._beside(*self._spans[place])
        return self._told[place]

    def _beside(self, opening: int, close: int) -> list[Token]:
        text, stop = self._text, self._grammar.stop
        low, high = max(self._start, opening - _REACH), min(self._end, close + _REACH)
        for match in stop.finditer(text, low, opening):
            low = match.end()
        after = stop.search(text, close + 1, high)
        frames = ((low, opening), (close + 1, after.start() if after else high))
        found: list[Token] = []
        for first, last in frames:
            if self._grammar.says.search(text, first, last):
                begin = bisect_left(self._tokens, first, key=lambda each: each.start)
                until = bisect_right(self._tokens, last, key=lambda each: each.end)
                days = filter(_one_day, self._tokens[begin:until])
                found += sorted(days, key=lambda each: abs(each.start - opening))
        return found


def _one_day(token: Token) -> bool:
    reading = token.reading
    return denotes_day(reading) and not reading.bound and reading.to is None
