"""All tellings of an event: their rows go in, each sentence comes out with who says so, and where.

Beside each stands why it was taken for the same event, in words. It must never say more than the
rule that linking recorded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain

from corpus.tables import Row
from pages.parts.folded import folded, rows_cut
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, link, tag
from pages.parts.tellings import named, source

#: tellings that stand open, and those that are sent
_OPEN, _MOST = 3, 60
#: reasons of `corpus.linking` and the wording of each
REASONS = {
    "first telling": "first",
    "same words": "words",
    "denial of it": "denial",
    "same parties, meeting and day": "meeting",
    "same meeting, moved": "moved",
    "same meeting, cancelled": "cancelled",
    "same meeting, denied": "meeting_denied",
    "the other language of the article": "language",
    "same word in the article": "word",
    "same state of affairs": "state",
    "same partners and day": "partners",
    "same topic": "topic",
    "same figure": "figure",
    "same place": "place",
}
_RULE = re.compile(r"(.{1,80}?)(?: as (a\w{1,40}\.\d{1,9}))?")


def all_tellings(frame: Frame, told: Sequence[Row], by_mention: Mapping[str, Row]) -> Markup:
    """Every telling, the clearest first; what is more than a few behind a heading that opens."""
    items = [tag("li", *_telling(frame, row, by_mention)) for row in told[:_MOST]]
    cut = rows_cut(frame, len(told) - _MOST)
    shown = folded(frame, items, _OPEN, "tally_more", partial(tag, "ul"), len(told), cut)
    title = tag("h3", f"{frame.say('drawer_all')} · {len(told):,}", cls="dl-h3")
    return tag("section", title, shown, cls="dl-tellings")


def linked(frame: Frame, rule: str, by_mention: Mapping[str, Row]) -> str:
    """Why a telling was put to its event; the rule itself where no words are known for it."""
    found = _RULE.fullmatch(rule)
    reason = REASONS.get(found[1]) if found else None
    if found is None or reason is None:
        return frame.say("link_other", rule=rule) if rule else ""
    said, other = frame.say(f"link_{reason}"), by_mention.get(found[2] or "")
    if other is None:
        return said
    return frame.say("link_as", reason=said, source=source(other, frame.language))


def voice(frame: Frame, telling: Row) -> str:
    """Who says it, and who passes that on; the article itself if nobody is named."""
    said = speaker(frame, telling["speaker"])
    if not (telling["speaker"] and telling["via"]):
        return said
    return frame.say("voice_via", speaker=said, via=named([telling["via"]], frame.language))


def speaker(frame: Frame, code: str) -> str:
    """A speaker by name; the article itself if nobody is named."""
    own = code in ("", "narration")
    return frame.say("narration") if own else named([code], frame.language)


def _telling(frame: Frame, row: Row, by_mention: Mapping[str, Row]) -> list[Markup]:
    base = frame.view.elsewhere().params()
    way = {**base, "article": row["article_id"], "mention": row["mention_id"]}
    where = link(source(row, frame.language), "article", way)
    copied = [frame.say("telling_copy")] if row["duplicate_of"] else []
    said = [where, *copied, voice(frame, row)]
    parts = chain.from_iterable((" · ", part) for part in said if part)
    return [
        tag("p", row["quote"], lang=row["language"]),
        tag("p", joined(*list(parts)[1:]), cls="dl-meta"),
        tag("p", linked(frame, row["link_rule"], by_mention), cls="dl-meta"),
    ]
