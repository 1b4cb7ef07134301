"""Other languages: a language's code goes in, a grammar of its absolute dates comes out.

The patterns and the names of months are CLDR's, through Babel; what a date means is asked of
dateparser, with the language pinned, every part required, and the answer remembered. This module
must never read a date of which a part is missing from the words, nor anything relative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache, lru_cache, partial

from babel import Locale, UnknownLocaleError

from corpus.lexicon import listed, table
from corpus.times.grammar import Grammar, Groups, Rule, any_of, compiled
from corpus.times.reading import Fields, Reading

#: the year in which a date without one is read; it has a 29 February
_BASE = datetime.fromisoformat("2000-01-01")
_PARTS = ("day", "month", "year")
_FRAGMENTS = {
    "free": r"(?<![A-Za-z\d.,:/])(?<!\d-)",
    "day": r"(?P<day>3[01]|[12]\d|0?[1-9]){ordinal}?",
    "numeric": r"(?P<month>1[0-2]|0?[1-9])",
    "year": r"(?P<year>(?:19|20)\d\d)",
    "end": r"(?!\w|[.,:/-]\d)",
}
_RULES = (
    ("day.iso", r"{free}{year}-{numeric}-{day}{end}"),
    ("day.dot", r"{free}{day}[./]{numeric}[./]{year}{end}"),
    ("day.year-month-day", r"{free}{year}\s?{years}\s?{numeric}\s?{months}\s?{day}{days}"),
    ("day.month-day", r"(?<!\d){numeric}\s?{months}\s?{day}{days}"),
    ("month.year-month", r"{free}{year}\s?{years}\s?{numeric}{months}"),
    ("day.day-month-year", r"{free}{day}{joint}{prefix}?(?P<month>{name}){joint}{year}{end}"),
    ("day.year-month-day", r"{free}{year}{joint}(?P<month>{name}){joint}{day}{end}"),
    ("day.month-day-year", r"(?<!\w)(?P<month>{name}){joint}{day}{joint}{year}{end}"),
    ("day.day-month", r"{free}{day}{joint}(?P<month>{name})(?!\w)"),
    ("month.year-month", r"(?<!\w)(?P<month>{name}){joint}{year}{end}"),
)


@cache
def grammar(language: str) -> Grammar | None:
    """The grammar of a language by its ISO 639-1 code, None where Babel or dateparser has none."""
    try:
        names = set(_months(language))
        _parsed("1.2.2000", language, _PARTS)
    except (UnknownLocaleError, ValueError):
        return None
    never = r"(?!)"
    name = any_of(names) if names else never  # Japanese and Korean number their months
    return compiled(
        language,
        first=r"(?:(?=\d)|(?<!\w)(?=\w))",
        before=never,
        trigger=(r"\d", name),
        rules=[
            Rule(name, f"(?P<date>{pattern})", partial(_read, language)) for name, pattern in _RULES
        ],
        links={},
        affixes=(),
        fragments={**_FRAGMENTS, **_marks(), "name": name},
        cues=never,
        ways={},
        clause=never,
        says=never,
        stop=r"[.!?。！？\n]",
        fold=lambda text: " ".join(text.split()),
    )


@cache
def _marks() -> dict[str, str]:
    """What stands around and between the parts of a date: blanks, points, "de" and the like."""
    kinds = ((row["kind"].partition("date-")[2], row["forms"]) for row in table("grammar.tsv"))
    marks = {kind: any_of(listed(forms)) for kind, forms in kinds if kind}
    return {**marks, "joint": rf"[\s.,]{{1,3}}(?:{marks['joint']}\s)?"}


def _months(language: str) -> Iterator[str]:
    """Names of months as CLDR has them, with a capital or without."""
    for use in Locale(language).months.values():
        for width in ("wide", "abbreviated"):
            for name in use[width].values():
                if not name[0].isdecimal():
                    yield from {name, name.lower(), name[0].upper() + name[1:]}


def _read(language: str, groups: Groups) -> Reading | None:
    told = tuple(part for part in _PARTS if part in groups)
    day = _parsed(groups["date"], language, told)
    if day is None:
        return None
    fields = Fields(
        year=day.year if "year" in told else None,
        number=day.month,
        day=day.day if "day" in told else None,
    )
    return Reading("", fields)


@lru_cache(maxsize=4096)
def _parsed(text: str, language: str, parts: tuple[str, ...]) -> date | None:
    """The date that dateparser reads, if it finds all the parts that the words have."""
    import dateparser  # here, because most archives never need it and workers shall start fast

    found = dateparser.parse(
        text,
        languages=[language],
        settings={
            "DATE_ORDER": "YMD" if re.match(r"\d{4}", text) else "DMY",
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": list(parts),
            "RELATIVE_BASE": _BASE,
        },
    )
    return found and found.date()
