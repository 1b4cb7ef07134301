"""Numbers as time expressions write them: figures, Chinese characters and English words.

Numerals go in, an integer or a TIMEX3 duration comes out. It must never guess: an indefinite
number stays indefinite, as TIMEX3's ``X``.
"""

from __future__ import annotations

from collections.abc import Mapping

#: TIMEX3 of half a unit, where it is a whole number of smaller ones
_HALVES = {
    "Y": "6M",
    "M": "15D",
    "D": "T12H",
    "TH": "T30M",
    "TM": "T30S",
    "DE": "5Y",
    "CE": "50Y",
}


def chinese(text: str, numerals: Mapping[str, str]) -> int | None:
    """Value of a Chinese or Arabic numeral, positional (二零二二) or with ranks (二十三).

    Two neighbours are no number but a guess: 两三 is "two or three".

    >>> table = dict(zip("零一二三五九十百", "0 1 2 3 5 9 10 100".split()))
    >>> [chinese(text, table) for text in ("二零二二", "二十三", "十", "一百零五", "23", "两三")]
    [2022, 23, 10, 105, 23, None]
    """
    if text.isdecimal():
        return int(text)
    figures = [int(numerals[character]) for character in text if character in numerals]
    if len(figures) != len(text) or not text:
        return None
    if max(figures) < 10:
        if len(figures) == 2 and figures[0]:
            return None
        return int("".join(map(str, figures)))
    total = pending = 0
    for figure in figures:
        if figure < 10:
            pending = figure
        else:
            total += figure if 10 < figure < 100 else (pending or 1) * figure  # 廿 is whole
            pending = 0
    return total + pending


def english(text: str, numerals: Mapping[str, str]) -> int | None:
    """Value of an English number word or of figures.

    >>> table = {"twenty": "20", "one": "1", "a": "1", "hundred": "100"}
    >>> [english(text, table) for text in ("twenty-one", "a hundred", "1,200", "several")]
    [21, 100, 1200, None]
    """
    plain = text.replace(",", "")
    if plain.isdecimal():
        return int(plain)
    parts = text.replace("-", " ").split()
    if not parts or not all(part in numerals for part in parts):
        return None
    total = 0
    for number in (int(numerals[part]) for part in parts):
        total = (total or 1) * number if number >= 100 else total + number
    return total


def english_year(text: str, numerals: Mapping[str, str]) -> int | None:
    """Value of a year in words.

    >>> table = {"two": "2", "nineteen": "19", "ninety": "90", "nine": "9", "thousand": "1000"}
    >>> [english_year(text, table) for text in ("nineteen ninety-nine", "two thousand and nine")]
    [1999, 2009]
    """
    century, _, rest = text.replace("-", " ").replace(" and ", " ").partition(" ")
    if rest.startswith(("thousand", "hundred")):
        scale, _, rest = rest.partition(" ")
        century = f"{century} {scale}"
    small = english(rest.removeprefix("oh "), numerals) if rest else 0
    large = english(century, numerals)
    if large is None or small is None:
        return None
    return (large if large > 99 else large * 100) + small


def duration(count: int | float | None, unit: str, half: bool = False) -> str:
    """TIMEX3 duration; None counts as indefinite.

    >>> duration(1, "TH", half=True), duration(3, "W"), duration(None, "D"), duration(0, "Y", True)
    ('PT1H30M', 'P3W', 'PXD', 'P6M')
    """
    time, letter = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    whole = f"{time}{'X' if count is None else count}{letter}"
    if not half:
        return "P" + whole
    rest = _HALVES.get(unit, "")
    if not rest:
        return f"P{time}{count or 0}.5{letter}"
    if not count:
        return "P" + rest
    return "P" + whole + (rest.removeprefix("T") if time else rest)
