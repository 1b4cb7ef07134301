"""How long until somebody told it: events go in, dots by outlet and day come out."""

from __future__ import annotations

import pandas as pd

from corpus.charts.terms import counted
from corpus.comparison import lags, outlets_in_order
from pages.parts.frame import Frame
from pages.parts.markup import Markup, tag
from pages.parts.status import status_mark
from pages.parts.tellings import outlet

#: days that have a column of their own; what was told later shares the last
_DAYS = 5
#: dots of one cell; more are counted
_DOTS = 40


def source_lags(frame: Frame, events: pd.DataFrame) -> Markup:
    """A table of dots: outlets as rows, days from the event to the first article as columns."""
    found = lags(frame.tables, events)
    found = found.assign(column=found["days"].clip(upper=_DAYS))
    heads = [tag("th"), *(tag("th", _days(frame, day), scope="col") for day in range(_DAYS + 1))]
    body = []
    for outlet_id in outlets_in_order(frame.tables):
        own = found[found["outlet_id"] == outlet_id]
        cells = [
            tag("td", *_dots(own[own["column"] == day]["quad_class"].tolist()))
            for day in range(_DAYS + 1)
        ]
        name = tag("th", outlet(outlet_id, frame.language), scope="row")
        body.append(tag("tr", name, *cells))
    return tag(
        "div",
        tag("p", frame.say("lag_lead"), cls="dl-sub"),
        tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *body), cls="dl-matrix dl-lags"),
        cls="dl",
    )


def _dots(classes: list[int]) -> list[Markup]:
    shown = [status_mark("happened", quad_class) for quad_class in sorted(classes)[:_DOTS]]
    more = len(classes) - len(shown)
    return [*shown, tag("small", f" +{more}")] if more else shown


def _days(frame: Frame, day: int) -> str:
    if day == 0:
        return frame.say("lag_same")
    if day == _DAYS:
        return frame.say("lag_later", n=_DAYS)
    return counted("day", "days", day, frame.language)
