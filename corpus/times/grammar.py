"""What a language contributes to the tagger: rules, links, affixes and cues, compiled once.

Patterns are written with ``{fragment}`` for a named piece and may name their groups; words come
from the lexicon. This module must never know a word of any language itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from corpus.han import simplified_table
from corpus.lexicon import listed
from corpus.model import Direction
from corpus.times.reading import Reading

#: what the named groups of a pattern caught, folded to the lexicon's spelling; missing ones absent
Groups = Mapping[str, str]
#: makes a reading of a match, or says that it is none
Builder = Callable[[Groups], Reading | None]
#: what an affix makes of a reading, or None if it does not belong to it
Modifier = Callable[[Reading, Groups], Reading | None]
Spelling = Callable[[str], str]

_FRAGMENT = re.compile(r"\{([a-z_]+)\}")
#: the look-around that most rules begin with: no number goes on to the left
_SHARED = "{fresh}"
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")


def _escaped(form: str) -> Iterable[str]:
    return map(re.escape, form)


class Rule(NamedTuple):
    """One kind of expression: its pattern, and what reads a match of it."""

    name: str
    pattern: str
    build: Builder
    #: class of the characters that it may begin with, for neighbours that share it: to fail there
    #: is cheap; empty if that would not pay
    first: str = ""


def beginning(first: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules all of which begin with one of a class of characters."""
    return tuple(rule._replace(first=first) for rule in rules)


class Affix(NamedTuple):
    """Words that adjoin an expression and change what it says: 以来, since, around."""

    pattern: str
    apply: Modifier
    #: stands before the expression, not behind it
    before: bool = False
    #: belongs to one expression before it joins another: 周五晚（1月21日）
    early: bool = False
    #: pattern of what must not follow the expression
    unless: str = ""


class Around(NamedTuple):
    """Says at once whether any affix stands around an expression, which is rare."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None

    def any(self, text: str, low: int, span: tuple[int, int, object], high: int) -> bool:
        """True if one stands right before or behind a span, between two places of the text."""
        start, end, _ = span
        return bool(
            (self.behind and self.behind.match(text, end, high))
            or (self.before and self.before.search(text, low, start))
        )


#: affixes with their pattern, and that of what must not follow the expression
Affixes = tuple[tuple[Affix, re.Pattern[str], re.Pattern[str] | None], ...]


@dataclass(frozen=True)
class Grammar:
    """One language, ready to scan."""

    language: str
    #: one alternation of all rules behind the look-aheads; the group matched last tells the rule
    scanner: re.Pattern[str]
    rules: tuple[Reader, ...]
    #: what may stand between two expressions that make one, and what that makes of them; before
    #: them a pattern that says at once if there is any such link
    linked: re.Pattern[str]
    links: tuple[tuple[str, re.Pattern[str]], ...]
    #: what must stand before an expression that the link "between" joins to the next one
    opens: re.Pattern[str]
    #: what must follow an expression that the link "bracket" has joined to the one before
    closing: re.Pattern[str]
    #: affixes that are taken in before neighbours are joined, and after it
    early: Affixes
    late: Affixes
    around: Around
    #: words that tell the direction, and marks beyond which they have no say
    cues: re.Pattern[str]
    ways: Mapping[str, Direction]
    clause: re.Pattern[str]
    #: verbs of saying
    says: re.Pattern[str]
    #: end of a sentence, for context that does not outlive one
    stop: re.Pattern[str]
    fold: Spelling
    #: a text as the patterns spell it, as long as before
    spelt: Spelling

    def way(self, cue: str) -> Direction:
        """What a cue word says; one that is not in the lexicon is a verb in the past tense."""
        return self.ways.get(self.fold(cue), "past")

    def groups(self, match: re.Match[str]) -> Groups:
        return {name: self.fold(text) for name, text in match.groupdict().items() if text}


def compiled(
    language: str,
    *,
    first: str,
    before: str,
    trigger: Iterable[str],
    rules: Iterable[Rule],
    links: Mapping[str, str],
    affixes: Iterable[Affix],
    fragments: Mapping[str, str],
    clause: str,
    says: str,
    stop: str,
    ways: Mapping[str, Direction],
    cues: str,
    fold: Spelling,
    spelt: Spelling = str,
    opens: str = r"(?!)",
) -> Grammar:
    """A grammar from its parts.

    Two look-aheads stand before the costly alternation, because to fail there is cheap: ``first``
    looks at one character and ``trigger`` has patterns of more, and every match of a rule
    begins as both say. ``before`` does the same for affixes that stand before an expression.
    """

    def whole(pattern: str) -> str:
        while _FRAGMENT.search(pattern):
            pattern = _FRAGMENT.sub(lambda match: fragments[match.group(1)], pattern)
        return pattern

    rules, affixes = tuple(rules), tuple(affixes)
    branches = "|".join(_branches_of(rules, whole))
    return Grammar(
        language=language,
        scanner=re.compile(f"{whole(first)}(?={whole('|'.join(trigger))})(?:{branches})"),
        rules=tuple(Reader(rule, whole(rule.pattern), fold) for rule in rules),
        opens=re.compile(whole(opens) + r"\Z"),
        closing=re.compile(r"\s{0,8}[)）]"),
        linked=re.compile(whole("|".join(links.values()) or "(?!)")),
        links=tuple((name, re.compile(whole(pattern))) for name, pattern in links.items()),
        early=tuple(_compiled(affix, whole) for affix in affixes if affix.early),
        late=tuple(_compiled(affix, whole) for affix in affixes if not affix.early),
        around=_around(affixes, whole, whole(before)),
        cues=re.compile(whole(cues)),
        ways=ways,
        clause=re.compile(clause),
        says=re.compile(whole(says)),
        stop=re.compile(stop),
        fold=fold,
        spelt=spelt,
    )


def _branches_of(rules: Iterable[Rule], whole: Spelling) -> Iterator[str]:
    """The alternation of all rules; what neighbours begin with is looked at only once."""
    for first, run in groupby(rules, key=lambda rule: rule.first):
        inner = "|".join(_looking_once(run, whole))
        yield f"(?=[{first}])(?:{inner})" if first else inner


def _looking_once(rules: Iterable[Rule], whole: Spelling) -> Iterator[str]:
    for shared, run in groupby(rules, key=lambda rule: rule.pattern.startswith(_SHARED)):
        front = _SHARED * shared
        marked = "|".join(rule.pattern.removeprefix(front) + "()" for rule in run)
        yield _NAMED_GROUP.sub("(?:", whole(f"{front}(?:{marked})"))


class Reader:
    """One rule at work: its pattern, compiled when it first matches, and what it reads."""

    def __init__(self, rule: Rule, source: str, fold: Spelling) -> None:
        self._rule, self._source, self._fold = rule, source, fold
        #: the same words read the same, so it is kept
        self.read = lru_cache(maxsize=4096)(self._read)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self._source)

    def _read(self, caught: tuple[str | None, ...]) -> Reading | None:
        """A reading of what the groups of the pattern caught, in their order."""
        index = self.pattern.groupindex
        names = sorted(index, key=index.__getitem__)
        groups = {name: self._fold(text) for name, text in zip(names, caught, strict=True) if text}
        reading = self._rule.build(groups)
        return reading if not reading or reading.rule else reading._replace(rule=self._rule.name)


def _compiled(
    affix: Affix, whole: Spelling
) -> tuple[Affix, re.Pattern[str], re.Pattern[str] | None]:
    unless = re.compile(whole(affix.unless)) if affix.unless else None
    return affix, re.compile(_placed(affix, whole)), unless


def _around(affixes: Iterable[Affix], whole: Spelling, first: str) -> Around:
    sides: dict[bool, list[str]] = {True: [], False: []}
    for affix in affixes:
        sides[affix.before].append(_NAMED_GROUP.sub("(?:", _placed(affix, whole)))
    before, behind = ("|".join(sides[side]) for side in (True, False))
    return Around(
        re.compile(f"{first}(?:{before})") if before else None,
        re.compile(behind) if behind else None,
    )


def _placed(affix: Affix, whole: Spelling) -> str:
    """An affix before an expression ends where that begins."""
    return f"(?:{whole(affix.pattern)})" + r"\Z" * affix.before


def words(name: str, *kinds: str) -> dict[str, str]:
    """Form and value of all rows of the given kinds in a language's table."""
    return {
        form: row["value"]
        for row in simplified_table(name)
        if row["kind"] in kinds
        for form in listed(row["forms"])
    }


def sayings(language: str) -> set[str]:
    """Verbs of saying (``speech.tsv``)."""
    rows = (row for row in simplified_table("speech.tsv") if row["language"] == language)
    return {form for row in rows for form in listed(row["forms"])}


def any_of(forms: Iterable[str], letters: Callable[[str], Iterable[str]] = _escaped) -> str:
    """An alternation of all forms that prefers the longer one, with what they share told once.

    ``letters`` gives the pattern of each letter of a form. It refuses to be empty, which would
    match everywhere.

    >>> any_of(["month", "months", "moon"])
    '(?:mo(?:nth(?:s)?|on))'
    """
    trie: dict[str, Any] = {}
    for form in forms:
        node = trie
        for letter in letters(form):
            node = node.setdefault(letter, {})
        node[""] = {}
    if not trie:
        raise ValueError("an alternation of nothing would match everywhere")
    return f"(?:{_branches(trie)})"


def _branches(node: dict[str, Any]) -> str:
    inner = [letter + _branches(below) for letter, below in sorted(node.items()) if letter]
    if not inner:
        return ""
    if "" in node:
        return f"(?:{'|'.join(inner)})?"
    return inner[0] if len(inner) == 1 else f"(?:{'|'.join(inner)})"
