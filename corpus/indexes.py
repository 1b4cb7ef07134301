"""What is asked of a table on every look at it: a table goes in, arrays kept with it come out.

Worked out once for a table and forgotten with it; a table is never changed (see `corpus.tables`).
A part of a table is the numbers of its rows, so that what is known of the whole holds for it too.
Nothing here may depend on what a person is looking at.
"""

from __future__ import annotations

import weakref
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

T = TypeVar("T")
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

#: what is known of each living table, by its identity
_KNOWN: dict[int, dict[str, Any]] = {}
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """First and last known day of each row as ordinals; both 0 where there is none."""

    begins: Whole
    ends: Whole

    def of(self, rows: Whole) -> Spans:
        """Those of some rows."""
        return Spans(self.begins[rows], self.ends[rows])

    def within(self, first: date, last: date) -> Flags:
        """For each row whether one of its days lies in a period, both ends included."""
        known = self.begins > 0
        return known & (self.begins <= last.toordinal()) & (self.ends >= first.toordinal())


def once(table: pd.DataFrame, question: str, answer: Callable[[pd.DataFrame], T]) -> T:
    """The answer to a question about a table, worked out when it is asked for the first time."""
    key = id(table)
    if key not in _KNOWN:
        _KNOWN[key] = {}
        weakref.finalize(table, _KNOWN.pop, key, None)
    known = _KNOWN[key]
    if question not in known:
        known[question] = answer(table)
    return cast(T, known[question])


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column as numbers into its distinct values."""

    numbers: Whole
    values: list[str]

    def among(self, wanted: Collection[str]) -> Flags:
        """For each row whether its value is one of those wanted."""
        return np.isin(self.numbers, [n for n, value in enumerate(self.values) if value in wanted])


def coded(
    table: pd.DataFrame, name: str, values: Callable[[pd.DataFrame], Iterable[str]] | None = None
) -> Coded:
    """A column of a whole table, or what ``values`` makes of its rows under that name."""

    def worked_out(whole: pd.DataFrame) -> Coded:
        found = whole[name] if values is None else pd.Series([*values(whole)], dtype=object)
        numbers, distinct = pd.factorize(found)
        return Coded(numbers.astype(np.int64), [str(value) for value in distinct])

    return once(table, f"coded {name}", worked_out)


def holders(
    table: pd.DataFrame, name: str, values: Callable[[pd.DataFrame], Iterable[Collection[str]]]
) -> dict[str, Whole]:
    """The numbers of the rows that hold each value, where a row can hold several."""

    def worked_out(whole: pd.DataFrame) -> dict[str, Whole]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, own in enumerate(values(whole)):
            for value in own:
                found[value].append(number)
        return {value: np.array(rows, dtype=np.int64) for value, rows in found.items()}

    return once(table, f"holders {name}", worked_out)


def among(table: pd.DataFrame, rows: Whole) -> Flags:
    """For each row of a whole table whether it is one of some."""
    chosen = np.zeros(len(table), dtype=bool)
    chosen[rows] = True
    return chosen


def places(table: pd.DataFrame, name: str) -> pd.Index:
    """A column of ids, from which the number of a row is got without a search."""
    return once(table, f"places {name}", lambda whole: pd.Index(whole[name]))


def spans(table: pd.DataFrame, first: str = "first", last: str = "last") -> Spans:
    """The days of every row of a whole table, an open end taken for the known one."""
    return once(table, f"spans {first} {last}", lambda whole: _spans(whole, first, last))


def _spans(table: pd.DataFrame, first: str, last: str) -> Spans:
    begins, ends = (_days(table[column]) for column in (first, last))
    return Spans(np.where(begins == 0, ends, begins), np.where(ends == 0, begins, ends))


def _days(column: pd.Series) -> Whole:
    """Ordinals of days, 0 for none."""
    known = column.notna().to_numpy()
    days = column.to_numpy().astype("datetime64[D]").astype(np.int64) + _EPOCH
    return np.where(known, days, 0)
