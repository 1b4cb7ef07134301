"""Storylines on the screen: tables go in, a list of threads and one of them opened come out.

A thread strings events of one theme and the same parties by an open rule; it claims no cause.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from corpus.charts.terms import counted, dated, listing, period
from corpus.storylines import Storylines, storylines
from corpus.tables import Row, Tables, rows
from pages.parts.article_choice import scroll_to
from pages.parts.derived import once
from pages.parts.event_facts import counted_outlets
from pages.parts.folded import folded
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, show, tag
from pages.parts.status import status_mark
from pages.parts.tellings import Tellings, day_of, short_outlet
from pages.parts.ways import to_sentence, to_story

#: threads that stand open and that are sent, events of a thread that stand open
_OPEN, _MOST, _EVENTS = 10, 120, 14
#: outlets that are named beside an event
_NAMED = 3


def story_threads(frame: Frame, chosen: Tables, tellings: Tellings) -> None:
    """The list of threads beside the one that the address names, or else the first."""
    show(tag("h2", frame.say("stories_title"), cls="dl-h2"))
    found = once(frame.tables, storylines)
    kept = found.members["event_id"].isin(chosen.events["event_id"])
    lines = found.lines[found.lines["storyline_id"].isin(found.members["storyline_id"][kept])]
    if lines.empty:
        show(tag("p", frame.say("stories_none"), cls="dl dl-sub"))
        return
    wide = lines.assign(_outlets=lines["outlets"].map(len))
    ranked = rows(wide.sort_values(["_outlets", "events"], ascending=False, kind="stable"))
    asked = [line for line in rows(found.lines) if line["storyline_id"] == frame.view.story]
    opened = (asked or ranked)[0]
    items = [
        _line(frame, line, line["storyline_id"] == opened["storyline_id"])
        for line in ranked[:_MOST]
    ]
    show(
        tag(
            "div",
            tag("p", frame.say("stories_lead"), cls="dl-sub"),
            tag(
                "div",
                tag("div", folded(frame, items, _OPEN, "stories_more", total=len(ranked))),
                _thread(frame, found, opened, tellings),
                cls="dl-pairs dl-story",
            ),
            cls="dl",
        )
    )
    if asked:
        scroll_to(opened["storyline_id"])


def _line(frame: Frame, line: Row, opened: bool) -> Markup:
    title = tag("b" if opened else "span", line[f"title_{frame.language}"])
    way = to_story(frame, title, line["storyline_id"], aria_current="true" if opened else None)
    return tag("li", tag("p", way), tag("p", _extent(frame, line), cls="dl-meta"))


def _extent(frame: Frame, line: Row) -> str:
    days = period(day_of(line["first"]), day_of(line["last"]), frame.language)
    events = counted("event", "events_counted", line["events"], frame.language)
    return f"{days} · {events} · {counted_outlets(frame, len(line['outlets']))}"


def _thread(frame: Frame, found: Storylines, line: Row, tellings: Tellings) -> Markup:
    members = rows(found.members[found.members["storyline_id"] == line["storyline_id"]])
    known = frame.tables.events
    named = known[known["event_id"].isin([member["event_id"] for member in members])]
    events = {row["event_id"]: row for row in rows(named)}
    items = [_event(frame, events[m["event_id"]], m, tellings) for m in members]
    asked = line["storyline_id"] == frame.view.story
    thread = partial(tag, "ol", cls="dl-thread")
    return tag(
        "section",
        tag("h3", line[f"title_{frame.language}"], cls="dl-event", id="lit" if asked else None),
        tag("p", _extent(frame, line), cls="dl-meta"),
        folded(frame, items, _EVENTS, "stories_later", thread),
    )


def _event(frame: Frame, event: Row, member: Row, tellings: Tellings) -> Markup:
    language = frame.language
    best = tellings.best(event["event_id"])
    label = tag("span", event[f"label_{language}"])
    days = period(day_of(event["first"]), day_of(event["last"]), language)
    if not days:  # it stands where it was told
        days = frame.say("ledger_told", day=dated(member["day"].date(), "day", language))
    steps: Markup | str = ""
    if len(event["history"]) > 1:
        steps = tag("p", *_steps(frame, event["history"]), cls="dl-meta dl-history")
    why = frame.say(f"basis_story_{member['basis']}")
    return tag(
        "li",
        tag("span", days, cls="dl-minor"),
        status_mark(event["status"], event["quad_class"]),
        tag(
            "div",
            to_sentence(frame, label, best["mention_id"], cls="dl-quiet", title=why),
            tag("small", f" {_tellers(frame, event['outlets'])}"),
            steps,
        ),
    )


def _tellers(frame: Frame, outlets: Sequence[str]) -> str:
    names = [short_outlet(code, frame.language) for code in outlets]
    if len(names) <= _NAMED:
        return listing(names, frame.language)
    return frame.say("tellers_more", names=listing(names[:_NAMED], frame.language),
                     n=len(names) - _NAMED)  # fmt: skip


def _steps(frame: Frame, history: Sequence[Row]) -> list[Markup]:
    """What was told of an event, one state after another: announced, moved, held."""
    steps = []
    for step in history:
        state = frame.say(f"turn_{step['state'].replace(' ', '_')}")
        told = day_of(step["told"])
        when = period(day_of(step["first"]), day_of(step["last"]), frame.language)
        said = [frame.say("step_for", days=when) if when else ""]
        said.append(frame.say("step_told", day=dated(told, "day", frame.language)) if told else "")
        words = tag("b", state), " ", listing([part for part in said if part], frame.language)
        steps.append(to_sentence(frame, joined(*words), step["mention"], cls="dl-quiet"))
    return steps
