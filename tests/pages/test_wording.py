"""Every word of the interface exists in both languages, with the same blanks."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import pages.parts.wording as wording
from corpus.comparison import STATES
from corpus.lexicon import rows_of, table
from pages.parts.view import CHOICES, LANGUAGES, LAYERS
from pages.parts.wording import say

ROOT = Path(__file__).parents[2]
ROWS = rows_of(Path(wording.__file__).with_name("wording.tsv"))
SCRIPTS = [ROOT / "dashboard.py", *sorted((ROOT / "pages").rglob("*.py"))]
HAN = re.compile("[\u3400-\u9fff]")


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_both_languages_say_it_with_the_same_blanks(row):
    assert row["en"]
    assert row["zh"]
    assert blanks(row["en"]) == blanks(row["zh"])
    assert not HAN.search(row["en"])


def test_no_key_stands_twice():
    keys = [row["key"] for row in ROWS]
    assert len(keys) == len(set(keys))


def test_each_choice_of_the_view_has_a_name():
    for language in LANGUAGES:
        for field in ("lanes", "form", "scale"):
            assert all(say(f"{field}_{value}", language) for value in CHOICES[field])
        assert all(say(f"layer_{layer}", language) for layer in LAYERS)
        assert all(say(f"state_{state}", language) for state in STATES)


def test_each_kind_of_event_has_a_noun_for_one_and_for_many():
    kinds = {row["type"] for row in table("event_types.tsv")}
    for kind in kinds:
        for language in LANGUAGES:
            assert say(f"one_{kind}", language)
            assert say(f"many_{kind}", language)


def test_each_key_that_a_page_names_is_in_the_table():
    known = {row["key"] for row in ROWS}
    for path in SCRIPTS:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _name(call.func) == "say" and call.args:
                key = call.args[0]
                if isinstance(key, ast.Constant):
                    assert key.value in known, f"{path.name}: {key.value}"


def test_each_key_in_the_table_is_used():
    sources = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    named = set(re.findall(r"""["'](\w+)["']""", sources))
    families = (*(f"{field}_" for field in CHOICES), *re.findall(r"""["'](\w+_)["'{]""", sources))
    unused = {row["key"] for row in ROWS} - named
    assert sorted(key for key in unused if not key.startswith(families)) == []


def test_no_page_writes_words_of_its_own():
    for path in SCRIPTS:
        assert not HAN.search(_code(path)), path.name


def _code(path: Path) -> str:
    """All strings of a module but its docstrings, the name of a language and the Chinese comma."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    nodes = [node for node in ast.walk(tree) if isinstance(node, documented)]
    docs = {ast.get_docstring(node, clean=False) for node in nodes}
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    written = "".join(value for value in constants if isinstance(value, str) and value not in docs)
    return written.replace("中文", "").replace("，", "")


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
