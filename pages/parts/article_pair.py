"""Two tellings side by side: an event and two outlets go in, fact beside fact comes out.

Only the words that differ are marked; which of them are right is never said (law 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from corpus.charts.terms import term, versions
from corpus.side_by_side import SideBySide, articles_on, side_by_side
from corpus.tables import Row, rows
from pages.parts.derived import once
from pages.parts.event_tellings import speaker
from pages.parts.folded import folded
from pages.parts.frame import Frame, change
from pages.parts.markup import Markup, escape, joined, show, tag
from pages.parts.status import event_label, status_mark
from pages.parts.tellings import Tellings, named, outlet, source, where
from pages.parts.ways import to_pair, to_sentence

#: which words say a fact, by the roles of a mention's parts
_ROLES = {
    "days": ("time",),
    "status": ("status",),
    "actors": ("actor",),
    "recipients": ("recipient",),
    "place": ("place",),
    "speaker": ("speaker",),
}
#: events of a list that stand open, and that are sent
_OPEN, _MOST = 6, 60
_SIDES = ("one", "other")


def article_pair(frame: Frame, tellings: Tellings) -> None:
    """The section, where the address names an event; it says so if nobody else tells it."""
    told = tellings.by_event.get(frame.view.event, [])
    if not frame.view.event:
        return
    show(tag("h2", frame.say("pair_title"), cls="dl-h2"))
    outlets = list(dict.fromkeys(row["outlet_id"] for row in told))
    if len(outlets) < 2:
        said = [outlet(code, frame.language) for code in outlets]
        key = "pair_one" if said else "pair_unknown"
        show(
            tag("p", frame.say(key, outlet=said[0] if said else ""), cls="dl dl-sub", role="status")
        )
        _close(frame)
        return
    pair = _pair(frame, outlets)
    with st.container(horizontal=True, vertical_alignment="center", key="pair"):
        for side, code in zip(_SIDES, pair, strict=True):
            _choose(frame, side, outlets, code, pair)
        _close(frame)
    articles = once(frame.tables, articles_on, frame.view.event, *pair)
    found = once(frame.tables, side_by_side, *articles)
    show(_laid(frame, found, pair, tellings))


def _pair(frame: Frame, outlets: Sequence[str]) -> tuple[str, str]:
    """The two outlets that the view names, as far as they tell the event; else the clearest two."""
    asked = [code for code in frame.view.compare if code in outlets]
    one, other = [*asked, *(code for code in outlets if code not in asked)][:2]
    return one, other


def _choose(
    frame: Frame, side: str, outlets: Sequence[str], chosen: str, pair: tuple[str, str]
) -> None:
    st.session_state[f"pair_{side}"] = chosen
    st.selectbox(
        frame.say(f"pair_side_{side}"),
        outlets,
        format_func=lambda code: outlet(code, frame.language),
        key=f"pair_{side}",
        label_visibility="collapsed",
        on_change=_chosen,
        args=(pair,),
        width=260,
    )


def _chosen(before: tuple[str, str]) -> None:
    """Another outlet on one side; if it stood on the other, they change places."""
    one, other = (st.session_state[f"pair_{key}"] for key in _SIDES)
    pair = before[::-1] if one == other else (one, other)
    change(lambda view: replace(view, compare=pair))


def _close(frame: Frame) -> None:
    st.button(
        frame.say("pair_close"),
        key="pair_close",
        icon=":material/close:",
        type="tertiary",
        on_click=change,
        args=(lambda view: replace(view, event="", compare=()),),
    )


def _laid(frame: Frame, found: SideBySide, pair: tuple[str, str], tellings: Tellings) -> Markup:
    event = frame.view.event
    facts = rows(found.facts[found.facts["event_id"] == event])
    both = rows(found.common[found.common["event_id"] == event])[0]
    said = [tellings.by_mention[both[f"mention_{side}"]] for side in _SIDES]
    known = frame.tables.events
    told = known["event_id"].isin([*found.common["event_id"], *found.only["event_id"]])
    events = {row["event_id"]: row for row in rows(known[told])}
    sides = [
        _telling(frame, telling, _spans(telling, facts, side))
        for side, telling in zip(_SIDES, said, strict=True)
    ]
    heads = [outlet(code, frame.language) for code in pair]
    table = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in ["", *heads, ""]))),
        tag("tbody", *(_fact(frame, fact) for fact in facts)),
        cls="dl-matrix dl-plain",
    )
    return tag(
        "div",
        tag("h3", status_mark(events[event]["status"], events[event]["quad_class"]), " ",
            events[event][f"label_{frame.language}"], cls="dl-event"),
        tag("div", *sides, cls="dl-pairs"),
        tag("div", table, cls="dl-scroll"),
        _others(frame, found, heads, events),
        cls="dl",
    )  # fmt: skip


def _telling(frame: Frame, telling: Row, spans: Iterable[tuple[int, int]]) -> Markup:
    head = joined(tag("b", source(telling, frame.language)), f" · {telling['title']}")
    return tag(
        "section",
        tag("p", head, cls="dl-meta"),
        tag("blockquote", marked(telling["quote"], telling["start"], spans), cls="dl-quote",
            lang=telling["language"]),
        tag("p", f"{speaker(frame, telling['speaker'])} · ",
            to_sentence(frame, frame.say("read_sentence"), telling["mention_id"]), cls="dl-meta"),
    )  # fmt: skip


def _spans(telling: Row, facts: Iterable[Row], side: str) -> list[tuple[int, int]]:
    """The words of a clause that say what the other telling says otherwise."""
    spans = []
    for fact in facts:
        if fact["relation"] != "differs":
            continue
        stated = (fact[f"start_{side}"], fact[f"end_{side}"])
        if fact[f"mention_id_{side}"] == telling["mention_id"] and stated != (
            telling["start"],
            telling["end"],
        ):
            spans.append((int(stated[0]), int(stated[1])))
        roles = _ROLES.get(fact["fact"], ())
        spans += [
            (part["start"], part["end"]) for part in telling["parts"] if part["role"] in roles
        ]
    return spans


def marked(quote: str, start: int, spans: Iterable[tuple[int, int]]) -> Markup:
    """A clause that begins at ``start`` of its article, the words of some spans on the marker.

    >>> marked("a day in May", 10, [(12, 15), (13, 15), (90, 99)])
    Markup('a <mark>day</mark> in May')
    """
    lit = {place - start for begin, end in spans for place in range(begin, end)}
    parts: list[Markup] = []
    place = 0
    while place < len(quote):
        until = place
        while until < len(quote) and (until in lit) == (place in lit):
            until += 1
        piece = quote[place:until]
        parts.append(tag("mark", piece) if place in lit else escape(piece))
        place = until
    return joined(*parts)


def _fact(frame: Frame, fact: Row) -> Markup:
    differs = fact["relation"] == "differs"
    cells = [_values(frame, fact["fact"], fact[side]) for side in _SIDES]
    said = [tag("span", cell, cls="dl-chip") if differs else tag("span", cell) for cell in cells]
    relation = frame.say(f"relation_{fact['relation']}")
    return tag(
        "tr",
        tag("th", frame.say(f"fact_{fact['fact']}"), scope="row"),
        *(tag("td", cell) for cell in said),
        tag("td", f"≠ {relation}" if differs else relation, cls="dl-minor"),
    )


def _values(frame: Frame, fact: str, values: Sequence[str]) -> str:
    if not len(values):
        return "–"
    language = frame.language
    if fact == "status":
        return term(f"status_{values[0]}", language)
    if fact in ("actors", "recipients", "speaker"):
        return named(list(values), language)
    if fact == "place":
        return where(values[0], language)
    return " · ".join(versions([value], language) for value in values)


def _others(
    frame: Frame, found: SideBySide, heads: Sequence[str], events: Mapping[str, Row]
) -> Markup:
    """What else both articles tell, and what only one of them does."""
    differing = found.facts[found.facts["relation"] == "differs"]["event_id"].value_counts()
    both = [
        tag("li", to_pair(frame, event_label(events[code], frame.language), code),
            tag("small", f" ≠ {differing[code]}") if code in differing else "")
        for code in found.common["event_id"]
        if code != frame.view.event
    ]  # fmt: skip
    columns = [(frame.say("pair_both"), both)] if both else []
    for side, head in zip(_SIDES, heads, strict=True):
        own = found.only[found.only["side"] == side]
        items = [
            tag(
                "li",
                to_sentence(
                    frame, event_label(events[row["event_id"]], frame.language), row["mention_id"]
                ),
            )
            for row in rows(own)
        ]
        columns.append((frame.say("pair_only", outlet=head), items))
    return tag("div", *(_list(frame, title, items) for title, items in columns), cls="dl-pairs")


def _list(frame: Frame, title: str, items: Sequence[Markup]) -> Markup:
    head = tag("h3", f"{title} · {len(items):,}", cls="dl-h3")
    if not items:
        return tag("section", head, tag("p", frame.say("pair_nothing"), cls="dl-meta"))
    return tag("section", head, folded(frame, items[:_MOST], _OPEN, "rows_more", total=len(items)))
