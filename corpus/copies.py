"""Articles go in, the same articles with what each copies or translates come out.

Mirrors, syndicated text and second wrappings must count as one source (law 7). The surest sign
comes first: the same bytes, the same address, the same words, nearly the same words. What is marked
stays in the tables; nothing is thrown away, and the order of the input does not matter.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

from corpus.han import simplified
from corpus.model import Article

#: numbers of a sketch, and how many of them make one band; two texts that share a tenth of their
#: shingles meet in some band once in a thousand times, two that share eight tenths nearly always
_PERMUTATIONS, _BAND = 64, 4
_SEED = 1
#: tokens of a shingle; a text of fewer shingles than this is compared by its words only
_SHINGLE, _SHORTEST = 5, 24
#: texts are nearly the same if they share this much of all their shingles, or if the shorter has
#: this much of its own in the longer (an agency's report with a paragraph put behind it)
_ALIKE, _HELD = 0.7, 0.9
#: one address may hold another article every day; a copy found there has this much in common
_SAME_PAGE = 0.2
#: what an identical article has behind the id that it shares
_COPY = "-copy"
_TOKEN = re.compile(r"[a-z0-9]+|[^\W\d_a-z]")
#: parts of an address that name the reader's way there, and no page
_TRACKING = re.compile(r"utm_|fbclid|gclid|ref$|src$|cmp$", re.IGNORECASE)
_HOST = re.compile(r"^(?:www|m|mobile|amp)\.")
_LANGUAGE = re.compile(r"^(?:en|eng|english|zh|zh-\w+|cn|chinese|zhongwen|simp|trad|tw|hk|ce)$")


def sketch(text: str) -> tuple[int, ...]:
    """A MinHash of a text: equal places of two sketches tell how much two texts share.

    Empty for a text that is too short to be compared so.
    """
    shingles = _shingles(text)
    if len(shingles) < _SHORTEST:
        return ()
    from rensa import RMinHash  # here, because what is kept in a cache needs it never again

    minhash = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    minhash.update(list(shingles))
    return tuple(minhash.digest())


def related(articles: Sequence[Article], sketches: Sequence[tuple[int, ...]]) -> list[Article]:
    """The articles in their order, with ``duplicate_of``, ``copy_basis``, ``translation_of``.

    Of several the first published is the original, of those of one day the first by path. A chain
    ends at its original. Byte-identical articles get ids of their own.
    """
    marked = list(_told_apart(articles))
    ranked = sorted(range(len(marked)), key=lambda index: _rank(marked[index]))
    homes: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for index in ranked:
        keys = list(_keys(marked[index], sketches[index]))
        if not marked[index].duplicate_of:
            near = dict.fromkeys(i for key in keys for i in homes[key])
            marked[index] = _compared(marked[index], [marked[i] for i in near])
        if not marked[index].duplicate_of:
            for key in keys:
                homes[key].append(index)
    return marked


def own_id(article_id: str) -> str:
    """The id that an article had before it was told apart from identical ones.

    >>> own_id("a0123456789-2-copy3"), own_id("a0123456789-2")
    ('a0123456789-2', 'a0123456789-2')
    """
    return article_id.partition(_COPY)[0]


def _told_apart(articles: Sequence[Article]) -> Iterator[Article]:
    seen: Counter[str] = Counter()
    for article in articles:
        seen[article.article_id] += 1
        if (count := seen[article.article_id]) == 1:
            yield article
        else:
            copy_id = f"{article.article_id}{_COPY}{count}"
            original = article.article_id
            yield replace(
                article, article_id=copy_id, duplicate_of=original, copy_basis="identical"
            )


def _rank(article: Article) -> tuple[bool, date, str, str]:
    # by day: outlets' clocks are exact to different degrees, and a day is what all of them give
    day = article.published.day if article.published else date.max
    return bool(article.duplicate_of), day, article.path, article.article_id


def _keys(article: Article, numbers: tuple[int, ...]) -> Iterator[tuple[object, ...]]:
    """What an article is looked for under: two that share no key are never compared."""
    if address := _address(article.url):
        yield "address", address
        yield "page", _page(address)
    yield "words", _words(article.text)
    for start in range(0, len(numbers), _BAND):
        yield start, numbers[start : start + _BAND]


def _compared(article: Article, originals: Iterable[Article]) -> Article:
    """The article, marked by the surest of what it has in common with one of the originals."""
    found: list[tuple[int, str, Article]] = []
    translated = ""
    address = _address(article.url)
    for order, original in enumerate(originals):
        same_page = bool(address) and _page(address) == _page(_address(original.url))
        if not set(article.languages) & set(original.languages):
            # one file may tell of one page in two languages, and of several pages
            if same_page and not translated:
                translated = original.article_id
            continue
        if _words(article.text) == _words(original.text):
            found.append((1, "text", original))
            continue
        shared, held = _common(_shingles(article.text), _shingles(original.text))
        if same_page and article.path != original.path and held >= _SAME_PAGE:
            found.append((0, "address", original))
        elif shared >= _ALIKE or held >= _HELD:
            found.append((2 + order, "near", original))
    if found:
        _, basis, original = min(found, key=lambda each: each[0])
        return replace(article, duplicate_of=original.article_id, copy_basis=basis)
    return replace(article, translation_of=translated)


def _common(one: frozenset[str], other: frozenset[str]) -> tuple[float, float]:
    """The share of all shingles that both have, and of the shorter text's; 0 for short texts."""
    least = min(len(one), len(other))
    if least < _SHORTEST:
        return 0.0, 0.0
    both = len(one & other)
    return both / (len(one) + len(other) - both), both / least


@lru_cache(maxsize=256)  # an article is compared with its few likes one after the other
def _shingles(text: str) -> frozenset[str]:
    tokens = _TOKEN.findall(simplified(text).lower())
    return frozenset(map(" ".join, zip(*(tokens[at:] for at in range(_SHINGLE)), strict=False)))


@lru_cache(maxsize=256)
def _words(text: str) -> bytes:
    return sha256(" ".join(_TOKEN.findall(simplified(text).lower())).encode()).digest()


def _address(url: str) -> str:
    """An address without what differs from visit to visit; empty if it names no page of its own.

    >>> _address("https://www.ft.com/content/1/?utm_source=x#top"), _address("https://ft.com/")
    ('ft.com/content/1', '')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    asked = [pair for pair in parse_qsl(parts.query) if not _TRACKING.match(pair[0])]
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or asked):
        return ""
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{_HOST.sub('', parts.netloc.lower())}{path}{query}"


def _page(address: str) -> str:
    """An address without the parts that only name a language."""
    host, _, path = address.partition("/")
    labels = [label for label in host.split(".") if not _LANGUAGE.match(label)]
    parts = [part for part in path.split("/") if not _LANGUAGE.match(part)]
    return "/".join([".".join(labels), *parts])
