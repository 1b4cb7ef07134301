"""The palette keeps its promises: contrast, and classes that everybody can tell apart."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from corpus.charts import tokens
from corpus.charts.tokens import PALETTES

#: Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB
VISION = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
#: smallest distance of any two classes, OKLab x 100: what the design was chosen for
DISTANCES = [
    ("light", "normal", 15.1),
    ("light", "deutan", 13.3),
    ("light", "protan", 11.7),
    ("light", "tritan", 11.5),
    ("dark", "normal", 17.4),
    ("dark", "deutan", 14.9),
    ("dark", "protan", 16.7),
    ("dark", "tritan", 16.6),
]


def linear(color: str) -> list[float]:
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def contrast(one: str, two: str) -> float:
    """WCAG 2 contrast ratio."""
    light, dark = sorted(
        (
            sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(color), strict=True))
            for color in (one, two)
        ),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def times(matrix, vector):
    return [sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix]


def oklab(rgb: list[float]) -> list[float]:
    """Björn Ottosson's OKLab of a linear sRGB colour."""
    to_lms = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    to_lab = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    return times(to_lab, [max(value, 0.0) ** (1 / 3) for value in times(to_lms, rgb)])


def distance(one: str, two: str, vision: str) -> float:
    seen = [
        oklab([min(max(c, 0.0), 1.0) for c in times(VISION[vision], linear(color))])
        for color in (one, two)
    ]
    return 100 * sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


@pytest.mark.parametrize("theme", PALETTES)
def test_all_text_reaches_wcag_aa_on_page_and_tint(theme):
    ink = PALETTES[theme]
    for ground in (ink.page, ink.tint):
        for color in (ink.ink, ink.muted, *ink.classes):
            assert contrast(color, ground) >= 4.5, (color, ground)
    assert contrast(ink.on_marker, ink.marker) >= 4.5
    assert contrast(ink.ink, ink.raised) >= 4.5


@pytest.mark.parametrize(("theme", "vision", "least"), DISTANCES)
def test_classes_stay_apart_for_every_kind_of_colour_vision(theme, vision, least):
    found = min(distance(*pair, vision) for pair in combinations(PALETTES[theme].classes, 2))
    assert found == pytest.approx(least, abs=0.06)


def test_no_other_module_of_the_charts_has_a_colour_or_a_face_of_its_own():
    folder = Path(tokens.__file__).parent
    for path in folder.glob("*.py"):
        if path.name != "tokens.py":
            text = re.sub(r">>>.*", "", path.read_text(encoding="utf-8"))
            assert not re.search(r"#[0-9A-Fa-f]{6}\b|'Source|sans-serif", text), path.name
