"""The scorecard runs what can be measured, and names what cannot."""

from __future__ import annotations

import subprocess

from benchmarks import scorecard


def run(monkeypatch, folder) -> list[str]:
    ran: list[str] = []

    def done(command, **_):
        ran.append(" ".join(command[1:]))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(scorecard.subprocess, "run", done)
    assert scorecard.main([str(folder)]) == 0
    return ran


def test_what_is_not_there_is_named_and_left_out(monkeypatch, tmp_path, capsys):
    ran = run(monkeypatch, tmp_path)
    assert capsys.readouterr().out.count("not measured: no folder at") == 8
    assert ran == ["-m benchmarks.events", "-m benchmarks.reading"]


def test_what_is_there_is_measured(monkeypatch, tmp_path):
    for name in ("gold", "archive", "suites"):
        (tmp_path / name).mkdir()
    ran = run(monkeypatch, tmp_path)
    assert len(ran) == 10
    assert f"-m benchmarks.events {tmp_path / 'archive'}" in ran
