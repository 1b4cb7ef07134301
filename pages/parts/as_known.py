"""As known on a day: a frame goes in, the choice of the day and what it leaves unsaid come out.

The day is one of publication: what was edited later cannot be undone. What was not known is never
shown, and what cannot be placed - an article without a day - is said to be left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from corpus.charts.terms import counted, dated
from pages.parts.frame import Frame, change
from pages.parts.markup import plain, show, tag
from pages.parts.period import article_days


def known_choice(frame: Frame) -> None:
    """A popover with the day; nothing where no article has one."""
    days, chosen = _days(frame), frame.view.as_known
    if not days:
        return
    label = frame.say("known_label")
    with (
        st.popover(label, icon=":material/history:", type="tertiary", key="popover_known"),
        st.form("known", border=False),  # as the other dates are sent: see `filters`
    ):
        st.session_state["filter_known"] = chosen
        st.date_input(
            frame.say("known_day"),
            min_value=min(filter(None, (days[0], chosen))),
            max_value=max(filter(None, (days[-1], chosen))),
            format="YYYY-MM-DD",
            key="filter_known",
        )
        st.form_submit_button(frame.say("known_apply"), key="known_apply", on_click=_choose)
        show(tag("p", frame.say("known_what"), cls="dl dl-meta"))


def known_steps(frame: Frame) -> None:
    """The day that is shown, removed by a click, between the days with an article beside it."""
    chosen = frame.view.as_known
    if chosen is None:
        return
    back, on = beside(_days(frame), chosen)
    _step(frame, "known_back", back, ":material/chevron_left:", "left")
    st.button(
        plain(known_line(frame)),
        key="chip_known",
        icon=":material/close:",
        icon_position="right",
        on_click=change,
        args=(lambda view: replace(view, as_known=None),),
    )
    _step(frame, "known_on", on, ":material/chevron_right:", "right")


def known_line(frame: Frame) -> str:
    """How much of the archive was known on the day of the view; empty without such a day."""
    day = frame.view.as_known
    if day is None:
        return ""
    return frame.say(
        "known_line",
        day=dated(day, "day", frame.language),
        n=f"{len(frame.tables.articles):,}",
        articles=_articles(frame, len(frame.archive.articles)),
    )


def with_known(frame: Frame, scope: str) -> str:
    """A scope line that also says on which day, and which articles have no place in time."""
    if frame.view.as_known is None:
        return scope
    undated = int(frame.archive.articles["published_day"].isna().sum())
    said = known_line(frame)
    if undated:
        left = frame.say("known_undated", articles=_articles(frame, undated))
        said = frame.say("known_but", a=said, b=left)
    return frame.say("known_ends", scope=scope, said=said)


def beside(days: Sequence[date], day: date) -> tuple[date | None, date | None]:
    """The nearest of some days in order before and after a day.

    >>> beside([date(2022, 1, 3), date(2022, 1, 21)], date(2022, 1, 3))
    (None, datetime.date(2022, 1, 21))
    """
    before, after = bisect_left(days, day), bisect_right(days, day)
    return days[before - 1] if before else None, days[after] if after < len(days) else None


def _days(frame: Frame) -> list[date]:
    """The days on which anything was published, in order."""
    return article_days(frame.archive)


def _articles(frame: Frame, n: int) -> str:
    return counted("article", "articles_counted", n, frame.language)


def _step(frame: Frame, key: str, day: date | None, icon: str, side: str) -> None:
    st.button(
        plain(dated(day, "day", frame.language)) if day else frame.say(f"beyond_{key}"),
        key=key,
        icon=icon,
        icon_position="right" if side == "right" else "left",
        type="tertiary",
        disabled=day is None,
        on_click=change,
        args=(lambda view: replace(view, as_known=day),),
    )


def _choose() -> None:
    chosen = st.session_state["filter_known"]
    change(lambda view: replace(view, as_known=chosen))
