"""Headlines and scope lines: what was counted goes in, sentences in one language come out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import reduce

import numpy as np
import pandas as pd

from corpus.charts.terms import counted, listing, period, term
from corpus.comparison import outlets_in_order
from corpus.entities import names
from corpus.indexes import Whole, among, coded, holders, once, spans
from corpus.queries import homes, parties
from corpus.summary import Period, story
from corpus.tables import rows
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, tag
from pages.parts.method_text import method_link
from pages.parts.period import SHARE, Span, article_days
from pages.parts.tellings import outlet

#: kinds of event that a headline names for each period
_KINDS = 2
#: outlets that the source line gives with every day
_DAYS = 3
#: unread files that are named
_UNREAD = 250


def timeline_headline(frame: Frame, own: Whole, outside: int = 0) -> str:
    """The story in counts: what was told before, how long nothing was, what was told after.

    ``own`` are the numbers of the rows of the events, here and in the scope.
    """
    if not len(own) and outside:
        return frame.say("headline_outside")
    if not len(own):
        return nothing_found(frame)[0]
    told = story(frame.tables.events, article_days(frame.tables), own)
    if not told.periods:
        return frame.say("headline_undated", n=len(own))
    parts = [_counts(frame, told.periods[0])]
    for gap, part in zip(told.gaps, told.periods[1:], strict=True):
        days = counted("day", "days", gap, frame.language)
        parts += [frame.say("headline_gap", days=days), _counts(frame, part)]
    sentence = reduce(lambda a, b: frame.say("headline_then", a=a, b=b), parts)
    if len(told.periods) == 1 and (peak := told.periods[0].peak):
        sentence = frame.say("headline_peak", a=sentence, day=period(peak, peak, frame.language))
    return sentence[:1].upper() + sentence[1:]


def timeline_scope(
    frame: Frame,
    own: Whole,
    span: Span | None = None,
    outside: int = 0,
    lasting: int = 0,
) -> str:
    """Whom it is about, when, on how many articles it rests, and what the period leaves outside.

    ``lasting`` events touch the period without being dated within it.
    """
    beyond = ""
    if outside:
        words = counted("event", "events_counted", outside, frame.language)
        rule = "scope_rule" if span and span.by_rule else "scope_outside"
        beyond = frame.say(rule, events=words, share=SHARE)
    if lasting:
        words = frame.say("scope_lasting", n=f"{lasting:,}")
        beyond = frame.say("sentences_two", a=words, b=beyond) if beyond else words
    if not len(own):
        return beyond or nothing_found(frame)[1]
    told = _articles_told(frame, own)
    narrowed = span and span.narrowed
    days = period(*span.shown, frame.language) if span and narrowed else _extent(frame, own)
    said = frame.say(
        "scope",
        parties=_main_parties(frame, own),
        period=days,
        events=counted("event", "events_counted", len(own), frame.language),
        articles=counted("article", "articles_counted", told, frame.language),
    )
    return frame.say("sentences_two", a=said, b=beyond) if beyond else said


def sources_headline(frame: Frame, events: pd.DataFrame) -> tuple[str, str]:
    """The finding on sources, and how many events it is drawn from."""
    outlets = len(outlets_in_order(frame.tables))
    if events.empty:
        return nothing_found(frame)
    single = int((events["outlets"].map(len) == 1).sum())
    shared = len(events) - single
    disputed = int((events["conflicts"].map(len) > 0).sum())
    scope = frame.say(
        "sources_scope",
        shared=f"{shared:,}",
        outlets=frame.say("outlet_one") if outlets == 1 else frame.say("outlets_n", n=outlets),
        disputed=f"{disputed:,}",
    )
    if outlets == 1:
        return frame.say("sources_one_outlet"), scope
    if single == 0:
        return frame.say("sources_all"), scope
    if shared == 0:
        return frame.say("sources_none"), scope
    return frame.say("sources_single", n=f"{single:,}", total=f"{len(events):,}"), scope


def nothing_found(frame: Frame) -> tuple[str, str]:
    """Headline and scope of a screen without events: the filters leave none, or there are none."""
    events, articles = len(frame.tables.events), len(frame.tables.articles)
    if events:
        return frame.say("headline_none"), frame.say("empty_filters", n=f"{events:,}")
    read = counted("article", "articles_counted", articles, frame.language)
    return frame.say("headline_no_events"), frame.say("no_events", articles=read)


def source_note(frame: Frame, more: str = "") -> Markup:
    """Which articles this rests on, whether every quotation was found, and what was not read."""
    said = [part for part in (source_line(frame), more, method_link(frame)) if part]
    return tag("footer", Markup(" ").join(said), _unread(frame), cls="dl dl-source")


def _unread(frame: Frame) -> Markup:
    """Files of the archive that gave no article, each with the reason and what to do."""
    problems = rows(frame.tables.problems)
    if not problems:
        return Markup("")
    items = [tag("li", tag("b", row["path"]), f": {row['reason']}", lang="en") for row in problems]
    title = frame.say("not_read_one" if len(items) == 1 else "not_read_many", n=f"{len(items):,}")
    return tag("details", tag("summary", title), tag("ul", *items[:_UNREAD]), cls="dl-details")


def undated_link(frame: Frame, own: Whole) -> Markup:
    """The way to those of some events that no timeline can draw; nothing if there are none."""
    undated = int((spans(frame.tables.events).begins[own] == 0).sum())
    if not undated:
        return Markup("")
    counts = counted("event", "events_counted", undated, frame.language)
    return joined(tag("a", frame.say("undated_link", events=counts), href="#undated"), ".")


def source_line(frame: Frame) -> str:
    """The articles by outlet, and the verified quotations; worked out once for a build."""
    key = f"source line {frame.language}"
    return once(frame.tables.articles, key, lambda articles: _source_line(frame, articles))


def _source_line(frame: Frame, articles: pd.DataFrame) -> str:
    articles = articles[articles["duplicate_of"] == ""]
    outlets = []
    for outlet_id in articles["outlet_id"].unique():
        own = articles[articles["outlet_id"] == outlet_id]
        days = [day.date() for day in sorted(own["published_day"].dropna())]
        name = outlet(outlet_id, frame.language)
        if 0 < len(days) <= _DAYS:
            said = _joined((period(day, day, frame.language) for day in days), frame)
            outlets.append(frame.say("source_outlet", outlet=name, days=said))
        else:
            n = counted("article", "articles_counted", len(own), frame.language)
            outlets.append(frame.say("source_many", outlet=name, n=n))
    return frame.say("source_line", outlets=_joined(outlets, frame), verified=_verified(frame))


def _joined(words: Iterable[str], frame: Frame) -> str:
    return listing(list(words), frame.language)


def _verified(frame: Frame) -> str:
    tables = frame.tables
    right, total = once(tables.mentions, "verified", lambda _: tables.verified())
    if right == total:
        return frame.say("verified_all", n=f"{total:,}")
    return frame.say("verified_some", right=f"{right:,}", n=f"{total:,}")


def _counts(frame: Frame, part: Period) -> str:
    named = [
        f"{n:,} {frame.say(f'one_{kind}' if n == 1 else f'many_{kind}')}"
        if frame.language == "en"
        else f"{n:,}{frame.say(f'many_{kind}')}"
        for kind, n in part.counts[:_KINDS]
    ]
    return reduce(lambda a, b: frame.say("headline_period", a=a, b=b), named)


def _articles_told(frame: Frame, own: Whole) -> int:
    """How many articles tell one of the events."""
    home = homes(frame.tables)
    told = among(frame.tables.events, own)[home] & (home >= 0)
    numbers = coded(frame.tables.mentions, "article_id").numbers
    return int(np.count_nonzero(np.bincount(numbers[told])))


def _main_parties(frame: Frame, own: Whole) -> str:
    """The two parties that take part in most of the events."""
    chosen = among(frame.tables.events, own)
    held = holders(frame.tables.events, "parties", parties)
    counts = {head: int(chosen[numbers].sum()) for head, numbers in held.items()}
    frequent = sorted(filter(counts.__getitem__, counts), key=lambda head: -counts[head])
    first = [names(head).zh if frame.language == "zh" else names(head).en for head in frequent[:3]]
    if len(first) > 2:
        return frame.say("scope_more", a=first[0], b=first[1])
    return reduce(lambda a, b: frame.say("scope_two", a=a, b=b), first) if first else "–"


def _extent(frame: Frame, own: Whole) -> str:
    days = spans(frame.tables.events).of(own)
    if not days.begins.any():
        return term("undated", frame.language)
    first = date.fromordinal(int(days.begins[days.begins > 0].min())).replace(day=1)
    last = date.fromordinal(int(days.ends.max()))
    end = last.replace(day=monthrange(last.year, last.month)[1])
    return period(first, end, frame.language)
