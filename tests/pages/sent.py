"""What a page sends to the browser: the elements of a run go in, text and faults come out.

A fault is anything that a browser would take for more than text and that is not our own: a foreign
element, attribute, address or class, Markdown in a label, markup in a figure (law 9).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from google.protobuf.message import Message
from markdown_it import MarkdownIt
from streamlit.testing.v1 import AppTest

from corpus.charts.tokens import PALETTES
from pages.parts import style
from pages.parts.method_text import method_text
from pages.parts.style import sheet

_ELEMENTS = re.compile(
    r"a|article|aside|b|blockquote|br|caption|dd|details|div|dl|dt|em|figcaption|figure|footer|"
    r"h[1-4]|header|hr|i|li|mark|nav|ol|p|rt|ruby|section|small|span|strong|summary|"
    r"table|tbody|td|tfoot|th|thead|tr|ul"
)
_ATTRIBUTES = re.compile(r"class|id|lang|href|target|rel|title|role|scope|colspan|aria-[a-z]+")
#: places and parts of a whole, as custom properties that our style sheet reads
_LENGTHS = re.compile(r"--dl-[a-z]+:\d+(\.\d+)?%(;--dl-[a-z]+:\d+(\.\d+)?%)?")
_ADDRESS = re.compile(r"https?://|[#?]|\.\?|\.?$|[a-z]+([?#]|$)")
#: fields whose text Streamlit reads as Markdown; options of a select box are plain text
_LABELS = frozenset({"label", "content", "title", "body", "help", "caption", "placeholder"})
_DIRECTIVE = re.compile(r"(?<!\\)(\$|:(?!material/)\w+\[|:(?!material/)\w+:)")
_FIGURE_TAGS = re.compile(r"</?b>|<br>|</?i>|</span>|<span style=\"[\w\s:;#.,'()-]*\">")
#: the two scripts that we send, and what tells one run of the first from another
_SCRIPT = (Path(style.__file__).parent / "scroll.js").read_text(encoding="utf-8")
_SCROLL = re.compile(
    rf"<script>{re.escape(_SCRIPT)}</script><!-- [\w.-]+ -->"
    r"|<script>document\.documentElement\.lang = '(?:en|zh)'</script>"
)


def markup(app: AppTest) -> str:
    """All HTML of ours on the page, without the style sheet."""
    bodies = (node.proto.body for node in app._tree if node.type == "html")
    return "".join(body for body in bodies if not body.startswith(("<style", "<script")))


def soup(app: AppTest) -> BeautifulSoup:
    """The same, parsed."""
    return BeautifulSoup(markup(app), "html.parser")


def faults(app: AppTest) -> list[str]:
    """Everything on the page that is more than text and not our own."""
    return [fault for node in app._tree for fault in _faults(node)]


def healthy(app: AppTest) -> AppTest:
    """The page ran to its end and sent nothing but its own markup."""
    assert not app.exception, [error.stack_trace for error in app.exception]
    assert faults(app) == []
    assert markup(app)
    return app


def address(app: AppTest) -> dict[str, str]:
    """The parameters in the page's address; Streamlit's runner lists those it was given."""
    given = app.query_params.items()
    return {key: value if isinstance(value, str) else value[-1] for key, value in given}


def listed(app: AppTest) -> set[str]:
    """Ids of the events in the lists of a page."""
    return {str(row["id"]) for row in soup(app).select("details.dl-row")}


def html_faults(body: str) -> list[str]:
    """Foreign elements, attributes, classes and addresses of a piece of markup.

    >>> html_faults('<p class="dl-x"><a href="article?x=1">1 &lt; 2</a></p>')
    []
    >>> html_faults('<p onclick="x"><img src="x"><a href="javascript:x">y</a></p>')
    ['onclick of p', 'img', 'src of img', 'javascript:x']
    """
    found = []
    for element in BeautifulSoup(body, "html.parser").find_all(True):
        if not _ELEMENTS.fullmatch(element.name):
            found.append(element.name)
        found += [f"{key} of {element.name}" for key in element.attrs if not _ours(key, element)]
        address = element.get("href")
        if address is not None and not _ADDRESS.match(str(address)):
            found.append(str(address))
    return found


def markdown_faults(text: str) -> list[str]:
    r"""What Streamlit would make of a label beside its words.

    >>> markdown_faults("[a](b) $x$ :red[c]"), markdown_faults(r"\[a](b) \$x\$ \:red[c] a < b")
    (['link', '$', '$', ':red['], [])
    """
    tokens = [child for token in MarkdownIt().parse(text) for child in token.children or [token]]
    plain = ("text", "text_special", "softbreak", "paragraph_open", "paragraph_close")
    built = [token.type.removesuffix("_open") for token in tokens if token.type not in plain]
    return [kind for kind in built if not kind.endswith("_close")] + _DIRECTIVE.findall(text)


def _ours(key: str, element: Tag) -> bool:
    if key == "style":
        return _LENGTHS.fullmatch(str(element["style"])) is not None
    if key == "class":
        return all(name == "dl" or name.startswith("dl-") for name in element["class"])
    return _ATTRIBUTES.fullmatch(key) is not None


def _faults(node: Any) -> Iterator[str]:
    if node.type == "html":
        body = node.proto.body
        if body in map(sheet, PALETTES):
            return
        if node.proto.unsafe_allow_javascript:
            yield from [] if _SCROLL.fullmatch(body) else [body]
        else:
            yield from html_faults(body)
    elif node.type == "plotly_chart":
        for text in _strings(json.loads(node.proto.spec)):
            yield from re.findall("<[^>]*>?", _FIGURE_TAGS.sub("", text))
    elif node.type == "markdown" and node.proto.body == method_text().strip():
        return  # the one text in Markdown that is our own
    elif isinstance(getattr(node, "proto", None), Message):
        for text in _labels(node.proto):
            yield from (f"{fault} in {text}" for fault in markdown_faults(text))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _labels(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        for inner in value if field.is_repeated else [value]:
            if isinstance(inner, Message):
                yield from _labels(inner)
            elif isinstance(inner, str) and field.name in _LABELS:
                yield inner
