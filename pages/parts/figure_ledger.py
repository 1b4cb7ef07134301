"""The ledger of figures on the screen: a thing that is counted goes in, bars by day come out.

A bar spans what the words allow and leads to its sentence; an end that no words close fades into an
arrow. Beside a disputed figure the stretch that neither it nor its nearest contradiction allows is
marked; nothing is averaged and none is chosen (law 5).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from babel.numbers import format_compact_decimal

from corpus.charts.terms import counted, period
from corpus.ledger import Ledger, ledger
from corpus.phrases import bounds
from corpus.tables import Row, Tables, rows
from pages.parts.derived import once
from pages.parts.event_tellings import speaker
from pages.parts.folded import folded
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, show, tag
from pages.parts.source_controls import choose_one
from pages.parts.tellings import Tellings, day_of, source
from pages.parts.ways import to_sentence

#: figures and contradictions that stand open, and that are sent
_OPEN, _MOST = 8, 120
#: contradictions told in words before the rest opens
_TOLD = 2
#: room right of the largest bound, as a part of it: with an open end there must be some
_ROOM, _OPEN_ROOM = 1.04, 1.25


def figure_ledger(frame: Frame, chosen: Tables, tellings: Tellings) -> None:
    """Choose a thing and show its figures; says so where nothing is counted."""
    found = once(chosen, ledger)
    show(tag("h2", frame.say("ledger_title"), cls="dl-h2"))
    if found.entries.empty:
        show(tag("p", frame.say("ledger_none"), cls="dl dl-sub"))
        return
    entries = {row["entry_id"]: row for row in rows(found.entries)}
    called = {key: _called(frame, row) for key, row in entries.items()}
    entry = entries[choose_one(frame, "thing", called)]
    show(_entry(frame, found, entry, tellings.by_mention))


def _called(frame: Frame, entry: Row) -> str:
    """The name of an entry in the list: how many figures, and whether they contradict."""
    figures = counted_figures(frame, entry["figures"])
    disputed = " · ≠" if entry["conflicts"] else ""
    return f"{entry[f'title_{frame.language}']} · {figures}{disputed}"


def counted_figures(frame: Frame, n: int) -> str:
    """A number of figures with its noun."""
    return frame.say("figure_one") if n == 1 else frame.say("figures_n", n=f"{n:,}")


def _entry(frame: Frame, found: Ledger, entry: Row, mentions: Mapping[str, Row]) -> Markup:
    own = rows(found.figures[found.figures["entry_id"] == entry["entry_id"]])[:_MOST]
    pairs = rows(found.conflicts[found.conflicts["entry_id"] == entry["entry_id"]])
    end = _end(own)
    zones = _zones(pairs)
    items = [_figure(frame, row, mentions, end, zones.get(row["figure_id"])) for row in own]
    by_id = {row["figure_id"]: row for row in own}
    disputes = [
        _dispute(frame, pair, by_id)
        for pair in sorted(pairs, key=lambda pair: -pair["ratio"])
        if {pair["one"], pair["other"]} <= by_id.keys()
    ]
    plain = partial(tag, "ul")
    return tag(
        "div",
        tag("p", frame.say("ledger_lead"), cls="dl-sub"),
        folded(frame, disputes, _TOLD, "ledger_more_disputes", plain) if disputes else "",
        _axis(frame, end),
        folded(frame, items, _OPEN, "ledger_more", plain),
        cls="dl dl-ledger",
    )


def _figure(
    frame: Frame, figure: Row, mentions: Mapping[str, Row], end: float, zone: Row | None
) -> Markup:
    telling = mentions[figure["mention_id"]]
    low, high = _known(figure["low"]), _known(figure["high"])
    begins, ends = (low or 0) / end, (1.0 if high is None else high / end)
    opened = " dl-open" if high is None else " dl-below" if low is None else ""
    bar = [
        tag(
            "i",
            cls=f"dl-span dl-c{telling['quad_class']}{opened}",
            style=_from_to(begins, ends),
        )
    ]
    if zone is not None:
        place = _from_to(zone["low"] / end, min(zone["high"] / end, 1.0))
        bar.insert(0, tag("i", cls="dl-zone", style=place))
    read = bounds(low, high, figure["unit"], frame.language)
    words = tag(
        "span",
        tag("b", f"“{figure['surface']}”", lang=telling["language"]),
        f" {read} ",
        tag("small", f"{speaker(frame, figure['speaker'])} · {source(telling, frame.language)}"),
    )
    when = tag("span", _day(frame, figure), cls="dl-minor")
    label = to_sentence(
        frame,
        joined(when, words, tag("span", *bar, cls="dl-track", aria_hidden="true")),
        figure["mention_id"],
        cls="dl-figure",
        title=telling["quote"],
    )
    return tag("li", label)


def _day(frame: Frame, figure: Row) -> str:
    """The day that a figure speaks of, or else the one on which it was told."""
    days = period(day_of(figure["day"]), day_of(figure["until"]), frame.language)
    return days if figure["day_basis"] == "mention" else frame.say("ledger_told", day=days)


def _dispute(frame: Frame, pair: Row, figures: Mapping[str, Row]) -> Markup:
    """A pair of figures that cannot both hold, in words."""
    one, other = figures[pair["one"]], figures[pair["other"]]
    gap = bounds(pair["low"], pair["high"], one["unit"], frame.language)
    said = frame.say("ledger_dispute", one=one["surface"], other=other["surface"], gap=gap)
    chip = tag("span", "≠ ", frame.say(f"ledger_{pair['severity']}"), cls="dl-chip")
    if pair["days"]:
        days = counted("day", "days", pair["days"], frame.language)
        said = frame.say("sentences_two", a=said, b=frame.say("ledger_apart", days=days))
    return tag("li", chip, " ", said, cls="dl-dispute")


def _zones(pairs: Sequence[Row]) -> dict[str, Row]:
    """For each figure in dispute the narrowest stretch between it and what contradicts it."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for pair in pairs:
        for side in ("one", "other"):
            found[pair[side]].append(pair)
    return {
        figure: min(own, key=lambda pair: float(pair["high"] - pair["low"]))
        for figure, own in found.items()
    }


def _end(figures: Sequence[Row]) -> float:
    """The right end of the axis."""
    stated = [_known(figure[side]) for figure in figures for side in ("low", "high")]
    opened = any(_known(figure["high"]) is None for figure in figures)
    most = max((value for value in stated if value is not None), default=0.0)
    return max(most, 1.0) * (_OPEN_ROOM if opened else _ROOM)


def _axis(frame: Frame, end: float) -> Markup:
    marks = [
        tag(
            "span",
            format_compact_decimal(value, locale=frame.language, fraction_digits=1),
            style=_from_to(value / end, value / end),
            cls="dl-last" if value > 0.94 * end else None,
        )
        for value in ticks(end)
    ]
    return tag("div", tag("span"), tag("span"), tag("span", *marks, cls="dl-track"), cls="dl-axis")


def ticks(end: float) -> list[float]:
    """Three to six round values from 0 to the end of an axis.

    >>> ticks(250000), ticks(1)
    ([0.0, 50000.0, 100000.0, 150000.0, 200000.0, 250000.0], [0.0, 0.2, 0.4, 0.6, 0.8, 1.0])
    """
    rough = end / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    return [round(step * place, 10) for place in range(int(end / step * 1.001) + 1)]


def _from_to(begins: float, ends: float) -> str:
    return f"--dl-from:{begins:.2%};--dl-to:{ends:.2%}"


def _known(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else value
