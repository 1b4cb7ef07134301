"""Long lists: items go in, the first of them and the rest behind a heading that opens come out.

The heading counts what it hides, and what was not sent at all is said behind it: nothing may be
left out in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, tag

#: a list whose items are rows of their own
ROWS = partial(tag, "ul", cls="dl-rows")
#: pictures of outlets, one below the other
STRIPS = partial(tag, "div", cls="dl-strips")


def folded(
    frame: Frame,
    items: Sequence[Markup],
    opened: int,
    key: str,
    wrap: Callable[..., Markup] = ROWS,
    total: int = 0,
    cut: str = "",
) -> Markup:
    """The first items stand open; ``key`` is the wording of the heading above the others.

    ``total`` is how many there are where not all are sent, and ``cut`` says so. ``wrap`` makes an
    element of items.
    """
    left = max(total, len(items)) - opened
    shown = wrap(*items[:opened])
    if left <= 0:
        return shown
    title = tag("summary", frame.say(key, n=f"{left:,}"))
    return joined(shown, tag("details", title, wrap(*items[opened:]), cut, cls="dl-more"))


def rows_cut(frame: Frame, left: int) -> Markup:
    """How many rows were not sent; nothing if none was kept back."""
    return tag("p", frame.say("rows_cut", n=f"{left:,}"), cls="dl-meta") if left > 0 else Markup("")
