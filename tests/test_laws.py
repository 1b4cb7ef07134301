"""The laws on generated input: articles put together at random, and archives with damage."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import find_events, find_quantities, find_times
from corpus.analysis import analyse
from corpus.coding.vocabulary import LANGUAGES, event_types
from corpus.entities import find_mentions
from corpus.errors import Unreadable
from corpus.han import simplified
from corpus.lexicon import listed, rows_of, table
from corpus.model import STATUSES, Article, Mention
from corpus.pipeline import lay_out
from corpus.readers import read
from corpus.times.hours import clock_of

HERE = Path(__file__).parent
GOLDEN = sorted(path for path in HERE.glob("golden/*/*") if path.suffix != ".json")
SAMPLES = [*GOLDEN, *sorted((HERE.parent / "seeds").iterdir())]
BASES = {"explicit", "relative", "context", "publication", "none"}
TYPES = {(type_, mode) for type_, mode in event_types()}
DAYS = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2035, 12, 31)))
NOISE = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["<b>", "&amp;", "](", "**", "\n\n", "\u200b", "İ", "\U0001f1fa", "“", "”", "'s"]
    ),
)


def words(language: str) -> list[str]:
    """Triggers, cues, names, dates and figures of a language: what the rules turn on."""
    forms = [
        form
        for name, column in (
            (f"triggers_{language}.tsv", "forms"),
            ("parties.tsv", f"forms_{language}"),
            ("places.tsv", f"name_{language}"),
            ("topics.tsv", f"forms_{language}"),
        )
        for row in table(name)
        for form in listed(row[column])
    ]
    spoken = [
        form
        for name in ("cues.tsv", "speech.tsv", "pronouns.tsv")
        for row in table(name)
        if row["language"] == language
        for form in listed(row["forms"])
    ]
    examples = [row["surface"] for row in rows_of(HERE / "cases" / f"times_{language}.tsv")]
    figures = ["10万士兵", "两个营", "三成"] if language == "zh" else ["200,000 troops", "half"]
    return sorted({form.replace("~", "ed") for form in (*forms, *spoken, *examples, *figures)})


def texts(language: str) -> st.SearchStrategy[str]:
    """Sentences of a language glued together from examples, single words and noise."""
    examples = [row["example"] for row in table(f"triggers_{language}.tsv")]
    marks = "，。；：“” " if language == "zh" else ", . ; “ ” \n"
    bits = st.one_of(
        st.sampled_from(examples),
        st.sampled_from(words(language)),
        st.sampled_from(list(marks)),
        NOISE,
    )
    glue = "" if language == "zh" else " "
    return st.lists(bits, max_size=14).map(glue.join)


TEXTS = st.one_of(*(texts(language) for language in LANGUAGES), st.text(max_size=80))
LANGUAGE = st.sampled_from([None, *LANGUAGES, "fr"])


def check(text: str, found: list[Mention], published: date | None) -> None:
    """What holds for every mention of any text."""
    for mention in found:
        assert text[mention.start : mention.end] == mention.quote
        assert text[mention.trigger_start : mention.trigger_end] == mention.trigger
        assert 0 <= mention.start <= mention.trigger_start
        assert mention.trigger_start < mention.trigger_end <= mention.end <= len(text)
        assert (mention.type, mention.mode) in TYPES
        kind = event_types()[mention.type, mention.mode]
        assert (mention.quad_class, mention.score) == (kind.quad_class, kind.score)
        assert mention.status in STATUSES
        assert mention.type != "THREATEN" or mention.status != "happened"
        assert mention.date_basis in BASES
        undated = mention.first is None and mention.last is None
        assert undated == (mention.date_basis == "none") == (mention.precision == "")
        if mention.first and mention.last:
            assert mention.first <= mention.last
        if published is None:
            assert mention.date_basis != "publication"
        assert mention.actors or mention.recipients
        assert len(set(mention.actors)) == len(mention.actors)
        assert all((*mention.actors, *mention.recipients))
        assert mention.salience in (0, 1, 2)
        assert 0 <= mention.confidence <= 1
        assert (mention.latitude is None) == (mention.longitude is None) == (not mention.place)
        check_parts(text, mention)


def check_parts(text: str, mention: Mention) -> None:
    """Law 1 for the parts: words of the text, in its order, for what the mention says."""
    told: dict[str, set[str]] = {
        "actor": set(mention.actors),
        "recipient": set(mention.recipients),
        "speaker": {mention.speaker},
        "via": {mention.via},
        "place": {mention.place},
        "status": {mention.status} - {"happened"},
        "told": {mention.told},
    }
    for part in mention.parts:
        assert 0 <= part.start < part.end <= len(text)
        assert text[part.start : part.end].strip()
        assert part.role == "time" or part.value in told[part.role]
    starts = [part.start for part in mention.parts]
    assert starts == sorted(starts)
    roles = [part.role for part in mention.parts]
    assert roles.count("place") == bool(mention.place)
    assert roles.count("told") == bool(mention.told)
    dated_here = mention.date_basis in ("explicit", "relative")
    assert roles.count("time") in ((1,) if dated_here else (0, mention.date_basis == "context"))
    assert not mention.clock or (roles.count("time") == 1 and mention.precision == "day")


@settings(max_examples=500)
@given(TEXTS, DAYS, LANGUAGE)
def test_whatever_the_text_mentions_are_true_to_it_and_sound(text, published, language):
    found = find_events(text, published, language)
    check(text, found, published)
    assert found == find_events(text, published, language)


@settings(max_examples=200)
@given(TEXTS, LANGUAGE)
def test_whatever_the_text_dates_and_figures_are_true_to_it(text, language):
    for span in (*find_times(text, None, language), *find_quantities(text, language)):
        assert text[span.start : span.end] == span.surface != ""
    for figure in find_quantities(text, language):
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@settings(max_examples=200)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_without_a_day_of_publication_no_relative_word_gives_a_day(text, language):
    stated = {t.first for t in find_times(text, None, language)} | {None}
    for mention in find_events(text, None, language):
        assert mention.first in stated


@settings(max_examples=150)
@given(st.lists(TEXTS, max_size=4), DAYS)
def test_paragraphs_of_any_language_in_any_number_are_told_soundly(parts, published):
    text = "\n\n".join(parts)
    check(text, find_events(text, published), published)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_party_is_read_from_the_words_that_name_it(path):
    for article in read(path.name, path.read_bytes()):
        plain, day = simplified(article.text), article.published and article.published.day
        named = {
            (found.start, found.end)
            for block in article.blocks
            for found in find_mentions(plain, block.language, day, block.start, block.end)
        }
        for mention in analyse(article).mentions:
            own = {(mention.trigger_start, mention.trigger_end)}
            for part in mention.parts:
                known = (part.start, part.end) in named | own
                # whom no table knows is called as found, or by sector alone
                stranger = part.value.startswith("UNK") or len(part.value) == 3
                assert part.role in ("time", "told", "status") or known or stranger


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_an_hour_is_stated_by_the_words_for_the_days(path):
    for article in read(path.name, path.read_bytes()):
        found = analyse(article)
        stated = {(time.start, time.end): clock_of(time) for time in found.times}
        for mention in found.mentions:
            own = {stated.get((p.start, p.end)) for p in mention.parts if p.role == "time"}
            assert not mention.clock or own == {mention.clock}


def damaged(path: Path, seed: int) -> bytes:
    """A file cut short, without a piece, with a bit turned, or with a piece of another in it."""
    chance, data = Random(seed), path.read_bytes()
    one, other = sorted(chance.choices(range(len(data)), k=2))
    match seed % 4:
        case 0:
            return data[:one] if seed % 8 else data[one:]
        case 1:
            return data[:one] + data[other:]
        case 2:
            return data[:one] + bytes([data[one] ^ 1 << chance.randrange(8)]) + data[one + 1 :]
        case _:
            piece = chance.choice(SAMPLES).read_bytes()
            start = chance.randrange(len(piece))
            return data[:one] + piece[start : start + chance.randrange(400)] + data[one:]


def told(data: bytes, name: str) -> tuple[Article, ...] | Unreadable:
    try:
        return read(name, data)
    except Unreadable as refusal:
        return refusal


SEED = st.integers(0, 2**32)


@settings(max_examples=2500)
@given(st.sampled_from(GOLDEN), SEED)
def test_a_damaged_file_is_read_or_refused_with_a_reason_and_never_lost(path, seed):
    outcome = told(damaged(path, seed), path.name)
    if isinstance(outcome, Unreadable):
        assert outcome.stage in ("open", "decode", "detect", "read")
        assert outcome.reason.endswith(".")
        return
    assert outcome
    for article in outcome:
        assert article.text
        assert article.path == path.name
        for block in article.blocks:
            assert 0 <= block.start < block.end <= len(article.text)


@settings(max_examples=100)
@given(st.sampled_from(SAMPLES), SEED)
def test_what_was_read_from_a_damaged_file_can_be_analysed_and_verified(path, seed):
    outcome = told(damaged(path, seed), path.name)
    if isinstance(outcome, Unreadable):
        return
    made = lay_out([analyse(article) for article in outcome], [])
    right, total = made.verified()
    assert right == total
    for article in outcome:
        published = article.published.day if article.published else None
        check(article.text, list(analyse(article).mentions), published)
