"""The benchmark of the dashboard measures what it says, on builds that keep the laws."""

from __future__ import annotations

import pytest

from benchmarks import rerun
from benchmarks.builds import made, written
from benchmarks.dashboard import HEAD, Starts, markdown, measured, starts


def test_a_made_build_has_its_size_reads_as_recorded_and_is_the_same_again():
    tables = made(137)
    assert len(tables.events) == len(tables.mentions) == 137
    assert len(tables.articles) == 14
    assert tables.verified() == (137, 137)
    assert 0 < tables.events["first"].isna().sum() < 20
    assert tables.events["outlets"].map(tuple).nunique() > 3
    assert made(137).events.equals(tables.events)


def test_a_ratio_is_the_median_of_the_rounds():
    assert Starts(ours=[2.0, 9.0, 4.0], bare=[1.0, 3.0, 4.0]).ratio == 2.0


def test_every_change_of_the_timeline_is_measured(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CORPUS", "")  # so that it is as before afterwards
    found = list(rerun.measured(written(137, tmp_path), 137))
    assert [change for change, *_ in found] == ["first visit", *rerun.addresses(137)]
    assert all(min(clock, work) > 0 and sent > 10_000 for _, clock, work, sent in found)


@pytest.mark.browser
def test_both_tables_are_measured_in_a_browser(browser):
    told = starts(browser, 1)
    assert min(*told.ours, *told.bare) > 0
    found = measured(browser, 12)
    assert found.rerun > 0
    assert found.drawer > 0
    assert found.sent > found.sent_again > 0
    assert found.heap > 1e6
    assert 0 < found.frame < 60
    head, rule, line = markdown(HEAD, [found.row()]).splitlines()
    assert head.count("|") == rule.count("|") == line.count("|")
    assert line.startswith("| 12 |")
