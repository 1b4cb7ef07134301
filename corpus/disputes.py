"""Events and their conflicts go in, every version with who says it comes out, one row each.

A verb on tables. It must leave no version out, and says of none that it is right.
"""

from __future__ import annotations

import pandas as pd

from corpus.tables import Tables, rows

_COLUMNS = [
    "event_id",
    "what",
    "severity",
    "version",
    "mention_id",
    "quote",
    "speaker",
    "outlet_id",
    "published_day",
]


def disputes(tables: Tables, events: pd.DataFrame) -> pd.DataFrame:
    """``event_id what severity version mention_id quote speaker outlet_id published_day``.

    In the order of the events, of their conflicts and of the telling; ``what`` and ``severity`` as
    in `corpus.model.Conflict`, the rest as the mention that tells the version first has it.
    """
    found = [
        (event["event_id"], conflict["what"], conflict["severity"], version, mention)
        for event in rows(events[["event_id", "conflicts"]])
        for conflict in event["conflicts"]
        for version, mention in zip(conflict["versions"], conflict["mentions"], strict=True)
    ]
    versions = pd.DataFrame(found, columns=_COLUMNS[:5])
    told = tables.mentions[["mention_id", "article_id", "quote", "speaker"]]
    homes = tables.articles[["article_id", "outlet_id", "published_day"]]
    return versions.merge(told, on="mention_id", how="left").merge(
        homes, on="article_id", how="left"
    )[_COLUMNS]
