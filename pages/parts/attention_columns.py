"""Attention over time: tables go in, for each outlet a strip of columns against the others.

Up stands the outlet, down all others in the same weeks. A week without an article of the outlet is
hatched: nothing is known of it, and nothing is not zero (law 8).
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from corpus.charts.terms import counted, dated, term
from corpus.comparison import outlets_in_order
from corpus.reporting import attention
from corpus.tables import Row, Tables, rows
from pages.parts.derived import once
from pages.parts.folded import STRIPS, folded
from pages.parts.frame import Frame
from pages.parts.markup import Markup, show, tag
from pages.parts.source_controls import choose_one
from pages.parts.source_matrix import percent
from pages.parts.tellings import day_of, outlet
from pages.parts.view import CHOICES

#: outlets that stand open
_OPEN = 6


def attention_columns(frame: Frame, chosen: Tables) -> None:
    """The switch between all events and one class of acts, and the strips."""
    show(tag("h2", frame.say("attention_title"), cls="dl-h2"))
    about = frame.view.about
    found = once(chosen, attention, None if about == "all" else int(about))
    if not found["told"].sum():
        show(tag("p", frame.say("attention_none"), cls="dl dl-sub"))
        return
    named = {value: frame.say(f"about_{value}") for value in CHOICES["about"]}
    choose_one(frame, "about", named, width=260)
    show(_strips(frame, chosen, found))


def _strips(frame: Frame, chosen: Tables, found: pd.DataFrame) -> Markup:
    step = found["step"].iloc[0]
    frequency = "M" if step == "month" else "W"
    periods = found["period"].dt.to_period(frequency)
    stretch = pd.period_range(periods.min(), periods.max(), freq=frequency)
    days = [one.start_time for one in stretch]
    told = found.groupby("outlet_id")["told"].sum()
    outlets = [code for code in outlets_in_order(chosen) if told.get(code, 0)]
    strips = [
        _strip(frame, code, rows(found[found["outlet_id"] == code]), days, step) for code in outlets
    ]
    key = "attention_lead" if frame.view.about == "all" else "attention_lead_share"
    lead = frame.say(key, step=frame.say(f"step_{step}"))
    drawn = folded(frame, strips, _OPEN, "outlets_more", STRIPS)
    return tag("div", tag("p", lead, cls="dl-sub"), drawn, cls="dl")


def _strip(
    frame: Frame, code: str, own: Sequence[Row], days: Sequence[pd.Timestamp], step: str
) -> Markup:
    """One outlet: its columns over those of the others, each side to its own scale."""
    at = {row["period"]: row for row in own}
    plain = frame.view.about == "all"
    up, down = ("told", "others_told") if plain else ("share", "others_share")
    most = {side: _most(own, side) for side in (up, down)} if plain else {up: 1.0, down: 1.0}
    colour = "dl-ink" if plain else f"dl-c{frame.view.about}"
    columns = []
    for day in days:
        row = at.get(day)
        if row is None:
            columns.append(tag("i", cls="dl-hatch"))
            continue
        above, below = (_height(row[side], most[side]) for side in (up, down))
        style = f"--dl-up:{above:.1%};--dl-down:{below:.1%}"
        columns.append(tag("i", style=style, title=_said(frame, row)))
    events = counted("event", "events_counted", sum(row["told"] for row in own), frame.language)
    articles = sum(row["articles"] for row in own)
    told = counted("article", "articles_counted", articles, frame.language)
    missing = len(days) - len(own)
    alt = frame.say("attention_alt", outlet=outlet(code, frame.language), events=events,
                    articles=told, n=missing, step=frame.say(f"steps_{step}"))  # fmt: skip
    name = tag("p", tag("b", outlet(code, frame.language)), tag("small", f" {events} · {told}"))
    drawn = tag("div", *columns, cls=f"dl-columns {colour}", role="img", aria_label=alt)
    ends = (dated(day_of(day) or day, "month_short", frame.language) for day in (days[0], days[-1]))
    return tag("section", name, drawn, tag("p", *(tag("span", end) for end in ends), cls="dl-ends"))


def _most(own: Sequence[Row], side: str) -> float:
    return max(1.0, *(float(row[side]) for row in own))


def _said(frame: Frame, row: Row) -> str:
    """What one column stands for."""
    when = dated(row["period"].date(), "month" if row["step"] == "month" else "day", frame.language)
    articles = counted("article", "articles_counted", row["articles"], frame.language)
    if frame.view.about == "all":
        events = counted("event", "events_counted", row["told"], frame.language)
        others = counted("event", "events_counted", row["others_told"], frame.language)
        return frame.say(
            "attention_said", when=when, events=events, articles=articles, others=others
        )
    one, other = (_part(row[side]) for side in ("share", "others_share"))
    kind = term(f"lane_{frame.view.about}", frame.language)
    return frame.say("attention_said_share", when=when, kind=kind, share=one, others=other,
                     articles=articles)  # fmt: skip


def _height(value: float, most: float) -> float:
    return 0.0 if pd.isna(value) else value / most


def _part(share: float) -> str:
    return "–" if pd.isna(share) else percent(share)
