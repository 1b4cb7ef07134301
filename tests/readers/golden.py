"""Golden files: what each reader makes of each sample; run it as a module to write those missing.

The samples under ``tests/golden/<reader>/`` were written for this project, after the shapes that
the readers meet. Beside each lies what was checked by eye: a changed reader shows in the diff. An
existing file is never overwritten: to pin another outcome, delete the file first.

    python -m tests.readers.golden
"""

from __future__ import annotations

import json
from pathlib import Path

from corpus.model import Article
from corpus.readers import read

FOLDER = Path(__file__).parents[1] / "golden"
SAMPLES = sorted(path for path in FOLDER.glob("*/*") if path.suffix != ".json")


def expectation(sample: Path) -> Path:
    return sample.with_suffix(".json")


def outcome(sample: Path) -> list[dict[str, object]]:
    """What is read from a sample, as its golden file has it."""
    return [_told(article) for article in read(sample.name, sample.read_bytes())]


def _told(article: Article) -> dict[str, object]:
    published = article.published
    return {
        "format": article.format,
        "outlet": [article.outlet_id, article.outlet],
        "url": article.url,
        "title": article.title,
        "author": article.author,
        "languages": list(article.languages),
        "published": published
        and [published.instant.isoformat(), published.precision, published.basis],
        "blocks": [
            [block.kind, block.language, article.text[block.start : block.end]]
            for block in article.blocks
        ],
    }


if __name__ == "__main__":
    for sample in SAMPLES:
        if not expectation(sample).exists():
            text = json.dumps(outcome(sample), ensure_ascii=False, indent=1)
            expectation(sample).write_text(text + "\n", encoding="utf-8")
            print(f"wrote {expectation(sample)}: read it before you keep it")
