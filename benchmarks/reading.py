"""How fast an archive is read: times of one run beside each other, since machines are noisy.

    python -m benchmarks.reading [ARCHIVE]

ARCHIVE is a folder of articles; without it (and without ``DATELINE_ARCHIVE`` in the environment) an
archive is generated from the samples of the tests. Each line gives seconds and the ratio to the
first line, which only opens the files. Every step runs in a process of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: files of a generated archive
GENERATED = 1_400
_OPEN = """
import sys
from pathlib import Path
from corpus.archive import files
for file in files(Path(sys.argv[1])):
    file.content()
"""
_READ = """
import sys
from pathlib import Path
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from corpus.archive import files
from corpus import readers

def read(file):
    found = readers.harvest(file.name, file.content())
    return len(found.articles), len(found.problems)

if __name__ == "__main__":
    found = files(Path(sys.argv[1]))
    workers = int(sys.argv[2])
    if workers == 1:
        told = [read(file) for file in found]
    else:
        with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
            told = list(pool.map(read, found, chunksize=16))
    print(sum(articles for articles, _ in told), sum(problems for _, problems in told))
"""


def main(arguments: list[str]) -> int:
    """Print the table."""
    given = arguments[0] if arguments else os.environ.get("DATELINE_ARCHIVE", "")
    workers = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch) / "archive"
        if given:
            shutil.copytree(given, archive)
        else:
            generate(archive)
        paths = [path for path in archive.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in paths) / 1e6
        print(f"{len(paths):,} files, {size:.1f} MB{'' if given else ' (generated)'}")
        base, _ = timed("-c", _OPEN, archive)
        told(base, base, "open the files")
        alone, counts = timed("-c", _READ, archive, 1)
        articles, problems = map(int, counts.split())
        told(alone, base, f"read them, 1 process: {size / alone:.1f} MB/s")
        if workers > 1:
            together, _ = timed("-c", _READ, archive, workers)
            told(together, base, f"read them, {workers} processes: {size / together:.1f} MB/s")
        print(f"{articles:,} articles, {problems:,} problems, {problems / len(paths):.1%} of files")
        build = ("-m", "corpus", "build", archive, "--out", Path(scratch) / "build")
        told(timed(*build)[0], base, f"build from nothing, {workers} processes")
        told(timed(*build)[0], base, "build again, nothing changed")
        (archive / "zz-added.md").write_text("# Talks\n\nRussia and Ukraine met on Monday.\n")
        told(timed(*build)[0], base, "build again, one file added")
        memory(Path(scratch), paths, archive)
    return 0


def memory(scratch: Path, paths: list[Path], archive: Path) -> None:
    """Peak memory for a tenth of the files and for all: of reading alone, and of a build."""
    tenth = scratch / "tenth"
    for path in sorted(paths)[::10]:
        target = tenth / path.relative_to(archive)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    for name, folder in (("a tenth of the files", tenth), ("all files", archive)):
        read = _peak("-c", _READ, folder, 1)
        build = ("build", folder, "--out", scratch / f"memory-{folder.name}", "--workers", 1)
        built = _peak("-m", "corpus", *build)
        print(f"{read:9.0f} MB at the most to read {name}, {built:.0f} MB to build them")


def generate(folder: Path) -> None:
    """An archive out of the samples of the tests, no two files alike."""
    texts = (".md", ".txt", ".html")  # a line behind a table or a feed would break it
    golden = (ROOT / "tests" / "golden").rglob("*")
    kept = [path for path in golden if path.suffix in texts]
    samples = sorted([*(ROOT / "seeds").iterdir(), *kept])
    for number in range(GENERATED):
        sample = samples[number % len(samples)]
        target = folder / f"{number % 20:02}" / f"{number:05}-{sample.name}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(sample.read_bytes() + f"\n\n{number}\n".encode())


def timed(*command: object) -> tuple[float, str]:
    """Seconds that a Python process takes, and what it prints."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *map(str, command)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return time.perf_counter() - start, done.stdout.strip()


def told(seconds: float, base: float, what: str) -> None:
    print(f"{seconds:9.2f} s {seconds / base:8.1f} x  {what}")


def _peak(*command: object) -> float:
    """Megabytes of a Python process at its largest, measured from a process of its own."""
    asked = (
        "import resource, subprocess, sys;"
        "subprocess.run([sys.executable, *sys.argv[1:]], check=True, capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    return int(timed("-c", asked, *command)[1]) / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
