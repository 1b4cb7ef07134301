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
    text = "Germany has sent weapons to Kyiv since Russia shelled Ukraine."
    assert days(text, "shelled") == (None, None)
    assert subordinate(sentence(text, "en"), Span(text.index("shelled"), text.index(" Ukraine")))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Germany has sent weapons to Kyiv since Russia invaded Ukraine.", "sent"),
        ("自俄罗斯入侵乌克兰以来，德国一直向乌克兰提供武器。", "提供"),
    ],
)
def test_an_event_that_is_only_the_name_of_a_date_is_told_by_nobody(text: str, other: str):
    found = find_events(text, date(2023, 2, 24))
    assert [mention.trigger for mention in found] == [other]


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


def test_a_heading_and_a_caption_have_no_day_but_their_own():
    assert article(("heading", "俄军轰炸了敖德萨")) == [("轰炸", None, "none")]
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
        ("6月", DAY, True),
        ("5月", DAY, False),
        ("5月15日", DAY, True),
        ("5月14日", DAY, False),
        ("2022年6月20日", DAY, False),
        ("2014年3月18日", None, True),
    ],
)
def test_a_named_day_of_the_last_month_governs_a_passage(words, published, governs):
    [time] = find_times(words, published, "zh")
    assert Passage(published).governs(time) is governs


def test_after_a_meanwhile_the_days_before_it_do_not_count():
    text = "俄军周一轰炸了敖德萨，与此同时，拜登会见了朔尔茨。"
    assert only(text, "会见").date_basis == "context"
    assert only("俄军昨晚轰炸了敖德萨，与此同时，拜登会见了朔尔茨。", "会见").first == DAY
    assert only("俄军昨晚轰炸了敖德萨，拜登会见了朔尔茨。", "会见").first != DAY


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        ("过去几个小时，俄军轰炸了敖德萨。", "轰炸", DAY, DAY),
        ("俄军的攻势已持续两周。", "攻势", date(2022, 6, 1), DAY),
        ("俄军的攻势已持续三个月。", "攻势", date(2022, 3, 15), DAY),
        ("俄军的攻势已持续一年。", "攻势", date(2021, 6, 15), DAY),
        ("两人会谈了两天，俄军轰炸敖德萨。", "轰炸", DAY, DAY),
    ],
)
def test_a_length_of_time_that_leads_up_to_publication_is_an_interval(text, trigger, first, last):
    assert days(text, trigger) == (first, last)


def test_a_length_without_a_number_or_before_the_calendar_dates_nothing():
    assert days("俄军的攻势已持续数周。", "攻势") == (None, None)
    assert days("俄军的攻势已持续两年。", "攻势") == (date(2020, 6, 15), DAY)


@pytest.mark.parametrize(
    "era",
    [
        "过去十年",
        "20世纪90年代",
        pytest.param(
            "三十年来", marks=pytest.mark.xfail(reason="no length that leads up to today")
        ),
    ],
)
def test_an_era_is_no_day_of_an_act(era):
    assert days(f"{era}，俄罗斯袭击了车臣。", "袭击") == (None, None)


def test_what_is_under_way_is_so_on_the_day_of_publication():
    before = "会议6月13日召开。"
    assert only(f"{before}拜登批评普京。", "批评").first == MONDAY
    assert only(f"{before}俄军正在轰炸敖德萨。", "轰炸").first == DAY
    assert only(f"{before}目前俄罗斯在边境集结士兵。", "集结").first == DAY
    assert only(f"{before}目前，俄罗斯在边境集结士兵。", "集结").first == DAY
    assert only(f"{before}波兰目前因俄罗斯集结士兵而担忧。", "集结").first is None


def test_what_has_been_so_for_long_has_no_day():
    assert only("多年来，美国一直向台湾提供武器。", "提供").date_basis == "none"
    assert only("美国一直向台湾提供武器。", "提供").status == "ongoing"


def test_the_day_of_another_act_that_the_clause_names_does_not_date_it():
    assert only("拜登对普京上周四举行的会谈表示满意。", "表示满意").first == DAY
    assert only("普京上周四举行的演习引人注目。", "演习").first != DAY


def test_what_a_verb_is_followed_by_has_days_of_its_own():
    assert only("波兰批评俄罗斯2014年吞并克里米亚。", "批评").first == DAY


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("俄罗斯反对北约扩张。", "none"),
        ("俄罗斯外交部反对北约扩张。", "publication"),
        ("普京反对北约扩张。", "publication"),
        ("俄罗斯和西方盟友反对北约扩张。", "none"),
        ("俄军轰炸了敖德萨。", "publication"),
    ],
)
def test_a_position_of_a_state_as_such_has_no_day_behind_the_lead(text, basis):
    assert find_events(f"天气很好。\n\n{text}", DAY)[-1].date_basis == basis
    assert find_events(text, DAY)[-1].date_basis == "publication"


def test_an_invasion_that_everybody_knows_has_only_the_day_that_its_sentence_gives():
    assert only("俄罗斯入侵乌克兰。", "入侵").date_basis == "none"
    assert only("周一，俄罗斯入侵乌克兰。", "入侵").first == MONDAY


@pytest.mark.parametrize(
    "text",
    ["俄军轰炸敖德萨后，波兰召回大使。", "随着俄军轰炸敖德萨，波兰召回大使。"],
)
def test_what_happens_before_or_behind_something_else_is_undated(text):
    assert days(text, "轰炸") == (None, None)


def test_a_since_dates_what_was_done_and_not_what_is_said_of_it():
    text = "自2月24日以来，俄军轰炸敖德萨，莫斯科否认此事。"
    assert only(text, "轰炸").first == date(2022, 2, 24)
    assert only(text, "否认").first != date(2022, 2, 24)


def test_an_act_of_a_stated_length_leads_up_to_publication_as_well():
    found = only("Russia pulled back after a week-long offensive by Ukraine.", "offensive")
    assert (found.first, found.last) == (date(2022, 6, 8), DAY)


def test_what_is_to_be_done_by_a_day_is_planned_from_the_day_of_publication():
    found = only("德国将在2022年8月前向乌克兰提供坦克。", "提供")
    assert (found.first, found.last, found.status) == (DAY, date(2022, 7, 31), "planned")


@pytest.mark.parametrize(
    ("text", "trigger", "clock"),
    [
        ("俄军周二凌晨4时炮击了敖德萨。", "炮击", "04:00"),
        ("周二晚，俄军轰炸了敖德萨。", "轰炸", "EV"),
        ("俄军周二轰炸了敖德萨。", "轰炸", ""),
        ("俄军自周二晚以来轰炸敖德萨。", "轰炸", ""),
        ("Russian forces shelled Odesa at 4 a.m. on Tuesday.", "shelled", "04:00"),
        ("Russian forces shelled Odesa on Tuesday night.", "shelled", "NI"),
        ("Russian forces shelled Odesa on Tuesday.", "shelled", ""),
        ("俄军轰炸了敖德萨。", "轰炸", ""),
    ],
)
def test_a_mention_has_the_time_of_day_that_the_words_for_its_days_state(text, trigger, clock):
    assert only(text, trigger).clock == clock


def test_the_hour_of_one_act_is_not_that_of_the_next():
    text = "俄军周二凌晨4时炮击了敖德萨。泽连斯基谴责俄罗斯。"
    assert only(text, "谴责").clock == ""


@pytest.mark.parametrize(
    ("text", "trigger", "clock"),
    [
        ("俄罗斯国防部周二晚表示，俄军炮击了敖德萨。", "炮击", ""),
        ("乌克兰国防部表示，俄军周二晚炮击了敖德萨。", "炮击", "EV"),
        ("乌克兰表示俄军周二夜间用无人机发动了进攻。", "进攻", "NI"),
        ("泽连斯基周二晚表示谴责俄罗斯。", "谴责", "EV"),
        (
            "Ukrainian officials said on Tuesday evening that Russian forces shelled Odesa.",
            "shelled",
            "",
        ),
        (
            "Ukrainian officials said that Russian forces shelled Odesa on Tuesday evening.",
            "shelled",
            "EV",
        ),
        (
            "Russian forces shelled Odesa at 4 a.m. on Tuesday, Ukraine's defence ministry said.",
            "shelled",
            "04:00",
        ),
        (
            "Russian forces shelled Odesa, Ukraine's defence ministry said on Tuesday evening.",
            "shelled",
            "",
        ),
    ],
)
def test_the_hour_of_a_saying_is_none_of_what_is_said_but_of_the_speakers_own_words(
    text, trigger, clock
):
    found = only(text, trigger)
    assert (found.first, found.clock) == (TUESDAY, clock)
