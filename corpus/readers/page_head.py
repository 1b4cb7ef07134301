"""A parsed page goes in, what it says about itself in its metadata comes out.

It must never take the day of a change for the day of publication, nor the address or the name of
whoever holds a copy for the original's. What each field means: `corpus/lexicon/page_fields.tsv`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

from corpus.lexicon import listed, table
from corpus.readers.publishers import is_name, web_address
from corpus.text import tidy

_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|\s*Page saved with SingleFile\s+url:\s*)"
)
_CHANGED = re.compile("updat|modif|edit", re.IGNORECASE)
#: marks between a title and the name of the site behind it
_SITE = re.compile(r"\s+[|｜–—-]\s+|\s*[|｜_]\s*")
#: those of them that stand in no sentence
_SITE_MARK = re.compile(r"\s*[|｜]\s*|(?<=[^\W_])_(?=[^\W_])")
#: types of a JSON-LD node, the surest first
_TYPES = (
    re.compile(r"(?:https?://schema\.org/)?(?:\w*Article|Report|\w*BlogPosting|NewsItem)"),
    re.compile(r"(?:https?://schema\.org/)?\w*WebPage"),
)
#: comment or CDATA marks around a script
_WRAPPING = re.compile(r"^\s*(?://)?\s*<!(?:--|\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$")
#: nodes inside nodes that are looked at
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the metadata say; each field empty if they do not tell."""

    title: str
    author: str
    #: words for the day of publication, the surest first
    published: tuple[str, ...]
    #: address of the original that the page names as such
    original: str
    #: the page's own address: canonical, or where it was saved
    own: str
    #: names of the site and of the publisher
    names: tuple[str, ...]
    #: ISO 639-1 code of the language that the page declares
    language: str
    #: the article's text as the metadata repeat it, for a page that a script would have filled
    text: str


def head_of(page: BeautifulSoup, html: str) -> PageHead:
    """The metadata of a page: JSON-LD, then OpenGraph, Twitter, Dublin Core and the like."""
    article = _article(page)
    meta = _meta(page)

    def fields(name: str) -> tuple[str, ...]:
        found = (*_linked(article, name), *(v for key in _keys(name) for v in meta.get(key, ())))
        return tuple(filter(None, map(tidy, found)))

    names = fields("site")
    links = {
        str(rel).lower(): str(a.get("href", ""))
        for a in page.find_all("link")
        for rel in a.get_attribute_list("rel")
        if rel
    }
    saved = _SAVED_FROM.search(html[:4096])
    own = (links.get("canonical", ""), *fields("own"), html[saved.end() : 4096] if saved else "")
    told = next(iter(fields("title")), "")
    title = without_site(told or tidy(page.title.get_text() if page.title else ""), names)
    title = title if told else _SITE_MARK.split(title)[0]
    authors = dict.fromkeys(name for name in fields("author") if not web_address(name))
    html_tag = page.find("html")
    language = str(html_tag.get("lang") or "") if isinstance(html_tag, Tag) else ""
    return PageHead(
        title=title,
        author=", ".join(_linked(article, "author")) or next(iter(authors), ""),
        published=(*fields("published"), *_times(page)),
        original=next(filter(None, map(web_address, fields("original"))), ""),
        own=next(filter(None, map(web_address, own)), ""),
        names=(*names, *authors),
        language=re.split("[-_]", language)[0].lower(),
        text="\n".join(_texts(article.get("articleBody"))),
    )


def without_site(title: str, names: Iterable[str]) -> str:
    """The title without the name of its site, author or publisher behind it.

    >>> without_site("Talks go on - The Dispatch", ["The Dispatch"])
    'Talks go on'
    >>> without_site("有声 | 教皇呼吁停火", []), without_site("边境之谜 | 深度 - 某报", ["某报"])
    ('有声 | 教皇呼吁停火', '边境之谜 | 深度')
    """
    known = {name.casefold() for name in names}
    for mark in _SITE.finditer(title):
        behind = title[mark.end() :].strip()
        if mark.start() and (behind.casefold() in known or is_name(behind)):
            return title[: mark.start()].strip()
    return title


def _article(page: BeautifulSoup) -> Mapping[str, Any]:
    """The JSON-LD node of the article: the first whose type says article, with names in place."""
    nodes: list[Mapping[str, Any]] = []
    for script in page.find_all("script", type=re.compile(r"^\s*application/ld\+json", re.I)):
        text = _WRAPPING.sub("", str(script.string or ""))
        try:
            nodes += _nodes(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            continue  # a page with broken metadata is still a page
    told = [node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1]
    ids = {node["@id"]: node for node in reversed(told)}
    for pattern in _TYPES:
        for node in nodes:
            if any(pattern.fullmatch(kind) for kind in _texts(node.get("@type"))):
                return {key: _resolved(value, ids) for key, value in node.items()}
    return {}


def _nodes(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for child in value.values():
            if isinstance(child, dict | list):
                yield from _nodes(child, depth + 1)
    elif isinstance(value, list):
        for child in value:
            yield from _nodes(child, depth + 1)


def _resolved(value: Any, ids: Mapping[str, Mapping[str, Any]]) -> Any:
    """A reference replaced by what it refers to."""
    if isinstance(value, list):
        return [_resolved(item, ids) for item in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str):
        return {**ids.get(value["@id"], {}), **value}
    return value


def _linked(article: Mapping[str, Any], name: str) -> tuple[str, ...]:
    rows = (row for row in table("page_fields.tsv") if row["field"] == name)
    keys = [key for row in rows for key in listed(row["json_ld"])]
    return tuple(text for key in keys for text in _texts(article.get(key)))


def _texts(value: Any) -> tuple[str, ...]:
    """The words of a JSON-LD value: itself, its name, or its address."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return tuple(text for item in value for text in _texts(item))
    if isinstance(value, dict):
        return next(filter(None, (_texts(value.get(k)) for k in ("name", "url", "@id"))), ())
    return ()


def _meta(page: BeautifulSoup) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in page.find_all("meta"):
        content = str(tag.get("content") or "")
        for attribute in ("property", "name", "itemprop"):
            if content and (key := str(tag.get(attribute) or "").lower()):
                found.setdefault(key, []).append(content)
    return found


@cache
def _keys(name: str) -> tuple[str, ...]:
    rows = (row for row in table("page_fields.tsv") if row["field"] == name)
    return tuple(key for row in rows for key in listed(row["meta"]))


def _times(page: BeautifulSoup) -> Iterator[str]:
    """Marked instants: those marked as publication, then the first of any that is no change."""
    times = [tag for tag in page.find_all(True, attrs={"datetime": True})]
    times += page.find_all(True, attrs={"itemprop": "datePublished"})
    plain = []
    for tag in times:
        words = str(tag.get("datetime") or tag.get("content") or tag.get_text())
        called = " ".join(map(str, [*tag.get_attribute_list("class"), tag.get("itemprop") or ""]))
        if tag.has_attr("pubdate") or re.search("publi", called, re.IGNORECASE):
            yield words
        elif not _CHANGED.search(called):
            plain.append(words)
    yield from plain[:1]
