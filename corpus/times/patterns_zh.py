"""What the Chinese rules are made of: fragments, kinds of words, and what a match begins with.

All in the lexicon's spelling. This module must never say what a piece means.
"""

from __future__ import annotations

#: figures as they are written out, without zero
DIGIT = "一二两三四五六七八九"
#: what parts the two ends of a range
_HYPHEN = r"\-‐‑–—―─~～〜－"
#: what parts the members of a list that share a unit: 9、10日
_COMMA = "、和及与"
#: 9时30分, 八点半, 三点一刻, 九点二十; the words that a time of day may begin with
_OF_A_CLOCK = {
    "minutes": r"(?:钟|整|许|多(?![个名人种项条])|(?P<half>半)|(?P<quarter>[一三13])刻|"
    r"{gap}(?P<minute>{sixty}){gap}分(?![之钟])(?:{gap}{sixty}{gap}秒)?|"
    r"(?P<bare_minute>{spoken_minute}))",
    "part_of_day": "(?P<part>{part}|[晚早](?!一点))",
}

FRAGMENTS = {
    "gap": r"\s{0,8}",
    "dash": rf"\s{{0,8}}(?:至|到|[{_HYPHEN}]{{1,2}})\s{{0,8}}",
    "comma": f"[{_COMMA}]",
    # no number goes on to the left; a name may end in a Chinese numeral: 安倍晋三2022年
    "fresh": rf"(?=[\d零{DIGIT}十百千廿卅半几数好若上成])(?<![\d.．])"
    rf"(?:(?=\d)|(?<![第{DIGIT}十百千万亿]))",
    "yyyy": rf"(?:(?:1\d|2[01])\d\d|[一二][零{DIGIT}]{{3}}|"
    rf"[二两]千零?(?:[一二]?十[{DIGIT}]?|[{DIGIT}]))",
    "yy": rf"(?:\d\d|[零{DIGIT}]{{2}})",
    # a year counted from the first one of an era: 元年, 三十七年
    "reign": rf"(?P<reign>元|\d{{1,3}}|[{DIGIT}十百廿卅]{{1,5}}){{gap}}年",
    "mm": r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])",
    "dd": rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|卅一?|[二廿]?十[{DIGIT}]?|廿[{DIGIT}]?|[{DIGIT}])",
    "xx": rf"二?十[{DIGIT}]?",
    "hh": rf"(?:2[0-4]|1\d|0?\d|二十[一二三四]?|十[{DIGIT}]?|[零{DIGIT}])",
    # 1月9日至10日, 3至5月, 2014-2016年: the left end may leave its unit to the right one
    "days": r"(?P<day>{dd})(?:{gap}[日号]?起?{dash}(?P<to_day>{dd}))?{gap}"
    r"(?:(?!{other_unit})[日号]|{press_day})",
    # 15日本报记者 is no Japan
    "press_day": r"(?<=\d)日(?=本(?:报|台|网|社|刊|周|月))",
    # in 2月26、28日 the first day leaves its unit to those behind it
    "date": r"(?P<month>{mm}){gap}月份?{gap}"
    r"(?:{days}|(?P<listed>{dd})(?=(?:{comma}{gap}{dd}){1,4}[日号]))",
    # 2月24日，星期四: the weekday checks the date if nothing else follows it
    "aside": r"(?:{gap}[,，]{gap}{weekday}(?={gap}(?:[,，。;；]|\Z)))?",
    "months": r"(?P<month>{mm})(?:{gap}月?起?{dash}(?P<to_month>{mm}))?{gap}(?!{other_unit})月份?",
    "years": r"(?P<year>{yyyy})(?:{gap}年?起?{dash}(?P<to_year>{yyyy}))?{gap}年(?!代)",
    # 年初 and 月底; each of these ends a phrase only where it begins no word: 初步, 前往, 后续
    "end": r"(?:[年月]?(?!{other_third})(?P<third>{third}))?",
    # 本月前20天 counts the days of the month
    "before": rf"(?:之前|以前|(?!{{other_front}}|前[\d{DIGIT}十几]{{1,3}}个?[天周月季])前)",
    "after": "(?:之后|以后|(?!{other_back})后)",
    "within": "(?:之内|以内|(?!{other_within})内)",
    "weekday": r"(?:周|星期|礼拜)(?P<weekday>[一二三四五六]|日(?!本)|(?<!周)天)",
    # 三到五年
    "count": rf"(?:(?P<low>\d{{1,3}}|[{DIGIT}十]{{1,3}})(?:至|到|[{_HYPHEN}]))?"
    rf"(?P<count>(?!00)\d{{1,3}}(?:,\d{{3}}){{0,2}}(?!\d)(?:\.\d{{1,2}})?|2[2-9]\d\d|[3-9]\d{{3}}|半|{{few}}|"
    rf"[{DIGIT}十百千][{DIGIT}十百千零]{{0,5}})",
    # what follows the number in a length: 三 个 多 月, 二十 多 年, 一 个 半 小时, 两 年半
    "length": r"{gap}(?P<more>[多余]|(?<=[十百0])来)?{gap}(?P<of>个)?整?(?P<more_of>[多余])?"
    r"(?P<half>半)?{gap}(?!{other_unit})(?P<unit>{unit})(?:(?P<half_behind>半)(?![年月数岛导]))?(?P<more_behind>多)?",
    # what is counted with four figures and is no year
    "counted": "[元人名美欧英日万亿公平米吨千百个家点多余架辆枚件户所座倍%℃]",
    # 每小时100公里 is how fast, not how often
    "speed": rf"每个?(?:小时|分钟|秒)约?{{gap}}[\d{DIGIT}十百几数.]{{1,6}}多?{{gap}}"
    "(?:公里|英里|海里|千米|米)",
    "numeral": rf"(?:\d{{1,2}}|[{DIGIT}十]{{1,3}})",
    "spoken_minute": rf"(?:(?:[二三四五]?十[{DIGIT}]?|零[{DIGIT}])"
    rf"(?![{DIGIT}十百千万亿个多余名分])|"
    r"(?<=点)[0-5]\d(?![\d.%万亿个多余名分公元]))",
    "sixty": rf"(?:[0-5]?\d|[二三四五]?十[{DIGIT}]?|零?[{DIGIT}])",
    # of each of these there is one for the right end of a range
    **{
        f"{end}{name}": pattern.replace("(?P<", f"(?P<{end}")
        for end in ("", "to_")
        for name, pattern in _OF_A_CLOCK.items()
    },
}

#: kinds of words in the lexicon that open an expression
OPENING = (
    *("name", "named", "spoken", "edge", "then", "vague", "part", "every", "war", "half", "long"),
    "short-feast",
)
#: kinds of words that open one with a number behind them
OPENING_NUMBER = ("ago", "ahead", "along", "edgeward")

#: how every match of a rule begins, which is cheap to refuse: with a character that is one by
#: itself, or with one of these and one of those, beside the words of the lexicon
ALONE = "春夏秋冬"
FIRST = r"\dQ第首前头最这上下本周星礼每半今去明昨早晚战同当次翌中民元正腊农以"
#: what may follow a number that begins an expression
_AFTER = rf"年月日号天周时点小分秒世个多余至到半星礼季钟整昼刻来财{_COMMA}{_HYPHEN}:："
SECOND = (
    rf"\d\s{DIGIT}零十百千廿卅几数{_AFTER},./（("
    "春夏秋冬隔逢到早Q季周后年月一个上下末期拜国以时之今明历好若成"
)
TRIGGER = (
    # a number and what may follow one
    rf"(?<![\d.．])\d{{1,4}}(?:(?:,\d{{3}}){{0,2}}{{gap}}[{_AFTER}]|[-/.]\d|Q)|[百十0]来",
    rf"(?:[{DIGIT}十百千半零廿卅]{{1,6}}|{{few}}){{gap}}[{_AFTER}]",
    rf"第{{gap}}[\d{DIGIT}十百千Q]|Q[1-4]|首[季周个星礼天]|最后一|元年|上年|农历|[正腊]月|[前头后]{{gap}}[\d{DIGIT}十百千几数半好若上成]",
    "(?:[上下本]|上上|下下|这一?)[一个]{0,2}(?:周|星期|礼拜)|周[一二三四五六日末]|星期|礼拜|每",
    rf"[春夏秋冬]|[今去明]年?[春夏秋冬]|[今昨明本去上下][（(今明后]|[早晚]{{gap}}[\d{DIGIT}十零]|战[前后期时以之]",
    rf"(?:{{ago}}|{{ahead}}|{{along}}|{{edgeward}})的?{{gap}}(?:[\d{DIGIT}十百千零半]|{{few}})|{{opening}}|{{holiday}}|以来",
)
