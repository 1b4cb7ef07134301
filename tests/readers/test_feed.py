"""Feeds to drafts."""

from __future__ import annotations

import pytest

from corpus.errors import Unreadable
from corpus.readers import harvest, read
from corpus.readers.feed import READER
from corpus.readers.opening import opened

RSS = '<rss version="2.0"><channel><title>W</title>{}</channel></rss>'
ITEM = "<item><title>Talks</title><description>The ministers met.</description></item>"


@pytest.mark.parametrize(
    "above",
    [
        "",
        '<?xml version="1.0" encoding="gbk"?>\n',
        "<!-- saved -->\n",
        '<!DOCTYPE rss [<!ENTITY a "b">]>\n',
        '<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>',
    ],
)
def test_a_feed_is_told_by_its_root_whatever_stands_above_it(above: str) -> None:
    (article,) = read("a", (above + RSS.format(ITEM)).encode())
    assert (article.format, article.text) == ("feed", "Talks\n\nThe ministers met.")


@pytest.mark.parametrize("text", ["<p>About <rss> feeds</p>", "<html><feed></html>", "feed"])
def test_what_only_speaks_of_feeds_is_none(text: str) -> None:
    assert not READER.detect(opened("a", text.encode()))


def test_a_feed_without_entries_is_refused() -> None:
    with pytest.raises(Unreadable, match="no entries"):
        read("a", RSS.format("").encode())


def test_a_feed_that_breaks_off_gives_its_entries_and_says_so() -> None:
    found = harvest("a", RSS.format(ITEM * 3).encode()[:-25])
    assert [article.title for article in found.articles[:2]] == ["Talks"] * 2
    assert ["cut short" in problem.reason for problem in found.problems] == [True]
    assert not harvest("a", RSS.format(ITEM * 3).encode()).problems


def test_nothing_outside_the_feed_is_ever_put_into_it() -> None:
    doctype = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "{}">]>'
    item = ITEM.replace("The ministers", "&x;&y;The ministers")
    (article,) = read("a", (doctype.format("ha" * 9) + RSS.format(item)).encode())
    assert "root:" not in article.text
    assert "ministers met" in article.text
