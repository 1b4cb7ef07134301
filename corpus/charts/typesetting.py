"""Text measured without a font: a string and a size enter, its width or its lines leave.

Widths are estimates on the wide side of Source Sans and Noto Sans CJK, so that what is packed by
them does not touch on screen. This module must never need a font file or a browser.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: widths in em, measured in Source Sans and rounded up; capitals and other letters by default
_EMS = (
    (0.20, " "),
    (0.26, "',.:;Iijl|·‘’"),
    (0.31, "!()-[]f{}"),
    (0.37, "/\\rt°²³₂"),
    (0.43, '"*?sz“”'),
    (0.48, "JLYcvxy–"),
    (0.51, "#$+0123456789<=>FVX^_aegk~≠"),
    (0.54, "ESTZ"),
    (0.59, "ABCKPR"),
    (0.73, "Mw"),
    (0.85, "%@Wm—"),
    (0.95, "…"),
)
_EM = {character: em for em, characters in _EMS for character in characters}
_CAPITAL, _OTHER, _BOLD = 0.67, 0.56, 1.08


@lru_cache(maxsize=1024)
def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    return _EM.get(character) or (_CAPITAL if character.isupper() else _OTHER)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width in pixels of one line of ``text`` set in ``size`` pixels.

    >>> round(text_width("布林肯", 10)), round(text_width("Kyiv", 10))
    (30, 18)
    """
    return sum(map(_em, text)) * size * (_BOLD if bold else 1.0)


def shortened(text: str, room: float, size: float) -> str:
    """The longest beginning of ``text`` that is at most ``room`` pixels wide, with an ellipsis.

    The text itself if all of it fits; empty if less than four characters do.

    >>> shortened("Blinken meets Lavrov in Geneva", 100, 12.5)
    'Blinken meets L…'
    """
    if text_width(text, size) <= room:
        return text
    left = room / size - _em("…")
    for at, character in enumerate(text):
        left -= _em(character)
        if left < 0:
            return text[:at].rstrip() + "…" if at >= 4 else ""
    return ""


def balanced(text: str, room: float, size: float) -> list[str]:
    """`wrapped` into as few lines, but of like lengths.

    >>> wrapped("silence is not calm", 90, 12.5), balanced("silence is not calm", 90, 12.5)
    (['silence is not', 'calm'], ['silence is', 'not calm'])
    """
    lines = wrapped(text, room, size)
    fewest = len(lines)
    while fewest > 1 and room > size:
        room -= size / 4
        narrower = wrapped(text, room, size)
        if len(narrower) > fewest:
            break
        lines = narrower
    return lines


def wrapped(text: str, room: float, size: float) -> list[str]:
    """``text`` in lines of at most ``room`` pixels, broken at spaces or between Han characters.

    White space of any kind becomes a break or one space. A single word wider than the room is cut.

    >>> wrapped("before the first article", 80, 12.5)
    ['before the', 'first article']
    >>> wrapped("沉默不等于平静", 50, 12.5)
    ['沉默不等', '于平静']
    """
    lines: list[str] = []
    line, width = "", 0.0
    for piece in _pieces(" ".join(text.split())):
        wide = text_width(piece, size)
        if line and width + text_width(piece.rstrip(), size) > room:
            lines.append(line.rstrip())
            line, width = "", 0.0
        line, width = line + piece, width + wide
    return [*lines, line.rstrip()] if line.strip() else lines


#: Chinese punctuation that must not begin a line
_CLINGING = frozenset("，。、；：？！”’）》」』…·")
_LONGEST = 24


def _pieces(text: str) -> list[str]:
    """Parts between which a line may be broken."""
    pieces: list[str] = []
    word = ""
    for character in text:
        if _em(character) == 1.0:
            if word:
                pieces.append(word)
                word = ""
            if character in _CLINGING and pieces:
                pieces[-1] += character
            else:
                pieces.append(character)
            continue
        word += character
        if character == " " or len(word) == _LONGEST:
            pieces.append(word)
            word = ""
    return [*pieces, word] if word else pieces
