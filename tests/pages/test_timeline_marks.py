"""Sources of an event are said by its mark, by its card, and by the key where they differ."""

from __future__ import annotations

import numpy as np
import pytest
from bs4 import BeautifulSoup

from corpus.charts.sizes import sized
from corpus.charts.terms import term
from pages.parts.status import status_key
from pages.parts.strip import has_strip
from pages.parts.tellings import Tellings
from pages.parts.timeline_chart import timeline_layout
from tests.pages.samples import article, event, framed, tables

OUTLETS = ("ft", "cnn", "aljazeera", "bbc")
ARTICLES = [article(f"a{n}", "2022-01-21", outlet) for n, outlet in enumerate(OUTLETS)]
KEYS = [f"a{n}" for n in range(len(OUTLETS))]


def drawn(*sources: int):
    """The layout of an event a day, each told by so many outlets, and the frame around it."""
    events = [event(f"e{n}", f"2022-01-1{n}", by=KEYS[:told]) for n, told in enumerate(sources)]
    found = tables(ARTICLES, events)
    frame = framed(found)
    rows = np.arange(len(events))
    return frame, timeline_layout(frame, rows, None, Tellings.of(found), [])


def test_an_event_of_more_sources_has_a_larger_mark_and_a_card_that_says_how_many():
    _, layout = drawn(1, 2, 4)
    wide = {mark.event_id: mark.size for mark in layout.marks}
    assert wide["e0"] < wide["e1"] < wide["e2"]
    said = [layout.items[key].card.when for key in ("e0", "e1", "e2")]
    assert "source" not in said[0]
    assert said[1].endswith(term("told_by", "en", n=2))
    assert said[2].endswith(term("told_by", "en", n=4))


@pytest.mark.parametrize(("sources", "expected"), [((1, 2), True), ((1, 1), False)])
def test_the_key_explains_size_where_it_varies(sources, expected):
    frame, layout = drawn(*sources)
    key = BeautifulSoup(status_key(frame, sized(layout)), "html.parser")
    assert (term("larger", "en") in key.get_text()) is expected
    assert bool(key.select(".dl-s-most")) is expected
    assert term("status_happened", "en") in key.get_text()


def test_a_strip_is_for_more_articles_than_can_be_named():
    many = [article(f"b{n}", "2022-01-21") for n in range(41)]
    told = [event("e1", "2022-01-21", by=["b1"])]
    assert has_strip(framed(tables(many, told)))
    assert not has_strip(framed(tables(many[:40], told)))
