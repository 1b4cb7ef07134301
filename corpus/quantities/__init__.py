"""Figures that a briefer would quote: a text goes in, numbers with bounds, unit and noun come out.

Bounds are what the words state: 近十万 is 90,000 to 100,000, 超过20万 is 200,000 and open above.
Dates, durations, ages, ordinals, labels and names are no figures; nor are the few who are known
already (两位外长, the two sides). It must never name a speaker: that is the coder's work.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.han import simplified
from corpus.model import Quantity
from corpus.quantities import chinese, english


def find_quantities(text: str, language: str | None = None) -> list[Quantity]:
    """Figures of a text in order, none overlapping another; offsets into ``text``.

    ``language`` (ISO 639-1) spares the search for Chinese numbers in an English text; English
    numbers and units are looked for in every text. ``speaker`` is always ``narration``.

    >>> found = find_quantities("乌克兰边境附近集结了超过20万俄罗斯士兵。")
    >>> [(figure.surface, figure.low, figure.high) for figure in found]
    [('超过20万俄罗斯士兵', 200000.0, None)]
    >>> found = find_quantities("Between 20 and 30 tanks, $1.5 billion, 25%")
    >>> [(figure.low, figure.high, figure.unit) for figure in found]
    [(20.0, 30.0, 'item'), (1500000000.0, 1500000000.0, 'USD'), (25.0, 25.0, 'percent')]
    """
    plain = simplified(text)
    found = [] if language == "en" else list(chinese.figures(plain))
    found += english.figures(plain)
    found.sort(key=lambda figure: (figure.start, -figure.end))
    kept: list[Quantity] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept if plain is text else [_as_written(figure, text, plain) for figure in kept]


def _as_written(figure: Quantity, text: str, plain: str) -> Quantity:
    """The figure with its words as they stand in the text, not as they were matched."""
    what = plain.find(figure.what, figure.start)
    return replace(
        figure,
        surface=text[figure.start : figure.end],
        what=text[what : what + len(figure.what)],
    )
