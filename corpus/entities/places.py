"""Where a name is a place: a token of a line goes in, a `Place` or nothing comes out.

It must never make a place of a name that acts.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.entities.forms import GAZETTEERS
from corpus.entities.line import Line, Mention
from corpus.entities.states import states
from corpus.entities.surroundings import border, is_place
from corpus.entities.tokens import Token
from corpus.lexicon import table
from corpus.model import Place

#: what joins the cities of a list
_LIST = re.compile(r"、|和|与|及|, and |, | and ")


@cache
def capitals() -> dict[str, tuple[float, float]]:
    """The point that stands for a state: its capital, latitude and longitude."""
    return {
        row["country"]: (float(row["latitude"]), float(row["longitude"]))
        for name in GAZETTEERS
        for row in table(name)
        if row["capital"]
    }


def _state_at(line: Line, token: Token, end: int, name: str) -> Place | None:
    code = token.senses[0].code
    point = capitals().get(code)
    if point is None:
        return None
    return Place(token.start, end, line.text[token.start : end], name, code, *point)


def bordering(line: Line, token: Token) -> Place | None:
    """乌克兰边境, the Ukrainian border: named after the state."""
    end = border(line.folded, token.end, line.language)
    state = states()[token.senses[0].code]
    return _state_at(line, token, end, f"{state.en}'s border") if end else None


def located(line: Line, token: Token, last: list[Mention]) -> Place | None:
    """A state as a place: 在乌克兰, in Ukraine, 乌克兰境内. An adjective alone is none."""
    sense = token.senses[0]
    if sense.symbol == "A":
        return None
    if not _joined(line, token, last) and not is_place(
        line.folded, token.start, token.end, line.language, city=False
    ):
        return None
    return _state_at(line, token, token.end, states()[sense.code].en)


def _joined(line: Line, token: Token, last: list[Mention]) -> bool:
    """True for Warsaw in "to Kyiv and Warsaw": it is listed with what has been found a place."""
    return any(
        isinstance(place, Place) and _LIST.fullmatch(line.folded, place.end, token.start)
        for place in last
    )


def settled(line: Line, token: Token, last: list[Mention], *, owned: bool) -> Place | None:
    """A city, a region, a building, unless its name stands for somebody who acts.

    ``owned`` says that its state is named before it: 乌克兰首都基辅 is the city.
    """
    sense = token.senses[0]
    seat = bool(sense.code)
    if seat and not (owned and " " not in sense.code.partition(" ")[2]):
        beside = _listed_with_city(line, token) or _joined(line, token, last)
        if not beside and not is_place(
            line.folded, token.start, token.end, line.language, city=True
        ):
            return None
    return place_at(line, token)


def _listed_with_city(line: Line, token: Token) -> bool:
    """True for 基辅 in 基辅、哈尔科夫和敖德萨: it is listed with places that stand for nobody."""
    at = line.tokens.index(token)
    neighbours = (line.tokens[max(0, at - 1) : at + 1], line.tokens[at : at + 2])
    return any(
        len(pair) == 2
        and all(
            other is token or (other.symbol == "C" and not other.senses[0].code) for other in pair
        )
        and _LIST.fullmatch(line.folded, pair[0].end, pair[1].start)
        for pair in neighbours
    )


def place_at(line: Line, token: Token) -> Place:
    """The place that a token names, whatever stands around it."""
    sense = token.senses[0]
    return Place(
        token.start,
        token.end,
        line.text[token.start : token.end],
        sense.name,
        "".join(sense.states),
        sense.latitude,
        sense.longitude,
    )
