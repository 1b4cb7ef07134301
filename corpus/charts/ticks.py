"""Hours, days, months and years: an axis enters, headings and ticks leave, none colliding.

The upper row names the larger unit (days, months or years), the lower row the smaller one (hours,
days or months). A folded day never gets a tick, and no hour where things stand for whole days.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date, timedelta

from corpus.charts import tokens
from corpus.charts.axis import HOURLY, Axis, Stretch
from corpus.charts.records import Heading, Tick
from corpus.charts.terms import Language, dated
from corpus.charts.typesetting import text_width

#: least pixels a day for days, a month for months, a quarter for quarters, a year for years
_DAYS, _MONTHS, _QUARTERS, _YEARS = 3.2, 24.0, 24.0, 40.0
#: least pixels between strokes, and of a day for its number and for its weekday
_STROKES, _EACH, _WEEKDAY = 5.0, 26.0, 64.0
#: steps in which hours are numbered
_STEPS = (1, 3, 6)
#: least space between day numbers, space beside a heading, part of one that may lie over a fold
_APART, _INDENT, _OVER_FOLD = 9.0, 4.0, 36.0


def ticks(
    axis: Axis, busy: Mapping[date, int], language: Language, hourly: bool = False
) -> tuple[tuple[Heading, ...], tuple[Tick, ...]]:
    """Headings and ticks of ``axis``; ``busy`` counts what begins on a day.

    ``hourly``, for an axis with at least `HOURLY` pixels a day: what is drawn stands at its hour.
    """
    if hourly:
        return tuple(_headings(axis, _every_day, _day_forms(language)).values()), _hours(axis)
    if axis.day_px >= _DAYS:
        months = _headings(axis, _months, _month_forms(language))
        named = {(day.year, day.month) for day in months}
        return tuple(months.values()), _days(axis, busy, named, language)
    wide = max(_YEARS, _wide(dated(date(2000, 1, 1), "year", language)))
    years = tuple(_headings(axis, _years(axis, wide), _year_forms(language)).values())
    if axis.day_px * 30.4 >= _MONTHS:
        return years, _month_ticks(axis, 1, language)
    if axis.day_px * 91.3 >= _QUARTERS:
        return years, _month_ticks(axis, 3, language)
    strokes = _years(axis, _STROKES)
    return years, tuple(
        Tick(axis.unit(day, 0), "")
        for stretch in axis.open
        for day in strokes(stretch.first, stretch.last)
    )


Starts = Callable[[date, date], Iterator[date]]
#: the wordings of a heading, longest first; with the year, or without it
Forms = Callable[[date, bool], tuple[str, ...]]


def _months(first: date, last: date, step: int = 1) -> Iterator[date]:
    """First days of months in an interval.

    >>> [day.month for day in _months(date(2021, 11, 29), date(2022, 2, 1))]
    [12, 1, 2]
    """
    index = first.year * 12 + first.month - 1 + (first.day > 1)
    end = last.year * 12 + last.month
    for month in range(index + -index % step, end, step):
        yield date(month // 12, month % 12 + 1, 1)


def _every_day(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _years(axis: Axis, least: float) -> Starts:
    """First days of every year, or of every second, fifth, tenth ... at ``least`` pixels apart."""
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 500, 1000) if 365 * n * axis.day_px >= least)
    return lambda first, last: _months(first, last, 12 * step)


def _day_forms(language: Language) -> Forms:
    def forms(day: date, year: bool) -> tuple[str, ...]:
        full, short = ("weekday_year", "day") if year else ("weekday", "weekday_alone")
        return dated(day, full, language), dated(day, short, language)

    return forms


def _month_forms(language: Language) -> Forms:
    def forms(day: date, year: bool) -> tuple[str, ...]:
        alone = "" if year else "_alone"
        return (
            dated(day, f"month{alone}", language),
            dated(day, f"month{alone}_short", language),
        )

    return forms


def _year_forms(language: Language) -> Forms:
    return lambda day, year: (dated(day, "year", language),)


def _wide(text: str) -> float:
    """Pixels that a heading takes."""
    return text_width(text, tokens.TITLE, bold=True) + 2 * _INDENT


def _headings(axis: Axis, starts: Starts, forms: Forms) -> dict[date, Heading]:
    """A heading at every start and at the beginning of every stretch, where there is room.

    One that has none may begin over the fold before it, above which the axis is empty.
    """
    places: list[tuple[date, bool, Stretch]] = []
    for stretch in axis.open:
        days = list(starts(stretch.first, stretch.last))
        if stretch.first not in days:
            places.append((stretch.first, False, stretch))
        places += [(day, True, stretch) for day in days]
    ends = [axis.unit(day, 0) for day, _, _ in places[1:]] + [axis.units]
    found: dict[date, Heading] = {}
    told: tuple[int, Stretch] | None = None
    free = 0.0
    for (day, rule, stretch), end in zip(places, ends, strict=True):
        x = axis.unit(day, 0)
        begin = x if rule else max(free, x - _OVER_FOLD / axis.day_px)
        for text in forms(day, told != (day.year, stretch)):
            wide = _wide(text) / axis.day_px
            if wide <= end - begin:
                place = min(x, end - wide)
                told, free = (day.year, stretch), place + wide
                found[day] = Heading(place, text, rule)
                break
    return found


def _days(
    axis: Axis,
    busy: Mapping[date, int],
    months: Container[tuple[int, int]],
    language: Language,
) -> tuple[Tick, ...]:
    """Numbers on days where something begins and on Mondays, the busiest first.

    Only in ``months`` that have a heading: a number alone would be read as of the next month.
    """
    days = [day for stretch in axis.open for day in _every_day(stretch.first, stretch.last)]
    wanted = sorted(
        (
            day
            for day in days
            if (day in busy or day.weekday() == 0 or axis.day_px >= _EACH)
            and (day.year, day.month) in months
        ),
        key=lambda day: (-busy.get(day, 0), day),
    )
    taken: list[tuple[float, float]] = []
    named: set[date] = set()
    for day in wanted:
        middle = axis.unit(day) * axis.day_px
        half = text_width(_day_text(day, axis, language), tokens.DAY) / 2
        low, high = middle - half, middle + half
        inside = low >= 0 and high <= axis.units * axis.day_px
        if inside and all(high + _APART <= a or low - _APART >= b for a, b in taken):
            taken.append((low, high))
            named.add(day)
    edges = [axis.unit(day, share) for day in days for share in (0, 1) if axis.day_px >= HOURLY]
    return (
        *(
            Tick(axis.unit(day), _day_text(day, axis, language) if day in named else "")
            for day in days
            if day in named or axis.day_px >= _STROKES or day.weekday() == 0
        ),
        *(Tick(x, "") for x in edges),
    )


def _day_text(day: date, axis: Axis, language: Language) -> str:
    """The number of a day, with its weekday where there is room."""
    wide = axis.day_px >= _WEEKDAY
    return dated(day, "weekday_alone", language) if wide else str(day.day)


def _hours(axis: Axis) -> tuple[Tick, ...]:
    """Every hour, every third or every sixth, as there is room; the ends of the axis are bare."""
    wide = text_width("00:00", tokens.DAY)
    step = next(n for n in _STEPS if n * axis.day_px >= 24 * (wide + _APART) or n == _STEPS[-1])
    found: list[Tick] = []
    for stretch in axis.open:
        for day in _every_day(stretch.first, stretch.last):
            for hour in range(0, 24, step):
                x = axis.unit(day, hour / 24)
                inside = x * axis.day_px >= wide / 2
                found.append(Tick(x, f"{hour:02d}:00" if inside else ""))
        found.append(Tick(stretch.end, ""))
    return tuple(found)


def _month_ticks(axis: Axis, step: int, language: Language) -> tuple[Tick, ...]:
    """Every month or quarter, its name beginning at its first day where there is room."""
    starts = [
        (day, stretch.end)
        for stretch in axis.open
        for day in _months(stretch.first, stretch.last, step)
    ]
    nexts = [axis.unit(day, 0) for day, _ in starts[1:]] + [axis.units]
    found: list[Tick] = []
    for (day, end), after in zip(starts, nexts, strict=True):
        text = dated(day, "month_alone_short", language)
        x = axis.unit(day, 0)
        fits = (min(end, after) - x) * axis.day_px >= text_width(text, tokens.DAY) + _INDENT
        found.append(Tick(x, text if fits else "", "start"))
    return tuple(found)
