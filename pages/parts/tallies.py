"""What went in, in small tables: the frame goes in, counts by outlet, folder, month come out.

Each is a list of names with their numbers; the rule under a row is its bar. Months without an
article are hatched and counted, never left out (law 8).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby

from corpus.charts.terms import dated
from corpus.holdings import by_folder, by_language, by_month, tally
from corpus.readers import publisher
from corpus.tables import rows
from pages.parts.folded import folded, rows_cut
from pages.parts.frame import Frame
from pages.parts.languages import language_name
from pages.parts.markup import Markup, joined, tag
from pages.parts.tellings import outlet

#: rows that stand open, and rows that are sent
_OPEN, _MOST = 10, 250
#: steps of a bar; the style sheet has a width for each
_STEPS = 25


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a name with a remark, a number, or a stretch without any."""

    name: str
    count: int
    remark: str = ""
    gap: bool = False


def tallies(frame: Frame) -> Markup:
    """All counts of what went in, beside each other."""
    columns = (
        (("outlets", outlet_lines), ("kinds", kind_lines)),
        (("folders", folder_lines), ("formats", format_lines)),
        (("languages", language_lines), ("months", month_lines)),
    )
    shown = [
        tag("div", *(_tally(frame, key, lines(frame)) for key, lines in column))
        for column in columns
    ]
    return tag("div", *shown, cls="dl dl-tallies")


def outlet_lines(frame: Frame) -> list[Line]:
    """Articles by outlet, each with what kind of outlet it is."""
    found = rows(tally(frame.tables.articles, "outlet_id"))
    return [
        Line(
            outlet(row["value"], frame.language),
            row["articles"],
            _kind(frame, publisher(row["value"]).kind) if publisher(row["value"]).kind else "",
        )
        for row in found
    ]


def kind_lines(frame: Frame) -> list[Line]:
    """Articles by kind of outlet: who owns it, and whose voice it is."""
    articles = frame.tables.articles
    kinds = articles.assign(kind=[publisher(code).kind for code in articles["outlet_id"]])
    return [Line(_kind(frame, row["value"]), row["articles"]) for row in rows(tally(kinds, "kind"))]


def folder_lines(frame: Frame) -> list[Line]:
    """Articles by folder, each with the files that gave none."""
    return [
        Line(
            row["value"] or frame.say("tally_top"),
            row["articles"],
            frame.say("tally_refused", n=f"{row['refused']:,}") if row["refused"] else "",
        )
        for row in rows(by_folder(frame.tables.articles, frame.tables.problems))
    ]


def format_lines(frame: Frame) -> list[Line]:
    """Articles by the format that their file was read in."""
    return [
        Line(row["value"], row["articles"]) for row in rows(tally(frame.tables.articles, "format"))
    ]


def language_lines(frame: Frame) -> list[Line]:
    """Articles by language; a bilingual one counts in both."""
    return [
        Line(language_name(row["value"], frame), row["articles"])
        for row in rows(by_language(frame.tables.articles))
    ]


def month_lines(frame: Frame) -> list[Line]:
    """Articles by month in the order of time; what lies between them is told as a stretch."""
    found: list[Line] = []
    for held, group in groupby(rows(by_month(frame.tables.articles)), lambda row: row["articles"]):
        own = list(group)
        if held:
            found += [Line(dated(row["value"], "month", frame.language), held) for row in own]
        else:
            name = frame.say("tally_gap_one") if len(own) == 1 else ""
            found.append(Line(name or frame.say("tally_gap", n=f"{len(own):,}"), 0, gap=True))
    return found


def _tally(frame: Frame, key: str, lines: list[Line]) -> Markup:
    most = max((line.count for line in lines), default=1)
    shown = [_row(line, most) for line in lines[:_MOST]]
    title = tag("h3", frame.say(f"tally_{key}"), cls="dl-h3")
    if not lines:
        return tag("section", title, tag("p", frame.say("tally_none"), cls="dl-meta"))
    tally, cut = partial(tag, "ul", cls="dl-tally"), rows_cut(frame, len(lines) - _MOST)
    return tag("section", title, folded(frame, shown, _OPEN, "tally_more", tally, len(lines), cut))


def _row(line: Line, most: int) -> Markup:
    if line.gap:
        return tag("li", tag("span", line.name), cls="dl-hatch")
    remark = tag("small", " ", line.remark) if line.remark else Markup("")
    step = max(1, round(line.count / most * _STEPS)) if line.count else 0
    bar = tag("i", cls=f"dl-bar dl-b{step}", aria_hidden="true") if step else Markup("")
    return tag("li", joined(tag("span", line.name, remark), tag("b", f"{line.count:,}"), bar))


def _kind(frame: Frame, kind: str) -> str:
    return frame.say("outlet_" + (kind.replace("-", "_") or "other"))
