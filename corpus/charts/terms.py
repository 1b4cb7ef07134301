"""The words and dates of a chart: a key or an interval of days enters, text in one language leaves.

All wording is in ``corpus/lexicon/chart_terms.tsv``. No function here may state a date more
exactly than the interval it was given.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache, reduce
from typing import Literal

from babel.dates import format_date

from corpus.entities import names
from corpus.lexicon import table
from corpus.phrases import bounds, place_name

Language = Literal["en", "zh"]


@cache
def _terms(language: Language) -> dict[str, str]:
    return {row["key"]: row[language] for row in table("chart_terms.tsv")}


def term(key: str, language: Language, **values: object) -> str:
    """The wording of ``key``, with its blanks filled in.

    >>> term("days", "en", n="843"), term("days", "zh", n="843")
    ('843 days', '843天')
    """
    return _terms(language)[key].format(**values)


def counted(one: str, many: str, n: int, language: Language) -> str:
    """A number with its noun.

    >>> counted("day", "days", 1, "en"), counted("day", "days", 2836, "en")
    ('1 day', '2,836 days')
    """
    return term(one, language) if n == 1 else term(many, language, n=f"{n:,}")


def listing(words: Sequence[str], language: Language, key: str = "list") -> str:
    """Words joined as the language joins them; with ``key="or"``, as alternatives.

    >>> listing(["agree", "consult"], "en"), listing(["9日", "9至10日"], "zh", "or")
    ('agree, consult', '9日或9至10日')
    """
    return reduce(lambda a, b: term(key, language, a=a, b=b), words) if words else ""


def dated(day: date, pattern: str, language: Language) -> str:
    """A day in one of the table's patterns.

    >>> dated(date(2022, 1, 21), "day", "en"), dated(date(2022, 1, 21), "day", "zh")
    ('21 Jan 2022', '2022年1月21日')
    """
    return _format(day, term(f"pattern_{pattern}", language), language)


@lru_cache(maxsize=8192)
def _format(day: date, pattern: str, language: Language) -> str:
    # columns of many lanes name the same days
    return str(format_date(day, pattern, locale=language))


def period(first: date | None, last: date | None, language: Language, year: bool = True) -> str:
    """A closed or half-open interval of days, as short as it can be said; empty if wholly open.

    Without ``year`` the year is left out wherever days are named.

    >>> period(date(2021, 12, 1), date(2021, 12, 31), "en")
    'December 2021'
    >>> period(date(2022, 1, 9), date(2022, 1, 10), "en", year=False)
    '9–10 Jan'
    >>> period(date(2022, 1, 9), date(2022, 1, 10), "zh")
    '2022年1月9至10日'
    >>> period(date(2022, 2, 24), None, "en"), period(None, date(2022, 5, 9), "en")
    ('since 24 Feb 2022', 'by 9 May 2022')
    """
    pattern = "day" if year else "day_month"
    if first is None or last is None:
        known = first or last
        if known is None:
            return ""
        return term("since" if first else "by", language, day=dated(known, pattern, language))
    if first == last:
        return dated(first, pattern, language)
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole and first.year == last.year and (first.month, last.month) == (1, 12):
        return dated(first, "year", language)
    if (first.year, first.month) == (last.year, last.month):
        if whole:
            return dated(first, "month" if year else "month_alone", language)
        key = "pattern_days_of_month" if year else "pattern_days_of_month_alone"
        return _format(first, term(key, language, a=first.day, b=last.day), language)
    if whole:
        pattern = "month_short" if year else "month_alone_short"
    opening = pattern
    if year and first.year == last.year and language == "en":
        opening = "month_alone_short" if whole else "day_month"
    return term(
        "pattern_span",
        language,
        a=dated(first, opening, language),
        b=dated(last, pattern, language),
    )


def moment(
    first: date | None, last: date | None, clock: str, language: Language, year: bool = True
) -> str:
    """An interval of days with the time of day that is told of it; without one, the days alone.

    ``clock`` is as in `corpus.model.Mention`.

    >>> day = date(2022, 2, 24)
    >>> moment(day, day, "05:00", "en"), moment(day, day, "05:00", "zh")
    ('24 Feb 2022, 05:00', '2022年2月24日 05:00')
    >>> moment(day, day, "EV", "en"), moment(date(2022, 2, 23), day, "NI", "zh")
    ('evening of 24 Feb 2022', '2022年2月23至24日夜间')
    >>> moment(day, day, "20:00/22:00", "en"), moment(day, date(2022, 2, 25), "EV/02:00~", "zh")
    ('24 Feb 2022, 20:00–22:00', '2022年2月24日晚间至2022年2月25日 02:00左右')
    """
    begins, _, ends = clock.partition("/")
    if not ends:
        return _at(period(first, last, language, year), begins, language)
    if first == last and all(told[-1].isdigit() for told in (begins, ends)):
        return _at(period(first, last, language, year), f"{begins}–{ends}", language)
    days = [period(day, day, language, year) for day in (first, last)]
    a, b = (_at(day, told, language) for day, told in zip(days, (begins, ends), strict=True))
    return term("pattern_span", language, a=a, b=b)


def _at(days: str, told: str, language: Language) -> str:
    """Days, named already, with a time of theirs: an hour, about an hour, or a part of the day."""
    if not told:
        return days
    key = told if told.isalpha() else "about" if told.endswith("~") else "hour"
    return term(f"clock_{key}", language, day=days, time=told.removesuffix("~"))


_EDTF = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")


def edtf_days(edtf: str) -> tuple[date | None, date | None] | None:
    """First and last day of a plain EDTF date or interval; None for what is neither.

    >>> edtf_days("2022-01-09/2022-01-10")
    (datetime.date(2022, 1, 9), datetime.date(2022, 1, 10))
    >>> edtf_days("2021-12~")[1], edtf_days("../2022")[0], edtf_days("USA")
    (datetime.date(2021, 12, 31), None, None)
    """
    head, slash, tail = edtf.partition("/")
    bounds: list[date | None] = []
    for text, month in ((head, 1), (tail if slash else head, 12)):
        if slash and text in ("", ".."):
            bounds.append(None)
            continue
        match = _EDTF.fullmatch(text)
        if match is None:
            return None
        year, stated_month, stated_day = int(match[1]), match[2], match[3]
        month = int(stated_month or month)
        if not (year and 1 <= month <= 12):
            return None
        length = calendar.monthrange(year, month)[1]
        day = int(stated_day or (1 if not bounds else length))
        if not 1 <= day <= length:
            return None
        bounds.append(date(year, month, day))
    return bounds[0], bounds[1]


def versions(texts: Sequence[str], language: Language) -> str:
    """Versions that contradict each other, in one short line.

    >>> versions(["2022-01-09", "2022-01-09/2022-01-10"], "en")
    '9 Jan or 9–10 Jan'
    >>> versions(["happened", "denied"], "zh")
    '已发生或被否认'
    >>> versions(["2022-02-24TEV", "2022-02-24T22:30"], "en")
    'evening of 24 Feb or 24 Feb, 22:30'
    >>> versions(["90000..100000 person", "200000.. person"], "en")
    '90,000–100,000 or over 200,000'
    >>> versions(["P1M", "P3W"], "en"), versions(["Geneva", "Vienna"], "zh")
    ('within a month or within 3 weeks', '日内瓦或维也纳')
    >>> versions(["USA GOV + GBR GOV", "USA GOV + FRA GOV"], "en")
    'US + UK or US + France'
    """
    clocked = [text.partition("T") for text in texts]
    days = [edtf_days(head) for head, _, _ in clocked]
    years = {day.year for pair in days if pair for day in pair if day}
    named = _terms(language)
    words = [
        moment(*pair, clock, language, year=len(years) > 1)
        if pair
        else _figure(text, language)
        or named.get(f"status_{text}")
        or _other(text, language)
        or text
        for text, pair, (_, _, clock) in zip(texts, days, clocked, strict=True)
    ]
    return listing(words, language, "or")


_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def _other(text: str, language: Language) -> str:
    """A length, several parties or a place, in words; empty for anything else."""
    match = _LENGTH.fullmatch(text)
    if match is not None:
        unit = _UNITS[match[2]]
        length = counted(unit, f"{unit}s", int(match[1]), language)
        return term("within", language, length=length)
    codes = text.split(" + ")
    if len(codes) > 1:
        called = [names(code) for code in codes]
        return " + ".join(one.short_en if language == "en" else one.short_zh for one in called)
    return place_name(text) if language == "zh" else ""


_BOUNDS = re.compile(r"([\d.]*?)\.\.([\d.]*) (\w+)")


def _figure(text: str, language: Language) -> str:
    """A figure as `corpus.linking` writes its bounds, in words; empty for anything else."""
    match = _BOUNDS.fullmatch(text)
    if match is None:
        return ""
    low, high = (float(bound) if bound else None for bound in match.groups()[:2])
    return bounds(low, high, match[3], language)
