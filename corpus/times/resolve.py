"""From what the words say to days: a `Reading` and its `Scene` go in, a `Value` comes out.

This module must never take a day from anywhere but the words, the publication day and the
expressions before.
"""

from __future__ import annotations

from corpus.times.build import counted
from corpus.times.calendar import (
    UNITS,
    Span,
    as_date,
    containing,
    day_of_month,
    day_of_week,
    moved,
)
from corpus.times.direction import PATIENCE, agrees, in_year, nearest
from corpus.times.feasts import feast, rule_of
from corpus.times.reading import Away, Event, Fields, Nth, Point, Reading, Step, Then
from corpus.times.scene import Found, Scene, by_context, by_today
from corpus.times.value import Value, denoted, edtf, mod_of, placeholder, timex_of

#: days for which a bare day of the month is taken as the news of these days
_FRESH = 3


def resolve(reading: Reading, scene: Scene) -> tuple[Value, Found | None]:
    """The value of one expression; without days where nothing given tells which.

    The `Found` tells the anchor and the way taken, and is None where no unit was resolved.
    """
    if reading.fixed:
        return _fixed(reading, scene)
    if reading.point is None:
        return _clock(reading, scene)
    if isinstance(reading.point, Then):
        return _then(reading, scene)
    found = _find(_in_year_of_end(reading.point, reading.to, scene), scene)
    end = _find_end(reading.to, found, scene) if found and reading.to is not None else None
    if found and (end or reading.to is None):
        value = denoted(found.span, reading, end and end.span)
        if value is not None:
            return value, found
    return Value(placeholder(reading), mod=reading.mod or mod_of(reading.third)), None


def _fixed(reading: Reading, scene: Scene) -> tuple[Value, Found | None]:
    """过去三天 is a length and has days: so many before the day it is told on, or behind it."""
    value, now = Value(reading.fixed, mod=reading.mod), scene.today
    past = {"past": True, "future": False}.get(reading.direction)
    told = counted(reading.fixed) if reading.type == "DURATION" and past is not None else None
    if told is None or now is None:
        return value, None
    count, unit = told
    far = moved(now, unit, -count if past else count)
    first, last = map(as_date, (far, now - 1) if past else (now + 1, far))
    if first is None or last is None:
        return value, None
    printed = edtf(first, last, "day")
    value = value._replace(first=first, last=last, precision=unit, edtf=printed)
    return value, by_today(Span("day", now), scene)


def _in_year_of_end(point: Point, to: Point | None, scene: Scene) -> Point:
    """1—9月 without a year is of the one that September lies in: what has ended is the news."""
    if not (isinstance(point, Fields) and isinstance(to, Fields)) or point.year or to.year:
        return point
    if not (isinstance(point.number, int) and isinstance(to.number, int)):
        return point
    end = _calendar(to, scene) if point.number < to.number else None
    return point._replace(year=containing("year", end.span.first).place) if end else point


def disagreement(reading: Reading, value: Value, scene: Scene) -> str:
    """TIMEX3 value of another telling of the same day that does not bear it out, else empty.

    周五（1月20日） of a year in which that is a Thursday gives ``XXXX-WXX-5``.
    """
    other, span = reading.beside, value.span
    if other is None or span is None or span.unit != "day":
        return ""
    if isinstance(other, Fields):
        return "" if agrees(span, other) else placeholder(Reading("", other))
    told = _find(other, scene)
    return timex_of(told.span) if told and told.span != span else ""


def _clock(reading: Reading, scene: Scene) -> tuple[Value, Found | None]:
    """A part of the day by itself: of the day spoken of in the paragraph, else of publication.

    A night, told on the day of publication, is the one that ended on it and began on its eve.
    """
    now = None if scene.today is None else Span("day", scene.today)
    day = scene.here or now
    if day is None:
        return Value(placeholder(reading._replace(point=Step("day", 0)))), None
    eve = reading.clock == "TNI" and day == now
    span = day.shift(-1) if eve else day
    found = by_context(span, day) if scene.here else by_today(span, scene)
    value = denoted(span, reading)
    if value is None:
        return Value("XXXX-XX-XX" + reading.clock), None
    if eve:
        morning = as_date(day.place)
        value = value._replace(last=morning, edtf=f"{value.first}/{morning}")
    return value, found


def _then(reading: Reading, scene: Scene) -> tuple[Value, Found | None]:
    if scene.last is None:
        return Value("PAST_REF"), None
    span, third = scene.last
    value = denoted(span, reading._replace(third=third))
    return value or Value("PAST_REF"), by_context(span, span)


def _find(point: Point, scene: Scene) -> Found | None:
    match point:
        case Span():
            return Found(point)
        case Event(key=key, day=day):
            if scene.today is not None and day > scene.today:
                return None  # whoever wrote before it meant another one
            return Found(Span("day", day), f"event {as_date(day)} {key}")
        case Step():
            return _step(point, scene)
        case Nth():
            return _nth(point, scene)
        case Away(unit=unit, offset=offset, start=start):
            found = _find(start, scene)
            return _inside(found, found and containing(unit, found.span.first).shift(offset))
        case Fields(holiday=str(name)) if name:
            return _feast(point, scene)
        case Fields(number=None, day=None):
            return _weekday(point, scene)
        case Fields():
            return _calendar(point, scene)
    return None


def _find_end(point: Point, left: Found, scene: Scene) -> Found | None:
    """The right end of a range: what it leaves out it has from the left, and it lies after it."""
    if isinstance(point, Fields) and not any(isinstance(part, Step) for part in point):
        scene = Scene(left.span.first, cue="future")
    return _find(point, scene)


def _step(step: Step, scene: Scene) -> Found | None:
    if step.base == "event":
        return None
    if step.base == "context":
        told = scene.day if step.unit == "day" else scene.last and scene.last[0]
        if told and UNITS.index(told.unit) <= UNITS.index(step.unit):
            edge = told.first if step.offset < 0 else told.last
            return by_context(containing(step.unit, edge).shift(step.offset), told)
        if step.offset > 0:  # 当天 and 前一天 may look to the day of publication, 次日 may not
            return None
    if scene.today is None:
        return None
    return by_today(containing(step.unit, scene.today).shift(step.offset), scene)


def _calendar(fields: Fields, scene: Scene) -> Found | None:
    """Month and day, or a quarter, half or season, with or without what they lie in."""
    if isinstance(fields.number, Step):
        whole = _step(fields.number, scene)
        return _inside(whole, whole and day_of_month(whole.span.place, fields.day or 0))
    if fields.unit == "season" and fields.year == Step("year", 0) and scene.today is not None:
        now = containing("season", scene.today)
        if (now.place % 4 + 1) == fields.number:  # in January, this winter is the present one
            return by_today(now, scene)
    if fields.year is not None:
        whole = _year(fields.year, scene)
        return _inside(whole, whole and in_year(fields, whole.span.place))
    if fields.number is None:
        return _day_of_some_month(fields, scene)
    onward = scene.year and _onward(fields, scene.year, scene.today)
    if onward or scene.today is None:
        return onward
    found = nearest(fields, scene)
    # far off, it is rather of the year that the article tells of
    far = found and (found.way == "future" or scene.today - found.span.last > PATIENCE["year"])
    if scene.dated and far and scene.cue != "future":
        return _onward(fields, scene.dated, scene.today) or found
    return found


def _onward(fields: Fields, told: Span, published: int | None) -> Found | None:
    """The date in the year spoken of, if the story is in another year and goes on from there."""
    year = containing("year", told.first)
    if fields.toward or (published is not None and year == containing("year", published)):
        return None
    span = in_year(fields, year.place)
    fits = span and span.last >= told.first and agrees(span, fields)
    return by_context(span, told) if span and fits else None


def _day_of_some_month(fields: Fields, scene: Scene) -> Found | None:
    """A bare day: the news of these days, else in the month that the paragraph tells of."""
    told, published, day = scene.month, scene.today, fields.day or 0
    found = nearest(fields, scene)
    if found and published is not None and 0 <= published - found.span.place <= _FRESH:
        return found
    if told is not None and told.unit in ("day", "month"):
        span = day_of_month(containing("month", told.first).place, day)
        if span is not None and span.first >= told.first:
            return by_context(span, told)
    return found


def _weekday(fields: Fields, scene: Scene) -> Found | None:
    """A weekday or a weekend, of a week that is given or of one nearby."""
    number = fields.weekday or 0
    if fields.week is not None:
        whole = _step(fields.week, scene)
        day = whole and day_of_week(whole.span.place, number)
        if day and scene.day and fields.toward > 0 and day.first <= scene.day.last:
            day = day.shift(7)  # the following Monday, told of a Friday
        return _inside(whole, day)
    return nearest(fields, scene)


def _feast(fields: Fields, scene: Scene) -> Found | None:
    if fields.year is None:
        return nearest(fields, scene)
    whole = _year(fields.year, scene)
    return _inside(whole, whole and feast(rule_of(fields.holiday), whole.span.place))


def _nth(point: Nth, scene: Scene) -> Found | None:
    """A week belongs to the month or year that has its Thursday."""
    whole = point.whole and _find(point.whole, scene)
    if not whole:
        return None
    unit, number, weekday, (first, last) = *point[:3], (whole.span.first, whole.span.last)
    if not number:
        # a Monday or Tuesday goes with the weekend before it
        return _inside(whole, containing(unit, first - 2 * (unit == "weekend")))
    edge, inward = (first, 1) if number > 0 else (last, -1)
    if weekday is not None:
        span = Span("day", edge + inward * (inward * (weekday - (edge - 1) % 7 - 1) % 7))
    elif unit == "week":
        span = containing("week", edge + inward * 3)
    else:
        span = containing(unit, edge)
        if not first <= span.first <= span.last <= last:
            span = span.shift(inward)
    step = 7 if weekday is not None else 1
    span = span.shift((number - inward) * step)
    middle = span.first + 3 if unit == "week" else span.first
    return _inside(whole, span if first <= middle <= last else None)


def _inside(whole: Found | None, span: Span | None) -> Found | None:
    return whole._replace(span=span) if whole and span else None


def _year(year: int | Step, scene: Scene) -> Found | None:
    return _step(year, scene) if isinstance(year, Step) else Found(Span("year", year))
