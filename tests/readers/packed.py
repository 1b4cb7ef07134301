"""Containers and encodings made in memory from a few articles: what no golden file can hold."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

ENGLISH = (
    "# Ministers meet in Hanoi\n\nThe two foreign ministers met in Hanoi on Sunday, 6 March.\n\n"
    "They agreed to meet again, a spokesman said.\n"
)
CHINESE = (
    "# 两国外长在河内会谈\n\n两国外长3月6日在河内举行会谈，双方就粮食运输问题交换了意见。\n\n"
    "发言人说，他们同意再次会面。\n"
)
PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Ministers meet</title>'
    '<meta property="article:published_time" content="2022-03-06T08:30:00Z"></head><body>'
    "<article><h1>Ministers meet</h1><p>The two foreign ministers met in Hanoi on Sunday.</p>"
    "<p>They agreed to meet again, a spokesman said after the talks.</p></article></body></html>"
)
ADDRESS = "https://news.example.org/world/2022/03/06/ministers-meet"


def zipped(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def gzipped(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def saved_page(html: str = PAGE, charset: str = "utf-8") -> bytes:
    """A page as browsers save it, with a picture beside it."""
    message = EmailMessage()
    message["Subject"] = "Ministers meet"
    message["MIME-Version"] = "1.0"
    message["Snapshot-Content-Location"] = ADDRESS
    message.set_content(html, subtype="html", charset=charset, cte="quoted-printable")
    message["Content-Location"] = ADDRESS
    message.make_related(boundary="----part----")
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<picture@example.org>")
    return message.as_bytes()


def crawled(*answers: tuple[str, str, bytes], packed: bool = False) -> bytes:
    """A WARC file of ``(address, HTTP status and content type, body)``; a request before each."""
    records = []
    for address, head, body in answers:
        status, kind = head.split(" ", 1)
        http = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        request = b"GET / HTTP/1.1\r\nHost: news.example.org\r\n\r\n"
        records += [
            _record("request", address, "application/http; msgtype=request", request),
            _record("response", address, "application/http; msgtype=response", http),
        ]
    return b"".join(map(gzipped, records) if packed else records)


def _record(kind: str, address: str, content: str, data: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2022-03-07T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data + b"\r\n\r\n"


def samples() -> dict[str, bytes]:
    """One of each container and encoding."""
    files = {"a.md": ENGLISH.encode(), "中文/b.md": CHINESE.encode(), "c.html": PAGE.encode()}
    page = ("200 text/html; charset=utf-8", PAGE.encode())
    return {
        "zip": zipped(files),
        "zip in zip": zipped({"inner.zip": zipped(files), "d.txt": CHINESE.encode("gb18030")}),
        "tar": tarred(files),
        "tar.gz": gzipped(tarred(files)),
        "gzip": gzipped(CHINESE.encode()),
        "mhtml": saved_page(),
        "warc": crawled((ADDRESS, *page), (ADDRESS + "/2", *page)),
        "warc.gz": crawled((ADDRESS, *page), (ADDRESS + "/2", *page), packed=True),
        "gb18030": CHINESE.encode("gb18030"),
        "big5": CHINESE.replace("两国", "兩國").encode("big5", "ignore"),
        "utf-16": CHINESE.encode("utf-16"),
        "utf-16 without a mark": ENGLISH.encode("utf-16-be"),
        "windows-1252": "Müller und Präsident Duško sprachen – “lange” – in Köln.".encode("cp1252"),
        "windows-1251": "Министры встретились в Москве и договорились о встрече.".encode("cp1251"),
        "twice utf-8": CHINESE.encode().decode("latin-1").encode(),
        "toml": b'+++\ntitle = "Talks"\ndate = 2022-03-06\n+++\n\n' + ENGLISH.encode(),
        "json above text": b'{"title": "Talks", "date": "2022-03-06"}\n\n' + ENGLISH.encode(),
        "yaml in a comment": b"<!--yml\ntitle: Talks\n-->\n" + ENGLISH.encode(),
        "aliases": b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n" + ENGLISH.encode(),
    }
