"""HTML goes in, its visible text in reading order comes out, as headings, paragraphs and captions.

It must never give what a reader of the page does not see as the article's text: scripts, styles,
comments, alternative texts of pictures, lists of other articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from corpus.model import BlockKind
from corpus.readers.boilerplate import aside_classes
from corpus.readers.contract import Piece
from corpus.text import tidy


def _tags(names: str) -> frozenset[str]:
    """Names of elements; asking a set takes a fraction of the time that a pattern takes."""
    return frozenset(names.split())


_UNSEEN = _tags(
    "script style noscript template iframe svg math object audio video button form select textarea"
    " nav head"
)
#: elements that part blocks; any other, the mirrors' own <ok> among them, stands inside a line
_BLOCK = _tags(
    "address article aside blockquote body br caption center dd details div dl dt fieldset"
    " figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table"
    " tbody td tfoot th thead tr ul"
)
_HEADING = _tags("h1 h2 h3 h4 h5 h6")
_CAPTION = _tags("figure figcaption caption")
#: a class that calls an element a caption or a credit: wp-caption-text, photo-credit
_CAPTION_CLASS = re.compile(r"(?:.*[-_])?(?:caption|credit)(?:[-_]text)?", re.IGNORECASE)
_STRONG = _tags("b strong")
_HIDDEN = re.compile(r"display:\s*none", re.IGNORECASE)

#: longest heading, in characters
HEADING_LENGTH = 80
_SENTENCE_END = re.compile("[。！!.；;，,…]$")
_FULL_STOP = re.compile('[。.!！][”"』」）)]*$')


def parsed(html: str) -> BeautifulSoup:
    """The document; lxml and html.parser gave the same text for the archive's <ok> tags."""
    return BeautifulSoup(html, "lxml")


def pieces(node: Tag) -> list[Piece]:
    """The text below an element, parted at block elements and line breaks.

    >>> pieces(parsed("<p>他<ok href=x>布林肯</ok>说<br>周五。</p><figure>图（AFP）</figure>"))
    ... # doctest: +NORMALIZE_WHITESPACE
    [Piece(kind='paragraph', text='他布林肯说', language=''),
     Piece(kind='paragraph', text='周五。', language=''),
     Piece(kind='caption', text='图（AFP）', language='')]
    """
    found: list[Piece] = []
    line: list[tuple[str, bool]] = []
    within = [_Within()]

    def end_line() -> None:
        text = tidy("".join(words for words, _ in line)) if line else ""
        if text:
            weak = "".join(words for words, strong in line if not strong)
            found.append(Piece(_kind(within[-1], text, weak), text))
        line.clear()

    for opens, element in _walk(node):
        if isinstance(element, NavigableString):
            line.append((str(element), within[-1].strong))
            continue
        assert isinstance(element, Tag)
        if element.name in _BLOCK:
            end_line()
        if opens:
            within.append(within[-1].below(element))
        else:
            within.pop()
    end_line()
    return found


def is_heading(text: str) -> bool:
    """True if a line that stands out by its type is a heading: it is short, and no sentence."""
    return len(text) <= HEADING_LENGTH and not _SENTENCE_END.search(text)


def is_sentence(text: str) -> bool:
    """True if words in a link are a sentence to read, and no label or headline.

    >>> is_sentence("据共同社5月1日报道，岸田首相在河内会见了越南总理。"), is_sentence("Read more.")
    (True, False)
    """
    return _FULL_STOP.search(text) is not None and len(text) * (3 if "。" in text else 1) >= 60


def may_be_heading(text: str) -> bool:
    """False for a paragraph that somebody marked as a heading: long, and ending like a sentence."""
    return len(text) <= HEADING_LENGTH or not _SENTENCE_END.search(text)


class _Within(NamedTuple):
    """What the elements around a text make of it."""

    caption: bool = False
    heading: bool = False
    strong: bool = False

    def below(self, tag: Tag) -> _Within:
        """What they make of it together with one more element inside them."""
        name = tag.name
        caption = self.caption or _is_caption(tag)
        return _Within(caption, self.heading or name in _HEADING, self.strong or name in _STRONG)


def _kind(within: _Within, text: str, weak: str) -> BlockKind:
    if within.caption:
        return "caption"
    if within.heading:
        return "heading" if may_be_heading(text) else "paragraph"
    stands_out = not any(character.isalpha() for character in weak)
    return "heading" if stands_out and is_heading(text) else "paragraph"


def _is_caption(tag: Tag) -> bool:
    return tag.name in _CAPTION or any(map(_CAPTION_CLASS.fullmatch, _classes(tag)))


def _walk(node: Tag) -> Iterator[tuple[bool, PageElement]]:
    """Elements as they open (True) and close (False), and the text between: deep trees are safe."""
    waiting: list[tuple[Tag, Iterator[PageElement]]] = [(node, iter(node.contents))]
    yield True, node
    while waiting:
        tag, children = waiting[-1]
        child = next(children, None)
        if child is None:
            waiting.pop()
            yield False, tag
        elif isinstance(child, Tag):
            if seen(child):
                waiting.append((child, iter(child.contents)))
                yield True, child
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield True, child


def seen(tag: Tag) -> bool:
    """False for an element that a reader of the article does not see, whatever is in it."""
    return (
        tag.name not in _UNSEEN
        and aside_classes().isdisjoint(_classes(tag))
        and not ("style" in tag.attrs and _HIDDEN.search(str(tag.attrs["style"])))
        and "hidden" not in tag.attrs
    )


def _classes(tag: Tag) -> Sequence[str]:
    """The class tokens; most elements have none, and this is asked of every one."""
    return tag.get_attribute_list("class") if "class" in tag.attrs else ()
