"""Texts that are made to be slow go in, their time beside that of ordinary text comes out.

    python -m benchmarks.times --worst        (some minutes)

A text is one string repeated without end: runs that patterns like to try again (digits, spaces,
brackets, the words before a date), every form of the lexicon of times, and every beginning of an
expression of ``tests/cases``, so that no rule and no affix is left out. All are read in a small
size, which is enough for time that grows with the square to show. Of the slowest the time of 1 MB
is printed as a multiple of what ordinary text of that size takes, and of what a quarter of it
takes: 4 is linear. Texts that are full of expressions stand apart: there is work for each, so they
are judged by the microseconds for one. This module must never hide an error: whatever is raised is
a defect to be seen.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from corpus.archive import files
from corpus.lexicon import listed, rows_of, table
from corpus.readers import harvest
from corpus.times import find_times

ROOT = Path(__file__).parents[1]
#: sizes of texts, in characters
FULL, SCREENED = 1_000_000, 5_000
#: how many of the screened texts are measured in full, for each language
SLOWEST = 3
#: multiple of ordinary text from which a text counts as slow
LIMIT = 5
#: expressions in a text of the small size up to which there are few: twice as many as in news
FEW = SCREENED // 50
DAY = date(2022, 1, 21)
LANGUAGES = ("zh", "en")
#: strings to repeat, parted by |
_BOTH = (
    "1|12|1 |1, |1,|1.|1-|1–|1:|1/|12:30 |2022|2022-|2022 |2022-01-|1-2-|1/2/|20220121| |  \t|"
    "\n| \n|,|, |-|–|/|(|)|()|(1|（|（1|[|“|\"|'|’|%|$1 |㋀|é|A|Aa "
)
_RUNS = {
    "zh": (
        "一|一 |十|二十|百|千|亿|零|第|第一|第一个|年|月|日|天|1月|1月 |1月1|1日|1日、|1、|"
        "一、|1至|1月至|一到|一月到|2022年|2022年1月|2022年1月1日|周|周一|周一、|上|上周|上个|"
        "下个|去年|今|昨|前|后|初|底|末|晚|早|半|几|多|个|数|每|近|约|从|自|到|至|以来|之前|"
        "个半|点|1点|时|分|世纪|年代|民国|当地时间|当地时间周|一个半|一天一|周五（|周五（1月|"
        "1月1日（|1日至|是|在1月|不到1|三四|二〇"
    ),
    "en": (
        "a|the |last |next |this |of |in |on |a |and |to |from |one |a hundred |a hundred and |"
        "twenty-|twenty |second |first |the first |May |May|may |March |Mon |Monday |Monday, |"
        "Monday and |1st |the 1st |1 May |May 1|May 1, |May 1 |May 1-|May 1 and |early |"
        "early in |late |mid-|last the |two |two to |two or |two weeks |two-|half |a half |"
        "half a |few |a few |several |more than |less than |about |nearly |some |every |each |"
        "day |days |week |year |year-|years |ago |since |before |after |between |"
        "between May and |until |by |at |at 5 |5 p.m. |5 p.|noon |night |end of |the end of |"
        "beginning of the |middle of the |start of |1990s |the 19|century |21st |quarter |"
        "third quarter of |weekend |month of |now |then |the same day |day before |"
        "the day before |the day before the day |a day after |over the |over the past |"
        "the past |the next few |the last two |as of |will "
    ),
}


def report() -> Iterator[str]:
    """The lines that are printed."""
    for language in LANGUAGES:
        ordinary = _ordinary(language)
        _read(ordinary, SCREENED, language)  # patterns are compiled once, and only then
        base, _ = _read(ordinary, SCREENED, language)
        runs = f"{_BOTH}|{_RUNS[language]}".split("|")
        read = [
            (*_read(unit, SCREENED, language), unit)
            for unit in dict.fromkeys([*runs, *_beginnings(language)])
        ]
        yield f"## {language}: {len(read)} texts"
        normal, found = _read(ordinary, FULL, language)
        yield _line(1, 4, normal, found, f"ordinary, {FULL / normal:,.0f} characters a second")
        for full, title in ((False, "with few expressions"), (True, "full of expressions")):
            slowest = sorted((row for row in read if (row[1] > FEW) == full), reverse=True)
            above = sum(seconds > LIMIT * base for seconds, _, _ in slowest)
            yield f"{len(slowest)} {title}, {above} above {LIMIT} x ordinary in a small size"
            for _, _, unit in slowest[:SLOWEST]:
                quarter, _ = _read(unit, FULL // 4, language)
                whole, found = _read(unit, FULL, language)
                yield _line(whole / normal, whole / quarter, whole, found, repr(unit))


def _line(times: float, growth: float, seconds: float, found: int, what: str) -> str:
    each = f"{seconds / found * 1e6:6.0f} us each" if found else " " * 14
    return f"{times:8.2f} x ordinary {growth:6.1f} x a quarter {each}  {what}"


def _beginnings(language: str) -> list[str]:
    """Forms of the lexicon, and each beginning of an expression up to the end of a word."""
    found: dict[str, None] = {}
    for row in table(f"times_{language}.tsv"):
        found.update((form + " " * (language == "en"), None) for form in listed(row["forms"]))
    for row in rows_of(ROOT / "tests" / "cases" / f"times_{language}.tsv"):
        surface = row["surface"]
        for end in range(1, len(surface) + 1):
            if language == "zh" or not surface[end - 1 : end + 1].isalpha() or end == len(surface):
                found[surface[:end]] = None
                found[surface[:end] + " "] = None
    return list(found)


def _ordinary(language: str) -> str:
    """What the articles of ``seeds`` and of the readers' tests say in a language."""
    paragraphs = []
    for folder in ("seeds", "tests/golden"):
        for file in files(ROOT / folder):
            for article in harvest(file.name, file.content()).articles:
                paragraphs += [
                    article.text[each.start : each.end] + "\n\n"
                    for each in article.blocks
                    if each.language == language
                ]
    return "".join(paragraphs)


def _read(unit: str, size: int, language: str) -> tuple[float, int]:
    """Seconds of the processor for a unit that is repeated up to a size, and what is found."""
    text = (unit * (size // len(unit) + 1))[:size]
    begun = time.process_time()
    found = find_times(text, DAY, language)
    return max(time.process_time() - begun, 1e-6), len(found)
