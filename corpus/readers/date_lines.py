"""One line of a page goes in, the date that stands alone in it and the writer beside it come out.

It must never take a date in a sentence for one that stands alone, nor the day of a change or of a
translation for the day of publication: the labels are in `corpus/lexicon/date_labels.tsv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.lexicon import listed, table

#: longest line, in characters, and longest part of it behind the date
_LONGEST = 120
_REST = 60
_WORD = r"[^\W\d_]{3,10}\.?"
_DATE = rf"""
    (?: (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}}\.?,?[ ])?
        (?: \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}                         # 2022-01-21  2022/1/21
          | \d{{4}}[ ]?年[ ]?\d{{1,2}}[ ]?月[ ]?\d{{1,2}}[ ]?日
          | \d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}                         # 1/21/2022  21.1.2022
          | {_WORD}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}             # January 21, 2022
          | \d{{1,2}}(?:st|nd|rd|th|\.)?[ ](?:de[ ])?{_WORD},?[ ](?:de[ ])?\d{{4}}
        ) (?!\d)
    )
"""
_CLOCK = r"""
    (?: (?:[ ]?[,，T]|[ ]at|[ ]?[（(]?(?:星期|周|週).[)）]?)?[ ]*
        \d{1,2}[:：]\d\d(?:[:：]\d\d(?:\.\d+)?)?(?:[ ]?[ap]\.?m\b\.?)?
        (?:[ ]?(?:UTC|GMT|[A-Z]{2,4}T|ET|Z)\b)?(?:[ ]?[+-]\d\d:?\d\d)?
    )
"""
_MARKS = "|｜·•"
#: what a line beside a date has if it is a sentence; beside a clock, names may be odd
_SENTENCE = re.compile(r"[。！？!?；;]|[.,，]$")
_LONE_SENTENCE = re.compile(r"。|[.,，]$")
_WEEKDAY = re.compile(r"[（(]?(?:星期|周|週)[一二三四五六日天][)）]?")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that is there to tell when and by whom."""

    #: the date with its clock and zone, as written
    date: str
    #: who wrote it; empty if the line does not tell
    author: str


def dated_line(line: str) -> DateLine | None:
    """The date of a line in which it stands alone, or beside a label, a name or a source.

    >>> dated_line("3/21/2023 8:42 AM UTC Rebecca")
    DateLine(date='3/21/2023 8:42 AM UTC', author='Rebecca')
    >>> dated_line("By Ann Lee | Published: January 21, 2022")
    DateLine(date='January 21, 2022', author='Ann Lee')
    >>> dated_line("January 21, 2022 was a cold day"), dated_line("更新时间：2022-01-22 10:00")
    (None, None)
    """
    line = " ".join(line.split())
    found = _line().fullmatch(line) if len(line) <= _LONGEST else None
    if found is None:
        return None
    before, rest = found["before"].strip(f" {_MARKS}"), found["rest"].strip()
    apart = rest[:1] in f"{_MARKS}/—–-(（【"
    sentence = _LONE_SENTENCE if found["clock"] else _SENTENCE
    if len(rest) > _REST or sentence.search(rest) or _SENTENCE.search(before):
        return None
    if rest and not (found["clock"] or found["label"] or apart or _credit().match(rest)):
        return None
    if before and not found["between"] and not (found["clock"] and _credit().match(before)):
        return None
    written = f"{found['date']}{found['clock'] or ''}"
    names = (_name(part) for part in (before, rest))
    return DateLine(_WEEKDAY.sub("", written), next(filter(None, names), ""))


def _name(words: str) -> str:
    """The writer that a part of the line names; a source or a section is none."""
    words = words.split("|")[0].strip(f" {_MARKS}/—–-()（）【】")
    credit = _credit().match(words)
    if credit and credit["source"]:
        return ""
    name = words[credit.end() :] if credit else words
    return "" if any(character.isdigit() for character in name) else name.strip()


@cache
def _forms(kind: str) -> str:
    rows = (row for row in table("date_labels.tsv") if row["kind"] == kind)
    forms = (form for row in rows for form in listed(row["forms"]))
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


@cache
def _line() -> re.Pattern[str]:
    label = _forms("published").replace(r"\ ", "[ ]")
    return re.compile(
        rf"""(?P<before>.{{0,60}}?(?P<between>[ ]?[{_MARKS}][ ]?)?)
             (?P<label>(?:{label})[ ]?[:：]?[ ]?)?
             (?P<date>{_DATE}) (?P<clock>{_CLOCK})?
             (?P<rest>.*)""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _credit() -> re.Pattern[str]:
    author, source = _forms("author"), _forms("source")
    return re.compile(rf"(?:(?P<source>{source})|{author})(?:\s*[:：/]\s*|\s+)", re.IGNORECASE)
