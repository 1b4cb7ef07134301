"""Language: a text goes in, its ISO 639-1 code comes out, by its script and its function words.

Knowledge is in ``function_words.tsv`` and ``alphabets.tsv``. It must never guess: where neither
tells, or they tell of several languages, the answer is ``und``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import cache

from corpus.lexicon import listed, table

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
#: without the dot, which parts foreign names in Chinese as well
_KANA = re.compile("[\u3041-\u30fa\u30fc-\u30ff]+")
#: letters of other alphabets than the Latin one
_OTHER = re.compile("[\u0370-\u1cff\uac00-\ud7a3]")
_WORD = re.compile(r"[^\W\d_]+")
#: of the Chinese characters and kana of a Japanese text at least one in so many is kana
_KANA_IN = 5
#: at least one word in so many is a function word of the text's language
_TELLING = 8
#: of the letters of a text at most one in so many is foreign to its language: names, quotations
_FOREIGN = 20


def language_of(text: str) -> str:
    """Two letters of ISO 639-1, or ``und`` where neither the script nor the words tell.

    >>> language_of("FirstFT：弗拉基米尔·普京意外撤换国防部长")
    'zh'
    >>> language_of("Antony Blinken arrives in Kyiv as Russia takes more territory")
    'en'
    >>> language_of("Президент України прибув до Києва"), language_of("Der Kanzler reist nach Kiew")
    ('uk', 'und')
    """
    if text.isascii():
        return _by_words(_WORD.findall(text.lower()), _latin())
    han, kana = (sum(map(len, letters.findall(text))) for letters in (_HAN, _KANA))
    if han > len(text) - han and not kana:  # more than there can be words
        return "zh"
    words = _WORD.findall(text)
    if _WIDE.search(text):
        words = [word for word in words if not _WIDE.match(word)]
    words = [word.lower() for word in words]
    if han + kana > len(words):
        return "ja" if kana * _KANA_IN > han + kana else "zh" if han > len(words) else "und"
    other = _OTHER.findall(text.lower())
    if 2 * len(other) > sum(map(len, words)):
        return _by_letters(other, words)
    return _by_words(words, _latin())


def within(own: str, whole: str) -> str:
    """What a part is written in, by itself and by the text that it stands in.

    >>> within("und", "en"), within("zh", "en"), within("zh", "ja")
    ('en', 'zh', 'ja')
    """
    # a Japanese heading without kana looks Chinese
    return whole if own == "und" or (own, whole) == ("zh", "ja") else own


@cache
def function_words(language: str) -> frozenset[str]:
    """The function words of a language, in lower case; none for one that the table lacks."""
    rows = (row for row in table("function_words.tsv") if row["language"] == language)
    return frozenset(form for row in rows for form in listed(row["forms"]))


def _by_letters(letters: list[str], words: Iterable[str]) -> str:
    """The language whose alphabet lacks the fewest of the letters; of several, by their words."""
    counts = Counter(letter for letter in letters if letter.isalpha())
    missing = {
        language: sum(n for letter, n in counts.items() if not own.match(letter))
        for language, own in _alphabets().items()
    }
    fewest = min(missing.values())
    if fewest * _FOREIGN > counts.total():
        return "und"
    fitting = [language for language, count in missing.items() if count == fewest]
    return fitting[0] if len(fitting) == 1 else _by_words(list(words), fitting)


def _by_words(words: Collection[str], among: Collection[str]) -> str:
    """The language of most of the function words, if there are enough of them and no tie."""
    counts: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    forms, least = _function_words()
    for word, count in Counter(filter(forms.__contains__, words)).items():
        for language in forms[word]:
            if language in among:
                counts[language] += count
                kinds[language] += 1
    fitting = [
        language
        for language, count in counts.items()
        if count * _TELLING >= len(words) and kinds[language] >= least[language]
    ]
    most = max((counts[language] for language in fitting), default=0)
    leading = [language for language in fitting if counts[language] == most]
    return leading[0] if len(leading) == 1 else "und"


@cache
def _alphabets() -> dict[str, re.Pattern[str]]:
    return {row["language"]: re.compile(f"[{row['letters']}]") for row in table("alphabets.tsv")}


@cache
def _function_words() -> tuple[dict[str, list[str]], dict[str, int]]:
    """For each form its languages, and for each language how many forms must occur."""
    forms: dict[str, list[str]] = defaultdict(list)
    rows = table("function_words.tsv")
    for row in rows:
        for form in listed(row["forms"]):
            forms[form].append(row["language"])
    return dict(forms), {row["language"]: int(row["least"]) for row in rows}


@cache
def _latin() -> frozenset[str]:
    return frozenset(row["language"] for row in table("function_words.tsv")) - set(_alphabets())
