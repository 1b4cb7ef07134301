"""Phrases: names, verbs, places and figures go in, pieces of a headline in two languages come out.

It must never know what an event is: only how its parts are called.
"""

from __future__ import annotations

from functools import cache

from corpus.entities.states import states
from corpus.lexicon import Row, table

#: English nouns that take the verb of several, and how most of them end
_SEVERAL = ("s", "police", "men", "women", "people", "media", "clergy", "personnel")
#: how English words end that have an s and name one
_SINGLE = ("ss", "us", "is", "news")
#: English nouns of several that are written with a capital
_COMMON = ("States", "Countries", "Allies", "Republics", "Republicans", "Democrats", "Houthis")


def phrase(key: str, language: str, *parts: str) -> str:
    """What `phrases.tsv` says in a language, with the parts put in.

    >>> phrase("if", "en", "Russia", "invades"), phrase("region", "zh", "顿巴斯")
    ('if Russia invades', '顿巴斯地区')
    """
    return _phrases()[key][language].format(*parts)


def place_name(name: str) -> str:
    """Chinese name of a place that `corpus.entities.find_places` gives; as it is if it has none.

    >>> place_name("Kyiv"), place_name("Kharkiv region"), place_name("Ukraine's border")
    ('基辅', '哈尔科夫地区', '乌克兰边境')
    """
    places = _places()
    for key in ("region", "border"):
        stem = name.removesuffix(phrase(key, "en", ""))
        if stem != name and stem in places:
            return phrase(key, "zh", places[stem])
    return places.get(name, name)


def verb(base: str, status: str, plural: bool) -> str:
    """Headline English: present tense for what is done, the infinitive for what is planned.

    >>> verb("meet", "happened", False), verb("meet", "planned", True), verb("go", "", False)
    ('meets', 'to meet', 'goes')
    """
    if base == "be":
        return ""
    if status == "planned":
        return f"to {base}"
    if plural:
        return base
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")


def several(name: str) -> bool:
    """True for an English name that takes the verb of several: forces, US allies, Ukrainians.

    >>> [several(name) for name in ("Russian forces", "Ukrainians", "US", "White House")]
    [True, True, False, False]
    """
    last = name.rpartition(" ")[2]
    if name in _peoples():
        return True
    common = last.islower() or last in _COMMON
    return common and last.endswith(_SEVERAL) and not last.endswith(_SINGLE)


@cache
def _peoples() -> frozenset[str]:
    return frozenset(form for state in states().values() for form in state.people[:1])


def joined(shown: list[str], language: str) -> str:
    """Names as one phrase.

    >>> joined(["US", "UK", "2 others"], "en"), joined(["俄", "乌"], "zh")
    ('US, UK and 2 others', '俄乌')
    """
    if language == "en":
        if len(shown) > 1:
            return f"{', '.join(shown[:-1])} and {shown[-1]}"
        return "".join(shown)
    if all(len(name) == 1 for name in shown):
        return "".join(shown)
    if shown[-1:] == [phrase("others", "zh")]:
        return "、".join(shown[:-1]) + shown[-1]
    return f"{'、'.join(shown[:-1])}和{shown[-1]}" if len(shown) > 1 else "".join(shown)


def bounds(low: float | None, high: float | None, unit: str, language: str) -> str:
    """What the bounds of a figure allow, in words; people and things are counted without a unit.

    >>> bounds(200000, None, "person", "en"), bounds(90000, 100000, "person", "zh")
    ('over 200,000', '90,000–100,000')
    >>> bounds(110, 110, "km2", "en"), bounds(None, 60, "percent", "en")
    ('110 km²', 'up to 60%')
    """
    if low is not None and high is not None:
        number = f"{low:,.0f}" if low == high else f"{low:,.0f}–{high:,.0f}"
    elif low is not None:
        number = phrase("over", language, f"{low:,.0f}")
    elif high is not None:
        number = phrase("up_to", language, f"{high:,.0f}")
    else:
        return ""
    unit = f"unit_{unit}"
    return phrase(unit, language, number) if unit in _phrases() else number


@cache
def _phrases() -> dict[str, Row]:
    return {row["key"]: row for row in table("phrases.tsv")}


@cache
def _places() -> dict[str, str]:
    own = {row["name_en"]: row["name_zh"] for row in table("places.tsv")}
    return {state.en: state.zh for state in states().values()} | own


@cache
def _short_states() -> dict[str, str]:
    return {state.en: state.short_en for state in states().values()}


def place_en(name: str) -> str:
    """English name of a place in a headline: a state by its short name."""
    return _short_states().get(name, name)
