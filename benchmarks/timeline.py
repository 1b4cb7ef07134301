"""Tables of made-up events go in, the time that a timeline of them takes and its bytes come out.

    python -m benchmarks.timeline [SIZE ...]

For each size: seconds to choose events by status and party, to lay out what is shown and to make
the figure's JSON, each the median of several runs as a visitor's reruns would be; the seconds of
the first look, when arrays are worked out that are kept; and the bytes of the figure. Events and
articles are spread over three years with bursts, as archives are; nothing is read from a disk.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median
from time import perf_counter

import numpy as np
import pandas as pd

from corpus.charts.timeline import timeline_figure
from corpus.tables import SCHEMAS, Tables
from pages.parts.facets import Facets
from pages.parts.frame import Frame
from pages.parts.known_dates import milestones
from pages.parts.period import in_period, span_of
from pages.parts.tellings import Tellings
from pages.parts.timeline_chart import timeline_layout
from pages.parts.view import View

SIZES = (30, 1_000, 10_000, 100_000, 1_000_000)
_RUNS = 5
_START, _DAYS = date(2021, 11, 1), 1100
_SENTENCE = "The foreign minister said on Friday that talks would go on in Geneva next week. " * 2
_VIEWS = {
    "plain": View(),
    "all days": View(span="all"),
    "a month": View(first=date(2022, 2, 1), last=date(2022, 2, 28)),
    "status, party": View(statuses=("happened",), parties=("RUS",), lanes="pair"),
}


def made(size: int) -> Tables:
    """An archive of ``size`` events; ten events to an article, one telling to an event."""
    chance = np.random.default_rng(size)
    bursts = chance.choice(_DAYS, 12)
    near = bursts[chance.integers(0, 12, size)] + chance.normal(0, 12, size).astype(int)
    days = np.where(chance.random(size) < 0.5, near, chance.integers(0, _DAYS, size))
    first = pd.Timestamp(_START) + pd.to_timedelta(np.clip(days, 0, _DAYS - 1), "D")
    last = first + pd.to_timedelta(np.where(chance.random(size) < 0.8, 0, 6), "D")
    parties = [["RUS"], ["UKR"], ["USA"], ["CHN"], ["NATO"], ["DEU"], ["POL"], ["TUR"], ["IRN"]]
    sides = chance.integers(0, len(parties), (2, size))
    names = [f"e{number:07d}" for number in range(size)]
    quads = chance.integers(1, 5, size)
    kinds = np.array(["", "CONSULT", "AID", "DEMAND", "ASSAULT"], dtype=object)[quads]
    articles = max(size // 10, 1)
    own = [f"a{number % articles:06d}" for number in range(size)]
    events = {
        "event_id": names,
        "first": first,
        "last": last,
        "precision": np.where(first == last, "day", "week"),
        "clock": "",
        "type": kinds,
        "quad_class": quads,
        "actors": [parties[side] for side in sides[0].tolist()],
        "recipients": [parties[side] for side in sides[1].tolist()],
        "place": np.array(["", "", "Kyiv", "Geneva", "Moscow"])[chance.integers(0, 5, size)],
        "status": np.array(["happened", "happened", "planned"])[chance.integers(0, 3, size)],
        "label_en": [f"The minister meets delegation {number}" for number in range(size)],
        "label_zh": [f"外长会见第{number}代表团" for number in range(size)],
        "salience": chance.integers(0, 3, size),
        "outlets": [["ft"]] * size,
        "mentions": [[f"{article}.{name}"] for article, name in zip(own, names, strict=True)],
        "mention_count": np.ones(size, dtype=int),
        "independent_sources": chance.integers(1, 4, size),
        "conflicts": [[]] * size,
    }
    published = pd.Timestamp(_START) + pd.to_timedelta(chance.integers(0, _DAYS, articles), "D")
    empty = Tables.of({name: [] for name in SCHEMAS})
    told = {
        "article_id": [f"a{number:06d}" for number in range(articles)],
        "outlet_id": np.array(["ft", "cctv", "aljazeera", "epochtimes", "cnn", "bbc", "tass"])[
            np.minimum(chance.geometric(0.4, articles) - 1, 6)
        ],
        "outlet": "Financial Times",
        "published_day": published,
        "duplicate_of": "",
    }
    mentions = {
        "mention_id": [f"{article}.{name}" for article, name in zip(own, names, strict=True)],
        "event_id": names,
        "article_id": own,
        "quote": _SENTENCE,
        "repeat": False,
        "confidence": 1.0,
    }
    return Tables(
        **{
            **{name: getattr(empty, name) for name in SCHEMAS},
            "events": pd.DataFrame(events),
            "articles": pd.DataFrame(told).reindex(columns=empty.articles.columns),
            "mentions": pd.DataFrame(mentions).reindex(columns=empty.mentions.columns),
        }
    )


def measured(tables: Tables, view: View) -> tuple[list[float], float, int, int]:
    """Median seconds to filter, lay out and draw; those of the first look; bytes; marks drawn."""
    frame = Frame(view, tables, "light")
    tellings = Tellings.of(tables)
    times: list[list[float]] = []
    size = marks = 0
    for _ in range(_RUNS + 1):
        clock = [perf_counter()]
        rows = Facets.of(frame).rows("period")
        span = span_of(view, tables)
        in_period(rows, span, tables)
        clock.append(perf_counter())
        layout = timeline_layout(frame, rows, span, tellings, milestones(frame))
        clock.append(perf_counter())
        written = timeline_figure(layout, "light", zoom=True).to_json(validate=False)
        clock.append(perf_counter())
        size, marks = len(written.encode()), len(layout.items)
        times.append([b - a for a, b in pairwise(clock)])
    later = [median(part) for part in zip(*times[1:], strict=True)]
    return later, sum(times[0]), size, marks


def main(sizes: Sequence[int]) -> None:
    """Print one line for each size and view."""
    print(f"{'events':>9} {'view':14} filter layout figure  total  first     KB  drawn one by one")
    for size in sizes:
        tables = made(size)
        for name, view in _VIEWS.items():
            (chosen, laid, drawn), first, sent, marks = measured(tables, view)
            seconds = f"{chosen:6.3f} {laid:6.3f} {drawn:6.3f} {chosen + laid + drawn:6.3f}"
            print(f"{size:9,} {name:14} {seconds} {first:6.2f} {sent / 1000:6.0f}  {marks:,}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
