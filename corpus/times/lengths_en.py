"""The patterns of English lengths of time, of what is counted in them, and of what recurs.

Named groups and ``{fragments}`` go in, rules come out, in the order in which they are tried. This
module must never compute a day.
"""

from __future__ import annotations

from corpus.times import readings_lengths_en as en
from corpus.times.build import skip
from corpus.times.fragments_en import after
from corpus.times.grammar import Rule

#: what is counted by the day: 300,000 barrels a day
_RATES = (
    *("times", "hours", "minutes", "barrels", "dollars", "cents", "meals", "people", "tons"),
    *("tonnes", "pounds", "euros", "rubles", "rounds", "shells", "miles", "flights", "cases"),
    *("deaths", "days", "million", "billion", "thousand", "percent", "soldiers", "troops"),
    *("drones", "missiles"),
)
_COUNTED = (
    r"(?:{fresh}{count}[-\s](?:(?P<half_of>and[-\s]a[-\s]half)[-\s])?)?{length}{and_a_half}{gap}"
)

LENGTHS = (
    Rule("age", r"{count}[-\s]{length}(?:[-\s]olds?{end}|{gap}of{gap}age{end})", skip),
    Rule("shift", _COUNTED + r"(?:ago{end}|back{stop})", en.ago),
    Rule("shift", r"(?P<half>[Hh]alf)[-\s]an?{gap}{length}{gap}ago{end}", en.ago),
    Rule(
        "shift", r"(?P<half>[Hh]alf)[-\s]an?{gap}{length}{gap}(?:from{gap}now|later){end}", en.ahead
    ),
    Rule("shift", _COUNTED + r"(?:from{gap}(?:now|today)|hence){end}", en.ahead),
    Rule("shift", after("in") + r"{fresh}{count}[-\s]{length}['’]?{gap}time{end}", en.ahead),
    Rule(
        "shift",
        r"(?:[Tt]he{gap})?year-(?:earlier|ago)(?:{gap}(?P<unit>quarter))?{end}",
        en.year_before,
    ),
    # "a day before the talks" is a length, "a day before." is a date
    Rule("shift", _COUNTED + r"(?:earlier{end}|(?:before|prior){stop})", en.earlier),
    Rule("shift", _COUNTED + r"(?:later|afterwards?){end}", en.later),
    Rule(
        "duration.relative",
        r"(?:[Tt]h(?:e|is|ese){gap})?{no_verb}(?P<rel>{ago}|{ahead}){gap}(?!an?{gap}){count}[-\s](?P<unit>{unit}|quarters){end}",
        en.duration,
    ),
    Rule(
        "duration.relative",
        r"(?:[Tt]h(?:e|ese){gap})?(?P<rel>{ago}|{ahead}){gap}{plural}{end}"
        r"(?!{gap}of{gap}(?:the{gap})?(?:{any_month}|{towards}|[12]\d{3}|year|month|century){end})",
        en.duration,
    ),
    Rule(
        "duration.relative",
        r"[Tt]he{gap}(?P<rel>past|last|next|coming){gap}(?P<unit>hour|week|fortnight|month|year|decade|century|quarter-century){end}(?!{gap}of{gap})",
        en.duration,
    ),
    Rule(
        "duration",
        r"{fresh}{count}[-\s](?P<half>and[-\s]a[-\s]half)[-\s]{length}{end}",
        en.duration,
    ),
    Rule(
        "duration",
        r"{fresh}(?P<count>\d{1,3}|{hour_word})(?P<half>[-\s]1/2|\s?½|{gap}and{gap}half)[-\s]{length}{end}",
        en.duration,
    ),
    Rule(
        "duration",
        r"(?P<half>[Hh]alf|[Aa]{gap}half)[-\s](?:an?[-\s])?{length}{end}",
        en.duration,
    ),
    Rule("duration", r"{length}[-\s]?long{end}", en.duration),
    Rule(
        "duration",
        r"(?:[Aa]{gap})?(?:[Aa]ll|[Ff]ull|[Ww]hole|[Ee]ntire)[-\s](?P<unit>hour|day|week|month|year|decade|century){end}",
        en.duration,
    ),
    Rule(
        "duration",
        r"{fresh}{count}{gap}(?:consecutive|straight|successive|full|whole|long|more|other|working|business|calendar){gap}"
        r"(?P<unit>{unit}|quarters){end}",
        en.duration,
    ),
    Rule("set", r"(?:[Ee]very|[Ee]ach|[Pp]er){gap}(?:{count}[-\s])?{length}{end}", en.each),
    Rule("set", r"[Ee]very{gap}(?P<count>other|second){gap}{length}{end}", en.each),
    Rule("set", r"(?:[Oo]nce|[Tt]wice){gap}(?:an?|every|per|each){gap}{length}{end}", en.each),
    Rule(
        "set",
        after(*_RATES) + r"an?{gap}{length}{end}(?!{gap}(?:ago|earlier|later|before|after|from))",
        en.each,
    ),
    Rule("set.part", r"(?:[Ee]very|[Ee]ach){gap}(?P<word>{part}){end}", en.each_part),
    Rule("set.part", after("on", "in the", "at") + r"(?P<word>{part})s{end}", en.each_part),
    Rule(
        "set.weekday",
        r"(?:[Ee]very|[Ee]ach){gap}(?:(?:other|single){gap})?(?P<weekday>{weekday}){end}",
        en.each_weekday,
    ),
    Rule("set.weekday", r"(?P<weekday>{weekday})s{end}", en.each_weekday),
    Rule("set.weekday", r"(?P<weekday>{weekday}){gap}(?P<word>{part})s{end}", en.each_weekday),
    Rule("set.month", r"(?:[Ee]very|[Ee]ach){gap}(?P<month>{month}){end}", en.each_month),
    Rule("set", r"(?P<word>{every}){end}", en.each_word),
    Rule(
        "duration.in",
        after("in") + r"(?<!time in ){fresh}{count}{gap}{length}{end}"
        r"(?!-|{gap}(?:of|from|after|before|since){end})",
        en.in_length,
    ),
    Rule(
        "duration",
        r"{fresh}(?![Aa]n?{gap}(?:day|minute|quarter{gap}(?!of{gap}an?{gap}[ch]|[ch])|{unit}[-\s]?long{end})|[Ss]ome{gap}day{end}|[Oo]ne{gap}day{gap}(?!after|before|of|in)){count}[-\s]{length}{and_a_half}(?:-long)?{end}",
        en.duration,
    ),
    # as many as a clock has, and of a unit that figures only go with: 30min, 72h, 11.5 sec
    Rule(
        "duration",
        r"{fresh}(?P<count>\d{1,3}(?:\.\d{1,2})?)(?:[-\s]?(?P<unit>{short_unit})|-(?P<whole_unit>second)){end}",
        en.duration,
    ),
    Rule(
        "duration",
        after(
            *("for", "within", "in", "over", "after", "took", "take", "lasted", "lasts", "to last"),
            *("will last", "of", "many", "spent", "spend", "by", "until", "despite", "during"),
            *("following", "amid", "with"),
        )
        + r"{plural}{end}",
        en.duration,
    ),
    Rule("duration", r"{plural}(?={gap}(?:before|after){gap})", en.duration),
    # the day after Christmas: a length only if what it is counted from follows
    Rule("duration", r"(?:[Tt]he|[Aa]n?){gap}{length}(?={gap}(?:before|after){gap})", en.beside),
)
