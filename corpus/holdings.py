"""What an archive holds and lacks: the tables of articles and problems go in, counts and rows out.

Verbs on DataFrames that pipe. Nothing here judges a source or leaves an article out of a count:
each tally over articles adds up to all of them, languages alone may count one article twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from os.path import commonpath
from pathlib import PurePosixPath
from typing import Any

import pandas as pd


def tally(articles: pd.DataFrame, column: str) -> pd.DataFrame:
    """``value`` and ``articles``: how often each value of a column occurs, most frequent first."""
    return _tallied(articles[column].fillna("").astype(str))


def by_language(articles: pd.DataFrame) -> pd.DataFrame:
    """As `tally`; a bilingual article counts in both of its languages, one without any as und."""
    codes = [list(cell) or ["und"] for cell in articles["language"]]
    return _tallied([code for cell in codes for code in cell])


def by_month(articles: pd.DataFrame) -> pd.DataFrame:
    """``value`` (the first day of a month) and ``articles``, every month from first to last.

    Months between them without an article stand there with 0; undated articles do not count.
    """
    months = articles["published_day"].dropna().dt.to_period("M")
    if months.empty:
        return pd.DataFrame({"value": pd.Series(dtype="datetime64[us]"), "articles": []})
    every = pd.period_range(months.min(), months.max(), freq="M")
    counts = months.value_counts().reindex(every, fill_value=0)
    return pd.DataFrame({"value": every.to_timestamp(), "articles": counts.to_numpy()})


def by_folder(articles: pd.DataFrame, problems: pd.DataFrame) -> pd.DataFrame:
    """``value``, ``articles`` and ``refused``: what the folders of an archive gave.

    A folder is the first below the one that all files share; an empty value is that one itself.
    """
    inside = shared_folder([*articles["path"], *problems["path"]])
    read = _tallied(_below(articles["path"], inside)).set_index("value")
    refused = _tallied(_below(refused_files(articles, problems), inside)).set_index("value")
    both = read.join(refused.rename(columns={"articles": "refused"}), how="outer")
    return (
        both.fillna(0)
        .astype(int)
        .reset_index(names="value")
        .sort_values(["articles", "refused", "value"], ascending=[False, False, True])
    )


def shared_folder(paths: Iterable[str]) -> str:
    """The deepest folder in which all files are; empty for the archive itself.

    >>> shared_folder(["posts/2022/a.md", "posts/2023/b.md"]), shared_folder(["a.md"])
    ('posts', '')
    """
    folders = {PurePosixPath("/", path).parent.as_posix() for path in paths}
    return commonpath(folders).strip("/") if folders else ""


def undated(articles: pd.DataFrame) -> pd.DataFrame:
    """Articles that give no day of publication, in the order of their paths."""
    return articles[articles["published_day"].isna()].sort_values(["path", "article_id"])


def copies(articles: pd.DataFrame) -> pd.DataFrame:
    """Articles that are copies of another, in the order of the other and their paths."""
    found = articles[articles["duplicate_of"].fillna("") != ""]
    return found.sort_values(["duplicate_of", "path", "article_id"])


def translations(articles: pd.DataFrame) -> pd.DataFrame:
    """Articles that translate another, in the order of the other and their paths."""
    found = articles[articles["translation_of"].fillna("") != ""]
    return found.sort_values(["translation_of", "path", "article_id"])


def date_conflicts(articles: pd.DataFrame) -> pd.DataFrame:
    """Articles whose dates of publication name different days, the widest apart first.

    Adds ``apart``: days between the earliest and the latest.
    """
    apart = [_apart(cell) for cell in articles["dates"]]
    found = articles.assign(apart=apart)
    return found[found["apart"] > 0].sort_values(
        ["apart", "path", "article_id"], ascending=[False, True, True]
    )


def refusals(problems: pd.DataFrame) -> list[tuple[str, str, pd.DataFrame]]:
    """Files that gave no article by stage and reason, the most frequent reason first."""
    groups = [
        (str(stage), str(reason), found.sort_values("path"))
        for (stage, reason), found in problems.groupby(["stage", "reason"], sort=True)
    ]
    return sorted(groups, key=lambda group: -len(group[2]))


def refused_files(articles: pd.DataFrame, problems: pd.DataFrame) -> list[str]:
    """Paths of the files that gave no article; a problem may also be one of a file that gave some.

    A file that is packed in another is a file of its own.
    """
    return sorted({*problems["path"]} - {*articles["path"]})


def files(articles: pd.DataFrame, problems: pd.DataFrame) -> int:
    """How many files were looked at: those that gave articles and those that gave none."""
    return len({*articles["path"], *problems["path"]})


def told_in(mentions: pd.DataFrame, article_ids: Iterable[str]) -> int:
    """How many events these articles tell."""
    return int(mentions[mentions["article_id"].isin(list(article_ids))]["event_id"].nunique())


def from_file(table: pd.DataFrame, path: str) -> pd.DataFrame:
    """Rows of articles or problems that come from one file, or from a file packed in it."""
    inside = [found == path or found.startswith(f"{path}/") for found in table["path"]]
    return table.loc[inside]


def _tallied(values: Iterable[str]) -> pd.DataFrame:
    counts = pd.Series(list(values), dtype="str").value_counts()
    found = pd.DataFrame({"value": counts.index, "articles": counts.to_numpy()})
    return found.sort_values(["articles", "value"], ascending=[False, True], ignore_index=True)


def _below(paths: Iterable[str], folder: str) -> list[str]:
    """The first folder below ``folder`` of each path; empty for a file in ``folder`` itself."""
    depth = len(PurePosixPath(folder).parts)
    parts = (PurePosixPath(path).parts[depth:] for path in paths)
    return [found[0] if len(found) > 1 else "" for found in parts]


def _apart(dates: Any) -> int:
    days = [date["day"] for date in (() if dates is None else dates) if date["day"] is not None]
    return (max(days) - min(days)).days if days else 0
