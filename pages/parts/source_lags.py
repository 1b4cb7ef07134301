"""How long until somebody told it: events go in, dots by outlet and day come out."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from corpus.charts.terms import counted
from corpus.comparison import lags, outlets_in_order
from corpus.tables import Tables
from pages.parts.derived import once
from pages.parts.folded import folded
from pages.parts.frame import Frame
from pages.parts.markup import Markup, tag
from pages.parts.status import status_mark
from pages.parts.tellings import outlet

#: days that have a column of their own; what was told later shares the last
_DAYS = 5
#: dots of one cell; where one holds more, all are drawn as bars with their numbers
_DOTS = 40
#: outlets that stand open
_OPEN = 8


def source_lags(frame: Frame, chosen: Tables) -> Markup:
    """A table of dots or bars: outlets as rows, days from the event to the article as columns."""
    found = once(chosen, _lags)
    if found.empty:
        return tag("p", frame.say("lag_none"), cls="dl dl-sub")
    found = found.assign(column=found["days"].clip(upper=_DAYS))
    cells = {key: sorted(own["quad_class"]) for key, own in found.groupby(["outlet_id", "column"])}
    telling = set(found["outlet_id"])
    outlets = [code for code in outlets_in_order(chosen) if code in telling]
    bars = max(map(len, cells.values())) > _DOTS
    head = tag(
        "thead",
        tag(
            "tr",
            tag("th"),
            *(tag("th", _days(frame, day), scope="col") for day in range(_DAYS + 1)),
        ),
    )
    body = [
        _row(frame, code, [cells.get((code, day), []) for day in range(_DAYS + 1)], bars)
        for code in outlets
    ]

    def table(*lines: Markup) -> Markup:
        return tag("table", head, tag("tbody", *lines), cls="dl-matrix dl-lags")

    return tag(
        "div",
        tag("p", frame.say("lag_lead_bars" if bars else "lag_lead"), cls="dl-sub"),
        folded(frame, body, _OPEN, "outlets_more", table),
        cls="dl",
    )


def _lags(chosen: Tables) -> pd.DataFrame:
    return lags(chosen, chosen.events)


def _row(frame: Frame, code: str, cells: Sequence[list[int]], bars: bool) -> Markup:
    name = tag("th", outlet(code, frame.language), scope="row")
    total = sum(map(len, cells))
    return tag("tr", name, *(_bar(len(c), total) if bars else _dots(c) for c in cells))


def _dots(classes: Sequence[int]) -> Markup:
    return tag("td", *(status_mark("happened", quad_class) for quad_class in classes))


def _bar(count: int, total: int) -> Markup:
    """A number over a rule as long as its part of the outlet's row."""
    if not count:
        return tag("td", tag("span", "–", cls="dl-minor"))
    rule = tag("i", cls="dl-rule", style=f"--dl-share:{count / total:.2%}", aria_hidden="true")
    return tag("td", tag("span", f"{count:,}"), rule)


def _days(frame: Frame, day: int) -> str:
    if day == 0:
        return frame.say("lag_same")
    if day == _DAYS:
        return frame.say("lag_later", n=_DAYS)
    return counted("day", "days", day, frame.language)
