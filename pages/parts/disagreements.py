"""Where tellings disagree: conflicts go in, every version with its sentence comes out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import groupby

from corpus.charts.terms import versions
from corpus.disputes import disputes
from corpus.tables import Row, Tables, rows
from pages.parts.derived import once
from pages.parts.event_list import cut_note
from pages.parts.event_tellings import speaker
from pages.parts.folded import folded
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, tag
from pages.parts.tellings import source
from pages.parts.ways import to_pair, to_sentence

#: conflicts that stand open, and that are sent; more are counted
_OPEN, _MOST = 4, 40
#: versions of a conflict that stand open
_VERSIONS = 3


def disagreements(frame: Frame, chosen: Tables, mentions: Mapping[str, Row]) -> Markup:
    """All conflicts of the events, each version in words with who says it and where."""
    found = once(chosen, _ranked)
    if not found:
        return tag("p", frame.say("conflicts_none"), cls="dl dl-sub")
    blocks = [_conflict(frame, event, own, mentions) for event, own in found[:_MOST]]
    lead = tag("p", frame.say("conflicts_lead"), cls="dl-sub")
    pairs, cut = partial(tag, "div", cls="dl-pairs"), cut_note(frame, len(found) - _MOST)
    told = folded(frame, blocks, _OPEN, "conflicts_more", pairs, len(found), cut)
    return tag("div", lead, told, cls="dl")


def _ranked(chosen: Tables) -> list[tuple[Row, list[Row]]]:
    """Each conflict with its event: the gravest first, then what most sources tell."""
    disputed = chosen.events[chosen.events["conflicts"].map(len) > 0]
    events = {row["event_id"]: row for row in rows(disputed)}
    found = [
        (events[event], list(own))
        for (event, _, _), own in groupby(
            rows(disputes(chosen, disputed)),
            key=lambda row: (row["event_id"], row["what"], row["severity"]),
        )
    ]
    return sorted(
        found,
        key=lambda pair: (
            -pair[1][0]["severity"],
            -pair[0]["independent_sources"],
            -pair[0]["salience"],
        ),
    )


def _conflict(frame: Frame, event: Row, own: list[Row], mentions: Mapping[str, Row]) -> Markup:
    what, severity = own[0]["what"], own[0]["severity"]
    title = f"{event[f'label_{frame.language}']} · {frame.say('conflict_' + what)}"
    items = [_version(frame, row["version"], mentions[row["mention_id"]]) for row in own]
    said = tag("p", frame.say(f"severity_{severity}"), cls="dl-meta")
    pair: Markup | str = ""
    if len({row["outlet_id"] for row in own}) > 1:
        pair = tag("p", to_pair(frame, frame.say("compare_open"), event["event_id"]), cls="dl-meta")
    return tag(
        "section",
        tag("h3", title),
        said,
        folded(frame, items, _VERSIONS, "versions_more", partial(tag, "ul")),
        pair,
        cls="dl-conflict",
    )


def _version(frame: Frame, version: str, telling: Row) -> Markup:
    said = to_sentence(frame, source(telling, frame.language), telling["mention_id"])
    return tag(
        "li",
        tag("span", "≠ ", versions([version], frame.language), cls="dl-chip"),
        tag("blockquote", telling["quote"], cls="dl-quote", lang=telling["language"]),
        tag("span", joined(f"{speaker(frame, telling['speaker'])} · ", said), cls="dl-meta"),
    )
