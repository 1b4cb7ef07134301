"""Number words of both languages: a run of digits and words goes in, its bounds come out.

It must never round, except shares of a whole, which are given in percent to one decimal.
"""

from __future__ import annotations

import re
from functools import cache
from math import prod

from corpus.han import simplified_table
from corpus.lexicon import listed

#: both bounds of a number, ``None`` where open
Bounds = tuple[float | None, float | None]

#: digits with thousands separators and decimals
DIGITS = r"(?:\d{1,3}(?:[,，\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"


@cache
def words(language: str, kind: str) -> dict[str, Bounds]:
    """The number words of one kind (``number_words.tsv``) with their bounds."""
    return {
        word: (
            float(row["low"]) if row["low"] else None,
            float(row["high"]) if row["high"] else None,
        )
        for row in simplified_table("number_words.tsv")
        if (row["language"], row["kind"]) == (language, kind)
        for word in listed(row["word"])
    }


def any_of(forms: dict[str, Bounds]) -> str:
    """An alternation of words, longest first."""
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


@cache
def one_of(language: str, kind: str) -> str:
    """A class of the one-character words of a kind."""
    return "".join(form for form in words(language, kind) if len(form) == 1)


def chinese_source() -> str:
    """A pattern for a number in a Chinese text, open words and idioms included."""
    digit, scale = one_of("zh", "digit"), one_of("zh", "scale")
    open_ = one_of("zh", "several") + one_of("zh", "above")
    return (
        rf"(?:{any_of(words('zh', 'fuzzy'))}"
        rf"|{DIGITS}(?:\s?[{scale}]+(?:零?{DIGITS}[{scale}]*)*)?"
        rf"|[{digit}]?十[几幾][{scale}]*|(?:[{open_}](?=[{scale}]))?[{digit}{scale}]+)"
    )


def chinese_firsts() -> set[str]:
    """The characters that such a number begins with, digits aside."""
    kinds = ("digit", "scale", "several", "above")
    signs = {sign for kind in kinds for sign in one_of("zh", kind)}
    return signs | {form[0] for form in words("zh", "fuzzy")} | {"十"}


def chinese(text: str) -> Bounds:
    """Bounds of what `chinese_source` matched; none at all for digits that only stand in a row.

    >>> chinese("20万"), chinese("一百二十三"), chinese("1万8000"), chinese("两万亿")
    ((200000.0, 200000.0), (123.0, 123.0), (18000.0, 18000.0), (2000000000000.0, 2000000000000.0))
    >>> chinese("数万"), chinese("上百万"), chinese("二三十"), chinese("十几万")
    ((10000.0, 99999.0), (1000000.0, None), (20.0, 30.0), (110000.0, 190000.0))
    """
    idioms, scales = words("zh", "fuzzy"), words("zh", "scale")
    if text in idioms:
        return idioms[text]
    first, rest = text[:1], text[1:]
    if first in words("zh", "several") or first in words("zh", "above"):
        unit = prod((_exact(scales[sign]) for sign in rest if sign in scales), start=1.0)
        return (unit, None) if first in words("zh", "above") else (unit, unit * 10 - 1)
    digits = words("zh", "digit")
    tens, few, scaled = text.partition("几")
    if few:  # 十几, 三十几万: the ones are open
        ten, unit = _chinese_value(tens), _exact(chinese("一" + scaled)) if scaled else 1.0
        return (ten + 1) * unit, (ten + 9) * unit
    if len(text) > 1 and first in digits and text[1] in digits:
        low, high = _exact(digits[first]), _exact(digits[text[1]])
        if high == low + 1:
            unit = _exact(chinese("一" + text[2:])) if len(text) > 2 else 1.0
            return low * unit, high * unit
    if re.fullmatch(rf"[{one_of('zh', 'digit')}]{{2,}}", text):
        return None, None  # 三八妇女节: digits in a row are a name or a year
    value = _chinese_value(text)
    return value, value


def _exact(bounds: Bounds) -> float:
    return bounds[0] or 0.0


def _chinese_value(text: str) -> float:
    digits, scales = words("zh", "digit"), words("zh", "scale")
    total, section, current = 0.0, 0.0, None
    for part in re.findall(rf"{DIGITS}|\S", text):
        if part in scales:
            scale = _exact(scales[part])
            ahead = 1.0 if current is None else current
            if scale < 10000:
                section += ahead * scale
            else:
                whole = total + section + (current or 0.0)
                below = section + (current or 0.0)
                multiplied = whole if 0 < total < scale else below
                total = (multiplied or 1.0) * scale + (0.0 if multiplied == whole else total)
                section = 0.0
            current = None
        elif part in digits:
            current = (current or 0.0) * 10 + _exact(digits[part])
        else:
            current = float(re.sub(r"[,，\u202f\u00a0]", "", part))
    return total + section + (current or 0.0)


def english_source() -> str:
    """A pattern for a number in an English text, open words included; needs ``re.IGNORECASE``."""
    scales = words("en", "scale")
    digit = any_of({form: value for form, value in words("en", "digit").items() if len(form) > 2})
    scale = any_of({form: value for form, value in scales.items() if len(form) > 3})
    short = any_of({form: value for form, value in scales.items() if len(form) < 4})
    open_, fuzzy = any_of(words("en", "several")), any_of(words("en", "fuzzy"))
    spelt = rf"(?:{digit})(?:-(?:{digit}))?"
    return (
        rf"(?:(?:(?:{open_}) )?(?:{fuzzy})\b(?: of (?=[a-z]))?"
        rf"|(?:{open_}) (?:{scale})\b"
        rf"|{DIGITS}(?:[ -](?:{scale})\b|\s?(?:{short})\b)?"
        rf"|(?:{spelt}|an?(?= (?:{scale})\b))"
        rf"(?:[ -](?:{scale})\b(?: and (?:{spelt})\b(?! ?%)| {spelt}\b)?)*)"
    )


def english_forms() -> set[str]:
    """The words that such a number begins with."""
    return {"a", *(form for kind in ("digit", "several", "fuzzy") for form in words("en", kind))}


def english(text: str) -> Bounds:
    """Bounds of what `english_source` matched.

    >>> english("twenty-five"), english("1.5 million"), english("a hundred and twenty")
    ((25.0, 25.0), (1500000.0, 1500000.0), (120.0, 120.0))
    >>> english("tens of thousands"), english("several hundred")
    ((10000.0, 99999.0), (100.0, 999.0))
    >>> english("23,000"), english("2.4bn")
    ((23000.0, 23000.0), (2400000000.0, 2400000000.0))
    """
    text = text.lower().strip().removesuffix(" of")
    fuzzy, scales = words("en", "fuzzy"), words("en", "scale")
    opened = next((word for word in words("en", "several") if text.startswith(word + " ")), "")
    bare = text.removeprefix(opened).strip()
    if bare in fuzzy:
        return fuzzy[bare]
    if opened and bare in scales:
        unit = _exact(scales[bare])
        return unit, unit * 10 - 1
    total, current = 0.0, 0.0
    for part in re.findall(rf"{DIGITS}|[a-z]+", bare):
        if part in scales:
            scale = _exact(scales[part])
            if scale > 100:
                total, current = total + (current or 1.0) * scale, 0.0
            else:
                current = (current or 1.0) * scale
        elif part in words("en", "digit"):
            current += _exact(words("en", "digit")[part])
        elif part != "and":
            current += float(re.sub(r"[,，\u202f\u00a0]", "", part))
    value = total + current
    return value, value
