"""Who is named in a text: by examples, by laws over generated text, and by the tables."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from runpy import run_path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.entities import find_mentions, find_parties, names
from corpus.entities.codes import parts, sectors
from corpus.entities.offices import holder, terms
from corpus.entities.states import states
from corpus.lexicon import listed, table

CASES = Path(__file__).parent / "cases" / "parties.tsv"

_WORDS = """
美国 俄罗斯 乌克兰 的 前 总统 国务卿 布林肯 安东尼·布林肯 国防部 军队 俄 乌 中 方 人 及其 盟友
在 边境 基辅 北约 他 双方 驻 大使 、 ， 。 “ ” 战争 Russian President Putin 's of the US forces
and its allies Kyiv , in Prime Minister ( ) - Mr Unknown （Antony Blinken） Islamabad High Court
Liberation Front Ltd of police Police 警方 大学
"""
#: names and what stands between them, strung together so that the rules meet each other
_STRUNG = st.lists(st.sampled_from([*_WORDS.split(), " "]), max_size=24).map("".join)
_TEXT = st.one_of(_STRUNG, st.text())
_DAY = st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
_LANGUAGE = st.sampled_from(["zh", "en", "und"])


def _cases() -> list[object]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    marks = {"ok": (), "xfail": pytest.mark.xfail}
    return [
        pytest.param(language, day, text, parties, marks=marks[status], id=text[:40])
        for language, day, text, parties, status, _ in rows
    ]


@pytest.mark.parametrize(("language", "day", "text", "parties"), _cases())
def test_every_party_of_a_sentence_is_found_with_its_code(
    language: str, day: str, text: str, parties: str
) -> None:
    found = find_parties(text, language, date.fromisoformat(day) if day else None)
    assert [f"{party.surface}={party.code}" for party in found] == list(listed(parties))


@given(_TEXT, _LANGUAGE, _DAY)
def test_offsets_are_true_and_mentions_do_not_overlap(
    text: str, language: str, day: date | None
) -> None:
    reached = 0
    for mention in find_mentions(text, language, day):
        assert reached <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        reached = mention.end


@given(_STRUNG, _LANGUAGE, st.integers(0, 40), st.integers(0, 40))
def test_a_part_of_a_text_holds_its_own_mentions_only(
    text: str, language: str, start: int, size: int
) -> None:
    end = min(len(text), start + size)
    for party in find_parties(text, language, None, min(start, end), end):
        assert min(start, end) <= party.start < party.end <= end
        assert text[party.start : party.end] == party.surface


@given(_STRUNG, _LANGUAGE, _DAY)
def test_every_code_that_is_found_has_names(text: str, language: str, day: date | None) -> None:
    for party in find_parties(text, language, day):
        assert (party.code == "") == (party.kind == "pronoun")
        if party.code:
            called = names(party.code)
            assert called.en
            assert called.zh
            assert called.short_en
            assert called.short_zh


def test_an_office_at_the_end_of_a_line_has_nothing_to_do_with_the_name_on_the_next() -> None:
    found = find_parties("Court drops its prosecutor\nBiden will travel", "en", None)
    assert [party.surface for party in found] == ["Biden"]


def test_a_heading_is_no_name_of_an_organisation() -> None:
    for text in ("Banks Fear Central Bank Will Raise Rates", "Why The Labour Party Might Win Big"):
        found = find_parties(text, "en", None)
        assert [party.code for party in found if party.code.count(" ") > 2] == []


@given(st.text(min_size=1))
def test_names_answer_any_text(code: str) -> None:
    assert names(code).en or not code.strip()


@pytest.mark.parametrize(
    ("code", "en", "zh", "short_en", "short_zh"),
    [
        ("USA GOV Antony Blinken", "Antony Blinken", "安东尼·布林肯", "Blinken", "布林肯"),
        ("RUS", "Russia", "俄罗斯", "Russia", "俄"),
        ("RUS GOV", "Russia", "俄罗斯", "Russia", "俄"),
        ("USA", "United States", "美国", "US", "美"),
        ("RUS MIL", "Russian forces", "俄军", "Russian forces", "俄军"),
        ("FIN MIL", "Finnish forces", "芬兰军", "Finnish forces", "芬兰军"),
        ("RUS CVL", "Russians", "俄罗斯民众", "Russians", "俄罗斯民众"),
        ("NATO IGO", "NATO", "北约", "NATO", "北约"),
        ("EU IGO", "EU", "欧盟", "EU", "欧盟"),
        (
            "UKR MIL Defence Ministry",
            "Ukrainian Defence Ministry",
            "乌克兰国防部",
            "Ukrainian Defence Ministry",
            "乌国防部",
        ),
        ("MIL Defence Ministry", "Defence Ministry", "国防部", "Defence Ministry", "国防部"),
        ("USA GOV White House", "White House", "白宫", "White House", "白宫"),
        (
            "USA GOV Biden administration",
            "Biden administration",
            "拜登政府",
            "Biden administration",
            "拜登政府",
        ),
        ("UKR GOV Kyiv city", "Kyiv city", "基辅市", "Kyiv city", "基辅市"),
        ("GOV US allies", "US allies", "美国盟友", "US allies", "美国盟友"),
        ("GOV NATO allies", "NATO allies", "北约盟友", "NATO allies", "北约盟友"),
        ("GOV allies", "allies", "盟友", "allies", "盟友"),
        ("GOV Western countries", "Western countries", "西方国家", "the West", "西方"),
        (
            "LVA GOV Someone Unlisted",
            "Someone Unlisted",
            "Someone Unlisted",
            "Someone Unlisted",
            "Someone Unlisted",
        ),
        ("XYZ", "XYZ", "XYZ", "XYZ", "XYZ"),
        ("somebody", "somebody", "somebody", "somebody", "somebody"),
    ],
)
def test_a_party_is_called_by_its_usual_names(
    code: str, en: str, zh: str, short_en: str, short_zh: str
) -> None:
    called = names(code)
    assert (called.en, called.zh, called.short_en, called.short_zh) == (en, zh, short_en, short_zh)


def test_well_known_parties_have_their_wikidata_ids() -> None:
    codes = ("UKR", "UKR GOV Volodymyr Zelenskyy", "NATO IGO", "LVA GOV Someone Unlisted")
    assert [names(code).wikidata for code in codes] == ["Q212", "Q3874799", "Q7184", ""]


def test_every_state_has_a_name_in_both_languages() -> None:
    for state in states().values():
        assert state.en
        assert state.zh
        assert names(state.code).en == state.en


def test_the_table_of_states_is_what_cldr_says_today() -> None:
    made = run_path(str(Path(__file__).parents[1] / "docs" / "territories.py"))
    assert [tuple(row.values()) for row in table("territories.tsv")] == list(made["rows"]())


def test_every_party_code_of_the_table_is_well_formed_and_told_once() -> None:
    codes = [row["code"] for row in table("parties.tsv")]
    assert len(codes) == len(set(codes))
    for code in codes:
        taken = parts(code)
        assert taken.sector in sectors()
        assert taken.head in states() or taken.sector in {"IGO", "NGO"} or not taken.head


def test_a_wikidata_id_looks_like_one_and_names_one_party() -> None:
    rows = (*table("parties.tsv"), *table("states.tsv"))
    ids = [row["wikidata"] for row in rows if row["wikidata"]]
    assert [id_ for id_ in ids if not re.fullmatch(r"Q[1-9]\d*", id_)] == []
    assert [id_ for id_, times in Counter(ids).items() if times > 1] == []


def test_no_form_names_two_parties() -> None:
    known: dict[str, set[str]] = {}
    for row in table("parties.tsv"):
        shorts = [form for form in (row["short_en"], row["short_zh"]) if not form.startswith("!")]
        for form in (row["name_zh"], *shorts, *listed(row["forms_en"]), *listed(row["forms_zh"])):
            known.setdefault(form, set()).add(row["code"])
    known.pop("", None)
    assert {form: codes for form, codes in known.items() if len(codes) > 1} == {}


def test_no_group_has_a_name_that_is_a_body_or_a_title_of_any_state() -> None:
    """Else it would part a state from its own: Russian peacekeepers are not the UN's."""
    own = {
        form
        for name in ("bodies.tsv", "titles.tsv")
        for row in table(name)
        for form in (*listed(row["forms_zh"]), *listed(row["forms_en"]))
    }
    own -= {"separatist forces", "库尔德武装", "自民党"}  # of one state in nearly every text
    for row in table("parties.tsv"):
        shorts = {row["short_en"], row["short_zh"]}
        forms = {row["name_en"] or parts(row["code"]).name, row["name_zh"], *shorts}
        forms |= {*listed(row["forms_en"]), *listed(row["forms_zh"])}
        if row["kind"] == "group":
            assert {form for form in forms if form in own or form.lower() in own} == set()


def test_every_office_is_a_title_and_its_holder_a_known_party() -> None:
    offices = {row["office"] for row in table("titles.tsv")}
    codes = {row["code"] for row in table("parties.tsv")}
    assert {row["office"] for row in table("offices.tsv")} <= offices
    assert {row["code"] for row in table("offices.tsv")} <= codes


def test_an_office_has_one_holder_at_a_time() -> None:
    for held in terms().values():
        ordered = sorted(held)
        assert all(first < until for first, until, _ in ordered)
        assert all(a[1] <= b[0] for a, b in pairwise(ordered))


def test_nobody_holds_an_office_between_two_terms() -> None:
    assert holder("UKR", "interior minister", date(2023, 1, 25)) == ""


def test_a_form_of_an_office_or_a_body_is_given_once() -> None:
    for name in ("titles.tsv", "bodies.tsv"):
        forms: Counter[str] = Counter()
        for row in table(name):
            states_ = row["states"]
            forms.update(f"{form} {states_}" for form in set(listed(row["forms_zh"])))
        assert {form for form, times in forms.items() if times > 1} == set()
