"""Text to front matter and body."""

from __future__ import annotations

import pytest

from corpus.readers.front_matter import parted


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Talks\ndate: 2022-03-06\n---\nBody",
        "---\r\ntitle: Talks\r\ndate: 2022-03-06\r\n---\r\nBody".replace("\r", ""),
        "\n\n---\ntitle: Talks\ndate: 2022-03-06\n...\nBody",
        "+++\ntitle = 'Talks'\ndate = 2022-03-06\n+++\nBody",
        '+++\ntitle = "Talks"\n[extra]\ndate = "2022-03-06"\n+++\nBody',
        '{"title": "Talks", "date": "2022-03-06"}\nBody',
        '{\n "title": "Talks",\n "date": "2022-03-06"\n}\n\nBody',
        "---\ntitle: Talks\ndate: 2022-03-06\n\nBody",
    ],
)
def test_every_form_of_front_matter_says_the_same(text: str) -> None:
    front, body = parted(text)
    assert front == {"title": ("Talks",), "date": ("2022-03-06",)}
    assert body.strip() == "Body"


@pytest.mark.parametrize(
    "text",
    [
        "<!--yml\ntitle: Talks\ndate: 2022-03-06\n-->\nBody",
        "<!--\ntitle: Talks\ndate: 2022-03-06\n-->\nBody",
        "\n<!--\n---\ntitle: Talks\ndate: 2022-03-06\n---\n-->\nBody",
        "<!--\n---\ntitle: Talks\ndate: 2022-03-06\n--->\nBody",
    ],
)
def test_the_date_in_a_hidden_comment_is_told_apart(text: str) -> None:
    front, body = parted(text)
    assert front == {"title": ("Talks",), "file date": ("2022-03-06",)}
    assert body.strip() == "Body"


@pytest.mark.parametrize(
    "value", ["2020-02-31", "2020-05-01", "2020", "12:30:45", "yes", "null", "0x1F", "1e3"]
)
def test_values_stay_the_text_that_the_editor_wrote(value: str) -> None:
    assert parted(f"---\ndate: {value}\n---\nBody")[0] == {"date": (value,)}


@pytest.mark.parametrize(
    ("block", "front"),
    [
        ("title: Talks: day one\nauthor: A", {"title": ("Talks: day one",), "author": ("A",)}),
        ('title: "Talks" begin\ntags:\n  - x\n  - y', {"title": ('"Talks" begin',), "tags": "xy"}),
        ("title: [a\ndate: 2022-03-06", {"title": ("[a",), "date": ("2022-03-06",)}),
        ("title: @a\n\tbad: tab", {"title": ("@a",)}),
        ("title: " + "[" * 3000, {"title": ("[" * 3000,)}),
        ("title: *nobody", {"title": ("*nobody",)}),
    ],
)
def test_of_faulty_front_matter_the_lines_that_can_be_read_are_read(
    block: str, front: dict[str, object]
) -> None:
    found, body = parted(f"---\n{block}\n---\nBody")
    assert found == {key: tuple(value) for key, value in front.items()}  # type: ignore[arg-type]
    assert body == "\nBody"


def test_faulty_toml_is_read_line_by_line() -> None:
    front, body = parted("+++\ntitle = 'Talks'\ndate = 2022-02-31\n+++\nBody")
    assert front == {"title": ("Talks",), "date": ("2022-02-31",)}
    assert body == "\nBody"


@pytest.mark.parametrize(
    "text",
    [
        "---\nA paragraph between two rules: it is text.\n---\nMore text.",
        "---\n- a list\n---\nMore text.",
        "---\nA rule above and nothing below.",
        "---\n\tnot: [yaml\n---\nMore",
        "Text\n---\ntitle: no front matter\n---\n",
        "<!-- more: of it -->\nText",
        "<!--\nA comment\n-->\nText",
        '{"title": "Talks"}',
        '{"title": "Talks"}\n{"title": "More"}\n',
        '{"title": "Talks"\nText',
        "{" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_text_that_is_no_front_matter_is_not_lost(text: str) -> None:
    assert parted(text) == ({}, text)


def test_a_bomb_of_aliases_stays_small() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    front, _ = parted("\n".join(["---", *lines, "title: Talks", "---", "Body"]))
    assert front["title"] == ("Talks",)
    assert sum(map(len, front.values())) < 100_000


def test_a_value_that_is_an_object_gives_its_texts() -> None:
    front, _ = parted("---\nauthor:\n  name: Jane\n  mail: j@example.org\n---\nBody")
    assert front["author"][0] == "Jane"
