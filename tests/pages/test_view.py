"""A view and its address say the same thing, in codes of no language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.view import CHOICES, LANGUAGES, LAYERS, View

codes = st.text(st.characters(exclude_characters=",", exclude_categories=["Cs"]), min_size=1)
listed = st.lists(codes, unique=True, max_size=4).map(tuple)
days = st.none() | st.dates()
views = st.builds(
    View,
    language=st.sampled_from(LANGUAGES),
    **{key: st.sampled_from(values) for key, values in CHOICES.items()},
    briefing=listed,
    parties=listed,
    kinds=listed,
    statuses=listed,
    outlets=listed,
    first=days,
    last=days,
    off=listed,
    compare=listed,
    thing=st.just("") | codes,
    story=st.just("") | codes,
    page=st.integers(0, 9999),
    event=st.just("") | codes,
    article=st.just("") | codes,
    mention=st.just("") | codes,
    step=st.integers(0, 9999),
    layers=st.sets(st.sampled_from(LAYERS)).map(lambda some: tuple(x for x in LAYERS if x in some)),
    search=st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(
        lambda text: " ".join(text.split())
    ),
    said=listed,
    least=st.just(0) | st.integers(2, 9999),
    as_known=days,
    told=st.booleans(),
)
parameters = st.sampled_from(sorted({
    "lang", *CHOICES, "party", "kind", "status", "outlet", "from", "to", "event", "article",
    "mention", "layers", "step", "q", "said", "least", "known", "told", "utm_source",
    "off", "compare", "thing", "story", "page", "brief",
}))  # fmt: skip
addresses = st.dictionaries(parameters, st.text(st.characters(exclude_categories=["Cs"])))


@given(views, st.sampled_from(LANGUAGES))
def test_an_address_restores_its_view_whatever_the_browser_speaks(view, browser):
    assert View.read(view.params(), browser) == view


@given(addresses, st.sampled_from(LANGUAGES))
def test_any_address_is_a_view_and_what_it_says_wrongly_is_dropped(address, browser):
    view = View.read(address, browser)
    assert View.read(view.params(), browser) == view


@given(views)
def test_only_the_language_of_an_address_depends_on_the_language(view):
    one, other = (replace(view, language=language).params() for language in LANGUAGES)
    assert {key for key in one if one[key] != other[key]} == {"lang"}
    assert one.keys() == other.keys()


@given(views)
def test_a_link_elsewhere_keeps_the_filters_and_opens_nothing(view):
    there = view.elsewhere()
    opened = {"event", "article", "mention", "step", "off", "compare", "thing", "story", "page"}
    kept = {key: value for key, value in view.params().items() if key not in opened}
    assert there.params() == kept
    assert there.filtered == view.filtered


def test_the_plain_view_has_the_shortest_address():
    assert View().params() == {"lang": "en"}
    assert not View().filtered


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browsers_language_holds_where_the_address_names_none(language):
    assert View.read({}, language).language == language
    assert View.read({"lang": "fr"}, language).language == language


@pytest.mark.parametrize("text", ["2022-02-30", "yesterday", "1月9日", "2022", "-1", "99999-01-01"])
def test_what_is_no_day_limits_nothing(text):
    view = View.read({"from": text, "to": text}, "en")
    assert view.first is None
    assert view.last is None


def test_each_filter_counts_as_one():
    for field, value in {
        "parties": ("RUS",), "kinds": ("AGREE",), "statuses": ("planned",), "outlets": ("ft",),
        "first": date(2022, 1, 1), "last": date(2022, 1, 1), "search": "会谈", "said": ("zh",),
        "least": 2, "as_known": date(2022, 1, 5),
    }.items():  # fmt: skip
        assert View().with_field(field, value).filtered
        assert View().with_field(field, value).everything() == View()
    for field, value in {
        "event": "e1",
        "lanes": "pair",
        "off": ("ft",),
        "language": "zh",
        "told": True,
    }.items():
        assert not View().with_field(field, value).filtered


def test_everything_keeps_how_it_is_shown_and_what_is_open():
    view = View(language="zh", form="list", told=True, event="e1", parties=("RUS",), least=3)
    assert view.everything() == View(language="zh", form="list", told=True, event="e1")


@pytest.mark.parametrize(
    ("text", "least"), [("1", 0), ("0", 0), ("2", 2), ("-2", 0), ("two", 0), ("99999", 0), ("", 0)]
)
def test_a_least_number_of_sources_is_more_than_one(text, least):
    assert View.read({"least": text}, "en").least == least


def test_a_search_is_cut_and_its_spaces_are_one():
    assert View.read({"q": "  Kyiv \n talks "}, "en").search == "Kyiv talks"
    assert len(View.read({"q": "x" * 5000}, "en").search) == 200
