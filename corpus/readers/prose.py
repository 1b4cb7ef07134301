"""Markdown or plain text goes in, its headings and paragraphs without any mark come out.

It must never give a link's address, a picture or a list of links as text, nor join two lines that
the author parted.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from unicodedata import east_asian_width

from corpus.model import BlockKind
from corpus.readers.contract import Piece
from corpus.readers.markup import is_heading, is_sentence, may_be_heading, parsed
from corpus.readers.markup import pieces as markup_pieces
from corpus.readers.page_body import strip_furniture
from corpus.text import tidy

_RULE = re.compile(r"[ \t]*(?:-(?:[ \t]*-){2,}|\*(?:[ \t]*\*){2,}|_(?:[ \t]*_){2,})[ \t]*")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*")
_MARKER = re.compile(r"(?:>[ \t]?)*(?:[-*+•][ \t]+)?")
_ALL_STRONG = re.compile(r"(\*\*|__)(?:(?!\1).)+\1[：:]?")
_HTML = re.compile(r"<(?:[a-z][a-z0-9-]*[\s/>]|!--)", re.IGNORECASE)

_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_LINK = re.compile(r"""\[([^\[\]]*)\]\(((?:[^()\s]|\([^()]*\))*)(?:\s+"[^"]*")?\)""")
_REFERENCE = re.compile(r"\[\[(?:[a-z-]+:)?(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_AUTOLINK = re.compile(r"<https?://[^>\s]+>|</?[a-zA-Z][^<>]*>|<!--.*?-->")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"`+[^`]*`+")
_SHORTCODE = re.compile(r"(?<![0-9A-Za-z_]):[a-z][a-z0-9_]+:(?![0-9A-Za-z_])")
_EMPHASIS = re.compile(r"\\?\*+|~~|`+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)")
#: white space beside a mark is the mark's: a line break, so that `tidy` drops it beside Chinese
_SPACED_MARK = re.compile(r"[ \t]+\*{1,3}(?=\S)|(?<=\S)\*{1,3}[ \t]+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
#: without one of these a line has none of the marks above, and no character reference
_ANY_MARK = re.compile(r"[\[<*~`_:\\&]")
#: characters and lines of a text's top
_TOP_LENGTH = 2000
_TOP = 6
#: line breaks that a generator wrote out instead of making them
_WRITTEN_BREAK = re.compile(r"(?:/n){2,}|(?:\\n){2,}")

_DOCUMENT = re.compile(r"\s*<(?:!doctype|html|\?xml|rss|feed|svg)", re.IGNORECASE)
_CODE_MARKS = re.compile(r"[{}\[\]<>=|\\^~`_;$@+%&]")


def is_prose(text: str, read: Iterable[Piece]) -> bool:
    """True for a text that people wrote to be read, judged by its form and by what was read of it.

    Web pages, JSON, tables and programs are none.

    >>> is_prose('{"title": "A"}', [Piece("paragraph", '{"title": "A"}')])
    False
    """
    if _DOCUMENT.match(text) or _is_json(text):
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    columns = {max(line.count(","), line.count("\t"), line.count(";")) for line in lines}
    if len(lines) > 2 and len(columns) == 1 and min(columns) > 1:
        return False
    words = "".join("".join(piece.text.split()) for piece in read)
    letters = sum(map(str.isalpha, words))
    return letters * 10 >= len(words) * 7 and len(_CODE_MARKS.findall(words)) * 20 <= len(words)


def _is_json(text: str) -> bool:
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def sections(text: str) -> list[str]:
    """The parts of a Markdown text between its horizontal rules."""
    parts: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _RULE.fullmatch(line):
            parts.append([])
        else:
            parts[-1].append(line)
    return ["\n".join(part) for part in parts]


def pieces(text: str) -> list[Piece]:
    """Headings and paragraphs of a Markdown text; a heading of the first level has kind ``title``.

    >>> [(p.kind, p.text) for p in pieces("# **A** title\\n\\n- [home](/)\\n- see [this](x) text")]
    [('title', 'A title'), ('paragraph', 'see this text')]
    """
    return [*_read(text)]


@lru_cache(maxsize=32)  # several readers look at a text and its parts before one of them reads it
def _read(text: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for chunk in re.split(r"\n[ \t]*\n", _WRITTEN_BREAK.sub("\n", _COMMENT.sub("", text))):
        if _HTML.match(chunk.lstrip()):
            page = parsed(chunk)
            strip_furniture(page)
            marked = markup_pieces(page)
            found += [_unmarked(p) for p in marked if not _only_links(p.text)]
        else:
            found += filter(None, map(_piece, _lines(chunk)))
    return tuple(found)


def top_lines(text: str) -> list[str]:
    """The first lines of a Markdown text, without marks and links: where a date may stand alone.

    >>> top_lines("# 标题\\n\\n`1/21/2022 8:42 AM UTC 某人` [原文](https://a.org/1)\\n")
    ['标题', '1/21/2022 8:42 AM UTC 某人']
    """
    lines = []
    for line in _COMMENT.sub("", text)[:_TOP_LENGTH].split("\n"):
        bare = tidy(plain(_LINK.sub("", line))) or tidy(plain(line))
        if any(map(str.isalnum, bare)):
            lines.append(bare.lstrip("#>-+ "))
    return lines[:_TOP]


def paragraphs(text: str) -> list[Piece]:
    """The paragraphs of plain text."""
    chunks = re.split(r"\n[ \t]*\n", text)
    return [Piece("paragraph", line) for chunk in chunks for line in _lines(chunk) if line.strip()]


def plain(markdown: str) -> str:
    """A line without Markdown's marks.

    >>> tidy(plain("**美国国务卿** [布林肯](https://a.org/b_(c))访问了 *基辅* ![图](x.jpg)"))
    '美国国务卿布林肯访问了基辅'
    >>> tidy(plain("He **said** _so_"))
    'He said so'
    """
    if not _ANY_MARK.search(markdown):
        return markdown
    text = _REFERENCE.sub(r"\1", _IMAGE.sub("", markdown))
    text = _AUTOLINK.sub("", _LINK.sub(r"\1", text))
    text = _SPACED_MARK.sub("\n", text)
    text = _EMPHASIS.sub("", _SHORTCODE.sub("", text))
    return html.unescape(_ESCAPE.sub(r"\1", text))


def _piece(line: str) -> Piece | None:
    """The block that one line is; None for a rule, a picture, or links without a sentence."""
    line = line.strip()
    heading = _HEADING.fullmatch(line)
    content = heading[2] if heading else _MARKER.sub("", line, count=1)
    if _RULE.fullmatch(line) or _only_links(content, heading is not None):
        return None
    text = tidy(plain(content))
    kind: BlockKind = "paragraph"
    if heading and may_be_heading(text):
        kind = "title" if len(heading[1]) == 1 else "heading"
    elif _ALL_STRONG.fullmatch(content) and is_heading(text):
        kind = "heading"
    return Piece(kind, text)


def _unmarked(piece: Piece) -> Piece:
    """A piece of HTML without the marks of the Markdown that stands in it."""
    heading = _HEADING.fullmatch(piece.text) if piece.kind == "paragraph" else None
    if heading and may_be_heading(heading[2]):
        return replace(piece, kind="heading", text=plain(heading[2]))
    return replace(piece, text=plain(piece.text))


def _only_links(content: str, heading: bool = False) -> bool:
    """True if nothing is left of a line without its links; a headline may be a link to its page.

    A linked sentence is text: writers link a whole paragraph to the report that it follows.
    """
    links = _LINK.findall(content)
    if any(is_sentence(words) for words, _ in links):
        return False
    if heading and len(links) == 1 and links[0][1].startswith("http"):
        return _SHORTCODE.match(links[0][0]) is not None  # navigation: [:house:Home](https://...)
    rest = _CODE.sub("", _AUTOLINK.sub("", _LINK.sub("", _IMAGE.sub("", content))))
    return not any(character.isalpha() for character in html.unescape(rest))


def _lines(chunk: str) -> Iterator[str]:
    """The lines of a chunk; one line if an editor wrapped it, as lower-case beginnings show."""
    lines = [line for line in chunk.split("\n") if line.strip()]
    # the cheap questions first: columns are counted character by character
    if len(lines) > 1 and any(line[0].islower() for line in lines[1:]):
        widths = [_width(line) for line in lines]
        if max(widths) <= 100 and min(widths[:-1]) >= 50:
            return iter([" ".join(lines)])
    return iter(lines)


def _width(line: str) -> int:
    """Columns of a terminal: a wide character takes two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line)
