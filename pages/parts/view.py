"""What a person is looking at: the address of a page goes in and comes out again.

A view is written in language-neutral codes (``party=RUS,USA``, ``status=planned``, ISO dates), so
that a link made in one language opens in the other. It holds everything that a screen shows of the
corpus and nothing that the corpus itself tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, cast

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
#: fields with a fixed set of values, the default first
CHOICES: dict[str, tuple[str, ...]] = {
    "lanes": ("kind", "pair", "storyline", "outlet", "place"),
    "form": ("chart", "list", "table"),
    "span": ("main", "all"),
    "milestones": ("on", "off"),
    "scale": ("plover", "goldstein", "balance"),
    "rank": ("sources", "conflicts", "salience"),
    "columns": ("main", "all"),
    "about": ("all", "1", "2", "3", "4"),
    "measure": ("type", "party", "speaker"),
    "weeks": ("all", "shared"),
    "path": ("briefing", "all"),
}
LAYERS = ("dates", "events", "figures")
#: characters of a search that are kept
_SEARCH = 200


@dataclass(frozen=True, slots=True)
class View:
    """One state of the screens; the default is everything, drawn by kind of act."""

    language: Language = "en"
    lanes: str = "kind"
    form: str = "chart"
    span: str = "main"
    milestones: str = "on"
    #: on which escalation is measured, see `corpus.escalation`
    scale: str = "plover"
    #: of the Sources: by what events are ranked, how many outlets have a column, the class of acts
    #: whose share is drawn over time, what is compared, and in which weeks
    rank: str = "sources"
    columns: str = "main"
    about: str = "all"
    measure: str = "type"
    weeks: str = "all"
    #: what is presented where there is a briefing
    path: str = "briefing"
    #: the briefing: events in the order in which they were chosen
    briefing: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    #: days whose silence is not folded
    opened: tuple[date, ...] = ()
    #: heads of the two parties between whom escalation is measured; none for all
    between: tuple[str, ...] = ()
    #: outlets without which the Sources are shown, and two that are laid side by side
    off: tuple[str, ...] = ()
    compare: tuple[str, ...] = ()
    #: an entry of the ledger, a storyline
    thing: str = ""
    story: str = ""
    #: of the matrix, counted from 1; 0 for the first
    page: int = 0
    event: str = ""
    article: str = ""
    mention: str = ""
    #: of a presentation, counted from 1; 0 for no place in one
    step: int = 0
    layers: tuple[str, ...] = LAYERS
    #: words that an event's headline, parties, place or quotations must hold
    search: str = ""
    #: languages in one of which an event is told
    said: tuple[str, ...] = ()
    #: independent sources at least; 0 for any number, never 1
    least: int = 0
    #: the day whose knowledge is shown: what was published by then
    as_known: date | None = None
    #: True if each mark is tied to the day on which it was first told
    told: bool = False

    @classmethod
    def read(cls, params: Mapping[str, str], language: Language) -> View:
        """The view that an address asks for; what it does not say, or says wrongly, is the default.

        ``language`` is the browser's and holds where the address names none.
        """
        layers = _listed(params.get("layers", ",".join(LAYERS)))
        first, last = _day(params.get("from", "")), _day(params.get("to", ""))
        if first and last and first > last:
            first, last = last, first
        return cls(
            language=cast(Language, _one(params, "lang", LANGUAGES, language)),
            **{key: _one(params, key, values, values[0]) for key, values in CHOICES.items()},
            briefing=_listed(params.get("brief", "")),
            parties=_listed(params.get("party", "")),
            kinds=_listed(params.get("kind", "")),
            statuses=_listed(params.get("status", "")),
            outlets=_listed(params.get("outlet", "")),
            first=first,
            last=last,
            opened=_days(params.get("open", "")),
            between=_listed(params.get("between", "")),
            off=_listed(params.get("off", "")),
            compare=_listed(params.get("compare", "")),
            thing=params.get("thing", ""),
            story=params.get("story", ""),
            page=_number(params.get("page", "")),
            event=params.get("event", ""),
            article=params.get("article", ""),
            mention=params.get("mention", ""),
            step=_number(params.get("step", "")),
            layers=tuple(layer for layer in LAYERS if layer in layers),
            search=" ".join(params.get("q", "")[:_SEARCH].split()),
            said=_listed(params.get("said", "")),
            least=least if (least := _number(params.get("least", ""))) > 1 else 0,
            as_known=_day(params.get("known", "")),
            told=params.get("told", "") == "1",
        )

    def params(self) -> dict[str, str]:
        """The shortest address that restores this view; the language is always named."""
        said = {
            "lang": self.language,
            **{key: _unless_first(getattr(self, key), key) for key in CHOICES},
            "brief": ",".join(self.briefing),
            "party": ",".join(self.parties),
            "kind": ",".join(self.kinds),
            "status": ",".join(self.statuses),
            "outlet": ",".join(self.outlets),
            "from": self.first.isoformat() if self.first else "",
            "to": self.last.isoformat() if self.last else "",
            "open": ",".join(day.isoformat() for day in self.opened),
            "between": ",".join(self.between),
            "off": ",".join(self.off),
            "compare": ",".join(self.compare),
            "thing": self.thing,
            "story": self.story,
            "page": str(self.page or ""),
            "event": self.event,
            "article": self.article,
            "mention": self.mention,
            "step": str(self.step or ""),
            "q": self.search,
            "said": ",".join(self.said),
            "least": str(self.least or ""),
            "known": self.as_known.isoformat() if self.as_known else "",
            "told": "1" if self.told else "",
        }
        if self.layers != LAYERS:
            said["layers"] = ",".join(self.layers) or "none"
        return {key: value for key, value in said.items() if value}

    def with_field(self, field: str, value: object) -> View:
        """The same view with another value in a field that is known by name only."""
        changes: dict[str, Any] = {field: value}
        return replace(self, **changes)

    def elsewhere(self) -> View:
        """The same view without what is open in it: what a link to another screen takes along."""
        closed = replace(self, off=(), compare=(), thing="", story="", page=0)
        return replace(closed, event="", article="", mention="", step=0)

    def everything(self) -> View:
        """The same view without a filter, on all that the archive holds."""
        return replace(self, **{field: getattr(_PLAIN, field) for field in FILTERS})

    @property
    def filtered(self) -> bool:
        """True if anything is left out."""
        return any(getattr(self, field) for field in FILTERS)


_VALUES = ("parties", "kinds", "statuses", "outlets", "said")
#: fields that leave something out where they are not as in the plain view
FILTERS = (*_VALUES, "first", "last", "search", "least", "as_known")
_PLAIN = View()


def _one(params: Mapping[str, str], key: str, allowed: tuple[str, ...], default: str) -> str:
    value = params.get(key, "")
    return value if value in allowed else default


def _unless_first(value: str, key: str) -> str:
    return "" if value == CHOICES[key][0] else value


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in text.split(",") if part))


def _number(text: str) -> int:
    """A plain number of at most four digits; 0 for anything else."""
    return int(text) if text.isdecimal() and text.isascii() and len(text) <= 4 else 0


def _days(text: str) -> tuple[date, ...]:
    days = (_day(part) for part in _listed(text))
    return tuple(dict.fromkeys(day for day in days if day))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
