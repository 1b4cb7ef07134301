"""The public face: languages, context from sentence to sentence, and what stays open."""

from __future__ import annotations

from datetime import UTC, date, datetime

from corpus.model import Block
from corpus.times import edtf, find_times, tag

DAY = date(2022, 3, 1)


def read(text: str, published: date | None = DAY, language: str | None = None) -> list[str]:
    return [found.value for found in find_times(text, published, language)]


def test_the_language_is_decided_for_each_paragraph():
    assert read("普京周四发表讲话。\nHe spoke on Thursday, before dawn.") == [
        "2022-02-24",
        "2022-02-24",
        "2022-02-24TMO",
    ]


def test_what_is_too_short_to_tell_its_language_is_read_as_english():
    assert read("2022-02-24", language="und") == ["2022-02-24"]


def test_a_moment_counts_as_the_day_on_its_own_clock():
    late = datetime(2022, 2, 28, 23, 59, tzinfo=UTC)
    [found] = find_times("今天", late)
    assert found.first == date(2022, 2, 28)
    assert found.anchor == "publication 2022-02-28"


def test_without_a_publication_day_relative_words_stay_open():
    text = "昨天、上周五、周四、2月24日、24日、下个月、今晚、去年底、两周前、圣诞节、晚间"
    for found in find_times(text, None, "zh"):
        assert (found.first, found.last, found.edtf, found.anchor) == (None, None, "", ""), found
    assert read("上周五（2月25日）", None) == ["XXXX-02-25"]
    assert read("last week, on Friday, in June, the 24th of May, next winter", None, "en") == [
        "XXXX-WXX",
        "XXXX-WXX-5",
        "XXXX-06",
        "XXXX-05-24",
        "XXXX-WI",
    ]


def test_without_a_publication_day_the_context_still_resolves():
    assert read("2014年3月16日公投，18日签约，次日批准，同年12月", None) == [
        "2014-03-16",
        "2014-03-18",
        "2014-03-19",
        "2014-12",
    ]


def test_one_article_can_look_both_ways():
    text = "会谈将于1月9日举行。拜登曾在上周五宣布，他在周四与普京通电话。"
    found = find_times(text, date(2022, 1, 3), "zh")
    assert [each.direction for each in found] == ["future", "past", "past"]
    assert [each.rule for each in found] == ["day.month-day.future", "weekday", "weekday.past"]


def test_the_context_is_carried_over_paragraphs_for_the_next_day():
    assert read("On February 20, 2014 shots were fired.\nThe next day a deal was signed.") == [
        "2014-02-20",
        "2014-02-21",
    ]


def test_a_year_is_not_lent_to_the_next_paragraph():
    assert read("2014年，战争爆发。\n1月9日，双方会谈。") == ["2014", "2022-01-09"]


def test_the_anchor_tells_what_a_date_was_resolved_from():
    found = find_times("1月9日会谈，同月12日再谈。", date(2022, 1, 20), "zh")
    assert [each.anchor for each in found] == ["publication 2022-01-20", "context 2022-01-09"]


def test_a_caption_neither_takes_nor_gives_context():
    text = "2014年3月16日公投。\n次日\n当天签约。"
    blocks = (
        Block("paragraph", 0, 13, "zh"),
        Block("caption", 14, 16, "zh"),
        Block("paragraph", 17, 22, "zh"),
    )
    found = tag(text, blocks, DAY)
    assert [each.value for each in found] == ["2014-03-16", "XXXX-XX-XX", "2014-03-16"]


def test_white_space_and_line_breaks_inside_a_block_are_no_obstacle():
    text = "2022 年 2 月\n24 日"
    [found] = tag(text, (Block("paragraph", 0, len(text), "zh"),), DAY)
    assert (found.surface, found.value) == (text, "2022-02-24")


def test_a_weekday_beside_a_date_decides_the_year():
    # 21 January was a Friday in 2022, the year after publication
    assert read("Friday, January 21", date(2021, 12, 20)) == ["2022-01-21"]
    assert read("周五（1月21日）", date(2022, 1, 3)) == ["2022-01-21"]


def test_a_wrong_weekday_does_not_move_the_news_of_these_days_by_a_year():
    # 24 February was a Thursday in 2022 and a Friday in 2023
    [found] = find_times("周五（2月24日）", DAY)
    assert (found.value, found.conflict) == ("2022-02-24", "XXXX-WXX-5")


def test_a_date_that_no_calendar_has_stays_unresolved():
    [found] = find_times("2021年2月30日", DAY, "zh")
    assert (found.value, found.first, found.edtf) == ("2021-02-30", None, "")


def test_a_time_beyond_the_year_9999_stays_unresolved():
    [found] = find_times("三百年前", date(200, 1, 1), "zh")
    assert found.first is None


def test_the_uncertainty_of_a_date_is_told_in_edtf():
    [about, since, before, early] = find_times(
        "大约2014年；自2月24日以来；2023年3月前；明年年初", DAY, "zh"
    )
    assert about.edtf == "2014~"
    assert since.edtf == "2022-02-24/.."
    assert before.edtf == "../2023-02"
    assert early.edtf == "2023-01/2023-03"


def test_an_interval_of_any_precision_is_printed_as_edtf():
    assert edtf(date(2022, 1, 1), date(2022, 1, 31), "month") == "2022-01"
    assert edtf(date(2022, 1, 9), date(2022, 1, 10), "") == "2022-01-09/2022-01-10"
    assert edtf(None, None, "day") == ""


def conflicts(text: str, published: date | None = DAY) -> list[str]:
    return [found.conflict for found in find_times(text, published)]


def test_a_weekday_that_the_date_is_not_is_on_record():
    # 24 February 2022 was a Thursday
    assert conflicts("周五（2022年2月24日）") == ["XXXX-WXX-5"]
    assert conflicts("周四（2022年2月24日）") == [""]
    assert conflicts("on Friday, Feb. 24, 2022") == ["XXXX-WXX-5"]
    assert conflicts("on Thursday, Feb. 24, 2022") == [""]
    assert conflicts("2022年2月24日（星期五）", None) == ["XXXX-WXX-5"]
    # 1 March 2022 was a Tuesday
    assert conflicts("今天（周三）") == ["XXXX-WXX-3"]
    assert conflicts("今天（周二）") == [""]


def test_a_day_that_another_word_beside_it_does_not_bear_out_is_on_record():
    assert conflicts("昨天（2月20日）") == ["2022-02-28"]
    assert conflicts("昨天（2月28日）") == [""]


def test_where_the_words_show_another_clock_than_the_publishers_they_count_from_it():
    text = "今天（28日）双方会谈，明天继续。昨晚没有战事。"
    found = find_times(text, date(2022, 3, 1))
    assert [each.value for each in found] == ["2022-02-28", "2022-03-01", "2022-02-27TNI"]
    assert {each.conflict for each in found} == {""}
    assert [each.anchor for each in found[1:]] == ["context 2022-02-28"] * 2


def test_an_event_that_everybody_knows_dates_what_is_counted_from_it():
    [found] = find_times("这是俄罗斯全面入侵乌克兰以来最大规模的空袭。", date(2023, 5, 1))
    assert found.surface == "俄罗斯全面入侵乌克兰以来"
    assert (found.value, found.mod, found.edtf) == ("2022-02-24", "ON_OR_AFTER", "2022-02-24/..")
    assert found.anchor == "event 2022-02-24 full-scale-invasion"
    [found] = find_times("Prices rose since the start of the war in Ukraine.", date(2023, 5, 1))
    assert (found.surface, found.first, found.last) == (
        "since the start of the war in Ukraine",
        date(2022, 2, 24),
        None,
    )


def test_an_article_older_than_the_event_means_another_one():
    assert [each.first for each in find_times("开战以来", date(2021, 12, 1))] == [None]
    for text in (
        "伊拉克战争以来",
        "贸易战争爆发以来",
        "since the war in Gaza",
        "since the trade war",
    ):
        assert [each.first for each in find_times(text, date(2023, 12, 1))] == [], text
