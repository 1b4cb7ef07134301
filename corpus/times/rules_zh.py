"""The rules of Chinese time expressions, in the lexicon's spelling; ``{name}`` is a fragment.

Each rule names what it reads, where it matches and which reading it makes; the fragments are in
`corpus.times.patterns_zh`. Order matters: the first that matches at a place wins. This module must
never compute a day.
"""

from __future__ import annotations

from corpus.times import lengths_zh as long
from corpus.times import readings_zh as zh
from corpus.times.build import skip, then, weekend
from corpus.times.clocks_zh import CLOCKS
from corpus.times.dates_zh import DATES
from corpus.times.grammar import Rule, beginning
from corpus.times.patterns_zh import DIGIT

_WORDS = (
    Rule("name", "{name}", skip),
    # counted from what was spoken of; 第二天 comes before the ordinals
    Rule("context.month-day", "(?P<word>[同当次翌]月){gap}{days}", zh.spoken_day),
    Rule("context", "(?<!的)(?P<word>{spoken})(?!{other_behind})", zh.spoken),
    # 会面的前一天: counted from an event of no known day
    Rule(
        "context",
        "(?<=的)(?<![年月周]的)(?P<word>(?:前一|次|翌|第二|同一)[天日年周])",
        zh.spoken_apart,
    ),
    Rule("context.then", "{then}", then),
)
#: the commonest, early, because every rule before the one that matches is tried in vain
_COMMON = (
    # 最近三天, before the 最近 alone
    Rule(
        "duration.relative",
        "(?P<rel>{ago}|{ahead})的?{gap}{count}{length}(?:以来|来)?",
        long.duration,
    ),
    Rule("duration", "(?P<word>{long})(?![前后以之期])", long.long_word),
    # what only tells past, present or future
    Rule(
        "vague.war",
        "(?:{war}|战)(?:结束|爆发|开始)?(?:(?<!开战)(?<!爆发)(?<!解体)以来|期间|时期|{before}|{after})",
        zh.war,
    ),
    # with the name of an event before it, 开战以来
    Rule("since", "以来", zh.since),
    # 未来 of a noun is no time ahead: 乌克兰未来的任何谈判
    Rule(
        "vague",
        "(?!(?<=[一-鿿])(?<![在于和与对为向])未来的|[至迄]今[年天日早晚夜晨春夏秋冬])(?P<word>{vague})",
        zh.reference,
    ),
    Rule("weekday", "(?P<week>上上个?|下下个?|[上下]一?个?|本|这一?个?){weekday}", zh.weekday),
    # 今天的世界 is not that of one day
    Rule("vague", "(?P<word>今天)(?=的{of_our_time})", zh.of_our_time),
    # 上世纪 is told with its decades, 上世纪八九十年代
    Rule(
        "relative",
        "(?<![马光])(?P<word>{named})(?!(?<=世纪)[^，。]{0,4}年代){end}(?!{other_behind})",
        zh.word,
    ),
)
_LENGTHS = (
    # lengths, before the days and years that they begin like
    # counted from an event that stands before: 通话的两天前, 访台两周后
    Rule("shift", "(?<=的){count}{length}{before}", long.apart_before),
    Rule("shift", "(?<=的){count}{length}{after}", long.apart_after),
    Rule(
        "shift",
        "(?<=[一-龥])(?<![在于就而并但则仅约近将且]){fresh}{count}{length}{after}",
        long.apart_after,
    ),
    Rule("shift", r"{fresh}(?<!月)(?!(?:[12]\d|3[01]){gap}日){count}{length}{before}", long.ago),
    Rule("shift", "{fresh}(?<!月){count}{length}{after}", long.later),
    Rule("duration", "{fresh}{count}{gap}(?P<unit>日)(?={within})", long.duration),
    Rule("months.first", r"[前头](?P<count>{numeral})个?(?P<unit>季度)", zh.first_months),
    Rule(
        "months.first",
        r"(?<![^\s，。；：、“])前(?P<count>{numeral})个(?P<unit>月)(?![前后以之内里])",
        zh.first_months,
    ),
    Rule("months.first", r"[前头](?P<count>{numeral})个?(?P<unit>月)", zh.first_months_beside),
)
_DAYS = (
    Rule(
        "day.listed",
        r"{fresh}(?P<day>{dd})(?=(?:{comma}{gap}{dd}){1,4}{gap}(?!{other_unit})日)",
        zh.date,
    ),
    Rule(
        "day",
        r"{fresh}(?=\d|[二三廿]?十|[廿卅])(?P<day>{dd})(?:{gap}日?起?{dash}(?P<to_day>{dd}))?{gap}(?:(?!{other_unit})日|{press_day})",
        zh.date,
    ),
    Rule("day.number", "{fresh}(?P<day>{dd}){gap}号(?={gap}(?:{part}|当天|[早晚]))", zh.date),
    Rule(
        "day.number",
        r"(?:(?<=[，。：；、（(在于至到从月])(?<!号、)|(?<!\S)(?=\d\d?号(?:[，,]|\Z)))(?P<day>{dd}){gap}(?!{other_unit})号",
        zh.date,
    ),
    # 会议24号举行
    Rule(
        "day.number",
        r"{fresh}(?=\d)(?<![街路院楼馆巷道厦])(?P<day>{dd}){gap}号(?={gap}(?:至|到|起|之?前|之?后|举行|召开|开始|抵达|访问|发布|宣布|表示|说|称|到期|截止))",
        zh.date,
    ),
    Rule(
        "duration",
        "{fresh}(?<![某那哪每])(?!(?<=有)一[天年日夜]|{every}){count}{length}(?:以来|来)?",
        long.plain_duration,
    ),
    # 1小时15分, 3分20秒: 分 alone is a point as well
    Rule(
        "duration",
        r"(?:(?<=小时)|{fresh}(?={numeral}分{numeral}秒)){count}(?P<unit>分)(?![之钟])",
        long.duration,
    ),
)
_NAMED = (
    # 头三天, 最后两周: days of a year or month beside them, else a stretch of what is told
    Rule(
        "duration.told",
        "(?!{vague})(?P<edge>(?<![之以目日眼当提空战然前滞落背幕元])[前头]|{edgeward}){gap}{count}{length}",
        long.edge_duration,
    ),
    Rule(
        "duration.told",
        "(?!{vague})(?:(?<![之以目日眼当提空战然前滞落背幕元年])后|{along}){gap}{count}{length}",
        long.plain_duration,
    ),
    # weekdays and words
    Rule("weekday", rf"(?<![\d每{DIGIT}十几数半]){{weekday}}(?![次般])", zh.weekday),
    Rule("weekend", "周末", weekend),
    # 昨今两天, 今明两年
    Rule("relative.pair", "(?P<pair>昨今|今明|明后)(?:两?(?P<day>[天日])|两(?P<year>年))", zh.pair),
    Rule(
        "relative",
        "(?:(?<=[比较与和])|(?=..(?:同期|末|底|初)))(?P<word>{named_compared}){end}(?!{other_behind})",
        zh.word,
    ),
    # 昨（28）日, 今（1日）, 去（2021）年: the figure tells, what stands before says how near it is
    Rule("month", "[本上下][（(]{gap}(?P<month>{mm}){gap}[)）]月(?!{other_unit}){end}", zh.date),
    Rule("year", r"[今去明][（(]{gap}(?P<year>20\d\d){gap}[)）]年{end}", zh.year),
    Rule("day", "[今昨明本][（(]{gap}(?P<day>{dd}){gap}日?{gap}[)）]日?", zh.date),
    Rule(
        "relative",
        rf"(?<![\d{DIGIT}十百千几数半多余近每周])(?!{{other_edge}})(?P<word>{{edge}})",
        zh.edge,
    ),
    Rule(
        "season",
        "(?P<of>[今去明])年?(?P<season>{season})(?!季?[奥残运小节粮收种播耕])",
        zh.within_year("season"),
    ),
    # 春秋 and 春夏秋冬 are no season of a year
    Rule(
        "season",
        "(?<![春夏秋冬])(?P<season>{season})(?!季?[奥残运小节粮收种播耕春夏秋冬])",
        zh.within_year("season"),
    ),
    Rule("half", "(?P<half>{half})", zh.within_year("half")),
    Rule("holiday", "(?<!届)(?P<holiday>{holiday})(?!{other_feast})", zh.holiday),
    Rule(
        "holiday",
        "(?<!传统)(?P<feast>{short_feast})(?=[”」]?{feast_time}|{before}|{after})",
        zh.short_holiday,
    ),
    # 去年国庆, 今年五一: the year tells that it is the feast
    Rule(
        "holiday",
        "(?P<feast>{short_feast})(?![五月日号个年路届次级线点分万亿千百])",
        zh.holiday_beside,
    ),
)
_SETS = (
    Rule(
        "set.weekday",
        "每(?:个|逢)?{weekday}(?:{dash}(?:周|星期|礼拜)?(?P<to_weekday>[一二三四五六日天]))?(?![次回场])",
        long.each_weekday,
    ),
    Rule(
        "set.date",
        "每年的?{gap}(?P<month>{mm}){gap}月(?:{gap}(?P<day>{dd}){gap}[日号])?",
        long.each_date,
    ),
    Rule("set.date", "每个?月的?{gap}(?P<day>{dd}){gap}[日号]", long.each_date),
    Rule("set.season", "每年的?(?P<season>{season})(?!节)", long.each_season),
    Rule("set", "(?!{speed})(?P<word>{every})", long.each_word),
    Rule("set", "每隔?{gap}{count}{length}", long.each),
)
RULES = (
    *_WORDS,
    *_COMMON,
    *beginning(
        rf"\dQ零{DIGIT}十百千廿卅半几数好若上成第首最农正腊冬元前头本", (*DATES, *_LENGTHS, *_DAYS)
    ),
    *_NAMED,
    *_SETS,
    *CLOCKS,
)
