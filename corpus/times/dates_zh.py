"""The rules of Chinese calendar dates, years and their parts, the fuller before the barer.

``{name}`` is a fragment of `corpus.times.patterns_zh`; order matters here too.
This module must never compute a day.
"""

from __future__ import annotations

from corpus.times import readings_zh as zh
from corpus.times.build import skip
from corpus.times.grammar import Rule
from corpus.times.patterns_zh import DIGIT

_ISO_END = r"(?![\d/]|[.-]\d(?!\d{3}[-/.]))"
_PARTS = (
    Rule(
        "quarter",
        r"(?:第?{gap}(?<!\d)(?P<quarter>[一二三四1-4]){gap}个?季度|(?P<first>首)季度?){end}",
        zh.quarter,
    ),
    # 2022年第二季, 2022年Q3: the year says that it is no season of a series
    Rule(
        "quarter",
        r"第?{gap}(?<!\d)(?P<quarter>[一二三四1-4]){gap}季(?![度节赛报票饭])",
        zh.quarter_beside,
    ),
    Rule("quarter", r"第?{gap}Q(?P<quarter>[1-4])(?![\dA-Za-z])", zh.quarter_beside),
    Rule(
        "quarter",
        r"{fresh}(?P<year>20\d\d){gap}年?{gap}Q(?P<quarter>[1-4])(?![\dA-Za-z])",
        zh.quarter,
    ),
    # 2月第一周, 5月最后一个星期一: counted in what stands beside
    Rule(
        "nth.weekday",
        "(?:第{gap}(?P<nth>{numeral}){gap}|首|(?P<last>最后一))个?(?:的)?{weekday}",
        zh.nth,
    ),
    Rule(
        "nth",
        "(?:第{gap}(?P<nth>{numeral}){gap}|首|(?P<last>最后一))个?{gap}(?!{other_unit})(?P<unit>周|星期|礼拜|天|(?<=个)月)",
        zh.nth,
    ),
    Rule("ordinal", rf"第{{gap}}(?:\d+|[{DIGIT}十百千]+)", skip),
)
_DATES = (
    # calendar dates, the fuller before the barer
    Rule(
        "day.iso",
        r"(?:(?<![A-Za-z\d_./-])|(?<=\d-)(?=\d{4}/))(?P<year>(?:1[5-9]|20)\d\d)[-/.](?P<month>1[0-2]|0?[1-9])"
        rf"[-/.](?P<day>3[01]|[12]\d|0?[1-9])"
        rf"(?:[ T](?P<clock>(?:[01]\d|2[0-3]):[0-5]\d):[0-5]\d(?:Z|[+-]\d\d:?\d\d)?)?{_ISO_END}",
        zh.date,
    ),
    # 24.02.2022, and with strokes where one of the figures can be no month
    Rule(
        "day.iso",
        r"(?<![A-Za-z\d_./-])(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)"
        + _ISO_END,
        zh.date,
    ),
    Rule(
        "day.iso",
        r"(?<![A-Za-z\d_./-])(?P<day>(?=\d\d?\.|1[3-9]|[23]\d)(?:3[01]|[12]\d|0?[1-9]))[-/.]"
        rf"(?P<month>1[0-2]|0?[1-9])[-/.](?P<year>(?:19|20)\d\d){_ISO_END}",
        zh.date,
    ),
    # 农历正月十五, 三月初一
    Rule(
        "day.lunar",
        "(?:(?P<year>{yyyy}){gap}年{gap}农历|农历(?:(?P<of>{yyyy}){gap}年|的)?){gap}"
        "(?P<moon>[正腊冬]|闰?{mm}){gap}月{gap}(?:初?(?P<day>{dd})[日号]?)",
        zh.lunar,
    ),
    Rule(
        "day.lunar",
        rf"(?:{{fresh}}(?P<year>{{yyyy}}){{gap}}年{{gap}})?(?P<moon>[正腊冬]|十[一二]?|[{DIGIT}])月初(?P<day>十|[{DIGIT}])(?![{DIGIT}十百千审])",
        zh.lunar,
    ),
    Rule("day.lunar", rf"(?P<moon>[正腊])月(?P<day>[二三]?十[{DIGIT}]?|廿[{DIGIT}]?)", zh.lunar),
    Rule("day.year-month-day", "{fresh}(?P<year>{yyyy}){gap}年{gap}{date}{aside}", zh.date),
    # 民国111年2月24日, 令和四年; months of an old reign are of the moon: only its year is told
    Rule("day.era", "(?<=(?P<era>{era})){reign}{gap}{date}", zh.reign),
    Rule("month.era", "(?<=(?P<era>{era})){reign}{gap}{months}{end}", zh.reign),
    Rule("year.era", "(?<=(?P<era>{era})){reign}度?{end}", zh.reign),
    Rule(
        "year.era",
        "(?<=(?P<era>{era_lunar})){reign}(?:(?:{mm}|[正腊])月(?:初?{dd}日?)?)?",
        zh.reign,
    ),
    Rule(
        "year.era",
        rf"(?<=[公西]元)(?P<year>\d{{1,4}}|[{DIGIT}零十百千]{{1,7}}){{gap}}年{{end}}",
        zh.year,
    ),
    Rule(
        "year.bc",
        rf"(?<=[公西]元前)(?P<bc>\d{{1,4}}|[{DIGIT}零十百千]{{1,7}}){{gap}}年",
        zh.before_christ,
    ),
    # 一月二十三, without its 日 where nothing may be counted
    Rule(
        "day.bare",
        rf"{{fresh}}(?:(?P<year>{{yyyy}}){{gap}}年{{gap}})?(?P<month>十[一二]?|[{DIGIT}])月(?P<day>三十一?|[二廿]?十[{DIGIT}]?|廿[{DIGIT}]?)"
        r"(?={gap}(?:[，。；、,;）)]|\Z|当天|{part}))",
        zh.date,
    ),
    # 18年10月1日
    Rule("day.short-year", "{fresh}(?P<short>{yy}){gap}年{gap}{date}", zh.date),
    Rule("month.short-year", "{fresh}(?P<short>{yy}){gap}年{gap}{months}{end}", zh.date),
    Rule("month.year-month", "{fresh}(?P<year>{yyyy}){gap}年{gap}{months}{end}", zh.date),
    Rule("day.month-day", "{fresh}{date}{aside}", zh.date),
    Rule("month", "{fresh}{months}{end}", zh.date),
    # 二三月份
    Rule(
        "month.pair",
        rf"{{fresh}}(?P<month>[{DIGIT}])(?P<to_month>[{DIGIT}])月份?(?!{{other_unit}})",
        zh.month_pair,
    ),
    Rule(
        "month.listed", r"{fresh}(?P<month>{mm})(?=(?:{comma}{mm}){1,4}(?!{other_unit})月)", zh.date
    ),
)
_YEARS = (
    Rule(
        "year.between",
        "{fresh}(?P<year>{yyyy}){gap}年?{gap}[和与跟至到]{gap}(?P<to_year>{yyyy}){gap}年(?=之?间)",
        zh.year,
    ),
    # whose it is and when it begins, the words do not say
    Rule(
        "year.fiscal",
        r"{fresh}(?P<year>{yyyy}){gap}年?{gap}(?:财年|(?:财政|会计|预算)年度)",
        zh.fiscal_year,
    ),
    Rule("year", "{fresh}{years}度?{end}", zh.year),
    Rule("year.listed", "{fresh}(?P<year>{yyyy})(?=(?:{comma}{gap}{yyyy}){1,4}{gap}年)", zh.year),
    # 2021/22年度, 2021-22赛季
    Rule(
        "year.split",
        r"{fresh}(?P<year>(?:19|20)\d\d)[-/](?P<to_short>\d\d)(?={gap}(?:年度|赛季|学年))年?度?",
        zh.year,
    ),
    # 从2016到2018, （1939—1945）, and without its 年 where nothing is counted
    Rule(
        "year.bare-range",
        r"(?<![\d.．-])(?P<year>(?:1[89]|20)\d\d){dash}(?P<to_year>(?:1[89]|20)\d\d)(?![\d.-]|\s?{counted}|{gap}年代)",
        zh.bare_years,
    ),
    Rule(
        "year.short",
        rf"{{fresh}}(?P<short>0\d|零[{DIGIT}]){{gap}}(?!{{other_unit}})年{{end}}",
        zh.year,
    ),
    Rule(
        "year.short",
        r"(?<=[在于从自])(?<![现正存]在)(?P<short>[5-9]\d)年(?![过代来间里内以之的前后多])",
        zh.year,
    ),
    Rule(
        "year.short",
        r"{fresh}(?P<short>[012]\d|[5-9]\d)年年?(?!{other_third})(?P<third>[初底末])",
        zh.year,
    ),
    Rule(
        "decade",
        r"{fresh}(?P<year>(?:1[5-9]|20)\d0)(?:{gap}(?:年代)?{dash}(?P<to_year>(?:1[5-9]|20)\d0))?"
        r"{gap}年代{end}",
        zh.decade,
    ),
    Rule(
        "decade",
        rf"(?:{{fresh}}|(?=[上本]))(?:(?P<century>\d\d|{{xx}}){{gap}}世纪|上个?世纪|(?P<own>本世纪))?{{gap}}"
        rf"(?P<decade>[1-9]0|[{DIGIT}]十|[{DIGIT}](?={{comma}}?[{DIGIT}]十))(?:{{gap}}(?:年代)?(?:{{dash}}|{{comma}}?)(?P<to_decade>[1-9]0|[{DIGIT}]十))?"
        r"{gap}年代{end}",
        zh.decade,
    ),
    Rule("century", r"{fresh}(?P<century>\d\d|{xx}){gap}世纪{end}", zh.century),
)

DATES = (*_PARTS, *_DATES, *_YEARS)
