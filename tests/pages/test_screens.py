"""Every screen runs in both languages, under every filter and on every kind of archive."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from corpus.model import STATUSES
from corpus.tables import Tables, rows
from pages.parts.frame import PAGES
from pages.parts.view import CHOICES, LANGUAGES, View
from pages.parts.wording import say
from tests.archives import ARCHIVES, ATTACKS
from tests.pages.sent import address, healthy, listed, soup

NAMES = [page.name for page in PAGES]
PARAMETERS = sorted({"from", "to", *View().params(), *CHOICES} | {
    "party", "kind", "status", "outlet", "event", "article", "mention", "layers", "step",
    "q", "said", "least", "known", "told",
    "off", "compare", "thing", "story", "page", "brief",
})  # fmt: skip
NONSENSE = ("", ",,,", "2022-02-30", "99999-01-01", "-1", "\0", "é" * 500, "/../", *ATTACKS)
FILTERS = (
    "party=RUS", "party=RUS,USA", "kind=CONSULT", "kind=CONSULT,AGREE", "status=planned",
    "status=happened,planned", "outlet=ft", "from=2022-01-01", "to=2022-01-31",
    "from=2022-01-01&to=2022-01-31", "from=2025-01-01", "from=2022-02-01&to=2022-01-01",
    "lanes=pair", "form=list", "columns=all&rank=conflicts", "layers=dates", "layers=none",
    "q=Putin", "q=会谈", "q=nobody+says+this", "said=zh", "said=zh,en", "least=2", "least=9",
    "told=1", "known=2022-01-05", "known=1999-01-01", "known=2030-01-01",
    "known=2022-01-05&told=1&q=talks",
    "party=USA&kind=CONSULT&status=happened&outlet=aljazeera&from=2021-12-01&to=2022-02-01&lanes=pair",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_speaks_the_language_of_its_address(show, name, language):
    app = healthy(show(f"{name}?lang={language}"))
    titles = [link.proto.label for link in app.get("page_link")]
    if not next(page for page in PAGES if page.name == name).framed:
        assert titles == [say("present_leave", language)]
        return
    assert titles == [say(page.title, language) for page in PAGES if page.listed]
    other = next(code for code in LANGUAGES if code != language)
    assert say("language", language) in {group.label for group in app.button_group}
    assert say("language", other) not in {group.label for group in app.button_group}


@pytest.mark.parametrize("query", FILTERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_runs_under_every_filter(show, name, query):
    for language in LANGUAGES:
        healthy(show(f"{name}?lang={language}&{query}"))


@pytest.mark.parametrize("parameter", PARAMETERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_runs_with_nonsense_in_its_address(show, name, parameter):
    for value in ("nothing of the kind", " ".join(ATTACKS)):
        healthy(show(f"{name}?{parameter}={quote(value)}"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_runs_with_nonsense_in_all_of_its_address(show, name):
    for value in NONSENSE:
        healthy(show(f"{name}?" + "&".join(f"{key}={quote(value)}" for key in PARAMETERS)))


@pytest.mark.parametrize("written", ARCHIVES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_runs_on_every_kind_of_archive(show, archive, name, written):
    folder = archive(written)
    for query in (
        "lang=en",
        "lang=zh",
        "lanes=pair&columns=all&measure=speaker&weeks=shared&about=4",
        "form=list",
        "party=RUS&from=2022-01-01",
    ):
        healthy(show(f"{name}?{query}", folder))


@pytest.mark.parametrize("written", ["empty", "unreadable"])
@pytest.mark.parametrize("name", NAMES)
def test_an_archive_without_articles_says_where_to_put_them(show, archive, name, written):
    folder = archive(written)
    for language in LANGUAGES:
        said = soup(show(f"{name}?lang={language}", folder)).get_text()
        assert say("empty_archive", language, folder=folder) in said


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_that_is_not_there_is_named(show, tmp_path, name):
    for language in LANGUAGES:
        app = healthy(show(f"{name}?lang={language}", tmp_path / "nowhere"))
        (alert,) = soup(app).select("[role=alert]")
        assert str(tmp_path / "nowhere") in alert.get_text()


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_build_is_named_and_not_shown(show, archive, name):
    folder = archive("poisoned")
    (folder / "quantities.parquet").unlink()
    (alert,) = soup(healthy(show(name, folder))).select("[role=alert]")
    assert "quantities" in alert.get_text()


@pytest.mark.parametrize("written", ["hostile", "poisoned"])
def test_hostile_text_arrives_as_text_on_every_screen(show, archive, written):
    folder = archive(written)
    timeline = healthy(show("?form=list", folder))
    links = {str(link["href"]) for link in soup(timeline).select("details.dl-row a[href^=article]")}
    pages = [timeline]
    pages += [healthy(show(f"?event={event}", folder)) for event in sorted(listed(timeline))[:8]]
    pages += [healthy(show(address, folder)) for address in sorted(links)[:8]]
    said = "".join(soup(page).get_text() for page in pages)
    assert [attack for attack in ATTACKS if attack not in said] == []


def test_events_without_a_date_are_listed_and_none_is_drawn(show, archive):
    app = show("", archive("undated"))
    assert [row for row in listed(app)]
    assert soup(app).select_one("#undated") is not None


def test_an_archive_without_events_has_an_article_to_read(show, archive):
    folder = archive("eventless")
    assert "roses" in soup(show("article", folder)).get_text()
    for name in ("", "sources"):
        app = show(name, folder)
        assert not listed(app)
        assert say("headline_none", "en") not in soup(app).get_text()
        assert "clear_empty" not in {button.key for button in app.button}


def test_each_filter_leaves_the_events_that_it_names(show, seeds):
    for query, kept in {
        "status=planned": lambda row: row["status"] == "planned",
        "status=planned,claimed": lambda row: row["status"] in ("planned", "claimed"),
        "kind=CONSULT": lambda row: row["type"] == "CONSULT",
        "outlet=ft": lambda row: "ft" in row["outlets"],
        "party=UKR": lambda row: "UKR" in _heads(row),
        "party=RUS,USA": lambda row: _heads(row) >= {"RUS", "USA"},
        "status=planned&party=RUS": lambda row: row["status"] == "planned" and "RUS" in _heads(row),
    }.items():
        wanted = {row["event_id"] for row in rows(seeds.events) if kept(row)}
        assert 0 < len(wanted) < len(seeds.events), query
        assert listed(show(f"?{query}")) == wanted, query


def test_a_period_leaves_the_events_that_touch_it(show, seeds):
    shown = listed(show("?from=2022-01-10&to=2022-01-31"))
    for row in rows(seeds.events):
        days = [day.date().isoformat() for day in (row["first"], row["last"]) if day == day]
        touches = bool(days) and days[0] <= "2022-01-31" and days[-1] >= "2022-01-10"
        assert (row["event_id"] in shown) == touches, row["label_en"]


def test_without_a_filter_every_event_is_listed(show, seeds):
    assert listed(show("")) == set(seeds.events["event_id"])


def test_one_filter_changes_one_number(show, seeds):
    """The count of events in the scope line is that of the table under the filter."""
    for query, count in {
        "": len(seeds.events),
        "?status=planned": int((seeds.events["status"] == "planned").sum()),
    }.items():
        scope = soup(show(query)).select_one("header .dl-sub")
        assert re.search(rf"(?<!\d){count} events?\b", scope.get_text()), scope


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("filter_party", "RUS", {"party": "RUS"}),
        ("filter_kind", "CONSULT", {"kind": "CONSULT"}),
        ("filter_status", "planned", {"status": "planned"}),
        ("filter_outlet", "ft", {"outlet": "ft"}),
    ],
)
@pytest.mark.parametrize("name", ["", "sources"])
def test_a_choice_goes_to_the_address_in_codes_of_no_language(show, name, key, value, expected):
    for language in LANGUAGES:
        app = show(f"{name}?lang={language}")
        app.button_group(key=key).set_value([value]).run()
        healthy(app)
        assert address(app) == {"lang": language, **expected}
        assert app.button_group(key=key).value == [value]
        app.button_group(key=key).set_value([]).run()
        assert address(app) == {"lang": language}


def test_the_dates_go_to_the_address_as_iso_days(show, seeds):
    app = show("")
    first = seeds.events["first"].min().date()
    app.date_input(key="filter_from").set_value(first)
    app.button(key="filter_apply").click().run()
    assert address(app) == {"lang": "en", "from": first.isoformat()}
    app.date_input(key="filter_to").set_value(first)
    app.button(key="filter_apply").click().run()
    assert address(healthy(app))["to"] == first.isoformat()


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("", "view_lanes", "pair"),
        ("", "view_form", "list"),
        ("sources", "view_rank", "salience"),
        ("sources", "view_measure", "party"),
        ("sources", "view_weeks", "shared"),
    ],
)
def test_a_switch_goes_to_the_address(show, name, key, value):
    app = show(name)
    app.button_group(key=key).set_value(value).run()
    assert address(healthy(app))[key.removeprefix("view_")] == value


@pytest.mark.parametrize("name", ["", "sources"])
def test_what_leaves_nothing_can_be_undone(show, name):
    app = healthy(show(f"{name}?party=RUS&from=2031-01-01"))
    said = say("headline_none" if name else "headline_outside", "en")
    assert said in soup(app).get_text()
    assert not app.get("plotly_chart")
    app.button(key="clear_empty").click().run()
    assert address(healthy(app)) == {"lang": "en"}
    assert said not in soup(app).get_text()


@pytest.mark.parametrize("name", [page.name for page in PAGES if page.framed])
def test_the_language_switch_keeps_the_view(show, seeds, name):
    mention = seeds.mentions.iloc[0]
    query = "party=RUS&status=happened,planned&from=2021-12-01"
    query += f"&article={mention['article_id']}&mention={mention['mention_id']}"
    app = show(f"{name}?lang=en&{query}")
    before = address(app)
    app.button_group(key="lang").set_value("zh").run()
    assert address(healthy(app)) == {**before, "lang": "zh"}
    assert app.get("page_link")[0].proto.label == say("title_timeline", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawer_opens_for_an_event_and_shows_its_sentence(show, seeds, language):
    for event in rows(seeds.events):
        app = healthy(show(f"?lang={language}&event={event['event_id']}"))
        (dialog,) = [node for node in app._tree if node.type == "dialog"]
        inside = "".join(node.proto.body for node in dialog if node.type == "html")
        told = seeds.mentions[seeds.mentions["event_id"] == event["event_id"]]
        assert event[f"label_{language}"] in _text(inside)
        assert any(quote in _text(inside) for quote in told["quote"]), event["label_en"]
        (way,) = [node for node in dialog if node.type == "page_link"]
        assert way.proto.page == "article"
        assert any(f"mention={mention}" in way.proto.query_string for mention in told["mention_id"])


def test_the_drawer_stays_shut_for_an_event_that_is_not_there(show):
    app = healthy(show("?event=e0000000000"))
    assert not [node for node in app._tree if node.type == "dialog"]


def test_every_sentence_is_lit_in_its_article_and_explained(show, seeds):
    for mention in rows(seeds.mentions):
        address = f"article?article={mention['article_id']}&mention={mention['mention_id']}"
        page = soup(healthy(show(address)))
        assert len(page.select("#lit")) == 1, mention["quote"]
        for reading in page.select("rt"):
            reading.extract()
        lit = "".join(mark.get_text() for mark in page.select("mark.dl-lit"))
        assert lit == mention["quote"]
        assert page.select_one(".dl-steps") is not None


def test_an_article_or_clause_that_is_not_there_is_said_to_be_missing(show, seeds):
    key = seeds.articles["article_id"].iloc[0]
    for query in ("article=a0000000000", f"article={key}&mention={key}.999999"):
        (alert,) = soup(healthy(show(f"article?{query}"))).select("[role=alert]")
        assert query.rpartition("=")[2] in alert.get_text()


def test_the_choice_of_an_article_goes_to_the_address(show, seeds):
    app = show("article?party=RUS")
    chooser = app.selectbox(key="article")
    assert len(chooser.options) == len(seeds.articles)
    other = next(key for key in seeds.articles["article_id"] if key != chooser.value)
    chooser.set_value(other).run()
    assert address(healthy(app)) == {"lang": "en", "party": "RUS", "article": other}


def test_the_layers_take_readings_off_the_text(show):
    marks = {"dates": "ruby", "events": "a.dl-u", "figures": "span.dl-fig"}
    for layer in marks:
        page = soup(show(f"article?layers={layer}"))
        assert [name for name, mark in marks.items() if page.select(mark)] == [layer]


def test_every_link_of_a_page_leads_to_a_page(show):
    for name in ("", "?form=list", "sources?rows=all", "article"):
        for link in soup(show(name)).select("a"):
            address = str(link["href"])
            inside = re.fullmatch(r"(\.|[a-z]*)(\?.*)?|#[\w-]+", address)
            assert inside or address.startswith(("http://", "https://")), address
            if inside and not address.startswith("#"):
                assert inside[1] in (".", *NAMES), address
            elif inside:
                assert soup(show(name)).select_one(address) is not None, address


def test_links_carry_the_filters_along(show):
    for name in ("?form=list", "sources?rows=all"):
        app = show(f"{name}&lang=zh&party=RUS&status=happened")
        for link in soup(app).select("a[href^=article]"):
            assert {"lang=zh", "party=RUS", "status=happened"} <= set(
                str(link["href"]).partition("?")[2].split("&")
            )


def test_every_state_of_the_key_is_explained(show, seeds: Tables):
    app = show("")
    key = soup(app).select_one(".dl-key")
    for status in STATUSES:
        assert bool(key.select(f".dl-s-{status}")) == (status in set(seeds.events["status"]))


def _heads(row: dict) -> set[str]:
    return {code.split()[0] for code in (*row["actors"], *row["recipients"]) if code}


def _text(body: str) -> str:
    from bs4 import BeautifulSoup

    return BeautifulSoup(body, "html.parser").get_text()
