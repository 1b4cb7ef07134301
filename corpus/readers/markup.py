"""HTML goes in, its visible text in reading order comes out, as headings, paragraphs and captions.

It must never give what a reader of the page does not see as the article's text: scripts, styles,
comments, alternative texts of pictures, lists of other articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from corpus.model import BlockKind
from corpus.readers.boilerplate import aside_classes
from corpus.readers.contract import Piece
from corpus.text import tidy

_UNSEEN = re.compile(
    "script|style|noscript|template|iframe|svg|math|object|audio|video|button|form|select|textarea"
    "|nav|head"
)
#: elements that part blocks; any other, the mirrors' own <ok> among them, stands inside a line
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset"
    "|figcaption|figure|footer|h[1-6]|header|hr|html|li|main|ol|p|pre|section|table|tbody|td|tfoot"
    "|th|thead|tr|ul"
)
_HEADING = re.compile("h[1-6]")
_CAPTION = re.compile("figure|figcaption|caption")
_CAPTION_CLASSES = frozenset(["caption", "wp-caption", "wp-caption-text"])
_STRONG = re.compile("b|strong")
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
    above: list[Tag] = []

    def end_line() -> None:
        text = tidy("".join(words for words, _ in line))
        if text:
            weak = "".join(words for words, strong in line if not strong)
            found.append(Piece(_kind(above, text, weak), text))
        line.clear()

    for opens, element in _walk(node):
        if isinstance(element, NavigableString):
            line.append((str(element), any(_STRONG.fullmatch(tag.name) for tag in above)))
            continue
        assert isinstance(element, Tag)
        if _BLOCK.fullmatch(element.name):
            end_line()
        if opens:
            above.append(element)
        else:
            above.pop()
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


def _kind(above: list[Tag], text: str, weak: str) -> BlockKind:
    if any(_CAPTION.fullmatch(tag.name) or _CAPTION_CLASSES & _classes(tag) for tag in above):
        return "caption"
    if any(_HEADING.fullmatch(tag.name) for tag in above):
        return "heading" if may_be_heading(text) else "paragraph"
    stands_out = not any(character.isalpha() for character in weak)
    return "heading" if stands_out and is_heading(text) else "paragraph"


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
        _UNSEEN.fullmatch(tag.name) is None
        and not aside_classes() & _classes(tag)
        and not _HIDDEN.search(str(tag.get("style", "")))
        and not tag.has_attr("hidden")
    )


def _classes(tag: Tag) -> frozenset[str]:
    return frozenset(tag.get_attribute_list("class"))
