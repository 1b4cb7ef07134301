"""JSON to records."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.readers.json_records import records

ROW = {"title": "A", "text": "B"}


@pytest.mark.parametrize(
    "value",
    [
        ROW,
        [ROW],
        {"articles": [ROW]},
        {"status": "ok", "data": {"items": [ROW]}},
        {"hits": {"hits": [{"_id": 1, "_source": ROW}]}},
        {"data": [{"type": "article", "attributes": ROW}]},
        [{"article": ROW}],
        [{"title": {"rendered": "A"}, "content": {"rendered": "B"}}],
        [{"title": "A", "body": ["B"]}],
    ],
)
def test_the_records_are_found_in_whatever_wraps_them(value: Any) -> None:
    assert records(json.dumps(value)) == ([ROW], [])


def test_a_source_given_as_an_object_is_known_by_its_name_and_never_by_its_address() -> None:
    row = {**ROW, "source": {"id": 1, "name": "AP", "url": "https://a.org"}}
    assert records(json.dumps([row])) == ([{**ROW, "outlet": "AP"}], [])


@pytest.mark.parametrize("gap", ["\n", ",\n", "\r\n\n"])
def test_records_on_lines_are_read_and_a_bad_one_does_not_lose_the_others(gap: str) -> None:
    good = json.dumps(ROW)
    found, problems = records(gap.join([good, '{"title": "C", "text', good]))
    assert found == [ROW, ROW]
    assert [problem.stage for problem in problems] == ["read"]


def test_an_array_that_breaks_off_gives_what_came_before() -> None:
    found, problems = records(json.dumps([ROW, ROW, ROW])[:-8])
    assert found == [ROW, ROW]
    assert len(problems) == 1
    found, problems = records(json.dumps({"articles": [ROW, ROW, ROW]})[:-8])
    assert found == [ROW, ROW]
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '[{"a' * 10_000, "", "]"])
def test_depth_and_damage_give_no_records_and_no_crash(text: str) -> None:
    assert records(text)[0] == []


def test_half_a_character_is_none() -> None:
    assert records('{"text": "a\\ud83d"}')[0] == [{"text": "a?"}]
