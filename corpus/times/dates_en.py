"""The patterns of English calendar dates, and of what is counted within months and years.

Named groups and ``{fragments}`` go in, rules come out, in the order in which they are tried. This
module must never compute a day.
"""

from __future__ import annotations

from corpus.times import readings_en as en
from corpus.times.build import skip
from corpus.times.fragments_en import after, not_after
from corpus.times.grammar import Rule

_MONTH_NUMBER = r"(?P<month>1[0-2]|0?[1-9])"

#: what bears a number as its name: Resolution 1701
_NUMBERED = (
    *("resolution", "flight", "route", "page", "room", "article", "section", "number", "windows"),
    *("highway", "chapter", "directive", "regiment", "unit", "channel", "line", "crew of", "law"),
)

DATES = (
    Rule("name", r"(?:{name}{end}|https?://\S+|www\.\S+)", skip),
    # calendar dates, the fuller before the barer
    Rule(
        "day.iso",
        rf"{{fresh}}(?P<year>(?:19|20)\d\d)[-/.]{_MONTH_NUMBER}[-/.](?P<day>{{dd}})"
        r"(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w/-]|\.\d)",
        en.date,
    ),
    Rule(
        "day.iso",
        r"{fresh}(?P<year>(?:19|20)\d\d)(?P<month>1[0-2]|0[1-9])(?P<day>3[01]|[12]\d|0[1-9])"
        r"(?![\w/-]|[.,:]\d)",
        en.date,
    ),
    Rule("day.slash", rf"{{fresh}}{_MONTH_NUMBER}/(?P<day>{{dd}})/{{any_year}}(?![\w/])", en.date),
    Rule("day.slash", rf"{{fresh}}(?P<day>{{dd}})/{_MONTH_NUMBER}/{{any_year}}(?![\w/])", en.date),
    Rule(
        "day.dash",
        r"(?<![\d./])(?<!\d-)(?P<month>1[0-2]|0[1-9])-(?P<day>3[01]|[12]\d|0[1-9])-{any_year}(?![\w/-]|\.\d)",
        en.date,
    ),
    Rule(
        "day.dash",
        rf"{{fresh}}{_MONTH_NUMBER}-(?P<day>{{dd}})-(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)",
        en.date,
    ),
    Rule(
        "day.dot",
        rf"{{fresh}}(?P<day>{{dd}})[.-]{_MONTH_NUMBER}[.-](?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)",
        en.date,
    ),
    # 4/22, which may be a share, only behind what makes it a day, or beside one
    Rule(
        "day.slash",
        after("on", "since", "until", "by", "from", "dated", "before", "after")
        + rf"{_MONTH_NUMBER}/(?P<day>{{dd}})(?![\w/%-]|[.,]\d|{{gap}}of{{end}})",
        en.date,
    ),
    Rule(
        "day.slash",
        after("on", "since", "until", "by", "from", "dated", "before", "after")
        + rf"(?P<day>{{dd}})/{_MONTH_NUMBER}(?![\w/%-]|[.,]\d|{{gap}}of{{end}})",
        en.date,
    ),
    Rule(
        "day.slash", rf"{{fresh}}{_MONTH_NUMBER}/(?P<day>{{dd}})(?![\w/%-]|[.,]\d)", en.day_beside
    ),
    Rule(
        "day.month-day",
        r"(?<=etween )(?P<month>{any_month}){gap}{days_and}{and_year}",
        en.date,
    ),
    Rule(
        "day.month-day",
        r"(?:{towards_it})?{no_may}(?P<month>{any_month})(?:\s{0,8}(?:the{gap})?|[-/]){days}{and_year}",
        en.date,
    ),
    Rule(
        "day.month-day",
        r"(?P<month>(?!may|march){any_month}){gap}(?:the{gap})?(?=[a-z]){day_words}{and_year}",
        en.date,
    ),
    Rule(
        "day.day-month",
        r"{fresh}(?P<day>{dd})[-/](?P<month>{any_month})[-/]{any_year}{end}",
        en.date,
    ),
    Rule("day.day-month", r"{fresh}(?P<day>{dd})\.{gap}(?P<month>{any_month}){gap}{year}", en.date),
    Rule(
        "day.day-month",
        r"(?<=etween ){days_and}{gap}(?:of{gap})?(?P<month>{any_month}){end}{and_year}",
        en.date,
    ),
    # 9 and 17 April are two days, the first of which has its month from the second
    Rule(
        "day.day-month",
        r"(?:[Tt]he{gap})?{fresh}(?P<day>{dd}){nth}?(?={gap}and{gap}(?:the{gap})?{dd}{nth}?{gap}"
        r"(?:of{gap})?(?P<month>{any_month}){end}{and_year})",
        en.date,
    ),
    Rule(
        "day.day-month",
        r"(?:[Tt]he{gap})?{fresh}{days}(?:{gap}(?:of{gap})?|-)(?P<month>{any_month}){end}{and_year}",
        en.date,
    ),
    Rule(
        "day.day-month",
        r"(?:[Tt]he{gap})?{day_words}{gap}of{gap}(?P<month>{any_month}){end}{and_year}",
        en.date,
    ),
    Rule(
        "century",
        r"(?:[Tt]he{gap})?(?:(?P<third>{third})[-\s])?{fresh}(?P<century>[12]?\d(?={nth})|{century}){nth}?"
        r"(?:\s?[-–]\s?|{gap}(?:and|to|or|through){gap})(?:the{gap})?(?:(?P<to_third>{third})[-\s])?"
        r"(?P<to_century>[12]?\d(?={nth})|{century}){nth}?[-\s]{1,8}centur(?:y|ies){end}",
        en.century,
    ),
    Rule(
        "day",
        r"(?<=day )the{gap}(?P<day>{day_word}){alone}",
        en.day_beside,
    ),
    Rule(
        "day",
        r"(?:(?<=\d, )|(?<=\d and )|(?<=\d, and ))(?P<day>{dd}){nth}?(?!:\d|,\d\d\d|\.\d){alone}"
        r"(?:,{gap}{year})?",
        en.day_beside,
    ),
    Rule(
        "day",
        r"[Tt]he{gap}(?P<day>{dd}){nth}(?:{alone}|(?={gap}of{gap}(?:{towards}|the|that){gap}month))",
        en.date,
    ),
    Rule(
        "day",
        r"{fresh}(?P<day>{dd}){nth}(?:{alone}|(?={gap}of{gap}(?:{towards}|the|that){gap}month))",
        en.day_beside,
    ),
    Rule(
        "month",
        r"(?P<month>{any_month})\s?[-–—]\s?(?P<to_month>{any_month}){end}(?!{gap}\d\d?(?!\d)){and_year}",
        en.date,
    ),
    Rule(
        "month.year-month",
        r"(?P<month>{any_month})(?:,?{gap}(?:of{gap})?{year}|{gap}(?:of{gap})?{year_word}|[-/](?P<whole_year>(?:19|20)\d\d){end}|,?\s?['’](?P<short_year>\d\d){end})",
        en.date,
    ),
    Rule(
        "month.year-month",
        rf"{{fresh}}{_MONTH_NUMBER}[-/](?P<year>(?:19|20)\d\d)(?![\w/])",
        en.date,
    ),
    Rule(
        "month",
        r"(?<=etween )(?P<month>{month}){gap}and{gap}(?P<to_month>{month}){end}{and_year}",
        en.date,
    ),
    Rule("month", r"{towards_it}(?P<month>(?!may|march){any_month}){end}", en.month),
    Rule("month", r"{in_month}(?P<month>{any_month}){end}", en.month),
    Rule("month", r"(?P<month>(?![Mm][Aa][YyRr]|august){month}){end}(?!{gap}[A-Z][a-z])", en.month),
    Rule(
        "decade",
        r"(?:[Tt]he{gap})?(?:(?P<third>{third})[-\s])?{fresh}(?P<decade>(?:1[5-9]|20)\d0)['’]?s{end}",
        en.decade,
    ),
    Rule(
        "decade",
        r"[Tt]he{gap}(?:(?P<third>{third})[-\s])?(?:['’]?(?P<decade>[2-9]0)['’]?s|(?:nineteen[-\s])?(?P<word>{decade})){end}",
        en.decade,
    ),
    Rule("decade", r"(?P<third>{third})[-\s]['’](?P<decade>[2-9]0)s{end}", en.decade),
    Rule("decade", r"(?P<third>{third})[-\s](?P<word>{decade}){end}", en.decade),
    Rule(
        "century",
        r"(?:[Tt]he{gap})?{fresh}(?P<century>[12]?\d(?={nth})|{century}){nth}?[-\s]{1,8}century{end}",
        en.century,
    ),
    Rule(
        "quarter",
        r"(?:[Tt]he{gap})?(?P<quarter>{ordinal})[-\s]quarter{end}(?!{gap}of{gap}(?:this|the|that|last|next){gap}century)(?:(?:{gap}of)?{gap}{year})?",
        en.within_year("quarter"),
    ),
    Rule(
        "quarter",
        r"(?!q[1-4](?![-/\s'’]{0,2}\d\d))(?:[Qq](?P<quarter>[1-4])|(?P<of_year>[1-4])Q)(?:(?:{gap}of{gap}|[-/\s]?)(?P<year>(?:19|20)\d\d)|\s?['’]?(?P<short_year>\d\d))?(?![\w:])",
        en.within_year("quarter"),
    ),
    Rule(
        "half",
        r"(?:H(?P<half>[12])|(?P<of_year>[12])H)(?:(?:{gap}of{gap}|[-/\s]?)(?P<year>(?:19|20)\d\d)|\s?['’]?(?P<short_year>\d\d))(?![\w:])",
        en.within_year("half"),
    ),
    Rule(
        "quarter",
        r"{fresh}(?P<year>(?:19|20)\d\d)[-\s]?[Qq](?P<quarter>[1-4]){end}",
        en.within_year("quarter"),
    ),
    Rule(
        "half", r"{fresh}(?P<year>(?:19|20)\d\d)[-\s]?H(?P<half>[12]){end}", en.within_year("half")
    ),
    Rule(
        "half",
        r"(?:[Tt]he{gap})?(?P<half>first|second|1st|2nd|latter)[-\s]half{gap}of{gap}(?:the{gap}year{end}|{year})",
        en.within_year("half"),
    ),
    Rule(
        "half",
        r"(?:[Tt]he{gap})?(?P<half>first|second|latter)[-\s]half(?={gap}of{gap}(?:{towards}|that|the{gap}following){gap}year)",
        en.within_year("half", loose=True),
    ),
    Rule("season", r"{towards_it}(?P<season>{season}){end}", en.within_year("season")),
    Rule(
        "season",
        r"(?:[Tt]he{gap})?(?P<season>{season})(?:{gap}of)?{gap}(?:{year}|['’](?P<short_year>\d\d){end}|{year_word}){no_games}",
        en.within_year("season"),
    ),
    Rule(
        "season",
        after("in", "during", "by", "since", "until", "through", "over")
        + r"the{gap}(?P<season>{season}){alone}(?!{gap}in)",
        en.within_year("season"),
    ),
    Rule(
        "season",
        after("in") + r"(?P<season>(?!fall){season}){alone}(?!{gap}in)",
        en.within_year("season"),
    ),
    Rule(
        "season",
        r"(?:[Tt]he{gap})?(?P<season>(?!fall){season}){end}{no_games}",
        en.within_year("season", loose=True),
    ),
    # whose it is and when it begins, the words do not say
    Rule(
        "year.fiscal",
        r"(?:[Ff]iscal(?:{gap}[Yy]ear)?|(?:[Ff]inancial|[Bb]udget){gap}[Yy]ear){gap}{year}",
        en.fiscal_year,
    ),
    Rule("year.fiscal", r"FY[\s-]?['’]?{any_year}{end}", en.fiscal_year),
    Rule("year", r"{fresh}{year}\s?[-–/~]\s?(?P<to_year>(?:19|20)?\d\d)(?![\w-]|[.,]\d)", en.year),
    Rule(
        "year",
        r"(?<=etween ){year}{gap}and{gap}(?P<to_year>(?:19|20)\d\d){end}(?!{gap}{counted}{end})",
        en.year,
    ),
    Rule(
        "year",
        r"(?:{fresh}|(?<=mid-)|(?<=late-)|(?<=early-)|(?<=post-)|(?<=pre-)|(?<=Post-)|(?<=Pre-))"
        r"(?<!No\. )(?<!about )(?<!re than )(?<!ss than )(?<!wer than )(?<!some )"
        + not_after(*_NUMBERED)
        + r"(?<!over )(?<!least )(?<!nearly )"
        r"(?=1[5-9]|20){year}(?![-/]\d|%|['’]?s\b|\s?{zone}{end}|{gap}(?:B\.?C|block|{counted}{end})"
        r"|{gap}(?:to|or|and){gap}[\d,]{4,6}{gap}{counted}{end}|-(?:{counted}|{measured}){end}"
        r"|{gap}(?:[A-Z][a-z]{1,20}{gap}){1,2}(?:Street|Avenue|Road|Boulevard|Drive|Lane){end})",
        en.year,
    ),
    Rule(
        "year",
        r"[Tt]he{gap}year{gap}(?P<year>[1-9]\d{2,3})(?!\w|[.,:]\d|{gap}{counted}{end})",
        en.year,
    ),
    Rule("year", after("in", "since", "of", "year") + r"{year_word}{alone}", en.year),
    # counted within something
    Rule(
        "nth",
        r"(?:[Tt]he{gap})?(?!\w+{gap}quarter{gap}of{gap}\w+{gap}century)(?P<nth>{day_word}|{dd}(?={nth})|last|final){nth}?{gap}(?P<unit>{weekday}|{calendar}|day)(?={gap}(?:of|in){gap}(?:the{gap})?"
        r"(?:{any_month}|{towards}|{season}|{third}|{ordinal}|{century}|[12]?\d{1,3}(?:st|nd|rd|th)?|{year_word}|year|month|quarter|decade|following|same|that){end}"
        r"|{gap}(?:this|next){gap}(?:month|year))",
        en.nth,
    ),
    Rule(
        "relative",
        r"(?:[Tt]he{gap})?(?P<unit>{calendar}|{weekday}){gap}(?:after|before){gap}(?:the{gap})?(?P<way>next|last){alone}",
        en.after_next,
    ),
    Rule(
        "nth",
        r"(?:[Tt]he{gap})?[Ww]eek{gap}(?:[Nn]o\.{gap}|#)?(?P<number>5[0-3]|[1-4]\d|0?[1-9])(?![\w-]|[.,]\d)(?:{gap}(?:of|in){gap}{year})?",
        en.week,
    ),
    Rule(
        "nth",
        r"(?:[Tt]he{gap})?(?P<unit>[Ww]eek|[Ww]eekend|[Mm]onth)(?:{gap}(?:ended|ending|beginning|starting|commencing|of))(?=[\s(]{1,8}(?:on{gap}|the{gap})?(?:\d|{any_month}|{weekday}|{holiday}|{short_weekday}))",
        en.around,
    ),
)
