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
    from_top,
)

BASES = ["meta", "front matter", "dateline", "url", "visible", "file name"]


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
        ("3/22/2023 12:05 AM UTC", "2023-03-22T00:05:00+00:00", "minute"),
        ("3/22/2023 12:05 pm UTC", "2023-03-22T12:05:00+00:00", "minute"),
        ("22/3/2023 1:05 PM UTC", "2023-03-22T13:05:00+00:00", "minute"),
        ("Jan 21, 2022 at 1am +0300", "2022-01-21T01:00:00+03:00", "minute"),
        ("04/04/2022", "2022-04-04T00:00:00+00:00", "day"),
        ("3/4/2022, 10:02:05 PM", "2022-03-04T22:02:05+00:00", "second"),
        ("2022/1/3 10:02", "2022-01-03T10:02:00+00:00", "minute"),
        ("2022.01.03", "2022-01-03T00:00:00+00:00", "day"),
        ("20220103", "2022-01-03T00:00:00+00:00", "day"),
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
    ("meta", "date", "text", "url", "top", "path", "day", "basis"),
    [
        ("2022-01-01", "2022-01-02", "某报2022年01月03日讯", "2022/1/3", "4", "5", 1, "meta"),
        (
            "2022-02-31",
            "2022-01-02",
            "某报2022年01月03日讯",
            "2022/1/3",
            "4",
            "5",
            2,
            "front matter",
        ),
        ("", "2022-02-31", "某报2022年01月03日讯", "2022/1/3", "4", "5", 3, "dateline"),
        ("", "", "某报2022年13月03日讯", "2022/1/3", "4", "5", 3, "url"),
        ("", "May 2022", "某报", "1", "4", "5", 4, "visible"),
        ("", "", "", "", "", "5", 5, "file name"),
    ],
)
def test_the_first_valid_date_of_the_cascade_wins_and_the_others_stay(
    meta: str, date: str, text: str, url: str, top: str, path: str, day: int, basis: str
) -> None:
    found = dates_of(
        meta=[meta],
        date=date,
        text=f"【{text}】",
        url=f"https://a.org/{url}/",
        top=["标题", f"2022-01-0{top}"],
        path=f"2022-01-0{path}.md",
    )
    assert [date.basis for date in found] == BASES[BASES.index(basis) :]
    assert told(found[0]) == (f"2022-01-0{day}T00:00:00+00:00", "day", basis)


@pytest.mark.parametrize(
    ("date", "dateline", "url", "order"),
    [
        ("", "22", "21", ["dateline", "url"]),  # two clocks: what readers see goes first
        ("", "21", "21", ["dateline", "url"]),
        ("", "23", "21", ["dateline", "url"]),  # an address made before the text was ready
        ("", "20", "21", ["dateline", "url"]),
        ("2022-01-22", "", "21", ["front matter", "url"]),
        ("2022-01-23", "", "21", ["url", "front matter"]),  # a copy made later
        ("2024-05-29", "22", "21", ["dateline", "url", "front matter"]),
        ("2022-01-19", "", "21", ["front matter", "url"]),
    ],
)
def test_what_the_original_says_goes_before_a_later_copy(
    date: str, dateline: str, url: str, order: list[str]
) -> None:
    text = f"【某报2022年01月{dateline}日讯】" if dateline else ""
    found = dates_of(date=date, text=text, url=f"https://a.org/gb/22/1/{url}/n1.htm")
    assert [date.basis for date in found] == order


@pytest.mark.parametrize(
    ("line", "instant"),
    [
        ("3/21/2023 8:42 AM UTC 某人", "2023-03-21T08:42:00+00:00"),
        ("3/4/2023 8:42 AM UTC 某人", "2023-03-04T08:42:00+00:00"),
        ("发布时间：2022/1/21 10:11", "2022-01-21T10:11:00+00:00"),
        ("January 21, 2022", "2022-01-21T00:00:00+00:00"),
        ("21/1/2022", "2022-01-21T00:00:00+00:00"),
    ],
)
def test_a_date_alone_under_the_title_is_visible(line: str, instant: str) -> None:
    found = told(from_top(["标题", "", line, "正文。"]))
    assert found is not None
    assert (found[0], found[2]) == (instant, "visible")


@pytest.mark.parametrize(
    "line", ["3/4/2023", "2/30/2023 8:42 AM UTC", "1月21日", "更新：2022-01-21"]
)
def test_a_visible_date_that_can_be_read_two_ways_or_not_at_all_is_none(line: str) -> None:
    assert from_top([line]) is None


def test_only_the_first_lines_are_the_top() -> None:
    assert from_top(["a", "b", "c", "d", "e", "f", "2022-01-21"]) is None
    assert from_top([*"abcde", "", "2022-01-21"]) is not None


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
        ("https://www.theguardian.com/world/2022/jan/21/talks", "2022-01-21"),
        ("http://www.news.cn/world/2022-01/21/c_1.htm", "2022-01-21"),
        ("http://world.people.com.cn/n1/2022/0121/c1002-3.html", "2022-01-21"),
        ("https://www.chinanews.com/gj/2022/01-21/9657.shtml", "2022-01-21"),
        ("https://www.gov.cn/xinwen/202201/t20220121_1.html", "2022-01-21"),
        ("https://www.cna.com.tw/news/aopl/202201210123.aspx", "2022-01-21"),
        ("https://example.org/2022/13/40/talks-2022-01-21", "2022-01-21"),
    ],
)
def test_an_address_may_hold_the_day(url: str, day: str) -> None:
    assert told(from_address(url)) == (f"{day}T00:00:00+00:00", "day", "url")


@pytest.mark.parametrize(
    "url",
    [
        *("", "https://ft.com/content/0cc5ee0a-8303-4c32", "https://a.org/2022/13/40/", "/2022/02"),
        "https://a.org/1/22/1/21/",
        "https://a.org/2022/10/5-things-to-know",
        "https://web.archive.org/web/20220121101010/https://a.org/x",
        "https://a.org/2022/foo/21/",
        "https://a.org/c20191231f",
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
