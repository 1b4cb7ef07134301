"""Tests of the time expressions: one module for each thing that ``corpus/times`` promises."""

from __future__ import annotations

from pathlib import Path

CASES = Path(__file__).parents[1] / "cases"
GRAMMARS = ("zh", "en")


def rows(language: str) -> list[dict[str, str]]:
    """The rows of a language's table of examples."""
    lines = (CASES / f"times_{language}.tsv").read_text(encoding="utf-8").splitlines()
    header, *body = (line.split("\t") for line in lines if line and line[0] != "#")
    return [dict(zip(header, cells, strict=True)) for cells in body]
