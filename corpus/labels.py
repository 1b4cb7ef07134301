"""Labels: an event's codes and parts go in, a short headline in English and Chinese comes out.

Because a label is made from codes, a reader of one language can use articles in the other. It says
nothing that the codes do not say; a plan, a hearsay and a denial can be seen in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.coding.topics import topic
from corpus.coding.vocabulary import small_words
from corpus.entities.codes import parts
from corpus.han import simplified
from corpus.lexicon import Row, listed, table
from corpus.model import Mention, Quantity
from corpus.naming import Style, named, short
from corpus.phrases import bounds, joined, phrase, place_en, place_name, several, verb
from corpus.pieces import counted

_SLOT = re.compile(r"\{([^{}]{1,40})\}")
_PART = re.compile(r"\[([^\[\]]*)\]")
#: the slot that a figure fills, by its unit
_COUNTED = {"person": "N", "km2": "A", "km": "A"}
#: characters that a headline should not exceed, in English and in Chinese
_LENGTH = (48, 20)
#: characters up to which Chinese names states in full
_ROOM = 16
#: what several do with each other whether or not it is said
_TOGETHER = ("CONSULT", "AGREE", "COOPERATE")
#: statuses that a headline begins with
_LEADING = ("denied", "conditional", "planned")
#: contexts of topics that people speak of, and that nobody attacks or takes
_OF_WORDS = ("diplomatic", "economic", "human_rights", "legal", "election")
Slots = dict[str, str]


@dataclass(frozen=True, slots=True)
class Labels:
    """One headline in both languages."""

    en: str
    zh: str


_STYLES = (
    Style(full=True),
    Style(),
    Style(bare=True),
    Style(bare=True, without="P"),
    Style(bare=True, most=2, without="P"),
    Style(bare=True, most=2, without="PO"),
)


def label(mention: Mention, figures: Sequence[Quantity] = ()) -> Labels:
    """The headline of the event that a mention tells; ``figures`` are those of its clause.

    A figure is told where no other one of the clause can be meant.
    """
    return Labels(_fitting(mention, figures, "en"), _fitting(mention, figures, "zh"))


def details(mention: Mention, figures: Sequence[Quantity] = ()) -> list[Labels]:
    """What may tell two events of one headline apart, the most telling first; some are empty."""
    both = (_details(mention, figures, language) for language in ("en", "zh"))
    return [Labels(en, zh) for en, zh in zip(*both, strict=True)]


def _details(mention: Mention, figures: Sequence[Quantity], language: str) -> list[str]:
    style = Style(full=True)
    who = named(mention.actors, language, style)
    slots = _slots(mention, figures, who, language, style)
    force = mention.quad_class == 4 or mention.type == "RETREAT"
    about = [
        key
        for key in mention.topics
        if topic(key)["kind"] in ("thing", "matter", *(() if force else ("scene",)))
        and not (force and topic(key)["context"] in _OF_WORDS)
    ]
    return [
        slots["P"],
        slots["F"] or (slots["N"] and phrase("people", language, slots["N"])),
        _topic(about, f"name_{language}"),
        slots["R"] and phrase("involving", language, slots["R"]),
        joined(who, language),
        phrase("ongoing", language) if mention.status == "ongoing" else "",
    ]


def _fitting(mention: Mention, figures: Sequence[Quantity], language: str) -> str:
    """The fullest headline that is short enough, or the shortest there is."""
    tried: list[str] = []
    for style in _STYLES:
        text, told = _headline(mention, figures, language, style)
        if tried and not told:
            continue  # short, and says nothing
        if len(text) <= (_ROOM if style.full and language == "zh" else _LENGTH[language == "zh"]):
            return text
        tried.append(text)
    return min(tried, key=len)


def _headline(
    mention: Mention, figures: Sequence[Quantity], language: str, style: Style
) -> tuple[str, bool]:
    """A headline in one style, and whether it says more than who did what kind of thing."""
    who = named(mention.actors, language, style)
    slots = _slots(mention, figures, who, language, style)
    row = _row(mention, slots)
    slots["K"] = counted(row["topic"], mention, figures, language)
    # what is announced with a threat lies ahead, the threat does not
    status = "happened" if mention.type == "THREATEN" else mention.status
    claimed = status == "claimed" and bool(mention.speaker)
    teller = short(mention.speaker, language, style) if claimed else ""
    leading = phrase("said", language, teller) if teller else ""
    if status in _LEADING and not (who and status == "planned"):
        leading = phrase(status, language)
    if not who:
        text = _fill(row[f"nobody_{language}"], slots)
        leading = "" if row["status"] == "planned" else leading  # which says so itself
    elif who == [teller]:
        text, leading = _told(row, slots, who, "claimed", language), ""
    else:
        text = _told(row, slots, who, "" if claimed else status, language)
    says = any(value and value in text for value in slots.values())
    gap = " " if leading and language == "en" else ""
    return f"{_begun(leading)}{gap}{_begun(text)}", says


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _told(row: Row, slots: Slots, who: list[str], status: str, language: str) -> str:
    """Who did it, and what; ``claimed`` stands for what they say of themselves."""
    rest = _fill(row["zh" if language == "zh" else "rest_en"], slots)
    if language == "zh":
        ahead = status == "planned" and not rest.startswith(small_words("foretells", "zh"))
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
    mention: Mention, figures: Sequence[Quantity], who: list[str], language: str, style: Style
) -> Slots:
    """What stands in each slot, empty where nothing is known or there is no room for it."""
    recipients = named(mention.recipients, language, style)
    others = [name for name in recipients if name not in who]
    if recipients and not others and len(who) > 1 and mention.type not in _TOGETHER:
        others = [phrase("each_other", language)]
    place = place_name(mention.place) if language == "zh" else place_en(mention.place)
    kinds = {key: topic(key)["kind"] for key in mention.topics}
    about = [key for key, kind in kinds.items() if kind not in ("condition", "act")]
    asked = [key for key in about if topic(key)[f"demand_{language}"]]
    agreed = [key for key in about if kinds[key] not in ("scene", "war")]
    things = [key for key in about if kinds[key] == "thing"]
    figure = counted(things[0], mention, figures, language) if things else ""
    slots = {
        "R": joined(others, language),
        "B": joined(others, language) if len(others) > 1 else "",
        "P": "" if place in (*who, *others) else place,
        "S": _topic(about, f"name_{language}"),
        "O": _topic(agreed, f"name_{language}"),
        "T": figure or _topic(things, f"name_{language}"),
        "F": figure,
        "D": _topic(asked, f"demand_{language}"),
        "C": _condition(mention, others, language),
        "W": joined(who, language) if all(parts(code).name for code in mention.actors) else "",
        "V": joined(others, language) if all(parts(c).name for c in mention.recipients) else "",
        **dict.fromkeys("NKA", ""),
    }
    for unit, slot in _COUNTED.items():
        own = [quantity for quantity in figures if quantity.unit == unit]
        if len(own) == 1:
            slots[slot] = bounds(own[0].low, own[0].high, unit, language)
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
    if language == "en":
        act = verb(act, "", several(others[0]))
    return phrase("if", language, others[0], act)


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
            and all(any(slots[slot] for slot in need.split("/")) for need in needs)
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


def _topic(keys: list[str], column: str) -> str:
    return topic(keys[0])[column] if keys else ""
