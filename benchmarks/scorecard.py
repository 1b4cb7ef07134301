"""Every figure that README quotes and this machine can measure, one command after another.

    python -m benchmarks.scorecard [SHARED]

SHARED is the folder with the annotated articles (``gold``), the archive (``archive``) and the
public suites (``suites``); ``../shared`` if it is not given. What is not there is named.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = "build/annotated"


def main(arguments: list[str]) -> int:
    """Run every command whose material is at hand; the worst return code of them."""
    shared = Path(arguments[0] if arguments else "../shared")
    gold, archive, suites = (shared / name for name in ("gold", "archive", "suites"))
    worst = 0
    for what, material, command in (
        ("annotated articles", gold, ("-m", "corpus", "build", gold / "articles", "--out", BUILD)),
        ("their score", gold, (gold / "score.py", BUILD)),
        ("dates beside other taggers", gold, ("-m", "benchmarks.times", "--annotated", gold)),
        (
            "dates on a public suite",
            suites,
            ("-m", "benchmarks.times_specs", suites / "recognizers"),
        ),
        (
            "events on a public suite",
            suites,
            ("-m", "benchmarks.plover", suites / "plover" / "PLV_train.tsv"),
        ),
        ("bilingual articles", archive, ("-m", "benchmarks.bilingual", archive / "ft-bilingual")),
        ("linking", archive, ("-m", "benchmarks.linking", archive)),
        ("reading, against a person's", archive, ("-m", "benchmarks.reading_quality", archive)),
        (
            "speed of each step",
            None,
            ("-m", "benchmarks.events", *([archive] if archive.is_dir() else [])),
        ),
        (
            "speed of builds",
            None,
            ("-m", "benchmarks.reading", *([archive] if archive.is_dir() else [])),
        ),
    ):
        print(f"\n== {what}", flush=True)
        if material is not None and not material.is_dir():
            print(f"not measured: no folder at {material}")
            continue
        done = subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, check=False)
        worst = max(worst, abs(done.returncode))
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
