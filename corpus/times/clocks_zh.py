"""Chinese times of day: their rules, and what they say.

``{name}`` is a fragment of `corpus.times.patterns_zh`; order matters here too.
This module must never compute a day.
"""

from __future__ import annotations

from corpus.times.build import clock_time
from corpus.times.grammar import Groups, Rule
from corpus.times.patterns_zh import DIGIT
from corpus.times.reading import Reading
from corpus.times.readings_zh import lexicon, whole


def part(groups: Groups) -> Reading:
    """凌晨; 晚 and 早 only beside a day."""
    word = groups["word"]
    short = word in lexicon("part-beside")
    return Reading("", type="TIME", clock=lexicon("part", "part-beside")[word], loose=short)


def clock(groups: Groups) -> Reading | None:
    """晚上8点, 9时30分, 八点一刻, 上午9时至11时."""
    reading = _clock(groups, "")
    if reading is None or "to_hour" not in groups:
        return reading
    end = _clock(groups, "to_")
    if end is None:
        return None
    told = end.clock
    later = f"T{int(told[1:3]) + 12:02d}{told[3:]}"
    if "to_part" not in groups and told < reading.clock < later < "T24":  # 下午2时至4时
        told = later
    return reading._replace(to_clock=told)


def loose_clock(groups: Groups) -> Reading | None:
    """8:30 is a time beside a day, else a score."""
    reading = clock(groups)
    return reading and reading._replace(loose="part" not in groups)


def _clock(groups: Groups, end: str) -> Reading | None:
    """The time at the left end, or at the right one (``to_``)."""
    minute = whole(groups, f"{end}minute") or whole(groups, f"{end}bare_minute") or 0
    if f"{end}half" in groups:
        minute = 30
    elif f"{end}quarter" in groups:
        minute = 15 * (whole(groups, f"{end}quarter") or 0)
    part = lexicon("part", "part-beside").get(groups.get(f"{end}part", ""), "")
    return clock_time(whole(groups, f"{end}hour") or 0, minute, part)


CLOCKS = (
    # 上午9时至11时, 下午两点到四点, 8:30-10:00
    Rule(
        "clock.range",
        r"{part_of_day}{gap}(?P<hour>{hh}){gap}(?:[时点]{minutes}?)?起?{dash}"
        r"{to_part_of_day}?{gap}(?P<to_hour>{hh}){gap}[时点](?:{to_minutes}|(?!{other_point}))",
        clock,
    ),
    Rule(
        "clock.range",
        r"{fresh}(?P<hour>{hh}){gap}(?:时|点(?=[钟整许半一三13二四五十\d\s])){minutes}?起?{dash}"
        r"{to_part_of_day}?{gap}(?P<to_hour>{hh}){gap}(?:(?!{other_hour})时|点)(?:{to_minutes}|(?!{other_point}))",
        clock,
    ),
    Rule(
        "clock.range",
        r"{fresh}(?P<hour>{hh}){gap}(?:[时点]起?)?{dash}"
        r"{to_part_of_day}?{gap}(?P<to_hour>{hh}){gap}(?:(?!{other_hour})时|点)(?:{to_minutes}|(?!{other_point}))",
        loose_clock,
    ),
    Rule(
        "clock.range",
        r"(?<![\d.:：-]){part_of_day}?{gap}(?P<hour>2[0-4]|[01]?\d)[:：](?P<minute>[0-5]\d)分?{dash}"
        r"{to_part_of_day}?{gap}(?P<to_hour>2[0-4]|[01]?\d)[:：](?P<to_minute>[0-5]\d)分?(?![\d:：%])",
        loose_clock,
    ),
    Rule("clock", "{part_of_day}{gap}(?P<hour>{hh}){gap}[时点]{minutes}?", clock),
    Rule(
        "clock",
        r"(?<![\d.:：-]){part_of_day}?{gap}(?P<hour>2[0-4]|[01]?\d)[:：](?P<minute>[0-5]\d)分?(?![\d:：%])",
        loose_clock,
    ),
    Rule(
        "clock",
        rf"{{fresh}}(?=\d|十|零|[{DIGIT}]点(?:钟|半|[一三]刻))(?P<hour>{{hh}}){{gap}}(?:(?!{{other_hour}})时|点(?=钟|整|许|半|左右|[一三13]刻|{{gap}}\d{{1,2}}{{gap}}分)){{minutes}}?",
        clock,
    ),
    # 周五三点: beside a day alone
    Rule(
        "clock",
        r"(?:{fresh}|(?<=[周期拜][一二三四五六]))(?P<hour>{hh}){gap}点(?:{minutes}|(?!{other_point}))",
        loose_clock,
    ),
    Rule("part", "(?P<word>{part})", part),
)
