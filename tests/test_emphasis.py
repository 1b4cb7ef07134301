"""What an outlet tells more of than the others: counts, shares, intervals, cautions."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from corpus.emphasis import KINDS, emphasis
from corpus.linking import Telling
from corpus.tables import Row, Tables, rows
from tests.samples import MONDAY, mention, tables, telling


def many(outlet: str, assaults: int, accusations: int, weeks: int = 0) -> list[Telling]:
    """Tellings of so many events of two types, each in an article of its own."""
    kinds = ["ASSAULT"] * assaults + ["ACCUSE"] * accusations
    return [
        telling(
            mention(kind, at=40 * at, place=f"{outlet} {at}", speaker="UKR MIL" if at else ""),
            f"{outlet}{at}",
            outlet,
            MONDAY + timedelta(weeks=weeks),
        )
        for at, kind in enumerate(kinds)
    ]


def of(made: Tables, kind: str = "type", same_weeks: bool = False) -> dict[tuple[str, str], Row]:
    return {(row["outlet_id"], row["key"]): row for row in rows(emphasis(made, kind, same_weeks))}


def test_a_share_is_set_against_the_share_of_all_others_with_its_counts():
    made = tables([*many("ft", 30, 10), *many("bbc", 10, 30), *many("ap", 5, 5)])
    row = of(made)["ft", "ASSAULT"]
    counts = [row[key] for key in ("count", "total", "others_count", "others_total")]
    assert counts == [30, 40, 15, 50]
    assert row["share"] == 0.75
    assert row["difference"] == pytest.approx(0.45)
    assert row["low"] < row["difference"] < row["high"]
    assert row["low"] == pytest.approx(0.2451, abs=0.0001)  # reckoned by hand
    assert row["high"] == pytest.approx(0.6035, abs=0.0001)
    assert row["clear"]


def test_the_shares_of_an_outlet_add_up_and_a_key_that_it_lacks_is_counted_as_none():
    made = tables([*many("ft", 3, 0), *many("bbc", 1, 1)])
    found = of(made)
    assert found["ft", "ACCUSE"]["count"] == 0
    assert sum(row["share"] for (outlet, _), row in found.items() if outlet == "bbc") == 1


def test_few_tellings_and_rare_things_carry_a_caution_and_are_never_clear():
    few = of(tables([*many("ft", 29, 0), *many("bbc", 0, 40)]))["ft", "ASSAULT"]
    assert (few["caution"], few["clear"]) == ("few_tellings", False)
    rare = of(tables([*many("ft", 4, 60), *many("bbc", 0, 60)]))["ft", "ASSAULT"]
    assert (rare["caution"], rare["clear"]) == ("rare", False)
    enough = of(tables([*many("ft", 20, 40), *many("bbc", 1, 60)]))["ft", "ASSAULT"]
    assert (enough["caution"], enough["clear"]) == ("", True)


def test_what_is_told_alike_is_not_clear():
    row = of(tables([*many("ft", 20, 20), *many("bbc", 21, 19)]))["ft", "ASSAULT"]
    assert (row["caution"], row["clear"]) == ("", False)


def test_in_the_same_weeks_only_what_both_could_tell_is_compared():
    made = tables([*many("ft", 3, 1), *many("bbc", 1, 1), *many("ap", 0, 9, weeks=5)])
    row = of(made, same_weeks=True)["ft", "ASSAULT"]
    assert (row["count"], row["total"], row["others_count"], row["others_total"]) == (3, 4, 1, 2)
    assert ("ap", "ACCUSE") not in of(made, same_weeks=True)


def test_parties_are_counted_by_the_head_of_their_code_once_a_telling():
    two = partial(mention, actors=("USA GOV Joe Biden", "USA GOV"), recipients=("RUS GOV",))
    found = of(tables([telling(two("CONSULT"))]), "party")
    assert {key: row["share"] for (_, key), row in found.items()} == {"USA": 1.0, "RUS": 1.0}


def test_speakers_are_a_share_of_the_tellings_that_quote_somebody():
    row = of(tables(many("ft", 3, 0)), "speaker")["ft", "UKR MIL"]
    assert (row["count"], row["total"]) == (2, 2)


def test_copies_add_nothing():
    made = tables([telling(mention()), telling(mention(), "a2", "mirror", source="a1")])
    assert {outlet for outlet, _ in of(made)} == {"ft"}


@pytest.mark.parametrize("kind", KINDS)
def test_of_no_tellings_nothing_comes_out(kind):
    found = emphasis(Tables.of({}), kind)
    assert found.empty
    assert "caution" in found.columns


def test_another_kind_is_refused():
    with pytest.raises(ValueError, match="cannot be compared"):
        emphasis(Tables.of({}), "mood")
