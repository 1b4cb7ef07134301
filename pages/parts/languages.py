"""Languages of an article: its record goes in, their names and what is not read of them come out.

It must never leave a reader to take a language that is not read for an article without events.
"""

from __future__ import annotations

from babel import Locale
from babel.core import UnknownLocaleError

from corpus.charts.terms import listing
from corpus.coding.vocabulary import LANGUAGES
from corpus.tables import Row
from pages.parts.frame import Frame


def language_name(code: str, frame: Frame) -> str:
    """The name of a language in the language of the interface; its code where it has no name."""
    if code == "und":
        return frame.say("language_und")
    try:
        return str(Locale.parse(code).get_language_name(frame.language) or code)
    except (ValueError, UnknownLocaleError):
        return code


def unread(frame: Frame, article: Row) -> str:
    """A sentence on the languages of an article that yield no events; empty if all do."""
    names = [language_name(code, frame) for code in article["language"] if code not in LANGUAGES]
    if not names:
        return ""
    return frame.say("unread_languages", languages=listing(names, frame.language, "or"))
