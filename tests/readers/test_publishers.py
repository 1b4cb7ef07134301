"""Who published it, never who held the copy."""

from __future__ import annotations

import pytest

from corpus.lexicon import listed, table
from corpus.readers.publishers import (
    identified,
    is_described,
    is_name,
    publisher,
    web_address,
)

KINDS = {"wire", "independent", "state-owned", "party", "partisan", "aggregator"}


@pytest.mark.parametrize(
    ("url", "addresses", "names", "outlet_id"),
    [
        ("https://www.ft.com/content/1", (), ("ft",), "ft"),
        ("https://chinese.aljazeera.net/news/1", (), (), "aljazeera"),
        ("https://www.pravda.com.ua/eng/1", (), (), "ukrainska-pravda"),
        ("https://interfax.com.ua/1", (), (), "interfax-ukraine"),
        ("", ("https://picsum.photos/1", "https://i.epochtimes.com/a.jpg"), (), "epoch-times"),
        ("", ("https://picsum.photos/1",), ("Aljazeera 半岛网",), "aljazeera"),
        ("", (), ("", "新媒体", "半岛网"), "aljazeera"),
        ("https://github.com/gfw-breaker/a", (), ("【大纪元2022年01月21日讯",), "epoch-times"),
        ("https://raw.githubusercontent.com/a/b", (), (), "unknown"),
        ("https://news.example.org/1", ("https://i.epochtimes.com/a.jpg",), (), "news.example.org"),
        ("https://notft.com/1", (), (), "notft.com"),
        ("https://www.cnbc.com/2024/03/15/a.html", (), (), "cnbc"),
        ("https://newsroom.github.io/1", (), ("紐約時報",), "nyt"),
        ("https://archive.ph/abc", (), ("國際 中央社",), "cna-taiwan"),
        ("https://www-ft-com.translate.goog/1", (), ("衛報",), "guardian"),
        ("", (), ("基辅独立报",), "kyiv-independent"),
        ("", (), ("独立报",), "independent-uk"),
        ("javascript:alert(1)", (), (), "unknown"),
        ("", (), ("张婷", "draft"), "unknown"),
    ],
)
def test_the_original_s_address_tells_before_pictures_and_names(
    url: str, addresses: tuple[str, ...], names: tuple[str, ...], outlet_id: str
) -> None:
    outlet, found = identified(url, addresses, names)
    assert found == outlet_id
    assert outlet == ("" if found == "unknown" else publisher(found).name_en)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "ftp://a.org/1", "//a.org/1", "http://", "https://[a", "a.org"]
)
def test_only_web_addresses_are_addresses(text: str) -> None:
    assert web_address(text) == ""


def test_the_first_good_address_is_taken_without_the_marks_around_it() -> None:
    assert web_address("<https://[x> 见（https://a.org/1），https://b.org") == "https://a.org/1"


def test_every_publisher_has_names_a_label_and_a_source_for_it() -> None:
    rows = [row for row in table("publishers.tsv") if row["id"] != "unknown"]
    assert len(rows) >= 250
    for row in rows:
        assert all(row[key] for key in ("name_en", "name_zh", "short_en", "domains")), row["id"]
        assert row["kind"] in KINDS, row["id"]
        assert len(row["country"]) == 3, row["id"]
        assert web_address(row["source"]) == row["source"], row["id"]
    for column in ("id", "name_en", "short_en"):
        assert len({row[column] for row in rows}) == len(rows), column
    domains = [domain for row in rows for domain in listed(row["domains"])]
    assert len(set(domains)) == len(domains)


def test_no_host_of_copies_is_a_publisher() -> None:
    hosts = {row["domain"] for row in table("hosts.tsv")}
    domains = {domain for row in table("publishers.tsv") for domain in listed(row["domains"])}
    assert not hosts & domains


def test_an_outlet_nobody_has_described_is_known_by_its_domain() -> None:
    assert publisher("example.org").name_zh == "example.org"
    assert publisher("unknown").name_en == "Unknown outlet"


def test_only_outlets_in_the_table_are_described() -> None:
    assert is_described("https://cn.reuters.com/1")
    assert not any(map(is_described, ["https://reuters.example/1", "https://t.co/1", "", "ft.com"]))


def test_a_name_is_the_whole_text_and_not_a_part_of_it() -> None:
    assert is_name("Reuters")
    assert is_name("路透社")
    assert not any(map(is_name, ["Reuters reports", "据路透社", ""]))
