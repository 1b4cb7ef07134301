"""The margin of an article: its mentions go in, the days that it tells of come out in order."""

from __future__ import annotations

from datetime import date

from corpus.charts.terms import moment, period
from corpus.tables import Row
from pages.parts.article_choice import Choice
from pages.parts.frame import Frame
from pages.parts.markup import Markup, link, tag
from pages.parts.status import status_mark
from pages.parts.tellings import day_of


def article_margin(frame: Frame, chosen: Choice) -> Markup:
    """One line for each dated event of the article, and one for its publication."""
    lines: list[tuple[date, int, Markup]] = []
    seen: set[str] = set()
    lit = chosen.mention["event_id"] if chosen.mention is not None else ""
    for mention in chosen.mentions:
        day = day_of(mention["first"]) or day_of(mention["last"])
        if day is None or mention["repeat"] or mention["event_id"] in seen:
            continue
        seen.add(mention["event_id"])
        label = chosen.events[mention["event_id"]][f"label_{frame.language}"]
        address = chosen.address(mention["mention_id"])
        name = link(label, "article", address, cls="dl-quiet")
        if mention["event_id"] == lit:
            name = tag("span", name, cls="dl-chip")
        mark = status_mark(mention["status"], mention["quad_class"])
        lines.append((day, 1, _line(_when(mention, frame), mark, name)))
    published = day_of(chosen.article["published_day"])
    if published is not None:
        said = tag("b", frame.say("margin_published"))
        when = period(published, published, frame.language, year=False)
        lines.append((published, 0, _line(when, tag("i", cls="dl-square"), said)))
    ordered = [line for _, _, line in sorted(lines, key=lambda line: line[:2])]
    return tag(
        "div",
        tag("p", frame.say("margin_title"), cls="dl-meta dl-strong"),
        tag("ol", *ordered, cls="dl-margin"),
        cls="dl",
    )


def _line(when: str, mark: Markup, name: Markup) -> Markup:
    return tag("li", tag("span", when), mark, tag("span", name))


def _when(mention: Row, frame: Frame) -> str:
    first, last = day_of(mention["first"]), day_of(mention["last"])
    return moment(first, last, mention["clock"], frame.language, year=False)
