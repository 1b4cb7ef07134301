"""Labels: an event's codes and parts go in, a short headline in English and Chinese comes out.

Because a label is made from codes, a reader of one language can use articles in the other. It says
nothing that the codes do not say; a plan, a hearsay and a denial can be seen in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.coding.topics import topic
from corpus.entities import names
from corpus.entities.codes import parts
from corpus.entities.states import states
from corpus.han import simplified
from corpus.lexicon import Row, listed, table
from corpus.model import Mention, Quantity
from corpus.phrases import bounds, joined, place_en, place_name, several, verb

_SLOT = re.compile(r"\{([^{}]{1,40})\}")
_PART = re.compile(r"\[([^\[\]]*)\]")
#: the slot that a figure fills, by its unit
_COUNTED = {"person": "N", "item": "K", "km2": "A", "km": "A"}
#: characters that a headline should not exceed, in English and in Chinese
_LENGTH = (48, 20)
#: characters up to which Chinese names states in full
_ROOM = 16
_LEADING = {
    "denied": ("Denied: ", "被否认："),
    "conditional": ("On conditions: ", "有条件："),
    "planned": ("Expected: ", "预计："),
}
Slots = dict[str, str]


@dataclass(frozen=True, slots=True)
class Labels:
    """One headline in both languages."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class _Style:
    """How much room a headline takes: the first style in which it fits is taken."""

    #: Chinese states by their full names
    full: bool = False
    #: more names than these are counted
    most: int = 3
    #: slots that are left empty where others say enough
    without: str = ""
    #: forces and bodies by their state
    bare: bool = False


_STYLES = (
    _Style(full=True),
    _Style(),
    _Style(bare=True),
    _Style(bare=True, without="P"),
    _Style(bare=True, most=2, without="P"),
    _Style(bare=True, most=1, without="P"),
    _Style(bare=True, most=2, without="PO"),
    _Style(bare=True, most=1, without="PO"),
)


def label(mention: Mention, quantity: Quantity | None = None) -> Labels:
    """The headline of the event that a mention tells; ``quantity`` is a figure of that mention."""
    return Labels(_fitting(mention, quantity, "en"), _fitting(mention, quantity, "zh"))


def _fitting(mention: Mention, quantity: Quantity | None, language: str) -> str:
    """The fullest headline that is short enough, or the shortest there is."""
    tried: list[str] = []
    for style in _STYLES:
        text, told = _headline(mention, quantity, language, style)
        if tried and not told:
            continue  # short, and says nothing
        if len(text) <= (_ROOM if style.full and language == "zh" else _LENGTH[language == "zh"]):
            return text
        tried.append(text)
    return min(tried, key=len)


def _headline(
    mention: Mention, quantity: Quantity | None, language: str, style: _Style
) -> tuple[str, bool]:
    """A headline in one style, and whether it says more than who did what kind of thing."""
    who = _names(mention.actors, language, style)
    slots = _slots(mention, quantity, who, language, style)
    row = _row(mention, slots)
    # what is announced with a threat lies ahead, the threat does not
    status = "happened" if mention.type == "THREATEN" else mention.status
    claimed = status == "claimed" and bool(mention.speaker)
    teller = _short(mention.speaker, language, style) if claimed else ""
    leading = f"{teller}{(': ', '称：')[language == 'zh']}" if teller else ""
    if not teller and not (who and status == "planned"):
        leading = _LEADING.get(status, ("", ""))[language == "zh"]
    if not who:
        text = _fill(row[f"nobody_{language}"], slots)
        leading = "" if text.startswith(("Planned", "计划")) else leading
    elif who == [teller]:
        text, leading = _told(row, slots, who, "claimed", language), ""
    else:
        text = _told(row, slots, who, "" if claimed else status, language)
    says = any(value and value in text for value in slots.values())
    return _begun(leading) + _begun(text), says


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _told(row: Row, slots: Slots, who: list[str], status: str, language: str) -> str:
    """Who did it, and what; ``claimed`` stands for what they say of themselves."""
    rest = _fill(row["zh" if language == "zh" else "rest_en"], slots)
    if language == "zh":
        ahead = status == "planned" and not rest.startswith(("愿", "计划", "承诺", "希望"))
        return f"{joined(who, 'zh')}{'称' if status == 'claimed' else '将' if ahead else ''}{rest}"
    subject = joined(who, "en")
    if row["verb_en"] == ":":
        return f"{subject}: {rest}"
    plural = len(who) > 1 or several(who[0])
    does = verb(row["verb_en"], status, plural)
    if status == "claimed":
        does = f"{verb('claim', '', plural)} to {row['verb_en']}"
    return " ".join(f"{subject} {does} {rest}".split())


def _slots(
    mention: Mention, quantity: Quantity | None, who: list[str], language: str, style: _Style
) -> Slots:
    """What stands in each slot, empty where nothing is known or there is no room for it."""
    recipients = _names(mention.recipients, language, style)
    others = [name for name in recipients if name not in who]
    if recipients and not others and len(who) > 1:
        others = ["each other" if language == "en" else "对方"]
    place = place_name(mention.place) if language == "zh" else place_en(mention.place)
    kinds = {key: topic(key)["kind"] for key in mention.topics}
    named = [key for key, kind in kinds.items() if kind not in ("condition", "act")]
    asked = [key for key in named if topic(key)[f"demand_{language}"]]
    agreed = [key for key in named if kinds[key] not in ("scene", "war")]
    slots = {
        "R": joined(others, language),
        "B": joined(others, language) if len(others) > 1 else "",
        "P": "" if place in (*who, *others) else place,
        "S": _topic(named, f"name_{language}"),
        "O": _topic(agreed, f"name_{language}"),
        "T": _topic([key for key in named if kinds[key] == "thing"], f"name_{language}"),
        "D": _topic(asked, f"demand_{language}"),
        "C": _condition(mention, others, language),
        "W": joined(who, language) if all(parts(code).name for code in mention.actors) else "",
        "V": joined(others, language) if all(parts(c).name for c in mention.recipients) else "",
        **dict.fromkeys("NKA", ""),
    }
    if quantity is not None and quantity.unit in _COUNTED:
        figure = bounds(quantity.low, quantity.high, quantity.unit, language)
        slots[_COUNTED[quantity.unit]] = figure
    for slot in style.without.replace("O", "SO"):
        slots[slot] = ""
    among = "among" if len(others) > 1 or several(slots["R"]) else "in"
    slots["I"] = f"in {slots['P']}" if slots["P"] else f"{among} {slots['R']}" if others else ""
    return slots


def _condition(mention: Mention, others: list[str], language: str) -> str:
    """What a threat depends on, where it is clear who is meant: if Russia invades, 若俄入侵."""
    key = next((key for key in mention.topics if topic(key)["kind"] == "condition"), "")
    if not key or len(others) != 1:
        return ""
    act = topic(key)[f"name_{language}"]
    if language == "zh":
        return f"若{others[0]}{act}"
    return f"if {others[0]} {verb(act, '', several(others[0]))}"


@cache
def _rows() -> dict[str, list[tuple[Row, tuple[str, ...], re.Pattern[str]]]]:
    """The rows of each type with the slots and forms that they ask for, in the table's order."""
    by_type = defaultdict(list)
    for row in table("labels.tsv"):
        # an English form begins a word: "ceded" is not in "conceded"
        forms = (r"\b" * form.isascii() + re.escape(form) for form in listed(row["forms"]))
        by_type[row["type"]].append((row, listed(row["needs"]), re.compile("|".join(forms))))
    return by_type


def _row(mention: Mention, slots: Slots) -> Row:
    origin = mention.rule.partition(".")[0]
    trigger = simplified(mention.trigger.lower())
    for row, needs, forms in _rows().get(mention.type, ()):
        if (
            row["mode"] in ("", mention.mode)
            and row["origin"] in ("", origin)
            and row["status"] in ("", mention.status)
            and (not row["topic"] or row["topic"] in mention.topics)
            and all(slots[slot] for slot in needs)
            and forms.search(trigger)
        ):
            return row
    raise LookupError(f"labels.tsv has no row for {mention.type} {mention.mode}")


def _fill(template: str, slots: Slots) -> str:
    """Put the parts in; a bracketed part whose slot is empty goes.

    >>> _fill("talks[ with {R}][ in {P}]", {"R": "Russia", "P": ""})
    'talks with Russia'
    >>> _fill("{P/R}", {"R": "Ukraine", "P": ""}), _fill("{P/targets}", {"P": ""})
    ('Ukraine', 'targets')
    """

    def value(match: re.Match[str]) -> str:
        known: Iterator[str] = (slots.get(key, key) for key in match[1].split("/"))
        return next(filter(None, known), "")

    def part(match: re.Match[str]) -> str:
        inner = match[1]
        return _SLOT.sub(value, inner) if all(map(value, _SLOT.finditer(inner))) else ""

    return " ".join(_SLOT.sub(value, _PART.sub(part, template)).split())


def _named(codes: tuple[str, ...]) -> list[str]:
    """Codes worth a name: beside a person his government is not named again."""
    persons = {code.split()[0] for code in codes if len(code.split()) > 2}
    return [code for code in codes if len(code.split()) > 2 or code.split()[0] not in persons]


def _names(codes: tuple[str, ...], language: str, style: _Style) -> list[str]:
    """Names of parties, each once; of too many the last are counted."""
    shown = list(dict.fromkeys(_short(code, language, style) for code in _named(codes)))
    if len(shown) <= style.most:
        return shown
    kept = max(1, style.most - 1)
    more = len(shown) - kept
    counted = {"en": f"{more} others" if more > 1 else "others", "zh": "等"}
    return [*shown[:kept], counted[language]]


def _short(code: str, language: str, style: _Style) -> str:
    """The short name; a state that Chinese calls by one character in full where there is room."""
    called = names(code)
    if style.bare:
        called = names(_stately(code))
    if language == "en":
        return called.short_en
    return called.zh if style.full and len(called.short_zh) == 1 else called.short_zh


def _stately(code: str) -> str:
    """The state of its forces and of its bodies, as a code; any other code as it is."""
    head, *rest = code.split()
    state = states().get(head)
    if state is None or not rest:
        return code
    body = len(rest) > 1 and names(code).short_en.startswith(f"{state.adjective} ")
    return f"{head} GOV" if body or rest == ["MIL"] else code


def _topic(keys: list[str], column: str) -> str:
    return topic(keys[0])[column] if keys else ""
