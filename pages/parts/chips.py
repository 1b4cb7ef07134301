"""What is on: a frame goes in, one chip for each thing that is left out comes out, and one reset.

A chip is a button that takes its own filter off and nothing else. Where nothing is left to show,
it is said which of them would have to go.
"""

from __future__ import annotations

from collections.abc import Callable, Sized
from dataclasses import dataclass, replace

import streamlit as st

from corpus.charts.terms import counted, period
from pages.parts.as_known import known_line, known_steps
from pages.parts.briefing import brief_bar
from pages.parts.facets import Facets
from pages.parts.filters import FILTERS
from pages.parts.frame import Frame, change
from pages.parts.markup import Markup, joined, plain, show, tag
from pages.parts.view import View

#: chips that are drawn; an address may name any number of values
_MOST = 24


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter that is on: its words, and the view without it."""

    label: str
    without: View


def chip_row(frame: Frame, events: Sized, key: Markup | None = None) -> None:
    """Chips, the reset, the briefing, and at the right the key; nothing if there is none of them.

    ``events`` are those that are shown: the reset stands elsewhere where there are none.
    """
    on = chips(frame)
    if not (frame.view.filtered or frame.view.briefing or key):
        return
    with st.container(horizontal=True, vertical_alignment="center", key="chips", gap="small"):
        known_steps(frame)
        for number, chip in enumerate(on[:_MOST]):
            st.button(
                plain(chip.label),
                key=f"chip_{number}",
                icon=":material/close:",
                icon_position="right",
                on_click=change,
                args=(_to(chip.without),),
            )
        if frame.view.filtered and len(events):
            st.button(
                frame.say("filter_clear"),
                key="clear",
                icon=":material/restart_alt:",
                type="tertiary",
                on_click=change,
                args=(View.everything,),
            )
        brief_bar(frame)
        show(key or Markup(""), width="content")
    if not len(events):
        show(ways_out(frame, on))


def chips(frame: Frame) -> list[Chip]:
    """The filters that are on, in the order of the row; the day of knowledge has its own chip."""
    view = frame.view
    found = [
        _chip(
            frame,
            f"filter_{item.key}",
            item.name(value, frame),
            view.with_field(item.field, _less(view, item.field, value)),
        )
        for item in FILTERS
        for value in getattr(view, item.field)
    ]
    if view.first or view.last:
        days = period(view.first, view.last, frame.language)
        found.append(_chip(frame, "filter_period", days, replace(view, first=None, last=None)))
    if view.least:
        n = frame.say("least_n", n=view.least)
        found.append(_chip(frame, "filter_least", n, replace(view, least=0)))
    if view.search:
        found.append(_chip(frame, "filter_search", view.search, replace(view, search="")))
    return found


def ways_out(frame: Frame, on: list[Chip]) -> Markup:
    """Which chip would have to go for anything to be shown; nothing if there is no chip."""
    if frame.view.as_known:
        on = [Chip(known_line(frame), replace(frame.view, as_known=None)), *on]
    if not on:
        return Markup("")
    counts = [(chip, _count(frame, chip.without)) for chip in on[:_MOST]]
    ways = [
        tag(
            "li",
            frame.say(
                "without_chip",
                chip=chip.label,
                events=counted("event", "events_counted", n, frame.language),
            ),
        )
        for chip, n in counts
        if n
    ]
    said = joined(tag("ul", *ways)) if ways else joined(frame.say("without_several"))
    return tag("div", said, cls="dl dl-sub", role="status")


def _count(frame: Frame, view: View) -> int:
    """Events that another view would show."""
    tables = frame.tables if view.as_known else frame.archive
    return len(Facets.of(replace(frame, view=view, tables=tables)).rows())


def _chip(frame: Frame, name: str, value: str, without: View) -> Chip:
    return Chip(frame.say("filter_set", name=frame.say(name), n=value), without)


def _less(view: View, field: str, value: str) -> tuple[str, ...]:
    return tuple(other for other in getattr(view, field) if other != value)


def _to(view: View) -> Callable[[View], View]:
    return lambda _: view
