"""The ledger: what stands in one entry, which figures cannot agree, and which only seem so."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.ledger import RELATIONS, SAME_TIME, SEVERITIES, Ledger, ledger
from corpus.linking import Telling
from corpus.pipeline import build
from corpus.quantities import find_quantities
from corpus.tables import Tables, rows
from tests.samples import MONDAY, mention, tables, telling

DAY = timedelta(days=1)
SEEDS = Path(__file__).parents[1] / "seeds"


def says(
    clause: str,
    type_: str = "MOBILIZE",
    article: str = "a1",
    outlet: str = "ft",
    published: date | None = MONDAY,
    **cells: Any,
) -> Telling:
    """A telling whose clause has the figures that stand in it; undated unless it has days."""
    plain = {"first": None, "last": None, "precision": "", "date_basis": "none", "recipients": ()}
    plain |= {"quote": clause, "place": "Ukraine's border", "status": "ongoing"}
    told = mention(type_, at=0, **{**plain, "topics": ("troops",), **cells})
    return telling(told, article, outlet, published, figures=find_quantities(clause, "zh"))


def made(*tellings: Telling) -> Ledger:
    return ledger(tables(tellings))


def pairs(found: Ledger) -> list[tuple[str, str]]:
    """Surfaces of the figures that conflict."""
    surfaces = dict(zip(found.figures["figure_id"], found.figures["surface"], strict=True))
    return [(surfaces[row["one"]], surfaces[row["other"]]) for row in rows(found.conflicts)]


def test_figures_of_one_thing_stand_in_one_entry_with_who_says_so():
    found = made(
        says("俄军集结了8万士兵", speaker="UKR GOV"),
        says("俄军集结了近十万大军", article="a2", outlet="bbc", published=MONDAY + DAY),
    )
    [entry] = rows(found.entries)
    assert entry["title_en"] == "Russian troops massed in or near Ukraine"
    assert entry["title_zh"] == "俄罗斯在乌克兰及其边境集结的军队"
    assert (entry["figures"], entry["low"], entry["high"]) == (2, 80000, 100000)
    assert list(entry["outlets"]) == ["ft", "bbc"]
    first, second = rows(found.figures)
    assert (first["surface"], first["day_basis"]) == ("8万士兵", "publication")
    assert [row["day"].date() for row in (first, second)] == [MONDAY, MONDAY + DAY]
    assert (first["relation"], second["relation"]) == ("first", "conflicts")


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("近十万大军", "超过20万士兵", "grave"),
        ("8万士兵", "10万士兵", "clear"),
        ("9.5万士兵", "10万士兵", "slight"),
        ("数万士兵", "近十万大军", None),
        ("超过8万士兵", "20万士兵", None),
        ("数万士兵", "超过10万士兵", None),
    ],
)
def test_two_figures_conflict_if_no_number_fits_both(one, other, severity):
    found = made(says(f"俄军集结了{one}"), says(f"俄军集结了{other}", article="a2"))
    assert list(found.conflicts["severity"]) == ([severity] if severity else [])
    assert [name for name, _ in SEVERITIES] == ["slight", "clear", "grave"]


@pytest.mark.parametrize(
    ("days", "relation"), [(SAME_TIME, "conflicts"), (SAME_TIME + 1, "later"), (300, "later")]
)
def test_figures_of_days_far_apart_are_a_development(days, relation):
    later = says("俄军集结了20万士兵", article="a2", published=MONDAY + days * DAY)
    found = made(says("俄军集结了8万士兵"), later)
    assert [row["relation"] for row in rows(found.figures)] == ["first", relation]
    assert len(found.conflicts) == (relation == "conflicts")
    assert relation in RELATIONS


def test_what_is_planned_and_what_is_done_are_not_set_against_each_other():
    plan = says("俄军将集结20万士兵", article="a2", status="planned")
    assert pairs(made(says("俄军集结了8万士兵"), plan)) == []


def test_the_figures_of_one_clause_are_parts_and_contradict_nothing():
    assert (
        pairs(made(says("俄军集结了8万士兵和20万军人"), says("俄军集结了9万大军", article="a2")))
        == []
    )


def test_a_toll_that_grows_is_no_contradiction_one_that_shrinks_is():
    def toll(number: str, days: int) -> Telling:
        clause = f"俄军迄今阵亡{number}人"
        when = MONDAY + days * DAY
        cells = {"recipients": ("RUS MIL",), "actors": (), "place": ""}
        return says(clause, "ASSAULT", f"a{days}", published=when, **cells)

    assert pairs(made(toll("5000", 0), toll("7000", 3))) == []
    assert pairs(made(toll("7000", 0), toll("1500", 3))) == [("7000人", "1500人")]
    assert len(pairs(made(toll("7000", 0), says_toll_of_the_same_day()))) == 1


def says_toll_of_the_same_day() -> Telling:
    cells = {"recipients": ("RUS MIL",), "actors": (), "place": ""}
    return says("俄军迄今阵亡15000人", "ASSAULT", "b1", "bbc", **cells)


def test_tolls_of_two_attacks_are_two_acts_and_tolls_of_one_must_agree():
    def attack(number: str, article: str, day: date) -> Telling:
        cells = {"first": day, "last": day, "precision": "day", "date_basis": "explicit"}
        cells |= {"recipients": ("UKR",), "place": "Odesa", "status": "happened"}
        clause = f"袭击造成{number}人死亡"
        return says(clause, "ASSAULT", article, article, day, **{**cells, "topics": ("port",)})

    apart = made(attack("3", "a1", MONDAY), attack("9", "a2", MONDAY + 2 * DAY))
    assert pairs(apart) == []
    assert [row["relation"] for row in rows(apart.figures)] == ["first", "apart"]
    assert len(pairs(made(attack("3", "a1", MONDAY), attack("9", "a2", MONDAY)))) == 1


def test_grants_are_parts_of_a_whole():
    def grant(sum_: str, article: str) -> Telling:
        sides = {"actors": ("USA GOV",), "recipients": ("UKR GOV",), "topics": ("aid",)}
        return says(f"美国向乌克兰提供了{sum_}亿美元援助", "AID", article, **sides)

    found = made(grant("3", "a1"), grant("8", "a2"))
    assert (len(found.entries), pairs(found)) == (1, [])


def test_copies_undated_articles_and_figures_outside_events_are_not_entered():
    copy = says("俄军集结了8万士兵", article="a2", outlet="bbc")
    copied = telling(copy.mention, "a2", "bbc", source="a1", figures=copy.quantities)
    assert len(made(says("俄军集结了8万士兵"), copied).figures) == 1
    assert made(says("俄军集结了8万士兵", published=None)).figures.empty
    assert ledger(Tables.of({})).entries.empty


def test_ids_do_not_depend_on_what_else_is_in_the_archive():
    alone = made(says("俄军集结了8万士兵"))
    among = made(says("俄军集结了8万士兵"), says("俄军集结了近十万大军", article="a0"))
    assert list(alone.entries["entry_id"]) == list(among.entries["entry_id"])
    assert set(alone.figures["figure_id"]) <= set(among.figures["figure_id"])


@cache
def seeds() -> tuple[Tables, Ledger]:
    built = build(SEEDS)
    return built, ledger(built)


def test_the_seeds_contradict_each_other_on_the_troops_at_the_border_and_on_nothing_else():
    built, found = seeds()
    paths = dict(zip(built.articles["article_id"], built.articles["path"], strict=True))
    figures = {row["figure_id"]: row for row in rows(found.figures)}
    conflicts = [
        tuple((paths[figures[row[side]]["article_id"]][:3], figures[row[side]]["surface"])
              for side in ("one", "other"))
        for row in rows(found.conflicts)
    ]  # fmt: skip
    over = ("003", "超过20万俄罗斯士兵")
    assert Counter(conflicts) == Counter(
        [(over, ("002", "近十万大军")), (over, ("002", "数万大军"))]
    )
    assert set(found.conflicts["severity"]) == {"grave"}


def test_the_seeds_have_three_entries_and_the_halves_of_one_article_agree():
    found = seeds()[1]
    entries = {row["title_en"]: row for row in rows(found.entries)}
    assert {title: row["figures"] for title, row in entries.items()} == {
        "Russian troops massed in or near Ukraine": 3,
        "Territory taken by Russia in Kharkiv (km²)": 2,
        "Russian missile systems sent to Belarus": 1,
    }
    taken = entries["Territory taken by Russia in Kharkiv (km²)"]
    assert (taken["low"], taken["high"], taken["conflicts"]) == (110, 110, 0)
    speakers = dict(zip(found.figures["surface"], found.figures["speaker"], strict=True))
    assert speakers["超过20万俄罗斯士兵"] == "UKR GOV Oleksii Danilov"
    assert speakers["近十万大军"] == "narration"


def test_every_figure_of_the_ledger_is_where_it_says():
    built, found = seeds()
    texts = dict(zip(built.articles["article_id"], built.articles["text"], strict=True))
    assert len(found.figures) > 0
    for row in rows(found.figures):
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["surface"]
    assert set(found.conflicts["one"]) | set(found.conflicts["other"]) <= set(
        found.figures["figure_id"]
    )
