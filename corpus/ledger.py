"""Tables go in, a ledger of figures comes out: all that count one thing, and which cannot agree.

Figures are grouped by what they count, whose, where, and what became of it (`corpus.subjects`).
Nothing is averaged and no figure is called right (law 5); which ones contradict each other follows
from an open rule, and what is told of days far apart is a development, not a contradiction.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import combinations, takewhile
from typing import Any

import pandas as pd

from corpus.queries import originals
from corpus.subjects import Subject, subject
from corpus.tables import Row, Tables, rows

#: days within which two figures for a state of affairs are figures for one time
SAME_TIME = 14
#: over 100,000 and 99,999 are no contradiction: what is less than a hundredth apart agrees
_ROUNDED = 1.01
#: how far apart two figures are, by the ratio of the nearest values that their words allow: below
#: 1.1 they may be one number, rounded; from 2 on one is at least double the other
SEVERITIES = (("slight", 1.1), ("clear", 2.0), ("grave", float("inf")))
_GRAVEST = SEVERITIES[-1][0]
#: how a figure stands to the one before it in its entry: the first; of the same time, and both can
#: hold or not; of another time; of another act, where nothing need agree
RELATIONS = ("first", "agrees", "conflicts", "later", "apart")

_ENTRY = ["entry_id", "title_en", "title_zh", "thing", "fate", "total", "whose", "whom", "place"]
_ENTRY += ["level", "unit", "figures", "outlets", "first", "last", "low", "high", "conflicts"]
_ENTRY += ["severity"]
_FIGURE = ["entry_id", "figure_id", "day", "until", "day_basis", "low", "high", "unit", "surface"]
_FIGURE += [
    "status",
    "speaker",
    "outlet_id",
    "article_id",
    "start",
    "end",
    "mention_id",
    "event_id",
]
_FIGURE += ["relation"]
_CONFLICT = ["entry_id", "one", "other", "low", "high", "days", "ratio", "severity"]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Entries, their figures, and the pairs of figures that cannot both hold."""

    #: an entry: the columns of its `Subject` with titles, ``figures`` (how many), ``outlets``
    #: (list), ``first`` and ``last`` day spoken of, ``low`` and ``high`` (the least and the largest
    #: bound that any figure states), ``conflicts`` (pairs), ``severity`` (the gravest, or empty).
    #: Those with conflicts first, then those of most outlets, then of most figures
    entries: pd.DataFrame
    #: a figure, by entry and day: ``day`` to ``until`` is what it speaks of, ``day_basis`` says
    #: whether the ``mention`` or the ``publication`` dates it; the columns of the quantities table,
    #: where a missing bound is open; ``relation`` is one of `RELATIONS`
    figures: pd.DataFrame
    #: two figure ids of one entry; no value between ``low`` and ``high`` is allowed by either;
    #: ``days`` between what they speak of, ``ratio`` high over low, ``severity`` by `SEVERITIES`
    conflicts: pd.DataFrame


def ledger(tables: Tables) -> Ledger:
    """The ledger of a build.

    A figure is entered if it stands in the clause of an event that says what is counted, what
    became of it, and whose or where; shares, distances and figures of copies are not. Two figures
    of an entry conflict if no number lies within the bounds of both, they stand in different
    clauses that give one such figure each, what both tell is done or what both tell is planned, and
    they are for one time: for a state of affairs (troops massed, a toll so far) their days are at
    most `SAME_TIME` apart, for a single act they tell one event. Of a running total only the lower
    one that comes later contradicts: a total grows. Shipments and grants are parts, and never do.
    """
    found: dict[Subject, list[Row]] = defaultdict(list)
    for about, figure in _figures(tables):
        found[about].append(figure)
    entries: list[Row] = []
    figures: list[Row] = []
    conflicts: list[Row] = []
    for about, own in found.items():
        own.sort(key=lambda row: (row["day"], row["until"], row["figure_id"]))
        entry = _entry_id(about, own[0]["unit"])
        disputed = [{"entry_id": entry, **pair} for pair in _conflicts(about, own)]
        figures += _related(entry, about, own, disputed)
        entries.append(_entry(entry, about, own, disputed))
        conflicts += disputed
    ranked = pd.DataFrame(entries, columns=_ENTRY)
    ranked = ranked.assign(_outlets=ranked["outlets"].map(len)).sort_values(
        ["conflicts", "_outlets", "figures", "entry_id"], ascending=[False, False, False, True]
    )
    order = {entry: at for at, entry in enumerate(ranked["entry_id"])}
    laid = [pd.DataFrame(figures, columns=_FIGURE), pd.DataFrame(conflicts, columns=_CONFLICT)]
    by_entry = [
        frame.sort_values("entry_id", key=lambda ids: ids.map(order), kind="stable")
        for frame in laid
    ]
    return Ledger(
        ranked[_ENTRY].reset_index(drop=True), *(f.reset_index(drop=True) for f in by_entry)
    )


def _figures(tables: Tables) -> Iterator[tuple[Subject, Row]]:
    """Every figure that can be entered, with what it is about."""
    own = tables.articles[originals(tables.articles) == tables.articles["article_id"]]
    known = tables.quantities[tables.quantities["mention_id"] != ""]
    known = known.merge(own[["article_id", "outlet_id", "published_day"]], on="article_id")
    needed = tables.mentions[tables.mentions["mention_id"].isin(known["mention_id"])]
    tellings = {telling["mention_id"]: telling for telling in rows(needed)}
    places = dict(zip(tables.events["event_id"], tables.events["place"], strict=True))
    for figure in rows(known):
        telling = tellings[figure["mention_id"]]
        place = telling["place"] or places[telling["event_id"]]
        bounds = {side: _known(figure[side]) for side in ("low", "high")}
        at = figure["start"] - telling["start"]
        about = subject({**figure, **bounds}, telling["quote"], at, telling, place)
        days = _days(telling, figure["published_day"], about.total if about else False)
        if about is not None and days is not None:
            name = f"{figure['article_id']}.{figure['start']}"
            status = telling["status"]
            yield about, {**figure, **bounds, **days, "status": status, "figure_id": name}


def _known(value: Any) -> Any:
    return None if pd.isna(value) else value


def _days(telling: Row, published: pd.Timestamp, total: bool) -> Row | None:
    """The days that a figure speaks of; a running total holds when it is told."""
    first, last = telling["first"], telling["last"]
    if total and pd.notna(published):
        near = bool(pd.notna(last)) and abs((published - last).days) <= SAME_TIME
        first = last = last if near else pd.NaT
    first, last = (first if pd.notna(first) else last), (last if pd.notna(last) else first)
    if pd.notna(first):
        return {"day": first, "until": last, "day_basis": "mention"}
    if pd.notna(published):
        return {"day": published, "until": published, "day_basis": "publication"}
    return None


def _conflicts(about: Subject, own: Sequence[Row]) -> Iterator[Row]:
    """Pairs of figures for one time that no number satisfies."""
    # a clause with several figures of one thing gives its parts
    clauses = Counter(row["mention_id"] for row in own)
    whole = [row for row in own if clauses[row["mention_id"]] == 1]
    for one, other in _of_one_time(about, whole):
        zone = _between(one, other) if _comparable(about, one, other) else None
        if zone is not None:
            low, high = zone
            ratio = high / low if low else float("inf")
            yield {
                "one": one["figure_id"],
                "other": other["figure_id"],
                "low": low,
                "high": high,
                "days": _gap(one, other),
                "ratio": ratio,
                "severity": next((name for name, limit in SEVERITIES if ratio < limit), _GRAVEST),
            }


def _of_one_time(about: Subject, own: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Pairs of figures for one time, the earlier first; only neighbours are looked at."""
    if about.level:
        for at, one in enumerate(own):
            yield from ((one, other) for other in takewhile(partial(_near, one), own[at + 1 :]))
    elif not about.part:
        acts: dict[str, list[Row]] = defaultdict(list)
        for row in own:
            acts[row["event_id"]].append(row)
        for told in acts.values():
            yield from combinations(told, 2)


def _near(one: Row, other: Row) -> bool:
    return _gap(one, other) <= SAME_TIME


def _comparable(about: Subject, one: Row, other: Row) -> bool:
    """Are two figures for one time on one footing?"""
    ahead = [row["status"] in ("planned", "conditional") for row in (one, other)]
    if ahead[0] != ahead[1] or "denied" in (one["status"], other["status"]):
        return False
    grows = about.total and _gap(one, other) > 0 and _above(other, one)
    return not grows


def _gap(one: Row, other: Row) -> int:
    """Days between what two figures speak of, the earlier first; 0 if they touch."""
    return max(int((other["day"] - one["until"]).days), 0)


def _above(one: Row, other: Row) -> bool:
    """Does one figure lie wholly above the other, by more than a number is rounded?"""
    low, high = one["low"], other["high"]
    return low is not None and high is not None and bool(low > high * _ROUNDED)


def _between(one: Row, other: Row) -> tuple[float, float] | None:
    """The stretch that neither figure allows, if they have no number in common."""
    for lower, higher in ((one, other), (other, one)):
        if _above(higher, lower):
            return lower["high"], higher["low"]
    return None


def _related(
    entry: str, about: Subject, own: Sequence[Row], disputed: Sequence[Row]
) -> Iterator[Row]:
    """The figures of an entry, each with how it stands to those before it."""
    later = {pair["other"] for pair in disputed}
    for at, figure in enumerate(own):
        relation = "first"
        if figure["figure_id"] in later:
            relation = "conflicts"
        elif at:
            before = own[at - 1]
            level, one_event = about.level, before["event_id"] == figure["event_id"]
            same = _near(before, figure) if level else one_event and not about.part
            relation = "agrees" if same else "later" if level else "apart"
        yield {**figure, "entry_id": entry, "relation": relation}


def _entry(entry: str, about: Subject, own: Sequence[Row], disputed: Sequence[Row]) -> Row:
    title_en, title_zh = about.titles()
    stated = [bound for row in own for bound in (row["low"], row["high"]) if bound is not None]
    gravest = [name for name, _ in SEVERITIES if name in {pair["severity"] for pair in disputed}]
    return {
        "entry_id": entry,
        "title_en": title_en,
        "title_zh": title_zh,
        **{key: getattr(about, key) for key in ("thing", "fate", "total", "whose", "whom")},
        "place": about.place,
        "level": about.level,
        "unit": own[0]["unit"],
        "figures": len(own),
        "outlets": list(dict.fromkeys(row["outlet_id"] for row in own)),
        "first": min(row["day"] for row in own),
        "last": max(row["until"] for row in own),
        "low": min(stated, default=None),
        "high": max(stated, default=None),
        "conflicts": len(disputed),
        "severity": gravest[-1] if gravest else "",
    }


def _entry_id(about: Subject, unit: str) -> str:
    """The same for the same subject in every build."""
    said = "|".join((about.thing, about.fate, str(about.total), about.whose, about.whom))
    return f"q{sha256(f'{said}|{about.place}|{unit}'.encode()).hexdigest()[:10]}"
