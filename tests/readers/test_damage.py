"""Whatever happens to a file on its way here: it gives an article or a problem, and no exception.

``DAMAGED_INPUTS=20000 python -m pytest tests/readers/test_damage.py`` tries as many as it says.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.readers import Harvest, harvest
from tests.readers.golden import SAMPLES
from tests.readers.packed import samples

INPUTS = int(os.environ.get("DAMAGED_INPUTS", "300"))
SOUND = {f"{path.parent.name}/{path.name}": path.read_bytes() for path in SAMPLES} | samples()

_PLACE = st.floats(0, 1)
_DAMAGE = st.tuples(
    st.sampled_from(("truncate", "behead", "flip", "splice", "duplicate", "reverse", "zero")),
    _PLACE,
    _PLACE,
    st.integers(0, 255),
    st.sampled_from(sorted(SOUND)),
)


def damaged(data: bytes, how: str, first: float, last: float, byte: int, other: str) -> bytes:
    """The bytes after one accident between two places, given as parts of the whole."""
    start, end = sorted((int(len(data) * first), int(len(data) * last)))
    middle = data[start:end]
    if how == "truncate":
        return data[:end]
    if how == "behead":
        return data[start:]
    if how == "flip":
        return data[:start] + bytes([byte]) + data[start + 1 :]
    if how == "splice":
        strange = SOUND[other]
        middle = strange[int(len(strange) * first) :][: len(middle) + byte]
    elif how == "duplicate":
        middle = middle * (2 + byte % 3)
    elif how == "reverse":
        middle = middle[::-1]
    else:
        middle = bytes(len(middle))
    return (data[:start] + middle + data[end:])[:200_000]


def conserved(found: Harvest) -> bool:
    """True if a file is the source of something, and every problem says what to do."""
    reasons = all(problem.reason and problem.stage for problem in found.problems)
    return bool(found.articles or found.problems) and reasons


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_sample_gives_articles_and_no_problem(name: str) -> None:
    found = harvest("a/file", SOUND[name])
    assert found.articles
    assert not found.problems


@settings(max_examples=INPUTS, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(SOUND)), st.lists(_DAMAGE, min_size=1, max_size=4))
def test_a_damaged_file_gives_an_article_or_a_problem(
    name: str, accidents: list[tuple[str, float, float, int, str]]
) -> None:
    data = SOUND[name]
    for accident in accidents:
        data = damaged(data, *accident)
    found = harvest("a/file", data)
    assert conserved(found)
    for article in found.articles:
        assert article.text.encode()
        assert article.url == "" or article.url.startswith(("http://", "https://"))
        blocks = (article.text[block.start : block.end] for block in article.blocks)
        assert "\n\n".join(blocks) == article.text
