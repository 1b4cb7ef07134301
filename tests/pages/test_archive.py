"""The archive screen: all is counted, what is missing is told, what is added is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from corpus.tables import save
from pages.parts.frame import PAGES
from pages.parts.view import LANGUAGES
from pages.parts.wording import say
from tests.archives import ATTACKS, GOOD, SEEDS, eventless, single
from tests.pages.sent import faults, soup


@pytest.fixture(params=["localhost", "127.0.0.1"])
def own_machine(request: pytest.FixtureRequest) -> Iterator[None]:
    """A server that only its own machine can reach."""
    config.set_option("server.address", request.param)
    yield
    config.set_option("server.address", None)


@pytest.fixture
def elsewhere() -> Iterator[None]:
    """A server that everybody can reach."""
    config.set_option("server.address", "0.0.0.0")
    yield
    config.set_option("server.address", None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    single(place)
    return place


def add(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Drop files on the page."""
    (uploader,) = app.get("file_uploader")
    uploader.set_value([(name, data, "text/plain") for name, data in files])
    return app.run()


def report(app: AppTest) -> str:
    (told,) = soup(app).select(".dl-report")
    return told.get_text(" ")


def said(app: AppTest) -> str:
    return soup(app).get_text(" ")


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_the_counts_of_the_seeds_stand_on_the_page(show, seeds):
    page = soup(show("archive"))
    assert page.select_one("h1").get_text() == "4 files gave 4 articles; none was refused"
    tallies = {
        section.h3.get_text(): [
            (row.span.find(string=True), int(row.b.get_text()))
            for row in section.select("li:has(b)")
        ]
        for section in page.select(".dl-tallies section")
    }
    assert tallies["Outlets"][0] == ("Al Jazeera", 2)
    for title in ("Outlets", "Kinds of outlet", "Folders", "Formats", "Months"):
        assert sum(count for _, count in tallies[title]) == len(seeds.articles), title
    assert ("state-owned", 2) in tallies["Kinds of outlet"]
    assert "27 months without an article" in page.get_text()
    assert page.select_one("li.dl-hatch") is not None


def test_the_chart_holds_each_article_and_a_click_opens_it(show, seeds):
    app = show("archive")
    (chart,) = app.get("plotly_chart")
    assert all(article in chart.proto.spec for article in seeds.articles["article_id"])


def test_what_is_missing_is_counted_told_and_linked(show, tmp_path, seeds):
    articles = seeds.articles.copy()
    first, second, third, fourth = articles.index
    articles.loc[second, ["duplicate_of", "copy_basis"]] = [
        articles.loc[first, "article_id"],
        "near",
    ]
    articles.loc[third, "translation_of"] = articles.loc[first, "article_id"]
    articles.loc[fourth, "published_day"] = None
    day = articles.loc[first, "published_day"].date()
    articles.at[first, "dates"] = [
        {"day": day, "precision": "day", "basis": "dateline"},
        {"day": day.replace(year=2001), "precision": "day", "basis": "url"},
    ]
    save(replace(seeds, articles=articles), tmp_path / "build")
    for language in LANGUAGES:
        page = soup(show(f"archive?lang={language}", tmp_path / "build"))
        for key, article in (
            ("undated", fourth), ("dates", first), ("copies", second), ("translations", third),
        ):  # fmt: skip
            section = page.select_one(f"section#{key}")
            assert section.h2.small.get_text() == "1", key
            assert len(section.select("ul.dl-rows > li")) == 1
            link = section.select_one("li a")["href"]
            assert f"article={articles.loc[article, 'article_id']}" in link
            assert page.select_one(f"header a[href='#{key}']") is not None
        assert "2001" in page.select_one("section#dates li").get_text()
        assert say("copy_near", language) in page.select_one("section#copies li").get_text()


def test_a_refused_file_stands_under_its_reason_with_the_detail(show, folder):
    for number in range(9):
        (folder / f"{number}.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    app = show("archive", folder)
    section = soup(app).select_one("section#refused")
    assert section.h2.small.get_text() == "9"
    assert len(section.select(".dl-reason")) == 1
    assert [f"{number}.png" in section.get_text() for number in range(9)] == [True] * 9
    assert "9 could not be read" in said(app)
    assert faults(app) == []


def test_a_long_list_is_cut_and_says_so(show, folder):
    for number in range(260):
        (folder / f"{number:03}.png").write_bytes(b"")
    section = soup(show("archive", folder)).select_one("section#refused")
    assert len(section.select("ul.dl-rows > li")) == 250
    assert say("rows_cut", "en", n="10") in section.get_text()


def test_on_ones_own_machine_files_go_into_the_folder(show, folder, own_machine):
    app = show("archive", folder)
    assert say("upload_folder", "en", folder=folder) in said(app)
    add(app, ("minsk.md", GOOD), ("broken.md", b""))
    assert names(folder) == ["broken.md", "minsk.md", "visit.md"]
    assert (folder / "minsk.md").read_bytes() == GOOD
    told = report(app)
    assert "1 article, 1 event" in told
    assert "Lavrov visits Minsk" in told
    assert say("upload_refused", "en") in told
    assert "3 files gave 2 articles; 1 could not be read" in said(app)
    assert faults(app) == []


def test_the_same_file_is_taken_once_and_another_of_its_name_gets_a_number(
    show, folder, own_machine
):
    app = add(show("archive", folder), ("visit.md", GOOD))
    assert names(folder) == ["visit-2.md", "visit.md"]
    assert say("fate_renamed", "en", path="visit-2.md") in report(app)
    add(app, ("other name.md", GOOD))
    assert names(folder) == ["visit-2.md", "visit.md"]
    assert say("fate_known", "en", path="visit-2.md") in report(app)


def test_elsewhere_nothing_is_written_and_every_screen_shows_the_file(show, folder, elsewhere):
    app = show("archive", folder)
    assert say("upload_memory", "en", most=50) in said(app)
    add(app, ("minsk.md", GOOD), ("broken.md", b""))
    assert names(folder) == ["visit.md"]
    assert "1 article, 1 event" in report(app)
    assert "3 files gave 2 articles; 1 could not be read" in said(app)
    for page in PAGES:
        app.switch_page(page.script).run()
        assert not app.exception
        if page.name not in ("sources", "method"):
            assert "Lukashenko" in said(app) or "Minsk" in said(app), page.name
    app.switch_page("pages/archive.py").run()
    (forget,) = [button for button in app.button if button.key == "upload_forget"]
    forget.click().run()
    assert "1 file gave 1 article; none was refused" in said(app)


def test_another_visitor_does_not_see_the_file(show, folder, elsewhere):
    add(show("archive", folder), ("minsk.md", GOOD))
    assert "1 file gave 1 article" in said(show("archive", folder))


def test_a_finished_build_is_never_written_to(show, seeds, tmp_path, own_machine):
    save(seeds, tmp_path / "build")
    before = {path.name: path.read_bytes() for path in (tmp_path / "build").iterdir()}
    app = add(show("archive", tmp_path / "build"), ("minsk.md", GOOD))
    assert "5 files gave 5 articles" in said(app)
    assert {path.name: path.read_bytes() for path in (tmp_path / "build").iterdir()} == before


def test_an_archive_without_articles_takes_files(show, tmp_path, elsewhere):
    app = show("archive", tmp_path)
    assert say("empty_archive", "en", folder=tmp_path) in said(app)
    add(app, ("minsk.md", GOOD))
    assert say("empty_archive", "en", folder=tmp_path) not in said(app)
    assert "Lavrov visits Minsk" in report(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_and_reasons_stay_text(show, folder, own_machine, language):
    files = [(f"{attack}.md", f"\0{attack}".encode()) for attack in ATTACKS]
    app = add(show(f"archive?lang={language}", folder), *files)
    assert faults(app) == []
    assert not app.exception
    for attack in ATTACKS:
        assert f"{attack}.md" in report(app)
    assert all(path.parent == folder for path in folder.rglob("*"))


def test_an_article_without_events_is_read_all_the_same(show, tmp_path, elsewhere):
    eventless(tmp_path)
    data = (tmp_path / "garden.txt").read_bytes()
    app = add(show("archive", SEEDS), ("garden.txt", data))
    assert "1 article, 0 events" in report(app)
