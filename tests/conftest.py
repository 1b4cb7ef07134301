"""Generated input is the same on every run and every machine, and may take its time.

What several folders of tests start from is made here once.
"""

from __future__ import annotations

import pytest
from hypothesis import settings

from corpus.pipeline import build
from corpus.tables import Tables
from tests.archives import SEEDS

settings.register_profile("dateline", deadline=None, derandomize=True)
settings.load_profile("dateline")


@pytest.fixture(scope="session")
def seeds() -> Tables:
    """The tables of the articles that come with the project."""
    return build(SEEDS)
