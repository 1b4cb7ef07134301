"""The coder's face: languages, offsets, what tells nothing, and what a mention holds."""

from __future__ import annotations

from datetime import UTC, date, datetime

from coding import DAY, only
from corpus import find_events as exported
from corpus.coding import find_events

CLAUSE = "俄军周一轰炸了敖德萨"


def told(text: str, language: str | None = None) -> list[tuple[str, str]]:
    return [(m.trigger, m.type) for m in find_events(text, DAY, language)]


def test_the_language_is_decided_for_each_paragraph():
    text = "俄军周一轰炸了敖德萨。\n\nRussian forces shelled Odesa on Monday."
    assert [m.language for m in find_events(text, DAY)] == ["zh", "en"]


def test_a_language_without_triggers_tells_nothing():
    assert told("俄军周一轰炸了敖德萨。", "fr") == []
    assert told("俄军周一轰炸了敖德萨。", "zh") != []


def test_a_moment_counts_as_the_day_on_its_own_clock():
    late = datetime(2022, 6, 15, 23, 30, tzinfo=UTC)
    [found] = find_events("俄军轰炸了敖德萨。", late)
    assert found.first == date(2022, 6, 15)


def test_offsets_point_into_the_text_as_it_was_given():
    text = f"\n\n  前言。\n\n  {CLAUSE}。普京批评北约。\n"
    for mention in find_events(text, DAY):
        assert text[mention.start : mention.end] == mention.quote
        assert text[mention.trigger_start : mention.trigger_end] == mention.trigger
        assert mention.start <= mention.trigger_start < mention.trigger_end <= mention.end
    assert [m.quote for m in find_events(text, DAY)] == [CLAUSE, "普京批评北约"]


def test_a_letter_that_grows_in_lower_case_moves_no_offset():
    text = "İİİ was calm. Russian forces shelled Odesa on Monday."
    [found] = find_events(text, DAY, "en")
    assert text[found.trigger_start : found.trigger_end] == "shelled"


def test_the_quote_is_the_clause_without_its_marks():
    assert only(f"他说，“{CLAUSE}”；没有人回应。", "轰炸").quote == CLAUSE


def test_a_threat_is_quoted_with_its_condition():
    text = "拜登说，如果俄罗斯入侵，那么美国将坚决回应。"
    assert only(text, "回应").quote == "如果俄罗斯入侵，那么美国将坚决回应"
    text = "Britain would respond decisively to Moscow, if Russia invades Ukraine."
    assert only(text, "respond decisively").quote == text


def test_a_word_inside_a_name_is_no_trigger():
    assert told("反对派领导人在柏林。") == []
    assert told("美国联邦调查局的启动仪式。") == []


def test_a_back_reference_tells_nothing_new_unless_it_has_a_day():
    assert told("普京与拜登的此次会谈很短。") == []
    assert told("普京与拜登周一的此次会谈很短。") == [("会谈", "CONSULT")]
    assert told("After the talks between Russia and Ukraine, prices fell.") == []


def test_what_is_promised_demanded_or_refused_is_not_told_as_done():
    assert told("拜登同意提供坦克。") == [("同意", "AGREE")]
    assert told("拜登敦促俄罗斯释放两名美国人。") == [("敦促", "REQUEST")]
    assert told("拜登拒绝会见普京。") == [("拒绝", "REJECT")]
    assert told("Joe Biden urged Russia to release two Americans.") == [("urged", "REQUEST")]


def test_a_promise_to_support_and_its_support_are_one_telling():
    assert told("拜登周一向泽连斯基保证，美国支持乌克兰。") == [("支持", "SUPPORT")]


def test_a_word_counts_only_where_its_row_finds_what_it_needs():
    assert told("美国周一向波兰提供了牛奶。") == []
    assert told("美国周一向波兰提供了坦克。") == [("提供", "AID")]


def test_a_context_that_makes_it_another_word_bars_a_trigger():
    assert told("德国得到了美国的支持者。") == []
    assert told("中国国家主席习近平的访问量很大。") == []


def test_talks_that_have_a_place_are_face_to_face():
    assert only("俄罗斯与乌克兰周一举行会谈。", "会谈").mode == ""
    assert only("俄罗斯与乌克兰周一在日内瓦举行会谈。", "会谈").mode == "visit"


def test_talks_with_nobody_are_told_only_within_an_organisation():
    assert told("俄罗斯周一举行会谈。") == []
    assert told("北约周一举行会谈。") == [("会谈", "CONSULT")]


def test_only_forces_and_governments_send_troops():
    assert told("俄罗斯记者周一派出一个营的部队。") == []
    assert told("俄军周一派出一个营的部队。") == [("派出", "MOBILIZE")]


def test_bare_states_act_through_their_forces_or_their_government():
    assert only("俄罗斯周一轰炸了敖德萨。", "轰炸").actors == ("RUS MIL",)
    assert only("俄罗斯周一批评乌克兰。", "批评").actors == ("RUS GOV",)
    assert only("俄罗斯周一轰炸了敖德萨。", "轰炸").recipients == ("UKR",)


def test_confidence_grows_with_what_the_clause_itself_states():
    full = only("俄军周一轰炸了敖德萨。", "轰炸").confidence
    undated = only("俄军轰炸了敖德萨。", "轰炸").confidence
    nameless = only("基辅遭到轰炸。", "轰炸").confidence
    assert 1 >= full > undated > nameless >= 0.4


def test_topics_come_with_their_contexts():
    found = only("欧盟周一对俄罗斯实施制裁，限制石油。", "制裁")
    assert (found.topics, found.contexts) == (("sanctions",), ("economic",))


def test_the_public_name_is_the_same_function():
    assert exported is find_events


def test_an_interview_is_no_meeting_and_a_stance_on_an_act_does_not_tell_it():
    told = find_events("普京周一在接受《泰晤士报》访问时谈到天气。", DAY)
    assert [mention for mention in told if mention.type == "CONSULT"] == []
    assert find_events("她以对俄罗斯入侵乌克兰的强硬立场闻名。", DAY) == []
    assert find_events("该协议是对俄罗斯2022年入侵乌克兰的回应。", DAY) != []


def test_a_law_that_bears_a_name_is_nobody():
    assert find_events("诉讼称，《谢尔曼反垄断法》要求美国赔偿。", DAY) == []
    assert find_events("诉讼称，谢尔曼要求俄罗斯撤军。", DAY) != []
