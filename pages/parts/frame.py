"""The frame that every page opens with: configuration, style, navigation on top, view and corpus.

There is no sidebar and no menu. Each page calls `open_page` once, first of all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from corpus.charts.terms import dated
from corpus.charts.tokens import Theme
from corpus.tables import Tables
from pages.parts.markup import link, show, tag
from pages.parts.store import CorpusMissing, corpus, corpus_on, folder
from pages.parts.style import sheet
from pages.parts.view import LANGUAGES, Language, View
from pages.parts.wording import say

_ICON = Path(__file__).with_name("icon.png")
LANGUAGE_NAMES = {"en": "EN", "zh": "中文"}


@dataclass(frozen=True, slots=True)
class Page:
    """One screen: the script that draws it, its name in addresses, its title's key, its icon."""

    script: str
    name: str
    title: str
    icon: str
    #: False for a screen that has the whole window to itself
    framed: bool = True
    #: False for a screen that others link to and the navigation does not name
    listed: bool = True


#: the screens in the order of the navigation; each script in ``pages/`` is one of them
PAGES = (
    Page("dashboard.py", "", "title_timeline", ":material/timeline:"),
    Page("pages/sources.py", "sources", "title_sources", ":material/fact_check:"),
    Page("pages/article.py", "article", "title_article", ":material/article:"),
    Page("pages/archive.py", "archive", "title_archive", ":material/inventory_2:"),
    Page("pages/present.py", "present", "title_present", ":material/co_present:", framed=False),
    Page("pages/method.py", "method", "title_method", ":material/menu_book:", listed=False),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page works with."""

    view: View
    tables: Tables
    theme: Theme
    #: all that the archive holds, where it is more than what was known on the day of the view
    whole: Tables | None = None

    @property
    def archive(self) -> Tables:
        """All that the archive holds, whatever day the view asks for."""
        return self.tables if self.whole is None else self.whole

    @property
    def language(self) -> Language:
        return self.view.language

    def say(self, key: str, /, **values: object) -> str:
        """The interface's wording in the reader's language."""
        return say(key, self.view.language, **values)


def open_page(title: str, needs_articles: bool = True) -> Frame:
    """Set the page up and draw its frame; stops the page, saying why, if there is no corpus.

    An archive without articles is said to be one, and stops every page that needs them. A page
    that needs none shows the whole archive, whatever day the address asks for.
    """
    view = current_view()
    st.set_page_config(
        page_title=f"{say(title, view.language)} · Dateline",
        page_icon=str(_ICON),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    show(sheet(theme))
    _spoken(view.language)
    if all(page.framed for page in PAGES if page.title == title):
        _navigation(view)
    try:
        tables, whole = _tables(view if needs_articles else view.everything())
    except CorpusMissing as reason:
        message = say("corpus_missing", view.language, folder=folder(), reason=reason)
        _instead(say("corpus_missing_title", view.language), message, role="alert")
        st.stop()
    frame = Frame(view, tables, theme, whole)
    if whole.articles.empty:
        why = frame.say("empty_archive", folder=folder())
        if needs_articles:
            add = link(frame.say("upload_title"), "archive", view.elsewhere().params())
            _instead(frame.say("empty_archive_title"), why, " ", add)
            st.stop()
        show(tag("p", why, cls="dl dl-sub", role="status"))
    elif tables.articles.empty:
        _nothing_known(frame, title)
        st.stop()
    return frame


def _nothing_known(frame: Frame, title: str) -> None:
    """The day of the view lies before the first article: the ways to that one, and to all."""
    days = frame.archive.articles["published_day"].dropna()
    page = next(page.name for page in PAGES if page.title == title)
    day = frame.view.as_known
    said: list[str] = []
    if len(days):
        first = days.min().date()
        to_first = replace(frame.view, as_known=first).params()
        label = frame.say("known_first", day=dated(first, "day", frame.language))
        said += [link(label, page, to_first), " · "]
    to_all = replace(frame.view, as_known=None).params()
    said.append(link(frame.say("known_all"), page, to_all))
    title = frame.say("known_nothing", day=dated(day, "day", frame.language) if day else "")
    _instead(title, *said)


def _instead(title: str, *said: str, role: str = "status") -> None:
    """What stands in the place of a page that cannot be shown: the fact, and the way on."""
    parts = tag("h1", title, cls="dl-h1"), tag("p", *said, cls="dl-sub")
    show(tag("div", *parts, cls="dl", role=role))


def _tables(view: View) -> tuple[Tables, Tables]:
    """What the archive tells on the day of the view, and all that it holds."""
    waiting = say("reading", view.language)
    if view.as_known:
        return corpus_on(view.as_known, waiting)
    tables = corpus(waiting)
    return tables, tables


def current_view() -> View:
    """What the address asks for; the browser's language holds where it names none."""
    browser: Language = "zh" if (st.context.locale or "").lower().startswith("zh") else "en"
    return View.read(st.query_params, browser)


def change(step: Callable[[View], View]) -> None:
    """Go to another view: the address is the one place where a view is kept."""
    params = step(current_view()).params()
    st.query_params.from_dict(params)


def headline(title: str, scope: str, language: str) -> None:
    """The finding as a title, and under it what it is about."""
    show(
        tag(
            "header",
            tag("h1", title, cls="dl-h1", lang=language),
            tag("p", scope, cls="dl-sub", lang=language) if scope else tag("span"),
            cls="dl",
        )
    )


def _spoken(language: Language) -> None:
    """Tell the browser, and with it a screen reader, which language the page is in."""
    script = f"<script>document.documentElement.lang = {language!r}</script>"
    st.html(script, unsafe_allow_javascript=True)


def _navigation(view: View) -> None:
    elsewhere = replace(view.elsewhere(), step=view.step).params()
    with st.container(horizontal=True, vertical_alignment="center", key="top"):
        mark = tag("div", "Dateline ", tag("i", "//", aria_hidden="true"), cls="dl-mark")
        show(mark, width="content")
        with st.container(horizontal=True, wrap=False, key="nav", gap="small"):
            for page in PAGES:
                if page.listed:
                    name = say(page.title, view.language)
                    st.page_link(page.script, label=name, icon=page.icon, query_params=elsewhere)
        st.session_state["lang"] = view.language
        st.segmented_control(
            say("language", view.language),
            LANGUAGES,
            format_func=LANGUAGE_NAMES.__getitem__,
            key="lang",
            required=True,
            label_visibility="collapsed",
            on_change=_speak,
        )


def _speak() -> None:
    change(lambda view: replace(view, language=st.session_state["lang"]))
