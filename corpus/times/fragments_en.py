"""Pieces that the patterns of English time expressions are made of: names go in, patterns come out.

``{name}`` is another piece or the words of that kind in the lexicon. This module must never match
anything by itself.
"""

from __future__ import annotations


def after(*before: str) -> str:
    """A look-behind for one of some words, with a capital or without.

    >>> after("in the")
    '(?:(?<=\\\\b[Ii]n the ))'
    """
    behind = (rf"(?<=\b[{word[0].upper()}{word[0]}]{word[1:]} )" for word in before)
    return f"(?:{'|'.join(behind)})"


def not_after(*before: str) -> str:
    """The opposite: none of these words stands before, with a capital or without."""
    return "".join(rf"(?<!\b[{word[0].upper()}{word[0]}]{word[1:]} )" for word in before)


FRAGMENTS = {
    "end": r"(?!\w)",
    "gap": r"\s{1,8}",
    # no number goes on to the left
    "fresh": r"(?:(?<![\d.,:/–-])|(?!\d))",
    "year": r"(?P<year>1\d{3}|2[01]\d\d)(?!\w|[.,:]\d|::)",
    "any_year": r"(?P<year>(?:19|20)?\d\d)",
    # nineteen ninety-nine, two thousand and one
    "year_word": r"(?P<year_word>(?:{century_word})[-\s](?:hundred|{teen}|{tens}(?:[-\s]{ones})?"
    r"|oh[-\s]{ones})|two[-\s]thousand(?:{gap}(?:and{gap})?(?:{tens}[-\s]{ones}|{small}|{tens}))?){end}",
    "century_word": "sixteen|seventeen|eighteen|nineteen|twenty",
    # 2022, nineteen ninety-nine, '89
    "and_year": r"(?:\s?,?{gap}(?:of{gap})?(?:{year}|['’](?P<short_year>\d\d){end}|{year_word}))?",
    "dd": r"(?:3[01]|[12]\d|0?[1-9])",
    "nth": r"(?:st|nd|rd|th)",
    "any_month": r"(?:{month}|{short_month})",
    # 9, 9th, 9-10, 9 to 10; no number of people
    "days": r"(?P<day>{dd}){nth}?(?:(?:\s?[-–—]\s?"
    r"|{gap}(?:to|through|thru|until|till){gap}(?:the{gap})?)(?P<to_day>{dd}){nth}?(?![\w%]|[.,:]\d))?(?![\w%]|[.,:]\d|{gap}{counted}{end})",
    "days_and": r"(?P<day>{dd}){nth}?{gap}and{gap}(?:the{gap})?(?P<to_day>{dd}){nth}?"
    r"(?![\w:%]|[.,]\d|{gap}{counted}{end})",
    # ninth, ninth to twenty-first
    "day_words": r"(?P<day>{day_word})(?:{gap}(?:to|through|until|till){gap}(?:the{gap})?"
    r"(?P<to_day>{day_word}|{dd}(?={nth})))?{nth}?(?![\w-])",
    # a month that is also a verb or a name needs a word before it: in March, since May
    "in_month": "(?:(?<=mid-)|(?<=Mid-)|"
    + after("in", "since", "until", "during", "last", "next", "early", "late")
    + "|(?![a-z])"
    + after("by", "of", "from", "to", "through", "before", "after", "this", "every", "between")
    + ")",
    # three to five years
    "count": r"(?:(?P<low>(?:\d{1,3}|{number})(?={gap}(?:to|or){gap})|\d{1,3}(?=\s?[-–]\s?\d))"
    r"(?:{gap}(?:to|or){gap}|\s?[-–]\s?))?"
    r"(?P<count>\d{1,3}(?:\.\d{1,2}|(?:,\d{3}){1,3})?|{tens}[-\s]{ones}|(?:{number}{gap})?(?:hundred|thousand)|{number}|{few})",
    # of a number that measures: the 1500-meter race
    "measured": "meter|metre|mile|pound|ton|foot|strong|bed|room|man|member|square|acre|person",
    # "may 5" in small letters needs a word before it, or the sign of a date behind
    "no_may": "(?:(?!may|march)|"
    + after("on", "until", "since", "by", "from", "to", "of", "before", "after", "through")
    + r"|(?=\w{3,5}\s{1,8}(?:the{gap})?{dd}(?:{nth}|,?{gap}(?:19|20)\d\d)))",
    "length": r"(?P<unit>{unit})",
    "plural": r"(?P<unit>(?:year|month|week|day|hour|minute|decade)s|centuries)",
    "and_a_half": r"(?:[-\s](?P<half>and[-\s]a[-\s]half))?",
    "no_games": r"(?!{gap}(?:Olympi|Paralympi|Games))",
    # to last two weeks, will last
    "no_verb": r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!may )(?<!might )",
    "towards_it": r"(?P<toward>{towards}){gap}",
    # GMT, local time, (0315 GMT)
    "zoned": r"(?:\s{0,8}{zone}{end})?(?:\s?\([^()]{0,24}?{zone}\))?",
    "meridiem": r"(?P<meridiem>[ap]\.m\.?{end}|[ap]m{end}|[AP]\.?M\.?{end})",
    "o_clock": r"(?:{gap}o['’]clock)",
    # what follows an expression that stands alone: a stop, or a word that begins no noun
    "stop": r"(?=\s*(?:[.,;:!?)”\"\n]|\Z))",
    "alone": r"(?:{stop}|(?={gap}{goes_on}{end}))",
}
