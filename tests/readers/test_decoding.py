"""Bytes to text."""

from __future__ import annotations

import pytest

from corpus.errors import Unreadable
from corpus.lexicon import table
from corpus.readers.decoding import decoded

SIMPLIFIED = "2022年1月21日，美国国务卿布林肯周五在日内瓦会见了俄罗斯外长拉夫罗夫。"
TRADITIONAL = "2022年1月21日，美國國務卿布林肯週五在日內瓦會見了俄羅斯外長拉夫羅夫。"
RUSSIAN = "Министр иностранных дел встретился в Женеве с госсекретарём."
FRENCH = "The café in Genève was full, said Mr. Müller of “naïve” hopes – and left."
ENGLISH = "The ministers met in Geneva on Friday."
WIDE = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        *((text, codec) for text in (SIMPLIFIED, TRADITIONAL, RUSSIAN, ENGLISH) for codec in WIDE),
        *((text, "utf-8") for text in (SIMPLIFIED, TRADITIONAL, RUSSIAN, FRENCH, ENGLISH)),
        *((text, "utf-8-sig") for text in (SIMPLIFIED, ENGLISH)),
        *((text, "gb18030") for text in (SIMPLIFIED, TRADITIONAL, "外长周四会谈。")),
        (TRADITIONAL, "big5hkscs"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (FRENCH, "windows-1252"),
    ],
)
def test_an_encoding_is_told_by_the_bytes_alone(text: str, codec: str) -> None:
    found = decoded(text.encode(codec))
    assert (found.text.removeprefix("\ufeff"), found.broken) == (text, 0)


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="{}">',
        '<meta http-equiv="Content-Type" content="text/html; charset={}">',
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
@pytest.mark.parametrize(("text", "label"), [("会", "GB2312"), ("會", "Big5"), ("é", "ISO-8859-1")])
def test_a_declared_encoding_is_believed_where_it_fits(head: str, text: str, label: str) -> None:
    declared = head.format(label) + text
    assert decoded(declared.encode(label)).text == declared
    assert decoded(text.encode(label), label).text == text
    # a page that was converted, and still declares what it was
    assert decoded(declared.encode()).text == declared


@pytest.mark.parametrize(
    "label", ["rot13", "unicode_escape", "utf-7", "idna", "nonsense", "utf-16"]
)
def test_a_declared_encoding_that_is_none_of_text_is_passed_over(label: str) -> None:
    assert decoded(f'<meta charset="{label}">'.encode() + FRENCH.encode("cp1252")).text.endswith(
        FRENCH
    )


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, RUSSIAN, FRENCH])
@pytest.mark.parametrize("wrong", ["latin-1", "windows-1252"])
def test_a_second_encoding_is_taken_off_where_that_loses_nothing(text: str, wrong: str) -> None:
    read_wrongly = "".join(
        byte.decode(wrong, "ignore") or chr(byte[0])
        for byte in (bytes([number]) for number in text.encode())
    )
    assert decoded(read_wrongly.encode()).text == text


@pytest.mark.parametrize(
    "text",
    ["CAFÉ” said the sign", "Ã la carte", "naïve “Äpfel”", SIMPLIFIED + "é", "Â© Ã©, Kyiv 基辅"],
)
def test_a_text_in_one_encoding_is_left_alone(text: str) -> None:
    assert decoded(text.encode()).text == text


@pytest.mark.parametrize("cut", [1, 2])
def test_a_character_cut_off_at_the_end_is_marked_and_the_rest_is_read(cut: int) -> None:
    for text in ("外长会谈", f"{ENGLISH} “", SIMPLIFIED):
        data = text.encode()[:-cut]
        found = decoded(data)
        assert (found.text, found.broken) == (data.decode("utf-8", "replace"), 1)


def test_a_few_broken_bytes_are_marked_and_many_are_refused() -> None:
    data = (SIMPLIFIED * 20).encode()
    few = data[:100] + b"\xff" + data[100:]
    assert (decoded(few).broken, decoded(few).encoding) == (1, "utf-8")
    many = b"".join(data[at : at + 9] + b"\xff\xfe\xfd" for at in range(0, len(data), 9))
    with pytest.raises(Unreadable, match="fit no encoding"):
        decoded(many)


def test_a_stray_nul_byte_does_not_make_a_text_binary() -> None:
    assert decoded((ENGLISH * 9).encode() + b"\0").text == ENGLISH * 9 + "\0"


@pytest.mark.parametrize("row", table("file_kinds.tsv"), ids=lambda row: row["kind"])
def test_a_file_that_is_no_text_is_refused_by_the_name_of_its_kind(row: dict[str, str]) -> None:
    with pytest.raises(Unreadable) as refusal:
        decoded(bytes(int(row["offset"])) + bytes.fromhex(row["bytes"]) + b" and more of it")
    assert row["advice"] in refusal.value.reason


@pytest.mark.parametrize("data", [bytes(1000), bytes(range(256)), bytes(range(128, 256)) * 3])
def test_bytes_that_prove_nothing_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        decoded(data)
    assert refusal.value.stage == "decode"


def test_every_encoding_of_the_table_is_one_that_python_knows_and_each_label_names_one() -> None:
    labels = [label for row in table("charsets.tsv") for label in row["labels"].split("|")]
    assert len(labels) == len(set(labels))
    assert all(label == "".join(filter(str.isalnum, label)).lower() for label in labels)
    assert all("x".encode(row["codec"]) for row in table("charsets.tsv"))
