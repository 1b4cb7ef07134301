"""What the screens say: a key and a language go in, the sentence comes out.

All wording of the interface stands in ``wording.tsv`` beside this file and in the charts' own
table; no page may write a word of its own, so that each can be read in both languages.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpus.charts.terms import Language
from corpus.lexicon import rows_of

_TABLE = Path(__file__).with_name("wording.tsv")


def say(key: str, language: Language, /, **values: object) -> str:
    """The wording of a key with its blanks filled in; raises `KeyError` for an unknown key.

    >>> say("filter_set", "en", name="Status", n=2)
    'Status: 2'
    """
    return _words(language)[key].format(**values)


@cache
def _words(language: Language) -> dict[str, str]:
    return {row["key"]: row[language] for row in rows_of(_TABLE)}
