"""The command line: builds, shows, teaches, and says plainly what it cannot use."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.__main__ import main
from corpus.tables import SCHEMAS, load

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The seeds and a file that cannot be read."""
    shutil.copytree(SEEDS, tmp_path / "archive")
    (tmp_path / "archive" / "broken.txt").write_bytes(b"%PDF-1.7\n\x00\x01")
    return tmp_path / "archive"


def test_a_build_writes_the_tables_names_what_it_refused_and_still_succeeds(
    archive, tmp_path, capsys
):
    assert main(["build", str(archive), "--out", str(tmp_path / "out")]) == 0
    printed = capsys.readouterr()
    made = load(tmp_path / "out")
    counts = f"4 articles, {len(made.events)} events, 1 problem -> {tmp_path / 'out'}"
    assert printed.out.splitlines()[-1] == counts
    [refused] = [line for line in printed.err.splitlines() if "broken.txt" in line]
    assert refused.startswith("not read: broken.txt: ")
    assert made.problems["reason"][0] in refused


@pytest.mark.parametrize("out", ["archive", "archive/build"])
def test_a_build_is_not_written_where_it_would_be_read_as_articles(out, archive, tmp_path, capsys):
    before = sorted(archive.rglob("*"))
    assert main(["build", str(archive), "--out", str(tmp_path / out)]) == 2
    assert "name a folder outside" in capsys.readouterr().err
    assert sorted(archive.rglob("*")) == before


def test_a_place_that_cannot_be_written_is_named(tmp_path, capsys):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert main(["build", str(SEEDS), "--out", str(tmp_path / "file")]) == 2
    assert str(tmp_path / "file") in capsys.readouterr().err


def test_the_table_is_shown_from_a_build_and_from_articles_alike(archive, tmp_path, capsys):
    main(["build", str(archive), "--out", str(tmp_path / "out")])
    capsys.readouterr()
    assert main(["show", str(tmp_path / "out")]) == 0
    from_build = capsys.readouterr().out
    assert main(["show", str(archive)]) == 0
    assert capsys.readouterr().out == from_build
    events = load(tmp_path / "out").events
    # the heading above and the closing line below
    dated = [line for line in from_build.splitlines() if re.match(r"\d{4}|undated|\.\.", line)]
    assert len(dated) == len(events)
    assert from_build.split()[:5] == ["date", "status", "type", "event", "outlets"]
    assert all(code.split("/")[0] in from_build for code in set(events["type"]))
    closing = rf"{len(events)} events \(\d+ without a first day\), (\d+) of \1 quotes verified"
    assert re.fullmatch(closing, from_build.splitlines()[-1])


def test_the_table_is_in_order_of_time_with_undated_events_last_and_conflicts_marked(capsys):
    main(["show", str(SEEDS)])
    shown = capsys.readouterr().out.splitlines()[1:-1]
    days = [line.split()[0] for line in shown if re.match(r"\d{4}-\d\d-\d\d ", line)]
    assert days == sorted(days)
    undated = [line.startswith("undated") for line in shown]
    assert undated == sorted(undated)
    assert any(undated)
    assert any(line.startswith("2022-01-09/2022-01-10 ≠") for line in shown)


def test_labels_are_shown_in_the_language_asked_for(capsys):
    main(["show", str(SEEDS), "--language", "zh"])
    assert "布林肯访问基辅" in capsys.readouterr().out
    main(["show", str(SEEDS)])
    assert "Blinken visits Kyiv" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["build", "nowhere", "--out", "out"], ["show", "nowhere"]])
def test_a_folder_that_is_not_there_is_named_and_no_traceback_shown(
    command, tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    assert main(command) == 2
    printed = capsys.readouterr()
    assert "nowhere is not a folder" in printed.err.replace("\n", " ")
    assert printed.out == ""
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_build_is_refused_with_what_to_do(tmp_path, capsys):
    main(["build", str(SEEDS), "--out", str(tmp_path)])
    (tmp_path / "mentions.parquet").unlink()
    capsys.readouterr()
    assert main(["show", str(tmp_path)]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "mentions missing" in told
    assert "python -m corpus build" in told


@pytest.mark.parametrize(
    ("command", "taught"),
    [
        (["--help"], ["python -m corpus build seeds --out build/seeds", *SCHEMAS]),
        (["build", "--help"], ["FOLDER", "--out BUILD"]),
        (["show", "--help"], ["BUILD", "--language"]),
    ],
)
def test_help_teaches(command, taught, capsys):
    with pytest.raises(SystemExit) as left:
        main(command)
    assert left.value.code == 0
    printed = capsys.readouterr().out
    assert [words for words in taught if words not in printed] == []


@pytest.mark.parametrize("command", [[], ["build", "seeds"], ["forget"], ["show"]])
def test_a_command_that_is_not_understood_ends_with_two_and_a_hint(command, capsys):
    with pytest.raises(SystemExit) as left:
        main(command)
    assert left.value.code == 2
    assert "usage: python -m corpus" in capsys.readouterr().err


def test_it_runs_as_a_program_and_its_table_can_be_piped_on(tmp_path):
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "corpus", *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    made = run("build", "seeds", "--out", str(tmp_path / "out"))
    assert (made.returncode, made.stderr.strip()) == (0, "")
    assert made.stdout.startswith("4 articles, ")
    shown = run("show", str(tmp_path / "out"))
    assert shown.returncode == 0
    assert "\x1b" not in shown.stdout
    assert "Blinken meets Lavrov in Geneva" in shown.stdout
    assert run("show", str(tmp_path / "nothing")).returncode == 2
