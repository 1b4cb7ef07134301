"""Words about a date go in, the instant of publication with its precision and basis comes out.

It must never fill a missing part from the clock, nor guess between two readings: a date that is
not full, not valid or ambiguous is none. It never takes a day of change, of translation or of
copying for the day of publication: better undated than dated wrongly. Why which date is believed:
``docs/decisions/014-publication-date.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from itertools import islice
from pathlib import PurePosixPath

from corpus.model import Published
from corpus.readers.date_lines import dated_line

_ISO = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\d(?:(?P<clock>[T ]\d\d:\d\d)(?P<second>:\d\d(?:\.\d+)?)?)?"
    r"(?: ?(?:Z|[+-]\d\d:?\d\d))?"
)
#: year first is year, month, day all over the world: 2022/1/21, 2022.01.21 10:11
_YEAR_FIRST = re.compile(
    r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}:\d\d(?::\d\d)?))?(?!\d)"
)
_RFC_822 = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} (?:19|20)\d\d"
    r"(?P<clock> \d\d:\d\d)(?P<second>:\d\d)?(?: \S+)?"
)
_COMPACT = re.compile(r"(?:19|20)\d{6}")
_CHINESE = re.compile(r"((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_DATELINE = re.compile(r"【[^】\d]{0,12}((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日[^】\d]{0,6}】")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ADDRESS = re.compile(
    rf"""
      / (?:gb|b5) / (?P<short>\d\d) / (?P<m1>\d{{1,2}}) / (?P<d1>\d{{1,2}}) (?!\d)
    | (?<![\da-f%]) (?P<y2>(?:19|20)\d\d) (?:                           # 2022/1/21/  2022/jan/21/
          / (?P<m2>\d{{1,2}} | {"|".join(_MONTHS)}) / (?P<d2>\d{{1,2}}) (?= [/.?\#] | $ )
        | (?P<gap>[-_]) (?P<m3>\d\d?) (?P=gap) (?P<d3>\d\d?) (?!\d)  # 2022-01-21-title
        | - (?P<m4>\d\d) / (?P<d4>\d\d) (?= [/.] )                   # 2022-01/21/
        | / (?P<m5>\d\d) -? (?P<d5>\d\d) (?= [/.] )                  # 2022/01-21/  2022/0121/
        | (?P<m6>\d\d) (?P<d6>\d\d) (?: (?![0-9a-f]) | (?=\d{{4}}\.) )  # t20220121_1.html
      )
    """,
    re.VERBOSE | re.IGNORECASE,
)
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
#: who writes slashes and a clock of twelve hours, puts the month first
_TWELVE_HOURS = re.compile(r"\d/\d{1,2}/\d{4},? +\d{1,2}(?::\d\d){0,2} ?[ap]\.?m\b", re.IGNORECASE)

#: the same with nothing else, which costs little to read
_AMERICAN = re.compile(
    r"(\d{1,2})/(\d{1,2})/((?:19|20)\d\d) (1[0-2]|[1-9]):(\d\d) ([AP])M UTC",
    re.IGNORECASE | re.ASCII,
)

#: lines under the title that are looked at for a date standing alone
_TOP = 6
#: how far apart two clocks may put one publication
_ZONES = timedelta(days=1)


def dates_of(
    *,
    meta: Iterable[str] = (),
    date: str = "",
    text: str = "",
    url: str = "",
    top: Iterable[str] = (),
    path: str = "",
) -> tuple[Published, ...]:
    """Every date of publication, one for each basis, the one that is believed first.

    The cascade: structured metadata (``meta``: the first that is a date), front matter (``date``),
    dateline (in ``text``), the original's address (``url``), a date standing alone in the lines
    under the title (``top``), file name. What the original itself says, in its dateline or its
    address, comes first where the copy's metadata are more than a day later: they tell when the
    copy was made.

    >>> [date.basis for date in dates_of(date="2024-05-29", url="https://a.org/2024/feb/26/b")]
    ['url', 'front matter']
    """
    stated = [next(filter(None, (from_metadata(words, "meta") for words in meta)), None)]
    stated.append(from_metadata(date))
    dateline, address = from_dateline(text), from_address(url)
    original = [dateline, address]
    copied = next(filter(None, stated), None)
    own = next(filter(None, original), None)
    order = [*stated, *original]
    if copied and own and copied.day - own.day > _ZONES:
        order = [*original, *stated]
    found = [*order, from_top(top), from_file_name(path)]
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
    if year_first := _YEAR_FIRST.match(text):
        return _year_first(year_first, basis)
    if _COMPACT.fullmatch(text):
        return _day(text[:4], text[4:6], text[6:], basis=basis)
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
    >>> from_address("https://www.theguardian.com/world/2022/jan/21/talks").day.isoformat()
    '2022-01-21'
    """
    for found in _ADDRESS.finditer(url):
        parts = {key: value for key, value in found.groupdict().items() if value and key != "gap"}
        year, month, day = parts.values()
        if month.lower() in _MONTHS:
            month = str(_MONTHS.index(month.lower()) + 1)
        full = f"20{year}" if "short" in parts else year
        if date := _day(full, month, day, basis="url"):
            return date
    return None


def from_top(lines: Iterable[str]) -> Published | None:
    """The date that stands alone in one of the first lines under the title.

    >>> from_top(["摘要", "发布时间：2022-01-21 10:11 来源：某社"]).instant.isoformat()
    '2022-01-21T10:11:00+00:00'
    >>> from_top(["On January 21, 2022, the ministers met in Geneva."])
    """
    lines = islice((line for line in lines if line.strip()), _TOP)
    read = (from_metadata(found.date, "visible") for found in map(dated_line, lines) if found)
    return next(filter(None, read), None)


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


def _year_first(found: re.Match[str], basis: str) -> Published | None:
    year, month, day, clock = found.groups()
    date = _day(year, month, day, basis=basis)
    if date is None or not clock:
        return date
    try:
        hour, minute, *second = map(int, clock.split(":"))
        instant = date.instant.replace(hour=hour, minute=minute, second=sum(second))
    except ValueError:
        return date
    return Published(instant, "second" if second else "minute", basis)


def _published(instant: datetime, words: re.Match[str] | None, basis: str) -> Published:
    """With the precision that the words had; a clock without a zone is taken for UTC."""
    aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    if words is None or not words["clock"]:
        return Published(aware, "day", basis)
    return Published(aware, "second" if words["second"] else "minute", basis)


@lru_cache(maxsize=4096)
def _written_out(text: str) -> datetime | None:
    """A full date in words; None where a part is missing, or day and month could change places."""
    if american := _AMERICAN.fullmatch(text):
        month, day, year, hour, minute = map(int, american.groups()[:5])
        with suppress(ValueError):  # what is no such date may still be another
            afternoon = 12 * (american[6] in "Pp")
            return datetime(year, month, day, hour % 12 + afternoon, minute, tzinfo=UTC)
    numbers = _EITHER_WAY.search(text)
    month_first = _TWELVE_HOURS.search(text) is not None
    ambiguous = numbers and numbers[1] != numbers[2] and max(int(numbers[1]), int(numbers[2])) <= 12
    if (ambiguous and not month_first) or len(text) > _LONGEST or not _YEAR.search(text):
        return None
    import dateparser  # here, because most archives never need it and workers shall start fast

    languages = ["en"] if month_first else _LANGUAGES
    return dateparser.parse(text, languages=languages, settings=_FULL)
