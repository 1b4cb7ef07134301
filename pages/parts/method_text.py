"""The method that comes with the program: its file goes in, the text and the way to it come out.

It is our own text in Markdown, the only one that a screen shows as such; no text of an archive may
ever take this way.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pages.parts.frame import Frame
from pages.parts.markup import Markup, link

_PATH = Path(__file__).parents[2] / "docs" / "method.md"


@cache
def method_text(path: Path = _PATH) -> str:
    """What stands below the heading of the file; empty where it does not come with the program."""
    try:
        return path.read_text(encoding="utf-8").partition("\n")[2]
    except OSError:
        return ""


def method_link(frame: Frame) -> Markup:
    """The way to all rules."""
    return link(frame.say("help_method"), "method", frame.view.elsewhere().params())
