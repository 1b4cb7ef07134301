"""A parsed page goes in, the element that holds its article comes out, without any furniture.

It must never take a list of other articles, a comment or an advertisement for the article's text,
nor throw away an element that holds most of what the page says, whatever it is called.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from corpus.readers.boilerplate import furniture_words, other_headings
from corpus.readers.markup import is_sentence, seen
from corpus.text import letters

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LIST = re.compile("ul|ol|dl|div|section|table|p|li|span|center")
_HEADING = re.compile("h[1-6]")
_NEVER = re.compile("html|body|article|main|figure|figcaption|h[1-6]")
_SENTENCE_END = re.compile('[。！？.!?…”"]')
_BODY_CLASS = re.compile("(?:article|post|entry|story)[-_]*(?:body|content|text)", re.IGNORECASE)
#: an element is the page's if it is called so and holds at most this share of the page's prose
_FURNITURE = 0.25
#: and if all such elements together leave at least this share of it
_LEFT = 0.15
#: the article's element is the deepest that holds this share of the prose
_ARTICLE = 0.8
#: this share of a list's letters in links makes it a list of links
_LINKED = 0.6


def article_element(page: Tag, title: str) -> Tag:
    """The smallest element with the article, from its heading on; the page is changed for it.

    >>> from bs4 import BeautifulSoup
    >>> page = BeautifulSoup("<p>Ad</p><div><h1>T</h1><p>The talks are over.</p></div>", "lxml")
    >>> article_element(page, "T").get_text(" ")
    'T The talks are over.'
    """
    strip_furniture(page)
    weights = _prose(page)
    element = _deepest(_marked(page, weights) or page, weights)
    heading = _heading(page, title)
    if heading is None:
        return element
    whole = heading.parent if heading is element else _common(heading, element)
    if whole is None:
        return element
    _cut(heading, whole, before=True)
    if element is not whole:
        _cut(element, whole, before=False)
    return whole


def is_index(element: Tag) -> bool:
    """True for a list of articles: headings that are links, each with a sentence or two below."""
    linked = sum(
        link is not None and _letters(link.get_text()) * 2 > _letters(tag.get_text())
        for tag in element.find_all(_HEADING)
        if (link := tag.find("a", href=True) or tag.find_parent("a", href=True)) is not None
    )
    return linked >= 3 and len(element.find_all("p")) < linked * 3


def strip_furniture(page: Tag) -> None:
    """Takes out what is named as furniture, or is a list of links, unless it holds much text."""
    weights = _prose(page)
    most = max(weights.values(), default=0)
    found: dict[int, Tag] = {}
    for tag in page.find_all(True):
        if weights[id(tag)] <= most * _FURNITURE and (_named_furniture(tag) or _is_link_list(tag)):
            found[id(tag)] = tag
    outer = [tag for tag in found.values() if not any(id(up) in found for up in tag.parents)]
    together = sum(weights[id(tag)] for tag in outer)
    for tag in outer:
        # a discussion whose every contribution is called a comment is the article itself
        if most - together >= most * _LEFT or not weights[id(tag)]:
            tag.decompose()


def _named_furniture(tag: Tag) -> bool:
    if _NEVER.fullmatch(tag.name):
        return False
    if tag.name in ("aside", "footer", "dialog"):
        return True
    if tag.name == "time":  # its instant is read already; beside it stand clocks and changes
        return tag.has_attr("datetime") and tag.find_parent("p") is None
    if tag.name in ("div", "section") and _opens_another(tag):
        return True
    names = [*tag.get_attribute_list("class"), *tag.get_attribute_list("id")]
    words = {word.lower() for word in _WORDS.findall(" ".join(filter(None, names)))}
    return bool(words & furniture_words())


def _opens_another(tag: Tag) -> bool:
    """True for a block whose first words are a heading above other articles."""
    first = next((text.strip() for text in tag.strings if text.strip()), "")
    return first.casefold().startswith(other_headings())


def _is_link_list(tag: Tag) -> bool:
    if not _LIST.fullmatch(tag.name):
        return False
    links = tag.find_all("a")
    if len(links) < 2 or any(is_sentence(link.get_text().strip()) for link in links):
        return False
    linked = sum(_letters(link.get_text()) for link in links)
    return linked > _letters(tag.get_text()) * _LINKED


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _marked(page: Tag, weights: Counter[int]) -> Tag | None:
    """The element that the page itself marks as the article's, if there is just one such."""
    found = page.find_all(True, attrs={"itemprop": re.compile("articleBody", re.IGNORECASE)})
    found += page.find_all(True, attrs={"class": _BODY_CLASS})
    most = max(weights.values(), default=0)
    best = max(found, key=lambda tag: weights[id(tag)], default=None)
    if best is not None and weights[id(best)] * 2 > most:
        return best
    articles = [tag for tag in page.find_all("article") if weights[id(tag)]]
    return articles[0] if len(articles) == 1 else None


def _deepest(tag: Tag, weights: Counter[int]) -> Tag:
    """Down from an element to the deepest block that holds nearly all of its prose."""
    whole = weights[id(tag)]
    while True:
        children = [child for child in tag.children if isinstance(child, Tag)]
        best = max(children, key=lambda child: weights[id(child)], default=None)
        if best is None or weights[id(best)] < whole * _ARTICLE or best.name == "p":
            return tag
        tag = best


def _prose(page: Tag) -> Counter[int]:
    """How much running text each element holds, by identity: characters outside links."""
    weights: Counter[int] = Counter()
    for text in _texts(page):
        above = [text, *text.parents]
        if any(isinstance(tag, Tag) and (tag.name == "a" or not seen(tag)) for tag in above):
            continue
        words = text.strip()
        if len(words) > 12 or _SENTENCE_END.search(words):
            for tag in text.parents:
                weights[id(tag)] += len(words)
                if tag is page:
                    break
    return weights


def _texts(page: Tag) -> Iterator[NavigableString]:
    for node in page.descendants:
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            yield node


def _heading(page: Tag, title: str) -> Tag | None:
    """The first heading that says the title, or the page's only heading of the first level."""
    key = letters(title)
    found = [tag for tag in page.find_all(_HEADING) if seen(tag)]
    for tag in found:
        own = letters(tag.get_text())
        if own and key and (own in key or key in own) and min(len(own), len(key)) * 2 > len(key):
            return tag
    first = [tag for tag in found if tag.name == "h1"]
    return first[0] if len(first) == 1 else None


def _common(first: Tag, second: Tag) -> Tag | None:
    above = {id(tag) for tag in [second, *second.parents]}
    return next((tag for tag in first.parents if id(tag) in above), None)


def _cut(inner: Tag, whole: Tag, *, before: bool) -> None:
    """Takes out of ``whole`` all that stands before, or behind, one of the elements in it."""
    node: PageElement = inner
    while node is not whole and node.parent is not None:
        for sibling in list(node.previous_siblings if before else node.next_siblings):
            sibling.extract()
        node = node.parent
