"""The timeline as a list: events go in, day headings and rows that open come out.

It is what a narrow window shows, and the chart's twin for keyboard and screen reader. A row is a
native ``<details>``: it opens without the server and holds the sentence, its outlet and the link.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby

import numpy as np

from corpus.charts.silences import Silence, silences
from corpus.charts.terms import counted, moment, period, term
from corpus.indexes import Whole, spans
from corpus.queries import by_time
from corpus.tables import Row, rows
from pages.parts.briefing import brief_link
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, link, tag
from pages.parts.period import article_days
from pages.parts.status import status_mark
from pages.parts.tellings import Tellings, day_of, source

#: rows that are sent; a longer list is cut, and says so
_MOST = 200
#: days from which on an event says too little of the day under which it would stand
_MONTH = 31


def event_list(
    frame: Frame, numbers: Whole, tellings: Tellings, lasting: Whole | None = None
) -> Markup:
    """Dated events under their days, with the stretches without articles between them.

    ``numbers`` are those of their rows. Those that are ``lasting`` through the days shown stand
    last, under a heading of their own, and so do those of more than a month.
    """
    events = frame.tables.events
    days = spans(events).of(numbers)
    short = days.ends - days.begins < _MONTH
    dated, long = numbers[(days.begins > 0) & short], numbers[~short]
    lasting = long if lasting is None else np.concatenate([long, lasting])
    found = rows(events.iloc[by_time(events, dated)[:_MOST]])
    gaps = [gap for gap in silences(article_days(frame.tables), []) if gap.side == "between"]
    parts: list[Markup] = []
    reached = date.min
    for heading, group in groupby(found, key=lambda row: _heading(row, frame)):
        own = list(group)
        begins = _begins(own[0])
        parts += [_gap(gap, frame) for gap in gaps if reached < gap.first <= begins]
        reached = max(reached, begins)
        parts.append(tag("h2", heading, cls="dl-day"))
        parts += [event_row(frame, row, tellings) for row in own]
    parts.append(cut_note(frame, len(dated) - _MOST))
    if len(lasting):
        parts.append(_lasting(frame, lasting, tellings))
    return tag("div", *parts, cls="dl dl-list")


def _lasting(frame: Frame, own: Whole, tellings: Tellings) -> Markup:
    """What merely touches the days shown: the shortest first, since it says most of them."""
    events = frame.tables.events
    lengths = (events["last"].to_numpy() - events["first"].to_numpy())[own]
    found = rows(events.iloc[own[np.argsort(lengths, kind="stable")[:_MOST]]])
    parts = [
        part
        for heading, group in groupby(found, key=lambda row: _heading(row, frame))
        for part in (
            tag("h3", heading, cls="dl-day"),
            *(event_row(frame, row, tellings) for row in group),
        )
    ]
    title = f"{frame.say('list_lasting')} · {len(own):,}"
    return tag(
        "section",
        tag("h2", title, cls="dl-h2"),
        *parts,
        cut_note(frame, len(own) - _MOST),
        cls="dl-lasting",
    )


def undated_list(frame: Frame, own: Whole, tellings: Tellings) -> Markup:
    """Those of some events without a date, behind a heading that opens; nothing without any."""
    events = frame.tables.events
    undated = own[spans(events).begins[own] == 0]
    if not len(undated):
        return Markup("")
    weight = events["salience"].to_numpy()[by_time(events, undated)]
    first = by_time(events, undated)[np.argsort(-weight, kind="stable")[:_MOST]]
    found = events.iloc[first]
    title = f"{frame.say('undated_title')} · {len(undated):,}"
    body = joined(
        tag("p", frame.say("undated_why"), cls="dl-sub"),
        *(event_row(frame, row, tellings) for row in rows(found)),
        cut_note(frame, len(undated) - _MOST),
    )
    return tag(
        "details",
        tag("summary", title),
        tag("div", body, cls="dl-list"),
        cls="dl dl-details",
        id="undated",
    )


def event_row(frame: Frame, event: Row, tellings: Tellings) -> Markup:
    """One event that opens to its sentence."""
    best = tellings.best(event["event_id"])
    label = event[f"label_{frame.language}"]
    sources = int(event.get("independent_sources") or 1)
    days = day_of(event["first"]), day_of(event["last"])
    said = [moment(*days, event["clock"], frame.language, year=False)] if event["clock"] else []
    if event["status"] != "happened":
        said.append(term(f"status_{event['status']}", frame.language))
    said += [term("told_by", frame.language, n=sources)] if sources > 1 else []
    ink = "dl-ink" if event["salience"] > 1 else "dl-minor"
    view = {**frame.view.elsewhere().params(), **_place(best)}
    read = link(frame.say("read_sentence"), "article", view)
    ways = (read, brief_link(frame, event["event_id"]))
    return tag(
        "details",
        tag(
            "summary",
            status_mark(event["status"], event["quad_class"], sources),
            tag("span", label, tag("small", " ", " · ".join(said)) if said else "", cls=ink),
        ),
        tag(
            "div",
            quotation(best),
            tag("p", source(best, frame.language), cls="dl-meta"),
            Markup(" · ").join(filter(None, ways)),
        ),
        cls="dl-row",
        id=event["event_id"],
    )


def cut_note(frame: Frame, left: int) -> Markup:
    """How many rows were not sent; nothing if none was kept back."""
    return tag("p", frame.say("list_cut", n=f"{left:,}"), cls="dl-sub") if left > 0 else Markup("")


def quotation(telling: Row) -> Markup:
    """The sentence, in its own language, on the marker."""
    return tag(
        "blockquote", tag("mark", telling["quote"]), cls="dl-quote", lang=telling["language"]
    )


def _place(telling: Row) -> dict[str, str]:
    return {"article": telling["article_id"], "mention": telling["mention_id"]}


def _begins(row: Row) -> date:
    return day_of(row["first"]) or day_of(row["last"]) or date.min


def _heading(row: Row, frame: Frame) -> str:
    days = period(day_of(row["first"]), day_of(row["last"]), frame.language)
    return days if row["precision"] == "day" else frame.say("some_day", period=days)


def _gap(gap: Silence, frame: Frame) -> Markup:
    days = counted("day", "days", gap.days, frame.language)
    when = period(gap.first, gap.last, frame.language)
    return tag(
        "div",
        tag("p", tag("b", days), " ", term("without_article", frame.language), cls="dl-long"),
        tag("p", f"{when}. ", term("silence", frame.language)),
        cls="dl-gap dl-hatch",
    )
