"""The tables' format, and a user's own tables before the shipped ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import LexiconError
from corpus.lexicon import own_tables, rows_of, table

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "corpus" / "lexicon"
PARTIES = (
    "# those of the strike in the harbour\n"
    "code\tkind\tname_zh\tforms_en\n"
    "NZL LAB Lamplighters\tgroup\t点灯人工会\tLamplighters of Lyttelton\n"
)
PLACES = (
    "name_en\tname_zh\tcountry\tlatitude\tlongitude\nLyttelton\t利特尔顿\tNZL\t-43.60\t172.72\n"
)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder that the lexicon reads."""
    monkeypatch.setenv("DATELINE_LEXICON", str(tmp_path))
    return tmp_path


def test_own_rows_stand_before_the_shipped_ones_and_may_leave_columns_out(own: Path) -> None:
    (own / "parties.tsv").write_text(PARTIES, encoding="utf-8")
    first, *rest = table.__wrapped__("parties.tsv")
    assert first["code"] == "NZL LAB Lamplighters"
    assert first["wikidata"] == ""
    assert tuple(rest) == rows_of(SHIPPED / "parties.tsv")
    assert table.__wrapped__("places.tsv") == rows_of(SHIPPED / "places.tsv")


def test_without_a_folder_there_are_no_own_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_LEXICON", raising=False)
    assert own_tables() == []


def test_a_table_that_no_shipped_one_has_the_name_of_is_told(own: Path) -> None:
    (own / "partys.tsv").write_text(PARTIES, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"partys\.tsv"):
        table.__wrapped__("parties.tsv")


def test_a_column_that_the_shipped_table_does_not_have_is_told(own: Path) -> None:
    (own / "parties.tsv").write_text("code\tcolour\nNZL\tred\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="colour"):
        table.__wrapped__("parties.tsv")


def test_a_folder_that_is_not_there_is_told(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_LEXICON", str(own / "nowhere"))
    with pytest.raises(LexiconError, match="nowhere"):
        table.__wrapped__("parties.tsv")


def test_a_row_that_is_too_long_is_told_with_its_line(own: Path) -> None:
    bad = own / "bad.tsv"
    bad.write_text("# about\na\tb\n1\t2\n1\t2\t3\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="line 4: 3 cells"):
        rows_of(bad)


def test_the_coder_follows_the_users_own_subject_and_keeps_its_results_apart(own: Path) -> None:
    (own / "parties.tsv").write_text(PARTIES, encoding="utf-8")
    (own / "places.tsv").write_text(PLACES, encoding="utf-8")
    code = (
        "from corpus.archive import code_digest\n"
        "from corpus.entities import find_mentions, names\n"
        "text = 'The Lamplighters of Lyttelton met; they marched in Lyttelton.'\n"
        "print([m.surface for m in find_mentions(text, 'en', None)])\n"
        "print(names('NZL LAB Lamplighters').zh, code_digest())"
    )

    def told(**named: str) -> list[str]:
        environment = {k: v for k, v in os.environ.items() if k != "DATELINE_LEXICON"}
        command = [sys.executable, "-X", "utf8", "-c", code]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment | named,
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout.split("\n")

    found, called, *_ = told(DATELINE_LEXICON=str(own))
    assert found == "['Lamplighters of Lyttelton', 'they', 'Lyttelton']"
    assert called.startswith("点灯人工会 ")
    found, plain, *_ = told()
    assert found == "['they']"
    assert plain.split()[-1] != called.split()[-1]
