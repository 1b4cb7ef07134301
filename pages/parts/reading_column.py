"""The reading column: an article's text with what was read in it goes in, markup comes out.

Dates stand above their words as ruby, events are underlined in the colour of their class, figures
are boxed, and the clause that was asked for is lit. Every character of the text is shown once, in
its place; none of it is taken as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from corpus.charts.terms import Language, dated, period
from corpus.tables import Row
from pages.parts.markup import Markup, escape, joined, link, tag
from pages.parts.tellings import day_of

_ELEMENTS = {"title": "h2", "heading": "h3", "paragraph": "p", "caption": "figcaption"}
#: the clause that was asked for; `scroll.js` brings it into view by this name
LIT = "lit"


@dataclass(frozen=True, slots=True)
class Layers:
    """What was read in an article, as far as it is to be shown."""

    times: list[Row]
    mentions: list[Row]
    figures: list[Row]
    #: id of the mention that was asked for, empty if none
    asked: str


def reading_column(
    article: Row, layers: Layers, language: Language, address: Callable[[str], dict[str, str]]
) -> tuple[Markup, Markup]:
    """The headline and the text of an article, each character in one of them.

    ``address`` gives the parameters of a link to a mention.
    """
    read = [
        (block, _words(article["text"], block, _inside(block, layers), language, address))
        for block in article["blocks"]
    ]
    first = next((index for index, (block, _) in enumerate(read) if block["kind"] == "title"), None)
    title = read.pop(first)[1] if first is not None else escape(article["title"])
    parts = [tag(_ELEMENTS[block["kind"]], words, lang=block["language"]) for block, words in read]
    own = _language(article)
    return (
        tag("header", tag("h1", title, cls="dl-h1", lang=own), cls="dl"),
        tag("article", *parts, cls="dl dl-text", lang=own),
    )


def _language(article: Row) -> str:
    return article["language"][0] if len(article["language"]) else "und"


def _inside(block: Row, layers: Layers) -> Layers:
    def within(found: Iterable[Row]) -> list[Row]:
        return [row for row in found if block["start"] <= row["start"] < block["end"]]

    return Layers(
        within(layers.times), within(layers.mentions), within(layers.figures), layers.asked
    )


def _words(
    text: str,
    block: Row,
    layers: Layers,
    language: Language,
    address: Callable[[str], dict[str, str]],
) -> Markup:
    start, end = block["start"], block["end"]
    # a clause within a clause keeps its own line, and the one that was asked for comes out on top
    nested = sorted(
        layers.mentions,
        key=lambda row: (row["mention_id"] == layers.asked, row["start"] - row["end"]),
    )
    clauses = _owners(start, end, nested)
    times = _owners(start, end, layers.times)
    figures = _owners(start, end, layers.figures)
    for index, time in enumerate(times):  # no line begins or ends within a date
        if time is not None and index and times[index - 1] is time:
            clauses[index] = clauses[index - 1]
    runs = []
    lit = False
    for clause, places in groupby(range(end - start), key=lambda i: clauses[i]):
        inner = _run(text, start, list(places), times, figures, language)
        if clause is None:
            runs.append(inner)
            continue
        asked = clause["mention_id"] == layers.asked
        if asked:
            inner = tag("mark", inner, cls="dl-lit", id=None if lit else LIT)
            lit = True
        line = f"dl-u dl-u{clause['quad_class']} dl-u-{clause['status']}"
        runs.append(link(inner, "article", address(clause["mention_id"]), cls=line))
    return joined(*runs)


def _owners(start: int, end: int, spans: Iterable[Row]) -> list[Row | None]:
    """For each character of a block the last span that covers it."""
    owners: list[Row | None] = [None] * (end - start)
    for span in spans:
        for index in range(max(span["start"], start) - start, min(span["end"], end) - start):
            owners[index] = span
    return owners


def _run(
    text: str,
    start: int,
    places: list[int],
    times: list[Row | None],
    figures: list[Row | None],
    language: Language,
) -> Markup:
    parts: list[Markup | str] = []
    for figure, boxed in groupby(places, key=lambda i: figures[i]):
        inner: list[Markup | str] = []
        for time, own in groupby(boxed, key=lambda i: times[i]):
            found = list(own)
            words = text[start + found[0] : start + found[-1] + 1]
            inner.append(_ruby(words, time, language) if time is not None else words)
        parts.append(tag("span", *inner, cls="dl-fig") if figure is not None else joined(*inner))
    return joined(*parts)


def _ruby(words: str, time: Row, language: Language) -> Markup:
    read = date_above(time, language)
    return tag("ruby", words, tag("rt", read)) if read else tag("span", words)


def date_above(time: Row, language: Language) -> str:
    """The resolved days in a few letters; with the weekday where the words give only that."""
    first, last = day_of(time["first"]), day_of(time["last"])
    if first is not None and first == last and time["rule"].startswith("weekday"):
        return dated(first, "weekday", language)
    return period(first, last, language, year=time["precision"] != "day")
