"""Each reader on samples of its format, against what was checked by eye."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.readers import READERS
from tests.readers.golden import FOLDER, SAMPLES, expectation, outcome


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sample_is_read_as_its_golden_file_says(sample: Path) -> None:
    assert expectation(sample).exists(), "run python -m tests.readers.golden, then read the file"
    expected = json.loads(expectation(sample).read_text(encoding="utf-8"))
    assert outcome(sample) == expected
    assert {article["format"] for article in expected} == {sample.parent.name}


def test_every_reader_has_samples_and_no_golden_file_is_left_over() -> None:
    assert {sample.parent.name for sample in SAMPLES} == {reader.name for reader in READERS}
    assert {*FOLDER.glob("*/*.json")} == {*map(expectation, SAMPLES)}
