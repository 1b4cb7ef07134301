"""Specs of Recognizers-Text go in, cases that a tagger of days can be asked come out.

A spec file is a list of ``{Input, Context: {ReferenceDateTime}, Results: [...]}``; what a result is
called differs between files of extractors (a span alone), of parsers (``Value`` with ``Timex``,
``FutureResolution``, ``PastResolution``) and of models (``values``). This module must never look at
what a system answers.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.times_values import recognizers

#: files whose results make up the total: all parsers of dates and the model
TOTAL = (
    "DateParser",
    "DatePeriodParser",
    "DurationParser",
    "HolidayParser",
    "SetParser",
    "MergedParser",
    "DateTimeModel",
)
#: ends of the names of files that are left out, and why
LEFT_OUT = {
    "CalendarMode": "mode of an assistant",
    "ComplexCalendar": "mode of an assistant",
    "ExperimentalMode": "mode of an assistant",
    "ExtendedTypes": "mode of an assistant",
    "SkipFromTo": "mode of an assistant",
    "SplitDateAndTime": "mode of an assistant",
    "TasksMode": "mode of an assistant",
    "TimeZoneExtractor": "time zone",
    "TimeZoneParser": "time zone",
}
_KINDS = {"time": "clock alone", "timerange": "clock alone", "timezone": "time zone"}
#: a result of no day that is not asked for either
_ALTERNATIVES = "datetimealt"
_PARSED = {
    "value": ("date", "dateTime", "duration", "set"),
    "start": ("startDate", "startDateTime"),
    "end": ("endDate", "endDateTime"),
}


class Expected(NamedTuple):
    """One result of a spec: its span, and the denotations that are right."""

    start: int
    end: int
    meant: frozenset[str]


class Case(NamedTuple):
    """One input; ``others`` are the spans of results that are not asked for."""

    text: str
    #: ISO 8601, empty where the spec has none
    day: str
    expected: tuple[Expected, ...]
    others: tuple[tuple[int, int], ...]


class Spec(NamedTuple):
    """One file, and how many of its results are left out for each reason."""

    name: str
    #: ``zh`` or ``en``
    language: str
    cases: tuple[Case, ...]
    skipped: Counter[str]

    @property
    def counts(self) -> bool:
        """True if it is part of the total."""
        return self.name in TOTAL


def read(folder: Path) -> Iterator[Spec]:
    """The specs of the folders ``Chinese`` and ``English`` in a folder, by name."""
    for name, language in (("Chinese", "zh"), ("English", "en")):
        for path in sorted((folder / name).glob("*.json")):
            yield spec(path.stem, language, json.loads(path.read_text(encoding="utf-8-sig")))


def spec(name: str, language: str, told: list[dict[str, Any]]) -> Spec:
    """The cases of one file's content."""
    skipped: Counter[str] = Counter()
    why = next((reason for end, reason in LEFT_OUT.items() if name.endswith(end)), "")
    if why:
        skipped[why] = sum(len(case["Results"]) for case in told)
        return Spec(name, language, (), skipped)
    cases = tuple(_case(case, skipped) for case in told)
    return Spec(name, language, cases, skipped)


def _case(told: dict[str, Any], skipped: Counter[str]) -> Case:
    text = told["Input"]
    expected, others = [], []
    for result in told["Results"]:
        start, end = _span(text, result)
        kind = str(result.get("TypeName") or result.get("Type") or "").rpartition(".")[2]
        why = "alternatives" if kind == _ALTERNATIVES else _KINDS.get(kind, "")
        if why:
            skipped[why] += 1
            others.append((start, end))
        else:
            expected.append(Expected(start, end, frozenset(_meant(kind, result))))
    day = (told.get("Context") or {}).get("ReferenceDateTime") or ""
    return Case(text, day, tuple(expected), tuple(others))


def _span(text: str, result: dict[str, Any]) -> tuple[int, int]:
    """Where the surface stands: at its own offset, or where it is found if that is wrong."""
    surface, start = result["Text"], result.get("Start", -1)
    if text[start : start + len(surface)].lower() != surface.lower() or start < 0:
        start = max(text.lower().find(surface.lower()), 0)
    return start, start + len(surface)


def _meant(kind: str, result: dict[str, Any]) -> Iterator[str]:
    value = result.get("Value") or result.get("Resolution")
    if not value:
        return
    if "values" in value:
        for each in value["values"] or ():
            yield from recognizers(kind or each.get("type", ""), each)
        return
    timex = value.get("Timex") or value.get("timex") or ""
    for side in ("FutureResolution", "PastResolution"):
        parsed = value.get(side) or {}
        each = {
            name: next((parsed[key] for key in keys if key in parsed), "")
            for name, keys in _PARSED.items()
        }
        yield from recognizers(kind, {**each, "timex": timex, "Mod": value.get("Mod", "")})
