"""Who told it first: events go in, each outlet's place in the races it ran comes out.

First is the first of what was archived. Outlets of one day tie, whatever the hour.
"""

from __future__ import annotations

import pandas as pd

from corpus.charts.terms import counted, dated, listing
from corpus.queries import in_order
from corpus.reporting import first_told, firsts
from corpus.tables import Row, Tables, rows
from pages.parts.derived import once
from pages.parts.folded import folded
from pages.parts.frame import Frame
from pages.parts.markup import Markup, tag
from pages.parts.status import event_label
from pages.parts.tellings import day_of, outlet
from pages.parts.ways import to_sentence

#: races that stand open, and that are sent
_OPEN, _MOST = 5, 60
#: places of an outlet in a race that it shares with others, the best first
_PLACES = ("first", "tie", "later")


def first_reports(frame: Frame, chosen: Tables) -> Markup:
    """How often each outlet was first, and the races themselves; says so where there were none."""
    told = once(chosen, _told)
    placed = rows(once(chosen, _firsts))
    racing = [row for row in placed if row["shared"]]
    if not racing:
        return tag("p", frame.say("first_none"), cls="dl dl-sub")
    alone = len(placed) - len(racing)
    left: Markup | str = ""
    if alone:
        left = tag("p", frame.say("first_alone", n=f"{alone:,}"), cls="dl-meta")
    return tag(
        "div",
        tag("p", frame.say("first_lead"), cls="dl-sub"),
        tag(
            "div",
            tag("div", tag("div", _table(frame, racing), cls="dl-scroll"), left),
            tag("div", _races(frame, chosen, told)),
            cls="dl-pairs",
        ),
        cls="dl",
    )


def _told(chosen: Tables) -> pd.DataFrame:
    return first_told(chosen, chosen.events)


def _firsts(chosen: Tables) -> pd.DataFrame:
    return firsts(once(chosen, _told))


def _table(frame: Frame, racing: list[Row]) -> Markup:
    heads = [tag("th", frame.say("matrix_outlet"), scope="col")]
    heads += [tag("th", frame.say(f"first_{key}"), scope="col", cls="dl-n")
              for key in ("shared", *_PLACES, "median")]  # fmt: skip
    body = [tag("tr", *_cells(frame, row)) for row in racing]
    head = tag("thead", tag("tr", *heads, tag("th")))
    return tag("table", head, tag("tbody", *body), cls="dl-matrix dl-plain")


def _cells(frame: Frame, row: Row) -> list[Markup]:
    lag = "–"
    if not pd.isna(row["median_lag"]):
        lag = counted("day", "days", round(row["median_lag"]), frame.language)
    numbers = [f"{row[key]:,}" for key in ("shared", *_PLACES)]
    parts = [
        tag("i", cls=f"dl-part dl-place-{key}", style=f"--dl-share:{row[key] / row['shared']:.2%}")
        for key in _PLACES
        if row[key]
    ]
    bar = tag("span", *parts, cls="dl-parts", aria_hidden="true")
    return [
        tag("th", outlet(row["outlet_id"], frame.language), scope="row"),
        *(tag("td", number, cls="dl-n") for number in (*numbers, lag)),
        tag("td", bar, cls="dl-barred"),
    ]


def _races(frame: Frame, chosen: Tables, told: pd.DataFrame) -> Markup:
    """Events that several outlets told within a month, each with who was first and how late."""
    run = told[told["place"].isin(_PLACES)]
    events = chosen.events[chosen.events["event_id"].isin(run["event_id"])]
    by_event = {event: rows(own) for event, own in run.groupby("event_id", sort=False)}
    ordered = in_order(events).sort_values(
        ["independent_sources", "salience"], ascending=False, kind="stable"
    )
    items = [
        _race(frame, event, by_event[event["event_id"]]) for event in rows(ordered.head(_MOST))
    ]
    return folded(frame, items, _OPEN, "first_more", total=len(ordered))


def _race(frame: Frame, event: Row, run: list[Row]) -> Markup:
    told = [_teller(frame, row) for row in run]
    return tag(
        "li",
        tag("p", event_label(event, frame.language)),
        tag("p", *told, cls="dl-meta dl-tellers"),
    )


def _teller(frame: Frame, row: Row) -> Markup:
    """An outlet with its day if it was first, else with how much later, and what it told before."""
    name = to_sentence(frame, outlet(row["outlet_id"], frame.language), row["mention_id"])
    if row["place"] != "later":
        day = day_of(row["first_day"])
        said = [
            frame.say(f"place_{row['place']}"),
            dated(day, "day", frame.language) if day else "",
        ]
        return tag("span", name, " ", listing([part for part in said if part], frame.language))
    late = frame.say("place_later", days=counted("day", "days", int(row["lag"]), frame.language))
    passed = counted("article", "articles_counted", int(row["passed"]), frame.language)
    meanwhile = frame.say("passed" if row["passed"] else "passed_none", articles=passed)
    return tag("span", name, f" {late}", f" ({meanwhile})")
