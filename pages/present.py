"""The presenter: one event after the other, large, each with its sentence and who says so."""

from __future__ import annotations

from pages.parts.filters import chosen_events, clear_button
from pages.parts.frame import open_page
from pages.parts.markup import show, tag
from pages.parts.presenter import leave_button, path, present

frame = open_page("title_present")
found = chosen_events(frame)
events = path(found)

if events:
    present(frame, events, len(found))
else:
    show(tag("p", frame.say("present_empty"), cls="dl dl-sub", role="status"))
    clear_button(frame)
    leave_button(frame)
