"""A build goes in, how long each verb of the Sources screen takes on it comes out.

    python -m benchmarks.comparison BUILD

Seconds of the processor, the best of three runs, with the rows of what each verb gives. A build is
made once with ``python -m corpus build``; this must never time the making of it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from corpus import Tables, load
from corpus.comparison import lags, matrix, shares
from corpus.emphasis import KINDS, emphasis
from corpus.ledger import ledger
from corpus.queries import top
from corpus.reporting import attention, first_told, firsts
from corpus.side_by_side import articles_on, side_by_side
from corpus.storylines import storylines

_RUNS = 3
#: events that a screen shows at once
_SHOWN = 200


def verbs(tables: Tables) -> dict[str, Callable[[], object]]:
    """Every verb with the arguments that a screen gives it, by name; the build must have events."""
    events = tables.events
    shown = top(events, _SHOWN)
    cells = matrix(tables, shown)
    told = first_told(tables, events)
    outlets = shown["outlets"].iloc[0]
    pair = articles_on(tables, shown["event_id"].iloc[0], outlets[0], outlets[-1])
    return {
        f"top {_SHOWN} of all events": lambda: top(events, _SHOWN, text="Russia"),
        f"matrix of {len(shown)} events": lambda: matrix(tables, shown),
        "matrix of all events": lambda: matrix(tables, events),
        "shares": lambda: shares(cells),
        "lags": lambda: lags(tables, events),
        "first told": lambda: first_told(tables, events),
        "firsts": lambda: firsts(told),
        "attention": lambda: attention(tables, quad_class=4),
        **{
            f"emphasis by {kind}, same weeks": lambda kind=kind: emphasis(tables, kind, True)  # type: ignore[misc]
            for kind in KINDS
        },
        "side by side": lambda: side_by_side(tables, *pair).facts,
        "storylines": lambda: storylines(tables).members,
        "ledger": lambda: ledger(tables).figures,
    }


def seconds(verb: Callable[[], object]) -> float:
    """The least processor time of several runs."""
    best = float("inf")
    for _ in range(_RUNS):
        start = process_time()
        verb()
        best = min(best, process_time() - start)
    return best


def main() -> None:
    """Print one line for each verb."""
    if len(sys.argv) != 2:
        sys.exit(str(__doc__))
    tables = load(Path(sys.argv[1]))
    print(f"{len(tables.articles):,} articles, {len(tables.events):,} events")
    for name, verb in verbs(tables).items():
        rows = len(verb())  # type: ignore[arg-type]
        print(f"{name:32} {seconds(verb):6.2f} s {rows:8,} rows")


if __name__ == "__main__":
    main()
