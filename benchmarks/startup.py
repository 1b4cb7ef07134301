"""A sentence in each language goes in, how long a fresh process takes to code it comes out.

    python -m benchmarks.startup

Seconds from the first import to the first event, the best of several processes, with what the
parties and places take of it. It must never measure a process that has coded anything before.
"""

from __future__ import annotations

import subprocess
import sys

#: processes for each figure: the slower ones tell what else the machine does
_RUNS = 5
_SENTENCES = {
    "zh": "美国国务卿周五在日内瓦会见俄罗斯外长。",
    "en": "The US secretary of state met the Russian foreign minister in Geneva on Friday.",
}
_WHOLE = "from corpus import find_events; assert find_events({text!r}, date(2022, 1, 21))"
_PARTIES = "from corpus.entities import find_parties; assert find_parties({text!r}, {code!r}, None)"
_TIMED = """
from datetime import date
from time import perf_counter
start = perf_counter()
{work}
print(perf_counter() - start)
"""


def seconds(work: str) -> float:
    """The least time, in seconds, that some code takes in a process of its own."""
    command = [sys.executable, "-X", "utf8", "-c", _TIMED.format(work=work)]
    runs = (
        subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(_RUNS)
    )
    return min(float(run.stdout) for run in runs)


def main() -> None:
    """Print one line for each language."""
    for code, text in _SENTENCES.items():
        whole, parties = (seconds(work.format(text=text, code=code)) for work in (_WHOLE, _PARTIES))
        print(f"{code}: {whole:.2f} s, of which parties and places {parties:.2f} s")


if __name__ == "__main__":
    main()
