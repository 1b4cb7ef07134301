"""The engine: text and a grammar go in, readings with their place come out, and then expressions.

Its time is linear in the text: one pass of one compiled alternation, then work for each match
only. It must never read more of a text than the block it was given.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from corpus.model import Direction, TimeExpression
from corpus.times.compose import compose
from corpus.times.grammar import Grammar
from corpus.times.reading import Fields, Reading
from corpus.times.resolve import resolve
from corpus.times.scene import Found, Scene
from corpus.times.value import Value

#: how far to look for cue words, and for an affix before an expression, in characters
_CUE_REACH = 100
_AFFIX_REACH = 24
#: the widest gap between two expressions that are one, in characters
_GAP = 24


class Token(NamedTuple):
    """A reading and its span in the text."""

    start: int
    end: int
    reading: Reading


def expressions(
    text: str, start: int, end: int, grammar: Grammar, scene: Scene
) -> tuple[list[TimeExpression], Scene]:
    """All time expressions of one block, and the scene after it."""
    found: list[TimeExpression] = []
    scene = scene.in_paragraph()
    reached = start
    for token in tokens(text, start, end, grammar):
        if scene.year and grammar.stop.search(text, reached, token.start):
            scene = scene.in_sentence()
        reached = token.end
        if isinstance(token.reading.point, Fields):
            due: Direction = "future" if token.reading.bound in ("before", "until") else ""
            scene = scene._replace(cue=_cue(text, start, end, token, grammar) or due)
        value, basis = resolve(token.reading, scene)
        found.append(_expression(text, token, value, basis, scene.published))
        scene = scene.after(token.reading, value)
    return found, scene


def tokens(text: str, start: int, end: int, grammar: Grammar) -> list[Token]:
    """Readings of one block in order: affixes taken in, neighbours joined, guards applied."""
    joined: list[Token] = []
    for scanned in _scan(text, start, end, grammar):
        token = _widened(text, joined[-1].end if joined else start, end, scanned, grammar, True)
        while joined and (merged := _joined(text, end, joined[-1], token, grammar)):
            joined.pop()
            token = _widened(text, joined[-1].end if joined else start, end, merged, grammar, True)
        joined.append(token)
    kept: list[Token] = []
    for token in joined:
        reached = kept[-1].end if kept else start
        if not token.reading.loose and token.start >= reached:
            kept.append(_widened(text, reached, end, token, grammar, False))
    return kept


def _scan(text: str, start: int, end: int, grammar: Grammar) -> Iterator[Token]:
    for match in grammar.scanner.finditer(text, start, end):
        pattern, rule = grammar.rules[(match.lastindex or 0) - 1]
        again = pattern.match(text, match.start(), end)
        assert again is not None, f"the rule {rule.name} matches alone what it matched among others"
        reading = rule.build(grammar.groups(again))
        if reading is not None:
            named = reading if reading.rule else reading._replace(rule=rule.name)
            yield Token(match.start(), match.end(), named)


def _widened(text: str, start: int, end: int, token: Token, grammar: Grammar, early: bool) -> Token:
    """The token with the words before and behind it that belong to it, between two places."""
    for affix, pattern, unless in grammar.affixes:
        if affix.early != early or (unless and unless.match(text, token.end, end)):
            continue
        if affix.before:
            match = pattern.search(text, max(start, token.start - _AFFIX_REACH), token.start)
        else:
            match = pattern.match(text, token.end, end)
        reading = match and affix.apply(token.reading, grammar.groups(match))
        if match and reading:
            token = Token(min(match.start(), token.start), max(match.end(), token.end), reading)
    return token


def _joined(text: str, end: int, left: Token, right: Token, grammar: Grammar) -> Token | None:
    """One token of two, if what stands between them links them and they make sense together."""
    if not 0 <= right.start - left.end <= _GAP:
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
        reading = compose(link, left.reading, right.reading)
        if reading is not None:
            return Token(left.start, stop, reading)
    return None


def _cue(text: str, start: int, end: int, token: Token, grammar: Grammar) -> Direction:
    """What the nearest cue word before it in its clause says, else the nearest one behind it."""
    low = max(start, token.start - _CUE_REACH)
    for stop in grammar.clause.finditer(text, low, token.start):
        low = stop.end()
    before = [match.group() for match in grammar.cues.finditer(text, low, token.start)]
    if before:
        return grammar.way(before[-1])
    high = min(end, token.end + _CUE_REACH)
    mark = grammar.clause.search(text, token.end, high)
    behind = grammar.cues.search(text, token.end, mark.start() if mark else high)
    return grammar.way(behind.group()) if behind else ""


def _expression(
    text: str, token: Token, value: Value, basis: Found | None, published: int | None
) -> TimeExpression:
    reading = token.reading
    return TimeExpression(
        start=token.start,
        end=token.end,
        surface=text[token.start : token.end],
        type=reading.type,
        value=value.timex,
        mod=value.mod,
        edtf=value.edtf,
        first=value.first,
        last=value.last,
        precision=value.precision,
        direction=_direction(reading, value, published),
        anchor=basis.anchor if basis else "",
        rule=f"{reading.rule}.{basis.way}" if basis and basis.way else reading.rule,
    )


def _direction(reading: Reading, value: Value, published: int | None) -> Direction:
    """Where the days lie as seen from publication; without days, what the words say."""
    first, last = value.first, value.last
    if published is None or (first is None and last is None):
        return reading.direction
    if first is not None and first.toordinal() > published:
        return "future"
    if last is not None and last.toordinal() < published:
        return "past"
    return "future" if first is None else "present"
