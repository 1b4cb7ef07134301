"""What the benchmarks of dates count as right: each rule once, on cases of our own."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks import specs, times, times_specs
from benchmarks.peers import Answer, Item, ask
from benchmarks.times_values import UNKNOWN, days, recognizers, timex3

DAY = "2022-01-21T00:00:00"


def parsed(text: str, surface: str, kind: str, timex: str, **sides: str) -> dict[str, object]:
    """A case of a parser's file."""
    value = {"Timex": timex, "FutureResolution": sides, "PastResolution": sides}
    result = {"Text": surface, "Type": kind, "Value": value, "Start": text.find(surface)}
    return {"Input": text, "Context": {"ReferenceDateTime": DAY}, "Results": [result]}


def modelled(text: str, surface: str, kind: str, *values: dict[str, str]) -> dict[str, object]:
    """A case of the model's file: it has the surface in lower case and both ends of the span."""
    start = text.find(surface)
    result = {
        "Text": surface.lower(),
        "TypeName": f"datetimeV2.{kind}",
        "Resolution": {"values": list(values)},
        "Start": start,
        "End": start + len(surface) - 1,
    }
    return {"Input": text, "Context": {"ReferenceDateTime": DAY}, "Results": [result]}


@pytest.mark.parametrize(
    ("kind", "told", "meant"),
    [
        ("date", {"value": "2022-03-01"}, ["2022-03-01/2022-03-01"]),
        ("datetime", {"value": "2022-03-01 15:00:00"}, ["2022-03-01/2022-03-01"]),
        # an end is exclusive ...
        ("daterange", {"start": "2022-03-01", "end": "2022-04-01"}, ["2022-03-01/2022-03-31"]),
        (
            "daterange",
            {"timex": "2022-03", "end": "2022-03-01", "Mod": "before"},
            ["../2022-02-28"],
        ),
        (
            "daterange",
            {"timex": "2022-03-01", "start": "2022-03-01", "end": "2022-03-02"},
            ["2022-03-01/2022-03-01"],
        ),
        # ... but the day that a range names as its last may be meant
        (
            "daterange",
            {"timex": "(XXXX-03-01,XXXX-03-05,P4D)", "start": "2022-03-01", "end": "2022-03-05"},
            ["2022-03-01/2022-03-04", "2022-03-01/2022-03-05"],
        ),
        (
            "daterange",
            {"timex": "2022-03-01", "end": "2022-03-01", "Mod": "before"},
            ["../2022-02-28", "../2022-03-01"],
        ),
        (
            "daterange",
            {"timex": "2022-03-01", "start": "2022-03-01", "Mod": "after"},
            ["2022-03-01/..", "2022-03-02/.."],
        ),
        # a clock is left out; an end at midnight leaves its day out
        (
            "datetimerange",
            {
                "timex": "2022-03-01TEV",
                "start": "2022-03-01 16:00:00",
                "end": "2022-03-01 20:00:00",
            },
            ["2022-03-01/2022-03-01"],
        ),
        (
            "datetimerange",
            {"timex": "x", "start": "2022-03-01 16:00:00", "end": "2022-03-02 00:00:00"},
            ["2022-03-01/2022-03-01"],
        ),
        ("duration", {"timex": "P2W", "value": "1209600"}, ["PT1209600S"]),
        ("set", {"timex": "XXXX-WXX-2", "value": "not resolved"}, ["SET XXXX-WXX-2"]),
        ("daterange", {"timex": "2022-SU", "value": "not resolved"}, ["2022-SU"]),
        ("daterange", {"timex": "XXXX-SU", "value": "not resolved"}, []),
    ],
)
def test_a_resolution_of_the_suite_denotes(kind, told, meant):
    assert list(recognizers(kind, told)) == meant


@pytest.mark.parametrize(
    ("kind", "value", "first", "meant"),
    [
        ("DATE", "2022-01-21", date(2022, 1, 21), ["2022-01-21/.."]),
        ("DATE", "PAST_REF", None, [UNKNOWN, "PAST_REF"]),
        ("DURATION", "P14D", None, ["PT1209600S"]),
        ("SET", "P1Y", None, ["SET P12M"]),
    ],
)
def test_a_timex3_denotes(kind, value, first, meant):
    assert timex3(kind, value, first, None) == meant


def test_what_no_tagger_of_days_is_asked_is_left_out_and_counted():
    clock = modelled("Meet at 5 pm", "5 pm", "time", {"timex": "T17", "value": "17:00:00"})
    clocks = modelled("Open from 5 to 6", "from 5 to 6", "timerange", {"timex": "(T5,T6,PT1H)"})
    other = modelled("Either Monday or Tuesday", "Monday or Tuesday", "datetimealt")
    [first, second] = specs.spec("DateTimeModel", "en", [clock, other]).cases
    assert (first.expected, first.others) == ((), ((8, 12),))
    assert (second.expected, second.others) == ((), ((7, 24),))
    assert specs.spec("DateTimeModel", "en", [clock, other, clocks]).skipped == {
        "clock alone": 2,
        "alternatives": 1,
    }
    for name in ("DateTimeModelCalendarMode", "MergedExtractorSkipFromTo", "TimeZoneParser"):
        left = specs.spec(name, "en", [clock])
        assert left.cases == ()
        assert left.skipped.total() == 1


def test_parsers_and_the_model_say_the_same_and_extractors_no_value():
    text = "The bridge opens on 3 March"
    past = parsed(text, "3 March", "date", "XXXX-03-03", date="2022-03-03")
    model = modelled(text, "3 March", "date", {"timex": "XXXX-03-03", "value": "2022-03-03"})
    bare = {"Input": text, "Results": [{"Text": "3 March", "Type": "date", "Start": 20}]}
    [of_parser] = specs.spec("DateParser", "en", [past]).cases
    [of_model] = specs.spec("DateTimeModel", "en", [model]).cases
    [of_extractor] = specs.spec("DateExtractor", "en", [bare]).cases
    assert of_parser == of_model
    assert of_parser.expected == ((20, 27, frozenset({"2022-03-03/2022-03-03"})),)
    assert of_extractor.expected == ((20, 27, frozenset()),)
    assert of_extractor.day == ""


def test_a_span_is_exact_bare_or_found_and_what_touches_nothing_is_extra():
    text = "It will rain on the 3rd of March, they say"
    case = specs.Case(text, DAY, (specs.Expected(16, 32, frozenset({"a", "b"})),), ((34, 38),))

    def counted(*answers: tuple[int, int, str]) -> tuple[int, ...]:
        found = [Answer(start, end, (meant,)) for start, end, meant in answers]
        return tuple(times_specs.score(case, found, "en")[0])

    assert counted((16, 32, "b")) == (1, 1, 1, 1, 1, 1, 0)
    assert counted((13, 33, "a")) == (1, 0, 1, 1, 1, 1, 0)
    assert counted((27, 32, "c")) == (1, 0, 0, 1, 1, 0, 0)
    assert counted((34, 38, "a")) == (1, 0, 0, 0, 1, 0, 0)
    assert counted((0, 2, "a")) == (1, 0, 0, 0, 1, 0, 1)


def test_the_report_adds_up_the_parsers_and_the_model_only():
    text = "桥在2022年3月3日通车"
    case = parsed(text, "2022年3月3日", "date", "2022-03-03", date="2022-03-03")
    found = [specs.spec(name, "zh", [case]) for name in ("DateParser", "DateTimeParser")]
    lines = list(times_specs.report(found, ["ours"], verbose=False))
    assert [line.split()[:2] for line in lines[1:3]] == [
        ["*", "DateParser"],
        ["DateTimeParser", "1"],
    ]
    assert lines[3].split() == ["total", "of", "*", "1", *["1.000"] * 3, "1", "1.000", "0"]


def test_a_gold_expression_is_used_once_and_by_its_best_answer():
    text = "周五和上周五（1月14日），共三周，每年一次，几天前"
    item = Item(text, "2022-01-21", (("paragraph", 0, len(text), "zh"),))
    day = days("2022-01-14", "2022-01-14")
    gold = (
        times.Gold("上周五（1月14日）", "DATE", day),
        times.Gold("1月", "DATE", days("2022-01-01", "2022-01-31")),
        times.Gold("三周", "DURATION", "PT1814400S"),
        times.Gold("每年", "SET", "P12M"),
        times.Gold("几天前", "DATE", UNKNOWN),
        times.Gold("后来", "DATE", UNKNOWN),
    )
    answers = [
        Answer(0, 2, (days("2022-01-21", "2022-01-21"),)),
        Answer(3, 6, (days("2022-01-07", "2022-01-07"),)),
        Answer(7, 12, (day,)),
        Answer(15, 17, ("PT1814400S",)),
        Answer(18, 20, ("SET P1D",)),
        Answer(23, 26, ()),
    ]
    told = times.score([times.Text(item, gold)], [answers])
    assert told == times.Score(gold=6, answers=6, found=4, exact=3, value=4)
    assert told.f1(told.value) == pytest.approx(4 / 6)


def test_the_examples_are_read_and_a_missing_environment_is_told(monkeypatch, tmp_path):
    texts = times.examples()
    assert all(len(texts[language]) > 100 for language in ("zh", "en"))
    monkeypatch.setenv("DATELINE_PEERS", str(tmp_path))
    lines = list(times.table({language: texts[language][:1] for language in texts}, {}, ["jionlp"]))
    assert "not run" in lines[2]
    assert ask("recognizers", []) == f"no environment in {tmp_path.name}"
