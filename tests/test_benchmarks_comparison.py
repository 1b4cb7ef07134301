"""The benchmark of the Sources screen: every verb runs, and none is timed at nothing."""

from __future__ import annotations

import sys
from functools import partial

import pytest

from benchmarks import comparison
from corpus.tables import save
from tests.samples import mention, tables, telling

MADE = tables(
    [
        telling(partial(mention, topics=("port",))(at=at), article, outlet)
        for at, article, outlet in ((0, "a1", "ft"), (20, "a2", "bbc"))
    ]
)


def test_every_verb_runs_on_a_small_build():
    verbs = comparison.verbs(MADE)
    assert all(comparison.seconds(verb) > 0 for verb in verbs.values())
    assert len(verbs["matrix of all events"]()) == 2


def test_the_command_prints_a_line_for_each_verb(tmp_path, monkeypatch, capsys):
    save(MADE, tmp_path)
    monkeypatch.setattr(sys, "argv", ["comparison", str(tmp_path)])
    comparison.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 articles, 1 events"
    assert len(lines) == 1 + len(comparison.verbs(MADE))


def test_without_a_build_the_command_says_how_it_is_used(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["comparison"])
    with pytest.raises(SystemExit, match="-m benchmarks"):
        comparison.main()
