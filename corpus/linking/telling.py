"""A mention in its article goes in, what linking compares of it comes out.

Nothing here compares two tellings; that is done in `corpus.linking.rules`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal

from corpus.coding.tellings import heads, meeting
from corpus.coding.vocabulary import event_types, triggers
from corpus.han import simplified
from corpus.lexicon import listed, table
from corpus.model import Mention, Quantity
from corpus.times import find_times

Turn = Literal["", "moved", "cancelled", "denied"]
MEETING = "meeting"
#: how far from its meeting a word may stand that moves or cancels it, in characters
_REACH = {"zh": 24, "en": 100}
#: characters, without spaces, from which on nobody writes a clause a second time by chance
_LONG = {"zh": 16, "en": 50}
#: what somebody can be said to have done
_ACTS = frozenset(
    ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "CONSULT", "RETREAT", "AID", "COOPERATE")
)
_TOKEN = re.compile(r"(?<!\w)[a-z][a-z-]{3,}(?!\w)")
_HAN = re.compile(r"[一-鿿]+")


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention with where it stands: what linking needs to know of articles and tables."""

    mention_id: str
    article_id: str
    #: the article itself, or the one that it copies or translates: one source (law 7)
    source: str
    outlet_id: str
    published: date | None
    mention: Mention
    quantities: tuple[Quantity, ...]
    #: whose report the whole article is, as its author line says; empty if its outlet's own
    author: str = ""
    #: why it was put to its event: the rule, and the telling that it was put to
    link_rule: str = "first telling"

    @property
    def order(self) -> tuple[date, str, bool, int]:
        """By publication; within an article what has a day first, so that the rest can join it."""
        mention = self.mention
        undated = mention.first is None and mention.last is None
        when = self.published or date.max
        return (when, self.article_id, undated, mention.trigger_start)


@dataclass(frozen=True, eq=False, slots=True)
class Traits:
    """What is compared of a telling."""

    telling: Telling
    #: PLOVER type, or `MEETING`; what is denied has the type of the act
    family: str
    turn: Turn
    mode: str
    #: states and organisations on each side, and everybody who is named
    actors: frozenset[str]
    recipients: frozenset[str]
    persons: frozenset[str]
    #: the trigger and its clause without spaces, empty for a short one
    clause: str
    #: words of the clause: cut English words, pairs of Chinese characters
    words: frozenset[str]
    figures: frozenset[tuple[float | None, float | None, str]]
    #: of what was moved: the days that it was put off from and put on
    before: frozenset[date]
    after: date | None
    #: types of the acts that a denial speaks of
    denies: frozenset[str]

    @property
    def mention(self) -> Mention:
        return self.telling.mention

    @property
    def parties(self) -> frozenset[str]:
        return self.actors | self.recipients


def traits(telling: Telling) -> Traits:
    """What is compared of a telling; a pure function of it."""
    mention = telling.mention
    turn = turn_of(mention)
    denies = _denied(mention) if turn == "denied" else frozenset()
    before, after = _moved_days(telling) if turn == "moved" else (frozenset(), None)
    return Traits(
        telling=telling,
        family=family_of(mention),
        turn=turn,
        mode=_announced_mode(mention.rule) if turn or not mention.mode else mention.mode,
        actors=heads(mention.actors),
        recipients=heads(mention.recipients),
        persons=_persons((*mention.actors, *mention.recipients)),
        clause=_clause(mention),
        words=_words(mention.quote, mention.language),
        figures=frozenset(
            (q.low, q.high, q.unit) for q in telling.quantities if max(q.low or 0, q.high or 0) > 2
        ),
        before=before,
        after=after,
        denies=denies,
    )


def family_of(mention: Mention) -> str:
    """PLOVER type, or `MEETING` for all that becomes, became or should have become one."""
    return MEETING if meeting(mention) or turn_of(mention) == "cancelled" else mention.type


def turn_of(mention: Mention) -> Turn:
    """Whether a mention tells that a meeting was moved or cancelled, or an act not done."""
    if mention.status == "denied" or _denial(mention):
        return "denied"
    if meeting(mention):
        return _turned(mention.quote, mention.trigger_start - mention.start, mention.language)
    off = (mention.type, mention.mode) == ("REJECT", "meet") or mention.type == "SANCTION"
    if off and _said("meeting", mention.quote, mention.language):
        at = mention.trigger_start - mention.start
        return "cancelled" if _turned(mention.quote, at, mention.language) else ""
    return ""


def close(one: Traits, other: Traits) -> bool:
    """True for two tellings of one article: one may leave out what the other states."""
    return one.telling.article_id == other.telling.article_id


def same_clause(one: Traits, other: Traits) -> bool:
    """True if two tellings have a clause word for word that is long enough to have been copied."""
    return one.clause == other.clause != ""


def one_day(one: Mention, other: Mention) -> bool:
    """True if both have the same single day."""
    exact = one.precision == other.precision == "day" and one.first == one.last
    return exact and (one.first, one.last) == (other.first, other.last)


def days_between(one: Traits, other: Traits) -> timedelta:
    """How far apart two tellings were published; longest if that is not known."""
    told, later = one.telling.published, other.telling.published
    return timedelta.max if told is None or later is None else abs(later - told)


@lru_cache(maxsize=8192)
def _turned(quote: str, at: int, language: str) -> Turn:
    """What the words near a meeting make of it."""
    reach = _REACH.get(language, 0)
    near = quote[max(0, at - reach) : at + reach]
    turns: tuple[Turn, ...] = ("cancelled", "moved")
    return next((turn for turn in turns if _said(turn, near, language)), "")


def _denial(mention: Mention) -> bool:
    """True for the words of who denies; not of who refuses, or says what he will not do."""
    return mention.rule.startswith("REJECT.") and _said("denied", mention.trigger, mention.language)


def _denied(mention: Mention) -> frozenset[str]:
    """Families of the acts that a denial names; words alone are denied by saying others."""
    if mention.status == "denied":
        types = {mention.type}
    else:
        folded = simplified(mention.quote).lower()
        behind = mention.trigger_end - mention.start
        found = triggers(mention.language).find(folded, behind, len(folded))
        types = {row.type for _, _, rows in found for row in rows}
    acts = types & _ACTS
    return frozenset(MEETING if type_ == "CONSULT" else type_ for type_ in acts)


def _said(kind: str, words: str, language: str) -> bool:
    return turns(kind, language).search(simplified(words).lower()) is not None


@cache
def turns(kind: str, language: str) -> re.Pattern[str]:
    """The words of a kind of ``turns.tsv``; matches nothing in a language without a row."""
    forms = [
        re.escape(form)
        for row in table("turns.tsv")
        if (row["kind"], row["language"]) == (kind, language)
        for form in listed(row["forms"])
    ]
    words = "|".join(sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"\b(?:{words})\b" if language == "en" else words or r"(?!)")


def _moved_days(telling: Telling) -> tuple[frozenset[date], date | None]:
    """The days that a meeting was moved from, and the one to which; as far as the clause has them.

    The new day stands behind the word that moves it and is the last one there.
    """
    mention = telling.mention
    folded = simplified(mention.quote).lower()
    word = turns("moved", mention.language).search(folded)
    days = [
        (time.start, time.first)
        for time in find_times(mention.quote, telling.published, mention.language)
        if time.dated and time.precision == "day" and time.first == time.last and time.first
    ]
    behind = [day for start, day in days if word is not None and start >= word.start()]
    after = behind[-1] if behind else None
    return frozenset(day for _, day in days if day != after), after


def _announced_mode(rule: str) -> str:
    """How a meeting that is only announced will be held: its trigger's row says it."""
    head = rule.split(" ", 1)[0].split(".")
    return head[1] if head[0] == "CONSULT" and tuple(head[:2]) in event_types() else ""


@lru_cache(maxsize=4096)
def _persons(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code for code in codes if code in _people())


@cache
def _people() -> frozenset[str]:
    return frozenset(row["code"] for row in table("parties.tsv") if row["kind"] == "person")


def _clause(mention: Mention) -> str:
    clause = "".join(mention.quote.split())
    return f"{mention.trigger} {clause}" if len(clause) >= _LONG.get(mention.language, 0) else ""


def _words(quote: str, language: str) -> frozenset[str]:
    """What a clause says beside names: English words cut to their stem, pairs of characters."""
    if language == "zh":
        runs = _HAN.findall(simplified(quote))
        return frozenset(run[i : i + 2] for run in runs for i in range(len(run) - 1))
    return frozenset(word[:6] for word in _TOKEN.findall(quote)) - _empty_words()


@cache
def _empty_words() -> frozenset[str]:
    [row] = [row for row in table("function_words.tsv") if row["language"] == "en"]
    return frozenset(word[:6] for word in listed(row["forms"]))
