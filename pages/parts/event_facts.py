"""What is known of an event: its row and its tellings go in, a list of names and values comes out.

The day of the event and the day of the report are two facts; neither may stand for the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from corpus.charts.terms import dated, edtf_days, listing, period, versions
from corpus.comparison import matrix
from corpus.tables import Row
from pages.parts.event_tellings import voice
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, tag
from pages.parts.tellings import day_of, outlet, when, where, who

#: steps of a history and disagreements that are sent
_MOST = 12
#: an event of more days has no week in which one could have told it
_WEEK = timedelta(days=7)


def facts(frame: Frame, event: Row, told: Sequence[Row]) -> Markup:
    """Days, report, parties, place, sources, history and disagreements of an event."""
    best, language = told[0], frame.language
    said = edtf_days(best["told"]) if best["told"] else None
    code = f"{event['type']} / {event['mode']}" if event["mode"] else event["type"]
    basis = frame.say(f"basis_{best['date_basis']}")
    found: list[tuple[str, str]] = [
        ("drawer_days", joined(when(event, language), " ", tag("small", basis, cls="dl-meta"))),
        ("drawer_first", first_report(frame, told)),
        ("drawer_history", _history(frame, event)),
        ("drawer_who", who(event, language)),
        ("drawer_where", where(event["place"], language)),
        ("drawer_speaker", voice(frame, best)),
        ("drawer_told", period(*said, language) if said else ""),
        ("drawer_sources", joined(told_by(frame, event), " ", _independent(frame, event))),
        ("drawer_versions", _conflicts(frame, event["conflicts"])),
        ("drawer_coded", tag("span", code, cls="dl-code")),
    ]
    items = [joined(tag("dt", frame.say(key)), tag("dd", value)) for key, value in found if value]
    return tag("dl", *items, cls="dl-facts")


def first_report(frame: Frame, told: Sequence[Row]) -> str:
    """The day of the first report, and every outlet that reported it on that day."""
    days = [day for row in told if (day := day_of(row["published_day"]))]
    if not days:
        return frame.say("first_undated", outlet=outlet(told[0]["outlet_id"], frame.language))
    own = [row["outlet_id"] for row in told if day_of(row["published_day"]) == min(days)]
    outlets = [outlet(one, frame.language) for one in dict.fromkeys(own)]
    on = dated(min(days), "day", frame.language)
    return frame.say("first_by", day=on, outlets=listing(outlets, frame.language))


def told_by(frame: Frame, event: Row) -> str:
    """How many outlets tell an event, and which of those that published that week do not."""
    events = frame.tables.events
    cells = matrix(frame.tables, events[events["event_id"] == event["event_id"]])
    states = dict(zip(cells["outlet_id"], cells["state"], strict=True))
    silent = [outlet(o, frame.language) for o, state in states.items() if state == "silent"]
    total = counted_outlets(frame, len(states))
    told = frame.say("sources_of", n=len(event["outlets"]), outlets=total)
    if not event["last"] - event["first"] <= _WEEK:  # also where one of them is not known
        return told  # nobody can be said to have been silent on what has no week
    if silent:
        silence = frame.say("others_silent", outlets=listing(silent, frame.language))
        return frame.say("sentences", a=told, b=silence)
    if len(event["outlets"]) == 1 and len(states) > 1:
        return frame.say("sentences", a=told, b=frame.say("nobody_else"))
    return told


def counted_outlets(frame: Frame, n: int) -> str:
    """A number of outlets with its noun."""
    return frame.say("outlet_one") if n == 1 else frame.say("outlets_n", n=n)


def _independent(frame: Frame, event: Row) -> str:
    if len(event["outlets"]) < 2:
        return ""
    return frame.say("sources_independent", n=event["independent_sources"])


def _history(frame: Frame, event: Row) -> str:
    """What was told of it one after the other; nothing if it was only ever told as one thing."""
    steps = list(event["history"])
    if len(steps) < 2:
        return ""
    items = [tag("li", _step(frame, step)) for step in steps[:_MOST]]
    return tag("ol", *items, cls="dl-history")


def _step(frame: Frame, step: dict[str, Any]) -> str:
    told, first, last = (_day(step[key]) for key in ("told", "first", "last"))
    state = frame.say(f"turn_{step['state'].replace(' ', '_')}")
    on = dated(told, "day", frame.language) if told else frame.say("turn_undated")
    meant = period(first, last, frame.language)
    if not meant or first == last == told:
        return frame.say("turn", state=state, told=on)
    return frame.say("turn_for", state=state, told=on, days=meant)


def _day(value: Any) -> date | None:
    """A day inside a nested cell, which pandas leaves as it came."""
    return value.date() if isinstance(value, datetime) else value


def _conflicts(frame: Frame, conflicts: Sequence[dict[str, Any]]) -> str:
    """Every disagreement: its versions, what it is about, and how grave it is."""
    items = [
        tag(
            "li",
            tag("span", "≠ ", versions(list(conflict["versions"]), frame.language), cls="dl-chip"),
            " ",
            tag(
                "small",
                frame.say(
                    "severity",
                    what=frame.say(f"conflict_{conflict['what']}"),
                    grave=frame.say(f"severity_{conflict['severity']}"),
                ),
                cls="dl-meta",
            ),
        )
        for conflict in list(conflicts)[:_MOST]
    ]
    return tag("ul", *items) if items else ""
