"""Party codes go in, what a headline calls them comes out, in as much room as there is.

It must never leave a party out uncounted, nor read as if it knew whose body a body is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.entities import names
from corpus.entities.codes import parts
from corpus.entities.names import is_body
from corpus.entities.states import states
from corpus.phrases import phrase


@dataclass(frozen=True, slots=True)
class Style:
    """How much room a headline takes: the first style in which it fits is taken."""

    #: Chinese states by their full names
    full: bool = False
    #: more names than these are counted
    most: int = 3
    #: slots that are left empty where others say enough
    without: str = ""
    #: forces and bodies by their state
    bare: bool = False


def _worth(codes: tuple[str, ...]) -> list[str]:
    """Codes worth a name: beside a person his government is not named again."""
    persons = {code.split()[0] for code in codes if len(code.split()) > 2}
    return [code for code in codes if len(code.split()) > 2 or code.split()[0] not in persons]


def named(codes: tuple[str, ...], language: str, style: Style) -> list[str]:
    """Names of parties, each once; of too many the last are counted."""
    shown = list(dict.fromkeys(short(code, language, style) for code in _worth(codes)))
    if not style.full and language == "zh" and {len(name) == 1 for name in shown} == {True, False}:
        # 美英 is read at once, 美和菲律宾 is not
        return named(codes, language, replace(style, full=True))
    if len(shown) <= style.most:
        return shown
    kept = style.most - 1
    return [*shown[:kept], phrase("others", language, str(len(shown) - kept))]


def short(code: str, language: str, style: Style) -> str:
    """The short name; a state that Chinese calls by one character in full where there is room.

    A body of which no text says whose it is must not read as that of the reader.
    """
    called = names(code)
    taken = parts(code)
    if taken.name and not taken.head and is_body(taken.name):
        article = "an" if called.short_en[0] in "AEIOU" else "a"
        return f"某国{called.short_zh}" if language == "zh" else f"{article} {called.short_en}"
    if style.bare:
        called = names(_stately(code))
    if language == "en":
        return called.short_en
    return called.zh if style.full and len(called.short_zh) == 1 else called.short_zh


def _stately(code: str) -> str:
    """The state of its forces and of its bodies, as a code; any other code as it is."""
    head, *rest = code.split()
    state = states().get(head)
    if state is None or not rest:
        return code
    body = len(rest) > 1 and names(code).short_en.startswith(f"{state.adjective} ")
    return f"{head} GOV" if body or rest == ["MIL"] else code
