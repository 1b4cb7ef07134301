"""The engine: a block of text goes in, its time expressions and the scene after it come out.

It must never read more of a text than the block it was given.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.model import Direction, TimeExpression
from corpus.times.grammar import Grammar
from corpus.times.quotation import Quotations
from corpus.times.reading import Away, Fields, Nth, Reading, Step
from corpus.times.resolve import disagreement, resolve
from corpus.times.scene import Found, Scene
from corpus.times.tokens import Token, tokens
from corpus.times.value import Value

#: how far to look for cue words, in characters
_CUE_REACH = 100
#: what may lie behind or ahead, which the words around it tell
_FLOATING = (Fields, Nth, Away)


def expressions(
    text: str, start: int, end: int, grammar: Grammar, scene: Scene, published: int | None
) -> tuple[list[TimeExpression], Scene]:
    """All time expressions of one block, and the scene after it."""
    found: list[TimeExpression] = []
    scene = scene.in_paragraph()
    reached = start
    speech: Quotations | None = None
    here = tokens(text, start, end, grammar)
    for token in here:
        if token.reading.ahead and _cue(text, start, end, token, grammar) == "future":
            token = token._replace(reading=_ahead(token.reading))
        if scene.year and grammar.stop.search(text, reached, token.start):
            scene = scene.in_sentence()
        reached = token.end
        reading, point = token.reading, token.reading.point
        now = scene
        if isinstance(point, _FLOATING):
            due: Direction = "future" if reading.bound in ("before", "until") else ""
            cue = _cue(text, start, end, token, grammar) or due
            if cue != scene.cue:
                now = scene = scene._replace(cue=cue)
        elif isinstance(point, Step) and point.base == "publication":
            speech = speech or Quotations(text, start, end, here, grammar)
            now = _heard(speech.days(token), scene)
        value, basis = resolve(reading, now)
        conflict = disagreement(reading, value, now) if reading.beside else ""
        found.append(_expression(text, token, value, basis, conflict, published))
        if value.span is not None:
            scene = scene.after(reading, value.span)
    return found, scene


def _heard(days: Iterable[Token], scene: Scene) -> Scene:
    """The scene as the speaker of a quotation saw it, if his day is told and not yet to come."""
    for day in days:
        value, _ = resolve(day.reading, scene._replace(cue="past"))
        if value.span and (scene.today is None or value.span.place <= scene.today):
            return scene._replace(today=value.span.place, basis="speech")
    return scene


def _ahead(reading: Reading) -> Reading:
    return Reading(f"{reading.rule}.ahead", reading.ahead, mod=reading.mod)


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
    text: str,
    token: Token,
    value: Value,
    basis: Found | None,
    conflict: str,
    published: int | None,
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
        conflict=conflict,
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
