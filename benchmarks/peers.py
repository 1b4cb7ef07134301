"""Texts go in, what a time tagger answers comes out, one process a system: ours and its peers.

    python -m benchmarks.peers SYSTEM < REQUEST > REPLY

REQUEST is JSON ``{"seconds": s, "fresh": f, "items": [[text, day, blocks], ...]}``: a day is ISO
8601, blocks are ``[kind, start, end, language]``. REPLY is ``{"cold": seconds until the first
answer, "rate": characters a second, "answers": [[[start, end, [denotation, ...]], ...], ...]}`` or
``{"missing": reason}``. Each system reads each block in its known language, counted from the day of
publication; ours reads an article as a whole, which is how it is used. With ``seconds`` above 0 the
items are then read again, over and over for so long, and the rate is that of the finding alone, on
one processor. With ``fresh`` there are no answers, and each text is timed once and was not read
before.

A peer's process has the Python of the environment that ``DATELINE_PEERS`` names (by default
``.cache/peers``, made by ``pip install -r benchmarks/requirements-peers.txt``), since their
requirements clash with ours. This module must never import `corpus` where a peer runs.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from datetime import date, datetime
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from benchmarks.times_values import days, length, recognizers, timex3

ROOT = Path(__file__).parents[1]
#: kind of block, start, end, language code
Block: TypeAlias = tuple[str, int, int, str]
#: surface or None, start, end and whatever the system says it means
Raw: TypeAlias = tuple[int, int, Any]
#: what stands for a day where a text has none: peers would look at the clock
_STANDARD = "2016-11-07"


class Item(NamedTuple):
    """A text with its day of publication and its blocks."""

    text: str
    day: str
    blocks: tuple[Block, ...]


class Answer(NamedTuple):
    """A span of a text, and the denotations that the system admits for it."""

    start: int
    end: int
    meant: tuple[str, ...]


class Reply(NamedTuple):
    """Of one system: answers for each item, seconds to the first one, characters a second."""

    answers: list[list[Answer]]
    cold: float
    rate: float


class System(NamedTuple):
    """How a system is asked: once made, for the spans of an item, and what each denotes."""

    #: imports what it needs; the function it gives back is the work that is timed
    make: Callable[[], Callable[[Item], list[Raw]]]
    meant: Callable[[Any], Iterable[str]]
    languages: tuple[str, ...] = ("zh", "en")


def _ours() -> Callable[[Item], list[Raw]]:
    from corpus.model import Block as Told
    from corpus.times import tag

    def find(item: Item) -> list[Raw]:
        blocks = tuple(Told(*block) for block in item.blocks)  # type: ignore[arg-type]
        found = tag(item.text, blocks, date.fromisoformat(item.day[:10]) if item.day else None)
        return [(each.start, each.end, each) for each in found]

    return find


def _by_block(find: Callable[[str, datetime, str], Iterable[Raw]]) -> Callable[[Item], list[Raw]]:
    """A tagger of plain text as one of items."""

    def of_item(item: Item) -> list[Raw]:
        day = datetime.fromisoformat(item.day or _STANDARD)
        return [
            (start + first, start + last, told)
            for _, start, end, language in item.blocks
            for first, last, told in find(item.text[start:end], day, language)
        ]

    return of_item


def _recognizers() -> Callable[[Item], list[Raw]]:
    from recognizers_date_time import Culture, recognize_datetime

    cultures = {"zh": Culture.Chinese, "en": Culture.English}

    def find(text: str, day: datetime, language: str) -> list[Raw]:
        found = recognize_datetime(text, cultures.get(language, Culture.English), reference=day)
        return [
            (each.start, each.end + 1, (each.type_name, each.resolution or {})) for each in found
        ]

    return _by_block(find)


def _recognizers_meant(told: tuple[str, dict[str, Any]]) -> Iterator[str]:
    kind, resolution = told
    for value in resolution.get("values") or ():
        yield from recognizers(kind.rpartition(".")[2], value)


def _jionlp() -> Callable[[Item], list[Raw]]:
    import jionlp

    def find(text: str, day: datetime, _language: str) -> list[Raw]:
        found = jionlp.ner.extract_time(text, time_base=day.timestamp())
        return [(*each["offset"], each["detail"]) for each in found]

    return _by_block(find)


def _jionlp_meant(detail: dict[str, Any]) -> Iterator[str]:
    told = detail["time"]
    if detail["type"] == "time_period":
        yield from (f"SET {each}" for each in _jionlp_lengths(told["delta"]))
    elif isinstance(told, dict) or isinstance(told[0], dict):
        yield from _jionlp_lengths(told)
    else:
        yield days(*(None if "inf" in end else end[:10] for end in told))


def _jionlp_lengths(told: dict[str, float] | list[dict[str, float]]) -> Iterator[str]:
    """A delta, or the two ends of one ("two or three days")."""
    for delta in [told] if isinstance(told, dict) else told:
        date_part = "".join(f"{delta[name]}{name[0].upper()}" for name in _DATE if name in delta)
        clock = "".join(f"{delta[name]}{name[0].upper()}" for name in _CLOCK if name in delta)
        yield length("P" + date_part + (f"T{clock}" if clock else ""))


_DATE, _CLOCK = ("year", "month", "week", "day"), ("hour", "minute", "second")


def _dateparser() -> Callable[[Item], list[Raw]]:
    from dateparser.search import search_dates

    def find(text: str, day: datetime, language: str) -> Iterator[Raw]:
        settings: Any = {"RELATIVE_BASE": day, "PREFER_DATES_FROM": "past"}
        reached = 0
        for surface, when in search_dates(text, languages=[language], settings=settings) or ():
            start = text.find(surface, reached)
            if start >= 0:
                reached = start + len(surface)
                yield start, reached, (surface, when, language, settings)

    return _by_block(find)


def _dateparser_meant(told: tuple[str, datetime, str, Any]) -> Iterator[str]:
    """The day; of what dateparser itself takes for a month or a year, the whole of it."""
    from dateparser.date import DateDataParser

    surface, when, language, settings = told
    day = when.date()
    again = DateDataParser(languages=[language], settings=settings).get_date_data(surface)
    match again.period:
        case "year":
            yield days(f"{day.year:04}-01-01", f"{day.year:04}-12-31")
        case "month":
            after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
            last = date.fromordinal(after.toordinal() - 1)
            yield days(day.replace(day=1).isoformat(), last.isoformat())
        case _:
            yield days(day.isoformat(), day.isoformat())


SYSTEMS = {
    "ours": System(_ours, lambda told: timex3(told.type, told.value, told.first, told.last)),
    "recognizers": System(_recognizers, _recognizers_meant),
    "jionlp": System(_jionlp, _jionlp_meant, ("zh",)),
    "dateparser": System(_dateparser, _dateparser_meant),
}


def chosen(names: str) -> list[str]:
    """The systems that a comma-separated list names; raises `ValueError` for one unheard of.

    >>> chosen("ours,jionlp")
    ['ours', 'jionlp']
    """
    unknown = set(found := names.split(",")) - set(SYSTEMS)
    if unknown:
        raise ValueError(f"no such system: {', '.join(sorted(unknown))}")
    return found


def ask(
    name: str, items: Iterable[Item], seconds: float = 0, *, fresh: bool = False
) -> Reply | str:
    """What a system of `SYSTEMS` answers, from a process of its own; the reason if it cannot."""
    folder = Path(os.environ.get("DATELINE_PEERS") or ROOT / ".cache" / "peers")
    theirs = next(filter(Path.exists, (folder / "bin/python", folder / "Scripts/python.exe")), None)
    if name != "ours" and theirs is None:
        return f"no environment in {folder.name}"
    done = subprocess.run(
        [str(theirs) if name != "ours" else sys.executable, "-m", "benchmarks.peers", name],
        cwd=ROOT,
        input=json.dumps({"seconds": seconds, "fresh": fresh, "items": list(items)}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    if done.returncode:
        raise SystemExit(f"{name} stopped:\n{done.stderr[-2_000:]}")
    reply = json.loads(done.stdout)
    if "missing" in reply:
        return str(reply["missing"])
    answers = [
        [Answer(start, end, tuple(meant)) for start, end, meant in of_item]
        for of_item in reply["answers"]
    ]
    return Reply(answers, reply["cold"], reply["rate"])


def _reply(name: str, items: list[Item], seconds: float, fresh: bool) -> dict[str, Any]:
    system = SYSTEMS[name]
    start = time.perf_counter()
    try:
        find = system.make()
    except ImportError as error:
        return {"missing": str(error)}
    # the first answer of all: many systems build their patterns only then
    find(Item("今天", _STANDARD, (("paragraph", 0, 2, system.languages[0]),)))
    cold = time.perf_counter() - start
    found = [_tried(find, item) for item in (items[:1] if fresh else items)]
    characters, spent = 0, 0.0
    for item in items[1:] if fresh else cycle(items):
        if spent >= seconds:
            break
        begun = time.process_time()
        _tried(find, item)
        spent += time.process_time() - begun
        characters += sum(end - start for _, start, end, _ in item.blocks)
    answers = [
        [(first, last, list(system.meant(told))) for first, last, told in raw] for raw in found
    ]
    return {"cold": cold, "rate": characters / spent if spent else 0.0, "answers": answers}


def _tried(find: Callable[[Item], list[Raw]], item: Item) -> list[Raw]:
    """What is found; nothing where a system fails on a text."""
    try:
        return find(item)
    except Exception:
        return []


def main(arguments: list[str]) -> None:
    """Reply to the request on standard input; what a system prints itself is put aside."""
    request = json.load(sys.stdin)
    items = [Item(text, day, tuple(map(tuple, blocks))) for text, day, blocks in request["items"]]
    logging.disable()  # JioNLP logs each phrase that it gives up, which takes time
    with redirect_stdout(sys.stderr):
        reply = _reply(arguments[0], items, request["seconds"], request["fresh"])
    json.dump(reply, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
