"""The patterns of English time expressions; ``{name}`` is a fragment.

Each rule names what it reads, where it matches and which reading it makes. Order matters: the
first that matches at a place wins. This module must never compute a day.
"""

from __future__ import annotations

from corpus.times import readings_en as en
from corpus.times.build import skip, then, weekend
from corpus.times.grammar import Rule


def _after(*before: str) -> str:
    """A look-behind for one of some words, with a capital or without."""
    behind = (f"(?<=[{word[0].upper()}{word[0]}]{word[1:]} )" for word in before)
    return f"(?:{'|'.join(behind)})"


FRAGMENTS = {
    "end": r"(?!\w)",
    "gap": r"\s{1,8}",
    # no number goes on to the left
    "fresh": r"(?:(?<![\d.,:/–-])|(?!\d))",
    "year": r"(?P<year>1\d{3}|2[01]\d\d)(?!\w|[.,:]\d)",
    "and_year": r"(?:,?{gap}{year})?",
    "dd": r"(?:3[01]|[12]\d|0?[1-9])",
    "nth": r"(?:st|nd|rd|th)",
    "any_month": r"(?:{month}|{short_month})",
    # 9, 9th, 9-10, 9 to 10
    "days": r"(?P<day>{dd}){nth}?(?:(?:\s?[-–—]\s?|{gap}(?:to|through|until|and){gap}(?:the{gap})?)"
    r"(?P<to_day>{dd}){nth}?(?![\w:%]|[.,]\d))?(?![\w:%]|[.,]\d)",
    # a month that is also a verb or a name needs a word before it: in March, since May
    "in_month": "(?:(?<=mid-)|(?<=Mid-)|"
    + _after(
        *("in", "since", "by", "of", "until", "from", "to", "through", "before", "after", "during"),
        *("early", "late", "this", "last", "next", "every", "between"),
    )
    + ")",
    # three to five years
    "count": r"(?:(?P<low>(?:\d{1,3}|{number})(?={gap}(?:to|or){gap})|\d{1,3}(?=\s?[-–]\s?\d))"
    r"(?:{gap}(?:to|or){gap}|\s?[-–]\s?))?"
    r"(?P<count>\d{1,3}(?:\.\d|,\d{3})?|{tens}[- ]{ones}|{number}|{few})",
    "length": r"(?P<unit>{unit})",
    "plural": r"(?P<unit>(?:year|month|week|day|hour|minute|decade)s|centuries)",
    "and_a_half": r"(?:{gap}(?P<half>and{gap}a{gap}half))?",
    "no_games": r"(?!{gap}(?:Olympi|Paralympi|Games))",
    # to last two weeks, will last
    "no_verb": r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!may )(?<!might )",
    "towards_it": r"(?P<toward>{towards}){gap}",
    # GMT, local time, (0315 GMT)
    "zoned": r"(?:{gap}{zone})?(?:\s?\([^()]{0,24}?{zone}\))?",
}
#: what follows an expression that stands alone: a stop, or a word that begins no noun
_STOPS = r"(?=\s*(?:[.,;:!?)”\"\n]|\Z))"
_ALONE = r"(?=\s*(?:[.,;:!?)”\"\n]|\Z)|{gap}{goes_on}{end})"

RULES = (
    Rule("name", r"(?:{name}{end}|https?://\S+|www\.\S+)", skip),
    # calendar dates, the fuller before the barer
    Rule(
        "day.iso",
        r"{fresh}(?P<year>(?:19|20)\d\d)[-/.](?P<month>1[0-2]|0[1-9])[-/.](?P<day>3[01]|[12]\d|0[1-9])"
        r"(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w/-]|\.\d)",
        en.date,
    ),
    Rule(
        "day.slash",
        r"{fresh}(?P<month>1[0-2]|0?[1-9])/(?P<day>{dd})/(?P<year>(?:19|20)?\d\d)(?![\w/])",
        en.date,
    ),
    Rule(
        "day.slash",
        r"{fresh}(?P<day>{dd})/(?P<month>1[0-2]|0?[1-9])/(?P<year>(?:19|20)?\d\d)(?![\w/])",
        en.date,
    ),
    Rule(
        "day.dot",
        r"{fresh}(?P<day>{dd})\.(?P<month>1[0-2]|0?[1-9])\.(?P<year>(?:19|20)\d\d)(?![\w/]|\.\d)",
        en.date,
    ),
    Rule("day.month-day", r"(?P<month>{any_month})\s{0,8}{days}{and_year}", en.date),
    Rule(
        "day.day-month",
        r"{fresh}{days}{gap}(?:of{gap})?(?P<month>{any_month}){end}{and_year}",
        en.date,
    ),
    Rule(
        "day.day-month",
        r"[Tt]he{gap}{days}{gap}(?:of{gap})?(?P<month>{any_month}){end}{and_year}",
        en.date,
    ),
    Rule("day", r"[Tt]he{gap}(?P<day>{dd}){nth}" + _ALONE, en.date),
    Rule(
        "month",
        r"(?P<month>{any_month})\s?[-–—]\s?(?P<to_month>{any_month}){end}(?!{gap}\d\d?(?!\d)){and_year}",
        en.date,
    ),
    Rule("month.year-month", r"(?P<month>{any_month}),?{gap}(?:of{gap})?{year}", en.date),
    Rule(
        "month",
        r"(?<=etween )(?P<month>{month}){gap}and{gap}(?P<to_month>{month}){end}{and_year}",
        en.date,
    ),
    Rule("month", r"{towards_it}(?P<month>{month}){end}", en.month),
    Rule("month", r"{in_month}(?P<month>{month}){end}", en.month),
    Rule("month", r"(?P<month>(?!M[Aa][YyRr]){month}){end}(?!{gap}[A-Z][a-z])", en.month),
    Rule(
        "decade",
        r"(?:[Tt]he{gap})?(?:(?P<third>{third})[-\s])?{fresh}(?P<decade>(?:1[5-9]|20)\d0)['’]?s{end}",
        en.decade,
    ),
    Rule(
        "decade",
        r"[Tt]he{gap}(?:(?P<third>{third})[-\s])?(?:['’]?(?P<decade>[2-9]0)s|(?P<word>{decade})){end}",
        en.decade,
    ),
    Rule(
        "century",
        r"(?:[Tt]he{gap})?{fresh}(?P<century>[12]?\d(?={nth})|{century}){nth}?[-\s]century{end}",
        en.century,
    ),
    Rule(
        "quarter",
        r"(?:[Tt]he{gap})?(?P<quarter>{ordinal})[-\s]quarter{end}(?:{gap}of)?{and_year}",
        en.within_year("quarter"),
    ),
    Rule(
        "quarter", r"Q(?P<quarter>[1-4])(?![\w:])(?:{gap}of)?{and_year}", en.within_year("quarter")
    ),
    Rule(
        "half",
        r"(?:[Tt]he{gap})?(?P<half>first|second)[-\s]half{gap}of{gap}(?:the{gap}year{end}|{year})",
        en.within_year("half"),
    ),
    Rule("season", r"{towards_it}(?P<season>{season}){end}", en.within_year("season")),
    Rule(
        "season",
        r"(?:[Tt]he{gap})?(?P<season>{season})(?:{gap}of)?{gap}{year}{no_games}",
        en.within_year("season"),
    ),
    Rule(
        "season",
        r"(?:[Tt]he{gap})?(?P<season>(?!fall){season}){end}{no_games}",
        en.within_year("season", loose=True),
    ),
    Rule("year", r"{fresh}{year}\s?[-–]\s?(?P<to_year>(?:19|20)?\d\d)(?![\w-]|[.,]\d)", en.year),
    Rule("year", r"(?<=etween ){year}{gap}and{gap}(?P<to_year>(?:19|20)\d\d){end}", en.year),
    Rule(
        "year",
        r"(?:{fresh}|(?<=mid-)|(?<=late-)|(?<=early-))(?<!No\. )(?<!about )(?<!than )(?<!some )"
        r"(?<!over )(?<!least )(?<!nearly )"
        r"(?=1[5-9]|20){year}(?![-/]\d|%|['’]?s\b|{gap}{counted}{end})",
        en.year,
    ),
    # lengths
    Rule("age", r"{count}[-\s]{length}(?:[-\s]olds?{end}|{gap}of{gap}age{end})", skip),
    Rule("shift", r"(?:{fresh}{count}[-\s])?{length}{and_a_half}{gap}ago{end}", en.ago),
    Rule("shift", r"(?:{fresh}{count}[-\s])?{length}{and_a_half}{gap}from{gap}now{end}", en.ahead),
    # "a day before the talks" is a length, "a day before." is a date
    Rule(
        "shift",
        r"(?:{fresh}{count}[-\s])?{length}{and_a_half}{gap}(?:earlier{end}|(?:before|prior)"
        + _STOPS
        + ")",
        en.earlier,
    ),
    Rule(
        "shift",
        r"(?:{fresh}{count}[-\s])?{length}{and_a_half}{gap}(?:later|afterwards?){end}",
        en.later,
    ),
    Rule(
        "duration.relative",
        r"(?:[Tt]h(?:e|is|ese){gap})?{no_verb}(?P<rel>{ago}|{ahead}){gap}(?!an?{gap}){count}[-\s]{length}{end}",
        en.duration,
    ),
    Rule(
        "duration.relative",
        r"(?:[Tt]h(?:e|ese){gap})?(?P<rel>{ago}|{ahead}){gap}{plural}{end}",
        en.duration,
    ),
    Rule(
        "duration.relative",
        r"[Tt]he{gap}(?P<rel>past|last|next|coming){gap}(?P<unit>hour|week|month|year|decade|century){end}(?!{gap}of{gap})",
        en.duration,
    ),
    Rule(
        "duration",
        r"{fresh}{count}{gap}(?P<half>and{gap}a{gap}half){gap}{length}{end}",
        en.duration,
    ),
    Rule(
        "duration", r"(?P<half>[Hh]alf|[Aa]{gap}half)[-\s](?:an?{gap})?{length}{end}", en.duration
    ),
    Rule("duration", r"{length}[-\s]?long{end}", en.duration),
    Rule("set", r"(?:[Ee]very|[Ee]ach|[Pp]er){gap}(?:{count}[-\s])?{length}{end}", en.each),
    Rule("set", r"[Ee]very{gap}(?P<count>other){gap}{length}{end}", en.each),
    Rule("set", r"(?:[Oo]nce|[Tt]wice){gap}(?:an?|every|per){gap}{length}{end}", en.each),
    Rule("set.weekday", r"(?:[Ee]very|[Ee]ach){gap}(?P<weekday>{weekday}){end}", en.each_weekday),
    Rule("set.weekday", r"(?P<weekday>{weekday})s{end}", en.each_weekday),
    Rule("set", r"(?P<word>{every}){end}", en.each_word),
    Rule(
        "duration",
        r"{fresh}(?![Aa]n?{gap}(?:day|minute|quarter|{unit}[-\s]?long{end})|[Oo]ne{gap}day{gap}(?!after|before|of|in)){count}[-\s]{length}{and_a_half}(?:-long)?{end}",
        en.duration,
    ),
    Rule(
        "duration",
        _after(
            "for", "within", "in", "over", "after", "took", "take", "lasted", "lasts", "last", "of"
        )
        + r"{plural}{end}",
        en.duration,
    ),
    # weekdays and words
    Rule("weekday", r"(?:{towards_it})(?P<weekday>{weekday}){end}", en.weekday),
    Rule("weekday", r"(?P<weekday>{weekday}){end}", en.weekday),
    Rule("weekday", r"(?P<weekday>{short_weekday})(?=,?{gap}(?:\d|{any_month}))", en.weekday),
    Rule("context", r"(?P<word>{spoken}){end}", en.spoken),
    Rule("context", r"(?P<word>{spoken_alone})" + _STOPS, en.spoken),
    Rule("context.then", r"{then}{end}", then),
    Rule("context.then", r"(?:(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Bb]y ))then{end}", then),
    Rule("relative", r"(?P<word>{named}){end}", en.word),
    Rule("relative", r"{towards_it}(?P<unit>{calendar}){end}", en.calendar_unit),
    Rule("weekend", r"[Tt]he{gap}weekend{end}", weekend),
    Rule("relative", r"[Tt]he{gap}(?P<unit>{calendar}){end}", en.calendar_unit),
    Rule("relative", r"(?P<unit>[Yy]ear|[Mm]onth)(?:['’]s{gap}|-)end{end}", en.edge),
    Rule("holiday", r"(?P<holiday>{holiday}){end}", en.holiday),
    # times of day
    Rule(
        "clock",
        r"{fresh}(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<meridiem>[ap]\.m\.|[ap]m{end}|[AP]M{end}){zoned}",
        en.clock,
    ),
    Rule(
        "clock",
        r"{fresh}(?P<hour>[01]?\d|2[0-4]):?(?P<minute>[0-5]\d){gap}{zone}{end}{zoned}",
        en.clock,
    ),
    Rule("clock", r"(?P<hour>\d\d?|{number}){gap}o['’]clock{end}{zoned}", en.clock),
    Rule(
        "clock",
        r"{fresh}(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\w:%]|[.]\d)",
        en.clock_beside,
    ),
    Rule("part", r"(?P<word>{part_alone}){end}", en.part),
    Rule(
        "part",
        rf"(?:{_after('in', 'during', 'through', 'before', 'until')}the{{gap}}|"
        rf"{_after('at', 'before', 'until')})(?P<word>{{part}}){{end}}",
        en.part,
    ),
    Rule("part", r"(?:[Tt]he{gap})?(?P<word>{part}){end}", en.part_beside),
    Rule("vague", r"(?P<word>{vague}){end}", en.reference),
)

#: kinds of words in the lexicon that the patterns name, and those that open an expression
KINDS = (
    *("few", "unit", "named", "calendar", "towards", "spoken", "spoken-alone", "then", "vague"),
    *("part", "part-alone", "every", "season", "ordinal", "weekday", "month", "short-weekday"),
    *("short-month", "third", "third-of", "about", "ago", "ahead", "zone", "counted", "goes-on"),
    *("decade", "century", "cue", "name"),
)
OPENING = (
    *("name", "named", "spoken", "spoken-alone", "then", "vague", "part", "part-alone", "every"),
    *("weekday", "short-weekday", "month", "short-month", "season", "unit"),
)

#: how every match of a rule begins, which is cheap to refuse
TRIGGER = (
    r"\d|Q[1-4]|https?:|www\.|then|[Ee]very|[Ee]ach|[Pp]er{gap}|[Oo]nce|[Tt]wice|[Hh]alf|[Aa]{gap}half",
    r"(?:{tens}[- ]{ones}|{number}|{few})[-\s]{1,8}(?:to{gap}|or{gap}|and{gap}a|{unit}|o['’])",
    r"(?:[Tt]h(?:e|is|ese){gap})?(?:{ago}|{ahead}){gap}(?:\d|{tens}|{number}|{few}|{unit})",
    r"{towards}{gap}(?:{calendar}|{weekday}|{month}|{season})",
    r"[Tt]he{gap}(?:{third}[-\s]|\d|['’]\d|{calendar}|{season}|{decade}|{century}|{part})|{third}[-\s]\d",
    r"(?:[Tt]he{gap})?(?:{ordinal}[-\s](?:quarter|half)|{century}[-\s])",
    "{opening}|{holiday}",
)
