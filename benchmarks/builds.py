"""A number of events goes in, a build of made-up articles that tell them comes out.

Days, outlets, types, parties and labels are spread as archives spread them: bursts over a steady
murmur, a few outlets and parties before many. Every span reads in its text as its record says. It
must never take from chance what its size does not decide: the same number gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from corpus.lexicon import table
from corpus.tables import SCHEMAS, Tables, save

#: events that one article tells
EACH = 10
_FIRST, _DAYS = pd.Timestamp("2021-11-01"), 1100
_BURSTS = 12
_OUTLETS = ("ft", "aljazeera", "bbc", "reuters", "guardian", "rfi", "dw", "voa")
_HEADS = ("RUS", "UKR", "USA", "NATO", "CHN", "DEU", "FRA", "GBR", "POL", "TUR", "BLR", "IRN")
_PLACES = ("", "", "", "Kyiv", "Geneva", "Moscow", "Kharkiv")
_STATUSES = ("happened", "happened", "happened", "ongoing", "planned", "conditional", "claimed")


def made(events: int) -> Tables:
    """An archive of ``events`` events, one telling to each; one in fifty has no day."""
    chance = np.random.default_rng(events)
    count = max(1, -(-events // EACH))
    outlets = np.array(_OUTLETS, dtype=object)[_few(chance, len(_OUTLETS), count)]
    published = _days(chance, count)
    home = np.minimum(np.arange(events) // EACH, count - 1)
    days = published[home] - pd.to_timedelta(chance.integers(0, 7, events), "D")
    undated = chance.random(events) < 0.02
    long = np.where(chance.random(events) < 0.8, 0, 6)
    kinds = pd.DataFrame(table("event_types.tsv"))
    kinds = kinds.iloc[chance.integers(0, len(kinds), events)].reset_index(drop=True)
    heads = np.array(_HEADS, dtype=object)[_few(chance, len(_HEADS), (2, events))]
    names = [f"e{number:09x}" for number in range(events)]
    articles = [f"a{number:09x}" for number in range(count)]
    labels = (heads[0] + " " + kinds["name_en"] + " " + heads[1]).tolist()
    quotes = [f"{label} in telling {number:,}." for number, label in enumerate(labels)]
    texts, starts = _texts(quotes, count)
    own = [articles[number] for number in home]
    told = [f"{article}.{start}" for article, start in zip(own, starts, strict=True)]
    shared = {
        "first": pd.Series(days).mask(undated),
        "last": pd.Series(days + pd.to_timedelta(long, "D")).mask(undated),
        "precision": np.where(undated, "", np.where(long == 0, "day", "week")),
        "clock": "",
        "type": kinds["type"],
        "mode": kinds["mode"],
        "quad_class": kinds["quad_class"].astype(int),
        "score": kinds["score"].astype(float),
        "actors": [[head] for head in heads[0]],
        "recipients": [[head] for head in heads[1]],
        "place": np.array(_PLACES, dtype=object)[chance.integers(0, len(_PLACES), events)],
        "status": np.array(_STATUSES, dtype=object)[chance.integers(0, len(_STATUSES), events)],
        "salience": 1 + (chance.random(events) < 0.05).astype(int),
    }
    return _tables(
        articles={
            "article_id": articles,
            "path": [f"{name}.md" for name in articles],
            "format": "markdown",
            "sha256": articles,
            "outlet": outlets,
            "outlet_id": outlets,
            "title": [text.partition("\n")[0] for text in texts],
            "language": [["en"]] * count,
            "published": published.tz_localize("UTC"),
            "published_day": published,
            "published_precision": "day",
            "published_basis": "front matter",
            "text": texts,
            "blocks": [
                [{"kind": "paragraph", "start": 0, "end": len(text), "language": "en"}]
                for text in texts
            ],
        },
        mentions={
            "mention_id": told,
            "event_id": names,
            "article_id": own,
            "language": "en",
            "region": "paragraph",
            "start": starts,
            "end": [start + len(quote) for start, quote in zip(starts, quotes, strict=True)],
            "quote": quotes,
            "trigger": heads[0],
            "trigger_start": starts,
            "trigger_end": [at + len(head) for at, head in zip(starts, heads[0], strict=True)],
            "date_basis": "publication",
            "repeat": False,
            "confidence": 0.8,
            "link_rule": "first telling",
            **shared,
        },
        events={
            "event_id": names,
            "edtf": "",
            "label_en": labels,
            "label_zh": (heads[0] + kinds["name_zh"] + heads[1]).tolist(),
            "outlets": [[outlet] for outlet in outlets[home]],
            "mentions": [[name] for name in told],
            "mention_count": 1,
            "independent_sources": 1,
            **shared,
        },
    )


def written(events: int, folder: Path) -> Path:
    """The folder into which such a build was saved."""
    save(made(events), folder)
    return folder


def _few(chance: np.random.Generator, values: int, size: Any) -> Any:
    """Numbers below ``values``, each rarer than the one before it."""
    weights = 1 / np.arange(1, values + 1)
    return chance.choice(values, size, p=weights / weights.sum())


def _days(chance: np.random.Generator, count: int) -> pd.DatetimeIndex:
    """Days of publication in order, half of them near one of a few days."""
    bursts = chance.integers(0, _DAYS, _BURSTS)
    near = bursts[chance.integers(0, _BURSTS, count)] + chance.normal(0, 8, count).astype(int)
    days = np.where(chance.random(count) < 0.5, near, chance.integers(0, _DAYS, count))
    return _FIRST + pd.to_timedelta(np.sort(np.clip(days, 0, _DAYS - 1)), "D")


def _texts(quotes: list[str], count: int) -> tuple[list[str], list[int]]:
    """The text of each article, a paragraph to a telling, and where each telling begins."""
    texts: list[str] = []
    starts: list[int] = []
    for number in range(count):
        at = 0
        for quote in (own := quotes[number * EACH : (number + 1) * EACH]):
            starts.append(at)
            at += len(quote) + 2
        texts.append("\n\n".join(own))
    return texts, starts


def _tables(**given: dict[str, Any]) -> Tables:
    """Tables of the real schema: text that is not given is empty, lists hold nothing."""
    empty = Tables.of({})
    frames = {}
    for name, schema in SCHEMAS.items():
        if name not in given:
            frames[name] = getattr(empty, name)
            continue
        frame = pd.DataFrame(given[name])
        for field in schema:
            if field.name not in frame:
                frame[field.name] = _nothing(str(field.type), len(frame))
        frames[name] = frame[schema.names]
    return Tables(**frames)


def _nothing(kind: str, count: int) -> Any:
    if kind.startswith("list"):
        return [[]] * count
    return "" if kind == "string" else None
