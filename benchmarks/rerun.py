"""Builds go in, what the server needs to run the timeline's script again comes out, view by view.

    python -m benchmarks.rerun [SIZE ...]

For builds of SIZE events (see `benchmarks.builds`), the whole of ``dashboard.py`` in Streamlit's
test runner, without a browser: the seconds of the first visit, when the build is read and arrays
are worked out that are kept; then, for each thing that a visitor can change, the median of several
reruns that were never asked for before, by the clock and in seconds of this process's own work,
which another program on the machine does not lengthen, and the bytes of the elements that a rerun
makes. The first of a kind is left out. It must never measure a rerun whose answer is kept.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from streamlit.testing.v1 import AppTest

from benchmarks.builds import written

SIZES = (1_000, 10_000, 100_000, 1_000_000)
#: seconds that one run may take
_PATIENCE = 600
_SCRIPT = Path(__file__).parents[1] / "dashboard.py"


def addresses(size: int) -> dict[str, list[dict[str, str]]]:
    """For each thing that a visitor changes the addresses that are asked for, one after another."""
    heads = ("RUS", "UKR", "USA", "NATO", "CHN")
    months = ("2022-02", "2022-05", "2022-09", "2023-01", "2023-04")
    words = ("ukraine", "threaten", "nato 12", "USA poland", "俄罗斯")
    sorts = ("pair", "place", "outlet", "storyline", "kind")
    statuses = ("happened", "planned", "ongoing", "claimed", "conditional")
    return {
        "nothing": [{}] * 5,
        "all days": [{"span": "all", "scale": scale} for scale in ("plover", "goldstein", "")],
        "status": [{"status": status} for status in statuses],
        "party": [{"party": head} for head in heads],
        "period": [{"from": f"{month}-01", "to": f"{month}-28"} for month in months],
        "a day": [{"from": f"{month}-07", "to": f"{month}-07"} for month in months],
        "search": [{"q": word} for word in words],
        "lanes": [{"lanes": sort} for sort in 2 * sorts][4:],
        "list": [{"form": "list", "status": "happened", "party": head} for head in heads],
        "drawer": [{"event": f"e{size * at // 6:09x}"} for at in range(1, 6)],
    }


def measured(folder: Path, size: int) -> Iterator[tuple[str, float, float, int]]:
    """Each change with its seconds by the clock, seconds of work, and bytes of the elements."""
    os.environ["DATELINE_CORPUS"] = str(folder)
    app = AppTest.from_file(str(_SCRIPT), default_timeout=_PATIENCE)
    yield "first visit", *_run(app, {}), _sent(app)
    for change, asked in addresses(size).items():
        found = [(*_run(app, address), _sent(app)) for address in asked][1:]
        clock, work, sent = zip(*found, strict=True)
        yield change, median(clock), median(work), max(sent)


def main(sizes: Sequence[int]) -> None:
    """Print one line for each size and change."""
    print(f"{'events':>9} {'what changes':12} clock  work  KB")
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="dateline-build-") as folder:
            for change, clock, work, sent in measured(written(size, Path(folder)), size):
                print(
                    f"{size:9,} {change:12} {clock:5.2f} {work:5.2f} {sent // 1000:,}", flush=True
                )


def _run(app: AppTest, address: Mapping[str, str]) -> tuple[float, float]:
    """Seconds by the clock and of work of one run at an address."""
    app.query_params.clear()
    for key, value in {"lang": "en", **address}.items():
        app.query_params[key] = value
    begun, worked = perf_counter(), process_time()
    app.run()
    taken = perf_counter() - begun, process_time() - worked
    if app.exception:
        raise RuntimeError(app.exception[0].value)
    return taken


def _sent(app: AppTest) -> int:
    """Bytes of all elements that a run made."""
    made = (getattr(element, "proto", None) for element in app.main)
    return sum(proto.ByteSize() for proto in made if proto)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
