"""The patterns of Chinese time expressions, in the lexicon's spelling; ``{name}`` is a fragment.

Each rule names what it reads, where it matches and which reading it makes. Order matters: the
first that matches at a place wins. This module must never compute a day.
"""

from __future__ import annotations

from corpus.times import readings_zh as zh
from corpus.times.build import skip, then, weekend
from corpus.times.grammar import Rule

_DIGIT = "一二两三四五六七八九"
FRAGMENTS = {
    "gap": r"\s{0,8}",
    "dash": r"\s{0,8}(?:至|到|[-–—―─~～]{1,2})\s{0,8}",
    # no number goes on to the left; a name may end in a Chinese numeral: 安倍晋三2022年
    "fresh": rf"(?<![\d.．])(?:(?=\d)|(?<![第{_DIGIT}十百千万亿]))",
    "yyyy": rf"(?:(?:1\d|2[01])\d\d|[一二][零{_DIGIT}]{{3}})",
    "minguo": r"(?:中华)?民国{gap}(?P<year>\d{2,3}){gap}年",
    "mm": rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{_DIGIT}])",
    "dd": rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|卅一?|[二廿]?十[{_DIGIT}]?|廿[{_DIGIT}]?|[{_DIGIT}])",
    "xx": rf"二?十[{_DIGIT}]?",
    "hh": rf"(?:2[0-4]|1\d|0?\d|十[一二]?|[{_DIGIT}])",
    # 1月9日至10日, 3至5月, 2014-2016年: the left end may leave its unit to the right one
    "days": r"(?P<day>{dd})(?:{gap}[日号]?{dash}(?P<to_day>{dd}))?{gap}(?!{other_unit})[日号]",
    # in 2月26、28日 the first day leaves its unit to the second
    "date": r"(?P<month>{mm}){gap}月份?{gap}"
    r"(?:{days}|(?P<listed>{dd})(?=[、和及与]{gap}\d{1,2}[日号]))",
    "months": r"(?P<month>{mm})(?:{gap}月?{dash}(?P<to_month>{mm}))?{gap}(?!{other_unit})月份?",
    "years": r"(?P<year>{yyyy})(?:{gap}年?{dash}(?P<to_year>{yyyy}))?{gap}年",
    # 年初 and 月底; each of these ends a phrase only where it begins no word: 初步, 前往, 后续
    "end": r"(?:[年月]?(?!{other_third})(?P<third>{third}))?",
    "before": "(?:之前|以前|(?!{other_front})前)",
    "after": "(?:之后|以后|(?!{other_back})后)",
    "within": "(?:之内|以内|(?!{other_within})内)",
    "weekday": r"(?:周|星期|礼拜)(?P<weekday>[一二三四五六]|日(?!本)|(?<!周)天)",
    # 三到五年
    "count": rf"(?:(?P<low>\d{{1,3}}|[{_DIGIT}十]{{1,3}})(?:至|到|[-–—~～]))?"
    rf"(?P<count>\d{{1,3}}(?!\d)|2[2-9]\d\d|[3-9]\d{{3}}|半|{{few}}|"
    rf"[{_DIGIT}十百千][{_DIGIT}十百千零]{{0,5}})",
    # what follows the number in a length: 三 个 多 月, 二十 多 年, 一 个 半 小时, 两 年半
    "length": r"{gap}(?P<more>[多余])?{gap}(?P<of>个)?(?P<more_of>[多余])?"
    r"(?P<half>半)?{gap}(?!{other_unit})(?P<unit>{unit})(?:(?P<half_behind>半)(?![年月数岛导]))?(?P<more_behind>多)?",
    "minutes": r"(?:钟|整|许|(?P<half>半)|{gap}(?P<minute>{sixty}){gap}分(?!之))",
    "sixty": rf"(?:[0-5]?\d|[二三四五]?十[{_DIGIT}]?|零?[{_DIGIT}])",
    "part_of_day": "(?P<part>{part}|[晚早](?!一点))",
}

#: kinds of words in the lexicon that the patterns name, and those that open an expression
KINDS = (
    *("third", "few", "unit", "name", "named", "spoken", "edge", "then", "vague", "part", "every"),
    *("war", "season", "half", "about", "about-behind", "about-day", "ago", "ahead", "zone", "cue"),
    *("long", "other-front", "other-back", "other-within", "other-since", "other-third"),
    *("other-edge", "other-unit", "other-hour", "other-part", "other-behind"),
)
OPENING = (
    *("name", "named", "spoken", "edge", "then", "vague", "part", "every", "war", "half", "ago"),
    *("ahead", "long"),
)

RULES = (
    Rule("name", "{name}", skip),
    # counted from what was spoken of; 第二天 comes before the ordinals
    Rule("context.month-day", "(?P<word>[同当次翌]月){gap}{days}", zh.spoken_day),
    Rule("context", "(?<!的)(?P<word>{spoken})(?!{other_behind})", zh.spoken),
    Rule("context.then", "{then}", then),
    Rule(
        "quarter",
        "(?:第(?=[一二三四1-4]季度)|(?=[一二三四1-4]季度|首季))(?P<quarter>[一二三四1-4首])季度?",
        zh.within_year("quarter"),
    ),
    Rule("ordinal", rf"第{{gap}}(?:\d+|[{_DIGIT}十百千]+)", skip),
    # calendar dates, the fuller before the barer
    Rule(
        "day.iso",
        r"(?<![A-Za-z\d_./-])(?P<year>(?:19|20)\d\d)[-/.](?P<month>1[0-2]|0?[1-9])"
        r"[-/.](?P<day>3[01]|[12]\d|0?[1-9])(?![\d/-]|\.\d)",
        zh.date,
    ),
    Rule("day.year-month-day", "{fresh}(?P<year>{yyyy}){gap}年{gap}{date}", zh.date),
    # Taiwan counts from 1912: 民國111年2月24日
    Rule("day.minguo", "{minguo}{gap}{date}", zh.minguo(zh.date)),
    Rule("month.minguo", "{minguo}{gap}{months}{end}", zh.minguo(zh.date)),
    Rule("year.minguo", "{minguo}度?{end}", zh.minguo(zh.year)),
    Rule("month.year-month", "{fresh}(?P<year>{yyyy}){gap}年{gap}{months}{end}", zh.date),
    Rule("day.month-day", "{fresh}{date}", zh.date),
    Rule("month", "{fresh}{months}{end}", zh.date),
    Rule("year", "{fresh}{years}度?{end}", zh.year),
    Rule(
        "year.short",
        r"{fresh}(?P<year>0\d|零[一二三四五六七八九]){gap}(?!{other_unit})年{end}",
        zh.short_year,
    ),
    # lengths, before the days and years that they begin like
    # counted from an event that stands before: 通话的两天前, 访台两周后
    Rule("shift", "(?<=的){count}{length}{before}", zh.apart_before),
    Rule("shift", "(?<=的){count}{length}{after}", zh.apart_after),
    Rule(
        "shift",
        "(?<=[一-龥])(?<![在于就而并但则仅约近将且]){fresh}{count}{length}{after}",
        zh.apart_after,
    ),
    Rule("shift", r"{fresh}(?<!月)(?!(?:[12]\d|3[01]){gap}日){count}{length}{before}", zh.ago),
    Rule("shift", "{fresh}(?<!月){count}{length}{after}", zh.later),
    Rule("duration", "{fresh}{count}{gap}(?P<unit>日)(?={within})", zh.duration),
    Rule(
        "duration.relative",
        "(?P<rel>{ago}|{ahead})的?{gap}{count}{length}(?:以来|来)?",
        zh.duration,
    ),
    Rule(
        "decade",
        rf"{{fresh}}(?:(?P<century>\d\d|{{xx}}){{gap}}世纪|上个?世纪|(?P<own>本世纪))?{{gap}}"
        rf"(?P<decade>[1-9]0|[{_DIGIT}]十){{gap}}年代{{end}}",
        zh.decade,
    ),
    Rule("century", r"{fresh}(?P<century>\d\d|{xx}){gap}世纪{end}", zh.century),
    Rule(
        "day",
        r"{fresh}(?=\d|[二三廿]?十|[廿卅])(?P<day>{dd})(?:{gap}日?{dash}(?P<to_day>{dd}))?{gap}(?!{other_unit})日",
        zh.date,
    ),
    Rule("day.number", "{fresh}(?P<day>{dd}){gap}号(?={gap}(?:{part}|当天|[早晚]))", zh.date),
    Rule(
        "day.number",
        r"(?<=[，。：；、（(在于至到从])(?P<day>{dd}){gap}(?!{other_unit})号",
        zh.date,
    ),
    Rule(
        "duration",
        "{fresh}(?<![有某那哪每]){count}{length}(?:以来|来)?",
        zh.plain_duration,
    ),
    Rule("duration", "(?P<word>{long})(?![前后以之期])", zh.long_word),
    # weekdays and words
    Rule("weekday", "(?P<week>上上个?|下下个?|[上下]一?个?|本|这一?个?){weekday}", zh.weekday),
    Rule("weekday", rf"(?<![\d每{_DIGIT}十几数半]){{weekday}}(?![次般])", zh.weekday),
    Rule("weekend", "周末", weekend),
    Rule("relative", "(?P<word>{named}){end}(?!{other_behind})", zh.word),
    # 昨（28）日, 今（1日）, 去（2021）年: the figure tells, what stands before says how near it is
    Rule("month", "[本上下][（(]{gap}(?P<month>{mm}){gap}[)）]月(?!{other_unit}){end}", zh.date),
    Rule("year", r"[今去明][（(]{gap}(?P<year>20\d\d){gap}[)）]年{end}", zh.year),
    Rule("day", "[今昨明本][（(]{gap}(?P<day>{dd}){gap}日?{gap}[)）]日?", zh.date),
    Rule("relative", "(?!{other_edge})(?P<word>{edge})", zh.edge),
    Rule(
        "season",
        "(?P<of>[今去明])年?(?P<season>{season})(?!季?[奥残运小])",
        zh.within_year("season"),
    ),
    Rule("season", "(?P<season>{season})(?!季?[奥残运小])", zh.within_year("season")),
    Rule("half", "(?P<half>{half})", zh.within_year("half")),
    Rule(
        "months.first",
        rf"[前头](?P<count>\d{{1,2}}|[{_DIGIT}十]{{1,2}})个?(?P<unit>月|季度)",
        zh.first_months,
    ),
    Rule("holiday", "(?<!届)(?P<holiday>{holiday})(?!游行|晚会|联欢|攻势|档)", zh.holiday),
    # sets
    Rule("set.weekday", "每(?:个|逢)?{weekday}", zh.each_weekday),
    Rule(
        "set.date",
        "每年的?{gap}(?P<month>{mm}){gap}月(?:{gap}(?P<day>{dd}){gap}[日号])?",
        zh.each_date,
    ),
    Rule("set", "(?P<word>{every})", zh.each_word),
    Rule("set", "每隔?{gap}{count}{length}", zh.each),
    # times of day
    Rule("clock", "{part_of_day}{gap}(?P<hour>{hh}){gap}[时点]{minutes}?", zh.clock),
    Rule(
        "clock",
        r"(?<![\d.:：-]){part_of_day}?{gap}(?P<hour>2[0-4]|[01]?\d)[:：](?P<minute>[0-5]\d)分?(?![\d:：%])",
        zh.loose_clock,
    ),
    Rule(
        "clock",
        r"{fresh}(?=\d|十)(?P<hour>{hh}){gap}(?:(?!{other_hour})时|点(?=钟|整|许|半|左右|{gap}\d{1,2}{gap}分)){minutes}?",
        zh.clock,
    ),
    Rule("part", "(?P<word>{part})", zh.part),
    # what only tells past, present or future
    Rule(
        "vague.war",
        "(?:{war}|战)(?:结束|爆发|开始)?(?:以来|期间|时期|{before}|{after})",
        zh.war,
    ),
    # 未来 of a noun is no time ahead: 乌克兰未来的任何谈判
    Rule(
        "vague",
        "(?!(?<=[一-鿿])(?<![在于和与对为向])未来的)(?P<word>{vague})",
        zh.reference,
    ),
)

#: characters that only patterns begin with, not words of the lexicon
FIRST = r"\d第首前头这上下本周星礼每半春夏秋冬今去明昨早晚战同当次翌中民"
#: how every match of a rule begins, which is cheap to refuse
TRIGGER = (
    # a number and what may follow one
    r"\d{1,4}{gap}[年月日号天周时点小分秒世个多余至到半星礼季钟—–―─~～:：、和及与-]|\d{4}[-/.]\d",
    rf"(?:[{_DIGIT}十百千半零廿卅]{{1,6}}|{{few}}){{gap}}[年月日号天周时点小分秒世个多余至到半星礼季钟—–―─~～、和及与-]",
    rf"第{{gap}}[\d{_DIGIT}十百千]|首季|[前头][\d{_DIGIT}十]|这[\d几数{_DIGIT}十半]",
    "(?:[上下本]|上上|下下|这一?)[一个]{0,2}(?:周|星期|礼拜)|周[一二三四五六日末]|星期|礼拜|每",
    rf"[春夏秋冬]|[今去明]年?[春夏秋冬]|[今昨明本去上下][（(]|民国{{gap}}\d|中华民国{{gap}}\d|[早晚]{{gap}}[\d{_DIGIT}十]|战[前后期时以之]",
    "{opening}|{holiday}",
)
