"""Generated input is the same on every run and every machine, and may take its time."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("dateline", deadline=None, derandomize=True)
settings.load_profile("dateline")
