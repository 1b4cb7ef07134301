"""An archive is read once, whoever asks and however often; a failure is not kept."""

from __future__ import annotations

from threading import Event

import pytest

from corpus.errors import NotABuild
from corpus.tables import Tables
from pages.parts.readings import Reading, Shelf
from pages.parts.visitors import Visitors, unmasked

EMPTY = Tables.of({})


def ended(reading: Reading) -> Reading:
    for _ in range(100):
        if reading.ended():
            return reading
    raise AssertionError("the reading does not end")


def test_a_reading_tells_how_far_it_is_and_ends_with_the_tables():
    seen, go = Event(), Event()

    def make(told):
        told(1, 3, "a.md")
        seen.set()
        go.wait(10)
        return EMPTY

    reading = Reading("key", make)
    assert seen.wait(10)
    assert reading.far == (1, 3)
    assert not reading.ended()
    go.set()
    assert ended(reading).tables() is EMPTY


def test_who_asks_for_the_same_gets_the_same_reading():
    shelf = Shelf(2)
    made = []

    def make(told):
        made.append(1)
        return EMPTY

    first = shelf.reading("a", make)
    assert shelf.reading("a", make) is ended(first)
    shelf.reading("b", make)
    shelf.reading("a", make)
    shelf.reading("c", make)
    assert shelf.reading("a", make) is first, "the one asked for last stays"
    ended(shelf.reading("b", make))
    assert len(made) == 4


def test_a_failure_is_raised_and_tried_again():
    shelf = Shelf(2)

    def fail(told):
        raise NotABuild("quantities missing")

    first = ended(shelf.reading("a", fail))
    with pytest.raises(NotABuild):
        first.tables()
    assert ended(shelf.reading("a", lambda told: EMPTY)).tables() is EMPTY


def test_each_visitor_has_files_of_its_own_and_the_last_ones_are_held():
    visitors = Visitors()
    for number in range(8):
        visitors.of(f"v{number}").files["a.md"] = b"one"
    assert visitors.of("v7").files
    assert not visitors.of("v0").files
    assert visitors.of("v6") is visitors.of("v6")


def test_the_token_is_the_same_under_every_mask():
    token = bytes(range(16))
    for mask in (b"\0\0\0\0", b"\1\2\3\4", b"\xff\xfe\xfd\xfc"):
        masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(token))
        assert unmasked(f"2|{mask.hex()}|{masked.hex()}|1795265604") == token


@pytest.mark.parametrize("cookie", ["", "x", "2||00|1", "2|zz|00|1", "2|00|00", "|||", "a|b|c|d|e"])
def test_what_is_no_such_cookie_gives_no_token(cookie):
    assert unmasked(cookie) == b""
