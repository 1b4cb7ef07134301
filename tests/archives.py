"""Small archives for the tests of the screens: an empty folder goes in, articles are written to it.

None of the texts was published anywhere. `hostile` holds what an archive may hold that wants more
than to be read; `poisoned` is the same for a finished build that somebody hands on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path

from corpus.pipeline import build
from corpus.tables import save

SEEDS = Path(__file__).parents[1] / "seeds"

#: runs if it is taken for markup, sets ``window.pwned`` and asks a host that does not exist
ATTACKS = (
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    '</mark></blockquote></details><iframe srcdoc="<script>parent.pwned=1</script>">',
    "![x](http://pwned.invalid/t.png)",
    "[go](javascript:window.pwned=1)",
    "$x^2$",
    ":red[boo]",
    "<style>*{display:none}</style>",
    "Unparted" * 25,
)
_ALL = " ".join(ATTACKS)
#: a file that can be added to any archive: one article of one event
GOOD = b"""---
title: Lavrov visits Minsk
date: 2022-01-20
source: https://news.example.org/world/minsk
---

Sergei Lavrov met Alexander Lukashenko in Minsk on Thursday.
"""


def empty(folder: Path) -> None:
    """No file at all."""


def unreadable(folder: Path) -> None:
    """Files, and no article among them."""
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (folder / "nothing.md").write_bytes(b"")


def eventless(folder: Path) -> None:
    """An article in which nobody does anything to anybody."""
    _write(
        folder / "garden.txt",
        """A garden in spring

        The roses in the park are in bloom, and the gardener says that the soil is good this year.
        Visitors walk along the paths, sit on the benches and look at the flowers until evening.

        Some of the trees are older than the town. Nobody knows who planted them.
        """,
    )


def undated(folder: Path) -> None:
    """Events, and no date anywhere."""
    _write(
        folder / "envoys.txt",
        """Envoys talk about a ceasefire

        Antony Blinken met Sergei Lavrov and warned Russia of a severe response. The two envoys
        spoke about gas and the release of prisoners, and said nothing to the reporters outside.

        Russia rejected the demands of the United States.
        """,
    )


def single(folder: Path) -> None:
    """One article of one outlet with one dated event."""
    _write(
        folder / "visit.md",
        """---
        title: Blinken visits Kyiv
        date: 2023-09-06
        source: https://news.example.org/world/visit
        ---

        Antony Blinken met Volodymyr Zelenskyy in Kyiv on Wednesday.
        """,
    )


def hostile(folder: Path) -> None:
    """Title, body, author, address and outlet want to be markup, script, formula or picture."""
    met = [f"<p>Blinken met Lavrov in Geneva on Friday {escape(one)}.</p>" for one in ATTACKS]
    sent = [f"<p>Russia sent troops {escape(one)} to Belarus.</p>" for one in ATTACKS]
    _write(
        folder / "post.md",
        f"""
        ---
        title: '{escape(" ".join(ATTACKS), quote=False)}'
        categories:
         - 新闻
        headimg: 'https://pwned.invalid/a.jpg'
        author: '<img src=x onerror="window.pwned=1">'
        comments: false
        date: Fri, 21 Jan 2022 23:30:05 +0300
        ---

        <div>
        {"".join(met + sent)}
        <img src="https://pwned.invalid/b.jpg" onerror="window.pwned=1">
        <script>window.pwned=1</script>
        </div>
        """,
    )
    _write(
        folder / "address.md",
        """---
        title: Blinken visits Kyiv
        date: 2022-01-19
        source: https://$x^2$*y*_z_.example/javascript:window.pwned=1
        ---

        Antony Blinken met Volodymyr Zelenskyy in Kyiv on 19 January 2022.
        """,
    )


def poisoned(folder: Path) -> None:
    """A finished build of the seeds with an attack in every field of free text."""
    tables = build(SEEDS)
    articles, mentions, events = (
        frame.copy() for frame in (tables.articles, tables.mentions, tables.events)
    )
    outlets = {outlet: f"{outlet} {_ALL}" for outlet in articles["outlet_id"]}
    articles["outlet_id"] = articles["outlet_id"].map(outlets)
    events["outlets"] = [[outlets[outlet] for outlet in cell] for cell in events["outlets"]]
    articles["url"] = "javascript:window.pwned=1"
    for frame, columns in (
        (articles, ("path", "outlet", "title", "author")),
        (mentions, ("quote", "trigger", "mode", "rule", "place")),
        (events, ("mode", "place", "label_en", "label_zh")),
    ):
        for column in columns:
            frame[column] = frame[column] + f" {_ALL}"
    save(replace(tables, articles=articles, mentions=mentions, events=events), folder)


ARCHIVES: dict[str, Callable[[Path], None]] = {
    write.__name__: write
    for write in (empty, unreadable, eventless, undated, single, hostile, poisoned)
}


def _write(path: Path, text: str) -> None:
    lines = text.split("\n")
    path.write_text("\n".join(line.removeprefix("        ") for line in lines), encoding="utf-8")
