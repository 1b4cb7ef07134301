"""Tables go in, what each outlet tells more or less of than the others do comes out, with counts.

A difference is of what was archived, not of minds: it is no measure of bias. What rests on few
tellings carries a caution and is never called clear.
"""

from __future__ import annotations

import pandas as pd

from corpus.queries import heads, originals, told_once
from corpus.tables import Tables

#: what can be compared: PLOVER types, parties by the head of their code, quoted speakers
KINDS = ("type", "party", "speaker")
#: fewer tellings on a side than this are too few to compare
_SIDE = 30
#: a thing is rare on a side that told it less often than this, and would have at the other's share
_THING = 5
#: normal deviate of a 95 per cent interval
_Z = 1.96


def emphasis(tables: Tables, kind: str = "type", same_weeks: bool = False) -> pd.DataFrame:
    """For each outlet and key: its share of tellings here, elsewhere, and the difference.

    ``kind`` is one of `KINDS`. Columns: outlet_id, key, count, total, share, others_count,
    others_total, others_share, difference, low, high, clear, caution.

    Counted are tellings: an event once for each article that tells it. ``total`` is all of the
    outlet's tellings (for speakers: those that quote somebody), ``others_total`` those of all other
    outlets together. ``difference`` is share less others_share (-1 to 1), ``low`` to ``high`` its
    95 per cent interval: Newcombe's, from the Wilson intervals of both shares. ``clear`` is true
    where the interval leaves out 0 and there is no caution. ``caution`` is ``few_tellings`` where a
    side has fewer than 30, else ``rare`` where a side told the thing fewer than 5 times and would
    have done so at the other side's share too, else empty. With ``same_weeks`` only tellings count
    that were published in an ISO week in which both the outlet and another published: then the
    difference is not one of when. Rows by outlet, the widest difference first. Copies and
    translations are left out. Raises `ValueError` for another kind.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} cannot be compared; {', '.join(KINDS)} can")
    told = told_once(tables)
    if kind == "speaker":
        told = told[told["speaker"] != ""]
    cells = told[["outlet_id", "published_day"]].copy()
    cells["key"] = _keys(told, kind)
    cells["week"] = cells["published_day"].dt.to_period("W")
    found = []
    for outlet in sorted(cells["outlet_id"].unique()):
        chosen = _in_shared_weeks(cells, tables, outlet) if same_weeks else cells
        found.append(_against_the_rest(chosen, outlet))
    if not found:
        found = [_against_the_rest(cells, "")]
    rows = pd.concat(found, ignore_index=True)
    rows["share"] = rows["count"] / rows["total"]
    rows["others_share"] = rows["others_count"] / rows["others_total"]
    rows["difference"] = rows["share"] - rows["others_share"]
    rows["low"], rows["high"] = _interval(rows)
    rows["caution"] = ""
    expected = rows["others_share"] * rows["total"], rows["share"] * rows["others_total"]
    rare = (rows["count"] < _THING) & (expected[0] < _THING)
    rare |= (rows["others_count"] < _THING) & (expected[1] < _THING)
    rows.loc[rare, "caution"] = "rare"
    rows.loc[rows[["total", "others_total"]].min(axis=1) < _SIDE, "caution"] = "few_tellings"
    rows["clear"] = ((rows["low"] > 0) | (rows["high"] < 0)) & (rows["caution"] == "")
    ranked = rows.assign(_wide=rows["difference"].abs()).sort_values(
        ["outlet_id", "_wide", "key"], ascending=[True, False, True]
    )
    columns = ["outlet_id", "key", "count", "total", "share", "others_count", "others_total"]
    columns += ["others_share", "difference", "low", "high", "clear", "caution"]
    return ranked[columns].reset_index(drop=True)


def _keys(told: pd.DataFrame, kind: str) -> list[list[str]]:
    """For each telling the keys that it counts for."""
    if kind == "party":
        sides = zip(told["actors"], told["recipients"], strict=True)
        return [heads([*actors, *others]) for actors, others in sides]
    return [[key] for key in told[kind]]


def _in_shared_weeks(cells: pd.DataFrame, tables: Tables, outlet: str) -> pd.DataFrame:
    """Tellings of the weeks in which the outlet and some other one have an article."""
    articles = tables.articles
    articles = articles[originals(articles) == articles["article_id"]]
    weeks = articles["published_day"].dt.to_period("W")
    own = articles["outlet_id"] == outlet
    return cells[cells["week"].isin(weeks[own].dropna()) & cells["week"].isin(weeks[~own].dropna())]


def _against_the_rest(cells: pd.DataFrame, outlet: str) -> pd.DataFrame:
    """Counts of every key here and elsewhere; keys that neither side has are not there."""
    own = cells["outlet_id"] == outlet
    here, elsewhere = (side["key"].explode().value_counts() for side in (cells[own], cells[~own]))
    found = pd.DataFrame({"count": here, "others_count": elsewhere}).fillna(0).astype(int)
    found = found.rename_axis("key").reset_index()
    return found.assign(outlet_id=outlet, total=int(own.sum()), others_total=int((~own).sum()))


def _interval(rows: pd.DataFrame) -> tuple[pd.Series[float], pd.Series[float]]:
    """Newcombe's interval of a difference between two shares, missing where a side is empty."""
    low, high = _wilson(rows["count"], rows["total"])
    others_low, others_high = _wilson(rows["others_count"], rows["others_total"])
    share, others = rows["share"], rows["others_share"]
    down = ((share - low) ** 2 + (others_high - others) ** 2) ** 0.5
    up = ((high - share) ** 2 + (others - others_low) ** 2) ** 0.5
    return rows["difference"] - down, rows["difference"] + up


def _wilson(count: pd.Series[int], total: pd.Series[int]) -> tuple[pd.Series[float], ...]:
    """The 95 per cent interval of a share, which holds its ground also for small counts."""
    n = total.where(total > 0)
    share = count / n
    middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    reach = _Z * ((share * (1 - share) + _Z**2 / (4 * n)) / n) ** 0.5 / (1 + _Z**2 / n)
    return middle - reach, middle + reach
