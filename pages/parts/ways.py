"""Ways from one screen to another: a frame and what to open go in, links come out."""

from __future__ import annotations

from dataclasses import replace

from pages.parts.frame import Frame
from pages.parts.markup import Markup, link


def to_sentence(frame: Frame, label: str, mention_id: str, **attributes: str | None) -> Markup:
    """A link to the sentence of a mention; its filters go along."""
    article = mention_id.rpartition(".")[0]
    view = replace(frame.view.elsewhere(), article=article, mention=mention_id)
    return link(label, "article", view.params(), **attributes)


def to_pair(frame: Frame, label: str, event_id: str, **attributes: str | None) -> Markup:
    """A link that lays two tellings of an event side by side; all else stays as it is."""
    view = replace(frame.view, event=event_id, compare=())
    return link(label, "sources", view.params(), **attributes)


def to_story(frame: Frame, label: str, story: str, **attributes: str | None) -> Markup:
    """A link that opens a storyline; all else stays as it is."""
    return link(label, "sources", replace(frame.view, story=story).params(), **attributes)
