"""What a page says about itself."""

from __future__ import annotations

import pytest

from corpus.lexicon import listed, table
from corpus.readers.markup import parsed
from corpus.readers.page_head import PageHead, head_of, without_site


def head(html: str) -> PageHead:
    return head_of(parsed(html), html)


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    ("html", "published"),
    [
        (ld('{"@type": "NewsArticle", "datePublished": "2022-01-21"}'), ("2022-01-21",)),
        (ld('[{"@type": "WebSite"}, {"@type": ["Report"], "datePublished": "2022"}]'), ("2022",)),
        (ld('{"@graph": [{"@type": "BlogPosting", "datePublished": "2022"}]}'), ("2022",)),
        (ld('//<![CDATA[\n{"@type": "Article", "datePublished": "2022"}\n//]]>'), ("2022",)),
        (ld('{"@type": "Article", "dateModified": "2023"}'), ()),
        (ld('{"@type": "VideoObject", "datePublished": "2023"}'), ()),
        ('<meta property="article:published_time" content="2022">', ("2022",)),
        ('<meta name="DC.date.issued" content="2022">', ("2022",)),
        ('<meta itemprop="datePublished" content="2022">', ("2022", "2022")),
        ("<time pubdate datetime=2022>x</time>", ("2022",)),
        ("<time datetime=2021>a</time><time itemprop=datePublished>2022</time>", ("2022", "2021")),
        ("<time class='entry-date updated' datetime=2023>x</time>", ()),
        ("<time datetime=2022>x</time><time datetime=2019>y</time>", ("2022",)),
    ],
)
def test_the_day_of_publication_is_read_wherever_pages_say_it(
    html: str, published: tuple[str, ...]
) -> None:
    assert head(html).published == published


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ('"Ann Lee"', "Ann Lee"),
        ('{"name": "Ann Lee"}', "Ann Lee"),
        ('[{"name": "Ann Lee"}, {"name": "Bo"}]', "Ann Lee, Bo"),
        ('{"@id": "#a"}', "Ann Lee"),
        ("null", ""),
    ],
)
def test_a_writer_is_a_text_a_node_a_list_or_a_reference(author: str, name: str) -> None:
    person = '{"@type": "Person", "@id": "#a", "name": "Ann Lee"}'
    article = f'{{"@type": "Article", "author": {author}}}'
    assert head(ld(f'{{"@graph": [{article}, {person}]}}')).author == name


def test_an_author_that_is_an_address_is_none() -> None:
    assert head('<meta name="author" content="https://facebook.com/ann">').author == ""


def test_the_title_loses_the_site_and_a_name_inside_it_stays() -> None:
    assert head("<title>会谈继续_国际_某网</title>").title == "会谈继续"
    assert head('<meta property="og:title" content="A | B talks">').title == "A | B talks"
    assert without_site("Talks – and war - The Guardian", ()) == "Talks – and war"
    assert without_site("- Reuters", ()) == "- Reuters"


def test_no_field_of_change_stands_among_those_of_publication() -> None:
    rows = {row["field"]: row for row in table("page_fields.tsv")}
    assert set(rows) == {"title", "author", "published", "site", "original", "own"}
    keys = listed(rows["published"]["json_ld"]) + listed(rows["published"]["meta"])
    assert not [key for key in keys if "modif" in key.lower() or "updat" in key.lower()]
    assert all(key == key.lower() for row in rows.values() for key in listed(row["meta"]))
