"""Addresses and names go in, the publisher comes out.

It must never take whoever holds a copy (`corpus/lexicon/hosts.tsv`) for whoever published it, nor
call an outlet known that is not in `corpus/lexicon/publishers.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from corpus.lexicon import Matcher, listed, table

_ADDRESS = re.compile(
    r"""https?://(?:[^\s<>"'`()\[\]（）【】，。、；]|\([^\s()]*\)|\[[\d:a-f.]+\])+""", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Publisher:
    """One outlet; the columns are explained in the table."""

    id: str
    name_en: str
    name_zh: str
    short_en: str
    #: ISO 3166-1 alpha-3, empty if not known
    country: str = ""
    #: ``wire``, ``independent``, ``state-owned``, ``party``, ``partisan``, ``aggregator`` or empty
    kind: str = ""
    #: public page on which the label rests
    source: str = ""


def publisher(outlet_id: str) -> Publisher:
    """The outlet behind an `Article.outlet_id`: a row of the table, else the domain as its name.

    >>> publisher("ft").name_zh, publisher("example.org").short_en
    ('金融时报', 'example.org')
    """
    return _publishers().get(outlet_id) or Publisher(outlet_id, outlet_id, outlet_id, outlet_id)


def web_address(text: str) -> str:
    """The first http or https address in a text; empty if there is none, or only another scheme.

    >>> web_address("见 https://ft.com/content/1)"), web_address("javascript:alert(1)")
    ('https://ft.com/content/1', '')
    """
    return next((url for url in _ADDRESS.findall(text) if _host(url)), "")


def identified(url: str, addresses: Iterable[str], names: Iterable[str]) -> tuple[str, str]:
    """``(outlet, outlet_id)``: by the original's address, else by those of pictures, else by name.

    An original's domain that nobody has described is its own outlet.

    >>> identified("https://ft.com/content/1", (), ())
    ('Financial Times', 'ft')
    >>> identified("", ["https://picsum.photos/400"], ["Aljazeera 半岛网"])
    ('Al Jazeera', 'aljazeera')
    >>> identified("https://news.example.org/1", (), ()), identified("", (), ())
    (('news.example.org', 'news.example.org'), ('', 'unknown'))
    """
    own = _host(url)
    known = _by_domain(own) or next(filter(None, map(_by_domain, map(_host, addresses))), None)
    known = known or next(filter(None, map(by_name, names)), None)
    if own and not _by_domain(own) and not _holds_copies(own):
        return own, own
    return (known.name_en, known.id) if known else ("", "unknown")


def is_described(url: str) -> bool:
    """True if the address is that of an outlet in the table, and no aggregator's.

    >>> is_described("https://www.ft.com/content/1"), is_described("https://a.github.io/ft")
    (True, False)
    """
    found = _by_domain(_host(url))
    return found is not None and found.kind != "aggregator"


def is_name(text: str) -> bool:
    """True for a text that is nothing but the name of an outlet in the table.

    >>> is_name("The Guardian"), is_name("Guardian of the border")
    (True, False)
    """
    return any(start == 0 and end == len(text) for start, end, _ in _names().find(text))


@cache
def by_name(text: str) -> Publisher | None:
    """The first publisher named in a short text: an author's field, a category, a dateline."""
    return next((found for _, _, found in _names().find(text)), None)


@cache
def _by_domain(host: str) -> Publisher | None:
    return next(filter(None, map(_domains().get, _above(host))), None)


@cache
def _holds_copies(host: str) -> bool:
    hosts = {row["domain"] for row in table("hosts.tsv")}
    return any(domain in hosts for domain in _above(host))


def _host(url: str) -> str:
    """The host of a web address without ``www``, in lower case; empty for anything else."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if parts.scheme in ("http", "https") else ""


def _above(host: str) -> Iterator[str]:
    """The host and the domains above it, nearest first."""
    labels = host.split(".")
    return (".".join(labels[index:]) for index in range(len(labels)))


@cache
def _publishers() -> dict[str, Publisher]:
    kept = ("id", "name_en", "name_zh", "short_en", "country", "kind", "source")
    return {row["id"]: Publisher(*(row[key] for key in kept)) for row in table("publishers.tsv")}


@cache
def _domains() -> dict[str, Publisher]:
    rows = table("publishers.tsv")
    return {domain: publisher(row["id"]) for row in rows for domain in listed(row["domains"])}


@cache
def _names() -> Matcher[Publisher]:
    rows = table("publishers.tsv")
    return Matcher((name, publisher(row["id"])) for row in rows for name in listed(row["names"]))
