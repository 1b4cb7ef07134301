"""Text in any Chinese spelling goes in, the same text in simplified characters comes out, as long.

Every character keeps its place, so that what is found in the outcome stands at the same offsets in
the text that came in. It is for matching alone: nothing of it may ever be shown or stored.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.lexicon import Row, listed, table

#: full-width digits and Latin letters, and how far below them the plain ones stand
_FULL_WIDTH = "％" + "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))))
_FULL_WIDTH += "".join(map(chr, range(0xFF41, 0xFF5B)))
_STEP = 0xFEE0


@lru_cache(maxsize=4)  # one article is asked for again and again: for its dates, for its events
def simplified(text: str) -> str:
    """The text as it is matched: simplified characters, plain digits and Latin letters.

    A text that has nothing to fold is given back as it is, the same object.

    >>> simplified("烏克蘭總統澤倫斯基週五說：「２０２２年」")
    '乌克兰总统泽伦斯基周五说：“2022年”'
    """
    variant, characters = _variants()
    return text.translate(characters) if variant.search(text) else text


@cache
def simplified_table(name: str) -> tuple[Row, ...]:
    """Rows of a lexicon table for matching, whichever characters they are written in.

    Two forms of a list that differ in nothing else become one.
    """
    rows = table(name)
    cells = [cell for row in rows for cell in row.values()]
    # one text of all cells: a table has some thousands, and most have nothing to fold
    written = "\n".join(cells)
    plain = simplified(written)
    if plain is written:
        return rows
    folded = map(_once, cells, plain.split("\n"))
    return tuple(dict(zip(row, folded, strict=False)) for row in rows)


def _once(cell: str, folded: str) -> str:
    return cell if folded == cell else "|".join(dict.fromkeys(listed(folded))) or folded


@cache
def _variants() -> tuple[re.Pattern[str], str]:
    """Any sign to fold, and a string that has in each character's place what stands for it.

    Such a string translates faster than a dict, which fails for every character that it lacks.
    """
    pairs = {row["traditional"]: row["simplified"] for row in table("han_variants.tsv")}
    pairs |= {sign: chr(ord(sign) - _STEP) for sign in _FULL_WIDTH}
    characters = [chr(code) for code in range(0x10000)]
    for sign, plain in pairs.items():
        characters[ord(sign)] = plain
    return re.compile(f"[{''.join(pairs)}]"), "".join(characters)
