"""Words about a date go in, the instant of publication with its precision and basis comes out.

It must never fill a missing part from the clock, nor guess between two readings: a date that is
not full, not valid or ambiguous is none.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from pathlib import PurePosixPath

from corpus.model import Published

_ISO = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\d(?:(?P<clock>[T ]\d\d:\d\d)(?P<second>:\d\d(?:\.\d+)?)?)?"
    r"(?: ?(?:Z|[+-]\d\d:?\d\d))?"
)
_RFC_822 = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} (?:19|20)\d\d"
    r"(?P<clock> \d\d:\d\d)(?P<second>:\d\d)?(?: \S+)?"
)
_CHINESE = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")
_DATELINE = re.compile(r"【[^】\d]{0,12}((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日[^】\d]{0,6}】")
_ADDRESS = re.compile(r"/(?:(?:gb|b5)/(\d\d)|((?:19|20)\d\d))[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
_FILE_NAME = re.compile(
    r"""
    (?<![0-9A-Za-z])
    (?P<year>(?:19|20)\d\d) (?P<mark>-?) (?P<month>\d\d) (?P=mark) (?P<day>\d\d)
    (?: (?![0-9A-Za-z]) | T (?P<clock>\d{6}) Z (?![0-9A-Za-z]) | (?=T\d) )
    """,
    re.VERBOSE,
)

#: the languages in which metadata are looked at; Chinese dates are read above, by their marks
_LANGUAGES = ["en", "de", "es", "fr", "it", "pl", "ru", "uk"]
_FULL = {
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["year", "month", "day"],
    "PARSERS": ["absolute-time"],
}
#: characters that a date may take; more is no date, and would only cost time
_LONGEST = 80
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"(?P<clock>\d:\d\d(?P<second>:\d\d)?|\d ?[ap]\.?m)", re.IGNORECASE)
_EITHER_WAY = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]\d{4}")


def dates_of(
    *, date: str = "", text: str = "", url: str = "", path: str = ""
) -> tuple[Published, ...]:
    """The cascade: front matter, dateline, original's address, file name; the first is believed.

    The others stay beside it, so that a file that contradicts itself can be seen.
    """
    found = from_metadata(date), from_dateline(text), from_address(url), from_file_name(path)
    return tuple(date for date in found if date is not None)


def from_metadata(text: str, basis: str = "front matter") -> Published | None:
    """A date as metadata have it: ISO 8601, RFC 822, Chinese, or written out in another language.

    >>> from_metadata("2024-05-14T06:03:18.738Z").instant.isoformat()
    '2024-05-14T06:03:18.738000+00:00'
    >>> from_metadata("Mon, 03 Jan 2022 10:02:32 GMT").precision
    'second'
    >>> from_metadata("14 May 2024").precision
    'day'
    >>> from_metadata("2020-02-31"), from_metadata("May 2024"), from_metadata("03/04/2022")
    (None, None, None)
    """
    text = text.strip()
    try:
        if iso := _ISO.fullmatch(text):
            # static site generators put a space before the time and another before the offset
            instant = datetime.fromisoformat(text.replace(" ", "T", 1).replace(" ", ""))
            return _published(instant, iso, basis)
        if rfc := _RFC_822.fullmatch(text):
            return _published(parsedate_to_datetime(text), rfc, basis)
    except ValueError:
        return None
    if chinese := _CHINESE.search(text):
        return _day(*chinese.groups(), basis=basis)
    written = _written_out(text)
    return _published(written, _CLOCK.search(text), basis) if written else None


def from_dateline(text: str) -> Published | None:
    """The dateline of a Chinese newsroom, wherever it stands in the text.

    >>> from_dateline("【大纪元2022年01月21日讯】美国国务卿").day.isoformat()
    '2022-01-21'
    """
    found = _DATELINE.search(text)
    return _day(*found.groups(), basis="dateline") if found else None


def from_address(url: str) -> Published | None:
    """The day in the path of an article's own address.

    >>> from_address("https://www.epochtimes.com/gb/22/1/21/n13520753.htm").day.isoformat()
    '2022-01-21'
    """
    found = _ADDRESS.search(url)
    if found is None:
        return None
    short, full, month, day = found.groups()
    return _day(full or f"20{short}", month, day, basis="url")


def from_file_name(path: str) -> Published | None:
    """A full date that stands plainly in a file's name.

    >>> from_file_name("a/20220131T223000Z_US_en.txt").instant.isoformat()
    '2022-01-31T22:30:00+00:00'
    >>> from_file_name("2588543.md")
    """
    for found in _FILE_NAME.finditer(PurePosixPath(path).name):
        clock = found["clock"]
        digits = "".join((found["year"], found["month"], found["day"], clock or "000000"))
        try:
            instant = datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            continue
        return Published(instant, "second" if clock else "day", "file name")
    return None


def _day(year: str, month: str, day: str, *, basis: str) -> Published | None:
    try:
        instant = datetime(int(year), int(month), int(day), tzinfo=UTC)
    except ValueError:
        return None
    return Published(instant, "day", basis)


def _published(instant: datetime, words: re.Match[str] | None, basis: str) -> Published:
    """With the precision that the words had; a clock without a zone is taken for UTC."""
    aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    if words is None or not words["clock"]:
        return Published(aware, "day", basis)
    return Published(aware, "second" if words["second"] else "minute", basis)


@lru_cache(maxsize=4096)
def _written_out(text: str) -> datetime | None:
    """A full date in words; None where a part is missing, or day and month could change places."""
    numbers = _EITHER_WAY.search(text)
    ambiguous = numbers and numbers[1] != numbers[2] and max(int(numbers[1]), int(numbers[2])) <= 12
    if ambiguous or len(text) > _LONGEST or not _YEAR.search(text):
        return None
    import dateparser  # here, because most archives never need it and workers shall start fast

    return dateparser.parse(text, languages=_LANGUAGES, settings=_FULL)
