"""What README shows is what the commands of this repository print, and what it names is there."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest

from corpus.__main__ import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)


def blocks(language: str) -> str:
    return "\n".join(text for name, text in BLOCKS if name == language)


def test_a_command_prints_what_is_shown_below_it(tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    asked = 0
    for command, shown in re.findall(
        r"^\$ python -m corpus (.*)\n((?:[^$].*\n)*)", blocks("console"), re.M
    ):
        assert main(command.split()) == 0
        assert capsys.readouterr().out.startswith(shown)
        asked += bool(shown)
    assert asked


def test_python_gives_what_stands_behind_each_line():
    block = blocks("python")
    names: dict[str, object] = {}
    shown = 0
    for node in ast.parse(block).body:
        line = block.splitlines()[(node.end_lineno or 1) - 1]
        if isinstance(node, ast.Expr):
            told = repr(eval(ast.unparse(node.value), names))
            assert told == line.rpartition("# ")[2].strip()
            shown += 1
        else:
            exec(ast.unparse(node), names)
    assert shown


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?:)([^)#]+)\)", README))
def test_what_a_link_or_a_picture_points_to_is_there(target):
    assert (ROOT / target).exists()


def test_every_target_of_make_that_is_named_exists():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"\bmake (\w+)", blocks("sh"))) <= targets
