"""Labels: an event's codes and parts go in, a short headline in English and Chinese comes out.

Because a label is made from codes, a reader of one language can use articles in the other. It says
nothing that the codes do not say; a plan, a hearsay and a denial can be seen in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from corpus.coding.topics import topic
from corpus.entities import names
from corpus.entities.states import states
from corpus.lexicon import listed, table
from corpus.model import Mention, Quantity

_SLOT = re.compile(r"\{([A-Z](?:/[A-Z])?)\}")
_PART = re.compile(r"\[([^\[\]]*)\]")
#: more names than these are counted
_NAMES = 3
_UNITS = {"km2": ("km²", "平方公里"), "km": ("km", "公里"), "percent": ("%", "%")}


@dataclass(frozen=True, slots=True)
class Labels:
    """One headline in both languages."""

    en: str
    zh: str


def label(mention: Mention, quantity: Quantity | None = None) -> Labels:
    """The headline of the event that a mention tells; ``quantity`` is a figure of that mention."""
    row = _row(mention)
    actors, recipients = mention.actors, mention.recipients
    # what is announced with a threat lies ahead, the threat does not
    status = "happened" if mention.type == "THREATEN" else mention.status
    slots_en = {
        "R": _join_en(recipients),
        "P": mention.place,
        "O": _topic(mention, "name_en"),
        "Q": _figure(quantity, "en"),
    }
    slots_zh = {
        "R": _join_zh(recipients),
        "P": place_name(mention.place),
        "O": _topic(mention, "name_zh"),
        "Q": _figure(quantity, "zh"),
    }
    if not actors and row["nobody_en"]:
        en, zh = _fill(row["nobody_en"], slots_en), _fill(row["nobody_zh"], slots_zh)
        return Labels(*_hedged(mention, en[:1].upper() + en[1:], zh))
    who_en, who_zh = _join_en(actors), _join_zh(actors)
    plural = len(_named(actors)) > 1 or any(code.endswith((" MIL", " CVL")) for code in actors)
    verb = _verb(row["verb_en"], status, plural)
    en = " ".join(f"{who_en} {verb} {_fill(row['rest_en'], slots_en)}".split())
    ahead = "将" if status == "planned" and not row["zh"].startswith("愿") else ""
    zh = f"{who_zh}{ahead}{_fill(row['zh'], slots_zh)}"
    return Labels(*_hedged(mention, en[:1].upper() + en[1:], zh))


def place_name(name: str) -> str:
    """Chinese name of a place that `corpus.entities.find_places` gives; as it is if it has none.

    >>> place_name("Kyiv"), place_name("Kharkiv region"), place_name("Ukraine's border")
    ('基辅', '哈尔科夫地区', '乌克兰边境')
    """
    for ending, chinese in (("", ""), (" region", "地区"), ("'s border", "边境")):
        stem = name.removesuffix(ending)
        if name.endswith(ending) and stem in _places():
            return _places()[stem] + chinese
    return name


def _hedged(mention: Mention, en: str, zh: str) -> tuple[str, str]:
    """Say whose word it is where only an interested side says so, or where it was denied."""
    if mention.status == "claimed" and mention.speaker:
        who = names(mention.speaker)
        return f"{who.short_en}: {en}", f"{who.short_zh}称：{zh}"
    if mention.status == "denied":
        return f"Denied: {en}", f"被否认：{zh}"
    return en, zh


@cache
def _rows() -> dict[str, list[tuple[dict[str, str], tuple[str, ...]]]]:
    """The rows of each type with the forms of their trigger, in the order of the table."""
    by_type = defaultdict(list)
    for row in table("labels.tsv"):
        by_type[row["type"]].append((row, listed(row["forms"])))
    return by_type


def _row(mention: Mention) -> dict[str, str]:
    origin = mention.rule.partition(".")[0]
    trigger = mention.trigger.lower()
    for row, forms in _rows().get(mention.type, ()):
        if (
            row["mode"] in ("", mention.mode)
            and row["origin"] in ("", origin)
            and row["status"] in ("", mention.status)
            and (not forms or any(form in trigger for form in forms))
        ):
            return row
    raise LookupError(f"labels.tsv has no row for {mention.type} {mention.mode}")


def _fill(template: str, slots: dict[str, str]) -> str:
    """Put the parts in; a bracketed part whose slot is empty goes.

    >>> _fill("talks[ with {R}][ in {P}]", {"R": "Russia", "P": ""})
    'talks with Russia'
    >>> _fill("{P/R}", {"R": "Ukraine", "P": ""})
    'Ukraine'
    """

    def value(match: re.Match[str]) -> str:
        return next(filter(None, (slots[key] for key in match[1].split("/"))), "")

    def part(match: re.Match[str]) -> str:
        inner = match[1]
        return _SLOT.sub(value, inner) if all(value(slot) for slot in _SLOT.finditer(inner)) else ""

    return _SLOT.sub(value, _PART.sub(part, template))


def _verb(base: str, status: str, plural: bool) -> str:
    """Headline English: present tense for what is done, the infinitive for what is planned.

    >>> _verb("meet", "happened", False), _verb("meet", "planned", True)
    ('meets', 'to meet')
    """
    if base == "be":
        return ""
    if status == "planned":
        return f"to {base}"
    if plural:
        return base
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")


def _named(codes: tuple[str, ...]) -> list[str]:
    """Codes worth a name: beside a person his government is not named again."""
    persons = {code.split()[0] for code in codes if len(code.split()) > 2}
    return [code for code in codes if len(code.split()) > 2 or code.split()[0] not in persons]


def _join_en(codes: tuple[str, ...]) -> str:
    shown = [names(code).short_en for code in _named(codes)]
    if len(shown) > _NAMES:
        shown = [*shown[: _NAMES - 1], f"{len(shown) - _NAMES + 1} others"]
    if len(shown) > 1:
        return f"{', '.join(shown[:-1])} and {shown[-1]}"
    return "".join(shown)


def _join_zh(codes: tuple[str, ...]) -> str:
    shown = [names(code).short_zh for code in _named(codes)]
    return "、".join(shown) if len(shown) <= _NAMES else f"{'、'.join(shown[: _NAMES - 1])}等"


@cache
def _places() -> dict[str, str]:
    own = {row["name_en"]: row["name_zh"] for row in table("places.tsv")}
    return {state.en: state.zh for state in states().values()} | own


def _topic(mention: Mention, column: str) -> str:
    return topic(mention.topics[0])[column] if mention.topics else ""


def bounds(low: float | None, high: float | None, unit: str, language: str) -> str:
    """What the bounds of a figure allow, in words; people and things are counted without a unit.

    >>> bounds(200000, None, "person", "en"), bounds(90000, 100000, "person", "zh")
    ('over 200,000', '90,000–100,000')
    >>> bounds(110, 110, "km2", "en"), bounds(None, 60, "percent", "en")
    ('110 km²', 'up to 60%')
    """
    second = language == "zh"
    if low is not None and high is not None:
        number = f"{low:,.0f}" if low == high else f"{low:,.0f}–{high:,.0f}"
    elif low is not None:
        number = f"{('over ', '超过')[second]}{low:,.0f}"
    elif high is not None:
        number = f"{('up to ', '至多')[second]}{high:,.0f}"
    else:
        return ""
    sign = _UNITS.get(unit, ("", ""))[second]
    return f"{number} {sign}" if sign and sign != "%" and not second else f"{number}{sign}"


def _figure(quantity: Quantity | None, language: str) -> str:
    if quantity is None:
        return ""
    return bounds(quantity.low, quantity.high, quantity.unit, language)
