"""Who reported what: events and outlets go in, the matrix of four states comes out.

A cell is a link to the outlet's own sentence. Silence and absence look different (law 8): an empty
square is an outlet that published that week without telling it, hatch one that published nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import pandas as pd

from corpus.charts.terms import dated, listing, period
from corpus.comparison import STATES, matrix, outlets_in_order, shares
from corpus.queries import in_order, top
from corpus.tables import Row, Tables, rows
from pages.parts.derived import once
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, tag
from pages.parts.status import event_label
from pages.parts.tellings import day_of, outlet, short_outlet
from pages.parts.ways import to_pair, to_sentence

#: events of one page
ROWS = 20
#: outlets that have a column at first, and up to which their names are written level
MAIN, LEVEL = 12, 5
#: outlets up to which a phone has room for the columns
_NARROW = 3

Cells = Mapping[tuple[str, str], Row]


def state_key(frame: Frame) -> Markup:
    """What the four cells mean."""
    return tag(
        "div",
        *(tag("span", square(state), " ", frame.say(f"state_{state}")) for state in STATES),
        cls="dl-key",
    )


def pages_of(events: pd.DataFrame) -> int:
    """How many pages the events fill; one if there are none."""
    return max(1, -(-len(events) // ROWS))


def page_of(frame: Frame, events: pd.DataFrame) -> int:
    """The page that the view asks for, counted from 1; the last one if it asks for more."""
    return min(max(frame.view.page, 1), pages_of(events))


def columns_of(frame: Frame) -> list[str]:
    """The outlets that have a column, the one with most articles first."""
    outlets = outlets_in_order(frame.tables)
    return outlets if frame.view.columns == "all" else outlets[:MAIN]


def source_matrix(frame: Frame, chosen: Tables) -> Markup:
    """One page of events: months as groups, an event a row, an outlet a column, shares at the end.

    The events are those that rank highest, in the order of time. On a narrow screen with more
    outlets than fit, each row names who told it instead.
    """
    outlets = columns_of(frame)
    page = page_of(frame, chosen.events)
    ranked = top(chosen.events, ROWS, (page - 1) * ROWS, by=frame.view.rank)
    shown = rows(in_order(ranked))
    found = matrix(chosen, ranked)
    cells = {(cell["event_id"], cell["outlet_id"]): cell for cell in rows(found)}
    parts = {row["event_id"]: row for row in rows(shares(found, "event_id"))}
    every = outlets_in_order(chosen)
    body: list[Markup] = []
    stacked: list[Markup] = []
    span = str(len(outlets) + 3)
    for month, group in groupby(shown, key=lambda row: _month(row, frame)):
        body.append(tag("tr", tag("th", month, colspan=span, scope="rowgroup")))
        stacked.append(tag("h3", month, cls="dl-day"))
        for event in group:
            share = _share(frame, event, parts[event["event_id"]])
            body.append(_row(frame, event, outlets, cells, share))
            stacked.append(_stacked(frame, event, every, cells))
    table = tag(
        "table",
        tag("thead", _head(frame, outlets)),
        tag("tbody", *body),
        tag("tfoot", *_foot(frame, chosen, outlets)),
        cls="dl-matrix dl-who",
    )
    many = " dl-many" if len(outlets) > _NARROW else ""
    return tag(
        "div",
        tag("div", table, cls="dl-scroll"),
        tag("div", *stacked, cls="dl-stacked") if many else Markup(""),
        tag("p", _extent(frame, chosen.events, page, len(every)), cls="dl-meta"),
        cls=f"dl{many}",
    )


def square(state: str) -> Markup:
    """One cell of the matrix."""
    return tag("i", cls=f"dl-state dl-state-{state}", aria_hidden="true")


def share_bar(row: Row) -> Markup:
    """The shares of the four states, one behind the other."""
    parts = [
        tag("i", cls=f"dl-part dl-state-{state}", style=f"--dl-share:{row[state]:.2%}")
        for state in STATES
        if row[state] > 0
    ]
    return tag("span", *parts, cls="dl-parts", aria_hidden="true")


def _head(frame: Frame, outlets: Sequence[str]) -> Markup:
    upright = " dl-up" if len(outlets) > LEVEL else ""
    names = [
        tag(
            "th",
            tag("span", short_outlet(code, frame.language)),
            cls=f"dl-cell{upright}",
            scope="col",
            lang=frame.language,
            title=outlet(code, frame.language),
        )
        for code in outlets
    ]
    return tag(
        "tr",
        tag("th", cls="dl-when"),
        tag("th", frame.say("matrix_event"), cls="dl-told", scope="col"),
        *names,
        tag("th", frame.say("matrix_outlets"), cls="dl-n", scope="col"),
    )


def _row(frame: Frame, event: Row, outlets: Sequence[str], cells: Cells, share: Markup) -> Markup:
    label = event[f"label_{frame.language}"]
    own = [cells[event["event_id"], code] for code in outlets]
    return tag(
        "tr",
        tag("td", _when(event, frame), cls="dl-when"),
        tag("td", event_label(event, frame.language), cls="dl-told"),
        *(tag("td", _cell(frame, cell, label), cls="dl-cell") for cell in own),
        tag("td", share, cls="dl-n"),
    )


def _cell(frame: Frame, cell: Row, label: str) -> Markup:
    said = f"{outlet(cell['outlet_id'], frame.language)}: {_told(frame, cell)}"
    if not cell["mention_id"]:
        return tag("span", square(cell["state"]), title=said, role="img", aria_label=said)
    return to_sentence(
        frame,
        square(cell["state"]),
        cell["mention_id"],
        cls="dl-cell-link" + (" dl-copied" if cell["copy_of"] else ""),
        title=said,
        aria_label=f"{said}, {label}",
    )


def _told(frame: Frame, cell: Row) -> str:
    """The state of a cell in words, and from whom it was only copied."""
    state = frame.say(f"state_{cell['state']}")
    if not cell["copy_of"]:
        return state
    return frame.say("state_copied", state=state, outlet=outlet(cell["copy_of"], frame.language))


def _share(frame: Frame, event: Row, parts: Row) -> Markup:
    """Of all outlets the shares of the states, and how many told it: the way to compare two."""
    told = round((parts["reported"] + parts["differs"]) * parts["cells"])
    said = _shares_said(frame, parts)
    number: Markup | str = str(told)
    if told > 1:
        compare = frame.say("compare_these", event=event[f"label_{frame.language}"])
        number = to_pair(
            frame, tag("b", str(told)), event["event_id"], title=compare, aria_label=compare
        )
    return joined(tag("span", share_bar(parts), title=said, role="img", aria_label=said), number)


def _foot(frame: Frame, chosen: Tables, outlets: Sequence[str]) -> list[Markup]:
    """For each outlet the shares of the states over all events, and what it told of what it could.

    The events are all that the filters leave, not those of this page.
    """
    found = {row["outlet_id"]: row for row in rows(once(chosen, _shares))}
    bars, told = [], []
    for code in outlets:
        said = f"{outlet(code, frame.language)}: {_shares_said(frame, found[code])}"
        bars.append(tag("td", tag("span", share_bar(found[code]), title=said, role="img",
                                  aria_label=said), cls="dl-cell dl-upward"))  # fmt: skip
        part = found[code]["told"]
        told.append(tag("td", "–" if pd.isna(part) else percent(part), cls="dl-cell"))
    lines = ((frame.say("matrix_shares", n=f"{len(chosen.events):,}"), bars),
             (frame.say("matrix_told"), told))  # fmt: skip
    return [
        tag(
            "tr",
            tag("td", cls="dl-when"),
            tag("th", name, scope="row"),
            *cells,
            tag("td", cls="dl-n"),
        )
        for name, cells in lines
    ]


def _shares(chosen: Tables) -> pd.DataFrame:
    return shares(matrix(chosen, chosen.events))


def _shares_said(frame: Frame, parts: Row) -> str:
    said = (f"{frame.say(f'state_{state}')} {percent(parts[state])}" for state in STATES)
    return listing(list(said), frame.language)


def percent(share: float) -> str:
    """A share in whole per cent; what is there is never 0, what is missing never 100.

    >>> percent(0.5), percent(0.0004), percent(0.9996), percent(0)
    ('50%', '<1%', '>99%', '0%')
    """
    if 0 < share < 0.005:
        return "<1%"
    return ">99%" if 0.995 <= share < 1 else f"{share:.0%}"


def _stacked(frame: Frame, event: Row, outlets: Sequence[str], cells: Cells) -> Markup:
    """A row for a narrow screen: the event, who told it by name, the others by number."""
    own = [cells[event["event_id"], code] for code in outlets]
    told = [
        to_sentence(
            frame,
            joined(square(cell["state"]), " ", short_outlet(cell["outlet_id"], frame.language)),
            cell["mention_id"],
            cls="dl-told-by",
            title=_told(frame, cell),
        )
        for cell in own
        if cell["mention_id"]
    ]
    states = [cell["state"] for cell in own]
    others = [
        tag("span", square(state), f" {states.count(state)}", title=frame.say(f"state_{state}"))
        for state in ("silent", "absent")
        if state in states
    ]
    when: Markup | str = ""
    if pd.notna(event["first"]) or pd.notna(event["last"]):
        when = tag("small", f" {_when(event, frame)}", cls="dl-minor")
    ways: list[str] = [*told, *others]
    if len(told) > 1:
        ways.append(to_pair(frame, frame.say("compare_open"), event["event_id"]))
    title = tag("p", event_label(event, frame.language), when)
    return tag("div", title, tag("p", *ways), cls="dl-item")


def _extent(frame: Frame, events: pd.DataFrame, page: int, outlets: int) -> str:
    """Which of how many events and outlets these are."""
    first = (page - 1) * ROWS + 1
    rank = frame.say(f"rank_{frame.view.rank}_by")
    last, n = min(first + ROWS - 1, len(events)), len(events)
    said = frame.say("matrix_extent", first=f"{first:,}", last=f"{last:,}", n=f"{n:,}", rank=rank)
    if len(columns_of(frame)) < outlets:
        some = frame.say("matrix_columns", n=MAIN, outlets=outlets)
        return frame.say("sentences_two", a=said, b=some)
    return said


def _month(event: Row, frame: Frame) -> str:
    """The heading under which an event stands."""
    day = day_of(event["first"]) or day_of(event["last"])
    if day is None:
        return frame.say("undated_title")
    # what is known to the year is put into none of its months
    return dated(day, "year" if event["precision"] == "year" else "month", frame.language)


def _when(event: Row, frame: Frame) -> str:
    """The day in its month; more only where the days leave it."""
    first, last = day_of(event["first"]), day_of(event["last"])
    if first is None or last is None:
        return "–" if first is last else period(first, last, frame.language, year=False)
    if first.year != last.year:
        return f"{first.year}–{last.year}"
    if first.month != last.month:
        return period(first, last, frame.language, year=False)
    if event["precision"] not in ("day", "week"):
        return dated(first, "month_alone_short", frame.language)
    return str(first.day) if first == last else f"{first.day}–{last.day}"
