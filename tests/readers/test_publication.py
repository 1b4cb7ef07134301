"""When an article came out, from every place that may say so."""

from __future__ import annotations

import pytest

from corpus.model import Published
from corpus.readers.publication import (
    dates_of,
    from_address,
    from_dateline,
    from_file_name,
    from_metadata,
)

BASES = ["front matter", "dateline", "url", "file name"]


def told(published: Published | None) -> tuple[str, str, str] | None:
    return published and (published.instant.isoformat(), published.precision, published.basis)


@pytest.mark.parametrize(
    ("text", "instant", "precision"),
    [
        ("2024-05-14T06:03:18.738Z", "2024-05-14T06:03:18.738000+00:00", "second"),
        ("2022-01-06 22:47:27 +0800", "2022-01-06T22:47:27+08:00", "second"),
        ("2022-01-06T22:47+00:00", "2022-01-06T22:47:00+00:00", "minute"),
        ("2022-01-06 22:47:27", "2022-01-06T22:47:27+00:00", "second"),
        (" 2022-01-06 ", "2022-01-06T00:00:00+00:00", "day"),
        ("Mon, 03 Jan 2022 10:02:32 GMT", "2022-01-03T10:02:32+00:00", "second"),
        ("3 Jan 2022 10:02 -0500", "2022-01-03T10:02:00-05:00", "minute"),
        ("2022年1月3日", "2022-01-03T00:00:00+00:00", "day"),
        ("发布于 2022年01月03日 10:02", "2022-01-03T00:00:00+00:00", "day"),
        ("January 3rd, 2022", "2022-01-03T00:00:00+00:00", "day"),
        ("3. Januar 2022", "2022-01-03T00:00:00+00:00", "day"),
        ("3 января 2022", "2022-01-03T00:00:00+00:00", "day"),
        ("3/22/2023 3:42 AM UTC", "2023-03-22T03:42:00+00:00", "minute"),
        ("Jan 21, 2022 at 1am +0300", "2022-01-21T01:00:00+03:00", "minute"),
        ("04/04/2022", "2022-04-04T00:00:00+00:00", "day"),
    ],
)
def test_metadata_in_many_forms_give_one_instant(text: str, instant: str, precision: str) -> None:
    assert told(from_metadata(text)) == (instant, precision, "front matter")


@pytest.mark.parametrize(
    "text",
    [
        *("", "2020-02-31", "Fri, 31 Feb 2022 10:00:00 GMT", "2022年2月30日", "31 February 2022"),
        *("2022", "2022-05", "May 2022", "3 May", "Friday", "yesterday", "5 days ago", "10:02"),
        *("2024-W01", "03/04/2022", "3.4.2022", "1643000000", "3 May 22", "9999-99-99"),
        *("0001-01-01", "2022-01-06T25:00:00Z", "2022-01-06T10:00:00+99:00", "date", "今天"),
    ],
)
def test_a_date_that_is_not_full_valid_and_unambiguous_is_none(text: str) -> None:
    assert from_metadata(text) is None


@pytest.mark.parametrize(
    ("date", "text", "url", "path", "day", "basis"),
    [
        ("2022-01-01", "【某报2022年01月02日讯】", "/2022/1/3/", "2022-01-04", 1, "front matter"),
        ("2022-02-31", "【某报2022年01月02日讯】", "/2022/1/3/", "2022-01-04", 2, "dateline"),
        ("", "【某报2022年13月02日讯】", "/2022/1/3/", "2022-01-04", 3, "url"),
        ("May 2022", "", "https://a.org/1", "2022-01-04.txt", 4, "file name"),
    ],
)
def test_the_first_valid_date_of_the_cascade_wins(
    date: str, text: str, url: str, path: str, day: int, basis: str
) -> None:
    found = dates_of(date=date, text=text, url=url, path=path)
    assert [date.basis for date in found] == BASES[BASES.index(basis) :]
    assert told(found[0]) == (f"2022-01-0{day}T00:00:00+00:00", "day", basis)


def test_nothing_told_is_nothing_published() -> None:
    assert dates_of() == ()
    assert told(from_metadata("2022-01-06", "meta")) == ("2022-01-06T00:00:00+00:00", "day", "meta")


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_the_machine_s_own_zone_does_not_matter(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    assert told(from_metadata("5 March 2023, 23:10")) == (
        "2023-03-05T23:10:00+00:00",
        "minute",
        "front matter",
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("【大纪元2022年01月21日讯】美国", "2022-01-21"),
        ("【大纪元2023年02月4日讯】", "2023-02-04"),
        ("观众朋友们好。\n【 大纪元2023年03月06日讯】", "2023-03-06"),
        ("【\n大纪元2023年03月06日讯】", "2023-03-06"),
        ("【新唐人北京时间2022年03月09日讯】", "2022-03-09"),
    ],
)
def test_a_dateline_is_found(text: str, day: str) -> None:
    assert told(from_dateline(text)) == (f"{day}T00:00:00+00:00", "day", "dateline")


@pytest.mark.parametrize(
    "text",
    ["2022年01月21日", "【大纪元2022年13月01日讯】", "【2022年大选：1月2日】", "【秦鹏观察】"],
)
def test_a_date_elsewhere_is_no_dateline(text: str) -> None:
    assert from_dateline(text) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://www.epochtimes.com/gb/22/1/21/n13520753.htm", "2022-01-21"),
        ("https://www.epochtimes.com/b5/21/12/9/n1.htm", "2021-12-09"),
        ("https://www.theguardian.com/2022/02/24/a", "2022-02-24"),
        ("https://example.org/news/2022-02-24-title", "2022-02-24"),
    ],
)
def test_an_address_may_hold_the_day(url: str, day: str) -> None:
    assert told(from_address(url)) == (f"{day}T00:00:00+00:00", "day", "url")


@pytest.mark.parametrize(
    "url",
    [
        *("", "https://ft.com/content/0cc5ee0a-8303-4c32", "https://a.org/2022/13/40/", "/2022/02"),
        "https://a.org/1/22/1/21/",
    ],
)
def test_an_address_without_a_full_day_gives_none(url: str) -> None:
    assert from_address(url) is None


@pytest.mark.parametrize(
    ("path", "instant", "precision"),
    [
        ("2022-02-24.txt", "2022-02-24T00:00:00+00:00", "day"),
        ("a/b/20230930.md", "2023-09-30T00:00:00+00:00", "day"),
        ("20220131T223000Z_US_en_272c2d715d.txt", "2022-01-31T22:30:00+00:00", "second"),
        ("data@2022-05-30T174636.txt", "2022-05-30T00:00:00+00:00", "day"),
        ("2022-05-24_2588543.md", "2022-05-24T00:00:00+00:00", "day"),
        ("20229999_20220508-53481288.md", "2022-05-08T00:00:00+00:00", "day"),
    ],
)
def test_a_file_name_may_hold_the_day(path: str, instant: str, precision: str) -> None:
    assert told(from_file_name(path)) == (instant, precision, "file name")


@pytest.mark.parametrize(
    "path",
    [
        *("n13520753.md", "2022-02-24/article.txt", "020220224.txt", "2022-02.txt", "39ded870.md"),
        *("2022-0224.txt", "a20220224b.txt", "20220230.txt"),
    ],
)
def test_other_numbers_in_a_file_name_are_no_date(path: str) -> None:
    assert from_file_name(path) is None
