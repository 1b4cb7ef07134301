"""Shapes of the six statuses: a status goes in, its mark, its line or the key to all comes out."""

from __future__ import annotations

from corpus.charts.sizes import step
from corpus.charts.terms import term
from corpus.indexes import coded
from corpus.model import STATUSES
from corpus.tables import Row
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, tag
from pages.parts.view import Language

#: of marks of two or three sources, and of more
_SIZES = ("", " dl-s-more", " dl-s-most")


def status_mark(status: str, quad_class: int | None = None, sources: int = 1) -> Markup:
    """The shape of a status, in the colour of a class or of the text around it.

    It is larger where more ``sources`` tell the event.
    """
    colour = "" if quad_class is None else f" dl-c{quad_class}"
    return tag("i", cls=f"dl-s dl-s-{status}{colour}{_SIZES[step(sources)]}", aria_hidden="true")


def event_label(event: Row, language: Language) -> Markup:
    """An event in one line: the shape of its status and its label."""
    mark = status_mark(event["status"], event["quad_class"])
    return joined(mark, tag("span", event[f"label_{language}"], cls="dl-ink"))


def status_line(row: Row, language: Language) -> Markup:
    """Shape and name of the status of an event or a mention, and the class of the act."""
    quad_class = row["quad_class"]
    status = term(f"status_{row['status']}", language)
    said = f"{status} · {term(f'lane_{quad_class}', language)}"
    return tag("p", status_mark(row["status"]), said, cls=f"dl-status dl-c{quad_class}")


def status_key(frame: Frame, larger: bool = False) -> Markup:
    """The only key on the screens: what the shapes mean, and size if some marks are ``larger``."""
    statuses = [one for one in STATUSES if one in coded(frame.tables.events, "status").values]
    shown = [
        tag("span", status_mark(status), term(f"status_{status}", frame.language))
        for status in statuses
    ]
    if not shown:
        return Markup("")
    soft = tag("i", cls="dl-s dl-s-soft", aria_hidden="true")
    shown.append(tag("span", soft, term("day_unknown", frame.language)))
    if larger:
        big = tag("i", cls=f"dl-s dl-s-happened{_SIZES[-1]}", aria_hidden="true")
        shown.append(tag("span", big, term("larger", frame.language)))
    return tag("div", *shown, cls="dl-key")
