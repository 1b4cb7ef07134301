"""An outlet switched off: the tables before and after go in, what is lost comes out.

What was said by nobody else is gone; nothing is linked anew, so that only the missing articles
make the difference.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from corpus.charts.terms import counted, listing
from corpus.subset import lost, without
from corpus.tables import Row, Tables, rows
from pages.parts.derived import once
from pages.parts.event_list import cut_note
from pages.parts.frame import Frame
from pages.parts.markup import Markup, tag
from pages.parts.status import event_label
from pages.parts.tellings import outlet, when
from pages.parts.ways import to_sentence

#: what can be lost, the worst first
CHANGES = ("gone", "days", "status", "conflicts", "sources")
#: events of each list
_MOST = 60


def without_off(frame: Frame) -> Frame:
    """The frame on the tables without the outlets that are switched off."""
    off = frame.view.off
    return replace(frame, tables=without_outlets(frame.tables, off)) if off else frame


def without_outlets(tables: Tables, off: tuple[str, ...]) -> Tables:
    """The same tables for the same outlets, as long as they are held."""
    return once(tables, without, off)


def switched_off(frame: Frame, before: Tables) -> Markup:
    """What vanishes with the outlets that are off; nothing if none is."""
    if not frame.view.off:
        return Markup("")
    names = listing([outlet(code, frame.language) for code in frame.view.off], frame.language)
    found = once(before, _lost, frame.view.off)
    counts = found["change"].value_counts()
    said = [
        frame.say(f"lost_{change}", events=_events(frame, int(counts[change])))
        for change in CHANGES
        if change in counts
    ]
    total = _events(frame, len(before.events))
    sentence = frame.say("lost_sentence", lost=listing(said, frame.language), total=total)
    lists = [_list(frame, change, found, before) for change in CHANGES if change in counts]
    return tag(
        "section",
        tag("h2", frame.say("lost_title", outlets=names), cls="dl-h2"),
        tag("p", sentence if said else frame.say("lost_nothing"), cls="dl-sub"),
        tag("div", *lists, cls="dl-lost"),
        cls="dl",
    )


def _lost(before: Tables, off: tuple[str, ...]) -> pd.DataFrame:
    return lost(before, without_outlets(before, off))


def _events(frame: Frame, n: int) -> str:
    return counted("event", "events_counted", n, frame.language)


def _list(frame: Frame, change: str, found: pd.DataFrame, before: Tables) -> Markup:
    """The events of one kind of loss, the main ones first; each opens what told it."""
    names = found["event_id"][found["change"] == change]
    events = before.events[before.events["event_id"].isin(names)]
    ranked = events.sort_values(["independent_sources", "salience"], ascending=False, kind="stable")
    title = frame.say(f"lost_list_{change}", n=f"{len(ranked):,}")
    items = (_event(frame, event) for event in rows(ranked.head(_MOST)))
    return tag(
        "details",
        tag("summary", title),
        tag("ul", *items, cls="dl-rows dl-list"),
        cut_note(frame, len(ranked) - _MOST),
        cls="dl-more",
    )


def _event(frame: Frame, event: Row) -> Markup:
    way = to_sentence(frame, event_label(event, frame.language), event["mentions"][0])
    return tag("li", way, tag("small", f" {when(event, frame.language)}"))
