"""All tellings of an event: their rows go in, each sentence comes out with who says so, and where.

Beside each stands why it was taken for the same event, in words. It must never say more than the
rule that linking recorded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from corpus.tables import Row
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, link, tag
from pages.parts.tallies import rows_cut
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
    more = len(told) - _OPEN
    rest = Markup("")
    if more > 0:
        opened = tag("summary", frame.say("tally_more", n=f"{more:,}"))
        cut = rows_cut(frame, len(told) - _MOST)
        rest = tag("details", opened, tag("ul", *items[_OPEN:]), cut, cls="dl-more")
    title = tag("h3", f"{frame.say('drawer_all')} · {len(told):,}", cls="dl-h3")
    return tag("section", title, tag("ul", *items[:_OPEN]), rest, cls="dl-tellings")


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
    if not telling["speaker"]:
        return frame.say("narration")
    speaker = named([telling["speaker"]], frame.language)
    if not telling["via"]:
        return speaker
    return frame.say("voice_via", speaker=speaker, via=named([telling["via"]], frame.language))


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
