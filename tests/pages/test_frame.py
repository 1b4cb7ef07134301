"""The frame knows each screen, and each screen opens with the frame."""

from __future__ import annotations

import ast
import os
import shutil
from pathlib import Path

import pytest

from corpus.charts.tokens import PALETTES
from pages.parts.frame import PAGES
from pages.parts.store import CorpusMissing, corpus, folder
from pages.parts.style import sheet
from tests.archives import SEEDS

ROOT = Path(__file__).parents[2]


def test_the_navigation_has_each_script_once_and_no_other():
    scripts = {"dashboard.py", *(f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py"))}
    assert sorted(page.script for page in PAGES) == sorted(scripts)


def test_a_page_is_found_at_the_address_that_streamlit_gives_its_script():
    assert PAGES[0].name == ""
    assert all(page.script == f"pages/{page.name}.py" for page in PAGES[1:])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.script)
def test_a_script_opens_the_frame_once_and_first_of_all(page):
    body = ast.parse((ROOT / page.script).read_text(encoding="utf-8")).body
    calls = [
        node.func.id
        for statement in body
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    assert calls[0] == "open_page"
    assert calls.count("open_page") == 1


def test_the_folder_is_the_seeds_unless_the_environment_names_another(monkeypatch, tmp_path):
    monkeypatch.delenv("DATELINE_CORPUS", raising=False)
    assert folder() == SEEDS
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path))
    assert folder() == tmp_path
    monkeypatch.setenv("DATELINE_CORPUS", "docs")
    monkeypatch.chdir(tmp_path)
    assert folder() == ROOT / "docs"


def test_a_folder_that_is_not_there_is_no_crash(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "nowhere"))
    with pytest.raises(CorpusMissing, match="nowhere"):
        corpus("")


def test_a_changed_folder_is_read_again_and_an_unchanged_one_is_not(monkeypatch, tmp_path):
    article = next(SEEDS.iterdir())
    shutil.copy(article, tmp_path / "one.txt")
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path))
    first = corpus("")
    assert corpus("") is first
    shutil.copy(article, tmp_path / "two.txt")
    assert len(corpus("").articles) == 2 * len(first.articles)
    os.utime(tmp_path / "two.txt", ns=(0, 0))
    second = corpus("")
    (tmp_path / "two.txt").unlink()
    assert len(corpus("").articles) == len(first.articles) < len(second.articles)


@pytest.mark.parametrize("theme", PALETTES)
def test_the_style_sheet_uses_no_variable_that_it_does_not_set(theme):
    css = str(sheet(theme))
    used = {part.split(")")[0] for part in css.split("var(")[1:]}
    assert used
    assert [name for name in used if f"{name}:" not in css] == []
    assert "http" not in css
    assert "@import" not in css
