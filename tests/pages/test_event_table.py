"""The table holds what the filters leave, in the reader's language."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

import pages.parts.event_table as event_table
from corpus.queries import in_order
from pages.parts.event_table import COLUMNS, table_cells
from pages.parts.view import LANGUAGES
from pages.parts.wording import say
from tests.pages.samples import article, event, tables
from tests.pages.sent import soup
from tests.pages.test_screens import healthy


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_says_what_the_drawer_says_first(language):
    found = tables(
        [article("a1", "2022-01-21"), article("a2", "2022-01-22", "bbc")],
        [event("e1", "2022-01-09", "2022-01-10", by=["a1", "a2"], conflicts=[{}], place="Geneva")],
    )
    cells = table_cells(found, ("e1",), language)
    assert list(cells) == [say(f"table_{column}", language) for column in COLUMNS]
    (row,) = cells.to_numpy().tolist()
    told, label, status, kind, who, whom, place, day, outlets, sources, conflicts = row
    assert day == pd.Timestamp("2022-01-09")
    assert (sources, conflicts) == (2, 1)
    expected = {
        "en": "9–10 Jan 2022|Label of e1|happened|consult|Antony Blinken|Sergey Lavrov|Geneva",
        "zh": "2022年1月9至10日|e1的标签|已发生|磋商|安东尼·布林肯|谢尔盖·拉夫罗夫|日内瓦",
    }[language]
    assert [told, label, status, kind, who, whom, place] == expected.split("|")
    names = {"en": "BBC, Financial Times", "zh": "英国广播公司、金融时报"}
    assert outlets == names[language]


def test_an_event_without_a_day_has_none_and_one_with_a_last_day_has_that():
    found = tables(
        [article("a1")],
        [event("e1"), event("e2", last="2022-01-10") | {"first": None}],
    )
    days = table_cells(found, ("e1", "e2"), "en")[say("table_day", "en")]
    assert days.isna().tolist() == [True, False]
    assert days[1] == pd.Timestamp("2022-01-10")


def test_it_holds_the_filtered_events_in_order_and_no_id(show, seeds):
    app = healthy(show("?form=table&status=planned"))
    planned = in_order(seeds.events[seeds.events["status"] == "planned"])
    (shown,) = app.dataframe
    assert shown.value[say("table_label", "en")].tolist() == planned["label_en"].tolist()
    assert not {*planned["event_id"]} & {*map(str, shown.value.to_numpy().ravel())}


def test_a_long_table_is_cut_and_says_so(show, monkeypatch):
    monkeypatch.setattr(event_table, "MOST", 7)
    app = healthy(show("?lang=en&form=table"))
    assert len(app.dataframe[0].value) == 7
    assert say("table_cut", "en", n=7, total=59) in soup(app).get_text()


def test_what_lasts_through_the_days_stands_behind_what_is_dated_in_them(show):
    app = healthy(show("?lang=en&form=table&from=2022-01-21&to=2022-01-21"))
    days = app.dataframe[0].value[say("table_day", "en")].dt.date.tolist()
    inside = [day == date(2022, 1, 21) for day in days]
    assert True in inside
    assert False in inside
    assert inside == sorted(inside, reverse=True)
