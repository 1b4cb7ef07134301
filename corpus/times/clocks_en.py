"""The patterns of English clock times and parts of the day.

Named groups and ``{fragments}`` go in, rules come out, in the order in which they are tried. This
module must never compute a day.
"""

from __future__ import annotations

from corpus.times import readings_clocks_en as en
from corpus.times.fragments_en import after
from corpus.times.grammar import Rule

_TO = r"(?:\s?[-–—]\s?|{gap}(?:to|until|till|through){gap})"
_ANOTHER_CLOCK = (
    r"(?P<to_hour>1[0-2]|0?[1-9])(?:[:.](?P<to_minute>[0-5]\d))?"
    r"\s?(?P<to_meridiem>[ap]\.m\.?{end}|[ap]m{end}|[AP]\.?M\.?{end}){zoned}"
)


#: before lengths, which twenty minutes past three begins with
PAST_THE_HOUR = (
    Rule(
        "clock",
        r"(?:[Aa]{gap})?(?P<minutes>[Hh]alf|[Qq]uarter|(?:{hour_word}|{teen}|{tens}(?:[-\s]{ones})?|[1-5]?\d)(?:{gap}minutes)?){gap}(?P<way>past){gap}(?P<hour>{hour_word}|1[0-2]|[1-9])(?![\w-]|{gap}(?:of|{counted}|percent){end}){o_clock}?(?:\s?{meridiem})?",
        en.past_the_hour,
    ),
    Rule(
        "clock",
        r"(?:[Aa]{gap})?(?P<minutes>[Qq]uarter|(?:{hour_word}|{teen}|{tens}(?:[-\s]{ones})?|[1-5]?\d){gap}minutes){gap}(?P<way>to|after|before|till){gap}(?P<hour>{hour_word}|1[0-2]|[1-9])(?![\w-]|{gap}(?:of|{counted}|percent){end}){o_clock}?(?:\s?{meridiem})?",
        en.past_the_hour,
    ),
)

_CLOCK = r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
HOURS = (
    Rule(
        "clock",
        rf"{{fresh}}{_CLOCK}\s?{{meridiem}}?{_TO}{_ANOTHER_CLOCK}",
        en.clock,
    ),
    Rule(
        "clock",
        rf"(?<=etween ){_CLOCK}\s?{{meridiem}}?{{gap}}and{{gap}}{_ANOTHER_CLOCK}",
        en.clock,
    ),
    Rule("clock", rf"{{fresh}}{_CLOCK}\s?{{meridiem}}{{zoned}}", en.clock),
    Rule(
        "clock",
        r"{fresh}(?P<hour>[01]?\d|2[0-4]):?(?P<minute>[0-5]\d)\s{0,8}{zone}{end}{zoned}",
        en.clock,
    ),
    Rule(
        "clock",
        r"(?P<hour>1[0-2]|[1-9]|{hour_word}){o_clock}(?:{gap}(?:in{gap}the|at){gap}(?P<part>{part}){end})?{end}{zoned}",
        en.clock,
    ),
    Rule(
        "clock",
        r"{fresh}(?P<hour>1[0-2]|0?[1-9]|{hour_word})(?::(?P<minute>[0-5]\d))?{gap}(?:in{gap}the{gap}(?P<part>morning|afternoon|evening)|at{gap}(?P<night>night)){end}",
        en.clock,
    ),
    Rule(
        "clock",
        r"(?P<hour>{hour_word})[-\s](?P<minute>(?:{tens}[-\s]{ones}|{tens}|{teen})(?=\s?[ap]\.?m)){gap}?{meridiem}",
        en.clock,
    ),
    Rule(
        "clock",
        after("at")
        + r"(?P<hour>{hour_word})[-\s](?P<minute>fifteen|thirty|forty-five|forty{gap}five){stop}",
        en.clock,
    ),
    Rule("clock", r"(?P<hour>{hour_word})\s?{meridiem}", en.clock),
    Rule(
        "clock",
        r"{fresh}(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:"
        + _TO
        + r"(?P<to_hour>[01]?\d|2[0-3]):(?P<to_minute>[0-5]\d))?(?![\w:%]|[.]\d)",
        en.clock_beside,
    ),
    Rule(
        "clock",
        after("at")
        + r"(?P<hour>1[0-2]|[1-9]|{hour_word})(?:{alone}|(?={gap}(?:{named}|{weekday}){end}))",
        en.clock_beside,
    ),
    Rule("part", r"(?P<word>{part_alone}){end}", en.part),
    Rule(
        "part",
        rf"(?:{after('in', 'during', 'through', 'before', 'until')}the{{gap}}|"
        rf"{after('at', 'before', 'until')})(?P<word>{{part}}){{end}}",
        en.part,
    ),
    Rule("part", r"(?:[Tt]he{gap})?(?P<word>{part}){end}", en.part_beside),
)
