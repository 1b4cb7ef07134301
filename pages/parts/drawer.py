"""The drawer: an event goes in, who says so comes out, with the way to the sentence.

It opens at the right of the timeline when a mark is clicked or an address names an event.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from corpus.charts.terms import edtf_days, listing, period, versions
from corpus.comparison import matrix
from corpus.tables import Row, rows
from pages.parts.event_list import quotation
from pages.parts.frame import Frame, change
from pages.parts.markup import Markup, joined, link, plain, show, tag
from pages.parts.status import status_line
from pages.parts.tellings import Tellings, dateline, named, outlet, source, who
from pages.parts.timeline_chart import CLOSED

#: an event of more days has no week in which one could have told it
_WEEK = timedelta(days=7)


def open_drawer(frame: Frame, event_id: str, tellings: Tellings) -> None:
    """Show one event in the drawer; closing it takes the event out of the address."""
    events = frame.tables.events
    found = events[events["event_id"] == event_id]
    if found.empty:
        return
    event = rows(found)[0]

    title = plain(dateline(event, frame.language))
    dialog = st.dialog(title, width="small", position="right", on_dismiss=_closed)
    dialog(_body)(frame, event, tellings)


def _closed() -> None:
    st.session_state[CLOSED] = st.session_state.get(CLOSED, 0) + 1
    change(lambda view: replace(view, event=""))


def _body(frame: Frame, event: Row, tellings: Tellings) -> None:
    told = tellings.by_event[event["event_id"]]
    best = told[0]
    language = frame.language
    show(
        tag(
            "div",
            status_line(event, language),
            tag("h2", event[f"label_{language}"], cls="dl-event", lang=language),
            quotation(best),
            tag("p", _origin(frame, best), cls="dl-meta"),
            tag("dl", *_facts(frame, event, best), cls="dl-facts"),
            _others(frame, told[1:]),
            cls="dl",
        )
    )
    st.page_link(
        "pages/article.py",
        label=frame.say("read_sentence"),
        icon=":material/format_quote:",
        query_params={
            **frame.view.elsewhere().params(),
            "article": best["article_id"],
            "mention": best["mention_id"],
        },
    )


def _origin(frame: Frame, telling: Row) -> str:
    language = frame.say(f"language_{telling['language']}")
    return f"{source(telling, frame.language)} · {frame.say('original_in', language=language)}"


def _facts(frame: Frame, event: Row, best: Row) -> list[Markup]:
    language = frame.language
    facts: list[tuple[str, str]] = [
        ("drawer_who", who(event, language)),
        (
            "drawer_speaker",
            named([best["speaker"]], language) if best["speaker"] else frame.say("narration"),
        ),
        ("drawer_date", frame.say(f"basis_{best['date_basis']}")),
    ]
    said = edtf_days(best["told"]) if best["told"] else None
    if said:
        facts.append(("drawer_told", period(*said, language)))
    code = f"{event['type']} / {event['mode']}" if event["mode"] else event["type"]
    facts.append(("drawer_coded", tag("span", code, cls="dl-code")))
    facts += [
        (
            "drawer_versions",
            tag("span", "≠ ", versions(conflict["versions"], language), cls="dl-chip"),
        )
        for conflict in event["conflicts"]
    ]
    facts.append(("drawer_sources", told_by(frame, event)))
    return [joined(tag("dt", frame.say(key)), tag("dd", value)) for key, value in facts if value]


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


def _others(frame: Frame, told: list[Row]) -> Markup:
    """Further tellings: what else the articles say of the same event, each with its link."""
    if not told:
        return Markup("")
    base = frame.view.elsewhere().params()
    items = [
        tag(
            "li",
            tag("span", row["quote"], lang=row["language"]),
            " ",
            link(
                source(row, frame.language),
                "article",
                {**base, "article": row["article_id"], "mention": row["mention_id"]},
                cls="dl-meta",
            ),
        )
        for row in told
    ]
    title = f"{frame.say('drawer_all')} · {len(told) + 1}"
    return tag("details", tag("summary", title), tag("ul", *items), cls="dl-details")
