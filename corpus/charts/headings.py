"""The headings of lanes: a lane and its numbers enter, what is written at its top leaves.

A heading stands in the first stretch of the axis; it must never reach into a fold.
"""

from __future__ import annotations

from corpus.charts import tokens
from corpus.charts.axis import Axis
from corpus.charts.records import Lane
from corpus.charts.terms import Language, term
from corpus.charts.typesetting import shortened, text_width

#: widest title of a lane, in pixels
_TITLE_MOST = 220.0


def lane_note(
    lane: Lane, count: int, axis: Axis, language: Language, drawn: int = 0, listed: int = 0
) -> str:
    """Subtitle and number of events of a lane.

    With ``drawn`` of them one by one, the others as numbers; ``listed`` are on the chart in no
    form, so that the note sends to the list. The subtitle is left out where a fold comes too soon,
    then what is said of the numbers.
    """
    number = f"{count:,}"
    notes = [number]
    if listed:
        notes.insert(0, term("listed", language, n=number, listed=f"{listed:,}"))
    if drawn and drawn + listed < count:
        words = "drawn_listed" if listed else "drawn"
        said = {"drawn": f"{drawn:,}", "more": f"{count - drawn - listed:,}"}
        notes.insert(0, term(words, language, n=number, listed=f"{listed:,}", **said))
    if lane.subtitle:
        notes.insert(0, f"{lane.subtitle} · {notes[0]}")
    room = axis.open[0].units * axis.day_px
    return next((note for note in notes if title_width(lane, note) <= room), number)


def lane_title(title: str) -> str:
    """The title of a lane, shortened where it is over-long: places and parties can be anything."""
    return shortened(title, _TITLE_MOST, tokens.TITLE) or "–"


def title_width(lane: Lane, note: str) -> float:
    """Estimated pixels of a heading."""
    title = text_width(f"{lane.title}  ", tokens.TITLE, bold=True)
    return title + text_width(note, tokens.LABEL) + tokens.GAP
