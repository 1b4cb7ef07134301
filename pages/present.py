"""The presenter: one event after the other, large, each with its sentence and who says so."""

from __future__ import annotations

from pages.parts.briefing import briefed
from pages.parts.facets import part_of
from pages.parts.filters import clear_button
from pages.parts.frame import open_page
from pages.parts.markup import show, tag
from pages.parts.presenter import leave_button, other_path, path, present, presents_briefing
from pages.parts.shown import Shown

frame = open_page("title_present")
own = presents_briefing(frame)
if own:
    events = briefed(frame)
    found = len(events)
else:
    near = Shown.of(frame).near
    events, found = path(part_of(frame.tables.events, near)), len(near)

if events:
    present(frame, events, found)
else:
    said = "brief_none" if own else "present_empty"
    show(tag("p", frame.say(said), " ", other_path(frame), cls="dl dl-sub", role="status"))
    if not own:
        clear_button(frame)
    leave_button(frame)
