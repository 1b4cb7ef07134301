"""What an outlet tells more or less of: tables go in, differences with their doubt come out.

A difference is of what was archived, not of minds: it stands with its counts and its interval, and
what rests on few tellings is drawn hollow and said to.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from corpus.comparison import outlets_in_order
from corpus.emphasis import emphasis
from corpus.entities import names
from corpus.lexicon import table
from corpus.tables import Row, Tables, rows
from pages.parts.derived import once
from pages.parts.filters import choose_view
from pages.parts.folded import STRIPS, folded
from pages.parts.frame import Frame
from pages.parts.markup import Markup, show, tag
from pages.parts.source_matrix import percent
from pages.parts.tellings import named, outlet

#: differences of one outlet, and outlets that stand open
_DIFFERENCES, _OPEN = 5, 6


def emphasis_rows(frame: Frame, chosen: Tables) -> None:
    """The switches and, for each outlet, what sets it apart; says so if nothing can be compared."""
    show(tag("h2", frame.say("emphasis_title"), cls="dl-h2"))
    measure, shared = frame.view.measure, frame.view.weeks == "shared"
    with st.container(horizontal=True, vertical_alignment="center", key="emphasis"):
        choose_view(frame, "measure")
        choose_view(frame, "weeks")
    found = once(chosen, emphasis, measure, shared)
    found = found[found["difference"].notna() & (found["key"] != "")]
    if found["outlet_id"].nunique() < 2:
        show(tag("p", frame.say("emphasis_none"), cls="dl dl-sub"))
        return
    ranked = found.sort_values("clear", ascending=False, kind="stable")
    kept = ranked.groupby("outlet_id").head(_DIFFERENCES)
    by_outlet = {code: rows(own) for code, own in kept.groupby("outlet_id")}
    # the doubt of what rests on few tellings would leave no room for what is clear
    drawn = kept[kept["caution"] != "few_tellings"] if kept["clear"].any() else kept
    reach = max(abs(bound) for side in ("low", "high") for bound in drawn[side])
    order = [code for code in outlets_in_order(chosen) if code in by_outlet]
    blocks = [_outlet(frame, code, by_outlet[code], reach) for code in order]
    lead = tag("p", frame.say("emphasis_lead"), cls="dl-sub")
    show(tag("div", lead, folded(frame, blocks, _OPEN, "outlets_more", STRIPS), cls="dl"))


def _outlet(frame: Frame, code: str, own: Sequence[Row], reach: float) -> Markup:
    tellings = f"{own[0]['total']:,}"
    few = own[0]["caution"] == "few_tellings"
    said = frame.say("emphasis_few" if few else "emphasis_of", n=tellings)
    name = tag("p", tag("b", outlet(code, frame.language)), tag("small", f" {said}"))
    return tag("section", name, tag("ul", *(_difference(frame, row, reach) for row in own)))


def _difference(frame: Frame, row: Row, reach: float) -> Markup:
    """One thing: its name, the difference on a line through zero, and the counts behind it."""
    sure = "" if row["clear"] else " dl-unsure"
    low, middle, high = (_at(row[key], reach) for key in ("low", "difference", "high"))
    line = tag("i", cls="dl-reach", style=f"--dl-from:{low:.2%};--dl-to:{high:.2%}")
    dot = tag("i", cls="dl-dot", style=f"--dl-from:{middle:.2%}")
    counts = frame.say(
        "emphasis_counts",
        count=f"{row['count']:,}",
        total=f"{row['total']:,}",
        share=percent(row["share"]),
        others=percent(row["others_share"]),
    )
    caution = tag("small", frame.say("emphasis_rare")) if row["caution"] == "rare" else ""
    doubt = frame.say("emphasis_interval", low=_points(row["low"]), high=_points(row["high"]))
    return tag(
        "li",
        tag("span", _name(frame, row["key"]), tag("small", " ", counts, " "), caution),
        tag("span", line, dot, cls=f"dl-zero{sure}", title=doubt, role="img", aria_label=doubt),
        tag("b", _points(row["difference"]), cls="dl-points" + sure),
    )


def _points(share: float) -> str:
    """A difference of two shares, in points of a hundred with their sign."""
    return f"{share * 100:+.0f}".replace("-", "−")


def _at(value: float, reach: float) -> float:
    """Where a difference lies on the line, 0 to 1; zero is in the middle."""
    place = 0.5 + value / (2 * reach) if reach and not pd.isna(value) else 0.5
    return min(max(place, 0.0), 1.0)


def _name(frame: Frame, key: str) -> str:
    """A type, a party or a speaker in words."""
    if frame.view.measure == "type":
        kinds = (row for row in table("event_types.tsv") if row["type"] == key and not row["mode"])
        return next((row[f"name_{frame.language}"] for row in kinds), key)
    if frame.view.measure == "party":
        known = names(key)
        return known.zh if frame.language == "zh" else known.short_en
    return named([key], frame.language)
