"""The patterns of English time expressions; ``{name}`` is a fragment.

Each rule names what it reads, where it matches and which reading it makes. Order matters: the
first that matches at a place wins. This module must never compute a day.
"""

from __future__ import annotations

from corpus.times import readings_en as en
from corpus.times.build import then, weekend
from corpus.times.clocks_en import HOURS, PAST_THE_HOUR
from corpus.times.dates_en import DATES
from corpus.times.fragments_en import after
from corpus.times.grammar import Rule
from corpus.times.lengths_en import LENGTHS

_WORDS = (
    Rule(
        "context.weekday", r"[Tt]he{gap}following{gap}(?P<weekday>{weekday}){end}", en.told_weekday
    ),
    Rule("weekday", r"(?:{towards_it})(?P<weekday>{weekday}){end}", en.weekday),
    Rule("weekday", r"(?P<weekday>{weekday}){end}", en.weekday),
    Rule("weekday", r"(?P<weekday>{short_weekday})(?=,?{gap}(?:\d|{any_month}))", en.weekday),
    Rule(
        "weekday",
        after("on", "last", "next", "until", "from", "to", "through", "by")
        + r"(?P<weekday>(?![Ss][AaUu]){short_weekday}){end}",
        en.weekday,
    ),
    Rule("context", r"(?P<word>{spoken}){end}", en.spoken),
    Rule("context", r"(?P<word>{spoken_alone}){stop}", en.spoken),
    Rule(
        "context.then",
        r"(?:(?<!\w )|"
        + after(
            "at", "by", "since", "until", "from", "before", "around", "during", "in", "of", "to"
        )
        + r"){then}{end}",
        then,
    ),
    Rule(
        "context.then",
        r"(?<=[Aa]t )the{gap}time{end}(?!{gap}(?:of|that|when|where|he|she|it|they|we|I|his|her)"
        r"{end})",
        then,
    ),
    Rule("context.then", r"(?:(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Bb]y ))then{end}", then),
    Rule("relative", r"(?P<word>{named}){end}", en.word),
    Rule("relative", r"{towards_it}(?P<unit>{calendar}){end}", en.calendar_unit),
    Rule("weekend", r"[Tt]he{gap}weekend{end}", weekend),
    Rule(
        "relative",
        after("in", "for", "during", "so far") + r"the{gap}(?P<unit>year|quarter|month|week){alone}"
        r"(?!{gap}(?:to|that|in|when|by|a|it|he|she|they|we|there){end})",
        en.this_unit,
    ),
    Rule("relative", r"[Tt]he{gap}(?P<unit>{calendar}){end}", en.calendar_unit),
    Rule("relative", r"(?P<unit>[Yy]ear|[Mm]onth|[Qq]uarter)(?:['’]s{gap}|-)end{end}", en.edge),
    Rule("relative", r"(?P<at>[Mm]id)-?(?P<unit>year|month|week){end}", en.edge),
    Rule(
        "relative",
        after("earlier in", "later in", "early in", "late in", "end of", "rest of")
        + r"the{gap}day{end}",
        en.this_day,
    ),
    Rule(
        "relative",
        after("end of", "start of", "beginning of", "middle of", "rest of")
        + r"(?P<unit>year|quarter|month|week){end}",
        en.unit_beside,
    ),
    Rule("holiday", r"(?P<holiday>{holiday}){gap}weekend{end}", en.weekend_of),
    Rule("holiday", r"(?:{towards_it})?(?P<holiday>{holiday}){end}", en.holiday),
    # since Russia's full-scale invasion; the war in another country is another one
    Rule(
        "event",
        r"[Ss]ince{gap}(?:the{gap})?(?:{onset}{gap}of{gap}(?:the{gap})?)?(?:{aggressor}{gap})?"
        r"(?:{manner}{gap})?(?P<event>{event}){end}(?:{gap}{began}{end})?"
        r"(?!{gap}(?:in|on|of|with|against|between){gap}[A-Z])",
        en.since_event,
    ),
    Rule("vague", r"(?P<word>{vague}){end}", en.reference),
)

RULES = (*DATES, *PAST_THE_HOUR, *LENGTHS, *_WORDS, *HOURS)

#: kinds of words in the lexicon that the patterns name, and those that open an expression
KINDS = (
    *("few", "short-unit", "day-word", "unit", "named", "calendar", "towards", "spoken"),
    *("spoken-alone", "then", "vague", "part", "part-alone", "every", "season", "ordinal"),
    *("weekday", "month", "short-weekday", "short-month", "third", "third-of", "about", "ago"),
    *("ahead", "zone", "counted", "goes-on", "decade", "century", "aggressor", "manner"),
    *("onset", "began", "cue", "name", "bound", "half"),
)
OPENING = (
    *("name", "named", "spoken", "spoken-alone", "then", "vague", "part", "part-alone", "every"),
    *("weekday", "short-weekday", "month", "short-month", "season", "unit"),
)

#: words and kinds of words that begin a match: by their first letters most text is refused at once
LEADS = (
    *("http", "www.", "since", "then", "every", "each", "per", "once", "twice", "half", "the"),
    *("this", "these", "quarter", "all", "full", "whole", "entire", "mid", "year", "week"),
    *("month", "last", "final", "fiscal", "financial", "budget", "FY"),
)
LEADING = (
    *("few", "numeral", "an", "ago", "ahead", "towards", "third", "ordinal", "century", "day-word"),
)

_BEHIND_THE = (
    r"\d|['’]\d|year-|nineteen|time|{third}[-\s]|{calendar}|{unit}|{season}|{decade}|{century}",
    r"(?:{ago}|{ahead}){gap}(?:\d|{tens}|{number}|{few}|{unit}|quarters)",
    r"(?:{day_word}|last|final){gap}(?:{weekday}|{calendar}|day|of{gap})|{part}|{opening_the}",
    r"(?:{ordinal}|latter)[-\s](?:quarter|half)|{weekday}{gap}(?:after|before)",
    r"{day_word}(?:{gap}(?:to|through|until|till){gap}|{alone})",
    r"{towards}{gap}{calendar}|following{gap}{weekday}",
)
_ELSE = (
    # a number, with what may follow one, or behind what leads to one
    r"\d{8}(?!\d)|\d{4}(?!\d)|\d{1,4}(?:[-–—/.:,'’+~]|{nth}{end}|[Qq]\d|\s?[ap]\.?m|min)",
    r"\d{1,4}(?:\.\d)?[-\s]{0,8}(?:{unit}|{short_unit}|second|{any_month}|{zone}|1/2)",
    r"\d{1,3}{gap}(?:to|through|thru|until|till|and|or|of|in|at|o['’]clock|hundred|thousand|half"
    r"|minutes|consecutive|straight|successive|full|whole|long|more|other|working|business"
    r"|calendar|past|quarters){end}",
    r"(?:(?<=\band )|(?<=\bor )|(?<=, )|(?<=\bat )|(?<=\bto )|(?<=\bon )|(?<=\bby )|(?<=\bfrom ))"
    r"\d{1,2}(?!\d)",
    r"[Qq][1-4]|H[12]|https?:|www\.|then|[Ee]very|[Ee]ach|[Pp]er{gap}|[Oo]nce|[Tt]wice|[Hh]alf",
    r"[Yy]ear|[Ww]eek|[Mm]onth|[Qq]uarter|[Mm]id-?(?:year|week|month)",
    r"[Ss]ince{gap}(?:the{gap})?(?:{onset}|{aggressor}|{manner}|{event}){end}",
    r"[Aa]n?{gap}(?:half|quarter|{unit}|few|full|whole|entire|hundred|thousand)",
    r"(?:{tens}[-\s]{ones}|(?:{number}{gap})?(?:hundred|thousand)|{number}|{few})[-\s]{1,8}"
    r"(?:to{gap}|or{gap}|and[-\s](?:a|half)|1/2|past{gap}|(?:half[-\s])?{unit}|o['’]|[ap]\.?m|in{gap}the"
    r"|at{gap}night|minutes|consecutive|straight|successive|full|whole|long|more|other|working"
    r"|business|calendar|{tens}|{teen})",
    r"{hour_word}[ap]\.?m|(?<=[Aa]t ){hour_word}",
    r"(?:[Tt]h(?:is|ese){gap})?(?:{ago}|{ahead}){gap}(?:\d|{tens}|{number}|{few}|{unit}|quarters)",
    r"{towards}{gap}(?:{calendar}|{weekday}|{any_month}|{season}|{holiday})",
    r"{third}[-\s](?:[\d'’]|{decade})",
    r"(?:{day_word}|last|final){gap}(?:{weekday}|{calendar}|day|of{gap})",
    r"{day_word}{gap}(?:to|through|until|till){gap}",
    r"(?:{ordinal}|latter)[-\s](?:quarter|half)|{century}[-\s]",
    r"{century_word}[-\s](?:hundred|oh|{teen}|{tens})|two[-\s]thousand",
    r"(?:[Aa]ll|[Ff]ull|[Ww]hole|[Ee]ntire)[-\s]{unit}",
    r"[Ff]iscal{gap}|(?:[Ff]inancial|[Bb]udget){gap}[Yy]ear|FY",
    r"(?:{opening}|{holiday})s?(?![A-Za-z])",
)

#: how every match of a rule begins, which is cheap to refuse; "the" is the word tried most often
TRIGGER = (
    rf"[Tt]he{{gap}}(?:{'|'.join(_BEHIND_THE)})",
    rf"(?![Tt]he{{gap}})(?:{'|'.join(_ELSE)})",
)
