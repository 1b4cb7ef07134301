"""How to read the Sources: the frame goes in, what the words of the screen mean comes out."""

from __future__ import annotations

from corpus.comparison import STATES
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, tag
from pages.parts.method_text import method_link
from pages.parts.source_matrix import square

#: what else is explained, in the order of the screen
TOPICS = (
    "shares",
    "ledger",
    "severity",
    "first",
    "attention",
    "emphasis",
    "pair",
    "stories",
    "off",
)


def reading_help(frame: Frame) -> Markup:
    """What the four states and the other words mean, and what the program cannot know."""
    states = [
        joined(
            tag("dt", square(state), " ", frame.say(f"state_{state}")),
            tag("dd", frame.say(f"help_{state}")),
        )
        for state in STATES
    ]
    topics = [
        joined(tag("dt", frame.say(f"help_name_{topic}")), tag("dd", frame.say(f"help_{topic}")))
        for topic in TOPICS
    ]
    return tag(
        "details",
        tag("summary", frame.say("help_title")),
        tag("dl", *states, *topics, cls="dl-facts dl-help"),
        tag("p", frame.say("help_unknown"), cls="dl-sub"),
        tag("p", method_link(frame), cls="dl-meta"),
        cls="dl dl-details",
    )
