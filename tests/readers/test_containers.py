"""Containers to their members, whatever they try."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from corpus.errors import Unreadable
from corpus.readers import containers, unpacked
from corpus.readers.contract import Member, Refused
from tests.readers.packed import (
    CHINESE,
    ENGLISH,
    PAGE,
    crawled,
    gzipped,
    saved_page,
    tarred,
    zipped,
)


def members(data: bytes, path: str = "x") -> dict[str, bytes]:
    """The members by their paths; fails where one is refused."""
    found = [*unpacked(path, data)]
    assert not [refused for refused in found if isinstance(refused, Refused)]
    return {member.path: member.data for member in found if isinstance(member, Member)}


def refusals(data: bytes, path: str = "x") -> list[str]:
    """``path: reason`` of each refusal; every one is of the stage ``open``."""
    found = [refused for refused in unpacked(path, data) if isinstance(refused, Refused)]
    assert {refused.why.stage for refused in found} <= {"open"}
    return [f"{refused.path}: {refused.why.reason}" for refused in found]


@pytest.mark.parametrize("data", [b"", b"Text", b"PK", b"\x1f\x8b", CHINESE.encode("gb18030")])
def test_a_file_that_is_no_container_is_its_own_member(data: bytes) -> None:
    assert [*unpacked("a.zip", data)] == [Member("a.zip", data)]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_members_come_under_the_path_of_their_container_whatever_it_is_called(pack) -> None:  # type: ignore[no-untyped-def]
    files = {"a.md": b"A", "inner/b.md": b"B", "中文/丙.md": b"C"}
    for name in ("bundle.zip", "b.txt", "noname"):
        assert members(pack(files), name) == {f"{name}/{key}": v for key, v in files.items()}


def test_containers_are_unpacked_inside_containers_to_a_small_depth() -> None:
    inner = zipped({"a.md": b"A"})
    assert members(zipped({"z.zip": inner, "t.tar.gz": gzipped(tarred({"b.md": b"B"}))})) == {
        "x/z.zip/a.md": b"A",
        "x/t.tar.gz/b.md": b"B",
    }
    deep = b"A"
    for _ in range(containers.DEPTH + 1):
        deep = zipped({"n": deep})
    assert [*members(deep).values()] == [zipped({"n": b"A"})]


def test_a_gzip_holds_one_file_or_several_behind_one_another() -> None:
    assert members(gzipped(b"A" * 9)) == {"x": b"A" * 9}
    assert members(gzipped(b"A") + gzipped(b"B")) == {"x": b"AB"}


def test_paths_that_lead_out_stay_inside_and_hidden_members_are_passed_over() -> None:
    files = dict.fromkeys(["../../a", "/b", "C:\\d\\e", "__MACOSX/f", ".git/g", "h/.i"], b"A")
    assert [*members(zipped(files))] == ["x/a", "x/b", "x/d/e"]


def test_names_that_chinese_windows_wrote_are_read() -> None:
    data = zipped({"xxxx.md": b"A"}).replace(b"xxxx", "会谈".encode("gb18030"))
    assert [*members(data)] == ["x/会谈.md"]


def test_a_locked_or_damaged_member_does_not_lose_the_others() -> None:
    data = bytearray(zipped({"a": b"A" * 99, "b": b"B" * 99, "c": b"C" * 99}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    spoilt = data.index(b"b", 40) + 1
    data[spoilt : spoilt + 3] = b"\xff\xff\xff"
    kept = [found.path for found in unpacked("x", bytes(data)) if isinstance(found, Member)]
    assert kept == ["x/c"]
    told = refusals(bytes(data))
    assert [line[:3] for line in told] == ["x/a", "x/b"]
    assert "locked with a password" in told[0]
    assert "damaged" in told[1]


@pytest.mark.parametrize("pack", [lambda data: zipped({"a": data}), gzipped])
def test_a_bomb_is_refused_with_its_reason(pack) -> None:  # type: ignore[no-untyped-def]
    assert ["times its size" in reason for reason in refusals(pack(bytes(40_000_000)))] == [True]


@pytest.mark.parametrize(("most", "size"), [({"members": 2}, 1), ({"bytes": 25}, 10)])
def test_too_many_members_or_bytes_end_the_container(most: dict[str, int], size: int) -> None:
    budget = containers._Budget(**most)
    budget.take(size)
    budget.take(size)
    with pytest.raises(Unreadable, match="split it"):
        budget.take(size)


def test_what_is_left_of_a_broken_gzip_or_tar_is_given_with_the_reason() -> None:
    text = "".join(f"{number} " for number in range(9999)).encode()
    found = [*unpacked("x", gzipped(text)[:-2000])]
    assert [type(part) for part in found] == [Member, Refused]
    assert text.startswith(found[0].data)  # type: ignore[union-attr]
    found = [*unpacked("x", tarred({"a": text, "b": text})[: len(text) + 2000])]
    assert [part.path for part in found] == ["x/a", "x"]


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        (["[Content_Types].xml", "word/document.xml"], "Word"),
        (["[Content_Types].xml", "xl/workbook.xml"], "Excel"),
        (["mimetype", "META-INF/container.xml"], "e-book"),
        (["mimetype", "content.xml"], "OpenDocument"),
    ],
)
def test_an_office_document_is_refused_by_its_name(files: list[str], kind: str) -> None:
    told = refusals(zipped(dict.fromkeys(files, b"<x/>")))
    assert len(told) == 1
    assert kind in told[0]


@pytest.mark.parametrize(
    "data",
    [
        zipped({}),
        zipped({".hidden": b"A"}),
        tarred({".hidden": b"A"}),
        gzipped(b""),
        crawled(("https://example.org/1", "200 image/png", b"\x89PNG")),
        crawled(("https://example.org/1", "404 text/html", PAGE.encode())),
        saved_page().replace(b"text/html", b"image/gif"),
    ],
)
def test_a_container_with_nothing_to_read_says_so(data: bytes) -> None:
    assert ["nothing to read" in reason for reason in refusals(data)] == [True]


def test_a_method_that_nobody_can_unpack_is_refused() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a", ENGLISH)
    data = bytearray(packed.getvalue())
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + place] = 97
    assert ["damaged" in reason for reason in refusals(bytes(data))] == [True]
