"""A headline counts, and claims no more than it counted."""

from __future__ import annotations

import re

import pytest

from pages.parts.headlines import (
    source_line,
    source_note,
    timeline_headline,
    timeline_scope,
    undated_link,
)
from pages.parts.wording import say
from tests.pages.samples import article, event, every, framed, tables

ARTICLES = [article("a1", "2022-01-21"), article("a2", "2024-05-14", "aljazeera")]
LANGUAGES = ["en", "zh"]


def headline(events, articles=ARTICLES, **view) -> str:
    found = tables(articles, events)
    return timeline_headline(framed(found, **view), every(found))


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_event_it_says_so(language):
    assert headline([], language=language) == say("headline_no_events", language)
    found = tables(ARTICLES, [event("e1")])
    none = every(found)[:0]
    assert timeline_headline(framed(found, language=language), none) == say(
        "headline_none", language
    )


def test_one_event_is_counted_in_the_singular():
    said = headline([event("e1", "2022-01-21")])
    assert f"1 {say('one_CONSULT', 'en')}" in said
    assert say("many_CONSULT", "en") not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_events_are_counted_by_the_kinds_that_are_most(language):
    events = [event(f"c{n}", "2022-01-21") for n in range(12)]
    events += [event(f"t{n}", "2022-01-20", type="THREATEN") for n in range(3)]
    events += [event("s1", "2022-01-20", type="SANCTION")]
    said = headline(events, language=language)
    assert [int(number) for number in re.findall(r"\d+", said)] == [12, 3]
    assert say("many_CONSULT", language) in said
    assert say("one_SANCTION", language) not in said


def test_a_long_silence_parts_the_story():
    said = headline([event("e1", "2022-01-21"), event("e2", "2024-05-14", by=["a2"])])
    assert "843 days" in said
    assert said.index("843") > said.index(say("one_CONSULT", "en"))


def test_without_any_date_it_says_how_many_have_none():
    for language in LANGUAGES:
        events = [event("e1"), event("e2")]
        assert headline(events, language=language) == say("headline_undated", language, n=2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_headline_of_the_seeds_is_one_sentence_in_its_language(seeds, language):
    frame = framed(seeds, language=language)
    for kind in ["", *seeds.events["type"].unique()]:
        events = every(seeds)
        events = events[(seeds.events["type"] == kind).to_numpy()] if kind else events
        said = timeline_headline(frame, events)
        assert said.strip() == said != ""
        assert "{" not in said + timeline_scope(frame, events)
        assert bool(re.search("[\u4e00-\u9fff]", said)) == (language == "zh")


def test_the_scope_counts_events_and_the_articles_that_tell_them():
    events = [event("e1", "2022-01-21", by=["a1", "a2"]), event("e2", "2022-01-21", by=["a1"])]
    found = tables(ARTICLES, events)
    said = timeline_scope(framed(found), every(found))
    assert "2 events" in said
    assert "2 articles" in said
    alone = timeline_scope(framed(found), every(found)[1:])
    assert "1 event " in alone
    assert "1 article" in alone
    assert "1 articles" not in alone


def test_the_source_line_names_each_outlet_once_and_no_copy():
    articles = [
        *ARTICLES,
        article("a3", "2022-01-22"),
        article("a4", "2022-01-23", "tass", copy_of="a1"),
    ]
    said = source_line(framed(tables(articles, [])))
    assert said.count("Financial Times") == 1
    assert "Al Jazeera" in said
    assert "tass" not in said.lower()


def test_the_source_line_owns_up_to_quotes_that_are_not_in_the_articles():
    found = tables(ARTICLES, [event("e1", "2022-01-21")])
    assert say("verified_some", "en", right="0", n="1") in source_line(framed(found))


def test_all_quotes_of_the_seeds_are_verified(seeds):
    right, total = seeds.verified()
    assert right == total > 100
    assert say("verified_all", "en", n=f"{total:,}") in source_line(framed(seeds))


def test_the_note_counts_what_is_not_drawn():
    found = tables(ARTICLES, [event("e1", "2022-01-21"), event("e2"), event("e3")])
    said = undated_link(framed(found), every(found))
    assert "2 " in said.striptags()
    assert 'href="#undated"' in said
    assert said in source_note(framed(found), said)
    assert undated_link(framed(found), every(found)[:1]) == ""


@pytest.mark.parametrize(("language", "said"), [("en", "17 Jan 2022"), ("zh", "2022年1月17日")])
def test_a_long_story_names_its_busiest_week(language, said):
    weeks = [f"2022-{month:02}-{day:02}" for month in (1, 2, 3) for day in (3, 10, 17, 24)]
    days = [*weeks, *["2022-01-20"] * 9]
    found = tables(
        [article(f"a{n}", day) for n, day in enumerate(weeks)],
        [event(f"e{n}", day, by=["a1"]) for n, day in enumerate(days)],
    )
    title = timeline_headline(framed(found, language=language), every(found))
    assert title.endswith(said)
