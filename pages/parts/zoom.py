"""The row above the chart: a span goes in, ways to other days are shown.

All of them are Streamlit's own buttons and pills, so that they work by keyboard; each writes the
period to the address and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from corpus.charts.axis import Bounds
from corpus.charts.records import Layout
from corpus.charts.silences import silences
from corpus.charts.terms import counted, dated, period
from corpus.tables import Tables
from pages.parts.frame import Frame, change
from pages.parts.markup import plain
from pages.parts.period import Span, article_days, main_stretch, shows, whole_of, years

_MAIN = "main"


def zoom_row(frame: Frame, span: Span) -> None:
    """Buttons for other days, those that lead anywhere, and ranges that a person would ask for."""
    steps: tuple[tuple[str, str, str, Callable[[], Bounds], bool], ...] = (
        ("earlier", "arrow_back", "Left", partial(span.beside, -1), span.shown[0] > span.whole[0]),
        ("later", "arrow_forward", "Right", partial(span.beside, 1), span.shown[1] < span.whole[1]),
        ("in", "zoom_in", "Up", span.inner, span.shown[1] > span.shown[0]),
        ("out", "zoom_out", "Down", span.outer, span.narrowed),
        ("all", "fit_width", "Home", lambda: span.whole, span.narrowed),
    )
    for key, icon, arrow, bounds, possible in steps:
        if not possible:
            continue
        st.button(
            frame.say(f"zoom_{key}"),
            icon=f":material/{icon}:",
            type="tertiary",
            key=f"zoom_{key}",
            shortcut=f"Shift+{arrow}",  # an arrow alone steps through the events of the drawer
            on_click=_show,
            args=(bounds(), frame.tables),
        )
    _ranges(frame, span)


def _show(bounds: Bounds, tables: Tables) -> None:
    change(lambda view: shows(view, bounds, tables))


def _ranges(frame: Frame, span: Span) -> None:
    """Years, and before them the period on which a big archive opens."""
    offered = [str(year) for year in years(frame.tables)]
    offered = [_MAIN, *offered] if main_stretch(frame.tables) else offered
    if len(offered) < 2:
        return
    now = [key for key in offered if key != _MAIN and _year(key) == span.shown]
    st.session_state["zoom_range"] = _MAIN if span.by_rule else next(iter(now), None)
    st.pills(
        frame.say("zoom_range"),
        offered,
        format_func=lambda key: frame.say("zoom_main") if key == _MAIN else key,
        key="zoom_range",
        label_visibility="collapsed",
        on_change=_go,
        args=(frame.tables,),
    )


def _year(key: str) -> Bounds:
    return date(int(key), 1, 1), date(int(key), 12, 31)


def _go(tables: Tables) -> None:
    """To a range; to all days if the one that was chosen is given up."""
    key = st.session_state["zoom_range"]
    if key == _MAIN:
        change(lambda view: replace(view, first=None, last=None, span="main", opened=()))
    elif key:
        _show(_year(key), tables)
    elif whole := whole_of(tables):
        _show(whole, tables)


def fold_choice(frame: Frame, layout: Layout) -> None:
    """Folds to open and to close again; nothing where there is neither."""
    opened = list(frame.view.opened)
    closed = {fold.first: fold for fold in layout.folds}
    gaps = silences(article_days(frame.tables), [])
    if not opened and not closed:
        return

    def name(day: date) -> str:
        if day not in closed:
            return frame.say("fold_opened", day=dated(day, "day", frame.language))
        first, last = day, closed[day].last
        # a silence is as long as the fold's own caption says, though part of it is drawn
        for gap in gaps:
            said = counted("day", "days", gap.days, frame.language)
            if gap.first <= day <= gap.last and said == closed[day].caption[0].text:
                first, last = gap.first, gap.last
        days = counted("day", "days", (last - first).days + 1, frame.language)
        return f"{days}: {period(first, last, frame.language)}"

    label = frame.say("folds")
    if opened:
        label = frame.say("filter_set", name=label, n=len(opened))
    with st.popover(label, icon=":material/unfold_more:", type="tertiary", key="popover_folds"):
        st.session_state["fold_choice"] = opened
        st.pills(
            frame.say("fold_open"),
            [*opened, *(day for day in closed if day not in opened)],
            selection_mode="multi",
            format_func=lambda day: plain(name(day)),
            key="fold_choice",
            on_change=_open,
        )


def _open() -> None:
    days = tuple(st.session_state["fold_choice"])
    change(lambda view: replace(view, opened=days))
