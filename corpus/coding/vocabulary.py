"""Triggers, cues and verbs of saying, compiled per language: tables in, matchers and patterns out.

Holds no rule of its own: which words mean what stands in ``corpus/lexicon``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from corpus.han import simplified_table
from corpus.lexicon import Matcher, Row, listed, table

LANGUAGES = ("zh", "en")
#: a kind of ``grammar.tsv`` in a pattern; a number in braces is how often
_KIND = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Context:
    """What a row asks of the words around its trigger, or must not find there."""

    #: anywhere in the sentence; ``@person`` is anybody who is named
    words: tuple[str, ...] = ()
    #: the same in English: beginnings of words; this and what follows are sources of patterns
    beginnings: str = ""
    #: right before and right behind the trigger; then each side alone, to look for all at once
    beside: tuple[tuple[str, str], ...] = ()
    lefts: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    #: whole words in the trigger's clause
    before: str = ""
    behind: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.beginnings or self.beside or self.before or self.behind)


@dataclass(frozen=True, eq=False)
class Trigger:
    """One row of a trigger table; its conditions are read when they are first asked for."""

    name: str
    type: str
    mode: str
    frame: str
    traits: frozenset[str]
    row: Row

    @cached_property
    def needs(self) -> Context:
        """What has to stand around the trigger."""
        return _context(self.row["needs"])

    @cached_property
    def unless(self) -> Context:
        """What must not stand around it."""
        return _context(self.row["unless"])

    @cached_property
    def finite(self) -> Mapping[str, str]:
        """Forms that tell an act only behind a subject (`corpus.coding.finite`)."""
        return _finite(listed(self.row["forms"]))


@dataclass(frozen=True, slots=True)
class EventType:
    """Quad class and score of one type and mode (``event_types.tsv``)."""

    quad_class: int
    score: float


@cache
def event_types() -> dict[tuple[str, str], EventType]:
    """All types and modes of PLOVER, by ``(type, mode)``; the mode is empty for the type itself."""
    return {
        (row["type"], row["mode"]): EventType(int(row["quad_class"]), float(row["score"]))
        for row in table("event_types.tsv")
    }


@cache
def triggers(language: str) -> Matcher[tuple[Trigger, ...]]:
    """Finds every trigger form; a hit carries all rows that share it, in the table's order."""
    rows: dict[str, list[Trigger]] = defaultdict(list)
    for row in simplified_table(f"triggers_{language}.tsv"):
        forms = [form for cell in listed(row["forms"]) for form in _inflections(cell)]
        trigger = Trigger(
            name=".".join(filter(None, (row["type"], row["mode"], forms[0]))),
            type=row["type"],
            mode=row["mode"],
            frame=row["frame"],
            traits=frozenset(listed(row["traits"])),
            row=row,
        )
        for form in dict.fromkeys(forms):
            rows[form].append(trigger)
    return Matcher((form, (*found, *_shorter(form, rows))) for form, found in rows.items())


def _shorter(form: str, rows: Mapping[str, Sequence[Trigger]]) -> Iterable[Trigger]:
    """Rows of the forms that a form of several words begins with, the longest first.

    Where no row of "attacks on" applies, those of "attacks" may.
    """
    words = form.split(" ")
    for size in range(len(words) - 1, 0, -1):
        yield from rows.get(" ".join(words[:size]), ())


@cache
def sayings(language: str) -> Matcher[str]:
    """Finds every verb of saying; a hit carries its stance (``speech.tsv``)."""
    stances: dict[str, str] = {}
    for row in simplified_table("speech.tsv"):
        if row["language"] == language:
            for form in listed(row["forms"]):
                stances.setdefault(form, row["stance"])
    return Matcher(stances.items())


@cache
def cue(kind: str, language: str) -> re.Pattern[str]:
    """The words of one kind of ``cues.tsv`` as a pattern, longest first; English as whole words."""
    return re.compile(_cues(kind, language))


def ends(text: str, kind: str, language: str) -> bool:
    """True for a text that ends with one of the same words."""
    return _ending(kind, language).search(text) is not None


@cache
def endings(language: str, *kinds: str) -> tuple[str, ...]:
    """The words of several kinds, as what a text may end with; in English perhaps inside a word."""
    return tuple(form for kind in kinds for form in _forms(kind, language))


@cache
def _ending(kind: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"{_cues(kind, language)}\Z")


@cache
def small_words(kind: str, language: str) -> tuple[str, ...]:
    """The words of one kind of ``grammar.tsv``."""
    rows = (row for row in simplified_table("grammar.tsv") if row["kind"] == kind)
    return next(listed(row["forms"]) for row in rows if row["language"] == language)


@cache
def worded(pattern: str, language: str = "en") -> re.Pattern[str]:
    """A pattern that names kinds of small words in braces: ``\\b{several}$``.

    >>> bool(worded(r"\\b{several}$").search("and they"))
    True
    """
    return re.compile(_KIND.sub(lambda kind: _either(small_words(kind[1], language)), pattern))


def _forms(kind: str, language: str) -> list[str]:
    return [
        form
        for row in simplified_table("cues.tsv")
        if row["kind"] == kind and row["language"] == language
        for form in listed(row["forms"])
    ]


def _cues(kind: str, language: str) -> str:
    forms = _forms(kind, language)
    return rf"\b{_either(forms)}\b" if language == "en" else _either(forms)


def _either(forms: Sequence[str]) -> str:
    """Any of the words, the longest first."""
    words = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return f"(?:{words})"


def _context(cell: str) -> Context:
    """Take a cell of ``needs`` or ``unless`` apart.

    >>> context = _context("to _|@person|aid|>troop~|<impose")
    >>> context.words, context.beside, bool(compiled(context.beginnings).search("he said"))
    (('@person',), (('to ', ''),), False)
    >>> [bool(compiled(p).search("imposed troops")) for p in (context.behind, context.before)]
    [True, False]
    """
    parts = listed(cell)
    plain = [part for part in parts if part[0] not in "<>"]
    split = (part.partition("_") for part in plain if "_" in part)
    pairs = tuple((left, right) for left, _, right in split)
    words = [part for part in plain if "_" not in part]
    latin = [part for part in words if part.isascii() and part[0] != "@"]
    return Context(
        words=tuple(part for part in words if part not in latin),
        beginnings=rf"(?<!\w)(?:{'|'.join(map(re.escape, latin))})" if latin else "",
        beside=pairs,
        lefts=tuple(left for left, _ in pairs if left),
        rights=tuple(right.removesuffix("~") for left, right in pairs if not left),
        before=_words(part[1:] for part in parts if part[0] == "<"),
        behind=_words(part[1:] for part in parts if part[0] == ">"),
    )


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a `Context`; made late, for most rows are never asked for theirs."""
    return re.compile(pattern)


def _words(words: Iterable[str]) -> str:
    """The words as a pattern; those in Latin letters are whole words, Chinese has no spaces."""
    forms = [re.escape(word).replace(r"\~", r"\w*") for word in words]
    latin = "|".join(form for form in forms if form[0] < "⺀")
    wide = [form for form in forms if form[0] >= "⺀"]
    # where no word begins, none of the many is tried
    return "|".join([*([rf"(?<!\w)(?:{latin})(?!\w)"] if latin else []), *wide])


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    """Forms of the verbs that no rule inflects, by their base."""
    return {row["base"]: tuple(dict.fromkeys(row.values())) for row in table("verbs_en.tsv")}


@cache
def irregular_pasts() -> frozenset[str]:
    """Past forms and participles that do not end in -ed and are no base form as well."""
    return frozenset(
        row[column] for row in table("verbs_en.tsv") for column in ("past", "participle")
    ) - frozenset(_verbs())


def _finite(cells: Sequence[str]) -> dict[str, str]:
    """English forms that tell an act only behind a subject: ``bare``, ``third`` or ``ing``.

    >>> _finite(["accuse~"]), _finite(["strike~", "strikes"])["strike"]
    ({'accuse': 'bare', 'accuses': 'third', 'accusing': 'ing'}, 'bare')
    """
    kinds: dict[str, str] = {}
    other = {cell for cell in cells if "~" not in cell}  # listed as they stand: nouns as well
    for cell in (cell for cell in cells if "~" in cell):
        base, third, *past, ing = _inflections(cell)
        kinds |= {base: "bare", third: "third", ing: "ing"}
        other.update(past)
    return {form: kind for form, kind in kinds.items() if form not in other}


def _inflections(form: str) -> list[str]:
    """All forms that a cell of the table stands for.

    >>> _inflections("accuse~")
    ['accuse', 'accuses', 'accused', 'accusing']
    >>> _inflections("call~ on")
    ['call on', 'calls on', 'called on', 'calling on']
    >>> _inflections("deny"), _inflections("take~ part")[2]
    (['deny'], 'took part')
    """
    verb, mark, tail = form.partition("~")
    if not mark:
        return [form]
    if verb in _verbs():
        return [irregular + tail for irregular in _verbs()[verb]]
    if verb.endswith("e"):
        endings = ("e", "es", "ed", "ing")
        return [verb[:-1] + ending + tail for ending in endings]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + ending + tail for ending in ("y", "ies", "ied", "ying")]
    third = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return [verb + ending + tail for ending in ("", third, "ed", "ing")]
