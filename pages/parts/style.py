"""The style sheet: the token table of one theme goes in, CSS for our own markup comes out."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from json import dumps
from pathlib import Path

from markupsafe import Markup

from corpus.charts.tokens import PALETTES, SANS, SERIF, Theme
from pages.parts.view import LANGUAGES
from pages.parts.wording import say

#: what every screen needs, and what one screen alone does
_RULES = [Path(__file__).with_name(name) for name in ("style.css", "sources.css")]


@cache
def sheet(theme: Theme) -> Markup:
    """The rules of the style sheets with the colours of one theme, in a ``<style>`` element."""
    rules = "".join(path.read_text(encoding="utf-8") for path in _RULES)
    # a chart carries the colours that it was drawn in: on paper those of the dark theme are turned
    turned = ".js-plotly-plot{filter:invert(1) hue-rotate(180deg)}" if theme == "dark" else ""
    paper = f"@media print{{:root{{{_variables('light')}}}{turned}}}"
    return Markup(f"<style>:root{{{_variables(theme)}{_words()}}}{paper}{rules}</style>")


def _words() -> str:
    """What a page says where Streamlit would say in English alone that it failed."""
    said = (
        (language, dumps(say("failed", language), ensure_ascii=False)) for language in LANGUAGES
    )
    return "".join(f"--dl-failed-{language}:{text};" for language, text in said)


def _variables(theme: Theme) -> str:
    palette = asdict(PALETTES[theme])
    classes = {f"c{number}": colour for number, colour in enumerate(palette.pop("classes"), 1)}
    tokens = {**palette, **classes, "sans": SANS, "serif": SERIF}
    return "".join(f"--dl-{name.replace('_', '-')}:{value};" for name, value in tokens.items())
