"""The benchmark of root codes: how it splits, answers and counts, on sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.plover import NOTHING, Answer, Case, answer, cases, macro_f1, main, quads, report

TABLE = """\
sentence_id\tgold_root\tsentence\tsource\ttarget
1\tACCUSE\tNorway condemned the coup in Gabon on Monday.\tNorway\tGabon
2\tYIELD\tThe rebels released two Swiss hostages.\tThe rebels\ttwo Swiss hostages
3\tAID\tCuba sent doctors to Angola after Brazil had criticised it.\tCuba\tAngola
4\tPROTEST\tThe weather in Lisbon was fine.\ta source\ta target
5\tCONSULT\tJapan criticised India before Peru and Chile held talks.\tPeru\tChile
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "sentences.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_sentence_is_answered_by_the_first_mention_between_the_given_parties(table):
    assert [answer(case).root for case in cases(table)] == [
        "ACCUSE",
        "YIELD",
        "AID",
        NOTHING,
        "CONSULT",
    ]


def test_both_types_of_a_merged_root_give_its_quad_class():
    assert quads("YIELD") == {1, 2}
    case = Case("1", "YIELD", "", "", "")
    assert Answer(case, "AID", 2).right_quad
    assert not Answer(case, NOTHING, 0).right_quad


def test_what_is_not_answered_counts_against_the_coder():
    told = [Answer(Case(str(n), "AID", "", "", ""), "AID", 2) for n in range(3)]
    missed = Answer(Case("9", "AID", "", "", ""), NOTHING, 0)
    assert macro_f1(told) == 1
    assert macro_f1([*told, missed]) == pytest.approx(6 / 7)
    [whole, aid] = report("all", [*told, missed])
    assert "root 0.750, quad 0.750" in whole
    assert "answered 0.750" in whole
    assert "taken for - 1" in aid


def test_the_report_gives_both_parts_and_never_a_sentence(table):
    told = main([str(table)])
    assert told.startswith("all: 5 sentences, root 0.800")
    assert "develop:" in told
    assert not any(case.sentence in told for case in cases(table))


def test_the_split_depends_on_nothing_but_the_id():
    one, other = Case("17", "AID", "a", "b", "c"), Case("17", "SUPPORT", "d", "e", "f")
    assert one.part == other.part
    parts = [Case(str(n), "", "", "", "").part for n in range(900)]
    assert 270 < parts.count("held back") < 330


@pytest.mark.parametrize("arguments", [[], ["nowhere.tsv"], ["a", "b"]])
def test_without_a_table_nothing_is_measured(arguments):
    with pytest.raises(SystemExit, match=r"SENTENCES\.tsv"):
        main(arguments)
