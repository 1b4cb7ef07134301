"""Who reported what: events and outlets go in, the matrix of four states comes out.

A cell is a link to the outlet's own sentence. Silence and absence look different (law 8): an empty
square is an outlet that published that week without telling it, hatch one that published nothing.
"""

from __future__ import annotations

from itertools import groupby

import pandas as pd

from corpus.charts.terms import dated, period
from corpus.comparison import STATES, matrix, outlets_in_order
from corpus.queries import in_order
from corpus.readers import publisher
from corpus.tables import Row, rows
from pages.parts.event_list import cut_note
from pages.parts.frame import Frame
from pages.parts.headlines import nothing_found
from pages.parts.markup import Markup, link, tag
from pages.parts.status import status_mark
from pages.parts.tellings import day_of

#: rows that are sent; a longer table is cut, and says so
_MOST = 250
#: outlets up to which the matrix leaves room for something beside it
BESIDE = 6


def key_events(events: pd.DataFrame) -> pd.DataFrame:
    """Main events of some article, events that several tell, and those in dispute."""
    shared = events["outlets"].map(len) > 1
    disputed = events["conflicts"].map(len) > 0
    return events[(events["salience"] > 1) | shared | disputed]


def state_key(frame: Frame) -> Markup:
    """What the four cells mean."""
    return tag(
        "div",
        *(tag("span", _square(state), " ", frame.say(f"state_{state}")) for state in STATES),
        cls="dl-key",
    )


def source_matrix(frame: Frame, events: pd.DataFrame) -> Markup:
    """The table: months as groups, an event a row, an outlet a column, their number at the end."""
    outlets = outlets_in_order(frame.tables)
    ordered = in_order(events)
    cells = {
        (cell["event_id"], cell["outlet_id"]): cell
        for cell in rows(matrix(frame.tables, ordered.head(_MOST)))
    }
    body: list[Markup] = []
    span = str(len(outlets) + 3)
    for month, group in groupby(rows(ordered.head(_MOST)), key=lambda row: _month(row, frame)):
        body.append(tag("tr", tag("th", month, colspan=span, scope="rowgroup")))
        body += [_row(frame, event, outlets, cells) for event in group]
    names = [tag("th", _short(outlet, frame), cls="dl-cell", scope="col") for outlet in outlets]
    head = tag(
        "tr",
        tag("th", cls="dl-when"),
        tag("th", frame.say("matrix_event"), scope="col"),
        *names,
        tag("th", frame.say("matrix_outlets"), cls="dl-n", scope="col"),
    )
    table = tag("table", tag("thead", head), tag("tbody", *body), cls="dl-matrix")
    return tag(
        "div", tag("div", table, cls="dl-scroll"), cut_note(frame, len(ordered) - _MOST), cls="dl"
    )


def _row(frame: Frame, event: Row, outlets: list[str], cells: dict[tuple[str, str], Row]) -> Markup:
    own = [cells[event["event_id"], outlet] for outlet in outlets]
    told = sum(1 for cell in own if cell["mention_id"])
    label = event[f"label_{frame.language}"]
    return tag(
        "tr",
        tag("td", _when(event, frame), cls="dl-when"),
        tag(
            "td",
            status_mark(event["status"], event["quad_class"]),
            tag("span", label, cls="dl-ink"),
            cls="dl-told",
        ),
        *(tag("td", _cell(frame, cell, label), cls="dl-cell") for cell in own),
        tag("td", tag("b", str(told)) if told > 1 else str(told), cls="dl-n"),
    )


def _cell(frame: Frame, cell: Row, label: str) -> Markup:
    square = _square(cell["state"])
    said = f"{_short(cell['outlet_id'], frame)}: {frame.say('state_' + cell['state'])}"
    if not cell["mention_id"]:
        return tag("span", square, title=said, role="img", aria_label=said)
    article = cell["mention_id"].rpartition(".")[0]
    view = frame.view.elsewhere().params()
    params = {**view, "article": article, "mention": cell["mention_id"]}
    return link(
        square, "article", params, cls="dl-cell-link", title=said, aria_label=f"{said}, {label}"
    )


def _square(state: str) -> Markup:
    return tag("i", cls=f"dl-state dl-state-{state}", aria_hidden="true")


def _month(event: Row, frame: Frame) -> str:
    day = day_of(event["first"]) or day_of(event["last"])
    return dated(day, "month", frame.language) if day else frame.say("undated_title")


def _when(event: Row, frame: Frame) -> str:
    """The day in its month; more only where the days leave it."""
    first, last = day_of(event["first"]), day_of(event["last"])
    if first is None or last is None:
        return "–" if first is last else period(first, last, frame.language, year=False)
    if (first.year, first.month) != (last.year, last.month):
        return period(first, last, frame.language, year=False)
    if event["precision"] not in ("day", "week"):
        return dated(first, "month_alone_short", frame.language)
    return str(first.day) if first == last else f"{first.day}–{last.day}"


def _short(outlet_id: str, frame: Frame) -> str:
    known = publisher(outlet_id)
    return known.name_zh if frame.language == "zh" else known.short_en


def sources_headline(frame: Frame, events: pd.DataFrame) -> tuple[str, str]:
    """The finding on sources, and how many events it is drawn from."""
    outlets = len(outlets_in_order(frame.tables))
    if events.empty:
        return nothing_found(frame)
    single = int((events["outlets"].map(len) == 1).sum())
    shared = len(events) - single
    scope = frame.say(
        "sources_scope",
        shared=f"{shared:,}",
        total=f"{len(events):,}",
        rows=frame.say(f"rows_{frame.view.rows}_word"),
        outlets=frame.say("outlet_one") if outlets == 1 else frame.say("outlets_n", n=outlets),
        single=f"{single:,}",
    )
    if outlets == 1:
        return frame.say("sources_one_outlet"), scope
    if single == 0:
        return frame.say("sources_all"), scope
    if shared == 0:
        return frame.say("sources_none"), scope
    return frame.say("sources_single", n=f"{single:,}", total=f"{len(events):,}"), scope
