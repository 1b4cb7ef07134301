"""When it happened: its clause, the clauses before, the passage, publication day, or never."""

from __future__ import annotations

from datetime import date

import pytest

from coding import DAY, only, sentence
from corpus.coding import code, find_events
from corpus.coding.dating import Passage, subordinate
from corpus.coding.sentence import Span
from corpus.model import Block
from corpus.times import find_times, tag

MONDAY, TUESDAY = date(2022, 6, 13), date(2022, 6, 14)


def days(text: str, trigger: str, published: date | None = DAY) -> tuple[date | None, ...]:
    found = only(text, trigger, published)
    return found.first, found.last


def test_the_expression_nearest_before_the_trigger_in_its_clause_dates_it():
    assert days("周一开会后，俄军周二轰炸了敖德萨。", "轰炸") == (TUESDAY, TUESDAY)
    assert days("俄军周一和周二轰炸了敖德萨。", "轰炸")[1] == TUESDAY
    assert days("Russian forces shelled Odesa on Monday.", "shelled") == (MONDAY, MONDAY)


def test_a_clause_without_a_day_has_that_of_the_clause_before():
    found = only("周一，俄军轰炸了敖德萨。", "轰炸")
    assert (found.first, found.date_basis) == (MONDAY, "relative")


def test_how_long_it_took_and_now_do_not_date_an_act():
    assert only("两人通话50分钟，拜登批评普京。", "批评").date_basis == "publication"
    assert only("目前，俄军占领了赫尔松市。", "占领").date_basis == "publication"


def test_a_calendar_date_is_explicit_and_a_weekday_is_relative():
    assert only("俄军13日轰炸了敖德萨。", "轰炸").date_basis == "explicit"
    assert only("俄军周一轰炸了敖德萨。", "轰炸").date_basis == "relative"


def test_a_month_stays_a_month_and_an_open_side_ends_with_what_is_known():
    found = only("俄军5月轰炸了敖德萨。", "轰炸")
    assert (found.first, found.last, found.precision) == (
        date(2022, 5, 1),
        date(2022, 5, 31),
        "month",
    )
    assert days("自6月1日以来，俄军轰炸了敖德萨。", "轰炸") == (date(2022, 6, 1), DAY)
    assert days("自6月1日以来，俄军轰炸了敖德萨。", "轰炸", None) == (None, None)


def test_days_that_lead_up_to_publication_need_one():
    assert days("过去三天，俄军轰炸了敖德萨。", "轰炸") == (MONDAY, DAY)
    assert days("过去三天，俄军轰炸了敖德萨。", "轰炸", None) == (None, None)


def test_the_day_of_the_saying_is_kept_apart_from_the_day_of_the_act():
    found = only("拜登周二表示，他周一与普京通电话。", "通电话")
    assert (found.first, found.told) == (MONDAY, "2022-06-14")
    assert only("拜登周一表示，他周一与普京通电话。", "通电话").told == ""
    assert only("他周一与普京通电话。拜登批评普京。", "批评").told == ""


@pytest.mark.parametrize(
    ("before", "basis"),
    [
        ("会议6月13日召开。", "context"),
        ("会议周一召开。", "context"),
        ("会议昨晚召开。", "publication"),
        ("会议5月召开。", "publication"),
        ("会议4月13日召开。", "publication"),
        ("会议将于6月20日召开。", "publication"),
        ("会议6月13日召开。此前，", "none"),
    ],
)
def test_a_recent_day_of_the_running_text_governs_what_follows(before, basis):
    assert only(f"{before}拜登批评普京。", "批评").date_basis == basis


def test_an_act_that_only_says_when_another_happened_is_undated():
    assert days("俄军撤出布查之后，拜登周二批评普京。", "撤出") == (None, None)
    assert days("俄军周一撤出布查之后，拜登周二批评普京。", "撤出") == (MONDAY, MONDAY)
    text = "Germany has sent weapons to Kyiv since Russia invaded Ukraine."
    assert days(text, "invaded") == (None, None)
    assert subordinate(sentence(text, "en"), Span(text.index("invaded"), text.index(" Ukraine")))


def test_a_state_of_affairs_is_undated_unless_its_own_clause_has_a_day():
    assert days("周一，俄罗斯在乌克兰边境集结了大量士兵。", "集结") == (None, None)
    assert days("俄罗斯周一在乌克兰边境集结了大量士兵。", "集结") == (MONDAY, MONDAY)


def test_without_a_day_of_publication_news_of_the_day_is_undated():
    assert only("俄军轰炸了敖德萨。", "轰炸", None).date_basis == "none"
    assert days("俄军6月13日轰炸了敖德萨。拜登批评普京。", "批评", None) == (None, None)


def article(*parts: tuple[str, str]) -> list[tuple[str, date | None, str]]:
    """Trigger, first day and basis of all mentions of an article made of kinds and texts."""
    text = "\n\n".join(part for _, part in parts)
    blocks, at = [], 0
    for kind, part in parts:
        blocks.append(Block(kind, at, at + len(part), "zh"))
        at += len(part) + 2
    found = code(text, blocks, tag(text, tuple(blocks), DAY), DAY)
    return [(mention.trigger, mention.first, mention.date_basis) for mention in found]


def test_a_heading_ends_a_passage_unless_its_first_sentence_goes_on():
    lead = ("paragraph", "俄军周一轰炸了敖德萨。")
    [_, (_, day, basis)] = article(lead, ("heading", "反应"), ("paragraph", "拜登批评普京。"))
    assert (day, basis) == (DAY, "publication")
    [_, (_, day, basis)] = article(lead, ("heading", "反应"), ("paragraph", "拜登还批评普京。"))
    assert (day, basis) == (MONDAY, "context")


def test_a_heading_tells_no_event_and_a_caption_has_no_day_but_its_own():
    assert article(("heading", "俄军周一轰炸了敖德萨")) == []
    [(_, day, basis)] = article(("caption", "俄军轰炸了敖德萨（路透社）"))
    assert (day, basis) == (None, "none")
    [(_, day, _)] = article(("caption", "俄军周一轰炸了敖德萨（路透社）"))
    assert day == MONDAY


def test_a_caption_does_not_date_what_stands_behind_it():
    told = article(("caption", "俄军周一轰炸了敖德萨"), ("paragraph", "拜登批评普京。"))
    assert told[-1] == ("批评", DAY, "publication")


def test_a_headline_is_about_the_day_that_the_text_gives():
    text = ("paragraph", "俄军周一轰炸了敖德萨。")
    assert article(("title", "俄军轰炸敖德萨"), text)[0] == ("轰炸", MONDAY, "context")
    assert article(("title", "拜登批评普京"), text)[0] == ("批评", DAY, "publication")


def test_going_back_to_a_time_without_a_name_ends_with_the_paragraph():
    text = "俄军周一轰炸了敖德萨。此前，乌军击落了三枚导弹。拜登批评普京。\n\n朔尔茨批评普京。"
    told = [(mention.trigger, mention.date_basis) for mention in find_events(text, DAY)]
    assert told == [("轰炸", "relative"), ("击落", "none"), ("批评", "none"), ("批评", "context")]


@pytest.mark.parametrize(
    ("words", "published", "governs"),
    [
        ("6月13日", DAY, True),
        ("周一", DAY, True),
        ("昨天", DAY, False),
        ("6月", DAY, False),
        ("5月15日", DAY, True),
        ("5月14日", DAY, False),
        ("2022年6月20日", DAY, False),
        ("2014年3月18日", None, True),
    ],
)
def test_a_named_day_of_the_last_month_governs_a_passage(words, published, governs):
    [time] = find_times(words, published, "zh")
    assert Passage(published).governs(time) is governs
