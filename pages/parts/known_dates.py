"""Known dates beside the corpus: a frame goes in, milestones and a list of those untold come out.

They come from a table and not from the articles. What is listed says that no article gives that
day; it never says why, nor that somebody should have told it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import streamlit as st

from corpus.charts.records import Layout, Milestone
from corpus.charts.terms import dated
from corpus.indexes import coded, once, spans
from corpus.lexicon import listed, table
from pages.parts.frame import Frame, change
from pages.parts.markup import Markup, outward, tag

#: an event on more days than this tells no single one of them, and one of a kind that fits
_DAYS, _MONTH = 3, 31


def milestones(frame: Frame) -> list[Milestone]:
    """The known dates in the reader's language; none if they are switched off."""
    if frame.view.milestones == "off":
        return []
    return [
        Milestone(date.fromisoformat(row["day"]), row[f"label_{frame.language}"], row["reference"])
        for row in table("milestones.tsv")
    ]


def untold(frame: Frame, layout: Layout) -> list[Milestone]:
    """Of the known dates on the chart those that no event of the corpus can be.

    An event is one if it lies on that day, or if it is of a kind that fits and lies somewhere in a
    month that holds the day: "a call in December" tells of the call on the 7th.
    """
    told = once(frame.tables.events, "known dates told", _told)
    return [
        milestone
        for diamond in layout.diamonds
        for milestone in diamond.milestones
        if (milestone.reference, milestone.day) not in told
    ]


def _told(events: pd.DataFrame) -> set[tuple[str, date]]:
    """Page and day of the known dates that an event can be."""
    days, types = spans(events), coded(events, "type")
    length = days.ends - days.begins
    short, month = length < _DAYS, length < _MONTH
    found = set()
    for row in table("milestones.tsv"):
        day = date.fromisoformat(row["day"])
        fits = short | (month & types.among(listed(row["types"])))
        if np.any(fits & days.within(day, day)):
            found.add((row["reference"], day))
    return found


def untold_list(frame: Frame, layout: Layout) -> Markup:
    """The same as a list that opens, each with the page that states it; nothing if all are told."""
    found = untold(frame, layout)
    if not found:
        return Markup("")
    rows = [
        tag(
            "li",
            tag("p", outward(milestone.label, milestone.reference)),
            tag("p", dated(milestone.day, "day", frame.language), cls="dl-meta"),
        )
        for milestone in found
    ]
    return tag(
        "details",
        tag("summary", f"{frame.say('known_untold')} · {len(found):,}"),
        tag("p", frame.say("known_why"), cls="dl-sub"),
        tag("ul", *rows, cls="dl-rows dl-list"),
        cls="dl dl-details",
        id="known",
    )


def known_switch(frame: Frame) -> None:
    """Shows the known dates or not."""
    st.session_state["view_milestones"] = ["on"] if frame.view.milestones == "on" else []
    st.pills(
        frame.say("known"),
        ["on"],
        selection_mode="multi",
        format_func=lambda _: frame.say("known"),
        key="view_milestones",
        label_visibility="collapsed",
        on_change=_switch,
    )


def _switch() -> None:
    value = "on" if st.session_state["view_milestones"] else "off"
    change(lambda view: replace(view, milestones=value))
