"""HTML in one place: plain text and parts go in, escaped markup comes out.

Whatever is not already `Markup` is text and is escaped; nothing from an article, a file name or an
address reaches the page in any other way (law 9). Only http and https addresses become links.
"""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup, escape

__all__ = ["Markup", "escape", "joined", "link", "outward", "plain", "show", "tag"]

_VOID = frozenset({"br", "hr"})
_ADDRESS = re.compile("https?://", re.IGNORECASE)
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def tag(name: str, *children: str, **attributes: str | None) -> Markup:
    """One element. ``cls`` stands for ``class``, underscores for hyphens, None leaves one out.

    >>> tag("p", "a < b", tag("b", "c"), cls="dl-x", aria_label='say "hi"', title=None)
    Markup('<p class="dl-x" aria-label="say &#34;hi&#34;">a &lt; b<b>c</b></p>')
    """
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is not None:
            parts += " ", _attribute(key), '="', escape(value), '"'
    parts.append(">")
    if name not in _VOID:
        parts += map(escape, children)
        parts.append(f"</{name}>")
    return Markup("".join(parts))  # made once: it costs more than all the rest of it


def joined(*children: str) -> Markup:
    """Parts one after the other, text among them escaped."""
    return Markup("".join(map(escape, children)))


def link(label: str, page: str, params: dict[str, str], **attributes: str | None) -> Markup:
    """A link to another screen, in the same window; ``page`` is empty for the timeline."""
    address = f"{page or '.'}?{urlencode(params, safe=',')}" if params else page or "."
    return tag("a", label, href=address, target="_self", **attributes)


def outward(label: str, url: str, **attributes: str | None) -> Markup:
    """A link out of the app, opened only by a click; the label alone if the address is not http."""
    if not _ADDRESS.match(url):
        return escape(label)
    return tag(
        "a", label, href=url, target="_blank", rel="noopener noreferrer nofollow", **attributes
    )


def show(*children: Markup, width: Literal["stretch", "content"] = "stretch") -> None:
    """Put markup on the page; nothing at all if it is empty."""
    if any(children):
        st.html(joined(*children), width=width)


def plain(text: str) -> str:
    r"""Text for the label of a widget, which Streamlit reads as Markdown.

    >>> print(plain("$x$ :red[a] U.S."))
    \$x\$ \:red\[a\] U\.S\.
    """
    return _PUNCTUATION.sub(r"\\\1", text)


def _attribute(key: str) -> str:
    return "class" if key == "cls" else key.replace("_", "-")
